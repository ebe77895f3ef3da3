//! The parts that phrases are made of: days, months, weekdays, years.

use super::Reader;

use super::super::language::Language;
use super::super::said::Year;
use super::super::sense::{Place, Roles, Value};
use super::super::{Unit, Weekday};

/// The day of a month.
#[derive(Clone, Copy)]
pub(super) struct Day {
    pub(super) number: u8,
    pub(super) form: Form,
    pub(super) end: usize,
}

/// How a day is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `4`
    Number,
    /// `4th`, `1er`
    Nth,
    /// `fourth`
    Word,
}

impl Reader<'_> {
    pub(super) fn day(&self, at: usize) -> Option<Day> {
        let (number, form, end) = match self.value(at) {
            Value::Number(number, 1 | 2) if number > 0 => (u8::try_from(number).ok()?, Form::Number, at + 1),
            Value::Nth(number) => (number, Form::Nth, at + 1),
            _ => {
                let (number, end) = self.ordinal(at)?;
                (number, Form::Word, end)
            }
        };
        Some(Day { number, form, end })
    }

    /// `fourth`, `twenty-first`, `الرابع عشر`, `الحادي والثلاثين`.
    fn ordinal(&self, at: usize) -> Option<(u8, usize)> {
        let next = self.value(at + 1);
        match (self.value(at), self.language) {
            (Value::Cardinal(tens @ (20 | 30)), Language::English) => {
                let joined = self.glued_mark(at + 1) == Some('-') && self.is_glued(at + 2);
                match self.value(at + 2) {
                    Value::Ordinal(unit @ 1..=9) if joined => Some((tens + unit, at + 3)),
                    _ => None,
                }
            }
            (value @ (Value::Ordinal(1..=10) | Value::Eleventh), Language::Arabic) => {
                let unit = if let Value::Ordinal(unit) = value { unit } else { 1 };
                match next {
                    Value::Cardinal(10) if self.is_near(at + 1) && unit < 10 => Some((10 + unit, at + 2)),
                    Value::Ordinal(tens @ (20 | 30)) if self.is_spaced(at + 1) && self.words[at + 1].with_and => {
                        Some((tens + unit, at + 2))
                    }
                    _ if value == Value::Eleventh => None,
                    _ => Some((unit, at + 1)),
                }
            }
            (Value::Ordinal(number), _) => Some((number, at + 1)),
            _ => None,
        }
    }

    /// A month's name, or two names of one month: `Dec.`, `كانون الأول`, `ديسمبر/كانون الأول`, `ديسمبر (كانون الأول)`.
    pub(super) fn month(&self, at: usize) -> Option<(u8, usize)> {
        let (month, end) = self.month_name(at)?;
        let Value::Mark(opening @ ('/' | '(' | '[' | '-' | '–')) = self.value(end) else {
            return Some((month, end));
        };
        let Some((other, after)) = self.month_name(end + 1) else { return Some((month, end)) };
        let closes = match opening {
            '(' | '[' => self.value(after) == Value::Mark(if opening == '(' { ')' } else { ']' }),
            _ => false,
        };
        match opening {
            '/' => (other == month).then_some((month, after)),
            '(' | '[' if closes => (other == month).then_some((month, after + 1)),
            '-' | '–' if other == month && self.language == Language::Arabic => Some((month, after)),
            _ => Some((month, end)),
        }
    }

    fn month_name(&self, at: usize) -> Option<(u8, usize)> {
        match self.value(at) {
            // `may` and `march` are words of every day.
            Value::Month(_) if self.language == Language::English && !self.words[at].capital => None,
            Value::Month(month) => {
                let dot = self.has(at, Roles::SHORT) && self.glued_mark(at + 1) == Some('.') && self.is_near(at + 2);
                Some((month, if dot { at + 2 } else { at + 1 }))
            }
            // `sept` is seven, and with a full stop September.
            Value::Cardinal(7) if self.has(at, Roles::SHORT) => {
                let has_dot = self.glued_mark(at + 1) == Some('.') && self.is_near(at + 2);
                has_dot.then_some((9, at + 2))
            }
            Value::MonthOfTwo(first, second) if self.is_near(at + 1) => match self.value(at + 1) {
                Value::Ordinal(1) => Some((first, at + 2)),
                Value::Ordinal(2) => Some((second, at + 2)),
                _ => None,
            },
            _ => None,
        }
    }

    /// A weekday, and the comma after it.
    pub(super) fn weekday(&self, at: usize) -> Option<(Weekday, usize)> {
        let Value::Weekday(weekday) = self.value(at) else { return None };
        let is_name = self.language == Language::English && !self.words[at].capital;
        (!is_name).then(|| (weekday, self.skip_comma(at + 1)))
    }

    pub(super) fn skip_comma(&self, at: usize) -> usize {
        let comma = matches!(self.glued_mark(at), Some(',' | '،')) && self.is_near(at + 1);
        if comma { at + 1 } else { at }
    }

    pub(super) fn year_number(&self, at: usize) -> Option<(i32, usize)> {
        match self.value(at) {
            Value::Number(year @ 1000..=2999, 4) => Some((i32::try_from(year).ok()?, at + 1)),
            _ => None,
        }
    }

    /// The year after a day or month, if there is one: `2019`, `, 2019`, `(2019)`, `of the year 2019`, `last year`.
    pub(super) fn year_after(&self, end: usize) -> (Option<Year>, usize) {
        let found = self.year_at(end);
        (found.map(|(year, _)| year), found.map_or(end, |(_, end)| end))
    }

    fn year_at(&self, end: usize) -> Option<(Year, usize)> {
        if self.language == Language::English && self.glued_mark(end) == Some(',') {
            let (year, end) = self.year_number(self.near(end + 1)?)?;
            return Some((Year::Number(year), end));
        }
        // `12 December (1999)`
        if self.value(end) == Value::Mark('(')
            && let Some((year, after)) = self.year_number(end + 1)
            && self.value(after) == Value::Mark(')')
        {
            return Some((Year::Number(year), after + 1));
        }
        let at = self.skip(self.near(end)?, Roles::OF);
        if let Some((Unit::Year, by, end)) = self.unit_with_named(at) {
            return Some((Year::Named(by), end));
        }
        if let Some((Unit::Year, which, end)) = self.unit_with_which(at) {
            return Some((Year::Which(which), end));
        }
        // `on 12 December the 1999 war ended`
        let has_year = self.has(at, Roles::YEAR) || self.has(at + 1, Roles::YEAR) || self.language != Language::English;
        let at = if has_year { self.skip(self.skip(at, Roles::ARTICLE), Roles::YEAR) } else { at };
        let (year, end) = self.year_number(at)?;
        Some((Year::Number(year), end))
    }

    /// `last week`, `la semaine dernière`, `الأسبوع الماضي`.
    pub(super) fn unit_with_which(&self, at: usize) -> Option<(Unit, i8, usize)> {
        if let Some(found) = self.before_last(at) {
            return Some(found);
        }
        let at = if self.language == Language::English { at } else { self.skip(at, Roles::ARTICLE) };
        self.near(at + 1)?;
        match (self.value(at), self.value(at + 1)) {
            (Value::Which(which, Place::Before), Value::Unit(unit, _))
            | (Value::Unit(unit, _), Value::Which(which, Place::After)) => Some((unit, which, at + 2)),
            _ => None,
        }
    }

    /// `the week before last`, `الأسبوع قبل الماضي`.
    fn before_last(&self, start: usize) -> Option<(Unit, i8, usize)> {
        let at = self.skip(start, Roles::ARTICLE);
        let (Value::Unit(unit, None), before) = (self.value(at), self.near(at + 1)?) else { return None };
        let is_before = match self.language {
            Language::English => at > start && self.is(before, "before"),
            Language::French => false,
            Language::Arabic => self.is(before, "قبل"),
        };
        let is_last = matches!(self.value(self.near(before + 1)?), Value::Which(-1, _));
        let is_unit = self.is_near(before + 2) && self.unit(before + 2).is_some();
        (is_before && is_last && !is_unit).then_some((unit, -2, before + 2))
    }
}
