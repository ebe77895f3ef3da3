//! Ids in roles: nothing on a page may depend on one that is not known.

use super::casts::source_by_id;
use super::graph::Graph;
use super::index::FileIx;
use super::lookup::Lookup;
use super::registry::actor_by_id;
use crate::id::Id;
use crate::matter::Own;
use crate::problem::{Place, Problem, YamlPath};

/// Tells every id in the roles of an actor that is not known.
pub(super) fn check(graph: &Graph, lookup: &Lookup, file: FileIx, told: &mut Vec<Problem>) {
    Checker { graph, lookup, file, told }.file();
}

struct Checker<'a> {
    graph: &'a Graph,
    lookup: &'a Lookup,
    file: FileIx,
    told: &'a mut Vec<Problem>,
}

impl Checker<'_> {
    fn file(&mut self) {
        // What a version takes from its original is told of the original.
        let Own::Actor(actor) = &self.graph.files[self.file].summary.matter.own else { return };
        for (number, role) in actor.roles.iter().enumerate() {
            let at = YamlPath::from("roles").index(number);
            if let Some(of) = &role.of {
                self.actor(of, at.key("of"));
            }
            self.sources(&role.sources, &at.key("sources"));
        }
    }

    fn actor(&mut self, id: &Id, at: YamlPath) {
        actor_by_id(self.graph, self.lookup, self.file, id, |path| Place::value(path, at), self.told);
    }

    fn sources(&mut self, ids: &[Id], at: &YamlPath) {
        for (number, id) in ids.iter().enumerate() {
            let place = || Place::value(&self.graph.files[self.file].path, at.index(number));
            source_by_id(self.graph, self.lookup, id, place, self.told);
        }
    }
}
