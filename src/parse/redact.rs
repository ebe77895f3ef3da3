//! Redactions: `%%words%%`, which leave no trace, and `[words](redact:reason)`, of which a bar stays. The words are taken
//! out of the text before anything is made of it. Where it is not clear how far a redaction reaches, more is taken out,
//! not less, and told.

mod marks;
mod tidy;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use memchr::memmem;

use crate::escape::unescape;
use crate::matter::{near_links, near_marks, scheme_ends};
use crate::problem::{Name, Place, Problem};

use super::origin::{Origin, Piece};
use super::telling::covers;
use super::walk::{Setting, Walked, walk};
use marks::marked;
use tidy::Vanished;

/// Stands for redacted words in plain text: always as long, however long the words are.
pub const BAR: &str = "▇▇▇";

/// Stands in the text where a line had nothing but redacted words, so that its list item, heading or quotation stays one
/// until it is dropped. Unicode reserves the character for programs.
pub(super) const TRACE: char = '\u{fdd2}';

const MARK: &str = "%%";

/// How often a text is walked over again because something was redacted in it; then nothing of it is shown.
const MOST_WALKS: usize = 8;

/// A link of the scheme `redact:`.
#[derive(Debug)]
pub(super) struct RedactedLink {
    pub(super) span: Range<usize>,
    pub(super) form: Form,
}

/// What is to be done with it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// These words are to be taken out.
    Words(Range<usize>),
    /// They have been, or there never were any: a bar stands for it.
    Bar,
    /// It can't be read, for this reason.
    Refused(&'static str),
}

/// Something that is to be taken out of a text.
#[derive(Debug)]
enum Found {
    Vanished(Vanished),
    /// The words of a link, and the link itself.
    Words(Range<usize>, Range<usize>),
    Wrong(Range<usize>, Box<Problem>),
}

/// What has been taken out of a body, by offsets in the body.
#[derive(Debug, Clone, Default)]
pub(super) struct Cuts {
    /// Ranges that ascend and neither overlap nor touch.
    pub(super) gaps: Vec<Range<usize>>,
    /// Where a [`TRACE`] stands instead of what was there.
    traces: BTreeSet<usize>,
    /// Links that are to be bars.
    bars: Vec<Range<usize>>,
}

/// Walks over a text, again and again until nothing is left in it that is to be redacted. Returns also what has been
/// taken out.
pub(super) fn walk_redacted(setting: Setting<'_>, problems: &mut Vec<Problem>) -> (Walked, Cuts) {
    let mut text = Cow::Borrowed(setting.text);
    let mut cuts = Cuts::default();
    for round in 0..MOST_WALKS {
        let removed = Piece::all(&cuts.gaps);
        let origin = Origin { removed: &removed, ..setting.origin };
        let here = Setting { text: &text, origin, ..setting };
        let walked = walk(here);
        let found = find(&here, &walked, round == 0);
        let lost = cuts.lost(&here, &walked);
        if found.is_empty() && lost.is_empty() {
            return (walked, cuts);
        }
        let mut next = cuts.clone();
        for found in found {
            next.take(found, origin, problems);
        }
        for bar in lost {
            insert(&mut next.gaps, bar.clone());
            next.bars.retain(|other| *other != bar);
            problems.push(problem(
                &setting,
                bar,
                "this is no link any more when its words are taken out",
                "write `[words](redact:reason)`, and take out what else is marked within it",
            ));
        }
        cuts = next;
        text = Cow::Owned(cuts.text(setting.text));
    }
    let all = 0..setting.text.len();
    let message = "the redactions of this text are too much entangled, so nothing of it is shown";
    problems.push(problem(&setting, 0..0, message, "put each redaction into a sentence of its own"));
    (Walked::default(), Cuts { gaps: vec![all], ..Cuts::default() })
}

/// What is redacted in a body, by ascending offsets in it; all of it where that is not clear.
pub(super) fn redacted(setting: Setting<'_>) -> Vec<Range<usize>> {
    if !may_have_any(setting.text) {
        return Vec::new();
    }
    let (_, Cuts { mut gaps, traces, .. }) = walk_redacted(setting, &mut Vec::new());
    // A trace stands over the first bytes of what was there.
    for trace in traces {
        insert(&mut gaps, trace..trace + TRACE.len_utf8());
    }
    gaps
}

