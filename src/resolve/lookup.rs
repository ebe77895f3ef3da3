//! Finding things by name while the graph is being made.

use std::collections::{BTreeMap, HashMap};

use super::graph::{DocKind, Graph};
use super::index::{ActorIx, DocIx, SourceIx};
use crate::id::{Id, IdMap};

/// Maps from names to things.
#[derive(Default)]
pub(super) struct Lookup {
    /// Things with files, by kind and id.
    docs: BTreeMap<DocKind, IdMap<DocIx>>,
    /// Old ids of renamed things, by kind.
    old: BTreeMap<DocKind, IdMap<DocIx>>,
    /// All known actors.
    pub actors: IdMap<ActorIx>,
    /// All known sources.
    pub sources: IdMap<SourceIx>,
    /// Things by folded name or title, for wikilinks; empty unless they are on.
    pub names: HashMap<String, DocIx>,
}

/// What an id was found to be.
pub(super) enum Found {
    /// The thing's id.
    Now(DocIx),
    /// An old id of it.
    Old(DocIx),
}

impl Lookup {
    pub(super) fn add(&mut self, kind: DocKind, id: Id, doc: DocIx) {
        self.docs.entry(kind).or_default().entry(id).or_insert(doc);
    }

    pub(super) fn add_old(&mut self, kind: DocKind, id: Id, doc: DocIx) {
        self.old.entry(kind).or_default().entry(id).or_insert(doc);
    }

    pub(super) fn doc(&self, kind: DocKind, id: &Id) -> Option<DocIx> {
        self.docs.get(&kind)?.get(id).copied()
    }

    pub(super) fn find(&self, kind: DocKind, id: &Id) -> Option<Found> {
        let old = || self.old.get(&kind)?.get(id).copied().map(Found::Old);
        self.doc(kind, id).map(Found::Now).or_else(old)
    }

    /// The ids of all actors and sources, old ones included.
    pub(super) fn into_ids(mut self, graph: &Graph) -> (IdMap<ActorIx>, IdMap<SourceIx>) {
        let actors = self.old_ids(graph, DocKind::Actor, &self.actors);
        let sources = self.old_ids(graph, DocKind::Source, &self.sources);
        self.actors.extend(actors);
        self.sources.extend(sources);
        (self.actors, self.sources)
    }

    fn old_ids<T: Copy>(&self, graph: &Graph, kind: DocKind, ids: &IdMap<T>) -> Vec<(Id, T)> {
        let old = self.old.get(&kind).into_iter().flatten().filter(|(old, _)| !ids.contains_key(old));
        old.filter_map(|(old, doc)| Some((old.clone(), *ids.get(&graph.docs[*doc].id)?))).collect()
    }
}

/// The ids of a kind, sorted: candidates for the nearest right word.
pub(super) fn ids_of(graph: &Graph, kind: DocKind) -> impl Iterator<Item = &str> {
    graph.docs.iter().filter(move |doc| doc.kind == kind).map(|doc| doc.id.as_str())
}
