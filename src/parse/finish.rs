//! The end of the walk: links and notes get their numbers, headings their anchors and levels, and the HTML its holes.

use std::collections::HashSet;
use std::fmt::Write;
use std::ops::Range;
use std::sync::Arc;

use crate::bidi::closed;
use crate::digest::Digest;
use crate::matter::{Claim, Str};

use super::body::{Body, Fragment, Hole, HoleKind, Note};
use super::claims;
use super::headings::{HeadingDraft, anchors, paragraph_of};
use super::html::{ClaimPart, Mark, MarkKind, Writer, escape_attribute};
use super::origin::Origin;
use super::sanitize::{Sanitized, sanitize};
use super::sentence;
use super::summary::{ClaimSpot, Heading, Link, Quotation};
use super::text::{Run, RunDraft, Text, TextDraft};
use super::walk::{LinkDraft, QuotationDraft, Walked};

/// The longest quotation that other pages show, in characters.
const LONGEST_QUOTATION: usize = 2_000;

/// A body, and what its summary says of it.
#[derive(Debug)]
pub(super) struct Finished {
    pub(super) html: Arc<str>,
    pub(super) body: Body,
    pub(super) links: Vec<Link>,
    pub(super) quotations: Box<[Quotation]>,
    pub(super) claims: Box<[Option<ClaimSpot>]>,
    pub(super) text: Text,
    pub(super) headings: Vec<Heading>,
    pub(super) anchors: Vec<Str>,
    /// The reading time, with the notes that are shown.
    pub(super) minutes: u32,
}

/// Finishes a text, with the claims of its front matter.
pub(super) fn finish(file: &Str, walked: &mut Walked, origin: Origin<'_>, claims: &[Claim]) -> Finished {
    let mut main = std::mem::take(&mut walked.main);
    let note_order = walked.notes.place(&mut main);
    let drafts = std::mem::take(&mut walked.links);
    let (link_order, link_numbers) = number_links(walked, &drafts, &note_order);
    let text = walked.text.take().unwrap_or_default();
    let spots = if claims.is_empty() {
        Vec::new()
    } else {
        let out = (&mut main, &mut walked.notes, &*note_order);
        claims::anchor((file, origin), claims, &text, out, &mut walked.problems)
    };

    let main = clean(main, false, walked);
    let notes: Vec<(usize, Sanitized)> = note_order
        .iter()
        .map(|note| (*note, clean(std::mem::take(&mut walked.notes.drafts[*note].out), true, walked)))
        .collect();

    let names = Names::new(walked, main.ids.iter().chain(notes.iter().flat_map(|(_, note)| &note.ids)));
    let note_numbers = invert(&note_order, walked.notes.drafts.len());
    let number = |kind| renumber(kind, &link_numbers, &note_numbers);
    let mut runs = vec![None; text.runs.len()];
    let mut assemble = |piece: Sanitized| assemble(piece, &names, claims, &number, &mut runs);
    let Fragment { html, holes } = assemble(main);
    let body = Body {
        holes,
        notes: notes
            .into_iter()
            .map(|(note, text)| {
                let draft = &walked.notes.drafts[note];
                let paragraph = draft.first.map_or(0, |(_, paragraph)| walked.numbered(paragraph));
                Note { label: Arc::clone(&draft.label), text: assemble(text), paragraph }
            })
            .collect(),
        reasons: std::mem::take(&mut walked.reasons).into(),
        spans: link_order.iter().map(|link| span(origin.in_file(&drafts[*link].span))).collect(),
    };
    let anchors = names.raw.iter().map(|id| Str::from(id.as_str())).collect();
    let mut drafts: Vec<Option<LinkDraft>> = drafts.into_iter().map(Some).collect();
    let links: Vec<Link> = link_order
        .iter()
        .filter_map(|link| drafts[*link].take())
        .map(|link| finish_link(link, walked, &link_numbers))
        .collect();
    let headings = walked.headings.iter().zip(&names.headings);
    let headings =
        headings.map(|(heading, anchor)| finish_heading(heading, anchor, walked.has_h1, &link_numbers)).collect();
    let quotations = std::mem::take(&mut walked.quotations).into_iter();
    let quotations = quotations.filter_map(|draft| finish_quotation(draft, &links, &link_numbers)).collect();
    let text = finish_text(text, &runs, walked, &note_numbers, origin);
    let minutes = walked.prose.minutes(&note_order);
    Finished { html, body, links, quotations, claims: spots.into(), text, headings, anchors, minutes }
}

