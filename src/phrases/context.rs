//! A text that is read paragraph by paragraph, and what it has said so far.

use std::mem;
use std::ops::Range;

use super::above::Above;
use super::apposed::{apposed, compare, doubt_unless};
use super::finds::{Find, What, finds};
use super::grammar::{Reader, Sign};
use super::language::Language;
use super::named::{Named, Part, Setting, Story, Tense, Unknown, key};
use super::said::Said;
use super::{Direction, Doubt, Key, Meaning, Phrase, reckon, words};

/// How many words may stand between a weekday and the time that it is counted from.
const BESIDE: usize = 2;
/// How many words behind a date a sign of another time still tells of it: `on 12 December, twenty years later,`.
const NEAR: usize = 5;

/// What a text has said so far: later phrases hang on it.
///
/// Paragraphs are read in the order in which they are read by people. A date that is named lends its year to those that
/// follow (`on 4 April 2019 … on 12 December`), and is what `that month` and `two days later` are reckoned from: in this
/// sentence or the next, a year or a month in the next three.
#[derive(Debug, Clone)]
pub struct Context {
    language: Option<Language>,
    written_on: Option<Key>,
    named: Named,
    is_quotation: bool,
    above: Above,
}

/// Words whose date is known: those of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Where they stand in the paragraph, in bytes.
    pub range: Range<usize>,
    /// Their day, month or year; `None` where it is something else.
    pub date: Option<Key>,
}

impl Context {
    /// That of a text which has said nothing yet.
    ///
    /// `lang` is a language tag; other languages than English, French and Arabic have no phrases. `written_on` is the day,
    /// month or year that relative phrases are reckoned from.
    #[must_use]
    pub fn new(lang: &str, written_on: Option<Key>) -> Self {
        Self {
            language: Language::from_tag(lang),
            written_on,
            named: Named::default(),
            is_quotation: false,
            above: Above::default(),
        }
    }

    /// That of a quotation: what is relative need not be reckoned from the text's own date.
    #[must_use]
    pub fn of_quotation(lang: &str, written_on: Option<Key>) -> Self {
        Self { is_quotation: true, ..Self::new(lang, written_on) }
    }

    /// A new part of the text begins, which nothing before it says anything about but its heading and those above that.
    /// `depth` is 1 for the highest.
    pub fn turn(&mut self, depth: u8, heading: &str) {
        self.named.clear();
        let Some(language) = self.language else { return };
        let words = words::split(heading, language);
        self.above.turn(depth, Reader::new(heading, &words, language).signs_of_heading());
    }

    /// The block that the next paragraph stands in, by number: a list or a table has several.
    pub fn enter(&mut self, block: u32) {
        self.above.enter(block);
    }

    /// Finds the date phrases of the next paragraph, in ascending order and without overlaps. `known` are the dates that
    /// the author has given, by ascending place: no phrase is found in them.
    pub fn read(&mut self, paragraph: &str, known: &[Known]) -> Vec<Phrase> {
        let Some(language) = self.language else { return Vec::new() };
        self.named.end_paragraph();
        let words = words::split(paragraph, language);
        let reader = Reader::new(paragraph, &words, language);
        let finds = finds(&reader, known);
        let mut phrases: Vec<Phrase> = Vec::new();
        let mut read = 0;
        let mut part = Part::Aside;
        let (mut is_vague, mut had_unknown) = (false, false);
        for (index, find) in finds.iter().enumerate() {
            self.pass(&reader, read..find.start);
            let read_before = mem::replace(&mut read, find.end);
            let is_quoted = self.is_quotation || words[find.start].quoted;
            if index == 0 || !reader.are_joined(read_before, find.start) {
                part = part_of(&reader, find);
            }
            match &find.what {
                What::Known(Some(key)) => {
                    self.named.name(*key, part);
                    self.named.goes_back = false;
                }
                What::Known(None) => self.named.name_unknown(Unknown::Time),
                What::Nothing => {}
                // `The following year`, after nothing.
                What::Said(said) if said.needs_named() && self.named.is_empty() => {
                    self.pass(&reader, find.start..find.end);
                }
                // `on the 14th`, after no day of its month.
                What::Said(Said::LaterDay { day }) if !self.named.leads_to(*day) => {
                    self.pass(&reader, find.start..find.end);
                }
                What::Said(said) => {
                    let setting = self.setting(&reader, &finds, index, said, is_quoted);
                    let is_closer = setting.is_closer;
                    let mut meaning = reckon::reckon(said, self.written_on, language, setting);
                    if matches!(meaning, Meaning::Date { .. }) && self.is_trapped(&reader, &finds, index, said) {
                        meaning = Meaning::CannotTell { doubt: Doubt::Beside, candidates: Vec::new() };
                    }
                    // A phrase that comes next is compared in its turn.
                    if let Some(naming) = apposed(&reader, &finds, index).filter(Said::has_year) {
                        doubt_unless(&naming, &mut meaning);
                    }
                    if let Some(before) = index.checked_sub(1).map(|before| &finds[before])
                        && let What::Said(said_before) = &before.what
                        && let Some(phrase) =
                            phrases.last_mut().filter(|it| it.range.start == words[before.start].start)
                        && reader.are_apposed(before.end, find.start)
                    {
                        compare((said_before, &mut phrase.meaning), (said, &mut meaning));
                    }
                    // What a quotation names is not what the text tells of.
                    if !is_quoted {
                        // `a few weeks later, on 12 December` leaves no doubt.
                        if is_closer && is_vague && matches!(meaning, Meaning::Date { .. }) {
                            self.named.last.has_unknown = had_unknown;
                        }
                        had_unknown = self.named.last.has_unknown && self.named.last.age == 0;
                        is_vague = matches!(meaning, Meaning::CannotTell { doubt: Doubt::Vague, .. });
                        self.note(&meaning, part);
                        self.named.goes_back = said.goes_back();
                    }
                    let range = words[find.start].start..words[find.end - 1].end;
                    phrases.push(Phrase { range, meaning });
                }
            }
        }
        // The paragraph's end is that of its last sentence.
        let last = words.len().saturating_sub(1);
        let end = if reader.ends_sentence(last) { last } else { words.len() };
        self.pass(&reader, read..end);
        self.above.read(&reader);
        phrases
    }

