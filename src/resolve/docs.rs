//! Files become things: ids, versions in other languages, and what is shown.

use std::cmp::Reverse;
use std::sync::Arc;

use rayon::prelude::*;

use super::graph::{Doc, DocKind, File, Graph, Section, Standing};
use super::index::{DocIx, FileIx};
use super::lookup::Lookup;
use super::standing::Shown;
use super::versions::inherit;
use super::{Input, Site, routes};
use crate::id::{Id, fold};
use crate::matter::{Matter, Own, Str};
use crate::problem::{Name, Place, Problem};

/// Groups files into things, and decides what is shown.
pub(super) fn gather(inputs: &[Input], site: &Site<'_>, problems: &mut Vec<Problem>) -> (Graph, Lookup) {
    let ids: Vec<Id> = inputs.par_iter().map(id_of).collect();
    problems.par_extend(inputs.par_iter().zip(&ids).filter_map(|(input, id)| check_id(id, input)));
    let mut groups = Groups {
        inputs,
        ids,
        docs: Vec::new(),
        of_file: vec![DocIx::from(0); inputs.len()],
        lookup: Lookup::default(),
    };
    // Originals come before versions, so that a version finds its thing.
    for (number, _) in inputs.iter().enumerate().filter(|(_, input)| input.lang.is_none()) {
        groups.original(number.into(), problems);
    }
    for (number, _) in inputs.iter().enumerate().filter(|(_, input)| input.lang.is_some()) {
        groups.version(number.into());
    }
    let gathered: Vec<(File, Option<i64>)> =
        (0..inputs.len()).into_par_iter().map(|number| groups.file(number.into(), site)).collect();
    let Groups { docs, mut lookup, .. } = groups;
    let mut graph = Graph { docs, files: Vec::with_capacity(gathered.len()), ..Graph::default() };
    for (file, next_change) in gathered {
        graph.files.push(file);
        graph.next_change = [graph.next_change, next_change].into_iter().flatten().min();
    }
    graph.now = site.now;
    for doc in &mut graph.docs {
        doc.standing = graph.files[doc.files[0]].standing;
    }
    list(&mut graph);
    name(&graph, &mut lookup, site);
    (graph, lookup)
}

/// Files on their way to be things.
struct Groups<'a> {
    inputs: &'a [Input],
    /// Of each file.
    ids: Vec<Id>,
    docs: Vec<Doc>,
    /// The thing of each file.
    of_file: Vec<DocIx>,
    lookup: Lookup,
}

impl Groups<'_> {
    fn original(&mut self, file: FileIx, problems: &mut Vec<Problem>) {
        let input = &self.inputs[file.get()];
        let id = &self.ids[file.get()];
        if let Some(first) = self.lookup.doc(input.kind, id) {
            let first = self.docs[first].files[0];
            problems.push(duplicate(input, id, &self.inputs[first.get()].path));
        }
        self.add(file);
    }

    fn version(&mut self, file: FileIx) {
        match self.lookup.doc(self.inputs[file.get()].kind, &self.ids[file.get()]) {
            Some(doc) => {
                self.of_file[file.get()] = doc;
                self.docs[doc].files.push(file);
            }
            // A version without its original is an original of its own.
            None => self.add(file),
        }
    }

    fn add(&mut self, file: FileIx) {
        let (kind, id) = (self.inputs[file.get()].kind, self.ids[file.get()].clone());
        let doc = DocIx::from(self.docs.len());
        self.lookup.add(kind, id.clone(), doc);
        self.of_file[file.get()] = doc;
        self.docs.push(Doc {
            kind,
            id,
            files: vec![file],
            standing: Standing::Hidden,
            position: None,
            backlinks: Vec::new(),
        });
    }

    /// A file, as far as its front matter and its original tell, and when time alone changes that.
    fn file(&self, file: FileIx, site: &Site<'_>) -> (File, Option<i64>) {
        let input = &self.inputs[file.get()];
        let ix = self.of_file[file.get()];
        let doc = &self.docs[ix];
        let original = Some(doc.files[0]).filter(|original| *original != file);
        let original = original.map(|original| &self.inputs[original.get()].summary.matter);
        let matter = match original {
            Some(original) => Arc::new(inherit(&input.summary.matter, original)),
            None => Arc::clone(&input.summary.matter),
        };
        let Shown { mut standing, banner, next_change } = Shown::new(doc.kind, &matter, site);
        if let Some(original) = original {
            standing = standing.max(Shown::new(doc.kind, original, site).standing);
        }
        let file = File {
            path: Arc::clone(&input.path),
            stem: Arc::clone(&input.stem),
            doc: ix,
            summary: Arc::clone(&input.summary),
            matter,
            standing,
            shown_as: banner,
            route: routes::of_file(doc, &input.summary, original.is_some(), &site.config.lang),
            links: Vec::new(),
            cast: Vec::new(),
            cited: Vec::new(),
            events: Vec::new(),
        };
        (file, next_change)
    }
}

