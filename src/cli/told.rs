//! Telling what was found and done. Problems are told once, then those that are new.

use std::cmp::Reverse;
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
    counted(count, "page", "pages")
}

/// A number of things.
pub(super) fn counted(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}

/// What was found, behind what was done: ` (2 errors)`; nothing where there is nothing to tell.
pub(super) fn found(tally: Tally) -> String {
    if tally == Tally::default() { String::new() } else { format!(" ({tally})") }
}

/// Tells which pages were made, and why.
pub(super) fn explain(rendered: &[(Str, Why)], outside: &mut Outside<'_>) -> io::Result<()> {
    rendered.iter().try_for_each(|(route, why)| writeln!(outside.err, "{route}: {why}"))
}

/// So many problems are told after one change.
const MOST: usize = 20;

/// A problem without its line: that moves when something is written above it.
type Key = (Name, String, Option<Arc<str>>);

/// The problems that have been told on standard error and still stand.
#[derive(Default)]
pub(super) struct Told(BTreeMap<Key, usize>);

impl Told {
    /// Tells the problems that were not there before, the gravest first. A folder that is moved away takes a thousand
    /// links with it: of many the number is told.
    pub(super) fn tell(&mut self, found: &Diagnosis, color: When, outside: &mut Outside<'_>) -> io::Result<()> {
        let look = outside.look(color);
        let mut now: BTreeMap<Key, usize> = BTreeMap::new();
        let is_new = |problem: &&Located| {
            let count = now.entry(key(problem)).or_default();
            *count += 1;
            *count > self.0.get(&key(problem)).copied().unwrap_or(0)
        };
        let mut new: Vec<&Located> = found.problems.iter().filter(is_new).collect();
        if new.len() > MOST {
            new.sort_by_key(|problem| Reverse(problem.level));
        }
        for problem in new.iter().take(MOST) {
            writeln!(outside.err, "{}\n", found.human(problem, look))?;
        }
        if let Some(more) = new.len().checked_sub(MOST).filter(|more| *more > 0) {
            writeln!(outside.err, "… and {more} more; `gloss check` tells them all\n")?;
        }
        self.0 = now;
        Ok(())
    }
}

fn key(problem: &Located) -> Key {
    (problem.name, problem.message.clone(), problem.mark.as_ref().map(|mark| Arc::clone(&mark.file)))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::files::Memory;
    use crate::problem::{Place, Problem};

    struct NoTexts;

    impl crate::tell::Sources for NoTexts {
        fn is_copy(&self, _: &str) -> bool {
            false
        }

        fn text(&self, _: &str) -> Option<String> {
            None
        }

        fn redacted(&self, _: &str, _: &str) -> Vec<std::ops::Range<usize>> {
            Vec::new()
        }

        fn link_span(&self, _: &str, _: u32) -> Option<std::ops::Range<u32>> {
            None
        }
    }

    fn diagnosis(problems: impl IntoIterator<Item = (Name, String)>) -> Diagnosis {
        let place = Place::file(&"content/a.md".into());
        let problems: Vec<_> =
            problems.into_iter().map(|(name, message)| Problem::at(name, place.clone(), message)).collect();
        crate::tell::locate(&problems, &BTreeMap::new(), false, &NoTexts)
    }

    fn told(told: &mut Told, found: &Diagnosis) -> String {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut outside = Outside {
            files: Arc::new(Memory::new()),
            folder: PathBuf::from("/"),
            environment: &|_| None,
            clock: &|| 0,
            terminal: false,
            out: &mut out,
            err: &mut err,
        };
        told.tell(found, When::Never, &mut outside).unwrap();
        String::from_utf8(err).unwrap()
    }

    #[test]
    fn a_problem_is_told_once_for_as_long_as_it_stands() {
        let (mut live, one) = (Told::default(), diagnosis([(Name::OldId, "`a` is now called `b`".into())]));
        assert!(told(&mut live, &one).contains("`a` is now called `b`"));
        assert_eq!(told(&mut live, &one), "");
        assert_eq!(told(&mut live, &diagnosis([])), "");
        assert!(told(&mut live, &one).contains("`a` is now called `b`"));
    }

    #[test]
    fn of_a_thousand_problems_the_gravest_are_told_and_the_rest_is_counted() {
        let warnings = (0..999).map(|n| (Name::OldId, format!("old {n}")));
        let many = diagnosis(warnings.chain([(Name::BrokenLink, "nothing stands there".into())]));
        let all = told(&mut Told::default(), &many);
        assert!(all.starts_with("error[broken-link]: nothing stands there"), "{all}");
        assert_eq!(all.matches("warning[old-id]").count(), MOST - 1);
        assert!(all.ends_with("… and 980 more; `gloss check` tells them all\n\n"), "{all}");
    }
}
