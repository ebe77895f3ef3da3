//! Ranges: `between 12 and 14 December 2019`, `December 12–14, 2019`, `de 2011 à 2019`.

use super::super::Unit;
use super::super::language::Language;
use super::super::said::{Point, Said, Year};
use super::super::sense::{Roles, Value};
use super::Reader;
use super::parts::Form;

/// What stands between the ends of a range.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    And,
    To,
    Dash,
}

impl Reader<'_> {
    pub(super) fn range(&self, start: usize) -> Option<(Said, usize)> {
        let opening = if self.has(start, Roles::BETWEEN) {
            Some(Joint::And)
        } else if self.has(start, Roles::FROM) {
            Some(Joint::To)
        } else {
            None
        };
        let at = if opening.is_some() { self.near(start + 1)? } else { start };
        let (from, end) = self.point(at)?;
        let (joint, at) = self.joint(end)?;
        let (mut to, mut end) = self.point(at)?;
        if from.day.is_some() && from.month.is_some() && to.day.is_some() && to.month.is_none() && to.year.is_none() {
            // The month of `December 12–14, 2019` is said once.
            to.month = from.month;
            if let (Some(Year::Number(year)), after) = self.year_after(end) {
                (to.year, end) = (Some(year), after);
            }
        }
        let is_aside = self.is_year_aside(start, end);
        let fits = match opening {
            Some(opening) => joint == opening || opening == Joint::To && joint == Joint::Dash,
            None => joint == Joint::Dash || joint == Joint::To && (from.day.is_some() || is_aside),
        };
        let are_years = from.month.is_none() && from.day.is_none();
        let same_kind = from.day.is_some() == to.day.is_some()
            && (to.day.is_none() || to.month.is_some())
            && from.month.is_some() <= to.month.is_some()
            && (!are_years || to.month.is_none());
        // The year of the first end alone would leave the second without one.
        let same_years = from.year.is_none() || to.year.is_some();
        let sure = if are_years {
            let introduced = opening.is_some() || self.follows(start, Roles::IN) || is_aside;
            introduced && !self.counts(start) && self.stands_alone(end)
        } else {
            opening.is_some() || from.day.is_some() || to.year.is_some()
        };
        (fits && same_kind && same_years && sure).then_some((Said::Range { from, to }, end))
    }

    /// Whether years stand in brackets of their own, or tell which a clause's years are: `in those years, 2015 to 2017,`.
    fn is_year_aside(&self, start: usize, end: usize) -> bool {
        let Some(before) = start.checked_sub(1) else { return false };
        let is_count = before > 0
            && (self.has(before - 1, Roles::SERIAL)
                || self.value(before - 1) == Value::Other
                    && ["pages", "articles", "resolutions", "lines"].iter().any(|word| self.is(before - 1, word)));
        match self.value(before) {
            Value::Mark('(') => self.value(end) == Value::Mark(')') && !is_count,
            Value::Mark(',' | '،') => {
                let years = |at: usize| {
                    matches!(self.value(at), Value::Unit(Unit::Year, _))
                        || ["period", "période", "السنوات", "الأعوام", "الفترة"].iter().any(|word| self.is(at, word))
                };
                let closes = matches!(self.value(end), Value::Mark(',' | '،' | '.' | ';' | '؛' | ')'));
                closes && (before.saturating_sub(3)..before).any(years)
            }
            _ => false,
        }
    }

    /// One end: a day, month or year, of which the first end may leave out what the second says.
    fn point(&self, at: usize) -> Option<(Point, usize)> {
        let found = self.day_point(at).or_else(|| self.month_point(at)).or_else(|| self.year_point(at));
        found.or_else(|| {
            let at = self.skip(at, Roles::ARTICLE);
            let (weekday, at) = self.weekday(at).map_or((None, at), |(weekday, end)| (Some(weekday), end));
            let at = if weekday.is_some() { self.near(at)? } else { at };
            let day = self.day(at).filter(|day| day.form != Form::Word)?;
            Some((Point { weekday, day: Some(day.number), ..Point::default() }, day.end))
        })
    }

    fn day_point(&self, at: usize) -> Option<(Point, usize)> {
        let (said, end) = self.day_first(at).or_else(|| self.month_first(at))?;
        let Said::Day { weekday, day, month, year } = said else { return None };
        let year = match year {
            None => None,
            Some(Year::Number(year)) => Some(year),
            Some(Year::Which(_) | Year::Named(_)) => return None,
        };
        Some((Point { weekday, day: Some(day), month: Some(month), year }, end))
    }

    fn month_point(&self, at: usize) -> Option<(Point, usize)> {
        let (month, end) = self.month(at)?;
        let (year, end) = match self.year_after(end) {
            (None, end) => (None, end),
            (Some(Year::Number(year)), end) => (Some(year), end),
            (Some(Year::Which(_) | Year::Named(_)), _) => return None,
        };
        Some((Point { month: Some(month), year, ..Point::default() }, end))
    }

    fn year_point(&self, at: usize) -> Option<(Point, usize)> {
        let (year, end) = self.bare_year(self.skip(self.skip(at, Roles::ARTICLE), Roles::YEAR))?;
        Some((Point { year: Some(year), ..Point::default() }, end))
    }

    fn joint(&self, end: usize) -> Option<(Joint, usize)> {
        if matches!(self.value(end), Value::Mark('-' | '–' | '—' | '‑' | '‐')) {
            let next = self.words.get(end + 1)?;
            // A dash has spaces on both sides or on none.
            return (next.gap == self.words[end].gap).then_some((Joint::Dash, end + 1));
        }
        if self.language == Language::Arabic && self.is_spaced(end) && self.words[end].with_and {
            return Some((Joint::And, end));
        }
        let at = self.near(end)?;
        let joint = if self.has(at, Roles::AND) {
            Joint::And
        } else if self.has(at, Roles::TO) {
            Joint::To
        } else {
            return None;
        };
        Some((joint, self.near(at + 1)?))
    }
}
