//! Looking again, and telling what has changed.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use rayon::prelude::*;

use super::super::{Entry, Hint, Kind, Stat};
use super::Recall;
use super::places::Places;
use super::seen::{Answer, Folder, Listed, Lone};

/// What has changed since the last look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Something appeared, vanished or changed its kind, a link leads elsewhere, or a folder can no longer be read or
    /// can be again: what a walk gives may be another.
    pub entries: bool,
    /// The regular files that were there, are there, and may have other bytes now. What has appeared is not among them.
    pub files: BTreeSet<PathBuf>,
}

/// So many questions to the file system are too few to be shared among threads.
const FEW: usize = 64;

/// What comparing has found.
#[derive(Default)]
struct Found {
    changes: Changes,
    /// Folders that are no longer there.
    gone: Vec<PathBuf>,
    /// Folders that have been replaced by others of the same name.
    replaced: Vec<PathBuf>,
}

impl Changes {
    /// Whether nothing has changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.entries && self.files.is_empty()
    }
}

impl Recall {
    /// Looks again where the hint says, and tells what has changed since the last look.
    ///
    /// A named path is compared with what is remembered of it; where something has appeared or vanished, its whole
    /// folder is listed again. A named folder is listed again with all that is remembered below it. Of what nobody has
    /// asked for, nothing is told, except that a named path that nothing is known about is taken to be a change.
    ///
    /// A named file is always told as one that may have changed, since some editors keep its length and its times. For
    /// [`Hint::Everything`] these are the files that are known as others now, and those that had changed so shortly
    /// before the last look that one more change might not show.
    pub fn refresh(&self, hint: &Hint) -> Changes {
        let mut found = Found::default();
        match hint {
            Hint::Everything => {
                let all = Places::all(&self.seen());
                self.look(all, true, &mut found);
            }
            Hint::Paths(paths) => {
                let before: Vec<Answer> = paths.iter().map(|path| self.seen().answer(path)).collect();
                let places = Places::named(&self.seen(), paths);
                let unknown = places.unknown.clone();
                self.look(places, false, &mut found);
                let named = paths.iter().zip(before).filter(|(_, before)| before.is_file());
                let kept = named.filter(|(path, _)| self.seen().answer(path).is_file());
                found.changes.files.extend(kept.map(|(path, _)| path.clone()));
                self.ask_about(&unknown, &mut found.changes);
            }
        }
        found.changes
    }

    /// Looks at all of `places`, and at what turns out to need a look then. Where `suspects`, files are told of which a
    /// change might not show.
    fn look(&self, mut places: Places, mut suspects: bool, found: &mut Found) {
        while !places.is_empty() {
            self.ask_again(&mut places, suspects, found);
            self.list_again(&places, suspects, found);
            let mut seen = self.seen_mut();
            places = Places::default();
            for gone in found.gone.drain(..) {
                seen.forget_folders(&gone);
                places.lone.extend(seen.lone_from(&gone).cloned());
            }
            for replaced in found.replaced.drain(..) {
                places.add_below(&seen, &replaced);
            }
            suspects = false;
        }
    }

    /// Looks at single entries, and adds the folders of those that came or went to the folders to list.
    fn ask_again(&self, places: &mut Places, suspects: bool, found: &mut Found) {
        let in_folder =
            places.entries.iter().filter(|path| path.parent().is_none_or(|it| !places.folders.contains(it)));
        let looked = self.inner.now();
        let entries = self.ask(in_folder);
        let lone = self.ask(&places.lone);
        let mut seen = self.seen_mut();
        for (path, stat) in entries {
            let Answer::Known(before) = seen.answer(&path) else { continue };
            match (before, stat) {
                (Some(before), Ok(now)) if before.kind == now.kind => {
                    found.compare(&path, Some(&before), Some(&now), None);
                    seen.update(&path, now);
                }
                (None, Err(_)) => {}
                _ => places.folders.extend(path.parent().map(Path::to_owned)),
            }
        }
        for (path, stat) in lone {
            let Some(before) = seen.get_lone(&path) else { continue };
            let now = Lone { stat: stat.map_err(|error| error.kind()), looked };
            let suspect_since = suspects.then_some(before.looked);
            found.compare(&path, before.stat.as_ref().ok(), now.stat.as_ref().ok(), suspect_since);
            found.changes.entries |= before.stat.err() != now.stat.err();
            seen.store_lone(&path, now);
        }
    }

