//! The roots of the lists: reports, actors, sources, dates, tags.

use std::collections::BTreeMap;

use unicode_segmentation::UnicodeSegmentation;

use super::Stage;
use super::date::{cells_of_year, count};
use crate::edtf::Key;
use crate::matter::{Kind, Str};
use crate::resolve::{ActorIx, SourceIx, TagIx};
use crate::view::{
    ActorCount, ActorGroup, LetterGroup, PartyView, ReportCard, Shared, SourceCount, SourceGroup, TagCard, YearView,
};

pub(super) fn reports(stage: &Stage<'_>) -> Vec<Shared<ReportCard>> {
    stage.slice(&stage.scene.graph.reports).iter().map(|doc| stage.cards.report(*doc)).collect()
}

/// The actors of this page, by kind and first letter.
pub(super) fn actor_groups(stage: &Stage<'_>) -> Vec<ActorGroup> {
    let graph = &*stage.scene.graph;
    let mut by_kind: Vec<ActorIx> = Vec::with_capacity(graph.actor_order.len());
    for kind in Kind::ALL {
        by_kind.extend(graph.actor_order.iter().filter(|actor| graph.actors[**actor].kind == kind));
    }
    let mut groups: Vec<ActorGroup> = Vec::new();
    for ix in stage.slice(&by_kind) {
        let actor = &graph.actors[*ix];
        let letter = first_letter(&stage.cards.name(actor));
        let kind = actor.kind.as_str();
        if groups.last().is_none_or(|group| &*group.kind != kind) {
            groups.push(ActorGroup { kind: kind.into(), letters: Vec::new() });
        }
        let Some(group) = groups.last_mut() else { continue };
        if group.letters.last().is_none_or(|last| last.letter != letter) {
            group.letters.push(LetterGroup { letter, actors: Vec::new() });
        }
        let Some(letters) = group.letters.last_mut() else { continue };
        letters.actors.push(ActorCount { actor: stage.cards.actor(*ix), count: actor.reports.len() });
    }
    groups
}

/// The first letter of a name, upper case and without accents of Latin letters.
fn first_letter(name: &str) -> Str {
    let first = name.graphemes(true).find(|grapheme| grapheme.chars().any(char::is_alphanumeric)).unwrap_or("#");
    let plain = crate::id::slug(first);
    if plain.is_empty() { first.to_uppercase().into() } else { plain.to_uppercase().into() }
}

/// The sources of this page, by publisher; those without one come last.
pub(super) fn source_groups(stage: &Stage<'_>) -> Vec<SourceGroup> {
    let graph = &*stage.scene.graph;
    let order = stage.cards.source_order(|| source_order(stage));
    let mut groups: Vec<SourceGroup> = Vec::new();
    for ix in stage.slice(order) {
        let record = &graph.sources[*ix].record;
        let party: Option<PartyView> =
            record.publisher.as_ref().or_else(|| record.author.first()).map(|party| stage.cards.party(party));
        if groups.last().is_none_or(|group| group.publisher != party) {
            groups.push(SourceGroup { publisher: party, sources: Vec::new() });
        }
        let Some(group) = groups.last_mut() else { continue };
        group.sources.push(SourceCount { source: stage.cards.source(*ix), count: graph.sources[*ix].files.len() });
    }
    groups
}

/// All listed sources by publisher, and those of each by date.
fn source_order(stage: &Stage<'_>) -> Vec<SourceIx> {
    let graph = &*stage.scene.graph;
    let mut by_publisher: BTreeMap<(bool, String), Vec<SourceIx>> = BTreeMap::new();
    for (number, source) in graph.sources.iter().enumerate().filter(|(_, source)| graph.lists_source(source)) {
        let record = &source.record;
        let party = record.publisher.as_ref().or_else(|| record.author.first());
        let name = party.map(|party| stage.cards.party(party).name);
        let key = (name.is_none(), name.map(|name| name.to_lowercase()).unwrap_or_default());
        by_publisher.entry(key).or_default().push(number.into());
    }
    for sources in by_publisher.values_mut() {
        sources.sort_by(|a, b| {
            let key = |ix: SourceIx| (&graph.sources[ix].record.date, &graph.sources[ix].id);
            let (a, b) = (key(*a), key(*b));
            let dates =
                a.0.as_ref().map(crate::edtf::Date::sort_key).cmp(&b.0.as_ref().map(crate::edtf::Date::sort_key));
            dates.then_with(|| a.1.cmp(b.1))
        });
    }
    by_publisher.into_values().flatten().collect()
}

/// The years with counts; all of them on the home page, else those of this page.
pub(super) fn years(stage: &Stage<'_>, paged: bool) -> Vec<YearView> {
    let graph = &*stage.scene.graph;
    let years = graph.dates.iter().filter(|(key, _)| key.month == 0);
    let years: Vec<(Key, usize)> = years.map(|(year, node)| (*year, count(node))).collect();
    let most = years.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
    let shown = if paged { stage.slice(&years) } else { &years[..] };
    let view = |(year, count): &(Key, usize)| {
        let count = *count;
        YearView {
            year: stage.cards.key(*year),
            url: stage.scene.addresses.of(&year.route()),
            count,
            months: if paged {
                cells_of_year(stage, *year).into_iter().filter(|cell| cell.url.is_some()).collect()
            } else {
                Vec::new()
            },
            share: u32::try_from(count * 100 / most).unwrap_or(100),
        }
    };
    shown.iter().map(view).collect()
}

pub(super) fn tags(stage: &Stage<'_>) -> Vec<TagCard> {
    let graph = &*stage.scene.graph;
    let all: Vec<TagIx> = (0..graph.tags.len()).map(TagIx::from).collect();
    stage.slice(&all).iter().map(|ix| tag(stage, *ix)).collect()
}

pub(super) fn tag(stage: &Stage<'_>, ix: TagIx) -> TagCard {
    let tag = &stage.scene.graph.tags[ix];
    TagCard {
        name: tag.name.clone(),
        url: stage.scene.addresses.of(&format!("/tags/{}/", tag.slug)),
        count: tag.reports.len(),
    }
}

pub(super) fn tagged(stage: &Stage<'_>, ix: TagIx) -> Vec<Shared<ReportCard>> {
    stage.slice(&stage.scene.graph.tags[ix].reports).iter().map(|doc| stage.cards.report(*doc)).collect()
}
