//! Which actors there are: those with files, and those that reports list.

use std::sync::Arc;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};

use super::graph::{Actor, DocKind, File, Graph, Standing};
use super::index::{ActorIx, DocIx, FileIx};
use super::links::{hidden_target, only_hidden};
use super::lookup::Lookup;
use super::routes::{check_id, mend_in_list};
use crate::id::{Id, IdMap};
use crate::matter::{Kind, Own, ReportMatter, Str};
use crate::nearest::did_you_mean;
use crate::problem::{Name, Place, Problem, YamlPath};

/// All that there is of a kind: by index, and by id.
pub(super) struct Registered<T, Ix> {
    pub(super) items: Vec<T>,
    pub(super) ids: IdMap<Ix>,
    pub(super) problems: Vec<Problem>,
}

/// Every actor. An id that only reports list gets a page, and a warning; one that only unlisted reports list is known and
/// has none.
///
/// `listed` are those of shown reports that no file has: the report, and the number in its list.
pub(super) fn register(graph: &Graph, lookup: &Lookup, listed: &[(FileIx, usize)]) -> Registered<Actor, ActorIx> {
    let mut actors: Vec<Actor> = Vec::new();
    let mut ids: IdMap<ActorIx> = IdMap::default();
    let mut problems = Vec::new();
    for (number, doc) in graph.docs.iter().enumerate() {
        if doc.kind != DocKind::Actor || ids.contains_key(&doc.id) {
            continue;
        }
        let shown = doc.standing.shows_text();
        let matter = &graph.files[doc.files[0]].matter;
        let (name, kind) = match &matter.own {
            Own::Actor(actor) if shown => (actor.name.clone(), actor.kind),
            // The name is what the notice is called; what else the record says was withdrawn.
            Own::Actor(actor) if doc.standing == Standing::Withdrawn => (actor.name.clone(), Kind::Other),
            // Nothing of a hidden record may show where its id is named.
            _ => (None, Kind::Other),
        };
        ids.insert(doc.id.clone(), actors.len().into());
        let name = name.unwrap_or_else(|| doc.id.text());
        actors.push(actor(&doc.id, Some(DocIx::from(number)).filter(|_| shown), name, kind, shown));
    }
    // What is shown more openly comes first, an original before its versions, and gives the name.
    let mut listed: Vec<_> = listed.iter().map(|(file, number)| (&graph.files[*file], *number)).collect();
    listed.sort_by_key(|(file, _)| (file.standing, graph.original(file.doc).path != file.path));
    for (file, number) in listed {
        let Own::Report(report) = &file.summary.matter.own else { continue };
        let listed = &report.actors[number];
        if lookup.find(DocKind::Actor, &listed.id).is_some() {
            continue;
        }
        let ix = *ids.entry(listed.id.clone()).or_insert_with(|| {
            actors.push(actor(&listed.id, None, Arc::clone(&listed.written), Kind::Other, false));
            (actors.len() - 1).into()
        });
        if file.standing == Standing::Listed && !actors[ix].has_page {
            actors[ix].has_page = true;
            problems.push(unregistered(graph, file, number, report));
            let place = || Place::value(&file.path, YamlPath::from("actors").index(number));
            problems.extend(check_id(&listed.id, place, mend_in_list));
        }
    }
    Registered { items: actors, ids, problems }
}

fn actor(id: &Id, doc: Option<DocIx>, name: Str, kind: Kind, has_page: bool) -> Actor {
    Actor {
        id: id.clone(),
        doc,
        name,
        kind,
        has_page,
        mentions: Vec::new(),
        reports: Vec::new(),
        events: Vec::new(),
        claims: Vec::new(),
        quotations: Vec::new(),
    }
}

/// The warning about an actor without a file, with the nearest that has one and that the report does not list as well.
fn unregistered(graph: &Graph, file: &File, number: usize, report: &ReportMatter) -> Problem {
    let id = &report.actors[number].id;
    let path = YamlPath::from("actors").index(number);
    let described = graph.docs.iter().filter(|doc| doc.kind == DocKind::Actor && doc.standing.shows_text());
    let others = described.filter(|doc| report.actors.iter().all(|listed| listed.id != doc.id));
    let make = format!("make `content/actors/{id}.md` with its name and kind");
    let help = match did_you_mean(id.as_str(), others.map(|doc| doc.id.as_str())) {
        Some(near) => format!("{near} Otherwise {make}"),
        None => make,
    };
    Problem::at(Name::UnregisteredActor, Place::value(&file.path, path), format!("the actor `{id}` has no file"))
        .help(help)
}

