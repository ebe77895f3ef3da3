//! Words with open places.

use std::borrow::Cow;

use crate::escape::escape;
use crate::matter::Str;

/// Stands for the number of the source on the page.
pub(super) const NUMBER: char = '\u{e001}';
/// Stands for the letter behind the year, where a page cites two sources of one author and year.
pub(super) const LETTER: char = '\u{e002}';
/// Stands for the locator's value.
pub(super) const PLACE: char = '\u{e003}';
/// Stands for a hyphen that must not become a dash.
pub(super) const HYPHEN: char = '\u{e004}';

/// Characters that mean something to us, and nothing to anybody else.
pub(super) const OURS: [char; 4] = [NUMBER, LETTER, PLACE, HYPHEN];

/// Words with open places, as HTML and as plain text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Pattern {
    pub(super) html: Str,
    pub(super) text: Str,
}

/// What belongs in the open places of a [`Pattern`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fill<'a> {
    /// The number of the source on the page.
    pub number: u32,
    /// The letter behind the year; empty where the year is enough.
    pub letter: &'a str,
    /// The locator's value.
    pub place: &'a str,
}

impl Pattern {
    /// As HTML.
    #[must_use]
    pub fn html(&self, fill: &Fill<'_>) -> Str {
        filled(&self.html, fill, escape)
    }

    /// As plain text.
    #[must_use]
    pub fn text(&self, fill: &Fill<'_>) -> Str {
        filled(&self.text, fill, Cow::Borrowed)
    }

    /// With the title of the source behind it, where a mark alone could be that of two sources: `Doe, A book`.
    #[must_use]
    pub fn with_title(&self, title: &str) -> Self {
        self.and(&Self::of(&format!(", {title}"), ""))
    }

    /// Words, and what comes behind them.
    pub(super) fn of(words: &str, behind: &str) -> Self {
        Self { html: format!("{}{behind}", escape(words)).into(), text: format!("{words}{behind}").into() }
    }

    /// The title of a source in its mark's place.
    #[must_use]
    pub fn words(title: &str) -> Self {
        Self::of(title, "")
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Both, one behind the other.
    pub(super) fn and(&self, next: &Self) -> Self {
        if self.is_empty() {
            let begin = |text: &str| text.trim_start_matches(|c: char| c.is_whitespace() || ",;:،؛".contains(c)).into();
            return Self { html: begin(&next.html), text: begin(&next.text) };
        }
        Self { html: [&*self.html, &next.html].concat().into(), text: [&*self.text, &next.text].concat().into() }
    }

    /// Whether there is a place for the letter.
    pub(super) fn has_letter(&self) -> bool {
        self.text.contains(LETTER)
    }
}

fn filled<'v>(pattern: &Str, fill: &Fill<'v>, written: impl Fn(&'v str) -> Cow<'v, str>) -> Str {
    if !pattern.contains(OURS) {
        return Str::clone(pattern);
    }
    let mut out = String::with_capacity(pattern.len() + 16);
    for c in pattern.chars() {
        match c {
            NUMBER => out.push_str(&fill.number.to_string()),
            LETTER => out.push_str(&written(fill.letter)),
            PLACE => out.push_str(&written(fill.place)),
            c => out.push(c),
        }
    }
    out.into()
}
