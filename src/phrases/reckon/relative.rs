//! Counting from the report's day: `yesterday`, `last week`, `three weeks ago`.

use super::super::grammar::Sign;
use super::super::language::Language;
use super::super::meaning::{Clue, Direction, Doubt, Reckoning, Unit};
use super::super::named::Story;
use super::super::{Day, Key, Weekday};
use super::yearless::FAR;
use super::{Reckoned, Report, key, month_after};

/// How many days before the report a date may be that leaves its weekdays where they are.
const A_WEEK: i64 = 6;

/// Whether a count of days is taken for a round one: by the week, by fives, or of more than a month. Eleven days are eleven.
pub(super) const fn is_round(days: u64) -> bool {
    days >= 7 && (days.is_multiple_of(5) || days.is_multiple_of(7) || days == 8 || days > 31)
}

impl Report<'_> {
    /// `yesterday`, `hier vendredi`.
    pub(super) fn shift(&self, days: i8, weekday: Option<Weekday>) -> Reckoned {
        let day = shifted(self.to_day()?, i64::from(days));
        match (weekday, Key::of_day(day)) {
            (Some(said), Some(key)) if said != day.weekday() => {
                Err((Doubt::WrongWeekday { day: key, weekday: day.weekday() }, vec![day.to_string()]))
            }
            _ => Ok((day.to_string(), Reckoning::Shifted { unit: Unit::Day, by: days, written_on: self.date()? })),
        }
    }

    pub(super) fn today(&self) -> Reckoned {
        let day = self.to_day()?;
        Err((Doubt::Nowadays, vec![day.to_string()]))
    }

    pub(super) fn last_night(&self) -> Reckoned {
        let day = self.to_day()?;
        Ok((format!("[{},{day}]", day.prev()), Reckoning::NightBefore { written_on: self.date()? }))
    }

    /// `last week`, from Monday to Sunday as ISO 8601 has it; `this month`, `next year`.
    pub(super) fn unit(&self, unit: Unit, by: i8) -> Reckoned {
        let written_on = self.date()?;
        let edtf = match unit {
            Unit::Day => return self.shift(by, None),
            Unit::Week => {
                let day = self.to_day()?;
                let monday = shifted(day, 7 * i64::from(by) - i64::from(day.weekday() as u8 - 1));
                format!("{monday}/{}", shifted(monday, 6))
            }
            Unit::Month => {
                let (year, month) = month_after(self.to_month()?, i64::from(by));
                key(year, month, None)?.to_string()
            }
            Unit::Year => year(written_on.year + i32::from(by))?,
        };
        Ok((edtf, Reckoning::Shifted { unit, by, written_on }))
    }

    /// `the fourth of last month`
    pub(super) fn day_of_month(&self, day: u8, by: i8) -> Reckoned {
        let written_on = self.to_month()?;
        let (year, month) = month_after(written_on, i64::from(by));
        Ok((key(year, month, Some(day))?.to_string(), Reckoning::Shifted { unit: Unit::Month, by, written_on }))
    }

    /// `three weeks ago`; `about` and round counts make the date approximate.
    pub(super) fn ago(&self, count: Option<u32>, unit: Unit, about: bool) -> Reckoned {
        let written_on = self.date()?;
        let Some(count) = count else { return Err((Doubt::Vague, Vec::new())) };
        let back = i64::from(count);
        let edtf = match unit {
            Unit::Day => {
                // The French count both ends of one week and of two.
                let days = match (self.language, count) {
                    (Language::French, 8 | 15) => back - 1,
                    _ => back,
                };
                let approximate = if about || is_round(u64::from(count)) { "~" } else { "" };
                format!("{}{approximate}", shifted(self.to_day()?, -days))
            }
            Unit::Week => format!("{}~", shifted(self.to_day()?, -7 * back)),
            Unit::Month => {
                let (year, month) = month_after(self.to_month()?, -back);
                format!("{}~", key(year, month, None)?)
            }
            Unit::Year => format!("{}~", year(written_on.year - i32::try_from(count).unwrap_or_default())?),
        };
        Ok((edtf, Reckoning::Ago { count, unit, written_on }))
    }

    /// `on Friday`: the last one, the report's day among them, or the next.
    ///
    /// Where its clause tells plainly of the past or of what is to come, and the text around it of the report's days, it is
    /// that one. The report's own weekday stays in doubt: it may be that day or a week away.
    pub(super) fn bare_weekday(&self, weekday: Weekday) -> Reckoned {
        let Ok(day) = self.to_day() else { return Err((Doubt::NoWeek, Vec::new())) };
        let written_on = self.date()?;
        let last = last_weekday(day, weekday);
        let next = shifted(last, 7);
        let side = self.setting.side.filter(|_| !self.setting.is_quoted);
        if last == day && side == Some(Direction::Before) {
            return Err((Doubt::OwnWeekday, vec![last.to_string(), shifted(last, -7).to_string()]));
        }
        if last == day && side == Some(Direction::After) {
            return Err((Doubt::OwnWeekday, vec![last.to_string(), next.to_string()]));
        }
        let is_now = if side == Some(Direction::After) && self.language == Language::English {
            self.is_to_come(day.year)
        } else {
            self.tells_of_these_days() && self.elsewhen(|_| true, day.year).is_none()
        };
        match side.filter(|_| is_now) {
            Some(direction) => {
                let name = format!("{weekday:?}");
                let told = if direction == Direction::After { next } else { last };
                Ok((told.to_string(), Reckoning::Told { name, direction, written_on, clue: Clue::Tense }))
            }
            None => Err((Doubt::NoWeek, vec![last.to_string(), next.to_string()])),
        }
    }

    /// Whether nothing in the sentence itself speaks of another time: English does not tell of the past in the future, so
    /// that what was named before does not matter.
    fn is_to_come(&self, year: i32) -> bool {
        let setting = &self.setting;
        let is_alone = setting.named.frame.age > 0 || setting.named.frame.all.is_empty();
        let is_above = setting.above.iter().all(|sign| *sign == Sign::Year(year));
        is_alone && is_above && setting.after.is_none() && setting.near.is_none() && !setting.named.is_elsewhen
    }

    /// Whether no date of another time is named nearby: a week's days go with it.
    fn tells_of_these_days(&self) -> bool {
        let named = self.setting.named;
        let frame = &named.frame;
        let is_own = |key: Key| self.written_on.is_some_and(|written_on| written_on.year == key.year);
        let are_own = !frame.has_stray && frame.all.iter().all(|date| is_own(date.key));
        let is_far = named.story == Story::Unbegun && frame.is_elsewhere && frame.age > if are_own { 1 } else { FAR };
        // `He spoke last week. He left on Friday.`
        let are_days = frame.all.iter().all(|date| date.key.day != 0);
        let has_none = frame.all.is_empty() && (!frame.has_unknown || are_own && frame.age > 1 && frame.is_elsewhere);
        let has_after = self.setting.after.is_some_and(|after| !self.is_of_these_days(after));
        (has_none || is_far || are_days && self.names_these_days(A_WEEK)) && !has_after
    }

    fn is_of_these_days(&self, key: Key) -> bool {
        let Ok(day) = self.to_day() else { return false };
        day.days_since_epoch() - key.bounds().0.days_since_epoch() <= A_WEEK
    }

    /// `the night from Friday to Saturday`: the last one that was over, and the one before.
    pub(super) fn night(&self, first: Weekday) -> Reckoned {
        let Ok(day) = self.to_day() else { return Err((Doubt::NoWeek, Vec::new())) };
        let last = last_weekday(day.prev(), first);
        let night = |evening: Day| format!("{evening}/{}", evening.next());
        Err((Doubt::NoWeek, vec![night(last), night(shifted(last, -7))]))
    }
}

pub(super) fn shifted(day: Day, days: i64) -> Day {
    Day::from_days_since_epoch(day.days_since_epoch() + days)
}

/// The last such weekday, which may be the day itself.
fn last_weekday(day: Day, weekday: Weekday) -> Day {
    shifted(day, -(day.weekday() as i64 - weekday as i64).rem_euclid(7))
}

pub(super) fn year(year: i32) -> Result<String, (Doubt, Vec<String>)> {
    Key::new(year, 0, 0).map(|key| key.to_string()).ok_or((Doubt::Vague, Vec::new()))
}
