//! How often everything is looked at, whatever events say.

use std::time::{Duration, Instant};

/// When to look at everything again.
#[derive(Debug)]
pub(super) struct Pace {
    usual: Duration,
    /// How long looking at everything takes.
    takes: Duration,
    last: Instant,
}

/// Beside events: these can get lost.
pub(super) const WITH_EVENTS: Duration = Duration::from_secs(2);
/// Where looking is all that is done, or where not all events are told.
pub(super) const POLLING: Duration = Duration::from_millis(500);

/// Of the time, one part of so many goes into looking.
const SHARE: u32 = 20;

impl Pace {
    pub(super) fn new(usual: Duration, now: Instant) -> Self {
        Self { usual, takes: Duration::ZERO, last: now }
    }

    /// When the next look is due.
    pub(super) fn next(&self) -> Instant {
        self.last + self.usual.max(self.takes * (SHARE - 1))
    }

    /// A look begins, or has ended, at this moment.
    pub(super) fn mark(&mut self, now: Instant) {
        self.last = now;
    }

    /// A look that has ended now took so long.
    pub(super) fn looked(&mut self, took: Duration, now: Instant) {
        self.takes = took;
        self.mark(now);
    }

    pub(super) fn set_usual(&mut self, usual: Duration) {
        self.usual = usual;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watch::clock;

    #[test]
    fn looking_takes_a_twentieth_of_the_time_at_most() {
        let start = clock::now();
        let mut pace = Pace::new(WITH_EVENTS, start);
        assert_eq!(pace.next(), start + Duration::from_secs(2));
        pace.looked(Duration::from_millis(20), start);
        assert_eq!(pace.next(), start + Duration::from_secs(2));
        pace.looked(Duration::from_secs(1), start);
        assert_eq!(pace.next(), start + Duration::from_secs(19));
        pace.set_usual(POLLING);
        pace.looked(Duration::from_millis(20), start);
        assert_eq!(pace.next(), start + Duration::from_millis(500));
    }
}
