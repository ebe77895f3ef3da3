//! Margin notes: definitions are taken out of the text, and stand beside the first reference to them.

use std::collections::HashMap;
use std::ops::Range;

use crate::matter::Str;

use super::body::HoleKind;
use super::flow::Flow;
use super::html::{Mark, MarkKind, Writer};
use super::walk::Walker;

/// The notes of a text, in the order in which the walk meets them.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub(super) drafts: Vec<NoteDraft>,
    labels: HashMap<String, usize>,
}

/// A note as the walk finds it.
#[derive(Debug)]
pub(super) struct NoteDraft {
    pub(super) label: Str,
    pub(super) out: Writer,
    /// The first reference in the text itself: its order among links, and its paragraph.
    pub(super) first: Option<(usize, u32)>,
    /// Notes that it refers to.
    inner: Vec<usize>,
    is_defined: bool,
    /// Whether all of its words are redacted. It is then no note.
    is_emptied: bool,
}

impl Notes {
    /// The note with a label; labels are compared without regard to case.
    fn find(&mut self, label: &str) -> usize {
        let next = self.drafts.len();
        let note = *self.labels.entry(label.to_lowercase()).or_insert(next);
        if note == next {
            let (label, out) = (Str::from(label), Writer::default());
            self.drafts.push(NoteDraft {
                label,
                out,
                first: None,
                inner: Vec::new(),
                is_defined: false,
                is_emptied: false,
            });
        }
        note
    }

    /// Gives notes that only other notes refer to a place in the text: directly behind the first of those. Returns the
    /// notes in the order of the text; a note that nothing refers to is not among them.
    pub(super) fn place(&mut self, main: &mut Writer) -> Vec<usize> {
        if self.drafts.is_empty() {
            return Vec::new();
        }
        let mut order = Vec::new();
        let mut is_placed = vec![false; self.drafts.len()];
        let mut marks = Vec::with_capacity(main.marks.len());
        for mark in &main.marks {
            marks.push(*mark);
            let MarkKind::Hole(HoleKind::Note(note)) = mark.kind else { continue };
            let note = note as usize;
            if self.drafts[note].is_emptied || std::mem::replace(&mut is_placed[note], true) {
                continue;
            }
            let from = order.len();
            order.push(note);
            let first = self.drafts[note].first;
            let mut next = from;
            while let Some(outer) = order.get(next).copied() {
                next += 1;
                for inner in std::mem::take(&mut self.drafts[outer].inner) {
                    if self.drafts[inner].first.is_none() && !self.drafts[inner].is_emptied {
                        self.drafts[inner].first = first;
                        order.push(inner);
                        let kind = MarkKind::Hole(HoleKind::Note(u32::try_from(inner).unwrap_or(u32::MAX)));
                        marks.push(Mark { at: mark.at, kind });
                    }
                }
            }
        }
        main.marks = marks;
        order
    }
}

impl Walker<'_> {
    pub(super) fn start_note(&mut self, label: &str) {
        self.finish_block();
        let note = self.walked.notes.find(label);
        let flow = Flow::of_note(note, self.walked.links.len(), self.text_position());
        self.outer.push(std::mem::replace(&mut self.flow, flow));
    }

    pub(super) fn end_note(&mut self, span: &Range<usize>) {
        self.finish_block();
        let Some(outer) = self.outer.pop() else { return };
        let flow = std::mem::replace(&mut self.flow, outer);
        if let Some(note) = flow.note {
            let draft = &mut self.walked.notes.drafts[note];
            // Of two definitions the first one counts, as with links.
            if std::mem::replace(&mut draft.is_defined, true) {
                self.walked.links.truncate(flow.first_link);
                self.walked.quotations.retain(|quotation| quotation.cites.iter().all(|link| *link < flow.first_link));
                self.rewind_text(flow.text);
            } else {
                let has_words = !flow.out.html.trim().is_empty() || !flow.out.marks.is_empty();
                draft.is_emptied = !has_words && self.setting.origin.has_gap(span);
                draft.out = flow.out;
            }
        }
    }

    pub(super) fn note_reference(&mut self, label: &str) {
        let note = self.walked.notes.find(label);
        self.walked.prose.gap();
        if let Some(outer) = self.flow.note {
            // A note can't stand within a note.
            self.walked.notes.drafts[outer].inner.push(note);
            return;
        }
        self.order += 1;
        let first = (self.order, self.paragraph());
        self.walked.notes.drafts[note].first.get_or_insert(first);
        self.flow.out.hole(HoleKind::Note(u32::try_from(note).unwrap_or(u32::MAX)));
    }
}
