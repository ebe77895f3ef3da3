//! The roots of a source.

use super::Stage;
use crate::parse::{Locator, Target};
use crate::plan::cards::Cards;
use crate::resolve::SourceIx;
use crate::theme::Arg;
use crate::view::{CitationView, Raw, SourceView};

pub(super) fn source(stage: &Stage<'_>, ix: SourceIx) -> SourceView {
    let source = &stage.scene.graph.sources[ix];
    SourceView {
        card: stage.cards.source(ix),
        authors: source.record.author.iter().map(|author| stage.cards.party(author)).collect(),
        publisher: source.record.publisher.as_ref().map(|publisher| stage.cards.party(publisher)),
        page_count: source.files.len(),
        place_count: source.citations.len(),
        extra: Raw::map(&source.record.extra),
    }
}

/// Each place that cites it; a page that only lists it comes without a sentence.
pub(super) fn citations(stage: &Stage<'_>, ix: SourceIx) -> Vec<CitationView> {
    let graph = &*stage.scene.graph;
    let source = &graph.sources[ix];
    let mut citations: Vec<CitationView> = Vec::new();
    for (file, link, number) in stage.slice(&source.citations) {
        let item = &graph.files[*file].summary.links[*link as usize];
        let place = stage.cards.place(*file, item.paragraph);
        let locator = match &item.target {
            Target::Cite(cites) => cites.get(*number as usize).and_then(|cite| cite.locator.as_ref()),
            _ => None,
        };
        citations.push(CitationView {
            sentence: stage.cards.sentence(*file, *link),
            locator: locator.map(|locator| locator_words(stage.cards, locator).into()),
            from: place.page,
            paragraph: place.paragraph,
            url: place.url,
        });
    }
    if stage.page.number == stage.page.of {
        let only_listed = source.files.iter().filter(|file| !source.citations.iter().any(|cited| cited.0 == **file));
        citations.extend(only_listed.map(|file| {
            let place = stage.cards.place(*file, 0);
            CitationView { sentence: None, locator: None, from: place.page, paragraph: 0, url: place.url }
        }));
    }
    citations
}

/// A locator in words: `p. 2`.
pub(in crate::plan) fn locator_words(cards: &Cards, locator: &Locator) -> String {
    let key = format!("locator-{}", locator.label);
    let value = [("value", Arg::Text(&locator.value))];
    cards.words().get(&key, &value).unwrap_or_else(|| format!("{} {}", locator.label, locator.value))
}
