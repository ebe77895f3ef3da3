//! A source as the formatter wants it: with names written out, in CSL's types and variables.

use std::collections::BTreeMap;

use hayagriva::citationberg::json::{DateValue, Item, LiteralName, NameItem, NameValue, Value, VecDate, VecDateRange};
use serde_json::Value as Json;

use super::narrow::Sort;
use super::pattern::OURS;
use super::year::stand_in;
use crate::edtf::{Date, Precision};
use crate::matter::{NameRef, SourceRecord, Str, csl};

/// Somebody who wrote, edited or published a source.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Party {
    /// An institution, or a name that nobody knows how to take apart: it stays whole.
    Whole(Str),
    /// A person, whose name a style may turn round and shorten.
    Person {
        /// What comes before the family name.
        given: Str,
        /// The family name.
        family: Str,
    },
}

/// A source, ready to be formatted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Work {
    pub(super) item: Item,
    /// What stands for the year of publication, and the year as it is printed.
    pub(super) year: Option<(String, String)>,
}

impl Work {
    /// A source. `party` writes out the name of an author or publisher, and `words` a date with no more than years
    /// in it.
    #[must_use]
    pub fn new(
        id: &str,
        record: &SourceRecord,
        party: impl Fn(&NameRef) -> Party,
        words: impl Fn(&Date) -> String,
    ) -> Self {
        let mut draft = Draft { values: BTreeMap::new() };
        draft.put("id", id);
        draft.put("type", kind(record.kind.as_deref()));
        let mut author: Vec<Party> = record.author.iter().map(&party).collect();
        let editor: Vec<Party> = record.editor.iter().map(&party).collect();
        // What an institution has published without naming an author is its own; one that is both is named once.
        let publisher = record.publisher.as_ref().map(&party);
        let publisher = match publisher {
            Some(publisher)
                if author.is_empty() && editor.is_empty() && !record.csl.keys().any(|key| is_creator(key)) =>
            {
                author.push(Party::Whole(publisher.words()));
                None
            }
            publisher => publisher.map(|publisher| publisher.words()),
        };
        let publisher = publisher.filter(|publisher| !author.iter().any(|author| author.words() == *publisher));
        draft.names("author", &author);
        draft.names("editor", &editor);
        let untitled = author.is_empty() && record.container.is_none();
        let title = record.title.as_deref().or_else(|| untitled.then_some(id));
        for (name, value) in [
            ("title", title),
            ("publisher", publisher.as_deref()),
            ("container-title", record.container.as_deref()),
            ("publisher-place", record.place.as_deref()),
            ("URL", record.url.as_deref()),
            ("language", record.lang.as_deref()),
        ] {
            if let Some(value) = value {
                draft.put(name, value);
            }
        }
        if let Some(number) = &record.number {
            draft.number("number", number);
        }
        for (name, value) in &record.csl {
            draft.variable(name, &value.0, &party);
        }
        if let Some(accessed) = &record.accessed {
            draft.date("accessed", accessed, None);
        }
        let year = record.date.as_ref().and_then(|date| draft.issued(date, words));
        Self { item: Item(draft.values), year }
    }

    /// A source of a type about which nothing else is known.
    pub(super) fn bare(kind: &str) -> Self {
        let mut draft = Draft { values: BTreeMap::new() };
        draft.put("id", "bare");
        draft.put("type", kind);
        draft.names("author", &[Party::Whole("Author".into())]);
        draft.put("title", "Title");
        let year = Date::parse("2000").ok().and_then(|date| draft.issued(&date, |_| String::new()));
        Self { item: Item(draft.values), year }
    }

    /// The same with another type, for styles that know nothing of its own.
    pub(super) fn taken_for(&self, kind: &str) -> Self {
        let mut work = self.clone();
        work.item.0.insert("type".to_owned(), Value::String(kind.to_owned()));
        work
    }

    /// The title, or the id.
    pub(super) fn title(&self) -> String {
        let title = self.item.0.get("title").and_then(Value::to_str);
        title.or_else(|| self.item.id()).unwrap_or_default().into_owned()
    }

    /// Its sort, as far as styles tell sources apart.
    pub(super) fn sort(&self) -> Sort {
        Sort { kind: self.kind(), variables: self.item.0.keys().cloned().collect() }
    }

    pub(super) fn kind(&self) -> String {
        self.item.type_().unwrap_or_default().into_owned()
    }
}

impl Party {
    fn words(&self) -> Str {
        match self {
            Self::Whole(name) => name.clone(),
            Self::Person { given, family } => format!("{given} {family}").into(),
        }
    }
}

/// The type that styles see. They take every piece of legislation for one of their own country (`Pub. L. No. …`), and name
/// no author; the resolution of a council is written as its report is.
fn kind(kind: Option<&str>) -> &str {
    if kind == Some("resolution") { "report" } else { csl::csl_type(kind) }
}

/// Variables that a style may name in the author's place.
fn is_creator(variable: &str) -> bool {
    ["author", "composer", "director", "editor", "translator", "interviewer", "authority"].contains(&variable)
}

struct Draft {
    values: BTreeMap<String, Value>,
}

impl Draft {
    fn put(&mut self, name: &str, value: &str) {
        let value = if value.contains(OURS) { value.replace(OURS, "") } else { value.to_owned() };
        self.values.insert(name.to_owned(), Value::String(value));
    }