    /// Passes over words that are no date.
    fn pass(&mut self, reader: &Reader<'_>, words: Range<usize>) {
        for at in words {
            if reader.ends_sentence(at) {
                let is_told = matches!(self.named.story, Story::Told(..));
                if is_told && reader.is_ahead(reader.sentence(at, at)) {
                    self.named.story = Story::Broken;
                }
                self.named.end_sentence();
            } else if let Some(year) = reader.stray_year(at).and_then(|year| Key::new(year, 0, 0)) {
                self.named.name_year(year);
            } else if reader.sign(at).is_some() {
                self.named.name_elsewhen();
            }
        }
    }

    /// Keeps what a phrase has named.
    fn note(&mut self, meaning: &Meaning, part: Part) {
        match meaning {
            Meaning::Date { edtf, .. } => match date(edtf) {
                Some((exact, about)) => self.named.name_about(exact, about, part),
                None => self.named.name_unknown(Unknown::Time),
            },
            Meaning::CannotTell { doubt, .. } if doubt.is_year_known() => self.named.name_unknown(Unknown::Day),
            Meaning::CannotTell { doubt, candidates } => {
                // The last one and the next one, and no other time before.
                let is_near = match doubt {
                    Doubt::NoYear => true,
                    Doubt::OtherYear { named } => self.is_near(*named),
                    _ => false,
                };
                let is_side = is_near && candidates.len() <= 2 && self.tells_of_report();
                self.named.name_unknown(if is_side { Unknown::Side } else { Unknown::Time });
            }
        }
    }

    /// Whether the dates that were named last are of the report's year or beside it.
    fn tells_of_report(&self) -> bool {
        let frame = &self.named.frame;
        !frame.has_stray && frame.all.iter().all(|date| self.is_near(date.key))
    }

    /// Whether a date is of the report's year or of one beside it.
    fn is_near(&self, key: Key) -> bool {
        self.written_on.is_some_and(|written_on| (written_on.year - key.year).abs() <= 1)
    }

    /// Whether the words around a phrase may make it another date.
    fn is_trapped(&self, reader: &Reader<'_>, finds: &[Find], index: usize, said: &Said) -> bool {
        let find = &finds[index];
        let before = index.checked_sub(1).and_then(|before| finds[before].phrase());
        let after = finds.get(index + 1).and_then(Find::phrase);
        let sentence = reader.sentence(find.start, find.end);
        let dated = |earlier: &&Find| {
            earlier.start >= sentence.start && earlier.year().is_some_and(|key| Some(key) != self.written_on)
        };
        reader.is_trapped((said, find.start..find.end), before, after, self.written_on)
            || finds[..index].iter().find(dated).is_some_and(|dated| reader.is_reported(said, dated.end..find.start))
    }

