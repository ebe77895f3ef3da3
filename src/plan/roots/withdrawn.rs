//! The root `withdrawn`: all that is left of something that was withdrawn.

use super::Stage;
use crate::matter::Moment;
use crate::plan::scene::direction;
use crate::resolve::{DocKind, FileIx, Reason, correction_anchor};
use crate::view::{ReasonView, WithdrawnView};

pub(super) fn notice(stage: &Stage<'_>, ix: FileIx) -> WithdrawnView {
    let graph = &*stage.scene.graph;
    let file = &graph.files[ix];
    let common = &file.matter.common;
    let date = |moment: &Moment| stage.cards.date(&moment.date);
    let kind = match graph.doc_of(ix).kind {
        DocKind::Report => "report",
        DocKind::Actor => "actor",
        DocKind::Source => "source",
        _ => "page",
    };
    WithdrawnView {
        kind: kind.into(),
        title: stage.scene.headlines.title(ix).clone(),
        date: common.date.as_ref().map(date),
        updated: common.updated.as_ref().map(date),
        lang: file.summary.lang.clone(),
        dir: direction(&file.summary.lang).into(),
        reason: graph.reason(ix).map(|reason| said(stage, reason)),
    }
}

fn said(stage: &Stage<'_>, reason: Reason<'_>) -> ReasonView {
    let file = &stage.scene.graph.files[reason.file];
    let all = stage.scene.graph.corrections_in(reason.file);
    let correction = reason.correction.and_then(|number| all.get(number));
    ReasonView {
        text: reason.text.clone(),
        lang: file.summary.lang.clone(),
        dir: direction(&file.summary.lang).into(),
        date: correction.map(|correction| stage.cards.date(&correction.date.date)),
        anchor: reason.correction.map(|number| correction_anchor(all, number)),
    }
}
