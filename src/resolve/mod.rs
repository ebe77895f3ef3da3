//! resolve: the Summaries of all files become the [`Graph`]. The one global step; it reads no body and no clock.

mod anchors;
mod casts;
mod dates;
mod docs;
mod events;
mod graph;
mod index;
mod links;
mod lookup;
mod query;
mod records;
mod registry;
mod routes;
mod sources;
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
    registry::register_actors(&mut graph, &mut lookup, &mut problems);
    sources::register_sources(&mut graph, &mut lookup, &mut problems);
    links::resolve_links(&mut graph, &lookup, site, &mut problems);
    casts::fill(&mut graph, &lookup, &mut problems);
    events::fill(&mut graph, &lookup, &mut problems);
    records::check(&graph, &lookup, &mut problems);
    dates::fill(&mut graph, &mut problems);
    registry::order_actors(&mut graph, &site.config.lang);
    routes::fill(&mut graph, site, &mut problems);
    (graph.actor_ids, graph.source_ids) = lookup.into_ids(&graph);
    (graph, problems)
}
