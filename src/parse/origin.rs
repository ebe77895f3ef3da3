//! Where a text that is walked over stands in its file: redacted words have been taken out of it, links of names put in.

use std::ops::Range;

/// Where a text stands in its file.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Origin<'a> {
    /// The offset of the body in the file.
    pub(super) base: usize,
    /// What has been taken out of the body, by ascending offsets in the body.
    pub(super) removed: &'a [Range<usize>],
    /// What the body has more than the file, by ascending offsets in the body.
    pub(super) added: &'a [Range<usize>],
}

impl Origin<'_> {
    /// The range in the whole body of a range in the text; with what has been taken out between its ends, and without
    /// what has been taken out beside them.
    pub(super) fn in_body(&self, range: &Range<usize>) -> Range<usize> {
        let offset = |at| self.removed.iter().fold(at, |at, gap| if gap.start <= at { at + gap.len() } else { at });
        match range.len() {
            0 => offset(range.start)..offset(range.start),
            _ => offset(range.start)..offset(range.end - 1) + 1,
        }
    }

    /// Whether something has been taken out within a range of the text, or at one of its ends.
    pub(super) fn has_gap(&self, range: &Range<usize>) -> bool {
        let mut before = 0;
        self.removed.iter().any(|gap| {
            let at = gap.start - before;
            before += gap.len();
            range.start <= at && at <= range.end
        })
    }

    /// The range in the file of a range in the text.
    pub(super) fn in_file(&self, range: &Range<usize>) -> Range<usize> {
        let Range { start, end } = self.in_body(range);
        self.base + self.written(start)..self.base + self.written(end)
    }

    /// The offset of an offset in the body, as the file has it without what was added.
    fn written(&self, at: usize) -> usize {
        let before = self.added.iter().take_while(|added| added.start < at);
        at - before.map(|added| added.end.min(at) - added.start).sum::<usize>()
    }
}
