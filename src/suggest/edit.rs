//! Links written into a text, and what changes by that.

use std::fmt::Write as _;
use std::ops::Range;

use super::Suggestion;
use crate::matter;
use crate::parse::NewLink;

/// The text with links for what was suggested, which ascends and does not overlap.
#[must_use]
pub fn apply(file: &str, links: &[Suggestion]) -> String {
    write(file, 0..file.len(), links)
}

fn write(file: &str, within: Range<usize>, links: &[Suggestion]) -> String {
    let mut out = String::with_capacity(within.len() + 24 * links.len());
    let mut done = within.start;
    for link in links {
        out.push_str(&file[done..link.range.start]);
        out.extend([NewLink::OPEN, &file[link.range.clone()], &link.link().close()]);
        done = link.range.end;
    }
    out.push_str(&file[done..within.end]);
    out
}

/// Lines that change together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change<'a> {
    /// The number of the first line, from 1.
    pub line: usize,
    /// The lines as they are.
    pub before: &'a str,
    /// The lines as they would be.
    pub after: String,
    /// What is written into them.
    pub links: &'a [Suggestion],
}

/// The lines that links change, by ascending place.
#[must_use]
pub fn changes<'a>(file: &'a str, links: &'a [Suggestion]) -> Vec<Change<'a>> {
    let lines_of = |range: &Range<usize>| {
        let start = file[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let end = file[range.end..].find('\n').map_or(file.len(), |at| range.end + at);
        start..end
    };
    let same_lines = |a: &Suggestion, b: &Suggestion| lines_of(&a.range).end > lines_of(&b.range).start;
    let chunks = links.chunk_by(same_lines);
    chunks
        .filter_map(|links| {
            let span = lines_of(&links.first()?.range).start..lines_of(&links.last()?.range).end;
            Some(Change {
                line: file[..span.start].matches('\n').count() + 1,
                before: &file[span.clone()],
                after: write(file, span, links),
                links,
            })
        })
        .collect()
}

/// Plain text as Markdown that reads the same.
#[must_use]
pub fn escape(plain: &str) -> String {
    let mut out = String::with_capacity(plain.len() + plain.len() / 16);
    for line in plain.lines() {
        let line = line.trim();
        let mut rest = line;
        // What makes a heading, a list, a quotation or a rule of a line.
        let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if digits > 0 && line[digits..].starts_with(['.', ')']) {
            out.push_str(&line[..digits]);
            out.push('\\');
            rest = &line[digits..];
        } else if line.starts_with(['#', '>', '+', '-', '=', ':']) {
            out.push('\\');
        }
        let (mut previous, mut after_sign) = (None, false);
        for (at, c) in rest.char_indices() {
            let is_sign = matter::is_percent_sign(c);
            let is_markup = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '|' | '~' | '$')
                // What marks a redaction, or would be taken for it.
                || (c == '%' && after_sign)
                || (c == '(' && previous == Some(']'))
                || (c == ':' && matter::scheme_ends(rest, at).is_some());
            if is_sign && after_sign && !is_markup {
                let _ = write!(out, "&#{};", u32::from(c));
            } else {
                if is_markup {
                    out.push('\\');
                }
                out.push(c);
            }
            after_sign = is_sign || (after_sign && matter::is_invisible(c));
            previous = Some(c);
        }
        out.push('\n');
    }
    out
}
