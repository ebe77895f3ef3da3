//! resolve: the Summaries of all files become the [`Graph`]. The one global step; it reads no body and no clock.

mod addresses;
mod ahead;
mod anchors;
mod called;
mod casts;
mod claims;
mod corrections;
mod copies;
mod dates;
mod docs;
mod events;
mod files;
mod front;
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
mod strays;
mod tags;
mod tenure;
mod versions;
mod withdrawn;

pub use anchors::check_anchors;
pub use called::called;
pub use claims::sources_of;
pub use copies::unpublished as unpublished_copy;
pub use corrections::correction_anchor;
pub use dates::DateNode;
pub use graph::{
    Actor, AnchorUse, Cast, Cited, Doc, DocKind, Event, File, FileClaim, FileEvent, Graph, Resolved, Section, Source,
    SourceCopy, Standing, Tag,
};
pub use index::{ActorIx, DocIx, EventIx, FileIx, SourceIx, TagIx};
pub use routes::{SEARCH, SEARCH_INDEX, output_path};
pub use withdrawn::Reason;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use docs::Docs;
use front::Front;
use mentions::Order;

use crate::bibliography::Listed;
use crate::config::Config;
use crate::copies::Copies;
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
    /// Its title, where links may use it: only if `[[title]]` is one.
    pub title: Option<Str>,
    /// What it says.
    pub summary: Arc<Summary>,
}

/// What `resolve` knows besides the Summaries.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    /// The configuration.
    pub config: &'a Config,
    /// The sources of bibliography files.
    pub bibliography: &'a [Listed],
    /// Every stored copy that a file names, by path from the root.
    pub copies: &'a Copies,
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
///
/// Memory that the Summaries lie in is read in two passes over all files, each in parallel: `front` reads front matter,
/// `files` links. What follows works on lists that these two make.
#[must_use]
pub fn resolve(inputs: &[Input], site: &Site<'_>) -> (Graph, Vec<Problem>) {
    let mut problems = Vec::new();
    let docs = docs::group(inputs, &mut problems);
    let mut front = front::read(inputs, &docs, site);
    problems.append(&mut front.problems);
    let Docs { things: docs, of_file, mut lookup } = docs;
    lookup.add_names(std::mem::take(&mut front.old_ids), &front.names, &docs);
    lookup.add_hidden(&front.hidden);
    let files = std::mem::take(&mut front.files);
    let mut graph = Graph { docs, files, now: site.now, next_change: front.next_change, ..Graph::default() };
    for doc in &mut graph.docs {
        doc.standing = graph.files[doc.files[0]].standing;
    }
    lookup.note_only_files(&graph.docs);
    problems.extend(strays::check(inputs, &graph, &of_file, &lookup));

    let ((lists, actors), sources) = rayon::join(
        || (docs::lists(&graph, &front.published), registry::register(&graph, &lookup, &front.actors)),
        || sources::register(&graph, site, &front.sources),
    );
    for (position, doc) in lists.reports.iter().enumerate() {
        graph.docs[*doc].position = Some(position);
    }
    (graph.reports, graph.unlisted, graph.pages, graph.prose) =
        (lists.reports, lists.unlisted, lists.pages, lists.prose);
    (graph.actors, lookup.actors) = (actors.items, actors.ids);
    (graph.sources, lookup.sources) = (sources.items, sources.ids);
    problems.extend(actors.problems.into_iter().chain(sources.problems));

    graph.withheld = copies::withheld(&graph, site, &mut problems);
    copies::keep_withheld(&graph, site, &mut front.images, &mut problems);

    let mut said = files::fill(&mut graph, &lookup, site);
    problems.append(&mut said.problems);
    gather_mentions(&mut graph, &front, &of_file, &mut problems);
    graph.corrections = corrections::gather(&graph);
    registry::order_actors(&mut graph, &site.config.lang);
    copies::publish(&mut graph, site, &mut problems);

    let owned = owners::owners(&graph, site, front.redirects, &mut problems);
    let anchors = addresses::check(&graph, &owned.owners, site, &said.unchecked, &mut problems);
    (graph.replaced, graph.redirects, graph.anchors) = (owned.replaced, owned.redirects, anchors);
    graph.assets = said.assets.into_iter().chain(front.images).collect();
    (graph.actor_ids, graph.source_ids) = lookup.into_ids(&graph);
    (graph, problems)
}

/// Gathers what all files say of each actor, source, thing, date and tag.
fn gather_mentions(graph: &mut Graph, front: &Front<'_>, of_file: &[DocIx], problems: &mut Vec<Problem>) {
    let order = Order::new(graph);
    let known = &*graph;
    let ((events, ranges, dates), ((actors, sources, backlinks), (tags, claims))) = rayon::join(
        || {
            let events = events::join(known, &order);
            let ranges = events::ranges(&events);
            let dates = dates::pages(known, &events, &front.published);
            (events, ranges, dates)
        },
        || {
            let actors = mentions::of_actors(known, &order);
            let sources = mentions::of_sources(known, &order);
            let backlinks = mentions::backlinks(known, of_file, &order);
            ((actors, sources, backlinks), (tags::tags(known, &front.tags), claims::gather(known, &order)))
        },
    );
    for (actor, of) in graph.actors.iter_mut().zip(actors) {
        (actor.mentions, actor.reports) = (of.mentions, of.reports);
    }
    for (source, of) in graph.sources.iter_mut().zip(sources) {
        source.has_page |= !of.files.is_empty();
        (source.citations, source.files, source.only_listed) = (of.citations, of.files, of.only_listed);
    }
    graph.claims = claims.claims;
    for (actor, (made, said)) in graph.actors.iter_mut().zip(claims.by_actor.into_iter().zip(claims.of_actor)) {
        (actor.claims, actor.quotations) = (made, said);
    }
    for (source, quotations) in graph.sources.iter_mut().zip(claims.of_source) {
        source.quotations = quotations;
    }
    for (doc, from) in graph.docs.iter_mut().zip(backlinks) {
        doc.backlinks = from;
    }
    for (number, event) in events.iter().enumerate() {
        for actor in &event.actors {
            graph.actors[*actor].events.push(number.into());
        }
    }
    (graph.events, graph.ranges, graph.tags) = (events, ranges, tags);
    graph.dates = dates.by_key;
    problems.extend(dates.problems);
}
