//! The timeline: dates become marks on a line, each at its place, with as many words as there is room for.
//!
//! All is decided here, once for all widths. Positions are percentages and words are pixels, so a template has no more to
//! do than to draw; style hides the words that a narrow window has no room for.

mod arrange;
mod label;
mod lanes;
mod mark;
mod measure;
mod said;
mod scale;
mod strokes;
#[cfg(test)]
mod tests;
mod ticks;

pub(super) use said::Memory;

use arrange::{Arranged, Guest, arrange};
use label::{class, parts};
use lanes::{BESIDE, Place, Side};
use mark::Form;
use said::Said;
use scale::{CUT, Scale};
use ticks::Row;

use crate::edtf::Date;
use crate::matter::Str;
use crate::theme::Words;
use crate::view::{LabelView, MarkView, PartView, Percent, PieceView, PointView, PublishedView, TimelineView};

/// An event, as the line sees it.
pub(super) struct Entry<'e> {
    /// When.
    pub(super) date: &'e Date,
    /// What happened, in few words.
    pub(super) label: Option<&'e str>,
    /// Date and words in full.
    pub(super) title: String,
    /// Where it is told; `None` where only the list of events has it.
    pub(super) url: Option<Str>,
}

/// What a line is drawn with.
#[derive(Clone, Copy)]
pub(super) struct Setting<'s> {
    /// The words of the page's language.
    pub(super) words: &'s Words,
    /// What was said in them before.
    pub(super) memory: &'s Memory,
    /// Whether time runs from right to left.
    pub(super) rtl: bool,
    /// When the report was published.
    pub(super) published: Option<&'s Date>,
}

/// The height of a lane.
const LANE: u32 = 20;
/// The middle of the first lane.
const TOP: u32 = 12;
/// From the middle of the last lane to the axis.
const BELOW: u32 = 16;
/// The height of what stands below the axis.
const FOOT: u32 = 20;
/// From the middle of a lane down to the baseline of its words.
const BASELINE: u32 = 4;
/// Up to this many events have lines down to the axis.
const FEW: usize = 24;

/// Lays out events, which come in the order of time. `None` where there are none.
pub(super) fn timeline(entries: &[Entry<'_>], setting: Setting<'_>) -> Option<TimelineView> {
    let mut spans: Vec<_> = entries.iter().map(|entry| mark::span(entry.date)).collect();
    if spans.iter().all(|span| span.from.is_none() && span.to.is_none()) {
        return None;
    }
    let published = setting.published.map(mark::span).filter(|span| span.from.is_some() && span.to.is_some());
    spans.extend(published);
    let scale = Scale::new(&spans, entries.iter().any(|entry| fades(entry.date)))?;
    let said = Said { words: setting.words, memory: setting.memory };
    let line = Line { scale: &scale, said: &said, rtl: setting.rtl };

    let (marks, axis) = line.marks(entries);
    let mut row = Row::default();
    let mut publication = None;
    let ticks = ticks::ticks(
        &scale,
        &said,
        &mut row,
        |at| line.place(at),
        |row| {
            publication = published.map(|span| line.published(span, row, axis));
        },
    );
    Some(TimelineView {
        height: axis + FOOT,
        axis,
        faded: marks.iter().any(|mark| *mark.left == *"fade" || *mark.right == *"fade"),
        pieces: line.pieces(),
        cuts: scale.cuts().map(|at| line.place(at)).collect(),
        ticks,
        indent: if setting.rtl { -2 } else { 2 },
        published: publication,
        marks,
    })
}

/// Whether a mark of this date has an end that fades.
fn fades(date: &Date) -> bool {
    use crate::edtf::{End, Shape};
    date.approximate_ends() != (false, false)
        || matches!(date.shape(), Shape::Bar { start, end } if start == End::Unknown || end == End::Unknown)
}

/// The line, the words, and the direction.
struct Line<'l> {
    scale: &'l Scale,
    said: &'l Said<'l>,
    rtl: bool,
}

