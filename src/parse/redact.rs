//! Redactions, which are not supported yet: whatever is marked as one is taken out of the text before anything is made
//! of it. Where it is not clear how far a redaction reaches, more is taken out, not less.

use std::ops::Range;

use memchr::memmem;

use crate::problem::{Name, Place, Problem};

use super::telling::covers;
use super::walk::{Setting, Walked};

const MARK: &str = "%%";
const SCHEME: &str = "redact:";

/// What is to be taken out of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Redaction {
    /// The words with their marks.
    pub(super) range: Range<usize>,
    pub(super) problem: Problem,
}

/// Finds the redactions in a text that has been walked over, by ascending offset.
pub(super) fn find(setting: &Setting<'_>, walked: &Walked) -> Vec<Redaction> {
    let mut found = marked(setting, walked);
    found.extend(walked.redacted.iter().map(|range| {
        let problem = problem(setting, range.start..range.start + 1, "`[words](redact:reason)` is not supported yet");
        Redaction { range: range.clone(), problem }
    }));
    found.extend(unread(setting, walked));
    found.sort_by_key(|redaction| redaction.range.start);
    found
}

/// `%%words%%`, across blocks. Where a mark is missing, it may be any: all from the first one on is taken out.
fn marked(setting: &Setting<'_>, walked: &Walked) -> Vec<Redaction> {
    let text = setting.text;
    let marks = memmem::find_iter(text.as_bytes(), MARK).filter(|at| !covers(&walked.code, *at));
    let marks: Vec<usize> = marks.collect();
    let (pairs, odd) = marks.as_chunks();
    if odd.is_empty() {
        let pair = |&[start, end]: &[usize; 2]| Redaction {
            range: start..end + MARK.len(),
            problem: problem(setting, start..start + MARK.len(), "`%%words%%` is not supported yet"),
        };
        return pairs.iter().map(pair).collect();
    }
    let first = marks[0];
    let problem = problem(setting, first..first + MARK.len(), "one of the `%%` from here on has no partner")
        .label("all that follows is left out");
    vec![Redaction { range: first..text.len(), problem }]
}

/// `(redact:…` that Markdown has not read as a link, such as `[words](redact:two words)`: the words would be published.
fn unread(setting: &Setting<'_>, walked: &Walked) -> Vec<Redaction> {
    let text = setting.text;
    let mut found = Vec::new();
    for (at, _) in text.match_indices(':') {
        let Some(start) = (at + 1).checked_sub(SCHEME.len()) else { continue };
        let is_scheme = text.get(start..=at).is_some_and(|word| word.eq_ignore_ascii_case(SCHEME));
        if !is_scheme || covers(&walked.code, start) || walked.redacted.iter().any(|range| range.contains(&start)) {
            continue;
        }
        let before = text[..start].trim_end_matches(|c: char| c.is_whitespace() || c == '<');
        let next = walked.blocks.partition_point(|block| block.start <= start);
        let block =
            next.checked_sub(1).map(|index| walked.blocks[index].clone()).filter(|block| block.contains(&start));
        let range = if before.ends_with("]:") {
            if walked.definitions.iter().any(|(_, span)| span.contains(&start)) {
                continue;
            }
            // Which words refer to this can't be known.
            0..text.len()
        } else if before.ends_with('(') {
            block.unwrap_or(0..text.len())
        } else if before.ends_with(['"', '\'', '=']) {
            // An attribute of HTML: its element may reach over any number of blocks.
            block.map_or(0, |block| block.start)..text.len()
        } else {
            continue;
        };
        let problem = problem(setting, start..at + 1, "`redact:` stands where Markdown reads no link")
            .label("all that could be meant is left out");
        found.push(Redaction { range, problem });
    }
    found
}

fn problem(setting: &Setting<'_>, place: Range<usize>, message: &str) -> Problem {
    Problem::at(Name::Redaction, Place::bytes(setting.file, setting.origin.in_file(&place)), message)
        .help("take the words out of the file, since nothing of it can be published with them".to_owned())
}

/// A text without some ranges, which ascend and may overlap.
pub(super) fn cut(text: &str, removed: &[Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for range in removed {
        out.push_str(text.get(done..range.start).unwrap_or_default());
        done = done.max(range.end);
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

/// Adds a range to ranges that ascend and neither overlap nor touch.
pub(super) fn insert(ranges: &mut Vec<Range<usize>>, new: Range<usize>) {
    let from = ranges.partition_point(|range| range.end < new.start);
    let to = ranges.partition_point(|range| range.start <= new.end);
    let merged = ranges[from..to].iter().fold(new, |all, range| all.start.min(range.start)..all.end.max(range.end));
    ranges.splice(from..to, [merged]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_merged() {
        let mut ranges = vec![2..4, 8..9];
        insert(&mut ranges, 5..7);
        assert_eq!(ranges, [2..4, 5..7, 8..9]);
        insert(&mut ranges, 3..6);
        assert_eq!(ranges, [2..7, 8..9]);
        insert(&mut ranges, 0..20);
        assert_eq!((ranges.len(), &ranges[0]), (1, &(0..20)));
        assert_eq!(cut("abcdef", &[1..2, 4..6]), "acd");
    }
}
