//! The actors that a text may name, and whom it names where.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

use super::{Names, Who};
use crate::digest::Digest;
use crate::id::Id;

/// An actor, as texts may call it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Called {
    /// Its id.
    pub id: Id,
    /// Its name in the site's language.
    pub name: Arc<str>,
    /// Every name, that one too, each with its language (BCP 47), where it is known.
    pub names: Vec<(Arc<str>, Option<Arc<str>>)>,
    /// Whether it is a person, who is called by the last word of the name once the whole name has been said.
    pub is_person: bool,
    /// Its files, from the site's root: a text about an actor does not link to itself.
    pub files: Vec<Arc<str>>,
}

/// All actors that texts are searched for.
#[derive(Debug)]
pub struct Roster {
    actors: Vec<Called>,
    whole: Names,
    surnames: Names,
    /// The actor of each file that is about one.
    about: HashMap<Arc<str>, u32>,
    digest: Digest,
}

/// A name in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its bytes.
    pub range: Range<usize>,
    /// Whose name it is, by numbers in the roster.
    pub who: Who,
    /// Whether it is a whole name, and not the surname of somebody whom the text names in full.
    pub is_whole: bool,
}

impl Roster {
    /// The actors, in an order that does not matter.
    #[must_use]
    pub fn new(mut actors: Vec<Called>) -> Self {
        actors.sort_by(|a, b| a.id.cmp(&b.id));
        let all = || (0..).zip(&actors).flat_map(|(number, actor)| actor.names.iter().map(move |name| (number, name)));
        let whole = Names::new(all().map(|(number, (name, lang))| (&**name, lang.as_deref(), number)));
        let people = all().filter(|(number, _)| actors[*number as usize].is_person);
        let surnames =
            Names::new(people.flat_map(|(number, (name, lang))| {
                surnames(name).map(move |surname| (surname, lang.as_deref(), number))
            }));
        let files = (0..).zip(&actors).flat_map(|(number, actor)| actor.files.iter().map(move |file| (file, number)));
        let about = files.map(|(file, number)| (Arc::clone(file), number)).collect();
        let digest = Digest::of(&actors);
        Self { actors, whole, surnames, about, digest }
    }

    /// An actor by its number.
    pub fn actor(&self, number: u32) -> Option<&Called> {
        self.actors.get(number as usize)
    }

    /// An actor's number.
    #[must_use]
    pub fn number(&self, id: &Id) -> Option<u32> {
        let at = self.actors.binary_search_by(|actor| actor.id.cmp(id)).ok()?;
        u32::try_from(at).ok()
    }

    /// The number of the actor that a file is about.
    #[must_use]
    pub fn about(&self, file: &str) -> Option<u32> {
        self.about.get(file).copied()
    }

    /// The digest of all that a text's names depend on.
    pub const fn digest(&self) -> Digest {
        self.digest
    }

    /// The names in a text, by ascending place, none within another. `blocks` are its blocks with the places where they
    /// begin.
    ///
    /// A surname stands for somebody whom the text names in full. Before it has done so, the word before must not be one
    /// that could be another first name.
    pub fn find<'t>(&self, blocks: impl Iterator<Item = (usize, &'t str)>) -> Vec<Named> {
        let mut found = Vec::new();
        let mut introduced: BTreeMap<u32, usize> = BTreeMap::new();
        for (start, block) in blocks {
            let whole = self.whole.find(block);
            let is_free = |range: &Range<usize>| {
                whole.iter().all(|whole| range.end <= whole.range.start || whole.range.end <= range.start)
            };
            let surnames = self.surnames.find(block).into_iter().filter(|find| is_free(&find.range));
            found.extend(surnames.map(|find| Candidate {
                follows_a_name: follows_a_name(&block[..find.range.start]),
                named: Named::new(find, start, false),
            }));
            for find in whole {
                if let Who::One(actor) = find.who {
                    introduced.entry(actor).or_insert(start + find.range.start);
                }
                found.push(Candidate { follows_a_name: false, named: Named::new(find, start, true) });
            }
        }
        found.retain(|Candidate { named, follows_a_name }| match named.who {
            _ if named.is_whole => true,
            Who::One(actor) => introduced.get(&actor).is_some_and(|at| *at < named.range.start || !*follows_a_name),
            Who::Several(_) => false,
        });
        let mut found: Vec<Named> = found.into_iter().map(|candidate| candidate.named).collect();
        found.sort_by_key(|named| named.range.start);
        found
    }
}

