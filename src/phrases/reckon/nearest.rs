//! The nearest month or weekday of a name: `last April`, `next Friday`.

use super::super::language::Language;
use super::super::meaning::{Direction, Doubt, Reckoning};
use super::super::{Day, Key, Weekday};
use super::{Reckoned, Report, key, name};

/// In English, how many months must lie between for `last April` to be the nearest one beyond doubt.
const CLEAR_MONTHS: i16 = 3;

impl Report<'_> {
    /// `last April`, `the fourth of last April`.
    pub(super) fn nearest_month(&self, day: Option<u8>, month: u8, which: i8) -> Reckoned {
        let written_on = self.to_month()?;
        let own = written_on.year;
        let (years, direction) = match which {
            ..0 => (self.last_years(written_on, day, month), Direction::Before),
            0 => (self.this_years(written_on, month), Direction::Within),
            1.. => (self.next_years(written_on, day, month), Direction::After),
        };
        let (first, second) = (own + years.0, years.1.map(|year| own + year));
        let first = key(first, month, day);
        match second.map(|year| key(year, month, day)) {
            None => Ok((first?.to_string(), Reckoning::Nearest { name: name(month, day), direction, written_on })),
            Some(second) => match (first, second) {
                (Err(doubt), Err(_)) => Err(doubt),
                (first, second) => {
                    let candidates = [first, second].into_iter().flatten().map(|key| key.to_string()).collect();
                    Err((Doubt::TwoReadings, candidates))
                }
            },
        }
    }

    /// The year that is meant, counted from the report's, and another that may be meant.
    fn last_years(&self, written_on: Key, day: Option<u8>, month: u8) -> (i32, Option<i32>) {
        if month == written_on.month {
            // The fourth of this month may have been called so too, once it was past.
            let may_be_own = day.is_some_and(|day| written_on.day == 0 || day <= written_on.day);
            return if may_be_own { (0, Some(-1)) } else { (-1, None) };
        }
        let year = if month < written_on.month { 0 } else { -1 };
        let distance = (i16::from(written_on.month) - i16::from(month)).rem_euclid(12);
        let is_clear = self.language != Language::English || distance >= CLEAR_MONTHS;
        (year, (!is_clear).then_some(year - 1))
    }

    fn this_years(&self, written_on: Key, month: u8) -> (i32, Option<i32>) {
        let is_clear = month == written_on.month || self.language == Language::English && month > written_on.month;
        (0, (!is_clear).then_some(if month < written_on.month { 1 } else { -1 }))
    }

    fn next_years(&self, written_on: Key, day: Option<u8>, month: u8) -> (i32, Option<i32>) {
        if month == written_on.month {
            let may_be_own = day.is_some_and(|day| written_on.day == 0 || day >= written_on.day);
            return if may_be_own { (0, Some(1)) } else { (1, None) };
        }
        let is_own = month > written_on.month;
        // `next April` of a January may skip the one that comes.
        let is_clear = self.language != Language::English || !is_own;
        (i32::from(!is_own), (!is_clear).then_some(1))
    }

    /// `last Friday`: told where the nearest one and that of the week beside are the same, whenever weeks begin.
    pub(super) fn nearest_weekday(&self, weekday: Weekday, which: i8) -> Reckoned {
        let day = self.to_day()?;
        let (today, own, wanted) = (day.days_since_epoch(), day.weekday() as i64, weekday as i64);
        let nearest = match which {
            ..0 => today - ((own - wanted - 1).rem_euclid(7) + 1),
            0 => today + (wanted - own).rem_euclid(7),
            1.. => today + ((wanted - own - 1).rem_euclid(7) + 1),
        };
        let other = match which {
            // This week's, as far as it is to come.
            0 => (wanted < own).then_some(nearest - 7),
            _ => self.week_starts().iter().find_map(|start| {
                let week = today - (own - *start as i64).rem_euclid(7);
                let beside = week + 7 * i64::from(which.signum()) + (wanted - *start as i64).rem_euclid(7);
                (beside != nearest).then_some(beside)
            }),
        };
        let text = |days: i64| Day::from_days_since_epoch(days).to_string();
        if let Some(other) = other {
            return Err((Doubt::TwoReadings, vec![text(nearest), text(other)]));
        }
        let direction = match which {
            ..0 => Direction::Before,
            0 => Direction::Within,
            1.. => Direction::After,
        };
        let name = format!("{weekday:?}");
        Ok((text(nearest), Reckoning::Nearest { name, direction, written_on: self.date()? }))
    }
}
