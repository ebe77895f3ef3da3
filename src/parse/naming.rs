//! Names of actors in running text, and the links that are made of them before a text is read.
//!
//! The links are written into the text as an author would write them, and the text is read once more. So a name that is
//! a link by itself is one in every respect, and places in the longer text are mapped back to the file's.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::matter::Str;
use crate::names::{Named, Roster, Who};
use crate::problem::{Name, Place, Problem};

use super::origin::Origin;
use super::redact::{Cuts, walk_redacted};
use super::summary::Target;
use super::text::{Text, TextDraft};
use super::walk::{Setting, Walked};

/// How names become links.
#[derive(Debug, Clone)]
pub struct Naming {
    /// The actors.
    pub roster: Arc<Roster>,
    /// Whether only the first mention of each does, and none where the text links to the actor anyway.
    pub first: bool,
}

impl PartialEq for Naming {
    fn eq(&self, other: &Self) -> bool {
        (self.first, self.roster.digest()) == (other.first, other.roster.digest())
    }
}

impl Eq for Naming {}

impl Hash for Naming {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.first, self.roster.digest()).hash(state);
    }
}

/// The names in a text, by ascending place in the file, as far as a link could be made of them as they stand there. An
/// actor's own text does not name it.
#[must_use]
pub fn named(file: &str, text: &Text, roster: &Roster, own: Option<u32>) -> Vec<Named> {
    let blocks = text.blocks().map(|(range, words)| (range.start, words));
    let found = roster.find(blocks).into_iter();
    let others = found.filter(|named| !matches!(named.who, Who::One(actor) if own == Some(actor)));
    others.filter_map(|named| Some(Named { range: text.place(file, named.range)?, ..named })).collect()
}

/// A body with links that the file does not have.
#[derive(Debug, Default)]
pub(super) struct Linked {
    pub(super) body: String,
    /// What the body has more than the file, by ascending offsets in it.
    pub(super) added: Vec<Range<usize>>,
}

/// Walks over a body that has been walked over, `walked`, once more with links for its names. `file` is the whole text.
/// What comes of it takes the place of what was before, its problems too.
pub(super) fn walk_named(
    (walked, cuts): (Walked, Cuts),
    setting: Setting<'_>,
    file: &str,
    naming: &Naming,
    problems: &mut Vec<Problem>,
) -> (Walked, Cuts, Linked) {
    let Some(draft) = &walked.text else { return (walked, cuts, Linked::default()) };
    let text = placed(draft, Origin { removed: &cuts.gaps, ..setting.origin });
    let names = named(file, &text, &naming.roster, naming.roster.about(setting.file));
    let mut told = ambiguous(setting.file, file, &names, &naming.roster);
    let names = naming.wanted(names, &walked);
    let before = problems.len() + walked.problems.len();
    let attempt = Attempt { file, setting, roster: &naming.roster, words: &draft.words, problems: before };
    let made = attempt.walk(&names).or_else(|| {
        // One place at which brackets would mean something else spoils the whole text: it is looked for.
        let harmless = attempt.harmless(&names, &text);
        attempt.walk(&harmless)
    });
    let Some((again, cuts, linked, told_again)) = made else {
        problems.append(&mut told);
        return (walked, cuts, Linked::default());
    };
    *problems = told_again;
    problems.append(&mut told);
    (again, cuts, linked)
}

/// So many blocks with names are tried one by one at most.
const MOST_TRIES: usize = 40;

/// A text that is to be walked over with links for names.
struct Attempt<'a> {
    file: &'a str,
    setting: Setting<'a>,
    roster: &'a Roster,
    /// Its words without links, which must stay.
    words: &'a str,
    /// How many problems it has without links. With links it must not have more.
    problems: usize,
}

