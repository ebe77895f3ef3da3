//! The keys of an actor.

use super::super::key::Keys;
use super::super::keys::{ActorKey, NAME, NameKey, ROLE, RoleKey};
use super::super::yaml::Node;
use super::super::{ActorMatter, Kind, Name, Role, Str};
use super::{At, Given, Reader};
use crate::bidi::Use;
use crate::edtf::Date;

/// Reads one key of an actor.
pub(super) fn actor(
    reader: &mut Reader<'_>,
    key: ActorKey,
    given: Given<'_, '_>,
    at: &At<'_>,
    actor: &mut ActorMatter,
) {
    let node = given.node;
    match key {
        ActorKey::Name => given.fill(&mut actor.name, reader.name(node, at, "text"), key.key()),
        ActorKey::Kind => {
            let kind = reader.word(node, at, Kind::WORDS, |word| match word {
                "organisation" => Some(Kind::Organization),
                _ => Kind::from_word(word),
            });
            actor.kind = kind.unwrap_or(actor.kind);
        }
        ActorKey::Names => actor.names.extend(reader.list(node, at, name)),
        ActorKey::From => given.fill(&mut actor.from, bound(reader, node, at).0, key.key()),
        ActorKey::To => {
            let (to, lasts) = bound(reader, node, at);
            given.fill(&mut actor.to, to, key.key());
            actor.lasts |= lasts;
        }
        ActorKey::Roles => actor.roles = reader.list(node, at, role),
        ActorKey::Ids => {
            for entry in reader.entries(node, at, "a mapping such as `{wikidata: Q42}`") {
                if let Some(id) = reader.text(&entry.value, &at.key(&entry.key)) {
                    actor.ids.insert(Str::from(&*entry.key), id);
                }
            }
        }
    }
}

fn name(reader: &mut Reader<'_>, node: &Node<'_>, at: &At<'_>) -> Option<Name> {
    let Node::Mapping(entries) = node else {
        let name = reader.name(node, at, "a name or a record with the key `name`")?;
        return Some(Name { name, lang: None });
    };
    let (mut name, mut lang) = (None, None);
    reader.record(entries, at, NAME.what, |reader, key, given| {
        let at = at.key(given.name);
        match key {
            NameKey::Name => name = reader.name(given.node, &at, "text"),
            NameKey::Lang => lang = reader.language(given.node, &at),
        }
    });
    Some(Name { name: name?, lang })
}

fn role(reader: &mut Reader<'_>, node: &Node<'_>, at: &At<'_>) -> Option<Role> {
    let mut title = None;
    let mut role = Role::default();
    if let Node::Mapping(entries) = node {
        reader.record(entries, at, ROLE.what, |reader, key, given| {
            let at = at.key(given.name);
            match key {
                RoleKey::Role => given.fill(&mut title, reader.title(given.node, &at), key.key()),
                RoleKey::Of => role.of = reader.id(given.node, &at),
                RoleKey::From => (role.from, role.open) = bound(reader, given.node, &at),
                RoleKey::To => (role.to, role.lasts) = bound(reader, given.node, &at),
                RoleKey::Sources => role.sources.extend(reader.ids(given.node, &at)),
            }
        });
    } else {
        title = reader.shown(node, at, "an office or a record with the key `role`", Use::Title);
    }
    role.role = title?;
    Some(role)
}

/// A bound, and whether it is open.
fn bound(reader: &mut Reader<'_>, node: &Node<'_>, at: &At<'_>) -> (Option<Date>, bool) {
    match node {
        Node::Text(text) if text.trim() == ".." => (None, true),
        _ => (reader.date(node, at), false),
    }
}
