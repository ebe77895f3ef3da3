//! What can be found: every listed page that a reader may look for, each language by itself.

use std::cmp::Reverse;

use super::files::{Facets, Group, Record};
use super::tally::clip;
use crate::edtf::{Date, Key, SortKey};
use crate::matter::{Moment, Str};
use crate::plan::{Cards, Scene};
use crate::resolve::{ActorIx, DocIx, File, FileIx, Graph, Resolved, SourceIx, Standing};

/// A page that can be found.
pub(super) struct Document {
    pub(super) of: Of,
    pub(super) lang: Str,
    /// The year of its date.
    pub(super) year: Option<i32>,
    order: Option<(SortKey, Option<i64>)>,
    pub(super) route: Str,
}

/// What it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// An actor, and the file whose text is shown.
    Actor(ActorIx, Option<FileIx>),
    /// A day, month or year, and the file whose text is shown.
    Date(Key, Option<FileIx>),
    /// A source, and the file whose text is shown.
    Source(SourceIx, Option<FileIx>),
    /// A plain page.
    Page(FileIx),
    /// A report.
    Report(FileIx),
}

impl Of {
    /// The file whose text is shown.
    pub(super) const fn file(self) -> Option<FileIx> {
        match self {
            Self::Actor(_, file) | Self::Date(_, file) | Self::Source(_, file) => file,
            Self::Page(file) | Self::Report(file) => Some(file),
        }
    }

    const fn kind(self) -> &'static str {
        match self {
            Self::Actor(..) => "actor",
            Self::Date(..) => "date",
            Self::Source(..) => "source",
            Self::Page(_) => "page",
            Self::Report(_) => "report",
        }
    }

    /// The place of its kind in the order of the index.
    const fn rank(self) -> u8 {
        match self {
            Self::Actor(..) => 0,
            Self::Date(..) => 1,
            Self::Source(..) => 2,
            Self::Page(_) => 3,
            Self::Report(_) => 4,
        }
    }
}

/// Everything that can be found, in the order of the index.
pub(super) struct Documents {
    pub(super) all: Vec<Document>,
    /// The number of each file's document.
    of_file: Vec<Option<u32>>,
    /// The number of the document of each actor and each source without a file.
    of_actor: Vec<Option<u32>>,
    of_source: Vec<Option<u32>>,
}

impl Documents {
    /// Numbers everything that is listed: by kind, language and year, the newest first.
    pub(super) fn new(scene: &Scene) -> Self {
        let graph = &*scene.graph;
        let mut all = Listing { scene, found: Vec::new() }.all();
        let place = |lang: &Str| scene.config.languages.iter().position(|known| known == lang).unwrap_or(usize::MAX);
        all.sort_by_cached_key(|document| {
            let (kind, lang) = (document.of.rank(), document.lang.clone());
            let (year, order) = (Reverse(document.year), Reverse(document.order));
            (kind, place(&document.lang), lang, year, order, document.route.clone())
        });
        let mut of_file = vec![None; graph.files.len()];
        let mut of_actor = vec![None; graph.actors.len()];
        let mut of_source = vec![None; graph.sources.len()];
        for (number, document) in all.iter().enumerate() {
            let number = Some(clip(number));
            match (document.of, document.of.file()) {
                (Of::Date(..), _) => {}
                (_, Some(file)) => of_file[file.get()] = number,
                (Of::Actor(actor, None), None) => of_actor[actor.get()] = number,
                (Of::Source(source, None), None) => of_source[source.get()] = number,
                _ => {}
            }
        }
        Self { all, of_file, of_actor, of_source }
    }

    /// The number of an actor's page in a language, or in the site's; `None` where no list has it.
    pub(super) fn actor(&self, graph: &Graph, actor: ActorIx, lang: &str) -> Option<u32> {
        self.version(graph, graph.actors[actor].doc, lang).or(self.of_actor[actor.get()])
    }

    /// The number of a source's page in a language, or in the site's; `None` where no list has it.
    pub(super) fn source(&self, graph: &Graph, source: SourceIx, lang: &str) -> Option<u32> {
        self.version(graph, graph.sources[source].doc, lang).or(self.of_source[source.get()])
    }

    fn version(&self, graph: &Graph, doc: Option<DocIx>, lang: &str) -> Option<u32> {
        let doc = doc?;
        self.of_file[graph.version(doc, lang).get()].or(self.of_file[graph.docs[doc].files[0].get()])
    }

    /// The documents of each kind, language and year.
    pub(super) fn groups(&self) -> Vec<Group> {
        let mut first = 0;
        let same = |a: &Document, b: &Document| (a.of.rank(), &a.lang, a.year) == (b.of.rank(), &b.lang, b.year);
        let group = |documents: &[Document]| {
            let (kind, lang) = (documents[0].of.kind(), documents[0].lang.clone());
            let year = documents[0].year.map(|year| Key { year, month: 0, day: 0 }.to_string());
            let group = Group { kind, lang, year, first, count: documents.len() };
            first += documents.len();
            group
        };
        self.all.chunk_by(same).map(group).collect()
    }

    /// The actors and sources that a document names, as far as they can be found.
    pub(super) fn facets(&self, scene: &Scene, document: &Document) -> Facets {
        let graph = &*scene.graph;
        let Some(file) = document.of.file().map(|file| &graph.files[file]) else { return Facets::default() };
        let actors = file.cast.iter().filter_map(|cast| self.actor(graph, cast.actor, &document.lang));
        let sources = sources_of(file).into_iter();
        let sources = sources.filter_map(|source| self.source(graph, source, &document.lang));
        Facets { actors: actors.collect(), sources: sources.collect() }
    }
}

