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
}

/// What a file says.
struct Read {
    made_of: Digest,
    sources: Vec<Listed>,
    problems: Vec<Problem>,
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
                    match before.filter(|_| keeps) {
                        Some(before) => Arc::clone(before),
                        None => continue,
                    }
                }
            };
            if next.files.contains_key(path) {
                continue;
            }
            next.problems.extend_from_slice(&read.problems);
            listed.extend_from_slice(&read.sources);
            next.files.insert(path.clone(), read);
        }
        next.listed = if listed == *self.listed { Arc::clone(&self.listed) } else { Arc::new(listed) };
        next
    }

    pub(super) const fn listed(&self) -> &Arc<Vec<Listed>> {
        &self.listed
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
    let (mut sources, problems) = match load::text(path, bytes) {
        Ok(text) => bibliography::read(path, text),
        Err(problem) => (Vec::new(), vec![problem]),
    };
    if let Some(before) = before.filter(|_| keeps && sources.is_empty() && !problems.is_empty()) {
        sources.clone_from(&before.sources);
    }
    Arc::new(Read { made_of, sources, problems })
}
