//! Dates that are written out.

use super::super::meaning::{Doubt, Reckoning, Unit};
use super::super::said::{Point, Year};
use super::super::{Day, Key, Weekday};
use super::yearless::Dated;
use super::{Reckoned, Report, Told, key, name, no_such_day, widened};

/// How many years on each side of the report may not have a date on the same weekday for the weekday to decide.
const WEEKDAY_YEARS: i32 = 3;

impl Report<'_> {
    pub(super) fn day(&self, weekday: Option<Weekday>, day: u8, month: u8, year: Option<Year>) -> Reckoned {
        let Some(year) = year else { return self.day_without_year(weekday, day, month) };
        let (year, reckoning) = self.year(year).map_err(|doubt| in_years(doubt, month, day))?;
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
                let other = self.setting.named.frame.all.iter().find(|named| {
                    named.key.year != only.year && Key::new(named.key.year, month, day).as_ref().is_some_and(fits)
                });
                if let Some(named) = other.map(|named| named.key) {
                    let years = [only.year, named.year].into_iter();
                    let days = years.filter_map(|year| Key::new(year, month, day)).map(|key| key.to_string());
                    return Err((Doubt::OtherYear { named }, days.collect()));
                }
                if let Some(doubt) =
                    self.elsewhen(|year| Key::new(year, month, day).as_ref().is_some_and(fits), only.year)
                {
                    return Err((doubt, vec![only.to_string()]));
                }
                let name = name(month, Some(day));
                return Ok((only.to_string(), Reckoning::ByWeekday { name, weekday, written_on }));
            }
            return Err((Doubt::NoYear, days.iter().map(Key::to_string).collect()));
        }
        self.yearless(&name(month, Some(day)), |year| Key::new(year, month, day).map(Dated::of))
    }

    pub(super) fn month(&self, part: bool, month: u8, year: Option<Year>) -> Reckoned {
        let Some(year) = year else {
            return self.yearless(&name(month, None), |year| Key::new(year, month, 0).map(Dated::of));
        };
        let (year, reckoning) = self.year(year).map_err(|doubt| in_years(doubt, month, 0))?;
        let reckoning = if part && reckoning == Reckoning::AsWritten { Reckoning::Widened } else { reckoning };
        Ok((key(year, month, None)?.to_string(), reckoning))
    }

    fn year(&self, year: Year) -> Told<(i32, Reckoning)> {
        match year {
            Year::Number(year) => Ok((year, Reckoning::AsWritten)),
            Year::Named(by) => self.named_year(by),
            Year::Which(by) => {
                let written_on = self.date()?;
                let reckoning = Reckoning::Shifted { unit: Unit::Year, by, written_on };
                Ok((written_on.year + i32::from(by), reckoning))
            }
        }
    }

    pub(super) fn season(&self, season: u8, year: Year) -> Reckoned {
        let (year, reckoning) = self.year(year).map_err(|(doubt, _)| (doubt, Vec::new()))?;
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
        to.year = Some(0);
        let in_year = |year: i32| complete(from, to, year);
        let sample = self.written_on.map_or(2000, |written_on| written_on.year);
        // What no year has is wrong in itself.
        if let [Err((doubt, _)), Err(_), Err(_)] = [sample - 1, sample, sample + 1].map(in_year) {
            return Err((doubt, Vec::new()));
        }
        self.yearless("of these", |year| {
            let edtf = in_year(year).ok()?;
            let last = Key::new(year, to.month.unwrap_or(0), to.day.unwrap_or(0))?.bounds().1;
            let begun = Key::new(year, from.month.unwrap_or(0), from.day.unwrap_or(0))?.bounds().0;
            let first = if begun > last { Day { year: year - 1, ..begun } } else { begun };
            Some(Dated { edtf, first, last, is_long: true })
        })
    }
}

/// A doubt of the year, with the days or months that it leaves.
fn in_years((doubt, years): (Doubt, Vec<String>), month: u8, day: u8) -> (Doubt, Vec<String>) {
    let keys = years.iter().filter_map(|year| Key::new(year.parse().ok()?, month, day));
    (doubt, keys.map(|key| key.to_string()).collect())
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
