//! A site in memory that is served and watched while its files are edited, and what is compared after each look.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Debug;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use glossator::build::{self, Earlier, Mode, Outcome};
use glossator::files::{Files, Hint, Kind, Memory, Recall};
use glossator::preview::Preview;
use glossator::serve::{Answer, Show, script_element};
use glossator::session::{Overlay, Seen, Session, Silent};
use glossator::tell::Located;

use super::edits::{Edit, Hands};
use crate::harness::{Built, NOW, ROOT, Site, of};

/// What was wrong.
pub(super) type Checked = Result<(), String>;

/// A site that `gloss serve` and `gloss watch` follow.
pub(super) struct Followed {
    pub(super) files: Memory,
    pub(super) now: i64,
    served: Served,
    watched: Watched,
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
    /// Follows the site with this text. The preview holds so many bytes of bodies, and makes others again.
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
            edit => edit.make(&mut InMemory { files: &self.files, touched: &mut self.touched }),
        };
        self.done.push_str(&done);
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

    /// Looks again, and compares nothing.
    pub(super) fn look(&mut self, look: Look) -> Checked {
        let hint = match look {
            Look::Named => self.touched.iter().collect(),
            Look::Everything => Hint::Everything,
        };
        self.touched.clear();
        self.done.push_str(&format!("look: {look:?}\n"));
        let checked = self.served.look(&hint, self.now).and_then(|()| self.watched.look(&hint, self.now, &self.files));
        checked.map_err(|what| self.failure(&what))
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
        for (path, bytes) in files_of(&self.files) {
            files.put(&format!("{ROOT}/{path}"), bytes);
        }
        of(files).at(self.now)
    }

    fn failure(&self, what: &str) -> String {
        format!("{what}\n\nafter\n{}", self.done)
    }
}

