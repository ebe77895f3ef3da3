//! What is wrong with a date, in words that its author can act on.

use std::fmt;

use edtf_core::ParseError;

use super::customary;
use super::day::days_in_month;

/// Why something is no EDTF date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    /// Where in the text, in bytes.
    pub offset: usize,
    /// What is wrong: `February 2019 has 28 days`. No full stop.
    pub message: String,
    /// The mend: ``write `2019-04-04` ``.
    pub help: Option<String>,
}

impl DateError {
    pub(super) fn new(offset: usize, message: impl Into<String>) -> Self {
        Self { offset, message: message.into(), help: None }
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for DateError {}

/// English month names; messages are in English.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The English name of a month, 1 to 12.
pub(crate) fn month_name(month: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(month).checked_sub(1)?).copied()
}

/// Turns the parser's complaint about `text`, which begins `margin` bytes into what the author wrote, into ours.
pub(super) fn explain(text: &str, margin: usize, error: ParseError) -> DateError {
    let piece = piece_at(text, error.offset);
    let (message, about_form) = match error.message {
        "empty input" => ("no date is given".to_owned(), true),
        "year must have exactly four digits (or X)" if !has_words(text) => ("a year has four digits".to_owned(), true),
        "EDTF permits ASCII characters only"
        | "whitespace is not allowed"
        | "year must have exactly four digits (or X)" => {
            ("a date is written year first, with digits and hyphens".to_owned(), true)
        }
        "month must be two digits (or X)" => ("a month has two digits".to_owned(), true),
        "day must be two digits (or X)" => ("a day has two digits".to_owned(), true),
        "expected '-' before month" => ("a hyphen is expected before the month".to_owned(), true),
        "expected '-' before day" => ("a hyphen is expected before the day".to_owned(), true),
        "unexpected characters after day" => ("nothing is expected after the day".to_owned(), true),
        "day is out of range for the month" => (no_such_day(piece), false),
        "month must be 01-12 or a sub-year code 21-41"
        | "month must be 01-12"
        | "sub-year groupings cannot carry a day"
        | "no calendar month matches the unspecified digits" => (no_such_month(piece), true),
        "-0000 is not a valid year" => ("the year 0000 has no sign".to_owned(), false),
        "unterminated set" => ("the closing bracket is missing".to_owned(), false),
        "interval end precedes interval start" | "set range end precedes range start" => {
            ("the end lies before the beginning".to_owned(), false)
        }
        "interval needs at least one dated endpoint" => ("a range needs a beginning or an end".to_owned(), false),
        "interval must contain exactly one '/'" => ("a range has one `/`".to_owned(), true),
        "interval requires '/'" => ("a range has a `/`".to_owned(), true),
        "date-times require a complete YYYY-MM-DD date" => ("a time belongs to a whole day".to_owned(), true),
        "time must be hh:mm:ss" | "time components must be two digits" => {
            ("a time is written with hours, minutes and seconds".to_owned(), true)
        }
        "hour must be 00-23 (24 is not allowed)" => ("the hours of a day are 00 to 23".to_owned(), false),
        other => (other.to_owned(), true),
    };
    let help = if about_form { customary::help(text) } else { None };
    DateError { offset: margin + error.offset, message, help }
}

/// The error for a number that is no year: `20190404` unquoted in YAML.
pub(super) fn long_number(number: i64) -> DateError {
    let text = number.to_string();
    let help = customary::help(&text).unwrap_or_else(|| format!("write `Y{number}` if it is a year"));
    DateError { offset: 0, message: "a year has four digits".to_owned(), help: Some(help) }
}

/// Whether letters stand in a text that are none of EDTF's.
fn has_words(text: &str) -> bool {
    text.contains(|c: char| c.is_alphabetic() && !"xtyz".contains(c.to_ascii_lowercase()))
}

/// The single date around an offset in a range or set.
fn piece_at(text: &str, offset: usize) -> &str {
    let is_edge = |c: char| matches!(c, '/' | ',' | '[' | ']' | '{' | '}' | 'T');
    let offset = offset.min(text.len());
    let (before, after) = text.split_at(if text.is_char_boundary(offset) { offset } else { 0 });
    let start = before.rfind(is_edge).map_or(0, |at| at + 1).max(before.rfind("..").map_or(0, |at| at + 2));
    let end = after.find(is_edge).unwrap_or(after.len()).min(after.find("..").unwrap_or(after.len()));
    &text[start..before.len() + end]
}

fn no_such_day(piece: &str) -> String {
    let plain: String = piece.chars().filter(|c| !matches!(c, '?' | '~' | '%')).collect();
    let mut parts = plain.rsplitn(3, '-');
    let (day, month, year) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    let Some((number, name)) = month.parse().ok().and_then(|number| Some((number, month_name(number)?))) else {
        return format!("no month has a day {day}");
    };
    if day == "00" {
        return "the first day of a month is 01".to_owned();
    }
    match year.parse() {
        Ok(numeric) => format!("{name} {year} has {} days", days_in_month(numeric, number)),
        Err(_) => format!("{name} has at most {} days", days_in_month(2000, number)),
    }
}

fn no_such_month(piece: &str) -> String {
    let plain: String = piece.chars().filter(|c| !matches!(c, '?' | '~' | '%')).collect();
    let sign = usize::from(plain.starts_with('-'));
    let mut parts = plain[sign..].splitn(3, '-');
    let (year, month) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    format!("{}{year} has no month {month}", &plain[..sign])
}

#[cfg(test)]
mod tests {
    use crate::edtf::Date;

