//! Days and months by name: `Thursday, 12 December 2019`, `le 1er avril`, `في أبريل 2019`.

use super::super::Unit;
use super::super::language::Language;
use super::super::said::Said;
use super::super::sense::{Place, Roles, Value};
use super::Reader;
use super::parts::Form;

impl Reader<'_> {
    /// A day before its month.
    pub(super) fn day_first(&self, start: usize) -> Option<(Said, usize)> {
        let at = self.skip(start, Roles::ARTICLE);
        let at = self.skip(at, Roles::DAY);
        let (weekday, at) = self.weekday(at).map_or((None, at), |(weekday, end)| (Some(weekday), end));
        if weekday.is_some() {
            self.near(at)?;
        }
        let at = if weekday.is_some() { self.skip(at, Roles::ARTICLE) } else { at };
        let day = self.day(at)?;
        let has_article = at > start && self.has(at - 1, Roles::ARTICLE);
        // In `the 12 December attack` the article is the attack's.
        if self.language == Language::English && has_article && day.form == Form::Number {
            return None;
        }
        let at = self.near(day.end)?;
        let after_of = self.skip(at, Roles::OF);
        if day.form == Form::Word && (after_of == at || self.is_share_nth(start)) {
            return None;
        }
        let day = day.number;
        if let Some((Unit::Month, which, end)) = self.unit_with_which(after_of)
            && after_of > at
        {
            return Some((Said::DayOfUnit { day, which }, end));
        }
        if let Some((Unit::Month, by, end)) = self.unit_with_named(after_of)
            && after_of > at
        {
            return Some((Said::DayOfNamed { day, by }, end));
        }
        let named = self.skip(after_of, Roles::MONTH);
        if let Some((month, which, end)) = self.month_with_which(named) {
            let said = match weekday {
                None => Said::DayOfMonth { day, month, which },
                Some(_) => Said::Day { weekday, day, month, year: None },
            };
            return Some((said, end));
        }
        let (month, end) = self.month(named)?;
        let (year, end) = self.year_after(end);
        Some((Said::Day { weekday, day, month, year }, end))
    }

    /// Whether an Arabic ordinal is that of a week or a half: `الأسبوع الأول من أبريل`.
    fn is_share_nth(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.language == Language::Arabic && self.is_near(at)) else {
            return false;
        };
        let halves = ["النصف", "الثلث", "الربع", "الشطر", "العقد"];
        matches!(self.value(before), Value::Unit(Unit::Week | Unit::Month | Unit::Year, _))
            || halves.iter().any(|half| self.spelling(before).ends_with(half))
    }

    /// A day after its month: `December 12, 2019`, `last April 4`.
    pub(super) fn month_first(&self, start: usize) -> Option<(Said, usize)> {
        if self.language != Language::English {
            return None;
        }
        if let Value::Which(which, Place::Before) = self.value(start) {
            let (month, end) = self.month(self.near(start + 1)?)?;
            let day = self.day(self.near(end)?).filter(|day| day.form != Form::Word)?;
            return Some((Said::DayOfMonth { day: day.number, month, which }, day.end));
        }
        let (weekday, at) = self.weekday(start).map_or((None, start), |(weekday, end)| (Some(weekday), end));
        if weekday.is_some() {
            self.near(at)?;
        }
        let (month, end) = self.month(at)?;
        let day = self.day(self.near(end)?).filter(|day| day.form != Form::Word)?;
        let (year, end) = self.year_after(day.end);
        Some((Said::Day { weekday, day: day.number, month, year }, end))
    }

    /// A month with its year, or where something shows that it is a month.
    pub(super) fn month_of_year(&self, start: usize) -> Option<(Said, usize)> {
        let (part, at) = self.part(start).map_or((false, start), |end| (true, end));
        let (named, at) = self.month_word(at).map_or((false, at), |end| (true, end));
        let (month, end) = self.month(at)?;
        let (year, end) = self.year_after(end);
        let is_marked = part || named || self.follows(start, Roles::IN);
        let is_name = self.has(at, Roles::NAME);
        let may_be_name = match self.language {
            Language::English if year.is_some() => !part && !named && is_name && self.follows_name(at),
            Language::English => {
                is_name && self.is_name(end)
                    || matches!(self.glued_mark(end), Some('\'' | '’'))
                    // `the late April Jones`
                    || part && self.follows(start, Roles::ARTICLE)
            }
            Language::French => {
                self.words[at].capital && !self.begins_sentence(at) && (is_name || !self.is_shouted(at))
            }
            Language::Arabic => false,
        };
        (!may_be_name && (year.is_some() || is_marked)).then_some((Said::Month { part, month, year }, end))
    }

    /// Whether the word is in capitals alone.
    pub(super) fn is_shouted(&self, at: usize) -> bool {
        let word = &self.words[at];
        !self.text[word.start..word.end].chars().any(char::is_lowercase)
    }

    /// `last April`, `avril dernier`, `شهر أبريل الماضي`.
    pub(super) fn which_month(&self, start: usize) -> Option<(Said, usize)> {
        let (month, which, end) = self.month_with_which(self.skip(start, Roles::MONTH))?;
        let is_part = match self.language {
            Language::English => {
                self.follows(start, Roles::ARTICLE)
                    || self.has(start + 1, Roles::NAME) && self.is_name(end)
                    || self.is_near(end) && self.has(end, Roles::OF)
            }
            Language::French | Language::Arabic => false,
        };
        let has_number = self.is_near(end) && matches!(self.value(end), Value::Number(..));
        (!is_part && !has_number).then_some((Said::WhichMonth { month, which }, end))
    }

    fn month_with_which(&self, at: usize) -> Option<(u8, i8, usize)> {
        if let Value::Which(which, Place::Before) = self.value(at) {
            let (month, end) = self.month(self.near(at + 1)?)?;
            return Some((month, which, end));
        }
        let (month, end) = self.month(at)?;
        match self.value(self.near(end)?) {
            Value::Which(which, Place::After) => Some((month, which, end + 1)),
            _ => None,
        }
    }

    /// `early`, `mid-`, `the end of`, `أوائل`: where the rest begins.
    pub(super) fn part(&self, start: usize) -> Option<usize> {
        let at = self.skip(start, Roles::ARTICLE);
        if self.value(at) != Value::Part {
            return None;
        }
        if self.glued_mark(at + 1) == Some('-') && self.is_glued(at + 2) {
            return (at == start && !self.has(at, Roles::EDGE)).then_some(at + 2);
        }
        let next = self.near(at + 1)?;
        let end = if self.has(at, Roles::EDGE) { self.skip(next, Roles::OF) } else { next };
        let has_of = end > next;
        match self.language {
            Language::English if self.has(at, Roles::EDGE) => has_of.then_some(end),
            Language::English => (at == start).then_some(end),
            Language::French => (has_of || at == start).then_some(end),
            Language::Arabic => Some(next),
        }
    }

    /// `the month of`, `mois d'`, `شهر`.
    fn month_word(&self, start: usize) -> Option<usize> {
        let at = self.skip(start, Roles::ARTICLE);
        if !self.has(at, Roles::MONTH) || !self.is_near(at + 1) {
            return None;
        }
        let end = self.skip(at + 1, Roles::OF);
        (end > at + 1 || self.language == Language::Arabic).then_some(end)
    }
}
