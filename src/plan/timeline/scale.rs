//! From days to places: which times the line shows, what is cut out of it, and how much room each stretch has.

use crate::edtf::{Day, Key};

/// The times that an event, or the publication, touches: days since 1970, the end not included. `None` is open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub(super) from: Option<i64>,
    pub(super) to: Option<i64>,
    /// Whether it lasts throughout, so that a cut may go across it.
    pub(super) lasts: bool,
}

/// What a stretch is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Month,
    Year,
}

/// A stretch of the line. `left` and `right` are percentages in the order of time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) from: i64,
    pub(super) to: i64,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) unit: Unit,
}

/// The line.
#[derive(Debug)]
pub(super) struct Scale {
    pub(super) pieces: Vec<Piece>,
}

/// The margins at both ends, so that a dot on the first day is whole; and where ends fade.
const INSETS: [f64; 2] = [2.0, 5.2];
/// The width of a cut.
pub(super) const CUT: f64 = 3.2;
/// The least width of a stretch: room for a year.
const LEAST: f64 = 11.0;
/// How many cuts there are at the most.
const MOST_CUTS: usize = 3;
/// The shortest time that is cut out, in days: longer than a month, so that no two stretches share one.
const SHORTEST_CUT: i64 = 62;

impl Scale {
    /// The line on which all of this has a place, with room for ends that fade; `None` where no day is known.
    pub(super) fn new(spans: &[Span], fading: bool) -> Option<Self> {
        let mut stretches = stretches(spans)?;
        let alone = stretches.len() == 1;
        let ends: Vec<(i64, i64)> = stretches.iter().map(|it| (it.from, it.to)).collect();
        for (number, stretch) in stretches.iter_mut().enumerate() {
            let before = number.checked_sub(1).map_or(i64::MIN, |before| ends[before].1);
            let after = ends.get(number + 1).map_or(i64::MAX, |after| after.0);
            stretch.round(alone, before, after);
        }
        Some(Self { pieces: share(&stretches, INSETS[usize::from(fading)]) })
    }

    /// The place of a moment, in percent.
    pub(super) fn at(&self, day: f64) -> f64 {
        let mut last = self.pieces.first().map_or(0.0, |piece| piece.left);
        for piece in &self.pieces {
            if day < exact(piece.from) {
                // In a cut.
                return f64::midpoint(last, piece.left);
            }
            if day <= exact(piece.to) {
                let part = (day - exact(piece.from)) / exact(piece.to - piece.from);
                return piece.left + part * (piece.right - piece.left);
            }
            last = piece.right;
        }
        last
    }

    /// The middles of the cuts.
    pub(super) fn cuts(&self) -> impl Iterator<Item = f64> {
        self.pieces.windows(2).map(|pair| f64::midpoint(pair[0].right, pair[1].left))
    }
}

/// Days as a number with a fraction: exact below 2⁵³.
#[expect(clippy::cast_precision_loss, reason = "days of a calendar are far fewer")]
pub(super) const fn exact(days: i64) -> f64 {
    days as f64
}

/// A stretch before it has a place.
struct Stretch {
    from: i64,
    to: i64,
    /// How many events begin in it.
    count: usize,
    unit: Unit,
}

/// Finds the long times in which nothing begins or ends, and cuts them out where that leaves room for the rest.
fn stretches(spans: &[Span]) -> Option<Vec<Stretch>> {
    let mut begins: Vec<i64> = spans.iter().filter_map(|span| span.from.or(span.to.map(|to| to - 1))).collect();
    begins.sort_unstable();
    let (first, last) = (*begins.first()?, ends(spans).max()?);
    let first = spans.iter().filter_map(|span| span.from).fold(first, i64::min);
    let gaps = gaps(spans, first, last);
    let distinct = 1 + begins.windows(2).filter(|pair| pair[0] != pair[1]).count();
    let mut rest = last - first;
    let mut cuts = 0;
    for (number, (from, to)) in gaps.iter().enumerate().take(MOST_CUTS) {
        let length = to - from;
        rest -= length;
        // Never so many that each event stands alone, and never one that does not give the rest more room.
        if length >= SHORTEST_CUT && number + 2 <= distinct.div_ceil(2) && length * 5 >= rest * 6 {
            cuts = number + 1;
        }
    }
    let mut cut: Vec<(i64, i64)> = gaps[..cuts].to_vec();
    cut.sort_unstable();
    let mut made: Vec<Stretch> = Vec::with_capacity(cuts + 1);
    let mut from = first;
    for (end, next) in cut.into_iter().chain([(last, last)]) {
        let count = begins.iter().filter(|day| (from..end).contains(*day)).count();
        made.push(Stretch { from, to: end.max(from + 1), count, unit: Unit::Month });
        from = next;
    }
    Some(made)
}

fn ends(spans: &[Span]) -> impl Iterator<Item = i64> {
    spans.iter().filter_map(|span| span.to.or(span.from.map(|from| from + 1)))
}

