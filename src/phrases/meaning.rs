//! What a date phrase means, and how that was reckoned or why it can't be told.

use std::fmt;

use super::{Key, Weekday};

/// What a date phrase means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// It can be told.
    Date {
        /// The date in EDTF.
        edtf: String,
        /// How it was reckoned.
        reckoning: Reckoning,
    },
    /// It can't be told.
    CannotTell {
        /// Why.
        doubt: Doubt,
        /// What it may be, in EDTF, where that is little: the likeliest first.
        candidates: Vec<String>,
    },
}

/// How a date was reckoned. Displayed as a phrase: `the last 4 April before 2019-12-21`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reckoning {
    /// It is written out.
    AsWritten,
    /// It is written out as a part of this date, and the part has no exact bounds: `early April 2019`.
    Widened,
    /// The nearest of its name.
    Nearest {
        /// `4 April`, `April`, `Friday`
        name: String,
        /// Before or after the report.
        direction: Direction,
        /// The report's date.
        written_on: Key,
    },
    /// So many days, weeks, months or years from the report's.
    Shifted {
        /// What is counted.
        unit: Unit,
        /// Negative before.
        by: i8,
        /// The report's date.
        written_on: Key,
    },
    /// Counted back; a rounded count makes an approximate date.
    Ago {
        /// How many.
        count: u32,
        /// Of what.
        unit: Unit,
        /// The report's date.
        written_on: Key,
    },
    /// The only day of that name near the report which is such a weekday.
    ByWeekday {
        /// `12 December`
        name: String,
        /// The weekday.
        weekday: Weekday,
        /// The report's date.
        written_on: Key,
    },
    /// The last or the next of its name, which its context leaves as the only one.
    Told {
        /// `12 December`
        name: String,
        /// Before or after the report.
        direction: Direction,
        /// The report's date.
        written_on: Key,
        /// What leaves no other.
        clue: Clue,
    },
    /// Its year is that of a date named before.
    YearOf {
        /// That date.
        named: Key,
    },
    /// Its year is that of a date which stands beside it: `on 26 February and 17 March 2011`.
    YearBeside {
        /// That date.
        named: Key,
    },
    /// So many days, weeks, months or years from those of a date named before.
    Named {
        /// What is counted.
        unit: Unit,
        /// Negative before; 0 is the same.
        by: i8,
        /// That date.
        named: Key,
    },
    /// Counted from a date named before; a rounded count makes an approximate date.
    Counted {
        /// How many.
        count: u32,
        /// Of what.
        unit: Unit,
        /// Whether it is after that date.
        is_later: bool,
        /// That date.
        named: Key,
    },
    /// The weekday of a week.
    InWeek {
        /// The weekday.
        weekday: Weekday,
        /// How many weeks after that of the date below; negative before.
        by: i8,
        /// The report's date, or one that was named before.
        of: Key,
    },
    /// The first of its name after a date named before, or the last before it.
    Beside {
        /// `4 March`, `March`
        name: String,
        /// Whether it is after that date.
        is_later: bool,
        /// That date.
        named: Key,
    },
    /// One of the two days of the night before.
    NightBefore {
        /// The report's date.
        written_on: Key,
    },
}

/// Where the nearest of a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// The last one before the report.
    Before,
    /// The one of the report's own week, month or year.
    Within,
    /// The first one after the report.
    After,
}

/// What tells which of its name a date without a year is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clue {
    /// It is a few weeks from the report's, and the others are a year away.
    Weeks,
    /// The sentence tells of the past, or of what is to come.
    Tense,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// Why a date can't be told. Displayed as a sentence without a full stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// It is relative, and the report has no date.
    NoReportDate,
    /// It is relative, and the report's date is a month or a year.
    ReportDateTooWide,
    /// It is relative and stands in a quotation, whose day need not be the report's.
    Quoted,
    /// No year is given.
    NoYear,
    /// No year is given, and a date of another year than the report's is named nearby.
    OtherYear {
        /// That date.
        named: Key,
    },
    /// No year is given, and another time than the report's is spoken of nearby.
    OtherTime,
    /// It hangs on a date named before, and none is.
    NothingNamed,
    /// It hangs on a date named before, and need not be that which was told last.
    NamedUnsure,
    /// It hangs on a date named before, and may be any of several.
    SeveralNamed,
    /// It hangs on the day or month of a date that is not known to it.
    NamedTooWide {
        /// That date.
        named: Key,
        /// What is not known of it.
        unit: Unit,
    },
    /// A weekday alone.
    NoWeek,
    /// The report's own weekday alone.
    OwnWeekday,
    /// `03/04/2019`
    DayOrMonth,
    /// `30 February 2019`
    NoSuchDay {
        /// `February 2019`, `February`
        month: String,
        /// Its most days.
        days: u8,
    },
    /// The weekday isn't that of the date.
    WrongWeekday {
        /// The date.
        day: Key,
        /// What it is.
        weekday: Weekday,
    },
    /// `last` or `next` may be the nearest one, or that of the week or year beside.
    TwoReadings,
    /// It is not said how many.
    Vague,
    /// The words beside it may make it another date: `two years ago this month`.
    Beside,
    /// `today` may be these times.
    Nowadays,
    /// A range ends before it begins.
    EndBeforeStart,
    /// `the 2000s`
    DecadeOrCentury,
    /// A winter lies in two years.
    TwoYears,
}

