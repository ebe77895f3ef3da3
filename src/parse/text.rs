//! The plain words of a body, and where each of them stands: in the file, and in the HTML that is made of it.
//!
//! They are kept during the walk, and only for who needs them: the claims of a file, and [`text`].

use std::ops::Range;

use super::html::{MarkKind, escape_text};
use super::links::Frame;
use super::origin::Origin;
use super::walk::Walker;
use super::wording::BREAK;
use super::{Options, Parsed, SourceFile, UNNAMED};

/// The words of a body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// All words, in the order of the file. Lines of a block are joined by a space, and blocks by U+2029. A
    /// [`UNNAMED`](super::UNNAMED) stands for a picture, a formula, and a name that only other files know. Citations,
    /// references to notes and blocks of code leave no trace.
    pub words: String,
    /// Where they stand, in their order. Spaces between lines, blocks and elements are in none.
    pub runs: Vec<Run>,
}

/// Words that stand without a break in the file and in the HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Their byte range in [`Text::words`].
    pub words: Range<u32>,
    /// Their byte range in the file. Typographic signs and character references may be written there with other bytes.
    pub source: Range<u32>,
    /// Their byte offset in the HTML of the fragment, where `&`, `<` and `>` are written as references.
    pub html: u32,
    /// The paragraph; 0 in a heading.
    pub paragraph: u32,
    /// The note that they stand in, by number; `None` in the text itself.
    pub note: Option<u32>,
    /// Whether they are plain running text: neither a heading, nor code, nor a link's words, nor the attribution of a
    /// quotation.
    pub is_prose: bool,
}

impl Run {
    /// The HTML that they stand in: that of the text, or of a note.
    #[must_use]
    pub fn html<'p>(&self, parsed: &'p Parsed) -> Option<&'p str> {
        match self.note {
            None => Some(&parsed.html),
            Some(note) => parsed.body.notes.get(note as usize).map(|note| &*note.text.html),
        }
    }
}

impl Text {
    /// The offset in the HTML of the run at which the words from the offset `at` of [`Text::words`] begin.
    #[must_use]
    pub fn offset_in_html(&self, parsed: &Parsed, run: &Run, at: u32) -> Option<usize> {
        let before = self.words.get(run.words.start as usize..at as usize)?;
        let start = run.html as usize;
        let html = run.html(parsed)?.get(start..)?;
        // Sanitising may write more characters as references than the walk does.
        let mut rest = html;
        for c in before.chars() {
            let reference = rest.strip_prefix('&').and_then(|after| after.find(';')).map(|end| end + 2);
            rest = rest.get(reference.unwrap_or(c.len_utf8())..)?;
        }
        Some(start + html.len() - rest.len())
    }
}

impl Text {
    /// Where words stand in the file, if they are plain running text there and could be a link's words as they stand.
    #[must_use]
    pub fn place(&self, file: &str, words: Range<usize>) -> Option<Range<usize>> {
        let from = self.runs.partition_point(|run| (run.words.end as usize) <= words.start);
        let to = self.runs.partition_point(|run| (run.words.start as usize) < words.end);
        let runs = self.runs.get(from..to).filter(|runs| runs.iter().all(|run| run.is_prose))?;
        let (first, last) = (runs.first()?, runs.last()?);
        if first.note != last.note {
            return None;
        }
        // Markup between the words, a character reference, the mark of a quotation's next line: they are left alone.
        let is_plain = runs.iter().all(|run| run.is_written_in(file, self))
            && runs.iter().zip(&runs[1..]).all(|(run, next)| self.go_on(file, run, next));
        let range = first.place(words.start)?..last.place(words.end)?;
        // Behind these, brackets would be something else than a link.
        let is_free = !file.get(..range.start)?.ends_with(['!', ']', '\\', '^']);
        (is_plain && is_free).then_some(range)
    }

    /// Whether no more than white space stands between two runs, if even that, both in the file and in the words.
    fn go_on(&self, file: &str, run: &Run, next: &Run) -> bool {
        let between = |text: &str, before: &Range<u32>, behind: &Range<u32>| {
            let between = text.get(before.end as usize..behind.start as usize)?;
            between.trim().is_empty().then_some(between.is_empty())
        };
        let in_file = between(file, &run.source, &next.source);
        in_file.is_some() && in_file == between(&self.words, &run.words, &next.words)
    }

