//! The walk over the events of pulldown-cmark: one pass, that writes HTML and collects links, headings and plain words.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser, Tag, TagEnd};

use crate::bidi::Directions;
use crate::config::Markdown;
use crate::matter::Str;
use crate::problem::{Place, Problem};

use super::cites;
use super::flow::{Code, Flow};
use super::headings::HeadingDraft;
use super::html::Writer;
use super::math;
use super::notes::Notes;
use super::origin::Origin;
use super::prose::Prose;
use super::redact::RedactedLink;
use super::summary::{Sentence, Target};
use super::text::TextDraft;

/// What is known before the walk begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting<'a> {
    /// The file, from the site's root.
    pub(super) file: &'a Str,
    /// The text of the body.
    pub(super) text: &'a str,
    /// Where that text stands in the file.
    pub(super) origin: Origin<'a>,
    /// The title that the page shows above the body.
    pub(super) title: Option<&'a str>,
    /// How Markdown is read.
    pub(super) markdown: Markdown,
    /// Whether `[[name]]` is a link.
    pub(super) wikilinks: bool,
    /// Whether the plain words are kept with their places.
    pub(super) keeps_text: bool,
    /// Whether the sentences of mentions are kept, and words are counted.
    pub(super) keeps_sentences: bool,
}

/// What the walk has found.
#[derive(Debug, Default)]
pub(super) struct Walked {
    pub(super) main: Writer,
    pub(super) notes: Notes,
    pub(super) links: Vec<LinkDraft>,
    pub(super) headings: Vec<HeadingDraft>,
    /// Whether a heading of the first level remains.
    pub(super) has_h1: bool,
    pub(super) paragraphs: u32,
    pub(super) prose: Prose,
    /// The plain words with their places, where they are kept.
    pub(super) text: Option<TextDraft>,
    pub(super) quotations: Vec<QuotationDraft>,
    pub(super) problems: Vec<Problem>,
    /// Code spans and blocks, by ascending offset.
    pub(super) code: Vec<Range<usize>>,
    /// The author's own HTML, by ascending offset.
    pub(super) raw: Vec<Range<usize>>,
    /// Links and citations that are not within others, by ascending offset.
    pub(super) taken: Vec<Range<usize>>,
    /// Links whose words are redacted.
    pub(super) redacted: Vec<RedactedLink>,
    /// The reason of each bar.
    pub(super) reasons: Vec<Str>,
    /// Blocks of the top level, by ascending offset.
    pub(super) blocks: Vec<Range<usize>>,
    /// Link reference definitions, by ascending offset: their labels and places.
    pub(super) definitions: Vec<(String, Range<usize>)>,
    /// How deep blocks are nested.
    pub(super) depth: usize,
}

/// A link as the walk finds it; numbers are given when all notes are known.
#[derive(Debug)]
pub(super) struct LinkDraft {
    pub(super) target: Target,
    pub(super) paragraph: u32,
    pub(super) sentence: Option<Sentence>,
    /// Its place in the text.
    pub(super) span: Range<usize>,
    /// The note that it stands in.
    pub(super) note: Option<usize>,
    /// Links and references to notes are counted together.
    pub(super) order: usize,
}

/// A quotation as the walk finds it: its links are drafts.
#[derive(Debug, Default)]
pub(super) struct QuotationDraft {
    /// Its words, plain.
    pub(super) words: String,
    /// Links without words of their own within it, in order.
    pub(super) unnamed: Vec<usize>,
    /// Links that may say who speaks, in order.
    pub(super) speakers: Vec<usize>,
    /// Citations, in order.
    pub(super) cites: Vec<usize>,
    /// The paragraph; `None` where it is that of its citation.
    pub(super) paragraph: Option<u32>,
}

/// The extensions of Markdown that are on.
pub(super) fn extensions(markdown: Markdown, wikilinks: bool) -> Options {
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM;
    options.set(Options::ENABLE_SMART_PUNCTUATION, markdown.smart);
    options.set(Options::ENABLE_MATH, markdown.math);
    options.set(Options::ENABLE_WIKILINKS, wikilinks);
    options
}

