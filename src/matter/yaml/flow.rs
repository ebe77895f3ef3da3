//! Lists and mappings in brackets, on one line.

use std::borrow::Cow;

use super::entries::Entries;
use super::scalar;
use super::{Entry, Node};

/// A line on the way through its brackets.
pub(super) struct Flow<'a> {
    /// What is left of it.
    pub(super) rest: &'a str,
    /// How many keys and values there have been.
    pub(super) count: u32,
}

/// The deepest nesting that is tried.
const DEEPEST: usize = 24;

impl<'a> Flow<'a> {
    /// A list or mapping, whose own number has been counted; then stands behind it.
    pub(super) fn collection(&mut self, depth: usize) -> Option<Node<'a>> {
        if depth > DEEPEST {
            return None;
        }
        if self.eat('[') { self.list(depth) } else { self.mapping(depth) }
    }

    fn list(&mut self, depth: usize) -> Option<Node<'a>> {
        let mut items = Vec::new();
        self.skip();
        if self.eat(']') {
            return Some(Node::List(items));
        }
        loop {
            items.push(self.value(depth)?);
            self.skip();
            if self.eat(']') {
                return Some(Node::List(items));
            }
            self.comma()?;
        }
    }

    fn mapping(&mut self, depth: usize) -> Option<Node<'a>> {
        if !self.eat('{') {
            return None;
        }
        let mut entries = Entries::new();
        let mut twice = Vec::new();
        self.skip();
        if self.eat('}') {
            return Some(Node::Mapping(entries.into_list()));
        }
        loop {
            let key = self.plain()?;
            scalar::plain(key, 0)?;
            self.count += 1;
            let number = self.count;
            let value = if self.eat(':') {
                if !self.eat(' ') {
                    return None;
                }
                self.skip();
                self.value(depth)?
            } else {
                self.count += 1;
                Node::Null
            };
            entries.push(Entry { key: Cow::Borrowed(key), value, number }, &mut twice);
            self.skip();
            if !twice.is_empty() {
                return None;
            }
            if self.eat('}') {
                return Some(Node::Mapping(entries.into_list()));
            }
            self.comma()?;
        }
    }

    fn value(&mut self, depth: usize) -> Option<Node<'a>> {
        self.count += 1;
        match self.rest.as_bytes().first()? {
            b'[' | b'{' => self.collection(depth + 1),
            b'"' | b'\'' => {
                let (text, rest) = scalar::quoted(self.rest)?;
                self.rest = rest;
                Some(Node::Text(Cow::Borrowed(text)))
            }
            _ => {
                let text = self.plain()?;
                // A colon behind it would make a pair of it.
                if self.rest.starts_with(':') { None } else { scalar::plain(text, self.count) }
            }
        }
    }

    /// A plain scalar up to a comma, a bracket or a colon; with anything else that might have a meaning it is none.
    fn plain(&mut self) -> Option<&'a str> {
        let end = self.rest.find([',', '[', ']', '{', '}', ':', '#', '?'])?;
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        let text = text.trim_end_matches(' ');
        (!text.is_empty() && !rest.starts_with(['#', '?', '[', '{'])).then_some(text)
    }

    /// A comma and the spaces behind it; then something must follow.
    fn comma(&mut self) -> Option<()> {
        if !self.eat(',') {
            return None;
        }
        self.skip();
        (!self.rest.starts_with([',', ']', '}'])).then_some(())
    }

    fn eat(&mut self, wanted: char) -> bool {
        let rest = self.rest.strip_prefix(wanted);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn skip(&mut self) {
        self.rest = self.rest.trim_start_matches(' ');
    }
}
