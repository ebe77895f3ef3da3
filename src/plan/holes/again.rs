//! The words of a citation in the margin, where its source may have been cited before.

use std::fmt::Write as _;

use super::Filler;
use crate::escape::escape;
use crate::parse::Cite;
use crate::resolve::SourceIx;
use crate::theme::Arg;

/// A citation that has been written.
pub(super) struct Cited {
    pub(super) source: SourceIx,
    pub(super) cite: Cite,
    /// The paragraph that it stands in; 0 where it has no number.
    pub(super) paragraph: u32,
}

impl Cited {
    /// Whether another one of the same source says the same.
    fn is_same(&self, cite: &Cite) -> bool {
        self.cite.prefix == cite.prefix && self.cite.locator == cite.locator && self.cite.suffix == cite.suffix
    }
}

impl Filler<'_> {
    /// `see Entry, p. 2, suffix.` Where the entry stands in the margin already, the source's title and the paragraph that it
    /// stands at; where the same place of it was cited before, no more than the paragraph of that.
    pub(super) fn cite_words(&self, source: SourceIx, cite: &Cite, before: &[Cited]) -> String {
        let cards = self.scene.cards(self.lang);
        let card = cards.source(source);
        let before = || before.iter().filter(|before| before.source == source && before.paragraph > 0);
        let in_full = before().next();
        let place = |paragraph: u32| {
            let mark = self.count_word("paragraph-mark", paragraph);
            format!("<a href=\"#p{paragraph}\">{}</a>", escape(&mark))
        };
        // A paragraph that cites several places of it would not tell which one is meant.
        let is_clear = |same: &&Cited| before().all(|it| it.paragraph != same.paragraph || it.is_same(cite));
        if let Some(same) = before().filter(|before| before.is_same(cite)).find(is_clear) {
            let place = place(same.paragraph);
            let words = cards.words().get("as-at", &[("place", Arg::Text(&place))]);
            return words.unwrap_or(place);
        }
        let mut words = String::new();
        if let Some(prefix) = &cite.prefix {
            let _ = write!(words, "{} ", escape(prefix));
        }
        let rest = self.around(cite);
        let rest = escape(&rest.join(", ")).into_owned();
        if let Some(first) = in_full {
            let (place, title) = (place(first.paragraph), escape(&card.title));
            let told = [("source", Arg::Text(&title)), ("place", Arg::Text(&place)), ("where", Arg::Text(&rest))];
            let key = if rest.is_empty() { "cited-again" } else { "cited-again-place" };
            words.push_str(&cards.words().get(key, &told).unwrap_or_else(|| place.clone()));
        } else if rest.is_empty() {
            words.push_str(&card.entry.0);
            return words;
        } else {
            let _ = write!(words, "{}, {rest}", card.entry.0.strip_suffix('.').unwrap_or(&card.entry.0));
        }
        if !words.ends_with('.') {
            words.push('.');
        }
        words
    }

    /// The locator and the suffix of a citation.
    pub(super) fn around(&self, cite: &Cite) -> Vec<String> {
        let cards = self.scene.cards(self.lang);
        let locator = cite.locator.as_ref().map(|locator| crate::plan::roots::locator_words(cards, locator));
        locator.into_iter().chain(cite.suffix.as_ref().map(ToString::to_string)).collect()
    }
}
