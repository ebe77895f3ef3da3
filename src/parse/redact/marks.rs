//! The marks `%%…%%`, in pairs: which two belong together, and where that is not clear.

use std::ops::Range;

use memchr::memmem;

use super::tidy::tidy;
use super::{Found, MARK, RedactedLink, problem};
use crate::parse::telling::covers;
use crate::parse::walk::{Setting, Walked};

/// `%%words%%`, across blocks. Where a mark is missing, it may be any: all from the first one on is taken out.
pub(super) fn marked(setting: &Setting<'_>, walked: &Walked, is_first: bool) -> Vec<Found> {
    let text = setting.text;
    let all: Vec<usize> = memmem::find_iter(text.as_bytes(), MARK).collect();
    let (in_code, marks): (Vec<usize>, Vec<usize>) = all.into_iter().partition(|at| covers(&walked.code, *at));
    let Some(&first) = marks.first() else { return Vec::new() };
    let (pairs, odd) = marks.as_chunks();
    let pair = |&[start, end]: &[usize; 2]| start..end + MARK.len();
    let wrong = if !is_first || !odd.is_empty() {
        Some((first, "one of the `%%` from here on has no partner"))
    } else if let Some(at) = marks.iter().find(|at| length_of_run(text, **at) > MARK.len()) {
        Some((*at, "of these `%` it is not clear which two are the mark"))
    } else if let Some(pair) = pairs.iter().map(pair).find(|pair| has_any(&in_code, pair)) {
        Some((pair.start, "what begins here has a `%%` within code, which may be its end or not"))
    } else {
        let pairs: Vec<Range<usize>> = pairs.iter().map(pair).collect();
        crossing(&pairs, &walked.redacted).map(|at| (at, "two redactions overlap"))
    };
    let sound = pairs.iter().map(pair).filter(|pair| wrong.is_none_or(|(at, _)| pair.end <= at));
    let mut found: Vec<Found> = tidy(text, sound).into_iter().map(Found::Vanished).collect();
    if let Some((at, message)) = wrong {
        let help = "write `%%` before the words and behind them, or take them out of the file";
        let problem = problem(setting, at..at + MARK.len(), message, help).label("all that follows is left out");
        // The mark may be the second one of a pair.
        let from = pairs.iter().map(pair).find(|pair| pair.contains(&at)).map_or(at, |pair| pair.start.min(at));
        found.push(Found::Wrong(from..text.len(), Box::new(problem)));
    }
    found
}

/// Whether one of `offsets`, which ascend, is in a range.
fn has_any(offsets: &[usize], range: &Range<usize>) -> bool {
    offsets.get(offsets.partition_point(|at| *at < range.start)).is_some_and(|at| range.contains(at))
}

/// Where the first pair that crosses a link begins, or the link, if that begins before it. Pairs ascend and do not overlap,
/// so that a link crosses none but those that hold its ends.
fn crossing(pairs: &[Range<usize>], links: &[RedactedLink]) -> Option<usize> {
    let at_ends = |link: &Range<usize>| {
        let around = |at: usize| {
            let next = pairs.partition_point(|pair| pair.end <= at);
            pairs.get(next).filter(|pair| pair.start < at).map(|pair| (next, pair.clone()))
        };
        let crosses = |pair: &Range<usize>| {
            let holds = |one: &Range<usize>, other: &Range<usize>| one.start <= other.start && other.end <= one.end;
            !holds(pair, link) && !holds(link, pair)
        };
        let found = [around(link.start), around(link.end)].into_iter().flatten().filter(move |(_, pair)| crosses(pair));
        found.map(|(number, pair)| (number, pair.start.min(link.start))).collect::<Vec<_>>()
    };
    links.iter().flat_map(|link| at_ends(&link.span)).min().map(|(_, at)| at)
}

/// How many `%` stand around an offset.
fn length_of_run(text: &str, at: usize) -> usize {
    let is_sign = |byte: &&u8| **byte == b'%';
    let (before, behind) = text.as_bytes().split_at(at);
    before.iter().rev().take_while(is_sign).count() + behind.iter().take_while(is_sign).count()
}

#[cfg(test)]
mod tests {
    use super::super::Form;
    use super::*;

    fn crossed(links: &[Range<usize>]) -> Option<usize> {
        let link = |span: &Range<usize>| RedactedLink { span: span.clone(), form: Form::Bar };
        crossing(&[10..20, 30..40], &links.iter().map(link).collect::<Vec<_>>())
    }

    #[test]
    fn a_pair_crosses_a_link_that_has_one_of_its_ends() {
        assert_eq!(crossed(&[0..10, 12..20, 20..30, 5..25, 30..40, 0..50]), None);
        assert_eq!(crossed(&[35..45, 50..60]), Some(30));
        assert_eq!(crossed(&[35..45, 25..35]), Some(25), "of two links the first one's beginning");
        assert_eq!(crossed(&[25..35, 15..25]), Some(10), "of two pairs the first");
    }
}
