//! Of all finds those that stand: the leftmost, and of several there the longest.

use std::cmp::Reverse;

use super::normal::Normal;
use super::{Find, Who};

/// A name that a text in normal form may have from `start` to `end`.
#[derive(Clone, Copy)]
pub(super) struct Candidate {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether an article was added to the name or left out: a name that has it as it is written goes before.
    pub(super) adapted: bool,
    pub(super) actor: u32,
}

impl Candidate {
    fn rank(&self) -> (usize, Reverse<usize>, bool) {
        (self.start, Reverse(self.end), self.adapted)
    }
}

/// The candidates that stand, with their places in the text as it was given.
pub(super) fn select(mut candidates: Vec<Candidate>, text: &Normal) -> Vec<Find> {
    candidates.sort_unstable_by_key(|candidate| (candidate.rank(), candidate.actor));
    candidates.dedup_by_key(|candidate| (candidate.rank(), candidate.actor));
    let mut finds = Vec::new();
    let mut free = 0;
    let mut addresses = Addresses { text: text.text(), seen: 0, inside: false };
    for equals in candidates.chunk_by(|a, b| a.rank() == b.rank()) {
        let first = equals[0];
        if first.start < free || addresses.hold(first.start) {
            continue;
        }
        free = first.end;
        let who = match equals {
            [one] => Who::One(one.actor),
            several => Who::Several(several.iter().map(|candidate| candidate.actor).collect()),
        };
        finds.push(Find { range: text.source_range(first.start..first.end), who });
    }
    finds
}

/// Addresses of the web and of mail, in which a name names nobody. Asked for ascending places, it reads a text once.
struct Addresses<'t> {
    text: &'t str,
    seen: usize,
    inside: bool,
}

impl Addresses<'_> {
    /// Whether the word at `at` is an address, by what stands before `at`.
    fn hold(&mut self, at: usize) -> bool {
        let new = &self.text[self.seen..at];
        self.seen = at;
        let word = match new.rfind([' ', '\n']) {
            Some(space) => {
                self.inside = false;
                &new[space + 1..]
            }
            None => new,
        };
        self.inside |= word.contains("://") || word.contains('@') || word.starts_with("www.");
        self.inside
    }
}
