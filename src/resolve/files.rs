//! What each shown file says, resolved: its links, actors, sources and events. Files know nothing of each other here, so
//! that all are resolved in parallel.

use rayon::prelude::*;

use super::graph::{Cast, Cited, FileClaim, FileEvent, Graph, Resolved};
use super::index::FileIx;
use super::lookup::Lookup;
use super::{Site, ahead, casts, claims, events, links, records};
use crate::matter::Str;
use crate::problem::Problem;

/// What files say of what no file is about.
#[derive(Default)]
pub(super) struct Said {
    /// Links to files that are published with the page.
    pub(super) assets: Vec<Str>,
    /// Links with an address or an anchor that is still to be checked.
    pub(super) unchecked: Vec<(FileIx, usize)>,
    pub(super) problems: Vec<Problem>,
}

/// What one file says.
#[derive(Default)]
struct Own {
    links: Vec<Resolved>,
    cast: Vec<Cast>,
    cited: Vec<Cited>,
    events: Vec<FileEvent>,
    claims: Vec<FileClaim>,
    /// Whether a link leads to what is not known yet, or to what is published with the page.
    leads_further: bool,
    problems: Vec<Problem>,
}

/// Resolves every shown file.
pub(super) fn fill(graph: &mut Graph, lookup: &Lookup, site: &Site<'_>) -> Said {
    let all: Vec<Own> = (0..graph.files.len())
        .into_par_iter()
        .map(|number| {
            ahead::links(&graph.files, number);
            match graph.files[number].standing {
                standing if !standing.shows_text() => Own::default(),
                _ => resolve(graph, lookup, site, number.into()),
            }
        })
        .collect();
    let mut said = Said::default();
    for (number, (file, own)) in graph.files.iter_mut().zip(all).enumerate() {
        (file.links, file.cast, file.cited, file.events) = (own.links, own.cast, own.cited, own.events);
        file.claims = own.claims;
        said.problems.extend(own.problems);
        if own.leads_further {
            said.links(number.into(), &file.links);
        }
    }
    said
}

fn resolve(graph: &Graph, lookup: &Lookup, site: &Site<'_>, ix: FileIx) -> Own {
    let mut problems = Vec::new();
    let told = &mut problems;
    let links = links::resolve(graph, lookup, site, ix, told);
    let cast = casts::cast(graph, lookup, ix, &links, told);
    let claims = claims::of_file(graph, lookup, ix, told);
    let cited = casts::cited(graph, lookup, ix, (&links, &claims), told);
    let events = events::of_file(graph, lookup, ix, told);
    records::check(graph, lookup, ix, told);
    let leads_further = links.iter().any(leads_further);
    Own { links, cast, cited, events, claims, leads_further, problems }
}

/// Whether a link leads to an address or an anchor, or to a file that is published with the page.
const fn leads_further(link: &Resolved) -> bool {
    matches!(link, Resolved::Asset(_) | Resolved::Anchor(_) | Resolved::File(_, Some(_)) | Resolved::Route(_))
}

impl Said {
    fn links(&mut self, file: FileIx, links: &[Resolved]) {
        for (number, link) in links.iter().enumerate() {
            match link {
                Resolved::Asset(path) => self.assets.push(Str::clone(path)),
                link if leads_further(link) => self.unchecked.push((file, number)),
                _ => {}
            }
        }
    }
}
