//! One suite for both file systems: what holds on disk holds in memory.

use std::io;
use std::path::Path;
#[cfg(unix)]
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime};

use super::{Disk, Entry, Files, Kind, Memory, Stat, WalkError, reason};

/// A fresh, empty folder on disk and in memory.
fn both(check: impl Fn(&dyn Files, &Path)) {
    let folder = tempfile::tempdir().unwrap();
    check(&Disk, &folder.path().canonicalize().unwrap());
    let memory = Memory::new();
    memory.make_folder(Path::new("/site")).unwrap();
    check(&memory, Path::new("/site"));
}

/// What a walk tells, one line an entry.
fn told(files: &dyn Files, root: &Path, keep: &dyn Fn(&Path) -> bool) -> Vec<String> {
    let line = |entry: Result<Entry, WalkError>| match entry {
        Ok(entry) => format!("{:?} {}", entry.stat.kind, entry.path.strip_prefix(root).unwrap().display()),
        Err(error) => format!("{} {}", reason(&error.error), error.path.display()),
    };
    files.walk(root, keep).into_iter().map(line).collect()
}

#[test]
fn a_written_file_is_read_and_its_folders_are_made() {
    both(|files, root| {
        let path = root.join("a/b/c.txt");
        let written = files.write(&path, b"one").unwrap();
        assert_eq!(files.read(&path).unwrap(), b"one");
        assert_eq!(files.stat(&path).unwrap(), written);
        assert_eq!((written.kind, written.len), (Kind::File, 3));
        files.write(&path, b"2").unwrap();
        assert_eq!(files.read(&path).unwrap(), b"2");
    });
}

#[test]
fn what_is_no_file_is_neither_read_nor_overwritten() {
    both(|files, root| {
        files.write(&root.join("a/b"), b"").unwrap();
        assert_eq!(files.read(&root.join("a")).unwrap_err().to_string(), "not a regular file");
        assert_eq!(files.read(&root.join("c")).unwrap_err().kind(), io::ErrorKind::NotFound);
        assert!(files.write(&root.join("a"), b"").is_err());
        assert!(files.write(&root.join("a/b/c"), b"").is_err());
    });
}

#[test]
fn a_walk_is_sorted_by_components_and_passes_over_what_it_is_told_to() {
    both(|files, root| {
        for path in ["a-b/x", "a/z/y", "a/.git/config", "b"] {
            files.write(&root.join(path), b"").unwrap();
        }
        let keep = |path: &Path| !path.ends_with(".git");
        assert_eq!(
            told(files, root, &keep),
            ["Folder a", "Folder a/z", "File a/z/y", "Folder a-b", "File a-b/x", "File b"]
        );
        let listed = files.list(root).unwrap().into_iter().map(|entry| entry.path);
        assert_eq!(listed.collect::<Vec<_>>(), ["a", "a-b", "b"].map(|name| root.join(name)));
        assert_eq!(files.list(&root.join("missing")).unwrap_err().kind(), io::ErrorKind::NotFound);
        assert_eq!(files.list(&root.join("b")).unwrap_err().kind(), io::ErrorKind::NotADirectory);
        assert!(files.walk(&root.join("missing"), &|_| true).is_empty());
        assert!(files.walk(&root.join("b"), &|_| true).is_empty());
    });
}

#[test]
fn a_file_replaces_a_file_and_a_folder_moves_as_a_whole() {
    both(|files, root| {
        files.write(&root.join("old/x"), b"old").unwrap();
        files.write(&root.join("new"), b"new").unwrap();
        let before = files.stat(&root.join("new")).unwrap();
        files.rename(&root.join("new"), &root.join("old/x")).unwrap();
        let after = files.stat(&root.join("old/x")).unwrap();
        assert_eq!(after, Stat { changed: after.changed, ..before });
        files.rename(&root.join("old"), &root.join("far/below")).unwrap();
        assert_eq!(told(files, root, &|_| true), ["Folder far", "Folder far/below", "File far/below/x"]);
        assert_eq!(files.read(&root.join("far/below/x")).unwrap(), b"new");
        assert!(files.rename(&root.join("missing"), &root.join("far/x")).is_err());
    });
}

