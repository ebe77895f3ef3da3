//! Characters that nobody sees in what a bibliography says of a source.

use std::borrow::Cow;

use serde_json::Value;

use crate::bidi::{Use, closed};
use crate::matter::{NameRef, SourceRecord, Str};

/// Lets each text end the directions of writing that it begins.
pub(super) fn close(record: &mut SourceRecord) {
    let SourceRecord { title, author, editor, publisher, container, number, place, note, csl, .. } = record;
    let mut texts: Vec<&mut Str> = [title, container, number, place, note].into_iter().flatten().collect();
    for NameRef { name, family, suffix } in author.iter_mut().chain(editor).chain(publisher) {
        texts.extend([Some(name), family.as_mut(), suffix.as_mut()].into_iter().flatten());
    }
    for text in texts {
        if let Cow::Owned(closed) = closed(text) {
            *text = closed.into();
        }
    }
    for value in csl.values_mut() {
        close_json(&mut value.0);
    }
}

fn close_json(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Cow::Owned(closed) = closed(text) {
                *text = closed;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(close_json),
        Value::Object(entries) => entries.values_mut().for_each(close_json),
        _ => {}
    }
}

/// The names and titles of a source, each with what it is.
pub(super) fn names<'r>(id: &'r str, record: &'r SourceRecord) -> impl Iterator<Item = (&'static str, &'r str, Use)> {
    let title = |text: &'r Option<Str>, what| text.as_deref().map(|text| (what, text, Use::Title));
    let titles = [title(&record.title, "the title"), title(&record.container, "the container")];
    let people = record.author.iter().chain(&record.editor).chain(&record.publisher);
    let people = people.map(|name| ("a name", &*name.name, Use::Name));
    std::iter::once(("the id", id, Use::Name)).chain(titles.into_iter().flatten()).chain(people)
}
