//! Letters behind years: where a page cites two sources of one author and year, `2015a` and `2015b` tell them apart.

use std::collections::HashMap;
use std::sync::Arc;

use super::cards::Cards;
use crate::cite::{Class, Entry, Fill, Pattern};
use crate::matter::Str;
use crate::resolve::{Cited, SourceIx};
use crate::view::{Html, Shared, SourceCard};

/// The letters of one page, by source; empty for most pages.
pub(super) struct Letters(HashMap<SourceIx, Str>);

impl Letters {
    /// The letters of these sources, which stand in the order of their numbers.
    pub(super) fn new(cards: &Cards, cited: &[Cited]) -> Self {
        let Some(styled) = cards.styled().filter(|styled| styled.formatter.class() == Class::Author) else {
            return Self(HashMap::new());
        };
        let entry = |cited: &Cited| Some((cited.source, Arc::clone(styled.entry(cards, cited.source)?)));
        let entries: Vec<(SourceIx, Arc<Entry>)> = cited.iter().filter_map(entry).collect();
        // How many there are of each mark, and how many of them came before.
        let mut marks: HashMap<&Pattern, (u32, u32)> = HashMap::new();
        for (_, entry) in &entries {
            marks.entry(&entry.mark).or_default().0 += 1;
        }
        let mut letters = HashMap::new();
        for (source, entry) in &entries {
            if let Some((2.., earlier)) = marks.get_mut(&entry.mark) {
                let letter = super::holes::letter(*earlier);
                letters.insert(*source, if entry.has_year { letter } else { format!("-{letter}") }.into());
                *earlier += 1;
            }
        }
        Self(letters)
    }

    /// The letter of a source; empty for most.
    pub(super) fn of(&self, source: SourceIx) -> &str {
        self.0.get(&source).map_or("", |letter| letter)
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