    /// What decides what a phrase means; the text around is looked at only for those that hang on it.
    fn setting(&self, reader: &Reader<'_>, finds: &[Find], index: usize, said: &Said, is_quoted: bool) -> Setting<'_> {
        let mut setting = Setting {
            named: &self.named,
            is_quoted,
            is_adverbial: false,
            tense: Tense::Unclear,
            side: None,
            beside: None,
            is_closer: false,
            after: None,
            behind: Vec::new(),
            above: Vec::new(),
            near: None,
            apposed: apposed(reader, finds, index),
            clipped: None,
        };
        if !said.is_yearless() && !matches!(said, Said::Weekday(_)) {
            return setting;
        }
        let find = &finds[index];
        let sentence = reader.sentence(find.start, find.end);
        let is_since = reader.is_since(find.start);
        let joined = finds[..index].last().filter(|before| reader.are_joined(before.end, find.start));
        let hangs = |before: &&Find| matches!(before.what, What::Said(said) if said.needs_named());
        let is_wider = |before: &&Find| before.is_wide() && !reader.is_since(before.start);
        let narrowed = finds[..index].last().filter(|before| reader.narrows(before.end, find.start));
        let wider = joined.filter(|before| hangs(before) || is_wider(before));
        setting.is_closer = wider.is_some_and(|before| reader.is_after_comma(before.end + 1))
            || narrowed.as_ref().is_some_and(is_wider);
        let is_adverbial = |find: &Find| reader.is_adverbial(find.start, find.end);
        setting.is_adverbial = (is_adverbial(find) || joined.is_some_and(is_adverbial)) && !reader.is_goal(find.start);
        let is_past = is_since || reader.is_past(find.start, find.end);
        let is_ahead = !is_since && reader.is_ahead(sentence.clone());
        setting.side = match said {
            Said::Weekday(_) if reader.names_other_week(find.end) || is_counted(finds, index) => None,
            _ if is_since => Some(Direction::Before),
            _ => reader.told_side(find.start, find.end),
        };
        setting.tense = match (setting.side, is_past, is_ahead) {
            (Some(Direction::After), ..) | (None, false, true) => Tense::Ahead,
            (Some(_), ..) | (None, true, false) => Tense::Past,
            (None, true, true) => Tense::Both,
            (None, false, false) => Tense::Unclear,
        };
        let later = finds[index + 1..].iter().take_while(|later| later.start < sentence.end);
        let dated = |later: &Find| later.year().filter(|_| !reader.is_since(later.start));
        setting.after = later.clone().find_map(dated);
        let beside = finds[index + 1..].first().filter(|next| reader.are_joined(find.end, next.start));
        setting.beside = beside.and_then(Find::year);
        let end = reader.next_sentence_end(sentence.end);
        let behind = (find.end..end).filter_map(|at| Some((at, reader.sign(at)?)));
        let near = sentence.end.min(find.end + NEAR);
        let tells = |(at, sign): (usize, Sign)| Some(sign).filter(|sign| *sign == Sign::Unknown && at < near);
        setting.near = behind.clone().find_map(tells);
        let next = finds[index + 1..].iter().filter(|next| next.start < end && !reader.is_since(next.start));
        let linked = next.filter_map(Find::year).map(|key| Sign::Year(key.year));
        setting.behind = behind.map(|(_, sign)| sign).chain(linked).collect();
        setting.above = self.above.signs();
        setting.clipped = reader.clipped_year(find.end);
        setting
    }
}

/// Whether a time stands beside that a weekday may be counted from: `on Friday two weeks ago`.
fn is_counted(finds: &[Find], index: usize) -> bool {
    let counts = |find: &Find| {
        matches!(
            find.what,
            What::Said(Said::Ago { .. } | Said::Counted { .. } | Said::NamedUnit { .. } | Said::WhichUnit { .. })
        )
    };
    let before = finds[..index].last().filter(|before| finds[index].start <= before.end + BESIDE);
    let after = finds.get(index + 1).filter(|after| after.start <= finds[index].end + BESIDE);
    before.into_iter().chain(after).any(counts)
}

/// The part that a date plays in its sentence. One that is joined to another plays the other's.
fn part_of(reader: &Reader<'_>, find: &Find) -> Part {
    if reader.is_since(find.start) {
        return if reader.is_in_passing(find.start, find.end) { Part::InPassing } else { Part::Since };
    }
    let tells = match find.what {
        What::Said(Said::Range { .. } | Said::Decade { .. }) => false,
        What::Known(_) | What::Said(Said::NamedUnit { .. } | Said::Counted { .. } | Said::MonthOfNamed { .. }) => {
            reader.tells_when(find.start, find.end, true)
        }
        _ => reader.tells_when(find.start, find.end, false),
    };
    if tells {
        Part::Tells
    } else if reader.is_bound(find.start) {
        Part::Bound
    } else {
        Part::Aside
    }
}

/// What may be counted from a date that was found, and what it is about. What is about a day or a month has its year, and no
/// day that could be counted from; a range has the month or year that it lies in.
fn date(edtf: &str) -> Option<(Key, Key)> {
    if let Some((from, to)) = edtf.split_once('/') {
        let (from, to) = (key(from)?, key(to)?);
        let month = Key::new(from.year, from.month, 0).filter(|_| from.month == to.month);
        let wide = month.unwrap_or(from.in_year());
        return (from.year == to.year).then_some((wide, wide));
    }
    if let Some(about) = edtf.strip_suffix('~') {
        return key(about).filter(|key| key.month != 0).map(|key| (key.in_year(), key));
    }
    key(edtf).map(|key| (key, key))
}
