//! Sources: a record that may be described in several files.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Extra, NameRef, Str};
use crate::digest::Digest;
use crate::edtf::Date;
use crate::id::Id;

/// An item of `sources`: a bare id, or a source described here.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SourceEntry {
    /// The source.
    pub id: Id,
    /// What is said of it here; `None` for a bare id.
    pub record: Option<Described>,
}

/// A source as one item describes it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Described {
    /// What is said of it.
    pub record: Arc<SourceRecord>,
    /// The record's digest: most files that describe a source do so in the same words.
    pub digest: Digest,
}

impl From<SourceRecord> for Described {
    fn from(record: SourceRecord) -> Self {
        Self { digest: Digest::of(&record), record: Arc::new(record) }
    }
}

/// What is known of a source. Every key is optional: the union of what several files say is the record.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct SourceRecord {
    /// A CSL type, or one of ours: statement, resolution, agreement, photo, video, testimony.
    pub kind: Option<Str>,
    /// The title.
    pub title: Option<Str>,
    /// Who wrote it: actors' ids or names.
    pub author: Vec<NameRef>,
    /// Who edited it.
    pub editor: Vec<NameRef>,
    /// Who published it: an actor's id or a name.
    pub publisher: Option<NameRef>,
    /// The larger work that it stands in.
    pub container: Option<Str>,
    /// Its number: of a resolution, a report, an issue.
    pub number: Option<Str>,
    /// Where it was published.
    pub place: Option<Str>,
    /// When it was published.
    pub date: Option<Date>,
    /// Its address.
    pub url: Option<Str>,
    /// The address of an archived copy.
    pub archive: Option<Str>,
    /// SHA-256 of the stored copy, 64 hexadecimal digits, lower case.
    pub sha256: Option<Str>,
    /// The stored copy, by its path from the site's root.
    pub copy: Option<Str>,
    /// Whether the stored copy is published.
    pub publish: Option<bool>,
    /// When the address was read.
    pub accessed: Option<Date>,
    /// Admiralty grade.
    pub grade: Option<Grade>,
    /// The source's language (BCP 47).
    pub lang: Option<Str>,
    /// A remark.
    pub note: Option<Str>,
    /// Any other CSL variable, by its CSL name.
    pub csl: BTreeMap<Str, Extra>,
    /// Keys of the author's own.
    pub extra: BTreeMap<Str, Extra>,
}

impl SourceRecord {
    /// The authors, without what stands for those whom the list does not name.
    pub(crate) fn named_authors(&self) -> impl Iterator<Item = &NameRef> {
        self.author.iter().filter(|author| !author.is_others())
    }
}

/// An Admiralty grade: how reliable the source is, and how credible the information (NATO AJP-2.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Grade {
    /// `A` (completely reliable) to `F` (reliability can't be judged).
    pub reliability: char,
    /// 1 (confirmed) to 6 (truth can't be judged); 0 where it is not given.
    pub credibility: u8,
}

/// Which keys of two records differ.
impl SourceRecord {
    /// Takes from `other` what this record does not say, and returns the keys that both say differently.
    pub fn merge(&mut self, other: &Self) -> Vec<&'static str> {
        let mut differing = Vec::new();
        macro_rules! one {
            ($($field:ident $key:literal)+) => {$(
                match (&self.$field, &other.$field) {
                    (None, Some(value)) => self.$field = Some(value.clone()),
                    (Some(mine), Some(theirs)) if mine != theirs => differing.push($key),
                    _ => {}
                }
            )+};
        }
        macro_rules! many {
            ($($field:ident $key:literal)+) => {$(
                if self.$field.is_empty() {
                    self.$field.clone_from(&other.$field);
                } else if !other.$field.is_empty() && self.$field != other.$field {
                    differing.push($key);
                }
            )+};
        }
        one! {
            kind "type" title "title" publisher "publisher" container "container" number "number" place "place"
            date "date" url "url" archive "archive" sha256 "sha256" copy "copy" publish "publish"
            accessed "accessed" grade "grade" lang "lang" note "note"
        }
        many! { author "author" editor "editor" csl "csl" extra "extra" }
        differing
    }
}
