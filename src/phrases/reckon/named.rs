//! Reckoning from a date that was named before: `that year`, `two months later`.

use super::super::language::Language;
use super::super::meaning::{Doubt, Reckoning, Unit};
use super::super::named::{Named, NamedDate, Part, key as edtf_key};
use super::super::{Day, Key};
use super::relative::{is_round, shifted, year};
use super::{Reckoned, Report, Told, key, month_after, name};

/// How many sentences after a date `that year` and `that month` may still go with it.
const FAR: u32 = 3;
/// From so many months on, the one of the year after is nearer.
const HALF_YEAR: u8 = 6;
/// How many sentences after a date `that day` and `two months later` may still go with it.
pub(super) const NEAR: u32 = 1;

impl Report<'_> {
    /// `that year`, `the following day`.
    pub(super) fn named_unit(&self, unit: Unit, by: i8) -> Reckoned {
        let is_wide = by == 0 && matches!(unit, Unit::Month | Unit::Year);
        let (named, edtf) = self.named(if is_wide { FAR } else { NEAR }, |named| unit_after(named, unit, by))?;
        Ok((edtf, Reckoning::Named { unit, by, named }))
    }

    /// `the fourth of that month`
    pub(super) fn day_of_named(&self, day: u8, by: i8) -> Reckoned {
        let (named, edtf) = self.named(if by == 0 { FAR } else { NEAR }, |named| {
            let (year, month) = month_after(wide_enough(named, Unit::Month)?, i64::from(by));
            Ok(key(year, month, Some(day))?.to_string())
        })?;
        Ok((edtf, Reckoning::Named { unit: Unit::Month, by, named }))
    }

    /// `on 8 August, and on the 14th`
    pub(super) fn later_day(&self, day: u8) -> Reckoned {
        let (named, edtf) = self.named(0, |named| Ok(key(named.year, named.month, Some(day))?.to_string()))?;
        Ok((edtf, Reckoning::Named { unit: Unit::Month, by: 0, named }))
    }

    /// `that February`, `the following March`
    pub(super) fn month_of_named(&self, day: Option<u8>, month: u8, by: i8) -> Reckoned {
        let (named, edtf) = self.named(NEAR, |named| {
            let meant = month_beside(named, day, month, by)?;
            // After February 2011, `the following March` may be that of the year after.
            let other = Key::new(named.year + 1, month, day.unwrap_or(0));
            match other.filter(|_| self.language == Language::English && by > 0 && month == named.month + 1) {
                Some(other) => Err((Doubt::TwoReadings, vec![meant, other.to_string()])),
                None => Ok(meant),
            }
        })?;
        let reckoning = match by {
            0 => Reckoning::YearOf { named },
            _ => Reckoning::Beside { name: name(month, day), is_later: by > 0, named },
        };
        Ok((edtf, reckoning))
    }

    /// The year of `in May of that year`, or those that it may be.
    pub(super) fn named_year(&self, by: i8) -> Told<(i32, Reckoning)> {
        let limit = if by == 0 { FAR } else { NEAR };
        let (named, _) = self.named(limit, |named| unit_after(named, Unit::Year, by))?;
        Ok((named.year + i32::from(by), Reckoning::Named { unit: Unit::Year, by, named }))
    }

    /// `two months later`; `about` and round counts make the date approximate, as with `ago`.
    pub(super) fn counted(&self, count: Option<u32>, unit: Unit, about: bool, is_later: bool) -> Reckoned {
        let Some(count) = count else { return Err((Doubt::Vague, Vec::new())) };
        let by = if is_later { i64::from(count) } else { -i64::from(count) };
        let (named, edtf) = self.named(NEAR, |named| self.counted_from(named, by, unit, about))?;
        Ok((edtf, Reckoning::Counted { count, unit, is_later, named }))
    }

    fn counted_from(&self, named: Key, by: i64, unit: Unit, about: bool) -> Told<String> {
        let day = |days: i64| Ok::<Day, (Doubt, Vec<String>)>(shifted(wide_enough(named, Unit::Day)?.bounds().0, days));
        let is_round = about || unit != Unit::Day || is_round(by.unsigned_abs());
        let edtf = match unit {
            // The French count both ends of one week and of two.
            Unit::Day if self.language == Language::French && matches!(by.abs(), 8 | 15) => {
                day(by - by.signum())?.to_string()
            }
            Unit::Day => day(by)?.to_string(),
            Unit::Week => day(7 * by)?.to_string(),
            Unit::Month => {
                let (year, month) = month_after(wide_enough(named, Unit::Month)?, by);
                key(year, month, None)?.to_string()
            }
            Unit::Year => year(named.year + i32::try_from(by).unwrap_or_default())?,
        };
        Ok(format!("{edtf}{}", if is_round { "~" } else { "" }))
    }

    /// The date named before that a phrase hangs on, and what it means by that. `limit` is how many sentences ago it may
    /// have been named.
    pub(super) fn named(&self, limit: u32, reckon: impl Fn(Key) -> Told<String>) -> Told<(Key, String)> {
        let Named { last: named, earlier, states, goes_back, .. } = self.setting.named;
        let tells = |date: &&NamedDate| named.age == 0 || date.part == Part::Tells;
        let dates: Vec<NamedDate> = named.all.iter().filter(tells).copied().collect();
        let dates = narrowed(&dates);
        let mut read: Vec<(Key, String)> = Vec::new();
        let reach = limit.max(named.age + u32::from(*goes_back || self.setting.apposed.is_some()));
        let near = [named, earlier, states].into_iter().filter(|dates| dates.age <= reach);
        for date in near.flat_map(|dates| dates.all.iter().rev()).filter(|date| date.part != Part::InPassing) {
            if let Ok(edtf) = reckon(date.key)
                && read.iter().all(|(_, other)| *other != edtf)
            {
                read.push((date.key, edtf));
            }
        }
        // `Three days later, on 7 April`: of what it may be, that decides.
        let fits = |edtf: &str| Some(self.setting.apposed?.names(edtf_key(edtf)?) == Some(true));
        let mut fitting = read.iter().filter(|(_, edtf)| fits(edtf) == Some(true));
        if let (Some(meant), None) = (fitting.next(), fitting.next()) {
            return Ok(meant.clone());
        }
        let told: Vec<String> = read.into_iter().map(|(_, edtf)| edtf).collect();
        let Some(last) = dates.last().filter(|_| !named.has_unknown && named.age <= limit) else {
            let doubt = if self.setting.named.is_empty() { Doubt::NothingNamed } else { Doubt::NamedUnsure };
            return Err((doubt, told));
        };
        let meant = reckon(last.key)?;
        let is_one = dates.iter().all(|date| reckon(date.key).is_ok_and(|other| other == meant));
        let is_only = self.setting.named.rivals(limit).all(|rival| reckon(rival).map_or(true, |other| other == meant));
        if is_only && (is_one || self.are_in_order(&dates)) {
            Ok((last.key, meant))
        } else {
            Err((Doubt::SeveralNamed, told))
        }
    }

    /// Whether dates tell of one thing after the other, all past.
    fn are_in_order(&self, dates: &[NamedDate]) -> bool {
        let ascend = dates.windows(2).all(|pair| pair[0].key.bounds().1 < pair[1].key.bounds().0);
        let are_past = self
            .written_on
            .is_none_or(|written_on| dates.iter().all(|date| date.key.bounds().0 <= written_on.bounds().1));
        ascend && are_past && dates.iter().all(|date| date.part == Part::Tells)
    }
}

