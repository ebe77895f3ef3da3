//! Front matter: the typed records that authors write in YAML.
//!
//! One set of types parses front matter, makes the JSON Schemas of `gloss schema`, and is what later stages read.

pub(crate) mod address;
mod common;
pub(crate) mod csl;
pub(crate) mod key;
pub(crate) mod keys;
mod moment;
pub(crate) mod read;
mod records;
mod redactions;
mod source;
mod split;
mod tenure;
pub(crate) mod unseen;
mod words;
mod yaml;

#[cfg(test)]
pub(crate) mod tests;

pub use common::{Common, Embargo, Extra, Moment, Status, Str};
pub use records::{
    ActorMatter, ActorRef, Claim, Correction, DateEntry, DateMatter, Kind, Name, NameRef, PageMatter, ReportMatter,
    Role, TagRef,
};
pub(crate) use redactions::{is_invisible, is_percent_sign, near_links, near_marks, scheme_ends};
pub use redactions::{redactions, withheld, without_withheld};
pub use source::{Described, Grade, SourceEntry, SourceRecord};
pub use split::{Split, split};
pub use tenure::Held;
pub use words::CLAIM_STATUS;
pub(crate) use yaml::{Node, depth_fault};

use std::ops::Range;

use crate::problem::Problem;

/// Reads the front matter of a content file: the YAML that lies at `yaml` in its text, as [`split`] finds it; `0..0`
/// where there is none. What is wrong is left out and told; the paths of problems begin at the YAML's root.
#[must_use]
pub fn read(kind: MatterKind, file: &Str, text: &str, yaml: Range<usize>) -> (FrontMatter, Vec<Problem>) {
    let (mut reader, node) = read::Reader::open(file, text, yaml);
    let front = match node {
        Some(node) => read::file(&mut reader, kind, &node),
        None => FrontMatter { matter: Matter { own: kind.empty(), ..Matter::default() }, ..FrontMatter::default() },
    };
    (front, reader.close())
}

/// The kinds of content files, as far as their keys differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MatterKind {
    /// `content/reports/**`
    Report,
    /// `content/actors/**`
    Actor,
    /// `content/sources/**`
    Source,
    /// `content/dates/**`
    Date,
    /// Any other Markdown file, and every `index.md` of a kind's folder.
    Page,
}

impl MatterKind {
    /// What a file of the kind is called.
    const fn what(self) -> &'static str {
        match self {
            Self::Report => "a report",
            Self::Actor => "an actor",
            Self::Source => "a source",
            Self::Date => "a date's file",
            Self::Page => "a page",
        }
    }

    /// The kind's own keys, with none given.
    fn empty(self) -> Own {
        match self {
            Self::Report => Own::Report(Box::default()),
            Self::Actor => Own::Actor(Box::default()),
            Self::Source => Own::Source(Box::default()),
            Self::Date => Own::Date(DateMatter::default()),
            Self::Page => Own::Page(PageMatter::default()),
        }
    }
}

/// The front matter of one content file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct FrontMatter {
    /// The title; required in reports. Of an actor, its name.
    pub title: Option<Str>,
    /// One or two sentences. Also `description`, `excerpt`.
    pub summary: Option<Str>,
    /// Everything else: all that more hangs on than what is shown of the file.
    pub matter: Matter,
}

/// The front matter of one content file, without title and summary.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Matter {
    /// The keys that every kind of file has.
    pub common: Common,
    /// The keys of its own kind.
    pub own: Own,
}

/// The keys that belong to one kind of file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Own {
    /// `content/reports/**`
    Report(Box<ReportMatter>),
    /// `content/actors/**`
    Actor(Box<ActorMatter>),
    /// `content/sources/**`
    Source(Box<SourceRecord>),
    /// `content/dates/**`
    Date(DateMatter),
    /// Any other Markdown file, and every `index.md` of a kind's folder.
    Page(PageMatter),
}

impl Default for Own {
    fn default() -> Self {
        Self::Page(PageMatter::default())
    }
}
