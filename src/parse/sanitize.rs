//! Sanitising: where an author has written HTML, the whole text goes through a parser of HTML once. Holes are hidden
//! from it behind marks, and are cut out again afterwards.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::Write;
use std::sync::LazyLock;

use ammonia::Builder;

use super::address::{SAFE, split_scheme};
use super::body::HoleKind;
use super::headings::OURS;
use super::html::{Mark, MarkKind, Writer, escape_text};

/// A mark begins with this character; what an author writes of the range U+FDD0 to U+FDEF, which Unicode reserves for
/// programs, is replaced before.
const BEGIN: char = '\u{fdd0}';
const END: char = '\u{fdd1}';

/// More tags than this, or deeper blocks, are shown as text: parsers of HTML take quadratic time for them.
const MOST_TAGS: usize = 4_000;
const DEEPEST: usize = 200;

/// Elements that may stand within a paragraph.
const PHRASING: [&str; 34] = [
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark",
    "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "tt",
    "rtc",
];

static FLOW: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = builder();
    builder.add_tags(["aside", "figure", "figcaption", "section"]);
    builder
});

static WITHIN_PARAGRAPH: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = builder();
    builder.tags(HashSet::from(PHRASING));
    builder
});

fn builder() -> Builder<'static> {
    let mut builder = Builder::default();
    builder
        .link_rel(None)
        .url_schemes(HashSet::from(SAFE))
        .add_generic_attributes(["id", "class", "dir", "role", "aria-label", "aria-hidden"])
        .add_tag_attributes("ol", ["reversed", "type"])
        .add_tag_attributes("li", ["value"])
        .add_tag_attributes("time", ["datetime"])
        .add_tag_attributes("data", ["value"])
        .add_tag_attributes("details", ["open"])
        .attribute_filter(|element, attribute, value| {
            let is_refused = match (element, attribute) {
                // A reader's page asks no other site for anything.
                ("img", "src") => names_scheme(value) || names_host(value),
                ("a", "href") => names_host(value),
                // Nobody is led there, but programs read it.
                (_, "cite") => split_scheme(&bare(value)).is_some_and(|(scheme, _)| !SAFE.contains(&scheme.as_str())),
                _ => false,
            };
            (!is_refused).then_some(Cow::Borrowed(value))
        });
    builder
}

/// An address as browsers read it: without what they pass over.
fn bare(address: &str) -> String {
    let begun = address.trim_start_matches(|c: char| c <= ' ');
    begun.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect()
}

fn names_scheme(address: &str) -> bool {
    split_scheme(&bare(address)).is_some()
}

/// Whether an address without a scheme names a host: to browsers, a backslash is a slash.
fn names_host(address: &str) -> bool {
    let bare = bare(address);
    let mut start = bare.chars();
    [start.next(), start.next()].iter().all(|c| matches!(c, Some('/' | '\\')))
}

/// HTML that has been sanitised.
#[derive(Debug, Default)]
pub(super) struct Sanitized {
    pub(super) html: String,
    pub(super) marks: Vec<Mark>,
    /// Ids that the author has given to elements.
    pub(super) ids: Vec<String>,
}

/// Sanitises what has been written. `is_note` allows only what may stand within a paragraph.
pub(super) fn sanitize(writer: &Writer, is_note: bool, depth: usize) -> Sanitized {
    let raw = writer.marks.iter().filter_map(|mark| match mark.kind {
        MarkKind::Raw(length) => Some(&writer.html[mark.at..mark.at + length]),
        _ => None,
    });
    let tags: usize = raw.map(|html| html.bytes().filter(|byte| *byte == b'<').count()).sum();
    if tags > MOST_TAGS || depth > DEEPEST {
        return escape_raw(writer);
    }
    let builder = if is_note { &*WITHIN_PARAGRAPH } else { &*FLOW };
    let clean = builder.clean(&hide(writer)).to_string();
    Cutter { writer, clean: &clean, out: Sanitized::default(), open: None, claims: 0 }.cut()
}

