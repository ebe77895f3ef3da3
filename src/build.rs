//! build: the whole pipeline, from a folder of files to a folder of pages.

use std::ops::Range;

use crate::config::Settings;
use crate::files::Files;
use crate::problem::Problem;

/// Whether the output is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Pages are written, unless there is an error.
    Build,
    /// Everything is done but writing.
    Check,
}

/// Hears how far the work is. Called from several threads.
pub trait Progress: Sync {
    /// A stage begins that has `total` steps.
    fn begin(&self, stage: &str, total: usize);

    /// One step is done.
    fn tick(&self);
}

/// Tells nobody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _: &str, _: usize) {}

    fn tick(&self) {}
}

/// How many pages and files there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Pages of the site.
    pub pages: usize,
    /// Files written, since they are new or differ.
    pub written: usize,
    /// Files that were there already.
    pub unchanged: usize,
    /// Files of an earlier build that are no longer part of the site.
    pub removed: usize,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Outcome {
    /// All problems, in any order.
    pub problems: Vec<Problem>,
    /// `None` where a problem kept pages from being made.
    pub counts: Option<Counts>,
}

impl Outcome {
    /// The bytes of the n-th link of a file, counted as `Summary::links` does.
    #[must_use]
    pub fn link_span(&self, _file: &str, _number: u32) -> Option<Range<u32>> {
        None
    }
}

/// Builds or checks a site.
#[must_use]
pub fn build(_files: &dyn Files, _settings: &Settings, _mode: Mode, _progress: &dyn Progress) -> Outcome {
    Outcome { problems: Vec::new(), counts: Some(Counts::default()) }
}
