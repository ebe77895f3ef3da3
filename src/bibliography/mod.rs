//! bibliography: files of sources in formats that reference managers write become our own records.
//!
//! BibLaTeX (`.bib`), CSL-JSON (`.json`) and Hayagriva's YAML (`.yml`, `.yaml`). What such a file says of a source stands
//! beside what front matter says: neither counts for more.

mod convert;
mod json;
#[cfg(test)]
mod tests;

use std::ops::Range;

use hayagriva::io::{self, BibLaTeXError};

use crate::config::BIBLIOGRAPHIES;
use crate::id::Id;
use crate::matter::{SourceEntry, SourceRecord, Str, redactions};
use crate::nearest::did_you_mean;
use crate::problem::{Name, Place, Problem};

/// A source in a bibliography file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Listed {
    /// Its id, and what is said of it.
    pub entry: SourceEntry,
    /// Where its id is given.
    pub place: Place,
}

/// Reads the sources of one file. Those that can't be read are left out, and told.
#[must_use]
pub fn read(file: &Str, text: &str) -> (Vec<Listed>, Vec<Problem>) {
    let mut reader = Reader { file, text, from: 0, sources: Vec::new(), problems: Vec::new() };
    match format(file) {
        Some("bib") => reader.bib(),
        Some("json") => reader.json(),
        Some(_) => reader.yaml(),
        None => {}
    }
    (reader.sources, reader.problems)
}

fn format(file: &str) -> Option<&'static str> {
    let end = file.rsplit_once('.')?.1;
    BIBLIOGRAPHIES.into_iter().find(|format| end.eq_ignore_ascii_case(format))
}

struct Reader<'t> {
    file: &'t Str,
    text: &'t str,
    /// Where the next id is looked for.
    from: usize,
    sources: Vec<Listed>,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn bib(&mut self) {
        match io::from_biblatex_str(self.text) {
            Ok(library) => {
                for entry in library.iter() {
                    let place = self.find(entry.key(), |before, after| {
                        before.trim_end().ends_with(['{', '(']) && after.trim_start().starts_with(',')
                    });
                    self.add(entry.key(), convert::record(entry), place);
                }
            }
            Err(errors) => {
                for error in errors {
                    let (range, what) = match error {
                        BibLaTeXError::Parse(error) => (error.span, error.kind.to_string()),
                        BibLaTeXError::Type(error) => (error.span, error.kind.to_string()),
                    };
                    self.tell(range, format!("this is no BibLaTeX: {what}"));
                }
            }
        }
    }

    fn yaml(&mut self) {
        match io::from_yaml_str(self.text) {
            Ok(library) => {
                for entry in library.iter() {
                    let is_key = |before: &str, after: &str| {
                        (before.is_empty() || before.ends_with(['\n', '"', '\'', '{', ' ']))
                            && after.trim_start_matches(['"', '\'']).starts_with(':')
                    };
                    let place = self.find(entry.key(), is_key);
                    self.add(entry.key(), convert::record(entry), place);
                }
            }
            Err(error) => {
                let at = error.location().map_or(0, |location| location.index());
                let message = error.to_string();
                let what = message.split(" at line ").next().unwrap_or(&message);
                let (what, known) = what.split_once(", expected one of ").unwrap_or((what, ""));
                self.tell(at..at + 1, format!("this is no bibliography in YAML: {what}"));
                if let (Some(problem), Some(word)) = (self.problems.last_mut(), what.split('`').nth(1)) {
                    problem.help = did_you_mean(word, known.split('`').skip(1).step_by(2));
                }
            }
        }
    }

    fn json(&mut self) {
        match serde_json::from_str::<Vec<serde_json::Value>>(self.text) {
            Ok(items) => {
                for item in &items {
                    let Some((id, record)) = json::source(item) else {
                        let message = "a source of this file has no `id`".to_owned();
                        self.problems.push(Problem::at(Name::MissingKey, Place::file(self.file), message));
                        continue;
                    };
                    let quoted = serde_json::Value::from(id.as_str()).to_string();
                    let place = self.find(&quoted, |before, _| before.trim_end().ends_with(':'));
                    self.add(&id, record, place);
                }
            }
            Err(error) => {
                let lines = self.text.split_inclusive('\n').take(error.line().saturating_sub(1));
                let at = lines.map(str::len).sum::<usize>() + error.column().saturating_sub(1);
                let message = error.to_string();
                let what = message.split(" at line ").next().unwrap_or(&message);
                self.tell(at..at + 1, format!("this is no CSL-JSON: {what}"));
            }
        }
    }

    /// Adds a source. Lines beginning with `%%` are remarks in BibTeX: what is looked through is what would be shown.
    fn add(&mut self, id: &str, mut record: SourceRecord, place: Place) {
        let shown = format!("{record:?}");
        if !redactions(self.file, &shown, 0..shown.len()).is_empty() {
            let message = format!("nothing can be redacted in a bibliography, and `{id}` has a redaction");
            let help = "take the words out of the file, since they would be published".to_owned();
            self.problems.push(Problem::at(Name::Redaction, place.clone(), message).help(help));
            record = SourceRecord::default();
        }
        self.sources.push(Listed { entry: SourceEntry { id: Id::new(id), record: Some(record.into()) }, place });
    }

    /// The place of an id that stands where `fits` says it may; the file, where it is not found.
    fn find(&mut self, id: &str, fits: impl Fn(&str, &str) -> bool) -> Place {
        let mut from = self.from;
        while let Some(found) = self.text[from..].find(id) {
            let (at, end) = (from + found, from + found + id.len());
            if fits(&self.text[..at], &self.text[end..]) {
                self.from = end;
                return Place::bytes(self.file, at..end);
            }
            from = end;
        }
        Place::file(self.file)
    }

    fn tell(&mut self, range: Range<usize>, message: String) {
        let clip =
            |at: usize| (0..=at.min(self.text.len())).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0);
        let place = Place::bytes(self.file, clip(range.start)..clip(range.end.max(range.start + 1)));
        self.problems.push(Problem::at(Name::BibliographySyntax, place, message));
    }
}
