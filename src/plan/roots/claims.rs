//! The roots of claims and quotations: of a report, an actor, a source, and of the list of all claims.

use super::Stage;
use super::source::locator_words;
use crate::matter::{Claim, Own, Str};
use crate::parse::{Quotation, Target};
use crate::plan::cards::Cards;
use crate::plan::scene::direction;
use crate::resolve::{ActorIx, FileIx, Resolved, Section, SourceIx, Standing};
use crate::view::{ActorCount, ClaimGroup, ClaimView, NumberedSource, QuotationView, QuotedSource};

/// A claim's status in words.
pub(in crate::plan) fn status_words(cards: &Cards, status: Option<&str>) -> Str {
    cards.word(&format!("claim-{}", status.unwrap_or("unstated")))
}

/// The claims of a report; a version without its own shows those of its original.
pub(in crate::plan) fn of_report(stage: &Stage<'_>, ix: FileIx) -> Vec<ClaimView> {
    let graph = &*stage.scene.graph;
    let from = graph.claims_of(ix);
    let numbers = (0..).zip(&graph.files[from].summary.claims).filter(|(_, spot)| spot.is_some());
    let cited = &graph.files[ix].cited;
    let mut claims: Vec<ClaimView> = numbers.filter_map(|(number, _)| claim(stage, from, number)).collect();
    for item in claims.iter_mut().flat_map(|claim| &mut claim.sources) {
        let number = cited.iter().position(|cited| stage.cards.source(cited.source) == item.source);
        item.number = number.map(|number| number + 1);
    }
    claims
}

/// The claims that an actor makes.
pub(super) fn of_actor(stage: &Stage<'_>, ix: ActorIx) -> Vec<ClaimView> {
    let claims = stage.slice(&stage.scene.graph.actors[ix].claims).iter();
    claims.filter_map(|(file, number)| claim(stage, *file, *number)).collect()
}

/// The claims of this page of the list, by status.
pub(super) fn groups(stage: &Stage<'_>) -> Vec<ClaimGroup> {
    let graph = &*stage.scene.graph;
    let mut groups: Vec<ClaimGroup> = Vec::new();
    for view in stage.slice(&graph.claims).iter().filter_map(|(file, number)| claim(stage, *file, *number)) {
        match groups.last_mut() {
            Some(group) if group.status == view.status => group.claims.push(view),
            _ => groups.push(ClaimGroup { status: view.status.clone(), claims: vec![view] }),
        }
    }
    groups
}

/// The listed actors that make claims, in the order of names.
pub(super) fn actors(stage: &Stage<'_>) -> Vec<ActorCount> {
    let graph = &*stage.scene.graph;
    let actors = graph.actor_order.iter().map(|ix| (*ix, graph.actors[*ix].claims.len()));
    let actors = actors.filter(|(_, count)| *count > 0);
    actors.map(|(actor, count)| ActorCount { actor: stage.cards.actor(actor), count }).collect()
}

fn record<'s>(stage: &Stage<'s>, ix: FileIx, number: u32) -> Option<&'s Claim> {
    match &stage.scene.graph.files[ix].matter.own {
        Own::Report(report) => report.claims.get(number as usize),
        _ => None,
    }
}

/// A claim of a file whose own front matter has it.
fn claim(stage: &Stage<'_>, ix: FileIx, number: u32) -> Option<ClaimView> {
    let graph = &*stage.scene.graph;
    let file = &graph.files[ix];
    let spot = file.summary.claims.get(number as usize)?.as_ref()?;
    let said = file.claims.get(number as usize)?;
    let place = stage.cards.place(ix, spot.paragraph);
    let is_listed = file.standing == Standing::Listed && graph.has_list(Section::Claims);
    Some(ClaimView {
        number: number + 1,
        words: spot.words.clone(),
        lang: file.summary.lang.clone(),
        dir: direction(&file.summary.lang).into(),
        status: record(stage, ix, number)?.status.clone(),
        by: said.by.iter().map(|actor| stage.cards.actor(*actor)).collect(),
        sources: said
            .sources
            .iter()
            .map(|source| NumberedSource { source: stage.cards.source(*source), number: None })
            .collect(),
        paragraph: place.paragraph,
        url: if spot.has_anchor { format!("{}#gl-c{}", place.page.url, number + 1).into() } else { place.url },
        from: place.page,
        list: is_listed.then(|| stage.scene.addresses.of(Section::Claims.route())),
    })
}

/// The words of an actor.
pub(super) fn quotations_of_actor(stage: &Stage<'_>, ix: ActorIx) -> Vec<QuotationView> {
    quotations(stage, &stage.scene.graph.actors[ix].quotations)
}

/// The words of a source.
pub(super) fn quotations_of_source(stage: &Stage<'_>, ix: SourceIx) -> Vec<QuotationView> {
    quotations(stage, &stage.scene.graph.sources[ix].quotations)
}

/// The quotations of a file that say whose words they have, or where they are from, in the order of its text.
pub(in crate::plan) fn quotations_of_file(stage: &Stage<'_>, ix: FileIx) -> Vec<QuotationView> {
    let said = &stage.scene.graph.files[ix].summary.quotations;
    said.iter().map(|said| quotation(stage, ix, said)).collect()
}

fn quotations(stage: &Stage<'_>, all: &[(FileIx, u32)]) -> Vec<QuotationView> {
    let graph = &*stage.scene.graph;
    let known =
        |(file, number): &(FileIx, u32)| Some((*file, graph.files[*file].summary.quotations.get(*number as usize)?));
    stage.slice(all).iter().filter_map(known).map(|(file, said)| quotation(stage, file, said)).collect()
}

fn quotation(stage: &Stage<'_>, ix: FileIx, said: &Quotation) -> QuotationView {
    let graph = &*stage.scene.graph;
    let file = &graph.files[ix];
    let place = stage.cards.place(ix, said.paragraph);
    let mut sources: Vec<QuotedSource> = Vec::new();
    for link in &said.cites {
        let (Some(item), Some(Resolved::Cite(found))) =
            (file.summary.links.get(*link as usize), file.links.get(*link as usize))
        else {
            continue;
        };
        let Target::Cite(cites) = &item.target else { continue };
        for (source, cite) in found.iter().zip(cites.iter()) {
            let Some(source) = source else { continue };
            let locator = cite.locator.as_ref().map(|locator| locator_words(stage.cards, locator).into());
            sources.push(QuotedSource { source: stage.cards.source(*source), locator });
        }
    }
    QuotationView {
        words: stage.cards.named(ix, &said.words, &mut said.unnamed.iter().copied()),
        lang: file.summary.lang.clone(),
        dir: direction(&file.summary.lang).into(),
        speaker: graph.speaker(ix, said).map(|actor| stage.cards.actor(actor)),
        sources,
        paragraph: place.paragraph,
        url: place.url,
        from: place.page,
    }
}
