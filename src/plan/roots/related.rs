//! Reports that have something in common with a report.

use std::borrow::Cow;
use std::cell::RefCell;

use super::Stage;
use crate::edtf::{Date, Precision};
use crate::resolve::{ActorIx, DocIx, FileIx, Graph, SourceIx, TagIx};
use crate::view::{RelatedView, TagCard};

/// What more reports than this share says nothing of any two of them.
const TOO_COMMON: usize = 200;
/// Related reports, and the actors that are named as a reason, at most.
const MOST: usize = 5;
const MOST_ACTORS: usize = 3;

/// Something that reports share.
struct Bond<'g> {
    what: What<'g>,
    /// How much it says: more, the fewer share it.
    weight: usize,
    /// The listed reports that have it, each once.
    docs: Cow<'g, [DocIx]>,
}

#[derive(Clone, Copy)]
enum What<'g> {
    Actor(ActorIx),
    /// A day that something happened on.
    Day(&'g Date),
    Source(SourceIx),
    Tag(TagIx),
}

/// The reports that have most in common with this one, and what it is. Those that link here are told elsewhere.
pub(super) fn related(stage: &Stage<'_>, ix: FileIx) -> Vec<RelatedView> {
    let graph = &*stage.scene.graph;
    let own = graph.files[ix].doc;
    let bonds = bonds(graph, ix);
    let mut ranked = sums(graph, &bonds);
    let told: Vec<DocIx> = graph.docs[own].backlinks.iter().map(|file| graph.files[*file].doc).chain([own]).collect();
    ranked.retain(|(doc, _)| !told.contains(doc));
    let position = |doc: DocIx| graph.docs[doc].position;
    let order = |a: &(DocIx, usize), b: &(DocIx, usize)| b.1.cmp(&a.1).then_with(|| position(a.0).cmp(&position(b.0)));
    if ranked.len() > MOST {
        ranked.select_nth_unstable_by(MOST, order);
        ranked.truncate(MOST);
    }
    ranked.sort_unstable_by(order);
    ranked.into_iter().map(|(doc, _)| view(stage, doc, &bonds)).collect()
}

thread_local! {
    /// What each report comes to, by index; all of it is 0 between two calls of [`sums`].
    static SUMS: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
}

/// The reports that have a bond, each once, with what its bonds say together.
fn sums(graph: &Graph, bonds: &[Bond<'_>]) -> Vec<(DocIx, usize)> {
    SUMS.with_borrow_mut(|sums| {
        if sums.len() < graph.docs.len() {
            sums.resize(graph.docs.len(), 0);
        }
        let mut found = Vec::new();
        for bond in bonds {
            for doc in &*bond.docs {
                let sum = &mut sums[doc.get()];
                if *sum == 0 {
                    found.push(*doc);
                }
                *sum += bond.weight;
            }
        }
        found.into_iter().map(|doc| (doc, std::mem::take(&mut sums[doc.get()]))).collect()
    })
}

/// What a report may share with others, what says most first.
fn bonds<'g>(graph: &'g Graph, ix: FileIx) -> Vec<Bond<'g>> {
    let file = &graph.files[ix];
    let listed = |file: &FileIx| {
        let doc = graph.files[*file].doc;
        graph.docs[doc].position.is_some().then_some(doc)
    };
    let mut bonds = Vec::new();
    let mut add = |what, factor: usize, docs: Cow<'g, [DocIx]>| {
        if (2..=TOO_COMMON).contains(&docs.len()) {
            // A hundredth as common says ten times as much.
            bonds.push(Bond { what, weight: factor * (1_000_000 / docs.len()).isqrt(), docs });
        }
    };
    for member in &file.cast {
        let actor = &graph.actors[member.actor];
        if graph.lists_actor(actor) && actor.reports.len() <= TOO_COMMON {
            add(What::Actor(member.actor), 2, Cow::Borrowed(&actor.reports));
        }
    }
    for event in file.events.iter().filter(|event| event.date.precision() == Precision::Day) {
        let node = event.date.key().and_then(|key| graph.dates.get(&key));
        let places = node.into_iter().flat_map(|node| &node.on).flat_map(|event| &graph.events[*event].places);
        let docs = places.filter_map(|(file, _)| listed(file)).take(TOO_COMMON * 4).collect();
        add(What::Day(&event.date), 2, once(docs));
    }
    for cited in &file.cited {
        let files = &graph.sources[cited.source].files;
        if files.len() <= TOO_COMMON * 4 {
            add(What::Source(cited.source), 3, once(files.iter().filter_map(listed).collect()));
        }
    }
    for tag in file.matter.common.tags.iter().filter_map(|tag| graph.tag(tag.id.as_str())) {
        if graph.tags[tag].reports.len() <= TOO_COMMON {
            add(What::Tag(tag), 1, Cow::Borrowed(&graph.tags[tag].reports));
        }
    }
    bonds.sort_by_key(|bond| std::cmp::Reverse(bond.weight));
    bonds
}

/// Each of these once.
fn once<'g>(mut docs: Vec<DocIx>) -> Cow<'g, [DocIx]> {
    docs.sort_unstable();
    docs.dedup();
    Cow::Owned(docs)
}

fn view(stage: &Stage<'_>, doc: DocIx, bonds: &[Bond<'_>]) -> RelatedView {
    let graph = &*stage.scene.graph;
    let mut view = RelatedView {
        report: stage.cards.page(graph.version(doc, &stage.page.lang)),
        actors: Vec::new(),
        dates: Vec::new(),
        sources: Vec::new(),
        tags: Vec::new(),
    };
    for bond in bonds.iter().filter(|bond| bond.docs.contains(&doc)) {
        match bond.what {
            What::Actor(actor) if view.actors.len() < MOST_ACTORS => view.actors.push(stage.cards.actor(actor)),
            What::Day(date) if view.dates.is_empty() => view.dates.push(stage.cards.date(date)),
            What::Source(source) if view.sources.is_empty() => view.sources.push(stage.cards.source(source)),
            What::Tag(tag) if view.tags.is_empty() => {
                let tag = &graph.tags[tag];
                let url = stage.scene.addresses.of(&format!("/tags/{}/", tag.slug));
                view.tags.push(TagCard { name: tag.name.clone(), url, count: tag.reports.len() });
            }
            _ => {}
        }
    }
    view
}
