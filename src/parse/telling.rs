//! Problems in the text: links that can't be used, and citations that Markdown has swallowed.

use std::ops::Range;

use memchr::{memchr_iter, memchr2};

use crate::id::Id;
use crate::problem::{Name, Problem};

use super::address::{self, Wrong};
use super::cites;
use super::locator;
use super::summary::Target;
use super::walk::{LinkDraft, Walker};

/// What may be meant for the hyphen that leaves out an author.
const DASHES: [char; 5] = ['-', '–', '—', '−', '‐'];
/// How far signs that belong together may stand apart, in bytes. Without a bound, each of many signs could be looked for in
/// the whole text.
const REACH: usize = 400;

impl Walker<'_> {
    /// The address of a link can't be used.
    pub(super) fn tell_wrong_link(&mut self, wrong: &Wrong, dest: &str, span: &Range<usize>) {
        let within = self.within(span, dest);
        let problem = match wrong {
            Wrong::Date(error) => {
                let date = dest.split_once(':').map_or(dest, |(_, date)| date);
                let message = format!("`{date}` is no date: {}", error.message);
                let place = self.place(&self.within(span, date));
                Problem::at(Name::InvalidDate, place, message).help(error.help.clone())
            }
            Wrong::Scheme(scheme, help) => {
                let help = help.clone().unwrap_or_else(|| {
                    "write an address that begins with `https://`, or the path of a file".to_owned()
                });
                let message = format!("`{scheme}:` is no scheme that a link may have");
                Problem::at(Name::UnsafeUrl, self.place(&within), message).help(help)
            }
            Wrong::NoScheme => {
                Problem::at(Name::UnsafeUrl, self.place(&within), format!("`{dest}` names a host without a scheme"))
                    .help(format!("write `https:{}`", dest.replace('\\', "/")))
            }
            Wrong::Outside => {
                Problem::at(Name::BrokenLink, self.place(&within), format!("`{dest}` leads out of `content/`"))
                    .help("write the path of a file below `content/`, or `/…` for a page of the site".to_owned())
            }
            Wrong::Empty if dest.trim().is_empty() => {
                Problem::at(Name::BrokenLink, self.place(span), "the link leads nowhere")
                    .help("write an address between the parentheses".to_owned())
            }
            Wrong::Empty => Problem::at(Name::BrokenLink, self.place(&within), format!("`{dest}` names nothing"))
                .help("write an id behind the colon, such as `actor:haftar`".to_owned()),
        };
        self.walked.problems.push(problem);
    }

    /// A picture lies elsewhere.
    pub(super) fn tell_foreign_picture(&mut self, dest: &str, span: &Range<usize>) {
        let place = self.place(&self.within(span, dest));
        self.walked.problems.push(
            Problem::at(Name::UnsafeUrl, place, "every reader's browser would fetch this picture from another site")
                .help("store the picture beside the report, and write its path".to_owned()),
        );
    }

    /// `![@key]`
    pub(super) fn tell_picture_citation(&mut self, span: &Range<usize>) {
        let mend = format!("write `\\!` or a space before `{}`", &self.setting.text[span.start + 1..span.end]);
        self.lost(span, "behind `!` a citation is a picture", mend);
    }

    /// `[[@key]]`
    pub(super) fn tell_wiki_citation(&mut self, span: &Range<usize>) {
        let inner = self.setting.text[span.clone()].trim_matches(['[', ']']);
        let mend = format!("write `[{inner}]`");
        self.lost(span, "a citation has single brackets", mend);
    }

    /// `[@key and @other]`: keys that stand behind another one without a `;` between them.
    pub(super) fn tell_swallowed_citations(&mut self, inner: &str, start: usize) {
        for (at, key) in cites::swallowed(inner) {
            let message = format!("`@{key}` is words of the citation before it, and cites nothing");
            let mend = format!("separate citations by `;`, or write `\\@{key}` where no source is meant");
            self.lost(&(start + at..start + at + 1 + key.len()), &message, mend);
        }
    }

    /// Text begins at `span`: if it is the end of a link that another link within its words has undone, tell it.
    pub(super) fn tell_lost_link(&mut self, span: &Range<usize>) {
        let text = self.setting.text;
        if !text[span.start..].starts_with("](") || text[..span.start].ends_with('\\') {
            return;
        }
        let Some(inner) = self.walked.taken.last().filter(|inner| inner.end <= span.start) else { return };
        let between = &text[inner.end..span.start];
        if between.len() > REACH || between.contains('[') || between.contains("\n\n") {
            return;
        }
        let Some(open) = open_bracket(text, inner.start) else { return };
        let close = reach(text, span.start).find(')').map_or(span.end, |at| span.start + at + 1);
        let inner = &text[inner.clone()];
        if cites::is_citation(inner.trim_matches(['[', ']'])) {
            let mend = format!("write {inner} behind the link, not within its words", inner = code(inner));
            self.lost(&(open..close), "a citation within a link's words makes the link plain text", mend);
        } else {
            let message = "a link within another link's words makes the outer one plain text";
            let problem = Problem::at(Name::BrokenLink, self.place(&(open..close)), message)
                .help("put one link behind the other".to_owned());
            self.walked.problems.push(problem);
        }
    }

    /// Looks for citations that were read as something else, or not at all.
    pub(super) fn tell_lost_citations(&mut self) {
        let text = self.setting.text;
        let definitions = std::mem::take(&mut self.walked.definitions);
        for (label, span) in definitions.iter().filter(|(label, _)| cites::is_citation(label)) {
            let place = span.start..span.start + text[span.clone()].find(':').map_or(span.len(), |at| at + 1);
            let mend = format!("write `[{label}]\\:`, or put a word before it");
            self.lost(&place, "at the start of a line, a citation and a colon are the definition of a link", mend);
        }
        let definition_spans: Vec<_> = definitions.iter().map(|(_, span)| span.clone()).collect();
        let mut told = 0;
        for at in memchr_iter(b'@', text.as_bytes()) {
            let covers = |ranges: &[Range<usize>]| covers(ranges, at);
            if at < told || covers(&self.walked.code) || covers(&self.walked.raw) || covers(&definition_spans) {
                continue;
            }
            if covers(&self.walked.taken) {
                self.note_link_of_key(at);
                continue;
            }
            let before = text[..at].trim_end_matches(DASHES);
            if text[..at].ends_with('[') && text[at + 1..].starts_with('[') && !text[..at].ends_with("\\[") {
                self.tell_bracketed_key(at);
                continue;
            }
            let is_key = text[at + 1..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
            if !is_key || !before.ends_with(['[', ' ', ';', '\n', '^']) {
                self.note_bare_key(at);
                continue;
            }
            let (Some(open), Some(close)) = (open_bracket(text, at), close_bracket(text, at)) else {
                self.note_bare_key(at);
                continue;
            };
            told = close;
            let span = open..close;
            let source = &text[span.clone()];
            if source.starts_with("[^") {
                self.lost(&span, "a note's label can't be a citation", "write a note, `[^1]`, with the citation in it");
            } else if text[close..].starts_with('[') {
                let mend = format!("put a space behind {}", code(source));
                self.lost(&span, "brackets that touch are one link, and this citation is its words", mend);
            } else if !matches!(&text[before.len()..at], "" | "-") {
                let mend = format!("write {}", code(&text[open..close].replace(&text[before.len()..at], "-")));
                self.lost(&span, "one hyphen before the key leaves out the author, and no other dash does", mend);
            } else if source[1..].contains('[') {
                let mend = "write `\\[` and `\\]` for brackets within a citation";
                self.lost(&span, "a citation with brackets in it is plain text", mend);
            } else {
                let mend = format!("write {} apart from other brackets", code(source));
                self.lost(&span, "this citation is plain text", mend);
            }
        }
        self.walked.definitions = definitions;
    }

    /// `[@[key]]`
    fn tell_bracketed_key(&mut self, at: usize) {
        let key = reach(self.setting.text, at + 2);
        let Some(key) = key.find(']').map(|end| &key[..end]).filter(|inner| cites::key(inner) == Some(inner)) else {
            return;
        };
        let end = at + 2 + key.len() + 1;
        let end = end + usize::from(self.setting.text[end..].starts_with(']'));
        self.lost(&(at - 1..end), "a key has no brackets of its own", format!("write `[@{key}]`"));
    }

    /// Looks for links of our own schemes that Markdown does not read as links for the spaces in them:
    /// `[words](actor: id)`, `[“words”] (quote:key)`.
    pub(super) fn tell_near_links(&mut self) {
        let text = self.setting.text;
        for at in memchr_iter(b']', text.as_bytes()) {
            let Some(behind) = text[at + 1..].trim_start_matches(' ').strip_prefix('(') else { continue };
            let start = text.len() - behind.len();
            let is_apart = at + "](".len() < start;
            let behind = reach(behind, 0);
            let inside = &behind[..memchr2(b')', b'\n', behind.as_bytes()).unwrap_or(behind.len())];
            let Some((scheme, rest)) = address::own_scheme(inside) else { continue };
            let has_space = rest.contains(char::is_whitespace);
            // `the letter [sic] (source: Reuters)` may be meant as it stands.
            if is_apart == has_space || !behind[inside.len()..].starts_with(')') {
                continue;
            }
            let is_read =
                [&self.walked.code, &self.walked.raw, &self.walked.taken].into_iter().any(|it| covers(it, at));
            if is_read || text[..at].ends_with('\\') || rest.trim().is_empty() {
                continue;
            }
            let rest = rest.trim();
            let place = if is_apart { "before its parenthesis" } else { "in its address" };
            let message = format!("with a space {place} this is no link");
            let mend = if rest.contains(char::is_whitespace) {
                "write the address without a space, or `%20` for each that belongs to it".to_owned()
            } else {
                format!("write `]({scheme}:{rest})`")
            };
            let end = start + inside.len() + 1;
            let problem = Problem::at(Name::BrokenLink, self.place(&(at..end)), message).help(mend);
            self.walked.problems.push(problem);
        }
    }

    /// `[“words”](quote:key "p. 3")`, `[“words”](<quote:key, p. 3>)`: the place would be lost, or taken for the key's.
    /// Returns whether the address can't be used.
    pub(super) fn tell_lost_place(&mut self, source: &Id, title: &str, span: &Range<usize>) -> bool {
        let (key, in_address) = match source.as_str().split_once([',', '،']) {
            Some((key, place)) if locator::split(place).0.is_some() => (key, Some(place)),
            _ => (source.as_str(), None),
        };
        let Some(place) = in_address.or(Some(title)).filter(|place| !place.is_empty()) else { return false };
        let place = place.trim();
        let message = format!("`quote:` takes no place in its source, and `{place}` would be lost");
        let mend = format!("write the words without a link, and `[@{key}, {place}]` behind them");
        let problem = Problem::at(Name::BrokenLink, self.place(span), message).help(mend);
        self.walked.problems.push(problem);
        in_address.is_some()
    }

    /// A link whose words are a citation, `[@key](https://example.org)`: it cites nothing.
    fn note_link_of_key(&mut self, at: usize) {
        let text = self.setting.text;
        let after = self.walked.taken.partition_point(|range| range.start <= at);
        let Some(span) = after.checked_sub(1).map(|index| self.walked.taken[index].clone()) else { return };
        if at - span.start > REACH {
            return;
        }
        let source = &text[span.clone()];
        let Some((words, _)) = source.split_once("](").filter(|_| source.ends_with(')')) else { return };
        if at < span.start + words.len() && words.starts_with('[') && cites::is_citation(&words[1..]) {
            self.add_bare_key(at, span);
        }
    }

    /// `@key` in plain text: only all files together know whether it is a source's.
    fn note_bare_key(&mut self, at: usize) {
        let text = self.setting.text;
        if text[..at].ends_with("\\[") {
            return;
        }
        let is_free = |c: char| c.is_whitespace() || "([{*_;,،؛:“«‘'\"".contains(c);
        if text[..at].trim_end_matches(DASHES).chars().next_back().is_none_or(is_free) {
            self.add_bare_key(at, at..at);
        }
    }

    fn add_bare_key(&mut self, at: usize, span: Range<usize>) {
        let behind = &self.setting.text[at + 1..];
        // `[@ key]`
        let space = if self.setting.text[..at].ends_with('[') { behind.len() - behind.trim_start().len() } else { 0 };
        let Some(key) = cites::key(&behind[space..]) else { return };
        let span = if span.is_empty() { at..at + 1 + space + key.len() } else { span };
        self.order += 1;
        let (target, order) = (Target::Bare(Id::new(key)), self.order);
        self.walked.links.push(LinkDraft { target, paragraph: 0, sentence: None, span, note: None, order });
    }

    fn lost(&mut self, span: &Range<usize>, message: &str, help: impl Into<String>) {
        let problem = Problem::at(Name::LostCitation, self.place(span), message).help(help.into());
        self.walked.problems.push(problem);
    }

    /// The place of `needle` in a piece of the text, or the whole piece where it is written otherwise there.
    fn within(&self, span: &Range<usize>, needle: &str) -> Range<usize> {
        match self.setting.text[span.clone()].rfind(needle) {
            Some(at) if !needle.is_empty() => span.start + at..span.start + at + needle.len(),
            _ => span.clone(),
        }
    }
}

