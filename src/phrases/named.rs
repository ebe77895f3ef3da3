//! The dates that a text has named last, and what else decides what a phrase means.

use super::Key;

/// The dates that a text has named last.
#[derive(Debug, Clone, Default)]
pub(super) struct Named {
    /// What `that day` goes with.
    pub(super) last: Dates,
    /// What lends its year: `since 2011` does not.
    pub(super) frame: Dates,
}

/// The dates of the last sentence that named any.
#[derive(Debug, Clone, Default)]
pub(super) struct Dates {
    pub(super) all: Vec<NamedDate>,
    /// Whether one was among them that can't be told.
    pub(super) has_unknown: bool,
    /// Whether that was in another paragraph.
    pub(super) is_elsewhere: bool,
    /// How many sentences ago they were named: 0 in the sentence at hand.
    pub(super) age: u32,
}

/// A date that was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NamedDate {
    pub(super) key: Key,
    pub(super) part: Part,
}

/// The part that a date plays in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// It says when the things happened that the sentence tells.
    Tells,
    /// It belongs to one of the things: `the agreement of 17 December 2015`.
    Aside,
    /// It bounds a time that goes on: `since 2011`.
    Since,
}

impl Named {
    /// A date is named.
    pub(super) fn name(&mut self, key: Key, part: Part) {
        self.last.name(key, part);
        if part != Part::Since {
            self.frame.name(key, part);
        }
    }

    /// A date is named that can't be told, nor perhaps its year.
    pub(super) fn name_unknown(&mut self, is_year_known: bool) {
        self.last.name_unknown();
        if !is_year_known {
            self.frame.name_unknown();
        }
    }

    pub(super) fn end_sentence(&mut self) {
        self.last.age = self.last.age.saturating_add(1);
        self.frame.age = self.frame.age.saturating_add(1);
    }

    pub(super) fn end_paragraph(&mut self) {
        self.end_sentence();
        (self.last.is_elsewhere, self.frame.is_elsewhere) = (true, true);
    }

    /// A number is said that may be a year: `resolution 1970 (2011)`.
    pub(super) fn name_year(&mut self, year: Key) {
        self.frame.name(year, Part::Aside);
    }

    pub(super) fn clear(&mut self) {
        self.last.clear();
        self.frame.clear();
    }
}

impl Dates {
    /// Whether no date was named at all.
    pub(super) const fn is_empty(&self) -> bool {
        self.all.is_empty() && !self.has_unknown
    }

    fn name(&mut self, key: Key, part: Part) {
        self.begin();
        self.all.push(NamedDate { key, part });
    }

    fn name_unknown(&mut self) {
        self.begin();
        self.has_unknown = true;
    }

    fn begin(&mut self) {
        if self.age > 0 {
            self.clear();
        }
        self.is_elsewhere = false;
    }

    fn clear(&mut self) {
        self.all.clear();
        (self.has_unknown, self.age) = (false, 0);
    }
}

/// What decides, beside its own words, what a phrase means.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting<'a> {
    pub(super) named: &'a Named,
    pub(super) is_quoted: bool,
    /// Whether it stands where a clause has its time.
    pub(super) is_adverbial: bool,
    /// What its clause and its sentence tell of.
    pub(super) tense: Tense,
    /// A date with a year that stands beside it: `on 26 February and 17 March 2011`.
    pub(super) beside: Option<Key>,
    /// A date with a year that comes later in its sentence.
    pub(super) after: Option<Key>,
}

/// Whether words tell of the past, or of what is to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Unclear,
    Past,
    Ahead,
    /// `They agreed that elections will be held on 24 December.`
    Both,
}
