//! Authors, editors and publishers: an actor's id, a name, or a record of either.

use super::super::NameRef;
use super::super::keys::{NAME_REF, NameRefKey};
use super::super::yaml::Node;
use super::{At, Reader};

impl Reader<'_> {
    /// Several people or institutions.
    pub(super) fn people(&mut self, node: &Node<'_>, at: &At<'_>) -> Vec<NameRef> {
        self.list(node, at, Self::person)
    }

    /// A person or an institution.
    pub(super) fn person(&mut self, node: &Node<'_>, at: &At<'_>) -> Option<NameRef> {
        let Node::Mapping(entries) = node else {
            return self.name(node, at, "an actor's id or a name").map(NameRef::whole);
        };
        let (mut id, mut name, mut given_names, mut family, mut suffix) = (None, None, None, None, None);
        self.record(entries, at, NAME_REF.what, |reader, key, given| {
            let text = reader.name(given.node, &at.key(given.name), "text");
            match key {
                NameRefKey::Id => id = text,
                NameRefKey::Name => name = text,
                NameRefKey::Given => given_names = text,
                NameRefKey::Family => family = text,
                NameRefKey::Suffix => suffix = text,
            }
        });
        let found = match (id.or(name), given_names, family) {
            (None, Some(given), Some(family)) => {
                NameRef::person(&given, &family).with_suffix(suffix.as_deref().unwrap_or_default())
            }
            (Some(name), ..) | (None, Some(name), None) | (None, None, Some(name)) => NameRef::whole(name),
            (None, None, None) => {
                self.missing(at, NAME_REF.what, "name");
                return None;
            }
        };
        Some(found)
    }
}
