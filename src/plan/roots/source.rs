//! The roots of a source.

use super::Stage;
use crate::matter::Str;
use crate::parse::{Locator, Target};
use crate::plan::cards::Cards;
use crate::resolve::{SourceCopy, SourceIx};
use crate::theme::Arg;
use crate::view::{CitationView, CopyView, Raw, SourceView};

pub(super) fn source(stage: &Stage<'_>, ix: SourceIx) -> SourceView {
    let source = &stage.scene.graph.sources[ix];
    SourceView {
        card: stage.cards.source(ix),
        authors: source.record.author.iter().map(|author| stage.cards.party(author)).collect(),
        publisher: source.record.publisher.as_ref().map(|publisher| stage.cards.party(publisher)),
        page_count: source.files.len(),
        place_count: source.citations.len(),
        copy: source.copy.as_ref().map(|copy| copy_view(stage, copy)),
        extra: Raw::map(&source.record.extra),
    }
}

pub(in crate::plan) fn copy_view(stage: &Stage<'_>, copy: &SourceCopy) -> CopyView {
    let name = copy.route.rsplit('/').next().unwrap_or(&copy.route);
    CopyView {
        url: stage.scene.addresses.of(&copy.route),
        name: name.into(),
        media: mime_guess::from_path(name).first_raw().unwrap_or("application/octet-stream").into(),
        bytes: usize::try_from(copy.len).unwrap_or(usize::MAX),
        size: size(stage.cards, copy.len),
    }
}

/// A length in words, in the largest unit of which there are ten, rounded.
fn size(cards: &Cards, bytes: u64) -> Str {
    let units = [("size-gb", 1_000_000_000), ("size-mb", 1_000_000), ("size-kb", 1_000), ("size-bytes", 1)];
    let (key, unit) = units.into_iter().find(|(_, unit)| bytes >= 10 * unit).unwrap_or(units[3]);
    let count = i64::try_from((bytes + unit / 2) / unit).unwrap_or(i64::MAX);
    cards.words().get(key, &[("n", Arg::Number(count))]).unwrap_or_else(|| format!("{bytes} B")).into()
}

/// Each place that cites it; a page that only lists it comes without a sentence.
pub(super) fn citations(stage: &Stage<'_>, ix: SourceIx) -> Vec<CitationView> {
    let graph = &*stage.scene.graph;
    let source = &graph.sources[ix];
    let places = source.citations.len();
    let window = stage.window(places + source.only_listed.len());
    let with_sentence = source.citations[window.start.min(places)..window.end.min(places)].iter();
    let without = source.only_listed[window.start.max(places) - places..window.end.max(places) - places].iter();
    let mut citations: Vec<CitationView> = Vec::with_capacity(window.len());
    for (file, link, number) in with_sentence {
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
    citations.extend(without.map(|file| {
        let place = stage.cards.place(*file, 0);
        CitationView { sentence: None, locator: None, from: place.page, paragraph: 0, url: place.url }
    }));
    citations
}

/// A locator in words: `p. 2`.
pub(in crate::plan) fn locator_words(cards: &Cards, locator: &Locator) -> String {
    let key = format!("locator-{}", locator.label);
    let value = [("value", Arg::Text(&locator.value))];
    cards.words().get(&key, &value).unwrap_or_else(|| format!("{} {}", locator.label, locator.value))
}
