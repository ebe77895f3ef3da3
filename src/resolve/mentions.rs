//! Where actors, sources and things are named: the links and lists of all files, turned round.

use super::graph::{Doc, DocKind, File, Graph, Resolved, Standing};
use super::index::{DocIx, FileIx};

/// The listed things in the order in which mentions are shown: reports, newest first, then the rest by path.
///
/// Files are read in their own order, which is that of memory; what is found in them is put into this order after.
pub(super) struct Order {
    /// The place of each file in it; only originals have one.
    places: Vec<Option<u32>>,
}

impl Order {
    pub(super) fn new(graph: &Graph) -> Self {
        let rest = graph.docs.iter().filter(|doc| doc.standing == Standing::Listed && doc.kind != DocKind::Report);
        let reports = graph.reports.iter().map(|doc| &graph.docs[*doc]);
        let mut places = vec![None; graph.files.len()];
        for (place, doc) in (0..).zip(reports.chain(rest)) {
            places[doc.files[0].get()] = Some(place);
        }
        Self { places }
    }

    /// The place of a file.
    pub(super) fn place(&self, file: FileIx) -> Option<u32> {
        self.places[file.get()]
    }

    /// The originals of listed things, in the order of files.
    pub(super) fn files<'g>(&self, graph: &'g Graph) -> impl Iterator<Item = (FileIx, &'g File, &'g Doc)> {
        let listed = graph.files.iter().zip(&self.places).enumerate().filter(|(_, (_, place))| place.is_some());
        listed.map(|(number, (file, _))| (number.into(), file, &graph.docs[file.doc]))
    }
}

/// Where an actor is named.
#[derive(Default)]
pub(super) struct OfActor {
    pub(super) mentions: Vec<(FileIx, u32)>,
    pub(super) reports: Vec<DocIx>,
}

/// Where each actor is named.
pub(super) fn of_actors(graph: &Graph, order: &Order) -> Vec<OfActor> {
    let mut actors: Vec<OfActor> = graph.actors.iter().map(|_| OfActor::default()).collect();
    for (ix, file, doc) in order.files(graph) {
        for (link, resolved) in numbered(&file.links) {
            if let Resolved::Actor(actor) = resolved {
                actors[actor.get()].mentions.push((ix, link));
            }
        }
        if doc.kind == DocKind::Report {
            for cast in &file.cast {
                actors[cast.actor.get()].reports.push(file.doc);
            }
        }
    }
    for actor in &mut actors {
        actor.mentions.sort_by_key(|(file, _)| order.place(*file));
        actor.reports.sort_unstable_by_key(|doc| graph.docs[*doc].position);
    }
    actors
}

/// Where a source is cited or listed.
#[derive(Default)]
pub(super) struct OfSource {
    pub(super) citations: Vec<(FileIx, u32, u32)>,
    pub(super) files: Vec<FileIx>,
    pub(super) only_listed: Vec<FileIx>,
}

/// Where each source is cited or listed.
pub(super) fn of_sources(graph: &Graph, order: &Order) -> Vec<OfSource> {
    let mut sources: Vec<OfSource> = graph.sources.iter().map(|_| OfSource::default()).collect();
    for (ix, file, _) in order.files(graph) {
        for (link, resolved) in numbered(&file.links) {
            match resolved {
                Resolved::Source(source) => sources[source.get()].add(ix, Some((link, 0))),
                Resolved::Cite(cites) => {
                    for (cite, source) in numbered(cites) {
                        if let Some(source) = source {
                            sources[source.get()].add(ix, Some((link, cite)));
                        }
                    }
                }
                _ => {}
            }
        }
        for cited in &file.cited {
            sources[cited.source.get()].add(ix, None);
        }
    }
    for source in &mut sources {
        source.citations.sort_by_key(|(file, _, _)| order.place(*file));
        source.files.sort_unstable_by_key(|file| order.place(*file));
        source.only_listed.sort_unstable_by_key(|file| order.place(*file));
    }
    sources
}

impl OfSource {
    fn add(&mut self, file: FileIx, citation: Option<(u32, u32)>) {
        self.citations.extend(citation.map(|(link, cite)| (file, link, cite)));
        if self.files.last() != Some(&file) {
            self.files.push(file);
            // Citations of a file come before its list.
            if citation.is_none() {
                self.only_listed.push(file);
            }
        }
    }
}

/// For each thing, the files that link to it: by `report:`, or by a path. `of_file` is the thing of each file.
pub(super) fn backlinks(graph: &Graph, of_file: &[DocIx], order: &Order) -> Vec<Vec<FileIx>> {
    let mut backlinks: Vec<Vec<FileIx>> = vec![Vec::new(); graph.docs.len()];
    for (ix, file, _) in order.files(graph) {
        for link in &file.links {
            let Resolved::File(target, _) = link else { continue };
            let target = of_file[target.get()];
            let from = &mut backlinks[target.get()];
            if target != file.doc && from.last() != Some(&ix) {
                from.push(ix);
            }
        }
    }
    for from in &mut backlinks {
        from.sort_unstable_by_key(|file| order.place(*file));
    }
    backlinks
}

fn numbered<T>(items: &[T]) -> impl Iterator<Item = (u32, &T)> {
    (0..).zip(items)
}
