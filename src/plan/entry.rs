//! Bibliography entries in one plain style: *Author. Title. Container, number. Publisher, place, date.*

use std::fmt::Write as _;

use super::cards::Cards;
use crate::escape::escape;
use crate::matter::Str;
use crate::resolve::Source;
use crate::theme::date_words;
use crate::view::Html;

/// A source's entry, as HTML and as plain text.
pub(super) fn entry(cards: &Cards, source: &Source) -> (Html, Str) {
    let record = &source.record;
    let mut entry = Entry::default();
    let authors: Vec<_> = record.author.iter().map(|author| cards.party(author).name).collect();
    let publisher = record.publisher.as_ref().map(|publisher| cards.party(publisher).name);
    entry.part(&authors.join(", "));
    if let Some(title) = &record.title {
        entry.title(title);
    } else if authors.is_empty() && record.container.is_none() {
        entry.title(source.id.as_str());
    }
    entry.part(&joined([record.container.as_deref(), record.number.as_deref()]));
    let date = record.date.as_ref().map(|date| date_words(cards.words(), date));
    // An author that is its own publisher is named once.
    let publisher = publisher.filter(|publisher| !authors.contains(publisher));
    entry.part(&joined([publisher.as_deref(), record.place.as_deref(), date.as_deref()]));
    (Html(entry.html.into()), entry.text.into())
}

fn joined<const N: usize>(parts: [Option<&str>; N]) -> String {
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// An entry that grows part by part, each closed by a full stop.
#[derive(Default)]
struct Entry {
    html: String,
    text: String,
}

impl Entry {
    fn part(&mut self, part: &str) {
        self.push(part, false);
    }

    fn title(&mut self, title: &str) {
        self.push(title, true);
    }

    fn push(&mut self, part: &str, cite: bool) {
        if part.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.html.push(' ');
            self.text.push(' ');
        }
        let escaped = escape(part);
        let _ = if cite { write!(self.html, "<cite>{escaped}</cite>") } else { write!(self.html, "{escaped}") };
        self.text.push_str(part);
        if !part.ends_with(['.', '?', '!', '؟', '…']) {
            self.html.push('.');
            self.text.push('.');
        }
    }
}