impl Doubt {
    /// Whether the year is not what is in doubt.
    pub(super) const fn is_year_known(&self) -> bool {
        matches!(
            self,
            Self::NoWeek
                | Self::OwnWeekday
                | Self::Nowadays
                | Self::Vague
                | Self::DayOrMonth
                | Self::WrongWeekday { .. }
        )
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        })
    }
}

impl fmt::Display for Reckoning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AsWritten => f.write_str("as written"),
            Self::Widened => f.write_str("as written; the part that is meant has no exact bounds"),
            Self::Nearest { name, direction: Direction::Before, written_on } => {
                write!(f, "the last {name} before {written_on}")
            }
            Self::Nearest { name, direction: Direction::Within, written_on } => {
                write!(f, "the {name} that goes with {written_on}")
            }
            Self::Nearest { name, direction: Direction::After, written_on } => {
                write!(f, "the first {name} after {written_on}")
            }
            Self::Shifted { unit, by: 0, written_on } => write!(f, "the {unit} of {written_on}"),
            Self::Shifted { unit, by: -1, written_on } => write!(f, "the {unit} before that of {written_on}"),
            Self::Shifted { unit, by: 1, written_on } => write!(f, "the {unit} after that of {written_on}"),
            Self::Shifted { unit, by, written_on } => {
                let side = if *by < 0 { "before" } else { "after" };
                write!(f, "{} {unit}s {side} {written_on}", by.unsigned_abs())
            }
            Self::Ago { count, unit, written_on } => {
                let plural = if *count == 1 { "" } else { "s" };
                write!(f, "{count} {unit}{plural} before {written_on}")
            }
            Self::ByWeekday { name, weekday, written_on } => {
                write!(f, "the only {name} near {written_on} that is a {weekday:?}")
            }
            Self::Told { name, direction, written_on, clue } => {
                let side = if *direction == Direction::After { "next" } else { "last" };
                let place = if *direction == Direction::After { "after" } else { "before" };
                let why = match clue {
                    Clue::Weeks => "the only one within weeks",
                    Clue::Tense if *direction == Direction::After => "as the sentence tells of what is to come",
                    Clue::Tense => "as the sentence tells of the past",
                };
                write!(f, "the {side} {name} {place} {written_on}, {why}")
            }
            Self::YearOf { named } => write!(f, "in the year of {named}, named before"),
            Self::YearBeside { named } => write!(f, "in the year of {named}, which stands beside"),
            Self::Named { unit, by: 0, named } => write!(f, "the {unit} of {named}, named before"),
            Self::Named { unit, by, named } => {
                let side = if *by < 0 { "before" } else { "after" };
                match by.unsigned_abs() {
                    1 => write!(f, "the {unit} {side} that of {named}, named before"),
                    count => write!(f, "{count} {unit}s {side} {named}, named before"),
                }
            }
            Self::Counted { count, unit, is_later, named } => {
                let plural = if *count == 1 { "" } else { "s" };
                let side = if *is_later { "after" } else { "before" };
                write!(f, "{count} {unit}{plural} {side} {named}, named before")
            }
            Self::InWeek { weekday, by, of } => {
                let week = match by {
                    -1 => "the week before that of".to_owned(),
                    0 => "the week of".to_owned(),
                    1 => "the week after that of".to_owned(),
                    by => format!(
                        "the week {} weeks {} that of",
                        by.unsigned_abs(),
                        if *by < 0 { "before" } else { "after" }
                    ),
                };
                write!(f, "the {weekday:?} of {week} {of}")
            }
            Self::Beside { name, is_later: true, named } => write!(f, "the first {name} after {named}, named before"),
            Self::Beside { name, is_later: false, named } => write!(f, "the last {name} before {named}, named before"),
            Self::NightBefore { written_on } => write!(f, "one of the two days of the night before {written_on}"),
        }
    }
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoReportDate => "it is relative, and the report has no date",
            Self::ReportDateTooWide => "it is relative, and the report's date is not known to the day or month",
            Self::Quoted => "it is relative and quoted: the day of the quotation may be another",
            Self::NoYear => "no year is given",
            Self::OtherYear { named } => {
                return write!(f, "no year is given, and {named}, named nearby, is of another than the last one");
            }
            Self::OtherTime => "no year is given, and another time is spoken of nearby",
            Self::NothingNamed => "it hangs on a date named before, and none is",
            Self::NamedUnsure => "it need not go with the date that was named last",
            Self::SeveralNamed => "several dates are named before that it may go with",
            Self::NamedTooWide { named, unit } => {
                return write!(f, "it hangs on {named}, named before, which is not known to the {unit}");
            }
            Self::NoWeek => "the week is not given",
            Self::OwnWeekday => "the report's own day may be meant, or that of a week beside",
            Self::DayOrMonth => "day and month may be either way round",
            Self::NoSuchDay { month, days } => return write!(f, "{month} has {days} days"),
            Self::WrongWeekday { day, weekday } => return write!(f, "{day} is a {weekday:?}"),
            Self::TwoReadings => "the nearest may be meant, or another",
            Self::Vague => "it is not said how many",
            Self::Beside => "the words beside it may make it another date",
            Self::Nowadays => "these times may be meant, or the day",
            Self::EndBeforeStart => "the end lies before the beginning",
            Self::DecadeOrCentury => "a decade or a century may be meant",
            Self::TwoYears => "a winter lies in two years",
        })
    }
}