    #[track_caller]
    fn error(text: &str) -> String {
        let error = Date::parse(text).unwrap_err();
        match error.help {
            Some(help) => format!("{}: {}; {help}", error.offset, error.message),
            None => format!("{}: {}", error.offset, error.message),
        }
    }

    #[test]
    fn impossible_days_and_months_are_named() {
        assert_eq!(error("2019-02-30"), "8: February 2019 has 28 days");
        assert_eq!(error("2020-02-30"), "8: February 2020 has 29 days");
        assert_eq!(error(" 2019-04-31? "), "9: April 2019 has 30 days");
        assert_eq!(error("2018-01-01/2019-02-29"), "19: February 2019 has 28 days");
        assert_eq!(error("[2019-02-28..2019-02-29]"), "21: February 2019 has 28 days");
        assert_eq!(error("2XXX-02-30"), "8: February has at most 29 days");
        assert_eq!(error("2019-04-00"), "8: the first day of a month is 01");
        assert_eq!(error("2019-XX-32"), "8: no month has a day 32");
        assert_eq!(error("2019-13"), "5: 2019 has no month 13");
        assert_eq!(error("2019-00-04"), "5: 2019 has no month 00");
        assert_eq!(error("-0044-13"), "6: -0044 has no month 13");
    }

    #[test]
    fn mistakes_of_form_are_told_in_plain_words() {
        assert_eq!(error(""), "0: no date is given");
        assert_eq!(error("2019-4"), "5: a month has two digits; write `2019-04`");
        assert_eq!(error("[2019,2020"), "9: the closing bracket is missing");
        assert_eq!(error("2019/2011"), "5: the end lies before the beginning");
        assert_eq!(error("../.."), "0: a range needs a beginning or an end");
        assert_eq!(error("-0000"), "0: the year 0000 has no sign");
        assert_eq!(error("2019-04-04T24:00:00"), "11: the hours of a day are 00 to 23");
        assert_eq!(error("some day"), "4: a date is written year first, with digits and hyphens");
        assert_eq!(error("yesterday"), "0: a date is written year first, with digits and hyphens");
        assert_eq!(
            error("23 December 2030"),
            "2: a date is written year first, with digits and hyphens; write `2030-12-23`"
        );
        assert_eq!(error(&"2".repeat(2_000)), "0: a date of more than 1000 characters is not read");
    }

    #[test]
    fn numbers_that_are_no_years_are_refused() {
        let error = Date::from_yaml_number(20_190_404).unwrap_err();
        assert_eq!(
            (error.message.as_str(), error.help.as_deref()),
            ("a year has four digits", Some("write `2019-04-04`"))
        );
        let error = Date::from_yaml_number(123_456).unwrap_err();
        assert_eq!(error.help.as_deref(), Some("write `Y123456` if it is a year"));
    }
}
