//! The bibliography files that site.yaml names.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::SITE_YAML;
use crate::bibliography::{self, Listed};
use crate::config::Settings;
use crate::digest::Digest;
use crate::files::{Files, reason};
use crate::load;
use crate::matter::Str;
use crate::problem::{Name, Place, Problem, YamlPath};

/// All sources of all bibliography files.
#[derive(Default, Clone)]
pub(super) struct Library {
    files: BTreeMap<Str, Arc<Read>>,
    /// The sources in the order of site.yaml; the same value as long as none is another.
    listed: Arc<Vec<Listed>>,
    problems: Vec<Problem>,
    /// Whether there is a file of which not all ids are known.
    is_partial: bool,
}

/// What a file says.
struct Read {
    made_of: Digest,
    said: bibliography::Read,
}

impl Library {
    /// Reads the files; one with the same bytes is not parsed again. Where `keeps` is set, a file that can't be read any more
    /// keeps what it said before.
    pub(super) fn next(&self, files: &dyn Files, settings: &Settings, keeps: bool) -> Self {
        let mut next = Self::default();
        let mut listed = Vec::new();
        for (number, path) in settings.config.bibliography.iter().enumerate() {
            let before = self.files.get(path);
            let read = match files.read(&settings.root.join(&**path)) {
                Ok(bytes) => read(path, &bytes, before, keeps),
                Err(error) => {
                    let place = Place::value(&Str::from(SITE_YAML), YamlPath::from("bibliography").index(number));
                    let message = format!("the bibliography file `{path}` can't be read: {}", reason(&error));
                    next.problems.push(Problem::at(Name::MissingFile, place, message));
                    next.is_partial = true;
                    match before.filter(|_| keeps) {
                        Some(before) => Arc::clone(before),
                        None => continue,
                    }
                }
            };
            if next.files.contains_key(path) {
                continue;
            }
            next.problems.extend_from_slice(&read.said.problems);
            next.is_partial |= !read.said.is_whole;
            listed.extend_from_slice(&read.said.sources);
            next.files.insert(path.clone(), read);
        }
        next.listed = if listed == *self.listed { Arc::clone(&self.listed) } else { Arc::new(listed) };
        next
    }

    pub(super) const fn listed(&self) -> &Arc<Vec<Listed>> {
        &self.listed
    }

    /// Whether the ids of all sources are known.
    pub(super) const fn is_whole(&self) -> bool {
        !self.is_partial
    }

    pub(super) fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

fn read(path: &Str, bytes: &[u8], before: Option<&Arc<Read>>, keeps: bool) -> Arc<Read> {
    let made_of = Digest::of_bytes(bytes);
    if let Some(before) = before.filter(|before| before.made_of == made_of) {
        return Arc::clone(before);
    }
    let mut said = match load::text(path, bytes) {
        Ok(text) => bibliography::read(path, text),
        Err(problem) => bibliography::Read { problems: vec![problem], ..bibliography::Read::default() },
    };
    if let Some(before) = before.filter(|_| keeps && !said.problems.is_empty()) {
        keep(&mut said, &before.said.sources);
    }
    Arc::new(Read { made_of, said })
}

/// Keeps what was said before of sources that can't be read now.
fn keep(said: &mut bibliography::Read, before: &[Listed]) {
    if !said.is_whole && said.sources.is_empty() {
        said.sources = before.to_vec();
    }
    for source in said.sources.iter_mut().filter(|source| !source.is_readable) {
        if let Some(before) = before.iter().find(|before| before.entry.id == source.entry.id) {
            *source = before.clone();
        }
    }
}
