//! Actors in time: roles that a report gives against those of the record, and events outside an actor's time.

use super::graph::Graph;
use super::index::{ActorIx, FileIx};
use crate::edtf::Date;
use crate::matter::{ActorMatter, ActorRef, Held, Own, Role};
use crate::names;
use crate::problem::{Name, Place, Problem, YamlPath};

/// The warning about a role of a report that shares no word with any that the actor's record has on its day. A record in
/// another language than the report is not compared.
pub(super) fn role_mismatch(
    graph: &Graph,
    file: FileIx,
    number: usize,
    listed: &ActorRef,
    actor: ActorIx,
) -> Option<Problem> {
    let given = listed.role.as_ref()?;
    let report = &graph.files[file];
    let day = &report.matter.common.date.as_ref()?.date;
    let doc = graph.actors[actor].doc?;
    let record = graph.docs[doc].files.iter().find(|ix| graph.files[**ix].summary.lang == report.summary.lang)?;
    let record = &graph.files[*record];
    let (Own::Actor(own), Own::Actor(whole)) = (&record.summary.matter.own, &graph.original(doc).summary.matter.own)
    else {
        return None;
    };
    let said = significant(given);
    if said.is_empty() || said.iter().any(|word| OTHER_TIMES.contains(&word.as_str())) {
        return None;
    }
    let held = |least: Held| own.roles.iter().enumerate().filter(move |(_, role)| whole.held_on(role, day) >= least);
    let shares = |role: &Role| significant(&role.role).iter().any(|word| said.contains(word));
    let (first, _) = held(Held::Yes).next()?;
    if held(Held::Perhaps).any(|(_, role)| shares(role)) {
        return None;
    }
    let on_record: Vec<String> = held(Held::Yes).map(|(_, role)| format!("“{}”", role.role)).collect();
    let place = Place::value(&report.path, YamlPath::from("actors").index(number).key("role"));
    let message =
        format!("on {} the record of `{}` has another role: {}", day.as_str(), listed.id, on_record.join(", "));
    let held_there = Place::value(&record.path, YamlPath::from("roles").index(first));
    Some(
        Problem::at(Name::RoleMismatch, place, message)
            .label("no word of this is in it")
            .related(held_there, "held on that day")
            .help("put right the report, or the record".to_owned()),
    )
}

/// The warning about an actor who takes part in what happened after their end, or before their beginning.
pub(super) fn out_of_time(graph: &Graph, actor: ActorIx, date: &Date, place: Place) -> Option<Problem> {
    let actor = &graph.actors[actor];
    let record = &graph.files[graph.docs[actor.doc?].files[0]];
    let Own::Actor(own) = &record.matter.own else { return None };
    let ActorMatter { from, to, .. } = &**own;
    let (name, key, when, bound) = if own.is_gone_by(date) {
        (Name::ActorAfterEnd, "to", "after the actor's end", to)
    } else if own.is_yet_to_come_on(date) {
        (Name::ActorBeforeStart, "from", "before the actor's beginning", from)
    } else {
        return None;
    };
    let bound = bound.as_ref().map_or("", Date::as_str);
    let message = format!("`{}` takes part on {}, {when}, {bound}", actor.id, date.as_str());
    Some(
        Problem::at(name, place, message)
            .related(Place::value(&record.path, key), "the record says so")
            .help("put right one of the dates, or take the actor out".to_owned()),
    )
}

/// The words of a role that say something, in lower case and normal form, without the Arabic article.
fn significant(role: &str) -> Vec<String> {
    let normal = names::normal_form(role).to_lowercase();
    let words = normal.split(|c: char| !c.is_alphanumeric()).map(without_article);
    words.filter(|word| !word.is_empty() && !LITTLE.contains(word)).map(str::to_owned).collect()
}

/// A word without the Arabic article and what is joined before it.
fn without_article(word: &str) -> &str {
    let bare = ["وال", "بال", "فال", "كال", "لل", "ال"].into_iter().find_map(|prefix| word.strip_prefix(prefix));
    bare.filter(|bare| bare.chars().count() > 2).unwrap_or(word)
}

/// Words of English, French and Arabic that any two roles may share.
const LITTLE: [&str; 37] = [
    "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with", "s", "au", "aux", "d", "de",
    "des", "du", "en", "et", "l", "la", "le", "les", "par", "pour", "sur", "un", "une", "في", "من", "على", "عن", "الى",
    "و",
];

/// Words that say that a role is not one of the day.
const OTHER_TIMES: [&str; 13] = [
    "former",
    "formerly",
    "ex",
    "late",
    "then",
    "future",
    "ancien",
    "ancienne",
    "anciens",
    "futur",
    "feu",
    "سابق",
    "سابقا",
];
