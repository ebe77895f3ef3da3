//! The weekdays of a week: `Thursday of last week`, `Friday of that week`.

use super::super::language::Language;
use super::super::meaning::{Doubt, Reckoning, Unit};
use super::super::{Day, Key, Weekday};
use super::named::{NEAR, wide_enough};
use super::{Reckoned, Report, Told};

impl Report<'_> {
    /// `Thursday of last week`
    pub(super) fn weekday_of_week(&self, weekday: Weekday, by: i8) -> Reckoned {
        let edtf = self.in_week(weekday, by, self.to_day()?)?;
        Ok((edtf, Reckoning::InWeek { weekday, by, of: self.date()? }))
    }

    /// `Thursday of that week`, `Thursday of the following week`
    pub(super) fn weekday_of_named(&self, weekday: Weekday, by: i8) -> Reckoned {
        let (of, edtf) = self.named(NEAR, |named: Key| {
            let day = wide_enough(named, Unit::Week)?.bounds().0;
            self.in_week(weekday, by, day)
        })?;
        Ok((edtf, Reckoning::InWeek { weekday, by, of }))
    }

    /// The weekday of the week that is so many after that of a day, where it is the same whenever weeks begin.
    fn in_week(&self, weekday: Weekday, by: i8, day: Day) -> Told<String> {
        let mut days: Vec<String> = Vec::new();
        for start in self.week_starts() {
            let since_start = |weekday: Weekday| (weekday as i64 - *start as i64).rem_euclid(7);
            let first = day.days_since_epoch() - since_start(day.weekday()) + 7 * i64::from(by);
            let text = Day::from_days_since_epoch(first + since_start(weekday)).to_string();
            if !days.contains(&text) {
                days.push(text);
            }
        }
        match <[String; 1]>::try_from(days) {
            Ok([day]) => Ok(day),
            Err(days) => Err((Doubt::TwoReadings, days)),
        }
    }

    /// The days that weeks begin with where the language is spoken.
    pub(super) const fn week_starts(&self) -> &'static [Weekday] {
        match self.language {
            Language::English => &[Weekday::Monday, Weekday::Sunday],
            Language::French => &[Weekday::Monday],
            Language::Arabic => &[Weekday::Monday, Weekday::Sunday, Weekday::Saturday],
        }
    }
}
