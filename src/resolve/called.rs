//! What texts may call each actor: the names that its files give.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::docs;
use super::graph::{DocKind, File, Graph, Standing};
use super::standing::Shown;
use super::versions::inherit;
use super::{Input, Site};
use crate::config::Config;
use crate::copies::Copies;
use crate::id::Id;
use crate::matter::{Kind, Matter, Own, Str};
use crate::names::Called;

/// What texts may call the actors that are listed, before anything is known of the site but their front matter.
#[must_use]
pub fn called(inputs: &[Input], config: &Config, drafts: bool, now: i64) -> Vec<Called> {
    let (copies, assets, statics) = (Copies::default(), BTreeSet::new(), BTreeMap::new());
    let site = &Site { config, bibliography: &[], copies: &copies, drafts, now, assets: &assets, statics: &statics };
    let docs = docs::group(inputs, &mut Vec::new());
    let things = docs.things.iter().filter(|doc| doc.kind == DocKind::Actor);
    let called = things.filter_map(|doc| {
        let original = &inputs[doc.files[0].get()].summary.matter;
        let standing = |matter: &Matter| Shown::new(doc.kind, matter, site).standing;
        let files = doc.files.iter().map(|file| &inputs[file.get()]);
        let listed = files.filter(|input| {
            let is_original = Arc::ptr_eq(&input.summary.matter, original);
            is_original || standing(&inherit(&input.summary.matter, original)) == Standing::Listed
        });
        let files = listed.map(|input| (&input.path, &*input.summary.matter, &input.summary.lang));
        (standing(original) == Standing::Listed).then(|| of_files(&doc.id, files))
    });
    called.collect()
}

impl Graph {
    /// What texts may call the actors that are listed. One that is shown only because drafts are is none of them: a link
    /// to it, once written, would be in the way of the next build.
    #[must_use]
    pub fn called(&self) -> Vec<Called> {
        let is_open = |file: &File| file.standing == Standing::Listed && file.shown_as.is_none();
        let things = self.docs.iter().filter(|doc| doc.kind == DocKind::Actor && is_open(&self.files[doc.files[0]]));
        let called = things.map(|doc| {
            let files = doc.files.iter().map(|file| &self.files[*file]);
            let listed = files.filter(|file| is_open(file));
            of_files(&doc.id, listed.map(|file| (&file.path, &*file.summary.matter, &file.summary.lang)))
        });
        called.collect()
    }
}

/// What an actor is called in its files: each with its front matter and its language, the original first.
fn of_files<'f>(id: &Id, files: impl Iterator<Item = (&'f Str, &'f Matter, &'f Str)>) -> Called {
    let (name, names, files_of) = (id.text(), Vec::new(), Vec::new());
    let mut called = Called { id: id.clone(), name, names, is_person: false, files: files_of };
    for (number, (path, matter, lang)) in files.enumerate() {
        called.files.push(Str::clone(path));
        let Own::Actor(actor) = &matter.own else { continue };
        if let Some(name) = &actor.name {
            if number == 0 {
                called.name = Str::clone(name);
            }
            called.names.push((Str::clone(name), Some(Str::clone(lang))));
        }
        called.names.extend(actor.names.iter().map(|name| (Str::clone(&name.name), name.lang.clone())));
        called.is_person |= actor.kind == Kind::Person;
    }
    called
}
