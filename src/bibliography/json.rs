//! A source in CSL-JSON becomes our record.

use std::ops::Range;

use serde_json::{Deserializer, Value};

use super::dates::{self, Wrong};
use crate::lang;
use crate::matter::{Extra, NameRef, SourceRecord, Str, csl};

/// Keys whose dates are none.
type WrongDates = Vec<(String, Wrong)>;

/// The id and the record of an item, and the keys whose dates are none; `None` where it has no id.
pub(super) fn source(item: &Value) -> Option<(String, SourceRecord, WrongDates)> {
    let id = words(item.get("id")?)?;
    let mut record = SourceRecord::default();
    let mut wrong = Vec::new();
    for (key, value) in item.as_object()? {
        let text = || words(value).map(Str::from);
        let mut date = || match dates::json(value)? {
            Ok(date) => Some(date),
            Err(error) => {
                wrong.push((key.clone(), error));
                None
            }
        };
        match key.as_str() {
            "type" => record.kind = text().filter(|kind| csl::TYPES.contains(&&**kind)),
            "title" => record.title = text(),
            "author" => record.author = names(value),
            "editor" => record.editor = names(value),
            "publisher" => record.publisher = text().map(NameRef::whole),
            "container-title" => record.container = text(),
            "number" => record.number = text(),
            "publisher-place" => record.place = text(),
            "issued" => record.date = date(),
            "URL" => record.url = text().filter(|url| url.contains(':')),
            "accessed" => record.accessed = date(),
            "language" => record.lang = text().filter(|lang| lang::is_valid(lang)),
            "note" => record.note = text(),
            "id" => {}
            key => {
                let Some(variable) = csl::variable(key) else { continue };
                let value = if csl::is_date(variable) {
                    date().map(|date| Value::from(date.as_str()))
                } else {
                    Some(value.clone())
                };
                value.map(|value| record.csl.insert(variable.into(), Extra(value)));
            }
        }
    }
    Some((id, record, wrong))
}

/// Where the value of a key stands in the item of this number. What is read has no places: they are looked for only where
/// something is to be told.
pub(super) fn place(text: &str, item: usize, key: &str) -> Option<Range<usize>> {
    let mut at = text.find('[')? + 1;
    let mut range = 0..0;
    for _ in 0..=item {
        at += text[at..].find(|c: char| !c.is_whitespace() && c != ',')?;
        range = at..at + value_length(&text[at..])?;
        at = range.end;
    }
    let key = Value::from(key).to_string();
    let within = &text[range.clone()];
    let colon = within.match_indices(&key).find_map(|(at, _)| {
        let behind = &within[at + key.len()..];
        let colon = behind.len() - behind.trim_start().len();
        behind[colon..].starts_with(':').then_some(at + key.len() + colon + 1)
    })?;
    let value = &within[colon..];
    let start = range.start + colon + (value.len() - value.trim_start().len());
    Some(start..start + value_length(&text[start..])?)
}

/// How many bytes the value takes that `text` begins with.
fn value_length(text: &str) -> Option<usize> {
    let mut values = Deserializer::from_str(text).into_iter::<serde::de::IgnoredAny>();
    values.next()?.ok()?;
    Some(values.byte_offset())
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
