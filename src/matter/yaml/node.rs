//! A YAML value.

use std::borrow::Cow;
use std::fmt;

use serde_json::{Map, Number, Value};

use crate::bidi::closed;

/// A YAML value. Scalars that are written plain have the type of the YAML 1.2 core schema.
#[derive(Debug, PartialEq)]
pub(crate) enum Node<'a> {
    /// Nothing, `~` or `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Whole(i128),
    /// Any other number, and the number under which its written form is found.
    Float(f64, u32),
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Node<'a>>),
    /// A mapping, in the order of the text.
    Mapping(Vec<Entry<'a>>),
}

/// An entry of a mapping.
#[derive(Debug, PartialEq)]
pub(crate) struct Entry<'a> {
    /// Its key as written, without quotes.
    pub(crate) key: Cow<'a, str>,
    /// Its value.
    pub(crate) value: Node<'a>,
    /// The key's number, under which its place is found.
    pub(super) number: u32,
}

impl Node<'_> {
    /// Adds the numbers of all keys that are called `name`, at any depth.
    pub(super) fn numbers_of(&self, name: &str, numbers: &mut Vec<u32>) {
        match self {
            Self::List(items) => items.iter().for_each(|item| item.numbers_of(name, numbers)),
            Self::Mapping(entries) => {
                for entry in entries {
                    numbers.extend((entry.key == name).then_some(entry.number));
                    entry.value.numbers_of(name, numbers);
                }
            }
            _ => {}
        }
    }

    /// The value in JSON's types. Numbers that JSON does not have become text; a direction of writing that a text begins ends
    /// with it.
    pub(crate) fn to_json(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Flag(flag) => Value::Bool(*flag),
            Self::Whole(whole) => {
                let narrow =
                    i64::try_from(*whole).map(Number::from).or_else(|_| u64::try_from(*whole).map(Number::from));
                narrow.map_or_else(|_| Value::String(whole.to_string()), Value::Number)
            }
            Self::Float(float, _) => {
                Number::from_f64(*float).map_or_else(|| Value::String(float.to_string()), Value::Number)
            }
            Self::Text(text) => Value::String(closed(text).into_owned()),
            Self::List(items) => Value::Array(items.iter().map(Self::to_json).collect()),
            Self::Mapping(entries) => {
                let pairs = entries.iter().map(|entry| (entry.key.to_string(), entry.value.to_json()));
                Value::Object(pairs.collect::<Map<_, _>>())
            }
        }
    }
}

/// What the value is, for a message: "a list", "the number 5", "`true`".
impl fmt::Display for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("nothing"),
            Self::Flag(flag) => write!(f, "`{flag}`"),
            Self::Whole(whole) => write!(f, "the number {whole}"),
            Self::Float(float, _) => write!(f, "the number {float}"),
            Self::Text(text) if text.is_empty() => f.write_str("an empty text"),
            Self::Text(text) if text.len() <= LONGEST_QUOTED && !text.contains('\n') => write!(f, "`{text}`"),
            Self::Text(_) => f.write_str("a longer text"),
            Self::List(_) => f.write_str("a list"),
            Self::Mapping(_) => f.write_str("a mapping"),
        }
    }
}

/// The longest text that a message repeats, in bytes.
const LONGEST_QUOTED: usize = 80;
