//! The same on a real disk, followed through the system's events: what is shown and what is written soon is what a clean
//! build makes. Nothing here depends on how soon; who waits ten seconds waits in vain.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use glossator::build::{self, Earlier, Mode};
use glossator::files::{Disk, Files, Kind, Memory};
use glossator::follow::{Follower, News};
use glossator::preview::Preview;
use glossator::serve::Live;
use glossator::session::{Overlay, Seen, Silent};
use glossator::watch::{How, Stopper};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tempfile::TempDir;

use super::compare::{self, Checked};
use super::copies;
use super::edits::{Edit, Hands, Mostly, edit};
use super::example;
use crate::harness::{Built, NOW, ROOT, Site, of};

const PATIENCE: Duration = Duration::from_secs(10);

#[test]
fn edits_of_texts_are_followed_on_disk() {
    follow_all(Mostly::Prose, 0..8);
}

#[test]
fn files_that_come_go_and_move_are_followed_on_disk() {
    follow_all(Mostly::Files, 8..20);
}

#[test]
fn anything_is_followed_on_disk() {
    follow_all(Mostly::Anything, 20..30);
}

#[test]
fn stored_copies_are_followed_on_disk() {
    let mut followed = OnDisk::of(&copies::site());
    for number in 0..4 {
        followed.write("archive/memo.txt", format!("In two words, for the {number}. time").as_bytes());
        followed.settle().unwrap();
        followed.write("film.bin", format!("Film {number}").as_bytes());
        followed.settle().unwrap();
    }
}

fn follow_all(mostly: Mostly, seeds: std::ops::Range<u8>) {
    for seed in seeds {
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
        let mut runner = TestRunner::new_with_rng(Config::default(), rng);
        let batches = prop::collection::vec(prop::collection::vec(edit(mostly), 1..4), 5);
        let batches = batches.new_tree(&mut runner).unwrap().current();
        let mut followed = OnDisk::new();
        for batch in &batches {
            for edit in batch {
                followed.edit(edit);
            }
            followed.mend_faults();
            followed.settle().unwrap_or_else(|what| panic!("seed {seed}: {what}\n\nafter\n{}", followed.done));
        }
    }
}

/// A site on disk, and two threads that follow it as `gloss serve` and `gloss watch` do.
struct OnDisk {
    _folder: TempDir,
    root: PathBuf,
    live: Arc<Live>,
    followers: Vec<(Stopper, JoinHandle<()>)>,
    /// How many files were written: editors have several ways.
    writes: usize,
    /// The files when all was well.
    well: BTreeMap<String, Vec<u8>>,
    done: String,
}

impl OnDisk {
    fn new() -> Self {
        Self::of(&example::site())
    }

    fn of(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap().join("site");
        let first = of(Memory::new()).with(text).files;
        for (path, bytes) in files_of(&first, Path::new(ROOT)) {
            Disk.write(&root.join(path), &bytes).unwrap();
        }
        let (live, served) = serve(&root);
        let watched = watch(&root);
        let well = files_of(&Disk, &root);
        Self { _folder: folder, root, live, followers: vec![served, watched], writes: 0, well, done: String::new() }
    }

    fn edit(&mut self, edit: &Edit) {
        let done = edit.make(self);
        self.done.push_str(&done);
    }

    /// Where something is broken now, puts all back to what it was when nothing was.
    fn mend_faults(&mut self) {
        let now = files_of(&Disk, &self.root);
        if !self.clean().build().failed() && !self.clean().drafts().build().failed() {
            self.well = now;
            return;
        }
        self.done.push_str("mend\n");
        let well = self.well.clone();
        for path in now.keys().filter(|path| !well.contains_key(*path)) {
            self.remove(path);
        }
        for (path, bytes) in well.iter().filter(|(path, bytes)| now.get(*path) != Some(bytes)) {
            self.write(path, bytes);
        }
    }

    /// Waits until all is as clean builds make it.
    fn settle(&mut self) -> Checked {
        self.done.push_str("look\n");
        let (with_drafts, without) = (self.clean().drafts().build(), self.clean().build());
        let give_up = Instant::now() + PATIENCE;
        loop {
            let differs = match self.compare(&with_drafts, &without) {
                Ok(()) => return Ok(()),
                Err(what) => what,
            };
            if Instant::now() > give_up {
                return Err(differs);
            }
            thread::sleep(Duration::from_millis(5));
        }
    }

    fn compare(&self, with_drafts: &Built, without: &Built) -> Checked {
        compare::shown(&*self.live.current(), with_drafts)?;
        let output = files_of(&Disk, &self.root.join("public"));
        let texts = output.into_iter().map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned()));
        compare::written(&texts.collect(), &without.output)
    }

    /// The same files in memory, where nothing was ever built.
    fn clean(&self) -> Site {
        let files = Memory::new();
        for (path, bytes) in files_of(&Disk, &self.root) {
            files.put(&format!("{ROOT}/{path}"), bytes);
        }
        of(files)
    }
}

