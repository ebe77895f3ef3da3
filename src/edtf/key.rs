//! Keys of date pages: a year, a month or a day.

use std::fmt;
use std::str::FromStr;

use super::day::days_in_month;
use super::{Date, DateError, Day};

/// What a date page is about: a year of at most four digits, a month or a day.
///
/// The derived order puts a year before its months, and a month before its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The astronomical year, −9999 to 9999.
    pub year: i32,
    /// 1 to 12; 0 for a year.
    pub month: u8,
    /// 1 to 31; 0 for a year or a month.
    pub day: u8,
}

impl Key {
    /// The key, if the calendar has such a day, month or year.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let exists = match (month, day) {
            (0..=12, 0) => true,
            (1..=12, day) => day <= days_in_month(year, month),
            _ => false,
        };
        (exists && (-9999..=9999).contains(&year)).then_some(Self { year, month, day })
    }

    /// The key of a day; `None` where its year has more than four digits.
    #[must_use]
    pub fn of_day(day: Day) -> Option<Self> {
        Self::new(day.year, day.month, day.day)
    }

    /// The month of a day, the year of a month.
    #[must_use]
    pub const fn parent(self) -> Option<Self> {
        match self {
            Self { month: 0, .. } => None,
            Self { day: 0, .. } => Some(Self { month: 0, ..self }),
            _ => Some(Self { day: 0, ..self }),
        }
    }

    /// The key's year.
    #[must_use]
    pub const fn in_year(self) -> Self {
        Self { month: 0, day: 0, ..self }
    }

    /// Its first and its last day.
    #[must_use]
    pub fn bounds(self) -> (Day, Day) {
        let Self { year, month, day } = self;
        let (first_month, last_month) = if month == 0 { (1, 12) } else { (month, month) };
        let (first_day, last_day) = if day == 0 { (1, days_in_month(year, last_month)) } else { (day, day) };
        (Day { year, month: first_month, day: first_day }, Day { year, month: last_month, day: last_day })
    }

    /// The address of its page: `/dates/2019/04/04/`, `/dates/-0044/`.
    #[must_use]
    pub fn route(self) -> String {
        let mut route = String::with_capacity(20);
        route.push_str("/dates/");
        self.write(&mut route, '/').ok();
        route.push('/');
        route
    }

    fn write(self, to: &mut impl fmt::Write, separator: char) -> fmt::Result {
        let sign = if self.year < 0 { "-" } else { "" };
        write!(to, "{sign}{:04}", self.year.unsigned_abs())?;
        if self.month != 0 {
            write!(to, "{separator}{:02}", self.month)?;
        }
        if self.day != 0 {
            write!(to, "{separator}{:02}", self.day)?;
        }
        Ok(())
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, '-')
    }
}

/// Reads the stem of a date's file: `2019`, `2019-04`, `2019-04-04`.
impl FromStr for Key {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let date = Date::parse(text)?;
        let own = date.key().filter(|key| key.to_string() == text);
        own.ok_or_else(|| DateError::new(0, format!("`{text}` is not a single day, month or year")))
    }
}
