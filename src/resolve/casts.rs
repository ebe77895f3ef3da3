//! Each file's actors and sources, and where actors and sources are mentioned.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::graph::{Cast, Cited, DocKind, Graph, Resolved, Standing};
use super::index::{ActorIx, DocIx, FileIx, SourceIx};
use super::links::{hidden_target, unknown_source};
use super::lookup::{Found, Lookup};
use super::registry::{actor_by_id, old_id};
use crate::id::Id;
use crate::matter::Own;
use crate::problem::{Name, Place, Problem, YamlPath};

/// Fills `cast` and `cited` of every file, and the mentions and citations of every actor and source.
pub(super) fn fill(graph: &mut Graph, lookup: &Lookup, problems: &mut Vec<Problem>) {
    type Filled = (Vec<Cast>, Vec<Cited>, Vec<Problem>);
    let filled: Vec<Filled> = (0..graph.files.len())
        .into_par_iter()
        .map(|number| {
            let mut told = Vec::new();
            if graph.files[number].standing == Standing::Hidden {
                return (Vec::new(), Vec::new(), told);
            }
            let file = FileIx::from(number);
            (cast(graph, lookup, file, &mut told), cited(graph, lookup, file, &mut told), told)
        })
        .collect();
    for (file, (cast, cited, told)) in graph.files.iter_mut().zip(filled) {
        file.cast = cast;
        file.cited = cited;
        problems.extend(told);
    }
    for doc in mentioning(graph) {
        mention(graph, doc);
    }
    backlinks(graph);
}

/// The listed things in the order in which mentions are shown: reports, newest first, then the rest by path.
pub(super) fn mentioning(graph: &Graph) -> Vec<DocIx> {
    let rest = (0..graph.docs.len()).map(DocIx::from).filter(|doc| {
        let doc = &graph.docs[*doc];
        doc.standing == Standing::Listed && doc.kind != DocKind::Report
    });
    graph.reports.iter().copied().chain(rest).collect()
}

/// The actors of a file: those that its front matter lists, then those of its text.
fn cast(graph: &Graph, lookup: &Lookup, file: FileIx, told: &mut Vec<Problem>) -> Vec<Cast> {
    let mut cast: Vec<Cast> = Vec::new();
    if let Own::Report(report) = &graph.files[file].matter.own {
        // What is wrong in a list that a version takes from its original is told of the original.
        let silent = &mut Vec::new();
        let own = matches!(&graph.files[file].summary.matter.own, Own::Report(own) if !own.actors.is_empty());
        let told = if own { told } else { silent };
        for (number, listed) in report.actors.iter().enumerate() {
            let place = |path: &_| Place::value(path, YamlPath::from("actors").index(number));
            let Some(actor) = actor_by_id(graph, lookup, file, &listed.id, place, told) else { continue };
            if !cast.iter().any(|other| other.actor == actor) {
                cast.push(Cast { actor, role: listed.role.clone(), mentions: 0 });
            }
        }
    }
    for link in &graph.files[file].links {
        let Resolved::Actor(actor) = link else { continue };
        if let Some(known) = cast.iter_mut().find(|other| other.actor == *actor) {
            known.mentions += 1;
        } else {
            cast.push(Cast { actor: *actor, role: None, mentions: 1 });
        }
    }
    cast
}

