//! Cards: the small views of things that many pages show. Each is made once in each language.

mod dates;

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock, RwLock};

use super::address::Addresses;
use super::entry::{self, Styled};
use super::headlines::Headlines;
use super::meta::Nodes;
use super::scene::{Scene, direction, language};
use super::timeline;
use crate::cite::Party;
use crate::config::Config;
use crate::edtf::{Date, Key};
use crate::matter::{Grade, Kind, NameRef, Own, Str};
use crate::parse::{Target, UNNAMED};
use crate::resolve::{Actor, ActorIx, DocIx, DocKind, EventIx, FileIx, Graph, Resolved, Source, SourceIx};
use crate::theme::{Arg, Words};
use crate::view::{
    ActorCard, CalendarView, DateView, EventView, GradeView, PageCard, PartyView, PlaceView, ReportCard, SentenceView,
    Shared, SourceCard,
};

/// The cards of all things in one language of the theme's words.
pub struct Cards {
    graph: Arc<Graph>,
    headlines: Headlines,
    config: Arc<Config>,
    addresses: Addresses,
    words: Arc<Words>,
    lang: Str,
    reports: Vec<OnceLock<Shared<ReportCard>>>,
    pages: Vec<OnceLock<Shared<PageCard>>>,
    actors: Vec<OnceLock<Shared<ActorCard>>>,
    sources: Vec<OnceLock<Shared<SourceCard>>>,
    events: Vec<OnceLock<Shared<EventView>>>,
    /// Dates repeat: each is put into words once.
    dates: RwLock<HashMap<Date, Shared<DateView>>>,
    calendars: BTreeMap<Key, OnceLock<Shared<CalendarView>>>,
    source_order: OnceLock<Vec<SourceIx>>,
    /// Dates in few words that were said before.
    pub(super) said: timeline::Memory,
    /// How many cards there are, but for those of which there are few.
    made: AtomicUsize,
    /// The style of citations, where site.yaml names one.
    styled: Option<Styled>,
    nodes: Nodes,
}

fn empty<T>(length: usize) -> Vec<OnceLock<T>> {
    std::iter::repeat_with(OnceLock::new).take(length).collect()
}

impl Cards {
    pub(super) fn new(scene: &Scene, words: &Arc<Words>, lang: &Str) -> Self {
        let graph = &scene.graph;
        Self {
            graph: Arc::clone(graph),
            headlines: scene.headlines.clone(),
            config: Arc::clone(&scene.config),
            addresses: scene.addresses.clone(),
            words: Arc::clone(words),
            lang: lang.clone(),
            reports: empty(graph.docs.len()),
            pages: empty(graph.files.len()),
            actors: empty(graph.actors.len()),
            sources: empty(graph.sources.len()),
            events: empty(graph.events.len()),
            dates: RwLock::default(),
            calendars: graph.dates.keys().filter(|key| key.day == 0).map(|key| (*key, OnceLock::new())).collect(),
            source_order: OnceLock::new(),
            said: timeline::Memory::default(),
            made: AtomicUsize::new(0),
            styled: Styled::new(scene, lang),
            nodes: Nodes::default(),
        }
    }

    /// How many cards were made, about.
    pub(super) fn made(&self) -> usize {
        self.made.load(Ordering::Relaxed)
    }

    fn share<T: Hash>(&self, view: T) -> Shared<T> {
        self.made.fetch_add(1, Ordering::Relaxed);
        Shared::new(view)
    }

    /// The words of the language.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// What pages say of these things to machines.
    pub(super) const fn nodes(&self) -> &Nodes {
        &self.nodes
    }

    /// Citations and entries in the style that site.yaml names.
    pub(super) const fn styled(&self) -> Option<&Styled> {
        self.styled.as_ref()
    }

    /// A word without arguments; its key where the theme has none.
    pub fn word(&self, key: &str) -> Str {
        self.words.get(key, &[]).map_or_else(|| key.into(), Str::from)
    }

    /// A number of things in words; the number alone where the theme has none.
    pub fn counted(&self, key: &str, number: usize) -> Str {
        let n = i64::try_from(number).unwrap_or(i64::MAX);
        self.words.get(key, &[("n", Arg::Number(n))]).unwrap_or_else(|| number.to_string()).into()
    }

    /// A report as lists show it: in this language where there is such a version.
    pub fn report(&self, doc: DocIx) -> Shared<ReportCard> {
        self.reports[doc.get()].get_or_init(|| self.share(self.make_report(doc))).clone()
    }

    fn make_report(&self, doc: DocIx) -> ReportCard {
        let ix = self.graph.version(doc, &self.lang);
        let file = &self.graph.files[ix];
        let original = self.graph.docs[doc].files[0];
        ReportCard {
            id: self.graph.docs[doc].id.text(),
            title: self.headlines.title(ix).clone(),
            url: self.addresses.of(&file.route),
            date: file.matter.common.date.as_ref().map(|moment| self.date(&moment.date)),
            summary: self.headlines.summary(ix).cloned(),
            corrected: self.graph.newest_correction(original).map(|correction| self.date(&correction.date.date)),
            lang: file.summary.lang.clone(),
            dir: direction(&file.summary.lang).into(),
            actors: file.cast.len(),
            sources: file.cited.len(),
        }
    }

