//! Weekdays: `last Friday`, `on Friday`, `the night from Friday to Saturday`.

use super::super::Weekday;
use super::super::language::Language;
use super::super::said::Said;
use super::super::sense::{Place, Roles, Value};
use super::Reader;

impl Reader<'_> {
    pub(super) fn which_weekday(&self, start: usize) -> Option<(Said, usize)> {
        let at = if self.language == Language::Arabic { self.skip(start, Roles::DAY) } else { start };
        self.near(at + 1)?;
        let end = at + 2;
        let ((Value::Which(which, Place::Before), Value::Weekday(weekday))
        | (Value::Weekday(weekday), Value::Which(which, Place::After))) = (self.value(at), self.value(at + 1))
        else {
            return None;
        };
        let is_near = self.is_near(end);
        let is_other = match self.language {
            // `the last Friday of April`, `last Sunday Times`
            Language::English => {
                self.follows(start, Roles::ARTICLE)
                    || !self.words[at + 1].capital
                    || is_near && self.has(end, Roles::OF | Roles::IN)
                    || self.is_name(end)
            }
            Language::French | Language::Arabic => false,
        };
        // `ce vendredi 13 décembre` is a date without its `ce`.
        let has_number = is_near && matches!(self.value(end), Value::Number(..) | Value::Nth(_) | Value::Month(_));
        (!is_other && !has_number).then_some((Said::WhichWeekday { weekday, which }, end))
    }

    /// A weekday that is surely one, but of no certain week.
    pub(super) fn bare_weekday(&self, start: usize) -> Option<(Said, usize)> {
        let at = if self.language == Language::Arabic { self.skip(start, Roles::DAY) } else { start };
        let Value::Weekday(weekday) = self.value(at) else { return None };
        let end = at + 1;
        let is_day = match self.language {
            Language::English => self.words[at].capital && self.follows(at, Roles::ON) && !self.is_name(end),
            Language::French => {
                let other = Roles::ARTICLE | Roles::OF | Roles::TO | Roles::EVERY;
                !self.follows(at, other) && (!self.words[at].capital || self.begins_sentence(at))
            }
            Language::Arabic => at > start && !self.follows(start, Roles::EVERY),
        };
        let has_number = self.is_near(end) && matches!(self.value(end), Value::Number(..) | Value::Nth(_));
        (is_day && !has_number).then_some((Said::Weekday(weekday), end))
    }

    /// A night between two weekdays.
    pub(super) fn night(&self, start: usize) -> Option<(Said, usize)> {
        let at = self.skip(start, Roles::ARTICLE);
        if !self.has(at, Roles::NIGHT) {
            return None;
        }
        let at = self.near(at + 1)?;
        let between = self.has(at, Roles::BETWEEN);
        let at = self.skip(at, Roles::FROM | Roles::OF | Roles::BETWEEN);
        let first = self.night_day(at)?;
        let joined = match self.value(at + 1) {
            Value::Mark('-' | '–') => at + 2,
            _ if self.is_near(at + 1) => {
                let joint = if between { Roles::AND } else { Roles::TO };
                self.skip(at + 1, joint)
            }
            _ => return None,
        };
        // Two nights are meant by `ليلة الجمعة والسبت`.
        let is_one = joined > at + 1 || self.language == Language::Arabic && !self.words[joined].with_and;
        let second = self.night_day(joined)?;
        let follows = second as u8 == first as u8 % 7 + 1;
        (is_one && follows).then_some((Said::Night(first), joined + 1))
    }

    fn night_day(&self, at: usize) -> Option<Weekday> {
        match self.value(at) {
            Value::Weekday(weekday) => Some(weekday),
            _ => None,
        }
    }
}
