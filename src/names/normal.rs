//! The form in which texts and names are compared, with the way back to the bytes of the text as it was given.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::cluster::{Cluster, joins};
use super::letters::{TATWEEL, fold, is_arabic_mark, is_arabic_shape, is_overlooked, is_word};

/// A text in normal form: NFC, each character [folded](fold), each run of white space one space, and one line feed
/// where the run holds a blank line, which no name has. A final alef maqsura is a ya.
pub(super) struct Normal<'t> {
    source: &'t str,
    text: Cow<'t, str>,
    turns: Vec<Turn>,
}

/// From here on, up to the next turn, both texts run on byte by byte.
struct Turn {
    normal: usize,
    source: usize,
}

impl<'t> Normal<'t> {
    /// Normalises `source`; plain ASCII stays where it is.
    pub(super) fn of(source: &'t str) -> Self {
        let plain = plain_length(source, false);
        if plain == source.len() {
            return Self { source, text: Cow::Borrowed(source), turns: Vec::new() };
        }
        let mut writer = Writer::with_capacity(source.len());
        writer.text.push_str(&source[..plain]);
        let mut at = plain;
        while let Some(c) = source[at..].chars().next() {
            let cluster = Cluster::at_start_of(&source[at..], c);
            if cluster.may_compose {
                source[at..at + cluster.length].nfc().for_each(|c| writer.character(c, at));
            } else {
                writer.character(c, at);
            }
            at += cluster.length;
            let plain = plain_length(&source[at..], writer.ends_in_space());
            writer.plain(&source[at..at + plain], at);
            at += plain;
        }
        writer.end_word();
        Self { source, text: Cow::Owned(writer.text), turns: writer.turns }
    }

    /// The text in normal form.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The text in normal form, on its own.
    pub(super) fn into_text(self) -> String {
        self.text.into_owned()
    }

    /// The bytes of the given text that became `range`, which isn't empty, with the marks on its last letter.
    pub(super) fn source_range(&self, range: Range<usize>) -> Range<usize> {
        let last = self.text[range.clone()].char_indices().next_back().map_or(0, |(at, _)| at);
        let last = self.source_of(range.start + last);
        let mut end = last;
        if let Some(cluster) = self.source[last..].graphemes(true).next() {
            // A grapheme may hold more than the name: two emoji that a joiner makes one.
            let first = cluster.chars().next().map_or(0, char::len_utf8);
            end = self.source_of(range.end).clamp(last + first, (last + cluster.len()).max(last + first));
        }
        let rest = &self.source[end..];
        end += rest.len() - rest.trim_start_matches(|c| c == TATWEEL || is_arabic_mark(c)).len();
        self.source_of(range.start)..end
    }

    /// The character of the given text that became the one at `at`.
    pub(super) fn source_char(&self, at: usize) -> Option<char> {
        self.source[self.source_of(at)..].chars().next()
    }

    fn source_of(&self, at: usize) -> usize {
        if at == self.text.len() {
            return self.source.len();
        }
        let later = self.turns.partition_point(|turn| turn.normal <= at);
        later.checked_sub(1).map_or(at, |turn| self.turns[turn].source + (at - self.turns[turn].normal))
    }
}

/// How many bytes from the start are the same in normal form: ASCII and the most common letters of Arabic, and white
/// space only as single spaces.
fn plain_length(text: &str, mut after_space: bool) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        let word = bytes[at..].iter().take_while(|byte| matches!(byte, b'!'..=b'~')).count();
        at += word;
        after_space &= word == 0;
        match bytes[at..] {
            [b' ', ..] if !after_space => {
                after_space = true;
                at += 1;
            }
            [lead, trail, ..] if is_plain_arabic(lead, trail) => {
                after_space = false;
                at += 2;
            }
            // A mark changes the letter before it.
            _ if text[at..].starts_with(joins) => {
                return text[..at].char_indices().next_back().map_or(0, |(last, _)| last);
            }
            _ => return at,
        }
    }
}

/// Whether two bytes are an Arabic letter that nothing else is [folded](fold) to, or an Arabic comma, semicolon or
/// question mark.
const fn is_plain_arabic(lead: u8, trail: u8) -> bool {
    match lead {
        0xd8 => matches!(trail, 0x8c | 0x9b | 0x9f | 0xa1 | 0xa4 | 0xa6..=0xba),
        0xd9 => matches!(trail, 0x81..=0x88 | 0x8a),
        _ => false,
    }
}

struct Writer {
    text: String,
    turns: Vec<Turn>,
    /// How far the given text is ahead at the last turn; wraps where it is behind.
    shift: usize,
    /// Whether the white space at the end holds a line break.
    line_ended: bool,
}

impl Writer {
    fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes + 1), turns: Vec::new(), shift: 0, line_ended: false }
    }

    /// Appends plain text, which stands at `at` in the given text.
    fn plain(&mut self, plain: &str, at: usize) {
        let Some(first) = plain.chars().next() else { return };
        self.end_word_before(first);
        self.turn(at);
        self.text.push_str(plain);
        self.line_ended = false;
    }

    /// Appends a character in NFC, which came of the given text's at `at`.
    fn character(&mut self, c: char, at: usize) {
        if c.is_whitespace() {
            self.space(c, at);
        } else if is_arabic_shape(c) {
            std::iter::once(c).nfkc().filter(|c| !c.is_whitespace()).for_each(|c| self.letter(c, at));
        } else if !is_overlooked(c) {
            self.letter(c, at);
        }
    }

    fn letter(&mut self, c: char, at: usize) {
        let Some(c) = fold(c) else { return };
        self.end_word_before(c);
        self.turn(at);
        self.text.push(c);
    }

    fn space(&mut self, c: char, at: usize) {
        if !self.ends_in_space() {
            self.end_word();
            self.turn(at);
            self.text.push(' ');
            self.line_ended = false;
        }
        let ends_line = matches!(c, '\n' | '\u{85}' | '\u{2028}' | '\u{2029}');
        if c == '\u{2029}' || (ends_line && self.line_ended) {
            self.text.pop();
            self.text.push('\n');
        }
        self.line_ended |= ends_line;
    }

    fn ends_in_space(&self) -> bool {
        self.text.ends_with([' ', '\n'])
    }

    fn end_word_before(&mut self, c: char) {
        if self.text.ends_with('ى') && !is_word(c) {
            self.end_word();
        }
    }

    /// A final alef maqsura is written for a ya in Egypt, and a Persian ya for both.
    fn end_word(&mut self) {
        if self.text.ends_with('ى') {
            self.text.pop();
            self.text.push('ي');
        }
    }

    fn turn(&mut self, source: usize) {
        let normal = self.text.len();
        let shift = source.wrapping_sub(normal);
        if shift != self.shift {
            self.shift = shift;
            self.turns.push(Turn { normal, source });
        }
    }
}
