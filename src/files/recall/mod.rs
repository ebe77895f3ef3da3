//! A file system that remembers what it was asked for, so that walking it again costs no system call.

mod places;
mod refresh;
mod seen;
#[cfg(test)]
mod tests;

pub use refresh::Changes;

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::thread;
use std::time::{Duration, SystemTime};

use self::seen::{Answer, Listed, Lone, Seen};
use super::{Aside, Entry, Files, Kind, Lock, Stat, WalkError};

/// Many editors empty a file before they write it, and nobody wants to see it so. One that has become empty is believed
/// to be meant so after this time.
const PATIENCE: Duration = Duration::from_millis(100);
/// How often to look whether it is written.
const STEP: Duration = Duration::from_millis(5);

/// A file system that remembers the entries of every folder that it was asked for, and whatever else it was asked about.
///
/// [`walk`](Files::walk), [`list`](Files::list) and [`stat`](Files::stat) are answered from memory where that knows, and
/// the answer is as old as the last look: only [`refresh`](Recall::refresh) looks again. Walks give what the file system
/// behind gave at that look, in the same order and with the same errors. Of a *folder*, the length and the times may be
/// older still, since a folder is not asked for its own when something in it has changed. Folders that can't be read,
/// and those that are reached through a symbolic link, are asked for each time. Reading, links and all that writes goes
/// to the file system behind; what a write touches is forgotten, and asked for when it is wanted. Reading a file that has
/// just become empty waits for the bytes.
pub struct Recall {
    inner: Arc<dyn Files>,
    seen: RwLock<Seen>,
}

impl Recall {
    /// Remembers what `inner` is asked for from now on.
    #[must_use]
    pub fn new(inner: Arc<dyn Files>) -> Self {
        Self { inner, seen: RwLock::default() }
    }

    /// Whether something was at `path` at the last look, as far as that is remembered.
    #[must_use]
    pub fn knows(&self, path: &Path) -> bool {
        let seen = self.seen();
        seen.is_listed(path) || matches!(seen.answer(path), Answer::Known(Some(_)))
    }

    /// Whether a file has become what it is just now.
    fn is_fresh(&self, path: &Path) -> bool {
        let became = self.inner.stat(path).map(|stat| stat.became());
        became.is_ok_and(|became| became + PATIENCE > self.inner.now())
    }

    /// The entries of a folder, from memory where it has them.
    fn listed(&self, folder: &Path) -> io::Result<Arc<Listed>> {
        if let Some(listed) = self.seen().listed(folder) {
            return Ok(listed);
        }
        let looked = self.inner.now();
        let found = self.inner.list(folder).map(|entries| Arc::new(Listed { entries, looked }));
        if self.is_real(folder) {
            self.seen_mut().store(folder, &found);
        }
        found
    }

    /// Whether a path leads through no symbolic link. One that leads nowhere may.
    fn is_real(&self, folder: &Path) -> bool {
        let parent = folder.parent().and_then(|parent| self.seen().listed(parent));
        match parent {
            Some(parent) => parent.entry(folder).is_none_or(|entry| entry.stat.kind == Kind::Folder),
            None => match self.inner.real(folder) {
                Ok(real) => real == folder,
                Err(error) => error.kind() == ErrorKind::NotFound,
            },
        }
    }

    fn walk_into(&self, folder: &Path, keep: &dyn Fn(&Path) -> bool, found: &mut Vec<Result<Entry, WalkError>>) {
        let Ok(listed) = self.listed(folder) else {
            // What can't be listed may still tell some of its entries, and why it doesn't tell the others.
            found.extend(self.inner.walk(folder, keep));
            return;
        };
        for entry in &listed.entries {
            if keep(&entry.path) {
                found.push(Ok(entry.clone()));
                if entry.stat.kind == Kind::Folder {
                    self.walk_into(&entry.path, keep, found);
                }
            }
        }
    }

    /// Forgets what something that was written, moved or removed at `path` may have changed.
    fn forgetting<T>(&self, paths: &[&Path], result: io::Result<T>) -> io::Result<T> {
        let mut seen = self.seen_mut();
        for path in paths {
            seen.forget_around(path);
        }
        result
    }

    fn seen(&self) -> RwLockReadGuard<'_, Seen> {
        self.seen.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn seen_mut(&self) -> RwLockWriteGuard<'_, Seen> {
        self.seen.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Files for Recall {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut waited = Duration::ZERO;
        loop {
            let bytes = self.inner.read(path)?;
            if !bytes.is_empty() || waited >= PATIENCE || !self.is_fresh(path) {
                return Ok(bytes);
            }
            thread::sleep(STEP);
            waited += STEP;
        }
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn io::Read + Send>> {
        self.inner.open(path)
    }

    fn stat(&self, path: &Path) -> io::Result<Stat> {
        let answer = self.seen().answer(path);
        match answer {
            Answer::Known(Some(stat)) => Ok(stat),
            Answer::Known(None) => Err(ErrorKind::NotFound.into()),
            Answer::Unknown => {
                let looked = self.inner.now();
                let found = self.inner.stat(path);
                let stat = found.as_ref().copied().map_err(io::Error::kind);
                self.seen_mut().store_lone(path, Lone { stat, looked });
                found
            }
        }
    }

    fn walk(&self, folder: &Path, keep: &dyn Fn(&Path) -> bool) -> Vec<Result<Entry, WalkError>> {
        let mut found = Vec::new();
        self.walk_into(folder, keep, &mut found);
        found
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        self.listed(folder).map(|listed| listed.entries.clone())
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        self.inner.real(path)
    }

    fn link_target(&self, path: &Path) -> io::Result<PathBuf> {
        self.inner.link_target(path)
    }

    fn aside(&self, folder: &Path) -> io::Result<Box<dyn Aside>> {
        self.inner.aside(folder)
    }

    fn now(&self) -> SystemTime {
        self.inner.now()
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<Stat> {
        self.forgetting(&[path], self.inner.write(path, bytes))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.forgetting(&[from, to], self.inner.rename(from, to))
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.forgetting(&[path], self.inner.make_folder(path))
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.forgetting(&[path], self.inner.remove_file(path))
    }

    fn remove_empty_folder(&self, path: &Path) -> io::Result<()> {
        self.forgetting(&[path], self.inner.remove_empty_folder(path))
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        self.forgetting(&[path], self.inner.remove_tree(path))
    }

    fn lock(&self, path: &Path) -> io::Result<Lock> {
        self.forgetting(&[path], self.inner.lock(path))
    }
}

impl fmt::Debug for Recall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recall").field("seen", &*self.seen()).finish_non_exhaustive()
    }
}
