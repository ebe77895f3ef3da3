//! Where a text that is walked over stands in its file: redacted words have been taken out of it, links of names put in.

use std::ops::Range;

/// A piece that was taken out of a text, or put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    range: Range<usize>,
    /// How many bytes the pieces before it have.
    before: usize,
}

impl Piece {
    /// The piece at `range`, behind `last`.
    pub(super) fn behind(last: Option<&Self>, range: Range<usize>) -> Self {
        Self { range, before: last.map_or(0, Self::through) }
    }

    /// The pieces at `ranges`, which ascend and do not overlap.
    pub(super) fn all(ranges: &[Range<usize>]) -> Vec<Self> {
        let mut pieces: Vec<Self> = Vec::with_capacity(ranges.len());
        for range in ranges {
            pieces.push(Self::behind(pieces.last(), range.clone()));
        }
        pieces
    }

    /// How many bytes it and those before it have.
    const fn through(&self) -> usize {
        self.before + (self.range.end - self.range.start)
    }

    /// Where it was, in the text without the pieces.
    const fn seam(&self) -> usize {
        self.range.start - self.before
    }
}

/// Where a text stands in its file.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Origin<'a> {
    /// The offset of the body in the file.
    pub(super) base: usize,
    /// What has been taken out of the body, by ascending offsets in the body.
    pub(super) removed: &'a [Piece],
    /// What the body has more than the file, by ascending offsets in the body.
    pub(super) added: &'a [Piece],
}

impl Origin<'_> {
    /// The range in the whole body of a range in the text; with what has been taken out between its ends, and without
    /// what has been taken out beside them.
    pub(super) fn in_body(&self, range: &Range<usize>) -> Range<usize> {
        let offset = |at| {
            let before = self.removed.partition_point(|gap| gap.seam() <= at);
            at + before.checked_sub(1).map_or(0, |last| self.removed[last].through())
        };
        match range.len() {
            0 => offset(range.start)..offset(range.start),
            _ => offset(range.start)..offset(range.end - 1) + 1,
        }
    }

    /// Whether something has been taken out within a range of the text, or at one of its ends.
    pub(super) fn has_gap(&self, range: &Range<usize>) -> bool {
        let next = self.removed.partition_point(|gap| gap.seam() < range.start);
        self.removed.get(next).is_some_and(|gap| gap.seam() <= range.end)
    }

    /// The range in the file of a range in the text.
    pub(super) fn in_file(&self, range: &Range<usize>) -> Range<usize> {
        let Range { start, end } = self.in_body(range);
        self.base + self.written(start)..self.base + self.written(end)
    }

    /// The offset of an offset in the body, as the file has it without what was added.
    fn written(&self, at: usize) -> usize {
        let before = self.added.partition_point(|added| added.range.start < at);
        let Some(last) = before.checked_sub(1).map(|last| &self.added[last]) else { return at };
        at - last.before - (last.range.end.min(at) - last.range.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_lead_over_what_was_taken_out_and_put_in() {
        // `ab(cd)ef(gh)` without what stands in parentheses is `abef`.
        let removed = Piece::all(&[2..6, 8..12]);
        let origin = Origin { removed: &removed, ..Origin::default() };
        assert_eq!([0..1, 1..3, 2..2, 3..4].map(|range| origin.in_body(&range)), [0..1, 1..7, 6..6, 7..8]);
        assert_eq!([0..1, 1..2, 3..3, 4..4].map(|range| origin.has_gap(&range)), [false, true, false, true]);
        // The same text, where the file has nothing in parentheses.
        let added = Piece::all(&[2..6, 8..12]);
        let origin = Origin { base: 100, added: &added, ..Origin::default() };
        assert_eq!([1..3, 4..7, 8..12].map(|range| origin.in_file(&range)), [101..102, 102..103, 104..104]);
    }
}
