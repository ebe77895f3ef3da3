//! Writes HTML as pulldown-cmark's own renderer does, and remembers where holes and ids belong.
//!
//! The renderer of pulldown-cmark can't be used itself, since it tells no offsets; a test holds this one to its output.

use pulldown_cmark::{Alignment, HeadingLevel, Tag, TagEnd};

use super::body::HoleKind;

/// HTML that is being written, with the places at which something is still to be decided.
#[derive(Debug, Default)]
pub(super) struct Writer {
    /// What has been written.
    pub(super) html: String,
    /// What is still to be decided, by ascending offset.
    pub(super) marks: Vec<Mark>,
    /// Whether the last piece did not end with a line break.
    mid_line: bool,
    alignments: Vec<Alignment>,
    in_table_body: bool,
    cell: usize,
}

/// Something still to be decided at an offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// Byte offset in the HTML.
    pub(super) at: usize,
    /// What is to be decided.
    pub(super) kind: MarkKind,
}

/// Which part of a claim's words begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ClaimPart {
    /// The first one, which others may link to.
    Anchor,
    /// Any other.
    Other,
}

/// What is to be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// A hole that stays one.
    Hole(HoleKind),
    /// The `id` attribute of a numbered paragraph.
    Paragraph(u32),
    /// The `id` attribute of the n-th heading.
    Heading(usize),
    /// The digit of a heading's level follows.
    Level,
    /// This many bytes that follow were made by us, and need no sanitising.
    Trusted(usize),
    /// This many bytes that follow are the author's own HTML.
    Raw(usize),
    /// The words of the n-th run of the text begin.
    Run(usize),
    /// The words of the n-th claim begin, or go on.
    ClaimOpen(usize, ClaimPart),
    /// Words of a claim end.
    ClaimClose,
}

impl Writer {
    /// Writes a piece of a line.
    pub(super) fn write(&mut self, piece: &str) {
        self.html.push_str(piece);
        if !piece.is_empty() {
            self.mid_line = !piece.ends_with('\n');
        }
    }

    /// Begins a line of its own.
    pub(super) fn write_line(&mut self, piece: &str) {
        if self.mid_line {
            self.html.push('\n');
        }
        self.write(piece);
    }

    /// Writes text.
    pub(super) fn text(&mut self, text: &str) {
        escape_text(&mut self.html, text);
        self.mid_line = !text.ends_with('\n');
    }

    /// Writes HTML that we have made ourselves.
    pub(super) fn trusted(&mut self, html: &str) {
        self.mark(MarkKind::Trusted(html.len()));
        self.write(html);
    }

    /// Writes HTML of the author's own.
    pub(super) fn raw(&mut self, html: &str) {
        self.mark(MarkKind::Raw(html.len()));
        self.write(html);
    }

    /// Remembers that something is to be decided here.
    pub(super) fn mark(&mut self, kind: MarkKind) {
        self.marks.push(Mark { at: self.html.len(), kind });
    }

    /// Leaves a hole here.
    pub(super) fn hole(&mut self, kind: HoleKind) {
        self.mark(MarkKind::Hole(kind));
    }

    /// Takes back white space at the end, so that a mark that follows stands at its word.
    pub(super) fn glue(&mut self) {
        let fixed = self.marks.last().map_or(0, |mark| mark.at);
        let end = self.html.trim_end_matches([' ', '\n']).len();
        self.html.truncate(end.max(fixed));
    }

    /// Where the writer stands: for [`Writer::rewind`].
    pub(super) fn position(&self) -> Position {
        Position { html: self.html.len(), marks: self.marks.len(), mid_line: self.mid_line }
    }

    /// Takes back everything since `position`.
    pub(super) fn rewind(&mut self, position: &Position) {
        self.html.truncate(position.html);
        self.marks.truncate(position.marks);
        self.mid_line = position.mid_line;
    }

    /// Takes back everything behind an offset, and the marks there.
    pub(super) fn forget(&mut self, from: usize) {
        self.html.truncate(from);
        self.marks.retain(|mark| mark.at <= from);
    }

    /// Whether nothing has been written since `position`, not even a hole.
    pub(super) fn is_empty_since(&self, position: &Position) -> bool {
        self.marks.len() == position.marks && self.html[position.html..].trim().is_empty()
    }

    /// Replaces what stands between two offsets; no mark may lie between them.
    pub(super) fn replace(&mut self, from: usize, to: usize, with: &str) {
        self.html.replace_range(from..to, with);
        for mark in self.marks.iter_mut().rev().take_while(|mark| mark.at >= to) {
            mark.at = mark.at - (to - from) + with.len();
        }
    }

    /// Opens a numbered block: its tag up to the closing `>`, which the caller writes.
    pub(super) fn open_block(&mut self, tag: &str, paragraph: Option<u32>) {
        self.write_line(tag);
        if let Some(number) = paragraph {
            self.mark(MarkKind::Paragraph(number));
        }
    }

    /// Opens a heading. Of its attributes, only those that can't run code stay.
    pub(super) fn open_heading(
        &mut self,
        number: usize,
        level: HeadingLevel,
        classes: &[&str],
        attrs: &[(&str, &str)],
    ) {
        self.write_line("<h");
        self.mark(MarkKind::Level);
        self.html.push(char::from(b'0' + level as u8));
        self.mark(MarkKind::Heading(number));
        if !classes.is_empty() {
            self.html.push_str(" class=\"");
            escape_attribute(&mut self.html, &classes.join(" "));
            self.html.push('"');
        }
        for (name, value) in attrs.iter().filter(|(name, _)| matches!(*name, "lang" | "dir" | "title")) {
            self.html.push(' ');
            self.html.push_str(name);
            self.html.push_str("=\"");
            escape_attribute(&mut self.html, value);
            self.html.push('"');
        }
        self.write(">");
    }

