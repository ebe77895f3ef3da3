//! plan: the graph and the theme become the list of all pages, each with its declared inputs.
//!
//! [`plan`] says which pages there are; [`inputs`] gives one page's inputs: the views that its layout names, and
//! nothing else. A page's fingerprint is made of its layout, its words and its inputs.

mod address;
mod cards;
mod citing;
mod data;
mod entry;
mod feeds;
mod headlines;
mod holes;
mod inputs;
mod letters;
mod maps;
mod meta;
mod pages;
mod roots;
mod scene;
mod timeline;

pub use address::Addresses;
pub use cards::Cards;
pub use feeds::{FeedEntry, FeedPlan};
pub use headlines::Headlines;
pub use inputs::{Fingerprint, Inputs, inputs};
pub use maps::SitemapEntry;
pub use pages::plan;
pub use scene::{Basis, Scene, Text};

use crate::cite::Format;
use crate::edtf::Key;
use crate::matter::Str;
use crate::resolve::{ActorIx, FileIx, Graph, Section, SourceIx, TagIx};

/// A page that is to be: where it stands, what it shows, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageSpec {
    /// Its route: `/reports/x/`, `/feed.xml`.
    pub route: Str,
    /// What it shows.
    pub subject: Subject,
    /// The template; `None` for feeds and the like, which need none.
    pub layout: Option<Str>,
    /// The language of the theme's words on it.
    pub lang: Str,
    /// Its number in a list of several pages, from 1.
    pub number: usize,
    /// How many pages the list has.
    pub of: usize,
}

impl PageSpec {
    /// The file whose prose stands on the page. Of the texts of all files, the page sees no other; a notice sees none.
    #[must_use]
    pub fn file(&self, graph: &Graph) -> Option<FileIx> {
        match &self.subject {
            Subject::Report(file) | Subject::Page(file) => Some(*file),
            Subject::Actor(_, file) | Subject::Source(_, file) => *file,
            Subject::List(section) => graph.prose.get(section).map(|doc| graph.docs[*doc].files[0]),
            Subject::Date(key) => graph.dates.get(key).and_then(|node| node.doc).map(|doc| graph.docs[doc].files[0]),
            _ => None,
        }
    }
}

/// What a page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The home page, or a list of all of a kind.
    List(Section),
    /// A report, or a version of one.
    Report(FileIx),
    /// A plain page.
    Page(FileIx),
    /// An actor; with the file of a version in another language.
    Actor(ActorIx, Option<FileIx>),
    /// The card of an actor, that opens at its mentions; with the file of the same version as its page.
    Card(ActorIx, Option<FileIx>),
    /// A source; with the file of a version in another language.
    Source(SourceIx, Option<FileIx>),
    /// A day, month or year.
    Date(Key),
    /// A tag.
    Tag(TagIx),
    /// The notice in place of a file that was withdrawn.
    Withdrawn(FileIx),
    /// The page on which readers search.
    Search,
    /// The page for what is not found.
    NotFound,
    /// An old address, and where it leads.
    Redirect(Str),
    /// The feed of all reports, or of an actor's.
    Feed(Option<ActorIx>),
    /// The feed of corrections.
    CorrectionFeed,
    /// A report as others cite it, in a format.
    Cite(FileIx, Format),
    /// The data of a report.
    Data(FileIx),
    /// The n-th part of the site map; `None` for the whole, or for the list of its parts.
    Sitemap(Option<usize>),
    /// The file for robots.
    Robots,
}
