//! follow: a session that follows its folder.
//!
//! One loop for `watch` and `serve`: it waits until something may have changed, looks again where that was, and hands over
//! what it has seen. Time alone is a reason, too: an embargo ends.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::config::Settings;
use crate::copies::Copies;
use crate::files::{Files, Hint, Recall};
use crate::problem::Name;
use crate::session::{Overlay, Round, SITE_YAML, Seen, Session};
use crate::watch::{self, How, Notice, Stopper, Wake, Watched, Watcher};

/// A site that is followed. It looks at the files through a memory of them, and writes past it.
pub struct Follower {
    recall: Arc<Recall>,
    root: PathBuf,
    watcher: Watcher,
    made_of: Option<MadeOf>,
    /// When time alone changes something, in seconds since 1970.
    next_change: Option<i64>,
    /// When to try once more what could not be written.
    again: Option<Instant>,
}

/// What a site is made of.
struct MadeOf {
    /// The folders.
    folders: Vec<PathBuf>,
    /// The settings and the stored copies that they were found with.
    settings: Arc<Settings>,
    copies: Arc<Copies>,
}

/// So long after it could not be written, the output is tried once more: a disk that was full says nothing.
const AGAIN: Duration = Duration::from_secs(5);

/// What has happened.
pub enum News {
    /// The site may be another.
    Changed(Seen),
    /// There is something to say about watching itself.
    Notice(Notice),
}

impl Follower {
    /// Follows the site at `root` from now on, and gives a session whose first round may begin.
    #[must_use]
    pub fn new(files: &Arc<dyn Files>, root: &Path, overlay: Overlay, how: How) -> (Self, Session) {
        // Events name real paths.
        let root = files.real(root).unwrap_or_else(|_| root.to_owned());
        let recall = Arc::new(Recall::new(Arc::clone(files)));
        // What comes and goes at the root is known exactly so. Where it can't be listed, the session will say why.
        let _ = recall.list(&root);
        let nothing_yet = Watched { root: root.clone(), folders: Vec::new(), out: root.join("public") };
        let watcher = Watcher::start(Arc::clone(files), nothing_yet, how);
        let session = Session::new(Arc::clone(&recall) as Arc<dyn Files>, root.clone(), overlay);
        let follower = Self { recall, root, watcher, made_of: None, next_change: None, again: None };
        (follower, session)
    }

    /// What ends the waiting, from any thread.
    #[must_use]
    pub fn stopper(&self) -> Stopper {
        self.watcher.stopper()
    }

    /// Notes what came of a round: which folders there are to watch, and when time alone will change something.
    pub fn note(&mut self, round: &Round, relisted: bool) {
        let settings = &round.settings;
        self.next_change = round.site.as_ref().and_then(|site| site.scene.graph.next_change);
        let refused = round.problems.iter().any(|problem| problem.name == Name::OutputRefused);
        self.again = refused.then(|| watch::now() + AGAIN);
        let copies = round.site.as_ref().map(|site| Arc::clone(&site.stored)).unwrap_or_default();
        let is_same =
            |before: &MadeOf| before.settings.config == settings.config && before.copies.keys().eq(copies.keys());
        if relisted || !self.made_of.as_ref().is_some_and(is_same) {
            let watched = Watched::of(&*self.recall, settings, &copies);
            self.made_of = Some(MadeOf { folders: watched.folders.clone(), settings: Arc::clone(settings), copies });
            self.watcher.set_watched(watched);
        }
    }

    /// Waits until something has happened; `None` when it was stopped. `now` tells the moment, in seconds since 1970.
    pub fn next(&mut self, now: &dyn Fn() -> i64) -> Option<News> {
        loop {
            let left = self.next_change.map(|change| change.saturating_sub(now()).max(0));
            // A clock that is set right while we wait is noticed within the minute.
            let left = left.map(|seconds| Duration::from_secs(seconds.unsigned_abs()).min(Duration::from_mins(1)));
            let recall = &self.recall;
            let deadline = left.map(|left| watch::now() + left).into_iter().chain(self.again).min();
            match self.watcher.next(deadline, &|path| recall.knows(path)) {
                Wake::Stop => return None,
                Wake::Notice(notice) => return Some(News::Notice(notice)),
                Wake::Deadline => {
                    let again = self.again.take_if(|again| *again <= watch::now());
                    if again.is_some() || self.next_change.is_some_and(|change| change <= now()) {
                        return Some(News::Changed(Seen::nothing()));
                    }
                }
                Wake::Hint(hint) => {
                    let began = watch::now();
                    let mut changes = self.recall.refresh(&hint);
                    if hint == Hint::Everything {
                        self.watcher.looked(began.elapsed());
                    }
                    changes.files.retain(|file| self.is_of_site(file));
                    if !changes.is_empty() {
                        return Some(News::Changed(Seen::new(&self.root, &changes)));
                    }
                }
            }
        }
    }

    /// Whether the site is made of a file: others at its root may be somebody's log of this very process.
    fn is_of_site(&self, file: &Path) -> bool {
        let Some(MadeOf { folders, copies, .. }) = &self.made_of else { return file == self.root.join(SITE_YAML) };
        file == self.root.join(SITE_YAML)
            || folders.iter().any(|folder| file.starts_with(folder))
            || copies.keys().any(|path| file == self.root.join(&**path))
    }
}
