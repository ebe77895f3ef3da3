//! Dates of bibliography files, read as our own are: as EDTF, and told where they are none.

use biblatex::{ChunksExt, Entry};
use serde_json::Value;
use std::fmt::Write as _;
use std::ops::Range;

use crate::edtf::{Date, DateError, month_name};

/// A date, and where it stands in the file; or what is wrong with it.
pub(super) type Found = (Range<usize>, Result<Date, Wrong>);

/// Something that is no date.
#[derive(Debug)]
pub(super) struct Wrong {
    /// As it is written.
    pub(super) text: String,
    /// Why.
    pub(super) error: DateError,
}

/// Reads a date. Between two of them a dash may stand for the slash.
pub(super) fn read(text: &str) -> Result<Date, Wrong> {
    let text = text.trim();
    let slashed = text.replace(['–', '—'], "/");
    Date::parse(text).or_else(|error| {
        let date = if slashed == text { None } else { Date::parse(&slashed).ok() };
        date.ok_or_else(|| Wrong { text: text.to_owned(), error })
    })
}

/// Takes a date out of an entry of BibLaTeX: `date`, else `year`, `month` and `day`; `prefix` is empty, `url`, `event` or
/// `orig`. The crate would round most of what EDTF can say.
pub(super) fn take(entry: &mut Entry, prefix: &str) -> Option<Found> {
    let mut piece = |name: &str| {
        let chunks = entry.remove(&format!("{prefix}{name}"))?;
        let text = chunks.format_verbatim().trim().to_owned();
        (!text.is_empty()).then(|| (chunks.span(), text))
    };
    let (date, year, month, day) = (piece("date"), piece("year"), piece("month"), piece("day"));
    if let Some((span, text)) = date {
        return Some((span, read(&text)));
    }
    let (span, year) = year?;
    let Some((month_span, month)) = month else { return Some((span, read(&year))) };
    let (month, within) = match month.split_once(|c: char| c.is_whitespace() || matches!(c, '-' | '\u{a0}' | '~')) {
        // `apr # "~4"`
        Some((month, day)) if day.trim().bytes().all(|byte| byte.is_ascii_digit()) => {
            (month.to_owned(), Some(day.trim().to_owned()))
        }
        _ => (month, None),
    };
    let Some(number) = month_number(&month) else {
        return Some((month_span, read(&format!("{year}-{month}"))));
    };
    Some(match day.map(|(_, day)| day).or(within) {
        Some(day) => (span, read(&format!("{year}-{number:02}-{day:0>2}"))),
        None => (span, read(&format!("{year}-{number:02}"))),
    })
}

/// The number of a month, or of a season, or of an English name or its beginning: `4`, `April`, `apr`.
fn month_number(text: &str) -> Option<u8> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let text = text.trim_end_matches('.').to_ascii_lowercase();
    let is_month = |month: &u8| month_name(*month).is_some_and(|name| name.to_ascii_lowercase().starts_with(&text));
    (1..=12).find(is_month).filter(|_| text.len() >= 3)
}

/// A date of CSL-JSON: `{"date-parts": [[2019, 4, 3]]}`, with a second list for the end of a range; `{"raw": "2019-04-03"}`;
/// the text alone. `None` where it says nothing.
pub(super) fn json(value: &Value) -> Option<Result<Date, Wrong>> {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    let raw = value.as_str().or_else(|| text("edtf")).or_else(|| text("raw")).or_else(|| text("literal"));
    if let Some(raw) = raw.filter(|raw| !raw.trim().is_empty()) {
        return Some(read(raw));
    }
    let parts = value.get("date-parts")?;
    let mut date = day(parts.get(0)?)?;
    let season = value.get("season").map(word).and_then(|season| season.parse::<u8>().ok());
    if let Some(end) = parts.get(1).and_then(day) {
        date = format!("{date}/{end}");
    } else if let Some(season) = season.filter(|season| (1..=4).contains(season) && !date.contains('-')) {
        date = format!("{date}-{:02}", season + 20);
    }
    if value.get("circa").is_some_and(|circa| !matches!(circa, Value::Null | Value::Bool(false))) && !date.contains('/')
    {
        date.push('~');
    }
    Some(read(&date))
}

/// `2019-04-03` of `[2019, 4, 3]`, `-0043` of `[-44]`.
fn day(parts: &Value) -> Option<String> {
    let parts: Vec<String> = parts.as_array()?.iter().map(word).collect();
    let parts: Vec<&String> = parts.iter().take_while(|part| !part.is_empty()).collect();
    let (year, rest) = parts.split_first()?;
    // CSL counts as historians do, who have no year 0 (citeproc-js writes -44 as 44 BC); EDTF has one, as ISO 8601 has.
    let before = year.strip_prefix('-').and_then(|before| before.parse::<u32>().ok());
    let mut date = match before.and_then(|before| before.checked_sub(1)) {
        Some(0) => "0000".to_owned(),
        Some(before) => format!("-{before:04}"),
        None => format!("{year:0>4}"),
    };
    for part in rest {
        let _ = write!(date, "-{part:0>2}");
    }
    Some(date)
}

fn word(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
