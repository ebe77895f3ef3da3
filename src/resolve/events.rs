//! Events: what the front matter and the text say happened when.

use rayon::prelude::*;

use super::casts::source_by_id;
use super::graph::{DocKind, Event, FileEvent, Graph};
use super::index::{DocIx, EventIx, FileIx};
use super::lookup::Lookup;
use super::registry::actor_by_id;
use crate::digest::{Digest, DigestMap};
use crate::edtf::{Date, Day, Precision, SortKey};
use crate::matter::{DateEntry, Own};
use crate::parse::Target;
use crate::problem::{Place, Problem, YamlPath};

/// Events in order of time, those of one date by their labels.
fn in_order(events: Vec<Event>) -> Vec<Event> {
    let mut order: Vec<(SortKey, usize)> =
        events.iter().enumerate().map(|(number, event)| (event.date.sort_key(), number)).collect();
    let rest = |event: usize| {
        let event: &Event = &events[event];
        (&event.label, event.date.as_str(), &event.places)
    };
    order.par_sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| rest(a.1).cmp(&rest(b.1))));
    let mut events: Vec<Option<Event>> = events.into_iter().map(Some).collect();
    order.into_iter().filter_map(|(_, number)| events[number].take()).collect()
}

/// The events that last, by their first day.
pub(super) fn ranges(events: &[Event]) -> Vec<(i64, i64, EventIx)> {
    let lasting = events.iter().enumerate().filter(|(_, event)| event.date.precision() == Precision::Interval);
    let mut ranges: Vec<(i64, i64, EventIx)> = lasting
        .filter_map(|(number, event)| {
            let (start, end) = event.date.range()?;
            let start = start.map_or(i64::MIN, Day::days_since_epoch);
            Some((start, end.map_or(i64::MAX, Day::days_since_epoch), number.into()))
        })
        .collect();
    ranges.sort_unstable();
    ranges
}

/// The events of one file: an item of `dates` and a link with the same date are one.
pub(super) fn of_file(graph: &Graph, lookup: &Lookup, ix: FileIx, told: &mut Vec<Problem>) -> Vec<FileEvent> {
    let file = &graph.files[ix];
    let mut events: Vec<FileEvent> = Vec::new();
    if let Own::Report(report) = &file.matter.own {
        // What is wrong in a list that a version takes from its original is told of the original.
        let silent = &mut Vec::new();
        let own = matches!(&file.summary.matter.own, Own::Report(own) if !own.dates.is_empty());
        let told = if own { told } else { silent };
        for (number, entry) in report.dates.iter().enumerate() {
            events.push(from_entry(graph, lookup, ix, number, entry, told));
        }
    }
    for (number, link) in file.summary.links.iter().enumerate() {
        let Target::Date(date) = &link.target else { continue };
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        let mut known = false;
        for event in events.iter_mut().filter(|event| event.date == *date) {
            known = true;
            if event.link.is_none() {
                event.link = Some(number);
                event.paragraph = link.paragraph;
            }
        }
        if !known {
            events.push(FileEvent { link: Some(number), paragraph: link.paragraph, ..bare(date) });
        }
    }
    events.sort_by_key(|event| event.date.sort_key());
    events
}

fn bare(date: &Date) -> FileEvent {
    FileEvent {
        date: date.clone(),
        label: None,
        event: None,
        link: None,
        paragraph: 0,
        actors: Vec::new(),
        sources: Vec::new(),
    }
}

fn from_entry(
    graph: &Graph,
    lookup: &Lookup,
    file: FileIx,
    number: usize,
    entry: &DateEntry,
    told: &mut Vec<Problem>,
) -> FileEvent {
    let item = |key: &str, n: usize| YamlPath::from("dates").index(number).key(key).index(n);
    let mut event = FileEvent { label: entry.label.clone(), event: entry.event, ..bare(&entry.date) };
    for (n, id) in entry.actors.iter().enumerate() {
        event.actors.extend(actor_by_id(graph, lookup, file, id, |path| Place::value(path, item("actors", n)), told));
    }
    for (n, id) in entry.sources.iter().enumerate() {
        let place = || Place::value(&graph.files[file].path, item("sources", n));
        event.sources.extend(source_by_id(graph, lookup, id, place, told));
    }
    event
}

/// The events of listed originals, joined and in order of time: the same date and label (case folded) are one. One that
/// only a text names stays alone.
pub(super) fn join(graph: &Graph, mentioning: &[DocIx]) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    let mut labelled: DigestMap<Digest, usize> = DigestMap::default();
    for doc in mentioning.iter().map(|doc| &graph.docs[*doc]) {
        if matches!(doc.kind, DocKind::Prose(_)) {
            continue;
        }
        let ix = doc.files[0];
        for (number, event) in graph.files[ix].events.iter().enumerate() {
            let place = (ix, u32::try_from(number).unwrap_or(u32::MAX));
            let mut add = || {
                events.push(alone(event));
                events.len() - 1
            };
            let at = match event.event {
                Some(event) => *labelled.entry(event).or_insert_with(add),
                None => add(),
            };
            let joined = &mut events[at];
            joined.places.push(place);
            for actor in &event.actors {
                if !joined.actors.contains(actor) {
                    joined.actors.push(*actor);
                }
            }
            for source in &event.sources {
                if !joined.sources.contains(source) {
                    joined.sources.push(*source);
                }
            }
        }
    }
    in_order(events)
}

fn alone(event: &FileEvent) -> Event {
    Event {
        date: event.date.clone(),
        label: event.label.clone(),
        places: Vec::new(),
        actors: Vec::new(),
        sources: Vec::new(),
    }
}
