//! An actor: a `Person`, an `Organization` of some sort, a `Place` or a `Thing`.

use super::nodes::{self, date, is_organization, node};
use crate::json::{Json, Object};
use crate::matter::{ActorMatter, Kind, Own, Role};
use crate::plan::roots::{self, Stage};
use crate::resolve::{ActorIx, FileIx};

pub(super) fn actor(stage: &Stage<'_>, ix: ActorIx, file: Option<FileIx>) -> Object {
    let actor = &stage.scene.graph.actors[ix];
    let view = roots::actor(stage, ix, file);
    let mut node = node(nodes::type_of(actor.kind));
    nodes::identify_actor(&mut node, stage, actor);
    let canonical = nodes::canonical(stage);
    node.maybe("url", canonical.as_ref());
    node.maybe("mainEntityOfPage", canonical);
    node.put("name", &view.name);
    let mut names: Vec<_> = view.names.iter().map(|name| &name.name).collect();
    names.dedup();
    node.list("alternateName", names);
    node.maybe("description", view.summary.as_ref());
    node.maybe("image", file.and_then(|file| nodes::image(stage, file)));
    node.list("sameAs", view.ids.iter().filter_map(|id| id.url.as_ref()));
    node.list(
        "identifier",
        view.ids
            .iter()
            .filter(|id| id.url.is_none())
            .map(|id| nodes::node("PropertyValue").with("propertyID", &id.scheme).with("value", &id.value)),
    );
    let record = file.and_then(|file| match &stage.scene.graph.files[file].matter.own {
        Own::Actor(record) => Some(record),
        _ => None,
    });
    if let Some(record) = record {
        lifetime(&mut node, actor.kind, record);
        offices(&mut node, stage, actor.kind, record);
    }
    node
}

fn lifetime(node: &mut Object, kind: Kind, record: &ActorMatter) {
    let (from, to) = match kind {
        Kind::Person => ("birthDate", "deathDate"),
        kind if is_organization(kind) => ("foundingDate", "dissolutionDate"),
        _ => return,
    };
    node.maybe(from, record.from.as_ref().and_then(|from| date(from.certain())));
    node.maybe(to, record.to.as_ref().and_then(|to| date(to.certain())));
}

/// Offices: those in an organisation make a member of it for a time, others are a person's occupations. A title that
/// stands without a time is one that lasts.
fn offices(node: &mut Object, stage: &Stage<'_>, kind: Kind, record: &ActorMatter) {
    let is_person = kind == Kind::Person;
    if !is_person && !is_organization(kind) {
        return;
    }
    if is_person {
        node.list("jobTitle", record.roles.iter().filter(|role| role.lasts).map(|role| &role.role));
    }
    let graph = &*stage.scene.graph;
    let organization = |role: &Role| {
        let of = *graph.actor_ids.get(role.of.as_ref()?)?;
        is_organization(graph.actors[of].kind).then(|| nodes::actor(stage, of))
    };
    let memberships = record.roles.iter().filter_map(|role| {
        let of = organization(role)?;
        let office = nodes::node("OrganizationRole").with("roleName", &role.role);
        Some(timed(office, role).with("memberOf", of))
    });
    node.list("memberOf", memberships);
    if is_person {
        let occupations =
            record.roles.iter().filter(|role| organization(role).is_none()).map(|role| {
                timed(nodes::node("Role"), role).with("hasOccupation", nodes::named("Occupation", &role.role))
            });
        node.list("hasOccupation", occupations.map(Json::from));
    }
}

fn timed(mut office: Object, role: &Role) -> Object {
    office.maybe("startDate", role.from.as_ref().and_then(|from| date(from.certain())));
    office.maybe("endDate", role.to.as_ref().and_then(|to| date(to.certain())));
    office
}
