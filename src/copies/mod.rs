//! copies: the stored copies of sources, where each lies, and the SHA-256 of its bytes.
//!
//! A copy may lie anywhere within the site's folder, but in the output and in what is hidden. It may be larger than memory:
//! its bytes are read piece by piece, and its hash is remembered for as long as its length and its times stay what they
//! were.

mod hashes;
mod place;
mod sha256;
#[cfg(test)]
mod tests;

pub use hashes::Hashes;
pub use sha256::{Sha256, hash};

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use self::hashes::Known;
use self::place::Roots;
use crate::config::Settings;
use crate::files::{Files, Kind, reason};
use crate::load::Listing;
use crate::matter::Str;
use crate::nearest::nearest;

/// What was found of each copy, by the path from the root by which it is named.
pub type Copies = BTreeMap<Str, Result<Stored, Lost>>;

/// A copy that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// The SHA-256 of its bytes.
    pub sha256: Sha256,
    /// Its length in bytes.
    pub len: u64,
    /// Its path from the root without symbolic links.
    pub real: Str,
    /// What it is of the site itself, if anything: published as it is, it would show what pages leave out.
    pub role: Option<Role>,
}

/// What a file is of the site itself.
pub type Role = &'static str;

/// Why there is no copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost {
    /// There is no such file. The nearest right path, if one is near.
    Missing(Option<String>),
    /// It may not be taken: what is wrong with its place.
    Refused(String),
    /// It can't be read, for this reason.
    Unreadable(String),
}

/// Looks for the copies at `paths` and reads those that `hashes` does not know as they are now, in parallel; of the others
/// it forgets all. What `doubts` names is read in any case.
pub fn look(
    files: &dyn Files,
    settings: &Settings,
    listing: &Listing,
    paths: &[Str],
    hashes: &mut Hashes,
    doubts: &(dyn Fn(&str) -> bool + Sync),
) -> Copies {
    let roots = Roots::new(files, settings, listing);
    let looked = |path: &Str| find(files, &roots, path, hashes, doubts);
    let found: Vec<Result<(Stored, Option<Known>), Lost>> = paths.par_iter().map(looked).collect();
    let mut copies = Copies::new();
    let mut known = BTreeMap::new();
    for (path, found) in paths.iter().zip(found) {
        let found = found.map(|(stored, to_remember)| {
            known.extend(to_remember.map(|it| (stored.real.clone(), it)));
            stored
        });
        copies.insert(path.clone(), found);
    }
    hashes.replace(known);
    copies
}

/// The copy at a path, and what is to be remembered of it: nothing, if a change might not show.
fn find(
    files: &dyn Files,
    roots: &Roots<'_>,
    path: &Str,
    hashes: &Hashes,
    doubts: &dyn Fn(&str) -> bool,
) -> Result<(Stored, Option<Known>), Lost> {
    let (place, real) = roots.place(path)?;
    let unreadable = |why: &str| Lost::Unreadable(why.to_owned());
    let looked = files.now();
    let stat = files.stat(&place).map_err(|error| unreadable(&reason(&error)))?;
    if stat.kind != Kind::File {
        return Err(unreadable("it is no regular file"));
    }
    let known = hashes.get(&real, &stat).filter(|_| !doubts(path) && !doubts(&real));
    let sha256 = match known {
        Some(known) => known,
        None => hash(files, &place).map_err(|error| unreadable(&reason(&error)))?,
    };
    let to_remember = (!stat.is_recent(looked)).then(|| Known::new(sha256, &stat));
    Ok((Stored { sha256, len: stat.len, real, role: roots.role(&place) }, to_remember))
}

/// The path in a folder that is nearest to one that is not there; else the same below `content/`, where addresses begin.
fn near(files: &dyn Files, root: &Path, path: &str) -> Option<String> {
    let in_content = format!("content/{path}");
    if files.stat(&root.join(&in_content)).is_ok_and(|stat| stat.kind == Kind::File) {
        return Some(in_content);
    }
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let entries = files.list(&root.join(folder)).ok()?;
    let is_shown = |name: &&str| !name.starts_with('.');
    let names = entries.iter().filter(|entry| entry.stat.kind == Kind::File);
    let names = names.filter_map(|entry| entry.path.file_name()?.to_str()).filter(is_shown);
    let name = nearest(name, names)?;
    Some(if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") })
}
