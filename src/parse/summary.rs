//! What other files may know of a file.

use std::ops::Range;
use std::sync::Arc;

use crate::digest::Digest;
use crate::edtf::Date;
use crate::id::Id;
use crate::matter::{Matter, Str};

/// All that other files may know of a file. It has no spans and no body, so that an ordinary edit of prose leaves it
/// equal, and nothing else is touched.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Summary {
    /// The front matter, but for title and summary.
    pub matter: Arc<Matter>,
    /// The language that the file's text is in: its `lang`, its name's `.LANG.md`, else the site's.
    pub lang: Str,
    /// Everything in the body that points elsewhere, in the order of the text.
    pub links: Vec<Link>,
    /// Where the words of each claim of the front matter stand in the body; `None` where they don't, so that the claim is
    /// shown nowhere. Of a file without claims, empty.
    pub claims: Box<[Option<ClaimSpot>]>,
    /// Quotations that say whose words they have, or where they are from, in the order of the text.
    pub quotations: Box<[Quotation]>,
}

/// Where a claim stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ClaimSpot {
    /// Its words as the body has them, plain.
    pub words: Str,
    /// The paragraph, as of a link.
    pub paragraph: u32,
    /// Whether its words have an anchor: `gl-c1` for the first claim. In a note, which may be shown twice, they have none.
    pub has_anchor: bool,
}

/// A quotation.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Quotation {
    /// Its words, plain, at most 2,000 characters. A [`UNNAMED`] stands for the name of each link in `unnamed`.
    pub words: Str,
    /// The links without words of their own within it, in order.
    pub unnamed: Box<[u32]>,
    /// Links of its attribution that are actors, or may be: the first that is one is the speaker.
    pub speakers: Box<[u32]>,
    /// Its citations: links.
    pub cites: Box<[u32]>,
    /// The paragraph, as of a link.
    pub paragraph: u32,
}

/// The words by which other pages show a file. They decide nothing, so that who mentions whom stays as it was found when
/// they change.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Headline {
    /// The title that the front matter gives. Of an actor, its name.
    pub title: Option<Str>,
    /// The summary that the front matter gives.
    pub summary: Option<Str>,
    /// The words of the first heading: the title where none is given.
    pub heading: Option<Str>,
    /// The first words of the body as plain text, at most 200 characters: the summary where none is given.
    pub opening: Option<Str>,
}

/// What the file's own page shows of its text beside the text itself. Others see no more of it than whether an anchor is
/// there, so that paragraphs may come and go without touching them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Outline {
    /// Headings, in order.
    pub headings: Vec<Heading>,
    /// The number of top-level paragraphs, lists, quotations and tables: anchors `p1` … `pN`.
    pub paragraphs: u32,
    /// Ids in the body that belong neither to a heading nor to a numbered paragraph: those of the author's own HTML that
    /// survive sanitising.
    pub anchors: Vec<Str>,
    /// Reading time in minutes: at least 1, and 0 where there is no body.
    pub minutes: u32,
}

/// A heading of the body.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Heading {
    /// Its anchor: GitHub's, or `{#id}`.
    pub anchor: Str,
    /// Its words, plain. A [`UNNAMED`] stands for the name of each link in `unnamed`.
    pub text: Str,
    /// The links without words of their own in it.
    pub unnamed: Box<[u32]>,
    /// Its level as it stands on the page, 2 to 6.
    pub level: u8,
}

/// Something in the body that points elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Link {
    /// What it points to.
    pub target: Target,
    /// The paragraph that it stands in, from 1; in a heading the one below it, 0 where there is none. A link in a note
    /// counts where the note is referred to.
    pub paragraph: u32,
    /// The sentence that it stands in; for actors, dates, sources and citations, and for `[[name]]` and files in
    /// Markdown, which may be one of them. `None` for a link in the author's own HTML. Boxed, since links are resolved
    /// by their targets, again and again, and sentences are read when a page shows them.
    pub sentence: Option<Box<Sentence>>,
    /// Digest of the other fields.
    pub digest: Digest,
}

/// What a link points to, by name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// `actor:ID`
    Actor(Id),
    /// `date:EDTF`
    Date(Date),
    /// `source:ID`, `quote:KEY`
    Source(Id),
    /// `report:SLUG#ANCHOR`
    Report(Id, Option<Str>),
    /// `[@key, p. 2; @other]`: one link, several citations.
    Cite(Arc<[Cite]>),
    /// `@key` outside of brackets, which cites nothing: a mistake where the key is a source's.
    Bare(Id),
    /// A file below `content/`, by its path from the site's root (`content/actors/haftar.md`), and an anchor. It need not
    /// exist.
    File(Str, Option<Str>),
    /// An address on this site (`/about/#team`): the path, percent-decoded, with its query as written, and the anchor.
    Route(Str, Option<Str>),
    /// An anchor on the same page.
    Anchor(Str),
    /// `[[name]]`: an actor, else a report, source or page, by id, then by name.
    Wiki(Str),
    /// An address elsewhere, checked to be safe.
    Url(Str),
    /// A picture, by its path from the site's root (`content/reports/map.png`), or by its route (`/map.png`).
    Image(Str),
}

/// One citation.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Cite {
    /// The source.
    pub id: Id,
    /// Words before it: "see".
    pub prefix: Option<Str>,
    /// Where in the source.
    pub locator: Option<Locator>,
    /// Words after it.
    pub suffix: Option<Str>,
    /// `-@key`: without the author.
    pub suppress_author: bool,
}

/// A place in a source: CSL's label and its value.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Locator {
    /// A CSL locator label: `page`, `paragraph`, `section`, `chapter`, `timestamp`, …
    pub label: &'static str,
    /// What stands behind it: `2`, `3–5`, `00:12:30`.
    pub value: Str,
}

impl Locator {
    /// Whether its value is several of what its label says: `3–5`, `3, 7`.
    #[must_use]
    pub fn is_several(&self) -> bool {
        super::locator::is_several(&self.value)
    }
}

/// Stands in a sentence for a name that only other files know.
pub const UNNAMED: char = '\u{fffc}';

/// A sentence as plain text, with the place of one mention in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Sentence {
    text: Box<str>,
    /// The mention's bytes.
    mention: Range<u32>,
    /// The links without words of their own before and after the mention, in order: a [`UNNAMED`] stands for the name of
    /// each.
    pub unnamed: Box<[u32]>,
}

impl Sentence {
    /// A sentence of at most 4 GiB.
    #[must_use]
    pub fn new(before: &str, mention: &str, after: &str) -> Self {
        let at = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX);
        let start = at(before.len());
        let mention_bytes = start..at(before.len() + mention.len());
        Self { text: [before, mention, after].concat().into(), mention: mention_bytes, unnamed: Box::default() }
    }

    /// The words before the mention; begins with … where it was cut.
    #[must_use]
    pub fn before(&self) -> &str {
        &self.text[..self.mention.start as usize]
    }

    /// The mention; empty for a citation, and for a link without words of its own, whose words are then those of what
    /// it points to: a name, a title, a date in words.
    #[must_use]
    pub fn mention(&self) -> &str {
        &self.text[self.mention.start as usize..self.mention.end as usize]
    }

    /// The words after it; ends with … where it was cut.
    #[must_use]
    pub fn after(&self) -> &str {
        &self.text[self.mention.end as usize..]
    }
}
