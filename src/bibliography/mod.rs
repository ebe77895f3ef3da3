//! bibliography: files of sources in formats that reference managers write become our own records.
//!
//! BibLaTeX (`.bib`), CSL-JSON (`.json`) and Hayagriva's YAML (`.yml`, `.yaml`). What such a file says of a source stands
//! beside what front matter says: neither counts for more.

mod convert;
mod dates;
mod doubts;
mod json;
mod knots;
mod markup;
mod salvage;
mod tex;
mod unseen;
#[cfg(test)]
mod tests;

use std::ops::Range;

use hayagriva::io;
use serde_json::Value;

use crate::config::BIBLIOGRAPHIES;
use crate::id::Id;
use crate::matter::{self, SourceEntry, SourceRecord, Str, address, csl, depth_fault, redactions};
use crate::nearest::did_you_mean;
use crate::problem::{Name, Place, Problem};

/// A source in a bibliography file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Listed {
    /// Its id, and what is said of it.
    pub entry: SourceEntry,
    /// Where its id is given.
    pub place: Place,
    /// Whether more of it than the id could be read.
    pub is_readable: bool,
}

/// What a bibliography file says.
#[derive(Debug, Default)]
pub struct Read {
    /// Its sources. Of one that can't be read only the id is known.
    pub sources: Vec<Listed>,
    /// What is wrong in it.
    pub problems: Vec<Problem>,
    /// Whether these are all its sources, as far as ids go; `false` where others may be in what can't be read.
    pub is_whole: bool,
}

/// Reads the sources of one file. What can't be read is left out, and told.
#[must_use]
pub fn read(file: &Str, text: &str) -> Read {
    let mut reader = Reader { file, text, from: 0, sources: Vec::new(), problems: Vec::new(), is_whole: true };
    match format(file) {
        Some("bib") => reader.bib(),
        Some("json") => reader.json(),
        Some(_) => reader.yaml(),
        None => {}
    }
    Read { sources: reader.sources, problems: reader.problems, is_whole: reader.is_whole }
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
    is_whole: bool,
}

impl Reader<'_> {
    fn yaml(&mut self) {
        if let Some(fault) = depth_fault(self.text) {
            self.is_whole = false;
            self.tell(0..1, format!("this is no bibliography in YAML: {fault}"));
            return;
        }
        match io::from_yaml_str(self.text) {
            Ok(library) => {
                for entry in library.iter() {
                    if entry.key().is_empty() {
                        self.is_whole = false;
                        let message = "an entry of this file has no key".to_owned();
                        self.problems.push(Problem::at(Name::MissingKey, Place::file(self.file), message));
                        continue;
                    }
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
                self.is_whole = false;
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
                    let Some((id, record, faults)) = json::source(item) else {
                        let message = "a source of this file has no `id`".to_owned();
                        let start = json::item(self.text, number).map(|item| item.start);
                        let place = start.map_or_else(|| Place::file(self.file), |at| self.place(at..at + 1));
                        self.problems.push(Problem::at(Name::MissingKey, place, message));
                        self.is_whole = false;
                        continue;
                    };
                    let quoted = serde_json::Value::from(id.as_str()).to_string();
                    let place = self.find(&quoted, |before, _| before.trim_end().ends_with(':'));
                    for fault in faults {
                        self.tell_fault(number, fault);
                    }
                    self.add(&id, record, place, |reader, _| Some(json::place(reader.text, number, "URL")?.1));
                }
            }
            Err(error) => {
                self.is_whole = false;
                let mark = if error.line() == 1 { mark } else { 0 };
                let lines = self.text.split_inclusive('\n').take(error.line().saturating_sub(1));
                let at = lines.map(str::len).sum::<usize>() + error.column().saturating_sub(1) + mark;
                let message = error.to_string();
                let what = message.split(" at line ").next().unwrap_or(&message);
                self.tell(at..at + 1, format!("this is no CSL-JSON: {what}"));
            }
        }
    }

    fn tell_fault(&mut self, number: usize, fault: json::Fault) {
        match fault {
            json::Fault::Date(key, wrong) => {
                let range = json::place(self.text, number, &key).map(|(_, value)| value);
                self.tell_date(range, &wrong);
            }
            json::Fault::Other { key, is_of_key, name, message, help } => {
                let found = json::place(self.text, number, &key);
                let range = found.map(|(key, value)| if is_of_key { key } else { value });
                let place = range.map_or_else(|| Place::file(self.file), |range| self.place(range));
                self.problems.push(Problem::at(name, place, message).help(help));
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
                _ => {
                    let message = format!("the address of `{id}` must be {}, not `{url}`", address::WHOLE);
                    let place = find(self, &url).map_or_else(|| place.clone(), |range| self.place(range));
                    self.problems.push(Problem::at(Name::WrongType, place, message).help(address::mend(&url)));
                }
            }
        }
        if let Some(Value::String(doi)) = record.csl.get_mut("DOI").map(|doi| &mut doi.0) {
            *doi = csl::doi(doi).to_owned();
        }
        for (what, text, of) in unseen::names(id, &record) {
            let find = |c: char| self.text[self.from..].find(c).map(|at| self.from + at..self.from + at + c.len_utf8());
            let place = |c| find(c).map_or_else(|| place.clone(), |range| self.place(range));
            self.problems.extend(matter::unseen::hidden(format_args!("{what} of `{id}`"), text, of, place));
        }
        unseen::close(&mut record);
        self.push(id, Some(record), place);
    }

    /// Adds a source; without a record, one that can't be read.
    fn push(&mut self, id: &str, record: Option<SourceRecord>, place: Place) {
        let is_readable = record.is_some();
        let entry = SourceEntry { id: Id::new(id), record: Some(record.unwrap_or_default().into()) };
        self.sources.push(Listed { entry, place, is_readable });
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
        let found = self.text[self.from..].match_indices(id).map(|(at, _)| self.from + at);
        let fitting = found.map(|at| at..at + id.len()).find(|it| fits(&self.text[..it.start], &self.text[it.end..]));
        let Some(range) = fitting else { return Place::file(self.file) };
        self.from = range.end;
        Place::bytes(self.file, range)
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
