//! watch: what may have changed in a site, told soon after.
//!
//! Events of the system are hints: they come late or double, and get lost. So they say only where to look again, and
//! now and then everything is looked at, whatever they say. Who is told compares with what it knows
//! ([`Recall`](crate::files::Recall)).

mod clock;
mod coverage;
mod doubts;
mod inbox;
mod mounts;
mod news;
mod notice;
mod pace;
mod ready;
#[cfg(test)]
mod tests;
mod watched;

pub use clock::now;
pub use notice::Notice;
pub use watched::Watched;

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use self::coverage::{Coverage, System};
use self::doubts::Doubts;
use self::inbox::{Inbox, Ring};
use self::news::News;
use self::pace::Pace;
use self::ready::Ready;
use crate::files::{Files, Hint};

/// How changes are noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// The system tells of them; every two seconds everything is looked at as well, since it may not tell all.
    Events,
    /// Everything is looked at every half second.
    Poll,
}

/// Why [`Watcher::next`] has returned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wake {
    /// Something may have changed. Paths lead through no symbolic link.
    Hint(Hint),
    /// The deadline has come.
    Deadline,
    /// There is something to say about watching itself.
    Notice(Notice),
    /// [`Stopper::stop`] was called.
    Stop,
}

/// Tells what may have changed in a site.
pub struct Watcher {
    files: Arc<dyn Files>,
    watched: Watched,
    inbox: Arc<Inbox>,
    /// Nothing where the system's events are not asked for, or can't be had.
    coverage: Option<Coverage>,
    pace: Pace,
    doubts: Doubts,
    ready: Ready,
    notice: Option<Notice>,
}

/// Ends a [`Watcher`]'s waiting, from any thread.
#[derive(Debug, Clone)]
pub struct Stopper(Arc<Inbox>);

impl Stopper {
    /// From now on [`Watcher::next`] returns [`Wake::Stop`].
    pub fn stop(&self) {
        self.0.stop();
    }
}

impl Watcher {
    /// Watches from now on: whoever looks at the site afterwards misses nothing. `files` is the file system itself, and
    /// no memory of one. Where the system refuses, everything is looked at every half second instead, and a
    /// [`Wake::Notice`] tells so.
    #[must_use]
    pub fn start(files: Arc<dyn Files>, watched: Watched, how: How) -> Self {
        let system = |inbox: Arc<Inbox>| {
            let put = move |event| {
                if let Some(news) = News::read(event) {
                    inbox.put(news);
                }
            };
            // Links are followed by us: an event has to name the real path.
            let config = notify::Config::default().with_follow_symlinks(false);
            let system = <notify::RecommendedWatcher as notify::Watcher>::new(put, config)?;
            Ok(Box::new(system) as System)
        };
        match how {
            How::Events => Self::with(files, watched, Some(&system)),
            How::Poll => Self::with(files, watched, None),
        }
    }

    fn with(
        files: Arc<dyn Files>,
        site: Watched,
        system: Option<&dyn Fn(Arc<Inbox>) -> notify::Result<System>>,
    ) -> Self {
        let usual = if system.is_some() { pace::WITH_EVENTS } else { pace::POLLING };
        let mut watcher = Self {
            watched: site.real(&*files),
            files,
            inbox: Arc::default(),
            coverage: None,
            pace: Pace::new(usual, clock::now()),
            doubts: Doubts::default(),
            ready: Ready::default(),
            notice: None,
        };
        if let Some(system) = system {
            match system(Arc::clone(&watcher.inbox)) {
                Ok(system) => watcher.coverage = Some(Coverage::new(system)),
                Err(error) => watcher.poll_instead(Notice::of_refusal(&error)),
            }
            // Nobody has looked at these folders yet, so that nothing was missed in them.
            drop(watcher.mend());
            watcher.ready = Ready::default();
        }
        if let (Some(_), Some(kind)) = (&watcher.coverage, mounts::shared(&*watcher.files, &watcher.watched.root)) {
            watcher.pace.set_usual(pace::POLLING);
            watcher.notice = Some(Notice::of_network(&kind));
        }
        watcher
    }

