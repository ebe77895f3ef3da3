//! The roots of a day, month or year.

use std::ops::Bound;

use super::Stage;
use crate::edtf::{Day, Key};
use crate::resolve::{DateNode, EventIx, Graph};
use crate::view::{
    CalendarView, CellView, DatePageView, EventView, LinkView, NeighboursView, ReportCard, Shared, WeekdayView,
};

/// Ranges that a day or month lists at most; its year lists all.
const NARROWEST: usize = 20;

/// How many items the longest list of a date page has.
pub(in crate::plan) fn items(graph: &Graph, key: Key, node: &DateNode) -> usize {
    let ranges = if key.month == 0 { around(graph, key).count() } else { 0 };
    node.events().len().max(node.reports().len()).max(node.may.len()).max(ranges)
}

pub(in crate::plan) fn date(stage: &Stage<'_>, key: Key) -> DatePageView {
    let graph = &*stage.scene.graph;
    let node = graph.dates.get(&key);
    let mut parents = Vec::new();
    let mut above = key.parent();
    while let Some(parent) = above {
        parents.insert(0, LinkView { title: stage.cards.key(parent), url: stage.scene.addresses.of(&parent.route()) });
        above = parent.parent();
    }
    let weekday = (key.day != 0).then(|| stage.cards.weekday(key.bounds().0));
    DatePageView {
        key: key.to_string().into(),
        text: stage.cards.key(key),
        precision: precision(key).into(),
        weekday,
        parents,
        event_count: node.map_or(0, |node| node.events().len()),
        report_count: node.map_or(0, |node| node.reports().len()),
        more_ranges: if key.month == 0 { 0 } else { around(graph, key).count().saturating_sub(NARROWEST) },
    }
}

const fn precision(key: Key) -> &'static str {
    match (key.month, key.day) {
        (0, _) => "year",
        (_, 0) => "month",
        _ => "day",
    }
}

/// Ranges that include the whole of the date and neither begin nor end on it, each with its length in days.
fn around(graph: &Graph, key: Key) -> impl Iterator<Item = (i64, EventIx)> {
    let (first, last) = key.bounds();
    let (first, last) = (first.days_since_epoch(), last.days_since_epoch());
    let own = graph.dates.get(&key);
    let begun = graph.ranges.partition_point(|(start, _, _)| *start <= first);
    graph.ranges[..begun]
        .iter()
        .filter(move |(_, end, ix)| last <= *end && own.is_none_or(|node| node.on.binary_search(ix).is_err()))
        .map(|(start, end, ix)| (end.saturating_sub(*start), *ix))
}

/// The ranges around a date, narrowest first.
fn ranges(graph: &Graph, key: Key) -> Vec<EventIx> {
    let mut found: Vec<(i64, EventIx)> = around(graph, key).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, ix)| ix).collect()
}

pub(super) fn events(stage: &Stage<'_>, key: Key) -> Vec<Shared<EventView>> {
    events_shown(stage, key).iter().map(|event| stage.cards.event(*event)).collect()
}

/// The events of this page of the date's list.
pub(in crate::plan) fn events_shown<'s>(stage: &Stage<'s>, key: Key) -> &'s [EventIx] {
    stage.scene.graph.dates.get(&key).map_or(&[], |node| stage.slice(node.events()))
}

pub(super) fn may_include(stage: &Stage<'_>, key: Key) -> Vec<Shared<EventView>> {
    let Some(node) = stage.scene.graph.dates.get(&key) else { return Vec::new() };
    stage.slice(&node.may).iter().map(|event| stage.cards.event(*event)).collect()
}

pub(super) fn ranges_around(stage: &Stage<'_>, key: Key) -> Vec<Shared<EventView>> {
    let all = ranges(&stage.scene.graph, key);
    let shown = if key.month == 0 {
        stage.slice(&all)
    } else if stage.is_first() {
        &all[..all.len().min(NARROWEST)]
    } else {
        &[]
    };
    shown.iter().map(|event| stage.cards.event(*event)).collect()
}

pub(super) fn published(stage: &Stage<'_>, key: Key) -> Vec<Shared<ReportCard>> {
    let Some(node) = stage.scene.graph.dates.get(&key) else { return Vec::new() };
    stage.slice(node.reports()).iter().map(|doc| stage.cards.report(*doc)).collect()
}

/// The date of the same precision before and the one after.
pub(super) fn neighbours(stage: &Stage<'_>, key: Key) -> NeighboursView {
    let dates = &stage.scene.graph.dates;
    let same = |other: &&Key| precision(**other) == precision(key);
    let link = |key: &Key| LinkView { title: stage.cards.key(*key), url: stage.scene.addresses.of(&key.route()) };
    let before = dates.range(..key).rev().map(|(key, _)| key).find(same);
    let after = dates.range((Bound::Excluded(key), Bound::Unbounded)).map(|(key, _)| key).find(same);
    NeighboursView { previous: before.map(link), next: after.map(link) }
}

/// The days of a month, or of a day's month; the months of a year.
pub(super) fn calendar(stage: &Stage<'_>, key: Key) -> Shared<CalendarView> {
    let of = Key { day: 0, ..key };
    stage.cards.calendar(of, || if of.month == 0 { year(stage, of) } else { month(stage, of) })
}

fn year(stage: &Stage<'_>, year: Key) -> CalendarView {
    let cells = cells_of_year(stage, year);
    let rows = cells.chunks(3).map(|row| row.iter().cloned().map(Some).collect()).collect();
    CalendarView { kind: "year".into(), title: stage.cards.key(year), weekdays: Vec::new(), rows }
}

fn month(stage: &Stage<'_>, month: Key) -> CalendarView {
    let (first, last) = month.bounds();
    let mut cells: Vec<Option<CellView>> = vec![None; first.weekday() as usize - 1];
    let mut day = first;
    while day <= last {
        cells.push(Some(cell(stage, Key { day: day.day, ..month }, day.day.to_string())));
        day = day.next();
    }
    while !cells.len().is_multiple_of(7) {
        cells.push(None);
    }
    // 1 January 2024 was a Monday.
    let weekdays = (1..=7).map(|day| {
        let day = Day { year: 2024, month: 1, day };
        WeekdayView { short: stage.cards.weekday_short(day), name: stage.cards.weekday(day) }
    });
    CalendarView {
        kind: "month".into(),
        title: stage.cards.key(month),
        weekdays: weekdays.collect(),
        rows: cells.chunks(7).map(<[_]>::to_vec).collect(),
    }
}

/// The twelve months of a year.
pub(super) fn cells_of_year(stage: &Stage<'_>, year: Key) -> Vec<CellView> {
    let month = |number: u8| cell(stage, Key { month: number, ..year }, stage.cards.month_short(number).to_string());
    (1..=12).map(month).collect()
}

fn cell(stage: &Stage<'_>, key: Key, label: String) -> CellView {
    let graph = &*stage.scene.graph;
    let node = graph.dates.get(&key);
    let count = node.map_or(0, count);
    CellView {
        label: label.into(),
        title: stage.cards.key(key),
        url: node.map(|_| stage.scene.addresses.of(&key.route())),
        count,
        entries: stage.cards.counted("n-entries", count),
        may: count == 0 && node.is_some_and(|node| !node.may.is_empty()),
    }
}

/// Events and reports at a date and within it.
pub(super) fn count(node: &DateNode) -> usize {
    node.events().len() + node.reports().len()
}
