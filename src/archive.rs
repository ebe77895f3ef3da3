//! archive: the hashes of stored copies, written into the files that describe the sources.
//!
//! Only the hash is written: every other byte stays what it is. An edit that would make the file say anything else than
//! before is none.

use std::ops::Range;

use crate::copies::Sha256;
use crate::matter::{Described, Matter, Own, SourceRecord, Str};
use crate::parse::{Options, SourceFile, parse};
use crate::problem::YamlPath;
use crate::tell::{Part, part_of};

/// Where a file describes a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// It is the source's own file.
    Own,
    /// In its `sources`, from 0.
    Listed(usize),
}

/// A change of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that are replaced.
    pub range: Range<usize>,
    /// What takes their place.
    pub text: String,
}

impl Edit {
    /// The file with the change.
    #[must_use]
    pub fn apply(&self, file: &str) -> String {
        format!("{}{}{}", &file[..self.range.start], self.text, &file[self.range.end..])
    }
}

impl Item {
    fn path(self) -> YamlPath {
        match self {
            Self::Own => YamlPath::default(),
            Self::Listed(number) => YamlPath::from("sources").index(number),
        }
    }

    /// The line, from 1, where the file names the copy or, without one, the hash.
    #[must_use]
    pub fn line(self, file: &str, text: &str) -> usize {
        let has_copy = part_of(file, text, &self.path().key("copy"), Part::Key);
        let is_copy = is_key(&text[has_copy.clone()], "copy");
        let at = if is_copy { has_copy } else { part_of(file, text, &self.path().key("sha256"), Part::Key) };
        text[..at.start].matches('\n').count() + 1
    }
}

/// Every source that front matter describes with a copy or a hash: where, the id where that is given there, and the record.
pub fn described(matter: &Matter) -> impl Iterator<Item = (Item, Option<&str>, &SourceRecord)> {
    let own = match &matter.own {
        Own::Source(record) => Some((Item::Own, None, &**record)),
        _ => None,
    };
    let listed = matter.common.sources.iter().enumerate().filter_map(|(number, entry)| {
        Some((Item::Listed(number), Some(entry.id.as_str()), &*entry.record.as_ref()?.record))
    });
    own.into_iter().chain(listed).filter(|(_, _, record)| record.copy.is_some() || record.sha256.is_some())
}

/// Whether something stands in the place of a hash: where it is none, the record does not have it.
#[must_use]
pub fn has_hash(file: &str, text: &str, item: Item) -> bool {
    let part = |part| part_of(file, text, &item.path().key("sha256"), part);
    let (key, value) = (part(Part::Key), part(Part::Value));
    let is_empty = |value: &str| matches!(value, "" | "''" | "\"\"" | "~" | "null" | "Null" | "NULL");
    text.get(key.clone()).is_some_and(|key| is_key(key, "sha256"))
        && value != key
        && text.get(value).is_some_and(|value| !is_empty(value.trim()))
}

/// The change that writes a hash to where a file describes a source: in the place of the one that stands there, else behind
/// `copy`. `None` where the YAML is written in a way that this can't be done safely.
#[must_use]
pub fn hash_into(file: &SourceFile, text: &str, options: &Options, item: Item, sha256: Sha256) -> Option<Edit> {
    let edit = edit(&file.path, text, item, sha256)?;
    let matter = |text: &str| parse(file, text.as_bytes(), options).summary.matter.clone();
    let meant = with_hash(&matter(text), item, sha256)?;
    (*matter(&edit.apply(text)) == meant).then_some(edit)
}

fn edit(file: &str, text: &str, item: Item, sha256: Sha256) -> Option<Edit> {
    let path = item.path();
    let part = |key: &str, part| part_of(file, text, &path.key(key), part);
    let known = part("sha256", Part::Key);
    if is_key(text.get(known.clone())?, "sha256") {
        let value = part("sha256", Part::Value);
        if value != known {
            return Some(Edit { range: word(text, value.start)?, text: sha256.to_string() });
        }
        let colon = known.end + text[known.end..].find(':')? + 1;
        return Some(Edit { range: colon..colon, text: format!(" {sha256}") });
    }
    let (key, value) = (part("copy", Part::Key), part("copy", Part::Value));
    if !is_key(text.get(key.clone())?, "copy") || value == key {
        return None;
    }
    // What a block scalar spans begins the next line.
    let value = value.start..value.start + text[value].trim_end().len();
    let mapping = part_of(file, text, &path, Part::Value);
    let is_flow = item != Item::Own && text[mapping].starts_with('{');
    if is_flow {
        return Some(Edit { range: value.end..value.end, text: format!(", sha256: {sha256}") });
    }
    let end = value.end + text[value.end..].find('\n')?;
    let (end, newline) = if text[..end].ends_with('\r') { (end - 1, "\r\n") } else { (end, "\n") };
    let start = text[..key.start].rfind('\n').map_or(0, |at| at + 1);
    // In the first line of an item a hyphen stands before the key.
    let indent: String = text[start..key.start].chars().map(|c| if c == '-' { ' ' } else { c }).collect();
    indent.trim().is_empty().then(|| Edit { range: end..end, text: format!("{newline}{indent}sha256: {sha256}") })
}

