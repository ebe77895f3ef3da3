//! Reading ahead. What thousands of files say lies all over memory, and work that follows one file's pointers waits at
//! each. A short loop over several files waits once for all of them. Nothing but time depends on it.

use std::hint::black_box;
use std::sync::Arc;

use super::{File, Input};
use crate::matter::{Matter, Own, TagRef};
use crate::parse::Summary;

/// How many files are read ahead: what lies behind them fits into a core's own cache.
const RUN: usize = 32;

/// At the first file of a run, has the front matter of the whole run fetched.
pub(super) fn front_matter(inputs: &[Input], number: usize) {
    let Some(run) = run(inputs, number) else { return };
    let names = |input: &Input| Arc::strong_count(&input.path) + Arc::strong_count(&input.stem);
    black_box(run.iter().map(names).sum::<usize>());
    black_box(run.iter().map(|input| common(&input.summary.matter)).sum::<usize>());
    black_box(run.iter().map(|input| own(&input.summary.matter)).sum::<usize>());
    black_box(run.iter().map(|input| named(&input.summary.matter)).sum::<usize>());
}

/// At the first file of a run, has the links of the whole run fetched, and what front matter says of the same things.
pub(super) fn links(files: &[File], number: usize) {
    let Some(run) = run(files, number) else { return };
    black_box(run.iter().map(|file| linked(&file.summary) + own(&file.matter)).sum::<usize>());
    black_box(run.iter().map(|file| named(&file.matter) + dated(&file.matter)).sum::<usize>());
}

/// The run that begins with an item.
fn run<T>(items: &[T], number: usize) -> Option<&[T]> {
    number.is_multiple_of(RUN).then(|| &items[number..items.len().min(number + RUN)])
}

fn common(matter: &Matter) -> usize {
    let common = &matter.common;
    let options = [common.date.is_some(), common.embargo.is_some(), common.permalink.is_some(), common.image.is_some()];
    let lists = common.redirects.len() + common.tags.len() + common.sources.len();
    lists + options.into_iter().map(usize::from).sum::<usize>() + usize::from(common.status.is_some())
}

fn own(matter: &Matter) -> usize {
    match &matter.own {
        Own::Report(report) => report.actors.len() + report.dates.len() + report.claims.len(),
        Own::Actor(actor) => actor.roles.len(),
        _ => 0,
    }
}

fn named(matter: &Matter) -> usize {
    let tags = matter.common.tags.last().map_or(0, |tag: &TagRef| tag.written.len());
    let sources: usize = matter.common.sources.iter().map(|entry| usize::from(entry.record.is_some())).sum();
    let actors = match &matter.own {
        Own::Report(report) => report.actors.iter().map(|listed| listed.written.len()).sum(),
        _ => 0,
    };
    tags + sources + actors
}

fn dated(matter: &Matter) -> usize {
    match &matter.own {
        Own::Report(report) => {
            report.dates.iter().filter_map(|entry| entry.label.as_ref()).map(Arc::strong_count).sum()
        }
        _ => 0,
    }
}

fn linked(summary: &Summary) -> usize {
    summary.links.iter().map(|link| link.paragraph as usize).sum()
}
