//! Claims: the words that the front matter repeats are found in the text and marked there.

use std::ops::Range;

use crate::bidi::closed;
use crate::matter::{Claim, Str};
use crate::problem::{Name, Place, Problem, YamlPath};

use super::body::HoleKind;
use super::html::{ClaimPart, Mark, MarkKind, Writer};
use super::notes::Notes;
use super::origin::Origin;
use super::summary::ClaimSpot;
use super::text::TextDraft;
use super::wording::Wording;

/// Marks the claims of a file in its text and notes. `order` has the notes that are shown.
pub(super) fn anchor(
    (file, origin): (&Str, Origin<'_>),
    claims: &[Claim],
    draft: &TextDraft,
    (main, notes, order): (&mut Writer, &mut Notes, &[usize]),
    problems: &mut Vec<Problem>,
) -> Vec<Option<ClaimSpot>> {
    let wording = Wording::new(&draft.words);
    let mut places = vec![None; draft.runs.len()];
    note_places(main, &mut places);
    for note in order {
        note_places(&notes.drafts[*note].out, &mut places);
    }
    let mut pieces: Vec<Piece> = Vec::new();
    let mut spots = Vec::with_capacity(claims.len());
    for (claim, said) in claims.iter().enumerate() {
        let sought = Wording::new(&said.quote);
        // Words that are not shown, in a note that nothing refers to, are not those of a claim.
        let is_shown = |words: &Range<usize>| runs_of(draft, words).any(|run| places[run].is_some());
        let mut found = wording.find(&sought).filter(is_shown);
        let Some(words) = found.next() else {
            let nearest = wording.nearest_to(&sought).and_then(|words| draft.place(words, origin));
            problems.push(lost(file, claim, nearest));
            spots.push(None);
            continue;
        };
        if found.next().is_some() {
            problems.push(ambiguous(file, claim));
        }
        let from = pieces.len();
        pieces.extend(runs_of(draft, &words).filter_map(|run| {
            let start = draft.runs[run].words.start.max(words.start);
            let end = draft.runs[run].words.end.min(words.end);
            let offset = |at| Some(places[run]? + draft.length_in_html(run, at));
            Some(Piece { claim, run, html: offset(start)?..offset(end)? })
        }));
        spots.push(pieces.get(from).map(|first| {
            let run = &draft.runs[first.run];
            ClaimSpot {
                words: plain(&draft.words[words]),
                paragraph: match run.note {
                    None => run.paragraph,
                    Some(note) => notes.drafts[note].first.map_or(0, |(_, paragraph)| paragraph),
                },
                has_anchor: run.note.is_none(),
            }
        }));
    }
    let of = |note: Option<usize>| -> Vec<&Piece> {
        pieces.iter().filter(|piece| draft.runs[piece.run].note == note).collect()
    };
    mark(main, &of(None), draft, true);
    for note in order {
        mark(&mut notes.drafts[*note].out, &of(Some(*note)), draft, false);
    }
    spots
}

/// Words of a claim within one run, by their range in the HTML.
#[derive(Debug)]
struct Piece {
    claim: usize,
    run: usize,
    html: Range<usize>,
}

/// Notes where the runs of a fragment stand.
fn note_places(out: &Writer, places: &mut [Option<usize>]) {
    for mark in &out.marks {
        if let MarkKind::Run(run) = mark.kind {
            places[run] = Some(mark.at);
        }
    }
}

/// The runs that a range of words reaches over.
fn runs_of<'d>(draft: &'d TextDraft, words: &Range<usize>) -> impl Iterator<Item = usize> + use<'d> {
    let first = draft.runs.partition_point(|run| run.words.end <= words.start);
    let end = words.end;
    (first..draft.runs.len()).take_while(move |run| draft.runs[*run].words.start < end)
}

/// Words as they read, which end each direction of writing that they begin.
fn plain(words: &str) -> Str {
    Str::from(&*closed(&words.split_whitespace().collect::<Vec<_>>().join(" ")))
}

