//! A bar for work that takes long enough to wonder.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::session::Progress;

/// A bar on standard error that appears after a second, and goes away with its value.
pub(super) struct Bar {
    drawn: ProgressBar,
    began: Instant,
    shown: AtomicBool,
}

/// Work that is done before this needs no bar.
const PATIENCE: Duration = Duration::from_secs(1);

impl Bar {
    pub(super) fn new() -> Self {
        let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{msg:>12} [{bar:30}] {pos}/{len}") {
            bar.set_style(style.progress_chars("=> "));
        }
        Self { drawn: bar, began: Instant::now(), shown: AtomicBool::new(false) }
    }

    fn show_when_it_takes_long(&self) {
        if self.began.elapsed() > PATIENCE && !self.shown.swap(true, Ordering::Relaxed) {
            self.drawn.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

impl Progress for Bar {
    fn begin(&self, stage: &str, total: usize) {
        self.show_when_it_takes_long();
        self.drawn.set_message(stage.to_owned());
        self.drawn.set_length(total as u64);
        self.drawn.set_position(0);
    }

    fn tick(&self) {
        self.show_when_it_takes_long();
        self.drawn.inc(1);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.drawn.finish_and_clear();
    }
}
