//! Dates that can't be: what comes after the report that tells of it.
//!
//! A rule speaks only where it is certain. A date counts as later when its first possible day lies behind the last day of
//! publication and updates; one that is open, approximate or uncertain (`2021-12-24?`) never does.

use super::{Site, first_day, last_day};
use crate::edtf::Day;
use crate::matter::{Common, Own};
use crate::problem::{Name, Place, Problem, YamlPath};
use crate::resolve::FileIx;

/// A cited source is dated after the report.
pub(super) fn source_after_report(site: &Site<'_>, ix: FileIx, told: &mut Vec<Problem>) {
    let file = &site.graph.files[ix];
    if !site.is_report(ix) || !site.is_original(ix) {
        return;
    }
    let Some(last) = last_told(&file.matter.common, &file.matter.own) else { return };
    for cited in &file.cited {
        let source = &site.graph.sources[cited.source];
        let Some(date) = source.record.date.as_ref().filter(|date| first_day(date).is_some_and(|day| day > last))
        else {
            continue;
        };
        let Some(place) = site.cited_at(ix, cited.source) else { continue };
        let message = format!("the source `{}` is dated {date}, after the report ({last})", source.id);
        let mut problem = Problem::at(Name::SourceAfterReport, place, message)
            .help("put one of the dates right, or give the report an `updated`".to_owned());
        if let Some(place) = site.place_of(cited.source, "date") {
            problem = problem.related(place, "dated here");
        }
        told.push(problem);
    }
}

/// An item of `dates` lies after the report.
pub(super) fn event_after_report(site: &Site<'_>, ix: FileIx, told: &mut Vec<Problem>) {
    let file = &site.graph.files[ix];
    let Own::Report(report) = &file.summary.matter.own else { return };
    let Some(last) = last_told(&file.matter.common, &file.matter.own) else { return };
    for (number, entry) in report.dates.iter().enumerate() {
        if first_day(&entry.date).is_none_or(|day| day <= last) {
            continue;
        }
        let at = YamlPath::from("dates").index(number);
        let place = if entry.label.is_some() { at.key("date") } else { at };
        let message = format!("{} lies after the report ({last})", entry.date);
        let help = format!("put one of the dates right; of what is only planned, write `{}?`", entry.date);
        told.push(Problem::at(Name::EventAfterReport, Place::value(&file.path, place), message).help(help));
    }
}

/// `updated` lies before `date`.
pub(super) fn updated_before_published(site: &Site<'_>, ix: FileIx, told: &mut Vec<Problem>) {
    let file = &site.graph.files[ix];
    let (date, updated) = (&file.matter.common.date, &file.summary.matter.common.updated);
    let (Some(date), Some(updated)) = (date, updated) else { return };
    let (Some(first), Some(last)) = (first_day(&date.date), last_day(&updated.date)) else { return };
    if last < first {
        let message = format!("it was updated on {}, before it was published ({})", updated.date, date.date);
        let place = Place::value(&file.path, "updated");
        let mut problem =
            Problem::at(Name::UpdatedBeforePublished, place, message).help("put one of the two dates right".to_owned());
        if file.summary.matter.common.date.is_some() {
            problem = problem.related(Place::value(&file.path, "date"), "published here");
        }
        told.push(problem);
    }
}

/// The last day on which the report can have been written: of its publication, its update and its corrections.
fn last_told(common: &Common, own: &Own) -> Option<Day> {
    let published = common.date.as_ref()?;
    let corrections = match own {
        Own::Report(report) => &*report.corrections,
        _ => &[],
    };
    let later = common.updated.iter().chain(corrections.iter().map(|correction| &correction.date));
    std::iter::once(published).chain(later).filter_map(|moment| last_day(&moment.date)).max()
}
