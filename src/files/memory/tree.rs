//! The tree of a file system in memory: paths without links, and what is there.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, ErrorKind};
use std::ops::Bound;
use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;

/// What is at a path.
#[derive(Debug, Clone)]
pub(super) enum Node {
    File { bytes: Vec<u8>, modified: SystemTime },
    Folder,
    Link(PathBuf),
    Other,
}

/// A node with what a file system notes about it.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) node: Node,
    /// Every node that is made gets a new number.
    pub(super) inode: u64,
    /// The ctime, in nanoseconds since 1970. No two changes have the same.
    pub(super) changed: i64,
}

/// Every node by its path. The root folder is always there, and is not in the map.
#[derive(Debug, Default)]
pub(super) struct Tree {
    items: BTreeMap<PathBuf, Item>,
    /// Seconds since 1970.
    pub(super) clock: u64,
    /// How many changes there were.
    changes: u32,
}

/// How many links one path may follow, as on Linux.
const LINKS: usize = 40;

impl Tree {
    /// What is at a path that has no links in it.
    pub(super) fn item(&self, path: &Path) -> io::Result<&Item> {
        if path.parent().is_none() {
            return Ok(&Item { node: Node::Folder, inode: 0, changed: 0 });
        }
        self.items.get(path).ok_or_else(|| ErrorKind::NotFound.into())
    }

    /// The node at a path that has no links in it.
    pub(super) fn node(&self, path: &Path) -> io::Result<&Node> {
        self.item(path).map(|item| &item.node)
    }

    /// Gives a file other bytes and leaves all that is noted about it as it was.
    pub(super) fn change_unseen(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let path = self.follow(path)?;
        match self.items.get_mut(&path).map(|item| &mut item.node) {
            Some(Node::File { bytes: held, .. }) if held.len() == bytes.len() => {
                held.copy_from_slice(bytes);
                Ok(())
            }
            _ => Err(ErrorKind::InvalidInput.into()),
        }
    }

    /// The ctime of a change that happens now.
    fn change(&mut self) -> i64 {
        self.changes += 1;
        let seconds = i64::try_from(self.clock).unwrap_or(i64::MAX);
        seconds.saturating_mul(1_000_000_000).saturating_add(i64::from(self.changes))
    }

    fn put(&mut self, path: PathBuf, node: Node) {
        let changed = self.change();
        self.items.insert(path, Item { node, inode: u64::from(self.changes), changed });
    }

