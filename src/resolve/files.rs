//! What each shown file says, resolved: its links, actors, sources and events. Files know nothing of each other here, so
//! that all are resolved in parallel.

use rayon::prelude::*;

use super::graph::{Cast, Cited, FileEvent, Graph, Resolved, Standing};
use super::index::FileIx;
use super::lookup::Lookup;
use super::standing::future_date;
use super::{Site, casts, events, links, records};
use crate::problem::Problem;

/// What one file says.
#[derive(Default)]
struct Said {
    links: Vec<Resolved>,
    cast: Vec<Cast>,
    cited: Vec<Cited>,
    events: Vec<FileEvent>,
    problems: Vec<Problem>,
}

/// Resolves every shown file. Addresses and anchors are checked later, when all are known.
pub(super) fn fill(graph: &mut Graph, lookup: &Lookup, site: &Site<'_>, problems: &mut Vec<Problem>) {
    let all: Vec<Said> = (0..graph.files.len())
        .into_par_iter()
        .map(|number| match graph.files[number].standing {
            Standing::Hidden => Said::default(),
            _ => said(graph, lookup, site, number.into()),
        })
        .collect();
    for (file, said) in graph.files.iter_mut().zip(all) {
        (file.links, file.cast, file.cited, file.events) = (said.links, said.cast, said.cited, said.events);
        problems.extend(said.problems);
    }
}

fn said(graph: &Graph, lookup: &Lookup, site: &Site<'_>, ix: FileIx) -> Said {
    let mut problems = Vec::new();
    let told = &mut problems;
    let file = &graph.files[ix];
    told.extend(future_date(&file.path, &file.matter, site));
    let links = links::resolve(graph, lookup, site, ix, told);
    let cast = casts::cast(graph, lookup, ix, &links, told);
    let cited = casts::cited(graph, lookup, ix, &links, told);
    let events = events::of_file(graph, lookup, ix, told);
    records::check(graph, lookup, ix, told);
    Said { links, cast, cited, events, problems }
}
