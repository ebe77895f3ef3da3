//! Years, months and days along the axis, as close as their words allow at each width.

use super::label::{Shown, class};
use super::lanes::WIDTHS;
use super::measure::width;
use super::said::Said;
use super::scale::{CUT, Piece, Scale, Unit, exact};
use crate::edtf::Key;
use crate::matter::Str;
use crate::view::{PartView, Percent, TickView};

/// The size of the words.
pub(super) const SIZE: f64 = 11.0;
/// Between a tick and its words.
pub(super) const BESIDE: f64 = 2.0;
/// The least distance between the words of two ticks.
const GAP: f64 = 7.0;

/// What stands on the axis at each width: from and to, in pixels.
#[derive(Debug, Default)]
pub(super) struct Row(pub(super) [Vec<(f64, f64)>; 3]);

impl Row {
    /// Takes room for words that begin at a place, or end there, if it is free and within the picture.
    pub(super) fn take(&mut self, tier: usize, at: f64, width: f64, ends: bool) -> bool {
        let at = at / 100.0 * WIDTHS[tier];
        let (left, right) = if ends { (at - BESIDE - width, at) } else { (at, at + BESIDE + width) };
        let taken = &mut self.0[tier];
        let within = left >= 0.0 && right <= WIDTHS[tier];
        let free = within && taken.iter().all(|(from, to)| right + GAP <= *from || to + GAP <= left);
        if free {
            taken.push((left, right));
        }
        free
    }
}

/// A tick, and where it is shown with which words.
struct Tick {
    at: f64,
    /// Its words at each width.
    words: [Option<Str>; 3],
}

/// The ticks in the order of time; `place` turns their places round where the language asks, and `other` takes room for
/// other words on the axis when the first tick of each stretch has its own.
pub(super) fn ticks(
    scale: &Scale,
    said: &Said<'_>,
    row: &mut Row,
    place: impl Fn(f64) -> Percent,
    other: impl FnOnce(&mut Row),
) -> Vec<TickView> {
    let firsts: Vec<Option<Tick>> = scale.pieces.iter().map(|piece| first(piece, said, row)).collect();
    other(row);
    let mut all = Vec::with_capacity(16);
    for (piece, first) in scale.pieces.iter().zip(firsts) {
        let begin = all.len();
        all.extend(first);
        further(piece, said, row, &mut all);
        all[begin..].sort_by(|a, b| a.at.total_cmp(&b.at));
    }
    all.into_iter().map(|tick| tick.view(&place)).collect()
}

/// The first tick of a stretch says the year too, if need be that alone.
fn first(piece: &Piece, said: &Said<'_>, row: &mut Row) -> Option<Tick> {
    let (_, key) = piece.unit.key(piece.unit.number(piece.from))?;
    let texts = [said.full(key), said.short(key), said.short(key.in_year())];
    let per_day = (piece.right - piece.left) / exact(piece.to - piece.from);
    // A year of which no other month is named begins with its own name.
    let halves = per_day / 100.0 * WIDTHS[2] * 6.0 * Unit::Month.days();
    let bare = piece.unit == Unit::Month && key.month == 1 && halves < said.widest(Unit::Month, SIZE) + 60.0;
    let texts = if bare { &texts[2..] } else { &texts[..] };
    let mut tick = Tick { at: piece.left, words: Default::default() };
    for (tier, wide) in WIDTHS.into_iter().enumerate() {
        let room = (piece.right - piece.left + CUT) / 100.0 * wide - GAP;
        let fits = |text: &&Str| width(text, SIZE) <= room;
        let Some(text) = texts.iter().find(fits) else { continue };
        if row.take(tier, piece.left, width(text, SIZE), false) {
            tick.words[tier] = Some(text.clone());
        }
    }
    Some(tick)
}

/// The others: at each width as many as there is room for, at even distances; those that begin a year go before.
fn further(piece: &Piece, said: &Said<'_>, row: &mut Row, all: &mut Vec<Tick>) {
    let unit = piece.unit;
    let per_day = (piece.right - piece.left) / exact(piece.to - piece.from);
    let begin = all.len().saturating_sub(1);
    let (low, high) = (unit.number(piece.from), unit.number(piece.to));
    for (tier, wide) in WIDTHS.into_iter().enumerate() {
        let each = per_day * unit.days() / 100.0 * wide;
        let widest = said.widest(unit, SIZE) + BESIDE + GAP;
        let Some(step) = unit.steps().iter().find(|step| exact(**step) * each >= widest) else { continue };
        // Days are counted from the first one, so that ticks stand where something is.
        let base = if unit == Unit::Day { low } else { 0 };
        let start = low + (base - low).rem_euclid(*step);
        let numbers = (0..).map(|n| start + n * step).take_while(|number| *number < high);
        let mut keys: Vec<(i64, Key)> = numbers.filter_map(|number| unit.key(number)).collect();
        keys.retain(|(day, _)| *day > piece.from);
        keys.sort_by_key(|(_, key)| !is_new_year(*key));
        for (day, key) in keys {
            let at = piece.left + exact(day - piece.from) * per_day;
            let text = if *step % 12 == 0 && unit == Unit::Month { said.short(key.in_year()) } else { said.tick(key) };
            if row.take(tier, at, width(&text, SIZE), false) {
                if let Some(known) = all[begin..].iter_mut().find(|tick| (tick.at - at).abs() < 0.001) {
                    known.words[tier] = Some(text);
                } else {
                    let mut tick = Tick { at, words: Default::default() };
                    tick.words[tier] = Some(text);
                    all.push(tick);
                }
            }
        }
    }
}

/// Whether the words of a tick say the year.
const fn is_new_year(key: Key) -> bool {
    key.month <= 1 && key.day <= 1
}

impl Tick {
    fn view(self, place: impl Fn(f64) -> Percent) -> TickView {
        let on = class(self.words.each_ref().map(Option::is_some));
        TickView { x: place(self.at), parts: parts(&self.words), on: on.into() }
    }
}

/// The words as pieces: what is the same at all widths once. `Dec 2015` and `2015` share their end.
fn parts(words: &[Option<Str>; 3]) -> Vec<PartView> {
    let part = |text: &str, shown: Shown| PartView { text: text.into(), on: class(shown).into(), date: false };
    let has = words.each_ref().map(Option::is_some);
    let mut said: Vec<&Str> = words.iter().flatten().collect();
    said.dedup();
    match said.as_slice() {
        [] => Vec::new(),
        [text] => vec![part(text, [true; 3])],
        [short, long] if long.ends_with(&***short) => {
            let longer = words.each_ref().map(|text| text.as_ref() == Some(*long));
            vec![part(&long[..long.len() - short.len()], longer), part(short, [true; 3])]
        }
        several => {
            let shown = |text: &Str| words.each_ref().map(|own| own.as_ref() == Some(text));
            several
                .iter()
                .map(|text| part(text, shown(text)))
                .filter(|part| has.contains(&true) && part.on != "none".into())
                .collect()
        }
    }
}