/// Walks over a text.
pub(super) fn walk(setting: Setting<'_>) -> Walked {
    // The marker has no bytes, since pulldown-cmark limits what references may expand to; the kind of link tells it.
    let citation = |link: BrokenLink<'_>| {
        cites::is_citation(&link.reference).then_some((CowStr::Borrowed(""), CowStr::Borrowed("")))
    };
    let options = extensions(setting.markdown, setting.wikilinks);
    let parser = Parser::new_with_broken_link_callback(setting.text, options, Some(citation));
    let events = parser.into_offset_iter();
    let mut walker = Walker::new(setting);
    let definitions = events.reference_definitions().iter();
    walker.walked.definitions = definitions.map(|(label, it)| (label.to_owned(), it.span.clone())).collect();
    walker.walked.definitions.sort_by_key(|(_, span)| span.start);
    for (event, span) in events {
        walker.event(event, span);
    }
    walker.finish()
}

/// The state of the walk.
pub(super) struct Walker<'a> {
    pub(super) setting: Setting<'a>,
    /// What is being written: the text itself, or a note.
    pub(super) flow: Flow,
    /// What is written on when the note ends.
    pub(super) outer: Vec<Flow>,
    pub(super) walked: Walked,
    /// Links and references to notes so far.
    pub(super) order: usize,
    pub(super) seen_h1: bool,
    /// Where the last thing ends that stands within the link that began last.
    pub(super) inner_end: usize,
    /// The directions of writing that are open in the block, with where they begin.
    pub(super) directions: Directions<Range<usize>>,
}

impl<'a> Walker<'a> {
    fn new(setting: Setting<'a>) -> Self {
        let mut flow = Flow::default();
        flow.out.html.reserve(setting.text.len() + setting.text.len() / 2);
        let walked = Walked { text: setting.keeps_text.then(TextDraft::default), ..Walked::default() };
        let directions = Directions::default();
        Self { setting, flow, outer: Vec::new(), walked, order: 0, seen_h1: false, inner_end: 0, directions }
    }

    fn finish(mut self) -> Walked {
        self.finish_block();
        self.tell_lost_citations();
        self.tell_near_links();
        self.walked.main = self.flow.out;
        self.walked
    }