    /// Its blocks, each with its range in [`words`](Self::words).
    pub fn blocks(&self) -> impl Iterator<Item = (Range<usize>, &str)> {
        let mut start = 0;
        self.words.split(BREAK).map(move |block| {
            let range = start..start + block.len();
            start = range.end + BREAK.len_utf8();
            (range, block)
        })
    }
}

impl Run {
    /// Whether the file has the words as they are, or a typographic sign as keyboards have it.
    fn is_written_in(&self, file: &str, text: &Text) -> bool {
        let source = file.get(self.source.start as usize..self.source.end as usize);
        let words = text.words.get(self.words.start as usize..self.words.end as usize);
        let (Some(source), Some(words)) = (source, words) else { return false };
        let is_sign = |typed: &[char], signs: &[char]| {
            source.chars().all(|c| typed.contains(&c)) && words.chars().all(|c| signs.contains(&c))
        };
        source == words
            || is_sign(&['\''], &['‘', '’'])
            || is_sign(&['"'], &['“', '”'])
            || is_sign(&['-'], &['–', '—'])
            || is_sign(&['.'], &['…'])
    }

    /// The offset in the file of an offset in the words; of a sign that is written with other bytes only its ends.
    fn place(&self, words: usize) -> Option<usize> {
        let Range { start, end } = self.source;
        match words.checked_sub(self.words.start as usize)? {
            at if at == self.words.len() => Some(end as usize),
            at => Some(start as usize + at).filter(|_| at == 0 || self.words.len() == self.source.len()),
        }
    }
}

/// Reads the words of a content file.
#[must_use]
pub fn text(file: &SourceFile, bytes: &[u8], options: &Options) -> Text {
    super::read(file, bytes, options, super::Wanted::Text).1
}

/// The words while the walk goes on.
#[derive(Debug, Default)]
pub(super) struct TextDraft {
    pub(super) words: String,
    pub(super) runs: Vec<RunDraft>,
}

/// A run whose place in the HTML is where its mark stands.
#[derive(Debug)]
pub(super) struct RunDraft {
    /// Its range in the words.
    pub(super) words: Range<usize>,
    /// Its range in the text that is walked over.
    pub(super) source: Range<usize>,
    pub(super) paragraph: u32,
    /// The note as the walk counts.
    pub(super) note: Option<usize>,
    pub(super) is_prose: bool,
    /// Whether it stands within a link.
    pub(super) is_linked: bool,
}

impl RunDraft {
    /// The run, as its place in the file and what it is are known by now; where it stands in the HTML is not.
    pub(super) fn placed(&self, origin: Origin<'_>) -> Run {
        let clip = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
        let source = origin.in_file(&self.source);
        Run {
            words: clip(self.words.start)..clip(self.words.end),
            source: clip(source.start)..clip(source.end),
            html: 0,
            paragraph: self.paragraph,
            note: self.note.map(clip),
            is_prose: self.is_prose,
        }
    }
}

/// Where the words stood: to take back what has been added since.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct TextPosition {
    words: usize,
    runs: usize,
}

impl TextDraft {
    /// Where words stand in the file.
    pub(super) fn place(&self, words: Range<usize>, origin: Origin<'_>) -> Option<Range<usize>> {
        let from = self.runs.partition_point(|run| run.words.end <= words.start);
        let to = self.runs.partition_point(|run| run.words.start < words.end);
        let (first, last) = (self.runs.get(from)?, self.runs.get(to.checked_sub(1)?)?);
        // Markup and typographic signs may be longer than the words that they make.
        let start = first.source.start + words.start.saturating_sub(first.words.start);
        let end = last.source.start + words.end.saturating_sub(last.words.start);
        let (start, end) = (start.min(first.source.end), end.min(last.source.end));
        (start < end).then(|| origin.in_file(&(start..end)))
    }

    /// Adds a space, unless there is one.
    fn space(&mut self) {
        if !self.words.is_empty() && !self.words.ends_with([' ', BREAK]) {
            self.words.push(' ');
        }
    }