/// Shows the author's HTML as text.
fn escape_raw(writer: &Writer) -> Sanitized {
    let mut out = Sanitized::default();
    let mut done = 0;
    for mark in &writer.marks {
        out.html.push_str(&writer.html[done..mark.at]);
        done = mark.at;
        if let MarkKind::Raw(length) = mark.kind {
            done += length;
            escape_text(&mut out.html, &writer.html[mark.at..done]);
        } else {
            out.marks.push(Mark { at: out.html.len(), kind: mark.kind });
        }
    }
    out.html.push_str(&writer.html[done..]);
    out
}

/// The HTML with marks for the parser.
fn hide(writer: &Writer) -> String {
    let mut out = String::with_capacity(writer.html.len() + writer.marks.len() * 24);
    let mut done = 0;
    for (number, mark) in writer.marks.iter().enumerate() {
        push_neutral(&mut out, &writer.html[done..mark.at]);
        done = mark.at;
        match mark.kind {
            // As elements they stay well nested, whatever the author's own tags do.
            MarkKind::Hole(HoleKind::Open(_)) => {
                let _ = write!(out, "<a href=\"{BEGIN}{number}{END}\">");
            }
            MarkKind::Hole(HoleKind::Close(_)) => out.push_str("</a>"),
            // What opens at a click can't stand within a link: the author's ends before it.
            MarkKind::Hole(HoleKind::Cite(..) | HoleKind::Note(_)) => {
                let _ = write!(out, "</a>{BEGIN}{number}{END}");
            }
            MarkKind::Hole(_) | MarkKind::Run(_) | MarkKind::ClaimOpen(..) | MarkKind::ClaimClose => {
                let _ = write!(out, "{BEGIN}{number}{END}");
            }
            MarkKind::Paragraph(_) | MarkKind::Heading(_) => {
                let _ = write!(out, " id=\"{BEGIN}{number}{END}\"");
            }
            MarkKind::Trusted(length) => {
                let _ = write!(out, "{BEGIN}{number}{END}");
                done += length;
            }
            MarkKind::Raw(length) => {
                done += length;
                push_neutral(&mut out, &defuse(&writer.html[mark.at..done]));
            }
            MarkKind::Level => {}
        }
    }
    push_neutral(&mut out, &writer.html[done..]);
    out
}

/// Copies HTML; no character of it can be taken for a mark.
fn push_neutral(out: &mut String, html: &str) {
    if html.contains(is_reserved) {
        out.extend(html.chars().map(|c| if is_reserved(c) { char::REPLACEMENT_CHARACTER } else { c }));
    } else {
        out.push_str(html);
    }
}

const fn is_reserved(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}')
}

/// HTML in which no character reference gives a reserved character.
fn defuse(html: &str) -> Cow<'_, str> {
    if !html.contains("&#") {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len());
    let mut pieces = html.split("&#");
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (digits, radix) = match piece.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16),
            None => (piece, 10),
        };
        let length = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
        let character = u32::from_str_radix(&digits[..length], radix).ok().and_then(char::from_u32);
        out.push_str(if character.is_some_and(is_reserved) { "&amp;#" } else { "&#" });
        out.push_str(piece);
    }
    Cow::Owned(out)
}

/// Cuts the marks out of what the parser has returned: well-formed HTML with all values in double quotes.
struct Cutter<'a> {
    writer: &'a Writer,
    clean: &'a str,
    out: Sanitized,
    /// The link with holes that is open; links do not nest.
    open: Option<u32>,
    /// How many pieces of claims are open.
    claims: usize,
}

