//! What stands for a date on the line: where it begins and ends, and what its ends look like.

use super::lanes::WIDTHS;
use super::scale::{Scale, Span, exact};
use crate::edtf::{Date, Day, End, Shape};

/// How far a fading end reaches, in pixels.
pub(super) const FADE: f64 = 14.0;

/// A mark on the line. Places are percentages in the order of time.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) shape: &'static str,
    pub(super) a: f64,
    pub(super) b: f64,
    pub(super) points: Vec<f64>,
    pub(super) start: &'static str,
    pub(super) end: &'static str,
}

/// The days that a date takes of the line.
pub(super) fn span(date: &Date) -> Span {
    let (from, to) = date.bounds();
    let lasts = matches!(date.shape(), Shape::Bar { .. });
    Span { from: from.map(Day::days_since_epoch), to: to.map(|day| day.days_since_epoch() + 1), lasts }
}

impl Form {
    /// What stands for a date.
    pub(super) fn new(date: &Date, scale: &Scale) -> Self {
        let Span { from, to, .. } = span(date);
        let (about_start, about_end) = date.approximate_ends();
        let fading = |about: bool| if about { "fade" } else { "known" };
        let place = |day: Option<i64>| day.map(|day| scale.at(exact(day)));
        let (a, b) = (place(from), place(to));
        let form = |shape, start, end| Self {
            shape,
            a: a.or(b).unwrap_or(0.0),
            b: b.or(a).unwrap_or(100.0),
            points: Vec::new(),
            start,
            end,
        };
        match date.shape() {
            Shape::Dot => {
                let middle = scale.at(exact(from.unwrap_or(0)) + 0.5);
                Self { a: middle, b: middle, ..form("dot", fading(about_start), fading(about_end)) }
            }
            Shape::Bar { start, end } => {
                let look = |end: End, about: bool| match end {
                    End::Known => fading(about),
                    End::Open => "open",
                    End::Unknown => "fade",
                };
                form("bar", look(start, about_start), look(end, about_end)).reaching()
            }
            Shape::Bracket => {
                let look = |known: bool, about: bool| if known { fading(about) } else { "open" };
                form("bracket", look(from.is_some(), about_start), look(to.is_some(), about_end)).reaching()
            }
            several => {
                let mut points: Vec<f64> = date
                    .members()
                    .iter()
                    .map(|(first, last)| {
                        let (first, last) = (first.days_since_epoch(), last.days_since_epoch() + 1);
                        scale.at(f64::midpoint(exact(first), exact(last)))
                    })
                    .collect();
                points.sort_by(f64::total_cmp);
                thin(&mut points);
                let (shape, instead) = if several == Shape::Each { ("each", "bar") } else { ("one-of", "bracket") };
                match points.as_slice() {
                    // They are too near one another to be told apart.
                    [] | [_] => form(instead, fading(about_start), fading(about_end)),
                    [first, .., last] => {
                        let (a, b) = (*first, *last);
                        Self { a, b, points, ..form(shape, "known", "known") }
                    }
                }
            }
        }
    }

    /// Open ends reach to the end of the line.
    fn reaching(mut self) -> Self {
        if self.start == "open" {
            self.a = 0.0;
        }
        if self.end == "open" {
            self.b = 100.0;
        }
        self
    }

    /// How many pixels it reaches beyond its beginning and its end.
    pub(super) fn overhang(&self) -> (f64, f64) {
        let beyond = |end: &str| match (end, self.shape) {
            ("fade", _) => FADE,
            ("open", _) => 0.0,
            (_, "bar") => 3.0,
            _ => 5.0,
        };
        (beyond(self.start), beyond(self.end))
    }
}

/// Leaves out members that would hide one another in the narrowest picture; the first and the last stay, if they can.
fn thin(points: &mut Vec<f64>) {
    let apart = 4.8 / WIDTHS[0] * 100.0;
    let Some(last) = points.last().copied() else { return };
    let mut kept: Vec<f64> = Vec::with_capacity(points.len());
    for point in points.drain(..) {
        let far = |other: Option<&f64>| other.is_none_or(|other| point - other >= apart);
        if far(kept.last()) && (last - point >= apart || (last - point).abs() < f64::EPSILON) {
            kept.push(point);
        }
    }
    *points = kept;
}
