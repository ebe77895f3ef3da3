//! suggest: the names and date phrases of a text that could be links, each with its reason.
//!
//! Nothing is decided here that a person would have to decide: what may be two things is told as a doubt, with what it may
//! be, and never becomes a link.

mod edit;
mod known;
mod report;
#[cfg(test)]
mod tests;

pub use edit::{Change, apply, changes, escape};
pub use known::Known;
pub use report::{for_file, for_report};

use std::collections::BTreeSet;
use std::ops::Range;

use crate::edtf::Key;
use crate::names::Who;
use crate::parse::{Run, Text};
use crate::phrases::{self, Meaning};

/// A link that could be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The bytes of its words in the file.
    pub range: Range<usize>,
    /// What the link would lead to: `actor:haftar`, `date:2019-04-04`.
    pub target: String,
    /// Why: the actor's name, or how the date was reckoned.
    pub reason: String,
}

/// Words that may be a name or a date, and can't be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The bytes of its words in the file.
    pub range: Range<usize>,
    /// Why it can't be told.
    pub reason: String,
    /// What it may be.
    pub candidates: Vec<String>,
}

/// What was found in a text, by ascending place. No two suggestions overlap.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Suggestions {
    /// Links that could be written.
    pub links: Vec<Suggestion>,
    /// What can't be told.
    pub doubts: Vec<Doubt>,
}

/// A text, as far as looking for names and dates depends on it.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The whole file.
    pub file: &'a str,
    /// The words of its body.
    pub text: &'a Text,
    /// Its language.
    pub lang: &'a str,
    /// When it was published: what relative dates are reckoned from.
    pub written_on: Option<Key>,
    /// The actor whose own text it is, by number: it does not link to itself.
    pub own: Option<u32>,
}

/// What separates blocks in the words of a text.
const BREAK: char = '\u{2029}';

/// Looks for names and dates in a text. Where `first` is set, only the first mention of each actor in the text is
/// suggested.
#[must_use]
pub fn suggest(subject: &Subject<'_>, known: &Known, first: bool) -> Suggestions {
    let mut found = Suggestions::default();
    let mut named = BTreeSet::new();
    let mut start = 0;
    for block in subject.text.words.split(BREAK) {
        look(subject, known, start..start + block.len(), &mut found, first.then_some(&mut named));
        start += block.len() + BREAK.len_utf8();
    }
    found.links.sort_by_key(|link| (link.range.start, link.range.end));
    // A date in a name ("17 February Coalition") is the name's.
    found.links.dedup_by(|later, before| later.range.start < before.range.end);
    found.doubts.sort_by_key(|doubt| doubt.range.start);
    found.doubts.retain(|doubt| !found.links.iter().any(|link| overlap(&link.range, &doubt.range)));
    found
}

fn look(
    subject: &Subject<'_>,
    known: &Known,
    block: Range<usize>,
    found: &mut Suggestions,
    mut named: Option<&mut BTreeSet<u32>>,
) {
    let Some(words) = subject.text.words.get(block.clone()) else { return };
    let place = |range: &Range<usize>| place(subject, block.start + range.start..block.start + range.end);
    for find in known.names.find(words) {
        let Some(range) = place(&find.range) else { continue };
        match find.who {
            Who::One(actor) if subject.own == Some(actor) => {}
            Who::One(actor) => {
                if named.as_mut().is_none_or(|named| named.insert(actor)) {
                    let (target, reason) = known.link(actor);
                    found.links.push(Suggestion { range, target, reason });
                }
            }
            Who::Several(actors) => found.doubts.push(Doubt {
                range,
                reason: "several actors have this name".to_owned(),
                candidates: actors.iter().map(|actor| known.link(*actor).0).collect(),
            }),
        }
    }
    for phrase in phrases::find(words, subject.lang, subject.written_on) {
        let Some(range) = place(&phrase.range) else { continue };
        match phrase.meaning {
            Meaning::Date { edtf, reckoning } => {
                let reason = reckoning.to_string();
                found.links.push(Suggestion { range, target: format!("date:{edtf}"), reason });
            }
            Meaning::CannotTell { doubt, candidates } => {
                found.doubts.push(Doubt { range, reason: doubt.to_string(), candidates });
            }
        }
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Where words stand in the file, if they are plain running text there and could be a link's words as they stand.
fn place(subject: &Subject<'_>, words: Range<usize>) -> Option<Range<usize>> {
    let runs = &subject.text.runs;
    let from = runs.partition_point(|run| (run.words.end as usize) <= words.start);
    let to = runs.partition_point(|run| (run.words.start as usize) < words.end);
    let runs = runs.get(from..to).filter(|runs| runs.iter().all(|run| run.is_prose))?;
    let (first, last) = (runs.first()?, runs.last()?);
    if first.note != last.note {
        return None;
    }
    let range = at(first, words.start)?..at(last, words.end)?;
    let written = subject.file.get(range.clone())?.split_whitespace();
    // Markup between the words, a character reference, the mark of a quotation's next line: they are left alone.
    written.eq(subject.text.words.get(words)?.split_whitespace()).then_some(range)
}

/// The offset in the file of an offset in the words, within a run.
fn at(run: &Run, words: usize) -> Option<usize> {
    Some(run.source.start as usize + words.checked_sub(run.words.start as usize)?)
}
