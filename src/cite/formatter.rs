//! A style in one language.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::str::FromStr;
use std::sync::{Arc, PoisonError, RwLock};

use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::taxonomy::Locator as Label;
use hayagriva::citationberg::{IndependentStyle, Locale, LocaleCode, VerticalAlign};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, CitePurpose, LocatorPayload,
    SpecificLocator, standalone_citation,
};

use super::locale::{locale, terms};
use super::markup::Runs;
use super::pattern::{LETTER, NUMBER, PLACE, Pattern};
#[cfg(test)]
use super::style::Parts;
use super::style::{Class, Ready, Style};
use super::work::{Work, Year};
use crate::digest::Digest;
use crate::matter::Str;
use crate::memo::Recent;

/// A style in one language: formats bibliography entries, and citations in the text.
#[derive(Debug)]
pub struct Formatter {
    ready: &'static Ready,
    style: Style,
    code: LocaleCode,
    locales: Vec<Locale>,
    /// "And", its sign, and "et al.".
    terms: [String; 3],
    frame: Frame,
    /// The mark of all sources, where it is a number.
    number: Pattern,
    /// What a locator adds to a mark, by type of the source, label, and whether it is several.
    places: RwLock<HashMap<Place, Option<Pattern>>>,
}

/// A type of sources, a locator's label, and whether its value is several.
type Place = (String, &'static str, bool);

/// What stands around the citations of one pair of brackets, and between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Before the first: `(`.
    pub before: Str,
    /// Between two: `; `.
    pub between: Str,
    /// Behind the last: `)`.
    pub after: Str,
    /// Whether they stand above the line.
    pub raised: bool,
}

/// A source as a style writes it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Entry {
    /// The bibliography entry.
    pub entry: Pattern,
    /// The mark in the text, without what stands around it; empty in a style that cites in notes.
    pub mark: Pattern,
    /// The source's type, as CSL has it.
    pub kind: Str,
    /// Whether it has a year that a letter can stand behind.
    pub has_year: bool,
}

/// What an entry is needed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// To be cited in texts, too.
    Cited,
    /// To stand by itself: its mark is empty.
    Listed,
}

/// Entries by the digest of all that they are made of, so that a source is formatted again only when something of it is
/// another.
pub type Memory = Recent<Digest, Option<Arc<Entry>>>;

/// So many bytes of entries are remembered: those of some ten thousand sources.
pub const REMEMBERED: usize = 32 << 20;

/// What stands for the number of a source. Styles count on from it.
const FIRST_NUMBER: usize = 48_200;
/// What stands for a locator's value.
const VALUE: &str = "48211";
const VALUES: &str = "48211-48212";

impl Formatter {
    /// A style in a language (BCP 47).
    #[must_use]
    pub fn new(style: Style, lang: &str) -> Self {
        let ready = style.ready();
        let (code, locales) = locale(lang);
        let layout = &ready.whole().citation.citation.layout;
        let text = |text: &Option<String>| Str::from(text.as_deref().unwrap_or_default());
        let mut formatter = Self {
            ready,
            style,
            code,
            terms: terms(&locales),
            locales,
            frame: Frame {
                before: text(&layout.prefix),
                between: layout.delimiter.as_deref().unwrap_or("; ").into(),
                after: text(&layout.suffix),
                raised: layout.vertical_align == Some(VerticalAlign::Sup),
            },
            number: Pattern::default(),
            places: RwLock::default(),
        };
        if ready.class == Class::Number {
            formatter.number = formatter.numbered(&Work::bare("document"), None).pattern();
        }
        formatter
    }

    /// How the style cites in the text.
    pub const fn class(&self) -> Class {
        self.ready.class
    }

    /// The style.
    pub const fn style(&self) -> Style {
        self.style
    }

    /// What stands around citations.
    pub const fn frame(&self) -> &Frame {
        &self.frame
    }

    /// A source as the style writes it; `None` where the style can't.
    #[must_use]
    pub fn entry(&self, work: &Work, purpose: Purpose) -> Option<Entry> {
        // A style may stumble over a source that nobody has thought of: then it is written plainly.
        let make = |work: &Work| {
            let made = catch_unwind(AssertUnwindSafe(|| self.make_entry(work, purpose))).ok()?;
            made.entry.text.contains(char::is_alphanumeric).then_some(made)
        };
        // Some styles have no entries for interviews and papers that were not published; here every source has one.
        make(work).or_else(|| ["document", "report"].iter().find_map(|kind| make(&work.taken_for(kind))))
    }

