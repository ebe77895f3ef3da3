//! The files of an index, as the search page's script reads them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::lists::{Term, push_number};
use super::tally::clip;
use crate::digest::Digest;
use crate::matter::Str;
use crate::resolve::SEARCH_INDEX;

/// Documents in a file of records.
pub(super) const PER_RECORD: usize = 8;

/// Documents in a file of facets.
pub(super) const PER_FACET: usize = 512;

/// A file of terms is cut at a fit place behind so many bytes …
const SHORT: usize = 8 << 10;

/// … and in any case before it has more than so many, unless one term has.
const LONG: usize = 12 << 10;

/// Where in a file of terms is a fit place says the term itself, so that what comes before moves no later cut: one term
/// in so many.
const ONE_IN: u64 = 32;

/// The files of an index, by route.
pub type Files = BTreeMap<Str, Vec<u8>>;

/// What a list of results shows of a document.
#[derive(Serialize)]
pub(super) struct Record {
    /// Its address.
    pub(super) u: Str,
    /// The title.
    pub(super) t: Str,
    /// The summary.
    pub(super) s: Str,
    /// The date in words.
    pub(super) d: Str,
    /// The id or slug.
    pub(super) i: Str,
}

/// The actors and sources of a document, by the numbers of their own.
#[derive(Default)]
pub(super) struct Facets {
    pub(super) actors: Vec<u32>,
    pub(super) sources: Vec<u32>,
}

/// Documents of one kind, language and year.
#[derive(Serialize)]
pub(super) struct Group {
    pub(super) kind: &'static str,
    pub(super) lang: Str,
    pub(super) year: Option<String>,
    pub(super) first: usize,
    pub(super) count: usize,
}

#[derive(Serialize)]
struct Root<'a> {
    version: u32,
    stamp: &'a str,
    count: usize,
    per_record: usize,
    per_facet: usize,
    groups: &'a [Group],
    terms: Vec<&'a str>,
}

/// Writes an index.
pub(super) fn files(groups: &[Group], terms: &[Term], records: &[Record], facets: &[Facets]) -> Files {
    let parts = parts(terms);
    let mut files = Files::new();
    let mut put = |route: String, bytes: Vec<u8>| files.insert(format!("{}{route}", super::FOLDER).into(), bytes);
    for (number, (_, bytes)) in parts.iter().enumerate() {
        put(format!("terms/{number}.bin"), bytes.clone());
    }
    for (number, records) in records.chunks(PER_RECORD).enumerate() {
        // Strings always become JSON.
        put(format!("docs/{number}.json"), serde_json::to_vec(records).unwrap_or_default());
    }
    for (number, facets) in facets.chunks(PER_FACET).enumerate() {
        put(format!("facets/{number}.bin"), written(facets));
    }
    let mut root = Root {
        version: 1,
        stamp: "",
        count: records.len(),
        per_record: PER_RECORD,
        per_facet: PER_FACET,
        groups,
        terms: parts.iter().map(|(first, _)| *first).collect(),
    };
    let mut all = serde_json::to_vec(&root).unwrap_or_default();
    all.extend(files.values().flat_map(|bytes| Digest::of_bytes(bytes).to_string().into_bytes()));
    let stamp = Digest::of_bytes(&all).to_string();
    root.stamp = &stamp[..16];
    files.insert(SEARCH_INDEX.into(), serde_json::to_vec(&root).unwrap_or_default());
    files
}

/// The files of terms, each with its first one.
fn parts(terms: &[Term]) -> Vec<(&str, Vec<u8>)> {
    let mut parts: Vec<(&str, Vec<u8>)> = Vec::new();
    let mut last = "";
    for Term { term, list } in terms {
        let is_full = parts.last().is_none_or(|(_, bytes)| {
            let with = bytes.len() + term.len() + list.len() + 6;
            with > LONG || (bytes.len() >= SHORT && Digest::of_bytes(term.as_bytes()).low().is_multiple_of(ONE_IN))
        });
        if is_full {
            parts.push((term, Vec::with_capacity(LONG)));
            last = "";
        }
        let Some((_, bytes)) = parts.last_mut() else { continue };
        let shared = last.bytes().zip(term.bytes()).take_while(|(a, b)| a == b).count();
        push_number(bytes, clip(shared));
        push_number(bytes, clip(term.len() - shared));
        bytes.extend_from_slice(&term.as_bytes()[shared..]);
        push_number(bytes, clip(list.len()));
        bytes.extend_from_slice(list);
        last = term;
    }
    parts
}

/// The facets of documents.
fn written(facets: &[Facets]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for numbers in facets.iter().flat_map(|facets| [&facets.actors, &facets.sources]) {
        push_number(&mut bytes, clip(numbers.len()));
        for number in numbers {
            push_number(&mut bytes, *number);
        }
    }
    bytes
}