    fn event(&mut self, event: Event<'a>, span: Range<usize>) {
        match &event {
            Event::Start(Tag::Link { .. }) => self.inner_end = span.start,
            Event::End(TagEnd::Link) => {}
            _ => self.inner_end = self.inner_end.max(span.end),
        }
        if self.flow.code.is_some() || self.flow.html.is_some() {
            return self.literal(event, span);
        }
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag, &span),
            _ if self.flow.muted > 0 => {
                if matches!(event, Event::Code(_)) {
                    self.walked.code.push(span);
                }
            }
            event => self.inline(event, span),
        }
    }

    /// What stands within a block of code or of HTML.
    fn literal(&mut self, event: Event<'a>, span: Range<usize>) {
        match event {
            Event::Text(text) | Event::Html(text) => {
                let text = self.untraced(&text);
                self.follow_literal(&text, &span);
                if let Some(code) = &mut self.flow.code {
                    code.text.push_str(&text);
                } else if let Some(html) = &mut self.flow.html {
                    html.push_str(&text);
                }
            }
            Event::End(tag) => self.end(tag, &span),
            _ => {}
        }
    }

    fn inline(&mut self, event: Event<'a>, span: Range<usize>) {
        if let Event::Code(_) = event {
            self.walked.code.push(span.clone());
        }
        let event = match event {
            Event::Text(text) => match self.untraced(&text) {
                Cow::Borrowed(_) => Event::Text(text),
                // Nothing begins with what is not there.
                Cow::Owned(text) if text.is_empty() => return,
                Cow::Owned(text) => Event::Text(text.into()),
            },
            event => event,
        };
        if let Some(image) = &mut self.flow.image {
            match event {
                Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => image.alt.push_str(&text),
                Event::SoftBreak | Event::HardBreak => image.alt.push(' '),
                _ => {}
            }
            return;
        }
        if event != Event::Rule {
            self.flow.begin_line();
        }
        if !matches!(event, Event::Text(_)) {
            self.expect_no_attribution();
        }
        match event {
            Event::Text(text) => self.text(&text, &span),
            Event::Code(text) => {
                self.follow_directions(&text, &span);
                self.flow.out.write("<code>");
                self.keep_words(&text, &span, true);
                self.flow.out.text(&text);
                self.flow.out.write("</code>");
                self.walked.prose.push(&text);
            }
            Event::InlineMath(tex) => self.formula(&tex, false, &span),
            Event::DisplayMath(tex) => self.formula(&tex, true, &span),
            Event::Html(html) | Event::InlineHtml(html) => {
                self.walked.raw.push(span.clone());
                self.raw_html(&html, &span);
            }
            Event::SoftBreak => {
                self.quote_line();
                self.flow.out.write("\n");
                self.keep_space();
                self.walked.prose.space();
            }
            Event::HardBreak => {
                self.quote_line();
                self.flow.out.write("<br />\n");
                self.keep_space();
                self.walked.prose.space();
            }
            Event::Rule if self.flow.note.is_some() => self.flow.end_line(),
            Event::Rule => {
                self.finish_block();
                self.flow.out.write_line("<hr />\n");
            }
            // A sign, not a box of a form: nobody can tick it, and it needs no label in the reader's language.
            Event::TaskListMarker(done) => {
                let sign = if done { "<span class=\"task\">☑</span> " } else { "<span class=\"task\">☐</span> " };
                self.flow.out.trusted(sign);
            }
            Event::FootnoteReference(label) => self.note_reference(&label),
            Event::Start(_) | Event::End(_) => {}
        }
    }

    fn text(&mut self, text: &str, span: &Range<usize>) {
        self.tell_lost_link(span);
        self.follow_directions(text, span);
        self.attribution_text(text);
        self.keep_words(text, span, false);
        self.flow.out.text(text);
        self.walked.prose.push(text);
    }

    fn formula(&mut self, tex: &str, display: bool, span: &Range<usize>) {
        match math::to_mathml(tex, display) {
            Ok(mathml) => self.flow.out.trusted(&mathml),
            Err(reason) => {
                self.walked.problems.push(math::problem(self.place(span), &reason));
                self.flow.out.write("<code>");
                self.flow.out.text(tex);
                self.flow.out.write("</code>");
            }
        }
        self.keep_object();
        self.walked.prose.push(tex);
    }

    fn start(&mut self, tag: Tag<'a>, span: Range<usize>) {
        if self.flow.muted > 0 {
            self.flow.muted += 1;
            return;
        }
        self.expect_no_attribution();
        match tag {
            Tag::Link { link_type, dest_url, title, id } => self.start_link(link_type, &dest_url, &title, &id, span),
            Tag::Image { link_type, dest_url, title, id } => self.start_image(link_type, &dest_url, &title, &id, &span),
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {
                if self.flow.image.is_none() {
                    self.flow.begin_line();
                    self.flow.inline += 1;
                    self.flow.out.open(&tag);
                }
            }
            Tag::FootnoteDefinition(label) => self.start_note(&label),
            Tag::MetadataBlock(_) => {}
            tag => self.start_block(tag, span),
        }
    }

    fn end(&mut self, tag: TagEnd, span: &Range<usize>) {
        if self.flow.muted > 0 {
            self.flow.muted -= 1;
            return;
        }
        match tag {
            TagEnd::Link => {
                self.refuse_emptied_link(span);
                self.end_link();
            }
            TagEnd::Image => self.end_image(),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {
                if self.flow.image.is_none() {
                    self.flow.inline -= 1;
                    self.flow.out.close(tag);
                }
            }
            TagEnd::FootnoteDefinition => self.end_note(span),
            TagEnd::MetadataBlock(_) => {}
            tag => self.end_block(tag, span),
        }
    }

    /// Ends the plain words of a block: its links get their sentences.
    pub(super) fn finish_block(&mut self) {
        self.end_words();
        self.finish_words_of_quote();
        let links = &mut self.walked.links;
        if !self.setting.keeps_sentences {
            self.walked.prose.pass_block();
            return;
        }
        self.walked.prose.finish_block(self.flow.note, |link, sentence| links[link].sentence = Some(sentence));
    }

    /// Begins a block of code.
    pub(super) fn start_code(&mut self, info: &str, span: Range<usize>) {
        self.walked.code.push(span);
        let language = info.split([' ', '\t', ',', '{']).next().unwrap_or_default();
        self.flow.code = Some(Code { language: language.to_owned(), text: String::new() });
    }

    /// A place in the file.
    pub(super) fn place(&self, span: &Range<usize>) -> Place {
        Place::bytes(self.setting.file, self.setting.origin.in_file(span))
    }
}
