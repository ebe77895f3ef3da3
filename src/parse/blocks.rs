//! Blocks: their tags, the numbers of paragraphs, and the flattening of blocks in notes.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Tag, TagEnd};

use crate::config::RawHtml;

use super::body::HoleKind;
use super::highlight;
use super::html::escape_attribute;
use super::walk::Walker;

impl Walker<'_> {
    pub(super) fn start_block(&mut self, tag: Tag<'_>, span: Range<usize>) {
        self.end_directions();
        if self.flow.note.is_some() {
            return self.start_flat(&tag, span);
        }
        let is_attribution = self.start_in_quote(&tag, &span);
        if is_attribution {
            self.walked.prose.space();
            self.end_words();
        } else {
            self.finish_block();
        }
        let mut number = None;
        if self.flow.depth == 0 {
            self.walked.blocks.push(span.clone());
            if is_numbered(&tag) {
                self.walked.paragraphs += 1;
                number = Some(self.walked.paragraphs);
            }
        }
        self.flow.depth += 1;
        self.walked.depth = self.walked.depth.max(self.flow.depth);
        let (before, waiting) = (self.flow.out.position(), self.flow.number);
        self.open_block(tag, number, span);
        self.open_droppable(before, number, waiting);
    }

    fn open_block(&mut self, tag: Tag<'_>, number: Option<u32>, span: Range<usize>) {
        let out = &mut self.flow.out;
        match tag {
            Tag::Paragraph => {
                out.open_block("<p", number);
                out.write(">");
                if let Some(number) = number {
                    out.hole(HoleKind::Paragraph(number));
                }
            }
            Tag::Heading { level, id, classes, attrs } => {
                let classes: Vec<&str> = classes.iter().map(AsRef::as_ref).collect();
                let attrs: Vec<_> =
                    attrs.iter().map(|(name, value)| (&**name, value.as_deref().unwrap_or_default())).collect();
                self.start_heading(level, id.as_deref(), &classes, &attrs);
            }
            Tag::BlockQuote(kind) => self.start_quote(kind, number),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => self.start_code(&info, span),
            Tag::CodeBlock(CodeBlockKind::Indented) => self.start_code("", span),
            Tag::HtmlBlock => {
                self.walked.raw.push(span);
                self.flow.html = Some(String::new());
            }
            Tag::List(start) => {
                self.flow.number = number;
                out.open_list(start, number);
            }
            Tag::DefinitionList => {
                self.flow.number = number;
                out.open_block("<dl", number);
                out.write(">\n");
            }
            Tag::Table(alignments) => out.open_table(alignments, number),
            tag => {
                out.open(&tag);
                // A list can't hold its own number: its first item does.
                if let Some(number) = self.flow.number.take() {
                    out.hole(HoleKind::Paragraph(number));
                }
            }
        }
    }

    pub(super) fn end_block(&mut self, tag: TagEnd, span: &Range<usize>) {
        self.end_directions();
        if self.flow.note.is_some() {
            return self.end_flat(tag, span);
        }
        let is_top = self.flow.depth == 1;
        let is_dropped = self.drop_emptied(tag, span);
        match tag {
            _ if is_dropped => {}
            TagEnd::Heading(level) => self.end_heading(level),
            TagEnd::BlockQuote(kind) => self.end_quote(kind),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::HtmlBlock => self.end_html(span),
            tag => self.flow.out.close(tag),
        }
        self.flow.depth -= 1;
        if tag == TagEnd::Paragraph {
            if is_top {
                self.walked.prose.keep_opening();
            }
            // The next paragraph of a quotation may say whose words these are.
            if self.is_directly_in_quote() {
                return;
            }
        }
        self.finish_block();
    }

    fn end_code(&mut self) {
        let Some(code) = self.flow.code.take() else { return };
        let out = &mut self.flow.out;
        if code.language.is_empty() {
            out.write_line("<pre><code>");
        } else {
            let mut tag = "<pre><code class=\"language-".to_owned();
            escape_attribute(&mut tag, &code.language);
            tag.push_str("\">");
            out.write_line(&tag);
        }
        match Some(&code.language).filter(|language| !language.is_empty()) {
            Some(language) => match highlight::highlight(language, &code.text) {
                Some(html) => out.trusted(&html),
                None => out.text(&code.text),
            },
            None => out.text(&code.text),
        }
        out.write("</code></pre>\n");
    }

    fn end_html(&mut self, span: &Range<usize>) {
        let Some(html) = self.flow.html.take() else { return };
        if self.setting.markdown.raw_html == RawHtml::Escape {
            self.flow.out.write_line("<p>");
            self.flow.out.text(html.trim_end());
            self.flow.out.write("</p>\n");
        } else {
            self.raw_html(&html, span);
        }
    }

    /// Begins a block in a note, which has lines instead of blocks.
    fn start_flat(&mut self, tag: &Tag<'_>, span: Range<usize>) {
        self.finish_block();
        let flow = &mut self.flow;
        match tag {
            Tag::List(start) => flow.lists.push(*start),
            Tag::Item => match flow.lists.last_mut() {
                Some(Some(number)) => {
                    let marker = format!("{number}. ");
                    *number += 1;
                    flow.begin_item(&marker);
                }
                _ => flow.begin_item("• "),
            },
            Tag::TableCell => {}
            Tag::CodeBlock(_) => {
                flow.end_line();
                self.start_code("", span);
            }
            Tag::HtmlBlock => {
                self.walked.raw.push(span);
                flow.end_line();
                flow.html = Some(String::new());
            }
            Tag::Heading { .. } => {
                flow.end_line();
                flow.begin_line();
                flow.out.write("<strong>");
            }
            _ => flow.end_line(),
        }
    }

    /// Ends a block in a note.
    fn end_flat(&mut self, tag: TagEnd, span: &Range<usize>) {
        match tag {
            TagEnd::CodeBlock => {
                let Some(code) = self.flow.code.take() else { return };
                self.flow.begin_line();
                self.flow.out.write("<code>");
                self.flow.out.text(code.text.trim_end());
                self.flow.out.write("</code>");
            }
            TagEnd::HtmlBlock => {
                let html = self.flow.html.take().unwrap_or_default();
                self.flow.begin_line();
                self.raw_html(html.trim_end(), span);
            }
            TagEnd::Heading(_) => self.flow.out.write("</strong>"),
            TagEnd::List(_) => {
                self.flow.lists.pop();
            }
            _ => {}
        }
        if tag == TagEnd::TableCell {
            self.flow.separate(" · ");
            self.walked.prose.space();
            self.keep_space();
        } else {
            self.finish_block();
            self.flow.end_line();
        }
    }
}

/// Whether a block of the top level is counted: paragraphs, lists, quotations and tables are.
const fn is_numbered(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Paragraph | Tag::List(_) | Tag::DefinitionList | Tag::BlockQuote(_) | Tag::Table(_))
}
