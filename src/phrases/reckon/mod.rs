//! From what a phrase says to the date that it means.

mod calendar;
mod nearest;
mod relative;
mod named;
mod week;
mod yearless;

use super::super::edtf::month_name;
use super::language::Language;
use super::meaning::{Doubt, Meaning, Reckoning};
use super::named::Setting;
use super::said::Said;
use super::{Day, Key};

/// What was told, or why it can't be, with what it may be.
type Told<T> = Result<T, (Doubt, Vec<String>)>;

/// A date in EDTF with how it was reckoned.
type Reckoned = Told<(String, Reckoning)>;

/// Reckons a phrase in a text that was written on a day, month or year.
pub(super) fn reckon(said: &Said, written_on: Option<Key>, language: Language, setting: Setting<'_>) -> Meaning {
    let report = Report { written_on, language, setting };
    let reckoned = match *said {
        Said::Day { weekday, day, month, year } => report.day(weekday, day, month, year),
        Said::Month { part, month, year } => report.month(part, month, year),
        Said::Year { part, year } => Ok((format!("{year:04}"), widened(part))),
        Said::Decade { part, year } => calendar::decade(part, year),
        Said::Season { season, year } => report.season(season, year),
        Said::Numeric { first, second, year } => calendar::numeric(first, second, year),
        Said::Range { from, to } => report.range(from, to),
        Said::DayOfMonth { day, month, which } => report.nearest_month(Some(day), month, which),
        Said::WhichMonth { month, which } => report.nearest_month(None, month, which),
        Said::DayOfUnit { day, which } => report.day_of_month(day, which),
        Said::WhichWeekday { weekday, which } => report.nearest_weekday(weekday, which),
        Said::WeekdayOfUnit { weekday, which } => report.weekday_of_week(weekday, which),
        Said::WeekdayOfNamed { weekday, by } => report.weekday_of_named(weekday, by),
        Said::WhichUnit { unit, which } => report.unit(unit, which),
        Said::Shift { days, weekday } => report.shift(days, weekday),
        Said::Today => report.today(),
        Said::LastNight => report.last_night(),
        Said::Ago { count, unit, about } => report.ago(count, unit, about),
        Said::DayOfNamed { day, by } => report.day_of_named(day, by),
        Said::LaterDay { day } => report.later_day(day),
        Said::MonthOfNamed { day, month, by } => report.month_of_named(day, month, by),
        Said::NamedUnit { unit, by } => report.named_unit(unit, by),
        Said::Counted { count, unit, about, is_later } => report.counted(count, unit, about, is_later),
        Said::Weekday(weekday) => report.bare_weekday(weekday),
        Said::Night(weekday) => report.night(weekday),
    };
    match reckoned {
        Ok((edtf, reckoning))
            if report.setting.is_quoted && !matches!(reckoning, Reckoning::AsWritten | Reckoning::Widened) =>
        {
            Meaning::CannotTell { doubt: Doubt::Quoted, candidates: vec![edtf] }
        }
        Ok((edtf, reckoning)) => Meaning::Date { edtf, reckoning },
        Err((doubt, candidates)) => Meaning::CannotTell { doubt, candidates },
    }
}

/// What phrases are reckoned from.
struct Report<'a> {
    written_on: Option<Key>,
    language: Language,
    setting: Setting<'a>,
}

impl Report<'_> {
    fn date(&self) -> Told<Key> {
        self.written_on.ok_or((Doubt::NoReportDate, Vec::new()))
    }

    /// The report's date, known to the month at least.
    fn to_month(&self) -> Told<Key> {
        self.date().and_then(|key| if key.month == 0 { Err((Doubt::ReportDateTooWide, Vec::new())) } else { Ok(key) })
    }

    /// The report's day.
    fn to_day(&self) -> Told<Day> {
        let key = self.date()?;
        if key.day == 0 { Err((Doubt::ReportDateTooWide, Vec::new())) } else { Ok(key.bounds().0) }
    }
}

const fn widened(part: bool) -> Reckoning {
    if part { Reckoning::Widened } else { Reckoning::AsWritten }
}

/// The day, or the month without one.
fn key(year: i32, month: u8, day: Option<u8>) -> Told<Key> {
    Key::new(year, month, day.unwrap_or(0)).filter(|_| day != Some(0)).ok_or_else(|| no_such_day(Some(year), month))
}

fn no_such_day(year: Option<i32>, month: u8) -> (Doubt, Vec<String>) {
    // A leap year has the most days.
    let days = Key::new(year.unwrap_or(2000), month, 0).map_or(31, |key| key.bounds().1.day);
    let name = name(month, None);
    let month = year.map_or_else(|| name.clone(), |year| format!("{name} {year:04}"));
    (Doubt::NoSuchDay { month, days }, Vec::new())
}

/// `4 April`, `April`
fn name(month: u8, day: Option<u8>) -> String {
    let month = month_name(month).unwrap_or_default();
    day.map_or_else(|| month.to_owned(), |day| format!("{day} {month}"))
}

/// The month that is so many months after that of `key`.
fn month_after(key: Key, months: i64) -> (i32, u8) {
    let months = i64::from(key.year) * 12 + i64::from(key.month) - 1 + months;
    let year = i32::try_from(months.div_euclid(12)).unwrap_or_default();
    let month = u8::try_from(months.rem_euclid(12)).unwrap_or_default() + 1;
    (year, month)
}
