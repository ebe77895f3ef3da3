//! Problems with their levels and places made out.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::effective;
use super::text::{Extent, Text};
use super::yaml::{self, Part};
use crate::problem::{Level, Name, Place, Problem, Spot};

/// What is known of the files that problems are in.
pub trait Sources {
    /// The text of a file, by its path from the site's root. `None` where it can't be read. What is no UTF-8
    /// may be replaced: it is shown, and nothing behind it has a place.
    fn text(&self, file: &str) -> Option<String>;

    /// The bytes of the n-th link of a file, counted as `Summary::links` does.
    fn link_span(&self, file: &str, number: u32) -> Option<Range<u32>>;

    /// The bytes of a file's text that are redacted, by ascending offset.
    fn redacted(&self, file: &str, text: &str) -> Vec<Range<usize>>;

    /// Whether a file is no text of the site, but the stored copy of a source: others than the author see no line of it.
    fn is_copy(&self, file: &str) -> bool;
}

/// The problems of a run, sorted by file, position and name, with the texts that they are in.
#[derive(Debug)]
pub struct Diagnosis {
    /// Each problem once; those that no file is concerned with come last.
    pub problems: Vec<Located>,
    pub(super) texts: BTreeMap<Arc<str>, Option<Text>>,
}

/// A problem whose level and places are made out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// What kind of problem it is.
    pub name: Name,
    /// Its level after `lint:` and `--strict`; never [`Level::Allow`].
    pub level: Level,
    /// One sentence without a full stop.
    pub message: String,
    /// Where it is.
    pub mark: Option<Mark>,
    /// A few words under the marked place.
    pub label: Option<String>,
    /// Other places that belong to it.
    pub related: Vec<Note>,
    /// The mend.
    pub help: Option<String>,
    /// The route of the page that was being made: the first one, where the problem befell several.
    pub page: Option<Arc<str>>,
    /// How many more pages it befell.
    pub more_pages: usize,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The file, relative to the site's root.
    pub file: Arc<str>,
    /// Where in it; `None` means the file as a whole.
    pub extent: Option<Extent>,
}

/// A second place of a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Where to look.
    pub mark: Mark,
    /// What is there.
    pub message: String,
}

/// How many problems there are of each weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Problems that let the build fail.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

/// Makes out the level and the places of each problem.
///
/// Problems that are allowed are dropped, equal ones are told once, and one that befell several pages is told for the
/// first of them.
#[must_use]
pub fn locate(problems: &[Problem], lint: &BTreeMap<Name, Level>, strict: bool, sources: &dyn Sources) -> Diagnosis {
    let mut finder = Finder { sources, texts: BTreeMap::new() };
    let levels = problems.iter().map(|problem| (effective(problem.name, lint, strict), problem));
    let mut told: Vec<(Level, &Problem)> = levels.filter(|(level, _)| *level > Level::Allow).collect();
    // Where those of one file stand together, its YAML need not be kept any longer.
    told.sort_by(|(_, one), (_, other)| file(one).cmp(&file(other)));
    let mut located: Vec<Located> = Vec::with_capacity(told.len());
    for of_file in told.chunk_by(|(_, one), (_, other)| file(one) == file(other)) {
        located.extend(of_file.iter().map(|(level, problem)| finder.located(problem, *level)));
        finder.leave(file(of_file[0].1));
    }
    located.sort_by(|a, b| a.order().cmp(&b.order()));
    Diagnosis { problems: merged(located), texts: finder.texts }
}

/// The file that a problem is in.
fn file(problem: &Problem) -> Option<&str> {
    problem.place.as_ref().map(|place| &*place.file)
}

impl Diagnosis {
    /// How many problems there are of each weight.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let count = |level| self.problems.iter().filter(|problem| problem.level == level).count();
        Tally { errors: count(Level::Deny), warnings: count(Level::Warn), notes: count(Level::Note) }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut comma = "";
        for (count, one) in [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")] {
            if count > 0 {
                write!(f, "{comma}{count} {one}{}", if count == 1 { "" } else { "s" })?;
                comma = ", ";
            }
        }
        if comma.is_empty() { f.write_str("no problems") } else { Ok(()) }
    }
}

