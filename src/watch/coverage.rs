//! Which watches are set, and that they are set on the folders that are there now.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use notify::RecursiveMode;

use super::Notice;
use super::watched::{self, Watched};
use crate::files::{Files, Kind};

/// What the system is asked to tell of.
pub(super) type System = Box<dyn notify::Watcher + Send>;

/// The watches that are set.
///
/// A system watches a folder, not a path: when the folder is deleted or moved, and another one takes its place, the watch
/// is dead or tells of what lies elsewhere. So it is remembered which folder was meant, and looked whether it still is
/// that one.
pub(super) struct Coverage {
    system: System,
    set: BTreeMap<PathBuf, Watch>,
}

/// One watch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Watch {
    /// With all that is below.
    whole: bool,
    /// Of the folder.
    inode: u64,
}

/// So often a folder is tried to be watched while folders in it vanish.
const TRIES: usize = 3;

impl Coverage {
    pub(super) fn new(system: System) -> Self {
        Self { system, set: BTreeMap::new() }
    }

    /// Takes the watches of folders at and below these paths for dead.
    pub(super) fn drop_below<'a>(&mut self, paths: impl IntoIterator<Item = &'a PathBuf>) {
        for path in paths {
            let dead: Vec<PathBuf> = self.set.keys().filter(|folder| folder.starts_with(path)).cloned().collect();
            for folder in dead {
                self.unset(&folder);
            }
        }
    }

    /// Takes all watches for dead.
    pub(super) fn drop_all(&mut self) {
        let all: Vec<PathBuf> = self.set.keys().cloned().collect();
        self.drop_below(&all);
    }

    /// Sets the watches that are missing and takes off those that are no longer wanted. Tells the folders of which
    /// something may have been missed: those that are watched from now on.
    ///
    /// # Errors
    /// When the system refuses.
    pub(super) fn mend(&mut self, files: &dyn Files, watched: &Watched) -> Result<BTreeSet<PathBuf>, Notice> {
        let wanted = wanted(files, watched);
        let unwanted: Vec<PathBuf> = self
            .set
            .iter()
            .filter(|(path, watch)| wanted.get(*path) != Some(*watch))
            .map(|(path, _)| path.clone())
            .collect();
        for folder in unwanted {
            self.unset(&folder);
        }
        let mut fresh = BTreeSet::new();
        for (folder, watch) in wanted {
            if !self.set.contains_key(&folder) && self.watch(&folder, watch.whole)? {
                self.set.insert(folder.clone(), watch);
                fresh.insert(folder);
            }
        }
        Ok(fresh)
    }

    /// Makes sure that new folders are watched before anybody looks what is in them. The system's own way may come too
    /// late, and tells nothing of what hinders it.
    ///
    /// # Errors
    /// When the system refuses.
    pub(super) fn watch_new(&mut self, files: &dyn Files, paths: &BTreeSet<PathBuf>) -> Result<(), Notice> {
        // Other systems watch trees, not folders.
        if !cfg!(any(target_os = "linux", target_os = "android")) {
            return Ok(());
        }
        for path in paths {
            let mut whole = self.set.iter().filter(|(_, watch)| watch.whole);
            let is_within = whole.any(|(folder, _)| path.starts_with(folder) && path != folder);
            if is_within && files.stat(path).is_ok_and(|stat| stat.kind == Kind::Folder) {
                self.watch(path, true)?;
            }
        }
        Ok(())
    }

    /// Whether it could be set: a folder that vanishes in between can't.
    fn watch(&mut self, folder: &Path, whole: bool) -> Result<bool, Notice> {
        let mode = if whole { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
        for _ in 0..TRIES {
            match self.system.watch(folder, mode) {
                Ok(()) => return Ok(true),
                Err(error) => Notice::of_refusal(&error).map_or(Ok(()), Err)?,
            }
        }
        Ok(false)
    }

    fn unset(&mut self, folder: &Path) {
        // What is not watched any more needs no watch taken off.
        let _ = self.system.unwatch(folder);
        let Some(watch) = self.set.remove(folder) else { return };
        if watch.whole {
            self.set.retain(|other, _| !other.starts_with(folder));
        }
    }
}

/// The watches that are to be set as folders are now: the root by itself, and each folder as a whole. Where one is
/// missing the nearest folder above it is watched by itself, in which it or what leads to it will appear.
fn wanted(files: &dyn Files, watched: &Watched) -> BTreeMap<PathBuf, Watch> {
    let watch = |path: &Path, whole: bool| {
        let stat = files.stat(path).ok().filter(|stat| stat.kind == Kind::Folder)?;
        Some((path.to_owned(), Watch { whole, inode: stat.inode }))
    };
    let mut folders: Vec<PathBuf> = watched.folders.iter().map(|folder| watched::real(files, folder)).collect();
    folders.retain(|folder| *folder != watched.root && !watched.passes_over(folder));
    folders.sort_unstable();
    // A folder stands right before those in it.
    folders.dedup_by(|folder, above| folder.starts_with(above));

    let (there, missing): (Vec<_>, Vec<_>) = folders.into_iter().partition(|folder| watch(folder, true).is_some());
    let above = missing.iter().filter_map(|folder| {
        let below_root = folder.ancestors().skip(1).take_while(|above| **above != watched.root);
        below_root.filter(|above| above.starts_with(&watched.root)).find_map(|above| watch(above, false))
    });
    // Later ones count: a folder that is watched as a whole needs nothing else.
    let outside = above.filter(|(path, _)| !there.iter().any(|folder| path.starts_with(folder)));
    watch(&watched.root, false)
        .into_iter()
        .chain(outside)
        .chain(there.iter().filter_map(|folder| watch(folder, true)))
        .collect()
}
