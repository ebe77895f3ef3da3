//! Dates that are written out.

use super::super::meaning::{Doubt, Reckoning, Unit};
use super::super::said::{Point, Year};
use super::super::{Key, Weekday};
use super::{Reckoned, Report, Told, key, name, no_such_day, widened};

/// How many years on each side of the report may not have a date on the same weekday for the weekday to decide.
const WEEKDAY_YEARS: i32 = 3;

impl Report {
    pub(super) fn day(&self, weekday: Option<Weekday>, day: u8, month: u8, year: Option<Year>) -> Reckoned {
        let Some(year) = year else { return self.day_without_year(weekday, day, month) };
        let (year, reckoning) = self.year(year)?;
        let key = key(year, month, Some(day))?;
        check_weekday(weekday, key)?;
        Ok((key.to_string(), reckoning))
    }

    fn day_without_year(&self, weekday: Option<Weekday>, day: u8, month: u8) -> Reckoned {
        key(2000, month, Some(day)).map_err(|_| no_such_day(None, month))?;
        if let (Some(weekday), Some(written_on)) = (weekday, self.written_on) {
            let fits = |key: &Key| key.bounds().0.weekday() == weekday;
            let years = written_on.year - WEEKDAY_YEARS..=written_on.year + WEEKDAY_YEARS;
            let days: Vec<Key> = years.filter_map(|year| Key::new(year, month, day)).filter(fits).collect();
            if let [only] = days[..]
                && (only.year - written_on.year).abs() <= 1
            {
                let name = name(month, Some(day));
                return Ok((only.to_string(), Reckoning::ByWeekday { name, weekday, written_on }));
            }
            return Err((Doubt::NoYear, days.iter().map(Key::to_string).collect()));
        }
        let candidates = self.around(|year| key(year, month, Some(day)).ok());
        Err((Doubt::NoYear, candidates.map(|key| key.to_string()).collect()))
    }

    pub(super) fn month(&self, part: bool, month: u8, year: Option<Year>) -> Reckoned {
        let Some(year) = year else {
            let candidates = self.around(|year| Key::new(year, month, 0));
            return Err((Doubt::NoYear, candidates.map(|key| key.to_string()).collect()));
        };
        let (year, reckoning) = self.year(year)?;
        let reckoning = if part && reckoning == Reckoning::AsWritten { Reckoning::Widened } else { reckoning };
        Ok((key(year, month, None)?.to_string(), reckoning))
    }

    fn year(&self, year: Year) -> Told<(i32, Reckoning)> {
        match year {
            Year::Number(year) => Ok((year, Reckoning::AsWritten)),
            Year::Which(by) => {
                let written_on = self.date()?;
                let reckoning = Reckoning::Shifted { unit: Unit::Year, by, written_on };
                Ok((written_on.year + i32::from(by), reckoning))
            }
        }
    }

    /// The last one that has begun when the report's time ends, and the next one.
    fn around(&self, in_year: impl Fn(i32) -> Option<Key>) -> impl Iterator<Item = Key> {
        // A leap day is missing for eight years at most.
        const YEARS: i32 = 8;
        let found = self.written_on.map(|written_on| {
            let end = written_on.bounds().1;
            let has_begun = |key: &Key| key.bounds().0 <= end;
            let year = written_on.year;
            let last = (year - YEARS..=year).rev().find_map(|year| in_year(year).filter(has_begun));
            let next = (year..=year + YEARS).find_map(|year| in_year(year).filter(|key| !has_begun(key)));
            [last, next]
        });
        found.into_iter().flatten().flatten()
    }

    pub(super) fn season(&self, season: u8, year: Year) -> Reckoned {
        let (year, reckoning) = self.year(year)?;
        if season == 24 {
            let winter = |year: i32| format!("{year:04}-12/{:04}-02", year + 1);
            return Err((Doubt::TwoYears, vec![winter(year - 1), winter(year)]));
        }
        Ok((format!("{year:04}-{season}"), reckoning))
    }

