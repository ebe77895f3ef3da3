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
mod cues;
mod lexicon;
mod normal;
mod words;
mod said;
mod named;
mod grammar;
mod finds;
mod apposed;
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
