//! Why a text is no YAML, in words that help.

use std::ops::Range;

/// What keeps a text from being read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The bytes concerned: from where the parser stopped to the end of that line.
    pub(crate) at: Range<usize>,
    /// What is wrong.
    pub(crate) message: String,
    /// The mend, where one is known.
    pub(crate) help: Option<&'static str>,
}

impl Fault {
    /// A text as a whole goes beyond a limit.
    pub(super) fn limit(text: &str, message: String) -> Self {
        Self { at: rest_of_line(text, 0), message, help: None }
    }

    /// The parser's error, or what a pass of ours ended with.
    pub(super) fn new(text: &str, error: &serde_yaml::Error, own: Option<String>) -> Self {
        let at = rest_of_line(text, error.location().map_or(0, |location| location.index()));
        if let Some(message) = own {
            return Self { at, message, help: None };
        }
        let words = error.to_string();
        // The parser appends where it stopped and what it was about; the first is shown, the second rarely helps.
        let end = [" at line ", " at position ", ", while "].iter().filter_map(|mark| words.find(mark)).min();
        let words = &words[..end.unwrap_or(words.len())];
        let (message, help) = known(words, &text[at.clone()]);
        Self { at, message: message.unwrap_or(words).to_owned(), help }
    }
}

/// Plainer words for the parser's commonest complaints, and their mends.
fn known(words: &str, rest: &str) -> (Option<&'static str>, Option<&'static str>) {
    const QUOTE: &str = "put the whole value in quotes";
    match words {
        "mapping values are not allowed in this context" => (
            Some("a second `: ` in one line"),
            Some("put a value that has a colon and a space in it in quotes: `title: \"Tripoli: a chronology\"`"),
        ),
        "found character that cannot start any token" if rest.starts_with('\t') => {
            (Some("a tab where only spaces may stand"), Some("indent with spaces"))
        }
        "found character that cannot start any token" => {
            (Some("a value can't begin with this character unless it is in quotes"), Some(QUOTE))
        }
        "did not find expected alphabetic or numeric character" => {
            (Some("`*` and `&` at the beginning of a value mean something else in YAML"), Some(QUOTE))
        }
        "found unexpected end of stream" => (Some("a quote is opened and never closed"), None),
        "could not find expected ':'" => (Some("expected a key, a colon and a space"), None),
        "did not find expected key" => {
            (None, Some("keys of one mapping begin in one column; a quote within a quoted value is written twice"))
        }
        "did not find expected ',' or ']'" => (Some("a list is opened with `[` and not closed, or lacks a comma"), None),
        "did not find expected ',' or '}'" => {
            (Some("a mapping is opened with `{` and not closed, or lacks a comma"), None)
        }
        "did not find expected '-' indicator" => {
            (Some("something stands in a list that is no item of it"), Some("begin each item with `- ` in one column"))
        }
        "unknown anchor" => (Some("this alias has no anchor"), Some(QUOTE)),
        _ if words.contains("more than one document") => (Some("a second document begins in the same text"), None),
        _ if words.contains("repetition limit") => (Some(super::limits::REPEATED), None),
        _ if words.contains("recursion limit") => (Some(super::limits::DEEP), None),
        _ if words.contains("invalid type") => (Some("a key must be text"), None),
        _ => (None, None),
    }
}

/// From a byte to the end of its line, without white space; where nothing is left there, the last character before.
fn rest_of_line(text: &str, start: usize) -> Range<usize> {
    let start = text.floor_char_boundary(start.min(text.len()));
    let line = text[start..].split('\n').next().unwrap_or_default().trim_end();
    if !line.is_empty() {
        return start..start + line.len();
    }
    let before = text[..start].trim_end();
    let last = before.chars().next_back().map_or(0, char::len_utf8);
    before.len() - last..before.len()
}
