//! Files that are missing for a moment: editors save by renaming a new file over the old one, or by deleting that first.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::files::Files;

/// Paths that wait until it is clear whether something is gone or being saved.
#[derive(Debug, Default)]
pub(super) struct Doubts(Vec<Doubt>);

#[derive(Debug)]
struct Doubt {
    /// What was there and is missing.
    missing: BTreeSet<PathBuf>,
    /// What is handed over when it is back, or when it is believed gone.
    held: BTreeSet<PathBuf>,
    until: Instant,
}

/// What is missing for so long is gone.
const PATIENCE: Duration = Duration::from_millis(40);
/// How often to look whether it is back.
const STEP: Duration = Duration::from_millis(5);

impl Doubts {
    /// Says what of named paths is to be handed over now, and holds the rest back: those that are missing though they
    /// were `known`, and with them those at which something has appeared, since that may be what has been moved there. A
    /// save then is one change, and a renamed file is never seen twice. Edits of other files don't wait.
    pub(super) fn sort(
        &mut self,
        paths: BTreeSet<PathBuf>,
        files: &dyn Files,
        known: &dyn Fn(&Path) -> bool,
        now: Instant,
    ) -> BTreeSet<PathBuf> {
        let mut ready = self.settle(files, now);
        let (mut missing, mut appeared) = (BTreeSet::new(), BTreeSet::new());
        for path in paths {
            let place = match (files.stat(&path).is_ok(), known(&path)) {
                (false, true) => &mut missing,
                (true, false) => &mut appeared,
                _ => &mut ready,
            };
            place.insert(path);
        }
        if missing.is_empty() {
            ready.append(&mut appeared);
        } else {
            appeared.extend(missing.iter().cloned());
            self.0.push(Doubt { missing, held: appeared, until: now + PATIENCE });
        }
        ready
    }

    /// What need not wait any longer.
    pub(super) fn settle(&mut self, files: &dyn Files, now: Instant) -> BTreeSet<PathBuf> {
        let mut ready = BTreeSet::new();
        self.0.retain_mut(|doubt| {
            doubt.missing.retain(|path| files.stat(path).is_err());
            let is_over = doubt.missing.is_empty() || doubt.until <= now;
            if is_over {
                ready.append(&mut doubt.held);
            }
            !is_over
        });
        ready
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// When to look again.
    pub(super) fn next(&self, now: Instant) -> Option<Instant> {
        let first = self.0.iter().map(|doubt| doubt.until).min()?;
        Some(first.min(now + STEP))
    }

    /// When all that is in doubt now will be clear.
    pub(super) fn end(&self) -> Option<Instant> {
        self.0.iter().map(|doubt| doubt.until).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Memory;
    use crate::watch::clock;

    /// A site that has `x.md` and `y.md`, and is known as it was then.
    struct Site {
        files: Memory,
        doubts: Doubts,
        start: Instant,
    }

    fn site() -> Site {
        let files = Memory::new().with("/x.md", "").with("/y.md", "");
        Site { files, doubts: Doubts::default(), start: clock::now() }
    }

    impl Site {
        fn sort(&mut self, paths: BTreeSet<PathBuf>, after: u64) -> BTreeSet<PathBuf> {
            let known = |path: &Path| path == Path::new("/x.md") || path == Path::new("/y.md");
            self.doubts.sort(paths, &self.files, &known, self.start + Duration::from_millis(after))
        }

        fn settle(&mut self, after: u64) -> BTreeSet<PathBuf> {
            self.doubts.settle(&self.files, self.start + Duration::from_millis(after))
        }

        fn remove(&self, path: &str) {
            self.files.remove_file(Path::new(path)).unwrap();
        }
    }

    fn at(paths: &[&str]) -> BTreeSet<PathBuf> {
        paths.iter().map(PathBuf::from).collect()
    }

    #[test]
    fn a_file_that_comes_back_was_never_gone() {
        let mut site = site();
        site.remove("/x.md");
        assert_eq!(site.sort(at(&["/x.md", "/y.md"]), 0), at(&["/y.md"]));
        assert_eq!(site.settle(39), at(&[]));
        site.files.put("/x.md", "new");
        assert_eq!(site.settle(39), at(&["/x.md"]));
        assert_eq!(site.doubts.next(site.start), None);
    }

    #[test]
    fn a_file_that_stays_away_is_believed_gone() {
        let mut site = site();
        site.remove("/x.md");
        assert_eq!(site.sort(at(&["/x.md"]), 0), at(&[]));
        assert_eq!(site.doubts.next(site.start), Some(site.start + STEP));
        assert_eq!(site.settle(40), at(&["/x.md"]));
    }

    #[test]
    fn a_renamed_file_is_one_change() {
        let mut site = site();
        site.files.rename(Path::new("/x.md"), Path::new("/z.md")).unwrap();
        assert_eq!(site.sort(at(&["/x.md", "/z.md"]), 0), at(&[]));
        assert_eq!(site.settle(40), at(&["/x.md", "/z.md"]));
    }

    #[test]
    fn the_news_that_it_is_back_ends_the_wait() {
        let mut site = site();
        site.remove("/x.md");
        assert_eq!(site.sort(at(&["/x.md"]), 0), at(&[]));
        site.files.put("/x.md", "new");
        assert_eq!(site.sort(at(&["/x.md"]), 12), at(&["/x.md"]));
        assert_eq!(site.settle(100), at(&[]));
    }

    #[test]
    fn what_nobody_knows_is_not_waited_for() {
        let mut site = site();
        assert_eq!(site.sort(at(&["/gone.tmp", "/y.md"]), 0), at(&["/gone.tmp", "/y.md"]));
    }
}
