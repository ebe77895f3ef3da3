//! Where news gathers until it is handed over.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::clock;
use super::news::News;

/// What waits to be handed over. One thread puts news in, another one waits for it.
#[derive(Debug, Default)]
pub(super) struct Inbox {
    state: Mutex<State>,
    bell: Condvar,
}

#[derive(Debug, Default)]
struct State {
    news: News,
    /// When the first and the last of the news came.
    came: Option<(Instant, Instant)>,
    is_stopped: bool,
}

/// Why a wait has ended.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Ring {
    Stop,
    News(News),
    Time,
}

/// A save is several events. It is over when nothing has come for this long.
const QUIET: Duration = Duration::from_millis(10);
/// News is handed over after this time, even if more is coming.
const LONGEST: Duration = Duration::from_millis(100);

impl Inbox {
    pub(super) fn put(&self, news: News) {
        let mut state = self.state();
        // Later news only moves the time at which the waiting thread wakes anyway.
        if state.add(news, clock::now()) {
            self.bell.notify_all();
        }
    }

    pub(super) fn stop(&self) {
        self.state().is_stopped = true;
        self.bell.notify_all();
    }

    /// Waits for the end, for news that is complete, and at the longest until `until`.
    pub(super) fn wait(&self, until: Instant) -> Ring {
        let mut state = self.state();
        loop {
            let now = clock::now();
            if let Some(ring) = state.ring(now, until) {
                return ring;
            }
            let ripe = state.ripe().unwrap_or(until).min(until);
            let waited = self.bell.wait_timeout(state, ripe.saturating_duration_since(now));
            (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Adds news, and says whether it is the first.
    fn add(&mut self, news: News, now: Instant) -> bool {
        self.news.merge(news);
        let first = self.came.map_or(now, |(first, _)| first);
        self.came.replace((first, now)).is_none()
    }

    /// When the news will be complete, if no more comes.
    fn ripe(&self) -> Option<Instant> {
        self.came.map(|(first, last)| (last + QUIET).min(first + LONGEST))
    }

    fn ring(&mut self, now: Instant, until: Instant) -> Option<Ring> {
        if self.is_stopped {
            Some(Ring::Stop)
        } else if self.ripe().is_some_and(|ripe| ripe <= now) {
            self.came = None;
            Some(Ring::News(self.news.take()))
        } else {
            (until <= now).then_some(Ring::Time)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Hint;

    fn news(path: &str) -> News {
        News { hint: [path].into_iter().collect(), ..News::default() }
    }

    fn ms(milliseconds: u64) -> Duration {
        Duration::from_millis(milliseconds)
    }

    #[test]
    fn what_comes_close_together_is_handed_over_together() {
        let (mut state, start) = (State::default(), clock::now());
        let never = start + ms(10_000);
        assert!(state.add(news("/a"), start));
        assert!(!state.add(news("/b"), start + ms(9)));
        assert_eq!(state.ring(start + ms(18), never), None);
        let both = News { hint: ["/a", "/b"].into_iter().collect::<Hint>(), ..News::default() };
        assert_eq!(state.ring(start + ms(19), never), Some(Ring::News(both)));
        assert_eq!(state.ring(start + ms(1000), never), None);
        assert_eq!(state.ring(never, never), Some(Ring::Time));
    }

    #[test]
    fn a_storm_is_handed_over_in_parts() {
        let (mut state, start) = (State::default(), clock::now());
        let never = start + ms(10_000);
        for after in (0..100).step_by(5) {
            state.add(news("/a"), start + ms(after));
            assert_eq!(state.ring(start + ms(after), never), None);
        }
        assert_eq!(state.ring(start + ms(100), never), Some(Ring::News(news("/a"))));
    }

    #[test]
    fn the_end_comes_before_everything_else() {
        let (mut state, start) = (State::default(), clock::now());
        state.add(news("/a"), start);
        state.is_stopped = true;
        assert_eq!(state.ring(start + ms(1000), start), Some(Ring::Stop));
    }
}
