//! The graph: who mentions whom, on which date, from which source.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::dates::DateNode;
use super::index::{ActorIx, DocIx, EventIx, FileIx, SourceIx};
use crate::digest::Digest;
use crate::edtf::{Date, Key};
use crate::id::{Id, IdMap};
use crate::matter::{Kind, Matter, SourceRecord, Str};
use crate::parse::Summary;
use crate::problem::Place;

/// What the Summaries of all files resolve to. Items are addressed by index; every list has a stated order.
#[derive(Debug, Default)]
pub struct Graph {
    /// Every content file, by path.
    pub files: Vec<File>,
    /// Every thing that has files of its own: a report with its versions, an actor's record, a page.
    pub docs: Vec<Doc>,
    /// The listed reports, newest first.
    pub reports: Vec<DocIx>,
    /// Reports that have a page and are not listed, by id.
    pub unlisted: Vec<DocIx>,
    /// Plain pages that have a page, by id.
    pub pages: Vec<DocIx>,
    /// The prose of `/` and of the lists.
    pub prose: BTreeMap<Section, DocIx>,
    /// Every actor that is known, by id.
    pub actors: Vec<Actor>,
    /// Actors that lists have, in the order of the site's language.
    pub actor_order: Vec<ActorIx>,
    /// Actors that have a page and are not listed, in the same order.
    pub unlisted_actors: Vec<ActorIx>,
    /// Every source that is known, by id.
    pub sources: Vec<Source>,
    /// Everything that listed files say of dates, in order of time.
    pub events: Vec<Event>,
    /// Events that last: their first and last day since 1970, open ends as far as can be, by the first day.
    pub ranges: Vec<(i64, i64, EventIx)>,
    /// Every day, month and year that has a page.
    pub dates: BTreeMap<Key, DateNode>,
    /// Every tag of listed reports, by slug.
    pub tags: Vec<Tag>,
    /// Every claim of listed reports, by status, then newest report first: the file, and the number of the claim.
    pub claims: Vec<(FileIx, u32)>,
    /// Every correction of listed and of withdrawn reports, newest first: the file, and the number of the correction.
    pub corrections: Vec<(FileIx, u32)>,
    /// Files below `content/` that published pages refer to, by path from the root.
    pub assets: BTreeSet<Str>,
    /// Stored copies that are published, by route: the path of each from the root.
    pub copies: BTreeMap<Str, Str>,
    /// Stored copies that nothing may publish, by path from the root.
    pub withheld: BTreeSet<Str>,
    /// Routes of pages that a static file takes the place of.
    pub replaced: BTreeSet<Str>,
    /// Old routes and the addresses that they lead to, by route.
    pub redirects: BTreeMap<Str, Str>,
    /// Actors by id.
    pub actor_ids: IdMap<ActorIx>,
    /// Sources by id.
    pub source_ids: IdMap<SourceIx>,
    /// Every anchor that is named on a file's page.
    pub anchors: Vec<AnchorUse>,
    /// The moment that it holds for, in seconds since 1970.
    pub now: i64,
    /// When time alone changes something next, in seconds since 1970: an embargo ends, a date in the future comes.
    pub next_change: Option<i64>,
}

/// A part of the site with a list of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// `/`
    Home,
    /// `/reports/`
    Reports,
    /// `/actors/`
    Actors,
    /// `/dates/`
    Dates,
    /// `/sources/`
    Sources,
    /// `/tags/`
    Tags,
    /// `/claims/`
    Claims,
    /// `/corrections/`
    Corrections,
}

impl Section {
    /// The route of its list.
    pub const fn route(self) -> &'static str {
        match self {
            Self::Home => "/",
            Self::Reports => "/reports/",
            Self::Actors => "/actors/",
            Self::Dates => "/dates/",
            Self::Sources => "/sources/",
            Self::Tags => "/tags/",
            Self::Claims => "/claims/",
            Self::Corrections => "/corrections/",
        }
    }

    /// Its name, which is its list's layout.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Reports => "reports",
            Self::Actors => "actors",
            Self::Dates => "dates",
            Self::Sources => "sources",
            Self::Tags => "tags",
            Self::Claims => "claims",
            Self::Corrections => "corrections",
        }
    }
}

/// What sort of content a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocKind {
    /// `content/reports/**`
    Report,
    /// `content/actors/**`
    Actor,
    /// `content/sources/**`
    Source,
    /// `content/dates/**`
    Date,
    /// A plain page.
    Page,
    /// Prose above a list, or on the home page.
    Prose(Section),
}

/// Where something is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Everywhere.
    Listed,
    /// It has a page, and nothing leads there.
    Unlisted,
    /// It has a page that says why it is no longer there, and nothing else of it is anywhere.
    Withdrawn,
    /// Nowhere.
    Hidden,
}

/// A thing with files of its own.
#[derive(Debug)]
pub struct Doc {
    /// What it is.
    pub kind: DocKind,
    /// Its id, unique within its kind.
    pub id: Id,
    /// Its files: the original first, then the versions by language.
    pub files: Vec<FileIx>,
    /// Where it is shown.
    pub standing: Standing,
    /// Its place in `reports`, if it is a listed report.
    pub position: Option<usize>,
    /// Listed files that link to it, newest report first.
    pub backlinks: Vec<FileIx>,
}

