//! From a YAML tree to typed values, noting everything that is wrong on the way.
//!
//! A value that is wrong is left out, and reading goes on: one run finds every problem of a file, and the rest of the
//! file keeps its meaning. A key without a value counts as not given.

mod actor;
mod at;
mod common;
mod dates;
mod file;
mod hiding;
mod people;
mod report;
mod scalars;
mod source;

pub(crate) use at::At;
pub(crate) use common::Given;
pub(super) use file::file;

use std::ops::Range;

use super::Str;
use super::key::{Keys, names};
use super::yaml::{self, Document, Entry, MERGE, Node};
use crate::nearest::{did_you_mean, nearest};
use crate::problem::{Name, Place, Problem};

/// Reads one YAML text: gives typed values, keeps the problems.
pub(crate) struct Reader<'t> {
    file: Str,
    text: &'t str,
    /// Where the YAML begins in its file, in bytes.
    start: usize,
    problems: Vec<Problem>,
}

impl<'t> Reader<'t> {
    /// Parses the YAML of a file that lies in a byte range. `None` where it is no YAML.
    pub(crate) fn open(file: &Str, text: &'t str, range: Range<usize>) -> (Self, Option<Node<'t>>) {
        let start = range.start;
        let text = text.get(range).unwrap_or_default();
        let mut reader = Self { file: file.clone(), text, start, problems: Vec::new() };
        match yaml::parse(text) {
            Ok(Document { root, twice, merges }) => {
                for twice in twice {
                    reader.note_twice(&twice);
                }
                for number in merges {
                    reader.note_merge(number);
                }
                (reader, Some(root))
            }
            Err(fault) => {
                let place = reader.bytes(fault.at);
                let help = fault.help.map(str::to_owned);
                reader.note(Problem::at(Name::YamlSyntax, place, fault.message).help(help));
                (reader, None)
            }
        }
    }

    /// The problems, in the order of reading.
    pub(crate) fn close(self) -> Vec<Problem> {
        self.problems
    }

