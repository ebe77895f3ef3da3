//! The roots of an actor.

use std::collections::BTreeMap;

use super::Stage;
use crate::matter::{Own, Role, Str};
use crate::plan::scene::direction;
use crate::resolve::{Actor, ActorIx, FileIx};
use crate::view::{
    ActorCount, ActorView, EventView, IdentifierView, MentionView, NameView, Raw, ReportCard, RoleView, Shared,
};

/// Co-named actors at most.
const MOST_CO_NAMED: usize = 20;

/// A report that names more actors than this says nothing of any two of them.
const TOO_MANY: usize = 500;

/// How many items the longest of an actor's lists has.
pub(in crate::plan) fn items(actor: &Actor) -> usize {
    let lists = [actor.mentions.len(), actor.reports.len(), actor.events.len()];
    lists.into_iter().chain([actor.claims.len(), actor.quotations.len()]).max().unwrap_or(0)
}

pub(in crate::plan) fn actor(stage: &Stage<'_>, ix: ActorIx, file: Option<FileIx>) -> ActorView {
    let graph = &*stage.scene.graph;
    let actor = &graph.actors[ix];
    let name = stage.cards.name(actor);
    let matter = file.map(|file| &graph.files[file].matter);
    let record = matter.and_then(|matter| match &matter.own {
        Own::Actor(record) => Some(record),
        _ => None,
    });
    let mut names: Vec<NameView> = Vec::new();
    for other in record.into_iter().flat_map(|record| &record.names).filter(|other| other.name != name) {
        let dir = other.lang.as_ref().map_or("ltr", |lang| direction(lang));
        names.push(NameView { name: other.name.clone(), lang: other.lang.clone(), dir: dir.into() });
    }
    if actor.name != name {
        let lang = stage.scene.config.lang.clone();
        names.insert(0, NameView { name: actor.name.clone(), dir: direction(&lang).into(), lang: Some(lang) });
    }
    let common = matter.map(|matter| &matter.common);
    ActorView {
        id: actor.id.text(),
        name,
        kind: actor.kind.as_str().into(),
        url: stage.cards.actor_url(actor),
        names,
        from: record.and_then(|record| record.from.as_ref()).map(|date| stage.cards.date(date)),
        to: record.and_then(|record| record.to.as_ref()).map(|date| stage.cards.date(date)),
        open: record.is_some_and(|record| record.lasts),
        roles: record.into_iter().flat_map(|record| &record.roles).map(|held| role(stage, held)).collect(),
        ids: record
            .into_iter()
            .flat_map(|record| &record.ids)
            .map(|(scheme, value)| identifier(scheme, value))
            .collect(),
        summary: file.and_then(|file| stage.scene.headlines.given_summary(file).cloned()),
        image: file.and_then(|file| super::page::image(stage, file)).map(|route| stage.scene.addresses.of(&route)),
        image_alt: common.and_then(|common| common.image_alt.clone()),
        report_count: actor.reports.len(),
        mention_count: actor.mentions.len(),
        extra: common.map_or_else(|| Raw::map(&BTreeMap::default()), |common| Raw::map(&common.extra)),
    }
}

fn role(stage: &Stage<'_>, role: &Role) -> RoleView {
    let graph = &*stage.scene.graph;
    RoleView {
        role: role.role.clone(),
        of: role.of.as_ref().and_then(|id| graph.actor_ids.get(id)).map(|actor| stage.cards.actor(*actor)),
        from: role.from.as_ref().map(|date| stage.cards.date(date)),
        to: role.to.as_ref().map(|date| stage.cards.date(date)),
        open: role.lasts,
        sources: role
            .sources
            .iter()
            .filter_map(|id| graph.source_ids.get(id))
            .map(|source| stage.cards.source(*source))
            .collect(),
    }
}

/// Addresses of well-known identifiers.
fn identifier(scheme: &Str, value: &Str) -> IdentifierView {
    let base = match &**scheme {
        "wikidata" => Some("https://www.wikidata.org/wiki/"),
        "viaf" => Some("https://viaf.org/viaf/"),
        "isni" => Some("https://isni.org/isni/"),
        "ror" => Some("https://ror.org/"),
        "gnd" => Some("https://d-nb.info/gnd/"),
        "orcid" => Some("https://orcid.org/"),
        "geonames" => Some("https://www.geonames.org/"),
        "lei" => Some("https://search.gleif.org/#/record/"),
        "opensanctions" => Some("https://www.opensanctions.org/entities/"),
        _ => None,
    };
    let url = base.filter(|_| crate::id::slug(value).len() == value.len() || value.is_ascii());
    IdentifierView {
        scheme: scheme.clone(),
        value: value.clone(),
        url: url.map(|base| format!("{base}{}", value.trim()).into()),
    }
}

pub(super) fn mentions(stage: &Stage<'_>, ix: ActorIx) -> Vec<MentionView> {
    let graph = &*stage.scene.graph;
    let mentions = stage.slice(&graph.actors[ix].mentions).iter().map(|(file, link)| {
        let item = &graph.files[*file].summary.links[*link as usize];
        let place = stage.cards.place(*file, item.paragraph);
        let (before, mention, after) = match stage.cards.sentence(*file, *link) {
            Some(sentence) => (sentence.before, sentence.mention, sentence.after),
            None => ("".into(), stage.cards.name(&graph.actors[ix]), "".into()),
        };
        MentionView { before, mention, after, from: place.page, paragraph: place.paragraph, url: place.url }
    });
    mentions.collect()
}

pub(super) fn events(stage: &Stage<'_>, ix: ActorIx) -> Vec<Shared<EventView>> {
    stage.slice(&stage.scene.graph.actors[ix].events).iter().map(|event| stage.cards.event(*event)).collect()
}

pub(super) fn reports(stage: &Stage<'_>, ix: ActorIx) -> Vec<Shared<ReportCard>> {
    stage.slice(&stage.scene.graph.actors[ix].reports).iter().map(|doc| stage.cards.report(*doc)).collect()
}

/// The actors that reports name together with this one, most often first.
pub(super) fn co_named(stage: &Stage<'_>, ix: ActorIx) -> Vec<ActorCount> {
    let graph = &*stage.scene.graph;
    if !stage.is_first() {
        return Vec::new();
    }
    let mut counts: BTreeMap<ActorIx, usize> = BTreeMap::new();
    for doc in &graph.actors[ix].reports {
        let cast = &graph.original(*doc).cast;
        for cast in cast.iter().filter(|_| cast.len() <= TOO_MANY) {
            if cast.actor != ix && graph.lists_actor(&graph.actors[cast.actor]) {
                *counts.entry(cast.actor).or_default() += 1;
            }
        }
    }
    let mut ranked: Vec<(ActorIx, usize)> = counts.into_iter().collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| graph.actors[a.0].id.cmp(&graph.actors[b.0].id)));
    ranked.truncate(MOST_CO_NAMED);
    ranked.into_iter().map(|(actor, count)| ActorCount { actor: stage.cards.actor(actor), count }).collect()
}
