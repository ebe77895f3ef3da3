//! Date phrases in running text: which words of a sentence speak of a day, a month or a year, and of which.
//!
//! ```text
//! text ─► words (tokens with their senses, by language) ─► grammar (the longest phrase at each word) ─► Said
//!         Said + the day the text was written on + what it has named before (context) ─► reckon ─► Meaning
//! ```
//!
//! A [`Context`] reads a text paragraph by paragraph and keeps the dates that it has named. A date is never guessed. What
//! has two plausible readings, or hangs on a day that is not known, is told as [`Meaning::CannotTell`]; what may be no date
//! at all is passed over.

mod language;
mod sense;
mod english;
mod french;
mod arabic;
mod lexicon;
mod normal;
mod words;
mod said;
mod named;
mod grammar;
mod reckon;
mod meaning;
mod above;
mod context;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::edtf::{Day, Key, Weekday};
pub use context::{Context, Known};
pub use meaning::{Clue, Direction, Doubt, Meaning, Reckoning, Unit};

/// Words that speak of a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Where they stand in the text, in bytes, on the bounds of words. No preposition before them is included.
    pub range: Range<usize>,
    /// The date.
    pub meaning: Meaning,
}

/// Finds the date phrases of a text, in ascending order and without overlaps.
///
/// `lang` is a language tag; other languages than English, French and Arabic have no phrases. `written_on` is the day,
/// month or year that relative phrases are reckoned from.
#[must_use]
pub fn find(text: &str, lang: &str, written_on: Option<Key>) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    for paragraph in paragraphs(text) {
        let found = Context::new(lang, written_on).read(&text[paragraph.clone()], &[]);
        let moved = |range: Range<usize>| paragraph.start + range.start..paragraph.start + range.end;
        phrases.extend(found.into_iter().map(|phrase| Phrase { range: moved(phrase.range), ..phrase }));
    }
    phrases
}

/// The paragraphs of a text, which empty lines part: none knows of another.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let (mut at, mut is_open) = (0, false);
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        match paragraphs.last_mut() {
            _ if line.trim().is_empty() => is_open = false,
            Some(paragraph) if is_open => paragraph.end = end,
            _ => {
                paragraphs.push(at..end);
                is_open = true;
            }
        }
        at = end;
    }
    paragraphs
}
