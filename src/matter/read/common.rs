//! The keys that every kind of content file has.

use std::collections::HashSet;

use super::super::key::{Key, Keys};
use super::super::keys::CommonKey;
use super::super::yaml::{Entry, Node};
use super::super::{Common, Embargo, Status, Str, TagRef};
use super::{At, Reader};
use crate::bidi::{Use, closed};

/// An entry with a value. An empty text is none.
#[derive(Clone, Copy)]
pub(crate) struct Given<'n, 'a> {
    /// The key as written.
    pub(crate) name: &'n str,
    /// The value.
    pub(crate) node: &'n Node<'a>,
}

impl<'n, 'a> Given<'n, 'a> {
    /// The entry, unless it has no value.
    pub(crate) fn new(entry: &'n Entry<'a>) -> Option<Self> {
        let empty = match &entry.value {
            Node::Null => true,
            Node::Text(text) => text.trim().is_empty(),
            _ => false,
        };
        (!empty).then_some(Self { name: &entry.key, node: &entry.value })
    }

    /// Puts a value where it belongs. A key under its own name goes before those that mean the same.
    pub(crate) fn fill<T>(&self, slot: &mut Option<T>, value: Option<T>, key: &Key) {
        if value.is_some() && (slot.is_none() || self.name == key.name) {
            *slot = value;
        }
    }
}

/// The keys of every kind of file, while they are read.
#[derive(Default)]
pub(super) struct Taken {
    pub(super) title: Option<Str>,
    pub(super) summary: Option<Str>,
    pub(super) common: Common,
    publish_date: Option<Embargo>,
}

impl Taken {
    /// Lets a `publishDate` count where its better-known fellows are not given.
    pub(super) fn settle(&mut self) {
        if let Some(embargo) = self.publish_date.take() {
            self.common.date.get_or_insert_with(|| embargo.0.clone());
            self.common.embargo.get_or_insert(embargo);
        }
    }
}

/// Reads one common key.
pub(super) fn common(reader: &mut Reader<'_>, key: CommonKey, given: Given<'_, '_>, at: &At<'_>, taken: &mut Taken) {
    let Taken { title, summary, common, publish_date } = taken;
    let node = given.node;
    let known = key.key();
    match key {
        CommonKey::Title => given.fill(title, reader.title(node, at), known),
        CommonKey::Date => given.fill(&mut common.date, reader.moment(node, at), known),
        CommonKey::Updated => given.fill(&mut common.updated, reader.moment(node, at), known),
        CommonKey::PublishDate => given.fill(publish_date, reader.embargo(node, at), known),
        CommonKey::Authors => common.authors.extend(reader.people(node, at)),
        CommonKey::Summary => given.fill(summary, reader.text(node, at), known),
        CommonKey::Lang => given.fill(&mut common.lang, reader.language(node, at), known),
        CommonKey::Slug => given.fill(&mut common.slug, reader.name(node, at, "text"), known),
        CommonKey::Status => {
            let status = reader.word(node, at, Status::WORDS, Status::from_word);
            common.status = common.status.max(status);
        }
        CommonKey::Draft => {
            if reader.flag(node, at) == Some(true) {
                common.status = common.status.max(Some(Status::Draft));
            }
        }
        CommonKey::Published => match node {
            Node::Flag(true) => {}
            Node::Flag(false) => common.status = common.status.max(Some(Status::Draft)),
            // `no`, which YAML once took for `false`
            Node::Text(text) if !text.contains(char::is_numeric) => {
                reader.flag(node, at);
            }
            _ => {
                let embargo = reader.embargo(node, at);
                *publish_date = publish_date.take().or(embargo);
            }
        },
        CommonKey::Unlisted => {
            if reader.flag(node, at) == Some(true) {
                common.status = common.status.max(Some(Status::Unlisted));
            }
        }
        CommonKey::Embargo => given.fill(&mut common.embargo, reader.embargo(node, at), known),
        CommonKey::Reason => given.fill(&mut common.reason, reader.text(node, at), known),
        CommonKey::Redirects | CommonKey::Aliases => {
            common.redirects.extend(reader.list(node, at, Reader::route));
        }
        CommonKey::Permalink => given.fill(&mut common.permalink, reader.route(node, at), known),
        CommonKey::Image => given.fill(&mut common.image, reader.text(node, at), known),
        CommonKey::ImageAlt => given.fill(&mut common.image_alt, reader.text(node, at), known),
        CommonKey::Tags => tags(reader, node, at, &mut common.tags),
        CommonKey::Layout => {
            let layout = reader.text(node, at).map(|name| match name.strip_suffix(".html") {
                Some(stem) => Str::from(stem),
                None => name,
            });
            given.fill(&mut common.layout, layout, known);
        }
        CommonKey::Sources => common.sources.extend(reader.list(node, at, Reader::source_entry)),
        CommonKey::Extra => {
            for (name, value) in reader.extra(node, at) {
                common.extra.entry(name).or_insert(value);
            }
        }
    }
}

/// Adds tags, each once; `#militias` is Obsidian's way to write one.
fn tags(reader: &mut Reader<'_>, node: &Node<'_>, at: &At<'_>, tags: &mut Vec<TagRef>) {
    let given = match node {
        Node::Text(text) => {
            reader.tell_hidden(text, at, Use::Name);
            text.split(',').map(|tag| Str::from(&*closed(tag))).collect()
        }
        _ => reader.list(node, at, |reader, node, at| reader.name(node, at, "text")),
    };
    let mut seen: HashSet<Str> = tags.iter().map(|tag| tag.written.clone()).collect();
    for tag in given {
        let tag = TagRef::from(tag.trim().trim_start_matches('#'));
        if !tag.written.is_empty() && seen.insert(tag.written.clone()) {
            tags.push(tag);
        }
    }
}
