//! Ranges and sets in words, without repeating a month or year that their members share.

use edtf_core::{Date as Single, Interval, IntervalEndpoint, Set, SetElement, SetKind};

use super::Speaker;
use crate::edtf::{Key, Precision, plain_key};
use crate::theme::words::Arg;

/// How the two ends of a span are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Span {
    /// Throughout: "4 – 6 April 2019".
    Range,
    /// Somewhere within: "between 4 and 6 April 2019".
    Between,
}

impl Speaker<'_> {
    pub(super) fn interval(&self, interval: &Interval) -> String {
        use IntervalEndpoint::{Date, OnOrAfter, OnOrBefore, Open, Unknown};
        let said = |message: &str, date: &Single| self.say_date(message, &self.single(date), Precision::of(date));
        let end = |endpoint: &IntervalEndpoint| match endpoint {
            Date(date) => self.single(date),
            OnOrBefore(date) => said("date-or-before", date),
            OnOrAfter(date) => said("date-or-after", date),
            Open | Unknown => self.say("date-unknown", &[]),
        };
        match (&interval.start, &interval.end) {
            (Date(first), Date(last)) => self.range(Span::Range, first, last),
            (Date(date), Open) => said("date-since", date),
            (Date(date), Unknown) => said("date-end-unknown", date),
            (Open, Date(date)) => said("date-until", date),
            (Unknown, Date(date)) => said("date-beginning-unknown", date),
            (start, Open) => self.say_date("date-since", &end(start), Precision::Unknown),
            (start, Unknown) => self.say_date("date-end-unknown", &end(start), Precision::Unknown),
            (Open, last) => self.say_date("date-until", &end(last), Precision::Unknown),
            (Unknown, last) => self.say_date("date-beginning-unknown", &end(last), Precision::Unknown),
            (start, last) => self.join(Span::Range, &end(start), &end(last), "mixed"),
        }
    }

    pub(super) fn set(&self, set: &Set) -> String {
        let conjunction = match set.kind {
            SetKind::OneMember => "or",
            SetKind::AllMembers => "and",
        };
        if let Some(text) = self.members_of_one(&set.elements, conjunction) {
            return text;
        }
        let texts = set.elements.iter().map(|element| self.element(element, set));
        self.list(texts.collect(), conjunction)
    }

    fn element(&self, element: &SetElement, set: &Set) -> String {
        let said = |message: &str, date: &Single| self.say_date(message, &self.single(date), Precision::of(date));
        match (element, set.kind) {
            (SetElement::Date(date), _) => self.single(date),
            (SetElement::Range(first, last), SetKind::OneMember) => self.range(Span::Between, first, last),
            (SetElement::Range(first, last), SetKind::AllMembers) => self.range(Span::Range, first, last),
            (SetElement::OnOrBefore(date), SetKind::OneMember) => said("date-or-before", date),
            (SetElement::OnOrBefore(date), SetKind::AllMembers) => said("date-until", date),
            (SetElement::OnOrAfter(date), SetKind::OneMember) => said("date-or-after", date),
            (SetElement::OnOrAfter(date), SetKind::AllMembers) => said("date-since", date),
        }
    }

    /// "14, 21 or 28 December 2019": days of one month, or days or months of one year. `None` where they share neither.
    fn members_of_one(&self, elements: &[SetElement], conjunction: &str) -> Option<String> {
        let plain = |element: &SetElement| match element {
            SetElement::Date(date) if !date.is_uncertain() && !date.is_approximate() => plain_key(date),
            _ => None,
        };
        let keys: Vec<Key> = elements.iter().map(plain).collect::<Option<_>>()?;
        let first = *keys.first()?;
        let all = |shared: fn(Key, Key) -> bool| keys.iter().all(|key| shared(first, *key));
        if !all(|a, b| a.year == b.year && a.month != 0 && b.month != 0 && (a.day == 0) == (b.day == 0)) {
            return None;
        }
        Some(if first.day == 0 {
            let months = keys.iter().map(|key| self.month(key.month, false)).collect();
            self.in_month(&self.list(months, conjunction), first.year)
        } else if all(|a, b| a.month == b.month) {
            let days = keys.iter().map(|key| self.day(key.day)).collect();
            self.in_month_with_day(&self.list(days, conjunction), first.month, first.year)
        } else {
            let days = keys.iter().map(|key| self.day_month(key.day, key.month)).collect();
            self.days_in_year(self.list(days, conjunction), first.year)
        })
    }

    fn list(&self, items: Vec<String>, conjunction: &str) -> String {
        let end = items.len().saturating_sub(1);
        let mut items = items.into_iter().enumerate();
        let Some((_, mut joined)) = items.next() else { return String::new() };
        for (at, item) in items {
            let position = if at == end { "last" } else { "middle" };
            let message = format!("list-{conjunction}-{position}");
            joined = self.say(&message, &[("first", Arg::Text(&joined)), ("next", Arg::Text(&item))]);
        }
        joined
    }

    fn range(&self, span: Span, first: &Single, last: &Single) -> String {
        let marked = [first, last].into_iter().any(|date| date.is_uncertain() || date.is_approximate());
        match (plain_key(first), plain_key(last)) {
            (Some(first), Some(last)) if !marked => self.span(span, first, last),
            _ => {
                let (one, other) = (Precision::of(first), Precision::of(last));
                let precision = if one == other && !marked { one.as_str() } else { "mixed" };
                self.wrap(span, self.join(span, &self.single(first), &self.single(last), precision))
            }
        }
    }

    /// From one plain date to another.
    pub(super) fn span(&self, span: Span, first: Key, last: Key) -> String {
        if first == last {
            return self.plain(first);
        }
        let days = first.day != 0 && last.day != 0;
        let months = first.month != 0 && last.month != 0 && first.day == 0 && last.day == 0;
        let years = first.month == 0 && last.month == 0;
        let joined = if days && (first.year, first.month) == (last.year, last.month) {
            let joined = self.join(span, &self.day(first.day), &self.day(last.day), "day");
            self.in_month_with_day(&joined, first.month, first.year)
        } else if days && first.year == last.year {
            let (one, other) = (self.day_month(first.day, first.month), self.day_month(last.day, last.month));
            self.days_in_year(self.join(span, &one, &other, "day"), first.year)
        } else if months && first.year == last.year {
            let (one, other) = (self.month(first.month, false), self.month(last.month, false));
            self.in_month(&self.join(span, &one, &other, "month"), first.year)
        } else {
            let precision = match (days, months, years) {
                (true, ..) => "day",
                (_, true, _) => "month",
                (.., true) => "year",
                _ => "mixed",
            };
            self.join(span, &self.plain(first), &self.plain(last), precision)
        };
        self.wrap(span, joined)
    }

    fn join(&self, span: Span, first: &str, last: &str, precision: &str) -> String {
        let message = match span {
            Span::Range if self.short => "span-range-short",
            Span::Range => "span-range",
            Span::Between => "span-between",
        };
        self.say(
            message,
            &[("first", Arg::Text(first)), ("last", Arg::Text(last)), ("precision", Arg::Text(precision))],
        )
    }

    fn wrap(&self, span: Span, text: String) -> String {
        match span {
            Span::Range => text,
            Span::Between => self.say("date-between", &[("span", Arg::Text(&text))]),
        }
    }
}