impl Located {
    fn order(&self) -> impl Ord {
        let mark = self.mark.as_ref();
        let extent = mark.and_then(|mark| mark.extent.as_ref());
        (
            (mark.is_none(), mark.map(|mark| &mark.file), extent.map(|extent| (extent.start, extent.end))),
            (self.name, &self.message, &self.label, &self.help, &self.page),
        )
    }

    fn is_but_for_its_page(&self, other: &Self) -> bool {
        (self.name, &self.message, &self.mark, &self.label, &self.related, &self.help)
            == (other.name, &other.message, &other.mark, &other.label, &other.related, &other.help)
    }
}

/// Makes one of each run of problems that differ in their pages alone.
fn merged(sorted: Vec<Located>) -> Vec<Located> {
    let mut once: Vec<Located> = Vec::with_capacity(sorted.len());
    let mut last_page = None;
    for problem in sorted {
        match once.last_mut() {
            Some(first) if first.is_but_for_its_page(&problem) => {
                if first.page.is_none() {
                    first.page.clone_from(&problem.page);
                } else if problem.page != last_page {
                    first.more_pages += 1;
                }
                last_page = problem.page;
            }
            _ => {
                last_page.clone_from(&problem.page);
                once.push(problem);
            }
        }
    }
    once
}

/// Looks places up, and keeps the texts that it has read.
struct Finder<'a> {
    sources: &'a dyn Sources,
    texts: BTreeMap<Arc<str>, Option<Text>>,
}

impl Finder<'_> {
    fn located(&mut self, problem: &Problem, level: Level) -> Located {
        let notes = problem.related.iter();
        Located {
            name: problem.name,
            level,
            message: problem.message.clone(),
            mark: problem.place.as_ref().map(|place| self.mark(place)),
            label: problem.label.clone(),
            related: notes.map(|it| Note { mark: self.mark(&it.place), message: it.message.clone() }).collect(),
            help: problem.help.clone(),
            page: problem.page.clone(),
            more_pages: 0,
        }
    }

    /// Forgets what is large and most likely done with.
    fn leave(&mut self, file: Option<&str>) {
        if let Some(text) = file.and_then(|file| self.texts.get_mut(file)).and_then(Option::as_mut) {
            text.forget_yaml();
        }
    }

    fn mark(&mut self, place: &Place) -> Mark {
        Mark { file: Arc::clone(&place.file), extent: self.extent(place) }
    }

    fn extent(&mut self, place: &Place) -> Option<Extent> {
        let file = &*place.file;
        let range = match &place.spot {
            Spot::File => return None,
            Spot::Bytes(start, end) => Some(*start..*end),
            Spot::Link(number) => Some(self.sources.link_span(file, *number)?),
            Spot::Value(_) | Spot::Key(_) | Spot::Character(..) => None,
        };
        let text = self.text(&place.file)?;
        let range = match (&place.spot, range) {
            (Spot::Value(path), _) => yaml::find(file, text, path, Part::Value),
            (Spot::Key(path), _) => yaml::find(file, text, path, Part::Key),
            (Spot::Character(path, c), _) => {
                let value = yaml::find(file, text, path, Part::Value);
                let at = text.slice(value.clone()).find(*c).map(|at| value.start + at);
                at.map_or(value, |at| at..at + c.len_utf8())
            }
            (_, range) => range.map(|range| range.start as usize..range.end as usize)?,
        };
        Some(text.extent(range))
    }

    fn text(&mut self, file: &Arc<str>) -> Option<&Text> {
        let sources = self.sources;
        self.texts
            .entry(Arc::clone(file))
            .or_insert_with(|| {
                let text = sources.text(file)?;
                let redacted = sources.redacted(file, &text);
                Some(Text::new(text, redacted, sources.is_copy(file)))
            })
            .as_ref()
    }
}