    /// Any file's page.
    pub fn page(&self, file: FileIx) -> Shared<PageCard> {
        self.pages[file.get()].get_or_init(|| self.share(self.make_page(file))).clone()
    }

    fn make_page(&self, ix: FileIx) -> PageCard {
        let file = &self.graph.files[ix];
        let doc = self.graph.doc_of(ix);
        let (kind, title) = match doc.kind {
            DocKind::Report => ("report", self.headlines.title(ix).clone()),
            DocKind::Actor => ("actor", self.graph.actor_of(&doc.id).map_or_else(|| doc.id.text(), |a| self.name(a))),
            DocKind::Source => ("source", self.headlines.title(ix).clone()),
            DocKind::Date => {
                let key = doc.id.as_str().parse::<Key>().ok();
                ("date", key.map_or_else(|| doc.id.text(), |key| self.key(key)))
            }
            DocKind::Page => ("page", self.headlines.title(ix).clone()),
            DocKind::Prose(section) => {
                let own = self.headlines.given_title(ix).cloned();
                ("page", own.unwrap_or_else(|| self.word(&format!("heading-{}", section.name()))))
            }
        };
        PageCard {
            kind: kind.into(),
            title,
            url: self.addresses.of(&file.route),
            date: file.matter.common.date.as_ref().map(|moment| self.date(&moment.date)),
            lang: file.summary.lang.clone(),
            dir: direction(&file.summary.lang).into(),
        }
    }

    /// An actor as lists show it.
    pub fn actor(&self, actor: ActorIx) -> Shared<ActorCard> {
        self.actors[actor.get()]
            .get_or_init(|| {
                let actor = &self.graph.actors[actor];
                Shared::new(ActorCard {
                    id: actor.id.text(),
                    name: self.name(actor),
                    kind: actor.kind.as_str().into(),
                    url: self.actor_url(actor),
                })
            })
            .clone()
    }

    /// The address of an actor's page.
    pub fn actor_url(&self, actor: &Actor) -> Option<Str> {
        actor.has_page.then(|| match actor.doc {
            Some(doc) => self.addresses.of(&self.graph.files[self.graph.version(doc, &self.lang)].route),
            None => self.addresses.of(&format!("/actors/{}/", actor.id)),
        })
    }

    /// An actor's name in this language, where it is known.
    pub fn name(&self, actor: &Actor) -> Str {
        if self.lang == self.config.lang {
            return actor.name.clone();
        }
        let named = actor.doc.and_then(|doc| {
            let version = &self.graph.files[self.graph.version(doc, &self.lang)];
            let Own::Actor(record) = &version.matter.own else { return None };
            if version.summary.lang == self.lang {
                return record.name.clone();
            }
            record.names.iter().find(|name| name.lang.as_ref() == Some(&self.lang)).map(|name| name.name.clone())
        });
        named.unwrap_or_else(|| actor.name.clone())
    }

    /// An author or publisher: an actor, where one has this id.
    pub fn party(&self, reference: &NameRef) -> PartyView {
        match self.graph.actor_of(&crate::id::Id::new(&reference.name)) {
            Some(actor) => PartyView { name: self.name(actor), url: self.actor_url(actor) },
            None => PartyView { name: reference.name.clone(), url: None },
        }
    }

    /// An author or publisher, as the styles of citations take names: a person's family name comes first.
    pub(super) fn cited_party(&self, reference: &NameRef) -> Party {
        let actor = self.graph.actor_of(&crate::id::Id::new(&reference.name));
        let name = actor.map_or_else(|| reference.name.clone(), |actor| self.name(actor));
        let is_person = actor.is_some_and(|actor| actor.kind == Kind::Person);
        entry::party(name, reference, is_person)
    }

    /// The source with an index.
    pub(super) fn source_of(&self, source: SourceIx) -> &Source {
        &self.graph.sources[source]
    }

    /// A source as lists show it.
    pub fn source(&self, source: SourceIx) -> Shared<SourceCard> {
        self.sources[source.get()].get_or_init(|| self.share(self.make_source(source))).clone()
    }

    fn make_source(&self, ix: SourceIx) -> SourceCard {
        let source = &self.graph.sources[ix];
        let record = &source.record;
        let (entry, text) = entry::entry(self, ix);
        SourceCard {
            id: source.id.text(),
            title: record.title.clone().unwrap_or_else(|| source.id.text()),
            url: source.has_page.then(|| match source.doc {
                Some(doc) => self.addresses.of(&self.graph.files[self.graph.version(doc, &self.lang)].route),
                None => self.addresses.of(&format!("/sources/{}/", source.id)),
            }),
            entry,
            text,
            kind: record.kind.clone(),
            date: record.date.as_ref().map(|date| self.date(date)),
            original: record.url.clone(),
            archive: record.archive.clone(),
            sha256: record.sha256.clone(),
            accessed: record.accessed.as_ref().map(|date| self.date(date)),
            grade: record.grade.map(|grade| self.grade(grade)),
            lang: record.lang.as_ref().map(language),
            note: record.note.clone(),
        }
    }