/// What stands behind an offset, as far as it may belong to what stands there.
fn reach(text: &str, from: usize) -> &str {
    let behind = &text[from..];
    &behind[..behind.floor_char_boundary(REACH)]
}

/// Whether one of `ranges`, which ascend and do not overlap, has `at` in it.
pub(super) fn covers(ranges: &[Range<usize>], at: usize) -> bool {
    let next = ranges.partition_point(|range| range.start <= at);
    next.checked_sub(1).is_some_and(|index| ranges[index].contains(&at))
}

/// The nearest bracket before `at` that is open there, in the same block.
fn open_bracket(text: &str, at: usize) -> Option<usize> {
    let mut closed = 0;
    let bytes = text.as_bytes();
    for open in (at.saturating_sub(REACH)..at).rev() {
        let is_escaped = open > 0 && bytes[open - 1] == b'\\';
        match bytes[open] {
            b'\n' if bytes.get(open + 1) == Some(&b'\n') => return None,
            b']' if !is_escaped => closed += 1,
            b'[' if is_escaped => {}
            b'[' if closed > 0 => closed -= 1,
            b'[' => return Some(open),
            _ => {}
        }
    }
    None
}

/// The offset behind the bracket that closes what is open at `at`, in the same block.
fn close_bracket(text: &str, at: usize) -> Option<usize> {
    let mut open = 0;
    let bytes = text.as_bytes();
    for close in at..bytes.len().min(at + REACH) {
        let is_escaped = bytes[close - usize::from(close > 0)] == b'\\';
        match bytes[close] {
            b'\n' if bytes.get(close + 1) == Some(&b'\n') => return None,
            b'[' if !is_escaped => open += 1,
            b']' if is_escaped => {}
            b']' if open > 0 => open -= 1,
            b']' => return Some(close + 1),
            _ => {}
        }
    }
    None
}

/// A piece of the source as it is shown in a message.
fn code(source: &str) -> String {
    format!("`{source}`")
}