/// The sources of a file in the order of their numbers, and what is wrong with its list.
fn cited(graph: &Graph, lookup: &Lookup, ix: FileIx, told: &mut Vec<Problem>) -> Vec<Cited> {
    let file = &graph.files[ix];
    let mut cited: Vec<Cited> = Vec::new();
    for (link, resolved) in file.links.iter().enumerate() {
        let paragraph = file.summary.links[link].paragraph;
        let sources: &[Option<SourceIx>] = match resolved {
            Resolved::Cite(sources) => sources,
            _ => continue,
        };
        for source in sources.iter().flatten() {
            let at = cited.iter().position(|other| other.source == *source).unwrap_or_else(|| {
                cited.push(Cited { source: *source, paragraphs: Vec::new() });
                cited.len() - 1
            });
            let known = &mut cited[at];
            if paragraph > 0 && known.paragraphs.last() != Some(&paragraph) {
                known.paragraphs.push(paragraph);
            }
        }
    }
    // A text without any citation lists its sources as a bibliography of the whole; then none of them is unused.
    let has_citations = !cited.is_empty();
    let linked = |source: SourceIx| file.links.contains(&Resolved::Source(source));
    // A version's list may be its original's; only its own is judged.
    let own = !file.summary.matter.common.sources.is_empty();
    let silent = &mut Vec::new();
    let told = if own { told } else { silent };
    for (number, entry) in file.matter.common.sources.iter().enumerate() {
        let place = || Place::value(&file.path, YamlPath::from("sources").index(number));
        let Some(source) = source_by_id(graph, lookup, &entry.id, place, told) else { continue };
        if cited.iter().any(|other| other.source == source) {
            continue;
        }
        if has_citations && !linked(source) && !in_events(file, &entry.id) {
            let message = format!("the source `{}` is listed and never cited here", entry.id);
            told.push(
                Problem::at(Name::UnusedSource, place(), message)
                    .help(format!("cite it with `[@{}]`, or take it off the list", entry.id)),
            );
        }
        cited.push(Cited { source, paragraphs: Vec::new() });
    }
    cited
}

/// Whether an event or a claim of the front matter rests on the source.
fn in_events(file: &super::File, id: &Id) -> bool {
    match &file.matter.own {
        Own::Report(report) => {
            report.dates.iter().any(|entry| entry.sources.contains(id))
                || report.claims.iter().any(|claim| claim.sources.contains(id))
        }
        Own::Actor(actor) => actor.roles.iter().any(|role| role.sources.contains(id)),
        _ => false,
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
        told.push(old_id(place(), id, now));
        return lookup.sources.get(now).copied();
    }
    told.push(match lookup.doc(DocKind::Source, id) {
        Some(doc) => hidden_target(graph, doc, place()),
        None => unknown_source(graph, id, place()),
    });
    None
}

/// Notes what a listed thing's original mentions and cites.
fn mention(graph: &mut Graph, doc: DocIx) {
    let ix = graph.docs[doc].files[0];
    let is_report = graph.docs[doc].kind == DocKind::Report;
    let mut mentions: Vec<(ActorIx, u32)> = Vec::new();
    let mut citations: Vec<(SourceIx, u32, u32)> = Vec::new();
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    for (link, resolved) in graph.files[ix].links.iter().enumerate() {
        match resolved {
            Resolved::Actor(actor) => mentions.push((*actor, number(link))),
            Resolved::Source(source) => citations.push((*source, number(link), 0)),
            Resolved::Cite(sources) => citations.extend(
                sources.iter().enumerate().filter_map(|(n, source)| Some(((*source)?, number(link), number(n)))),
            ),
            _ => {}
        }
    }
    for (actor, link) in mentions {
        graph.actors[actor].mentions.push((ix, link));
    }
    let mut sources: BTreeSet<SourceIx> = graph.files[ix].cited.iter().map(|cited| cited.source).collect();
    for (source, link, cite) in citations {
        graph.sources[source].citations.push((ix, link, cite));
        sources.insert(source);
    }
    for source in sources {
        graph.sources[source].files.push(ix);
        graph.sources[source].has_page = true;
    }
    if is_report {
        let cast: Vec<ActorIx> = graph.files[ix].cast.iter().map(|cast| cast.actor).collect();
        for actor in cast {
            graph.actors[actor].reports.push(doc);
        }
    }
}

/// Notes which listed files link to which things: by `report:`, or by a path.
fn backlinks(graph: &mut Graph) {
    let mut backlinks: BTreeMap<DocIx, Vec<FileIx>> = BTreeMap::new();
    for doc in mentioning(graph) {
        let ix = graph.docs[doc].files[0];
        for link in &graph.files[ix].links {
            let Resolved::File(target, _) = link else { continue };
            let target = graph.files[*target].doc;
            let from = backlinks.entry(target).or_default();
            if target != doc && from.last() != Some(&ix) {
                from.push(ix);
            }
        }
    }
    graph.backlinks = backlinks;
}
