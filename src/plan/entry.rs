//! Bibliography entries: in the style that site.yaml names, else in one plain style: *Author. Title. Container, number.
//! Publisher, place, date.*

use std::sync::{Arc, OnceLock};

use super::cards::Cards;
use super::scene::Scene;
use crate::cite::{Entry as Written, Fill, Formatter, Memory, Party, Pattern, Purpose, Style, Work};
use crate::edtf::Date;
use crate::escape::escape;
use crate::matter::{NameRef, SourceRecord, Str};
use crate::resolve::SourceIx;
use crate::theme::date_words;
use crate::view::Html;

/// The style that site.yaml names, in one language, and every source in it.
pub(super) struct Styled {
    pub(super) formatter: Formatter,
    memory: Arc<Memory>,
    entries: Vec<OnceLock<Option<Arc<Written>>>>,
}

impl Styled {
    /// `None` where site.yaml names no style.
    pub(super) fn new(scene: &Scene, lang: &str) -> Option<Self> {
        let style = Style::named(scene.config.citations.style.as_deref()?)?;
        let entries = std::iter::repeat_with(OnceLock::new).take(scene.graph.sources.len()).collect();
        Some(Self { formatter: Formatter::new(style, lang), memory: Arc::clone(&scene.entries), entries })
    }

    /// The mark of a source without its author; `None` where it says nothing else. It is rarely wanted, and made each time.
    pub(super) fn without_author(&self, cards: &Cards, ix: SourceIx, entry: &Written) -> Option<Pattern> {
        self.formatter.without_author(&work_of(cards, ix), entry)
    }

    /// A source as the style writes it, made once; `None` where the style can't.
    pub(super) fn entry(&self, cards: &Cards, ix: SourceIx) -> Option<&Arc<Written>> {
        let make = || self.formatter.remembered(&work_of(cards, ix), Purpose::Cited, &self.memory);
        self.entries[ix.get()].get_or_init(make).as_ref()
    }
}

/// A source with its names and years in words.
fn work_of(cards: &Cards, ix: SourceIx) -> Work {
    let source = cards.source_of(ix);
    work(cards, source.id.as_str(), &source.record)
}

fn work(cards: &Cards, id: &str, record: &SourceRecord) -> Work {
    let words = |date: &Date| date_words(cards.words(), date);
    Work::new(id, record, |reference| cards.cited_party(reference), words)
}

/// A name as styles take it apart: only a person's, and only where it is known which part is the family name.
pub(super) fn party(name: Str, reference: &NameRef, is_person: bool) -> Party {
    if let Some((given, family)) = reference.given().zip(reference.family.as_ref()).filter(|_| name == reference.name) {
        return Party::Person { given: given.into(), family: family.clone(), suffix: reference.suffix.clone() };
    }
    // In Latin letters the family name stands last, with the particles before it.
    let is_latin = name.chars().all(|c| !c.is_alphabetic() || c < '\u{250}');
    let Some(mut at) = name.rfind(' ').filter(|_| is_person && is_latin) else { return Party::Whole(name) };
    while let Some(before) = name[..at].rfind(' ')
        && name[before + 1..at].chars().all(char::is_lowercase)
    {
        at = before;
    }
    Party::Person { given: name[..at].trim().into(), family: name[at..].trim().into(), suffix: None }
}

/// A source's entry, as HTML and as plain text.
pub(super) fn entry(cards: &Cards, ix: SourceIx) -> (Html, Str) {
    let fill = Fill::default();
    match cards.styled().and_then(|styled| styled.entry(cards, ix)) {
        Some(written) => (Html(written.entry.html(&fill)), written.entry.text(&fill)),
        None => plain(cards, cards.source_of(ix).id.as_str(), &cards.source_of(ix).record),
    }
}

/// The entry of something that is no source of the site.
pub(super) fn entry_of(cards: &Cards, id: &str, record: &SourceRecord) -> (Html, Str) {
    let fill = Fill::default();
    let work = || work(cards, id, record);
    let written =
        cards.styled().and_then(|styled| styled.formatter.remembered(&work(), Purpose::Listed, &styled.memory));
    match written {
        Some(written) => (Html(written.entry.html(&fill)), written.entry.text(&fill)),
        None => plain(cards, id, record),
    }
}

fn plain(cards: &Cards, id: &str, record: &SourceRecord) -> (Html, Str) {
    let mut entry = Entry::default();
    let authors: Vec<_> = record.author.iter().map(|author| cards.party(author).name).collect();
    let publisher = record.publisher.as_ref().map(|publisher| cards.party(publisher).name);
    entry.part(&[Some(&authors.join(", "))], None);
    if let Some(title) = &record.title {
        entry.title(title);
    } else if authors.is_empty() && record.container.is_none() {
        entry.title(id);
    }
    entry.part(&[record.container.as_deref(), record.number.as_deref()], None);
    let date = record.date.as_ref().map(|date| date_words(cards.words(), date));
    // An author that is its own publisher is named once.
    let publisher = publisher.filter(|publisher| !authors.contains(publisher));
    // Its words would be torn apart where they run the other way than what is before them.
    let isolated = date.as_deref().filter(|date| crate::lang::runs_rtl(date) == Some(true));
    entry.part(&[publisher.as_deref(), record.place.as_deref(), date.as_deref()], isolated);
    (Html(entry.html.into()), entry.text.into())
}

/// An entry that grows part by part, each closed by a full stop.
#[derive(Default)]
struct Entry {
    html: String,
    text: String,
}

impl Entry {
    /// A part of several pieces, one of which may be isolated from the direction of the others.
    fn part(&mut self, pieces: &[Option<&str>], isolated: Option<&str>) {
        let pieces = || pieces.iter().copied().flatten().filter(|piece| !piece.is_empty());
        let html = pieces().map(|piece| match isolated {
            Some(isolated) if isolated == piece => format!("<bdi>{}</bdi>", escape(piece)),
            _ => escape(piece).into_owned(),
        });
        self.push(&pieces().collect::<Vec<_>>().join(", "), &html.collect::<Vec<_>>().join(", "));
    }

    fn title(&mut self, title: &str) {
        self.push(title, &format!("<cite>{}</cite>", escape(title)));
    }

    fn push(&mut self, text: &str, html: &str) {
        if text.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.html.push(' ');
            self.text.push(' ');
        }
        self.html.push_str(html);
        self.text.push_str(text);
        if !text.ends_with(['.', '?', '!', '؟', '…']) {
            self.html.push('.');
            self.text.push('.');
        }
    }
}
