//! Nodes that many pages have: the site, actors, authors, pictures, other pages.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{OnceLock, PoisonError, RwLock};

use crate::edtf::Key;
use crate::json::{Json, Object};
use crate::matter::{Kind, NameRef, Str};
use crate::plan::roots::{self, Stage};
use crate::resolve::{Actor, ActorIx, EventIx, FileIx, SourceIx};
use crate::view::VersionView;

/// A node of a type.
pub(super) fn node(kind: &'static str) -> Object {
    Object::new().with("@type", kind)
}

/// A name, as the plainest node that is said of.
pub(super) fn named(kind: &'static str, name: impl Into<Json>) -> Object {
    node(kind).with("name", name)
}

/// The type of an actor of a kind. Armed forces and groups have none of their own.
pub(super) const fn type_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "Person",
        Kind::Government => "GovernmentOrganization",
        Kind::Military | Kind::ArmedGroup | Kind::Organization => "Organization",
        Kind::Party => "PoliticalParty",
        Kind::Media => "NewsMediaOrganization",
        Kind::Company => "Corporation",
        Kind::Place => "Place",
        Kind::Other => "Thing",
    }
}

/// Whether actors of a kind are organisations.
pub(super) const fn is_organization(kind: Kind) -> bool {
    !matches!(kind, Kind::Person | Kind::Place | Kind::Other)
}

/// The absolute address of a root-relative one.
pub(super) fn absolute(stage: &Stage<'_>, url: &str) -> Option<Str> {
    let origin = stage.scene.addresses.origin()?;
    Some(if url.starts_with('/') { format!("{origin}{url}").into() } else { url.into() })
}

/// The absolute address of this page.
pub(super) fn canonical(stage: &Stage<'_>) -> Option<Str> {
    stage.scene.addresses.absolute(&stage.page.route)
}

/// A day, month or year (ISO 8601).
pub(super) fn date(key: Option<Key>) -> Option<Json> {
    key.map(|key| key.to_string().into())
}

/// Adds the name of a thing that a file is about, which is the same in all its versions, on whatever page it stands.
fn identify(node: &mut Object, stage: &Stage<'_>, route: &str, what: &str) {
    node.maybe("@id", stage.scene.addresses.absolute(&format!("{route}#{what}")));
}

/// An actor's name for machines.
pub(super) fn identify_actor(node: &mut Object, stage: &Stage<'_>, actor: &Actor) {
    let graph = &*stage.scene.graph;
    match actor.doc {
        Some(doc) => identify(node, stage, &graph.original(doc).route, "actor"),
        None => identify(node, stage, &format!("/actors/{}/", actor.id), "actor"),
    }
}

/// A report's name for machines: each version has its own.
pub(super) fn identify_report(node: &mut Object, stage: &Stage<'_>, file: FileIx) {
    identify(node, stage, &stage.scene.graph.files[file].route, "report");
}

/// A source's name for machines.
pub(super) fn identify_source(node: &mut Object, stage: &Stage<'_>, ix: SourceIx) {
    let graph = &*stage.scene.graph;
    let source = &graph.sources[ix];
    match source.doc {
        Some(doc) => identify(node, stage, &graph.original(doc).route, "source"),
        None => identify(node, stage, &format!("/sources/{}/", source.id), "source"),
    }
}

/// The nodes that many pages have in them, each written once in each language.
#[derive(Default)]
pub(in crate::plan) struct Nodes {
    site: OnceLock<Json>,
    publisher: OnceLock<Option<Json>>,
    actors: RwLock<HashMap<ActorIx, Json>>,
    sources: RwLock<HashMap<SourceIx, Json>>,
    events: RwLock<HashMap<EventIx, Json>>,
}

fn known<K: Copy + Eq + Hash>(nodes: &RwLock<HashMap<K, Json>>, key: K, new: impl FnOnce() -> Object) -> Json {
    if let Some(known) = nodes.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
        return known.clone();
    }
    let made = Json::from(new()).shared();
    nodes.write().unwrap_or_else(PoisonError::into_inner).insert(key, made.clone());
    made
}

/// An event that has a name, as pages that list it name it: the day's, the month's and the year's.
pub(super) fn event(stage: &Stage<'_>, ix: EventIx, make: impl FnOnce() -> Object) -> Json {
    known(&stage.cards.nodes().events, ix, make)
}

/// A source, as pages that cite it name it.
pub(super) fn source(stage: &Stage<'_>, ix: SourceIx) -> Json {
    known(&stage.cards.nodes().sources, ix, || super::source::cited(stage, ix))
}

