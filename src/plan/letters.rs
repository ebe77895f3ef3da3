//! Letters behind years: where a page cites two sources of one author and year, `2015a` and `2015b` tell them apart.

use std::sync::Arc;

use super::cards::Cards;
use crate::cite::{Class, Entry, Fill};
use crate::matter::Str;
use crate::resolve::{Cited, SourceIx};
use crate::view::{Html, Shared, SourceCard};

/// The letters of one page, by source; empty for most pages.
pub(super) struct Letters(Vec<(SourceIx, Str)>);

impl Letters {
    /// The letters of these sources, which stand in the order of their numbers.
    pub(super) fn new(cards: &Cards, cited: &[Cited]) -> Self {
        let Some(styled) = cards.styled().filter(|styled| styled.formatter.class() == Class::Author) else {
            return Self(Vec::new());
        };
        let entry = |cited: &Cited| Some((cited.source, Arc::clone(styled.entry(cards, cited.source)?)));
        let entries: Vec<(SourceIx, Arc<Entry>)> = cited.iter().filter_map(entry).collect();
        let mut letters = Vec::new();
        for (at, (source, entry)) in entries.iter().enumerate() {
            let alike = |(_, other): &&(SourceIx, Arc<Entry>)| other.mark == entry.mark;
            let earlier = entries[..at].iter().filter(alike).count();
            if earlier > 0 || entries[at + 1..].iter().any(|other| alike(&other)) {
                let letter = super::holes::letter(u32::try_from(earlier).unwrap_or(u32::MAX));
                letters.push((*source, if entry.has_year { letter } else { format!("-{letter}") }.into()));
            }
        }
        Self(letters)
    }

    /// The letter of a source; empty for most.
    pub(super) fn of(&self, source: SourceIx) -> &str {
        self.0.iter().find(|(other, _)| *other == source).map_or("", |(_, letter)| letter)
    }

    /// The card of a source, with its letter.
    pub(super) fn card(&self, cards: &Cards, source: SourceIx) -> Shared<SourceCard> {
        let card = cards.source(source);
        let letter = self.of(source);
        let written = cards.styled().filter(|_| !letter.is_empty()).and_then(|styled| styled.entry(cards, source));
        match written.filter(|written| written.has_year) {
            Some(written) => {
                let fill = Fill { letter, ..Fill::default() };
                let (entry, text) = (Html(written.entry.html(&fill)), written.entry.text(&fill));
                Shared::new(SourceCard { entry, text, ..(*card).clone() })
            }
            None => card,
        }
    }
}
