//! The roots of corrections: of a report, of what was withdrawn, and of the list of all.

use std::cmp::Reverse;

use super::Stage;
use crate::plan::scene::direction;
use crate::resolve::{FileIx, Section, Standing, correction_anchor};
use crate::view::CorrectionView;

/// The corrections of a report, newest first; a version without its own shows those of its original.
pub(in crate::plan) fn of_report(stage: &Stage<'_>, ix: FileIx) -> Vec<CorrectionView> {
    let graph = &*stage.scene.graph;
    let from = graph.corrections_of(ix);
    let corrections = graph.corrections_in(from);
    let mut numbers: Vec<usize> = (0..corrections.len()).collect();
    // Of one day's an earlier item is the newer one, and sorting keeps their order.
    numbers.sort_by_key(|number| Reverse(corrections[*number].date.order()));
    numbers.into_iter().filter_map(|number| correction(stage, from, ix, number)).collect()
}

/// Those beside the one that says why a report was withdrawn.
pub(super) fn of_withdrawn(stage: &Stage<'_>, ix: FileIx) -> Vec<CorrectionView> {
    let graph = &*stage.scene.graph;
    let from = graph.corrections_of(ix);
    let reason = graph.reason(ix).filter(|reason| reason.file == from).and_then(|reason| reason.correction);
    let reason = reason.map(|number| correction_anchor(graph.corrections_in(from), number));
    let mut all = of_report(stage, ix);
    all.retain(|view| Some(&view.anchor) != reason.as_ref());
    all
}

/// The corrections of this page of the list of all.
pub(super) fn all(stage: &Stage<'_>) -> Vec<CorrectionView> {
    let items = stage.slice(&stage.scene.graph.corrections).iter();
    items.filter_map(|(file, number)| correction(stage, *file, *file, *number as usize)).collect()
}

/// A correction that the front matter of `from` gives, as it stands on the page of `shown`.
fn correction(stage: &Stage<'_>, from: FileIx, shown: FileIx, number: usize) -> Option<CorrectionView> {
    let graph = &*stage.scene.graph;
    let all = graph.corrections_in(from);
    let correction = all.get(number)?;
    let lang = &graph.files[from].summary.lang;
    let page = stage.cards.page(shown);
    let anchor = correction_anchor(all, number);
    let standing = graph.files[shown].standing;
    let is_listed = matches!(standing, Standing::Listed | Standing::Withdrawn) && graph.has_list(Section::Corrections);
    Some(CorrectionView {
        date: stage.cards.date(&correction.date.date),
        text: correction.text.clone(),
        lang: lang.clone(),
        dir: direction(lang).into(),
        url: format!("{}#{anchor}", page.url).into(),
        anchor,
        from: page,
        withdrawn: standing == Standing::Withdrawn,
        list: is_listed.then(|| stage.scene.addresses.of(Section::Corrections.route())),
    })
}
