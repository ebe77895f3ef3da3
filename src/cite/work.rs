//! A source as the formatter wants it: with names written out, in CSL's types and variables.

use std::collections::BTreeMap;

use hayagriva::citationberg::json::{DateValue, Item, LiteralName, NameItem, NameValue, Value, VecDate, VecDateRange};
use serde_json::Value as Json;

use super::guard::{OTHERS, cased, clean, closed, plain};
use super::narrow::Sort;
use super::year::{stand_in, years_of};
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
        /// The family name, particles included.
        family: Str,
        /// What stands behind it: `Jr.`.
        suffix: Option<Str>,
    },
}

/// A source, ready to be formatted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Work {
    pub(super) item: Item,
    pub(super) year: Option<Year>,
    /// Whether its authors, editors and so on are not all named.
    pub(super) has_others: bool,
}

/// The year of publication.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Year {
    /// What stands for it while the source is formatted.
    pub(super) stand_in: String,
    /// As it is printed in the entry: with the season, if one is known.
    pub(super) entry: String,
    /// As it is printed in the text.
    pub(super) mark: String,
}

impl Work {
    /// A source. `party` writes out the name of an author or publisher, and `words` a date.
    #[must_use]
    pub fn new(
        id: &str,
        record: &SourceRecord,
        party: impl Fn(&NameRef) -> Party,
        words: impl Fn(&Date) -> String,
    ) -> Self {
        let mut draft = Draft::default();
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
        Self { item: Item(draft.values), year, has_others: draft.has_others }
    }

    /// A source of a type about which nothing else is known.
    pub(super) fn bare(kind: &str) -> Self {
        let mut draft = Draft::default();
        draft.put("id", "bare");
        draft.put("type", kind);
        draft.names("author", &[Party::Whole("Author".into())]);
        draft.put("title", "Title");
        let year = Date::parse("2000").ok().and_then(|date| draft.issued(&date, |_| String::new()));
        Self { item: Item(draft.values), year, has_others: false }
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
        plain(&title.or_else(|| self.item.id()).unwrap_or_default())
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
            Self::Person { given, family, suffix: None } => format!("{given} {family}").into(),
            Self::Person { given, family, suffix: Some(suffix) } => format!("{given} {family} {suffix}").into(),
        }
    }

    /// The family name first: `Doe, Jane, Jr.`.
    #[must_use]
    pub fn turned(&self) -> Str {
        match self {
            Self::Whole(name) => name.clone(),
            Self::Person { given, family, suffix: None } => format!("{family}, {given}").into(),
            Self::Person { given, family, suffix: Some(suffix) } => format!("{family}, {given}, {suffix}").into(),
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

/// Variables that styles write in other cases.
const TITLES: [&str; 10] = [
    "title",
    "container-title",
    "title-short",
    "container-title-short",
    "collection-title",
    "original-title",
    "event-title",
    "part-title",
    "volume-title",
    "reviewed-title",
];

#[derive(Default)]
struct Draft {
    values: BTreeMap<String, Value>,
    has_others: bool,
}

impl Draft {
    fn put(&mut self, name: &str, value: &str) {
        let value = clean(value);
        let value = if TITLES.contains(&name) { cased(&value) } else { value };
        self.values.insert(name.to_owned(), Value::String(closed(value)));
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
        let others = NameRef::others().name;
        self.has_others |= parties.iter().any(|party| matches!(party, Party::Whole(name) if *name == others));
        let names = parties.iter().map(|party| match party {
            Party::Whole(name) if *name == others => NameValue::Literal(LiteralName { literal: OTHERS.to_string() }),
            Party::Whole(name) => NameValue::Literal(LiteralName { literal: clean(name) }),
            Party::Person { given, family, suffix } => {
                // The formatter would part small first words from a family name, unless it is told of one.
                let (first, rest) =
                    family.split_once(' ').map_or((None, &**family), |(first, rest)| (Some(first), rest));
                NameValue::Item(NameItem {
                    family: clean(rest),
                    given: Some(clean(given)),
                    non_dropping_particle: first.map(clean),
                    dropping_particle: None,
                    suffix: suffix.as_deref().map(clean),
                    comma_suffix: None,
                })
            }
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
    fn issued(&mut self, date: &Date, words: impl Fn(&Date) -> String) -> Option<Year> {
        let (start, end) = date.bounds();
        let within_a_year = start.zip(end).is_some_and(|(start, end)| start.year == end.year);
        let year = start.or(end)?.year;
        if !(1000..=9999).contains(&year) {
            self.date("issued", date, None);
            return None;
        }
        let mark =
            if within_a_year { year.to_string() } else { words(&years_of(date).unwrap_or_else(|| date.clone())) };
        let entry = if is_season(date) { words(date) } else { mark.clone() };
        let texts: String = self.values.values().filter_map(Value::to_str).collect();
        let stand_in = stand_in(year, &texts);
        self.date("issued", date, Some(stand_in));
        Some(Year { stand_in: stand_in.to_string(), entry, mark })
    }

    /// A date as precise as all days that it may mean.
    fn date(&mut self, name: &str, date: &Date, stand_in: Option<i16>) {
        let (start, end) = date.bounds();
        let Some(first) = start.or(end) else { return };
        let last = end.or(start).unwrap_or(first);
        let Ok(year) = i16::try_from(first.year) else { return };
        let mut parts = vec![stand_in.unwrap_or(year)];
        let is_open = start.is_none() || end.is_none();
        if !is_season(date) && !is_open && first.year == last.year && first.month == last.month {
            parts.push(i16::from(first.month));
            if first.day == last.day {
                parts.push(i16::from(first.day));
            }
        }
        let circa = date.is_approximate() || date.is_uncertain();
        let date_parts = VecDateRange(vec![VecDate(parts)]);
        let value = DateValue::DateParts { date_parts, literal: None, season: None, circa };
        self.values.insert(name.to_owned(), Value::Date(value));
    }
}

/// Whether a date is a season. The formatter would write one even where a style wants no more than the year: it gets the
/// year alone, and the season is put behind that.
fn is_season(date: &Date) -> bool {
    date.precision() == Precision::Season
}

/// A name as CSL-JSON or we write it.
fn name_of(value: &Json, party: &impl Fn(&NameRef) -> Party) -> Option<Party> {
    let text = |key: &str| value.get(key).and_then(Json::as_str).map(Str::from);
    if let Some(text) = value.as_str() {
        return Some(party(&NameRef::whole(text)));
    }
    let name = text("name").or_else(|| text("id")).map(NameRef::whole).or_else(|| csl::name(value))?;
    Some(party(&name))
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
