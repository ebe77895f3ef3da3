//! What is told of folders on the real disk. Nothing here depends on how long anything takes.

mod folders;
mod random;
mod refusals;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tempfile::TempDir;

use super::*;
use crate::files::{Disk, Kind, Recall};

/// Who waits longer than this waits in vain.
const PATIENCE: Duration = Duration::from_secs(10);

/// A site on disk that is watched, and what is remembered of it.
struct Site {
    /// Beside the site there is room for folders that are moved.
    folder: TempDir,
    root: PathBuf,
    recall: Recall,
    watcher: Watcher,
}

/// A site with these files, watched for events.
fn site(paths: &[&str]) -> Site {
    watched(paths, How::Events)
}

fn watched(paths: &[&str], how: How) -> Site {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap().join("site");
    Disk.make_folder(&root).unwrap();
    for path in paths {
        Disk.write(&root.join(path), b"text").unwrap();
    }
    let names = ["content", "static", "themes/dusk"];
    let folders = names.iter().map(|name| root.join(name)).collect();
    let plan = Watched { root: root.clone(), folders, out: root.join("public") };
    let watcher = Watcher::start(Arc::new(Disk), plan, how);
    let recall = Recall::new(Arc::new(Disk));
    recall.walk(&root, &|_| true);
    Site { folder, root, recall, watcher }
}

impl Site {
    fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    fn write(&self, path: &str) {
        Disk.write(&self.path(path), b"other").unwrap();
    }

    fn rename(&self, from: &str, to: &str) {
        Disk.rename(&self.path(from), &self.path(to)).unwrap();
    }

    /// The next hint, which memory is brought up to date with.
    #[track_caller]
    fn hint(&mut self, awaited: &str) -> Hint {
        let deadline = clock::now() + PATIENCE;
        match self.watcher.next(Some(deadline), &|path| self.recall.knows(path)) {
            Wake::Hint(hint) => {
                self.recall.refresh(&hint);
                hint
            }
            other => panic!("waited for {awaited}, and got {other:?}"),
        }
    }

    /// Waits until events have named every one of `paths`.
    #[track_caller]
    fn expect(&mut self, paths: &[&str]) {
        let mut awaited: BTreeSet<PathBuf> = paths.iter().map(|path| self.path(path)).collect();
        let give_up = clock::now() + PATIENCE;
        while !awaited.is_empty() {
            assert!(clock::now() < give_up, "no event has named {awaited:?}");
            if let Hint::Paths(paths) = self.hint(&format!("{awaited:?}")) {
                awaited.retain(|path| !paths.contains(path));
            }
        }
        self.check();
    }

    /// Writes a file until an event names it, where a watch may not be set yet.
    #[track_caller]
    fn expect_soon(&mut self, path: &str) {
        let give_up = clock::now() + PATIENCE;
        loop {
            assert!(clock::now() < give_up, "no event has named {path}");
            self.write(path);
            if matches!(self.hint(path), Hint::Paths(paths) if paths.contains(&self.path(path))) {
                return self.check();
            }
        }
    }

    /// Fails where memory has not what is on disk.
    #[track_caller]
    fn check(&self) {
        assert_eq!(told(&self.recall, &self.root), told(&Disk, &self.root));
    }
}

fn told(files: &dyn Files, root: &Path) -> Vec<String> {
    let entries = files.walk(root, &|path| !path.ends_with("public")).into_iter().flatten();
    let entries = entries.filter(|entry| !entry.path.ends_with("public"));
    entries.map(|entry| format!("{:?} {}", entry.stat.kind, entry.path.display())).collect()
}

#[test]
fn an_atomic_save_is_told_and_never_is_a_deletion() {
    let mut site = site(&["content/x.md"]);
    site.write("content/.x.md.tmp");
    site.rename("content/.x.md.tmp", "content/x.md");
    site.expect(&["content/x.md"]);
    assert!(site.recall.knows(&site.path("content/x.md")));
}

#[test]
fn a_save_that_deletes_first_is_told() {
    let mut site = site(&["content/x.md"]);
    Disk.remove_file(&site.path("content/x.md")).unwrap();
    site.write("content/x.md");
    site.expect(&["content/x.md"]);
    assert!(site.recall.knows(&site.path("content/x.md")));
}

#[test]
fn a_deleted_file_is_told() {
    let mut site = site(&["content/reports/x.md", "site.yaml"]);
    Disk.remove_file(&site.path("content/reports/x.md")).unwrap();
    site.expect(&["content/reports/x.md"]);
    Disk.remove_file(&site.path("site.yaml")).unwrap();
    site.expect(&["site.yaml"]);
}

#[test]
fn a_renamed_file_is_told_with_both_names() {
    let mut site = site(&["content/x.md"]);
    site.rename("content/x.md", "content/y.md");
    site.expect(&["content/x.md", "content/y.md"]);
}

#[test]
fn a_storm_of_renames_ends_with_the_last_name() {
    let mut site = site(&["content/x0.md", "content/y.md"]);
    for n in 0..200 {
        site.rename(&format!("content/x{n}.md"), &format!("content/x{}.md", n + 1));
    }
    site.expect(&["content/x0.md", "content/x200.md"]);
    assert!(site.recall.knows(&site.path("content/x200.md")));
}

#[test]
fn polling_tells_of_everything_again_and_again() {
    let mut site = watched(&["content/x.md"], How::Poll);
    for path in ["content/y.md", "content/z.md"] {
        site.write(path);
        assert_eq!(site.hint("a look at everything"), Hint::Everything);
        site.watcher.looked(Duration::from_millis(1));
        site.check();
    }
}

#[test]
fn everything_is_looked_at_beside_events() {
    let mut site = site(&["content/x.md"]);
    assert_eq!(site.hint("a look at everything"), Hint::Everything);
}

#[test]
fn a_deadline_ends_the_wait_and_news_comes_before_it() {
    let mut site = site(&["content/x.md"]);
    let past = Some(clock::now());
    assert_eq!(site.watcher.next(past, &|_| true), Wake::Deadline);
    assert_eq!(site.watcher.next(past, &|_| true), Wake::Deadline);
    site.watcher.ready.add([PathBuf::from("/x")].into());
    assert_eq!(site.watcher.next(past, &|_| true), Wake::Hint(["/x"].into_iter().collect()));
}

#[test]
fn stopping_ends_the_wait_for_ever() {
    let mut site = site(&["content/x.md"]);
    let stopper = site.watcher.stopper();
    let stopping = std::thread::spawn(move || stopper.stop());
    let known = |_: &Path| true;
    let mut wake = site.watcher.next(None, &known);
    while matches!(wake, Wake::Hint(_)) {
        wake = site.watcher.next(None, &known);
    }
    stopping.join().unwrap();
    assert_eq!(wake, Wake::Stop);
    assert_eq!(site.watcher.next(Some(clock::now()), &known), Wake::Stop);
}