    /// Ends a block.
    fn end_block(&mut self) {
        self.trim();
        if !self.words.is_empty() && !self.words.ends_with(BREAK) {
            self.words.push(BREAK);
        }
    }

    /// Takes back spaces at the end, as the HTML does before a citation.
    fn trim(&mut self) {
        let end = self.words.trim_end_matches(' ').len();
        if let Some(run) = self.runs.last_mut().filter(|run| run.words.end > end) {
            let removed = run.words.end - end;
            run.words.end = end;
            run.source.end = run.source.end.saturating_sub(removed).max(run.source.start);
        }
        self.words.truncate(end);
    }

    fn position(&self) -> TextPosition {
        TextPosition { words: self.words.len(), runs: self.runs.len() }
    }

    /// The bytes that the words of a run up to `at` take in HTML.
    pub(super) fn length_in_html(&self, run: usize, at: usize) -> usize {
        let mut html = String::new();
        escape_text(&mut html, &self.words[self.runs[run].words.start..at]);
        html.len()
    }
}

impl Walker<'_> {
    /// Keeps words that are about to be written; `is_code` where they are not running text.
    pub(super) fn keep_words(&mut self, text: &str, span: &Range<usize>, is_code: bool) {
        let Some(draft) = &mut self.walked.text else { return };
        if text.trim().is_empty() {
            return draft.space();
        }
        let start = draft.words.len();
        draft.words.push_str(text);
        let flow = &mut self.flow;
        let is_numbered = flow.note.is_none() && flow.heading.is_none();
        let is_linked = flow.frames.iter().any(|frame| matches!(frame, Frame::Hole { .. } | Frame::Plain));
        flow.out.mark(MarkKind::Run(draft.runs.len()));
        draft.runs.push(RunDraft {
            words: start..draft.words.len(),
            source: span.clone(),
            paragraph: if is_numbered { self.walked.paragraphs } else { 0 },
            note: flow.note,
            is_prose: !is_code && flow.frames.is_empty() && !flow.is_in_raw_words && flow.heading.is_none(),
            is_linked,
        });
    }

    /// Keeps words that have no place of their own.
    pub(super) fn keep_sign(&mut self, sign: &str) {
        if let Some(draft) = &mut self.walked.text {
            draft.words.push_str(sign);
        }
    }

    /// Keeps the place of something without words.
    pub(super) fn keep_object(&mut self) {
        self.keep_sign(UNNAMED.encode_utf8(&mut [0; 4]));
    }

    /// Keeps a space.
    pub(super) fn keep_space(&mut self) {
        if let Some(draft) = &mut self.walked.text {
            draft.space();
        }
    }

    /// Takes back the space before a citation.
    pub(super) fn trim_words(&mut self) {
        if let Some(draft) = &mut self.walked.text {
            draft.trim();
        }
    }

    /// Ends a block of words.
    pub(super) fn end_words(&mut self) {
        if let Some(draft) = &mut self.walked.text {
            draft.end_block();
        }
    }

    /// Where the words stand.
    pub(super) fn text_position(&self) -> TextPosition {
        self.walked.text.as_ref().map(TextDraft::position).unwrap_or_default()
    }

    /// Takes back the words since a position.
    pub(super) fn rewind_text(&mut self, position: TextPosition) {
        if let Some(draft) = &mut self.walked.text {
            draft.words.truncate(position.words);
            draft.runs.truncate(position.runs);
        }
    }

    /// The words from the HTML's offset `dash` on are an attribution, whose words begin at `words`.
    pub(super) fn keep_attribution(&mut self, dash: usize, words: usize) {
        let Some(draft) = &mut self.walked.text else { return };
        for mark in self.flow.out.marks.iter().rev().take_while(|mark| mark.at >= dash) {
            let MarkKind::Run(run) = mark.kind else { continue };
            let run = &mut draft.runs[run];
            run.is_prose = false;
            let cut = words.saturating_sub(mark.at).min(run.words.len());
            run.words.start += cut;
            run.source.start = (run.source.start + cut).min(run.source.end);
        }
    }
}
