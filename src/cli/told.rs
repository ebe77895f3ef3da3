//! Telling what was found and done. Problems are told once, then those that are new.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use super::colour::When;
use super::outside::Outside;
use crate::build::Why;
use crate::matter::Str;
use crate::problem::Name;
use crate::tell::{Diagnosis, Located, Tally};

/// `192 pages`
pub(super) fn pages(count: usize) -> String {
    format!("{count} page{}", if count == 1 { "" } else { "s" })
}

/// What was found, behind what was done: ` (2 errors)`; nothing where there is nothing to tell.
pub(super) fn found(tally: Tally) -> String {
    if tally == Tally::default() { String::new() } else { format!(" ({tally})") }
}

/// Tells which pages were made, and why.
pub(super) fn explain(rendered: &[(Str, Why)], outside: &mut Outside<'_>) -> io::Result<()> {
    rendered.iter().try_for_each(|(route, why)| writeln!(outside.err, "{route}: {why}"))
}

/// A problem without its line: that moves when something is written above it.
type Key = (Name, String, Option<Arc<str>>);

/// The problems that have been told on standard error and still stand.
#[derive(Default)]
pub(super) struct Told(BTreeMap<Key, usize>);

impl Told {
    /// Tells the problems that were not there before.
    pub(super) fn tell(&mut self, found: &Diagnosis, color: When, outside: &mut Outside<'_>) -> io::Result<()> {
        let look = outside.look(color);
        let mut now: BTreeMap<Key, usize> = BTreeMap::new();
        for problem in &found.problems {
            let count = now.entry(key(problem)).or_default();
            *count += 1;
            if *count > self.0.get(&key(problem)).copied().unwrap_or(0) {
                writeln!(outside.err, "{}\n", found.human(problem, look))?;
            }
        }
        self.0 = now;
        Ok(())
    }
}

fn key(problem: &Located) -> Key {
    (problem.name, problem.message.clone(), problem.mark.as_ref().map(|mark| Arc::clone(&mark.file)))
}
