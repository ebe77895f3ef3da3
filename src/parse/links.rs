//! Links, citations and pictures: what they point to, and the holes that they leave.

use std::ops::Range;

use pulldown_cmark::LinkType;

use crate::id::Id;
use crate::matter::Str;

use super::address::{self, Address};
use super::body::HoleKind;
use super::cites;
use super::html::{Position, escape_attribute, escape_href};
use super::redact::{Form, RedactedLink};
use super::summary::{Cite, Target};
use super::walk::{LinkDraft, QuotationDraft, Walker};

/// A link that is open.
#[derive(Debug)]
pub(super) enum Frame {
    /// A link with holes.
    Hole {
        link: usize,
        /// Where its words begin.
        start: Position,
        /// Where its plain words begin.
        words: usize,
    },
    /// `[“words”](quote:key)`: a quotation that cites its source.
    Quotation {
        source: Id,
        span: Range<usize>,
        /// Where its element begins, and its words.
        element: Position,
        start: Position,
        /// Where its plain words begin.
        words: usize,
    },
    /// A link that is written as it is.
    Plain,
    /// Words whose link can't be used.
    Words,
    /// `redact:`, and the reason.
    Redacted(Str),
    /// `[words][@key]`: brackets that no link has made, and a citation behind them.
    Brackets(Vec<Cite>, Range<usize>),
}

/// A picture that is open.
#[derive(Debug)]
pub(super) struct ImageDraft {
    /// The words in its place.
    pub(super) alt: String,
    title: String,
    /// Whether it is shown; else only its words are.
    is_shown: bool,
    /// Pictures within its words, which are words only.
    nested: usize,
    /// A redaction within its words.
    redacted: Option<Frame>,
}

