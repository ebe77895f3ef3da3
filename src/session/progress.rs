//! Hearing how far the work is.

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
