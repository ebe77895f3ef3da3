//! Corrections: what was put right in reports after publication, and when.

use std::cmp::Reverse;
use std::sync::Arc;

use super::Site;
use super::graph::{Doc, DocKind, File, Graph, Standing};
use super::index::FileIx;
use super::standing::start_to_come;
use crate::matter::{Correction, Matter, Moment, Own, Str};
use crate::problem::{Name, Place, Problem, YamlPath};

/// The corrections of a report; none of any other file.
pub(super) fn of(matter: &Matter) -> &[Correction] {
    match &matter.own {
        Own::Report(report) => &report.corrections,
        _ => &[],
    }
}

/// The newest correction, and its number. Of one day's the first in the list is the newest.
pub(super) fn newest(matter: &Matter) -> Option<(usize, &Correction)> {
    of(matter).iter().enumerate().rev().max_by_key(|(_, correction)| correction.date.order())
}

/// Front matter in which the newest correction has changed the report: `updated` is then no earlier.
pub(super) fn with_updated(matter: Arc<Matter>) -> Arc<Matter> {
    let Some((_, newest)) = newest(&matter) else { return matter };
    let known = matter.common.updated.iter().chain(&matter.common.date);
    if known.map(Moment::order).max() >= Some(newest.date.order()) {
        return matter;
    }
    let updated = Some(newest.date.clone());
    let mut bumped = Matter::clone(&matter);
    bumped.common.updated = updated;
    Arc::new(bumped)
}

/// When the day of a correction comes that lies in the future.
pub(super) fn next_day(matter: &Matter, site: &Site<'_>) -> Option<i64> {
    of(matter).iter().filter_map(|correction| start_to_come(&correction.date, site)).min()
}

/// The warnings about corrections that are dated before the report, or in the future. What a version takes from its
/// original is told of the original.
pub(super) fn check(file: &File, site: &Site<'_>) -> Vec<Problem> {
    let place = |number: usize| Place::value(&file.path, YamlPath::from("corrections").index(number).key("date"));
    let published = file.matter.common.date.as_ref().map(|moment| &moment.date);
    let first_day = published.and_then(|date| date.bounds().0);
    let mut told = Vec::new();
    for (number, correction) in of(&file.summary.matter).iter().enumerate() {
        let date = &correction.date.date;
        if let (Some(first), Some(last), Some(published)) = (first_day, date.bounds().1, published)
            && last < first
        {
            let message = format!("the correction is dated before the report, {}", published.as_str());
            let problem = Problem::at(Name::EarlyCorrection, place(number), message);
            told.push(problem.help("one of the two dates is wrong".to_owned()));
        }
        if start_to_come(&correction.date, site).is_some() {
            let message = format!("the date {} lies in the future", date.as_str());
            let problem = Problem::at(Name::FutureDate, place(number), message);
            told.push(problem.help("a correction is shown at once, whatever its date".to_owned()));
        }
    }
    told
}

/// The corrections of listed and withdrawn reports, newest first; those of one day by the reports' ids. Of one report's
/// on one day an earlier item is the newer one.
pub(super) fn gather(graph: &Graph) -> Vec<(FileIx, u32)> {
    let shown =
        |doc: &&Doc| doc.kind == DocKind::Report && matches!(doc.standing, Standing::Listed | Standing::Withdrawn);
    let mut all = Vec::new();
    for doc in graph.docs.iter().filter(shown) {
        let file = doc.files[0];
        let numbered = (0..).zip(of(&graph.files[file].matter));
        all.extend(numbered.map(|(number, correction)| (Reverse(correction.date.order()), &doc.id, file, number)));
    }
    all.sort_unstable();
    all.into_iter().map(|(_, _, file, number)| (file, number)).collect()
}

impl Graph {
    /// The file whose front matter gives the corrections of a file: its own, or that of its original.
    pub fn corrections_of(&self, file: FileIx) -> FileIx {
        if of(&self.files[file].summary.matter).is_empty() { self.doc_of(file).files[0] } else { file }
    }

    /// The corrections that a file's own front matter gives.
    pub fn corrections_in(&self, file: FileIx) -> &[Correction] {
        of(&self.files[file].summary.matter)
    }

    /// The newest correction that a file's own front matter gives.
    pub fn newest_correction(&self, file: FileIx) -> Option<&Correction> {
        newest(&self.files[file].summary.matter).map(|(_, correction)| correction)
    }
}

/// The anchor of a correction on its report's page, and its id in the feed. It is made of its date, and those of one day are
/// numbered from the oldest, the last in the list: so it stays when newer ones are put before it.
#[must_use]
pub fn correction_anchor(corrections: &[Correction], number: usize) -> Str {
    fn date(correction: &Correction) -> &str {
        correction.date.date.as_str()
    }
    let Some(own) = corrections.get(number).map(date) else { return "".into() };
    match corrections[number + 1..].iter().filter(|other| date(other) == own).count() {
        0 => format!("gl-correction-{own}").into(),
        earlier => format!("gl-correction-{own}-{}", earlier + 1).into(),
    }
}