    /// Adds a problem.
    pub(crate) fn note(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Notes that a value is not what its key needs.
    pub(crate) fn wrong(&mut self, at: &At<'_>, expected: &str, found: &Node<'_>) {
        self.wrong_with(at, expected, found, None);
    }

    /// Notes that a value is not what its key needs, and the mend.
    pub(crate) fn wrong_with(&mut self, at: &At<'_>, expected: &str, found: &Node<'_>, help: Option<String>) {
        let message = format!("{at} must be {expected}, not {found}");
        self.note(Problem::at(Name::WrongType, self.value(at), message).help(help));
    }

    /// Notes that a record lacks a key.
    pub(crate) fn missing(&mut self, at: &At<'_>, what: &str, key: &str) {
        let problem = Problem::at(Name::MissingKey, self.value(at), format!("{what} needs the key `{key}`"));
        self.note(problem.help(format!("add `{key}: …`")));
    }

    /// Notes that a key is not known, with the nearest of those that are.
    pub(crate) fn unknown(&mut self, at: &At<'_>, what: &str, key: &str, known: impl Iterator<Item = &'static str>) {
        // That has been noted.
        if key == MERGE {
            return;
        }
        let problem = Problem::at(Name::UnknownKey, self.key(&at.key(key)), format!("`{key}` is no key of {what}"));
        self.note(problem.help(did_you_mean(key, known)));
    }

    /// Notes a key of a file that is not known: an error that can't be lowered where it was most likely meant to hide the
    /// file, since without it the file is published.
    pub(crate) fn unknown_of_file(&mut self, what: &str, entry: &Entry<'_>, known: impl Iterator<Item = &'static str>) {
        let key = &*entry.key;
        let Some(meant) = hiding::meant(key, &entry.value) else {
            return self.unknown(&At::ROOT, what, key, known);
        };
        let message = format!("`{key}` is no key of {what}, and hides nothing");
        let problem = Problem::at(Name::MisspeltKey, self.key(&At::ROOT.key(key)), message);
        self.note(problem.help(format!("write `{meant}`; a key of your own belongs below `extra:`")));
    }

    /// The place of a value.
    pub(crate) fn value(&self, at: &At<'_>) -> Place {
        Place::value(&self.file, at.path())
    }

    /// The place of a key.
    pub(crate) fn key(&self, at: &At<'_>) -> Place {
        Place::key(&self.file, at.path())
    }

    fn bytes(&self, range: Range<usize>) -> Place {
        Place::bytes(&self.file, self.start + range.start..self.start + range.end)
    }

    fn note_twice(&mut self, twice: &yaml::Twice) {
        let place = |number| yaml::key_range(self.text, number, &twice.key).map(|range| self.bytes(range));
        let message = format!("the key `{}` is given twice", twice.key);
        let mut problem =
            Problem::at(Name::DuplicateKey, place(twice.second).unwrap_or(Place::file(&self.file)), message);
        if let Some(first) = place(twice.first) {
            problem = problem.related(first, "first given here");
        }
        self.note(problem);
    }

    fn note_merge(&mut self, number: u32) {
        let place = yaml::key_range(self.text, number, MERGE).map(|range| self.bytes(range));
        let message = format!("`{MERGE}` is not read, and the keys that it would bring hide nothing");
        let problem = Problem::at(Name::MisspeltKey, place.unwrap_or(Place::file(&self.file)), message);
        self.note(problem.help("write out the keys that are meant".to_owned()));
    }

    /// The entries of a mapping. Anything else is noted, and has none.
    pub(crate) fn entries<'n, 'a>(&mut self, node: &'n Node<'a>, at: &At<'_>, expected: &str) -> &'n [Entry<'a>] {
        match node {
            Node::Mapping(entries) => entries,
            Node::Null => &[],
            other => {
                self.wrong(at, expected, other);
                &[]
            }
        }
    }

    /// Reads a record: `each` gets its entries, except those without a value; keys that are not known are noted. Returns
    /// whether every required key was there; those that were not are noted.
    pub(crate) fn record<K: Keys>(
        &mut self,
        entries: &[Entry<'_>],
        at: &At<'_>,
        what: &str,
        mut each: impl FnMut(&mut Self, K, Given<'_, '_>),
    ) -> bool {
        let mut given = 0_u32;
        for entry in entries {
            let Some(key) = K::find(&entry.key) else {
                self.unknown(at, what, &entry.key, names(K::TABLE));
                continue;
            };
            if let Some(value) = Given::new(entry) {
                given |= 1 << key.index();
                each(self, key, value);
            }
        }
        let mut complete = true;
        for (index, key) in K::TABLE.iter().enumerate().filter(|(_, key)| key.required) {
            if given & (1 << index) == 0 {
                self.missing(at, what, key.name);
                complete = false;
            }
        }
        complete
    }

    /// A list, or one item alone. Items without a value are passed over.
    pub(crate) fn list<T>(
        &mut self,
        node: &Node<'_>,
        at: &At<'_>,
        mut item: impl FnMut(&mut Self, &Node<'_>, &At<'_>) -> Option<T>,
    ) -> Vec<T> {
        match node {
            Node::Null => Vec::new(),
            Node::List(nodes) => {
                let given = nodes.iter().enumerate().filter(|(_, node)| !matches!(node, Node::Null));
                let mut items = Vec::with_capacity(nodes.len());
                items.extend(given.filter_map(|(index, node)| item(self, node, &at.index(index))));
                items
            }
            one => item(self, one, at).into_iter().collect(),
        }
    }

    /// One of some words.
    pub(crate) fn word<T>(
        &mut self,
        node: &Node<'_>,
        at: &At<'_>,
        words: &'static [&'static str],
        find: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let Node::Text(text) = node else {
            self.wrong(at, &one_of(words), node);
            return None;
        };
        let found = find(text);
        if found.is_none() {
            let help = nearest(text, words.iter().copied()).map(|word| format!("did you mean `{word}`?"));
            self.wrong_with(at, &one_of(words), node, help);
        }
        found
    }
}

/// "one of `a`, `b` and `c`"; of many words only that there is a list.
fn one_of(words: &[&str]) -> String {
    match words {
        [before @ .., last] if words.len() <= 12 => {
            let before: Vec<_> = before.iter().map(|word| format!("`{word}`")).collect();
            format!("one of {} and `{last}`", before.join(", "))
        }
        _ => "a word that the manual lists".to_owned(),
    }
}
