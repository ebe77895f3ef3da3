//! The plain YAML that nearly all front matter is written in, read many times as fast as YAML in general.
//!
//! Block mappings with simple keys, block lists, values on one line: plain, quoted without escapes, or in brackets.
//! Whatever goes beyond that, and whatever is wrong, is left to the parser of the whole language: [`read`] returns `None`
//! rather than guess. Where it returns a tree, that is the tree which the other gives (tests compare them).

use std::borrow::Cow;
use std::ops::Range;

use super::entries::Entries;
use super::flow::Flow;
use super::scalar;
use super::{Entry, Node};

/// Reads a text if it is plain throughout, and right.
pub(super) fn read(text: &str) -> Option<Node<'_>> {
    if text.len() > LARGEST || !scalar::has_plain_characters(text) {
        return None;
    }
    let mut block = Block { text, line: 0..0, indent: 0, next: 0, count: 0 };
    block.advance();
    if block.is_over() || block.indent > 0 {
        return None;
    }
    block.count();
    let root = block.mapping(0, 0, 1)?;
    block.is_over().then_some(root)
}

/// The largest text that is tried, in bytes.
const LARGEST: usize = 64 << 10;

/// The deepest nesting of blocks that is tried.
const DEEPEST: usize = 16;

/// A text on the way through its lines. Blank lines and comments are passed over.
struct Block<'a> {
    text: &'a str,
    /// The line at hand, from its first character that is no space; empty at the end.
    line: Range<usize>,
    /// The spaces before it.
    indent: usize,
    /// Where the line after it begins.
    next: usize,
    /// How many keys and values there have been: their numbers are those of [`super::tree::Builder`].
    count: u32,
}

impl<'a> Block<'a> {
    /// Goes on to the next line that is neither blank nor a comment.
    fn advance(&mut self) {
        loop {
            let rest = &self.text.as_bytes()[self.next..];
            if rest.is_empty() {
                self.line = self.next..self.next;
                self.indent = 0;
                return;
            }
            let length = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
            let end = if rest[..length].ends_with(b"\r") { length - 1 } else { length };
            let indent = rest[..end].iter().take_while(|byte| **byte == b' ').count();
            let start = self.next;
            self.next = (start + length + 1).min(self.text.len());
            if indent < end && rest[indent] != b'#' {
                self.line = start + indent..start + end;
                self.indent = indent;
                return;
            }
        }
    }

    fn is_over(&self) -> bool {
        self.line.is_empty()
    }

    fn line(&self) -> &'a str {
        &self.text[self.line.clone()]
    }

    fn count(&mut self) -> u32 {
        self.count += 1;
        self.count
    }

    /// Whether the line at hand is an item of a list.
    fn is_item(&self) -> bool {
        let line = self.line().as_bytes();
        line.first() == Some(&b'-') && matches!(line.get(1), None | Some(b' '))
    }

    /// A mapping whose keys stand in a column. The first begins within the line at hand, at an offset.
    fn mapping(&mut self, column: usize, first: usize, depth: usize) -> Option<Node<'a>> {
        if depth > DEEPEST {
            return None;
        }
        let mut entries = Entries::new();
        let mut twice = Vec::new();
        let mut offset = first;
        loop {
            let line = &self.line()[offset..];
            let (key, value) = scalar::key(line)?;
            let number = self.count();
            let value = self.value(value, column, depth, true)?;
            entries.push(Entry { key: Cow::Borrowed(key), value, number }, &mut twice);
            if !twice.is_empty() {
                return None;
            }
            offset = 0;
            if self.is_over() || self.indent < column {
                return Some(Node::Mapping(entries.into_list()));
            }
            if self.indent > column {
                return None;
            }
        }
    }

    /// A list whose hyphens stand in a column, below a key in another one.
    fn list(&mut self, column: usize, parent: usize, depth: usize) -> Option<Node<'a>> {
        if depth > DEEPEST {
            return None;
        }
        let mut items = Vec::new();
        loop {
            let after = &self.line()[1..];
            let item = after.trim_start_matches(' ');
            let offset = 1 + after.len() - item.len();
            items.push(if scalar::key(item).is_some() {
                self.count();
                self.mapping(column + offset, offset, depth + 1)?
            } else {
                self.value(item, column, depth, false)?
            });
            if self.is_over() || self.indent < column || (column == parent && self.indent == column && !self.is_item())
            {
                return Some(Node::List(items));
            }
            if self.indent > column || !self.is_item() {
                return None;
            }
        }
    }

    /// What stands behind a key or a hyphen in a column, on that line or below it; then goes on behind it. Only a key may
    /// have its value below.
    fn value(&mut self, text: &'a str, column: usize, depth: usize, below: bool) -> Option<Node<'a>> {
        let number = self.count();
        if text.is_empty() || text.starts_with('#') {
            self.advance();
            let deeper = !self.is_over() && self.indent > column;
            return match (below, self.is_item()) {
                (false, _) => None,
                (true, true) if self.indent >= column => self.list(self.indent, column, depth + 1),
                (true, false) if deeper => self.mapping(self.indent, 0, depth + 1),
                (true, _) => Some(Node::Null),
            };
        }
        let (node, rest) = match text.as_bytes()[0] {
            b'[' | b'{' => {
                let mut flow = Flow { rest: text, count: self.count };
                let node = flow.collection(depth + 1)?;
                self.count = flow.count;
                (node, flow.rest)
            }
            b'"' | b'\'' => {
                let (text, rest) = scalar::quoted(text)?;
                (Node::Text(Cow::Borrowed(text)), rest)
            }
            _ => (scalar::plain(scalar::until_comment(text)?, number)?, ""),
        };
        let rest_fits = rest.trim_end_matches(' ').is_empty()
            || rest.trim_start_matches(' ').starts_with('#') && rest.starts_with(' ');
        self.advance();
        // A line that is further in would be a part of the value.
        (rest_fits && (self.is_over() || self.indent <= column)).then_some(node)
    }
}

#[cfg(test)]
mod tests;
