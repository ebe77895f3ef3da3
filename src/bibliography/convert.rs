//! An entry as Hayagriva reads it becomes our record.

use hayagriva::Entry;
use hayagriva::types::{Date as Day, EntryType, Person, PersonRole};
use serde_json::{Value, json};

use crate::edtf::{Date, DateError};
use crate::matter::{Extra, NameRef, SourceRecord, Str};

/// What an entry says of its source.
pub(super) fn record(entry: &Entry) -> SourceRecord {
    let parent = entry.parents().first();
    let text = |text: String| (!text.is_empty()).then(|| Str::from(text));
    let publisher = entry.map(Entry::publisher);
    let publisher_name = publisher.and_then(|publisher| publisher.name()).map(ToString::to_string);
    let place = publisher.and_then(|publisher| publisher.location()).or_else(|| entry.map(Entry::location));
    let mut record = SourceRecord {
        kind: Some(kind(entry).into()),
        title: entry.title().and_then(|title| text(title.value.to_str().into_owned())),
        author: entry.authors().unwrap_or_default().iter().map(name).collect(),
        editor: entry.editors().or_else(|| parent?.editors()).unwrap_or_default().iter().map(name).collect(),
        publisher: publisher_name
            .or_else(|| Some(entry.map(Entry::organization)?.to_string()))
            .and_then(text)
            .map(NameRef::whole),
        container: parent.and_then(Entry::title).and_then(|title| text(title.value.to_str().into_owned())),
        number: entry.keyed_serial_number("serial").map(Str::from),
        place: place.and_then(|place| text(place.to_string())),
        date: entry.date_any().and_then(date),
        url: entry.url_any().map(|url| Str::from(url.value.as_str())),
        accessed: entry.url_any().and_then(|url| date(url.visit_date.as_ref()?)),
        lang: entry.language().map(|lang| lang.to_string().into()),
        note: entry.note().and_then(|note| text(note.to_string())),
        ..SourceRecord::default()
    };
    let variables = [
        ("volume", entry.map(Entry::volume).map(ToString::to_string)),
        ("issue", entry.map(Entry::issue).map(ToString::to_string)),
        ("edition", entry.map(Entry::edition).map(ToString::to_string)),
        ("page", entry.page_range().map(ToString::to_string)),
        ("chapter-number", entry.chapter().map(ToString::to_string)),
        ("number-of-pages", entry.page_total().map(ToString::to_string)),
        ("genre", entry.genre().map(ToString::to_string)),
        ("DOI", entry.map(Entry::doi).map(ToOwned::to_owned)),
        ("ISBN", entry.map(Entry::isbn).map(ToOwned::to_owned)),
        ("ISSN", entry.map(Entry::issn).map(ToOwned::to_owned)),
        ("archive_location", entry.archive_location().map(ToString::to_string)),
        ("call-number", entry.call_number().map(ToString::to_string)),
    ];
    for (variable, value) in variables {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            record.csl.insert(variable.into(), Extra(Value::String(value.replace('–', "-"))));
        }
    }
    for people in entry.affiliated().unwrap_or_default() {
        if let Some(variable) = role(&people.role) {
            let names: Vec<Value> = people.names.iter().map(json_name).collect();
            record.csl.insert(variable.into(), Extra(Value::Array(names)));
        }
    }
    record
}

/// The CSL type of an entry, which hangs on what it stands in.
fn kind(entry: &Entry) -> &'static str {
    let parent = entry.parents().first().map(Entry::entry_type);
    match (entry.entry_type(), parent) {
        (EntryType::Article, Some(EntryType::Newspaper)) | (EntryType::Newspaper, _) => "article-newspaper",
        (EntryType::Article, Some(EntryType::Periodical)) => "article-journal",
        (EntryType::Article, Some(EntryType::Proceedings | EntryType::Conference)) => "paper-conference",
        (EntryType::Article | EntryType::Post, Some(EntryType::Blog)) => "post-weblog",
        (EntryType::Article, _) => "article",
        (EntryType::Chapter | EntryType::Anthos, _) => "chapter",
        (EntryType::Entry, Some(EntryType::Reference)) => "entry-encyclopedia",
        (EntryType::Entry, _) => "entry",
        (EntryType::Report, _) => "report",
        (EntryType::Thesis, _) => "thesis",
        (EntryType::Web | EntryType::Blog, _) => "webpage",
        (EntryType::Post | EntryType::Thread, _) => "post",
        (EntryType::Video | EntryType::Scene, _) => "motion_picture",
        (EntryType::Audio, _) => "song",
        (EntryType::Artwork | EntryType::Exhibition, _) => "graphic",
        (EntryType::Patent, _) => "patent",
        (EntryType::Case, _) => "legal_case",
        (EntryType::Legislation, _) => "legislation",
        (EntryType::Manuscript, _) => "manuscript",
        (EntryType::Repository, _) => "software",
        (EntryType::Performance, _) => "performance",
        (EntryType::Periodical, _) => "periodical",
        (EntryType::Book | EntryType::Anthology | EntryType::Reference | EntryType::Proceedings, _) => "book",
        _ => "document",
    }
}

/// A name: a person's, where given and family name are told apart, else whole.
fn name(person: &Person) -> NameRef {
    let family = [person.prefix.as_deref(), Some(&person.name)].into_iter().flatten().map(str::trim);
    let family = family.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    match person.given_name.as_deref().map(str::trim).filter(|given| !given.is_empty()) {
        Some(given) => NameRef::person(given, &family).with_suffix(person.suffix.as_deref().unwrap_or_default()),
        // `and others`
        None if family == "others" => NameRef::others(),
        None => NameRef::whole(family),
    }
}

fn json_name(person: &Person) -> Value {
    let name = name(person);
    match name.given().zip(name.family.as_deref()) {
        Some((given, family)) => json!({"given": given, "family": family, "suffix": name.suffix.as_deref()}),
        None => json!({"literal": &*name.name}),
    }
}

fn role(role: &PersonRole) -> Option<&'static str> {
    Some(match role {
        PersonRole::Translator => "translator",
        PersonRole::Compiler => "compiler",
        PersonRole::Composer => "composer",
        PersonRole::Producer => "producer",
        PersonRole::ExecutiveProducer => "executive-producer",
        PersonRole::Writer => "script-writer",
        PersonRole::Director => "director",
        PersonRole::Illustrator => "illustrator",
        PersonRole::Narrator => "narrator",
        PersonRole::CastMember => "performer",
        _ => return None,
    })
}

/// A date as precise as it is written.
fn date(day: &Day) -> Option<Date> {
    Date::parse(&written(day)).ok()
}

fn written(day: &Day) -> String {
    let circa = if day.approximate { "~" } else { "" };
    match (day.month, day.day) {
        (Some(month), Some(day_of)) => format!("{:04}-{:02}-{:02}{circa}", day.year, month + 1, day_of + 1),
        (Some(month), None) => format!("{:04}-{:02}{circa}", day.year, month + 1),
        (None, _) => format!("{:04}{circa}", day.year),
    }
}

/// What an entry has for dates that no calendar has.
pub(super) fn wrong_dates(entry: &Entry) -> Vec<(String, DateError)> {
    let visited = entry.url_any().and_then(|url| url.visit_date.as_ref());
    let dates = [entry.date_any(), visited].into_iter().flatten().map(written);
    dates.filter_map(|text| Date::parse(&text).err().map(|error| (text, error))).collect()
}
