//! What is remembered is what is there, and every change is told.

mod random;

use super::super::{Disk, Hint, Memory, reason};
use super::*;

/// A site in memory, and what is remembered of it.
struct Site {
    files: Arc<Memory>,
    recall: Recall,
}

/// A site with files at `paths`, all of which were walked.
fn site(paths: &[&str]) -> Site {
    let files = Arc::new(Memory::new());
    for path in paths {
        files.put(path, "text");
    }
    let recall = Recall::new(Arc::clone(&files) as Arc<dyn Files>);
    let site = Site { files, recall };
    site.check();
    site
}

/// A line for each entry of a walk: its path, its kind and, of a file or a link, all that is known.
fn told(files: &dyn Files, root: &str) -> Vec<String> {
    let keep = |path: &Path| !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('_'));
    let line = |entry: Result<Entry, WalkError>| match entry {
        Ok(Entry { path, stat: Stat { kind: Kind::Folder, .. } }) => format!("{}/", path.display()),
        Ok(Entry { path, stat }) => format!("{} {stat:?}", path.display()),
        Err(error) => format!("{}: {}", error.path.display(), reason(&error.error)),
    };
    files.walk(Path::new(root), &keep).into_iter().map(line).collect()
}

impl Site {
    /// Walks the site, and fails where memory has another one than the file system.
    #[track_caller]
    fn check(&self) {
        for root in ["/site", "/shared"] {
            assert_eq!(told(&self.recall, root), told(&*self.files, root));
        }
    }

    /// What looking again tells: the word `entries`, and files.
    #[track_caller]
    fn refresh(&self, hint: &Hint) -> Vec<String> {
        let changes = self.recall.refresh(hint);
        self.check();
        let entries = changes.entries.then(|| "entries".to_owned());
        entries.into_iter().chain(changes.files.iter().map(|path| path.display().to_string())).collect()
    }
}

fn at(paths: &[&str]) -> Hint {
    paths.iter().collect()
}

#[test]
fn what_is_remembered_is_not_asked_for_again() {
    let site = site(&["/site/a/x", "/site/y"]);
    site.files.put("/site/a/new", "");
    site.files.break_reads("/site");
    let again = site.recall.walk(Path::new("/site"), &|_| true);
    let paths: Vec<_> = again.into_iter().map(|entry| entry.unwrap().path.display().to_string()).collect();
    assert_eq!(paths, ["/site/a", "/site/a/x", "/site/y"]);
    assert_eq!(site.recall.stat(Path::new("/site/a/new")).unwrap_err().kind(), ErrorKind::NotFound);
    assert_eq!(site.recall.list(Path::new("/site/a")).unwrap().len(), 1);
    assert!(site.recall.knows(Path::new("/site/y")) && site.recall.knows(Path::new("/site")));
    assert!(!site.recall.knows(Path::new("/site/a/new")));
}

#[test]
fn a_named_file_is_told_even_if_it_looks_the_same() {
    let site = site(&["/site/a/x", "/site/a/y"]);
    assert_eq!(site.refresh(&at(&["/site/a/x"])), ["/site/a/x"]);
    site.files.put("/site/a/y", "other");
    assert_eq!(site.refresh(&at(&["/site/a/y"])), ["/site/a/y"]);
    assert_eq!(site.refresh(&at(&["/site/a", "/site/a/missing"])), [""; 0]);
}

#[test]
fn what_comes_and_goes_is_told_but_not_as_files() {
    let site = site(&["/site/a/x"]);
    site.files.put("/site/a/b/c/new", "");
    assert_eq!(site.refresh(&at(&["/site/a/b"])), ["entries"]);
    site.files.put("/site/a/y", "");
    assert_eq!(site.refresh(&at(&["/site/a/y"])), ["entries"]);
    site.files.remove_file(Path::new("/site/a/x")).unwrap();
    assert_eq!(site.refresh(&at(&["/site/a/x"])), ["entries"]);
    site.files.rename(Path::new("/site/a/b"), Path::new("/site/b")).unwrap();
    assert_eq!(site.refresh(&at(&["/site/a/b", "/site/b"])), ["entries"]);
    site.files.remove_tree(Path::new("/site")).unwrap();
    assert_eq!(site.refresh(&at(&["/site"])), ["entries"]);
    site.files.put("/site/a/y", "");
    assert_eq!(site.refresh(&at(&["/site"])), ["entries"]);
}

#[test]
fn a_folder_that_took_anothers_place_is_looked_at_whole() {
    let site = site(&["/site/a/b/x", "/new/b/x"]);
    site.files.remove_tree(Path::new("/site/a")).unwrap();
    site.files.rename(Path::new("/new"), Path::new("/site/a")).unwrap();
    assert_eq!(site.refresh(&at(&["/site/a"])), ["/site/a/b/x"]);
}

