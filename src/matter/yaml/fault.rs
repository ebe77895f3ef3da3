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
        // The parser appends where it stopped, what it was about, and where that began.
        let words = error.to_string();
        let end = [" at line ", " at position ", ", while "].iter().filter_map(|mark| words.find(mark)).min();
        let told = &words[..end.unwrap_or(words.len())];
        let (message, help) = known(told, text, at.start);
        let at = match opening(text, &words) {
            Some(start) if told.starts_with(NEVER_CLOSED) || told.starts_with(NO_COMMA) => rest_of_line(text, start),
            _ => at,
        };
        Self { at, message: message.unwrap_or(told).to_owned(), help }
    }
}

const NEVER_CLOSED: &str = "found unexpected end of stream";
const NO_COMMA: &str = "did not find expected ','";

/// Plainer words for the parser's commonest complaints, and their mends.
fn known(told: &str, text: &str, stop: usize) -> (Option<&'static str>, Option<&'static str>) {
    const QUOTE: &str = "put the whole value in quotes";
    let line = text[..stop].rfind('\n').map_or(0, |end| end + 1);
    let before = &text[line..stop];
    match told {
        "mapping values are not allowed in this context" if before.starts_with(' ') && !before.contains(": ") => (
            Some("this line is indented, and the value above it goes on here"),
            Some("begin the key in the column of the keys above it"),
        ),
        "mapping values are not allowed in this context" => (
            Some("a second `: ` in one line"),
            Some("put a value that has a colon and a space in it in quotes: `title: \"Tripoli: a chronology\"`"),
        ),
        "found character that cannot start any token" => {
            (Some("a value can't begin with this character unless it is in quotes"), Some(QUOTE))
        }
        "found invalid Unicode character escape code" => {
            (Some("this escape stands for no character"), Some("write the character itself"))
        }
        "found a tab character that violates indentation" => {
            (Some("a tab where only spaces may stand"), Some("indent with spaces"))
        }
        "found unknown escape character" => {
            (Some("a backslash in double quotes begins an escape, and this is none"), Some("use single quotes"))
        }
        "did not find expected alphabetic or numeric character" => {
            (Some("`*` and `&` at the beginning of a value mean something else in YAML"), Some(QUOTE))
        }
        NEVER_CLOSED => (Some("a quote is opened and never closed"), None),
        "could not find expected ':'" => (Some("expected a key, a colon and a space"), None),
        "did not find expected key" => (
            Some("expected a key, or the end of the value"),
            Some("keys of one mapping begin in one column; a quote within a quoted value is written twice"),
        ),
        "did not find expected ',' or ']'" => {
            (Some("a list is opened with `[` and not closed, or lacks a comma"), None)
        }
        "did not find expected ',' or '}'" => {
            (Some("a mapping is opened with `{` and not closed, or lacks a comma"), None)
        }
        "did not find expected '-' indicator" => {
            (Some("something stands in a list that is no item of it"), Some("begin each item with `- ` in one column"))
        }
        "unknown anchor" => (Some("this alias has no anchor"), Some(QUOTE)),
        _ if told.contains("more than one document") => (Some("a second document begins in the same text"), None),
        _ if told.contains("repetition limit") => (Some(super::limits::REPEATED), None),
        _ if told.contains("recursion limit") => (Some(super::limits::DEEP), None),
        _ if told.contains("invalid type") => (Some("a key must be text"), None),
        _ => (None, None),
    }
}

/// Where what the parser was about began: it tells that in words alone, "… at line 2 column 7", in characters from 1.
fn opening(text: &str, words: &str) -> Option<usize> {
    let (_, context) = words.split_once(", while ")?;
    let (_, place) = context.split_once(" at line ")?;
    let (line, column) = place.split_once(" column ")?;
    let (line, column): (usize, usize) = (line.parse().ok()?, column.parse().ok()?);
    let start = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum::<usize>();
    let within = text[start..].char_indices().nth(column.checked_sub(1)?)?.0;
    Some(start + within)
}

/// From a byte to the end of its line, without white space; where nothing is left there, the last line that has words.
fn rest_of_line(text: &str, start: usize) -> Range<usize> {
    let start = text.floor_char_boundary(start.min(text.len()));
    let line = text[start..].split('\n').next().unwrap_or_default().trim_end();
    if !line.is_empty() {
        return start..start + line.len();
    }
    let before = text[..start].trim_end();
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    before.len() - before[line..].trim_start().len()..before.len()
}
