//! Counting back: `three weeks ago`, `il y a trois semaines`, `قبل ثلاثة أسابيع`.

use super::super::Unit;
use super::super::language::Language;
use super::super::said::Said;
use super::super::sense::{Roles, Value};
use super::Reader;

/// A count as it is said: not at all, roughly, or as it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Care {
    Vague,
    About,
    Exact,
}

/// The words before `عشر` that are no other number.
const ELEVEN: [(&str, u32); 8] =
    [("أحد", 11), ("احد", 11), ("إحدى", 11), ("احدى", 11), ("اثني", 12), ("اثنا", 12), ("اثنتي", 12), ("اثنتا", 12)];

impl Reader<'_> {
    pub(super) fn ago(&self, start: usize) -> Option<(Said, usize)> {
        match self.language {
            Language::English => self.ago_english(start),
            Language::French => self.ago_french(start),
            Language::Arabic => self.ago_arabic(start),
        }
    }

    fn ago_english(&self, start: usize) -> Option<(Said, usize)> {
        if self.continues_count(start) {
            return None;
        }
        let (count, at) = self.count(start)?;
        let (unit, _) = self.unit(self.near(at)?)?;
        let end = at + 2;
        let is_ago = self.is_near(at + 1) && self.has(at + 1, Roles::AGO);
        if !is_ago || self.is_near(end) && matches!(self.value(end), Value::Weekday(_)) {
            return None;
        }
        let care = if start > 0 && self.is_near(start) { self.care(start - 1) } else { Care::Exact };
        Some((counted_back(count, unit, care), end))
    }

    /// Whether a count goes on at the word: `two or three weeks ago`, `a hundred and two years ago`.
    pub(super) fn continues_count(&self, at: usize) -> bool {
        let counts = |at: usize| {
            matches!(self.value(at), Value::Cardinal(_) | Value::Number(..))
                || ["hundred", "thousand", "dozen"].iter().any(|word| self.is(at, word))
        };
        let Some(before) = at.checked_sub(1).filter(|_| self.is_near(at)) else { return false };
        let is_joint = self.has(before, Roles::AND | Roles::TO) || self.is(before, "or");
        let is_comma = self.glued_mark(before) == Some(',');
        let Some(first) = before.checked_sub(1) else { return false };
        // `ten years and three months ago` is one count.
        let is_unit = self.unit(first).is_some() && first > 0 && counts(first - 1);
        let is_other = matches!(self.value(before), Value::Number(..)) && matches!(self.value(at), Value::Cardinal(_));
        counts(before) && !is_other || is_joint && counts(first) || (is_joint || is_comma) && is_unit
    }

    fn ago_french(&self, start: usize) -> Option<(Said, usize)> {
        let there_is = self.is(start, "il") && self.is(start + 1, "y") && self.is(start + 2, "a");
        let at = self.near(start + 3).filter(|_| there_is)?;
        let care = self.care(at);
        let at = if care == Care::Exact { at } else { self.skip(self.near(at + 1)?, Roles::OF) };
        let (count, at) = self.count(at)?;
        let (unit, _) = self.unit(self.near(at)?)?;
        let end = at + 1;
        // `il y a deux jours de marche` speaks of no date, nor does `il y a deux jours fériés`.
        let other = self.has(end, Roles::OF | Roles::AND | Roles::BETWEEN)
            || ["ou", "dans", "par", "pour", "sur"].iter().any(|word| self.is(end, word));
        (!other && self.stands_alone(end)).then(|| (counted_back(count, unit, care), end))
    }

    fn ago_arabic(&self, start: usize) -> Option<(Said, usize)> {
        // `من قبل` is `by`.
        if !self.has(start, Roles::AGO) || self.follows(start, Roles::OF) {
            return None;
        }
        let at = self.near(start + 1)?;
        let care = self.care(at);
        let at = if care == Care::Exact { at } else { self.skip(self.near(at + 1)?, Roles::OF) };
        let (count, end, is_single) = if let Some((count, at)) = self.count(at) {
            let (unit, _) = self.unit(self.near(at)?)?;
            ((count, unit), at + 1, false)
        } else {
            let (unit, own) = self.unit(at)?;
            ((own.map(u32::from), unit), at + 1, own == Some(1))
        };
        // `قبل ثلاثة أيام من الانتخابات` counts from the elections, `قبل شهر رمضان` is before Ramadan.
        let (count, unit) = count;
        (!self.counts_from(end) && (!is_single || self.stands_alone(end)))
            .then(|| (counted_back(count, unit, care), end))
    }

    /// Whether something follows that is counted from.
    pub(super) fn counts_from(&self, end: usize) -> bool {
        self.is_near(end)
            && (self.has(end, Roles::OF)
                || matches!(
                    self.value(end),
                    Value::Number(..) | Value::Month(_) | Value::MonthOfTwo(..) | Value::Weekday(_) | Value::Ordinal(_)
                ))
    }

    /// A count, or `a few`; and where the unit stands.
    pub(super) fn count(&self, at: usize) -> Option<(Option<u32>, usize)> {
        if self.value(at) == Value::Cardinal(1) && self.is_near(at + 1) && self.has(at + 1, Roles::SOME) {
            return self.count(at + 1);
        }
        if self.has(at, Roles::SOME) {
            return Some((None, self.skip(self.near(at + 1)?, Roles::OF)));
        }
        if let Some(count) = self.teens(at) {
            return Some((Some(count), at + 2));
        }
        match self.value(at) {
            Value::Number(number, 1..=3) => Some((Some(number), at + 1)),
            Value::Cardinal(tens @ (20 | 30)) if self.glued_mark(at + 1) == Some('-') => match self.value(at + 2) {
                Value::Cardinal(unit @ 1..=9) => Some((Some(u32::from(tens + unit)), at + 3)),
                _ => None,
            },
            Value::Cardinal(number) => Some((Some(u32::from(number)), at + 1)),
            _ => None,
        }
    }

    /// `أحد عشر`, `ثلاثة عشر`.
    fn teens(&self, at: usize) -> Option<u32> {
        if self.language != Language::Arabic || !self.is_near(at + 1) || self.value(at + 1) != Value::Cardinal(10) {
            return None;
        }
        match self.value(at) {
            Value::Cardinal(unit @ 3..=9) => Some(10 + u32::from(unit)),
            _ => ELEVEN.iter().find(|(word, _)| self.is(at, word)).map(|(_, number)| *number),
        }
    }

    pub(super) fn unit(&self, at: usize) -> Option<(Unit, Option<u8>)> {
        match self.value(at) {
            Value::Unit(unit, count) => Some((unit, count)),
            _ => None,
        }
    }

    pub(super) fn care(&self, at: usize) -> Care {
        if self.has(at, Roles::VAGUE) {
            Care::Vague
        } else if self.has(at, Roles::ABOUT) {
            Care::About
        } else {
            Care::Exact
        }
    }
}

fn counted_back(count: Option<u32>, unit: Unit, care: Care) -> Said {
    Said::Ago { count: count.filter(|_| care != Care::Vague), unit, about: care == Care::About }
}