    /// Everything below a folder, sorted by components.
    pub(super) fn below<'a>(&'a self, folder: &'a Path) -> impl Iterator<Item = (&'a Path, &'a Item)> {
        self.items
            .range::<Path, _>((Bound::Excluded(folder), Bound::Unbounded))
            .map(|(path, item)| (path.as_path(), item))
            .take_while(move |(path, _)| path.starts_with(folder))
    }

    /// The path with every link followed. Its last component may be missing.
    pub(super) fn follow(&self, path: &Path) -> io::Result<PathBuf> {
        self.resolve(path, true)
    }

    /// The path with every link followed but the last component.
    pub(super) fn locate(&self, path: &Path) -> io::Result<PathBuf> {
        self.resolve(path, false)
    }

    fn resolve(&self, path: &Path, last: bool) -> io::Result<PathBuf> {
        let mut at = PathBuf::from("/");
        let mut links = 0;
        let mut todo = Vec::new();
        push(&mut todo, path);
        while let Some(step) = todo.pop() {
            let name = match step {
                Step::Root => {
                    at = PathBuf::from("/");
                    continue;
                }
                Step::Up => {
                    at.pop();
                    continue;
                }
                Step::Down(name) => name,
            };
            let next = at.join(&name);
            match self.items.get(&next).map(|item| &item.node) {
                Some(Node::Link(target)) if last || !todo.is_empty() => {
                    links += 1;
                    if links > LINKS {
                        return Err(io::Error::other("symbolic links go in a circle"));
                    }
                    push(&mut todo, target);
                }
                Some(Node::Folder) => at = next,
                None if !todo.is_empty() => return Err(ErrorKind::NotFound.into()),
                Some(_) if !todo.is_empty() => return Err(ErrorKind::NotADirectory.into()),
                _ => return Ok(next),
            }
        }
        Ok(at)
    }

    pub(super) fn insert(&mut self, path: &Path, node: Node) -> io::Result<()> {
        if let Some(folder) = path.parent() {
            self.make_folder(folder)?;
        }
        let path = self.locate(path)?;
        if matches!(self.node(&path), Ok(Node::Folder)) {
            return Err(ErrorKind::IsADirectory.into());
        }
        self.put(path, node);
        Ok(())
    }

    pub(super) fn make_folder(&mut self, path: &Path) -> io::Result<()> {
        let mut folders: Vec<_> = path.ancestors().collect();
        while let Some(folder) = folders.pop() {
            let folder = self.follow(folder)?;
            match self.node(&folder) {
                Ok(Node::Folder) => {}
                Ok(_) => return Err(ErrorKind::NotADirectory.into()),
                Err(_) => self.put(folder, Node::Folder),
            }
        }
        Ok(())
    }

    pub(super) fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        let from = self.locate(from)?;
        let item = self.item(&from)?.clone();
        if let Some(folder) = to.parent() {
            self.make_folder(folder)?;
        }
        let to = self.locate(to)?;
        match (&item.node, self.node(&to)) {
            (Node::Folder, _) if to.starts_with(&from) => return Err(ErrorKind::InvalidInput.into()),
            (Node::Folder, Ok(Node::Folder)) => self.remove_empty_folder(&to)?,
            (Node::Folder, Ok(_)) => return Err(ErrorKind::NotADirectory.into()),
            (_, Ok(Node::Folder)) => return Err(ErrorKind::IsADirectory.into()),
            _ => {}
        }
        let below: Vec<PathBuf> = self.below(&from).map(|(path, _)| path.to_owned()).collect();
        for path in below {
            if let (Ok(rest), Some(item)) = (path.strip_prefix(&from), self.items.remove(&path)) {
                self.items.insert(to.join(rest), item);
            }
        }
        self.items.remove(&from);
        let changed = self.change();
        self.items.insert(to, Item { changed, ..item });
        Ok(())
    }

    pub(super) fn remove_file(&mut self, path: &Path) -> io::Result<()> {
        let path = self.locate(path)?;
        if matches!(self.node(&path)?, Node::Folder) {
            return Err(ErrorKind::IsADirectory.into());
        }
        self.items.remove(&path);
        Ok(())
    }

    pub(super) fn remove_empty_folder(&mut self, path: &Path) -> io::Result<()> {
        let path = self.folder(path)?;
        if self.below(&path).next().is_some() {
            return Err(ErrorKind::DirectoryNotEmpty.into());
        }
        self.items.remove(&path);
        Ok(())
    }

    pub(super) fn remove_tree(&mut self, path: &Path) -> io::Result<()> {
        let path = self.folder(path)?;
        self.items.retain(|other, _| !other.starts_with(&path));
        Ok(())
    }

    fn folder(&self, path: &Path) -> io::Result<PathBuf> {
        let path = self.locate(path)?;
        match self.node(&path)? {
            Node::Folder => Ok(path),
            _ => Err(ErrorKind::NotADirectory.into()),
        }
    }
}

/// A step of a path that is being followed.
enum Step {
    Root,
    Up,
    Down(OsString),
}

/// Puts the steps of `path` before those that are left to do; the next step is the last item.
fn push(todo: &mut Vec<Step>, path: &Path) {
    todo.extend(path.components().rev().filter_map(|component| match component {
        Component::Prefix(_) | Component::CurDir => None,
        Component::RootDir => Some(Step::Root),
        Component::ParentDir => Some(Step::Up),
        Component::Normal(name) => Some(Step::Down(name.to_owned())),
    }));
}
