//! Telling problems: all of them once, then those that are new.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use super::colour::When;
use super::outside::Outside;
use crate::problem::Name;
use crate::tell::{Diagnosis, Located};

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
