//! Suggestions for the files of a site, and for a text that is to become one.

use super::{Known, Subject, Suggestions, suggest};
use crate::config::Config;
use crate::edtf::Key;
use crate::matter::{MatterKind, Str};
use crate::parse::{self, Options, SourceFile};
use crate::resolve::{DocKind, FileIx, Graph};

/// What is suggested for a file of the site. `text` is what it says now.
#[must_use]
pub fn for_file(graph: &Graph, config: &Config, known: &Known, file: FileIx, text: &str, first: bool) -> Suggestions {
    let (doc, node) = (graph.doc_of(file), &graph.files[file]);
    let own = (doc.kind == DocKind::Actor).then(|| graph.actor_ids.get(&doc.id)).flatten();
    let written_on = graph.published(file).and_then(|moment| moment.date.plain());
    let kind = doc.kind.matter();
    let said = Said { path: &node.path, kind, lang: &node.summary.lang, written_on, own: own.map(|ix| ix.get()) };
    said.suggest(config, known, text, first)
}

/// What is suggested for a new report in a language, published on a day.
#[must_use]
pub fn for_report(config: &Config, known: &Known, text: &str, lang: &Str, published: Option<Key>) -> Suggestions {
    let path = Str::from("content/reports/new.md");
    let said = Said { path: &path, kind: MatterKind::Report, lang, written_on: published, own: None };
    said.suggest(config, known, text, false)
}

/// A file, as far as reading its words depends on it.
struct Said<'a> {
    path: &'a Str,
    kind: MatterKind,
    lang: &'a Str,
    written_on: Option<Key>,
    own: Option<usize>,
}

impl Said<'_> {
    fn suggest(&self, config: &Config, known: &Known, text: &str, first: bool) -> Suggestions {
        let source = SourceFile { path: self.path.clone(), kind: self.kind, lang: None };
        let words = parse::text(&source, text.as_bytes(), &Options::from(config));
        let own = self.own.and_then(|own| u32::try_from(own).ok());
        let subject = Subject { file: text, text: &words, lang: self.lang, written_on: self.written_on, own };
        suggest(&subject, known, first)
    }
}
