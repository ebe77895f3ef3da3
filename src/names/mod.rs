//! Known names in running text: where a text names an actor, and whom.
//!
//! A text and the names are compared in one normal form, in which compositions, white
//! space, typographic marks and Arabic vowel signs make no difference. One automaton finds every name at once; the
//! `edges` of each find then say whether it is a whole word, and `entry` what an Arabic name allows before
//! it. Of the finds that remain the leftmost is taken, of several there the longest.

mod cluster;
mod edges;
mod entry;
mod letters;
mod normal;
mod roster;
mod select;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use aho_corasick::{AhoCorasick, MatchKind};

pub use self::roster::{Called, Named, Roster};

use self::entry::Entry;
use self::normal::Normal;
use self::select::Candidate;

/// All known names, ready to be found. Cheap to clone.
///
/// Two `Names` are equal, and hash alike, when they were made of the same names in whatever order.
#[derive(Clone)]
pub struct Names {
    patterns: Arc<[Pattern]>,
    /// Finds the patterns' texts, by their places in the list. `None` where there are none, or more than an automaton
    /// can hold (about a gigabyte of names).
    automaton: Option<AhoCorasick>,
}

/// A text in the form in which names are compared: NFC, without Arabic marks and tatweel, white space as single spaces.
#[must_use]
pub fn normal_form(text: &str) -> String {
    Normal::of(text).into_text()
}

/// A text to look for, and the names that it may be.
#[derive(PartialEq, Eq, Hash)]
struct Pattern {
    text: String,
    /// Sorted, none twice.
    entries: Vec<Entry>,
}

/// A name in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Find {
    /// The name's bytes in the text as it was given; whole characters, with the marks that belong to them.
    pub range: Range<usize>,
    /// Whose name it is.
    pub who: Who,
}

/// Whose name was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// The number of the only actor of that name.
    One(u32),
    /// Several actors' numbers, sorted: the name alone doesn't tell which of them is meant.
    Several(Vec<u32>),
}

impl Names {
    /// Makes the names findable: each with its language (a BCP 47 tag, where it is known) and its actor's number.
    ///
    /// Names that no text could be searched for without false finds are passed over: those of fewer than two letters
    /// (so every number), and those without a capital in a script that has capitals (`the embassy`).
    #[must_use]
    pub fn new<'n>(names: impl IntoIterator<Item = (&'n str, Option<&'n str>, u32)>) -> Self {
        let mut patterns: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
        for (name, language, actor) in names {
            if let Some((text, entry)) = Entry::read(name, language, actor) {
                if let Some(text) = letters::capitalised(&text) {
                    patterns.entry(text).or_default().push(entry);
                }
                patterns.entry(text).or_default().push(entry);
            }
        }
        let patterns: Arc<[Pattern]> = patterns
            .into_iter()
            .map(|(text, mut entries)| {
                entries.sort_unstable();
                entries.dedup();
                Pattern { text, entries }
            })
            .collect();
        // Only the standard kind reports every match: the longest may turn out to end within a word.
        let automaton = (!patterns.is_empty())
            .then(|| {
                AhoCorasick::builder().match_kind(MatchKind::Standard).build(patterns.iter().map(|p| &p.text)).ok()
            })
            .flatten();
        Self { patterns, automaton }
    }

    /// Whether no name can be found in any text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.automaton.is_none()
    }

    /// The names in `text`, in their order there, none within another.
    ///
    /// `text` is one run of prose without markup. Takes time proportional to its length.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Find> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let normal = Normal::of(text);
        let mut candidates = Vec::new();
        for found in automaton.find_overlapping_iter(normal.text()) {
            let (start, end) = (found.start(), found.end());
            if !edges::may_end(normal.text(), end) {
                continue;
            }
            let Some(before) = edges::before(normal.text(), start) else { continue };
            for entry in &self.patterns[found.pattern().as_usize()].entries {
                if let Some((start, adapted)) = entry.start(before, start, &normal) {
                    candidates.push(Candidate { start, end, adapted, actor: entry.actor });
                }
            }
        }
        select::select(candidates, &normal)
    }
}

impl PartialEq for Names {
    fn eq(&self, other: &Self) -> bool {
        self.patterns == other.patterns
    }
}

impl Eq for Names {}

impl Hash for Names {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.patterns.hash(state);
    }
}

impl fmt::Debug for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.patterns.iter().map(|pattern| &pattern.text)).finish()
    }
}
