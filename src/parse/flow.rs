//! What is being written at a time: the text itself, or a note that is taken out of it.

use super::bars::OpenBlock;
use super::html::{Position, Writer};
use super::links::{Frame, ImageDraft};
use super::quotes::Quote;
use super::text::TextPosition;

/// A text that is being written, and the elements that are open in it.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub(super) out: Writer,
    /// The note that it is; `None` for the text itself. A note has phrasing content only.
    pub(super) note: Option<usize>,
    /// How many links there were before it.
    pub(super) first_link: usize,
    /// Where its words begin.
    pub(super) text: TextPosition,
    /// How many blocks are open.
    pub(super) depth: usize,
    /// Those blocks.
    pub(super) open: Vec<OpenBlock>,
    /// Open elements, the events of which are passed over, counted from a link that has been written already.
    pub(super) muted: usize,
    /// How many elements of emphasis are open.
    pub(super) inline: usize,
    /// Links that are open.
    pub(super) frames: Vec<Frame>,
    /// Whether an element of the author's own HTML is open whose words are no running text.
    pub(super) is_in_raw_words: bool,
    /// A picture that is open.
    pub(super) image: Option<ImageDraft>,
    /// A block of code that is open.
    pub(super) code: Option<Code>,
    /// A block of HTML that is open.
    pub(super) html: Option<String>,
    /// A heading that is open.
    pub(super) heading: Option<OpenHeading>,
    /// Quotations that are open.
    pub(super) quotes: Vec<Quote>,
    /// Lists that are open: the number of the next item.
    pub(super) lists: Vec<Option<u64>>,
    /// A paragraph's number that its first item will show.
    pub(super) number: Option<u32>,
    /// What stands between two lines of a note.
    separator: Option<String>,
}

/// A block of code.
#[derive(Debug)]
pub(super) struct Code {
    pub(super) language: String,
    pub(super) text: String,
}

/// A heading that is open.
#[derive(Debug)]
pub(super) struct OpenHeading {
    pub(super) start: Position,
    /// Where its words begin.
    pub(super) text: TextPosition,
    pub(super) id: Option<String>,
}

impl Flow {
    /// A note.
    pub(super) fn of_note(note: usize, first_link: usize, text: TextPosition) -> Self {
        Self { note: Some(note), first_link, text, ..Self::default() }
    }

    /// In a note: whatever comes next stands on a line of its own.
    pub(super) fn end_line(&mut self) {
        let at_start = self.out.html.is_empty() && self.out.marks.is_empty();
        self.separate(if at_start { "" } else { "<br>" });
    }

    /// In a note: what comes next is an item of a list.
    pub(super) fn begin_item(&mut self, marker: &str) {
        self.end_line();
        if let Some(separator) = &mut self.separator {
            separator.push_str(marker);
        }
    }

    /// In a note: what comes next stands behind `separator`.
    pub(super) fn separate(&mut self, separator: &str) {
        if self.separator.as_deref().is_none_or(|before| before.len() <= separator.len()) {
            self.separator = Some(separator.to_owned());
        }
    }

    /// Writes what stands between two lines, now that something follows.
    pub(super) fn begin_line(&mut self) {
        if let Some(separator) = self.separator.take() {
            self.out.write(&separator);
        }
    }
}