/// A name that may be dropped again.
struct Candidate {
    named: Named,
    /// Whether it follows a word that may be a first name.
    follows_a_name: bool,
}

/// Whether the last word of a text may be somebody's first name: it is written with a capital, or in a script without.
fn follows_a_name(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\u{a0}']);
    let word = before.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
    let is_bare = |c: char| c.is_alphabetic() && !c.is_lowercase();
    before.ends_with(char::is_alphabetic) && word.starts_with(is_bare)
}

impl Named {
    fn new(super::Find { range, who }: super::Find, start: usize, is_whole: bool) -> Self {
        Self { range: start + range.start..start + range.end, who, is_whole }
    }
}

/// What newspapers call a person of a name from the second time on: its last word, with and without an article that is
/// joined to it by a hyphen (`al-Sarraj`, `Sarraj`). A name of one word has none.
fn surnames(name: &str) -> impl Iterator<Item = &str> {
    let last = name.rsplit_once(char::is_whitespace).map(|(_, last)| last);
    let bare = last.and_then(|last| last.split_once('-')).filter(|(article, _)| ARTICLES.contains(article));
    last.into_iter().chain(bare.map(|(_, bare)| bare))
}

/// The Arabic article, as it is written in Latin letters before the letters that it merges with.
const ARTICLES: [&str; 14] = ["al", "Al", "el", "El", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "es", "er"];

#[cfg(test)]
mod tests {
    use super::*;

    fn person(id: &str, names: &[&str]) -> Called {
        let names: Vec<_> = names.iter().map(|name| (Arc::from(*name), None)).collect();
        Called { id: Id::new(id), name: Arc::clone(&names[0].0), names, is_person: true, files: vec![id.into()] }
    }

    fn show(roster: &Roster, text: &str) -> String {
        let starts = text.split_inclusive('\n').scan(0, |start, block| {
            let from = *start;
            *start += block.len();
            Some((from, block.trim_end()))
        });
        let found = roster.find(starts).into_iter();
        found.map(|named| format!("{} {:?}", &text[named.range], named.who)).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn a_surname_stands_for_somebody_whom_the_text_names_in_full() {
        let roster = Roster::new(vec![person("s", &["Fayez al-Sarraj"]), person("h", &["Khalifa Haftar"])]);
        let text = "the Sarraj government met Khalifa Haftar.\nHaftar and Sarraj, Fayez al-Sarraj, al-Sarraj";
        let found = "Sarraj One(1), Khalifa Haftar One(0), Haftar One(0), Sarraj One(1), Fayez al-Sarraj One(1), al-Sarraj One(1)";
        assert_eq!(show(&roster, text), found);
        assert_eq!(show(&roster, "Saddam Haftar met Sarraj"), "");
        let before = "Saddam Haftar and Haftar, who is Khalifa Haftar";
        assert_eq!(show(&roster, before), "Haftar One(0), Khalifa Haftar One(0)");
        assert_eq!((roster.about("h"), roster.about("x")), (Some(0), None));
    }

    #[test]
    fn rosters_of_the_same_actors_have_one_digest() {
        let (a, b) = (person("a", &["Ann Ash"]), person("b", &["Ben Bay"]));
        let digest = |actors: &[&Called]| Roster::new(actors.iter().copied().cloned().collect()).digest();
        assert_eq!(digest(&[&a, &b]), digest(&[&b, &a]));
        assert_ne!(digest(&[&a, &b]), digest(&[&a]));
    }
}
