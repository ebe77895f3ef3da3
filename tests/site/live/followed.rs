//! A site in memory that is served and watched while its files are edited, and what is compared after each look.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use glossator::build::{self, Earlier, Mode, Outcome, Why};
use glossator::files::{Entry, Files, Hint, Kind, Memory, Recall};
use glossator::matter::Str;
use glossator::session::{Overlay, Round, Seen, Session, Silent};

use super::compare::{self, Checked, Page};
use super::edits::{Edit, Hands};
use super::served::{Served, seen};
use crate::harness::{Built, NOW, ROOT, Site, of};

/// A site that `gloss serve` and `gloss watch` follow.
pub(super) struct Followed {
    pub(super) files: Memory,
    pub(super) now: i64,
    pub(super) served: Served,
    pub(super) watched: Watched,
    /// The files when all was well.
    well: BTreeMap<String, Vec<u8>>,
    is_well: bool,
    /// Where something was changed since the last look.
    touched: BTreeSet<PathBuf>,
    /// What was done so far.
    done: String,
}

/// How a site is looked at again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// At what an exact watcher would name.
    Named,
    /// At everything, as happens every two seconds.
    Everything,
}

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The preview, with a clean build with drafts.
    Shown,
    /// The output of the watching build, with a clean one.
    Written,
}

impl Followed {
    /// Follows the site with this text. The preview holds so many bytes of bodies in memory.
    pub(super) fn new(text: &str, held: usize) -> Self {
        let files = of(Memory::new()).with(text).files;
        let (served, watched) = (Served::new(&files, held, NOW), Watched::new(&files, NOW));
        let well = files_of(&files);
        Self { files, now: NOW, served, watched, well, is_well: true, touched: BTreeSet::new(), done: String::new() }
    }

    /// Does something to the files.
    pub(super) fn edit(&mut self, edit: &Edit) {
        let done = match edit {
            Edit::Mend => self.mend(),
            Edit::Wait(days) => {
                self.now += i64::from(*days) * 86_400;
                format!("{days} days pass\n")
            }
            edit => edit.make(&mut self.hands()),
        };
        self.done.push_str(&done);
    }

    /// Writes a file.
    pub(super) fn write(&mut self, path: &str, text: &str) {
        let _ = writeln!(self.done, "write {path}");
        self.hands().write(path, text.as_bytes());
    }

    /// Writes a file with other words in the place of these, which it has once.
    #[track_caller]
    pub(super) fn replace(&mut self, path: &str, words: &str, others: &str) {
        let text = String::from_utf8(self.hands().read(path).unwrap()).unwrap();
        assert_eq!(text.matches(words).count(), 1, "“{words}” in {text}");
        self.write(path, &text.replace(words, others));
    }

    /// Removes a file.
    pub(super) fn remove(&mut self, path: &str) {
        self.hands().remove(path);
    }

    /// Moves a file or a folder.
    pub(super) fn rename(&mut self, from: &str, to: &str) {
        self.hands().rename(from, to);
    }

    fn hands(&mut self) -> InMemory<'_> {
        InMemory { files: &self.files, touched: &mut self.touched }
    }

    /// Puts all files back to what they were when all was well.
    fn mend(&mut self) -> String {
        let now = files_of(&self.files);
        let mut hands = InMemory { files: &self.files, touched: &mut self.touched };
        for path in now.keys().filter(|path| !self.well.contains_key(*path)) {
            hands.remove(path);
        }
        for (path, bytes) in self.well.iter().filter(|(path, bytes)| now.get(*path) != Some(bytes)) {
            hands.write(path, bytes);
        }
        "mend\n".to_owned()
    }

    /// Puts all back where the last comparison found faults, and says whether it did.
    pub(super) fn mend_faults(&mut self) -> bool {
        let has_faults = !self.is_well;
        if has_faults {
            self.edit(&Edit::Mend);
        }
        has_faults
    }

    /// The pages that the last look has made.
    pub(super) fn made(&self) -> BTreeSet<String> {
        self.watched.made.iter().map(|(route, _)| route.to_string()).collect()
    }

    /// A page of the preview.
    #[track_caller]
    pub(super) fn page(&self, route: &str) -> Page {
        Page::of(&self.served.preview, route).unwrap()
    }

    /// Looks again, and compares nothing.
    pub(super) fn look(&mut self, look: Look) -> Checked {
        let hint = match look {
            Look::Named => self.touched.iter().collect(),
            Look::Everything => Hint::Everything,
        };
        self.touched.clear();
        let _ = writeln!(self.done, "look: {look:?}");
        self.served.look(&hint, self.now);
        self.watched.look(&hint, self.now, &self.files).map_err(|what| self.failure(&what))
    }

    /// Looks again, and compares all that is shown, or all that was written, with a clean build.
    pub(super) fn check(&mut self, look: Look, side: Side) -> Checked {
        self.look(look)?;
        let checked = match side {
            Side::Shown => {
                let clean = self.clean().drafts().build();
                self.is_well = !clean.failed();
                self.served.check(&clean)
            }
            Side::Written => {
                let clean = self.clean().build();
                self.is_well = !clean.failed();
                self.watched.check(&clean, &self.files)
            }
        };
        if self.is_well {
            self.well = files_of(&self.files);
        }
        checked.map_err(|what| self.failure(&what))
    }

    /// The same files elsewhere, where nothing was ever built.
    fn clean(&self) -> Site {
        let files = Memory::new();
        for Entry { path, stat } in entries_of(&self.files) {
            if stat.kind == Kind::Folder {
                files.make_folder(&path).unwrap();
            } else {
                files.write(&path, &self.files.read(&path).unwrap()).unwrap();
            }
        }
        of(files).at(self.now)
    }

    fn failure(&self, what: &str) -> String {
        format!("{what}\n\nafter\n{}", self.done)
    }
}