/// The dates without those that the next one tells more exactly: `later that year, on 12 December`.
fn narrowed(dates: &[NamedDate]) -> Vec<NamedDate> {
    let is_within = |inner: &NamedDate, outer: &NamedDate| {
        let (inner, outer) = (inner.key.bounds(), outer.key.bounds());
        outer.0 <= inner.0 && inner.1 <= outer.1
    };
    let next = dates.iter().skip(1).map(Some).chain([None]);
    let kept = dates.iter().zip(next).filter(|(date, next)| next.is_none_or(|next| !is_within(next, date)));
    kept.map(|(date, _)| *date).collect()
}

/// The month or its day that is of the year of a date, or the first one after it, or the last one before.
fn month_beside(named: Key, day: Option<u8>, month: u8, by: i8) -> Told<String> {
    let in_year = |year: i32| key(year, month, day);
    if by == 0 {
        let own = in_year(named.year)?;
        // After December 2015, `that January` may be that of the year after.
        if named.month > month + HALF_YEAR {
            let other = in_year(named.year + 1)?;
            return Err((Doubt::TwoReadings, vec![own.to_string(), other.to_string()]));
        }
        return Ok(own.to_string());
    }
    let named = wide_enough(named, Unit::Month)?;
    let is_beside = |key: &Key| {
        if by > 0 { key.bounds().0 > named.bounds().1 } else { key.bounds().1 < named.bounds().0 }
    };
    let found = in_year(named.year).ok().filter(is_beside);
    found.map_or_else(|| in_year(named.year + i32::from(by.signum())), Ok).map(|key| key.to_string())
}

/// The unit that is so many after that of a date.
fn unit_after(named: Key, unit: Unit, by: i8) -> Told<String> {
    let named = wide_enough(named, unit)?;
    let by = i64::from(by);
    Ok(match unit {
        Unit::Day => shifted(named.bounds().0, by).to_string(),
        Unit::Week => {
            let day = named.bounds().0;
            let monday = shifted(day, 7 * by - i64::from(day.weekday() as u8 - 1));
            format!("{monday}/{}", shifted(monday, 6))
        }
        Unit::Month => {
            let (year, month) = month_after(named, by);
            key(year, month, None)?.to_string()
        }
        Unit::Year => year(named.year + i32::try_from(by).unwrap_or_default())?,
    })
}

/// The date, if it is known to the unit.
pub(super) fn wide_enough(named: Key, unit: Unit) -> Told<Key> {
    let is_known = match unit {
        Unit::Day | Unit::Week => named.day != 0,
        Unit::Month => named.month != 0,
        Unit::Year => true,
    };
    if is_known { Ok(named) } else { Err((Doubt::NamedTooWide { named, unit }, Vec::new())) }
}
