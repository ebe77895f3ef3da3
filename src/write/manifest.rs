//! The manifest: what an earlier build wrote, and which inputs each file was made of.
//!
//! A text, one line a file: fingerprint, hash, size in bytes, time of change and time of change of its entry (ctime), both
//! in nanoseconds since 1970, path. The first line names the format; the last is the digest of all lines before it, so that
//! a cut or edited manifest is none.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::path::OutPath;
use crate::digest::{Digest, seal, unseal};
use crate::files::{Kind, Stat};

/// One file of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Record {
    /// Of what the file was made.
    pub(super) fingerprint: Digest,
    /// The digest of its bytes.
    pub(super) hash: Digest,
    /// Its length in bytes.
    pub(super) len: u64,
    /// Its time of change as written, in nanoseconds since 1970.
    pub(super) modified: u64,
    /// The time of the last change of its entry, which programs can't set.
    pub(super) changed: i64,
}

/// All files of the output, sorted by path.
pub(super) type Manifest = BTreeMap<OutPath, Record>;

const KIND: &str = "gloss manifest ";
const FORMAT: &str = "gloss manifest 2";

impl Record {
    pub(super) fn new(fingerprint: Digest, hash: Digest, stat: &Stat) -> Self {
        Self { fingerprint, hash, len: stat.len, modified: stat.modified_nanoseconds(), changed: stat.changed }
    }

    /// Whether a file is as this record's build left it, as far as size and times tell. A file that was moved, copied or
    /// touched since may be as well, which its bytes tell.
    pub(super) fn fits(&self, stat: &Stat) -> bool {
        stat.kind == Kind::File && *self == Self::new(self.fingerprint, self.hash, stat)
    }
}

/// The manifest's text.
pub(super) fn print(manifest: &Manifest) -> String {
    let mut text = String::with_capacity(FORMAT.len() + 40 + manifest.len() * 160);
    text.push_str(FORMAT);
    text.push('\n');
    for (path, Record { fingerprint, hash, len, modified, changed }) in manifest {
        // Writing to a string can't fail.
        let _ = write!(text, "{fingerprint} {hash} {len} {modified} {changed} ");
        escape(&mut text, path.as_str());
        text.push('\n');
    }
    seal(&mut text);
    text
}

/// Whether a manifest is one of another version.
pub(super) fn is_of_another_version(bytes: &[u8]) -> bool {
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    first != FORMAT.as_bytes() && first.starts_with(KIND.as_bytes())
}

/// Reads a manifest; `None` when it is of another version, cut, or edited.
pub(super) fn parse(bytes: &[u8]) -> Option<Manifest> {
    unseal(bytes, FORMAT)?.map(parse_line).collect()
}

fn parse_line(line: &str) -> Option<(OutPath, Record)> {
    let mut fields = line.splitn(6, ' ');
    let mut next = || fields.next();
    let fingerprint = Digest::from_hex(next()?)?;
    let hash = Digest::from_hex(next()?)?;
    let len = next()?.parse().ok()?;
    let modified = next()?.parse().ok()?;
    let changed = next()?.parse().ok()?;
    let path = unescape(next()?)?;
    Some((path, Record { fingerprint, hash, len, modified, changed }))
}

/// A path may hold line breaks. It can't hold a backslash, so that one needs no escape.
fn escape(text: &mut String, path: &str) {
    if path.contains(['\n', '\r']) {
        text.push_str(&path.replace('\n', "\\n").replace('\r', "\\r"));
    } else {
        text.push_str(path);
    }
}

fn unescape(path: &str) -> Option<OutPath> {
    if path.contains('\\') {
        OutPath::new(&path.replace("\\n", "\n").replace("\\r", "\r")).ok()
    } else {
        OutPath::new(path).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        let record = |n: u64| Record {
            fingerprint: Digest::of(&n),
            hash: Digest::of_bytes(b"x"),
            len: n,
            modified: 1_577_000_000_123_456_789,
            changed: 1_577_000_000_123_456_790,
        };
        let paths = ["actors/خليفة/index.html", "index.html", "with\nbreak and space"];
        paths.into_iter().zip(0..).map(|(path, n)| (OutPath::new(path).unwrap(), record(n))).collect()
    }

    #[test]
    fn a_manifest_survives_its_own_text() {
        let text = print(&manifest());
        assert_eq!(parse(text.as_bytes()), Some(manifest()));
        assert_eq!(parse(print(&Manifest::new()).as_bytes()), Some(Manifest::new()));
        let line = text.lines().last().unwrap().len();
        assert_eq!((text.lines().count(), line), (5, 32));
    }

    #[test]
    fn a_cut_edited_or_foreign_manifest_is_none() {
        let text = print(&manifest());
        let cut = &text[..text.len() / 2];
        let edited = text.replace("index.html", "index.htm");
        let foreign = text.replace("manifest 2", "manifest 1");
        for bad in ["", "\n", cut, &edited, &foreign, "gloss manifest 2\n"] {
            assert_eq!(parse(bad.as_bytes()), None, "{bad}");
        }
        assert_eq!(parse(b"\xff\n"), None);
        let other = [&text, &foreign, "gloss manifest 10\n", "gloss manifest", ""];
        assert_eq!(other.map(|text| is_of_another_version(text.as_bytes())), [false, true, true, false, false]);
    }

    #[test]
    fn a_manifest_that_leads_out_of_the_output_is_none() {
        let line = format!("{0} {0} 1 1 1 ../x\n", Digest::default());
        let text = format!("{FORMAT}\n{line}");
        let text = format!("{text}{}\n", Digest::of_bytes(text.as_bytes()));
        assert_eq!(parse(text.as_bytes()), None);
    }
}
