//! Claims and quotations: who says so, what it rests on, and what all listed files have of each actor and source.

use super::casts::source_by_id;
use super::graph::{DocKind, FileClaim, Graph, Resolved};
use super::index::{ActorIx, FileIx, SourceIx};
use super::lookup::Lookup;
use super::mentions::Order;
use super::registry::actor_by_id;
use crate::matter::{CLAIM_STATUS, Own};
use crate::parse::Quotation;
use crate::problem::{Place, Problem, YamlPath};

/// The claims of a file; every id in them that is not known is told.
pub(super) fn of_file(graph: &Graph, lookup: &Lookup, ix: FileIx, told: &mut Vec<Problem>) -> Vec<FileClaim> {
    let file = &graph.files[ix];
    let Own::Report(report) = &file.matter.own else { return Vec::new() };
    // What a version takes from its original is told of the original.
    let silent = &mut Vec::new();
    let told = if graph.claims_of(ix) == ix { told } else { silent };
    let claims = report.claims.iter().enumerate().map(|(number, claim)| {
        let at = YamlPath::from("claims").index(number);
        let mut found = FileClaim::default();
        for (number, id) in claim.by.iter().enumerate() {
            let place = |path: &_| Place::value(path, at.key("by").index(number));
            found.by.extend(actor_by_id(graph, lookup, ix, id, place, told));
        }
        for (number, id) in claim.sources.iter().enumerate() {
            let place = || Place::value(&file.path, at.key("sources").index(number));
            found.sources.extend(source_by_id(graph, lookup, id, place, told));
        }
        found
    });
    claims.collect()
}

/// An item of a file: a claim, or a quotation.
type Item = (FileIx, u32);

/// What listed files have of claims and quotations.
pub(super) struct Told {
    pub(super) claims: Vec<Item>,
    /// The claims of each actor.
    pub(super) by_actor: Vec<Vec<Item>>,
    /// The quotations of each actor.
    pub(super) of_actor: Vec<Vec<Item>>,
    /// The quotations from each source.
    pub(super) of_source: Vec<Vec<Item>>,
}

/// Gathers what listed files have; only claims whose words stand in the text are shown.
pub(super) fn gather(graph: &Graph, order: &Order) -> Told {
    let (actors, sources) = (graph.actors.len(), graph.sources.len());
    let mut told = Told {
        claims: Vec::new(),
        by_actor: vec![Vec::new(); actors],
        of_actor: vec![Vec::new(); actors],
        of_source: vec![Vec::new(); sources],
    };
    for (ix, file, doc) in order.files(graph) {
        if doc.kind == DocKind::Report {
            let spots = (0..).zip(&file.summary.claims).zip(&file.claims);
            for ((number, _), claim) in spots.filter(|((_, spot), _)| spot.is_some()) {
                told.claims.push((ix, number));
                distinct(&claim.by).for_each(|actor: ActorIx| told.by_actor[actor.get()].push((ix, number)));
            }
        }
        for (number, quotation) in (0..).zip(&file.summary.quotations) {
            if let Some(speaker) = graph.speaker(ix, quotation) {
                told.of_actor[speaker.get()].push((ix, number));
            }
            let sources = sources_of(&file.links, quotation);
            distinct(&sources).for_each(|source: SourceIx| told.of_source[source.get()].push((ix, number)));
        }
    }
    let lists = told.by_actor.iter_mut().chain(&mut told.of_actor).chain(&mut told.of_source);
    lists.for_each(|list| list.sort_by_key(|(file, _)| order.place(*file)));
    told.claims.sort_by_key(|(file, number)| (rank(graph, *file, *number), order.place(*file)));
    told
}

/// The place of a claim's status among all; last, where it has none.
fn rank(graph: &Graph, file: FileIx, number: u32) -> usize {
    let claim = match &graph.files[file].matter.own {
        Own::Report(report) => report.claims.get(number as usize),
        _ => None,
    };
    let status = claim.and_then(|claim| claim.status.as_deref());
    let known = status.and_then(|status| CLAIM_STATUS.iter().position(|known| *known == status));
    known.unwrap_or(CLAIM_STATUS.len())
}

/// The sources that a quotation is from.
pub fn sources_of(links: &[Resolved], quotation: &Quotation) -> Vec<SourceIx> {
    let cites = quotation.cites.iter().filter_map(|link| match links.get(*link as usize)? {
        Resolved::Cite(sources) => Some(sources.iter().flatten().copied()),
        _ => None,
    });
    cites.flatten().collect()
}

/// The items of a list, each once.
fn distinct<T: Copy + PartialEq>(items: &[T]) -> impl Iterator<Item = T> {
    items.iter().enumerate().filter(|(number, item)| !items[..*number].contains(item)).map(|(_, item)| *item)
}