/// Where redacted words stand again in a part of the text. One or two letters may stand anywhere.
pub(super) fn repeated(words: &str, text: &str, part: Range<usize>) -> Vec<Range<usize>> {
    const SHORTEST: usize = 3;
    let words = words.trim_matches(|c: char| c.is_whitespace() || matches!(c, '%' | '*' | '_' | '`' | '[' | ']'));
    if words.chars().take(SHORTEST).count() < SHORTEST {
        return Vec::new();
    }
    let found = text[part.clone()].match_indices(words);
    found.map(|(at, words)| part.start + at..part.start + at + words.len()).collect()
}

/// Whether a text has anything that looks like a redaction.
fn may_have_any(text: &str) -> bool {
    memmem::find(text.as_bytes(), MARK.as_bytes()).is_some()
        || memchr::memchr_iter(b':', text.as_bytes()).any(|at| scheme_ends(text, at).is_some())
        || text.contains('&')
        || near_marks(text).next().is_some()
        || near_links(text).next().is_some()
}

/// Whether something in a piece of HTML begins with `redact:` as a browser reads it, and not as it is written.
fn is_disguised(html: &str) -> bool {
    if !html.contains(['&', '\t', '\n', '\r']) {
        return false;
    }
    let count = |text: &str| {
        let schemes = memchr::memchr_iter(b':', text.as_bytes()).filter_map(|at| scheme_ends(text, at));
        schemes.filter(|start| !text[..*start].ends_with(char::is_alphanumeric)).count()
    };
    // Browsers pass over these in addresses.
    let read = unescape(html).replace(['\t', '\n', '\r'], "");
    count(&read) > count(html)
}

impl Cuts {
    fn take(&mut self, found: Found, origin: Origin<'_>, problems: &mut Vec<Problem>) {
        let range = match found {
            Found::Vanished(Vanished { mut range, leaves_trace }) => {
                if leaves_trace {
                    self.traces.insert(range.start);
                    range.start += TRACE.len_utf8();
                }
                // Such are found in the whole body only.
                return insert(&mut self.gaps, range);
            }
            Found::Words(words, link) => {
                self.bars.push(origin.in_body(&link));
                words
            }
            Found::Wrong(range, problem) => {
                problems.push(*problem);
                range
            }
        };
        insert(&mut self.gaps, origin.in_body(&range));
    }

    /// The text without what is taken out.
    fn text(&self, body: &str) -> String {
        let mut out = String::with_capacity(body.len());
        let mut done = 0;
        for gap in &self.gaps {
            let kept = body.get(done..gap.start).unwrap_or_default();
            match kept.len().checked_sub(TRACE.len_utf8()) {
                Some(at) if self.traces.contains(&(done + at)) => {
                    out.push_str(kept.get(..at).unwrap_or_default());
                    out.push(TRACE);
                }
                _ => out.push_str(kept),
            }
            done = gap.end;
        }
        out.push_str(body.get(done..).unwrap_or_default());
        out
    }

    /// Links that should have become bars, and are something else now that their words are gone.
    fn lost(&self, setting: &Setting<'_>, walked: &Walked) -> Vec<Range<usize>> {
        if self.bars.is_empty() {
            return Vec::new();
        }
        let bars = walked.redacted.iter().filter(|link| link.form == Form::Bar);
        let bars = bars.map(|link| setting.origin.in_body(&link.span));
        let bars: BTreeSet<(usize, usize)> = bars.map(|bar| (bar.start, bar.end)).collect();
        let is_bar = |bar: &Range<usize>| bars.contains(&(bar.start, bar.end));
        let is_gone = |bar: &Range<usize>| covers(&self.gaps, bar.start);
        self.bars.iter().filter(|bar| !is_bar(bar) && !is_gone(bar)).cloned().collect()
    }
}

/// Finds the redactions in a text that has been walked over.
fn find(setting: &Setting<'_>, walked: &Walked, is_first: bool) -> Vec<Found> {
    let mut found = marked(setting, walked, is_first);
    found.extend(walked.redacted.iter().filter_map(|RedactedLink { span, form }| match form {
        Form::Words(words) => Some(Found::Words(words.clone(), span.clone())),
        Form::Bar => None,
        Form::Refused(message) => {
            let problem = problem(setting, span.start..span.start + 1, message, "write `[words](redact:reason)`");
            Some(Found::Wrong(span.clone(), Box::new(problem)))
        }
    }));
    found.extend(unread(setting, walked));
    found.extend(near(setting, walked));
    found
}

