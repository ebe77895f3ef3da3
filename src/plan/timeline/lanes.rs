//! Where marks and their words go: each takes the first lane in which both are free, at three widths of the picture.
//!
//! A box is a stretch in percent with so many pixels on either side. Two boxes that are apart at some width are apart at
//! every greater one, so it is enough to look at the least width of each class of windows.

use super::label::{Pick, Picks};

/// The least widths of the picture, in pixels: in windows from 320 px, from 700 px, and from 1,100 px.
pub(super) const WIDTHS: [f64; 3] = [280.0, 608.0, 848.0];
/// The least distance between two boxes.
pub(super) const GAP: f64 = 7.0;
/// Between a mark and its words.
pub(super) const BESIDE: f64 = 5.0;

/// A box in a lane: from `a` to `b` percent in the order of time, and so many pixels before and after at each width.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub(super) a: f64,
    pub(super) b: f64,
    pub(super) before: [f64; 3],
    pub(super) after: [f64; 3],
}

impl Area {
    /// Its two sides in pixels at one of the widths.
    pub(super) fn sides(&self, tier: usize) -> (f64, f64) {
        let pixels = |percent: f64| percent / 100.0 * WIDTHS[tier];
        (pixels(self.a) - self.before[tier], pixels(self.b) + self.after[tier])
    }
}

/// Where the words of a mark stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    After,
    Before,
    /// In the lane above that of the mark, from its beginning.
    Above,
}

/// A mark without a place yet.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) a: f64,
    pub(super) b: f64,
    /// How many pixels it reaches beyond `a` and `b`.
    pub(super) before: f64,
    pub(super) after: f64,
    /// Words that it may have at each width, best first.
    pub(super) picks: Picks,
}

/// The place of a mark.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    pub(super) lane: usize,
    pub(super) side: Side,
    pub(super) picks: [Pick; 3],
}

/// The lanes and what stands in them: boxes, with the numbers of their marks.
#[derive(Debug)]
pub(super) struct Lanes(Vec<Vec<(Area, usize)>>);

impl Lanes {
    pub(super) fn new(count: usize) -> Self {
        Self(vec![Vec::new(); count])
    }

    /// Puts a mark where its words are best seen, in the first such lane. `None` where no lane is free.
    pub(super) fn put(&mut self, wanted: &Wanted, owner: usize) -> Option<Place> {
        let long = wanted.b - wanted.a > 30.0;
        let sides =
            if long { [Side::Above, Side::After, Side::Before] } else { [Side::After, Side::Before, Side::Above] };
        let best = wanted.picks.best();
        let mut found: Option<(u32, Place)> = None;
        'lanes: for lane in 0..self.0.len() {
            for side in sides {
                if side == Side::Above && !long {
                    continue;
                }
                let Some((score, place)) = self.look(wanted, lane, side, owner) else { continue };
                if found.is_none_or(|(most, _)| score > most) {
                    found = Some((score, place));
                }
                if score >= best {
                    break 'lanes;
                }
            }
        }
        let (_, place) = found?;
        self.take(wanted, &place, owner);
        Some(place)
    }

    /// Gives a mark that has a place the best words that there is still room for.
    pub(super) fn grow(&mut self, wanted: &Wanted, place: &mut Place, owner: usize) {
        let Some((_, grown)) = self.look(wanted, place.lane, place.side, owner) else { return };
        let mut better = *place;
        for (pick, grown) in better.picks.iter_mut().zip(grown.picks) {
            if grown.worth > pick.worth || (grown.worth == pick.worth && grown.width > pick.width) {
                *pick = grown;
            }
        }
        if better != *place {
            self.0.iter_mut().for_each(|lane| lane.retain(|(_, other)| *other != owner));
            self.take(wanted, &better, owner);
            *place = better;
        }
    }

    /// What a mark can have in a lane, and how good that is.
    fn look(&self, wanted: &Wanted, lane: usize, side: Side, owner: usize) -> Option<(u32, Place)> {
        let mut place = Place { lane, side, picks: [Pick::NONE; 3] };
        let mut score = 0;
        for tier in 0..3 {
            let mut options = wanted.picks.at(tier).chain([Pick::NONE]);
            let pick = options.find(|pick| {
                place.picks[tier] = *pick;
                let mut areas = place.areas(wanted).into_iter().flatten();
                areas.all(|(lane, area)| self.is_free(lane, &area, tier, owner))
            })?;
            score += pick.worth;
        }
        Some((score, place))
    }

    fn is_free(&self, lane: usize, area: &Area, tier: usize, owner: usize) -> bool {
        let Some(taken) = self.0.get(lane) else { return false };
        let (left, right) = area.sides(tier);
        left >= -0.01
            && right <= WIDTHS[tier] + 0.01
            && taken.iter().all(|(other, whose)| {
                let (other_left, other_right) = other.sides(tier);
                *whose == owner || right + GAP <= other_left || other_right + GAP <= left
            })
    }

    fn take(&mut self, wanted: &Wanted, place: &Place, owner: usize) {
        for (lane, area) in place.areas(wanted).into_iter().flatten() {
            self.0[lane].push((area, owner));
        }
    }

    /// How many lanes from the first have something in them.
    pub(super) fn used(&self) -> usize {
        self.0.iter().rposition(|lane| !lane.is_empty()).map_or(0, |last| last + 1)
    }
}

impl Place {
    /// The lane that the mark itself is in.
    pub(super) const fn mark_lane(&self) -> usize {
        match self.side {
            Side::Above => self.lane + 1,
            _ => self.lane,
        }
    }

    /// The boxes of mark and words, each with its lane.
    pub(super) fn areas(&self, wanted: &Wanted) -> [Option<(usize, Area)>; 2] {
        let mut mark = Area { a: wanted.a, b: wanted.b, before: [wanted.before; 3], after: [wanted.after; 3] };
        let words = self.picks.map(|pick| if pick.width > 0.0 { pick.width + BESIDE } else { 0.0 });
        match self.side {
            Side::After => mark.after = words.map(|words| wanted.after + words),
            Side::Before => mark.before = words.map(|words| wanted.before + words),
            Side::Above => {
                let label = Area { b: wanted.a, before: [0.0; 3], after: words, ..mark };
                return [Some((self.mark_lane(), mark)), Some((self.lane, label))];
            }
        }
        [Some((self.lane, mark)), None]
    }
}