    fn grade(&self, grade: Grade) -> GradeView {
        let letter = grade.reliability.to_ascii_lowercase();
        let known = grade.credibility > 0;
        GradeView {
            code: if known {
                format!("{}{}", grade.reliability, grade.credibility)
            } else {
                grade.reliability.to_string()
            }
            .into(),
            reliability: self.word(&format!("grade-{letter}")),
            credibility: known.then(|| self.word(&format!("grade-{}", grade.credibility))),
        }
    }

    /// The calendar of a month or year, which `make` makes the first time.
    pub fn calendar(&self, key: Key, make: impl FnOnce() -> CalendarView) -> Shared<CalendarView> {
        match self.calendars.get(&key) {
            Some(known) => known.get_or_init(|| Shared::new(make())).clone(),
            None => Shared::new(make()),
        }
    }

    /// The order of the list of sources, which `make` makes the first time: each of its pages shows a part.
    pub fn source_order(&self, make: impl FnOnce() -> Vec<SourceIx>) -> &[SourceIx] {
        self.source_order.get_or_init(make)
    }

    /// An event in all files that name it.
    pub fn event(&self, event: EventIx) -> Shared<EventView> {
        self.events[event.get()].get_or_init(|| self.share(self.make_event(event))).clone()
    }

    fn make_event(&self, ix: EventIx) -> EventView {
        let event = &self.graph.events[ix];
        let places = event
            .places
            .iter()
            .map(|(file, number)| self.place(*file, self.graph.files[*file].events[*number as usize].paragraph));
        let first = self.graph.first_told(event);
        let sentence = first.link.filter(|_| first.label.is_none());
        let sentence = sentence.and_then(|link| self.sentence(event.places[0].0, link));
        EventView {
            date: self.date(&event.date),
            label: first.label.clone(),
            sentence,
            actors: event.actors.iter().map(|actor| self.actor(*actor)).collect(),
            sources: event.sources.iter().map(|source| self.source(*source)).collect(),
            places: places.collect(),
        }
    }

    /// A paragraph of a page.
    pub fn place(&self, file: FileIx, paragraph: u32) -> PlaceView {
        let page = self.page(file);
        PlaceView { url: self.addresses.paragraph(&page.url, paragraph), page, paragraph }
    }

    /// The sentence of a link, with the names that are not written out in it. A citation has no words of its own.
    pub fn sentence(&self, ix: FileIx, link: u32) -> Option<SentenceView> {
        let file = &self.graph.files[ix];
        let item = &file.summary.links[link as usize];
        let sentence = item.sentence.as_ref()?;
        let is_cited = matches!(item.target, Target::Cite(_));
        let mention = if sentence.mention().is_empty() && !is_cited {
            self.link_words(ix, link)
        } else {
            sentence.mention().into()
        };
        let mut unnamed = sentence.unnamed.iter().copied();
        Some(SentenceView {
            before: self.named(ix, sentence.before(), &mut unnamed),
            mention,
            after: self.named(ix, sentence.after(), &mut unnamed),
            lang: file.summary.lang.clone(),
            dir: direction(&file.summary.lang).into(),
        })
    }

    /// Puts names where a sentence has links without words.
    pub fn named(&self, file: FileIx, text: &str, unnamed: &mut impl Iterator<Item = u32>) -> Str {
        if unnamed.size_hint().1 == Some(0) || !text.contains(UNNAMED) {
            return text.into();
        }
        let mut named = String::with_capacity(text.len() + 32);
        for (number, piece) in text.split(UNNAMED).enumerate() {
            if number > 0 {
                named.push_str(&unnamed.next().map_or_else(|| "".into(), |link| self.link_words(file, link)));
            }
            named.push_str(piece);
        }
        named.into()
    }

    /// The words of a link that has none of its own: the name, the date in words, the title.
    pub fn link_words(&self, file: FileIx, link: u32) -> Str {
        let file = &self.graph.files[file];
        let Some(item) = file.summary.links.get(link as usize) else { return "".into() };
        match (file.links.get(link as usize).unwrap_or(&Resolved::Nothing), &item.target) {
            (Resolved::Actor(actor), _) => self.actor(*actor).name.clone(),
            (_, Target::Date(date)) => self.date(date).text.clone(),
            (Resolved::Source(source), _) => self.source(*source).title.clone(),
            (Resolved::File(file, _), _) => self.page(*file).title.clone(),
            (Resolved::Route(text) | Resolved::Asset(text), _) => text.clone(),
            (_, Target::Actor(id) | Target::Source(id) | Target::Report(id, _)) => id.text(),
            (_, Target::Wiki(text) | Target::File(text, _) | Target::Route(text, _) | Target::Anchor(text)) => {
                text.clone()
            }
            _ => "".into(),
        }
    }
}
