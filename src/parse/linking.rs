//! Links that are written into a text, as long as it stays the same text with them: Markdown may read what stands beside a
//! bracket in another way than before, `و**حفتر**` but not `و**[حفتر](…)**` as emphasis.

use std::ops::Range;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::problem::Problem;

use super::address::decode;
use super::origin::{Origin, Piece};
use super::redact::{Cuts, walk_redacted};
use super::walk::{Setting, Walked};

/// So many times a text is walked over at most to find the links that spoil it.
const MOST_TRIES: usize = 64;

/// A link that a text could have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLink {
    /// Its words in the file.
    pub range: Range<usize>,
    /// Where it leads: `actor:haftar`.
    pub target: String,
}

impl NewLink {
    /// What is written before its words.
    pub const OPEN: &str = "[";

    /// What is written behind its words.
    #[must_use]
    pub fn close(&self) -> String {
        let has_codes = decode(&self.target) != self.target;
        let mut written = String::with_capacity(self.target.len());
        for c in self.target.chars() {
            if matches!(c, '<' | '>' | '\\' | '&') || c.is_control() || (c == '%' && has_codes) {
                written.extend(utf8_percent_encode(c.encode_utf8(&mut [0; 4]), NON_ALPHANUMERIC));
            } else {
                written.push(c);
            }
        }
        // EDTF may have brackets and spaces, which an address can't have as they are.
        if written.contains(|c: char| c.is_whitespace() || matches!(c, '(' | ')')) {
            format!("](<{written}>)")
        } else {
            format!("]({written})")
        }
    }
}

/// A body with links that the file does not have.
#[derive(Debug, Default)]
pub(super) struct Linked {
    pub(super) body: String,
    /// What the body has more than the file, by ascending offsets in it.
    pub(super) added: Vec<Piece>,
}

impl Linked {
    /// The body, which begins at `base` of the file, with these links, which ascend and do not overlap.
    fn new(file: &str, base: usize, links: &[NewLink]) -> Self {
        let mut linked = Self::default();
        let mut done = base;
        for link in links {
            linked.body.push_str(&file[done..link.range.start]);
            linked.add(NewLink::OPEN);
            linked.body.push_str(&file[link.range.clone()]);
            linked.add(&link.close());
            done = link.range.end;
        }
        linked.body.push_str(&file[done..]);
        linked
    }

    fn add(&mut self, markup: &str) {
        let start = self.body.len();
        self.body.push_str(markup);
        self.added.push(Piece::behind(self.added.last(), start..self.body.len()));
    }
}

/// What came of a text with links.
pub(super) type Again = (Walked, Cuts, Linked, Vec<Problem>);

/// A text that is to be walked over with links.
pub(super) struct Attempt<'a> {
    pub(super) file: &'a str,
    pub(super) setting: Setting<'a>,
    /// What it is without them.
    pub(super) plain: &'a Walked,
    /// How many problems it has without links. With links it must not have more.
    pub(super) problems: usize,
}

impl Attempt<'_> {
    /// The text with links; `None` where it would not be the same text any more.
    pub(super) fn walk(&self, links: &[NewLink]) -> Option<Again> {
        let linked = Linked::new(self.file, self.setting.origin.base, links);
        let origin = Origin { added: &linked.added, ..self.setting.origin };
        let mut told = Vec::new();
        let (walked, cuts) = walk_redacted(Setting { text: &linked.body, origin, ..self.setting }, &mut told);
        let is_sound = told.len() + walked.problems.len() <= self.problems;
        (is_sound && walked.says_the_same(self.plain)).then_some((walked, cuts, linked, told))
    }

    /// The links, which ascend, that the text can have all together.
    pub(super) fn harmless(&self, links: &[NewLink]) -> Vec<NewLink> {
        let (mut kept, mut tries) = (Vec::new(), MOST_TRIES);
        self.keep(links, &mut kept, &mut tries);
        kept
    }

    /// Adds to what is kept as many links as can be. Those that spoil the text are looked for by halves.
    fn keep(&self, links: &[NewLink], kept: &mut Vec<NewLink>, tries: &mut usize) {
        if links.is_empty() || *tries == 0 {
            return;
        }
        *tries -= 1;
        let all = [&**kept, links].concat();
        if self.walk(&all).is_some() {
            *kept = all;
        } else if links.len() > 1 {
            let (first, second) = links.split_at(links.len() / 2);
            self.keep(first, kept, tries);
            self.keep(second, kept, tries);
        }
    }
}

impl Walked {
    /// Whether both have the same words in the same markup. Links leave no trace in the HTML until they are known.
    fn says_the_same(&self, other: &Self) -> bool {
        let (notes, others) = (self.notes.drafts.iter(), other.notes.drafts.iter());
        let (notes, others) = (notes.map(|note| &note.out.html), others.map(|note| &note.out.html));
        let (words, other_words) = (self.text.as_ref(), other.text.as_ref());
        self.main.html == other.main.html
            && notes.eq(others)
            && words.map(|text| &text.words) == other_words.map(|text| &text.words)
    }
}
