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

/// Every node by its path. The root folder is always there, and is not in the map.
#[derive(Debug, Default)]
pub(super) struct Tree(BTreeMap<PathBuf, Node>);

/// How many links one path may follow, as on Linux.
const LINKS: usize = 40;

impl Tree {
    /// The node at a path that has no links in it.
    pub(super) fn node(&self, path: &Path) -> io::Result<&Node> {
        if path.parent().is_none() {
            return Ok(&Node::Folder);
        }
        self.0.get(path).ok_or_else(|| ErrorKind::NotFound.into())
    }

    /// Everything below a folder, sorted by components.
    pub(super) fn below<'a>(&'a self, folder: &'a Path) -> impl Iterator<Item = (&'a Path, &'a Node)> {
        self.0
            .range::<Path, _>((Bound::Excluded(folder), Bound::Unbounded))
            .map(|(path, node)| (path.as_path(), node))
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
            match self.0.get(&next) {
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
        self.0.insert(path, node);
        Ok(())
    }

    pub(super) fn make_folder(&mut self, path: &Path) -> io::Result<()> {
        let mut folders: Vec<_> = path.ancestors().collect();
        while let Some(folder) = folders.pop() {
            let folder = self.follow(folder)?;
            match self.node(&folder) {
                Ok(Node::Folder) => {}
                Ok(_) => return Err(ErrorKind::NotADirectory.into()),
                Err(_) => drop(self.0.insert(folder, Node::Folder)),
            }
        }
        Ok(())
    }

    pub(super) fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        let from = self.locate(from)?;
        let node = self.node(&from)?.clone();
        if let Some(folder) = to.parent() {
            self.make_folder(folder)?;
        }
        let to = self.locate(to)?;
        match (&node, self.node(&to)) {
            (Node::Folder, _) if to.starts_with(&from) => return Err(ErrorKind::InvalidInput.into()),
            (Node::Folder, Ok(Node::Folder)) => self.remove_empty_folder(&to)?,
            (Node::Folder, Ok(_)) => return Err(ErrorKind::NotADirectory.into()),
            (_, Ok(Node::Folder)) => return Err(ErrorKind::IsADirectory.into()),
            _ => {}
        }
        let below: Vec<PathBuf> = self.below(&from).map(|(path, _)| path.to_owned()).collect();
        for path in below {
            if let (Ok(rest), Some(node)) = (path.strip_prefix(&from), self.0.remove(&path)) {
                self.0.insert(to.join(rest), node);
            }
        }
        self.0.remove(&from);
        self.0.insert(to, node);
        Ok(())
    }

    pub(super) fn remove_file(&mut self, path: &Path) -> io::Result<()> {
        let path = self.locate(path)?;
        if matches!(self.node(&path)?, Node::Folder) {
            return Err(ErrorKind::IsADirectory.into());
        }
        self.0.remove(&path);
        Ok(())
    }

    pub(super) fn remove_empty_folder(&mut self, path: &Path) -> io::Result<()> {
        let path = self.folder(path)?;
        if self.below(&path).next().is_some() {
            return Err(ErrorKind::DirectoryNotEmpty.into());
        }
        self.0.remove(&path);
        Ok(())
    }

    pub(super) fn remove_tree(&mut self, path: &Path) -> io::Result<()> {
        let path = self.folder(path)?;
        self.0.retain(|other, _| !other.starts_with(&path));
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
