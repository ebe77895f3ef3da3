//! What is found in a paragraph: phrases, and the dates that the author has given.

use std::ops::Range;

use super::Key;
use super::context::Known;
use super::grammar::{Found, Reader};
use super::said::{Said, Year};

/// Something found among the words. An `end` is the index after its last word.
pub(super) struct Find {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) what: What,
}

pub(super) enum What {
    Said(Said),
    /// A date that the author has given.
    Known(Option<Key>),
    /// What is part of something that is no date.
    Nothing,
}

impl Find {
    /// Whether it is a time with its year that a day may tell more exactly: `spring 2019`.
    pub(super) const fn is_wide(&self) -> bool {
        matches!(self.what, What::Said(Said::Season { .. } | Said::Year { .. } | Said::Month { year: Some(_), .. }))
    }

    /// What it says, with its words.
    pub(super) const fn phrase(&self) -> Option<(&Said, Range<usize>)> {
        match &self.what {
            What::Said(said) => Some((said, self.start..self.end)),
            What::Known(_) | What::Nothing => None,
        }
    }

    /// The date, if it has its year.
    pub(super) fn year(&self) -> Option<Key> {
        match self.what {
            What::Known(date) => date,
            What::Said(Said::Day { day, month, year: Some(Year::Number(year)), .. }) => Key::new(year, month, day),
            What::Said(Said::Month { month, year: Some(Year::Number(year)), .. }) => Key::new(year, month, 0),
            What::Said(Said::Year { year, .. }) => Key::new(year, 0, 0),
            _ => None,
        }
    }
}

/// Finds the phrases of a paragraph. `known` are the dates that the author has given, by ascending place.
pub(super) fn finds(reader: &Reader<'_>, known: &[Known]) -> Vec<Find> {
    let mut finds = Vec::new();
    let mut known = known.iter().peekable();
    let mut at = 0;
    while let Some(range) = reader.range_of(at) {
        while known.next_if(|known| known.range.end <= range.start).is_some() {}
        if let Some(given) = known.peek().filter(|known| known.range.start < range.end) {
            let end = reader.word_from(at, given.range.end);
            finds.push(Find { start: at, end, what: What::Known(given.date) });
            at = end;
        } else if let Some(Found { start, end, said }) = reader.phrase(at) {
            let limit = known.peek().map_or(end, |known| reader.word_from(at, known.range.start).min(end));
            // A phrase that runs into a link is none.
            let what = said.filter(|_| limit == end).map_or(What::Nothing, What::Said);
            finds.push(Find { start, end: limit, what });
            at = limit;
        } else {
            at += 1;
        }
    }
    finds
}