impl Line<'_> {
    /// A place from the left edge.
    fn place(&self, at: f64) -> Percent {
        Percent::new(if self.rtl { 100.0 - at } else { at })
    }

    /// Two places, the left one first.
    fn places(&self, a: f64, b: f64) -> (Percent, Percent) {
        let (a, b) = (self.place(a), self.place(b));
        (a.min(b), a.max(b))
    }

    /// The size of the words: as the theme's style sheet has it.
    const fn size(&self) -> f64 {
        if self.rtl { 13.0 } else { 12.0 }
    }

    fn pieces(&self) -> Vec<PieceView> {
        let last = self.scale.pieces.len() - 1;
        let pieces = self.scale.pieces.iter().enumerate().map(|(number, piece)| {
            let left = if number == 0 { 0.0 } else { piece.left };
            let right = if number == last { 100.0 } else { piece.right };
            let (x, to) = self.places(left, right);
            PieceView { x, to }
        });
        pieces.collect()
    }

    /// The marks in the order of the events, with strokes last; and the height of the axis below them.
    fn marks(&self, entries: &[Entry<'_>]) -> (Vec<MarkView>, u32) {
        let dates: Vec<Str> = entries.iter().map(|entry| self.said.date(entry.date)).collect();
        let guests = entries.iter().zip(&dates).map(|(entry, date)| Guest {
            form: Form::new(entry.date, self.scale),
            label: entry.label.unwrap_or_default(),
            date,
        });
        let guests: Vec<Guest<'_>> = guests.collect();
        let Arranged { places, lanes } = arrange(&guests, self.size());
        let mut marks = Vec::with_capacity(entries.len());
        let mut strokes: Vec<(f64, usize)> = Vec::new();
        for (number, (guest, place)) in guests.iter().zip(&places).enumerate() {
            let form = &guest.form;
            match place {
                Some(place) => {
                    let drop = form.shape == "dot" && entries.len() <= FEW;
                    let y = TOP + LANE * u32::try_from(place.mark_lane()).unwrap_or(0);
                    marks.push(self.mark(form, &entries[number], number, (y, drop), self.label(guest, place)));
                }
                None => strokes.push((if form.start == "open" { form.b } else { form.a }, number)),
            }
        }
        let strokes = strokes::together(strokes);
        let axis = TOP + LANE * u32::try_from(lanes.max(1) - 1).unwrap_or(0) + BELOW + strokes::height(&strokes);
        marks.extend(self.strokes(&strokes, entries, axis));
        (marks, axis)
    }

    fn mark(
        &self,
        form: &Form,
        entry: &Entry<'_>,
        number: usize,
        (y, drop): (u32, bool),
        label: Option<LabelView>,
    ) -> MarkView {
        let (x, to) = self.places(form.a, form.b);
        let (left, right) = if self.rtl { (form.end, form.start) } else { (form.start, form.end) };
        // It begins before the cut and ends behind it.
        let across = |at: &f64| form.a <= at - CUT / 2.0 && at + CUT / 2.0 <= form.b;
        MarkView {
            shape: form.shape.into(),
            x,
            to,
            y,
            points: form.points.iter().map(|(at, on)| PointView { x: self.place(*at), on: (*on).into() }).collect(),
            left: left.into(),
            right: right.into(),
            uncertain: entry.date.is_uncertain(),
            drop,
            cuts: self.scale.cuts().filter(across).map(|at| self.place(at)).collect(),
            url: entry.url.clone().unwrap_or_else(|| in_list(number)),
            title: entry.title.as_str().into(),
            label,
        }
    }

    fn label(&self, guest: &Guest<'_>, place: &Place) -> Option<LabelView> {
        let Guest { form, label, date } = guest;
        let (beyond_start, beyond_end) = form.overhang();
        let turned = crate::lang::runs_rtl(label).is_some_and(|rtl| rtl != self.rtl);
        let before = place.side == Side::Before;
        let parts = parts(label, date, &place.picks, before, turned);
        let (at, aside) = match place.side {
            Side::After => (form.b, beyond_end + BESIDE),
            Side::Before => (form.a, -beyond_start - BESIDE),
            Side::Above => (form.a, 0.0),
        };
        #[expect(clippy::cast_possible_truncation, reason = "a few pixels")]
        let dx = (if self.rtl { -aside } else { aside }) as i32;
        (!parts.is_empty()).then(|| LabelView {
            x: self.place(at),
            dx,
            y: TOP + LANE * u32::try_from(place.lane).unwrap_or(0) + BASELINE,
            anchor: if before { "end" } else { "start" }.into(),
            parts,
        })
    }

    /// The publication: a line for a day, a band for what is longer; the word for it where the axis has room.
    fn published(&self, span: scale::Span, row: &mut Row, axis: u32) -> PublishedView {
        let (from, to) = (span.from.unwrap_or(0), span.to.unwrap_or(0));
        let day = to - from <= 1;
        let middle = f64::midpoint(scale::exact(from), scale::exact(to));
        let (a, b) = if day {
            (self.scale.at(middle), self.scale.at(middle))
        } else {
            (self.scale.at(scale::exact(from)), self.scale.at(scale::exact(to)))
        };
        let (x, to) = self.places(a, b);
        let word = self.said.words.get("timeline-published", &[]).unwrap_or_default();
        let wide = measure::width(&word, ticks::SIZE);
        let tiers = |ends: bool, row: &mut Row| {
            let at = if ends { b } else { a };
            [false, row.take(1, at, wide, ends), row.take(2, at, wide, ends)]
        };
        let mut ends = false;
        let mut shown = tiers(false, row);
        if !shown.contains(&true) {
            ends = true;
            shown = tiers(true, row);
        }
        let label = shown.contains(&true).then(|| LabelView {
            x: self.place(if ends { b } else { a }),
            dx: if ends == self.rtl { 2 } else { -2 },
            y: axis + BELOW,
            anchor: if ends { "end" } else { "start" }.into(),
            parts: vec![PartView { text: word.into(), on: class(shown).into(), date: false }],
        });
        PublishedView { x, width: Percent(to.0 - x.0), label }
    }
}

/// The address of an event in the list below the line.
fn in_list(number: usize) -> Str {
    format!("#gl-e{}", number + 1).into()
}
