//! Sources: items of `sources`, and a source's own file.

use super::super::key::{Keys, names};
use super::super::keys::{SOURCE, SourceKey};
use super::super::yaml::{Entry, Node};
use super::super::{Extra, Grade, SourceEntry, SourceRecord, Str, address, csl};
use super::{At, Given, Reader};
use crate::bidi::Use;
use crate::id::Id;

impl Reader<'_> {
    /// An item of `sources`: an id, or a source described here.
    pub(super) fn source_entry(&mut self, node: &Node<'_>, at: &At<'_>) -> Option<SourceEntry> {
        let Node::Mapping(entries) = node else {
            let id = self.words(node, at, "a source's id or a record with the key `id`")?;
            self.tell_hidden(&id, at, Use::Name);
            return Some(SourceEntry { id: Id::new(&id), record: None });
        };
        let mut id = None;
        let mut record = SourceRecord::default();
        for entry in entries {
            let here = at.key(&entry.key);
            let Some(given) = Given::new(entry) else { continue };
            match SourceKey::find(&entry.key) {
                Some(SourceKey::Id) => id = self.id(given.node, &here),
                Some(key) => source(self, key, given, &here, &mut record),
                None if variable(self, entry, &here, &mut record) => {}
                None => self.unknown(at, SOURCE.what, &entry.key, names(SourceKey::TABLE).chain(csl::variables())),
            }
        }
        if id.is_none() && !entries.iter().any(|entry| entry.key == "id") {
            self.missing(at, SOURCE.what, "id");
        }
        Some(SourceEntry { id: id?, record: Some(record.into()) })
    }
}

/// Reads one key of a source. Its id is the caller's affair.
pub(super) fn source(
    reader: &mut Reader<'_>,
    key: SourceKey,
    given: Given<'_, '_>,
    at: &At<'_>,
    source: &mut SourceRecord,
) {
    let node = given.node;
    let known = key.key();
    match key {
        SourceKey::Id => {}
        SourceKey::Type => source.kind = reader.word(node, at, csl::TYPES, kind).map(Str::from),
        SourceKey::Title => source.title = reader.title(node, at),
        SourceKey::Author => source.author.extend(reader.people(node, at)),
        SourceKey::Editor => source.editor.extend(reader.people(node, at)),
        SourceKey::Publisher => source.publisher = reader.person(node, at),
        SourceKey::Container => given.fill(&mut source.container, reader.title(node, at), known),
        SourceKey::Number => source.number = reader.text(node, at),
        SourceKey::Place => given.fill(&mut source.place, reader.text(node, at), known),
        SourceKey::Date => given.fill(&mut source.date, reader.date(node, at), known),
        SourceKey::Url => given.fill(&mut source.url, reader.address(node, at), known),
        SourceKey::Archive => source.archive = reader.address(node, at),
        SourceKey::Sha256 => source.sha256 = sha256(reader, node, at),
        SourceKey::Copy => source.copy = copy(reader, node, at),
        SourceKey::Publish => source.publish = reader.flag(node, at),
        SourceKey::Accessed => source.accessed = reader.date(node, at),
        SourceKey::Grade => source.grade = grade(reader, node, at),
        SourceKey::Lang => given.fill(&mut source.lang, reader.language(node, at), known),
        SourceKey::Note => source.note = reader.text(node, at),
        SourceKey::Extra => source.extra = reader.extra(node, at),
    }
}

/// Reads a CSL variable that has no key of ours; returns whether it is one.
pub(super) fn variable(reader: &mut Reader<'_>, entry: &Entry<'_>, at: &At<'_>, source: &mut SourceRecord) -> bool {
    let Some(variable) = csl::variable(&entry.key) else { return false };
    let has_values = |entries: &[Entry<'_>]| entries.iter().any(|entry| !matches!(entry.value, Node::Null));
    let value = match &entry.value {
        // CSL-JSON's own form of a date, `{date-parts: …}`, and any list of names are passed on.
        Node::Mapping(entries) if has_values(entries) => Some(entry.value.to_json()),
        node if csl::is_date(variable) => reader.date(node, at).map(|date| date.as_str().into()),
        Node::Text(_) | Node::Whole(_) | Node::Float(..) => {
            reader.text(&entry.value, at).map(|text| serde_json::Value::from(&*text))
        }
        node => Some(node.to_json()),
    };
    if let Some(value) = value {
        source.csl.entry(Str::from(variable)).or_insert(Extra(value));
    }
    true
}

/// A type, in any case, with hyphens, underscores or spaces.
fn kind(word: &str) -> Option<&'static str> {
    let plain = |c: char| if matches!(c, '_' | ' ') { '-' } else { c.to_ascii_lowercase() };
    csl::TYPES.iter().copied().find(|kind| kind.chars().map(plain).eq(word.trim().chars().map(plain)))
}

fn grade(reader: &mut Reader<'_>, node: &Node<'_>, at: &At<'_>) -> Option<Grade> {
    const EXPECTED: &str = "a grade such as `B2`: a letter A to F, and a digit 1 to 6 if wanted";
    let text = reader.words(node, at, EXPECTED)?;
    let mut characters = text.chars();
    let reliability = characters.next().map(|c| c.to_ascii_uppercase()).filter(char::is_ascii_uppercase);
    let credibility = characters.next().map_or(Some(0), |c| c.to_digit(10).filter(|digit| (1..=6).contains(digit)));
    if let (Some(reliability @ 'A'..='F'), Some(credibility), None) = (reliability, credibility, characters.next()) {
        return Some(Grade { reliability, credibility: u8::try_from(credibility).unwrap_or(0) });
    }
    reader.wrong(at, EXPECTED, node);
    None
}

/// The path of a stored copy, from the site's root.
fn copy(reader: &mut Reader<'_>, node: &Node<'_>, at: &At<'_>) -> Option<Str> {
    const EXPECTED: &str = "the path of a file within the site";
    let path = reader.words(node, at, EXPECTED)?;
    if let Some(path) = address::below_root(&reader.file, &path) {
        return Some(Str::from(path));
    }
    let help = if path.contains("://") {
        Some("the address of an archived copy is given as `archive`".to_owned())
    } else {
        path.contains('\\').then(|| format!("write `{}`", path.replace('\\', "/")))
    };
    reader.wrong_with(at, EXPECTED, node, help);
    None
}

fn sha256(reader: &mut Reader<'_>, node: &Node<'_>, at: &At<'_>) -> Option<Str> {
    const EXPECTED: &str = "64 hexadecimal digits";
    let text = reader.words(node, at, EXPECTED)?.to_ascii_lowercase();
    if text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Some(Str::from(text));
    }
    reader.wrong(at, EXPECTED, node);
    None
}
