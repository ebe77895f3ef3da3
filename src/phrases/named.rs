//! The dates that a text has named last, and what else decides what a phrase means.

use super::grammar::Sign;
use super::said::Said;
use super::{Direction, Key};

/// The dates that a text has named last.
#[derive(Debug, Clone, Default)]
pub(super) struct Named {
    /// What `that day` goes with.
    pub(super) last: Dates,
    /// What stood there before the sentence at hand named what belongs to one of its things.
    pub(super) earlier: Dates,
    /// The beginnings of times that go on: `since 1969`.
    pub(super) states: Dates,
    /// What lends its year: `since 2011` does not.
    pub(super) frame: Dates,
    pub(super) story: Story,
    /// Whether the last one was counted back from another, `the day before`: what follows may go on from either.
    pub(super) goes_back: bool,
    /// Whether the sentence at hand has spoken of a time that can't be told: `a century ago`.
    pub(super) is_elsewhen: bool,
}

/// What a paragraph tells of a single year, one thing after the other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Story {
    /// It has named no date yet.
    #[default]
    Unbegun,
    /// The last date that it came to, and how many things it has told of.
    Told(Key, u32),
    /// It has named another year, has gone back, or speaks of these days.
    Broken,
}

/// The dates of the last sentence that named any.
#[derive(Debug, Clone, Default)]
pub(super) struct Dates {
    pub(super) all: Vec<NamedDate>,
    /// Whether one was among them that can't be told.
    pub(super) has_unknown: bool,
    /// Whether one of these may be of another time than the report's: no year beside it is near.
    pub(super) has_stray: bool,
    /// Whether that was in another paragraph.
    pub(super) is_elsewhere: bool,
    /// How many sentences ago they were named: 0 in the sentence at hand.
    pub(super) age: u32,
}

/// What is not known of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unknown {
    /// The day; its year is.
    Day,
    /// Whether it is the last one before the report or the next.
    Side,
    /// Its time: it may be of any year.
    Time,
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
    /// It belongs to one of the things as their bound: `by 12 December it was stuck`.
    Bound,
    /// It bounds a time that goes on: `since 2011`.
    Since,
    /// It does so in an aside: `Gaddafi, in power since 1969, …`.
    InPassing,
}

impl Named {
    /// A date is named.
    pub(super) fn name(&mut self, key: Key, part: Part) {
        self.name_about(key, key, part);
    }

    /// A date is named: what may be counted from it, what it is about, and the part that it plays.
    pub(super) fn name_about(&mut self, exact: Key, about: Key, part: Part) {
        if matches!(part, Part::Since | Part::InPassing) {
            self.states.name(exact, part);
            return;
        }
        self.begin();
        self.last.name(exact, part);
        self.frame.name(about, part);
        self.tell(about, part);
    }

    /// A date is named that can't be told, nor perhaps its year.
    pub(super) fn name_unknown(&mut self, kind: Unknown) {
        self.begin();
        self.last.name_unknown(true);
        if kind != Unknown::Day {
            self.frame.name_unknown(kind == Unknown::Time);
            self.story = Story::Broken;
        }
    }

    fn begin(&mut self) {
        if self.last.age > 0 {
            self.earlier = std::mem::take(&mut self.last);
        }
    }

    fn tell(&mut self, key: Key, part: Part) {
        let is_event = part == Part::Tells;
        self.story = match self.story {
            Story::Unbegun if is_event => Story::Told(key, 1),
            // What the paragraph is about first is its year.
            Story::Unbegun => Story::Broken,
            Story::Told(last, _) if key.year != last.year => Story::Broken,
            Story::Told(last, count) if is_event && key.month != 0 => {
                if key.bounds().1 < last.bounds().0 {
                    Story::Broken
                } else {
                    Story::Told(key, count + 1)
                }
            }
            story => story,
        };
    }

    pub(super) fn end_sentence(&mut self) {
        self.is_elsewhen = false;
        for dates in [&mut self.last, &mut self.earlier, &mut self.states, &mut self.frame] {
            dates.age = dates.age.saturating_add(1);
        }
    }

    pub(super) fn end_paragraph(&mut self) {
        self.end_sentence();
        self.frame.is_elsewhere = true;
        self.story = Story::Unbegun;
    }

