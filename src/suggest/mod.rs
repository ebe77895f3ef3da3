//! suggest: the names and date phrases of a text that could be links, each with its reason.
//!
//! Nothing is decided here that a person would have to decide: what may be two things is told as a doubt, with what it may
//! be, and never becomes a link.

mod dates;
mod edit;
mod report;
#[cfg(test)]
mod tests;

pub use edit::{Change, apply, changes, escape};
pub use report::{for_file, for_report};

use std::collections::BTreeSet;
use std::ops::Range;

use crate::edtf::Key;
use crate::names::{Named, Roster, Who};
use crate::parse::{self, NewLink, Text};

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

impl Suggestion {
    /// The link itself.
    pub(crate) fn link(&self) -> NewLink {
        NewLink { range: self.range.clone(), target: self.target.clone() }
    }
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
pub fn suggest(subject: &Subject<'_>, roster: &Roster, first: bool) -> Suggestions {
    let mut found = Suggestions::default();
    names(subject, roster, &mut found);
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

/// Finds names.
fn names(subject: &Subject<'_>, roster: &Roster, found: &mut Suggestions) {
    for Named { range, who, is_whole } in parse::named(subject.file, subject.text, roster, subject.own) {
        let actor = |number: u32| roster.actor(number).map(|actor| (format!("actor:{}", actor.id), &*actor.name));
        match who {
            Who::One(number) => {
                let Some((target, name)) = actor(number) else { continue };
                let reason = if is_whole { name.to_owned() } else { format!("{name}, whom the text names in full") };
                found.links.push(Suggestion { range, target, reason });
            }
            Who::Several(numbers) => {
                let candidates = numbers.into_iter().filter_map(|number| Some(actor(number)?.0)).collect();
                found.doubts.push(Doubt { range, reason: "several actors have this name".to_owned(), candidates });
            }
        }
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
