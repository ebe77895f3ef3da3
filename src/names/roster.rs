//! The actors that a text may name, and whom it names where.

use std::collections::BTreeSet;
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
    digest: Digest,
}

/// A name in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its bytes.
    pub range: Range<usize>,
    /// Whose name it is, by numbers in the roster.
    pub who: Who,
    /// Whether it is a whole name, and not the surname of somebody whom the text has named in full before.
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
        let digest = Digest::of(&actors);
        Self { actors, whole, surnames, digest }
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
        let at = self.actors.iter().position(|actor| actor.files.iter().any(|own| **own == *file))?;
        u32::try_from(at).ok()
    }

    /// The digest of all that a text's names depend on.
    pub const fn digest(&self) -> Digest {
        self.digest
    }

    /// The names in a block of a text, by ascending place, none within another. `said` has the actors that the text has
    /// named in full before; those that this block names are added to it.
    pub fn find(&self, block: &str, said: &mut BTreeSet<u32>) -> Vec<Named> {
        let mut found: Vec<Named> = self.whole.find(block).into_iter().map(|find| Named::new(find, true)).collect();
        let is_free = |range: &Range<usize>| {
            found.iter().all(|whole| range.end <= whole.range.start || whole.range.end <= range.start)
        };
        let surnames = self.surnames.find(block).into_iter().filter(|find| is_free(&find.range));
        let surnames: Vec<Named> = surnames.map(|find| Named::new(find, false)).collect();
        found.extend(surnames);
        found.sort_by_key(|named| named.range.start);
        found.retain(|named| match named.who {
            Who::One(actor) if named.is_whole => {
                said.insert(actor);
                true
            }
            Who::One(actor) => said.contains(&actor),
            Who::Several(_) => named.is_whole,
        });
        found
    }
}

impl Named {
    fn new(super::Find { range, who }: super::Find, is_whole: bool) -> Self {
        Self { range, who, is_whole }
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
        let mut said = BTreeSet::new();
        let found = text.split('\n').flat_map(|block| {
            let found = roster.find(block, &mut said);
            found.into_iter().map(|named| format!("{} {:?}", &block[named.range], named.who)).collect::<Vec<_>>()
        });
        found.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn a_surname_stands_for_somebody_who_was_named_in_full_before() {
        let roster = Roster::new(vec![person("s", &["Fayez al-Sarraj"]), person("h", &["Khalifa Haftar"])]);
        let text = "Sarraj met Khalifa Haftar.\nHaftar and Sarraj, Fayez al-Sarraj, al-Sarraj";
        let found = "Khalifa Haftar One(0), Haftar One(0), Fayez al-Sarraj One(1), al-Sarraj One(1)";
        assert_eq!(show(&roster, text), found);
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
