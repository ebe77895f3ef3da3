//! The words of a citation in the margin, where its source may have been cited before.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};
use std::fmt::Write as _;

use super::Filler;
use crate::escape::escape;
use crate::matter::Str;
use crate::parse::{Cite, Locator};
use crate::resolve::SourceIx;
use crate::theme::Arg;

/// The citations of the text that have been written, by source.
#[derive(Default)]
pub(super) struct Cited(HashMap<SourceIx, Earlier>);

/// The words before a citation, where in its source it leads to, and the words behind it.
type What = (Option<Str>, Option<Locator>, Option<Str>);

/// The citations of one source.
struct Earlier {
    /// The paragraph of the first one.
    first: u32,
    /// What each paragraph cites of it; `None` where it cites several places.
    clear: HashMap<u32, Option<What>>,
    /// The paragraphs that cite each place, in order, as long as they may be clear.
    paragraphs: HashMap<What, VecDeque<u32>>,
}

impl Cited {
    /// Notes a citation that stands in a numbered paragraph.
    pub(super) fn add(&mut self, source: SourceIx, cite: &Cite, paragraph: u32) {
        if paragraph == 0 {
            return;
        }
        let new = || Earlier { first: paragraph, clear: HashMap::new(), paragraphs: HashMap::new() };
        let earlier = self.0.entry(source).or_insert_with(new);
        let what = what(cite);
        match earlier.clear.entry(paragraph) {
            Entry::Vacant(place) => {
                place.insert(Some(what.clone()));
            }
            Entry::Occupied(mut place) if place.get().as_ref() != Some(&what) => {
                place.insert(None);
            }
            Entry::Occupied(_) => return,
        }
        earlier.paragraphs.entry(what).or_default().push_back(paragraph);
    }

    /// The paragraph of the first citation of a source.
    fn first(&self, source: SourceIx) -> Option<u32> {
        Some(self.0.get(&source)?.first)
    }

    /// The first paragraph that cites the same place of a source, and no other one of it: then it says which is meant.
    fn same(&mut self, source: SourceIx, cite: &Cite) -> Option<u32> {
        let Earlier { clear, paragraphs, .. } = self.0.get_mut(&source)?;
        let paragraphs = paragraphs.get_mut(&what(cite))?;
        // What has become unclear stays so.
        while let Some(paragraph) = paragraphs.front() {
            if clear.get(paragraph).is_some_and(Option::is_some) {
                return Some(*paragraph);
            }
            paragraphs.pop_front();
        }
        None
    }
}

fn what(cite: &Cite) -> What {
    (cite.prefix.clone(), cite.locator.clone(), cite.suffix.clone())
}

impl Filler<'_> {
    /// `see Entry, p. 2, suffix.` Where the entry stands in the margin already, the source's title and the paragraph that it
    /// stands at; where the same place of it was cited before, no more than the paragraph of that.
    pub(super) fn cite_words(&self, source: SourceIx, cite: &Cite, before: &mut Cited) -> String {
        let cards = self.scene.cards(self.lang);
        let card = cards.source(source);
        let place = |paragraph: u32| {
            let mark = self.count_word("paragraph-mark", paragraph);
            format!("<a href=\"#p{paragraph}\">{}</a>", escape(&mark))
        };
        if let Some(same) = before.same(source, cite) {
            let place = place(same);
            let words = cards.words().get("as-at", &[("place", Arg::Text(&place))]);
            return words.unwrap_or(place);
        }
        let mut words = String::new();
        if let Some(prefix) = &cite.prefix {
            let _ = write!(words, "{} ", escape(prefix));
        }
        let rest = self.around(cite);
        let rest = escape(&rest.join(", ")).into_owned();
        if let Some(first) = before.first(source) {
            let (place, title) = (place(first), escape(&card.title));
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