/// An actor, as others name it.
pub(super) fn actor(stage: &Stage<'_>, ix: ActorIx) -> Json {
    known(&stage.cards.nodes().actors, ix, || make_actor(stage, ix))
}

fn make_actor(stage: &Stage<'_>, ix: ActorIx) -> Object {
    let actor = &stage.scene.graph.actors[ix];
    let card = stage.cards.actor(ix);
    let mut node = node(type_of(actor.kind));
    if actor.has_page {
        identify_actor(&mut node, stage, actor);
    }
    node.put("name", &card.name);
    node
}

/// An author or publisher. Of a name alone nobody knows whether it is a person's: then it stays a text, which schema.org
/// understands too (<https://schema.org/docs/datamodel.html>).
pub(super) fn party(stage: &Stage<'_>, reference: &NameRef) -> Json {
    let graph = &*stage.scene.graph;
    let known = graph.actor_ids.get(&crate::id::Id::new(&reference.name));
    if let Some(ix) = known {
        let kind = graph.actors[*ix].kind;
        let acts = kind == Kind::Person || is_organization(kind);
        return if acts { actor(stage, *ix) } else { stage.cards.actor(*ix).name.clone().into() };
    }
    match &reference.family {
        Some(family) => {
            let given = reference.given().unwrap_or_default();
            let mut person = named("Person", &reference.name).with("givenName", given).with("familyName", family);
            person.maybe("honorificSuffix", reference.suffix.as_ref());
            person.into()
        }
        None => reference.name.clone().into(),
    }
}

/// Who publishes the site, if site.yaml says so.
pub(super) fn publisher(stage: &Stage<'_>) -> Option<Json> {
    stage.cards.nodes().publisher.get_or_init(|| make_publisher(stage)).clone()
}

fn make_publisher(stage: &Stage<'_>) -> Option<Json> {
    let publisher = stage.scene.config.publisher.as_ref()?;
    let known = stage.scene.graph.actor_of(&crate::id::Id::new(&publisher.name));
    if known.is_some() {
        return Some(party(stage, &NameRef::whole(publisher.name.clone())));
    }
    let mut node = named("Organization", &publisher.name);
    node.maybe("url", publisher.url.as_ref());
    Some(Json::from(node).shared())
}

/// The site, as its pages name it.
pub(super) fn part_of(stage: &Stage<'_>) -> Json {
    stage.cards.nodes().site.get_or_init(|| Json::from(website(stage)).shared()).clone()
}

/// The site.
pub(super) fn website(stage: &Stage<'_>) -> Object {
    let mut node = node("WebSite");
    identify(&mut node, stage, "/", "site");
    node.put("name", &stage.scene.config.title);
    node.maybe("url", stage.scene.addresses.absolute("/"));
    node
}

/// The licence: an address, or that of a name in the list of SPDX; else a work with its name.
pub(super) fn license(stage: &Stage<'_>) -> Option<Json> {
    let license = stage.scene.config.license.as_ref()?;
    let is_name = license.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.+".contains(&byte));
    Some(match () {
        () if license.starts_with("https://") || license.starts_with("http://") => license.into(),
        () if is_name => format!("https://spdx.org/licenses/{license}.html").into(),
        () => named("CreativeWork", license).into(),
    })
}

/// The picture that stands for a file.
pub(super) fn image(stage: &Stage<'_>, file: FileIx) -> Option<Object> {
    let url = stage.scene.addresses.absolute(&roots::image(stage, file)?)?;
    let mut node = node("ImageObject").with("contentUrl", url);
    node.maybe("caption", stage.scene.graph.files[file].matter.common.image_alt.as_ref());
    Some(node)
}

/// Adds the work that this page's is a translation of, or its translations.
pub(super) fn translations(node: &mut Object, stage: &Stage<'_>, file: FileIx, versions: &[VersionView]) {
    let graph = &*stage.scene.graph;
    let doc = graph.doc_of(file);
    let of = |version: FileIx| {
        let lang = &graph.files[version].summary.lang;
        let view = versions.iter().find(|view| view.lang == *lang)?;
        let mut node = self::node("Report");
        identify_report(&mut node, stage, version);
        node.put("inLanguage", lang);
        node.put("headline", stage.scene.headlines.title(version));
        node.maybe("url", view.canonical.as_ref());
        Some(node)
    };
    match doc.files.split_first() {
        Some((original, others)) if *original == file => {
            node.list("workTranslation", others.iter().filter_map(|version| of(*version)));
        }
        Some((original, _)) => node.maybe("translationOfWork", of(*original)),
        None => {}
    }
}
