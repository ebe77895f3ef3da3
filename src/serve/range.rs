//! Byte ranges (RFC 9110 §14).

use std::ops::Range;

/// What of a body is to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it: the header asks for several ranges, or is none that we know, and may then be ignored.
    Whole,
    /// These bytes, at least one.
    Of(Range<usize>),
    /// Nothing: the range begins after the end.
    Beyond,
}

/// Reads the header `Range` for a body of `len` bytes: `bytes=2-5`, `bytes=2-`, `bytes=-5`.
pub(super) fn part(header: &str, len: usize) -> Part {
    read(header, len).unwrap_or(Part::Whole)
}

fn read(header: &str, len: usize) -> Option<Part> {
    let (unit, range) = header.split_once('=')?;
    let (first, last) = range.trim().split_once('-')?;
    if !unit.eq_ignore_ascii_case("bytes") || len == 0 {
        return None;
    }
    if first.is_empty() {
        let count = number(last)?;
        return Some(if count == 0 { Part::Beyond } else { Part::Of(len.saturating_sub(count)..len) });
    }
    let first = number(first)?;
    let last = if last.is_empty() { usize::MAX } else { number(last)? };
    if last < first {
        return None;
    }
    Some(if first >= len { Part::Beyond } else { Part::Of(first..last.min(len - 1) + 1) })
}

/// A number of digits alone; one that is too large is as large as can be.
fn number(digits: &str) -> Option<usize> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(usize::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_range_is_read_and_anything_else_passed_over() {
        for (header, expected) in [
            ("bytes=0-3", Part::Of(0..4)),
            ("Bytes= 9-9", Part::Of(9..10)),
            ("bytes=4-", Part::Of(4..10)),
            ("bytes=4-99999999999999999999999", Part::Of(4..10)),
            ("bytes=-3", Part::Of(7..10)),
            ("bytes=-30", Part::Of(0..10)),
            ("bytes=10-", Part::Beyond),
            ("bytes=10-12", Part::Beyond),
            ("bytes=-0", Part::Beyond),
            ("bytes=0-1,4-5", Part::Whole),
            ("bytes=5-4", Part::Whole),
            ("bytes=-", Part::Whole),
            ("bytes=a-b", Part::Whole),
            ("bytes=+1-2", Part::Whole),
            ("bytes", Part::Whole),
            ("lines=0-3", Part::Whole),
        ] {
            assert_eq!(part(header, 10), expected, "{header}");
        }
        assert_eq!(part("bytes=0-", 0), Part::Whole);
    }
}
