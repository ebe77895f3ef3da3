//! bibliography: files of sources in formats that reference managers write become our own records.
//!
//! BibLaTeX (`.bib`), CSL-JSON (`.json`) and Hayagriva's YAML (`.yml`, `.yaml`). What such a file says of a source stands
//! beside what front matter says: neither counts for more.

mod convert;
mod dates;
mod json;
mod knots;
mod tex;
#[cfg(test)]
mod tests;

use std::ops::Range;

use hayagriva::io;
use serde_json::Value;

use crate::config::BIBLIOGRAPHIES;
use crate::id::Id;
use crate::matter::{SourceEntry, SourceRecord, Str, address, csl, redactions};
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
    fn yaml(&mut self) {
        match io::from_yaml_str(self.text) {
            Ok(library) => {
                for entry in library.iter() {
                    let is_key = |before: &str, after: &str| {
                        (before.is_empty() || before.ends_with(['\n', '"', '\'', '{', ' ']))
                            && after.trim_start_matches(['"', '\'']).starts_with(':')
                    };
                    let place = self.find(entry.key(), is_key);
                    let record = convert::record(entry);
                    for (text, error) in convert::wrong_dates(entry) {
                        let range = self.behind(&text);
                        self.tell_date(range, &dates::Wrong { text, error });
                    }
                    self.add(entry.key(), record, place, Self::behind);
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
        // What Windows writes before a text stands for nothing.
        let text = self.text.strip_prefix('\u{feff}').unwrap_or(self.text);
        let mark = self.text.len() - text.len();
        match serde_json::from_str::<Vec<serde_json::Value>>(text) {
            Ok(items) => {
                for (number, item) in items.iter().enumerate() {
                    let Some((id, record, wrong)) = json::source(item) else {
                        let message = "a source of this file has no `id`".to_owned();
                        self.problems.push(Problem::at(Name::MissingKey, Place::file(self.file), message));
                        continue;
                    };
                    let quoted = serde_json::Value::from(id.as_str()).to_string();
                    let place = self.find(&quoted, |before, _| before.trim_end().ends_with(':'));
                    for (key, wrong) in wrong {
                        let range = json::place(self.text, number, &key);
                        self.tell_date(range, &wrong);
                    }
                    self.add(&id, record, place, |reader, _| json::place(reader.text, number, "URL"));
                }
            }
            Err(error) => {
                let mark = if error.line() == 1 { mark } else { 0 };
                let lines = self.text.split_inclusive('\n').take(error.line().saturating_sub(1));
                let at = lines.map(str::len).sum::<usize>() + error.column().saturating_sub(1) + mark;
                let message = error.to_string();
                let what = message.split(" at line ").next().unwrap_or(&message);
                self.tell(at..at + 1, format!("this is no CSL-JSON: {what}"));
            }
        }
    }

    /// Adds a source. `find` says where the address stands that it is asked for. Lines beginning with `%%` are remarks in
    /// BibTeX: what is looked through for redactions is what would be shown.
    fn add(
        &mut self,
        id: &str,
        mut record: SourceRecord,
        place: Place,
        find: impl Fn(&Self, &str) -> Option<Range<usize>>,
    ) {
        let shown = format!("{record:?}");
        if !redactions(self.file, &shown, 0..shown.len()).is_empty() {
            let message = format!("nothing can be redacted in a bibliography, and `{id}` has a redaction");
            let help = "take the words out of the file, since they would be published".to_owned();
            self.problems.push(Problem::at(Name::Redaction, place.clone(), message).help(help));
            record = SourceRecord::default();
        }
        if let Some(url) = record.url.take() {
            match address::scheme(&url) {
                Some(scheme) if !address::is_safe(scheme) => {
                    let message =
                        format!("the address of `{id}` has the scheme `{scheme}:`, which is not safe to link to");
                    let place = find(self, &url).map_or_else(|| place.clone(), |range| self.place(range));
                    let help = format!("safe schemes are {}", address::listed());
                    self.problems.push(Problem::at(Name::UnsafeUrl, place, message).help(help));
                }
                Some(scheme) if address::is_whole(&url, scheme) => record.url = Some(url),
                _ => {}
            }
        }
        if let Some(Value::String(doi)) = record.csl.get_mut("DOI").map(|doi| &mut doi.0) {
            *doi = csl::doi(doi).to_owned();
        }
        self.sources.push(Listed { entry: SourceEntry { id: Id::new(id), record: Some(record.into()) }, place });
    }

    /// Where words stand behind the id that was found last.
    fn behind(&self, words: &str) -> Option<Range<usize>> {
        // The scheme of an address may have been written otherwise; what is behind it was not.
        let lower = self.text[self.from..].to_ascii_lowercase();
        let at = self.from + lower.find(&words.to_ascii_lowercase())?;
        Some(at..at + words.len())
    }

    /// Tells that something is no date, once for each place.
    fn tell_date(&mut self, range: Option<Range<usize>>, wrong: &dates::Wrong) {
        let place = range.map_or_else(|| Place::file(self.file), |range| self.place(range));
        let message = format!("`{}` is no date: {}", wrong.text, wrong.error.message);
        let problem = Problem::at(Name::InvalidDate, place, message).help(wrong.error.help.clone());
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
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
        let place = self.place(range);
        self.problems.push(Problem::at(Name::BibliographySyntax, place, message));
    }

    fn place(&self, range: Range<usize>) -> Place {
        let clip =
            |at: usize| (0..=at.min(self.text.len())).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0);
        Place::bytes(self.file, clip(range.start)..clip(range.end.max(range.start + 1)))
    }
}
