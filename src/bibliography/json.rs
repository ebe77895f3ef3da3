//! A source in CSL-JSON becomes our record.

use serde_json::Value;

use crate::edtf::Date;
use crate::lang;
use crate::matter::{Extra, NameRef, SourceRecord, Str, csl};

/// The id and the record of an item; `None` where it has no id.
pub(super) fn source(item: &Value) -> Option<(String, SourceRecord)> {
    let id = words(item.get("id")?)?;
    let mut record = SourceRecord::default();
    for (key, value) in item.as_object()? {
        let text = || words(value).map(Str::from);
        match key.as_str() {
            "type" => record.kind = text().filter(|kind| csl::TYPES.contains(&&**kind)),
            "title" => record.title = text(),
            "author" => record.author = names(value),
            "editor" => record.editor = names(value),
            "publisher" => record.publisher = text().map(NameRef::whole),
            "container-title" => record.container = text(),
            "number" => record.number = text(),
            "publisher-place" => record.place = text(),
            "issued" => record.date = date(value),
            "URL" => record.url = text().filter(|url| url.starts_with("http://") || url.starts_with("https://")),
            "accessed" => record.accessed = date(value),
            "language" => record.lang = text().filter(|lang| lang::is_valid(lang)),
            "note" => record.note = text(),
            "id" => {}
            key => {
                let Some(variable) = csl::variable(key) else { continue };
                let value = if csl::is_date(variable) {
                    date(value).map(|date| Value::from(date.as_str()))
                } else {
                    Some(value.clone())
                };
                value.map(|value| record.csl.insert(variable.into(), Extra(value)));
            }
        }
    }
    Some((id, record))
}

fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn names(value: &Value) -> Vec<NameRef> {
    let name = |value: &Value| {
        let part = |key: &str| value.get(key).and_then(words);
        let family = [part("dropping-particle"), part("non-dropping-particle"), part("family")];
        let family = family.into_iter().flatten().collect::<Vec<_>>().join(" ");
        match (part("literal"), part("given")) {
            (Some(whole), _) => Some(NameRef::whole(whole)),
            (None, Some(given)) if !family.is_empty() => Some(NameRef::person(&given, &family)),
            (None, given) => {
                let whole = given.unwrap_or(family);
                (!whole.is_empty()).then(|| NameRef::whole(whole))
            }
        }
    };
    value.as_array().map(|names| names.iter().filter_map(name).collect()).unwrap_or_default()
}

/// `{"date-parts": [[2019, 4, 3]]}`, with a second list for the end of a range; `{"raw": "2019-04-03"}`.
fn date(value: &Value) -> Option<Date> {
    if let Some(raw) = value.get("raw").or_else(|| value.get("literal")).and_then(Value::as_str) {
        return Date::parse(raw).ok();
    }
    let day = |parts: &Value| {
        let number = |at: usize| {
            let part = parts.get(at)?;
            part.as_i64().or_else(|| part.as_str()?.parse().ok())
        };
        Some(match (number(0)?, number(1), number(2)) {
            (year, Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
            (year, Some(month), None) => format!("{year:04}-{month:02}"),
            (year, ..) => format!("{year:04}"),
        })
    };
    let parts = value.get("date-parts")?;
    let mut text = day(parts.get(0)?)?;
    if let Some(end) = parts.get(1).and_then(day) {
        text = format!("{text}/{end}");
    } else if value.get("circa").is_some_and(|circa| !matches!(circa, Value::Null | Value::Bool(false))) {
        text.push('~');
    }
    Date::parse(&text).ok()
}
