//! Strokes on the axis for events that no lane has room for: those that would touch are one, with their number beside it.

use super::label::{Shown, class};
use super::lanes::WIDTHS;
use super::measure::width;
use super::{Entry, Line, in_list};
use crate::theme::Arg;
use crate::view::{LabelView, MarkView, PartView};

/// The least distance between two strokes, in percent: four pixels where the picture is narrowest.
const APART: f64 = 1.45;
/// The distance where many strokes would stand for several events each: room for a number, but where the picture is
/// narrowest.
const WIDE: f64 = 4.2;
/// So many such strokes may be closer.
const CLOSE: usize = 8;
/// How many events the title of a stroke names.
const NAMED: usize = 8;
/// How much further below the lanes the axis lies where strokes have numbers.
const ROOM: u32 = 8;
/// From the axis up to the baseline of a number.
const ABOVE: u32 = 3;
/// Between a stroke and a number.
const BESIDE: f64 = 4.0;

/// A stroke, with the numbers of its events.
#[derive(Debug)]
pub(super) struct Stroke {
    at: f64,
    events: Vec<usize>,
}

/// Events with their places, as few strokes as it takes to keep these apart.
pub(super) fn together(mut events: Vec<(f64, usize)>) -> Vec<Stroke> {
    events.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    let strokes = apart(&events, APART);
    let several = strokes.iter().filter(|stroke| stroke.events.len() > 1).count();
    if several > CLOSE { apart(&events, WIDE) } else { strokes }
}

fn apart(events: &[(f64, usize)], distance: f64) -> Vec<Stroke> {
    let mut strokes: Vec<Stroke> = Vec::new();
    let mut first = f64::NEG_INFINITY;
    for (at, event) in events.iter().copied() {
        match strokes.last_mut() {
            Some(stroke) if at - first < distance => stroke.events.push(event),
            _ => {
                first = at;
                strokes.push(Stroke { at: at.clamp(0.6, 99.4), events: vec![event] });
            }
        }
    }
    strokes
}

/// The height that the numbers of strokes need above the axis.
pub(super) fn height(strokes: &[Stroke]) -> u32 {
    if strokes.iter().any(|stroke| stroke.events.len() > 1) { ROOM } else { 0 }
}

impl Line<'_> {
    /// The strokes as marks.
    pub(super) fn strokes(&self, strokes: &[Stroke], entries: &[Entry<'_>], axis: u32) -> Vec<MarkView> {
        let mut marks = Vec::with_capacity(strokes.len());
        // How far the strokes so far reach at each width, in pixels.
        let mut taken = [f64::NEG_INFINITY; 3];
        for (number, stroke) in strokes.iter().enumerate() {
            let next = strokes.get(number + 1).map(|next| next.at);
            let place = self.place(stroke.at);
            let first = stroke.events[0];
            let mut title: Vec<&str> =
                stroke.events.iter().take(NAMED).map(|event| entries[*event].title.as_str()).collect();
            if stroke.events.len() > NAMED {
                title.push("…");
            }
            let url = entries[first].url.clone().filter(|_| stroke.events.len() == 1);
            marks.push(MarkView {
                shape: "rug".into(),
                x: place,
                to: place,
                y: axis,
                points: Vec::new(),
                left: "known".into(),
                right: "known".into(),
                uncertain: false,
                drop: false,
                cuts: Vec::new(),
                url: url.unwrap_or_else(|| in_list(first)),
                title: title.join("\n").into(),
                label: self.count(stroke, next, &mut taken, axis),
            });
        }
        marks
    }

    /// How many events a stroke stands for, where there is room for it up to the next one; else before it. `taken` is how
    /// far the strokes before it reach at each width, in pixels.
    fn count(&self, stroke: &Stroke, next: Option<f64>, taken: &mut [f64; 3], axis: u32) -> Option<LabelView> {
        let pixels = |at: f64| WIDTHS.map(|wide| at / 100.0 * wide);
        let (here, next) = (pixels(stroke.at), next.map_or(WIDTHS, pixels));
        let before = std::mem::replace(taken, here.map(|at| at + BESIDE));
        let count = i64::try_from(stroke.events.len()).ok().filter(|count| *count > 1)?;
        let words = self.said.words.get("timeline-count", &[("n", Arg::Number(count))])?;
        let wide = BESIDE + width(&words, self.size());
        let room = |tier: usize| next[tier] - here[tier] >= wide + if next == WIDTHS { 0.0 } else { BESIDE };
        let mut shown: Shown = [room(0), room(1), room(2)];
        let ends = !shown.contains(&true);
        if ends {
            let room = |tier: usize| here[tier] - wide >= before[tier].max(0.0);
            shown = [room(0), room(1), room(2)];
        } else {
            for tier in (0..3).filter(|tier| shown[*tier]) {
                taken[tier] = here[tier] + wide + BESIDE;
            }
        }
        #[expect(clippy::cast_possible_truncation, reason = "a few pixels")]
        let beside = BESIDE as i32;
        shown.contains(&true).then(|| LabelView {
            x: self.place(stroke.at),
            dx: if ends == self.rtl { beside } else { -beside },
            y: axis - ABOVE,
            anchor: if ends { "end" } else { "start" }.into(),
            parts: vec![PartView { text: words.into(), on: class(shown).into(), date: true }],
        })
    }
}
