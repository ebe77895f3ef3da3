//! What is ready to be handed over.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Instant;

use crate::files::Hint;

/// Hints for the one who waits. Named paths and a look at everything are handed over one after the other: a named file is
/// looked at more closely than all the others.
#[derive(Debug, Default)]
pub(super) struct Ready {
    paths: BTreeSet<PathBuf>,
    /// A look at everything is to be handed over, at this moment at the latest.
    everything: Option<Instant>,
    /// It has let paths go first, and does so only once.
    has_waited: bool,
}

impl Ready {
    pub(super) fn add(&mut self, paths: BTreeSet<PathBuf>) {
        self.paths.extend(paths);
    }

    /// Asks for a look at everything, at `latest` when something is in doubt until then.
    pub(super) fn add_everything(&mut self, latest: Instant) {
        self.everything.get_or_insert(latest);
    }

    /// Takes what is to be handed over next. While something is in doubt a look at everything waits, since it would see
    /// what is being saved as deleted.
    pub(super) fn take(&mut self, now: Instant, is_doubtful: bool) -> Option<Hint> {
        let everything = self.everything.is_some_and(|latest| latest <= now || !is_doubtful);
        if everything && (self.paths.is_empty() || self.has_waited) {
            self.everything = None;
            self.has_waited = false;
            return Some(Hint::Everything);
        }
        self.has_waited = everything;
        (!self.paths.is_empty()).then(|| Hint::Paths(std::mem::take(&mut self.paths)))
    }

    /// When there is something to take even if nothing more comes.
    pub(super) fn next(&self, now: Instant) -> Option<Instant> {
        if self.paths.is_empty() { self.everything } else { Some(now) }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::watch::clock;

    fn at(path: &str) -> BTreeSet<PathBuf> {
        [PathBuf::from(path)].into()
    }

    #[test]
    fn named_paths_go_first_but_only_once() {
        let (mut ready, now) = (Ready::default(), clock::now());
        ready.add(at("/a"));
        ready.add_everything(now);
        assert_eq!(ready.take(now, false), Some(Hint::Paths(at("/a"))));
        ready.add(at("/b"));
        assert_eq!(ready.take(now, false), Some(Hint::Everything));
        assert_eq!(ready.take(now, false), Some(Hint::Paths(at("/b"))));
        assert_eq!(ready.take(now, false), None);
    }

    #[test]
    fn a_look_at_everything_waits_for_a_save_to_end() {
        let (mut ready, now) = (Ready::default(), clock::now());
        let latest = now + Duration::from_millis(40);
        ready.add_everything(latest);
        assert_eq!((ready.take(now, true), ready.next(now)), (None, Some(latest)));
        assert_eq!(ready.take(now, false), Some(Hint::Everything));
        ready.add_everything(latest);
        assert_eq!(ready.take(latest, true), Some(Hint::Everything));
    }
}
