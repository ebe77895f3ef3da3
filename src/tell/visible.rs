//! Characters that a terminal would obey, or that would reorder what is read, made visible.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::Range;

use crate::bidi;

/// `text` with control characters and bidirectional overrides written out: `\u{1b}`. Line breaks stay.
///
/// Content is untrusted, and its words stand in messages: an escape sequence in a title must not reach a terminal.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_unsafe(c) {
            let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// An excerpt with such characters replaced one for one, so that columns stay what they are; `ranges` move along.
pub(super) fn excerpt(text: &str, ranges: &mut [Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut moved = ranges.to_vec();
    let mut chars = text.char_indices().peekable();
    loop {
        let (at, c) = chars.peek().map_or((text.len(), None), |&(at, c)| (at, Some(c)));
        for (range, new) in ranges.iter().zip(&mut moved) {
            if range.start == at {
                new.start = out.len();
            }
            if range.end == at {
                new.end = out.len();
            }
        }
        let Some(c) = c else { break };
        chars.next();
        let breaks = c == '\r' && chars.peek().is_some_and(|&(_, next)| next == '\n');
        // What is marked all by itself has to be seen.
        let is_unseen = || bidi::name(c).is_some() && ranges.contains(&(at..at + c.len_utf8()));
        out.push(if is_unsafe(c) && !breaks || is_unseen() { picture(c) } else { c });
    }
    ranges.clone_from_slice(&moved);
    out
}

/// An excerpt with what is redacted made unreadable, character for character, so that columns stay what they are;
/// `ranges` move along.
pub(super) fn redact(text: &str, redacted: &[Range<usize>], ranges: &mut [Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut moved = ranges.to_vec();
    for (at, c) in text.char_indices().map(|(at, c)| (at, Some(c))).chain([(text.len(), None)]) {
        for (range, new) in ranges.iter().zip(&mut moved) {
            if range.start == at {
                new.start = out.len();
            }
            if range.end == at {
                new.end = out.len();
            }
        }
        let is_redacted = c.is_some_and(|c| !c.is_whitespace()) && redacted.iter().any(|range| range.contains(&at));
        out.extend(if is_redacted { Some('▇') } else { c });
    }
    ranges.clone_from_slice(&moved);
    out
}

/// One visible character for one that is not: Unicode's control pictures where there is one.
const fn picture(c: char) -> char {
    match c {
        '\0'..='\x1f' => match char::from_u32(0x2400 + c as u32) {
            Some(picture) => picture,
            None => char::REPLACEMENT_CHARACTER,
        },
        '\x7f' => '␡',
        _ => char::REPLACEMENT_CHARACTER,
    }
}

/// Controls of C0 and C1 but for tab and line feed, and the bidirectional controls of UAX #9 that need an end.
const fn is_unsafe(c: char) -> bool {
    matches!(c, '\0'..='\x08' | '\x0b'..='\x1f' | '\x7f'..='\u{9f}')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_written_out() {
        assert_eq!(visible("title \x1b[31mred\u{202e}"), "title \\u{1b}[31mred\\u{202e}");
        assert_eq!(visible("a\u{9b}b"), "a\\u{9b}b");
        assert_eq!(visible("خليفة\tحفتر\nplain"), "خليفة\tحفتر\nplain");
    }

    #[test]
    fn an_excerpt_keeps_its_columns() {
        let mut ranges = [2..4, 4..5];
        assert_eq!(excerpt("a\x1b\u{9b}bc\r\n", &mut ranges), "a␛\u{fffd}bc\r\n");
        assert_eq!(ranges, [4..7, 7..8]);
    }

    #[test]
    fn what_was_marked_could_not_be_seen() {
        let mut ranges = [4..7, 7..10];
        assert_eq!(excerpt("\u{200b}a\u{200b}\u{202e}b", &mut ranges), "\u{200b}a\u{fffd}\u{fffd}b");
        assert_eq!(ranges, [4..7, 7..10]);
    }
}
