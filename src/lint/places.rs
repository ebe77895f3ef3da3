//! Where to point: a source's description, a citation, an actor's file.

use super::Site;
use crate::bibliography::Listed;
use crate::matter::{Own, SourceRecord};
use crate::problem::{Place, YamlPath};
use crate::resolve::{ActorIx, FileIx, Graph, Resolved, SourceIx, Standing};

/// Where a source is described.
#[derive(Clone, Copy)]
pub(super) enum Described {
    /// In its own file.
    Own(FileIx),
    /// In a file's `sources`, under this number.
    Item(FileIx, usize),
    /// In a bibliography file: its number among the sources of all of them.
    Bibliography(usize),
}

/// Where each source is first described, as far as shown files do.
pub(super) fn descriptions(graph: &Graph, bibliography: &[Listed]) -> Vec<Option<Described>> {
    let own = graph.sources.iter().map(|source| source.doc.map(|doc| Described::Own(graph.docs[doc].files[0])));
    let mut described: Vec<Option<Described>> = own.collect();
    let mut add = |id, here: Described| {
        let source: Option<&SourceIx> = graph.source_ids.get(id);
        if let Some(known) = source.and_then(|source| described.get_mut(source.get())) {
            known.get_or_insert(here);
        }
    };
    for (number, listed) in bibliography.iter().enumerate() {
        add(&listed.entry.id, Described::Bibliography(number));
    }
    for (number, file) in graph.files.iter().enumerate().filter(|(_, file)| file.standing != Standing::Hidden) {
        for (item, entry) in file.summary.matter.common.sources.iter().enumerate() {
            if entry.record.is_some() {
                add(&entry.id, Described::Item(number.into(), item));
            }
        }
    }
    described
}

impl Site<'_> {
    /// The value of a key of a source, where a description gives it; else the first description.
    pub(super) fn place_of(&self, source: SourceIx, key: &str) -> Option<Place> {
        let first = self.described[source.get()]?;
        let given = if self.gives(first, key) { first } else { self.description_with(source, key).unwrap_or(first) };
        let path = |file: FileIx| &self.graph.files[file].path;
        Some(match given {
            Described::Own(file) => Place::value(path(file), key),
            Described::Item(file, item) => Place::value(path(file), YamlPath::from("sources").index(item).key(key)),
            Described::Bibliography(number) => self.bibliography[number].place.clone(),
        })
    }

    /// A further description of a source that gives a key.
    fn description_with(&self, source: SourceIx, key: &str) -> Option<Described> {
        self.graph.sources[source].files.iter().rev().find_map(|file| {
            let items = self.graph.files[*file].summary.matter.common.sources.iter().enumerate();
            let of_source = items.filter(|(_, entry)| self.graph.source_ids.get(&entry.id) == Some(&source));
            of_source.map(|(item, _)| Described::Item(*file, item)).find(|here| self.gives(*here, key))
        })
    }

    fn gives(&self, here: Described, key: &str) -> bool {
        let listed = match here {
            Described::Own(file) => {
                let Own::Source(record) = &self.graph.files[file].matter.own else { return false };
                return gives(record, key);
            }
            Described::Item(file, item) => self.graph.files[file].summary.matter.common.sources.get(item),
            Described::Bibliography(number) => self.bibliography.get(number).map(|listed| &listed.entry),
        };
        listed.and_then(|entry| entry.record.as_ref()).is_some_and(|described| gives(&described.record, key))
    }

    /// An actor's own file.
    pub(super) fn file_of(&self, actor: ActorIx) -> Option<FileIx> {
        self.graph.actors[actor].doc.map(|doc| self.graph.docs[doc].files[0])
    }

    /// The first citation of a source in a file, else where the file lists it.
    pub(super) fn cited_at(&self, file: FileIx, source: SourceIx) -> Option<Place> {
        let file = &self.graph.files[file];
        let cites = |link: &Resolved| match link {
            Resolved::Cite(sources) => sources.contains(&Some(source)),
            Resolved::Source(linked) => *linked == source,
            _ => false,
        };
        if let Some(link) = file.links.iter().position(cites) {
            return Some(Place::link(&file.path, link));
        }
        let mut listed = file.summary.matter.common.sources.iter();
        let item = listed.position(|entry| self.graph.source_ids.get(&entry.id) == Some(&source))?;
        Some(Place::value(&file.path, YamlPath::from("sources").index(item)))
    }
}

/// Whether a record has one of the keys that rules point at.
fn gives(record: &SourceRecord, key: &str) -> bool {
    match key {
        "accessed" => record.accessed.is_some(),
        "archive" => record.archive.is_some(),
        "copy" => record.copy.is_some(),
        "date" => record.date.is_some(),
        "title" => record.title.is_some(),
        "url" => record.url.is_some(),
        _ => false,
    }
}