fn id_of(input: &Input) -> Id {
    Id::new(input.summary.matter.common.slug.as_ref().unwrap_or(&input.stem))
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

/// Sorts the shown things into their lists.
fn list(graph: &mut Graph) {
    let (mut reports, mut unlisted, mut pages) = (Vec::new(), Vec::new(), Vec::new());
    for (number, doc) in graph.docs.iter().enumerate() {
        let ix = DocIx::from(number);
        match (doc.kind, doc.standing) {
            (DocKind::Report, Standing::Listed) => reports.push(ix),
            (DocKind::Report, Standing::Unlisted) => unlisted.push(ix),
            (DocKind::Page, Standing::Listed | Standing::Unlisted) => pages.push(ix),
            (DocKind::Prose(section), Standing::Listed) => {
                graph.prose.insert(section, ix);
            }
            _ => {}
        }
    }
    let id = |doc: DocIx| &graph.docs[doc].id;
    // Newest first; what has no date comes last.
    reports.sort_by_cached_key(|doc| {
        let moment = graph.published(graph.docs[*doc].files[0]);
        (Reverse(moment.map(|moment| (moment.date.sort_key(), moment.instant))), id(*doc))
    });
    unlisted.sort_by(|a, b| id(*a).cmp(id(*b)));
    pages.sort_by(|a, b| id(*a).cmp(id(*b)));
    for (position, doc) in reports.iter().enumerate() {
        graph.docs[*doc].position = Some(position);
    }
    (graph.reports, graph.unlisted, graph.pages) = (reports, unlisted, pages);
}

/// Notes old ids, and the names that wikilinks may use.
fn name(graph: &Graph, lookup: &mut Lookup, site: &Site<'_>) {
    for (number, doc) in graph.docs.iter().enumerate() {
        let ix = DocIx::from(number);
        let matter = &graph.files[doc.files[0]].matter;
        for old in old_ids(doc.kind, matter) {
            lookup.add_old(doc.kind, old, ix);
        }
        if site.config.wikilinks && doc.standing == Standing::Listed {
            for name in names(matter) {
                lookup.names.entry(fold(name)).or_insert(ix);
            }
        }
    }
}

/// `/actors/old/` among an actor's redirects, or bare `old`, makes `old` an old id of it.
fn old_ids(kind: DocKind, matter: &Matter) -> impl Iterator<Item = Id> {
    let section = section(kind);
    matter.common.redirects.iter().filter_map(move |old| {
        let id = old.strip_prefix(section).unwrap_or(old).trim_matches('/');
        (!id.is_empty() && !id.contains('/')).then(|| Id::new(id))
    })
}

fn names(matter: &Matter) -> Vec<&Str> {
    match &matter.own {
        Own::Actor(actor) => actor.name.iter().chain(actor.names.iter().map(|name| &name.name)).collect(),
        _ => matter.common.title.iter().collect(),
    }
}

impl Section {
    /// The section that a folder's `index.md` stands above.
    pub const ALL: [Self; 6] = [Self::Home, Self::Reports, Self::Actors, Self::Dates, Self::Sources, Self::Tags];
}

/// The route that an item of `redirects` stands for: itself, or for a bare id the address that it had.
pub(super) fn old_route(kind: DocKind, old: &Str) -> Str {
    if old.starts_with('/') {
        return if old.ends_with('/') || old.rsplit('/').next().is_some_and(|last| last.contains('.')) {
            Arc::clone(old)
        } else {
            format!("{old}/").into()
        };
    }
    let section = section(kind);
    format!("{section}{}/", old.trim_matches('/')).into()
}

/// The route that the addresses of a kind begin with.
const fn section(kind: DocKind) -> &'static str {
    match kind {
        DocKind::Report => Section::Reports.route(),
        DocKind::Actor => Section::Actors.route(),
        DocKind::Source => Section::Sources.route(),
        _ => Section::Home.route(),
    }
}
