//! Single dates in words, with what is not known of them.

use edtf_core::{Date as Single, DateField, Edtf, Qualifier, YearKind};

use super::Speaker;
use super::span::Span;
use crate::edtf::{Day, Key, Precision, plain_key, single_bounds};
use crate::theme::words::Arg;

impl Speaker<'_> {
    /// A single date with its marks: "c. 2011", "12 December 2019 (uncertain)".
    pub(super) fn single(&self, date: &Single) -> String {
        let precision = Precision::of(date);
        let mut text = match plain_key(date) {
            Some(key) => self.plain(key),
            None => self.vague(date, precision),
        };
        for message in ["date-approximate", "date-uncertain"] {
            let is_marked =
                |mark: Qualifier| if message == "date-approximate" { mark.approximate } else { mark.uncertain };
            if let Some(part) = marked_part(date, is_marked) {
                let precision = Arg::Text(precision.as_str());
                let args = [("date", Arg::Text(&text)), ("part", Arg::Text(part)), ("precision", precision)];
                text = self.say(message, &args);
            }
        }
        text
    }

    /// A date that is no plain year, month or day: with unspecified or significant digits, a season, a huge year.
    fn vague(&self, date: &Single, precision: Precision) -> String {
        if date.year.significant_digits.is_some() {
            return self.estimated(date);
        }
        if date.year.has_unspecified() {
            return self.vague_year(date, precision);
        }
        let Some(year) = date.year.value() else {
            // A power of ten beyond all computing.
            return Edtf::Date(*date).to_string();
        };
        let Some(month) = date.month else { return self.in_year(year) };
        if precision == Precision::Season {
            let code = month.value().unwrap_or_default();
            return self.say(&format!("season-{code}"), &[("year", Arg::Text(&self.year(year)))]);
        }
        let wholly_unknown = |field: DateField| field.digits == [None, None];
        let known_month = month.value().unwrap_or(0);
        let around = i32::try_from(year).ok().and_then(|year| Key::new(year, known_month, 0));
        let around = around.map(|key| self.plain(key)).unwrap_or_default();
        match date.day {
            None if wholly_unknown(month) => self.say_date("date-some-month", &around, Precision::Year),
            Some(day) if wholly_unknown(day) && (wholly_unknown(month) || known_month != 0) => {
                self.say_date("date-some-day", &around, precision)
            }
            Some(_) if known_month == 0 => self.pattern(&around, date),
            // Some digits are known, and the rest may be anything: a span without gaps.
            _ => self.within(date),
        }
    }

    /// A date in a year of which not all digits are known.
    fn vague_year(&self, date: &Single, precision: Precision) -> String {
        let YearKind::Standard { digits, .. } = date.year.kind else { return String::new() };
        let year_alone = Single { month: None, day: None, ..*date };
        let years = match precision {
            // `1X9X` has gaps.
            _ if digits.iter().skip_while(|digit| digit.is_some()).any(Option::is_some) => None,
            Precision::Decade => {
                let (first, _) = single_bounds(&year_alone);
                Some(self.say("date-decade", &[("year", Arg::Text(&first.year.to_string()))]))
            }
            Precision::Unknown if digits == [None; 4] => Some(self.say("date-unknown", &[])),
            _ => Some(self.within(&year_alone)),
        };
        let Some(month) = date.month else {
            return years.unwrap_or_else(|| self.pattern(&self.within(&year_alone), date));
        };
        let rest = match (month.value().filter(|month| *month <= 12), date.day.map(DateField::value)) {
            (Some(month), None) => Some(self.month(month, false)),
            (Some(month), Some(Some(day))) => Some(self.day_month(day, month)),
            _ => None,
        };
        match (rest, years) {
            (Some(rest), Some(_)) if digits == [None; 4] => {
                self.say("date-year-unknown", &[("date", Arg::Text(&rest))])
            }
            (Some(rest), Some(_)) => {
                let years = self.within(&year_alone);
                self.say("date-some-year", &[("date", Arg::Text(&rest)), ("years", Arg::Text(&years))])
            }
            (_, years) => self.pattern(&years.unwrap_or_else(|| self.within(&year_alone)), date),
        }
    }

    /// `1950S2`: some year of a century, estimated as 1950.
    fn estimated(&self, date: &Single) -> String {
        let years = self.within(date);
        match date.year.value() {
            Some(year) => {
                let year = self.in_year(year);
                self.say("date-estimated", &[("date", Arg::Text(&year)), ("years", Arg::Text(&years))])
            }
            None => Edtf::Date(*date).to_string(),
        }
    }

    /// "between 2000 and 2099": the bounds, at the precision of what is written.
    fn within(&self, date: &Single) -> String {
        let (first, last) = single_bounds(date);
        let at = |day: Day| Key {
            year: day.year,
            month: if date.month.is_some() { day.month } else { 0 },
            day: if date.day.is_some() { day.day } else { 0 },
        };
        self.span(Span::Between, at(first), at(last))
    }

    fn pattern(&self, around: &str, date: &Single) -> String {
        let pattern = Edtf::Date(without_marks(date)).to_string();
        self.say("date-pattern", &[("date", Arg::Text(around)), ("pattern", Arg::Text(&pattern))])
    }
}

/// Which part of a date bears a mark: `all`, or the names of the parts.
fn marked_part(date: &Single, is_marked: impl Fn(Qualifier) -> bool) -> Option<&'static str> {
    let field = |field: Option<DateField>| field.map(|field| is_marked(field.qualifier));
    match (is_marked(date.year.qualifier), field(date.month), field(date.day)) {
        (false, None | Some(false), None | Some(false)) => None,
        (true, None | Some(true), None | Some(true)) => Some("all"),
        (true, _, None | Some(false)) => {
            Some(if date.month.is_some_and(|m| is_marked(m.qualifier)) { "year-month" } else { "year" })
        }
        (true, _, Some(true)) => Some("year-day"),
        (false, Some(true), Some(true)) => Some("month-day"),
        (false, Some(true), _) => Some("month"),
        (false, _, Some(true)) => Some("day"),
    }
}

fn without_marks(date: &Single) -> Single {
    let none = Qualifier::default();
    let mut date = *date;
    date.year.qualifier = none;
    date.month = date.month.map(|field| DateField { qualifier: none, ..field });
    date.day = date.day.map(|field| DateField { qualifier: none, ..field });
    date
}