#[cfg(unix)]
#[test]
fn what_is_known_of_a_file_tells_one_from_another_and_a_change() {
    both(|files, root| {
        let write = |name: &str, text: &str| files.write(&root.join(name), text.as_bytes()).unwrap();
        let (first, second) = (write("a", "one"), write("b", "one"));
        assert_ne!(first.inode, second.inode);
        assert_ne!(write("a", "three"), first);
        assert!(first.changed > 0);
        // The clocks of a machine and of its file systems are not read at the same moment.
        let ahead = first.modified.duration_since(files.now()).unwrap_or_default();
        assert!(ahead < Duration::from_secs(2), "{ahead:?}");
    });
}

#[test]
fn only_an_empty_folder_is_removed_as_one() {
    both(|files, root| {
        files.write(&root.join("a/b/c"), b"").unwrap();
        assert!(files.remove_empty_folder(&root.join("a/b")).is_err());
        assert!(files.remove_file(&root.join("a/b")).is_err());
        files.remove_file(&root.join("a/b/c")).unwrap();
        files.remove_empty_folder(&root.join("a/b")).unwrap();
        files.write(&root.join("a/d/e"), b"").unwrap();
        files.remove_tree(&root.join("a")).unwrap();
        assert_eq!(told(files, root, &|_| true), [""; 0]);
    });
}

#[test]
fn a_lock_leaves_a_file_behind() {
    both(|files, root| {
        let path = root.join("a/lock");
        drop(files.lock(&path).unwrap());
        drop(files.lock(&path).unwrap());
        assert_eq!(files.read(&path).unwrap(), b"");
    });
}

#[test]
fn a_lock_on_disk_is_held_by_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lock");
    let first = Disk.lock(&path).unwrap();
    assert_eq!(Disk.lock(&path).unwrap_err().kind(), io::ErrorKind::WouldBlock);
    drop(first);
    Disk.lock(&path).unwrap();
}

#[test]
fn memory_plays_errors() {
    let files = Memory::new().with("/site/a/b", "b").with("/site/c", "c");
    files.break_reads("/site/a");
    files.break_writes("/site/c");
    let root = Path::new("/site");
    assert_eq!(told(&files, root, &|_| true), ["Folder a", "permission denied /site/a", "File c"]);
    assert_eq!(files.read(&root.join("a/b")).unwrap_err().kind(), io::ErrorKind::PermissionDenied);
    assert!(files.write(&root.join("c"), b"").is_err());
    files.mend();
    let before = files.stat(&root.join("c")).unwrap();
    files.change_unseen("/site/c", "C");
    assert_eq!((files.read(&root.join("c")).unwrap(), files.stat(&root.join("c")).unwrap()), (b"C".to_vec(), before));
    files.set_clock(0);
    assert_ne!(files.write(&root.join("c"), b"c").unwrap().changed, before.changed);
    files.set_clock(9);
    assert_eq!(files.write(&root.join("c"), b"").unwrap().modified, SystemTime::UNIX_EPOCH + Duration::from_secs(9));
}

/// The same links on disk and in memory: `file` and `folder` lead to `a/x` and `a`, `circle` to itself.
#[cfg(unix)]
fn with_links(check: impl Fn(&dyn Files, &Path)) {
    let links = [("file", "a/x"), ("folder", "a"), ("up", "../up"), ("circle", "circle"), ("nowhere", "missing")];
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    Disk.write(&root.join("a/x"), b"x").unwrap();
    let memory = Memory::new().with("/site/a/x", "x");
    for (link, target) in links {
        std::os::unix::fs::symlink(target, root.join(link)).unwrap();
        memory.link(&format!("/site/{link}"), target);
    }
    check(&Disk, &root);
    check(&memory, Path::new("/site"));
}

