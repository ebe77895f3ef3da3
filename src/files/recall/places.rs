//! Where to look again, by what is remembered.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::seen::{Folder, Seen};

/// What is to be looked at again.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// Remembered folders, to be listed.
    pub(super) folders: BTreeSet<PathBuf>,
    /// Paths in listed folders.
    pub(super) entries: BTreeSet<PathBuf>,
    /// What was asked about by itself.
    pub(super) lone: BTreeSet<PathBuf>,
    /// Named paths that nothing is known about.
    pub(super) unknown: BTreeSet<PathBuf>,
}

impl Places {
    /// All that is remembered.
    pub(super) fn all(seen: &Seen) -> Self {
        Self { folders: seen.folders().cloned().collect(), lone: seen.lone().cloned().collect(), ..Self::default() }
    }

    /// What is remembered that the named paths speak of.
    pub(super) fn named(seen: &Seen, paths: &BTreeSet<PathBuf>) -> Self {
        let mut places = Self::default();
        for path in paths {
            let is_below = places.add_below(seen, path);
            let is_above = places.add_above(seen, path);
            if !is_below && !is_above {
                places.unknown.insert(path.clone());
            }
        }
        places
    }

    /// Adds everything that is remembered at `path` and below it, and says whether there is any.
    pub(super) fn add_below(&mut self, seen: &Seen, path: &Path) -> bool {
        let mut any = false;
        for folder in seen.folders_from(path) {
            any = true;
            self.folders.insert(folder.clone());
        }
        for lone in seen.lone_from(path) {
            any = true;
            self.lone.insert(lone.clone());
        }
        any
    }

    /// Adds the entry that leads to `path` of the nearest remembered folder above it, and says whether there is one.
    /// Usually this entry is `path` itself. Otherwise it is a folder that nobody has asked for, or a new one.
    fn add_above(&mut self, seen: &Seen, path: &Path) -> bool {
        let mut entry = path;
        while let Some(folder) = entry.parent() {
            match seen.folder(folder) {
                Some(Folder::Listed(_)) => {
                    self.entries.insert(entry.to_owned());
                    return true;
                }
                Some(Folder::Refused(_)) => {
                    self.folders.insert(folder.to_owned());
                    return true;
                }
                None => entry = folder,
            }
        }
        false
    }

    /// Whether there is nothing left to look at that is remembered.
    pub(super) fn is_empty(&self) -> bool {
        self.folders.is_empty() && self.entries.is_empty() && self.lone.is_empty()
    }
}
