//! A source in CSL-JSON becomes our record.

use std::ops::Range;

use serde_json::{Deserializer, Value};

use super::dates::{self, Wrong};
use super::markup;
use crate::edtf::{Date, Key};
use crate::lang;
use crate::matter::{Extra, NameRef, SourceRecord, Str, csl};
use crate::nearest::did_you_mean;
use crate::problem::Name;

/// What is wrong with an item.
pub(super) enum Fault {
    /// A key whose date is none.
    Date(String, Wrong),
    /// A key, and what is wrong with it or its value.
    Other { key: String, is_of_key: bool, name: Name, message: String, help: Option<String> },
}

/// Keys of an item that are no variables of ours, and yet known.
const KEYS: [&str; 14] = [
    "id",
    "type",
    "title",
    "author",
    "editor",
    "publisher",
    "container-title",
    "number",
    "publisher-place",
    "issued",
    "URL",
    "accessed",
    "language",
    "note",
];

/// The id and the record of an item, and what is wrong with it; `None` where it has no id.
pub(super) fn source(item: &Value) -> Option<(String, SourceRecord, Vec<Fault>)> {
    let id = words(item.get("id")?)?;
    let mut record = SourceRecord::default();
    let mut faults = Vec::new();
    for (key, value) in item.as_object()? {
        let text = || words(value).map(Str::from);
        let mut date = || match dates::json(value)? {
            Ok(date) => Some(date),
            Err(error) => {
                faults.push(Fault::Date(key.clone(), in_parts(error)));
                None
            }
        };
        match key.as_str() {
            "type" => match text() {
                Some(kind) if csl::TYPES.contains(&&*kind) => record.kind = Some(kind),
                Some(kind) => faults.push(Fault::Other {
                    key: key.clone(),
                    is_of_key: false,
                    name: Name::WrongType,
                    message: format!("`type` of `{id}` must be one of CSL's types, not `{kind}`"),
                    help: did_you_mean(&kind, csl::TYPES.iter().copied()),
                }),
                None => {}
            },
            "title" => record.title = text().map(|title| markup::plain(&title)),
            "author" => record.author = names(&id, key, value, &mut faults),
            "editor" => record.editor = names(&id, key, value, &mut faults),
            "publisher" => record.publisher = text().map(NameRef::whole),
            "container-title" => record.container = text().map(|title| markup::plain(&title)),
            "number" => record.number = text(),
            "publisher-place" => record.place = text(),
            "issued" => record.date = date(),
            "URL" => record.url = text(),
            "accessed" => record.accessed = date(),
            "language" => record.lang = text().filter(|lang| lang::is_valid(lang)),
            "note" => record.note = text(),
            "id" => {}
            key => {
                let Some(variable) = csl::variable(key) else {
                    faults.extend(unknown(key));
                    continue;
                };
                let value = if csl::is_date(variable) {
                    date().map(|date| Value::from(date.as_str()))
                } else if csl::is_name(variable) {
                    names(&id, key, value, &mut faults);
                    Some(value.clone())
                } else {
                    Some(value.as_str().map_or_else(|| value.clone(), |text| Value::from(&*markup::plain(text))))
                };
                value.map(|value| record.csl.insert(variable.into(), Extra(value)));
            }
        }
    }
    Some((id, record, faults))
}

/// The mend of a date as CSL-JSON writes one.
fn in_parts(mut wrong: Wrong) -> Wrong {
    let piece = |(at, piece): (usize, &str)| {
        let key = Date::parse(piece).ok().filter(|_| at % 2 == 1).and_then(|date| date.key());
        let Some(Key { year, month, day }) = key else { return piece.to_owned() };
        let parts: Vec<String> =
            [month, day].iter().take_while(|part| **part > 0).map(|part| format!(", {part}")).collect();
        format!(r#"{{"date-parts": [[{year}{}]]}}"#, parts.concat())
    };
    let help = wrong.error.help.take();
    wrong.error.help = help.map(|help| help.split('`').enumerate().map(piece).collect::<Vec<_>>().join("`"));
    wrong
}

/// Programs write keys of their own: only what is nearly one of CSL's is told.
fn unknown(key: &str) -> Option<Fault> {
    let help = did_you_mean(key, KEYS.into_iter().chain(csl::variables()))?;
    let message = format!("`{key}` is no key of a source in CSL-JSON");
    Some(Fault::Other { key: key.to_owned(), is_of_key: true, name: Name::UnknownKey, message, help: Some(help) })
}

/// Where the item of this number begins.
pub(super) fn item(text: &str, number: usize) -> Option<Range<usize>> {
    let mut at = text.find('[')? + 1;
    let mut range = 0..0;
    for _ in 0..=number {
        at += text[at..].find(|c: char| !c.is_whitespace() && c != ',')?;
        range = at..at + value_length(&text[at..])?;
        at = range.end;
    }
    Some(range)
}

/// Where a key and its value stand in the item of this number. What is read has no places: they are looked for only where
/// something is to be told.
pub(super) fn place(text: &str, number: usize, key: &str) -> Option<(Range<usize>, Range<usize>)> {
    let range = item(text, number)?;
    let key = Value::from(key).to_string();
    let within = &text[range.clone()];
    let (at, colon) = within.match_indices(&key).find_map(|(at, _)| {
        let behind = &within[at + key.len()..];
        let colon = behind.len() - behind.trim_start().len();
        behind[colon..].starts_with(':').then_some((at, at + key.len() + colon + 1))
    })?;
    let value = &within[colon..];
    let start = range.start + colon + (value.len() - value.trim_start().len());
    let at = range.start + at;
    Some((at..at + key.len(), start..start + value_length(&text[start..])?))
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

/// Names, of which each that is none is told.
fn names(id: &str, key: &str, value: &Value, faults: &mut Vec<Fault>) -> Vec<NameRef> {
    let items = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
    let names: Vec<Option<NameRef>> = items.iter().filter(|item| !item.is_null()).map(csl::name).collect();
    if names.iter().any(Option::is_none) || !(value.is_array() || value.is_null()) {
        faults.push(Fault::Other {
            key: key.to_owned(),
            is_of_key: false,
            name: Name::WrongType,
            message: format!("`{key}` of `{id}` must be a list of names, each with `family` and `given`, or `literal`"),
            help: Some(format!(r#"write `"{key}": [{{"family": "Doe", "given": "Jane"}}]`"#)),
        });
    }
    names.into_iter().flatten().collect()
}
