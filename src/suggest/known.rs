//! The names that texts are searched for.

use crate::matter::{Kind, Own};
use crate::names::Names;
use crate::resolve::{Actor, Graph};

/// All names of the actors that have a page, and what links to them say.
#[derive(Debug)]
pub struct Known {
    pub(super) names: Names,
    /// The last words of persons' names, which stand for them once the whole name has been said.
    pub(super) surnames: Names,
    /// The id and the name of each actor, by number.
    actors: Vec<(String, String)>,
}

impl Known {
    /// The actors of a site.
    #[must_use]
    pub fn new(graph: &Graph) -> Self {
        let actors = graph.actors.iter().map(|actor| (actor.id.as_str().to_owned(), actor.name.to_string())).collect();
        let mut all = Vec::new();
        let mut last_words = Vec::new();
        for (number, actor) in (0..).zip(&graph.actors).filter(|(_, actor)| actor.has_page) {
            for (name, lang) in names(graph, actor) {
                all.push((name, lang, number));
                if actor.kind == Kind::Person {
                    last_words.extend(surnames(name).map(|surname| (surname, lang, number)));
                }
            }
        }
        Self { names: Names::new(all), surnames: Names::new(last_words), actors }
    }

    /// What a link to an actor says, and the actor's name.
    pub(super) fn link(&self, actor: u32) -> (String, String) {
        let known = self.actors.get(actor as usize);
        let (id, name) = known.map_or(("", ""), |(id, name)| (id, name));
        (format!("actor:{id}"), name.to_owned())
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

/// The names of an actor: those of its file and of the file's versions.
fn names<'g>(graph: &'g Graph, actor: &'g Actor) -> Vec<(&'g str, Option<&'g str>)> {
    let mut names = vec![(&*actor.name, None)];
    for file in actor.doc.iter().flat_map(|doc| &graph.docs[*doc].files).map(|file| &graph.files[*file]) {
        if let Own::Actor(record) = &file.matter.own
            && file.standing.shows_text()
        {
            names.extend(record.name.iter().map(|name| (&**name, Some(&*file.summary.lang))));
            names.extend(record.names.iter().map(|name| (&*name.name, name.lang.as_deref())));
        }
    }
    names
}
