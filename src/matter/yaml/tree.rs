//! From the parser's calls to a tree.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor};

use super::entries::Entries;
use super::limits::{DEEP, DEEPEST, REPEATED, most_values};
use super::{Entry, Node, Twice};

/// What a pass over a text is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Goal {
    /// The whole tree.
    Tree,
    /// The written form of the scalar with a number; the pass then ends with an error.
    Written(u32),
    /// The place of the key with a number: that of the error with which the pass ends.
    Key(u32),
}

/// One pass over a text. Keys and values are numbered in the order in which they come, so that a second pass can find one
/// again.
pub(super) struct Builder {
    goal: Goal,
    count: u32,
    most: u32,
    pub(super) twice: Vec<Twice>,
    pub(super) found: Option<String>,
    /// What ended the pass, where it was not the parser.
    pub(super) fault: Option<String>,
}

impl Builder {
    pub(super) fn new(length: usize, goal: Goal) -> Self {
        Self { goal, count: 0, most: most_values(length), twice: Vec::new(), found: None, fault: None }
    }

    pub(super) fn run<'a>(&mut self, text: &'a str) -> Result<Node<'a>, serde_yaml::Error> {
        Value { builder: self, depth: 0 }.deserialize(serde_yaml::Deserializer::from_str(text))
    }

    fn number(&mut self) -> u32 {
        self.count += 1;
        self.count
    }

    fn end<E: Error>(&mut self, fault: impl Into<String>) -> E {
        let fault = fault.into();
        let error = E::custom(&fault);
        self.fault = Some(fault);
        error
    }
}

/// A value, and how many lists and mappings it lies in.
struct Value<'b> {
    builder: &'b mut Builder,
    depth: usize,
}

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = Node<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let number = self.builder.number();
        if number > self.builder.most {
            return Err(self.builder.end(REPEATED));
        }
        if self.builder.goal == Goal::Written(number) {
            let text = deserializer.deserialize_str(Plain { wanted: false })?;
            self.builder.found = Some(text.into_owned());
            return Err(D::Error::custom("found"));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = Node<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Node::Null)
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Node::Flag(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Node::Whole(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Node::Whole(value.into()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Self::Value, E> {
        Ok(Node::Whole(value))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Self::Value, E> {
        Ok(i128::try_from(value).map_or_else(|_| Node::Text(Cow::Owned(value.to_string())), Node::Whole))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Node::Float(value, self.builder.count))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(Node::Text(Cow::Borrowed(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(Node::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let depth = self.depth + 1;
        if depth > DEEPEST {
            return Err(self.builder.end(DEEP));
        }
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Value { builder: &mut *self.builder, depth })? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let depth = self.depth + 1;
        if depth > DEEPEST {
            return Err(self.builder.end(DEEP));
        }
        let mut mapping = Entries::new();
        while let Some((key, number)) = entries.next_key_seed(Key { builder: &mut *self.builder })? {
            let value = entries.next_value_seed(Value { builder: &mut *self.builder, depth })?;
            mapping.push(Entry { key, value, number }, &mut self.builder.twice);
        }
        Ok(Node::Mapping(mapping.into_list()))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Self::Value, A::Error> {
        let (tag, _) = data.variant_seed(PhantomData::<String>)?;
        Err(self.builder.end(format!("the tag `!{tag}` has no meaning here")))
    }
}

/// A key; it comes with its number.
struct Key<'b> {
    builder: &'b mut Builder,
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = (Cow<'de, str>, u32);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let number = self.builder.number();
        let wanted = self.builder.goal == Goal::Key(number);
        Ok((deserializer.deserialize_str(Plain { wanted })?, number))
    }
}

/// A scalar as it is written. The wanted one ends the pass, with an error that has its place.
struct Plain {
    wanted: bool,
}

impl Plain {
    fn check<E: Error>(&self) -> Result<(), E> {
        if self.wanted { Err(E::custom("found")) } else { Ok(()) }
    }
}

impl<'de> Visitor<'de> for Plain {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<Self::Value, E> {
        self.check().map(|()| Cow::Borrowed(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
        self.check().map(|()| Cow::Owned(value.to_owned()))
    }
}
