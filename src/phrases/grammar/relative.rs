//! What is reckoned from the report's day: `last week`, `yesterday`, `last night`.

use super::super::Unit;
use super::super::language::Language;
use super::super::said::Said;
use super::super::sense::{Place, Roles, Value};
use super::Reader;

/// Words for a share of a time.
const SHARES: &str = "half quarter weekend morning evening afternoon night most much rest part all days weeks months \
                      moitié trimestre matin soir plupart reste partie \
                      النصف نصف الربع ربع معظم أغلب بقية غالبية طوال طيلة الأيام أيام الأسابيع الأشهر";

/// Words before a time that is somebody's own.
const OWN: [&str; 8] = ["its", "his", "her", "their", "our", "my", "your", "whose"];

impl Reader<'_> {
    pub(super) fn which_unit(&self, start: usize) -> Option<(Said, usize)> {
        let at = self.part(start).unwrap_or(start);
        let (unit, which, end) = self.unit_with_which(at)?;
        let is_near = self.is_near(end);
        if self.is_of_share(start) {
            return None;
        }
        let is_other = unit == Unit::Day
            || match self.language {
                // `the last week of April`, `over the last year`: any seven days, any twelve months.
                Language::English => {
                    self.follows(start, Roles::ARTICLE)
                        || self.is_somebodys(start)
                        || is_near && (self.has(end, Roles::OF) || self.is_number(end))
                }
                Language::French => is_near && (self.is_name(end) || self.is_month(end) || self.is_number(end)),
                Language::Arabic => self.is_general(start),
            };
        (!is_other).then_some((Said::WhichUnit { unit, which }, end))
    }

    /// Whether a time is somebody's own: `its last month`.
    fn is_somebodys(&self, start: usize) -> bool {
        let Some(before) = start.checked_sub(1).filter(|_| self.is_near(start)) else { return false };
        OWN.iter().any(|own| self.spelling(before).eq_ignore_ascii_case(own))
    }

    /// Whether the words before make a share of a time: `the first week of last month`, `most of last year`.
    fn is_of_share(&self, start: usize) -> bool {
        let is_share = |at: usize| {
            matches!(self.value(at), Value::Unit(..) | Value::Weekday(_) | Value::Season(_))
                || self.bare_arabic(at).is_some()
                || self.has(at, Roles::DAY | Roles::NIGHT)
                || self.language == Language::English && self.spelling(at).ends_with("days")
                || SHARES.split(' ').any(|word| self.is(at, word))
        };
        let start = if self.follows(start, Roles::ARTICLE) { start - 1 } else { start };
        let Some(before) = start.checked_sub(1).filter(|_| self.is_near(start)) else { return false };
        let noun = if self.has(before, Roles::OF) { before.checked_sub(1) } else { None };
        // An adjective may stand between: `الأيام الأولى من الشهر الماضي`.
        noun.is_some_and(|noun| is_share(noun) || noun > 0 && self.language != Language::English && is_share(noun - 1))
            || self.language == Language::Arabic && is_share(before)
    }

    /// Whether `العام` is the adjective of the noun before it: the present secretary-general is no year.
    pub(super) fn is_general(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.is_near(at)) else { return false };
        let noun = self.spelling(before);
        let is_definite =
            ["ال", "وال", "بال", "كال", "فال", "لل", "ولل"].iter().any(|article| noun.starts_with(article));
        self.spelling(at).ends_with("العام") && is_definite
    }

    fn is_number(&self, at: usize) -> bool {
        matches!(self.value(at), Value::Number(..))
    }

    fn is_month(&self, at: usize) -> bool {
        self.month(self.skip(at, Roles::OF)).is_some()
    }

    pub(super) fn last_night(&self, start: usize) -> Option<(Said, usize)> {
        let is_last = self.value(start) == Value::Which(-1, Place::Before);
        let is_night = self.is_near(start + 1) && self.has(start + 1, Roles::NIGHT);
        (is_last && is_night && !self.follows(start, Roles::ARTICLE)).then_some((Said::LastNight, start + 2))
    }

    /// `yesterday`, `the day after tomorrow`, `avant-hier`, `أول من أمس`, and `today`.
    pub(super) fn shift(&self, start: usize) -> Option<(Said, usize)> {
        // `the men of yesterday` are those of the past.
        if self.follows(start, Roles::OF) {
            return None;
        }
        if self.value(start) == Value::Today {
            let weekday = self.weekday_after(start + 1);
            return match (self.language, weekday) {
                (Language::Arabic, None) => None,
                (Language::Arabic, Some((weekday, end))) => {
                    Some((Said::Shift { days: 0, weekday: Some(weekday) }, end))
                }
                _ => Some((Said::Today, start + 1)),
            };
        }
        let (days, end) = self.shift_words(start)?;
        let (weekday, end) = match self.weekday_after(end) {
            Some((weekday, end)) if self.language != Language::English => (Some(weekday), end),
            _ => self.apposed_weekday(end).map_or((None, end), |(weekday, end)| (Some(weekday), end)),
        };
        Some((Said::Shift { days, weekday }, end))
    }

    /// `yesterday, Thursday,`: not the beginning of `Thursday, 19 December`.
    fn apposed_weekday(&self, end: usize) -> Option<(super::super::Weekday, usize)> {
        let at = self.skip_comma(end);
        let (weekday, end) = self.weekday_after(at).filter(|_| at > end && self.words[at].capital)?;
        let is_date = |at: usize| matches!(self.value(at), Value::Number(..)) || self.month(at).is_some();
        (self.is_after_comma(end + 1) && !is_date(end + 1)).then_some((weekday, end))
    }

    fn shift_words(&self, start: usize) -> Option<(i8, usize)> {
        let shift = |at: usize| match self.value(at) {
            Value::Shift(days) => Some(days),
            _ => None,
        };
        match self.language {
            Language::English => {
                let at = self.skip(start, Roles::ARTICLE);
                if self.is(at, "day") && self.is_near(at + 1) && self.is_near(at + 2) {
                    let days = shift(at + 2)?;
                    let side = if days < 0 { "before" } else { "after" };
                    return self.is(at + 1, side).then_some((2 * days, at + 3));
                }
            }
            Language::French => {
                // Many leave the hyphen out: `avant hier`.
                if let Some(days) = shift(start + 1).filter(|_| self.is_near(start + 1)) {
                    return self.is(start, if days < 0 { "avant" } else { "après" }).then_some((2 * days, start + 2));
                }
                let hyphen = self.glued_mark(start + 1) == Some('-') && self.is_glued(start + 2);
                if let Some(days) = shift(start + 2).filter(|_| hyphen) {
                    let side = self.is(start, if days < 0 { "avant" } else { "après" });
                    return side.then_some((2 * days, start + 3));
                }
            }
            Language::Arabic => {
                if self.value(start) == Value::Ordinal(1) {
                    let at = self.skip(self.near(start + 1)?, Roles::OF);
                    return (shift(at) == Some(-1)).then_some((-2, at + 1));
                }
                if self.is(start, "قبل") && self.is_near(start + 1) && shift(start + 1) == Some(-1) {
                    return Some((-2, start + 2));
                }
                let first = self.is_near(start + 1) && self.value(start + 1) == Value::Ordinal(1);
                if shift(start) == Some(-1) && first {
                    return Some((-2, start + 2));
                }
            }
        }
        Some((shift(start)?, start + 1))
    }

    fn weekday_after(&self, at: usize) -> Option<(super::super::Weekday, usize)> {
        match self.value(self.near(at)?) {
            Value::Weekday(weekday) => Some((weekday, at + 1)),
            _ => None,
        }
    }
}
