//! Dates as evidence has them: EDTF, levels 0 to 2 (ISO 8601-2:2019, annex A).
//!
//! A [`Date`] is any EDTF expression: a day, a month, a decade, a range with open ends, one of several days. It is never
//! rounded: what is known only to the month has the bounds of the month, sorts before the days of the month, and is
//! written as a month.

mod customary;
mod certain;
mod day;
mod error;
mod extent;
mod html;
mod index;
mod key;
mod plain;
mod shape;
#[cfg(test)]
mod tests;

pub use day::{Day, Weekday};
pub use error::DateError;
pub(crate) use error::month_name;
pub use extent::SortKey;
pub(crate) use extent::{plain_key, single_bounds};
pub use index::Standing;
pub use key::Key;
pub use shape::{End, Precision, Shape};

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;
use std::sync::Arc;

use edtf_core::Edtf;

use plain::Plain;

/// The longest expression that is read, in bytes: a bound on what a set of ranges can make of the index.
pub const LONGEST: usize = 1_000;

/// An EDTF expression.
///
/// Cheap to clone. Equality and `Hash` are those of the canonical text; dates are ordered by [`Date::sort_key`], and
/// where that is equal by their text.
#[derive(Clone)]
pub struct Date {
    sort_key: SortKey,
    form: Form,
}

/// Nearly all dates are plain ones: they are no more than their text, so that lists of many dates are quickly made.
#[derive(Clone)]
enum Form {
    /// A day, month or year without any mark.
    Plain(Plain),
    /// Any other expression.
    Other(Arc<Inner>),
}

struct Inner {
    text: Box<str>,
    value: Edtf,
    bounds: (Option<Day>, Option<Day>),
}

impl Date {
    /// Reads an EDTF expression; white space around it is passed over.
    ///
    /// # Errors
    /// When `text` is no EDTF expression, or names a day that no calendar has.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let trimmed = text.trim();
        let margin = text.len() - text.trim_start().len();
        if trimmed.len() > LONGEST {
            return Err(DateError::new(margin, format!("a date of more than {LONGEST} characters is not read")));
        }
        match Edtf::parse(trimmed) {
            // Only these signs have more than one spelling (`2019-04?` is `2019?-?04`).
            Ok(value) if trimmed.bytes().any(|b| b"?~%SEY".contains(&b)) => {
                Ok(Self::new(value.to_string().into(), value))
            }
            Ok(value) => Ok(Self::new(trimmed.into(), value)),
            Err(error) => Err(error::explain(trimmed, margin, error)),
        }
    }

    /// Reads a year that YAML has handed over as a number: `2011`, or `79` for `0079`.
    ///
    /// # Errors
    /// When the number has more than four digits: such years are written `Y17000`, and days with hyphens.
    pub fn from_yaml_number(number: i64) -> Result<Self, DateError> {
        if (-9999..=9999).contains(&number) {
            let sign = if number < 0 { "-" } else { "" };
            Self::parse(&format!("{sign}{:04}", number.unsigned_abs()))
        } else {
            Err(error::long_number(number))
        }
    }

    /// A day; `None` where the calendar has no such day, or the year has more than four digits.
    #[must_use]
    pub fn day(year: i32, month: u8, day: u8) -> Option<Self> {
        Key::new(year, month, day).filter(|key| key.day != 0).and_then(Self::from_key)
    }

    /// The year, month or day that a key names; `None` where the calendar has none such.
    #[must_use]
    pub fn from_key(key: Key) -> Option<Self> {
        Self::parse(&Key::new(key.year, key.month, key.day)?.to_string()).ok()
    }

    fn new(text: Box<str>, value: Edtf) -> Self {
        let bounds = extent::bounds(&value);
        let sort_key = SortKey::new(&value, bounds);
        let plain = match &value {
            Edtf::Date(date) => plain_key(date).and_then(|key| Plain::new(key, &text)),
            _ => None,
        };
        let form = match plain {
            Some(plain) => Form::Plain(plain),
            None => Form::Other(Arc::new(Inner { text, value, bounds })),
        };
        Self { sort_key, form }
    }

    /// The canonical text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.form {
            Form::Plain(plain) => plain.as_str(),
            Form::Other(inner) => &inner.text,
        }
    }

    /// The day, month or year that it is, if it has no mark.
    #[must_use]
    pub const fn plain(&self) -> Option<Key> {
        match &self.form {
            Form::Plain(plain) => Some(plain.key()),
            Form::Other(_) => None,
        }
    }

    /// The parsed expression.
    pub(crate) fn value(&self) -> Cow<'_, Edtf> {
        match &self.form {
            Form::Plain(plain) => Cow::Owned(plain.value()),
            Form::Other(inner) => Cow::Borrowed(&inner.value),
        }
    }

    /// The first and the last day that the date may touch; `None` where it is open or unknown.
    ///
    /// Years beyond ±999,999,999 are taken for those.
    #[must_use]
    pub fn bounds(&self) -> (Option<Day>, Option<Day>) {
        match &self.form {
            Form::Plain(plain) => {
                let (first, last) = plain.key().bounds();
                (Some(first), Some(last))
            }
            Form::Other(inner) => inner.bounds,
        }
    }

    /// What dates are sorted by: the earliest day (open beginnings first), then the wider before the narrower, so that a
    /// year stands before its months and a month before its days; times of one day come in their order.
    #[must_use]
    pub const fn sort_key(&self) -> SortKey {
        self.sort_key
    }

    /// Whether any part of it is marked as approximate (`~`, `%`).
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        matches!(&self.form, Form::Other(inner) if inner.value.is_approximate())
    }

    /// Whether any part of it is marked as uncertain (`?`, `%`).
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        matches!(&self.form, Form::Other(inner) if inner.value.is_uncertain())
    }
}

impl PartialEq for Date {
    fn eq(&self, other: &Self) -> bool {
        match (&self.form, &other.form) {
            (Form::Plain(one), Form::Plain(other)) => one.key() == other.key(),
            (Form::Other(one), Form::Other(other)) => one.text == other.text,
            _ => false,
        }
    }
}

impl Eq for Date {}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Date {
    fn cmp(&self, other: &Self) -> Ordering {
        self.sort_key.cmp(&other.sort_key).then_with(|| self.as_str().cmp(other.as_str()))
    }
}

impl Hash for Date {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::parse(text)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