/// One content file.
#[derive(Debug)]
pub struct File {
    /// Its path from the root.
    pub path: Str,
    /// Its name without language and `.md`.
    pub stem: Str,
    /// The thing that it belongs to.
    pub doc: DocIx,
    /// What it says.
    pub summary: Arc<Summary>,
    /// Its front matter, with what a version takes from its original.
    pub matter: Arc<Matter>,
    /// Where it is shown.
    pub standing: Standing,
    /// `draft` or `embargoed`, where it is shown only because drafts are asked for.
    pub shown_as: Option<&'static str>,
    /// Its page's route.
    pub route: Str,
    /// What each of `summary.links` leads to; empty for a hidden file.
    pub links: Vec<Resolved>,
    /// Its actors: those listed, then those of the text in its order.
    pub cast: Vec<Cast>,
    /// Its sources in the order of their numbers: by first citation, then those listed and not cited.
    pub cited: Vec<Cited>,
    /// Its events, in order of time.
    pub events: Vec<FileEvent>,
    /// Who says what its claims say, and what they rest on, in the order of the front matter. A version that has none of
    /// its own takes those of its original.
    pub claims: Vec<FileClaim>,
}

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// An actor, with or without a page.
    Actor(ActorIx),
    /// A date; it leads to its page, if there is one.
    Date,
    /// A source, with or without a page.
    Source(SourceIx),
    /// Citations: of each, the source.
    Cite(Box<[Option<SourceIx>]>),
    /// Another file's page.
    File(FileIx, Option<Str>),
    /// An address on this site, with its anchor.
    Route(Str),
    /// A file that is published with the page, by its path from the root.
    Asset(Str),
    /// An anchor on the same page.
    Anchor(Str),
    /// Nothing: only the words stay.
    Nothing,
}

/// An actor of a file.
#[derive(Debug, Clone)]
pub struct Cast {
    /// The actor.
    pub actor: ActorIx,
    /// The role in this file.
    pub role: Option<Str>,
    /// How often the text mentions it.
    pub mentions: u32,
}

/// An anchor that something names.
#[derive(Debug, Clone)]
pub struct AnchorUse {
    /// Where it is named.
    pub place: Place,
    /// On which file's page it should be.
    pub file: FileIx,
    /// The anchor, without `#`.
    pub anchor: Str,
}

/// A source of a file.
#[derive(Debug, Clone)]
pub struct Cited {
    /// The source.
    pub source: SourceIx,
    /// The paragraphs that cite it, ascending.
    pub paragraphs: Vec<u32>,
}

/// An event, as one file has it.
#[derive(Debug, Clone)]
pub struct FileEvent {
    /// When.
    pub date: Date,
    /// What happened; from the front matter.
    pub label: Option<Str>,
    /// The digest of date and label, by which it is joined with those of other files; `None` where only the text has it.
    pub event: Option<Digest>,
    /// The first bytes of the label, by which most events of one date are told apart.
    pub(super) label_start: [u8; 8],
    /// The first link with this date.
    pub link: Option<u32>,
    /// The paragraph of that link; 0 where there is none.
    pub paragraph: u32,
    /// Who took part.
    pub actors: Vec<ActorIx>,
    /// What says so.
    pub sources: Vec<SourceIx>,
}

/// A claim, as one file has it.
#[derive(Debug, Clone, Default)]
pub struct FileClaim {
    /// Who says so.
    pub by: Vec<ActorIx>,
    /// What it rests on.
    pub sources: Vec<SourceIx>,
}

/// An event, in all files that name it.
#[derive(Debug)]
pub struct Event {
    /// When.
    pub date: Date,
    /// Where it is named: the file, and the number in its `events`. The label is that of the first place.
    pub places: Vec<(FileIx, u32)>,
    /// Who took part.
    pub actors: Vec<ActorIx>,
    /// What says so.
    pub sources: Vec<SourceIx>,
}

/// An actor.
#[derive(Debug)]
pub struct Actor {
    /// Its id.
    pub id: Id,
    /// Its record, if it has a file that is shown.
    pub doc: Option<DocIx>,
    /// Its name in the site's language.
    pub name: Str,
    /// Its kind.
    pub kind: Kind,
    /// Whether it has a page.
    pub has_page: bool,
    /// Each mention in listed files: the file, newest report first, and the number of the link.
    pub mentions: Vec<(FileIx, u32)>,
    /// The listed reports that name it, newest first.
    pub reports: Vec<DocIx>,
    /// The events that it took part in, in order of time.
    pub events: Vec<EventIx>,
    /// The claims that it makes in listed reports, newest first: the file, and the number of the claim.
    pub claims: Vec<(FileIx, u32)>,
    /// Its words in quotations of listed files, newest report first: the file, and the number of the quotation.
    pub quotations: Vec<(FileIx, u32)>,
}

/// A source.
#[derive(Debug)]
pub struct Source {
    /// Its id.
    pub id: Id,
    /// Its file, if it has one that is shown.
    pub doc: Option<DocIx>,
    /// All that is said of it.
    pub record: Arc<SourceRecord>,
    /// Whether it has a page.
    pub has_page: bool,
    /// Where listed files cite it, newest report first: the file, the number of the link, the number in the link.
    pub citations: Vec<(FileIx, u32, u32)>,
    /// Listed files that cite or list it, newest report first.
    pub files: Vec<FileIx>,
    /// Those that list it and do not cite it.
    pub only_listed: Vec<FileIx>,
    /// Quotations from it in listed files, newest report first: the file, and the number of the quotation.
    pub quotations: Vec<(FileIx, u32)>,
    /// Its stored copy, if that is there and published.
    pub copy: Option<SourceCopy>,
}

/// The stored copy of a source, where it is published.
#[derive(Debug)]
pub struct SourceCopy {
    /// Its route.
    pub route: Str,
    /// Its length in bytes.
    pub len: u64,
}

/// A tag.
#[derive(Debug)]
pub struct Tag {
    /// Its slug.
    pub slug: Str,
    /// As it is first written.
    pub name: Str,
    /// The listed reports that have it, newest first.
    pub reports: Vec<DocIx>,
}
