//! Single values: text, flags, numbers, addresses.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::super::yaml::{self, Node};
use super::super::{Extra, Str};
use super::{At, Reader};
use crate::bidi::{Use, closed};
use crate::id::Id;
use crate::matter::{address, unseen};
use crate::nearest::nearest;
use crate::problem::{Name, Place, Problem};

impl Reader<'_> {
    /// Text; a number is taken as it is written. An empty text counts as not given. A direction of writing that it begins ends
    /// with it.
    pub(crate) fn text(&mut self, node: &Node<'_>, at: &At<'_>) -> Option<Str> {
        self.shown(node, at, "text", Use::Prose)
    }

    /// Text that is the title of something.
    pub(crate) fn title(&mut self, node: &Node<'_>, at: &At<'_>) -> Option<Str> {
        self.shown(node, at, "text", Use::Title)
    }

    /// Text that is a name, or an id as it is written. `expected` says what else may stand there.
    pub(crate) fn name(&mut self, node: &Node<'_>, at: &At<'_>, expected: &str) -> Option<Str> {
        self.shown(node, at, expected, Use::Name)
    }

    pub(super) fn shown(&mut self, node: &Node<'_>, at: &At<'_>, expected: &str, of: Use) -> Option<Str> {
        let text = self.words(node, at, expected)?;
        self.tell_hidden(&text, at, of);
        Some(Str::from(&*closed(&text)))
    }

    /// Tells characters of a text that nobody sees.
    pub(super) fn tell_hidden(&mut self, text: &str, at: &At<'_>, of: Use) {
        let place = |c| Place::character(&self.file, at.path(), c);
        if let Some(problem) = unseen::hidden(at, text, of, place) {
            self.note(problem);
        }
    }

    /// What stands in a scalar, as written and without white space around it; `None` where that is nothing.
    pub(crate) fn words<'n>(&mut self, node: &'n Node<'_>, at: &At<'_>, expected: &str) -> Option<Cow<'n, str>> {
        let text = match node {
            Node::Text(text) => Cow::Borrowed(text.trim()),
            Node::Whole(_) | Node::Float(..) => Cow::Owned(self.written(node)?),
            Node::Null => return None,
            Node::Flag(flag) => {
                self.wrong_with(at, expected, node, Some(format!("in quotes it is text: `\"{flag}\"`")));
                return None;
            }
            Node::List(_) | Node::Mapping(_) => {
                self.wrong(at, expected, node);
                return None;
            }
        };
        (!text.is_empty()).then_some(text)
    }

    /// The written form of a scalar; `None` for lists and mappings.
    pub(super) fn written(&self, node: &Node<'_>) -> Option<String> {
        match node {
            Node::Null => Some(String::new()),
            Node::Flag(flag) => Some(flag.to_string()),
            Node::Whole(whole) => Some(whole.to_string()),
            Node::Float(float, number) => Some(yaml::written(self.text, *number).unwrap_or_else(|| float.to_string())),
            Node::Text(text) => Some(text.to_string()),
            Node::List(_) | Node::Mapping(_) => None,
        }
    }

    /// `true` or `false`.
    pub(crate) fn flag(&mut self, node: &Node<'_>, at: &At<'_>) -> Option<bool> {
        match node {
            Node::Flag(flag) => return Some(*flag),
            Node::Text(text) => {
                let help = match text.to_lowercase().as_str() {
                    "yes" | "on" | "y" => Some("write `true`".to_owned()),
                    "no" | "off" | "n" => Some("write `false`".to_owned()),
                    other => nearest(other, ["true", "false"]).map(|right| format!("write `{right}`, without quotes")),
                };
                self.wrong_with(at, "`true` or `false`", node, help);
            }
            _ => self.wrong(at, "`true` or `false`", node),
        }
        None
    }

    /// A whole number from 1.
    pub(crate) fn count(&mut self, node: &Node<'_>, at: &At<'_>) -> Option<u32> {
        let count = match node {
            Node::Whole(whole) => u32::try_from(*whole).ok().filter(|count| *count > 0),
            _ => None,
        };
        if count.is_none() {
            self.wrong(at, "a whole number from 1", node);
        }
        count
    }

    /// An id.
    pub(crate) fn id(&mut self, node: &Node<'_>, at: &At<'_>) -> Option<Id> {
        let text = self.words(node, at, "an id")?;
        self.tell_hidden(&text, at, Use::Name);
        Some(Id::new(&text))
    }

    /// A list of ids, or one.
    pub(crate) fn ids(&mut self, node: &Node<'_>, at: &At<'_>) -> Vec<Id> {
        self.list(node, at, Self::id)
    }

    /// A BCP 47 language tag, as far as its shape tells. An underscore becomes a hyphen.
    pub(crate) fn language(&mut self, node: &Node<'_>, at: &At<'_>) -> Option<Str> {
        const EXPECTED: &str = "a language tag such as `en` or `pt-BR`";
        let tag = self.words(node, at, EXPECTED)?.replace('_', "-");
        let mut subtags = tag.split('-');
        let first_fits = subtags
            .next()
            .is_some_and(|first| (2..=8).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic()));
        let rest_fits =
            subtags.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
        if first_fits && rest_fits {
            return Some(Str::from(tag));
        }
        self.wrong(at, EXPECTED, node);
        None
    }

    /// A whole address elsewhere, with a scheme that is safe.
    pub(crate) fn address(&mut self, node: &Node<'_>, at: &At<'_>) -> Option<Str> {
        let text = self.words(node, at, address::WHOLE)?;
        match address::scheme(&text) {
            Some(scheme) if !address::is_safe(scheme) => {
                let message = format!("{at} has the scheme `{scheme}:`, which is not safe to link to");
                let help = format!("safe schemes are {}", address::listed());
                self.note(Problem::at(Name::UnsafeUrl, self.value(at), message).help(help));
                None
            }
            Some(scheme) if address::is_whole(&text, scheme) => Some(Str::from(&*text)),
            _ => {
                self.wrong_with(at, address::WHOLE, node, address::mend(&text));
                None
            }
        }
    }

    /// An address on the site, which begins with a slash.
    pub(crate) fn route(&mut self, node: &Node<'_>, at: &At<'_>) -> Option<Str> {
        const EXPECTED: &str = "an address on the site, which begins with `/`";
        let text = self.words(node, at, EXPECTED)?;
        if text.starts_with('/') && !text.starts_with("//") {
            return Some(Str::from(&*text));
        }
        let plain = !text.contains([':', ' ']) && !text.starts_with('/');
        self.wrong_with(at, EXPECTED, node, plain.then(|| format!("write `/{text}`")));
        None
    }

    /// The author's own keys, below `extra`.
    pub(crate) fn extra(&mut self, node: &Node<'_>, at: &At<'_>) -> BTreeMap<Str, Extra> {
        let entries = self.entries(node, at, "a mapping");
        entries.iter().map(|entry| (Str::from(&*entry.key), Extra(entry.value.to_json()))).collect()
    }
}
