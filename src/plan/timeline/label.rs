//! The words beside a mark: how much of them may be shown at each width, and the pieces that are shown or hidden.

use super::lanes::WIDTHS;
use super::measure::{cut, width};
use crate::view::PartView;

/// Some of the words of a mark, at one width.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pick {
    /// How many bytes of the label.
    pub(super) length: usize,
    /// Whether the date is shown too.
    pub(super) date: bool,
    /// The width in pixels.
    pub(super) width: f64,
    /// How much it says; a date counts only where there is nothing else.
    pub(super) worth: u32,
}

impl Pick {
    /// No words.
    pub(super) const NONE: Self = Self { length: 0, date: false, width: 0.0, worth: 0 };
}

/// What may be said at each width, best first.
#[derive(Debug)]
pub(super) struct Picks([[Pick; 4]; 3]);

/// The widest that words should be at each width of the picture, in pixels.
const WIDEST: [f64; 3] = [165.0, 260.0, 340.0];
/// Words that are shorter than this say little.
const SHORTEST: f64 = 84.0;
/// A beginning that is shorter than this, with its "…", says nothing.
const LEAST: f64 = 78.0;

/// What words have to reckon with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terms {
    /// The size of the letters in pixels.
    pub(super) size: f64,
    /// How many marks there are to a lane, about.
    pub(super) crowd: f64,
    /// Whether there are words where the picture is narrowest.
    pub(super) narrow: bool,
}

impl Terms {
    /// How many marks there are to a lane, less what stands apart anyway.
    pub(super) fn crowd(marks: usize, lanes: usize) -> f64 {
        let exact = |count: usize| u32::try_from(count).map_or(f64::MAX, f64::from);
        0.62 * exact(marks) / exact(lanes)
    }

    /// Whether so many marks in four lanes have less room for words than one by itself.
    pub(super) fn is_crowded(marks: usize) -> bool {
        (0..3).any(|tier| WIDTHS[tier] / Self::crowd(marks, 4).max(0.1) < WIDEST[tier])
    }
}

impl Picks {
    /// Of a label, which may be empty, and a date.
    pub(super) fn new(label: &str, date: &str, terms: Terms) -> Self {
        let Terms { size, crowd, narrow } = terms;
        let (date_width, label_width) = (width(date, size), width(label, size));
        let picks = |tier: usize| {
            let mut picks = [Pick::NONE; 4];
            let share = WIDTHS[tier] / crowd.max(0.1);
            let most = share.clamp(SHORTEST, WIDEST[tier]);
            if tier == 0 && (!narrow || share < SHORTEST) {
                return picks;
            }
            if label.is_empty() {
                if share > 2.0 * date_width {
                    picks[0] = Pick { length: 0, date: true, width: date_width, worth: 1 };
                }
                return picks;
            }
            let whole = Pick { length: label.len(), date: false, width: label_width, worth: 10 };
            if label_width <= most * 1.3 {
                picks[1] = whole;
                if tier > 0 {
                    picks[0] = Pick { date: true, width: label_width + size * 0.43 + date_width, ..whole };
                }
            }
            for (place, most, worth) in [(2, most, 6), (3, (most * 0.6).max(SHORTEST), 3)] {
                let found = cut(label, size, most).filter(|(_, width)| *width >= LEAST && label_width > most);
                if let Some((length, width)) = found {
                    picks[place] = Pick { length, date: false, width, worth };
                }
            }
            picks
        };
        Self([picks(0), picks(1), picks(2)])
    }

    /// What may be said at a width, best first.
    pub(super) fn at(&self, tier: usize) -> impl Iterator<Item = Pick> + '_ {
        self.0[tier].iter().copied().filter(|pick| pick.width > 0.0)
    }

    /// The best that can be had.
    pub(super) fn best(&self) -> u32 {
        self.0.iter().map(|picks| picks.iter().map(|pick| pick.worth).max().unwrap_or(0)).sum()
    }
}

/// At which of the three widths something is shown.
pub(super) type Shown = [bool; 3];

/// The class for it; `none` where it is never shown.
pub(super) const fn class(shown: Shown) -> &'static str {
    match shown {
        [true, true, true] => "",
        [false, true, true] => "md",
        [false, false, true] => "lg",
        [true, false, false] => "sm",
        [true, true, false] => "ml",
        [false, true, false] => "mm",
        [true, false, true] => "sl",
        [false, false, false] => "none",
    }
}

/// The pieces of a label of which so much is shown at each width. `turned` words run against the page and are kept apart;
/// where the words stand before the mark, the date goes first.
pub(super) fn parts(label: &str, date: &str, picks: &[Pick; 3], date_first: bool, turned: bool) -> Vec<PartView> {
    let mut parts: Vec<PartView> = Vec::with_capacity(3);
    let mut add = |text: String, shown: Shown, date: bool| {
        if shown.contains(&true) && !text.is_empty() {
            parts.push(PartView { text: text.into(), on: class(shown).into(), date });
        }
    };
    let dated = picks.map(|pick| pick.date);
    let worded = picks.map(|pick| pick.length > 0);
    if date_first && !label.is_empty() {
        add(format!("{date} "), dated, true);
    }
    let mut lengths = picks.map(|pick| pick.length);
    lengths.sort_unstable();
    let (mut from, mut open) = (0, if turned { "\u{2068}" } else { "" });
    for length in lengths {
        if length > from {
            add(format!("{open}{}", &label[from..length]), picks.map(|pick| pick.length >= length), false);
            if length < label.len() {
                add("…".to_owned(), picks.map(|pick| pick.length == length), false);
            }
            (from, open) = (length, "");
        }
    }
    if turned && from > 0 {
        add("\u{2069}".to_owned(), worded, false);
    }
    if label.is_empty() {
        add(date.to_owned(), dated, true);
    } else if !date_first {
        add(format!(" {date}"), dated, true);
    }
    parts
}
