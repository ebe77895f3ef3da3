//! Keys that every kind of content file has.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{NameRef, SourceEntry, TagRef};
use crate::edtf::{Date, SortKey};

/// A shared string.
pub type Str = Arc<str>;

/// The keys that every kind of content file has.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Common {
    /// When it was published; relative dates are reckoned from it. Day, month or year precision.
    pub date: Option<Moment>,
    /// When it was last changed in substance. Also `lastmod`, `modified`.
    pub updated: Option<Moment>,
    /// Ids of actors, or names. Also `author`.
    pub authors: Vec<NameRef>,
    /// The language of the text (BCP 47).
    pub lang: Option<Str>,
    /// The id, where it is not the file's stem.
    pub slug: Option<Str>,
    /// Whether it is shown. `draft: true` and `published: false` mean `draft`.
    pub status: Option<Status>,
    /// Hidden before this moment. Also a `publishDate` in the future.
    pub embargo: Option<Embargo>,
    /// Why it was withdrawn.
    pub reason: Option<Str>,
    /// Old addresses that lead here. Also `redirect_from`, and `aliases` in reports, pages and dates.
    pub redirects: Vec<Str>,
    /// Its address, where it is not the usual one (`/a/b/`).
    pub permalink: Option<Str>,
    /// The picture that stands for it, relative to the file.
    pub image: Option<Str>,
    /// What the picture shows.
    pub image_alt: Option<Str>,
    /// Tags. Also `categories`, `keywords`.
    pub tags: Vec<TagRef>,
    /// The template, where it is not the usual one; the name of a layout without `.html`.
    pub layout: Option<Str>,
    /// Sources that its text cites.
    pub sources: Vec<SourceEntry>,
    /// Keys of the author's own.
    pub extra: BTreeMap<Str, Extra>,
}

/// A value below `extra:`, as YAML had it, in JSON's types.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Extra(pub serde_json::Value);

/// Whether something is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Status {
    /// Everywhere.
    #[default]
    Published,
    /// It has a page, and nothing leads there.
    Unlisted,
    /// Taken back.
    Withdrawn,
    /// Nowhere, unless drafts are asked for.
    Draft,
}

/// A day, month or year, with a time where one is given.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The date as written, in its own zone: day, month or year precision, unqualified.
    pub date: Date,
    /// Seconds since midnight UTC of 1970-01-01, where a time is given. A time without an offset is in UTC here, and
    /// `zoned` is false.
    pub instant: Option<i64>,
    /// Whether an offset was given.
    pub zoned: bool,
}

impl Moment {
    /// Its place in chronological order; of two on the same day the one with a time comes later.
    #[must_use]
    pub fn order(&self) -> (SortKey, Option<i64>) {
        (self.date.sort_key(), self.instant)
    }
}

/// The end of an embargo: a moment with a time, or a day (which then means its first moment).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Embargo(pub Moment);
