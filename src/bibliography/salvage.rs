//! What can be read of a `.bib` file that has errors: the crate `biblatex` gives up the whole file at the first.

use std::collections::HashMap;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

use biblatex::{Bibliography, Entry, RawBibliography};

use super::Reader;
use super::knots::untie;
use crate::problem::{Name, Place, Problem};

/// So many values that can't be read are told of one file; then its other entries are as good as lost.
pub(super) const MOST_FAULTS: usize = 100;

impl Reader<'_> {
    /// The text with blanks in place of each entry whose braces, commas and the like are wrong; these are told.
    pub(super) fn without_broken_entries(&mut self) -> String {
        let mut sound = self.text.to_owned();
        for piece in pieces(self.text) {
            let text = self.text[piece.clone()].trim_end();
            let Err(error) = RawBibliography::parse(text) else { continue };
            let span = error.span.start + piece.start..error.span.end + piece.start;
            self.tell(span, format!("this is no BibLaTeX: {}", error.kind));
            match key(text) {
                Some(key) => self.lose(&text[key.clone()], key.start + piece.start..key.end + piece.start),
                None => self.is_whole = false,
            }
            sound.replace_range(piece.clone(), &" ".repeat(piece.len()));
        }
        sound
    }

    /// Takes out entries without a key, and those whose key is another's; both are told.
    pub(super) fn take_out_nameless(&mut self, raw: &mut RawBibliography<'_>) {
        let mut known: HashMap<&str, Range<usize>> = HashMap::new();
        raw.entries.retain(|entry| {
            let key = &entry.v.key;
            if key.v.is_empty() {
                let message = format!("an entry of this file has no key: `@{}{{`", entry.v.kind.v);
                let help = format!("write a key, by which it can be cited: `@{}{{doe-2019,`", entry.v.kind.v);
                let place = self.place(entry.v.kind.span.clone());
                self.problems.push(Problem::at(Name::MissingKey, place, message).help(help));
                self.is_whole = false;
                return false;
            }
            let Some(first) = known.get(key.v) else {
                known.insert(key.v, key.span.clone());
                return true;
            };
            let message = format!("two entries have the key `{}`", key.v);
            let problem = Problem::at(Name::BibliographySyntax, self.place(key.span.clone()), message);
            let problem = problem.related(self.place(first.clone()), "first given here");
            self.problems.push(problem.help("give each its own key; this one is passed over".to_owned()));
            false
        });
    }

    /// Takes out what has no end, and tells it.
    pub(super) fn untie(&mut self, raw: &mut RawBibliography<'_>) {
        for (range, what) in untie(raw) {
            self.tell(range, what);
        }
    }

    /// The entries, without the values that can't be read; these are told.
    pub(super) fn entries(&mut self, mut raw: RawBibliography<'_>) -> Vec<Entry> {
        for _ in 0..MOST_FAULTS {
            let plain = raw.clone();
            match catch_unwind(AssertUnwindSafe(|| Bibliography::from_raw(plain))) {
                Ok(Ok(entries)) => return entries.into_vec(),
                Ok(Err(error)) => {
                    self.tell(error.span.clone(), format!("this is no BibLaTeX: {}", error.kind));
                    if !self.take_out(&mut raw, &error.span) {
                        break;
                    }
                }
                Err(_) => {
                    self.tell(0..1, "this file can't be read".to_owned());
                    break;
                }
            }
        }
        for entry in &raw.entries {
            self.lose(entry.v.key.v, entry.v.key.span.clone());
        }
        Vec::new()
    }

    /// Takes out the field with an error, or the entry, and says whether there was one.
    fn take_out(&mut self, raw: &mut RawBibliography<'_>, error: &Range<usize>) -> bool {
        let holds = |span: &Range<usize>| span.start <= error.start && error.end <= span.end;
        let Some(at) = raw.entries.iter().position(|entry| holds(&entry.span)) else { return false };
        let entry = &mut raw.entries[at].v;
        let before = entry.fields.len();
        entry.fields.retain(|field| !holds(&field.value.span));
        if entry.fields.len() == before {
            self.lose(entry.key.v, entry.key.span.clone());
            raw.entries.remove(at);
            // Its name may now be that of another entry, and what referred to it may close a circle.
            self.untie(raw);
        }
        true
    }

    /// Adds a source of which nothing could be read but its id, so that citations of it are right.
    pub(super) fn lose(&mut self, id: &str, range: Range<usize>) {
        let place: Place = self.place(range);
        self.push(id, None, place);
    }
}

/// The parts of a text that begin with an entry each, from one line to another.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let begins = |line: &str| {
        let entry = line.trim_start().strip_prefix('@').map(|rest| rest.trim_start_matches(char::is_alphanumeric));
        entry.is_some_and(|rest| rest.trim_start().starts_with(['{', '(']))
    };
    let (mut starts, mut at) = (vec![0], 0);
    for line in text.split_inclusive('\n') {
        if begins(line) && at > 0 {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts[1..].iter().copied().chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// Where the key stands of the entry that a text begins with; `None` where that can't be told.
fn key(text: &str) -> Option<Range<usize>> {
    let start = text.find(['{', '(']).filter(|_| text.trim_start().starts_with('@'))? + 1;
    let start = start + (text[start..].len() - text[start..].trim_start().len());
    let end = start + text[start..].find(',')?;
    let key = text[start..end].trim_end();
    let fits = !key.is_empty() && !key.contains(|c: char| c.is_whitespace() || "{}()=\"".contains(c));
    fits.then(|| start..start + key.len())
}
