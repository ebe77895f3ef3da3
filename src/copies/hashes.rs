//! The hashes that are remembered: between rounds in memory, between processes in `.gloss/hashes`.
//!
//! A text, one line a file: hash, length in bytes, time of change and time of change of its entry (ctime), both in
//! nanoseconds since 1970, path. The first line names the format; the last is the digest of all lines before it, so that a
//! cut or edited memory is none. It only saves time: where it is missing, damaged or can't be written, files are read.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use super::Sha256;
use crate::digest::{seal, unseal};
use crate::files::{Files, Kind, Stat};
use crate::matter::Str;

/// The hashes of files, with what the files were like when they were read.
#[derive(Debug, Default)]
pub struct Hashes {
    known: BTreeMap<Str, Known>,
    /// Whether what is known differs from what `.gloss/` has.
    is_new: bool,
}

/// What is known of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    sha256: Sha256,
    len: u64,
    modified: u64,
    changed: i64,
}

const FORMAT: &str = "gloss hashes 1";
const FOLDER: &str = ".gloss";
const NAME: &str = "hashes";

impl Hashes {
    /// What earlier processes have remembered of the site at `root`.
    #[must_use]
    pub fn read(files: &dyn Files, root: &Path) -> Self {
        let bytes = files.read(&root.join(FOLDER).join(NAME)).ok();
        Self { known: bytes.and_then(|bytes| parse(&bytes)).unwrap_or_default(), is_new: false }
    }

    /// Remembers it for later processes, if there is anything new. Where that fails, they will read the files again.
    pub fn write(&mut self, files: &dyn Files, root: &Path) {
        if !std::mem::replace(&mut self.is_new, false) {
            return;
        }
        let folder = root.join(FOLDER);
        let is_ours = match files.stat(&folder) {
            Ok(stat) => stat.kind == Kind::Folder,
            // What lies here is of use on this machine only, so that no repository should take it.
            Err(_) => files.write(&folder.join(".gitignore"), b"*\n").is_ok(),
        };
        if is_ours {
            // Written beside its place and moved there, so that no reader sees half of one.
            let beside = folder.join("hashes.new");
            let written = files.write(&beside, print(&self.known).as_bytes());
            let _ = written.and_then(|_| files.rename(&beside, &folder.join(NAME)));
        }
    }

    /// The hash of a file that is as it was.
    pub(super) fn get(&self, path: &str, stat: &Stat) -> Option<Sha256> {
        let known = self.known.get(path)?;
        (*known == Known::new(known.sha256, stat)).then_some(known.sha256)
    }

    pub(super) fn replace(&mut self, known: BTreeMap<Str, Known>) {
        self.is_new |= self.known != known;
        self.known = known;
    }
}

impl Known {
    pub(super) fn new(sha256: Sha256, stat: &Stat) -> Self {
        Self { sha256, len: stat.len, modified: stat.modified_nanoseconds(), changed: stat.changed }
    }
}

fn print(known: &BTreeMap<Str, Known>) -> String {
    let mut text = format!("{FORMAT}\n");
    // A name with a line break is not remembered.
    for (path, known) in known.iter().filter(|(path, _)| !path.contains(['\n', '\r'])) {
        let Known { sha256, len, modified, changed } = known;
        // Writing to a string can't fail.
        let _ = writeln!(text, "{sha256} {len} {modified} {changed} {path}");
    }
    seal(&mut text);
    text
}

/// Reads a memory; `None` when it is of another version, cut, or edited.
fn parse(bytes: &[u8]) -> Option<BTreeMap<Str, Known>> {
    unseal(bytes, FORMAT)?.map(parse_line).collect()
}

fn parse_line(line: &str) -> Option<(Str, Known)> {
    let mut fields = line.splitn(5, ' ');
    let mut next = || fields.next();
    let sha256 = Sha256::from_hex(next()?)?;
    let (len, modified, changed) = (next()?.parse().ok()?, next()?.parse().ok()?, next()?.parse().ok()?);
    Some((Str::from(next()?), Known { sha256, len, modified, changed }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_memory_survives_its_own_text_and_no_other() {
        let sha256 = Sha256::from_hex(&"5f".repeat(32)).unwrap();
        let known = |len| Known { sha256, len, modified: 1_577_000_000_123_456_789, changed: -1 };
        let all: BTreeMap<Str, Known> = [("archive/خطاب 1.pdf".into(), known(1)), ("b".into(), known(2))].into();
        let text = print(&all);
        assert_eq!(parse(text.as_bytes()), Some(all));
        let foreign = text.replace("hashes 1", "hashes 2");
        for bad in ["", "\n", &text[..text.len() / 2], &text.replace("5f", "5e"), &foreign] {
            assert_eq!(parse(bad.as_bytes()), None, "{bad}");
        }
    }
}
