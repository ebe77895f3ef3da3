//! Dates, which YAML may hand over as text, number, list or mapping.

use super::super::yaml::Node;
use super::super::{Embargo, Moment, moment};
use super::{At, Reader};
use crate::edtf::Date;
use crate::problem::{Name, Problem};

impl Reader<'_> {
    /// An EDTF expression, joined back where YAML has taken it for a number, a list or a mapping.
    pub(crate) fn date(&mut self, node: &Node<'_>, at: &At<'_>) -> Option<Date> {
        self.dated(node, at, Name::InvalidDate, moment::parse_date)
    }

    /// A year, month or day, or a day with a time.
    pub(crate) fn moment(&mut self, node: &Node<'_>, at: &At<'_>) -> Option<Moment> {
        self.dated(node, at, Name::InvalidDate, moment::parse)
    }

    /// The end of an embargo. What can't be read would hide nothing, so that this can't be lowered.
    pub(crate) fn embargo(&mut self, node: &Node<'_>, at: &At<'_>) -> Option<Embargo> {
        self.dated(node, at, Name::WrongType, moment::parse).map(Embargo)
    }

    fn dated<T>(
        &mut self,
        node: &Node<'_>,
        at: &At<'_>,
        name: Name,
        parse: impl Fn(&str) -> Result<T, moment::Wrong>,
    ) -> Option<T> {
        let parsed = match node {
            Node::Null => return None,
            Node::Text(text) if text.trim().is_empty() => return None,
            Node::Text(text) => parse(text).map_err(|wrong| (text.to_string(), wrong)),
            _ => {
                let Some(text) = self.joined(node) else {
                    self.wrong(at, "a date", node);
                    return None;
                };
                parse(&text).map_err(|wrong| (text, wrong))
            }
        };
        match parsed {
            Ok(date) => Some(date),
            Err((text, wrong)) => {
                let message = format!("`{text}` is no date: {}", wrong.message);
                self.note(Problem::at(name, self.value(at), message).help(wrong.help));
                None
            }
        }
    }

    /// The EDTF text of a number, a list or a mapping with null values.
    fn joined(&self, node: &Node<'_>) -> Option<String> {
        match node {
            Node::Flag(_) | Node::Null => None,
            Node::Text(_) | Node::Whole(_) | Node::Float(..) => self.written(node),
            Node::List(items) => {
                let items: Option<Vec<_>> = items.iter().map(|item| self.written(item)).collect();
                Some(format!("[{}]", items?.join(",")))
            }
            Node::Mapping(entries) => {
                let empty = entries.iter().all(|entry| matches!(entry.value, Node::Null));
                let keys: Vec<_> = entries.iter().map(|entry| &*entry.key).collect();
                empty.then(|| format!("{{{}}}", keys.join(",")))
            }
        }
    }
}