impl Attempt<'_> {
    /// The text with links for these names; `None` where it would not be the same text any more.
    fn walk(&self, names: &[Named]) -> Option<(Walked, Cuts, Linked, Vec<Problem>)> {
        if names.is_empty() {
            return None;
        }
        let linked = link(self.file, self.setting.origin.base, names, self.roster);
        let origin = Origin { added: &linked.added, ..self.setting.origin };
        let mut told = Vec::new();
        let (walked, cuts) = walk_redacted(Setting { text: &linked.body, origin, ..self.setting }, &mut told);
        let is_same = walked.text.as_ref().is_some_and(|text| text.words == self.words);
        let is_sound = told.len() + walked.problems.len() <= self.problems;
        (is_same && is_sound).then_some((walked, cuts, linked, told))
    }

    /// The names of the blocks in which all of them can be links.
    fn harmless(&self, names: &[Named], text: &Text) -> Vec<Named> {
        let blocks = text.blocks().filter_map(|(range, _)| {
            let runs = text.runs.iter().filter(|run| range.contains(&(run.words.start as usize)));
            let (start, end) = runs.fold((usize::MAX, 0), |(start, end), run| {
                (start.min(run.source.start as usize), end.max(run.source.end as usize))
            });
            let own: Vec<Named> =
                names.iter().filter(|named| start <= named.range.start && named.range.end <= end).cloned().collect();
            (!own.is_empty()).then_some(own)
        });
        blocks.take(MOST_TRIES).filter(|own| self.walk(own).is_some()).flatten().collect()
    }
}

impl Naming {
    /// The names that become links.
    fn wanted(&self, mut names: Vec<Named>, walked: &Walked) -> Vec<Named> {
        let mut said = BTreeSet::new();
        if self.first {
            said.extend(walked.links.iter().filter_map(|link| match &link.target {
                Target::Actor(id) => self.roster.number(id),
                _ => None,
            }));
        }
        names.retain(|named| match named.who {
            Who::One(actor) => !self.first || said.insert(actor),
            Who::Several(_) => false,
        });
        names
    }
}

/// The body, which begins at `base` of the file, with links for these names.
fn link(file: &str, base: usize, names: &[Named], roster: &Roster) -> Linked {
    let mut linked = Linked::default();
    let mut done = base;
    for Named { range, who, .. } in names {
        let Who::One(actor) = who else { continue };
        let Some(actor) = roster.actor(*actor) else { continue };
        linked.body.push_str(&file[done..range.start]);
        linked.add("[");
        linked.body.push_str(&file[range.clone()]);
        linked.add(&format!("](actor:{})", utf8_percent_encode(actor.id.as_str(), NON_ALPHANUMERIC)));
        done = range.end;
    }
    linked.body.push_str(&file[done..]);
    linked
}

impl Linked {
    fn add(&mut self, markup: &str) {
        let start = self.body.len();
        self.body.push_str(markup);
        self.added.push(start..self.body.len());
    }
}

/// The words of a draft with their places in the file; the places in the HTML are not known yet.
fn placed(draft: &TextDraft, origin: Origin<'_>) -> Text {
    let runs = draft.runs.iter().filter(|run| !run.words.is_empty()).map(|run| run.placed(origin)).collect();
    Text { words: draft.words.clone(), runs }
}

/// The warnings of names that may be several actors', one for each such group of actors.
fn ambiguous(path: &Str, file: &str, names: &[Named], roster: &Roster) -> Vec<Problem> {
    let mut told = BTreeSet::new();
    let problems = names.iter().filter_map(|Named { range, who, .. }| {
        let Who::Several(actors) = who else { return None };
        if !told.insert(actors) {
            return None;
        }
        let name = file[range.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
        let ids: Vec<&str> = actors.iter().filter_map(|actor| Some(roster.actor(*actor)?.id.as_str())).collect();
        let message = format!("`{name}` is the name of several actors: {}", ids.join(", "));
        let first = ids.first().copied().unwrap_or_default();
        let problem = Problem::at(Name::AmbiguousName, Place::bytes(path, range.clone()), message);
        Some(problem.help(format!("write which one is meant, `[{name}](actor:{first})`")))
    });
    problems.collect()
}
