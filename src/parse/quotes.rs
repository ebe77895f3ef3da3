//! Quotations and callouts. A quotation whose last line begins with a dash says there whose words it has.

mod lead;

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Tag, TagEnd};

use super::body::{Callout, HoleKind};
use super::summary::Target;
use super::walk::{QuotationDraft, Walker};
use crate::problem::{Name, Problem};

/// A quotation that is open.
#[derive(Debug)]
pub(super) struct Quote {
    /// The offset of its opening tag.
    start: usize,
    /// How many blocks are open within it, itself included.
    depth: usize,
    /// The latest block in it, where it has had one. A heading of several lines has no attribution.
    latest: Option<Block>,
    is_callout: bool,
    /// Whether all of its words have been read.
    is_read: bool,
    /// What is known of its words.
    said: QuotationDraft,
    /// How many links there were before it.
    first_link: usize,
    /// How many of its lines begin with a dash: more than one are a dialogue.
    dashes: u32,
    /// Where the next text, if it begins with a dash, begins an attribution.
    expected: Option<Cut>,
    /// Where the attribution begins.
    attribution: Option<Attribution>,
}

/// A block in a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Block {
    Paragraph,
    Other,
}

/// Where the words of a quotation end.
#[derive(Debug, Clone, Copy)]
enum Cut {
    /// Before the paragraph that begins here.
    Paragraph(usize),
    /// Before the line break that stands here.
    Line(usize),
}

#[derive(Debug, Clone, Copy)]
struct Attribution {
    cut: Cut,
    /// The offset of its dash.
    dash: usize,
    /// Where its plain words begin.
    words: usize,
    /// How many links there were before it.
    first_link: usize,
}

/// Dashes before an attribution: an em dash, a horizontal bar, or what smart punctuation makes of two hyphens.
const DASHES: [&str; 5] = ["—", "―", "–", "---", "--"];

fn begins_with_dash(text: &str) -> bool {
    DASHES.iter().any(|dash| text.starts_with(dash))
}

impl Cut {
    const fn at(self) -> usize {
        match self {
            Self::Paragraph(at) | Self::Line(at) => at,
        }
    }

    /// What closes the quotation there.
    const fn closing(self) -> &'static str {
        match self {
            Self::Paragraph(_) => "</blockquote>",
            Self::Line(_) => "</p>\n</blockquote>",
        }
    }
}

fn is_dash(c: char) -> bool {
    c.is_whitespace() || matches!(c, '—' | '―' | '–' | '-')
}

const OPEN: &str = "<blockquote";
const FIGURE: &str = "<figure class=\"quote\"";