    pub(super) fn range(&self, mut from: Point, mut to: Point) -> Reckoned {
        from.month = from.month.or(to.month);
        if let Some(year) = to.year {
            return complete(from, to, year).map(|edtf| (edtf, Reckoning::AsWritten));
        }
        let Some(written_on) = self.written_on else { return Err((Doubt::NoYear, Vec::new())) };
        to.year = Some(written_on.year);
        let candidates = [written_on.year - 1, written_on.year, written_on.year + 1];
        let edtf = candidates.map(|year| (year, complete(from, to, year)));
        // What no year has is wrong in itself.
        if let [(_, Err((doubt, _))), (_, Err(_)), (_, Err(_))] = &edtf {
            return Err((doubt.clone(), Vec::new()));
        }
        let last_day = |year: i32| Key::new(year, to.month.unwrap_or(0), to.day.unwrap_or(0)).map(|key| key.bounds().1);
        let end = written_on.bounds().1;
        let (past, coming): (Vec<_>, Vec<_>) =
            edtf.into_iter().partition(|(year, _)| last_day(*year).is_some_and(|day| day <= end));
        let last = past.into_iter().rev().find_map(|(_, edtf)| edtf.ok());
        let next = coming.into_iter().find_map(|(_, edtf)| edtf.ok());
        Err((Doubt::NoYear, [last, next].into_iter().flatten().collect()))
    }
}

/// The interval, whose end lies in `year`.
fn complete(from: Point, to: Point, year: i32) -> Told<String> {
    let end = point(to, year)?;
    let mut start = point(from, from.year.unwrap_or(year))?;
    // `28 December to 3 January 2020` begins in the year before.
    if start.bounds().0 > end.bounds().1 && from.year.is_none() && from.month != to.month {
        start = point(from, year - 1)?;
    }
    if start.bounds().0 > end.bounds().1 {
        return Err((Doubt::EndBeforeStart, Vec::new()));
    }
    for (point, key) in [(from, start), (to, end)] {
        check_weekday(point.weekday, key)?;
    }
    Ok(if start == end { start.to_string() } else { format!("{start}/{end}") })
}

fn check_weekday(said: Option<Weekday>, day: Key) -> Told<()> {
    let weekday = day.bounds().0.weekday();
    if said.is_none_or(|said| said == weekday) {
        return Ok(());
    }
    Err((Doubt::WrongWeekday { day, weekday }, vec![day.to_string()]))
}

fn point(point: Point, year: i32) -> Told<Key> {
    match point.month {
        Some(month) => key(year, month, point.day),
        None => Key::new(year, 0, 0).ok_or_else(|| no_such_day(Some(year), 1)),
    }
}

pub(super) fn decade(part: bool, year: i32) -> Reckoned {
    let decade = format!("{:03}X", year / 10);
    if year % 100 == 0 {
        return Err((Doubt::DecadeOrCentury, vec![decade, format!("{:02}XX", year / 100)]));
    }
    Ok((decade, widened(part)))
}

pub(super) fn numeric(first: u8, second: u8, year: i32) -> Reckoned {
    let day_first = key(year, second.min(12), Some(first)).ok().filter(|_| second <= 12);
    let month_first = key(year, first.min(12), Some(second)).ok().filter(|_| first <= 12);
    match (day_first, month_first) {
        (Some(one), Some(other)) if one != other => Err((Doubt::DayOrMonth, vec![one.to_string(), other.to_string()])),
        // A day above twelve leaves one reading only.
        (Some(date), _) if first > 12 || first == second => Ok((date.to_string(), Reckoning::AsWritten)),
        (_, Some(date)) if second > 12 => Ok((date.to_string(), Reckoning::AsWritten)),
        _ => Err(no_such_day(Some(year), if first > 12 { second } else { first })),
    }
}
