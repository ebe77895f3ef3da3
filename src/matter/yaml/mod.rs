//! YAML as a tree: what front matter and site.yaml are read from.
//!
//! `serde_yaml` parses; the tree keeps what typed values would lose — every key in its order, twice-given keys, the
//! difference between nothing and an empty text — so that one pass finds all that is wrong in a file. Places and written
//! forms are not in it: the few that problems need are found by reading the text once more. Most front matter is so plain
//! that a scanner of lines reads it ([`plain`]).

mod entries;
mod fault;
mod flow;
mod limits;
mod node;
mod plain;
mod scalar;
mod tree;

pub(crate) use fault::Fault;
pub(crate) use node::{Entry, Node};

use std::ops::Range;

use limits::LARGEST;
pub(crate) use limits::depth_fault;
use tree::{Builder, Goal};

/// A YAML text that could be read.
pub(crate) struct Document<'a> {
    /// Its value; `Null` where the text has none.
    pub(crate) root: Node<'a>,
    /// Keys that their mapping has twice. The tree has the first.
    pub(crate) twice: Vec<Twice>,
    /// The numbers of the first keys [`MERGE`].
    pub(crate) merges: Vec<u32>,
}

/// The key by which YAML 1.1 takes the keys of another mapping over. YAML 1.2 has no such thing.
pub(crate) const MERGE: &str = "<<";

/// How many of them are told: each costs a pass to find.
const MOST_MERGES: usize = 20;

impl<'a> Document<'a> {
    fn new(text: &str, root: Node<'a>, twice: Vec<Twice>) -> Self {
        let mut merges = Vec::new();
        if text.contains(MERGE) {
            root.numbers_of(MERGE, &mut merges);
            merges.truncate(MOST_MERGES);
        }
        Self { root, twice, merges }
    }
}

/// A key that its mapping has twice.
pub(crate) struct Twice {
    /// The key.
    pub(crate) key: String,
    /// The number of the first one.
    pub(crate) first: u32,
    /// The number of the other one.
    pub(crate) second: u32,
}

/// Reads a YAML text of one document. Byte offsets count from the beginning of `text`.
///
/// # Errors
/// When it is no YAML, or goes beyond a limit.
pub(crate) fn parse(text: &str) -> Result<Document<'_>, Fault> {
    if let Some(root) = plain::read(text) {
        return Ok(Document::new(text, root, Vec::new()));
    }
    if text.len() > LARGEST {
        return Err(Fault::limit(text, format!("more than {} KiB of YAML", LARGEST / 1024)));
    }
    if let Some(fault) = depth_fault(text) {
        return Err(Fault::limit(text, fault.to_owned()));
    }
    general(text)
}

/// Reads a text by the parser of the whole language.
fn general(text: &str) -> Result<Document<'_>, Fault> {
    let mut builder = Builder::new(text.len(), Goal::Tree);
    match builder.run(text) {
        Ok(root) => Ok(Document::new(text, root, builder.twice)),
        Err(error) => Err(Fault::new(text, &error, builder.fault)),
    }
}

/// The written form of the scalar with a number: `1.10`, where the tree has 1.1.
pub(crate) fn written(text: &str, number: u32) -> Option<String> {
    let mut builder = Builder::new(text.len(), Goal::Written(number));
    builder.run(text).err()?;
    builder.found
}

/// Where the key with a number is written.
pub(crate) fn key_range(text: &str, number: u32, key: &str) -> Option<Range<usize>> {
    let mut builder = Builder::new(text.len(), Goal::Key(number));
    let start = builder.run(text).err()?.location()?.index();
    let rest = text.get(start..)?;
    let length = match rest.chars().next()? {
        quote @ ('"' | '\'') => rest[1..].find(quote)? + 2,
        _ if rest.starts_with(key) => key.len(),
        _ => rest.find([':', '\n'])?,
    };
    Some(start..start + length)
}

#[cfg(test)]
mod tests;
