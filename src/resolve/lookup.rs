//! Finding things by name while the graph is being made.

use std::collections::HashMap;

use super::graph::{Doc, DocKind, Graph, Section};
use super::index::{ActorIx, DocIx, FileIx, SourceIx};
use crate::digest::{Digest, DigestMap};
use crate::id::{Id, IdMap, fold};
use crate::matter::Str;

/// Maps from names to things.
#[derive(Default)]
pub(super) struct Lookup {
    /// Things with files, by kind and id.
    docs: ByKind<DigestMap<Digest, Thing>>,
    /// Old ids of renamed things, by kind.
    old: ByKind<IdMap<DocIx>>,
    /// Actors and sources that lists in files have whose text is not shown: the first such file.
    hidden: ByKind<IdMap<FileIx>>,
    /// All known actors.
    pub actors: IdMap<ActorIx>,
    /// All known sources.
    pub sources: IdMap<SourceIx>,
    /// Things by folded name or title, for wikilinks; empty unless they are on.
    pub names: HashMap<String, DocIx>,
}

/// Something for each kind of things.
#[derive(Default)]
struct ByKind<T>([T; 5 + Section::ALL.len()]);

impl<T> ByKind<T> {
    const fn slot(kind: DocKind) -> usize {
        match kind {
            DocKind::Report => 0,
            DocKind::Actor => 1,
            DocKind::Source => 2,
            DocKind::Date => 3,
            DocKind::Page => 4,
            DocKind::Prose(section) => 5 + section as usize,
        }
    }

    const fn of(&self, kind: DocKind) -> &T {
        &self.0[Self::slot(kind)]
    }

    const fn of_mut(&mut self, kind: DocKind) -> &mut T {
        &mut self.0[Self::slot(kind)]
    }
}

/// A thing, as it is found.
struct Thing {
    doc: DocIx,
    /// Its file, if its text is shown and it is in one language only: then links need to know no more of it.
    only: Option<FileIx>,
}

/// What an id was found to be.
pub(super) enum Found {
    /// The thing's id.
    Now(DocIx),
    /// An old id of it.
    Old(DocIx),
}

impl Lookup {
    /// Adds a thing; of two with the same id the first is found.
    pub(super) fn add(&mut self, kind: DocKind, id: &Id, doc: DocIx) {
        self.docs.of_mut(kind).entry(id.digest()).or_insert(Thing { doc, only: None });
    }

    /// Adds old ids and names of things; of two with the same the first is found.
    pub(super) fn add_names(&mut self, old: Vec<(Id, DocIx)>, names: &[(&Str, DocIx)], docs: &[Doc]) {
        for (id, doc) in old {
            let known = self.old.of_mut(docs[doc.get()].kind).entry(id).or_insert(doc);
            *known = (*known).min(doc);
        }
        for (name, doc) in names {
            let known = self.names.entry(fold(name)).or_insert(*doc);
            *known = (*known).min(*doc);
        }
    }

    /// Adds what files list whose text is not shown.
    pub(super) fn add_hidden(&mut self, listed: &[(DocKind, &Id, FileIx)]) {
        for (kind, id, file) in listed {
            self.hidden.of_mut(*kind).entry((*id).clone()).or_insert(*file);
        }
    }

    /// The first file that lists an id, of those whose text is not shown. Others may list it, too.
    pub(super) fn hidden(&self, kind: DocKind, id: &Id) -> Option<FileIx> {
        self.hidden.of(kind).get(id).copied()
    }

    pub(super) fn doc(&self, kind: DocKind, id: &Id) -> Option<DocIx> {
        Some(self.docs.of(kind).get(&id.digest())?.doc)
    }

    /// The file of a thing whose text is shown, and in one language only.
    pub(super) fn only_file(&self, kind: DocKind, id: &Id) -> Option<FileIx> {
        self.docs.of(kind).get(&id.digest())?.only
    }

    /// Notes of which things the text is shown, and in one language only.
    pub(super) fn note_only_files(&mut self, docs: &[Doc]) {
        for thing in self.docs.0.iter_mut().flat_map(DigestMap::values_mut) {
            let doc = &docs[thing.doc.get()];
            thing.only = match doc.files[..] {
                [only] if doc.standing.shows_text() => Some(only),
                _ => None,
            };
        }
    }

    pub(super) fn find(&self, kind: DocKind, id: &Id) -> Option<Found> {
        let old = || self.old.of(kind).get(id).copied().map(Found::Old);
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
        let old = self.old.of(kind).iter().filter(|(old, _)| !ids.contains_key(old));
        old.filter_map(|(old, doc)| Some((old.clone(), *ids.get(&graph.docs[*doc].id)?))).collect()
    }
}

/// The ids of a kind, sorted: candidates for the nearest right word.
pub(super) fn ids_of(graph: &Graph, kind: DocKind) -> impl Iterator<Item = &str> {
    graph.docs.iter().filter(move |doc| doc.kind == kind).map(|doc| doc.id.as_str())
}
