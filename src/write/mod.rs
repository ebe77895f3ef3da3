//! write: pages and files become the output folder, all of them or none.
//!
//! An [`Output`] is opened once a build. Pages stream in from many threads: one whose inputs have not changed is
//! [`known`](Output::known) and not even rendered; one whose bytes have not changed is left alone; what has changed waits
//! in a staging folder. [`finish`](Output::finish) moves it into place, and removes what an earlier build wrote and this
//! one did not. Before that nothing in the output has changed; dropping an `Output` leaves it as it was.
//!
//! What is ours is what the manifest lists: it lies in `.gloss/` beside site.yaml, one for each output folder. A path that
//! we wrote stays ours whatever others do to the file: the next build restores or removes it. All else in the output is a
//! stranger's (`CNAME`, `.git`) and is never touched; on a route of ours it is an error, found before anything is moved.
//! Only with `--adopt` such a file becomes ours.
//!
//! Before files appear at new paths, a manifest that knows old and new ones is written. So a build that is killed at any
//! moment leaves nothing that the next one does not know, and that one puts everything right. For the same reason no file
//! is synced to the device: one that a power cut has spoiled differs from the manifest and is written again.

mod collide;
mod finish;
mod folder;
mod manifest;
mod path;
mod stage;
mod survey;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

pub use self::finish::Unfinished;
use self::folder::Folder;
use self::manifest::{Manifest, Record};
use self::path::OutPath;
use self::stage::{Stage, Staged};
use crate::config::Settings;
use crate::digest::Digest;
use crate::files::{Files, Kind, Lock, Stat, reason};
use crate::problem::{Name, Problem};

/// How many files a build wrote, left alone, and removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// New files, and files with new bytes.
    pub written: usize,
    /// Files that are as they were.
    pub unchanged: usize,
    /// Files of an earlier build that this one does not have.
    pub removed: usize,
}

/// The output folder while a build writes to it. Nobody else can open it meanwhile.
pub struct Output<'a> {
    files: &'a dyn Files,
    folder: Folder,
    /// The output is missing or empty, so that no file needs to be compared.
    empty: bool,
    /// Whether a stranger's file on a route of ours becomes ours.
    adopt: bool,
    manifest_path: PathBuf,
    /// What an earlier build wrote.
    old: Manifest,
    stage: Stage<'a>,
    taken: Mutex<Taken>,
    /// Whether a file could not be written. Whatever comes then is passed over: one problem tells it all.
    failed: AtomicBool,
    _lock: Lock,
}

/// What this build has brought so far.
#[derive(Default)]
struct Taken {
    /// Every path, with its record as soon as that is known; without one, where another part of the build makes the file.
    files: BTreeMap<OutPath, Option<NewFile>>,
    /// Paths that came twice.
    twice: BTreeSet<OutPath>,
    problems: Vec<Problem>,
}

/// A file of this build.
#[derive(Clone, Copy)]
struct NewFile {
    record: Record,
    /// Where it waits in the staging folder; else it is in place.
    staged: Option<Staged>,
}

