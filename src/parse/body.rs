//! HTML with holes: the body as far as one file can make it.

use std::ops::Range;
use std::sync::Arc;

use crate::matter::Str;

/// What a file's text has beside its HTML, which is by far the most of it: what depends on other files is left open there,
/// and its holes and notes are all that is needed to know what belongs in them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Body {
    /// Where something is to be filled in; ascending offsets in the HTML.
    pub holes: Box<[Hole]>,
    /// Margin notes in the order in which they are first referred to.
    pub notes: Box<[Note]>,
    /// The reasons of redactions: plain text, empty where none is given.
    pub reasons: Box<[Str]>,
    /// The byte range of each link in the file, in the order of `Summary::links`.
    pub spans: Box<[Range<u32>]>,
}

/// A margin note.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Note {
    /// Its label in the source: `1` of `[^1]`.
    pub label: Str,
    /// Its words: phrasing content only, so that it can stand within a paragraph.
    pub text: Fragment,
    /// The paragraph of the first reference to it.
    pub paragraph: u32,
}

/// A piece of HTML with holes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Fragment {
    /// The HTML between the holes.
    pub html: Arc<str>,
    /// Where something is to be filled in; ascending offsets.
    pub holes: Box<[Hole]>,
}

/// A hole in a fragment.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Hole {
    /// Byte offset in the HTML.
    pub at: u32,
    /// What belongs there.
    pub kind: HoleKind,
}

/// What belongs in a hole. Numbers of links count as `Summary::links` does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HoleKind {
    /// The opening tag of a link.
    Open(u32),
    /// The words of a link that has none of its own: the name, the date in words, the title.
    Words(u32),
    /// The closing tag of a link.
    Close(u32),
    /// A citation's mark; and whether what stands before it is an opening: a bracket, a tag, the beginning of a line.
    Cite(u32, bool),
    /// The value of a picture's `src`.
    Src(u32),
    /// A reference to the n-th note of `Body::notes`.
    Note(u32),
    /// The number of a paragraph: directly after the opening tag of a `<p>`, `<figure>`, `<blockquote>` or `<aside>`, or
    /// in the first item of a list. Tables have none.
    Paragraph(u32),
    /// What follows the words of the file's n-th claim: how it stands.
    Claim(u32),
    /// The title of a callout, a word of the theme.
    Callout(Callout),
    /// The bar of a redaction, with the n-th of `Body::reasons`.
    Redacted(u32),
}

/// The kinds of callouts: `> [!note]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Callout {
    /// `note`
    Note,
    /// `tip`
    Tip,
    /// `important`
    Important,
    /// `warning`
    Warning,
    /// `caution`
    Caution,
}

impl Callout {
    /// Its name, which is its class in HTML.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Important => "important",
            Self::Warning => "warning",
            Self::Caution => "caution",
        }
    }
}
