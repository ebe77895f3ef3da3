//! From bytes to text and front matter.

use std::borrow::Cow;

use crate::matter::{self, FrontMatter, MatterKind, Str};
use crate::problem::{Name, Place, Problem};

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

/// Reads the front matter; returns it with the offset at which the body begins.
pub(super) fn front_matter(
    kind: MatterKind,
    file: &Str,
    text: &str,
    problems: &mut Vec<Problem>,
) -> (FrontMatter, usize) {
    let split = matter::split(file, text);
    if let Some(yaml) = &split.yaml {
        problems.extend(matter::redactions(file, text, yaml.clone()));
    }
    let yaml = split.yaml.unwrap_or(0..0);
    let (front, told) = matter::read(kind, file, &matter::without_withheld(text, yaml.clone()), yaml);
    // Of front matter that can't be found or read, no key is missing.
    match split.problem {
        Some(problem) => problems.push(problem),
        None if problems.iter().any(|problem| problem.name.hides_file()) => {}
        None => problems.extend(told),
    }
    (front, split.body)
}
