//! Systems that refuse to tell of changes.

use std::sync::Mutex;

use notify::{Config, ErrorKind, EventHandler, RecursiveMode, WatcherKind};

use super::*;
use crate::files::Memory;

/// A system that can watch so many folders, and notes which it does.
#[derive(Debug, Clone)]
struct Limited {
    most: usize,
    folders: Arc<Mutex<BTreeSet<PathBuf>>>,
}

impl notify::Watcher for Limited {
    fn new<F: EventHandler>(_: F, _: Config) -> notify::Result<Self> {
        Ok(limited(0))
    }

    fn watch(&mut self, path: &Path, _: RecursiveMode) -> notify::Result<()> {
        let mut folders = self.folders.lock().unwrap();
        if folders.len() == self.most {
            return Err(notify::Error::new(ErrorKind::MaxFilesWatch));
        }
        folders.insert(path.to_owned());
        Ok(())
    }

    fn unwatch(&mut self, path: &Path) -> notify::Result<()> {
        self.folders.lock().unwrap().remove(path);
        Ok(())
    }

    fn kind() -> WatcherKind {
        WatcherKind::NullWatcher
    }
}

fn limited(most: usize) -> Limited {
    Limited { most, folders: Arc::default() }
}

fn plan(folders: &[&str]) -> Watched {
    let folders = folders.iter().map(|name| Path::new("/site").join(name)).collect();
    Watched { root: "/site".into(), folders, out: "/site/public".into() }
}

fn start(files: &Arc<Memory>, system: &Limited) -> Watcher {
    let system = |_| Ok(Box::new(system.clone()) as System);
    Watcher::with(Arc::clone(files) as Arc<dyn Files>, plan(&["content", "themes/dusk"]), Some(&system))
}

fn next(watcher: &mut Watcher) -> Wake {
    watcher.next(Some(clock::now() + PATIENCE), &|_| true)
}

fn limit() -> Wake {
    Wake::Notice(Notice {
        message: "the system's limit of watched folders is reached; looking every half second instead".to_owned(),
        help: cfg!(target_os = "linux")
            .then(|| "raise the limit: sudo sysctl fs.inotify.max_user_watches=524288".to_owned()),
    })
}

#[test]
fn where_no_more_folders_can_be_watched_all_is_looked_at() {
    let files = Arc::new(Memory::new().with("/site/content/x.md", ""));
    let mut watcher = start(&files, &limited(1));
    assert_eq!(next(&mut watcher), limit());
    assert_eq!(next(&mut watcher), Wake::Hint(Hint::Everything));
    assert_eq!(next(&mut watcher), Wake::Hint(Hint::Everything));
}

#[test]
fn a_limit_that_is_reached_later_is_told_then() {
    let files = Arc::new(Memory::new().with("/site/content/x.md", ""));
    let mut watcher = start(&files, &limited(2));
    let refuse = |watcher: &Watcher| {
        watcher.inbox.put(News::read(Err(notify::Error::new(ErrorKind::MaxFilesWatch))).unwrap());
    };
    refuse(&watcher);
    assert_eq!(next(&mut watcher), limit());
    refuse(&watcher);
    assert_eq!(next(&mut watcher), Wake::Hint(Hint::Everything));
    assert_eq!(next(&mut watcher), Wake::Hint(Hint::Everything));
}

#[test]
fn a_system_that_tells_nothing_at_all_is_told_with_its_reason() {
    let files: Arc<dyn Files> = Arc::new(Memory::new());
    let refuse = |_| Err(notify::Error::io(std::io::ErrorKind::Unsupported.into()));
    let mut watcher = Watcher::with(files, plan(&[]), Some(&refuse));
    let message = "the system does not tell of changes (unsupported); looking every half second instead";
    assert_eq!(next(&mut watcher), Wake::Notice(Notice { message: message.to_owned(), help: None }));
    assert_eq!(next(&mut watcher), Wake::Hint(Hint::Everything));
}

#[test]
fn a_shared_file_system_is_looked_at_as_well() {
    let mounts = "disk / ext4 rw 0 0\nhost /site 9p rw 0 0\n";
    let files = Arc::new(Memory::new().with("/site/content/x.md", "").with("/proc/self/mounts", mounts));
    let mut watcher = start(&files, &limited(9));
    let message = "the site is on a network or shared file system (9p), where not every change is told; looking every \
                   half second as well";
    assert_eq!(next(&mut watcher), Wake::Notice(Notice { message: message.to_owned(), help: None }));
    assert_eq!(next(&mut watcher), Wake::Hint(Hint::Everything));
}

#[test]
fn watches_follow_the_folders() {
    let files = Arc::new(Memory::new().with("/site/content/x.md", "").with("/site/themes/dawn/x", ""));
    let system = limited(9);
    let mut watcher = start(&files, &system);
    let set = || system.folders.lock().unwrap().iter().map(|path| path.display().to_string()).collect::<Vec<_>>();
    assert_eq!(set(), ["/site", "/site/content", "/site/themes"]);
    files.put("/site/themes/dusk/x", "");
    assert_eq!(next(&mut watcher), Wake::Hint(Hint::Everything));
    assert_eq!(set(), ["/site", "/site/content", "/site/themes/dusk"]);
    watcher.set_watched(plan(&["content/a", "content", ".git"]));
    assert_eq!(set(), ["/site", "/site/content"]);
    files.remove_tree(Path::new("/site")).unwrap();
    watcher.mend();
    assert_eq!(set(), [""; 0]);
}

#[test]
fn lost_events_set_every_watch_anew() {
    let files = Arc::new(Memory::new().with("/site/content/x.md", ""));
    let system = limited(9);
    let mut watcher = start(&files, &system);
    system.folders.lock().unwrap().clear();
    watcher
        .inbox
        .put(News::read(Err(notify::Error::generic("lost"))).map(|news| News { refusal: None, ..news }).unwrap());
    assert_eq!(next(&mut watcher), Wake::Hint(Hint::Everything));
    assert_eq!(*system.folders.lock().unwrap(), ["/site", "/site/content"].map(PathBuf::from).into());
}