/// Every file of the site, without what was built.
fn files_of(files: &Memory) -> BTreeMap<String, Vec<u8>> {
    let root = Path::new(ROOT);
    let is_built = |path: &Path| path == root.join("public") || path == root.join(".gloss");
    let entries = files.walk(root, &|path| !is_built(path)).into_iter().flatten();
    let of_files = entries.filter(|entry| entry.stat.kind == Kind::File);
    of_files
        .map(|entry| {
            let path = entry.path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
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

/// What a look has found, as the follower tells it: nothing where there is no reason for a round.
fn seen(recall: &Recall, hint: &Hint, next_change: Option<i64>, now: i64) -> Option<Seen> {
    let changes = recall.refresh(hint);
    let is_due = next_change.is_some_and(|change| change <= now);
    (!changes.is_empty() || is_due).then(|| Seen::new(Path::new(ROOT), &changes))
}

/// The site as `gloss serve` shows it.
struct Served {
    recall: Arc<Recall>,
    session: Session,
    preview: Preview,
    /// Every page that was ever shown, by route and version.
    shown: HashMap<(String, String), String>,
    /// The files that are copied as they are, as they were when last compared.
    copied: BTreeMap<String, String>,
    /// Addresses that were told to have changed since then.
    told: BTreeSet<String>,
    /// Every route that ever was.
    routes: BTreeSet<String>,
}

impl Served {
    fn new(files: &Memory, held: usize, now: i64) -> Self {
        let recall = Arc::new(Recall::new(Arc::new(files.clone())));
        let overlay = Overlay { drafts: true, ..Overlay::default() };
        let mut session = Session::new(Arc::clone(&recall) as _, ROOT.into(), overlay).preview_holding(held);
        let round = session.round(&Seen::Everything, now, &Silent);
        let preview = Preview::first(Arc::new(files.clone()), round, "boot");
        Self {
            recall,
            session,
            preview,
            shown: HashMap::new(),
            copied: BTreeMap::new(),
            told: BTreeSet::new(),
            routes: BTreeSet::new(),
        }
    }

    fn look(&mut self, hint: &Hint, now: i64) -> Checked {
        let next_change = self.preview.round().site.as_ref().and_then(|site| site.scene.graph.next_change);
        if let Some(seen) = seen(&self.recall, hint, next_change, now) {
            let next = self.preview.next(self.session.round(&seen, now, &Silent));
            self.told.extend(next.changed_files(&self.preview, &seen));
            self.preview = next;
        }
        Ok(())
    }

    fn check(&mut self, clean: &Built) -> Checked {
        if clean.failed() { self.check_faulty(clean) } else { self.check_well(clean) }
    }

    /// Every page and file of the clean build is shown, with its bytes, and nothing else.
    fn check_well(&mut self, clean: &Built) -> Checked {
        same_problems("the preview", &self.preview.found().problems, &clean.told.problems)?;
        for (path, bytes) in &clean.output {
            self.check_route(&route(path), bytes)?;
        }
        let now: BTreeSet<String> = clean.output.keys().map(|path| route(path)).collect();
        for gone in self.routes.difference(&now) {
            let answer = self.answer(gone)?;
            // A folder that has become a file, or the other way round, leads there.
            if answer.status != 404 && answer.location.is_none() {
                return Err(format!("{gone} is no longer there, and is answered with {}", answer.status));
            }
            self.same("the version", &self.state(gone)?["version"], &serde_json::Value::Null)?;
        }
        self.routes.extend(now);
        self.check_copied(clean)
    }

    fn check_route(&mut self, route: &str, bytes: &str) -> Checked {
        let answer = self.answer(route)?;
        self.same(&format!("the status of {route}"), &answer.status, &200)?;
        let mut body = String::from_utf8_lossy(&answer.body).into_owned();
        let state = self.state(route)?;
        if let Some(version) = state["version"].as_str() {
            body = body.replacen(&script_element(self.preview.base(), route, version), "", 1);
            let before = self.shown.entry((route.to_owned(), version.to_owned())).or_insert_with(|| body.clone());
            if *before != body {
                return Err(format!("{route} has another text with the same version:\n{}", difference(before, &body)));
            }
            let faults = (state["errors"].as_u64(), state["overlay"].as_array().map(Vec::len));
            self.same(&format!("the errors told on {route}"), &faults, &(Some(0), Some(0)))?;
        }
        if body == bytes {
            return Ok(());
        }
        Err(format!("{route} is not shown as it is built:\n{}", difference(bytes, &body)))
    }

    /// Open pages were told of every file that has changed or appeared.
    fn check_copied(&mut self, clean: &Built) -> Checked {
        let Some(site) = &self.preview.round().site else { return Err("there is no site".to_owned()) };
        let texts = site.copies.keys().filter_map(|name| Some((name.to_string(), clean.output.get(&**name)?.clone())));
        let now: BTreeMap<String, String> = texts.collect();
        for (name, text) in now.iter().filter(|_| !self.copied.is_empty()) {
            let address = format!("{}/{name}", self.preview.base());
            if self.copied.get(name) != Some(text) && !self.told.contains(&address) {
                return Err(format!("{address} has changed, and no page was told; told were {:?}", self.told));
            }
        }
        (self.copied, self.told) = (now, BTreeSet::new());
        Ok(())
    }

    /// Whatever is wrong, each page is answered, and errors are counted.
    fn check_faulty(&self, clean: &Built) -> Checked {
        let pages: Vec<String> = match &self.preview.round().site {
            Some(site) => site.pages.all().iter().map(|page| page.route.to_string()).collect(),
            None => vec!["/".to_owned()],
        };
        let mut errors = 0;
        for route in pages {
            let answer = self.answer(&route)?;
            if ![200, 500].contains(&answer.status) || answer.body.is_empty() {
                return Err(format!("{route} is answered with {}", answer.status));
            }
            let state = self.state(&route)?;
            if state["version"].is_null() {
                return Err(format!("{route} has no version"));
            }
            errors += state["errors"].as_u64().unwrap_or_default();
        }
        if errors == 0 {
            Err(format!("no page tells of an error, and a clean build tells\n{}", clean.problems()))
        } else {
            Ok(())
        }
    }

    fn answer(&self, route: &str) -> Result<Answer, String> {
        self.preview.answer(route).ok_or_else(|| format!("{route} waits for a file that has changed, and none has"))
    }

    fn state(&self, route: &str) -> Result<serde_json::Value, String> {
        let state = self.preview.state(route).ok_or_else(|| format!("{route} waits, and no file has changed"))?;
        serde_json::from_str(&state).map_err(|error| error.to_string())
    }

    fn same<T: PartialEq + Debug>(&self, what: &str, found: &T, expected: &T) -> Checked {
        let told = &self.preview.found().problems;
        if found == expected { Ok(()) } else { Err(format!("{what} is {found:?}, not {expected:?}\n{told:#?}")) }
    }
}

/// The site as `gloss watch` writes it.
struct Watched {
    recall: Arc<Recall>,
    session: Session,
    earlier: Earlier,
    last: Outcome,
}

impl Watched {
    fn new(files: &Memory, now: i64) -> Self {
        let recall = Arc::new(Recall::new(Arc::new(files.clone())));
        let mut session = Session::new(Arc::clone(&recall) as _, ROOT.into(), Overlay::default());
        let mut earlier = Earlier::default();
        let last = build::build(&mut session, files, &mut earlier, &Seen::Everything, now, Mode::Build, &Silent);
        Self { recall, session, earlier, last }
    }

    fn look(&mut self, hint: &Hint, now: i64, files: &Memory) -> Checked {
        let next_change = self.last.round.site.as_ref().and_then(|site| site.scene.graph.next_change);
        let Some(seen) = seen(&self.recall, hint, next_change, now) else { return Ok(()) };
        let before = files.texts(&format!("{ROOT}/public"));
        let Self { session, earlier, .. } = self;
        self.last = build::build(session, files, earlier, &seen, now, Mode::Build, &Silent);
        let failed = self.last.round.diagnosis(files).tally().errors > 0;
        if failed && files.texts(&format!("{ROOT}/public")) != before {
            return Err("a build with errors has written something".to_owned());
        }
        Ok(())
    }

    /// What was told is what a clean build tells, and what was written is what that writes.
    fn check(&self, clean: &Built, files: &Memory) -> Checked {
        same_problems("the watching build", &self.last.round.diagnosis(files).problems, &clean.told.problems)?;
        if clean.failed() {
            return Ok(());
        }
        let written = files.texts(&format!("{ROOT}/public"));
        let paths: BTreeSet<&String> = written.keys().chain(clean.output.keys()).collect();
        for path in paths {
            match (written.get(path), clean.output.get(path)) {
                (Some(written), Some(clean)) if written == clean => {}
                (Some(written), Some(clean)) => {
                    return Err(format!("{path} is not written as it is built:\n{}", difference(clean, written)));
                }
                (Some(_), None) => return Err(format!("{path} is still there")),
                (None, _) => return Err(format!("{path} was not written")),
            }
        }
        Ok(())
    }
}

/// The route of a file of the output.
fn route(path: &str) -> String {
    let folder = path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
    format!("/{}", folder.unwrap_or(path))
}

fn same_problems(who: &str, found: &[Located], clean: &[Located]) -> Checked {
    if found == clean { Ok(()) } else { Err(format!("{who} tells\n{found:#?}\nand a clean build\n{clean:#?}")) }
}

/// The first lines that differ.
fn difference(expected: &str, found: &str) -> String {
    let mut lines = (expected.lines().map(Some).chain([None])).zip(found.lines().map(Some).chain([None]));
    match lines.find(|(expected, found)| expected != found) {
        Some((expected, found)) => {
            format!("- {}\n+ {}", expected.unwrap_or("(the end)"), found.unwrap_or("(the end)"))
        }
        None => "(the ends of lines)".to_owned(),
    }
}
