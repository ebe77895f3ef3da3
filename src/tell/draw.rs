//! Problems for people, drawn the way rustc does.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Weight, Origin, Renderer, Snippet};

use super::locate::{Diagnosis, Located, Mark};
use super::text::Extent;
use super::visible::{excerpt, redact, visible};
use crate::problem::Level;

/// How problems are drawn. Who asks has looked at the terminal and at the flags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Whether to use colours.
    pub colour: bool,
    /// Columns at most; longer lines are trimmed around what is marked.
    pub width: usize,
}

impl Look {
    const fn renderer(self) -> Renderer {
        let renderer = if self.colour { Renderer::styled() } else { Renderer::plain() };
        renderer.term_width(self.width)
    }
}

/// Something that the command itself has to say, which has neither name nor place.
#[must_use]
pub fn plain(level: Level, message: &str, help: Option<&str>, look: Look) -> String {
    let group = Group::with_title(weight(level).primary_title(visible(message)));
    look.renderer().render(&[group.elements(help.map(|help| Weight::HELP.message(visible(help))))])
}

impl Diagnosis {
    /// The problem as a person reads it, over several lines, without a line break at its end.
    #[must_use]
    pub fn human(&self, problem: &Located, look: Look) -> String {
        self.draw(problem, look, false)
    }

    /// The same for a place that others than the author may see: redacted words can't be read in it, and of stored copies
    /// no line is in it.
    #[must_use]
    pub fn shared(&self, problem: &Located, look: Look) -> String {
        self.draw(problem, look, true)
    }

    fn draw(&self, problem: &Located, look: Look, redacts: bool) -> String {
        let title = weight(problem.level).primary_title(visible(&problem.message)).id(problem.name.as_str());
        let mut group = Group::with_title(title);
        let mut notes = Vec::new();
        let mut files: Vec<(&Arc<str>, Vec<Label<'_>>)> = Vec::new();
        let mut whole = None;
        let is_kept = |mark: &Mark| redacts && self.is_of_copy(mark);
        match &problem.mark {
            Some(mark) if is_kept(mark) => notes.push(position(mark)),
            Some(Mark { file, extent: Some(extent) }) => files
                .push((file, vec![Label { kind: AnnotationKind::Primary, extent, words: problem.label.as_deref() }])),
            Some(Mark { file, extent: None }) => whole = Some(file),
            None => {}
        }
        if redacts {
            notes.extend(self.in_copies(problem));
        }
        for note in &problem.related {
            if is_kept(&note.mark) {
                continue;
            }
            let Some(extent) = &note.mark.extent else {
                notes.push(format!("{}: {}", visible(&note.mark.file), visible(&note.message)));
                continue;
            };
            let label = Label { kind: AnnotationKind::Context, extent, words: Some(&note.message) };
            match files.iter_mut().find(|(file, _)| *file == &note.mark.file) {
                Some((_, labels)) => labels.push(label),
                None => files.push((&note.mark.file, vec![label])),
            }
        }
        if let Some(file) = whole {
            group = group.element(Origin::path(visible(file)));
            notes.extend(problem.label.as_deref().map(|label| visible(label).into_owned()));
        }
        for (origin, snippet) in files.iter().filter_map(|(file, labels)| self.snippet(file, labels, redacts)) {
            group = group.elements(origin).element(snippet);
        }
        if let Some(help) = &problem.help {
            group = group.element(Weight::HELP.message(visible(help)));
        }
        notes.extend(page_note(problem));
        group = group.elements(notes.into_iter().map(|note| Weight::NOTE.message(note)));
        look.renderer().render(&[group])
    }

    /// The second places of a problem that are in stored copies, in words.
    pub fn in_copies<'a>(&'a self, problem: &'a Located) -> impl Iterator<Item = String> + 'a {
        let notes = problem.related.iter().filter(|note| self.is_of_copy(&note.mark));
        notes.map(|note| format!("{}: {}", position(&note.mark), visible(&note.message)))
    }

    /// Whether a place is in the stored copy of a source.
    fn is_of_copy(&self, mark: &Mark) -> bool {
        self.texts.get(&mark.file).is_some_and(|text| text.as_ref().is_some_and(|text| text.is_copy))
    }

    /// The lines of one file from the first marked one to the last; with the place, where not all of a line is shown.
    fn snippet<'a>(
        &'a self,
        file: &'a str,
        labels: &[Label<'a>],
        redacts: bool,
    ) -> Option<(Option<Origin<'a>>, Snippet<'a, Annotation<'a>>)> {
        let text = self.texts.get(file)?.as_ref()?;
        let first = labels.iter().map(|label| label.extent.start).min()?;
        let last = labels.iter().map(|label| label.extent.end.line).max()?;
        let marked = labels.iter().map(|label| label.extent.bytes.clone());
        let marked = marked.reduce(|all, bytes| all.start.min(bytes.start)..all.end.max(bytes.end))?;
        let (base, lines) = text.near(first.line, last, &marked);
        let is_cut = lines.len() < text.lines(first.line, last).1.len();
        let mut ranges: Vec<Range<usize>> = labels
            .iter()
            .map(|label| (label.extent.bytes.start - base)..(label.extent.bytes.end - base))
            .map(|range| range.start.min(lines.len())..range.end.min(lines.len()))
            .collect();
        let redacted: Vec<Range<usize>> = if redacts { text.withheld(base, lines).collect() } else { Vec::new() };
        let lines =
            if redacted.is_empty() { Cow::Borrowed(lines) } else { redact(lines, &redacted, &mut ranges).into() };
        let lines = excerpt(&lines, &mut ranges);
        let annotations =
            labels.iter().zip(ranges).map(|(label, range)| label.kind.span(range).label(label.words.map(visible)));
        let snippet = Snippet::source(lines).line_start(first.line).annotations(annotations);
        Some(if is_cut {
            (Some(Origin::path(visible(file)).line(first.line).char_column(first.column)), snippet)
        } else {
            (None, snippet.path(visible(file)))
        })
    }
}

/// What is written under a part of an excerpt.
struct Label<'a> {
    kind: AnnotationKind,
    extent: &'a Extent,
    words: Option<&'a str>,
}

/// A place in words.
fn position(mark: &Mark) -> String {
    match mark.extent.as_ref().map(|extent| extent.start) {
        Some(start) => format!("{}:{}:{}", visible(&mark.file), start.line, start.column),
        None => visible(&mark.file).into_owned(),
    }
}

/// Which pages were being made.
pub(super) fn page_note(problem: &Located) -> Option<String> {
    let page = visible(problem.page.as_deref()?);
    Some(match problem.more_pages {
        0 => format!("while making {page}"),
        1 => format!("while making {page} and one other page"),
        more => format!("while making {page} and {more} other pages"),
    })
}

const fn weight(level: Level) -> Weight<'static> {
    match level {
        Level::Deny => Weight::ERROR,
        Level::Warn => Weight::WARNING,
        Level::Note | Level::Allow => Weight::NOTE,
    }
}
