//! The roots of the home page.

use super::Stage;
use crate::resolve::ActorIx;
use crate::view::{ActorCount, EventView, ReportCard, Shared, TotalsView};

/// Latest reports.
const REPORTS: usize = 10;
/// Latest events.
const EVENTS: usize = 8;
/// Most named actors.
const ACTORS: usize = 12;

pub(super) fn reports(stage: &Stage<'_>) -> Vec<Shared<ReportCard>> {
    stage.scene.graph.reports.iter().take(REPORTS).map(|doc| stage.cards.report(*doc)).collect()
}

/// The latest events that have a label, newest first.
pub(super) fn events(stage: &Stage<'_>) -> Vec<Shared<EventView>> {
    let graph = &*stage.scene.graph;
    let labelled =
        (0..graph.events.len()).rev().filter(|number| graph.first_told(&graph.events[*number]).label.is_some());
    labelled.take(EVENTS).map(|number| stage.cards.event(number.into())).collect()
}

pub(super) fn top_actors(stage: &Stage<'_>) -> Vec<ActorCount> {
    let graph = &*stage.scene.graph;
    let mut ranked: Vec<ActorIx> = graph.actor_order.clone();
    ranked.sort_by_key(|actor| std::cmp::Reverse(graph.actors[*actor].reports.len()));
    let named = ranked.into_iter().filter(|actor| !graph.actors[*actor].reports.is_empty()).take(ACTORS);
    named
        .map(|actor| ActorCount { actor: stage.cards.actor(actor), count: graph.actors[actor].reports.len() })
        .collect()
}

pub(super) fn totals(stage: &Stage<'_>) -> TotalsView {
    let graph = &*stage.scene.graph;
    let mut years = graph.dates.keys().filter(|key| key.month == 0).map(ToString::to_string);
    let first = years.next();
    let last = years.next_back();
    let span = match (first, last) {
        (Some(first), Some(last)) => Some(format!("{first} – {last}").into()),
        (first, _) => first.map(Into::into),
    };
    TotalsView {
        reports: graph.reports.len(),
        actors: graph.actor_order.len(),
        dates: graph.dates.len(),
        sources: graph.sources.iter().filter(|source| graph.lists_source(source)).count(),
        claims: graph.claims.len(),
        corrections: graph.corrections.len(),
        span,
    }
}
