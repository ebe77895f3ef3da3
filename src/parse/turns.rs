//! Directions of writing that a block begins and does not end: what follows them is shown in another order than it is written.

use std::ops::Range;

use super::walk::Walker;
use crate::bidi;
use crate::problem::{Name, Problem};

impl Walker<'_> {
    /// Reads words that stand at `span`.
    pub(super) fn follow_directions(&mut self, words: &str, span: &Range<usize>) {
        for (at, c) in bidi::controls(words) {
            self.follow(c, at, span);
        }
    }

    /// Reads the lines of a block of code, each of which has its own directions, or those of a block of HTML.
    pub(super) fn follow_literal(&mut self, text: &str, span: &Range<usize>) {
        let is_code = self.flow.code.is_some();
        let mut line = 0;
        for (at, c) in bidi::controls(text) {
            if is_code && text[line..at].contains('\n') {
                self.end_directions();
            }
            line = at;
            self.follow(c, at, span);
        }
        if is_code && text[line..].contains('\n') {
            self.end_directions();
        }
    }

    /// Reads the character at an offset of the words at `span`. It stands as far from the beginning there, else it is the
    /// first one there, else it is written as a reference.
    fn follow(&mut self, c: char, at: usize, span: &Range<usize>) {
        let source = &self.setting.text[span.clone()];
        let is_here = source.get(at..).is_some_and(|rest| rest.starts_with(c));
        let place = match if is_here { Some(at) } else { source.find(c) } {
            Some(at) => span.start + at..span.start + at + c.len_utf8(),
            None => span.clone(),
        };
        self.directions.take(c, place);
    }

    /// A block ends, or another one begins in it: tells the first of the directions that are left open.
    pub(super) fn end_directions(&mut self) {
        let Some((c, place)) = self.directions.left_open().into_iter().next() else { return };
        let (Some(name), Some(end)) = (bidi::name(c), bidi::end_of(c)) else { return };
        let message = format!("{name} is left open, and may change the order of what is seen behind it");
        let problem = Problem::at(Name::HiddenCharacter, self.place(&place), message);
        self.walked.problems.push(problem.help(format!("take it out, or write {end} where it ends")));
    }
}
