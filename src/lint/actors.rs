//! Actors that nothing leads to.

use std::collections::BTreeSet;

use super::Site;
use crate::id::Id;
use crate::matter::{NameRef, Own};
use crate::problem::{Name, Place, Problem};
use crate::resolve::Standing;

/// No report, source or role names an actor that has a file.
pub(super) fn unmentioned(site: &Site<'_>, (): (), told: &mut Vec<Problem>) {
    let graph = site.graph;
    let shown = || graph.files.iter().filter(|file| file.standing != Standing::Hidden);
    let mut named: BTreeSet<Id> = BTreeSet::new();
    let people = graph
        .sources
        .iter()
        .flat_map(|source| source.record.author.iter().chain(&source.record.editor).chain(&source.record.publisher));
    let authors = shown().flat_map(|file| &file.matter.common.authors);
    named.extend(people.chain(authors).map(|name: &NameRef| Id::new(&name.name)));
    for file in shown() {
        if let Own::Actor(actor) = &file.matter.own {
            named.extend(actor.roles.iter().filter_map(|role| role.of.clone()));
        }
    }
    let cast = shown().flat_map(|file| file.cast.iter().map(|cast| &graph.actors[cast.actor].id));
    named.extend(cast.cloned());
    for (number, actor) in graph.actors.iter().enumerate() {
        let Some(file) = site.file_of(number.into()).map(|file| &graph.files[file]) else { continue };
        let is_named = !actor.events.is_empty() || !actor.claims.is_empty() || !actor.mentions.is_empty();
        if file.standing == Standing::Listed && !is_named && !named.contains(&actor.id) {
            let message = format!("nothing names the actor `{}`", actor.id);
            told.push(
                Problem::at(Name::UnmentionedActor, Place::key(&file.path, "name"), message)
                    .help(format!("name it in a text, `[…](actor:{})`, or take the file out", actor.id)),
            );
        }
    }
}
