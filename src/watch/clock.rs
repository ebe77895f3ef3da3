//! The monotonic clock: the one place that asks it. All that decides by time is given the moment.

use std::time::Instant;

/// Now.
#[must_use]
pub fn now() -> Instant {
    Instant::now()
}
