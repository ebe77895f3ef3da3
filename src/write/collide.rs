//! Paths that can't stand beside each other: twice the same, or a file where another needs a folder.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Bound;

use super::Taken;
use super::path::{OutPath, folders};
use crate::problem::{Name, Problem};

/// Every collision of this build's files, each with the names of both. Case and Unicode normal form make no difference:
/// the output may be copied to a file system that knows none.
pub(super) fn collisions(taken: &Taken) -> Vec<Problem> {
    let mut problems: Vec<_> = taken.twice.iter().map(twice).collect();
    let mut by_folded: HashMap<Cow<'_, str>, &OutPath> = HashMap::with_capacity(taken.files.len());
    for path in taken.files.keys() {
        if let Some(first) = by_folded.insert(path.folded(), path) {
            let message = format!("`{first}` and `{path}` differ only in case or in their Unicode form");
            problems.push(duplicate(message).help("give one of them another name".to_owned()));
        }
    }
    let mut seen = String::new();
    for path in taken.files.keys() {
        let text = path.folded();
        let folder = text.rsplit_once('/').map_or("", |(folder, _)| folder);
        if folder == seen {
            continue;
        }
        for above in folders(&text) {
            if let Some(file) = by_folded.get(above) {
                problems.push(duplicate(format!("`{file}` would be a file, and a folder for `{path}`")));
            }
        }
        folder.clone_into(&mut seen);
    }
    problems
}

/// Whether a file of this build is where `path` needs a folder, or in a folder where `path` would be a file.
pub(super) fn is_blocked(taken: &Taken, path: &OutPath) -> bool {
    let mut below = path.to_string();
    below.push('/');
    let next = taken.files.range::<str, _>((Bound::Excluded(below.as_str()), Bound::Unbounded)).next();
    next.is_some_and(|(other, _)| other.as_str().starts_with(&below))
        || path.folders().any(|folder| taken.files.contains_key(folder))
}

fn twice(path: &OutPath) -> Problem {
    duplicate(format!("two files would be written to `{path}`"))
}

fn duplicate(message: String) -> Problem {
    Problem::nowhere(Name::DuplicateRoute, message)
}
