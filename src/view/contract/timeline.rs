//! The contract with themes: the timeline. Everything is placed already; a template draws it.
//!
//! Places along the line are percentages of its width, measured from the left edge whichever way the language runs, and
//! heights are pixels. So a picture of any width keeps the size of its words.

use super::Text;
use crate::view::{Percent, views};

views! {
    /// Events along a line of time, laid out so that nothing overlaps from 280 px of width up.
    TimelineView {
        height: u32 = "The height in pixels.",
        axis: u32 = "The height at which the axis lies, from above.",
        pieces: Vec<PieceView> = "The stretches of the axis, in the order of time. Each has a scale of its own.",
        cuts: Vec<Percent> = "Where long empty times are cut out: between two stretches.",
        ticks: Vec<TickView> = "Years, months or days along the axis.",
        indent: i32 = "How many pixels beside its tick a tick's words begin.",
        published: Option<PublishedView> = "When the report was published.",
        marks: Vec<MarkView> = "The events that have a place of their own.",
        faded: bool = "Whether any mark has an end that fades.",
    }
    /// A stretch of the axis.
    PieceView {
        x: Percent = "Its left end.",
        to: Percent = "Its right end.",
    }
    /// A year, month or day on the axis.
    TickView {
        x: Percent = "Its place.",
        parts: Vec<PartView> = "Its words, which begin there.",
        on: Text = "The widths at which it is shown, as in `PartView`.",
    }
    /// The time of publication.
    PublishedView {
        x: Percent = "Its left end; a day's place.",
        width: Percent = "Its width; 0 for a day, which is a line.",
        label: Option<LabelView> = "The word for it, on the axis, where there is room.",
    }
    /// What stands for an event on the line; or for several, where they are too many to have marks of their own.
    MarkView {
        shape: Text = "`dot` (a day), `bar` (throughout), `bracket` (somewhere within), `one-of`, `each` (several days), or `rug`: a stroke on the axis for what has no room above it.",
        x: Percent = "Its left end, or the place of a dot or stroke.",
        to: Percent = "Its right end.",
        y: u32 = "The height of its middle, from above.",
        points: Vec<PointView> = "The days of `one-of` and `each`.",
        left: Text = "The left end: `known`, `open` (an arrow) or `fade` (about then, or nobody knows when).",
        right: Text = "The right end.",
        uncertain: bool = "Whether the date is marked as uncertain: a hollow mark.",
        drop: bool = "Whether a thin line leads from it down to the axis.",
        cuts: Vec<Percent> = "The cuts of the axis that it goes across.",
        url: Text = "Where it leads: the paragraph, the report, or the event in the list below.",
        title: Text = "Date and words in full; a line for each event.",
        label: Option<LabelView> = "Its words, where there is room.",
    }
    /// Words beside a mark.
    LabelView {
        x: Percent = "Where they begin or end.",
        dx: i32 = "How many pixels beside it.",
        y: u32 = "The height of their baseline, from above.",
        anchor: Text = "`start` where they begin there, `end` where they end there (`text-anchor`).",
        parts: Vec<PartView> = "The words, in order.",
    }
    /// A day of a set.
    PointView {
        x: Percent = "Its place.",
        on: Text = "The widths at which it is shown, as in `PartView`.",
    }
    /// A piece of words that is shown at some widths of the window.
    PartView {
        text: Text = "The words.",
        on: Text = "Empty: at all. `md`: from 700 px. `lg`: from 1,100 px. `sm`: below 700 px. `ml`: below 1,100 px. `mm`: from 700 to 1,100 px. `sl`: not from 700 to 1,100 px.",
        date: bool = "Whether they are the date.",
    }
}
