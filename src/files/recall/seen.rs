//! What was seen at the last look.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::super::{Entry, Kind, Stat};

/// All that is remembered.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Every folder that was listed, by its path without symbolic links.
    folders: BTreeMap<PathBuf, Folder>,
    /// What was asked about by itself, in folders that are not listed.
    lone: BTreeMap<PathBuf, Lone>,
}

/// What asking about one path has given.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lone {
    pub(super) stat: Result<Stat, ErrorKind>,
    /// The file system's time just before it was asked.
    pub(super) looked: SystemTime,
}

/// A folder that was asked for.
#[derive(Debug, Clone)]
pub(super) enum Folder {
    Listed(Arc<Listed>),
    /// It could not be listed. That is no answer for the next one who asks; it is kept so that the day is noticed on
    /// which it can.
    Refused(ErrorKind),
}

/// The entries of a folder.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    /// Sorted by name.
    pub(super) entries: Vec<Entry>,
    /// The file system's time just before they were listed.
    pub(super) looked: SystemTime,
}

/// What memory says of a path.
#[derive(Debug)]
pub(super) enum Answer {
    Known(Option<Stat>),
    Unknown,
}

impl Answer {
    pub(super) fn is_file(&self) -> bool {
        matches!(self, Self::Known(Some(Stat { kind: Kind::File, .. })))
    }
}

impl Listed {
    pub(super) fn entry(&self, path: &Path) -> Option<&Entry> {
        self.position(path).ok().map(|at| &self.entries[at])
    }

    /// Where the entry is, or where it would be.
    fn position(&self, path: &Path) -> Result<usize, usize> {
        self.entries.binary_search_by(|entry| entry.path.file_name().cmp(&path.file_name()))
    }
}

impl Seen {
    pub(super) fn answer(&self, path: &Path) -> Answer {
        let parent = path.parent().and_then(|parent| self.folders.get(parent));
        if let (Some(Folder::Listed(parent)), Some(_)) = (parent, path.file_name()) {
            return Answer::Known(parent.entry(path).map(|entry| entry.stat));
        }
        match self.lone.get(path).map(|lone| &lone.stat) {
            Some(Ok(stat)) => Answer::Known(Some(*stat)),
            Some(Err(ErrorKind::NotFound)) => Answer::Known(None),
            // Who asks is to have the whole error.
            Some(Err(_)) | None => Answer::Unknown,
        }
    }

    pub(super) fn folder(&self, path: &Path) -> Option<&Folder> {
        self.folders.get(path)
    }

    pub(super) fn listed(&self, path: &Path) -> Option<Arc<Listed>> {
        match self.folders.get(path) {
            Some(Folder::Listed(listed)) => Some(Arc::clone(listed)),
            _ => None,
        }
    }

    pub(super) fn is_listed(&self, path: &Path) -> bool {
        matches!(self.folders.get(path), Some(Folder::Listed(_)))
    }

    pub(super) fn folders(&self) -> impl Iterator<Item = &PathBuf> {
        self.folders.keys()
    }

    pub(super) fn lone(&self) -> impl Iterator<Item = &PathBuf> {
        self.lone.keys()
    }

    pub(super) fn get_lone(&self, path: &Path) -> Option<Lone> {
        self.lone.get(path).copied()
    }

    /// Every remembered folder at `path` and below it.
    pub(super) fn folders_from<'a>(&'a self, path: &'a Path) -> impl Iterator<Item = &'a PathBuf> {
        from(&self.folders, path)
    }

    /// Everything at `path` and below it that was asked about by itself.
    pub(super) fn lone_from<'a>(&'a self, path: &'a Path) -> impl Iterator<Item = &'a PathBuf> {
        from(&self.lone, path)
    }

    /// Remembers what listing a folder has given.
    pub(super) fn store(&mut self, path: &Path, found: &io::Result<Arc<Listed>>) {
        let folder = match found {
            Ok(listed) => {
                // The folder knows its entries now. Of two memories of one thing the older would lie some day.
                let told: Vec<_> = self.lone_from(path).filter(|lone| lone.parent() == Some(path)).cloned().collect();
                for lone in told {
                    self.lone.remove(&lone);
                }
                Folder::Listed(Arc::clone(listed))
            }
            Err(error) => Folder::Refused(error.kind()),
        };
        self.folders.insert(path.to_owned(), folder);
    }

    /// Remembers what asking about `path` by itself has given.
    pub(super) fn store_lone(&mut self, path: &Path, lone: Lone) {
        self.lone.insert(path.to_owned(), lone);
    }

    /// Notes what an entry of a listed folder has become, when it is still of the same kind.
    pub(super) fn update(&mut self, path: &Path, stat: Stat) {
        let parent = path.parent().and_then(|parent| self.folders.get_mut(parent));
        if let Some(Folder::Listed(parent)) = parent {
            let parent = Arc::make_mut(parent);
            if let Ok(at) = parent.position(path) {
                parent.entries[at].stat = stat;
            }
        }
    }

    /// Forgets the folders at `path` and below it.
    pub(super) fn forget_folders(&mut self, path: &Path) {
        let gone: Vec<_> = self.folders_from(path).cloned().collect();
        for folder in gone {
            self.folders.remove(&folder);
        }
    }

    /// Forgets `path`, all below it, and the folders above it.
    pub(super) fn forget_around(&mut self, path: &Path) {
        self.forget_folders(path);
        let gone: Vec<_> = self.lone_from(path).cloned().collect();
        for path in gone.iter().map(PathBuf::as_path).chain(path.ancestors()) {
            self.lone.remove(path);
            self.folders.remove(path);
        }
    }
}

/// The keys at `path` and below it: paths are sorted by component, so they stand together.
fn from<'a, T>(map: &'a BTreeMap<PathBuf, T>, path: &'a Path) -> impl Iterator<Item = &'a PathBuf> {
    map.range::<Path, _>((Bound::Included(path), Bound::Unbounded))
        .map(|(key, _)| key)
        .take_while(move |key| key.starts_with(path))
}