#[cfg(unix)]
#[test]
fn links_are_told_and_followed_only_on_request() {
    with_links(|files, root| {
        let folder = root.join("folder");
        assert_eq!(files.stat(&folder).unwrap().kind, Kind::Symlink);
        assert_eq!(files.real(&root.join("folder/x")).unwrap(), root.join("a/x"));
        assert_eq!(files.real(&root.join("file")).unwrap(), root.join("a/x"));
        assert_eq!(files.read(&root.join("file")).unwrap(), b"x");
        assert_eq!(files.link_target(&root.join("up")).unwrap(), Path::new("../up"));
        assert!(files.link_target(&root.join("a")).is_err());
        assert_eq!(files.real(&root.join("nowhere")).unwrap_err().kind(), io::ErrorKind::NotFound);
        assert_ne!(files.real(&root.join("circle")).unwrap_err().kind(), io::ErrorKind::NotFound);
        let told = told(files, root, &|path| !path.ends_with("up"));
        let lines = ["Folder a", "File a/x", "Symlink circle", "Symlink file", "Symlink folder", "Symlink nowhere"];
        assert_eq!(told, lines);
    });
}

#[cfg(unix)]
#[test]
fn writing_and_removing_at_a_link_leaves_its_target_alone() {
    with_links(|files, root| {
        files.write(&root.join("file"), b"new").unwrap();
        files.remove_file(&root.join("folder")).unwrap();
        files.remove_file(&root.join("circle")).unwrap();
        assert!(files.lock(&root.join("nowhere")).is_err());
        assert_eq!(files.stat(&root.join("file")).unwrap().kind, Kind::File);
        assert_eq!(files.read(&root.join("a/x")).unwrap(), b"x");
        assert!(files.stat(&root.join("missing")).is_err());
    });
}

#[cfg(unix)]
#[test]
fn a_fifo_is_no_file_and_is_never_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("fifo");
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    if made.is_ok_and(|status| status.success()) {
        assert_eq!(Disk.stat(&path).unwrap().kind, Kind::Other);
        assert_eq!(Disk.read(&path).unwrap_err().to_string(), "not a regular file");
        assert_eq!(Disk.open(&path).err().unwrap().to_string(), "not a regular file");
        assert!(Disk.lock(&path).is_err());
    }
}

#[cfg(unix)]
#[test]
fn a_socket_is_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("socket");
    let _socket = std::os::unix::net::UnixListener::bind(&path).unwrap();
    assert_eq!(Disk.read(&path).unwrap_err().to_string(), "not a regular file");
    assert_eq!(Disk.open(folder.path()).err().unwrap().to_string(), "not a regular file");
}

#[cfg(unix)]
#[test]
fn a_build_hung_when_a_fifo_took_the_place_of_a_file_before_it_was_opened() {
    let folder = tempfile::tempdir().unwrap();
    let [path, file, fifo] = ["x.md", "file", "fifo"].map(|name| folder.path().join(name));
    let made = std::process::Command::new("mkfifo").arg(&fifo).status();
    if !made.is_ok_and(|status| status.success()) {
        return;
    }
    Disk.write(&path, b"text").unwrap();
    let is_done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !is_done.load(Ordering::Relaxed) {
                for (from, to) in [(&path, &file), (&fifo, &path), (&path, &fifo), (&file, &path)] {
                    Disk.rename(from, to).unwrap();
                }
            }
        });
        for _ in 0..50_000 {
            match Disk.read(&path) {
                Ok(bytes) => assert_eq!(bytes, b"text"),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => assert_eq!(error.to_string(), "not a regular file"),
            }
        }
        is_done.store(true, Ordering::Relaxed);
    });
}

#[test]
fn where_no_file_system_tells_when_an_entry_changed_the_time_of_its_bytes_counts() {
    let at = |seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
    let stat = Stat { kind: Kind::File, len: 1, modified: at(100), inode: 0, changed: 0 };
    assert_eq!([101, 102].map(|seconds| stat.is_recent(at(seconds))), [true, false]);
    let stat = Stat { changed: 200_000_000_000, ..stat };
    assert_eq!([201, 202].map(|seconds| stat.is_recent(at(seconds))), [true, false]);
}