    /// Waits until something may have changed, until `deadline`, or for the end.
    ///
    /// Events that come close together are one hint: it is complete when nothing has come for 10 ms, and handed over
    /// after 100 ms at the latest. A path that is missing although it was `known` to be there is told after 40 ms, or
    /// when it is back: so long a file may be missing while it is saved. A deadline in the past returns at once.
    pub fn next(&mut self, deadline: Option<Instant>, known: &dyn Fn(&Path) -> bool) -> Wake {
        loop {
            match self.inbox.wait(self.until(deadline)) {
                Ring::Stop => return Wake::Stop,
                Ring::News(news) => self.take(news, known),
                Ring::Time => {}
            }
            let now = clock::now();
            self.ready.add(self.doubts.settle(&*self.files, now));
            if self.pace.next() <= now {
                // What was watched may be gone, without an event that says so.
                drop(self.mend());
                self.pace.mark(now);
                self.ready.add_everything(self.doubts.end().unwrap_or(now));
            }
            if let Some(notice) = self.notice.take() {
                return Wake::Notice(notice);
            }
            if let Some(hint) = self.ready.take(now, !self.doubts.is_empty()) {
                if hint == Hint::Everything {
                    self.pace.mark(now);
                }
                return Wake::Hint(hint);
            }
            if deadline.is_some_and(|deadline| deadline <= now) {
                return Wake::Deadline;
            }
        }
    }

    /// Watches other folders from now on: site.yaml may name another theme, and links may lead elsewhere. The next hint
    /// names those that are new.
    pub fn set_watched(&mut self, watched: Watched) {
        let watched = watched.real(&*self.files);
        if watched != self.watched {
            self.watched = watched;
            let fresh = self.mend();
            self.ready.add(fresh);
        }
    }

    /// Notes how long looking at everything took, so that this takes a twentieth of the time at most. To be called when
    /// the look that a [`Hint::Everything`] asked for has ended.
    pub fn looked(&mut self, took: Duration) {
        self.pace.looked(took, clock::now());
    }

    /// What ends the waiting.
    #[must_use]
    pub fn stopper(&self) -> Stopper {
        Stopper(Arc::clone(&self.inbox))
    }

    /// When to wake even if nothing comes.
    fn until(&self, deadline: Option<Instant>) -> Instant {
        let now = clock::now();
        let notice = self.notice.is_some().then_some(now);
        let times = [deadline, notice, self.ready.next(now), self.doubts.next(now)];
        times.into_iter().flatten().fold(self.pace.next(), Instant::min)
    }

    fn take(&mut self, mut news: News, known: &dyn Fn(&Path) -> bool) {
        if let Hint::Paths(paths) = &mut news.hint {
            paths.retain(|path| !self.watched.passes_over(path));
        }
        news.moved.retain(|path| !self.watched.passes_over(path));
        self.follow(&news);
        let now = clock::now();
        match news.hint {
            Hint::Paths(paths) => self.ready.add(self.doubts.sort(paths, &*self.files, known, now)),
            Hint::Everything => self.ready.add_everything(self.doubts.end().unwrap_or(now)),
        }
    }

    /// Sees to it that folders that came, went or were replaced are watched as they are now.
    fn follow(&mut self, news: &News) {
        let Some(coverage) = &mut self.coverage else { return };
        if news.refusal.is_some() {
            return self.poll_instead(news.refusal.clone());
        }
        if news.has_gaps {
            coverage.drop_all();
            drop(self.mend());
        } else if !news.moved.is_empty() {
            coverage.drop_below(&news.moved);
            if let Err(notice) = coverage.watch_new(&*self.files, &news.moved) {
                return self.poll_instead(Some(notice));
            }
            let fresh = self.mend();
            self.ready.add(fresh);
        }
    }

    /// Sees to it that what is to be watched is, and tells the folders that were not, of which something may have been
    /// missed.
    fn mend(&mut self) -> BTreeSet<PathBuf> {
        let Some(coverage) = &mut self.coverage else { return BTreeSet::new() };
        coverage.mend(&*self.files, &self.watched).unwrap_or_else(|notice| {
            self.poll_instead(Some(notice));
            BTreeSet::new()
        })
    }

    fn poll_instead(&mut self, notice: Option<Notice>) {
        self.coverage = None;
        self.notice = notice.or(self.notice.take());
        self.pace.set_usual(pace::POLLING);
        self.ready.add_everything(clock::now());
    }
}

impl fmt::Debug for Watcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watcher").field("watched", &self.watched).field("pace", &self.pace).finish_non_exhaustive()
    }
}
