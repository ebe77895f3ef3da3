//! Keys and single values of plain YAML. `None` means everywhere: not plain, let the other parser see.

use std::borrow::Cow;

use super::Node;

/// Whether a text has only characters that mean the same to everybody: no tabs, no control characters, no line breaks but
/// LF and CRLF, no byte order mark.
pub(super) fn has_plain_characters(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().all(|(index, byte)| match byte {
        b' '..=b'~' | b'\n' => true,
        b'\r' => bytes.get(index + 1) == Some(&b'\n'),
        0..=0x7f => false,
        // C1 controls and NEL; the separators of lines and paragraphs; byte order mark and non-characters.
        0xc2 => bytes[index + 1] >= 0xa0,
        0xe2 => bytes[index + 1] != 0x80 || !matches!(bytes[index + 2], 0xa8 | 0xa9),
        0xef => {
            bytes[index + 1] < 0xbb || !matches!((bytes[index + 1], bytes[index + 2]), (0xbb, 0xbf) | (0xbf, 0xbe..))
        }
        _ => true,
    })
}

/// Splits `key: value` into the key and the value, which begins with no space.
pub(super) fn key(line: &str) -> Option<(&str, &str)> {
    let length = line.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(byte)).count();
    let (key, rest) = line.split_at(length);
    if !(1..=128).contains(&length) || matches!(key.as_bytes()[0], b'-' | b'.') {
        return None;
    }
    let value = rest.strip_prefix(':')?;
    (value.is_empty() || value.starts_with(' ')).then(|| (key, value.trim_matches(' ')))
}

/// Splits a quoted text from what follows it.
pub(super) fn quoted(text: &str) -> Option<(&str, &str)> {
    let quote = text.as_bytes()[0];
    let inner = &text[1..];
    let end = memchr::memchr(quote, inner.as_bytes())?;
    let (inner, rest) = (&inner[..end], &inner[end + 1..]);
    let is_plain = if quote == b'"' { !inner.contains('\\') } else { !rest.starts_with('\'') };
    is_plain.then_some((inner, rest))
}

/// A plain value without the comment behind it. A colon that could end a key is not plain.
pub(super) fn until_comment(text: &str) -> Option<&str> {
    let value = match text.find(" #") {
        Some(end) => &text[..end],
        None => text,
    };
    let value = value.trim_end_matches(' ');
    (!value.ends_with(':') && !value.contains(": ")).then_some(value)
}

/// The value of a plain scalar, as the YAML 1.2 core schema has it.
pub(super) fn plain(text: &str, number: u32) -> Option<Node<'_>> {
    let as_text = || Some(Node::Text(Cow::Borrowed(text)));
    match *text.as_bytes().first()? {
        b'0'..=b'9' => digits(text, number),
        b'.' if text == ".." => as_text(),
        b'~' if text == "~" => Some(Node::Null),
        b'a'..=b'z' | b'A'..=b'Z' => match text {
            "null" | "Null" | "NULL" => Some(Node::Null),
            "true" | "True" | "TRUE" => Some(Node::Flag(true)),
            "false" | "False" | "FALSE" => Some(Node::Flag(false)),
            _ => as_text(),
        },
        b'_' | b'/' | b'(' | b'$' | 0x80.. => as_text(),
        _ => None,
    }
}

fn digits(text: &str, number: u32) -> Option<Node<'_>> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return match text.len() {
            // A leading zero makes it text.
            2.. if text.starts_with('0') => Some(Node::Text(Cow::Borrowed(text))),
            ..=18 => text.parse().ok().map(Node::Whole),
            _ => None,
        };
    }
    if text.starts_with('0') {
        return None;
    }
    match text.parse::<f64>() {
        Ok(float) if float.is_finite() => Some(Node::Float(float, number)),
        _ => Some(Node::Text(Cow::Borrowed(text))),
    }
}