/// Everything in the site, without what was built.
fn entries_of(files: &Memory) -> impl Iterator<Item = Entry> {
    let root = Path::new(ROOT);
    let is_built = |path: &Path| path == root.join("public") || path == root.join(".gloss");
    files.walk(root, &|path| !is_built(path)).into_iter().flatten()
}

/// Every file of the site, without what was built.
fn files_of(files: &Memory) -> BTreeMap<String, Vec<u8>> {
    let of_files = entries_of(files).filter(|entry| entry.stat.kind == Kind::File);
    of_files
        .map(|entry| {
            let path = entry.path.strip_prefix(ROOT).unwrap().to_str().unwrap().to_owned();
            (path, files.read(&entry.path).unwrap())
        })
        .collect()
}

/// Edits files in memory, and notes what a watcher would name: of what appears the topmost, of what vanishes itself.
struct InMemory<'a> {
    files: &'a Memory,
    touched: &'a mut BTreeSet<PathBuf>,
}

impl InMemory<'_> {
    fn touch(&mut self, path: &Path) {
        let missing = path.ancestors().take_while(|path| self.files.stat(path).is_err()).last();
        self.touched.insert(missing.unwrap_or(path).to_owned());
    }
}

impl Hands for InMemory<'_> {
    fn files(&self) -> Vec<String> {
        files_of(self.files).into_keys().collect()
    }

    fn read(&self, path: &str) -> Option<Vec<u8>> {
        self.files.read(&Path::new(ROOT).join(path)).ok()
    }

    fn write(&mut self, path: &str, bytes: &[u8]) {
        let path = Path::new(ROOT).join(path);
        self.touch(&path);
        self.files.write(&path, bytes).unwrap();
    }

    fn remove(&mut self, path: &str) {
        let path = Path::new(ROOT).join(path);
        self.touch(&path);
        self.files.remove_file(&path).unwrap();
    }

    fn rename(&mut self, from: &str, to: &str) {
        let (from, to) = (Path::new(ROOT).join(from), Path::new(ROOT).join(to));
        self.touch(&from);
        self.touch(&to);
        self.files.rename(&from, &to).unwrap();
    }

    fn is_folder(&self, path: &str) -> bool {
        self.files.stat(&Path::new(ROOT).join(path)).is_ok_and(|stat| stat.kind == Kind::Folder)
    }
}

/// The site as `gloss watch` writes it.
pub(super) struct Watched {
    recall: Arc<Recall>,
    session: Session,
    earlier: Earlier,
    pub(super) round: Round,
    /// The pages that were made after the last look, and why.
    made: Vec<(Str, Why)>,
}

impl Watched {
    fn new(files: &Memory, now: i64) -> Self {
        let recall = Arc::new(Recall::new(Arc::new(files.clone())));
        let mut session = Session::new(Arc::clone(&recall) as _, ROOT.into(), Overlay::default());
        let mut earlier = Earlier::default();
        let seen = Seen::Everything;
        let Outcome { round, rendered, .. } =
            build::build(&mut session, files, &mut earlier, &seen, now, Mode::Build, &Silent);
        Self { recall, session, earlier, round, made: rendered }
    }

    fn look(&mut self, hint: &Hint, now: i64, files: &Memory) -> Checked {
        let next_change = self.round.site.as_ref().and_then(|site| site.scene.graph.next_change);
        self.made.clear();
        let Some(seen) = seen(&self.recall, hint, next_change, now) else { return Ok(()) };
        let before = output(files);
        let Self { session, earlier, .. } = self;
        let Outcome { round, rendered, .. } = build::build(session, files, earlier, &seen, now, Mode::Build, &Silent);
        (self.round, self.made) = (round, rendered);
        let failed = self.round.diagnosis(files).tally().errors > 0;
        if failed && output(files) != before {
            return Err("a build with errors has written something".to_owned());
        }
        Ok(())
    }

    /// What was told is what a clean build tells, and what was written is what that writes.
    fn check(&self, clean: &Built, files: &Memory) -> Checked {
        compare::told("the watching build", &self.round.diagnosis(files).problems, &clean.told.problems)?;
        if clean.failed() { Ok(()) } else { compare::written(&output(files), &clean.output) }
    }
}

/// What stands in the output folder, by path.
fn output(files: &Memory) -> BTreeMap<String, String> {
    files.texts(&format!("{ROOT}/public"))
}
