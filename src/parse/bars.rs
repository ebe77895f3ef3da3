//! Bars: what the walk makes of links of the scheme `redact:`, and of what redactions have left empty.

use std::ops::Range;

use pulldown_cmark::{LinkType, TagEnd};

use crate::matter::Str;

use super::address;
use super::body::HoleKind;
use super::html::Position;
use super::links::{Frame, number};
use super::redact::{BAR, Form, RedactedLink, TRACE};
use super::walk::Walker;

/// A block that is open.
#[derive(Debug)]
pub(super) struct OpenBlock {
    /// Before its opening tag.
    before: Position,
    /// Behind it.
    inner: Position,
    /// The number that it took.
    number: Option<u32>,
    /// The number that waited for a first item when it was opened.
    waiting: Option<u32>,
}

impl Walker<'_> {
    /// A link begins: whether it is a redaction. Its words are taken out before the text is walked over for the last time.
    pub(super) fn start_redaction(
        &mut self,
        kind: LinkType,
        dest: &str,
        title: &str,
        span: &Range<usize>,
    ) -> Option<Frame> {
        let dest = dest.trim_start_matches(|c: char| c.is_control() || c.is_whitespace());
        if !dest.starts_with(['r', 'R']) {
            return None;
        }
        let (scheme, reason) = address::split_scheme(dest)?;
        if scheme != "redact" {
            return None;
        }
        let refused = match kind {
            LinkType::Inline if title.is_empty() => None,
            LinkType::Inline => Some("a redaction has no title: a reason is all that is said of it"),
            LinkType::Autolink | LinkType::Email => Some("a redaction has its words in brackets"),
            LinkType::WikiLink { .. } => Some("a redaction has single brackets"),
            _ => Some("a redaction has its reason beside its words, not in a definition"),
        };
        let reason = Str::from(address::decode(reason).split_whitespace().collect::<Vec<_>>().join(" "));
        let form = refused.map_or(Form::Bar, Form::Refused);
        self.walked.redacted.push(RedactedLink { span: span.clone(), form });
        Some(Frame::Redacted(reason))
    }

    /// A redaction ends; where its words have been taken out, a bar is written.
    pub(super) fn end_redaction(&mut self, reason: Str) {
        let Some(link) = self.walked.redacted.last_mut() else { return };
        let span = link.span.clone();
        if link.form == Form::Bar {
            let source = &self.setting.text[span.clone()];
            let inner = self.inner_end.max(span.start + 1);
            let close = source.get(inner - span.start..).and_then(|rest| rest.find("]("));
            link.form = match close {
                Some(0) if inner == span.start + 1 => Form::Bar,
                Some(at) => Form::Words(span.start + 1..inner + at),
                None => Form::Refused("the words of this redaction can't be made out"),
            };
        }
        if let Some(image) = &mut self.flow.image {
            image.alt.push_str(BAR);
            return;
        }
        self.flow.out.hole(HoleKind::Redacted(number(self.walked.reasons.len())));
        self.walked.reasons.push(reason);
        self.walked.prose.push(BAR);
        // No words reach over it.
        self.keep_object();
    }

    /// A link ends: if its words were redacted and nothing is left of them, where it leads would tell them.
    pub(super) fn refuse_emptied_link(&mut self, span: &Range<usize>) {
        if self.setting.origin.removed.is_empty() || self.inner_end > span.start + 1 {
            return;
        }
        let Some(close) = self.setting.text[span.clone()].find(']') else { return };
        let is_redaction = self.walked.redacted.last().is_some_and(|link| link.span == *span);
        if !is_redaction && self.setting.origin.has_gap(&(span.start + 1..span.start + close)) {
            let form = Form::Refused("all words of a link are redacted, and where it leads is not");
            self.walked.redacted.push(RedactedLink { span: span.clone(), form });
        }
    }

    /// Remembers where a block begins that may be left empty.
    pub(super) fn open_droppable(&mut self, before: Position, number: Option<u32>, waiting: Option<u32>) {
        let inner = self.flow.out.position();
        self.flow.open.push(OpenBlock { before, inner, number, waiting });
    }

    /// Ends a block; whether it was dropped, since all of its words were redacted.
    pub(super) fn drop_emptied(&mut self, tag: TagEnd, span: &Range<usize>) -> bool {
        let Some(OpenBlock { before, inner, number, waiting }) = self.flow.open.pop() else { return false };
        let may_go = matches!(
            tag,
            TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::BlockQuote(_)
                | TagEnd::List(_)
                | TagEnd::Item
                | TagEnd::DefinitionList
                | TagEnd::DefinitionListTitle
                | TagEnd::DefinitionListDefinition
        );
        if !may_go || !self.flow.out.is_empty_since(&inner) || !self.setting.origin.has_gap(span) {
            return false;
        }
        self.flow.out.rewind(&before);
        if number.is_some() {
            self.walked.paragraphs -= 1;
        }
        // The number of a list is shown by its first item.
        self.flow.number = if number.is_some() { None } else { waiting };
        match tag {
            TagEnd::Heading(_) => self.flow.heading = None,
            TagEnd::BlockQuote(_) => {
                self.flow.quotes.pop();
            }
            _ => {}
        }
        true
    }

    /// Text without traces of redactions.
    pub(super) fn untraced<'t>(&self, text: &'t str) -> std::borrow::Cow<'t, str> {
        if self.setting.origin.removed.is_empty() || !text.contains(TRACE) {
            std::borrow::Cow::Borrowed(text)
        } else {
            std::borrow::Cow::Owned(text.replace(TRACE, ""))
        }
    }
}
