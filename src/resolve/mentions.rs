//! Where actors, sources and things are named: the links and lists of all files, turned round.

use super::graph::{DocKind, Graph, Resolved, Standing};
use super::index::{DocIx, FileIx, SourceIx};

/// The listed things in the order in which mentions are shown: reports, newest first, then the rest by path.
pub(super) fn mentioning(graph: &Graph) -> Vec<DocIx> {
    let rest = (0..graph.docs.len()).map(DocIx::from).filter(|doc| {
        let doc = &graph.docs[*doc];
        doc.standing == Standing::Listed && doc.kind != DocKind::Report
    });
    graph.reports.iter().copied().chain(rest).collect()
}

/// Where an actor is named.
#[derive(Default)]
pub(super) struct OfActor {
    pub(super) mentions: Vec<(FileIx, u32)>,
    pub(super) reports: Vec<DocIx>,
}

/// Where each actor is named.
pub(super) fn of_actors(graph: &Graph, mentioning: &[DocIx]) -> Vec<OfActor> {
    let mut actors: Vec<OfActor> = graph.actors.iter().map(|_| OfActor::default()).collect();
    for ix in mentioning {
        let doc = &graph.docs[*ix];
        let file = &graph.files[doc.files[0]];
        for (link, resolved) in numbered(&file.links) {
            if let Resolved::Actor(actor) = resolved {
                actors[actor.get()].mentions.push((doc.files[0], link));
            }
        }
        if doc.kind == DocKind::Report {
            file.cast.iter().for_each(|cast| actors[cast.actor.get()].reports.push(*ix));
        }
    }
    actors
}

/// Where a source is cited or listed.
#[derive(Default)]
pub(super) struct OfSource {
    pub(super) citations: Vec<(FileIx, u32, u32)>,
    pub(super) files: Vec<FileIx>,
}

/// Where each source is cited or listed.
pub(super) fn of_sources(graph: &Graph, mentioning: &[DocIx]) -> Vec<OfSource> {
    let mut sources: Vec<OfSource> = graph.sources.iter().map(|_| OfSource::default()).collect();
    for doc in mentioning {
        let ix = graph.docs[*doc].files[0];
        let file = &graph.files[ix];
        let mut note = |source: SourceIx, citation: Option<(u32, u32)>| {
            let source = &mut sources[source.get()];
            source.citations.extend(citation.map(|(link, cite)| (ix, link, cite)));
            if source.files.last() != Some(&ix) {
                source.files.push(ix);
            }
        };
        for (link, resolved) in numbered(&file.links) {
            match resolved {
                Resolved::Source(source) => note(*source, Some((link, 0))),
                Resolved::Cite(cites) => {
                    for (cite, source) in numbered(cites) {
                        if let Some(source) = source {
                            note(*source, Some((link, cite)));
                        }
                    }
                }
                _ => {}
            }
        }
        file.cited.iter().for_each(|cited| note(cited.source, None));
    }
    sources
}

/// For each thing, the files that link to it: by `report:`, or by a path.
pub(super) fn backlinks(graph: &Graph, mentioning: &[DocIx]) -> Vec<Vec<FileIx>> {
    let mut backlinks: Vec<Vec<FileIx>> = vec![Vec::new(); graph.docs.len()];
    for doc in mentioning {
        let ix = graph.docs[*doc].files[0];
        for link in &graph.files[ix].links {
            let Resolved::File(target, _) = link else { continue };
            let target = graph.files[*target].doc;
            let from = &mut backlinks[target.get()];
            if target != *doc && from.last() != Some(&ix) {
                from.push(ix);
            }
        }
    }
    backlinks
}

fn numbered<T>(items: &[T]) -> impl Iterator<Item = (u32, &T)> {
    (0..).zip(items)
}
