//! What a word may mean in a date phrase.

use std::ops::BitOr;

use super::{Unit, Weekday};

/// What a word says, and the parts that it may play in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sense {
    pub(super) value: Value,
    pub(super) roles: Roles,
}

impl Sense {
    /// A word that no phrase has.
    pub(super) const NONE: Self = Self::of(Value::Other);

    pub(super) const fn of(value: Value) -> Self {
        Self { value, roles: Roles(0) }
    }
}

/// What a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value {
    Other,
    /// A mark of punctuation, or any other sign.
    Mark(char),
    /// `2019`, `٤`: its value and how many digits it has.
    Number(u32, u8),
    /// `4th`, `1er`.
    Nth(u8),
    /// `fourth`, `الرابع`.
    Ordinal(u8),
    /// `الحادي`, which is nothing without its ten.
    Eleventh,
    /// `three`, `trois`, `ثلاثة`.
    Cardinal(u8),
    /// `1990s`: its first year.
    Decade(u16),
    Month(u8),
    /// The first half of two months' names: `كانون` is 12 with `الأول` and 1 with `الثاني`.
    MonthOfTwo(u8, u8),
    Weekday(Weekday),
    /// A unit of time, and how many where the word tells it: `أسبوعين` is two weeks.
    Unit(Unit, Option<u8>),
    /// `last`, `prochain`, `الجاري`: 0 is this one.
    Which(i8, Place),
    /// `early`, `fin`, `منتصف`: a part without exact bounds.
    Part,
    /// The EDTF code of a season, 21 to 24.
    Season(u8),
    /// Days from today: `yesterday` is −1.
    Shift(i8),
    /// `same`, `following`, `précédent`: how many units after that of the date named before; 0 is the same.
    Named(i8, Place),
    /// `lendemain`, `veille`: days from the day named before.
    Beside(i8),
    /// `later` is 1, `earlier` −1; the Arabic word that stands before the time is this one too.
    Side(i8),
    /// `today`, which may be these times.
    Today,
}

/// Where an adjective stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Before,
    After,
}

/// The parts that a word may play, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Roles(u32);

impl Roles {
    pub(super) const NONE: Self = Self(0);
    /// May follow a bare year: `in 2011 and …`, but not `in 2011 villages`.
    pub(super) const FOLLOWS: Self = Self(1);
    pub(super) const ARTICLE: Self = Self(1 << 1);
    pub(super) const OF: Self = Self(1 << 2);
    pub(super) const FROM: Self = Self(1 << 3);
    pub(super) const TO: Self = Self(1 << 4);
    pub(super) const AND: Self = Self(1 << 5);
    pub(super) const BETWEEN: Self = Self(1 << 6);
    /// Makes a bare year or month a date: `in`, `depuis`, `منذ`.
    pub(super) const IN: Self = Self(1 << 7);
    /// Makes a bare year a date, but not a month, which may be a name: `by`.
    pub(super) const BY: Self = Self(1 << 8);
    /// Makes a bare weekday a date: `on`.
    pub(super) const ON: Self = Self(1 << 9);
    /// `ago`; the Arabic word that stands before the time is this one too.
    pub(super) const AGO: Self = Self(1 << 10);
    /// Stands before a year: `year`, `عام`.
    pub(super) const YEAR: Self = Self(1 << 11);
    /// Stands before a month: `mois`, `شهر`.
    pub(super) const MONTH: Self = Self(1 << 12);
    /// Stands before a day or weekday: `يوم`, `صباح`.
    pub(super) const DAY: Self = Self(1 << 13);
    pub(super) const NIGHT: Self = Self(1 << 14);
    /// `rose from 1950 to 2011` speaks of no years.
    pub(super) const CHANGE: Self = Self(1 << 15);
    /// Stands before a number that is none of a date: `page`, `resolution`.
    pub(super) const SERIAL: Self = Self(1 << 16);
    /// Years of other eras: `BC`, `هـ`.
    pub(super) const ERA: Self = Self(1 << 17);
    /// `about`, `environ`.
    pub(super) const ABOUT: Self = Self(1 << 18);
    /// `over`, `plus`: no number follows that could be reckoned with.
    pub(super) const VAGUE: Self = Self(1 << 19);
    /// `several`, `quelques`.
    pub(super) const SOME: Self = Self(1 << 20);
    /// Stands before a weekday that is no certain day: `every`.
    pub(super) const EVERY: Self = Self(1 << 21);
    /// A part of time, with `of` and an article: `the end of 2019`.
    pub(super) const EDGE: Self = Self(1 << 22);
    /// May have a full stop: `Dec.`
    pub(super) const SHORT: Self = Self(1 << 23);
    /// A month that is a name or another word too.
    pub(super) const NAME: Self = Self(1 << 24);
    /// `les années` before a decade.
    pub(super) const YEARS: Self = Self(1 << 25);

    /// The sign of our era after a year: `2011م`.
    pub(super) const AD: Self = Self(1 << 26);
    /// A verb of the past: `announced`, `ont`, `أعلن`.
    pub(super) const PAST: Self = Self(1 << 27);
    /// Speaks of what is to come, or of no certain time: `will`, `prévu`, `every`.
    pub(super) const AHEAD: Self = Self(1 << 28);
    /// Makes of a date the bound of a time: `since`, `until`, `après`.
    pub(super) const BOUND: Self = Self(1 << 29);
    /// Begins a clause that is about a thing: `which`, `dont`, `الذي`.
    pub(super) const WHICH: Self = Self(1 << 30);

    /// Words of grammar that begin phrases of their own: `il` of `il y a`, `avant` of `avant-hier`.
    pub(super) const BEGINS: Self = Self(1 << 31);

    /// Those of words that a phrase may begin with.
    pub(super) const OPENS: Self = Self(
        Self::ARTICLE.0
            | Self::FROM.0
            | Self::BETWEEN.0
            | Self::AGO.0
            | Self::YEAR.0
            | Self::MONTH.0
            | Self::DAY.0
            | Self::NIGHT.0
            | Self::SOME.0
            | Self::YEARS.0
            | Self::BEGINS.0,
    );

    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOr for Roles {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.and(other)
    }
}
