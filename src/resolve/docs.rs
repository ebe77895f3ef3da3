//! Files become things, each with an id, versions in other languages, and its place in the lists.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rayon::prelude::*;

use super::front::Published;
use super::graph::{Doc, DocKind, Graph, Section, Standing};
use super::index::{DocIx, FileIx};
use super::lookup::Lookup;
use super::{Input, routes};
use crate::id::Id;
use crate::matter::Str;
use crate::problem::{Name, Place, Problem};

/// The things that files are of.
pub(super) struct Docs {
    pub(super) things: Vec<Doc>,
    /// The thing of each file.
    pub(super) of_file: Vec<DocIx>,
    pub(super) lookup: Lookup,
}

/// Groups files into things.
pub(super) fn group(inputs: &[Input], problems: &mut Vec<Problem>) -> Docs {
    let names: Vec<&Str> = inputs.iter().map(name).collect();
    let ids = inputs.par_iter().zip(names).map(|(input, name)| id_of(input, name));
    let (ids, told): (Vec<Id>, Vec<Option<Box<Problem>>>) = ids.unzip();
    problems.extend(told.into_iter().flatten().map(|problem| *problem));
    let nothing = DocIx::from(inputs.len());
    let things = Vec::with_capacity(inputs.len());
    let mut docs = Docs { things, of_file: vec![nothing; inputs.len()], lookup: Lookup::default() };
    let numbered = || inputs.iter().zip(&ids).enumerate();
    // Originals come before versions, so that a version finds its thing.
    for (number, (input, id)) in numbered().filter(|(_, (input, _))| input.lang.is_none()) {
        if let Some(first) = docs.lookup.doc(input.kind, id) {
            let first = docs.things[first].files[0];
            problems.push(duplicate(input, id, &inputs[first.get()].path));
        }
        docs.add(input.kind, id, number.into());
    }
    for (number, (input, id)) in numbered().filter(|(_, (input, _))| input.lang.is_some()) {
        let beside = original_beside(inputs, input).map(|file| docs.of_file[file]);
        match beside.or_else(|| docs.lookup.doc(input.kind, id)) {
            Some(doc) => {
                docs.of_file[number] = doc;
                docs.things[doc].files.push(number.into());
            }
            // A version without its original is an original of its own.
            None => docs.add(input.kind, id, number.into()),
        }
    }
    docs
}

impl Docs {
    fn add(&mut self, kind: DocKind, id: &Id, file: FileIx) {
        let doc = DocIx::from(self.things.len());
        self.lookup.add(kind, id, doc);
        self.of_file[file.get()] = doc;
        self.things.push(Doc {
            kind,
            id: id.clone(),
            files: vec![file],
            standing: Standing::Hidden,
            position: None,
            backlinks: Vec::new(),
        });
    }
}

/// The number of the file that a version stands beside, by its name: `x.md` of `x.ar.md`, whatever its `slug`.
fn original_beside(inputs: &[Input], version: &Input) -> Option<usize> {
    let (stem, _) = version.path.strip_suffix(".md")?.rsplit_once('.')?;
    let path = format!("{stem}.md");
    inputs.binary_search_by(|input| (*input.path).cmp(&path)).ok().filter(|number| inputs[*number].lang.is_none())
}

/// What a file's thing is called.
fn name(input: &Input) -> &Str {
    input.summary.matter.common.slug.as_ref().unwrap_or(&input.stem)
}

/// The id of a file's thing, and what is wrong with it.
fn id_of(input: &Input, name: &str) -> (Id, Option<Box<Problem>>) {
    let id = Id::new(name);
    let problem = check_id(&id, input).map(Box::new);
    (id, problem)
}

fn duplicate(input: &Input, id: &Id, first: &Str) -> Problem {
    Problem::at(Name::DuplicateId, id_place(input), format!("the id `{id}` is taken"))
        .related(Place::file(first), "by this file")
        .help("rename one of the files, or give it a `slug`".to_owned())
}

/// An id becomes a folder of the output. A file gets another by `slug`.
fn check_id(id: &Id, input: &Input) -> Option<Problem> {
    let mend = |would_do: Option<&str>| {
        would_do.map_or_else(|| "give it a `slug`".to_owned(), |id| format!("`slug: {id}` would do"))
    };
    match input.kind {
        DocKind::Prose(_) => None,
        _ => routes::check_id(id, || id_place(input), mend),
    }
}

/// Where a file's id is given.
fn id_place(input: &Input) -> Place {
    match &input.summary.matter.common.slug {
        Some(_) => Place::value(&input.path, "slug"),
        None => Place::file(&input.path),
    }
}

/// The lists of shown things.
#[derive(Default)]
pub(super) struct Lists {
    pub(super) reports: Vec<DocIx>,
    pub(super) unlisted: Vec<DocIx>,
    pub(super) pages: Vec<DocIx>,
    pub(super) prose: BTreeMap<Section, DocIx>,
}

/// Sorts the shown things into their lists. `published` is of each file.
pub(super) fn lists(graph: &Graph, published: &[Published]) -> Lists {
    let mut lists = Lists::default();
    for (number, doc) in graph.docs.iter().enumerate() {
        let ix = DocIx::from(number);
        match (doc.kind, doc.standing) {
            (DocKind::Report, Standing::Listed) => lists.reports.push(ix),
            (DocKind::Report, Standing::Unlisted) => lists.unlisted.push(ix),
            (DocKind::Page, Standing::Listed | Standing::Unlisted) => lists.pages.push(ix),
            (DocKind::Prose(section), Standing::Listed) => {
                lists.prose.insert(section, ix);
            }
            _ => {}
        }
    }
    let id = |doc: &DocIx| &graph.docs[*doc].id;
    // Newest first; what has no date comes last.
    lists.reports.sort_by_cached_key(|doc| (Reverse(published[graph.docs[*doc].files[0].get()].order), id(doc)));
    lists.unlisted.sort_by_key(id);
    lists.pages.sort_by_key(id);
    lists
}

impl Section {
    /// The section that a folder's `index.md` stands above.
    pub const ALL: [Self; 8] = [
        Self::Home,
        Self::Reports,
        Self::Actors,
        Self::Dates,
        Self::Sources,
        Self::Tags,
        Self::Claims,
        Self::Corrections,
    ];
}
