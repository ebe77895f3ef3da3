//! The stored copies that files name, looked at again only where something may have changed.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::Seen;
use crate::config::Settings;
use crate::copies::{self, Copies, Hashes};
use crate::files::Files;
use crate::load::Listing;
use crate::matter::{Matter, Own, Str};
use crate::memo::{Same, Slot};
use crate::problem::{Place, Problem};
use crate::resolve::{Graph, Input, Standing, unpublished_copy};

/// The copies of one round.
#[derive(Default)]
pub(super) struct Shelf {
    wanted: Slot<Same<Vec<Input>>, Arc<Vec<Str>>>,
    found: Option<Found>,
    /// Read when the first copy is wanted.
    hashes: Option<Hashes>,
}

/// What was found.
struct Found {
    /// Of these paths.
    wanted: Arc<Vec<Str>>,
    settings: Arc<Settings>,
    copies: Arc<Copies>,
}

impl Found {
    /// Whether it still holds.
    fn holds(&self, wanted: &Arc<Vec<Str>>, settings: &Settings, seen: &Seen) -> bool {
        let same_place = (&self.settings.root, &self.settings.out) == (&settings.root, &settings.out);
        self.wanted == *wanted && same_place && !is_touched(&self.copies, seen)
    }
}

impl Shelf {
    /// The copies that files name, hidden ones too.
    pub(super) fn next(
        &mut self,
        files: &dyn Files,
        settings: &Arc<Settings>,
        listing: &Listing,
        inputs: &Arc<Vec<Input>>,
        seen: &Seen,
    ) -> Arc<Copies> {
        let wanted = self.wanted.get(Same(Arc::clone(inputs)), |inputs| Arc::new(wanted(&inputs.0)));
        if wanted.is_empty() {
            self.found = None;
            return Arc::default();
        }
        let before = self.found.take();
        if let Some(found) = before.as_ref().filter(|found| found.holds(&wanted, settings, seen)) {
            let copies = Arc::clone(&found.copies);
            self.found = before;
            return copies;
        }
        let hashes = self.hashes.get_or_insert_with(|| Hashes::read(files, &settings.root));
        let found = copies::look(files, settings, listing, &wanted, hashes, &|path| seen.points_at(path));
        hashes.write(files, &settings.root);
        let copies = match before {
            Some(before) if *before.copies == found => before.copies,
            _ => Arc::new(found),
        };
        self.found = Some(Found { wanted, settings: Arc::clone(settings), copies: Arc::clone(&copies) });
        copies
    }
}

/// Whether one of the copies may be another. One that is reached by a symbolic link has its events elsewhere.
fn is_touched(copies: &Copies, seen: &Seen) -> bool {
    let touched = |(path, found): (&Str, &Result<copies::Stored, copies::Lost>)| {
        seen.names(path) || found.as_ref().is_ok_and(|stored| seen.names(&stored.real))
    };
    seen.entries() || copies.iter().any(touched)
}

/// The path of each copy that a file names, sorted.
fn wanted(inputs: &[Input]) -> Vec<Str> {
    let all = inputs.par_iter().fold(BTreeSet::new, |mut paths: BTreeSet<Str>, input| {
        paths.extend(named(&input.summary.matter).cloned());
        paths
    });
    all.reduce(BTreeSet::new, |mut some, mut others| {
        some.append(&mut others);
        some
    })
    .into_iter()
    .collect()
}

/// The copies that front matter names.
fn named(matter: &Matter) -> impl Iterator<Item = &Str> {
    let own = match &matter.own {
        Own::Source(record) => record.copy.as_ref(),
        _ => None,
    };
    let listed = matter.common.sources.iter().filter_map(|entry| entry.record.as_ref()?.record.copy.as_ref());
    own.into_iter().chain(listed)
}

/// The files by whose symbolic links a copy would be published that is not to be; each is told.
pub(super) fn aliases(
    files: &dyn Files,
    settings: &Settings,
    listing: &Listing,
    graph: &Graph,
    copies: &Copies,
) -> (BTreeSet<Str>, Vec<Problem>) {
    let real = |path: &Str| Some(&copies.get(path)?.as_ref().ok()?.real);
    let withheld: Vec<&Str> = graph.withheld.iter().filter_map(real).collect();
    if withheld.is_empty() {
        return (BTreeSet::new(), Vec::new());
    }
    let is_shown = |path: &Str| graph.file(path).is_some_and(|file| graph.files[file].standing != Standing::Hidden);
    let assets = graph.assets.iter().filter(|asset| listing.assets.get(*asset) == Some(&true));
    let statics = listing.statics.iter().filter(|file| file.linked).map(|file| &file.path);
    let pages = listing.content.iter().filter(|file| file.linked && is_shown(&file.path)).map(|file| &file.path);
    let root = files.real(&settings.root).unwrap_or_else(|_| settings.root.clone());
    let mut found = BTreeSet::new();
    let mut problems = Vec::new();
    for path in assets.chain(statics).chain(pages) {
        let Ok(real) = files.real(&settings.root.join(&**path)) else { continue };
        if let Some(copy) = withheld.iter().copied().find(|copy| real == root.join(copy.as_ref())) {
            problems.push(unpublished_copy(Place::file(path), copy, "this symbolic link leads to"));
            found.insert(path.clone());
        }
    }
    (found, problems)
}