impl Drop for OnDisk {
    fn drop(&mut self) {
        for (stopper, thread) in self.followers.drain(..) {
            stopper.stop();
            thread.join().unwrap();
        }
    }
}

/// Every file below a folder, without what was built in it, is being built, or is remembered of that.
fn files_of(files: &dyn Files, root: &Path) -> BTreeMap<String, Vec<u8>> {
    let is_built = |path: &Path| {
        let name = path.strip_prefix(root).ok().and_then(Path::to_str).unwrap_or_default();
        name == "public" || name == ".gloss" || name.starts_with(".public.gloss-")
    };
    let entries = files.walk(root, &|path| !is_built(path)).into_iter().flatten();
    let of_files = entries.filter(|entry| entry.stat.kind == Kind::File);
    let read = |path: PathBuf| {
        let below = path.strip_prefix(root).ok()?.to_str()?.to_owned();
        // While a build moves its files into place, one may be gone by now.
        Some((below, files.read(&path).ok()?))
    };
    of_files.filter_map(|entry| read(entry.path)).collect()
}

/// Follows the site as `gloss serve` does.
fn serve(root: &Path) -> (Arc<Live>, (Stopper, JoinHandle<()>)) {
    let files: Arc<dyn Files> = Arc::new(Disk);
    let overlay = Overlay { drafts: true, ..Overlay::default() };
    let (mut follower, session) = Follower::new(&files, root, overlay, How::Events);
    let mut session = session.preview();
    let round = session.round(&Seen::Everything, NOW, &Silent);
    let mut preview = Arc::new(Preview::first(files, round, "boot"));
    follower.note(preview.round(), true);
    let live = Arc::new(Live::new(Arc::clone(&preview) as _));
    let (stopper, shown) = (follower.stopper(), Arc::clone(&live));
    let thread = thread::spawn(move || {
        while let Some(news) = follower.next(&|| NOW) {
            let News::Changed(seen) = news else { continue };
            preview.make_room();
            let next = Arc::new(preview.next(session.round(&seen, NOW, &Silent)));
            shown.swap(Arc::clone(&next) as _, next.changed_files(&preview, &seen));
            preview = next;
            follower.note(preview.round(), seen.entries());
        }
    });
    (live, (stopper, thread))
}

/// Follows the site as `gloss watch` does.
fn watch(root: &Path) -> (Stopper, JoinHandle<()>) {
    let files: Arc<dyn Files> = Arc::new(Disk);
    let (mut follower, mut session) = Follower::new(&files, root, Overlay::default(), How::Events);
    let stopper = follower.stopper();
    let thread = thread::spawn(move || {
        let (mut earlier, mut seen) = (Earlier::default(), Seen::Everything);
        loop {
            let outcome = build::build(&mut session, &Disk, &mut earlier, &seen, NOW, Mode::Build, &Silent);
            follower.note(&outcome.round, seen.entries());
            seen = loop {
                match follower.next(&|| NOW) {
                    None => return,
                    Some(News::Changed(seen)) => break seen,
                    Some(News::Notice(_)) => {}
                }
            };
        }
    });
    (stopper, thread)
}

/// Editors save in several ways; this one takes them in turn.
impl Hands for OnDisk {
    fn files(&self) -> Vec<String> {
        files_of(&Disk, &self.root).into_keys().collect()
    }

    fn read(&self, path: &str) -> Option<Vec<u8>> {
        fs::read(self.root.join(path)).ok()
    }

    fn write(&mut self, path: &str, bytes: &[u8]) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        self.writes += 1;
        match self.writes % 4 {
            // In place.
            0 => fs::write(&path, bytes).unwrap(),
            // Beside it, and then moved over it.
            1 => {
                let beside = path.with_file_name(".saving");
                fs::write(&beside, bytes).unwrap();
                fs::rename(&beside, &path).unwrap();
            }
            // Removed and written anew.
            2 => {
                let _ = fs::remove_file(&path);
                fs::write(&path, bytes).unwrap();
            }
            // The old one moved away, the new one written, the old one removed.
            _ => {
                let mut backup = path.clone().into_os_string();
                backup.push("~");
                let had = fs::rename(&path, &backup).is_ok();
                fs::write(&path, bytes).unwrap();
                if had {
                    fs::remove_file(&backup).unwrap();
                }
            }
        }
    }

    fn remove(&mut self, path: &str) {
        fs::remove_file(self.root.join(path)).unwrap();
    }

    fn rename(&mut self, from: &str, to: &str) {
        let to = self.root.join(to);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::rename(self.root.join(from), to).unwrap();
    }

    fn is_folder(&self, path: &str) -> bool {
        self.root.join(path).is_dir()
    }
}
