//! What hangs on the date named before: `that year`, `the following day`, `two months later`.

use super::super::Unit;
use super::super::language::Language;
use super::super::said::{Said, Year};
use super::super::sense::{Place, Roles, Value};
use super::Reader;
use super::ago::Care;
use super::parts::Form;

impl Reader<'_> {
    /// `that day`, `le mois suivant`, `في العام نفسه`, `le lendemain`.
    pub(super) fn named_unit(&self, start: usize) -> Option<(Said, usize)> {
        if let Some(found) = self.day_beside(start) {
            return Some(found);
        }
        let (unit, by, end) = self.unit_with_named(start)?;
        let is_other = match self.language {
            Language::English => {
                // `that day` after a verb may be `that` and any day; `over the following year` is a length.
                let is_bare = self.is(start, "that");
                let marked = self.is_marked(start);
                let is_length =
                    start > 0 && ["over", "for", "within", "throughout"].iter().any(|it| self.is(start - 1, it));
                is_bare && !marked || is_length
            }
            Language::French => start > 0 && ["pendant", "durant"].iter().any(|it| self.is(start - 1, it)),
            Language::Arabic => self.is_general(start) || start > 0 && self.is_general(end - 1),
        };
        let goes_on = self.is_near(end)
            && (self.has(end, Roles::OF | Roles::WHICH)
                || matches!(self.value(end), Value::Number(..) | Value::Month(_) | Value::Ordinal(_))
                || ["as", "when", "des"].iter().any(|word| self.is(end, word)));
        (!is_other && !goes_on).then_some((Said::NamedUnit { unit, by }, end))
    }

    /// `that February`, `the following March`, `le 4 mars suivant`, `مارس التالي`.
    pub(super) fn named_month(&self, start: usize) -> Option<(Said, usize)> {
        let (day, month, by, end) = match self.language {
            Language::English => {
                let at = self.skip(start, Roles::ARTICLE);
                let at = if self.is(at, "that") && self.is(at + 1, "same") { self.near(at + 1)? } else { at };
                let Value::Named(by, Place::Before) = self.value(at) else { return None };
                let (month, end) = self.month(self.near(at + 1)?)?;
                // `he said that February was cold`
                let is_bare = self.is(at, "that");
                if is_bare && !self.is_marked(start) && !self.ends_clause(end) || !is_bare && at == start {
                    return None;
                }
                (None, month, by, end)
            }
            Language::French | Language::Arabic => {
                let at = self.skip(self.skip(start, Roles::ARTICLE), Roles::MONTH);
                let (day, at) = match self.day(at) {
                    Some(day) if self.is_near(day.end) => {
                        let of = self.skip(day.end, Roles::OF);
                        (Some(day), self.skip(of, Roles::MONTH))
                    }
                    _ => (None, at),
                };
                let (month, end) = self.month(self.skip(at, Roles::OF))?;
                let Value::Named(by, Place::After) = self.value(self.near(end)?) else { return None };
                (day.map(|day| day.number), month, by, end + 1)
            }
        };
        let goes_on = self.is_near(end) && (self.has(end, Roles::OF) || matches!(self.value(end), Value::Number(..)))
            || self.language == Language::English && self.is_name(end);
        (!goes_on).then_some((Said::MonthOfNamed { day, month, by }, end))
    }

    /// `on the 14th`, `le 14`, `في 14 منه`: a day of the month that has just been named.
    pub(super) fn later_day(&self, start: usize) -> Option<(Said, usize)> {
        let at = self.skip(start, Roles::ARTICLE);
        let day = self.day(at)?;
        let is_day = match self.language {
            Language::English => {
                day.form == Form::Nth && at > start && self.follows(start, Roles::ON) && self.stands_alone(day.end)
            }
            Language::French => {
                let ends = self.ends_clause(day.end) || self.is_near(day.end) && self.has(day.end, Roles::AND);
                day.form != Form::Word && self.is(start, "le") && at > start && ends
            }
            Language::Arabic => {
                let end = self.near(day.end).filter(|end| self.is(*end, "منه"))?;
                return Some((Said::DayOfNamed { day: day.number, by: 0 }, end + 1));
            }
        };
        is_day.then_some((Said::LaterDay { day: day.number }, day.end))
    }

    /// `the previous year's May`, `last year's spring`.
    pub(super) fn possessed(&self, start: usize) -> Option<(Said, usize)> {
        if self.language != Language::English || self.follows(start, Roles::ARTICLE) {
            return None;
        }
        let (year, owner) = match (self.unit_with_named(start), self.unit_with_which(start)) {
            (Some((Unit::Year, by, end)), _) => (Year::Named(by), end),
            (_, Some((Unit::Year, which, end))) => (Year::Which(which), end),
            _ => return None,
        };
        let is_owner = matches!(self.glued_mark(owner), Some('\'' | '’')) && self.is(owner + 1, "s");
        let at = self.near(owner + 2).filter(|_| is_owner)?;
        let (said, end) = if let Value::Season(season) = self.value(at) {
            (Said::Season { season, year }, at + 1)
        } else {
            let (month, end) = self.month(at)?;
            (Said::Month { part: false, month, year: Some(year) }, end)
        };
        let goes_on = self.is_near(end)
            && (self.words[end].capital
                || matches!(self.value(end), Value::Number(..) | Value::Nth(_) | Value::Unit(..)));
        (!goes_on).then_some((said, end))
    }

    /// Whether `that` before a unit of time points at one: after a verb it may be `that` and any day.
    fn is_marked(&self, start: usize) -> bool {
        self.follows(start, Roles::IN | Roles::ON | Roles::OF | Roles::BY)
            || start > 0 && matches!(self.value(start - 1), Value::Side(_) | Value::Part)
            || self.begins_sentence(start)
    }

    /// A unit with what makes it hang on another: it, how many after the other, and the end.
    pub(super) fn unit_with_named(&self, start: usize) -> Option<(Unit, i8, usize)> {
        match self.language {
            Language::English => self.named_english(start),
            Language::French => self.named_french(start),
            Language::Arabic => self.named_arabic(start),
        }
    }

    fn named_english(&self, start: usize) -> Option<(Unit, i8, usize)> {
        let at = self.skip(start, Roles::ARTICLE);
        let has_article = at > start;
        if !has_article && self.is(at, "that") {
            let at = if self.is(at + 1, "same") { self.near(at + 1)? } else { at };
            return Some((self.one(at + 1)?, 0, at + 2));
        }
        if !has_article {
            return None;
        }
        match self.value(at) {
            Value::Named(by, Place::Before) if !self.is(at, "that") => Some((self.one(at + 1)?, by, at + 2)),
            Value::Which(1, Place::Before) => (self.one(at + 1)? == Unit::Day).then_some((Unit::Day, 1, at + 2)),
            // `the day before`, with nothing that it would be before
            Value::Unit(unit, None) if self.is_one(at) && self.ends_clause(at + 2) => {
                Some((unit, self.beside(self.near(at + 1)?)?, at + 2))
            }
            _ => None,
        }
    }

    fn named_french(&self, start: usize) -> Option<(Unit, i8, usize)> {
        let this = self.value(start) == Value::Which(0, Place::Before);
        let at = if this { self.near(start + 1)? } else { self.skip(start, Roles::ARTICLE) };
        if self.value(at) == Value::Named(0, Place::Before) {
            return Some((self.one(at + 1)?, 0, at + 2));
        }
        let Value::Unit(unit, None) = self.value(at) else { return None };
        if this {
            let is_that = self.glued_mark(at + 1) == Some('-') && self.is_glued(at + 2) && self.is(at + 2, "là");
            return is_that.then_some((unit, 0, at + 3));
        }
        let known = at > start || self.follows(at, Roles::OF | Roles::TO | Roles::ARTICLE);
        match self.value(self.near(at + 1)?) {
            Value::Named(by, Place::After) if known && self.is_one(at) => Some((unit, by, at + 2)),
            _ => None,
        }
    }

    fn named_arabic(&self, start: usize) -> Option<(Unit, i8, usize)> {
        let next = self.near(start + 1)?;
        if self.value(start) == Value::Named(0, Place::Before) {
            return Some((self.the_unit(next)?, 0, start + 2));
        }
        let Value::Named(by, Place::After) = self.value(next) else { return None };
        Some((self.the_unit(start)?, by, start + 2))
    }

    /// `le lendemain`, `la veille`, without what they would be beside.
    fn day_beside(&self, start: usize) -> Option<(Said, usize)> {
        let at = self.skip(start, Roles::ARTICLE);
        let Value::Beside(by) = self.value(at) else { return None };
        let other = self.is_near(at + 1) && (self.has(at + 1, Roles::OF | Roles::WHICH) || self.is(at + 1, "des"));
        (at > start && !other).then_some((Said::NamedUnit { unit: Unit::Day, by }, at + 1))
    }

    /// A single unit, a space after the word before.
    fn one(&self, at: usize) -> Option<Unit> {
        match self.value(self.near(at)?) {
            Value::Unit(unit, _) if self.is_one(at) => Some(unit),
            _ => None,
        }
    }

    fn is_one(&self, at: usize) -> bool {
        self.is(at, "mois") || !self.spelling(at).ends_with(['s', 'S'])
    }

    /// A unit with the Arabic article.
    fn the_unit(&self, at: usize) -> Option<Unit> {
        let spelling = self.spelling(at);
        let has_article = ["ال", "وال", "بال", "لل", "فال"].iter().any(|article| spelling.starts_with(article));
        match self.value(at) {
            Value::Today => Some(Unit::Day),
            Value::Unit(unit, None) if has_article => Some(unit),
            _ => None,
        }
    }

    /// `two months later`, `deux jours auparavant`, `بعد شهرين`.
    pub(super) fn counted(&self, start: usize) -> Option<(Said, usize)> {
        let (count, unit, care, by, end) = match self.language {
            Language::Arabic => self.counted_arabic(start)?,
            Language::English | Language::French => self.counted_latin(start)?,
        };
        let count = count.filter(|_| care != Care::Vague);
        Some((Said::Counted { count, unit, about: care == Care::About, is_later: by > 0 }, end))
    }

    fn counted_latin(&self, start: usize) -> Option<(Option<u32>, Unit, Care, i8, usize)> {
        if self.continues_count(start) {
            return None;
        }
        let (count, at) = self.count(start)?;
        let (unit, _) = self.unit(self.near(at)?)?;
        let at = self.near(at + 1)?;
        let (by, end) = if self.language == Language::French && self.is(at, "plus") {
            let by = if self.is(at + 1, "tard") { 1 } else { -1 };
            (self.is(at + 1, "tard") || self.is(at + 1, "tôt")).then_some((by, self.near(at + 1)? + 1))?
        } else if let Value::Side(by) = self.value(at) {
            (by, at + 1)
        } else {
            (self.ends_clause(at + 1).then(|| self.beside(at))??, at + 1)
        };
        let is_measure = self.is_near(end) && (self.is(end, "than") || self.has(end, Roles::WHICH));
        let before = if start > 0 && self.is_near(start) { self.care(start - 1) } else { Care::Exact };
        let of_more = start > 1 && self.follows(start, Roles::OF) && self.care(start - 2) != Care::Exact;
        (!is_measure).then_some((count, unit, if of_more { Care::Vague } else { before }, by, end))
    }

    fn counted_arabic(&self, start: usize) -> Option<(Option<u32>, Unit, Care, i8, usize)> {
        let that = self.is_near(start + 1) && self.is(start + 1, "ذلك");
        let by = match self.value(start) {
            Value::Side(by) => by,
            _ if self.has(start, Roles::AGO) && that => -1,
            _ => return None,
        };
        let at = self.near(if that { start + 2 } else { start + 1 })?;
        let care = self.care(at);
        let at = if care == Care::Exact { at } else { self.skip(self.near(at + 1)?, Roles::OF) };
        let (count, unit, end) = if let Some((count, at)) = self.count(at) {
            (count, self.unit(self.near(at)?)?.0, at + 1)
        } else {
            let (unit, own) = self.unit(at)?;
            (Some(u32::from(own?)), unit, at + 1)
        };
        let from_other = self.counts_from(end) || self.is_near(end) && self.is(end, "على");
        // `بعد يوم` may go on with what the day is of; a verb shows that it does not.
        let may_go_on = count == Some(1) && !that && !self.stands_alone(end) && !self.has(end, Roles::PAST);
        (!from_other && !may_go_on).then_some((count, unit, care, by, end))
    }

    /// `before`, `after`, `après`
    fn beside(&self, at: usize) -> Option<i8> {
        let known = [("before", -1), ("after", 1), ("avant", -1), ("après", 1)];
        known.into_iter().find_map(|(word, by)| self.is(at, word).then_some(by))
    }

    /// Whether a sign that ends a clause stands there, or the text ends.
    fn ends_clause(&self, end: usize) -> bool {
        end >= self.words.len() || matches!(self.glued_mark(end), Some('.' | ',' | ';' | ')' | ':'))
    }
}
