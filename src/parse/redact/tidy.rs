//! What goes along with words that vanish, so that nothing tells where they stood: a space, or the whole line.

use std::ops::Range;

/// What vanishes of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Vanished {
    pub(super) range: Range<usize>,
    /// Whether something must stay in its place until the text has been read: it was all that a list item, a heading or
    /// the like had.
    pub(super) leaves_trace: bool,
}

/// Widens ranges that vanish, which ascend and do not overlap.
pub(super) fn tidy(text: &str, ranges: impl Iterator<Item = Range<usize>>) -> Vec<Vanished> {
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if text[last.end..range.start].chars().all(is_blank) => last.end = range.end,
            _ => merged.push(range),
        }
    }
    let mut lines = Lines { text, start: 0, looked: 0, end: 0 };
    merged.into_iter().map(|range| widened(&mut lines, range)).collect()
}

/// The lines of a text around ranges that ascend: a line may be as long as the text, and is looked through once.
struct Lines<'t> {
    text: &'t str,
    /// Where the line begins that has the last range's beginning.
    start: usize,
    /// Up to where line breaks were looked for.
    looked: usize,
    /// Where the line ends that has the last range's end.
    end: usize,
}

impl Lines<'_> {
    /// From the beginning of the line that a range begins in to the end of the one that it ends in.
    fn around(&mut self, range: &Range<usize>) -> Range<usize> {
        if let Some(at) = self.text[self.looked..range.start].rfind('\n') {
            self.start = self.looked + at + 1;
        }
        self.looked = range.start;
        if self.end < range.end || range.end == 0 {
            self.end = self.text[range.end..].find('\n').map_or(self.text.len(), |at| range.end + at);
        }
        self.start..self.end
    }
}

fn widened(lines: &mut Lines<'_>, range: Range<usize>) -> Vanished {
    let text = lines.text;
    let Range { start: line, end: line_end } = lines.around(&range);
    let Range { mut start, mut end } = range;
    let (before, behind) = (&text[line..start], &text[end..line_end]);
    let spaces_before = before.len() - before.trim_end_matches(is_blank).len();
    let spaces_behind = behind.len() - behind.trim_start_matches(is_blank).len();
    if behind.trim_start().is_empty() && has_no_words(before) {
        let is_plain = before.chars().all(|c| is_blank(c) || c == '>');
        let next = text[line_end..].trim_start_matches(['\r', '\n']).lines().next().unwrap_or_default();
        let leaves_trace = !is_plain || is_underline(next) || opens_callout(&text[..line]);
        if !leaves_trace {
            (start, end) = (line, (line_end + 1).min(text.len()));
        }
        return Vanished { range: start..end, leaves_trace };
    }
    let at_start = has_no_words(before) || before.ends_with(['(', '[', '“', '‘', '«', '„']);
    let goes_on = spaces_behind == 0
        && !behind.trim_start().is_empty()
        && !behind.starts_with(['.', ',', ';', ':', '!', '?', ')', ']', '؟', '،', '؛', '…', '”', '’', '»']);
    if at_start {
        end += spaces_behind;
    } else if !goes_on {
        start -= spaces_before;
        if behind.trim_start().is_empty() {
            end += spaces_behind;
        }
    }
    Vanished { range: start..end, leaves_trace: false }
}

const fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t')
}

/// Whether a line has nothing but signs of blocks before an offset. So many bytes of them are words.
fn has_no_words(before: &str) -> bool {
    const LONGEST: usize = 10_000;
    before.len() <= LONGEST && without_markers(before).is_empty()
}

/// What stands on a line behind the signs of quotations, lists, headings, definitions and notes.
fn without_markers(before: &str) -> &str {
    let mut rest = before;
    loop {
        rest = rest.trim_start();
        let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let hashes = rest.trim_start_matches('#');
        let note = rest.strip_prefix("[^").and_then(|note| note.split_once("]:"));
        let behind = if let Some(behind) = rest.strip_prefix('>') {
            behind
        } else if let Some((_, behind)) = note.filter(|(label, _)| !label.contains(['[', ']'])) {
            behind
        } else {
            let sign = match rest.strip_prefix(['-', '*', '+', ':']) {
                Some(behind) => Some(behind),
                None if digits.len() < rest.len() => digits.strip_prefix(['.', ')']),
                None if hashes.len() < rest.len() => Some(hashes),
                None => None,
            };
            let task = ["[ ]", "[x]", "[X]"].into_iter().find_map(|task| rest.strip_prefix(task));
            match sign.or(task).filter(|behind| behind.starts_with(is_blank)) {
                Some(behind) => behind,
                None => return rest,
            }
        };
        rest = behind;
    }
}

/// Whether a line makes a heading of the one above it.
fn is_underline(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| is_blank(c) || c == '>').trim_end();
    !line.is_empty() && (line.bytes().all(|byte| byte == b'=') || line.bytes().all(|byte| byte == b'-'))
}

/// Whether the last line is the first one of a callout, `> [!NOTE]`.
fn opens_callout(before: &str) -> bool {
    let last = before.trim_end().rsplit('\n').next().unwrap_or_default();
    last.trim_start_matches(|c: char| is_blank(c) || c == '>').starts_with("[!")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text without what vanishes; `·` where a trace stays.
    fn show(text: &str) -> String {
        let marks: Vec<usize> = text.match_indices("%%").map(|(at, _)| at).collect();
        let pairs = marks.chunks(2).map(|pair| pair[0]..pair[1] + 2);
        let mut out = String::new();
        let mut done = 0;
        for Vanished { range, leaves_trace } in tidy(text, pairs) {
            out.push_str(&text[done..range.start]);
            out.push_str(if leaves_trace { "·" } else { "" });
            done = range.end;
        }
        out.push_str(&text[done..]);
        out
    }

    #[test]
    fn no_space_is_left_over() {
        assert_eq!(show("a %%x%% b"), "a b");
        assert_eq!(show("a %%x%%, b %%x%%."), "a, b.");
        assert_eq!(show("%%x%% b"), "b");
        assert_eq!(show("- %%x%% b"), "- b");
        assert_eq!(show("(%%x%% b) (a %%x%%)"), "(b) (a)");
        assert_eq!(show("a%%x%%b a %%x%%b a%%x%% b"), "ab a b a b");
        assert_eq!(show("a %%x%%  \nb"), "a\nb");
        assert_eq!(show("a %%x%% %%y%% b"), "a b");
        assert_eq!(show("a %%x\ny%% b"), "a b");
        assert_eq!(show("| %%x%% | b %%x%% |"), "| | b |");
    }

    #[test]
    fn a_line_goes_as_a_whole() {
        assert_eq!(show("a\n%%x%%\nb"), "a\nb");
        assert_eq!(show("> a\n> %%x%%\r\n> b"), "> a\n> b");
        assert_eq!(show("%%\n\n# x\n\n%%\n\nb"), "\nb");
        assert_eq!(show("%%x%% %%y%%\n%%z%%"), "");
    }

    #[test]
    fn what_makes_a_block_stays_until_it_is_read() {
        for text in ["- %%x%%", "1. %%x%%\n", "## %%x%%", "- [x] %%x%%", "[^1]: %%x%%", "a\n: %%x%%", "> - %%x%%\n\nb"]
        {
            assert_eq!(show(text).matches('·').count(), 1, "{text}");
        }
        assert_eq!(show("%%x%%\n==="), "·\n===");
        assert_eq!(show("> [!NOTE]\n> %%x%%"), "> [!NOTE]\n> ·");
    }
}
