//! What holds of every problem: it lies within its file, and can be drawn.

use std::collections::BTreeMap;
use std::ops::Range;

use glossator::problem::{Problem, Spot};
use glossator::tell::{Look, Sources, json, locate};

/// So many problems of an input are drawn: drawing takes longer than finding them.
const DRAWN: usize = 4;

/// A file that problems are in.
#[derive(Debug, Clone, Copy)]
pub struct File<'a> {
    /// Its path.
    pub path: &'a str,
    /// Its text.
    pub text: &'a str,
    /// Where its links are.
    pub links: &'a [Range<u32>],
}

/// Fails where a problem is not in the file, where its place is not one of whole characters within the text, or where it
/// has no extent.
///
/// # Panics
/// When one does not hold.
pub fn check(problems: &[Problem], file: File<'_>) {
    for problem in problems {
        let places = problem.place.iter().chain(problem.related.iter().map(|related| &related.place));
        for place in places {
            assert_eq!(&*place.file, file.path, "{problem:?}");
            match place.spot {
                Spot::Bytes(start, end) => {
                    let range = start as usize..end as usize;
                    assert!(file.text.get(range).is_some(), "no place in {} bytes: {problem:?}", file.text.len());
                }
                Spot::Link(number) => assert!((number as usize) < file.links.len(), "{problem:?}"),
                Spot::File | Spot::Value(_) | Spot::Key(_) | Spot::Character(..) => {}
            }
        }
        let words = problem.message.trim();
        assert!(!words.is_empty() && !words.ends_with('.'), "{problem:?}");
    }
    let found = locate(problems, &BTreeMap::new(), false, &file);
    for problem in found.problems.iter().take(DRAWN) {
        let extent = problem.mark.as_ref().and_then(|mark| mark.extent.as_ref());
        assert!(extent.is_none_or(|extent| file.text.get(extent.bytes.clone()).is_some()), "{problem:?}");
        let drawn = found.human(problem, Look { colour: false, width: 100 });
        assert!(drawn.contains(problem.name.as_str()), "{drawn}");
        assert!(!json(problem).contains('\n'), "{problem:?}");
    }
}

impl Sources for File<'_> {
    fn text(&self, _: &str) -> Option<String> {
        Some(self.text.to_owned())
    }

    fn link_span(&self, _: &str, number: u32) -> Option<Range<u32>> {
        self.links.get(number as usize).cloned()
    }

    fn redacted(&self, _: &str, _: &str) -> Vec<Range<usize>> {
        Vec::new()
    }

    fn is_copy(&self, _: &str) -> bool {
        false
    }
}