/// The times between one day on which something begins or ends and the next, longest first: those that nothing touches,
/// and, where there is much else to show, those that lie within what lasts.
fn gaps(spans: &[Span], first: i64, last: i64) -> Vec<(i64, i64)> {
    // What begins (+1) and ends (−1) when; what lasts counts only with its two days.
    let mut turns: Vec<(i64, i32)> = Vec::with_capacity(4 * spans.len());
    let many = spans.len() >= 4;
    let mut touch = |from: i64, to: i64| turns.extend([(from, 1), (to, -1)]);
    for span in spans {
        match (span.from, span.to) {
            (Some(from), Some(to)) if !(span.lasts && many) => touch(from, to),
            (Some(from), None) if !many => touch(from, last),
            (None, Some(to)) if !many => touch(first, to),
            (from, to) => {
                if let Some(from) = from {
                    touch(from, from + 1);
                }
                if let Some(to) = to {
                    touch(to - 1, to);
                }
            }
        }
    }
    turns.sort_unstable_by_key(|(day, turn)| (*day, -turn));
    let (mut depth, mut since, mut gaps) = (0, first, Vec::new());
    for (day, turn) in turns {
        if depth == 0 && day > since {
            gaps.push((since, day));
        }
        depth += turn;
        since = day;
    }
    gaps.sort_by_key(|(from, to)| (from - to, *from));
    gaps
}

impl Stretch {
    /// Widens it to whole days, months or years, as its length asks, without reaching its neighbours.
    fn round(&mut self, alone: bool, before: i64, after: i64) {
        let length = self.to - self.from;
        if alone && (2..=24).contains(&length) && self.count > 1 {
            (self.from, self.to, self.unit) = (self.from - 1, self.to + 1, Unit::Day);
            return;
        }
        let (first, last) = (Day::from_days_since_epoch(self.from), Day::from_days_since_epoch(self.to - 1));
        if length > 4 * 366 {
            self.unit = Unit::Year;
        }
        let years = (whole(first, 1, 0).0, whole(last, 12, 0).1);
        if (self.unit == Unit::Year || length > 330) && years.0 > before && years.1 < after {
            (self.from, self.to) = years;
        } else if first.year.abs() < 100_000 {
            (self.from, self.to) = (whole(first, first.month, 1).0, whole(last, last.month, 1).1);
        }
    }
}

/// The first day of a month of the day's year, and the day after its last; where `own` is 0, of the year.
fn whole(day: Day, month: u8, own: u8) -> (i64, i64) {
    let from = Day { month: if own == 0 { 1 } else { month }, day: 1, ..day };
    let next = if month == 12 {
        Day { year: day.year.saturating_add(1), month: 1, day: 1 }
    } else {
        Day { month: month + 1, day: 1, ..day }
    };
    (from.days_since_epoch(), next.days_since_epoch())
}

/// Gives each stretch room: the more events begin in it, the more.
fn share(stretches: &[Stretch], inset: f64) -> Vec<Piece> {
    let weight = |stretch: &Stretch| exact(i64::try_from(stretch.count.max(1)).unwrap_or(1)) - 0.5;
    let room = 100.0 - 2.0 * inset - CUT * exact(i64::try_from(stretches.len() - 1).unwrap_or(0));
    let sum: f64 = stretches.iter().map(weight).sum();
    let mut widths: Vec<f64> = stretches.iter().map(|stretch| room * weight(stretch) / sum).collect();
    // What is too narrow is widened, and the others give it.
    let missing: f64 = widths.iter().map(|width| (LEAST - width).max(0.0)).sum();
    let spare: f64 = widths.iter().map(|width| (width - LEAST).max(0.0)).sum();
    for width in &mut widths {
        *width = if *width < LEAST { LEAST } else { *width - missing * (*width - LEAST) / spare.max(1.0) };
    }
    let mut left = inset;
    let pieces = stretches.iter().zip(widths).map(|(stretch, width)| {
        let piece = Piece { from: stretch.from, to: stretch.to, left, right: left + width, unit: stretch.unit };
        left += width + CUT;
        piece
    });
    pieces.collect()
}

impl Unit {
    /// The unit with a number: days and months are counted on, years are themselves. And the day on which it begins.
    pub(super) fn key(self, number: i64) -> Option<(i64, Key)> {
        let key = match self {
            Self::Day => Key::of_day(Day::from_days_since_epoch(number))?,
            Self::Month => {
                Key::new(i32::try_from(number.div_euclid(12)).ok()?, u8::try_from(number.rem_euclid(12) + 1).ok()?, 0)?
            }
            Self::Year => Key::new(i32::try_from(number).ok()?, 0, 0)?,
        };
        Some((key.bounds().0.days_since_epoch(), key))
    }

    /// The number of the unit that a day lies in.
    pub(super) fn number(self, days: i64) -> i64 {
        let day = Day::from_days_since_epoch(days);
        match self {
            Self::Day => days,
            Self::Month => i64::from(day.year) * 12 + i64::from(day.month) - 1,
            Self::Year => i64::from(day.year),
        }
    }

    /// How many days it has, about.
    pub(super) const fn days(self) -> f64 {
        match self {
            Self::Day => 1.0,
            Self::Month => 30.4,
            Self::Year => 365.2,
        }
    }

    /// After how many of them a tick may stand.
    pub(super) const fn steps(self) -> &'static [i64] {
        match self {
            Self::Day => &[1, 2, 5, 7, 14],
            Self::Month => &[1, 2, 3, 6, 12, 24, 60],
            Self::Year => &[1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000],
        }
    }
}
