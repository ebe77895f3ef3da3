//! What a date looks like on a timeline, and how precise it is.

use edtf_core::{Date as Single, Edtf, IntervalEndpoint, Precision as CorePrecision, SetElement, SetKind, YearKind};

use super::extent::single_bounds;
use super::{Date, Day, Key};

/// How precise a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A time of a day.
    Time,
    /// A day.
    Day,
    /// A month, or some days of one (`2019-12-XX`).
    Month,
    /// A season, quarter or half of a year.
    Season,
    /// A year, or some months of one (`2019-XX`).
    Year,
    /// Ten years (`201X`).
    Decade,
    /// A hundred years (`20XX`).
    Century,
    /// A thousand years (`2XXX`), or years that are not known at all (`XXXX-12-25`).
    Unknown,
    /// From one date to another.
    Interval,
    /// One of several dates, or several dates.
    Set,
}

impl Precision {
    /// The word for it in templates: `day`, `month`, …
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Day => "day",
            Self::Month => "month",
            Self::Season => "season",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
            Self::Unknown => "unknown",
            Self::Interval => "interval",
            Self::Set => "set",
        }
    }

    pub(crate) fn of(date: &Single) -> Self {
        let known = match (date.year.significant_digits, date.year.kind) {
            (Some(digits), YearKind::Standard { .. }) => digits,
            (_, YearKind::Standard { digits, .. }) => {
                (1..).zip(digits).take_while(|(_, digit)| digit.is_some()).last().map_or(0, |(count, _)| count)
            }
            (_, YearKind::Big { .. } | YearKind::Exponential { .. }) => 4,
        };
        match known {
            0 | 1 => return Self::Unknown,
            2 => return Self::Century,
            3 => return Self::Decade,
            _ => {}
        }
        match (date.precision(), date.month, date.day) {
            (CorePrecision::Season, ..) => Self::Season,
            (_, None, _) => Self::Year,
            (_, Some(month), _) if month.has_unspecified() => Self::Year,
            (_, _, Some(day)) if !day.has_unspecified() => Self::Day,
            _ => Self::Month,
        }
    }
}

/// What stands for a date on a timeline. Beside it, an approximate date is faded and an uncertain one hollow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A point: a day.
    Dot,
    /// Somewhere within the bounds: a month, a year, `[2019-04-03..2019-04-05]`.
    Bracket,
    /// One of several dates with gaps between them: `[2019-12-14,2019-12-21]`.
    OneOf,
    /// Each of several dates: `{2019-12-14,2019-12-21}`.
    Each,
    /// Throughout: `2011/2019-04`.
    Bar {
        /// The beginning.
        start: End,
        /// The end.
        end: End,
    },
}

/// The end of a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum End {
    /// A known date.
    Known,
    /// It goes on: an arrow.
    Open,
    /// There is an end, and nobody knows when.
    Unknown,
}

impl End {
    const fn of(endpoint: &IntervalEndpoint) -> Self {
        match endpoint {
            IntervalEndpoint::Date(_) => Self::Known,
            IntervalEndpoint::Unknown => Self::Unknown,
            IntervalEndpoint::Open | IntervalEndpoint::OnOrBefore(_) | IntervalEndpoint::OnOrAfter(_) => Self::Open,
        }
    }
}

impl Date {
    /// How precise it is.
    #[must_use]
    pub fn precision(&self) -> Precision {
        match self.plain() {
            Some(Key { month: 0, .. }) => return Precision::Year,
            Some(Key { day: 0, .. }) => return Precision::Month,
            Some(_) => return Precision::Day,
            None => {}
        }
        match &*self.value() {
            Edtf::Date(date) => Precision::of(date),
            Edtf::DateTime(_) => Precision::Time,
            Edtf::Interval(_) => Precision::Interval,
            Edtf::Set(_) => Precision::Set,
        }
    }

    /// Whether its beginning and its end are approximate (`~`, `%`): of an interval each by itself.
    #[must_use]
    pub fn approximate_ends(&self) -> (bool, bool) {
        let of = |endpoint: &IntervalEndpoint| match endpoint {
            IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrBefore(date) | IntervalEndpoint::OnOrAfter(date) => {
                date.is_approximate()
            }
            IntervalEndpoint::Open | IntervalEndpoint::Unknown => false,
        };
        match &*self.value() {
            Edtf::Interval(interval) => (of(&interval.start), of(&interval.end)),
            _ => (self.is_approximate(), self.is_approximate()),
        }
    }

    /// The first and the last day of each of several dates; empty for any other date, and where a range is among them.
    #[must_use]
    pub fn members(&self) -> Vec<(Day, Day)> {
        let Edtf::Set(set) = &*self.value() else { return Vec::new() };
        let bounds = set.elements.iter().map(|element| match element {
            SetElement::Date(date) => Some(single_bounds(date)),
            _ => None,
        });
        bounds.collect::<Option<_>>().unwrap_or_default()
    }

    /// What stands for it on a timeline.
    #[must_use]
    pub fn shape(&self) -> Shape {
        let (start, end) = self.bounds();
        match &*self.value() {
            Edtf::DateTime(_) => Shape::Dot,
            Edtf::Interval(interval) => Shape::Bar { start: End::of(&interval.start), end: End::of(&interval.end) },
            _ if start.is_some() && start == end => Shape::Dot,
            Edtf::Date(_) => Shape::Bracket,
            Edtf::Set(set) if set.kind == SetKind::AllMembers => Shape::Each,
            Edtf::Set(set) => match set.elements.as_slice() {
                [_] => Shape::Bracket,
                several if several.iter().all(|element| matches!(element, SetElement::Date(_))) => Shape::OneOf,
                _ => Shape::Bracket,
            },
        }
    }
}