/// What was most likely meant for a redaction and is none: `٪٪words٪٪`, and `[words](redact why)`.
fn near(setting: &Setting<'_>, walked: &Walked) -> Vec<Found> {
    let text = setting.text;
    let read = redacted_links(walked);
    let is_read = |at: usize| covers(&walked.code, at) || covers(&read, at);
    let links = near_links(text).filter(|at| !is_read(*at)).map(|at| {
        let all = block_of(walked, at).unwrap_or(0..text.len());
        misplaced(setting, at..at + "](".len(), all)
    });
    let marks = near_marks(text).find(|mark| !covers(&walked.code, mark.start)).map(|mark| {
        let message = "these are not the signs that mark a redaction";
        let help = "write `%%` before the words and behind them, or one sign alone";
        let problem = problem(setting, mark.clone(), message, help).label("all that follows is left out");
        Found::Wrong(mark.start..text.len(), Box::new(problem))
    });
    links.chain(marks).collect()
}

/// What links to `redact:` reach over, by ranges that ascend and do not overlap.
fn redacted_links(walked: &Walked) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = walked.redacted.iter().map(|link| link.span.clone()).collect();
    spans.sort_by_key(|span| span.start);
    spans.dedup_by(|later, first| {
        let overlaps = later.start < first.end;
        first.end = if overlaps { first.end.max(later.end) } else { first.end };
        overlaps
    });
    spans
}

/// The block that has an offset.
fn block_of(walked: &Walked, at: usize) -> Option<Range<usize>> {
    let next = walked.blocks.partition_point(|block| block.start <= at);
    next.checked_sub(1).map(|index| walked.blocks[index].clone()).filter(|block| block.contains(&at))
}

/// `(redact:…` that Markdown has not read as a link, such as `[words](redact:two words)`: the words would be published.
fn unread(setting: &Setting<'_>, walked: &Walked) -> Vec<Found> {
    let text = setting.text;
    let mut found = Vec::new();
    let read = redacted_links(walked);
    for (at, _) in text.match_indices(':') {
        let Some(start) = scheme_ends(text, at) else { continue };
        if covers(&walked.code, start) || covers(&read, start) {
            continue;
        }
        let before = text[..start].trim_end_matches(|c: char| c.is_whitespace() || c == '<');
        let block = block_of(walked, start);
        let range = if before.ends_with("]:") {
            if walked.definitions.iter().any(|(_, span)| span.contains(&start)) {
                continue;
            }
            // Which words refer to this can't be known.
            0..text.len()
        } else if before.ends_with('(') || before.ends_with("[[") {
            block.unwrap_or(0..text.len())
        } else if before.ends_with(['"', '\'', '=']) {
            // An attribute of HTML: its element may reach over any number of blocks.
            block.map_or(0, |block| block.start)..text.len()
        } else {
            continue;
        };
        found.push(misplaced(setting, start..at + 1, range));
    }
    // Where a tag ends is not asked: what is read as one may depend on what is taken out.
    for (at, _) in text.match_indices('<').filter(|(at, _)| !covers(&walked.code, *at)) {
        let end = text[at + 1..].find('<').map_or(text.len(), |next| at + 1 + next);
        if is_disguised(&text[at..end]) {
            found.push(misplaced(setting, at..end, at..text.len()));
        }
    }
    found
}

/// A `redact:` that is no link of Markdown; so `all` that it may be meant for is taken out.
fn misplaced(setting: &Setting<'_>, place: Range<usize>, all: Range<usize>) -> Found {
    let help = "write `[words](redact:reason)`, with `%20` for each space in the reason, or take the words out";
    let problem = problem(setting, place, "`redact:` stands where Markdown reads no link", help)
        .label("all that could be meant is left out");
    Found::Wrong(all, Box::new(problem))
}

fn problem(setting: &Setting<'_>, place: Range<usize>, message: &str, help: &str) -> Problem {
    let place = Place::bytes(setting.file, setting.origin.in_file(&place));
    Problem::at(Name::Redaction, place, message).help(help.to_owned())
}

/// Adds a range to ranges that ascend and neither overlap nor touch.
fn insert(ranges: &mut Vec<Range<usize>>, new: Range<usize>) {
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
    }

    #[test]
    fn what_is_taken_out_may_leave_a_trace() {
        let cuts = Cuts { gaps: vec![1..2, 7..9], traces: BTreeSet::from([4]), bars: Vec::new() };
        assert_eq!(cuts.text("abcd%%x%%e"), "acd\u{fdd2}e");
    }
}
