//! A file's text, with what is needed to say where in it something is.

use std::ops::Range;
use std::sync::OnceLock;

use super::yaml::Document;

/// A position in a file as editors show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters. A byte order mark does not count.
    pub column: usize,
}

/// A range of a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Extent {
    /// The bytes, a byte order mark counted.
    pub bytes: Range<usize>,
    /// The first character.
    pub start: Position,
    /// Behind the last character.
    pub end: Position,
}

/// A file's text.
#[derive(Debug)]
pub(super) struct Text {
    content: String,
    /// What of it only its author may see.
    withheld: Vec<Range<usize>>,
    /// Whether it is the stored copy of a source.
    pub(super) is_copy: bool,
    /// Where each line begins; never empty.
    starts: Vec<usize>,
    /// How many characters stand before each page of [`PAGE`] bytes.
    pages: Vec<usize>,
    /// Its YAML, parsed when a problem is first looked up in it.
    yaml: OnceLock<Option<Document>>,
}

const BYTE_ORDER_MARK: char = '\u{feff}';

/// The longest line that is drawn as a whole, in bytes.
const LONGEST: usize = 8_000;

/// How far a longer line is shown on either side of what is marked, in bytes: more than a terminal is wide.
const REACH: usize = 1_000;

/// In steps of so many bytes characters are counted once.
const PAGE: usize = 1_024;

/// How many characters begin in a piece of UTF-8.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xbf)).count()
}

impl Text {
    pub(super) fn new(content: String, withheld: Vec<Range<usize>>, is_copy: bool) -> Self {
        let first = if content.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
        let starts = std::iter::once(first).chain(memchr::memchr_iter(b'\n', content.as_bytes()).map(|at| at + 1));
        let mut pages = vec![0];
        for page in content.as_bytes().chunks(PAGE) {
            pages.push(pages.last().copied().unwrap_or_default() + count(page));
        }
        Self { starts: starts.collect(), content, withheld, is_copy, pages, yaml: OnceLock::new() }
    }

    /// The text without a byte order mark, and where it begins.
    pub(super) fn body(&self) -> (usize, &str) {
        (self.starts[0], &self.content[self.starts[0]..])
    }

    /// Parses the YAML anew when it is asked for again.
    pub(super) fn forget_yaml(&mut self) {
        self.yaml = OnceLock::new();
    }

    /// The file's YAML, if it has any.
    pub(super) fn yaml(&self, file: &str) -> Option<&Document> {
        self.yaml.get_or_init(|| Document::parse(file, self)).as_ref()
    }

    /// The extent of a byte range, clipped to what can be shown: whole characters within the text, without white space
    /// at its end, and before the last line break rather than behind it.
    pub(super) fn extent(&self, range: Range<usize>) -> Extent {
        let bytes = self.clip(range);
        Extent { start: self.position(bytes.start), end: self.position(bytes.end), bytes }
    }

    /// The lines from `first` to `last` (from 1) as one piece, and where it begins.
    pub(super) fn lines(&self, first: usize, last: usize) -> (usize, &str) {
        let start = self.starts[first - 1];
        let end = self.starts.get(last).map_or(self.content.len(), |&next| next);
        (start, &self.content[start..end])
    }

    /// The lines from `first` to `last` as one piece, and where it begins; of a very long line only what is near `marked`,
    /// so that a line with many problems is not drawn as a whole for each of them.
    pub(super) fn near(&self, first: usize, last: usize, marked: &Range<usize>) -> (usize, &str) {
        let (start, lines) = self.lines(first, last);
        if first != last || lines.len() <= LONGEST {
            return (start, lines);
        }
        let from = self.content.floor_char_boundary(marked.start.saturating_sub(REACH)).max(start);
        let to = self.content.ceil_char_boundary(marked.end.min(marked.start + REACH) + REACH).min(start + lines.len());
        (from, &self.content[from..to])
    }

    /// The bytes of a piece of the text, which begins at `base`, that only the author may see, counted from there.
    pub(super) fn withheld(&self, base: usize, piece: &str) -> impl Iterator<Item = Range<usize>> {
        let end = base + piece.len();
        let first = self.withheld.partition_point(|range| range.end <= base);
        let ranges = self.withheld[first..].iter().take_while(move |range| range.start < end);
        ranges
            .map(move |range| range.start.clamp(base, end) - base..range.end.clamp(base, end) - base)
            .filter(|range| !range.is_empty())
    }

    /// The characters of a range that lies within the text.
    pub(super) fn slice(&self, range: Range<usize>) -> &str {
        self.content.get(range).unwrap_or_default()
    }

    /// The rest of the line that `byte` stands in, without white space at its end.
    pub(super) fn rest_of_line(&self, byte: usize) -> Range<usize> {
        let rest = &self.content[byte..];
        let line = memchr::memchr(b'\n', rest.as_bytes()).map_or(rest, |end| &rest[..end]);
        byte..byte + line.trim_end().len()
    }

    fn clip(&self, range: Range<usize>) -> Range<usize> {
        let text = self.content.as_str();
        let lowest = self.starts[0];
        let mut start = text.floor_char_boundary(range.start.max(lowest));
        let mut end = text.ceil_char_boundary(range.end.max(start));
        if start == text.len() {
            start = text.strip_suffix('\n').map_or(start, str::len).max(lowest);
        }
        if text[..start].ends_with('\r') && text[start..].starts_with('\n') {
            start -= 1;
        }
        end = end.max(start);
        let marked = &text[start..end];
        let seen = marked.trim_end();
        if seen.is_empty() {
            // Only white space is marked: keep what is in the first line.
            let line = marked.split(['\r', '\n']).next().unwrap_or_default();
            start..start + line.len()
        } else {
            start..start + seen.len()
        }
    }

    fn position(&self, byte: usize) -> Position {
        let line = self.starts.partition_point(|&start| start <= byte).max(1);
        let start = self.starts[line - 1];
        Position { line, column: self.characters(byte.max(start)) - self.characters(start) + 1 }
    }

    /// How many characters stand before a byte.
    fn characters(&self, byte: usize) -> usize {
        let page = byte / PAGE;
        self.pages[page] + count(&self.content.as_bytes()[page * PAGE..byte])
    }
}