/// Puts the actors with pages into the order of the site's language.
pub(super) fn order_actors(graph: &mut Graph, lang: &str) {
    let collator = collator(lang);
    let mut order: Vec<ActorIx> =
        (0..graph.actors.len()).map(ActorIx::from).filter(|ix| graph.actors[*ix].has_page).collect();
    order.sort_by(|a, b| {
        let (a, b) = (&graph.actors[*a], &graph.actors[*b]);
        collator.compare(&a.name, &b.name).then_with(|| a.id.cmp(&b.id))
    });
    (graph.actor_order, graph.unlisted_actors) =
        order.into_iter().partition(|ix| graph.lists_actor(&graph.actors[*ix]));
}

/// The order of names in a language; the root order where the language is not known.
pub(super) fn collator(lang: &str) -> CollatorBorrowed<'static> {
    let locale = lang.parse::<icu_locale_core::Locale>().unwrap_or(icu_locale_core::Locale::UNKNOWN);
    Collator::try_new((&locale).into(), CollatorOptions::default())
        .or_else(|_| Collator::try_new((&icu_locale_core::Locale::UNKNOWN).into(), CollatorOptions::default()))
        .expect("the root collation is compiled in")
}

/// An actor by id, if it has a page: then nothing is wrong with naming it.
pub(super) fn shown_actor(graph: &Graph, lookup: &Lookup, id: &Id) -> Option<ActorIx> {
    lookup.actors.get(id).copied().filter(|actor| graph.actors[*actor].has_page)
}

/// An actor by id, as front matter names it; an unknown or hidden one is a problem, an old id a warning.
pub(super) fn actor_by_id(
    graph: &Graph,
    lookup: &Lookup,
    file: FileIx,
    id: &Id,
    place: impl FnOnce(&Str) -> Place,
    problems: &mut Vec<Problem>,
) -> Option<ActorIx> {
    if let Some(actor) = shown_actor(graph, lookup, id) {
        return Some(actor);
    }
    let path = &graph.files[file].path;
    if let Some(doc) = lookup.doc(DocKind::Actor, id)
        && !graph.docs[doc].standing.shows_text()
    {
        problems.push(hidden_target(graph, doc, place(path), "its id"));
        return None;
    }
    if let Some(actor) = lookup.actors.get(id) {
        return Some(*actor);
    }
    if let Some(super::lookup::Found::Old(doc)) = lookup.find(DocKind::Actor, id) {
        let now = &graph.docs[doc].id;
        problems.push(old_id(place(path), id, now));
        return lookup.actors.get(now).copied();
    }
    let place = place(path);
    if let Some(problem) = only_hidden(graph, lookup, DocKind::Actor, id, || place.clone()) {
        problems.push(problem);
        return None;
    }
    problems.push(
        Problem::at(Name::UnknownActor, place, format!("no actor has the id `{id}`")).label("not an actor's id").help(
            near_actor(graph, id)
                .or_else(|| Some(format!("make `content/actors/{id}.md`, or list it under `actors:` in a report"))),
        ),
    );
    None
}

/// The nearest actor with a file, else the nearest of all: an id that only lists have may be the same slip.
fn near_actor(graph: &Graph, id: &Id) -> Option<String> {
    let near = |described: bool| {
        let actors = graph.actors.iter().filter(|actor| actor.doc.is_some() || !described);
        did_you_mean(id.as_str(), actors.map(|actor| actor.id.as_str()))
    };
    near(true).or_else(|| near(false))
}

/// The warning about an old id.
pub(super) fn old_id(place: Place, id: &Id, now: &Id) -> Problem {
    Problem::at(Name::OldId, place, format!("`{id}` is now called `{now}`")).help(format!("write `{now}`"))
}
