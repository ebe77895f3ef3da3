//! Each file's actors and sources.

use std::collections::{HashMap, HashSet};

use super::graph::{Cast, Cited, DocKind, File, FileClaim, Graph, Resolved};
use super::index::{ActorIx, FileIx, SourceIx};
use super::links::{hidden_target, unknown_source};
use super::lookup::{Found, Lookup};
use super::registry::{actor_by_id, old_id};
use super::tenure::role_mismatch;
use crate::id::Id;
use crate::matter::{ActorRef, Own};
use crate::problem::{Name, Place, Problem, YamlPath};

/// The actors of a file: those that its front matter lists, then those of its text.
pub(super) fn cast(
    graph: &Graph,
    lookup: &Lookup,
    file: FileIx,
    links: &[Resolved],
    told: &mut Vec<Problem>,
) -> Vec<Cast> {
    let mut cast: Vec<Cast> = Vec::new();
    let mut places: HashMap<ActorIx, usize> = HashMap::new();
    let mut numbers: Vec<usize> = Vec::new();
    if let Own::Report(report) = &graph.files[file].matter.own {
        cast.reserve(report.actors.len());
        // What is wrong in a list that a version takes from its original is told of the original.
        let silent = &mut Vec::new();
        let own = matches!(&graph.files[file].summary.matter.own, Own::Report(own) if !own.actors.is_empty());
        let told = if own { told } else { silent };
        let place = |number| Place::value(&graph.files[file].path, YamlPath::from("actors").index(number));
        for (number, listed) in report.actors.iter().enumerate() {
            let Some(actor) = actor_by_id(graph, lookup, file, &listed.id, |_| place(number), told) else { continue };
            told.extend(role_mismatch(graph, file, number, listed, actor));
            if let Some(&at) = places.get(&actor) {
                let twice = listed_twice(&graph.actors[actor].id, &cast[at], listed, place(number));
                told.push(twice.related(place(numbers[at]), "first listed here"));
                if cast[at].role.is_none() {
                    cast[at].role.clone_from(&listed.role);
                }
            } else {
                places.insert(actor, cast.len());
                cast.push(Cast { actor, role: listed.role.clone(), mentions: 0 });
                numbers.push(number);
            }
        }
    }
    for link in links {
        let Resolved::Actor(actor) = link else { continue };
        let at = *places.entry(*actor).or_insert_with(|| {
            cast.push(Cast { actor: *actor, role: None, mentions: 0 });
            cast.len() - 1
        });
        cast[at].mentions += 1;
    }
    cast
}

/// An actor with two entries, of which one counts: with the role of the other where it has none.
fn listed_twice(id: &Id, earlier: &Cast, listed: &ActorRef, again: Place) -> Problem {
    let help = match (&earlier.role, &listed.role) {
        (Some(role), Some(_)) => format!("keep one entry, with both roles in it: only `{role}` is shown"),
        _ => "take one of the two off the list".to_owned(),
    };
    Problem::at(Name::ListedTwice, again, format!("the actor `{id}` is listed twice")).help(help)
}

/// The sources of a file in the order of their numbers, and what is wrong with its list.
pub(super) fn cited(
    graph: &Graph,
    lookup: &Lookup,
    ix: FileIx,
    (links, claims): (&[Resolved], &[FileClaim]),
    told: &mut Vec<Problem>,
) -> Vec<Cited> {
    let file = &graph.files[ix];
    let mut cited: Vec<Cited> = Vec::new();
    let mut places: HashMap<SourceIx, usize> = HashMap::new();
    for (link, resolved) in file.summary.links.iter().zip(links) {
        let Resolved::Cite(sources) = resolved else { continue };
        let paragraph = link.paragraph;
        for source in sources.iter().flatten() {
            let at = *places.entry(*source).or_insert_with(|| {
                cited.push(Cited { source: *source, paragraphs: Vec::new() });
                cited.len() - 1
            });
            let known = &mut cited[at];
            if paragraph > 0 && known.paragraphs.last() != Some(&paragraph) {
                known.paragraphs.push(paragraph);
            }
        }
    }
    cited.reserve(file.matter.common.sources.len());
    // A text without any citation lists its sources as a bibliography of the whole; then none of them is unused.
    let has_citations = !cited.is_empty();
    let is_link = |link: &Resolved| if let Resolved::Source(source) = link { Some(*source) } else { None };
    let linked: HashSet<SourceIx> = links.iter().filter_map(is_link).collect();
    let in_events = in_events(file);
    // A version's list may be its original's; only its own is judged.
    let own = !file.summary.matter.common.sources.is_empty();
    let silent = &mut Vec::new();
    let told = if own { told } else { silent };
    for (number, entry) in file.matter.common.sources.iter().enumerate() {
        let place = || Place::value(&file.path, YamlPath::from("sources").index(number));
        let Some(source) = source_by_id(graph, lookup, &entry.id, place, told) else { continue };
        if places.insert(source, cited.len()).is_some() {
            continue;
        }
        if has_citations && !linked.contains(&source) && !in_events.contains(&entry.id) {
            let message = format!("the source `{}` is listed and never cited here", entry.id);
            told.push(
                Problem::at(Name::UnusedSource, place(), message)
                    .help(format!("cite it with `[@{}]`, or take it off the list", entry.id)),
            );
        }
        cited.push(Cited { source, paragraphs: Vec::new() });
    }
    // The list of claims names sources by their numbers, so that each has one.
    for source in claims.iter().flat_map(|claim| &claim.sources) {
        if places.insert(*source, cited.len()).is_none() {
            cited.push(Cited { source: *source, paragraphs: Vec::new() });
        }
    }
    cited
}

/// The sources that an event, a claim or a role of the front matter rests on.
fn in_events(file: &File) -> HashSet<&Id> {
    match &file.matter.own {
        Own::Report(report) => {
            let events = report.dates.iter().flat_map(|entry| &entry.sources);
            events.chain(report.claims.iter().flat_map(|claim| &claim.sources)).collect()
        }
        Own::Actor(actor) => actor.roles.iter().flat_map(|role| &role.sources).collect(),
        _ => HashSet::new(),
    }
}

/// A source by id, as front matter names it.
pub(super) fn source_by_id(
    graph: &Graph,
    lookup: &Lookup,
    id: &Id,
    place: impl FnOnce() -> Place,
    told: &mut Vec<Problem>,
) -> Option<SourceIx> {
    if let Some(source) = lookup.sources.get(id) {
        return Some(*source);
    }
    if let Some(Found::Old(doc)) = lookup.find(DocKind::Source, id) {
        let now = &graph.docs[doc].id;
        let known = lookup.sources.get(now).copied();
        told.push(if known.is_some() {
            old_id(place(), id, now)
        } else {
            hidden_target(graph, doc, place(), "its id")
        });
        return known;
    }
    told.push(match lookup.doc(DocKind::Source, id) {
        Some(doc) => hidden_target(graph, doc, place(), "its id"),
        None => unknown_source(graph, lookup, id, place()),
    });
    None
}
