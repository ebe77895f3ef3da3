//! The staging folder: where changed files wait until the last page has rendered without error.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::folder::Folder;
use super::path::OutPath;
use crate::files::{Files, Kind, Stat};

/// A hidden folder on the output's file system, made when the first file is staged. Dropping it removes it.
pub(super) struct Stage<'a> {
    files: &'a dyn Files,
    /// Whether files lie in it as they will in the output, so that it can be moved as a whole. Else they are numbered,
    /// which saves making and removing a folder for most of them.
    whole: bool,
    /// How many files were staged.
    count: AtomicUsize,
    /// The output folder.
    out: PathBuf,
    /// Beside the output: where nobody serves or deploys half a build.
    beside: PathBuf,
    /// In the output: where the output is a mount of its own, or nothing can be made beside it.
    inside: PathBuf,
    made: OnceLock<Result<PathBuf, (io::ErrorKind, String)>>,
}

/// The number of a staged file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Staged(usize);

/// Numbered files lie in so many folders, so that threads seldom wait for each other's.
const SHARDS: usize = 64;

impl<'a> Stage<'a> {
    /// Nothing is made yet. With `whole`, files will lie as in the output.
    pub(super) fn new(files: &'a dyn Files, folder: &Folder, tag: &str, whole: bool) -> Self {
        let (out, [beside, inside]) = (folder.path.clone(), places(&folder.path, tag));
        Self { files, whole, count: AtomicUsize::new(0), out, beside, inside, made: OnceLock::new() }
    }

    /// Writes a file; callable from many threads.
    pub(super) fn write(&self, path: &OutPath, bytes: &[u8]) -> io::Result<(Staged, Stat)> {
        let made = self.made.get_or_init(|| self.make().map_err(|error| (error.kind(), error.to_string())));
        let folder = made.as_ref().map_err(|(kind, text)| io::Error::new(*kind, text.clone()))?;
        let staged = Staged(self.count.fetch_add(1, Ordering::Relaxed));
        let place = self.place(folder, path, staged);
        self.files.write(&place, bytes).map(|stat| (staged, stat))
    }

    /// The folder, if anything was staged.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.made.get()?.as_deref().ok()
    }

    /// Moves a staged file into the output, replacing what is there.
    pub(super) fn deliver(&self, path: &OutPath, staged: Staged) -> io::Result<()> {
        let Some(folder) = self.folder() else { return Err(io::ErrorKind::NotFound.into()) };
        self.files.rename(&self.place(folder, path, staged), &path.below(&self.out))
    }

    fn place(&self, folder: &Path, path: &OutPath, Staged(number): Staged) -> PathBuf {
        if self.whole { path.below(folder) } else { folder.join(format!("{}/{number}", number % SHARDS)) }
    }

    /// Makes the folder where a rename into the output works.
    fn make(&self) -> io::Result<PathBuf> {
        match self.files.make_folder(&self.beside) {
            Ok(()) if self.reaches_output() => return Ok(self.beside.clone()),
            // An output that is yet to be made can't hold its own staging folder.
            Err(error) if self.files.stat(&self.out).is_err() => return Err(error),
            Ok(()) | Err(_) => {}
        }
        self.files.make_folder(&self.inside)?;
        Ok(self.inside.clone())
    }

    /// Whether what lies beside the output can be renamed into it; an output that is missing will be beside it.
    fn reaches_output(&self) -> bool {
        if self.files.stat(&self.out).is_err() {
            return true;
        }
        let probe = self.beside.join("probe");
        let reaches = self.files.make_folder(&probe).and_then(|()| self.files.rename(&probe, &self.inside)).is_ok();
        let _ = self.files.remove_empty_folder(if reaches { &self.inside } else { &probe });
        if !reaches {
            let _ = self.files.remove_empty_folder(&self.beside);
        }
        reaches
    }
}

impl Drop for Stage<'_> {
    fn drop(&mut self) {
        if self.made.get().is_some() {
            clear(self.files, [&self.beside, &self.inside]);
        }
    }
}

/// Removes what a killed build has left.
pub(super) fn clear_leftovers(files: &dyn Files, folder: &Folder, tag: &str) {
    clear(files, places(&folder.path, tag).each_ref());
}

/// Where the staging folder of an output may be: beside it, or in it. `tag` tells sites apart that write to folders of
/// one name; the lock of the output sees to it that nobody else stages for this one.
fn places(out: &Path, tag: &str) -> [PathBuf; 2] {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    [out.with_file_name(format!(".{name}.gloss-{tag}")), out.join(format!(".gloss-{tag}"))]
}

/// What can't be removed now is removed by the next build.
fn clear(files: &dyn Files, places: [&PathBuf; 2]) {
    for place in places {
        let _ = match files.stat(place) {
            Ok(stat) if stat.kind == Kind::Folder => files.remove_tree(place),
            Ok(_) => files.remove_file(place),
            Err(_) => Ok(()),
        };
    }
}