impl Walker<'_> {
    pub(super) fn start_quote(&mut self, kind: Option<BlockQuoteKind>, number: Option<u32>) {
        let out = &mut self.flow.out;
        out.open_block(if kind.is_some() { "<aside" } else { OPEN }, number);
        // The paragraph's mark, if any, stands directly behind the tag's name.
        let start = out.html.len() - if kind.is_some() { "<aside".len() } else { OPEN.len() };
        let callout = kind.map(|kind| match kind {
            BlockQuoteKind::Note => Callout::Note,
            BlockQuoteKind::Tip => Callout::Tip,
            BlockQuoteKind::Important => Callout::Important,
            BlockQuoteKind::Warning => Callout::Warning,
            BlockQuoteKind::Caution => Callout::Caution,
        });
        if let Some(callout) = callout {
            out.write(&format!(" class=\"callout {}\" role=\"note\"", callout.name()));
        }
        out.write(">");
        if let Some(number) = number {
            out.hole(HoleKind::Paragraph(number));
        }
        out.write("\n");
        if let Some(callout) = callout {
            out.write("<p class=\"callout-title\">");
            out.hole(HoleKind::Callout(callout));
            out.write("</p>\n");
        }
        self.flow.quotes.push(Quote {
            start,
            depth: self.flow.depth,
            latest: None,
            dashes: 0,
            is_callout: callout.is_some(),
            is_read: false,
            said: QuotationDraft::default(),
            first_link: self.walked.links.len(),
            expected: None,
            attribution: None,
        });
    }

    /// Notes that a block begins; whether it is the attribution of the quotation that it stands in.
    pub(super) fn start_in_quote(&mut self, tag: &Tag<'_>, span: &Range<usize>) -> bool {
        let here = self.flow.out.html.len();
        let depth = self.flow.depth;
        let Some(quote) = self.flow.quotes.last_mut().filter(|quote| quote.depth == depth && !quote.is_callout) else {
            return false;
        };
        let block = if matches!(tag, Tag::Paragraph) { Block::Paragraph } else { Block::Other };
        let had_words = quote.latest.replace(block).is_some();
        quote.attribution = None;
        quote.expected = None;
        if block == Block::Other || !begins_with_dash(&self.setting.text[span.clone()]) {
            return false;
        }
        if had_words {
            quote.expected = Some(Cut::Paragraph(here));
        } else {
            quote.dashes += 1;
        }
        had_words
    }

    /// Whether the block that is open, or has just ended, is a child of a quotation.
    pub(super) fn is_directly_in_quote(&self) -> bool {
        self.flow.quotes.last().is_some_and(|quote| quote.depth == self.flow.depth && !quote.is_callout)
    }

    /// A line of a paragraph has ended: the next one may be the attribution.
    pub(super) fn quote_line(&mut self) {
        let here = self.flow.out.html.len();
        let depth = self.flow.depth;
        if self.flow.inline == 0
            && self.flow.frames.is_empty()
            && let Some(quote) = self.flow.quotes.last_mut().filter(|quote| quote.depth + 1 == depth)
            && quote.latest == Some(Block::Paragraph)
            && !quote.is_callout
            && !matches!(quote.attribution, Some(Attribution { cut: Cut::Paragraph(_), .. }))
        {
            quote.expected = Some(Cut::Line(here));
            quote.attribution = None;
        }
    }

    /// Something else than text is about to be written: an attribution begins with its dash.
    pub(super) fn expect_no_attribution(&mut self) {
        if let Some(quote) = self.flow.quotes.last_mut() {
            quote.expected = None;
        }
    }

    /// Text is about to be written: it may begin an attribution.
    pub(super) fn attribution_text(&mut self, text: &str) {
        if let Some(quote) = self.flow.quotes.last_mut()
            && let Some(cut) = quote.expected.take()
            && begins_with_dash(text)
        {
            quote.dashes += 1;
            quote.attribution = Some(Attribution {
                cut,
                dash: self.flow.out.html.len(),
                words: self.walked.prose.position(),
                first_link: self.walked.links.len(),
            });
        }
    }

    pub(super) fn end_quote(&mut self, kind: Option<BlockQuoteKind>) {
        let attribution = self.flow.quotes.last().and_then(|quote| quote.attribution.filter(|_| quote.dashes == 1));
        self.read_quote(attribution.map_or(usize::MAX, |attribution| attribution.words));
        let speakers = attribution.map(|attribution| self.speakers(attribution)).unwrap_or_default();
        self.finish_block();
        let Some(quote) = self.flow.quotes.pop() else { return };
        match attribution {
            Some(attribution) if self.is_nameless(attribution) => {
                self.flow.out.forget(attribution.cut.at());
                self.flow.out.write(attribution.cut.closing());
                self.flow.out.write("\n");
            }
            Some(attribution) => {
                self.make_figure(quote.start, attribution);
                self.add_quotation(quote.said, quote.first_link, attribution.first_link, speakers);
            }
            None if kind.is_some() => self.flow.out.write("</aside>\n"),
            None => self.flow.out.close(TagEnd::BlockQuote(None)),
        }
    }

    /// Reads the words of the block that has just ended, up to an offset, as those of the quotation that they stand in.
    fn read_quote(&mut self, end: usize) {
        let Some(quote) = self.flow.quotes.last_mut().filter(|quote| !quote.is_read && !quote.is_callout) else {
            return;
        };
        let (words, unnamed) = self.walked.prose.words(0, end);
        if !words.is_empty() {
            if !quote.said.words.is_empty() {
                quote.said.words.push(' ');
            }
            quote.said.words.push_str(&words);
            quote.said.unnamed.extend(unnamed);
        }
        quote.is_read = end < usize::MAX;
    }

    /// Reads the words of a whole block as those of the quotation that they stand in.
    pub(super) fn finish_words_of_quote(&mut self) {
        self.read_quote(usize::MAX);
    }

    /// Who may speak, by an attribution. A link that may lead to a page instead of an actor may have its title in it.
    fn speakers(&mut self, attribution: Attribution) -> Vec<usize> {
        let links = self.walked.links.iter().enumerate().skip(attribution.first_link);
        let links = links.filter(|(_, link)| link.note.is_none() && link.target.may_be_actor());
        let links: Vec<usize> = links.map(|(number, _)| number).collect();
        let first = links.first().and_then(|link| Some((*link, self.unclear(attribution, *link)?)));
        let Some((link, (message, help))) = first else {
            return links.into_iter().filter(|link| self.unclear(attribution, *link).is_none()).collect();
        };
        let place = self.place(&self.walked.links[link].span);
        self.walked.problems.push(Problem::at(Name::UnclearSpeaker, place, message).help(help.to_owned()));
        Vec::new()
    }

    /// Why an actor of an attribution may not be the one who speaks, and the mend.
    fn unclear(&self, attribution: Attribution, link: usize) -> Option<(&'static str, &'static str)> {
        let around = self.walked.prose.around(attribution.words, link);
        let Range { start, end } = self.walked.links[link].span;
        let text = &self.setting.text;
        // Of what has vanished nobody can say whose name it was.
        let has_gap = |range: Range<usize>| self.setting.origin.has_gap(&range);
        let newline = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let is_led = around.is_some_and(|(before, _)| lead::is_title(before));
        if has_gap((newline + 1).min(start)..start) || !is_led {
            return Some((
                "this actor is not the first to be named as the speaker, so nobody is",
                "begin with a link to who speaks, `— [Speaker](actor:id), to …`, or name nobody by a link",
            ));
        }
        let spaces = text[end..].len() - text[end..].trim_start_matches(' ').len();
        let is_last = around.is_some_and(|(_, behind)| lead::is_aside(behind));
        (has_gap(end..end + spaces) || !is_last).then_some((
            "what follows this actor may make somebody else the speaker, so nobody is",
            "put a comma behind who speaks, `— [Speaker](actor:id), …`, or name nobody by a link",
        ))
    }

    /// Remembers a quotation that says whose words it has, or where they are from.
    fn add_quotation(&mut self, said: QuotationDraft, first_link: usize, attribution: usize, speakers: Vec<usize>) {
        let links = || self.walked.links.iter().enumerate().filter(|(_, link)| link.note.is_none());
        let cites = |from: usize| -> Vec<usize> {
            let cites = links().filter(|(number, link)| *number >= from && matches!(link.target, Target::Cite(_)));
            cites.map(|(number, _)| number).collect()
        };
        // What stands in the attribution is said of the whole.
        let own = cites(attribution);
        let cites = if own.is_empty() { cites(first_link) } else { own };
        let quotation = QuotationDraft { speakers, cites, paragraph: Some(self.walked.paragraphs), ..said };
        let is_attributed = !quotation.speakers.is_empty() || !quotation.cites.is_empty();
        if is_attributed && !quotation.words.is_empty() {
            self.walked.quotations.push(quotation);
        }
    }

    /// Whether the words behind the dash have been redacted.
    fn is_nameless(&self, attribution: Attribution) -> bool {
        let out = &self.flow.out;
        let words = out.html[attribution.dash..].trim_end_matches("</p>\n").trim_start_matches(is_dash);
        !self.setting.origin.removed.is_empty()
            && words.is_empty()
            && out.marks.last().is_none_or(|mark| mark.at < attribution.dash)
    }

    /// `<blockquote>words<p>— Speaker</p>` becomes `<figure><blockquote>words</blockquote><figcaption>Speaker`.
    fn make_figure(&mut self, start: usize, attribution: Attribution) {
        let out = &mut self.flow.out;
        let dash = &out.html[attribution.dash..];
        let words = attribution.dash + (dash.len() - dash.trim_start_matches(is_dash).len());
        self.keep_attribution(attribution.dash, words);
        let out = &mut self.flow.out;
        let cut = attribution.cut.at();
        let closing = format!("{}\n<figcaption>", attribution.cut.closing());
        if out.html.ends_with("</p>\n") {
            out.html.truncate(out.html.len() - "</p>\n".len());
        }
        // A citation may stand directly behind the dash; its mark is moved with the words.
        for mark in out.marks.iter_mut().rev().take_while(|mark| mark.at >= attribution.dash) {
            mark.at = mark.at.max(words);
        }
        out.replace(cut, words.min(out.html.len()), &closing);
        out.write("</figcaption></figure>\n");
        out.replace(start, start + OPEN.len(), FIGURE);
        if let Some(end) = out.html[start..].find('>') {
            let end = start + end + 1;
            out.replace(end, end + 1, "<blockquote>\n");
        }
    }
}