    /// The same, from the memory where it is there.
    #[must_use]
    pub fn remembered(&self, work: &Work, purpose: Purpose, memory: &Memory) -> Option<Arc<Entry>> {
        let digest = Digest::of(&(self.style.name(), &self.code.0, purpose, work));
        memory.get(&digest).unwrap_or_else(|| {
            let made = self.entry(work, purpose).map(Arc::new);
            let weight = made.as_ref().map_or(64, |entry| entry.weight());
            memory.put(digest, made.clone(), weight);
            made
        })
    }

    fn make_entry(&self, work: &Work, purpose: Purpose) -> Entry {
        let parts = self.ready.parts(&work.sort());
        let style = &parts.bibliography;
        let mut entry = self.runs(style, work, None, Some(CitePurpose::Full));
        if let Some(suffix) = style.bibliography.as_ref().and_then(|part| part.layout.suffix.as_deref()) {
            entry.close_with(suffix);
        }
        work.put_year(&mut entry, |year| &year.entry);
        let mark = match purpose {
            Purpose::Cited => self.mark_of(work),
            Purpose::Listed => Pattern::default(),
        };
        Entry { has_year: mark.has_letter(), entry: entry.pattern(), mark, kind: work.kind().into() }
    }

    /// What cites a source in the text.
    fn mark_of(&self, work: &Work) -> Pattern {
        match self.ready.class {
            Class::Note => Pattern::default(),
            Class::Number => self.number.clone(),
            Class::Author => {
                let mark = self.mark(work, None);
                if mark.text().contains(char::is_alphabetic) {
                    return mark.pattern();
                }
                // Some styles have no words for a source without author.
                let comma = if mark.text().contains(char::is_alphanumeric) { ", " } else { "" };
                Pattern::of(&work.title(), comma).and(&mark.pattern())
            }
        }
    }

