//! Dates in words. All words and their order come from the `.ftl` files, so that another language is one file.

mod span;
#[cfg(test)]
mod tests;
mod vague;

use edtf_core::{DateTime, Edtf, TimeShift};

use super::words::{Arg, Words};
use crate::edtf::{Date, Day, Key, Precision};

/// A date in words: "4 April 2019", "between 3 and 5 April 2019", "c. 2011", "since 2011".
#[must_use]
pub fn date_words(words: &Words, date: &Date) -> String {
    Speaker { words, short: false, years: true }.date(date)
}

/// A date in few words, for lists and axes that show the year elsewhere: "4 Apr", "Apr 2019", "2019". What reaches over
/// a turn of the year says its years: "30 Dec 2018 – 2 Jan 2019".
#[must_use]
pub fn date_short(words: &Words, date: &Date) -> String {
    let years = matches!(date.bounds(), (Some(from), Some(to)) if from.year != to.year);
    Speaker { words, short: true, years }.date(date)
}

/// The year, month or day of a date page in words.
#[must_use]
pub fn key_words(words: &Words, key: Key) -> String {
    Speaker { words, short: false, years: true }.plain(key)
}

/// A day with its day of the week: "Thursday, 4 April 2019". `None` where its year has more than four digits.
#[must_use]
pub fn weekday_words(words: &Words, day: Day) -> Option<String> {
    let speaker = Speaker { words, short: false, years: true };
    let date = speaker.plain(Key::of_day(day)?);
    let weekday = speaker.say(&format!("weekday-{}", day.weekday() as u8), &[]);
    Some(speaker.say("date-weekday", &[("weekday", Arg::Text(&weekday)), ("date", Arg::Text(&date))]))
}

#[derive(Clone, Copy)]
struct Speaker<'w> {
    words: &'w Words,
    /// Whether months have their short names, and what is little is left out.
    short: bool,
    /// Whether a day says its year.
    years: bool,
}

impl Speaker<'_> {
    /// A message; where even English lacks it, its arguments.
    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.get(key, args).unwrap_or_else(|| {
            let texts = args.iter().filter_map(|(_, arg)| match arg {
                Arg::Text(text) => Some(*text),
                Arg::Number(_) => None,
            });
            texts.collect::<Vec<_>>().join(" ")
        })
    }

    fn say_date(&self, key: &str, date: &str, precision: Precision) -> String {
        self.say(key, &[("date", Arg::Text(date)), ("precision", Arg::Text(precision.as_str()))])
    }

    fn date(&self, date: &Date) -> String {
        match &*date.value() {
            Edtf::Date(single) => self.single(single),
            Edtf::DateTime(at) => self.time(at),
            Edtf::Interval(interval) => self.interval(interval),
            Edtf::Set(set) => self.set(set),
        }
    }

    fn time(&self, at: &DateTime) -> String {
        let date = self.single(&at.date);
        let (hour, minute, second) = (at.time.hour, at.time.minute, at.time.second);
        let mut time = format!("{hour:02}:{minute:02}");
        if second != 0 && !self.short {
            time = format!("{time}:{second:02}");
        }
        let time = match at.time.shift {
            None => time,
            Some(_) if self.short => time,
            Some(TimeShift::Utc | TimeShift::Offset { minutes: 0, .. }) => {
                self.say("time-utc", &[("time", Arg::Text(&time))])
            }
            Some(TimeShift::Offset { minutes, .. }) => {
                let sign = if minutes < 0 { '−' } else { '+' };
                let (hours, rest) = (minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60);
                let offset = if rest == 0 { format!("{sign}{hours}") } else { format!("{sign}{hours}:{rest:02}") };
                self.say("time-offset", &[("time", Arg::Text(&time)), ("offset", Arg::Text(&offset))])
            }
        };
        self.say("date-time", &[("date", Arg::Text(&date)), ("time", Arg::Text(&time))])
    }

    // Parts of dates.

    fn year(&self, year: i64) -> String {
        if year > 0 {
            return year.to_string();
        }
        let before = 1_i64.saturating_sub(year).to_string();
        self.say("year-before-christ", &[("year", Arg::Text(&before))])
    }

    fn month(&self, month: u8, beside_day: bool) -> String {
        let attribute = match (self.short, beside_day) {
            (true, _) => Some(format!("month-{month}.short")),
            (false, true) => Some(format!("month-{month}.with-day")),
            (false, false) => None,
        };
        let special = attribute.and_then(|key| self.words.get(&key, &[]));
        special.unwrap_or_else(|| self.say(&format!("month-{month}"), &[]))
    }

    fn day(&self, day: u8) -> String {
        self.words.get("day-of-month", &[("day", Arg::Number(day.into()))]).unwrap_or_else(|| day.to_string())
    }

    // Parts with what stands around them.

    fn in_year(&self, year: i64) -> String {
        self.say("date-year", &[("year", Arg::Text(&self.year(year)))])
    }

    fn in_month(&self, month: &str, year: i32) -> String {
        self.say("date-month", &[("month", Arg::Text(month)), ("year", Arg::Text(&self.year(year.into())))])
    }

    fn in_month_with_day(&self, day: &str, month: u8, year: i32) -> String {
        let month = self.month(month, true);
        if !self.years {
            return self.say("date-day-month", &[("day", Arg::Text(day)), ("month", Arg::Text(&month))]);
        }
        let year = self.year(year.into());
        self.say("date-day", &[("day", Arg::Text(day)), ("month", Arg::Text(&month)), ("year", Arg::Text(&year))])
    }

    fn day_month(&self, day: u8, month: u8) -> String {
        let (day, month) = (self.day(day), self.month(month, true));
        self.say("date-day-month", &[("day", Arg::Text(&day)), ("month", Arg::Text(&month))])
    }

    fn days_in_year(&self, days: String, year: i32) -> String {
        if !self.years {
            return days;
        }
        self.say("date-in-year", &[("dates", Arg::Text(&days)), ("year", Arg::Text(&self.year(year.into())))])
    }

    fn plain(&self, key: Key) -> String {
        match key {
            Key { year, month: 0, .. } => self.in_year(year.into()),
            Key { year, month, day: 0 } => self.in_month(&self.month(month, false), year),
            Key { year, month, day } => self.in_month_with_day(&self.day(day), month, year),
        }
    }
}