/// The sources that a file cites, lists or links to, each once.
pub(super) fn sources_of(file: &File) -> Vec<SourceIx> {
    let mut sources: Vec<SourceIx> = file.cited.iter().map(|cited| cited.source).collect();
    for link in &file.links {
        if let Resolved::Source(source) = link
            && !sources.contains(source)
        {
            sources.push(*source);
        }
    }
    sources
}

/// What a list of results shows of a document.
pub(super) fn record(scene: &Scene, document: &Document) -> Record {
    let cards = cards(scene, document);
    let graph = &*scene.graph;
    let date = date(graph, document.of).filter(|_| !matches!(document.of, Of::Date(..)));
    let id = match document.of {
        Of::Actor(actor, _) => graph.actors[actor].id.text(),
        Of::Date(key, _) => key.to_string().into(),
        Of::Source(source, _) => graph.sources[source].id.text(),
        Of::Page(file) | Of::Report(file) => graph.doc_of(file).id.text(),
    };
    let summary = document.of.file().and_then(|file| scene.headlines.summary(file).cloned());
    Record {
        u: scene.addresses.of(&document.route),
        t: title(scene, document),
        s: summary.unwrap_or_default(),
        d: date.map(|date| cards.date(date).text.clone()).unwrap_or_default(),
        i: id,
    }
}

/// The theme's words in a document's language, where it has them.
pub(super) fn cards<'s>(scene: &'s Scene, document: &Document) -> &'s Cards {
    scene.cards(scene.theme.language(&document.lang))
}

/// The title of a document's page.
pub(super) fn title(scene: &Scene, document: &Document) -> Str {
    let graph = &*scene.graph;
    match document.of {
        Of::Actor(actor, _) => cards(scene, document).name(&graph.actors[actor]),
        Of::Date(key, _) => cards(scene, document).key(key),
        Of::Source(source, _) => {
            let source = &graph.sources[source];
            source.record.title.clone().unwrap_or_else(|| source.id.text())
        }
        Of::Page(file) | Of::Report(file) => scene.headlines.title(file).clone(),
    }
}

/// When it was published.
pub(super) fn date(graph: &Graph, of: Of) -> Option<&Date> {
    match of {
        Of::Source(source, _) => graph.sources[source].record.date.as_ref(),
        Of::Page(file) | Of::Report(file) => graph.published(file).map(|moment| &moment.date),
        Of::Actor(..) | Of::Date(..) => None,
    }
}

/// What is listed, while it is looked for.
struct Listing<'s> {
    scene: &'s Scene,
    found: Vec<Document>,
}

impl Listing<'_> {
    fn all(mut self) -> Vec<Document> {
        let graph = &*self.scene.graph;
        for actor in &graph.actor_order {
            let id = &graph.actors[*actor].id;
            self.node(graph.actors[*actor].doc, || format!("/actors/{id}/"), |file| Of::Actor(*actor, file));
        }
        for (key, node) in &graph.dates {
            let file = node.doc.map(|doc| graph.docs[doc].files[0]);
            self.add(Of::Date(*key, file.filter(|file| is_listed(graph, *file))), &node.route);
        }
        for (number, source) in graph.sources.iter().enumerate().filter(|(_, source)| graph.lists_source(source)) {
            let route = || format!("/sources/{}/", source.id);
            self.node(source.doc, route, |file| Of::Source(number.into(), file));
        }
        for file in graph.pages.iter().flat_map(|doc| &graph.docs[*doc].files) {
            self.file(Of::Page(*file), *file);
        }
        for file in graph.reports.iter().flat_map(|doc| &graph.docs[*doc].files) {
            self.file(Of::Report(*file), *file);
        }
        self.found
    }

    /// The page of something that may have a file, and those of the file's versions.
    fn node(&mut self, doc: Option<DocIx>, route: impl FnOnce() -> String, of: impl Fn(Option<FileIx>) -> Of) {
        let graph = &*self.scene.graph;
        match doc {
            None => self.add(of(None), &route().into()),
            Some(doc) => graph.docs[doc].files.iter().for_each(|file| self.file(of(Some(*file)), *file)),
        }
    }

    fn file(&mut self, of: Of, file: FileIx) {
        let graph = &*self.scene.graph;
        if is_listed(graph, file) {
            self.add(of, &graph.files[file].route);
        }
    }

    fn add(&mut self, of: Of, route: &Str) {
        let graph = &*self.scene.graph;
        let lang = match of {
            Of::Date(..) => &self.scene.config.lang,
            _ => of.file().map_or(&self.scene.config.lang, |file| &graph.files[file].summary.lang),
        };
        let (year, order) = match of {
            Of::Date(key, _) => (Some(key.year), Date::from_key(key).map(|date| (date.sort_key(), None))),
            Of::Page(file) | Of::Report(file) => {
                let moment = graph.published(file);
                (moment.and_then(|moment| year(&moment.date)), moment.map(Moment::order))
            }
            Of::Source(..) => {
                let date = date(graph, of);
                (date.and_then(year), date.map(|date| (date.sort_key(), None)))
            }
            Of::Actor(..) => (None, None),
        };
        self.found.push(Document { of, lang: lang.clone(), year, order, route: route.clone() });
    }
}

/// The year in which a date begins, or ends where its beginning is open.
fn year(date: &Date) -> Option<i32> {
    let (start, end) = date.bounds();
    start.or(end).map(|day| day.year)
}

fn is_listed(graph: &Graph, file: FileIx) -> bool {
    graph.files[file].standing == Standing::Listed && graph.doc_of(file).standing == Standing::Listed
}
