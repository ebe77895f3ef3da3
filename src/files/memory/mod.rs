//! A file system in memory, for tests: it has links, a clock of its own, and errors on demand.

mod tree;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::{Duration, SystemTime};

use self::tree::{Item, Node, Tree};
use super::{Aside, Entry, Files, Kind, Lock, Stat, WalkError};

/// A file system in memory; a clone is the same one. Each write is one second later than the one before, beginning at 1970-01-01T00:00:00Z.
#[derive(Debug, Default, Clone)]
pub struct Memory(Arc<RwLock<State>>);

#[derive(Debug, Default)]
struct State {
    tree: Tree,
    unreadable: BTreeSet<PathBuf>,
    unwritable: BTreeSet<PathBuf>,
}

impl Memory {
    /// An empty file system.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// This file system with one more file.
    ///
    /// # Panics
    /// When a folder is at `path`, or a file above it.
    #[must_use]
    pub fn with(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.put(path, bytes);
        self
    }

    /// Writes a file.
    ///
    /// # Panics
    /// When a folder is at `path`, or a file above it.
    pub fn put(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let written = self.write(Path::new(path), bytes.as_ref());
        assert!(written.is_ok(), "{path}: {written:?}");
    }

    /// Gives a file other bytes of the same length and leaves its [`Stat`] as it was: what a write does that comes before
    /// the file system's clock has moved on.
    ///
    /// # Panics
    /// When no file of this length is at `path`.
    pub fn change_unseen(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let changed = self.state_mut().tree.change_unseen(Path::new(path), bytes.as_ref());
        assert!(changed.is_ok(), "{path}: {changed:?}");
    }

    /// Makes a symbolic link, and the folders above it.
    ///
    /// # Panics
    /// When a file is above `path`.
    pub fn link(&self, path: &str, target: &str) {
        self.insert(path, Node::Link(PathBuf::from(target)));
    }

    /// Makes something that is neither file, folder nor link: a FIFO, a socket.
    ///
    /// # Panics
    /// When a file is above `path`.
    pub fn other(&self, path: &str) {
        self.insert(path, Node::Other);
    }

    /// Sets the time of the next write, in seconds since 1970-01-01T00:00:00Z.
    pub fn set_clock(&self, seconds: u64) {
        self.state_mut().tree.clock = seconds;
    }

    /// From now on nothing at `path` or below it can be read or listed.
    pub fn break_reads(&self, path: &str) {
        self.state_mut().unreadable.insert(PathBuf::from(path));
    }

    /// From now on nothing at `path` or below it can be written, moved or removed.
    pub fn break_writes(&self, path: &str) {
        self.state_mut().unwritable.insert(PathBuf::from(path));
    }

    /// Ends all that [`Memory::break_reads`] and [`Memory::break_writes`] began.
    pub fn mend(&self) {
        let mut state = self.state_mut();
        state.unreadable.clear();
        state.unwritable.clear();
    }

    /// Every file below `folder`: its path from there, and its text (lossy where it is not UTF-8).
    #[must_use]
    pub fn texts(&self, folder: &str) -> BTreeMap<String, String> {
        let state = self.state();
        let below = state.tree.below(Path::new(folder));
        below
            .filter_map(|(path, item)| {
                let Node::File { bytes, .. } = &item.node else { return None };
                let path = path.strip_prefix(folder).ok()?;
                Some((path.to_string_lossy().into_owned(), String::from_utf8_lossy(bytes).into_owned()))
            })
            .collect()
    }

    fn insert(&self, path: &str, node: Node) {
        let mut state = self.state_mut();
        let made = state.tree.insert(Path::new(path), node);
        assert!(made.is_ok(), "{path}: {made:?}");
    }

    fn state(&self) -> RwLockReadGuard<'_, State> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn state_mut(&self) -> RwLockWriteGuard<'_, State> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// The state, where none of `paths` refuses to be written.
    fn writable(&self, paths: &[&Path]) -> io::Result<RwLockWriteGuard<'_, State>> {
        let state = self.state_mut();
        let refused = paths.iter().any(|path| state.unwritable.iter().any(|broken| path.starts_with(broken)));
        if refused { Err(ErrorKind::PermissionDenied.into()) } else { Ok(state) }
    }
}

impl State {
    fn readable(&self, path: &Path) -> io::Result<()> {
        let refused = self.unreadable.iter().any(|broken| path.starts_with(broken));
        if refused { Err(ErrorKind::PermissionDenied.into()) } else { Ok(()) }
    }
}

impl Files for Memory {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let state = self.state();
        let path = state.tree.follow(path)?;
        state.readable(&path)?;
        match state.tree.node(&path)? {
            Node::File { bytes, .. } => Ok(bytes.clone()),
            _ => Err(io::Error::other("not a regular file")),
        }
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn io::Read + Send>> {
        Ok(Box::new(io::Cursor::new(self.read(path)?)))
    }

    fn stat(&self, path: &Path) -> io::Result<Stat> {
        let state = self.state();
        let path = state.tree.locate(path)?;
        state.tree.item(&path).map(stat)
    }

