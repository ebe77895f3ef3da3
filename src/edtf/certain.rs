//! What is certain of a date: for formats that know days, months and years, and no doubt.

use edtf_core::{Date as Single, DateField, Edtf, IntervalEndpoint, SetKind};

use super::extent::single_bounds;
use super::shape::Precision;
use super::{Date, Day, Key};

impl Date {
    /// The narrowest day, month or year that the date lies in for certain: the month of `2019-12-XX` and of
    /// `[2019-12-14,2019-12-21]`, the year of `2019-?12`. `None` where not even the year is certain, where it is none of
    /// the years 1 to 9999, and for several dates at once, `{2019-12-14,2019-12-21}`.
    #[must_use]
    pub fn certain(&self) -> Option<Key> {
        if let Some(key) = self.plain() {
            return written(key);
        }
        match &*self.value() {
            Edtf::Date(date) => certain(date),
            Edtf::DateTime(at) => certain(&at.date),
            Edtf::Set(set) if set.kind == SetKind::AllMembers && set.elements.len() > 1 => None,
            Edtf::Interval(_) | Edtf::Set(_) if self.is_approximate() || self.is_uncertain() => None,
            Edtf::Interval(_) | Edtf::Set(_) => {
                let (first, last) = self.bounds();
                around(first?, last?)
            }
        }
    }

    /// What is certain of the beginning and of the end of what happened: `2019-04-04` and nothing of `2019-04-04/..`. The
    /// beginning alone where the date is no range.
    #[must_use]
    pub fn certain_ends(&self) -> (Option<Key>, Option<Key>) {
        let end = |endpoint: &IntervalEndpoint| match endpoint {
            IntervalEndpoint::Date(date) => certain(date),
            _ => None,
        };
        match &*self.value() {
            Edtf::Interval(interval) => (end(&interval.start), end(&interval.end)),
            _ => (self.certain(), None),
        }
    }
}

fn written(key: Key) -> Option<Key> {
    (key.year > 0).then_some(key)
}

fn certain(date: &Single) -> Option<Key> {
    let doubtful =
        |field: &DateField| field.qualifier.uncertain || field.qualifier.approximate || field.value().is_none();
    let year = &date.year;
    if year.qualifier.uncertain
        || year.qualifier.approximate
        || year.has_unspecified()
        || year.significant_digits.is_some()
    {
        return None;
    }
    let (first, last) = single_bounds(date);
    let within = around(first, last).and_then(written)?;
    // A season is some months of its year, and which ones nobody agrees on.
    if Precision::of(date) == Precision::Season {
        return Some(within.in_year());
    }
    Some(match (&date.month, &date.day) {
        (Some(month), _) if doubtful(month) => within.in_year(),
        (_, Some(day)) if doubtful(day) => Key { day: 0, ..within },
        _ => within,
    })
}

/// The narrowest day, month or year with both days in it.
fn around(first: Day, last: Day) -> Option<Key> {
    let key = Key::of_day(first)?;
    let key = match last {
        _ if first == last => key,
        _ if first.year == last.year && first.month == last.month => Key { day: 0, ..key },
        _ if first.year == last.year => key.in_year(),
        _ => return None,
    };
    written(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(key: Option<Key>) -> String {
        key.map_or_else(|| "-".to_owned(), |key| key.to_string())
    }

    #[test]
    fn only_what_is_certain_is_said() {
        for (date, expected) in [
            ("2019", "2019"),
            ("2019-12", "2019-12"),
            ("2019-12-14", "2019-12-14"),
            ("2019-12-14T10:00:00Z", "2019-12-14"),
            ("2019-12-XX", "2019-12"),
            ("2019-XX", "2019"),
            ("2019-XX-04", "2019"),
            ("201X", "-"),
            ("2019?", "-"),
            ("2019-12~", "-"),
            ("2019-12-14?", "-"),
            ("2019-?12", "2019"),
            ("2019-12-~14", "2019-12"),
            ("2019-21", "2019"),
            ("2019S2", "-"),
            ("-0044-03-15", "-"),
            ("0000", "-"),
            ("Y17000", "-"),
            ("2019-12-14/2019-12-21", "2019-12"),
            ("2019-04/2019-12", "2019"),
            ("2011/2019", "-"),
            ("2019-12-14/..", "-"),
            ("[2019-12-14,2019-12-21]", "2019-12"),
            ("[2019-12-14?,2019-12-21]", "-"),
            ("{2019-12-14,2019-12-21}", "-"),
            ("{2019-12-14}", "2019-12-14"),
        ] {
            assert_eq!(said(Date::parse(date).unwrap().certain()), expected, "{date}");
        }
    }

    #[test]
    fn the_ends_of_ranges_are_said_apart() {
        for (date, first, last) in [
            ("2011/2019-04", "2011", "2019-04"),
            ("2019-04-04/..", "2019-04-04", "-"),
            ("2019-04-04/", "2019-04-04", "-"),
            ("../2019", "-", "2019"),
            ("2011~/2019-04-?04", "-", "2019-04"),
            ("2019-12-14", "2019-12-14", "-"),
            ("{2019-12-14,2019-12-21}", "-", "-"),
        ] {
            let (start, end) = Date::parse(date).unwrap().certain_ends();
            assert_eq!((said(start), said(end)), (first.to_owned(), last.to_owned()), "{date}");
        }
    }
}
