//! Events: what the front matter and the text say happened when.

use std::collections::hash_map::Entry;

use rayon::prelude::*;

use super::casts::source_by_id;
use super::graph::{DocKind, Event, FileEvent, Graph};
use super::index::{EventIx, FileIx};
use super::lookup::Lookup;
use super::mentions::Order;
use super::registry::actor_by_id;
use super::tenure::out_of_time;
use crate::digest::{Digest, DigestMap};
use crate::edtf::{Date, Day, Precision, SortKey};
use crate::matter::{DateEntry, Own};
use crate::parse::Target;
use crate::problem::{Place, Problem, YamlPath};

/// The events of one file: an item of `dates` and a link with the same date are one.
pub(super) fn of_file(graph: &Graph, lookup: &Lookup, ix: FileIx, told: &mut Vec<Problem>) -> Vec<FileEvent> {
    let file = &graph.files[ix];
    let mut events: Vec<FileEvent> = Vec::new();
    if let Own::Report(report) = &file.matter.own {
        events.reserve(report.dates.len());
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
        label_start: [0; 8],
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
    event
        .label_start
        .iter_mut()
        .zip(entry.label.iter().flat_map(|label| label.bytes()))
        .for_each(|(to, byte)| *to = byte);
    for (n, id) in entry.actors.iter().enumerate() {
        let place = |path: &_| Place::value(path, item("actors", n));
        let Some(actor) = actor_by_id(graph, lookup, file, id, place, told) else { continue };
        told.extend(out_of_time(graph, actor, &entry.date, place(&graph.files[file].path)));
        event.actors.push(actor);
    }
    for (n, id) in entry.sources.iter().enumerate() {
        let place = || Place::value(&graph.files[file].path, item("sources", n));
        event.sources.extend(source_by_id(graph, lookup, id, place, told));
    }
    event
}

/// The events of listed originals, joined and in order of time, those of one date by their labels: the same date and
/// label (case folded) are one event. One that only a text names stays alone.
pub(super) fn join(graph: &Graph, order: &Order) -> Vec<Event> {
    let mut joined: Vec<Joined<'_>> = Vec::with_capacity(2 * graph.files.len());
    let mut labelled: DigestMap<Digest, usize> = DigestMap::default();
    labelled.reserve(2 * graph.files.len());
    for (ix, file, doc) in order.files(graph) {
        if matches!(doc.kind, DocKind::Prose(_)) {
            continue;
        }
        for (number, event) in (0..).zip(&file.events) {
            let known = event.event.map(|digest| labelled.entry(digest));
            if let Some(Entry::Occupied(known)) = known {
                joined[*known.get()].others.push((ix, number));
                continue;
            }
            known.map(|new| new.insert_entry(joined.len()));
            joined.push(Joined { event, place: (ix, number), others: Vec::new() });
        }
    }
    for event in joined.iter_mut().filter(|event| !event.others.is_empty()) {
        event.put_in_order(graph, order);
    }
    joined.par_sort_by_cached_key(Joined::sorted_by);
    joined.into_par_iter().map(|joined| joined.whole(graph)).collect()
}

/// An event, and where else it is named.
struct Joined<'g> {
    /// As the first file has it.
    event: &'g FileEvent,
    /// The file, and the number in its `events`.
    place: (FileIx, u32),
    /// Further places.
    others: Vec<(FileIx, u32)>,
}

/// The place of an event in the list of all.
type SortedBy<'g> = (SortKey, bool, [u8; 8], Option<&'g str>, &'g Date, (FileIx, u32));

impl<'g> Joined<'g> {
    fn sorted_by(&self) -> SortedBy<'g> {
        let FileEvent { date, label, label_start, .. } = self.event;
        (date.sort_key(), label.is_some(), *label_start, label.as_deref(), date, self.place)
    }

    /// Puts the places into the order in which they are shown.
    fn put_in_order(&mut self, graph: &'g Graph, order: &Order) {
        let mut places: Vec<(FileIx, u32)> = Vec::with_capacity(1 + self.others.len());
        places.push(self.place);
        places.append(&mut self.others);
        places.sort_by_key(|(file, _)| order.place(*file));
        self.place = places.remove(0);
        self.others = places;
        self.event = &graph.files[self.place.0].events[self.place.1 as usize];
    }

    /// The event with all that its files say of it.
    fn whole(self, graph: &Graph) -> Event {
        let (mut actors, mut sources) = (Vec::new(), Vec::new());
        add_new(&mut actors, &self.event.actors);
        add_new(&mut sources, &self.event.sources);
        for (file, number) in &self.others {
            let other = &graph.files[*file].events[*number as usize];
            add_new(&mut actors, &other.actors);
            add_new(&mut sources, &other.sources);
        }
        let mut places = vec![self.place];
        places.extend(self.others);
        Event { date: self.event.date.clone(), places, actors, sources }
    }
}

/// Adds what is not there yet.
fn add_new<T: Copy + PartialEq>(all: &mut Vec<T>, some: &[T]) {
    for item in some {
        if !all.contains(item) {
            all.push(*item);
        }
    }
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