    fn walk(&self, folder: &Path, keep: &dyn Fn(&Path) -> bool) -> Vec<Result<Entry, WalkError>> {
        let state = self.state();
        let Ok(real) = state.tree.follow(folder) else { return Vec::new() };
        let mut entries = Vec::new();
        let mut passed_over: Option<&Path> = None;
        if let (Err(error), Ok(Node::Folder)) = (state.readable(&real), state.tree.node(&real)) {
            return vec![Err(WalkError { path: folder.to_owned(), error })];
        }
        for (path, item) in state.tree.below(&real) {
            if passed_over.is_some_and(|above| path.starts_with(above)) {
                continue;
            }
            let Ok(below) = path.strip_prefix(&real) else { continue };
            let told = folder.join(below);
            if !keep(&told) {
                passed_over = Some(path);
                continue;
            }
            entries.push(Ok(Entry { path: told.clone(), stat: stat(item) }));
            if let (Err(error), Node::Folder) = (state.readable(path), &item.node) {
                entries.push(Err(WalkError { path: told, error }));
                passed_over = Some(path);
            }
        }
        entries
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        let state = self.state();
        let real = state.tree.follow(folder)?;
        match state.tree.node(&real)? {
            Node::Folder => state.readable(&real)?,
            _ => return Err(ErrorKind::NotADirectory.into()),
        }
        let top = state.tree.below(&real).filter(|(path, _)| path.parent() == Some(&real));
        let entry =
            |(path, item): (&Path, &Item)| Some(Entry { path: folder.join(path.file_name()?), stat: stat(item) });
        Ok(top.filter_map(entry).collect())
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        let state = self.state();
        let path = state.tree.follow(path)?;
        state.tree.node(&path)?;
        Ok(path)
    }

    fn link_target(&self, path: &Path) -> io::Result<PathBuf> {
        let state = self.state();
        let path = state.tree.locate(path)?;
        match state.tree.node(&path)? {
            Node::Link(target) => Ok(target.clone()),
            _ => Err(ErrorKind::InvalidInput.into()),
        }
    }

    fn now(&self) -> SystemTime {
        time(self.state().tree.clock)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<Stat> {
        let mut state = self.writable(&[path])?;
        let modified = time(state.tree.clock);
        state.tree.insert(path, Node::File { bytes: bytes.to_vec(), modified })?;
        state.tree.clock += 1;
        let path = state.tree.locate(path)?;
        state.tree.item(&path).map(stat)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.writable(&[from, to])?.tree.rename(from, to)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.writable(&[path])?.tree.make_folder(path)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.writable(&[path])?.tree.remove_file(path)
    }

    fn remove_empty_folder(&self, path: &Path) -> io::Result<()> {
        self.writable(&[path])?.tree.remove_empty_folder(path)
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        self.writable(&[path])?.tree.remove_tree(path)
    }

    fn aside(&self, _: &Path) -> io::Result<Box<dyn Aside>> {
        Ok(Box::new(Unnamed(RwLock::default())))
    }

    /// Always granted: there is nobody else in this memory.
    fn lock(&self, path: &Path) -> io::Result<Lock> {
        match self.stat(path) {
            Ok(Stat { kind: Kind::File, .. }) => {}
            Ok(_) => return Err(io::Error::other("not a regular file")),
            Err(_) => drop(self.write(path, &[])?),
        }
        Ok(Lock(Box::new(())))
    }
}

/// A file without a name.
struct Unnamed(RwLock<Vec<u8>>);

impl Aside for Unnamed {
    fn write(&self, bytes: &[u8], at: u64) -> io::Result<()> {
        let (mut all, at) = (self.0.write().unwrap_or_else(PoisonError::into_inner), place(at)?);
        let end = all.len().max(at + bytes.len());
        all.resize(end, 0);
        all[at..at + bytes.len()].copy_from_slice(bytes);
        Ok(())
    }

    fn read(&self, bytes: &mut [u8], at: u64) -> io::Result<()> {
        let (all, at) = (self.0.read().unwrap_or_else(PoisonError::into_inner), place(at)?);
        bytes.copy_from_slice(all.get(at..at + bytes.len()).ok_or(ErrorKind::UnexpectedEof)?);
        Ok(())
    }
}

fn place(at: u64) -> io::Result<usize> {
    usize::try_from(at).map_err(|_| ErrorKind::FileTooLarge.into())
}

fn time(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

fn stat(item: &Item) -> Stat {
    let (kind, len, modified) = match &item.node {
        Node::File { bytes, modified } => (Kind::File, bytes.len() as u64, *modified),
        Node::Folder => (Kind::Folder, 0, SystemTime::UNIX_EPOCH),
        Node::Link(_) => (Kind::Symlink, 0, SystemTime::UNIX_EPOCH),
        Node::Other => (Kind::Other, 0, SystemTime::UNIX_EPOCH),
    };
    Stat { kind, len, modified, inode: item.inode, changed: item.changed }
}
