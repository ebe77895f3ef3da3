//! `.bib` files: BibLaTeX, and BibTeX as far as that is the same.

use std::panic::{AssertUnwindSafe, catch_unwind};

use biblatex::{Bibliography, ChunksExt, Entry, RawBibliography};
use serde_json::Value;

use super::{Reader, convert, dates};
use crate::matter::Extra;

use super::knots::untie;

impl Reader<'_> {
    pub(super) fn bib(&mut self) {
        let mut raw = match RawBibliography::parse(self.text) {
            Ok(raw) => raw,
            Err(error) => return self.tell(error.span, format!("this is no BibLaTeX: {}", error.kind)),
        };
        for (range, what) in untie(&mut raw) {
            self.tell(range, what);
        }
        match catch_unwind(AssertUnwindSafe(|| Bibliography::from_raw(raw))) {
            Ok(Ok(entries)) => entries.into_iter().for_each(|entry| self.entry(entry)),
            Ok(Err(error)) => self.tell(error.span, format!("this is no BibLaTeX: {}", error.kind)),
            Err(_) => self.tell(0..1, "this file can't be read".to_owned()),
        }
    }

    fn entry(&mut self, mut entry: Entry) {
        let place = self.find(&entry.key, |before, after| {
            before.trim_end().ends_with(['{', '(']) && after.trim_start().starts_with(',')
        });
        let [issued, accessed, event, original] =
            ["", "url", "event", "orig"].map(|prefix| dates::take(&mut entry, prefix));
        let url = entry.get("url").map(ChunksExt::span);
        let pages = entry.get("pages").map(|pages| pages.format_verbatim().replace(['–', '—'], "-"));
        // The crate would take each of these for a number, and refuse the entry where it is none.
        let converted =
            catch_unwind(AssertUnwindSafe(|| hayagriva::Entry::try_from(&entry).map(|it| convert::record(&it))));
        let mut record = match converted {
            Ok(Ok(record)) => record,
            Ok(Err(error)) => {
                return self.tell(error.span, format!("this is no BibLaTeX: {}", error.kind));
            }
            Err(_) => return self.tell(0..1, format!("the entry `{}` can't be read", entry.key)),
        };
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
        self.add(&entry.key, record, place, |_, _| url.clone());
    }
}