/// The word that begins at an offset, with its quotation marks: a hash, or nothing.
fn word(text: &str, start: usize) -> Option<Range<usize>> {
    let rest = &text[start..];
    let length = match rest.chars().next()? {
        quote @ ('"' | '\'') => rest[1..].find(quote)? + 2,
        _ => rest.find(|c: char| c.is_whitespace() || matches!(c, ',' | '}')).unwrap_or(rest.len()),
    };
    Some(start..start + length)
}

/// Whether a key is written so.
fn is_key(written: &str, key: &str) -> bool {
    written.trim_matches(['"', '\'']) == key
}

/// What a file would say with the hash.
fn with_hash(matter: &Matter, item: Item, sha256: Sha256) -> Option<Matter> {
    let mut matter = matter.clone();
    let hash = Some(Str::from(sha256.to_string()));
    match item {
        Item::Own => match &mut matter.own {
            Own::Source(record) => record.sha256 = hash,
            _ => return None,
        },
        Item::Listed(number) => {
            let described = matter.common.sources.get_mut(number)?.record.as_mut()?;
            *described = Described::from(SourceRecord { sha256: hash, ..(*described.record).clone() });
        }
    }
    Some(matter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::matter::MatterKind;

    /// The text with a hash of 64 times `a`, written `#`; the words "by hand" where it can't be.
    fn written(kind: MatterKind, text: &str, item: Item) -> String {
        let file = SourceFile { path: "content/x.md".into(), kind, lang: None };
        let sha256 = Sha256::from_hex(&"a".repeat(64)).unwrap();
        let edit = hash_into(&file, text, &Options::from(&Config::default()), item, sha256);
        edit.map_or_else(|| "by hand".to_owned(), |edit| edit.apply(text).replace(&"a".repeat(64), "#"))
    }

    fn report(sources: &str, number: usize) -> String {
        let text = format!("---\ntitle: A\nsources:\n{sources}---\nWords.\n");
        let written = written(MatterKind::Report, &text, Item::Listed(number));
        written.replacen("---\ntitle: A\nsources:\n", "", 1).replace("---\nWords.\n", "")
    }

    #[test]
    fn in_a_sources_own_file_it_follows_the_copy() {
        let own = |text: &str| written(MatterKind::Source, text, Item::Own);
        assert_eq!(own("---\ncopy: a.pdf\ntitle: A\n---\n"), "---\ncopy: a.pdf\nsha256: #\ntitle: A\n---\n");
        assert_eq!(own("---\ncopy: a.pdf # mine\n---\n"), "---\ncopy: a.pdf # mine\nsha256: #\n---\n");
        assert_eq!(
            own("\u{feff}---\r\n\"copy\": 'ملف.pdf'\r\nlang: ar\r\n---\r\nالنص"),
            "\u{feff}---\r\n\"copy\": 'ملف.pdf'\r\nsha256: #\r\nlang: ar\r\n---\r\nالنص"
        );
        assert_eq!(own("---\ncopy: a.pdf\nsha256:\ntitle: A\n---\n"), "---\ncopy: a.pdf\nsha256: #\ntitle: A\n---\n");
        assert_eq!(own("---\nsha256: '' # to do\ncopy: a.pdf\n---\n"), "---\nsha256: # # to do\ncopy: a.pdf\n---\n");
        let old = format!("---\ncopy: a.pdf\nsha256: \"{}\"\n---\n", "b".repeat(64));
        assert_eq!(own(&old), "---\ncopy: a.pdf\nsha256: #\n---\n");
    }

    #[test]
    fn in_an_item_it_stands_at_the_depth_of_the_copy() {
        assert_eq!(
            report("  - id: a\n    copy: a.pdf\n    grade: B2\n  - b\n", 0),
            "  - id: a\n    copy: a.pdf\n    sha256: #\n    grade: B2\n  - b\n"
        );
        assert_eq!(report("- copy:   a.pdf\n  id: a\n", 0), "- copy:   a.pdf\n  sha256: #\n  id: a\n");
        assert_eq!(
            report("  - b\n  -   id: a\n      copy: >-\n        a.pdf\n      note: n\n", 1),
            "  - b\n  -   id: a\n      copy: >-\n        a.pdf\n      sha256: #\n      note: n\n"
        );
    }

    #[test]
    fn in_flow_style_it_stays_on_the_line() {
        assert_eq!(
            report("  - {id: a, copy: a.pdf, grade: B2} # x\n", 0),
            "  - {id: a, copy: a.pdf, sha256: #, grade: B2} # x\n"
        );
        assert_eq!(report("  - {copy: 'a, b.pdf', id: a}\n", 0), "  - {copy: 'a, b.pdf', sha256: #, id: a}\n");
        assert_eq!(report("  - {id: a,\n     copy: a.pdf}\n", 0), "  - {id: a,\n     copy: a.pdf, sha256: #}\n");
    }

    #[test]
    fn what_is_written_in_another_way_is_left_alone() {
        assert_eq!(report("  - &x {id: a, copy: a.pdf}\n  - *x\n", 1), "by hand");
        assert_eq!(report("  - ? copy\n    : a.pdf\n    id: a\n", 0), "by hand");
    }
}
