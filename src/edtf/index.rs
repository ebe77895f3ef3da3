//! Under which date pages a date is listed.

use edtf_core::{Date as Single, DateField, Edtf, IntervalEndpoint, SetElement, SetKind, Year, YearKind};

use super::extent::{plain_key, single_bounds};
use super::{Date, Key};

/// How a date stands to the page that lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// It is that day, month or year, or begins or ends there.
    On,
    /// It may be that day, month or year.
    MayInclude,
}

/// A range of more members than this is indexed under its months, or else its years.
const MOST_MEMBERS: i64 = 400;

impl Date {
    /// The date pages that list it, in order, each once.
    ///
    /// A day, month or year is on its own page; a season and `2019-XX` on their year's, `2019-12-XX` on its month's, a
    /// time on its day's; an interval is on those of its two bounds. A decade or century may include each of its years,
    /// `[…]` each of its members, and `{…}` is on each. Marks of uncertainty change nothing. Years of more than four
    /// digits have no page, nor has what may be any of more than 400 years.
    #[must_use]
    pub fn index(&self) -> Vec<(Key, Standing)> {
        if let Some(key) = self.plain() {
            return vec![(key, Standing::On)];
        }
        let mut index = Vec::new();
        match &*self.value() {
            Edtf::Date(date) => index_single(date, Standing::On, &mut index),
            Edtf::DateTime(at) => index_single(&at.date, Standing::On, &mut index),
            Edtf::Interval(interval) => {
                for endpoint in [&interval.start, &interval.end] {
                    if let Some(date) = endpoint_date(endpoint) {
                        index_single(date, Standing::On, &mut index);
                    }
                }
                // `1851/18XX` has not ended in 1850.
                let (start, end) = self.bounds();
                index.retain(|(key, _)| {
                    let (first, last) = key.bounds();
                    start.is_none_or(|start| start <= last) && end.is_none_or(|end| first <= end)
                });
            }
            Edtf::Set(set) => {
                let standing = match set.kind {
                    SetKind::AllMembers => Standing::On,
                    SetKind::OneMember => Standing::MayInclude,
                };
                for element in &set.elements {
                    match element {
                        SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => {
                            index_single(date, standing, &mut index);
                        }
                        SetElement::Range(from, to) => index_range(from, to, standing, &mut index),
                    }
                }
            }
        }
        index.sort_unstable();
        index.dedup_by_key(|entry| entry.0);
        index
    }

    /// The date page that a link to the date leads to: its own, that of its first member, or that of its first known
    /// bound. `None` for decades and what has no page.
    #[must_use]
    pub fn key(&self) -> Option<Key> {
        self.plain().or_else(|| match &*self.value() {
            Edtf::Date(date) => home(date),
            Edtf::DateTime(at) => home(&at.date),
            Edtf::Interval(interval) => {
                endpoint_date(&interval.start).or_else(|| endpoint_date(&interval.end)).and_then(home)
            }
            Edtf::Set(set) => set.elements.first().and_then(|element| match element {
                SetElement::Date(date)
                | SetElement::OnOrBefore(date)
                | SetElement::OnOrAfter(date)
                | SetElement::Range(date, _) => home(date),
            }),
        })
    }
}

fn endpoint_date(endpoint: &IntervalEndpoint) -> Option<&Single> {
    match endpoint {
        IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrBefore(date) | IntervalEndpoint::OnOrAfter(date) => {
            Some(date)
        }
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
    }
}

/// The narrowest page that surely has the date.
fn home(date: &Single) -> Option<Key> {
    if let Some(key) = plain_key(date) {
        return Some(key);
    }
    if date.year.significant_digits.is_some() {
        return None;
    }
    let year = i32::try_from(date.year.value()?).ok()?;
    let month = date.month.and_then(DateField::value).filter(|month| *month <= 12);
    Key::new(year, month.unwrap_or(0), 0)
}

fn index_single(date: &Single, standing: Standing, index: &mut Vec<(Key, Standing)>) {
    if let Some(key) = home(date) {
        index.push((key, standing));
        return;
    }
    let (first, last) = single_bounds(date);
    let years = match date.year.kind {
        YearKind::Standard { digits, .. } if date.year.has_unspecified() => {
            digits.iter().map(|digit| if digit.is_none() { 10 } else { 1 }).product()
        }
        _ => i64::from(last.year) - i64::from(first.year) + 1,
    };
    if years <= MOST_MEMBERS {
        let fitting = (first.year..=last.year).filter(|year| matches(&date.year, *year));
        index.extend(fitting.filter_map(|year| Key::new(year, 0, 0)).map(|key| (key, Standing::MayInclude)));
    }
}

/// Whether a year fits a pattern of digits such as `1X9X`.
fn matches(pattern: &Year, year: i32) -> bool {
    let YearKind::Standard { digits, .. } = pattern.kind else { return true };
    if pattern.significant_digits.is_some() {
        return true;
    }
    let mut rest = year.unsigned_abs();
    digits.iter().rev().all(|digit| {
        let own = rest % 10;
        rest /= 10;
        digit.is_none_or(|digit| u32::from(digit) == own)
    })
}

/// The members of a range, at its own precision or the first coarser one that has few enough.
fn index_range(from: &Single, to: &Single, standing: Standing, index: &mut Vec<(Key, Standing)>) {
    let (first, last) = (single_bounds(from).0, single_bounds(to).1);
    let month_number = |year: i32, month: u8| i64::from(year) * 12 + i64::from(month) - 1;
    let (first_month, last_month) = (month_number(first.year, first.month), month_number(last.year, last.month));
    if from.day.is_some() && last.days_since_epoch() - first.days_since_epoch() < MOST_MEMBERS {
        let mut day = first;
        while day <= last {
            index.extend(Key::of_day(day).map(|key| (key, standing)));
            day = day.next();
        }
    } else if from.month.is_some() && last_month - first_month < MOST_MEMBERS {
        for number in first_month..=last_month {
            let (year, month) = (number.div_euclid(12), number.rem_euclid(12) + 1);
            if let (Ok(year), Ok(month)) = (i32::try_from(year), u8::try_from(month)) {
                index.extend(Key::new(year, month, 0).map(|key| (key, standing)));
            }
        }
    } else if i64::from(last.year) - i64::from(first.year) < MOST_MEMBERS {
        index.extend((first.year..=last.year).filter_map(|year| Key::new(year, 0, 0)).map(|key| (key, standing)));
    } else {
        index.extend([from, to].into_iter().filter_map(home).map(|key| (key.in_year(), standing)));
    }
}
