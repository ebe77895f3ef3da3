//! Names of actors in running text, and the links that are made of them before a text is read.
//!
//! The links are written into the text as an author would write them, and the text is read once more. So a name that is
//! a link by itself is one in every respect, and places in the longer text are mapped back to the file's.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::matter::Str;
use crate::names::{Named, Roster, Who};
use crate::problem::{Name, Place, Problem};

use super::linking::{Attempt, Linked, NewLink};
use super::origin::{Origin, Piece};
use super::redact::Cuts;
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
    let removed = Piece::all(&cuts.gaps);
    let text = placed(draft, Origin { removed: &removed, ..setting.origin });
    let names = named(file, &text, &naming.roster, naming.roster.about(setting.file));
    let mut told = ambiguous(setting.file, file, &names, &naming.roster);
    let links = naming.wanted(names, &walked);
    let before = problems.len() + walked.problems.len();
    let attempt = Attempt { file, setting, plain: &walked, problems: before };
    let made = match &*links {
        [] => None,
        // One place at which brackets would mean something else spoils the whole text: it is looked for.
        links => attempt.walk(links).or_else(|| attempt.walk(&attempt.harmless(links))),
    };
    let Some((again, cuts_again, linked, told_again)) = made else {
        problems.append(&mut told);
        return (walked, cuts, Linked::default());
    };
    *problems = told_again;
    problems.append(&mut told);
    (again, cuts_again, linked)
}

impl Naming {
    /// The links of the names that become links.
    fn wanted(&self, names: Vec<Named>, walked: &Walked) -> Vec<NewLink> {
        let mut said = BTreeSet::new();
        if self.first {
            said.extend(walked.links.iter().filter_map(|link| match &link.target {
                Target::Actor(id) => self.roster.number(id),
                _ => None,
            }));
        }
        let link = |Named { range, who, .. }| match who {
            Who::One(actor) if !self.first || said.insert(actor) => {
                Some(NewLink { range, target: format!("actor:{}", self.roster.actor(actor)?.id) })
            }
            _ => None,
        };
        names.into_iter().filter_map(link).collect()
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
