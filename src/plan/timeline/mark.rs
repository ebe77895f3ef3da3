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
    /// The members of a set, each with the widths at which it is shown.
    pub(super) points: Vec<(f64, &'static str)>,
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
                let points = with_widths(&points);
                let (shape, instead) = if several == Shape::Each { ("each", "bar") } else { ("one-of", "bracket") };
                match points.as_slice() {
                    [(a, _), .., (b, _)] => Self { a: *a, b: *b, points, ..form(shape, "known", "known") },
                    // They are too near one another to be told apart.
                    _ => form(instead, fading(about_start), fading(about_end)),
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

/// Members of a set with the widths at which each is shown: none hides another. Empty where not even the first and the
/// last can be told apart in the narrowest picture.
fn with_widths(points: &[f64]) -> Vec<(f64, &'static str)> {
    const APART: f64 = 4.8;
    let apart = |width: f64| APART / width * 100.0;
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return Vec::new() };
    if last - first < apart(WIDTHS[0]) {
        return Vec::new();
    }
    let mut shown = vec![(*first, ""), (*last, "")];
    for (width, on) in WIDTHS.into_iter().zip(["", "md", "lg"]) {
        for point in points {
            if shown.iter().all(|(other, _)| (other - point).abs() >= apart(width)) {
                shown.push((*point, on));
            }
        }
    }
    shown.sort_by(|one, other| one.0.total_cmp(&other.0));
    shown
}