    /// A number. Its hyphens stay hyphens, unless it is a range: `S/RES/2259-A` is no range, `3-5` is one.
    fn number(&mut self, name: &str, value: &str) {
        self.put(name, value);
        let mut parts = value.split(['-', ',', '&']);
        let is_range = parts.all(|part| part.trim().bytes().all(|byte| byte.is_ascii_digit()));
        if let (false, Some(Value::String(value))) = (is_range, self.values.get_mut(name)) {
            *value = value.replace('-', &super::pattern::HYPHEN.to_string());
        }
    }

    fn names(&mut self, name: &str, parties: &[Party]) {
        if parties.is_empty() {
            return;
        }
        let clean = |text: &Str| text.replace(OURS, "");
        let names = parties.iter().map(|party| match party {
            Party::Whole(name) => NameValue::Literal(LiteralName { literal: clean(name) }),
            Party::Person { given, family } => NameValue::Item(NameItem {
                family: clean(family),
                given: Some(clean(given)),
                non_dropping_particle: None,
                dropping_particle: None,
                suffix: None,
                comma_suffix: None,
            }),
        });
        self.values.insert(name.to_owned(), Value::Names(names.collect()));
    }

    /// Any other variable of CSL, as YAML had it.
    fn variable(&mut self, name: &str, value: &Json, party: &impl Fn(&NameRef) -> Party) {
        if csl::is_date(name) {
            let date = match value {
                Json::String(text) => Date::parse(text).ok(),
                other => date_parts(other),
            };
            if let Some(date) = date {
                self.date(name, &date, None);
            }
        } else if csl::is_name(name) {
            let one = |value: &Json| name_of(value, party);
            let parties: Vec<Party> = match value {
                Json::Array(items) => items.iter().filter_map(one).collect(),
                other => one(other).into_iter().collect(),
            };
            self.names(name, &parties);
        } else {
            match value {
                Json::String(text) if name == "DOI" => self.number(name, csl::doi(text)),
                Json::String(text) => self.number(name, text),
                Json::Number(number) => self.put(name, &number.to_string()),
                _ => {}
            }
        }
    }

    /// The date of publication, with a number in its year's place; returns both.
    fn issued(&mut self, date: &Date, words: impl Fn(&Date) -> String) -> Option<(String, String)> {
        let (start, end) = date.bounds();
        let within_a_year = start.zip(end).is_some_and(|(start, end)| start.year == end.year);
        let year = start.or(end)?.year;
        if !(1000..=9999).contains(&year) {
            self.date("issued", date, None);
            return None;
        }
        let printed = if within_a_year { year.to_string() } else { words(date) };
        let texts: String = self.values.values().filter_map(Value::to_str).collect();
        let stand_in = stand_in(year, &texts);
        self.date("issued", date, Some(stand_in));
        Some((stand_in.to_string(), printed))
    }

    /// A date as precise as all days that it may mean.
    fn date(&mut self, name: &str, date: &Date, stand_in: Option<i16>) {
        let (start, end) = date.bounds();
        let Some(first) = start.or(end) else { return };
        let last = end.or(start).unwrap_or(first);
        let Ok(year) = i16::try_from(first.year) else { return };
        let mut parts = vec![stand_in.unwrap_or(year)];
        let is_open = start.is_none() || end.is_none();
        let season = (date.precision() == Precision::Season && first.year == last.year).then(|| season(date)).flatten();
        if season.is_none() && !is_open && first.year == last.year && first.month == last.month {
            parts.push(i16::from(first.month));
            if first.day == last.day {
                parts.push(i16::from(first.day));
            }
        }
        let circa = date.is_approximate() || date.is_uncertain();
        let date_parts = VecDateRange(vec![VecDate(parts)]);
        let value = DateValue::DateParts { date_parts, literal: None, season, circa };
        self.values.insert(name.to_owned(), Value::Date(value));
    }
}

/// CSL's number of a season: `1` of `2019-21`.
fn season(date: &Date) -> Option<String> {
    let code: u8 = date.as_str().get(5..7)?.parse().ok()?;
    matches!(code, 21..=24).then(|| (code - 20).to_string())
}

/// A name as CSL-JSON or we write it.
fn name_of(value: &Json, party: &impl Fn(&NameRef) -> Party) -> Option<Party> {
    let text = |key: &str| value.get(key).and_then(Json::as_str).map(Str::from);
    if let Some(text) = value.as_str() {
        return Some(party(&NameRef::whole(text)));
    }
    if let Some(whole) = text("literal").or_else(|| text("name")).or_else(|| text("id")) {
        return Some(party(&NameRef::whole(whole)));
    }
    match (text("given"), text("family")) {
        (Some(given), Some(family)) => Some(Party::Person { given, family }),
        (given, family) => family.or(given).map(Party::Whole),
    }
}

/// `{date-parts: [[2019, 4, 3]]}`
fn date_parts(value: &Json) -> Option<Date> {
    let parts = value.get("date-parts")?.get(0)?.as_array()?;
    let number = |at: usize| parts.get(at).and_then(|part| part.as_i64().or_else(|| part.as_str()?.parse().ok()));
    let text = match (number(0)?, number(1), number(2)) {
        (year, Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        (year, Some(month), None) => format!("{year:04}-{month:02}"),
        (year, ..) => format!("{year:04}"),
    };
    Date::parse(&text).ok()
}