impl<'a> Output<'a> {
    /// Opens the output folder that `settings` name. It need not exist.
    ///
    /// # Errors
    /// The problem `output-refused`: when another build is writing to it; when it is not a folder; when it holds or lies in
    /// the site's sources; when something is in it and no manifest knows it, unless `settings.adopt`; when `.gloss/` can't
    /// be written.
    pub fn open(files: &'a dyn Files, settings: &Settings) -> Result<Self, Problem> {
        let folder = Folder::new(files, settings)?;
        let tag = Digest::of_bytes(folder.path.as_os_str().as_encoded_bytes()).to_string();
        let (memory, lock) = lock(files, settings, &folder, &tag)?;

        stage::clear_leftovers(files, &folder, &tag[..8]);
        let empty = folder.is_empty(files)?;
        let manifest_path = memory.join(format!("{tag}.manifest"));
        let bytes = files.read(&manifest_path).ok();
        let old = bytes.as_deref().map(manifest::parse);
        if !empty && !settings.adopt && !matches!(old, Some(Some(_))) {
            let why = match &bytes {
                None => "that no earlier build has written",
                Some(bytes) if manifest::is_of_another_version(bytes) => {
                    "that another version of Glossator has written"
                }
                Some(_) => "whose manifest is damaged",
            };
            let message = format!("the output folder `{}` holds files {why}", folder.shown);
            return Err(refused(message).help(
                "choose an empty folder, or run once with `--adopt`: it replaces files that the site has too, and deletes \
                 nothing"
                    .to_owned(),
            ));
        }
        let stage = Stage::new(files, &folder, &tag[..8], empty);
        Ok(Self {
            files,
            folder,
            empty,
            adopt: settings.adopt,
            manifest_path,
            old: old.flatten().unwrap_or_default(),
            stage,
            taken: Mutex::default(),
            failed: AtomicBool::new(false),
            _lock: lock,
        })
    }

    /// Whether the output has this file, made of the same inputs, with the size and times that it was written with, or else
    /// with the bytes. Then it is kept, and need not be rendered; else it must be [`put`](Self::put).
    ///
    /// `path` is that of the file below the output folder: `reports/x/index.html`.
    #[must_use]
    pub fn known(&self, path: &str, fingerprint: Digest) -> bool {
        if self.empty {
            return false;
        }
        let Ok(path) = OutPath::new(path) else { return false };
        let Some(record) = self.old.get(&path).filter(|record| record.fingerprint == fingerprint) else { return false };
        let has_bytes = || self.read(&path).is_ok_and(|bytes| Digest::of_bytes(&bytes) == record.hash);
        let is_as_written = |stat: &Stat| record.fits(stat) || (stat.len == record.len && has_bytes());
        let Some(stat) = self.stat(&path).filter(is_as_written) else { return false };
        if self.claim(&path) {
            self.record(path, NewFile { record: Record::new(fingerprint, record.hash, &stat), staged: None });
        }
        true
    }

    /// Takes a page's bytes, made of what `fingerprint` tells. What goes wrong is told by [`finish`](Self::finish): a path
    /// that leads elsewhere, two files at one path, a file system that refuses.
    pub fn put(&self, path: &str, fingerprint: Digest, bytes: &[u8]) {
        self.take(path, Some(fingerprint), bytes);
    }

    /// Takes the bytes of a file that is copied as it is; its bytes are its inputs.
    pub fn copy(&self, path: &str, bytes: &[u8]) {
        self.take(path, None, bytes);
    }

    /// Notes a file that another part of the build makes: it is not to be here, and nothing of this part may stand in
    /// its way.
    pub fn elsewhere(&self, path: &str) {
        if let Some(path) = self.checked(path) {
            self.claim(&path);
        }
    }

    /// Whether [`finish`](Self::finish) will fail because the file system refused: the rest need not be rendered.
    #[must_use]
    pub fn has_failed(&self) -> bool {
        self.failed.load(Ordering::Relaxed)
    }

    /// Gives the build up and leaves the output as it was. Dropping does the same.
    pub fn abandon(self) {}

    fn take(&self, path: &str, fingerprint: Option<Digest>, bytes: &[u8]) {
        if self.has_failed() {
            return;
        }
        let Some(path) = self.checked(path).filter(|path| self.claim(path)) else { return };
        let hash = Digest::of_bytes(bytes);
        let fingerprint = fingerprint.unwrap_or(hash);
        let file = |stat, staged| NewFile { record: Record::new(fingerprint, hash, &stat), staged };
        let new = match self.unchanged(&path, hash, bytes) {
            Some(stat) => Ok(file(stat, None)),
            None => self.stage.write(&path, bytes).map(|(staged, stat)| file(stat, Some(staged))),
        };
        match new {
            Ok(new) => self.record(path, new),
            // That is why it can't be staged, and it is told at the end.
            Err(_) if collide::is_blocked(&self.taken(), &path) => {}
            Err(error) if !self.failed.swap(true, Ordering::Relaxed) => {
                let message = format!("`{path}` can't be written for `{}`: {}", self.folder.shown, reason(&error));
                self.problem(refused(message));
            }
            Err(_) => {}
        }
    }

