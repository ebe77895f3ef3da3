//! Which days, months and years have a page, and what is on it.

use std::collections::BTreeMap;

use super::front::Published;
use super::graph::{DocKind, Event, Graph};
use super::index::{DocIx, EventIx};
use crate::edtf::{self, Key};
use crate::matter::Str;
use crate::problem::{Name, Place, Problem};

/// Something that stands on the page of a date.
#[derive(Clone, Copy)]
enum Item {
    On(EventIx),
    May(EventIx),
    Published(DocIx),
    Prose(DocIx),
}

/// The days, months and years that have a page.
pub(super) struct Pages {
    pub(super) by_key: BTreeMap<Key, DateNode>,
    pub(super) problems: Vec<Problem>,
}

/// The pages of all dates that events, listed reports and files have. `published` is of each file.
pub(super) fn pages(graph: &Graph, events: &[Event], published: &[Published]) -> Pages {
    let mut items = items(graph, events, published);
    let mut problems = Vec::new();
    items.extend(prose(graph, &mut problems));
    // A stable sort: the items of each date stay in order.
    items.sort_by_key(|(key, _)| *key);
    let mut nodes = nodes(&items);
    collect(&mut nodes, events.len());
    Pages { by_key: nodes.into_iter().collect(), problems }
}

/// A day, month or year.
#[derive(Debug)]
pub struct DateNode {
    /// The route of its page.
    pub route: Str,
    /// Its file.
    pub doc: Option<DocIx>,
    /// Events on it, in order of time.
    pub on: Vec<EventIx>,
    /// Events that may be on it, in order of time.
    pub may: Vec<EventIx>,
    /// Listed reports published on it, newest first.
    pub published: Vec<DocIx>,
    /// What stands on it and on the days and months in it; a day has none in it.
    within: Option<Box<Within>>,
}

/// What stands on a month or year and on all dates in it, by date.
#[derive(Debug, Default)]
struct Within {
    /// Events, each once.
    events: Vec<EventIx>,
    /// Listed reports.
    reports: Vec<DocIx>,
}

impl DateNode {
    /// The events on it and on the days and months in it, by date, each once.
    pub fn events(&self) -> &[EventIx] {
        self.within.as_ref().map_or(&self.on, |within| &within.events)
    }

    /// The listed reports published on it and on the days and months in it, by date.
    pub fn reports(&self) -> &[DocIx] {
        self.within.as_ref().map_or(&self.published, |within| &within.reports)
    }
}

/// The events and reports of each date; for each date in order.
fn items(graph: &Graph, events: &[Event], published: &[Published]) -> Vec<(Key, Item)> {
    let mut items = Vec::with_capacity(events.len() + graph.reports.len());
    for (number, event) in events.iter().enumerate() {
        let ix = EventIx::from(number);
        if let Some(key) = event.date.plain() {
            items.push((key, Item::On(ix)));
            continue;
        }
        items.extend(event.date.index().into_iter().map(|(key, standing)| match standing {
            edtf::Standing::On => (key, Item::On(ix)),
            edtf::Standing::MayInclude => (key, Item::May(ix)),
        }));
    }
    let page = |doc: DocIx| published[graph.docs[doc].files[0].get()].page;
    items.extend(graph.reports.iter().filter_map(|doc| Some((page(*doc)?, Item::Published(*doc)))));
    items
}

/// The files that dates have of their own.
fn prose(graph: &Graph, problems: &mut Vec<Problem>) -> Vec<(Key, Item)> {
    let mut items = Vec::new();
    for (number, doc) in graph.docs.iter().enumerate().filter(|(_, doc)| doc.kind == DocKind::Date) {
        match doc.id.as_str().parse::<Key>() {
            Ok(key) if doc.standing.shows_text() => items.push((key, Item::Prose(number.into()))),
            Ok(_) => {}
            Err(_) => problems.push(
                Problem::at(
                    Name::InvalidDate,
                    Place::file(&graph.files[doc.files[0]].path),
                    format!("`{}` is no day, month or year", doc.id),
                )
                .help("a date's file is called `2019.md`, `2019-04.md` or `2019-04-04.md`".to_owned()),
            ),
        }
    }
    items
}

/// The pages of dates, with those of the months and years that they lie in, of what stands there, sorted by date.
fn nodes(items: &[(Key, Item)]) -> Vec<(Key, DateNode)> {
    let mut nodes: Vec<(Key, DateNode)> = Vec::new();
    for of_date in items.chunk_by(|a, b| a.0 == b.0) {
        let key = of_date[0].0;
        let last = nodes.last().map(|(key, _)| *key);
        let month = Key { day: 0, ..key };
        let is_new = |above: &Key| *above != key && last.is_none_or(|last| last < *above);
        nodes.extend([key.in_year(), month].into_iter().filter(is_new).map(|above| (above, node(above, &[]))));
        nodes.push((key, node(key, of_date)));
    }
    nodes
}

fn node(key: Key, items: &[(Key, Item)]) -> DateNode {
    let (on, may, published) = (Vec::new(), Vec::new(), Vec::new());
    let mut node = DateNode { route: key.route().into(), doc: None, on, may, published, within: None };
    for (_, item) in items {
        match item {
            Item::On(event) => node.on.push(*event),
            Item::May(event) => node.may.push(*event),
            Item::Published(doc) => node.published.push(*doc),
            Item::Prose(doc) => node.doc = Some(*doc),
        }
    }
    node
}

/// Collects for months and years what stands on them and on the dates within them. `nodes` are sorted, a year before its
/// months and a month before its days.
fn collect(nodes: &mut [(Key, DateNode)], events: usize) {
    // What begins and ends in one month stands on two of its days: for each event the year and the month that have it last.
    let mut known = vec![(usize::MAX, usize::MAX); events];
    let (mut year, mut month) = (0, 0);
    for number in 0..nodes.len() {
        let (key, node) = &mut nodes[number];
        if key.month == 0 {
            year = number;
        }
        if key.day == 0 {
            month = number;
            node.within = Some(Box::default());
        }
        let (on, published) = (std::mem::take(&mut node.on), std::mem::take(&mut node.published));
        let in_month = Some(month).filter(|month| *month != year);
        for above in std::iter::once(year).chain(in_month) {
            let Some(within) = &mut nodes[above].1.within else { continue };
            within.reports.extend_from_slice(&published);
            within.events.extend(on.iter().filter(|event| {
                let (in_year, in_month) = &mut known[event.get()];
                let last = if above == year { in_year } else { in_month };
                std::mem::replace(last, above) != above
            }));
        }
        let node = &mut nodes[number].1;
        (node.on, node.published) = (on, published);
    }
}
