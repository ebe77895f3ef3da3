//! suggest: the names and date phrases of a text that could be links, each with its reason.
//!
//! Nothing is decided here that a person would have to decide: what may be two things is told as a doubt, with what it may
//! be, and never becomes a link.

mod dates;
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
use crate::parse::{BREAK, Run, Text};

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

/// Looks for names and dates in a text. Where `first` is set, only the first mention of each actor in the text is
/// suggested.
#[must_use]
pub fn suggest(subject: &Subject<'_>, known: &Known, first: bool) -> Suggestions {
    let mut found = Suggestions::default();
    let mut said = BTreeSet::new();
    let mut start = 0;
    for block in subject.text.words.split(BREAK) {
        let range = start..start + block.len();
        names(subject, known, range, &mut found, &mut said);
        start += block.len() + BREAK.len_utf8();
    }
    dates::dates(subject, &mut found);
    found.links.sort_by_key(|link| (link.range.start, link.range.end));
    // A date in a name ("17 February Coalition") is the name's.
    found.links.dedup_by(|later, before| later.range.start < before.range.end);
    if first {
        let mut named = BTreeSet::new();
        found.links.retain(|link| link.target.starts_with("date:") || named.insert(link.target.clone()));
    }
    found.doubts.sort_by_key(|doubt| doubt.range.start);
    found.doubts.retain(|doubt| !found.links.iter().any(|link| overlap(&link.range, &doubt.range)));
    found
}

/// Finds names in a block. `said` has the actors that were named in full before.
fn names(subject: &Subject<'_>, known: &Known, block: Range<usize>, found: &mut Suggestions, said: &mut BTreeSet<u32>) {
    let Some(words) = subject.text.words.get(block.clone()) else { return };
    let whole = known.names.find(words);
    let is_free = |range: &Range<usize>| !whole.iter().any(|find| overlap(&find.range, range));
    let surnames = known.surnames.find(words).into_iter().filter(|find| is_free(&find.range)).map(|find| (find, false));
    let mut finds: Vec<_> = whole.iter().cloned().map(|find| (find, true)).chain(surnames).collect();
    finds.sort_by_key(|(find, _)| find.range.start);
    for (find, is_whole) in finds {
        let place = place(subject, block.start + find.range.start..block.start + find.range.end);
        match find.who {
            // A name that is a link already, or stands in a heading, introduces the person all the same.
            Who::One(actor) if is_whole || said.contains(&actor) => {
                said.insert(actor);
                let Some(range) = place.filter(|_| subject.own != Some(actor)) else { continue };
                let (target, name) = known.link(actor);
                let reason = if is_whole { name } else { format!("{name}, named in full before") };
                found.links.push(Suggestion { range, target, reason });
            }
            Who::Several(actors) if is_whole => {
                let Some(range) = place else { continue };
                let candidates = actors.iter().map(|actor| known.link(*actor).0).collect();
                found.doubts.push(Doubt { range, reason: "several actors have this name".to_owned(), candidates });
            }
            _ => {}
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