/// A quotation with the last numbers of its links; none where a note has been dropped with it.
fn finish_quotation(draft: QuotationDraft, links: &[Link], numbers: &[Option<usize>]) -> Option<Quotation> {
    let QuotationDraft { words, unnamed, speakers, cites, paragraph } = draft;
    let number = |drafts: &[usize]| last_numbers(drafts, numbers);
    let (unnamed, speakers, cites) = (number(&unnamed)?, number(&speakers)?, number(&cites)?);
    let paragraph = paragraph.or_else(|| Some(links.get(*cites.first()? as usize)?.paragraph))?;
    let words = Str::from(&*closed(&sentence::keep_start(&words, LONGEST_QUOTATION)));
    Some(Quotation { words, unnamed, speakers, cites, paragraph })
}

/// The words of the text, with the places that its runs have in the end.
fn finish_text(
    draft: TextDraft,
    runs: &[Option<u32>],
    walked: &Walked,
    notes: &[Option<usize>],
    origin: Origin<'_>,
) -> Text {
    let run = |(run, html): (&RunDraft, &Option<u32>)| {
        let note = match run.note {
            None => None,
            Some(note) => Some(u32::try_from((*notes.get(note)?)?).ok()?),
        };
        let first = run.note.and_then(|note| walked.notes.drafts[note].first);
        let paragraph = walked.numbered(first.map_or(run.paragraph, |(_, paragraph)| paragraph));
        Some(Run { html: (*html)?, paragraph, note, ..run.placed(origin) })
    };
    let runs = draft.runs.iter().zip(runs).filter(|(run, _)| !run.words.is_empty()).filter_map(run).collect();
    Text { words: draft.words, runs }
}

fn finish_link(draft: LinkDraft, walked: &Walked, numbers: &[Option<usize>]) -> Link {
    let LinkDraft { target, mut sentence, note, mut paragraph, .. } = draft;
    if let Some(first) = note.and_then(|note| walked.notes.drafts[note].first) {
        paragraph = first.1;
    }
    paragraph = walked.numbered(paragraph);
    for link in sentence.iter_mut().flat_map(|sentence| &mut sentence.unnamed) {
        let number = numbers.get(*link as usize).copied().flatten();
        *link = number.and_then(|number| u32::try_from(number).ok()).unwrap_or(u32::MAX);
    }
    let digest = Digest::of(&(&target, paragraph, &sentence));
    Link { target, paragraph, sentence: sentence.map(Box::new), digest }
}

impl Walked {
    /// The number of a paragraph, 0 if it is not there: nothing has to stand below a heading.
    fn numbered(&self, paragraph: u32) -> u32 {
        if paragraph > self.paragraphs { 0 } else { paragraph }
    }
}

fn finish_heading(draft: &HeadingDraft, anchor: &str, has_h1: bool, numbers: &[Option<usize>]) -> Heading {
    let (text, unnamed) = &draft.words;
    // A note alone may be dropped with its links, and has no headings.
    let unnamed = last_numbers(unnamed, numbers).unwrap_or_default();
    let level = draft.level_on_page(has_h1);
    Heading { anchor: Str::from(anchor), text: Str::from(&*closed(text)), unnamed, level }
}

/// The numbers that links have in the end; none where one of them has been dropped.
fn last_numbers(drafts: &[usize], numbers: &[Option<usize>]) -> Option<Box<[u32]>> {
    drafts.iter().map(|link| u32::try_from((*numbers.get(*link)?)?).ok()).collect()
}

fn span(range: Range<usize>) -> Range<u32> {
    let clip = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
    clip(range.start)..clip(range.end)
}

/// Which links there are, in the order of the text, and the number of each draft. The links of a note come where the
/// note is first referred to; those of a note that nothing refers to are dropped.
fn number_links(walked: &Walked, drafts: &[LinkDraft], note_order: &[usize]) -> (Vec<usize>, Vec<Option<usize>>) {
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    if drafts.iter().any(|draft| draft.note.is_some()) {
        let rank = invert(note_order, walked.notes.drafts.len());
        let note = |link: usize| drafts[link].note;
        order.retain(|link| note(*link).is_none_or(|note| rank[note].is_some()));
        order.sort_by_key(|link| match note(*link) {
            None => (drafts[*link].order, 0, 0),
            Some(note) => {
                let first = walked.notes.drafts[note].first.map_or(0, |(order, _)| order);
                (first, 1 + rank[note].unwrap_or(0), drafts[*link].order)
            }
        });
    }
    let numbers = invert(&order, drafts.len());
    (order, numbers)
}

/// The place of each item in an order.
fn invert(order: &[usize], length: usize) -> Vec<Option<usize>> {
    let mut places = vec![None; length];
    for (place, item) in order.iter().enumerate() {
        places[*item] = Some(place);
    }
    places
}

