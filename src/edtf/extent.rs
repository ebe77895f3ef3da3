//! How far dates reach: bounds, order, and what lies within a range.

use std::cmp::Reverse;

use edtf_core::{Bound, BoundDate, Date as Single, DateField, Edtf, IntervalEndpoint, SetElement, YearKind};

use super::day::days_in_month;
use super::{Date, Day, Key};

/// The largest year that is computed with; what lies beyond is taken for it.
const LAST_YEAR: i32 = 999_999_999;

/// The place of a date in chronological order; see [`Date::sort_key`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortKey {
    start: i64,
    end: Reverse<i64>,
    /// Seconds since midnight, plus one; 0 where no time is given.
    time: u32,
}

impl SortKey {
    pub(super) fn new(value: &Edtf, (start, end): (Option<Day>, Option<Day>)) -> Self {
        let time = match value {
            Edtf::DateTime(at) => {
                let time = &at.time;
                u32::from(time.hour) * 3_600 + u32::from(time.minute) * 60 + u32::from(time.second) + 1
            }
            _ => 0,
        };
        Self {
            start: start.map_or(i64::MIN, Day::days_since_epoch),
            end: Reverse(end.map_or(i64::MAX, Day::days_since_epoch)),
            time,
        }
    }
}

impl Date {
    /// The days of a date that is wider than a day: a month, a range, one of several days. `None` for single days and
    /// times.
    ///
    /// This is the hull, for a quick look; [`Date::contains`] is exact. An open end is `None`. An unknown end is not:
    /// what has an unknown end is sure only within its known bound.
    #[must_use]
    pub fn range(&self) -> Option<(Option<Day>, Option<Day>)> {
        let range = match &*self.value() {
            Edtf::Interval(interval) => sure(&interval.start, &interval.end),
            _ => self.bounds(),
        };
        (range.0.is_none() || range.0 != range.1).then_some(range)
    }

    /// Whether the whole of `key` lies within the date: 2015-03 in `2011/2019-04`, 2019-12-12 in `2019-12`, but not
    /// 2019-12-15 in `[2019-12-14,2019-12-21]`.
    #[must_use]
    pub fn contains(&self, key: Key) -> bool {
        let (first, last) = key.bounds();
        let within = |(start, end): (Option<Day>, Option<Day>)| {
            start.is_none_or(|start| start <= first) && end.is_none_or(|end| last <= end)
        };
        match &*self.value() {
            Edtf::Interval(interval) => within(sure(&interval.start, &interval.end)),
            Edtf::Set(set) => set.elements.iter().any(|element| within(element_bounds(element))),
            Edtf::Date(_) | Edtf::DateTime(_) => within(self.bounds()),
        }
    }
}

pub(super) fn bounds(value: &Edtf) -> (Option<Day>, Option<Day>) {
    match value {
        Edtf::Date(date) => known(single_bounds(date)),
        Edtf::DateTime(at) => known(single_bounds(&at.date)),
        Edtf::Interval(interval) => (
            match &interval.start {
                IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrAfter(date) => Some(single_bounds(date).0),
                _ => None,
            },
            match &interval.end {
                IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrBefore(date) => Some(single_bounds(date).1),
                _ => None,
            },
        ),
        Edtf::Set(set) => {
            let mut hull: Option<(Option<Day>, Option<Day>)> = None;
            for (start, end) in set.elements.iter().map(element_bounds) {
                hull = Some(match hull {
                    None => (start, end),
                    Some((first, last)) => {
                        (first.zip(start).map(|(a, b)| a.min(b)), last.zip(end).map(|(a, b)| a.max(b)))
                    }
                });
            }
            hull.unwrap_or((None, None))
        }
    }
}

/// What an interval covers for sure, where its ends are "on or before", "on or after", or unknown.
fn sure(start: &IntervalEndpoint, end: &IntervalEndpoint) -> (Option<Day>, Option<Day>) {
    use IntervalEndpoint::{Date, OnOrAfter, OnOrBefore, Open, Unknown};
    let dated = |endpoint: &IntervalEndpoint| match endpoint {
        Date(date) | OnOrBefore(date) | OnOrAfter(date) => Some(single_bounds(date)),
        Open | Unknown => None,
    };
    let (first, last) = (dated(start), dated(end));
    (
        if matches!(start, Unknown) { last } else { first }.map(|bounds| bounds.0),
        if matches!(end, Unknown) { first } else { last }.map(|bounds| bounds.1),
    )
}

fn element_bounds(element: &SetElement) -> (Option<Day>, Option<Day>) {
    match element {
        SetElement::Date(date) => known(single_bounds(date)),
        SetElement::OnOrBefore(date) => (None, Some(single_bounds(date).1)),
        SetElement::OnOrAfter(date) => (Some(single_bounds(date).0), None),
        SetElement::Range(from, to) => (Some(single_bounds(from).0), Some(single_bounds(to).1)),
    }
}

fn known((start, end): (Day, Day)) -> (Option<Day>, Option<Day>) {
    (Some(start), Some(end))
}

/// The first and the last day of a single date.
pub(crate) fn single_bounds(date: &Single) -> (Day, Day) {
    if let Some(key) = plain_key(date) {
        return key.bounds();
    }
    let bounds = Edtf::Date(*date).bounds();
    let negative = match date.year.kind {
        YearKind::Standard { negative, .. } => negative,
        YearKind::Big { value } => value < 0,
        YearKind::Exponential { significand, .. } => significand < 0,
    };
    let beyond = if negative { -LAST_YEAR } else { LAST_YEAR };
    (
        to_day(bounds.earliest).unwrap_or(Day { year: beyond, month: 1, day: 1 }),
        to_day(bounds.latest).unwrap_or(Day { year: beyond, month: 12, day: 31 }),
    )
}

/// The year, month or day that a date plainly names: no unspecified or significant digits, no season, four digits.
pub(crate) fn plain_key(date: &Single) -> Option<Key> {
    if date.year.significant_digits.is_some_and(|digits| digits < 4) {
        return None;
    }
    let year = i32::try_from(date.year.value()?).ok()?;
    let month = date.month.map_or(Some(0), DateField::value)?;
    let day = date.day.map_or(Some(0), DateField::value)?;
    Key::new(year, month, day)
}

fn to_day(bound: Bound) -> Option<Day> {
    let Bound::Date(BoundDate { year, month, day }) = bound else { return None };
    let last = i64::from(LAST_YEAR);
    let year = i32::try_from(year.clamp(-last, last)).unwrap_or(LAST_YEAR);
    Some(Day { year, month, day: day.min(days_in_month(year, month)) })
}