#[test]
fn everything_finds_what_nobody_has_named() {
    let site = site(&["/site/a/x", "/site/a/y", "/site/b/z"]);
    site.files.set_clock(100);
    assert_eq!(site.refresh(&Hint::Everything), ["/site/a/y", "/site/b/z"]);
    assert_eq!(site.refresh(&Hint::Everything), [""; 0]);
    site.files.put("/site/a/y", "other");
    site.files.remove_file(Path::new("/site/b/z")).unwrap();
    assert_eq!(site.refresh(&Hint::Everything), ["entries", "/site/a/y"]);
}

#[test]
fn a_change_that_does_not_show_is_suspected_for_two_seconds() {
    let site = site(&["/site/x"]);
    site.files.set_clock(100);
    site.files.put("/site/x", "text");
    site.refresh(&at(&["/site/x"]));
    site.files.change_unseen("/site/x", "TEXT");
    assert_eq!(site.refresh(&Hint::Everything), ["/site/x"]);
    site.files.set_clock(103);
    assert_eq!(site.refresh(&Hint::Everything), ["/site/x"]);
    assert_eq!(site.refresh(&Hint::Everything), [""; 0]);
}

#[test]
fn a_folder_that_can_no_longer_be_read_is_told_and_so_is_its_return() {
    let site = site(&["/site/a/b/x", "/site/y"]);
    site.files.break_reads("/site/a");
    assert_eq!(site.refresh(&at(&["/site/a"])), ["entries"]);
    assert_eq!(site.refresh(&at(&["/site/a"])), [""; 0]);
    assert_eq!(site.refresh(&at(&["/site/a/b/x"])), [""; 0]);
    site.files.mend();
    site.files.set_clock(100);
    assert_eq!(site.refresh(&Hint::Everything), ["entries", "/site/y"]);
}

#[test]
fn what_was_asked_about_by_itself_is_looked_at_too() {
    let site = site(&[]);
    let stat = |path: &str| site.recall.stat(Path::new(path)).map(|stat| stat.len).map_err(|error| error.kind());
    site.files.put("/other/site.yaml", "one");
    assert_eq!((stat("/other/site.yaml"), stat("/other/content")), (Ok(3), Err(ErrorKind::NotFound)));
    site.files.put("/other/site.yaml", "three");
    assert_eq!(stat("/other/site.yaml"), Ok(3));
    assert_eq!(site.refresh(&at(&["/other/site.yaml"])), ["/other/site.yaml"]);
    assert_eq!(stat("/other/site.yaml"), Ok(5));
    site.files.set_clock(100);
    site.refresh(&Hint::Everything);
    site.files.put("/other/content/x", "");
    assert_eq!(site.refresh(&Hint::Everything), ["entries"]);
    assert_eq!(stat("/other/content"), Ok(0));
    site.files.remove_tree(Path::new("/other")).unwrap();
    assert_eq!(site.refresh(&at(&["/other"])), ["entries"]);
    assert_eq!(stat("/other/site.yaml"), Err(ErrorKind::NotFound));
}

#[test]
fn nothing_is_told_of_what_nobody_asked_for_unless_it_is_wholly_unknown() {
    let site = site(&["/site/_hidden/x", "/site/y"]);
    assert_eq!(site.refresh(&at(&["/site/_hidden/x", "/site/_hidden"])), [""; 0]);
    assert_eq!(site.refresh(&at(&["/far/x"])), ["entries"]);
    site.files.put("/far/x", "");
    assert_eq!(site.refresh(&at(&["/far/x"])), ["entries", "/far/x"]);
}

#[test]
fn a_link_that_leads_elsewhere_is_told_and_a_folder_is_remembered_by_its_real_path() {
    let site = site(&["/site/x", "/shared/y"]);
    site.files.link("/site/link", "/shared");
    site.refresh(&at(&["/site/link"]));
    let through = || site.recall.walk(Path::new("/site/link"), &|_| true).len();
    assert_eq!(through(), 1);
    site.files.put("/shared/z", "");
    assert_eq!(through(), 2);
    assert_eq!(site.refresh(&at(&["/shared/z"])), ["entries"]);
    site.files.link("/site/link", "/site");
    assert_eq!(site.refresh(&at(&["/site/link"])), ["entries"]);
}

#[test]
fn what_is_written_through_it_is_known_at_once() {
    let site = site(&["/site/a/x"]);
    site.recall.write(Path::new("/site/a/b/y"), b"").unwrap();
    site.check();
    site.recall.rename(Path::new("/site/a"), Path::new("/site/c")).unwrap();
    site.check();
    site.recall.remove_tree(Path::new("/site/c/b")).unwrap();
    site.check();
}

#[test]
fn a_folder_on_disk_is_walked_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    let root = root.to_str().unwrap();
    let recall = Recall::new(Arc::new(Disk));
    for path in ["a-b/x", "a/z/y", "a/_no/x", "b"] {
        Disk.write(&Path::new(root).join(path), b"text").unwrap();
    }
    assert_eq!(told(&recall, root), told(&Disk, root));
    Disk.write(&Path::new(root).join("a/z/y"), b"longer").unwrap();
    Disk.rename(&Path::new(root).join("a-b"), &Path::new(root).join("a/c")).unwrap();
    assert!(recall.refresh(&Hint::Everything).entries);
    assert_eq!(told(&recall, root), told(&Disk, root));
}
