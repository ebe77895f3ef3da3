//! Dates in a text, block by block: what each says hangs on what was said before.

use std::ops::Range;

use super::{Doubt, Subject, Suggestion, Suggestions};
use crate::edtf::Date;
use crate::parse::Run;
use crate::phrases::{Context, Known, Meaning};

/// Finds dates in a text.
pub(super) fn dates(subject: &Subject<'_>, found: &mut Suggestions) {
    let mut context = Context::new(subject.lang, subject.written_on);
    for (block, words) in subject.text.blocks() {
        in_block(subject, block, words, &mut context, found);
    }
}

/// Finds dates in a block. `context` is what the blocks before have said.
fn in_block(subject: &Subject<'_>, block: Range<usize>, words: &str, context: &mut Context, found: &mut Suggestions) {
    let runs = runs(subject, &block);
    let Some(first) = runs.first() else { return };
    if first.note.is_none() && runs.iter().all(|run| run.paragraph == 0) {
        return context.turn(depth(subject.file, first.source.start as usize), words);
    }
    if first.note.is_none() {
        context.enter(first.paragraph);
    }
    let known = links(subject, &block, runs);
    let phrases = if is_quotation(subject.file, first.source.start as usize) {
        Context::of_quotation(subject.lang, subject.written_on).read(words, &known)
    } else if first.note.is_some() {
        Context::new(subject.lang, subject.written_on).read(words, &known)
    } else {
        context.read(words, &known)
    };
    for phrase in phrases {
        let place = block.start + phrase.range.start..block.start + phrase.range.end;
        let Some(range) = subject.text.place(subject.file, place) else { continue };
        match phrase.meaning {
            Meaning::Date { edtf, reckoning } => {
                let reason = reckoning.to_string();
                found.links.push(Suggestion { range, target: format!("date:{edtf}"), reason });
            }
            Meaning::CannotTell { doubt, candidates } => {
                found.doubts.push(Doubt { range, reason: doubt.to_string(), candidates });
            }
        }
    }
}

/// The depth of the heading whose words stand at a place. One that is underlined has no mark before it.
fn depth(file: &str, at: usize) -> u8 {
    let line = file[..at].rfind('\n').map_or(0, |end| end + 1);
    let marks = file[line..].trim_start_matches([' ', '>']).bytes().take_while(|byte| *byte == b'#').count();
    let underlined = file[at..].lines().nth(1).is_some_and(|under| under.trim_start().starts_with('='));
    u8::try_from(marks).ok().filter(|marks| *marks > 0).unwrap_or(if underlined { 1 } else { 2 })
}

/// The runs of a block.
fn runs<'a>(subject: &Subject<'a>, block: &Range<usize>) -> &'a [Run] {
    let runs = &subject.text.runs;
    let from = runs.partition_point(|run| (run.words.end as usize) <= block.start);
    let to = runs.partition_point(|run| (run.words.start as usize) < block.end);
    runs.get(from..to).unwrap_or_default()
}

/// The author's links to dates in a block.
fn links(subject: &Subject<'_>, block: &Range<usize>, runs: &[Run]) -> Vec<Known> {
    let mut links = Vec::new();
    let mut words = None;
    for run in runs {
        if run.is_prose {
            words = None;
            continue;
        }
        let start = *words.get_or_insert(run.words.start as usize);
        let after = subject.file.get(run.source.end as usize..).unwrap_or_default();
        let Some(target) = after.trim_start_matches(['*', '_', '~']).strip_prefix("](") else { continue };
        let target = target.split([')', '>']).next().unwrap_or_default().trim_start_matches('<');
        if let Some(date) = target.strip_prefix("date:") {
            let range = start - block.start..run.words.end as usize - block.start;
            links.push(Known { range, date: Date::parse(date).ok().and_then(|date| date.plain()) });
        }
        words = None;
    }
    links
}

/// Whether a place stands in a quotation, which is no callout: its words are not the text's own.
fn is_quotation(file: &str, at: usize) -> bool {
    let is_quoted = |line: &&str| line.trim_start().starts_with('>');
    let line_end = file[at..].find('\n').map_or(file.len(), |end| at + end);
    let first = file[..line_end].lines().rev().take_while(is_quoted).last();
    first.is_some_and(|line| !line.trim_start_matches([' ', '>']).starts_with("[!"))
}