/// Marks the pieces of a fragment. Where claims overlap, each stretch of words is within the marks of all of them, so that
/// elements nest.
fn mark(out: &mut Writer, pieces: &[&Piece], draft: &TextDraft, is_main: bool) {
    let stretches = stretches(out, pieces);
    let mut seen: Vec<usize> = Vec::new();
    let mut added: Vec<(usize, Mark)> = Vec::new();
    for (number, Stretch { html, claims }) in stretches.iter().enumerate() {
        for claim in claims {
            let part = if is_main && !seen.contains(claim) { ClaimPart::Anchor } else { ClaimPart::Other };
            let first = out.marks.partition_point(|mark| mark.at <= html.start);
            added.push((first, Mark { at: html.start, kind: MarkKind::ClaimOpen(*claim, part) }));
        }
        seen.extend(claims);
        let end = out.marks.partition_point(|mark| mark.at < html.end);
        added.extend(claims.iter().map(|_| (end, Mark { at: html.end, kind: MarkKind::ClaimClose })));
        let is_linked = pieces.iter().any(|piece| piece.html.end == html.end && draft.runs[piece.run].is_linked);
        let (index, at) = if is_linked { behind_link(out, html.end) } else { (end, html.end) };
        let goes_on = |claim: &usize| stretches[number + 1..].iter().any(|later| later.claims.contains(claim));
        added.extend(claims.iter().filter(|claim| !goes_on(claim)).map(|claim| {
            let number = u32::try_from(*claim).unwrap_or(u32::MAX);
            (index, Mark { at, kind: MarkKind::Hole(HoleKind::Claim(number)) })
        }));
    }
    added.sort_by_key(|(index, _)| *index);
    for (index, mark) in added.into_iter().rev() {
        out.marks.insert(index, mark);
    }
}

/// Words that belong to the same claims.
struct Stretch {
    html: Range<usize>,
    claims: Vec<usize>,
}

fn stretches(out: &Writer, pieces: &[&Piece]) -> Vec<Stretch> {
    let mut cuts: Vec<usize> = pieces.iter().flat_map(|piece| [piece.html.start, piece.html.end]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut stretches: Vec<Stretch> = Vec::new();
    for html in cuts.windows(2).map(|pair| pair[0]..pair[1]) {
        let covers = |piece: &&&Piece| piece.html.start <= html.start && html.end <= piece.html.end;
        let claims: Vec<usize> = pieces.iter().filter(covers).map(|piece| piece.claim).collect();
        match stretches.last_mut() {
            _ if claims.is_empty() => {}
            Some(last) if last.claims == claims && joins(out, last.html.end..html.start) => last.html.end = html.end,
            _ => stretches.push(Stretch { html, claims }),
        }
    }
    stretches
}

/// Whether nothing but white space stands between two pieces.
fn joins(out: &Writer, between: Range<usize>) -> bool {
    let first = out.marks.partition_point(|mark| mark.at < between.start);
    let mut marks = out.marks[first..].iter().take_while(|mark| mark.at <= between.end);
    out.html[between.clone()].trim().is_empty() && marks.all(|mark| matches!(mark.kind, MarkKind::Run(_)))
}

/// The place behind the link that goes on at an offset: the index among the marks, and the offset.
fn behind_link(out: &Writer, at: usize) -> (usize, usize) {
    const END: &str = "</a>";
    let from = out.marks.partition_point(|mark| mark.at < at);
    let hole = out.marks[from..].iter().position(|mark| matches!(mark.kind, MarkKind::Hole(HoleKind::Close(_))));
    let hole = hole.map(|found| (from + found + 1, out.marks[from + found].at));
    let tag = out.html[at..].find(END).map(|found| at + found + END.len());
    match (hole, tag) {
        (Some(hole), tag) if tag.is_none_or(|tag| hole.1 < tag) => hole,
        (_, Some(tag)) => (out.marks.partition_point(|mark| mark.at < tag), tag),
        _ => (from, at),
    }
}

fn place(file: &Str, claim: usize) -> Place {
    Place::value(file, YamlPath::from("claims").index(claim).key("quote"))
}

/// Only the place of the nearest passage is told: its words are nothing for logs that others may read.
fn lost(file: &Str, claim: usize, nearest: Option<Range<usize>>) -> Problem {
    let told = Problem::at(Name::LostClaim, place(file, claim), "the words of the claim do not stand in the text")
        .label("the claim is not shown")
        .help("repeat words of the text exactly; they may not reach over a paragraph".to_owned());
    match nearest {
        Some(nearest) => told.related(Place::bytes(file, nearest), "the nearest passage"),
        None => told,
    }
}

fn ambiguous(file: &Str, claim: usize) -> Problem {
    Problem::at(Name::AmbiguousClaim, place(file, claim), "the words of the claim stand in the text more than once")
        .label("the first of them are marked")
        .help("add words before or after them, until they stand there once".to_owned())
}