    fn ask<'a>(&self, paths: impl IntoIterator<Item = &'a PathBuf>) -> Vec<(PathBuf, io::Result<Stat>)> {
        let paths: Vec<PathBuf> = paths.into_iter().cloned().collect();
        let asked = paths.into_par_iter().with_min_len(FEW).map(|path| {
            let stat = self.inner.stat(&path);
            (path, stat)
        });
        asked.collect()
    }

    fn list_again(&self, places: &Places, suspects: bool, found: &mut Found) {
        let folders: Vec<(&PathBuf, bool)> = {
            let seen = self.seen();
            // Whether its own folder tells that it still is a folder and no link to one.
            let is_told = |folder: &Path| folder.parent().is_some_and(|parent| seen.is_listed(parent));
            places.folders.iter().map(|folder| (folder, is_told(folder))).collect()
        };
        let looked = self.inner.now();
        let list = |(folder, is_told): (&PathBuf, bool)| {
            if !is_told && self.inner.stat(folder)?.kind == Kind::Symlink {
                return Err(io::Error::other("a link took its place"));
            }
            self.inner.list(folder).map(|entries| Arc::new(Listed { entries, looked }))
        };
        let listed: Vec<_> = folders.into_par_iter().map(|folder| (folder.0, list(folder))).collect();

        // A folder comes before those in it, so that nothing is said of what is in a folder that is gone.
        let mut seen = self.seen_mut();
        for (path, now) in listed {
            let is_gone = found.gone.iter().any(|gone| path.starts_with(gone));
            let Some(before) = seen.folder(path).filter(|_| !is_gone).cloned() else { continue };
            found.compare_folders(&before, &now, suspects);
            seen.store(path, &now);
        }
    }

    /// Looks at named paths of which nothing is remembered, not even that they were not there.
    fn ask_about(&self, paths: &BTreeSet<PathBuf>, changes: &mut Changes) {
        for path in paths {
            changes.entries = true;
            if self.inner.stat(path).is_ok_and(|stat| stat.kind == Kind::File) {
                changes.files.insert(path.clone());
            }
        }
    }
}

impl Found {
    fn compare_folders(&mut self, before: &Folder, now: &io::Result<Arc<Listed>>, suspects: bool) {
        match (before, now) {
            (Folder::Listed(before), Ok(now)) => {
                let looked = suspects.then_some(before.looked);
                merge(&before.entries, &now.entries, |path, before, now| self.compare(path, before, now, looked));
            }
            (Folder::Listed(before), Err(_)) => {
                self.changes.entries = true;
                let folders = before.entries.iter().filter(|entry| entry.stat.kind == Kind::Folder);
                self.gone.extend(folders.map(|entry| entry.path.clone()));
            }
            (Folder::Refused(before), Err(now)) => self.changes.entries |= *before != now.kind(),
            (Folder::Refused(_), Ok(_)) => self.changes.entries = true,
        }
    }

    /// Compares what was at a path with what is there now. `looked` is when it was looked at before, where a change
    /// since then might not show.
    fn compare(&mut self, path: &Path, before: Option<&Stat>, now: Option<&Stat>, looked: Option<SystemTime>) {
        match (before, now) {
            (None, None) => {}
            (Some(before), Some(now)) if before.kind == now.kind => match now.kind {
                Kind::File if before != now || looked.is_some_and(|looked| now.is_recent(looked)) => {
                    self.changes.files.insert(path.to_owned());
                }
                Kind::Folder if before.inode != now.inode => self.replaced.push(path.to_owned()),
                Kind::Symlink if before != now => self.changes.entries = true,
                Kind::File | Kind::Folder | Kind::Symlink | Kind::Other => {}
            },
            (before, _) => {
                self.changes.entries = true;
                if before.is_some_and(|before| before.kind == Kind::Folder) {
                    self.gone.push(path.to_owned());
                }
            }
        }
    }
}

/// Calls `each` for every path that one of two sorted folders has.
fn merge(before: &[Entry], now: &[Entry], mut each: impl FnMut(&Path, Option<&Stat>, Option<&Stat>)) {
    let (mut before, mut now) = (before.iter().peekable(), now.iter().peekable());
    loop {
        let order = match (before.peek(), now.peek()) {
            (Some(before), Some(now)) => before.path.file_name().cmp(&now.path.file_name()),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return,
        };
        let old = if order.is_le() { before.next() } else { None };
        let new = if order.is_ge() { now.next() } else { None };
        if let Some(Entry { path, .. }) = old.or(new) {
            each(path, old.map(|it| &it.stat), new.map(|it| &it.stat));
        }
    }
}
