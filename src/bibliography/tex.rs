//! `.bib` files: BibLaTeX, and BibTeX as far as that is the same.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use biblatex::{Chunk, Chunks, ChunksExt, Entry, RawBibliography, Spanned};
use serde_json::Value;

use super::markup::without_tex;
use super::{Reader, convert, dates};
use crate::matter::{Extra, SourceRecord};
use crate::problem::Place;

/// Fields in which no commands of TeX stand.
const VERBATIM: [&str; 6] = ["doi", "eprint", "file", "pages", "url", "urn"];

/// Titles, and what belongs behind them.
const SUBTITLES: [(&str, &str); 4] = [
    ("title", "subtitle"),
    ("booktitle", "booksubtitle"),
    ("journaltitle", "journalsubtitle"),
    ("maintitle", "mainsubtitle"),
];

impl Reader<'_> {
    pub(super) fn bib(&mut self) {
        let text = self.text;
        let sound;
        let mut parsed = RawBibliography::parse(text);
        if parsed.is_err() {
            sound = self.without_broken_entries();
            parsed = RawBibliography::parse(&sound);
        }
        let mut raw = match parsed {
            Ok(raw) => raw,
            Err(error) => {
                self.is_whole = false;
                return self.tell(error.span, format!("this is no BibLaTeX: {}", error.kind));
            }
        };
        self.take_out_nameless(&mut raw);
        self.tell_doubtful(&mut raw);
        self.untie(&mut raw);
        let keys = raw.entries.iter().map(|entry| entry.v.key.span.clone());
        let places: HashMap<&str, Place> = keys.map(|key| (&text[key.clone()], self.place(key))).collect();
        for entry in self.entries(raw) {
            let place = places.get(entry.key.as_str()).cloned();
            self.entry(entry, place.unwrap_or_else(|| Place::file(self.file)));
        }
    }

    fn entry(&mut self, mut entry: Entry, place: Place) {
        let [issued, accessed, event, original] =
            ["", "url", "event", "orig"].map(|prefix| dates::take(&mut entry, prefix));
        let url = entry.get("url").map(|url| (url.span(), url.format_verbatim()));
        let pages = entry.get("pages").map(|pages| pages.format_verbatim().replace(['–', '—'], "-"));
        for (title, subtitle) in SUBTITLES {
            join(&mut entry, title, subtitle);
        }
        for (_, value) in entry.fields.iter_mut().filter(|(name, _)| !VERBATIM.contains(&name.as_str())) {
            for chunk in value {
                if let Chunk::Normal(text) | Chunk::Verbatim(text) = &mut chunk.v {
                    *text = without_tex(text);
                }
            }
        }
        let Some(mut record) = self.converted(&mut entry) else { return self.push(&entry.key, None, place) };
        let mut read = |found: Option<dates::Found>| match found? {
            (_, Ok(date)) => Some(date),
            (range, Err(wrong)) => {
                self.tell_date(Some(range), &wrong);
                None
            }
        };
        let event = read(event);
        record.date = read(issued).or_else(|| event.clone());
        record.accessed = read(accessed);
        for (variable, date) in [("event-date", event), ("original-date", read(original))] {
            if let Some(date) = date {
                record.csl.insert(variable.into(), Extra(Value::from(date.as_str())));
            }
        }
        if let Some(pages) = pages.filter(|pages| !pages.trim().is_empty()) {
            record.csl.insert("page".into(), Extra(Value::from(pages.trim())));
        }
        let (span, written) = url.unzip();
        let written = written.filter(|written| !written.trim().is_empty());
        record.url = record.url.or_else(|| Some(written?.trim().into()));
        self.add(&entry.key, record, place, |_, _| span.clone());
    }

    /// The entry as our record, without the values that the crate can't read; these are told.
    fn converted(&mut self, entry: &mut Entry) -> Option<SourceRecord> {
        loop {
            let convert = || hayagriva::Entry::try_from(&*entry).map(|entry| convert::record(&entry));
            match catch_unwind(AssertUnwindSafe(convert)) {
                Ok(Ok(record)) => return Some(record),
                Ok(Err(error)) => {
                    self.tell(error.span.clone(), format!("this is no BibLaTeX: {}", error.kind));
                    let holds = |value: &Chunks| {
                        let span = value.span();
                        span.start <= error.span.start && error.span.end <= span.end
                    };
                    let field = entry.fields.iter().find(|(_, value)| holds(value)).map(|(name, _)| name.clone());
                    entry.fields.remove(&field?);
                }
                Err(_) => {
                    self.tell(0..1, format!("the entry `{}` can't be read", entry.key));
                    return None;
                }
            }
        }
    }
}

/// Puts the subtitle behind the title, with a colon where nothing else parts them.
fn join(entry: &mut Entry, title: &str, subtitle: &str) {
    let Some(behind) = entry.fields.get(subtitle).cloned() else { return };
    let Some(title) = entry.fields.get_mut(title) else { return };
    let is_closed = title.format_verbatim().trim_end().ends_with(['?', '!', ':', '.', '…']);
    let end = title.span().end;
    title.push(Spanned::new(Chunk::Normal(if is_closed { " " } else { ": " }.to_owned()), end..end));
    title.extend(behind);
}
