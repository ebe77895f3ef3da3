//! Paths into a file's YAML, resolved to bytes. The text is parsed once more for this, and only for a file that has a
//! problem: the fast parser knows no places.

use std::ops::Range;

use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, YamlData};

use super::text::Text;
use crate::problem::{YamlPath, YamlStep};

/// A file's YAML with the places of its nodes.
#[derive(Debug)]
pub(super) struct Document {
    /// Where the YAML begins in the file.
    base: usize,
    /// Byte offset of each character from `base`, and of the end: the parser counts in characters.
    offsets: Vec<usize>,
    root: MarkedYaml<'static>,
}

/// Which half of an entry is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What stands before the colon.
    Key,
    /// What stands behind it.
    Value,
}

/// The bytes of what stands at `path` in the YAML of a file, else of its nearest parent, else of the first line.
#[must_use]
pub fn part_of(file: &str, text: &str, path: &YamlPath, part: Part) -> Range<usize> {
    find(file, &Text::new(text.to_owned(), Vec::new(), false), path, part)
}

/// The bytes of what stands at `path`, else of its nearest parent, else of the first line.
pub(super) fn find(file: &str, text: &Text, path: &YamlPath, part: Part) -> Range<usize> {
    let Some(document) = text.yaml(file) else { return first_line(text) };
    let mut node = &document.root;
    let mut nearest = if is_markdown(file) { first_line(text) } else { document.first_line_of(node, text) };
    for (depth, step) in path.0.iter().enumerate() {
        let Some((key, value)) = document.child(node, step, text) else { return nearest };
        let key = key.map(|key| document.span(key));
        if depth + 1 == path.0.len() {
            let exact = document.bytes_of(value, text);
            return match key {
                Some(key) if part == Part::Key || exact.is_empty() => key,
                None if exact.is_empty() => nearest,
                _ => exact,
            };
        }
        nearest = key.unwrap_or_else(|| document.first_line_of(value, text));
        node = value;
    }
    nearest
}

impl Document {
    /// Parses the front matter of a Markdown file, or the whole of any other file.
    pub(super) fn parse(file: &str, text: &Text) -> Option<Self> {
        let (start, body) = text.body();
        let inner = if is_markdown(file) { front_matter(body)? } else { 0..body.len() };
        let source = &body[inner.clone()];
        let root = load(source)?;
        let offsets = source.char_indices().map(|(at, _)| at).chain([source.len()]).collect();
        Some(Self { base: start + inner.start, offsets, root })
    }

    fn child<'a>(
        &'a self,
        node: &'a MarkedYaml<'static>,
        step: &YamlStep,
        text: &Text,
    ) -> Option<(Option<&'a MarkedYaml<'static>>, &'a MarkedYaml<'static>)> {
        match (&untagged(node).data, step) {
            (YamlData::Sequence(items), YamlStep::Index(index)) => items.get(*index).map(|item| (None, item)),
            (YamlData::Mapping(entries), YamlStep::Key(name)) => {
                if let Some((key, value)) = entries.get_key_value(&word(name)) {
                    return Some((Some(key), value));
                }
                // A number or a date as a key is known by how it is written.
                let written =
                    |key: &MarkedYaml<'_>| key.data.as_str().is_none() && text.slice(self.span(key)) == &**name;
                entries.iter().find(|(key, _)| written(key)).map(|(key, value)| (Some(key), value))
            }
            _ => None,
        }
    }

    /// What to mark of a node: all of a scalar or of a flow collection, the first line of a block collection, since
    /// underlining a page of YAML shows nothing.
    fn bytes_of(&self, node: &MarkedYaml<'static>, text: &Text) -> Range<usize> {
        let span = self.span(node);
        if !matches!(untagged(node).data, YamlData::Sequence(_) | YamlData::Mapping(_)) {
            span
        } else if text.slice(span.clone()).starts_with(['[', '{']) {
            // The parser's span of a flow collection ends before its bracket.
            let bracket = text.slice(span.end..span.end + 1).starts_with([']', '}']);
            span.start..span.end + usize::from(bracket)
        } else {
            self.first_line_of(node, text)
        }
    }

    fn first_line_of(&self, node: &MarkedYaml<'static>, text: &Text) -> Range<usize> {
        text.rest_of_line(self.span(node).start)
    }

    fn span(&self, node: &MarkedYaml<'_>) -> Range<usize> {
        let byte = |index: usize| self.base + self.offsets[index.min(self.offsets.len() - 1)];
        byte(node.span.start.index())..byte(node.span.end.index().max(node.span.start.index()))
    }
}

/// The nodes of a document. The parser takes no key twice, so that every further one is given another first letter: as
/// when the file is read, the first one counts.
fn load(source: &str) -> Option<MarkedYaml<'static>> {
    let mut letters: Vec<char> = source.chars().collect();
    for other in PRIVATE {
        let error = match MarkedYaml::load_from_iter(letters.iter().copied()) {
            Ok(documents) => return documents.into_iter().next(),
            Err(error) => error,
        };
        if !error.info().contains("duplicated key") {
            return None;
        }
        let at = error.marker().index();
        let quotes = usize::from(matches!(letters.get(at), Some('"' | '\'')));
        *letters.get_mut(at + quotes)? = other;
    }
    None
}

/// Letters that no key has (Unicode, Private Use Area): one for each key that is given twice.
const PRIVATE: std::ops::RangeInclusive<char> = '\u{e000}'..='\u{e01f}';

/// A key that is a text.
fn word(name: &str) -> MarkedYaml<'static> {
    YamlData::Value(Scalar::String(name.to_owned().into())).into()
}

fn untagged<'a>(node: &'a MarkedYaml<'static>) -> &'a MarkedYaml<'static> {
    match &node.data {
        YamlData::Tagged(_, inner) => inner,
        _ => node,
    }
}

fn is_markdown(file: &str) -> bool {
    file.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("md"))
}

fn first_line(text: &Text) -> Range<usize> {
    text.rest_of_line(text.body().0)
}

/// What lies between the `---` lines; to the end of the text where the second one is missing.
fn front_matter(body: &str) -> Option<Range<usize>> {
    let mut lines = body.split_inclusive('\n');
    let fence = lines.next().filter(|line| line.trim_end() == "---")?;
    let inner: usize = lines.take_while(|line| line.trim_end() != "---").map(str::len).sum();
    Some(fence.len()..fence.len() + inner)
}