impl Walker<'_> {
    pub(super) fn start_link(&mut self, kind: LinkType, dest: &str, title: &str, id: &str, span: Range<usize>) {
        let redacted = self.start_redaction(kind, dest, title, &span);
        if let Some(image) = &mut self.flow.image {
            image.redacted = redacted;
            return;
        }
        self.flow.begin_line();
        self.take(&span);
        if let Some(redacted) = redacted {
            self.flow.frames.push(redacted);
            return;
        }
        let is_reference =
            !matches!(kind, LinkType::Inline | LinkType::Autolink | LinkType::Email | LinkType::WikiLink { .. });
        if is_reference && cites::is_citation(id) {
            return self.citation(span, id);
        }
        if let LinkType::WikiLink { has_pothole } = kind {
            // In a table the bar is escaped, and pulldown-cmark leaves the backslash.
            let name = dest.strip_suffix('\\').unwrap_or(dest).trim();
            if name.starts_with('@') {
                self.tell_wiki_citation(&span);
                self.cite(cites::parse(name), span);
                self.flow.muted = 1;
                return;
            }
            return self.open_link(Target::Wiki(Str::from(name)), span, !has_pothole);
        }
        let mail;
        let dest = if kind == LinkType::Email {
            mail = format!("mailto:{dest}");
            &mail
        } else {
            dest
        };
        match address::of_link(dest, self.setting.file) {
            Address::Target(Target::Source(source)) if is_quotation(dest) => {
                if self.tell_lost_place(&source, title, &span) {
                    return self.flow.frames.push(Frame::Words);
                }
                let element = self.flow.out.position();
                self.flow.out.write("<span class=\"quoted\">");
                let (start, words) = (self.flow.out.position(), self.walked.prose.position());
                self.flow.frames.push(Frame::Quotation { source, span, element, start, words });
            }
            Address::Target(target) => self.open_link(target, span, kind == LinkType::Autolink),
            Address::Elsewhere | Address::Redact => {
                let mut tag = "<a href=\"".to_owned();
                escape_href(&mut tag, dest);
                if !title.is_empty() {
                    tag.push_str("\" title=\"");
                    escape_attribute(&mut tag, title);
                }
                // An address as it stands runs from left to right in every language.
                tag.push_str(if kind == LinkType::Autolink { "\" class=\"ltr\">" } else { "\">" });
                self.flow.out.write(&tag);
                self.flow.frames.push(Frame::Plain);
            }
            Address::Wrong(wrong) => {
                self.tell_wrong_link(&wrong, dest, &span);
                self.flow.frames.push(Frame::Words);
            }
        }
    }

    /// Opens a link with holes. One that has no words of its own is closed at once.
    fn open_link(&mut self, target: Target, span: Range<usize>, is_wordless: bool) {
        let link = self.add_link(target, span);
        self.flow.out.hole(HoleKind::Open(number(link)));
        let start = self.flow.out.position();
        let words = self.walked.prose.position();
        self.flow.frames.push(Frame::Hole { link, start, words });
        if is_wordless {
            self.end_link();
            self.flow.muted = 1;
        }
    }

    pub(super) fn end_link(&mut self) {
        if let Some(image) = &mut self.flow.image {
            if let Some(Frame::Redacted(reason)) = image.redacted.take() {
                self.end_redaction(reason);
            }
            return;
        }
        match self.flow.frames.pop() {
            Some(Frame::Hole { link, start, words }) => {
                if self.flow.out.is_empty_since(&start) {
                    self.flow.out.hole(HoleKind::Words(number(link)));
                    match &self.walked.links[link].target {
                        Target::Wiki(name) => self.walked.prose.push(name),
                        _ => self.walked.prose.unnamed(link),
                    }
                    self.keep_object();
                }
                self.flow.out.hole(HoleKind::Close(number(link)));
                if self.walked.links[link].target.has_sentence() {
                    self.walked.prose.mention(link, words);
                }
            }
            Some(Frame::Quotation { source, span, element, start, words }) => {
                if self.flow.out.is_empty_since(&start) {
                    self.flow.out.rewind(&element);
                } else {
                    self.flow.out.write("</span>");
                }
                self.quotation(source, span, words);
            }
            Some(Frame::Plain) => self.flow.out.write("</a>"),
            Some(Frame::Brackets(cites, span)) => {
                self.flow.out.write("]");
                self.keep_sign("]");
                self.walked.prose.push("]");
                self.cite(cites, span);
            }
            Some(Frame::Redacted(reason)) => self.end_redaction(reason),
            Some(Frame::Words) | None => {}
        }
    }

    /// A citation, of which `span` is the source: `[@a]`, `[@a][]`, `[@a][@b]` or `[words][@b]`. `label` is what stands
    /// between the last brackets, without the signs of a quotation that may begin its lines.
    fn citation(&mut self, span: Range<usize>, label: &str) {
        let source = &self.setting.text[span.clone()];
        let source = source.strip_suffix("[]").unwrap_or(source);
        let inner = |piece: Range<usize>| source.get(piece.start + 1..piece.end - 1).unwrap_or_default();
        let read = |inner: &str| Some(cites::parse(inner)).filter(|cites| !cites.is_empty());
        let alone = inner(0..source.len());
        // Markdown passes over a backslash between the brackets.
        let seam = match source.find("][") {
            Some(at) => Some(at + 1..at + 1),
            None if cites::is_citation(alone) => None,
            None => source.find("]\\[").map(|at| at + 1..at + 2),
        };
        match seam {
            None => {
                self.tell_swallowed_citations(alone, span.start + 1);
                self.cite(read(alone).unwrap_or_else(|| cites::parse(label)), span);
            }
            Some(seam) => {
                let (first, second) = (0..seam.start, seam.end..source.len());
                let second_span = span.start + second.start..span.end;
                self.tell_swallowed_citations(inner(second.clone()), second_span.start + 1);
                let cites = read(inner(second)).unwrap_or_else(|| cites::parse(label));
                if !cites::is_citation(inner(first.clone())) {
                    self.flow.out.write("[");
                    self.keep_sign("[");
                    self.walked.prose.push("[");
                    self.flow.frames.push(Frame::Brackets(cites, second_span));
                    return;
                }
                // Markdown sees one link here, and its words would vanish.
                self.tell_swallowed_citations(inner(first.clone()), span.start + 1);
                let before = cites::parse(inner(first.clone()));
                self.cite(before, span.start..span.start + first.end);
                self.cite(cites, second_span);
            }
        }
        self.flow.muted = 1;
    }

    /// Ends an inline quotation: it is followed by the citation of its source.
    fn quotation(&mut self, id: Id, span: Range<usize>, start: usize) {
        let (words, unnamed) = self.walked.prose.words(start, usize::MAX);
        if !words.is_empty() {
            let cites = vec![self.walked.links.len()];
            self.walked.quotations.push(QuotationDraft { words, unnamed, cites, ..QuotationDraft::default() });
        }
        self.cite(vec![Cite { id, prefix: None, locator: None, suffix: None, suppress_author: false }], span);
    }

    fn cite(&mut self, cites: Vec<Cite>, span: Range<usize>) {
        let link = self.add_link(Target::Cite(cites.into()), span);
        self.flow.out.glue();
        self.trim_words();
        self.flow.out.hole(HoleKind::Cite(number(link), false));
        let here = self.walked.prose.position();
        self.walked.prose.mention(link, here);
        self.walked.prose.gap();
    }

    /// The number of the paragraph here; in a heading between paragraphs, that of the one below it, which there may not be.
    pub(super) fn paragraph(&self) -> u32 {
        self.walked.paragraphs + u32::from(self.flow.heading.is_some() && self.flow.depth == 1)
    }

    pub(super) fn add_link(&mut self, target: Target, span: Range<usize>) -> usize {
        let paragraph = if self.flow.note.is_none() { self.paragraph() } else { 0 };
        self.order += 1;
        let (order, note) = (self.order, self.flow.note);
        self.walked.links.push(LinkDraft { target, paragraph, sentence: None, span, note, order });
        self.walked.links.len() - 1
    }

    pub(super) fn start_image(&mut self, kind: LinkType, dest: &str, title: &str, id: &str, span: &Range<usize>) {
        if let Some(image) = &mut self.flow.image {
            image.nested += 1;
            return;
        }
        self.flow.begin_line();
        self.take(span);
        let is_reference = !matches!(kind, LinkType::Inline | LinkType::WikiLink { .. });
        if is_reference && cites::is_citation(id) {
            self.tell_picture_citation(span);
            self.flow.out.text("!");
            self.keep_sign("!");
            self.walked.prose.push("!");
            return self.citation(span.start + 1..span.end, id);
        }
        let address = address::of_image(dest, self.setting.file);
        let is_shown = matches!(address, Address::Target(_));
        match address {
            Address::Target(target) => {
                let link = self.add_link(target, span.clone());
                self.flow.out.write("<img src=\"");
                self.flow.out.hole(HoleKind::Src(number(link)));
                self.flow.out.write("\" alt=\"");
            }
            Address::Redact => {
                let form = Form::Refused("a picture can't be redacted: words can");
                self.walked.redacted.push(RedactedLink { span: span.clone(), form });
            }
            Address::Elsewhere => self.tell_foreign_picture(dest, span),
            Address::Wrong(wrong) => self.tell_wrong_link(&wrong, dest, span),
        }
        self.flow.image =
            Some(ImageDraft { alt: String::new(), title: title.to_owned(), is_shown, nested: 0, redacted: None });
    }

    pub(super) fn end_image(&mut self) {
        match &mut self.flow.image {
            Some(image) if image.nested > 0 => image.nested -= 1,
            _ => {
                let Some(image) = self.flow.image.take() else { return };
                if !image.is_shown {
                    self.flow.out.text(&image.alt);
                    self.keep_sign(&image.alt);
                    self.walked.prose.push(&image.alt);
                    return;
                }
                let mut rest = String::with_capacity(image.alt.len() + 16);
                escape_attribute(&mut rest, &image.alt);
                if !image.title.is_empty() {
                    rest.push_str("\" title=\"");
                    escape_attribute(&mut rest, &image.title);
                }
                rest.push_str("\" />");
                self.flow.out.write(&rest);
                self.keep_object();
                self.walked.prose.gap();
            }
        }
    }

    /// Remembers that a piece of the text has been understood as a link.
    fn take(&mut self, span: &Range<usize>) {
        if self.walked.taken.last().is_none_or(|last| last.end <= span.start) {
            self.walked.taken.push(span.clone());
        }
    }
}

/// Whether an address is `quote:KEY`.
fn is_quotation(address: &str) -> bool {
    address::split_scheme(address).is_some_and(|(scheme, _)| scheme == "quote")
}

impl Target {
    /// Whether it is an actor, or may be one.
    pub(super) fn may_be_actor(&self) -> bool {
        matches!(self, Self::Actor(_) | Self::Wiki(_)) || matches!(self, Self::File(path, _) if path.ends_with(".md"))
    }

    /// Whether the sentence that a link stands in is kept: actors, dates and sources show where they are mentioned, and
    /// `[[name]]` or `name.md` may be one of them.
    pub(super) fn has_sentence(&self) -> bool {
        match self {
            Self::Actor(_) | Self::Date(_) | Self::Source(_) | Self::Cite(_) | Self::Wiki(_) => true,
            Self::File(path, _) => path.ends_with(".md"),
            _ => false,
        }
    }
}

/// A link's number in a hole.
pub(super) fn number(link: usize) -> u32 {
    u32::try_from(link).unwrap_or(u32::MAX)
}
