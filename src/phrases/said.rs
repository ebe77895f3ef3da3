//! What a phrase says, before it is reckoned.

use super::{Unit, Weekday};

/// What a phrase says. `which` is −1 for the last, 0 for this, 1 for the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// `Thursday, 12 December 2019`, `12 December`.
    Day { weekday: Option<Weekday>, day: u8, month: u8, year: Option<Year> },
    /// `early April 2019`, `in April`.
    Month { part: bool, month: u8, year: Option<Year> },
    /// `in 2011`, `early 2011`.
    Year { part: bool, year: i32 },
    /// `the 1990s`, by its first year.
    Decade { part: bool, year: i32 },
    /// `spring 2019`, by its EDTF code.
    Season { season: u8, year: Year },
    /// `03/04/2019`
    Numeric { first: u8, second: u8, year: i32 },
    /// `between 12 and 14 December 2019`.
    Range { from: Point, to: Point },
    /// `the fourth of last April`
    DayOfMonth { day: u8, month: u8, which: i8 },
    /// `the fourth of last month`
    DayOfUnit { day: u8, which: i8 },
    /// `the fourth of that month`, `the fourth of the following month`
    DayOfNamed { day: u8, by: i8 },
    /// `the 14th`, right after a day of its month: `on 8 August, and on the 14th`
    LaterDay { day: u8 },
    /// `that February`, `the following March`, `le 4 mars suivant`
    MonthOfNamed { day: Option<u8>, month: u8, by: i8 },
    /// `last April`
    WhichMonth { month: u8, which: i8 },
    /// `last Friday`
    WhichWeekday { weekday: Weekday, which: i8 },
    /// `Thursday of last week`
    WeekdayOfUnit { weekday: Weekday, which: i8 },
    /// `Thursday of that week`, `Thursday of the following week`
    WeekdayOfNamed { weekday: Weekday, by: i8 },
    /// `last week`
    WhichUnit { unit: Unit, which: i8 },
    /// `yesterday`, with a weekday or without.
    Shift { days: i8, weekday: Option<Weekday> },
    /// `today`
    Today,
    /// `last night`
    LastNight,
    /// `three weeks ago`; `None` where it is not said how many.
    Ago { count: Option<u32>, unit: Unit, about: bool },
    /// `that year`, `the following day`: the unit that is so many after that of the date named before.
    NamedUnit { unit: Unit, by: i8 },
    /// `two months later`, `three days earlier`; `None` where it is not said how many.
    Counted { count: Option<u32>, unit: Unit, about: bool, is_later: bool },
    /// `on Friday`
    Weekday(Weekday),
    /// `the night from Friday to Saturday`, by its first day.
    Night(Weekday),
}

impl Said {
    /// Whether it is nothing where no date is named before.
    pub(super) const fn needs_named(&self) -> bool {
        matches!(self, Self::NamedUnit { .. } | Self::Counted { .. } | Self::MonthOfNamed { .. })
    }

    /// Whether it is before the date that it hangs on.
    pub(super) const fn goes_back(&self) -> bool {
        matches!(
            self,
            Self::NamedUnit { by: ..0, .. }
                | Self::MonthOfNamed { by: ..0, .. }
                | Self::DayOfNamed { by: ..0, .. }
                | Self::Counted { is_later: false, .. }
        )
    }

    /// Whether it is a day, a month or a range that leaves out its year.
    pub(super) const fn is_yearless(&self) -> bool {
        matches!(
            self,
            Self::Day { year: None, .. }
                | Self::Month { year: None, .. }
                | Self::Range { to: Point { year: None, .. }, .. }
        )
    }
}

/// A year as it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    Number(i32),
    /// `last year`
    Which(i8),
    /// `of that year`, `of the following year`: so many after that of the date named before.
    Named(i8),
}

/// One end of a range. What the first end leaves out is that of the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Point {
    pub(super) weekday: Option<Weekday>,
    pub(super) day: Option<u8>,
    pub(super) month: Option<u8>,
    pub(super) year: Option<i32>,
}
