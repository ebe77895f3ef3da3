//! What stands above a paragraph and tells its time: its headings, and what its list or table has said so far.

use super::grammar::{Reader, Sign};

/// How many words a line has at most that says what the block after it is about: `In 1999`.
const SHORT: usize = 4;

/// The signs of another time above a paragraph.
#[derive(Debug, Clone, Default)]
pub(super) struct Above {
    /// Those of the headings, each with its depth.
    headings: Vec<(u8, Vec<Sign>)>,
    /// The block at hand, a whole list or table, and what it and the line that introduces it have said.
    block: Option<u32>,
    signs: Vec<Sign>,
    /// What introduces the next block: `This happened in 1999:`.
    introduction: Vec<Sign>,
}

impl Above {
    /// A heading begins a new part.
    pub(super) fn turn(&mut self, depth: u8, signs: Vec<Sign>) {
        self.headings.retain(|(above, _)| *above < depth);
        self.headings.push((depth, signs));
        self.block = None;
        self.signs.clear();
        self.introduction.clear();
    }

    /// A block begins or goes on.
    pub(super) fn enter(&mut self, block: u32) {
        if self.block.replace(block) != Some(block) {
            self.signs = std::mem::take(&mut self.introduction);
        }
    }

    /// A paragraph, an item or a cell of the block at hand is read.
    pub(super) fn read(&mut self, reader: &Reader<'_>) {
        let count = reader.count_words();
        let signs: Vec<Sign> = (0..count).filter_map(|at| reader.sign(at)).collect();
        if count <= SHORT || reader.ends_with_colon() {
            self.introduction.clone_from(&signs);
        } else {
            self.introduction.clear();
        }
        if self.block.is_some() {
            self.signs.extend(signs);
        }
    }

    pub(super) fn signs(&self) -> Vec<Sign> {
        let headings = self.headings.iter().flat_map(|(_, signs)| signs);
        // The block's own signs stand nearest, so that they are told first.
        self.signs.iter().rev().chain(headings).copied().collect()
    }
}
