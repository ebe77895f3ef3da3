//! The root `timeline`: the events of a report or of an actor as the line takes them.

use super::Stage;
use super::excerpt::beginning;
use crate::bidi::closed;
use crate::plan::timeline::{Entry, Setting, timeline};
use crate::resolve::{ActorIx, FileIx};
use crate::view::{SentenceView, TimelineView};

/// The most characters of a sentence in a mark's title: the list below the picture has more of it.
const TITLE: usize = 64;

/// Of a report: its events, and when it was published. It runs as the report's text does.
pub(super) fn of_report(stage: &Stage<'_>, ix: FileIx) -> Option<TimelineView> {
    let file = &stage.scene.graph.files[ix];
    let entries: Vec<Entry<'_>> = file
        .events
        .iter()
        .map(|event| {
            let sentence = event.link.filter(|_| event.label.is_none());
            let sentence = sentence.and_then(|link| stage.cards.sentence(ix, link));
            Entry {
                date: &event.date,
                label: event.label.as_deref(),
                title: title(&stage.cards.date(&event.date).text, event.label.as_deref(), sentence.as_ref()),
                url: event.link.filter(|_| event.paragraph > 0).map(|_| format!("#p{}", event.paragraph).into()),
            }
        })
        .collect();
    let setting = Setting {
        words: stage.cards.words(),
        memory: &stage.cards.said,
        rtl: crate::lang::is_rtl(&file.summary.lang),
        published: file.matter.common.date.as_ref().map(|moment| &moment.date),
    };
    timeline(&entries, setting)
}

/// Of an actor: those of its events that this page lists. It runs as the page's words do.
pub(super) fn of_actor(stage: &Stage<'_>, ix: ActorIx) -> Option<TimelineView> {
    let graph = &*stage.scene.graph;
    let entries: Vec<Entry<'_>> = stage
        .slice(&graph.actors[ix].events)
        .iter()
        .map(|event| {
            let view = stage.cards.event(*event);
            Entry {
                date: &graph.events[*event].date,
                label: graph.first_told(&graph.events[*event]).label.as_deref(),
                title: title(&view.date.text, view.label.as_deref(), view.sentence.as_ref()),
                url: view.places.first().map(|place| place.url.clone()),
            }
        })
        .collect();
    let setting = Setting {
        words: stage.cards.words(),
        memory: &stage.cards.said,
        rtl: crate::lang::is_rtl(&stage.page.lang),
        published: None,
    };
    timeline(&entries, setting)
}

fn title(date: &str, label: Option<&str>, sentence: Option<&SentenceView>) -> String {
    match (label, sentence) {
        (Some(label), _) => format!("{date}: {label}"),
        (None, Some(of)) => {
            format!("{date}: {}", closed(&beginning(&format!("{}{}{}", of.before, of.mention, of.after), TITLE)))
        }
        (None, None) => date.to_owned(),
    }
}
