//! Weekdays: `last Friday`, `on Friday`, `the night from Friday to Saturday`.

use super::super::language::Language;
use super::super::said::Said;
use super::super::sense::{Place, Roles, Value};
use super::super::{Unit, Weekday};
use super::Reader;

/// Arabic weekdays without their article.
const BARE_WEEKDAYS: [(&str, Weekday); 8] = [
    ("اثنين", Weekday::Monday),
    ("ثلاثاء", Weekday::Tuesday),
    ("أربعاء", Weekday::Wednesday),
    ("اربعاء", Weekday::Wednesday),
    ("خميس", Weekday::Thursday),
    ("جمعة", Weekday::Friday),
    ("سبت", Weekday::Saturday),
    ("أحد", Weekday::Sunday),
];

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

    /// `Thursday of last week`, `last week's Thursday`, `jeudi de la semaine dernière`, `الأربعاء من الأسبوع الماضي`.
    pub(super) fn weekday_of_week(&self, start: usize) -> Option<(Said, usize)> {
        if let Some((Unit::Week, which, at)) = self.unit_with_which(start)
            && self.language == Language::English
            && matches!(self.glued_mark(at), Some('\'' | '’'))
            && self.is(at + 1, "s")
        {
            let end = self.near(at + 2)? + 1;
            let weekday = self.capital_weekday(at + 2).filter(|_| !self.is_name(end))?;
            return Some((Said::WeekdayOfUnit { weekday, which }, end));
        }
        let at = self.skip(self.skip(start, Roles::ARTICLE), Roles::DAY);
        let (weekday, at) = if let Some(weekday) = self.bare_arabic(at) {
            (weekday, self.near(at + 1)?)
        } else {
            let of = self.near(at + 1)?;
            let week = self.skip(of, Roles::OF);
            // `Thursday last week` is English alone.
            (week > of || self.language == Language::English).then_some((self.capital_weekday(at)?, week))?
        };
        if self.follows(start, Roles::EVERY | Roles::NIGHT) || self.ends_weekdays(start) {
            return None;
        }
        if let Some((Unit::Week, by, end)) = self.unit_with_named(at) {
            return Some((Said::WeekdayOfNamed { weekday, by }, end));
        }
        match self.unit_with_which(at)? {
            (Unit::Week, which, end) => Some((Said::WeekdayOfUnit { weekday, which }, end)),
            _ => None,
        }
    }

    /// Whether weekdays are listed that end here: `from Thursday to Saturday of last week` is not the Saturday.
    fn ends_weekdays(&self, start: usize) -> bool {
        let is_weekday = |at: usize| matches!(self.value(at), Value::Weekday(_));
        let with_and = start > 0 && self.words[start].with_and && is_weekday(start - 1);
        let joins = |at: usize| {
            self.has(at, Roles::AND | Roles::TO)
                || matches!(self.value(at), Value::Mark('-' | '–' | ',' | '،'))
                || self.is(at, "or")
                || self.is(at, "ou")
                || self.is(at, "أو")
        };
        with_and || start > 1 && joins(start - 1) && is_weekday(start - 2)
    }

    fn capital_weekday(&self, at: usize) -> Option<Weekday> {
        match self.value(at) {
            Value::Weekday(weekday) if self.language != Language::English || self.words[at].capital => Some(weekday),
            _ => None,
        }
    }

    /// A weekday without its article, which `أربعاء الأسبوع الماضي` has from its week.
    pub(super) fn bare_arabic(&self, at: usize) -> Option<Weekday> {
        if self.language != Language::Arabic || self.value(at) != Value::Other {
            return None;
        }
        let spelling = self.spelling(at);
        let name = spelling.strip_prefix('و').unwrap_or(spelling);
        let found = BARE_WEEKDAYS.iter().find(|(word, _)| *word == name);
        found.map(|(_, weekday)| *weekday)
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
        // `Thursday of the first week of April` is not understood.
        let goes_on = self.is_near(end) && self.has(end, Roles::OF) && !self.has(end, Roles::TO);
        let has_number = goes_on || self.is_near(end) && matches!(self.value(end), Value::Number(..) | Value::Nth(_));
        (is_day && !has_number).then_some((Said::Weekday(weekday), end))
    }

    /// Whether the words behind a weekday make it that of a week further away: `Friday before last`, `Friday week`,
    /// `vendredi en huit`.
    pub(in super::super) fn names_other_week(&self, end: usize) -> bool {
        let is_last = matches!(self.value(end + 1), Value::Which(..));
        let is_before = self.is(end, "before") || self.is(end, "قبل");
        let is_counted = matches!(self.value(end), Value::Unit(..) | Value::Ordinal(_))
            || self.is(end, "en") && matches!(self.value(end + 1), Value::Cardinal(_));
        self.is_near(end) && (is_before && is_last || is_counted)
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
