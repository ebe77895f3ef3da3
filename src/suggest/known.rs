//! The names that texts are searched for.

use crate::matter::Own;
use crate::names::Names;
use crate::resolve::{Actor, Graph, Standing};

/// All names of the actors that have a page, and what links to them say.
#[derive(Debug)]
pub struct Known {
    pub(super) names: Names,
    /// The id and the name of each actor, by number.
    actors: Vec<(String, String)>,
}

impl Known {
    /// The actors of a site.
    #[must_use]
    pub fn new(graph: &Graph) -> Self {
        let actors = graph.actors.iter().map(|actor| (actor.id.as_str().to_owned(), actor.name.to_string())).collect();
        let numbered = (0..).zip(&graph.actors).filter(|(_, actor)| actor.has_page);
        let names = numbered
            .flat_map(|(number, actor)| names(graph, actor).into_iter().map(move |(name, lang)| (name, lang, number)));
        Self { names: Names::new(names), actors }
    }

    /// What a link to an actor says, and the actor's name.
    pub(super) fn link(&self, actor: u32) -> (String, String) {
        let known = self.actors.get(actor as usize);
        let (id, name) = known.map_or(("", ""), |(id, name)| (id, name));
        (format!("actor:{id}"), name.to_owned())
    }
}

/// The names of an actor: those of its file and of the file's versions.
fn names<'g>(graph: &'g Graph, actor: &'g Actor) -> Vec<(&'g str, Option<&'g str>)> {
    let mut names = vec![(&*actor.name, None)];
    for file in actor.doc.iter().flat_map(|doc| &graph.docs[*doc].files).map(|file| &graph.files[*file]) {
        if let Own::Actor(record) = &file.matter.own
            && file.standing != Standing::Hidden
        {
            names.extend(record.name.iter().map(|name| (&**name, Some(&*file.summary.lang))));
            names.extend(record.names.iter().map(|name| (&*name.name, name.lang.as_deref())));
        }
    }
    names
}