impl Cutter<'_> {
    fn cut(mut self) -> Sanitized {
        let mut rest = self.clean;
        while let Some(at) = rest.find(['<', BEGIN]) {
            self.out.html.push_str(&rest[..at]);
            rest = &rest[at..];
            rest = if rest.starts_with('<') { self.tag(rest) } else { self.mark(rest) };
        }
        self.out.html.push_str(rest);
        let end = Mark { at: self.out.html.len(), kind: MarkKind::ClaimClose };
        self.out.marks.extend(std::iter::repeat_n(end, self.claims));
        self.out
    }

    fn hole(&mut self, kind: HoleKind) {
        self.out.marks.push(Mark { at: self.out.html.len(), kind: MarkKind::Hole(kind) });
    }

    /// Reads a mark within text, and returns what stands behind it.
    fn mark<'t>(&mut self, text: &'t str) -> &'t str {
        let Some((kind, rest)) = self.read(text) else { return &text[BEGIN.len_utf8()..] };
        match kind.kind {
            MarkKind::ClaimOpen(..) => self.claims += 1,
            // Its beginning was lost in a value.
            MarkKind::ClaimClose if self.claims == 0 => return rest,
            MarkKind::ClaimClose => self.claims -= 1,
            // These belong into tags, which an element of the author's has made text of, as `<xmp>` does.
            MarkKind::Paragraph(_)
            | MarkKind::Heading(_)
            | MarkKind::Hole(HoleKind::Open(_) | HoleKind::Close(_) | HoleKind::Src(_)) => return rest,
            _ => {}
        }
        let at = self.out.html.len();
        self.out.marks.push(Mark { at, kind: kind.kind });
        if let MarkKind::Trusted(length) = kind.kind {
            self.out.html.push_str(&self.writer.html[kind.at..kind.at + length]);
        }
        rest
    }

    /// The mark that `text` begins with, and what stands behind it.
    fn read<'t>(&self, text: &'t str) -> Option<(Mark, &'t str)> {
        let (number, rest) = text.strip_prefix(BEGIN)?.split_once(END)?;
        let mark = self.writer.marks.get(number.parse::<usize>().ok()?)?;
        Some((*mark, rest))
    }

    /// Copies a tag, and returns what stands behind it.
    fn tag<'t>(&mut self, text: &'t str) -> &'t str {
        if let Some(rest) = text.strip_prefix("<a href=\"")
            && let Some((Mark { kind: MarkKind::Hole(HoleKind::Open(link)), .. }, rest)) = self.read(rest)
            && let Some(rest) = rest.strip_prefix("\">")
        {
            self.open = Some(link);
            self.hole(HoleKind::Open(link));
            return rest;
        }
        if let Some(rest) = text.strip_prefix("</a>")
            && let Some(link) = self.open.take()
        {
            self.hole(HoleKind::Close(link));
            return rest;
        }
        let mut rest = text;
        loop {
            let Some(end) = rest.find(['"', '>']) else {
                self.out.html.push_str(rest);
                return "";
            };
            if rest[end..].starts_with('>') {
                self.out.html.push_str(&rest[..=end]);
                return &rest[end + 1..];
            }
            rest = self.attribute(rest, end);
        }
    }

    /// Copies an attribute whose value opens at `quote`, and returns what stands behind it.
    fn attribute<'t>(&mut self, text: &'t str, quote: usize) -> &'t str {
        let (name, value) = (&text[..quote], &text[quote + 1..]);
        let (value, rest) = value.split_once('"').unwrap_or((value, ""));
        if let Some(before) = name.strip_suffix(" id=") {
            if let Some((Mark { kind: kind @ (MarkKind::Paragraph(_) | MarkKind::Heading(_)), .. }, "")) =
                self.read(value)
            {
                self.out.html.push_str(before);
                self.out.marks.push(Mark { at: self.out.html.len(), kind });
                return rest;
            }
            let is_good = !value.is_empty()
                && !value.starts_with(OURS)
                && !value.contains(char::is_whitespace)
                && !value.contains(['&', BEGIN]);
            if !is_good || self.out.ids.iter().any(|id| id == value) {
                self.out.html.push_str(before);
                return rest;
            }
            self.out.ids.push(value.to_owned());
        }
        self.out.html.push_str(name);
        self.out.html.push('"');
        match self.read(value) {
            Some((Mark { kind: kind @ MarkKind::Hole(HoleKind::Src(_)), .. }, "")) if name.ends_with(" src=") => {
                self.out.marks.push(Mark { at: self.out.html.len(), kind });
            }
            _ => self.value(value),
        }
        self.out.html.push('"');
        rest
    }

    /// Copies a value. Where the author's own quote has stayed open, it has swallowed what we have written behind it: what
    /// would be filled in there has quotes of its own, and what follows them would be attributes.
    fn value(&mut self, mut value: &str) {
        while let Some((before, behind)) = value.split_once(BEGIN) {
            self.out.html.push_str(before);
            value = behind.split_once(END).map_or(behind, |(_, behind)| behind);
        }
        self.out.html.push_str(value);
    }
}
