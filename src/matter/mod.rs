//! Front matter: the typed records that authors write in YAML.
//!
//! One set of types parses front matter, makes the JSON Schemas of `gloss schema`, and is what later stages read.

mod common;
mod records;
mod source;

pub use common::{Common, Embargo, Extra, Moment, Status, Str};
pub use records::{
    ActorMatter, ActorRef, Claim, Correction, DateEntry, DateMatter, Kind, Name, NameRef, PageMatter, ReportMatter,
    Role,
};
pub use source::{Grade, SourceEntry, SourceRecord};

/// The front matter of one content file.
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
