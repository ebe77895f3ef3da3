//! Moments: a year, month or day, or a day with a time.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::Moment;
use crate::edtf::Date;

/// Reads `2019`, `2019-12`, `2019-12-21`, RFC 3339, and `2019-12-21 08:20:00 -08:00` as Jekyll writes it. A fraction of a
/// second counts as a whole one.
///
/// # Errors
/// With what is wrong, and the mend.
pub(super) fn parse(text: &str) -> Result<Moment, Wrong> {
    let text = text.trim();
    let (day, time) = match text.find(['T', 't', ' ']) {
        Some(end) => (&text[..end], Some(text[end + 1..].trim())),
        None => (text, None),
    };
    let date = parse_date(day)?;
    if !is_plain(day) {
        return Err("a year, a month or a day is needed here, without a mark or range".into());
    }
    let Some(time) = time else { return Ok(Moment { date, instant: None, zoned: false }) };
    let (clock, offset) = match time.find(['Z', 'z', '+', '-']) {
        Some(start) => (time[..start].trim_end(), Some(offset(&time[start..]).ok_or(UNREADABLE)?)),
        None => (time, None),
    };
    let local: DateTime = format!("{day}T{clock}").parse().map_err(|_| UNREADABLE)?;
    let exact = TimeZone::UTC.to_timestamp(local).map_err(|_| UNREADABLE)?;
    // The second has only begun: what is hidden until then stays so.
    let second = exact.as_second() + i64::from(exact.subsec_nanosecond() > 0);
    Ok(Moment { date, instant: Some(second - offset.unwrap_or(0)), zoned: offset.is_some() })
}

/// Reads an EDTF expression.
///
/// # Errors
/// With what is wrong, and the mend.
pub(super) fn parse_date(text: &str) -> Result<Date, Wrong> {
    Date::parse(text.trim()).map_err(|error| Wrong { message: error.message, help: error.help })
}

/// Why a text is no date, as a clause, and the mend.
pub(super) struct Wrong {
    pub(super) message: String,
    pub(super) help: Option<String>,
}

impl From<&str> for Wrong {
    fn from(message: &str) -> Self {
        Self { message: message.to_owned(), help: None }
    }
}

const UNREADABLE: &str = "a time is written like `2019-12-21T08:20:00+02:00`";

/// `2019`, `2019-12` or `2019-12-21`; in the second place of a date from 21 on stand seasons.
fn is_plain(day: &str) -> bool {
    let shape_fits = day.bytes().enumerate().all(|(place, byte)| match place {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    shape_fits && matches!(day.len(), 4 | 7 | 10) && day.get(5..7).is_none_or(|month| month <= "12")
}

/// Seconds east of Greenwich: `Z`, `+02:00`, `-0800`, `+02`.
fn offset(text: &str) -> Option<i64> {
    if text.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits: String = text[1..].chars().filter(|c| *c != ':').collect();
    if !matches!(digits.len(), 2 | 4) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let hours: i64 = digits[..2].parse().ok()?;
    let minutes: i64 = digits.get(2..).filter(|rest| !rest.is_empty()).map_or(Some(0), |rest| rest.parse().ok())?;
    (hours < 24 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        match parse(text) {
            Ok(Moment { date, instant: None, zoned: false }) => date.as_str().to_owned(),
            Ok(Moment { date, instant, zoned }) => format!("{} {} {zoned}", date.as_str(), instant.unwrap_or(-1)),
            Err(wrong) => format!("! {}", wrong.message),
        }
    }

    #[test]
    fn days_months_and_years_are_moments() {
        assert_eq!(["2019", "2019-12", " 2019-12-21 "].map(told), ["2019", "2019-12", "2019-12-21"]);
    }

    #[test]
    fn times_become_seconds_in_utc() {
        assert_eq!(told("2019-12-21T06:00Z"), "2019-12-21 1576908000 true");
        assert_eq!(told("2019-12-21t08:00:00+02:00"), "2019-12-21 1576908000 true");
        assert_eq!(told("2019-12-21 08:20:00 -08:00"), "2019-12-21 1576945200 true");
        assert_eq!(told("2019-12-21 08:20:00.25 -0800"), "2019-12-21 1576945201 true");
        assert_eq!(told("2019-12-21T11:45+05:45"), "2019-12-21 1576908000 true");
        assert_eq!(told("2019-12-21T02:30:00-0330"), "2019-12-21 1576908000 true");
        assert_eq!(told("2019-12-21T08:00+02"), "2019-12-21 1576908000 true");
        assert_eq!(told("1969-12-31T23:59:58.5Z"), "1969-12-31 -1 true");
        assert_eq!(told("2019-12-21 06:00"), "2019-12-21 1576908000 false");
    }

    #[test]
    fn anything_else_is_told() {
        let plain = "! a year, a month or a day is needed here, without a mark or range";
        assert_eq!(["2011/2019", "2019~", "2019-21", "2019-12-XX"].map(told), [plain; 4]);
        let time = "! a time is written like `2019-12-21T08:20:00+02:00`";
        assert_eq!(["2019-12-21 8", "2019-12-21T25:00Z", "2019-12-21T08:00+2", "2019-12T08:00"].map(told), [time; 4]);
        assert!(told("2019-02-30").starts_with("! "));
    }
}
