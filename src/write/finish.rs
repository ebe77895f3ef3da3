//! The end of a build: files are moved into place, and what is gone is removed.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{self, ErrorKind};

use super::manifest::{self, Manifest};
use super::path::OutPath;
use super::stage::Staged;
use super::survey::{Folders, InTheWay, State, survey};
use super::{Counts, Output, collide, refused};
use crate::files::{Entry, Kind, reason};
use crate::problem::Problem;

/// What is to be done to the output.
pub(super) struct Change {
    /// What is to be in the output.
    pub(super) new: Manifest,
    /// What waits in the staging folder, sorted.
    pub(super) staged: Vec<(OutPath, Staged)>,
    /// What an earlier build wrote and this one does not have, sorted.
    pub(super) gone: Vec<OutPath>,
}

/// Why a build was not brought to its end.
#[derive(Debug)]
pub struct Unfinished {
    /// What was wrong.
    pub problems: Vec<Problem>,
    /// Whether the output may be partly new.
    pub is_begun: bool,
}

/// What the file system refused.
struct Failure {
    message: String,
    is_begun: bool,
}

impl Output<'_> {
    /// Moves what has changed into place, removes what is gone with the folders left empty by that, and writes the
    /// manifest.
    ///
    /// # Errors
    /// Everything that was wrong with what was put; files of one build in each other's way (`duplicate-route`); strangers
    /// on routes of ours (`output-refused`). Then the output is as it was. Where the file system refuses in the midst of
    /// moving, the output may be partly new, and the next build puts it right.
    pub fn finish(self) -> Result<Counts, Unfinished> {
        let not_begun = |problems| Unfinished { problems, is_begun: false };
        let change = self.change().map_err(not_begun)?;
        let in_the_way =
            if self.empty { Ok(InTheWay::default()) } else { survey(&self, &change) }.map_err(not_begun)?;
        let removed = self.apply(&change, &in_the_way).map_err(|Failure { message, is_begun }| {
            let shown = &self.folder.shown;
            let state = if is_begun { "may be partly new" } else { "is as it was" };
            let problem = refused(message).help(format!("`{shown}` {state}: mend this, and build again"));
            Unfinished { problems: vec![problem], is_begun }
        })?;
        let written = change.staged.len();
        Ok(Counts { written, unchanged: change.new.len() - written, removed })
    }

    fn change(&self) -> Result<Change, Vec<Problem>> {
        let mut taken = self.taken();
        let mut problems = std::mem::take(&mut taken.problems);
        problems.extend(collide::collisions(&taken));
        if !problems.is_empty() {
            problems.sort_by(|a, b| (a.name, &a.message).cmp(&(b.name, &b.message)));
            return Err(problems);
        }
        let mut staged = Vec::new();
        let new: Manifest = std::mem::take(&mut taken.files)
            .into_iter()
            .filter_map(|(path, file)| {
                let file = file?;
                staged.extend(file.staged.map(|number| (path.clone(), number)));
                Some((path, file.record))
            })
            .collect();
        // In an empty output nothing of an earlier build is left to remove.
        let gone = self.old.keys().filter(|path| !self.empty && !new.contains_key(path.as_str())).cloned().collect();
        Ok(Change { new, staged, gone })
    }

    /// Does it all, and tells how many files were removed.
    fn apply(&self, change: &Change, in_the_way: &InTheWay) -> Result<usize, Failure> {
        let appear = self.empty || change.staged.iter().any(|(path, _)| !self.old.contains_key(path));
        if appear {
            let mut all = Cow::Borrowed(&change.new);
            if !change.gone.is_empty() {
                let old = change.gone.iter().filter_map(|path| Some((path.clone(), *self.old.get(path)?)));
                all.to_mut().extend(old);
            }
            self.write_manifest(&all).map_err(|failure| Failure { is_begun: false, ..failure })?;
        }

        let mut removed = self.remove(in_the_way.files.iter())?;
        for folder in in_the_way.folders.iter().rev() {
            // One that is not empty after all makes the move fail, which is told.
            let _ = self.files.remove_empty_folder(&self.folder.path.join(folder));
        }
        if self.empty {
            self.move_whole()?;
        } else {
            for (path, staged) in &change.staged {
                self.stage.deliver(path, *staged).map_err(|error| self.failure(path.as_str(), &error))?;
            }
        }
        removed += self.remove(change.gone.iter().filter(|path| !in_the_way.files.contains(path.as_str())))?;

        let outdated = if appear { !change.gone.is_empty() } else { change.new != self.old };
        if outdated {
            self.write_manifest(&change.new)?;
        }
        Ok(removed)
    }

    /// Moves the staging folder to where no output is yet, or all that is in it to where that is empty: the folder may be a
    /// mount, or have rights that somebody gave it.
    fn move_whole(&self) -> Result<(), Failure> {
        let out = &self.folder.path;
        let failed = |error: io::Error| {
            let shown = &self.folder.shown;
            Failure {
                message: format!("the output folder `{shown}` can't be filled: {}", reason(&error)),
                is_begun: true,
            }
        };
        let Some(stage) = self.stage.folder() else { return self.files.make_folder(out).map_err(failed) };
        if self.files.stat(out).is_err() {
            return self.files.rename(stage, out).map_err(failed);
        }
        for Entry { path, .. } in self.files.list(stage).map_err(failed)? {
            let name = path.file_name().unwrap_or_default();
            let moved = self.files.rename(&path, &out.join(name));
            moved.map_err(|error| self.failure(&name.to_string_lossy(), &error))?;
        }
        Ok(())
    }

    /// Removes files of an earlier build, and the folders that are empty then. Tells how many files were there.
    fn remove<'p>(&self, paths: impl Iterator<Item = &'p OutPath>) -> Result<usize, Failure> {
        let mut folders = Folders::new(self);
        let mut left = BTreeSet::new();
        let mut removed = 0;
        for path in paths {
            let place = path.below(&self.folder.path);
            // Somebody may have put a folder there, or a link to a folder elsewhere above it: those are not ours.
            let is_ours = folders.hold(path) && self.files.stat(&place).is_ok_and(|stat| stat.kind != Kind::Folder);
            if is_ours {
                match self.files.remove_file(&place) {
                    Ok(()) => removed += 1,
                    Err(error) if error.kind() == ErrorKind::NotFound => {}
                    Err(error) => return Err(self.failure(path.as_str(), &error)),
                }
            }
            // Of a file that is gone already, a killed build may have left the folders.
            let is_folder = |folder: &&str| folders.state(folder) == State::Folder;
            left.extend(path.folders().take_while(is_folder));
        }
        for folder in left.into_iter().rev() {
            // It stays when something else is in it.
            let _ = self.files.remove_empty_folder(&self.folder.path.join(folder));
        }
        Ok(removed)
    }

    /// Writes the manifest beside its place and moves it there, so that no reader sees half of one.
    fn write_manifest(&self, manifest: &Manifest) -> Result<(), Failure> {
        let beside = self.manifest_path.with_extension("new");
        let written = self.files.write(&beside, manifest::print(manifest).as_bytes());
        let moved = written.and_then(|_| self.files.rename(&beside, &self.manifest_path));
        moved.map_err(|error| {
            let name = self.manifest_path.file_name().unwrap_or_default().to_string_lossy();
            let what = format!("`.gloss/{name}`, which lists what is in `{}`,", self.folder.shown);
            Failure { message: format!("{what} can't be written: {}", reason(&error)), is_begun: true }
        })
    }

    /// The file system has refused to do something at a path.
    fn failure(&self, path: &str, error: &io::Error) -> Failure {
        let message = format!("`{path}` can't be brought up to date in `{}`: {}", self.folder.shown, reason(error));
        Failure { message, is_begun: true }
    }
}