    /// Closes a heading.
    pub(super) fn close_heading(&mut self, level: HeadingLevel) {
        self.write("</h");
        self.mark(MarkKind::Level);
        self.html.push(char::from(b'0' + level as u8));
        self.write(">\n");
    }

    /// Opens a list.
    pub(super) fn open_list(&mut self, start: Option<u64>, paragraph: Option<u32>) {
        self.open_block(if start.is_some() { "<ol" } else { "<ul" }, paragraph);
        if let Some(start) = start.filter(|start| *start != 1) {
            self.write(&format!(" start=\"{start}\""));
        }
        self.write(">\n");
    }

    /// Opens a table, in a box that has its number and scrolls with it.
    pub(super) fn open_table(&mut self, alignments: Vec<Alignment>, paragraph: Option<u32>) {
        self.alignments = alignments;
        // Unlike every other block, pulldown-cmark does not begin a line for a table.
        self.write("<div class=\"table\"");
        if let Some(number) = paragraph {
            self.mark(MarkKind::Paragraph(number));
        }
        self.write(">");
        if let Some(number) = paragraph {
            self.hole(HoleKind::Paragraph(number));
        }
        self.write("<table>");
    }

    /// Opens a cell. Alignment is a class, since a style attribute is refused by a strict content security policy.
    fn open_cell(&mut self) {
        self.write(if self.in_table_body { "<td" } else { "<th" });
        self.write(match self.alignments.get(self.cell) {
            Some(Alignment::Left) => " class=\"align-left\">",
            Some(Alignment::Center) => " class=\"align-center\">",
            Some(Alignment::Right) => " class=\"align-right\">",
            Some(Alignment::None) | None => ">",
        });
    }

    /// Writes the opening tag of what has no number, no heading and no destination.
    pub(super) fn open(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Item => self.write_line("<li>"),
            Tag::DefinitionListTitle => self.write_line("<dt>"),
            Tag::DefinitionListDefinition => self.write_line("<dd>"),
            Tag::TableHead => {
                self.in_table_body = false;
                self.cell = 0;
                self.write("<thead><tr>");
            }
            Tag::TableRow => {
                self.cell = 0;
                self.write("<tr>");
            }
            Tag::TableCell => self.open_cell(),
            Tag::Emphasis => self.write("<em>"),
            Tag::Strong => self.write("<strong>"),
            Tag::Strikethrough => self.write("<del>"),
            Tag::Superscript => self.write("<sup>"),
            Tag::Subscript => self.write("<sub>"),
            _ => {}
        }
    }

    /// Writes a closing tag.
    pub(super) fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.write("</p>\n"),
            TagEnd::BlockQuote(_) => self.write("</blockquote>\n"),
            TagEnd::List(true) => self.write("</ol>\n"),
            TagEnd::List(false) => self.write("</ul>\n"),
            TagEnd::Item => self.write("</li>\n"),
            TagEnd::DefinitionList => self.write("</dl>\n"),
            TagEnd::DefinitionListTitle => self.write("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.write("</dd>\n"),
            TagEnd::Table => self.write("</tbody></table></div>\n"),
            TagEnd::TableHead => {
                self.write("</tr></thead><tbody>\n");
                self.in_table_body = true;
            }
            TagEnd::TableRow => self.write("</tr>\n"),
            TagEnd::TableCell => {
                self.write(if self.in_table_body { "</td>" } else { "</th>" });
                self.cell += 1;
            }
            TagEnd::Emphasis => self.write("</em>"),
            TagEnd::Strong => self.write("</strong>"),
            TagEnd::Strikethrough => self.write("</del>"),
            TagEnd::Superscript => self.write("</sup>"),
            TagEnd::Subscript => self.write("</sub>"),
            _ => {}
        }
    }
}

/// Where a writer stood.
#[derive(Debug, Clone, Copy)]
pub(super) struct Position {
    pub(super) html: usize,
    marks: usize,
    mid_line: bool,
}

/// Escapes text.
pub(super) fn escape_text(out: &mut String, text: &str) {
    let mut done = 0;
    for at in memchr::memchr3_iter(b'&', b'<', b'>', text.as_bytes()) {
        out.push_str(&text[done..at]);
        out.push_str(entity(text.as_bytes()[at]));
        done = at + 1;
    }
    out.push_str(&text[done..]);
}

/// Escapes the value of an attribute in double quotes.
pub(super) fn escape_attribute(out: &mut String, text: &str) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| !entity(*byte).is_empty()) {
        out.push_str(&text[done..at]);
        out.push_str(entity(byte));
        done = at + 1;
    }
    out.push_str(&text[done..]);
}

/// What stands for a byte that means something in HTML.
const fn entity(byte: u8) -> &'static str {
    match byte {
        b'&' => "&amp;",
        b'<' => "&lt;",
        b'>' => "&gt;",
        b'"' => "&quot;",
        b'\'' => "&#39;",
        _ => "",
    }
}

/// Escapes an address: everything that may not stand in one is percent-encoded.
pub(super) fn escape_href(out: &mut String, href: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in href.bytes() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#x27;"),
            b'!' | b'#'..=b'%' | b'('..=b';' | b'=' | b'?'..=b'Z' | b'^' | b'_' | b'a'..=b'z' | b'~' => {
                out.push(char::from(byte));
            }
            _ => {
                out.push('%');
                out.push(char::from(HEX[usize::from(byte >> 4)]));
                out.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
}
