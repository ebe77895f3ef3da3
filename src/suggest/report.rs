//! Suggestions for the files of a site, and for a text that is to become one.

use super::{Subject, Suggestion, Suggestions, suggest};
use crate::config::Config;
use crate::edtf::Key;
use crate::matter::{MatterKind, Str};
use crate::names::Roster;
use crate::parse::{self, NewLink, Options, SourceFile};
use crate::resolve::{FileIx, Graph};

/// What is suggested for a file of the site. `text` is what it says now.
#[must_use]
pub fn for_file(graph: &Graph, config: &Config, roster: &Roster, file: FileIx, text: &str, first: bool) -> Suggestions {
    let (doc, node) = (graph.doc_of(file), &graph.files[file]);
    let written_on = graph.published(file).and_then(|moment| moment.date.plain());
    let kind = doc.kind.matter();
    let said = Said { path: &node.path, kind, lang: &node.summary.lang, written_on };
    said.suggest(config, roster, text, first)
}

/// What is suggested for a new report in a language, published on a day.
#[must_use]
pub fn for_report(config: &Config, roster: &Roster, text: &str, lang: &Str, published: Option<Key>) -> Suggestions {
    let path = Str::from("content/reports/new.md");
    let said = Said { path: &path, kind: MatterKind::Report, lang, written_on: published };
    said.suggest(config, roster, text, false)
}

/// A file, as far as reading its words depends on it.
struct Said<'a> {
    path: &'a Str,
    kind: MatterKind,
    lang: &'a Str,
    written_on: Option<Key>,
}

impl Said<'_> {
    fn suggest(&self, config: &Config, roster: &Roster, text: &str, first: bool) -> Suggestions {
        let source = SourceFile { path: self.path.clone(), kind: self.kind, lang: None };
        let options = Options::from(config);
        let words = parse::text(&source, text.as_bytes(), &options);
        let own = roster.about(self.path);
        let subject = Subject { file: text, text: &words, lang: self.lang, written_on: self.written_on, own };
        let mut found = suggest(&subject, roster, first);
        let links: Vec<NewLink> = found.links.iter().map(Suggestion::link).collect();
        let harmless = parse::harmless(&source, text, &options, &links);
        found.links.retain(|link| harmless.binary_search_by_key(&link.range.start, |link| link.range.start).is_ok());
        found
    }
}
