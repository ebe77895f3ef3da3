//! HTML with holes: the body as far as one file can make it.

use std::ops::Range;

use crate::matter::Str;

/// A file's text, turned into HTML once. What depends on other files is left open.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Body {
    /// The text itself.
    pub main: Fragment,
    /// Margin notes in the order in which they are first referred to.
    pub notes: Vec<Note>,
    /// The reasons of redactions: plain text, empty where none is given.
    pub reasons: Vec<Str>,
    /// The byte range of each link in the file, in the order of `Summary::links`.
    pub spans: Vec<Range<u32>>,
}

impl Body {
    /// About how many bytes it takes.
    #[must_use]
    pub fn weight(&self) -> usize {
        let fragment = |fragment: &Fragment| fragment.html.len() + size_of_val(&*fragment.holes);
        let notes: usize = self.notes.iter().map(|note| size_of::<Note>() + fragment(&note.text)).sum();
        size_of::<Self>() + fragment(&self.main) + notes + size_of_val(&*self.spans)
    }
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
    pub html: String,
    /// Where something is to be filled in; ascending offsets.
    pub holes: Vec<Hole>,
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
    /// A citation's mark.
    Cite(u32),
    /// The value of a picture's `src`.
    Src(u32),
    /// A reference to the n-th note of `Body::notes`.
    Note(u32),
    /// The number of a paragraph: directly after the opening tag of a `<p>`, `<figure>`, `<blockquote>` or `<aside>`, or
    /// in the first item of a list. Tables have none.
    Paragraph(u32),
    /// What follows the words of the file's n-th claim: how it stands.
    Claim(u32),
    /// A word of the theme: the title of a callout (`note`, `tip`, `important`, `warning`, `caution`).
    Word(&'static str),
    /// The bar of a redaction, with the n-th of `Body::reasons`.
    Redacted(u32),
}