/// A hole with its last number; `None` for a link or note that has been dropped.
fn renumber(kind: HoleKind, links: &[Option<usize>], notes: &[Option<usize>]) -> Option<HoleKind> {
    let number = |numbers: &[Option<usize>], old: u32| u32::try_from((*numbers.get(old as usize)?)?).ok();
    Some(match kind {
        HoleKind::Open(link) => HoleKind::Open(number(links, link)?),
        HoleKind::Words(link) => HoleKind::Words(number(links, link)?),
        HoleKind::Close(link) => HoleKind::Close(number(links, link)?),
        HoleKind::Cite(link, opens) => HoleKind::Cite(number(links, link)?, opens),
        HoleKind::Src(link) => HoleKind::Src(number(links, link)?),
        HoleKind::Note(note) => HoleKind::Note(number(notes, note)?),
        HoleKind::Paragraph(_) | HoleKind::Claim(_) | HoleKind::Callout(_) | HoleKind::Redacted(_) => kind,
    })
}

/// Writes the levels of headings, and sanitises where there is something to sanitise.
fn clean(mut writer: Writer, is_note: bool, walked: &Walked) -> Sanitized {
    if walked.has_h1 {
        for mark in writer.marks.iter().filter(|mark| mark.kind == MarkKind::Level) {
            let deeper = match &writer.html[mark.at..=mark.at] {
                "1" => "2",
                "2" => "3",
                "3" => "4",
                "4" => "5",
                _ => "6",
            };
            writer.html.replace_range(mark.at..=mark.at, deeper);
        }
    }
    if writer.marks.iter().any(|mark| matches!(mark.kind, MarkKind::Raw(_))) {
        sanitize(&writer, is_note, walked.depth)
    } else {
        Sanitized { html: writer.html, marks: writer.marks, ids: Vec::new() }
    }
}

/// The ids of a page.
struct Names {
    /// Of each heading.
    headings: Vec<String>,
    /// Of elements in the author's own HTML.
    raw: Vec<String>,
    /// Numbers of paragraphs whose usual id an author has given to something else.
    given: HashSet<u32>,
}

impl Names {
    fn new<'a>(walked: &Walked, raw: impl Iterator<Item = &'a String>) -> Self {
        let mut taken = HashSet::new();
        let explicit: HashSet<&str> = walked.headings.iter().filter_map(|heading| heading.id.as_deref()).collect();
        let mut kept = Vec::new();
        for id in raw {
            if !explicit.contains(id.as_str()) && taken.insert(id.clone()) {
                kept.push(id.clone());
            }
        }
        let headings = anchors(&walked.headings, &mut taken);
        let given = headings.iter().chain(&kept).filter_map(|id| paragraph_of(id)).collect();
        Self { headings, raw: kept, given }
    }
}

/// Writes ids, and turns marks into holes.
fn assemble(
    piece: Sanitized,
    names: &Names,
    claims: &[Claim],
    number: &impl Fn(HoleKind) -> Option<HoleKind>,
    runs: &mut [Option<u32>],
) -> Fragment {
    let mut html = String::with_capacity(piece.html.len() + piece.marks.len() * 8);
    let mut holes = Vec::with_capacity(piece.marks.len());
    let mut done = 0;
    for Mark { at, kind } in piece.marks {
        html.push_str(&piece.html[done..at]);
        done = at;
        match kind {
            MarkKind::Hole(kind) => {
                let at = u32::try_from(html.len()).unwrap_or(u32::MAX);
                let kind = match number(kind) {
                    Some(HoleKind::Cite(link, _)) => Some(HoleKind::Cite(link, opens(&html))),
                    kind => kind,
                };
                holes.extend(kind.map(|kind| Hole { at, kind }));
            }
            MarkKind::Paragraph(number) if !names.given.contains(&number) => {
                let _ = write!(html, " id=\"p{number}\"");
            }
            MarkKind::Heading(heading) => {
                if let Some(id) = names.headings.get(heading) {
                    html.push_str(" id=\"");
                    escape_attribute(&mut html, id);
                    html.push('"');
                }
            }
            MarkKind::Run(run) => runs[run] = u32::try_from(html.len()).ok(),
            MarkKind::ClaimOpen(claim, part) => {
                html.push_str("<mark class=\"claim");
                if let Some(status) = &claims[claim].status {
                    let _ = write!(html, " s-{status}");
                }
                html.push('"');
                if part == ClaimPart::Anchor {
                    let _ = write!(html, " id=\"gl-c{}\"", claim + 1);
                }
                html.push('>');
            }
            MarkKind::ClaimClose => html.push_str("</mark>"),
            MarkKind::Paragraph(_) | MarkKind::Level | MarkKind::Trusted(_) | MarkKind::Raw(_) => {}
        }
    }
    html.push_str(&piece.html[done..]);
    Fragment { html: html.into(), holes: holes.into() }
}

/// Whether a citation that stands behind this needs no space before it.
fn opens(html: &str) -> bool {
    html.chars().next_back().is_none_or(|c| matches!(c, '>' | '(' | '[' | '“' | '«' | '\n'))
}
