//! Actors that nothing leads to.

use std::collections::BTreeSet;

use super::Site;
use crate::id::Id;
use crate::matter::{NameRef, Own};
use crate::problem::{Name, Place, Problem, YamlPath};
use crate::resolve::{FileIx, Standing};

/// A role lasts, or ends on a later day than the actor.
pub(super) fn role_after_end(site: &Site<'_>, ix: FileIx, told: &mut Vec<Problem>) {
    let graph = site.graph;
    let file = &graph.files[ix];
    let (Own::Actor(own), Own::Actor(whole)) = (&file.summary.matter.own, &graph.original(file.doc).matter.own) else {
        return;
    };
    for (number, role) in own.roles.iter().enumerate() {
        let Some(end) = whole.outlasted_by(role) else { continue };
        let place = Place::value(&file.path, YamlPath::from("roles").index(number).key("to"));
        let message = format!("this role outlasts the actor, whose end is {}", end.as_str());
        told.push(
            Problem::at(Name::RoleAfterEnd, place, message)
                .help("give the day on which the role ended; after its end, an actor is shown with none".to_owned()),
        );
    }
}

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