    /// The mark of a source without its author, where the style names one; `None` where the mark says nothing else.
    #[must_use]
    pub fn without_author(&self, work: &Work, entry: &Entry) -> Option<Pattern> {
        if self.ready.class != Class::Author {
            return Some(entry.mark.clone());
        }
        let work = &work.taken_for(&entry.kind);
        let make = || {
            let mark = self.mark(work, None);
            let text = mark.text();
            let author =
                self.runs(&self.ready.parts(&work.sort()).citation, work, None, Some(CitePurpose::Author)).text();
            let Some(rest) = text.strip_prefix(self.inner(&author)) else { return Some(entry.mark.clone()) };
            let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || ",،.:;".contains(c));
            let skipped = text.len() - rest.len();
            rest.contains(char::is_alphanumeric).then(|| mark.skip(skipped).pattern())
        };
        catch_unwind(AssertUnwindSafe(make)).unwrap_or_else(|_| Some(entry.mark.clone()))
    }

    /// The mark of a source, or that without its author, with a locator, whose value has an open place. `None` where the
    /// style passes over locators.
    #[must_use]
    pub fn with_place(&self, entry: &Entry, mark: &Pattern, label: &'static str, several: bool) -> Option<Pattern> {
        let place = self.place(&entry.kind, label, several)?;
        Some(if self.ready.class == Class::Number { place } else { mark.and(&place) })
    }

    /// What a locator adds to the mark of a source of this type; where marks are numbers, the whole mark.
    fn place(&self, kind: &str, label: &'static str, several: bool) -> Option<Pattern> {
        let key = (kind.to_owned(), label, several);
        if let Some(known) = self.places.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return known.clone();
        }
        let place = catch_unwind(AssertUnwindSafe(|| self.make_place(kind, label, several))).unwrap_or_default();
        self.places.write().unwrap_or_else(PoisonError::into_inner).insert(key, place.clone());
        place
    }

    fn make_place(&self, kind: &str, label: &str, several: bool) -> Option<Pattern> {
        let label = Label::from_str(if label == "sub-verbo" { "sub verbo" } else { label }).unwrap_or(Label::Custom);
        let value = if several { VALUES } else { VALUE };
        let work = Work::bare(kind);
        let locator = || Some(SpecificLocator(label, LocatorPayload::Str(value)));
        let mut with = match self.ready.class {
            Class::Note => return None,
            Class::Number => self.numbered(&work, locator()),
            Class::Author => self.mark(&work, locator()),
        };
        let text = with.text();
        let at = text.find(VALUE)?;
        if several {
            let end = at + VALUE.len();
            let more = text[end..].find(|c: char| c.is_ascii_digit()).map_or(end, |digit| end + digit);
            let last = text[more..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |length| more + length);
            with.replace(&text[at..last], &PLACE.to_string(), "");
        } else {
            with.replace(VALUE, &PLACE.to_string(), "");
        }
        if self.ready.class == Class::Number {
            return Some(with.pattern());
        }
        // What the locator adds stands behind the mark.
        let plain = self.mark(&work, None).text();
        with.text().starts_with(&plain).then(|| with.skip(plain.len()).pattern())
    }

    /// The mark of a source in a style that cites by author.
    fn mark(&self, work: &Work, locator: Option<SpecificLocator<'_>>) -> Runs {
        let mut runs = self.framed(self.runs(&self.ready.parts(&work.sort()).citation, work, locator, None));
        work.put_year(&mut runs, |year| &year.mark);
        runs
    }

    /// The mark of a source in a style that cites by number.
    fn numbered(&self, work: &Work, locator: Option<SpecificLocator<'_>>) -> Runs {
        let style = &self.ready.whole().citation;
        let mut driver = BibliographyDriver::new().with_citation_number_offset(FIRST_NUMBER);
        let item = CitationItem::with_locator(&work.item, locator);
        driver.citation(self.request(style, item));
        let request = BibliographyRequest::new(style, Some(self.code.clone()), &self.locales);
        let rendered = driver.finish(request).citations;
        let mut runs = rendered.first().map(|first| self.framed(Runs::new(&first.citation))).unwrap_or_default();
        runs.replace(&(FIRST_NUMBER + 1).to_string(), &NUMBER.to_string(), "");
        work.put_year(&mut runs, |year| &year.mark);
        runs
    }

    /// A citation without what stands around all of them.
    fn framed(&self, runs: Runs) -> Runs {
        let text = runs.text();
        let inner = self.inner(&text);
        let before = inner.as_ptr() as usize - text.as_ptr() as usize;
        let mut runs = runs.skip(before);
        runs.keep(inner.len());
        runs
    }

    fn inner<'t>(&self, text: &'t str) -> &'t str {
        let text = text.strip_prefix(&*self.frame.before).unwrap_or(text);
        text.strip_suffix(&*self.frame.after).unwrap_or(text)
    }

    fn runs(
        &self,
        style: &IndependentStyle,
        work: &Work,
        locator: Option<SpecificLocator<'_>>,
        purpose: Option<CitePurpose>,
    ) -> Runs {
        let item = CitationItem::new(&work.item, locator, None, false, purpose);
        let mut runs = Runs::new(&standalone_citation(self.request(style, item)));
        if work.has_others {
            let [and, sign, others] = &self.terms;
            runs.put_others(&[and.clone(), sign.clone(), "&".to_owned()], others);
        }
        runs
    }

    /// The entry and the mark of a source as the whole style writes it, and as the one for its sort does; `None` where it
    /// stumbles.
    #[cfg(test)]
    pub(super) fn both(&self, work: &Work) -> (Option<String>, Option<String>) {
        let written = |parts: &Parts| {
            let make = || {
                let entry = self.runs(&parts.bibliography, work, None, Some(CitePurpose::Full)).pattern();
                let value = Some(SpecificLocator(Label::Page, LocatorPayload::Str(VALUE)));
                let marks = [(None, None), (value, None), (None, Some(CitePurpose::Author))]
                    .map(|(place, purpose)| self.runs(&parts.citation, work, place, purpose));
                format!("{entry:?} {:?}", marks.map(|runs| runs.pattern()))
            };
            catch_unwind(AssertUnwindSafe(make)).ok()
        };
        (written(self.ready.whole()), written(&self.ready.narrowed(&work.sort())))
    }

    fn request<'a>(&'a self, style: &'a IndependentStyle, item: CitationItem<'a, Item>) -> CitationRequest<'a, Item> {
        CitationRequest::new(vec![item], style, Some(self.code.clone()), &self.locales, None)
    }
}

impl Entry {
    /// About how many bytes it takes.
    fn weight(&self) -> usize {
        let patterns = [&self.entry, &self.mark];
        size_of::<Self>() + patterns.iter().map(|pattern| pattern.html.len() + pattern.text.len()).sum::<usize>()
    }
}

impl Work {
    /// Puts the year in its place, with room for a letter behind the first one.
    fn put_year(&self, runs: &mut Runs, words: impl Fn(&Year) -> &String) {
        if let Some(year) = &self.year {
            runs.replace(&year.stand_in, &format!("{}{LETTER}", words(year)), words(year));
        }
    }
}
