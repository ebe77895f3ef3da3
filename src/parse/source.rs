//! From bytes to text and front matter.

use std::borrow::Cow;

use crate::matter::{Matter, Str};
use crate::problem::{Name, Place, Problem};

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The text of a file, as long as its bytes: a byte that is no UTF-8, and a zero, becomes a question mark. A byte order
/// mark stays.
pub(super) fn decode<'a>(file: &Str, bytes: &'a [u8], problems: &mut Vec<Problem>) -> Cow<'a, str> {
    let mut first_error = None;
    let mut text = if let Ok(text) = std::str::from_utf8(bytes) {
        Cow::Borrowed(text)
    } else {
        let mut text = String::with_capacity(bytes.len());
        for chunk in bytes.utf8_chunks() {
            text.push_str(chunk.valid());
            if !chunk.invalid().is_empty() {
                first_error.get_or_insert(text.len());
            }
            text.extend(chunk.invalid().iter().map(|_| '?'));
        }
        Cow::Owned(text)
    };
    if let Some(at) = first_error {
        let message = format!("byte {at} is no UTF-8: 0x{:02X}", bytes[at]);
        problems.push(
            Problem::at(Name::NotUtf8, Place::bytes(file, at..at + 1), message)
                .help("save the file in the encoding UTF-8".to_owned()),
        );
    }
    if memchr::memchr(0, bytes).is_some() {
        text = Cow::Owned(text.replace('\0', "?"));
    }
    text
}

/// The length of the byte order mark that a text begins with.
pub(super) fn mark_length(text: &str) -> usize {
    if text.as_bytes().starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 }
}

/// What a file's place below `content/` says that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MatterKind {
    /// `content/reports/**`
    Report,
    /// `content/actors/**`
    Actor,
    /// `content/sources/**`
    Source,
    /// `content/dates/**`
    Date,
    /// Any other Markdown file, and every `index.md` of a kind's folder.
    Page,
}

/// Reads the front matter; returns it with the offset at which the body begins.
pub(super) fn front_matter(kind: MatterKind, file: &Str, text: &str, problems: &mut Vec<Problem>) -> (Matter, usize) {
    let _ = (kind, file, problems);
    let mut matter = Matter::default();
    let Some(rest) = text.strip_prefix("---\n") else { return (matter, 0) };
    let Some(end) = rest.find("\n---\n") else { return (matter, 0) };
    matter.common.title = rest[..end].lines().find_map(|line| line.strip_prefix("title: ")).map(Str::from);
    (matter, "---\n".len() + end + "\n---\n".len())
}