    /// A number is said that may be a year: `resolution 1970 (2011)`.
    pub(super) fn name_year(&mut self, year: Key) {
        self.frame.name(year, Part::Aside);
        if !self.last.is_empty() {
            self.states.name(year, Part::Since);
        }
        if matches!(self.story, Story::Told(last, _) if last.year != year.year) {
            self.story = Story::Broken;
        }
    }

    /// Another time is spoken of, which lends no year.
    pub(super) fn name_elsewhen(&mut self) {
        self.frame.name_unknown(true);
        self.story = Story::Broken;
        self.is_elsewhen = true;
    }

    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Whether the sentence at hand has named a day, and nothing else but days of its month, before a later day of that.
    pub(super) fn leads_to(&self, day: u8) -> bool {
        let dates = &self.last;
        let Some(last) = dates.all.last().map(|date| date.key) else { return false };
        let is_earlier = |key: Key| key.day != 0 && key.day < day && (key.year, key.month) == (last.year, last.month);
        dates.age == 0 && !dates.has_unknown && dates.all.iter().all(|date| is_earlier(date.key))
    }

    /// Whether no date was named at all.
    pub(super) const fn is_empty(&self) -> bool {
        self.last.is_empty() && self.states.is_empty()
    }

    /// The dates of this sentence or some before that a phrase may hang on too, beside those of the last one.
    pub(super) fn rivals(&self, limit: u32) -> impl Iterator<Item = Key> {
        let last = &self.last;
        let only_asides = last.age == 0 && last.all.iter().all(|date| date.part != Part::Tells);
        let goes_back = last.age > 0 && self.goes_back;
        let is_near = only_asides && self.earlier.age <= limit || goes_back && self.earlier.age <= 2;
        let earlier = self.earlier.all.iter().filter(move |date| is_near && date.part == Part::Tells);
        let states = self.states.all.iter().filter(move |date| {
            let is_open = date.part == Part::Since || last.age > 1;
            is_open && self.states.age <= last.age && self.states.age <= limit
        });
        let bounds = last.all.iter().filter(|date| last.age > 0 && date.part == Part::Bound);
        earlier.chain(states).chain(bounds).map(|date| date.key)
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

    fn name_unknown(&mut self, is_stray: bool) {
        self.begin();
        self.has_unknown = true;
        self.has_stray |= is_stray;
    }

    fn begin(&mut self) {
        if self.age > 0 {
            self.clear();
        }
        self.is_elsewhere = false;
    }

    fn clear(&mut self) {
        self.all.clear();
        (self.has_unknown, self.has_stray, self.age) = (false, false, 0);
    }
}

/// What decides, beside its own words, what a phrase means.
#[derive(Debug, Clone)]
pub(super) struct Setting<'a> {
    pub(super) named: &'a Named,
    pub(super) is_quoted: bool,
    /// Whether it stands where a clause has its time.
    pub(super) is_adverbial: bool,
    /// What its clause and its sentence tell of.
    pub(super) tense: Tense,
    /// The side of the report's day that its clause speaks of, beyond doubt.
    pub(super) side: Option<Direction>,
    /// A date with a year that stands beside it: `on 26 February and 17 March 2011`.
    pub(super) beside: Option<Key>,
    /// Whether it tells more exactly when something was that was just said: `two months later, on 13 July`.
    pub(super) is_closer: bool,
    /// A date with a year that comes later in its sentence.
    pub(super) after: Option<Key>,
    /// Signs of another time behind it, in its sentence and the next.
    pub(super) behind: Vec<Sign>,
    /// Those in the headings above it, and before it in its list or table.
    pub(super) above: Vec<Sign>,
    /// The one that stands directly behind it: `on 12 December, years later,`.
    pub(super) near: Option<Sign>,
    /// The phrase beside it that names the day which it counts: `three days later, on 7 April`.
    pub(super) apposed: Option<Said>,
    /// The last two digits of its year, perhaps: `12 December '99`.
    pub(super) clipped: Option<u32>,
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

/// A day, month or year; of a season the year.
pub(super) fn key(edtf: &str) -> Option<Key> {
    let mut numbers = edtf.split('-');
    let year = numbers.next()?.parse().ok()?;
    let mut number = || numbers.next().map_or(Some(0), |number| number.parse().ok());
    let (month, day) = (number()?, number()?);
    if month > 12 { Key::new(year, 0, 0) } else { Key::new(year, month, day) }
}
