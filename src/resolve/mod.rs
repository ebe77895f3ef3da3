//! resolve: the Summaries of all files become the [`Graph`]. The one global step; it reads no body and no clock.

mod addresses;
mod anchors;
mod casts;
mod dates;
mod docs;
mod events;
mod files;
mod graph;
mod index;
mod links;
mod lookup;
mod mentions;
mod owners;
mod query;
mod records;
mod registry;
mod routes;
mod sources;
mod standing;
mod versions;

pub use anchors::check_anchors;
pub use graph::{
    Actor, AnchorUse, Cast, Cited, DateNode, Doc, DocKind, Event, File, FileEvent, Graph, Resolved, Section, Source,
    Standing, Tag,
};
pub use index::{ActorIx, DocIx, EventIx, FileIx, SourceIx, TagIx};
pub use routes::output_path;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::config::Config;
use crate::matter::Str;
use crate::parse::Summary;
use crate::problem::Problem;

/// One file, as `resolve` sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Its path from the site's root.
    pub path: Str,
    /// What sort of content it is.
    pub kind: DocKind,
    /// Its id, where the front matter gives no `slug`.
    pub stem: Str,
    /// The language in its name: `ar` of `x.ar.md`.
    pub lang: Option<Str>,
    /// What it says.
    pub summary: Arc<Summary>,
}

/// What `resolve` knows besides the Summaries.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    /// The configuration.
    pub config: &'a Config,
    /// Whether drafts and embargoed files are shown.
    pub drafts: bool,
    /// The moment of the build, in seconds since 1970.
    pub now: i64,
    /// Every other file below `content/`, by path from the root.
    pub assets: &'a BTreeSet<Str>,
    /// Every static file's path from the root, by its path in the output.
    pub statics: &'a BTreeMap<Str, Str>,
}

/// Resolves the Summaries of all files. `inputs` are sorted by path.
#[must_use]
pub fn resolve(inputs: &[Input], site: &Site<'_>) -> (Graph, Vec<Problem>) {
    let mut problems = Vec::new();
    let (mut graph, mut lookup) = docs::gather(inputs, site, &mut problems);
    let (actors, sources) = rayon::join(|| registry::register(&graph, &lookup), || sources::register(&graph));
    (graph.actors, lookup.actors) = (actors.items, actors.ids);
    (graph.sources, lookup.sources) = (sources.items, sources.ids);
    problems.extend(actors.problems.into_iter().chain(sources.problems));
    files::fill(&mut graph, &lookup, site, &mut problems);
    gather_mentions(&mut graph, &mut problems);
    registry::order_actors(&mut graph, &site.config.lang);
    let owners::Owned { owners, replaced, redirects } = owners::owners(&graph, site, &mut problems);
    let addresses::Checked { assets, anchors, problems: told } = addresses::check(&graph, &owners, site);
    problems.extend(told);
    (graph.replaced, graph.redirects, graph.assets, graph.anchors) = (replaced, redirects, assets, anchors);
    (graph.actor_ids, graph.source_ids) = lookup.into_ids(&graph);
    (graph, problems)
}

/// Gathers what all files say of each actor, source, thing, date and tag.
fn gather_mentions(graph: &mut Graph, problems: &mut Vec<Problem>) {
    let order = mentions::mentioning(graph);
    let known = &*graph;
    let (((events, dates), (actors, tags)), (sources, backlinks)) = rayon::join(
        || {
            rayon::join(
                || {
                    let events = events::join(known, &order);
                    let dates = dates::pages(known, &events);
                    (events, dates)
                },
                || (mentions::of_actors(known, &order), dates::tags(known)),
            )
        },
        || (mentions::of_sources(known, &order), mentions::backlinks(known, &order)),
    );
    for (actor, of) in graph.actors.iter_mut().zip(actors) {
        (actor.mentions, actor.reports) = (of.mentions, of.reports);
    }
    for (source, of) in graph.sources.iter_mut().zip(sources) {
        source.has_page |= !of.files.is_empty();
        (source.citations, source.files) = (of.citations, of.files);
    }
    for (doc, from) in graph.docs.iter_mut().zip(backlinks) {
        doc.backlinks = from;
    }
    for (number, event) in events.iter().enumerate() {
        for actor in &event.actors {
            graph.actors[*actor].events.push(number.into());
        }
    }
    graph.ranges = events::ranges(&events);
    (graph.events, graph.tags) = (events, tags);
    graph.dates = dates.by_key;
    problems.extend(dates.problems);
}