    /// The path of an output file; `None`, and a problem later, where it is none.
    fn checked(&self, path: &str) -> Option<OutPath> {
        let checked = OutPath::new(path);
        let told = checked.map_err(|why| format!("`{}` is no path of an output file: it {why}", path.escape_debug()));
        told.map_err(|message| self.problem(Problem::nowhere(Name::InvalidRoute, message))).ok()
    }

    /// The file at `path`, if it is ours and has these bytes already.
    fn unchanged(&self, path: &OutPath, hash: Digest, bytes: &[u8]) -> Option<Stat> {
        if self.empty {
            return None;
        }
        let old = self.old.get(path);
        if old.is_none() && !self.adopt {
            return None;
        }
        let stat = self.stat(path)?;
        let same = match old {
            Some(old) if old.fits(&stat) => old.hash == hash,
            // Somebody touched or edited it, so that only its bytes can tell.
            _ => stat.len == bytes.len() as u64 && self.read(path).is_ok_and(|old| old == bytes),
        };
        same.then_some(stat)
    }

    fn read(&self, path: &OutPath) -> io::Result<Vec<u8>> {
        self.files.read(&path.below(&self.folder.path))
    }

    /// What is known of the regular file at `path` of the output.
    fn stat(&self, path: &OutPath) -> Option<Stat> {
        let stat = self.files.stat(&path.below(&self.folder.path)).ok()?;
        (stat.kind == Kind::File).then_some(stat)
    }

    /// Takes a path for one file; false, and a problem later, where another has it.
    fn claim(&self, path: &OutPath) -> bool {
        let mut taken = self.taken();
        let claimed = !taken.files.contains_key(path);
        if claimed {
            taken.files.insert(path.clone(), None);
        } else {
            taken.twice.insert(path.clone());
        }
        claimed
    }

    fn record(&self, path: OutPath, file: NewFile) {
        self.taken().files.insert(path, Some(file));
    }

    fn problem(&self, problem: Problem) {
        self.taken().problems.push(problem);
    }

    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes the lock of an output folder. Also gives the folder beside site.yaml where locks and manifests lie.
fn lock(files: &dyn Files, settings: &Settings, folder: &Folder, tag: &str) -> Result<(PathBuf, Lock), Problem> {
    let memory = settings.root.join(".gloss");
    let unusable = |why: &str| refused(format!("the folder `.gloss` beside site.yaml can't be used: {why}"));
    match files.stat(&memory) {
        Ok(stat) if stat.kind != Kind::Folder => return Err(unusable("it is not a folder")),
        Ok(_) => {}
        Err(_) => {
            // What lies here is of use on this machine only, so that no repository should take it.
            files.write(&memory.join(".gitignore"), b"*\n").map_err(|error| unusable(&reason(&error)))?;
        }
    }
    let name = format!("{tag}.lock");
    match files.lock(&memory.join(&name)) {
        Ok(lock) => Ok((memory, lock)),
        Err(error) if error.kind() == ErrorKind::WouldBlock => {
            let message = format!("another build is writing to the output folder `{}`", folder.shown);
            Err(refused(message).help("wait until it has ended, or stop it".to_owned()))
        }
        Err(error) if error.kind() == ErrorKind::Other => {
            let message = format!("`.gloss/{name}` can't be used: {}", reason(&error));
            Err(refused(message).help("remove it, and build again".to_owned()))
        }
        Err(error) => Err(unusable(&reason(&error))),
    }
}

fn refused(message: String) -> Problem {
    Problem::nowhere(Name::OutputRefused, message)
}
