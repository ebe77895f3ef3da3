//! The manual's tables of keys, against the tables that the parser reads by.

use crate::config::keys as site;
use crate::matter::csl;
use crate::matter::key::{Key, Keys, Record, Shape};
use crate::matter::keys;

/// What the manual must say of a record: its table, one row a key.
fn table(record: &Record) -> String {
    let mut table = "| Key | Also | Value | Default | Meaning |\n|---|---|---|---|---|\n".to_owned();
    for key in record.keys {
        table.push_str(&row(key));
    }
    table
}

fn row(key: &Key) -> String {
    let default = match key.default {
        Some(default) => format!("`{default}`"),
        None if key.required => "**required**".to_owned(),
        None => String::new(),
    };
    let value = value(&key.shape).replace('|', "\\|");
    format!("| `{}` | {} | {value} | {default} | {} |\n", key.name, code(key.also), key.meaning)
}

fn value(shape: &Shape) -> String {
    match shape {
        Shape::Text => "text".to_owned(),
        Shape::Flag => "`true` or `false`".to_owned(),
        Shape::Count => "whole number".to_owned(),
        Shape::Id => "id".to_owned(),
        Shape::Moment => "moment".to_owned(),
        Shape::Date => "EDTF date".to_owned(),
        Shape::Language => "language tag".to_owned(),
        Shape::Address => "address".to_owned(),
        Shape::Path => "file".to_owned(),
        Shape::Route => "address on the site".to_owned(),
        Shape::Grade => "grade".to_owned(),
        Shape::Sha256 => "64 hexadecimal digits".to_owned(),
        Shape::Word(words) if *words == csl::TYPES => "source type".to_owned(),
        Shape::Word(words) => code(words),
        Shape::Either(one, other) => format!("{} or {}", value(one), value(other)),
        Shape::List(item) => format!("list: {}", value(item)),
        Shape::Mapping([], of) => format!("mapping: {}", value(of)),
        Shape::Mapping(_, of) => format!("mapping from problems' names: {}", value(of)),
        Shape::Record(record) => format!("record ({})", record.what),
        Shape::Free => "anything".to_owned(),
    }
}

fn code(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

#[test]
fn the_manual_has_every_key_of_every_record() {
    let manual = include_str!("../../docs/keys.md");
    let records = [
        keys::COMMON,
        keys::REPORT,
        keys::ACTOR,
        keys::SOURCE,
        Record { what: "a page", keys: keys::PageKey::TABLE, csl: false },
        keys::ACTOR_REF,
        keys::DATE_ENTRY,
        keys::CLAIM,
        keys::CORRECTION,
        keys::NAME,
        keys::ROLE,
        keys::NAME_REF,
        site::SITE,
        site::PUBLISHER,
        site::MENU_ITEM,
        site::FEED,
        site::MARKDOWN,
        site::CITATIONS,
    ];
    for record in records {
        let table = table(&record);
        assert!(manual.contains(&table), "docs/keys.md must say of {}:\n\n{table}", record.what);
    }
}

#[test]
fn the_manual_has_every_source_type_and_csl_variable() {
    let manual = include_str!("../../docs/keys.md");
    for word in csl::TYPES.iter().copied().chain(csl::variables()) {
        assert!(manual.contains(&format!("`{word}`")), "docs/keys.md must name `{word}`");
    }
}
