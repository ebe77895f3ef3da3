//! `gloss archive`

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::Global;
use super::now::Now;
use super::outside::Outside;
use super::paint::Paint;
use super::site::{self, Chosen};
use super::stop::{Exit, Stop};
use super::told::counted;
use crate::archive::{Edit, described, has_hash, hash_into};
use crate::copies::{Lost, Sha256};
use crate::id::Id;
use crate::matter::{SourceRecord, Str};
use crate::parse::{Options, SourceFile};
use crate::resolve::FileIx;
use crate::session::Snapshot;

/// Fill in the hashes of the stored copies of sources.
///
/// With --hash, the SHA-256 of each copy that has none yet is written into the file that describes the source, behind
/// `copy`. Every other byte stays what it is. A hash that is not the copy's is told, and never overwritten without --force.
/// Without --hash, it is counted how many sources have a copy, and how many of them a hash.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  gloss archive                                     how many copies there are, and how many without a hash
  gloss archive --hash --dry-run                    show what would be written
  gloss archive --hash                              write it
  gloss archive --hash content/sources/memo.md      in one file
  gloss archive --hash --force content/sources/memo.md
                                                    take the file that is there now for the right one")]
pub(super) struct Archive {
    /// Look at these files of the site [default: all of them]
    #[arg(value_name = "FILES", requires = "hash")]
    files: Vec<PathBuf>,

    /// Write the SHA-256 of each copy beside it.
    #[arg(long)]
    hash: bool,

    /// Show what would be written, and write nothing.
    #[arg(long, requires = "hash")]
    dry_run: bool,

    /// Overwrite hashes that differ, and what is no hash.
    #[arg(long, requires = "hash")]
    force: bool,

    #[command(flatten)]
    now: Now,
}

/// What was found in all files.
#[derive(Default)]
struct Tally {
    copies: usize,
    without: usize,
    written: usize,
    files: usize,
    wrong: usize,
    /// Sources whose hash is given, or has been written just now.
    hashed: BTreeSet<Id>,
}

/// What there is to do about one description of a source.
enum Finding {
    Write(Sha256),
    Told(String),
}

impl Archive {
    pub(super) fn run(&self, global: &Global, outside: &mut Outside<'_>) -> Result<Exit, Stop> {
        let root = site::root(global, outside)?;
        let site = site::with_drafts(&root, &self.now, outside)?;
        let graph = &site.scene.graph;
        let chosen = Chosen::new(&self.files, outside);
        chosen.refuse_others(&root, graph)?;
        let hashed = graph.sources.iter().filter(|source| source.record.sha256.is_some());
        let mut tally = Tally { hashed: hashed.map(|source| source.id.clone()).collect(), ..Tally::default() };
        for number in 0..graph.files.len() {
            let path = root.join(&*graph.files[FileIx::from(number)].path);
            if chosen.has(&path) {
                self.file(&site, number.into(), &path, &mut tally, global, outside)?;
            }
        }
        if !global.quiet {
            writeln!(outside.err, "{}", self.closing_line(&tally))?;
        }
        Ok(if tally.wrong > 0 { Exit::Errors } else { Exit::Fine })
    }

    /// Looks at one file, shows what is found, and writes it.
    fn file(
        &self,
        site: &Snapshot,
        ix: FileIx,
        path: &Path,
        tally: &mut Tally,
        global: &Global,
        outside: &mut Outside<'_>,
    ) -> Result<(), Stop> {
        let graph = &site.scene.graph;
        let file = &graph.files[ix];
        let mut found = Vec::new();
        for (item, id, record) in described(&file.summary.matter) {
            let id = id.map_or_else(|| graph.doc_of(ix).id.clone(), Id::new);
            let finding = self.finding(site, &id, record, tally);
            found.extend(finding.map(|finding| (item, id, finding)));
        }
        if !self.hash || found.is_empty() {
            return Ok(());
        }
        let refused = |error: io::Error| site::unusable(&file.path, &error);
        let bytes = outside.files.read(path).map_err(refused)?;
        // What is no UTF-8 is told by `gloss check`.
        let Ok(mut text) = String::from_utf8(bytes) else { return Ok(()) };
        let kind = graph.doc_of(ix).kind.matter();
        let source = SourceFile { path: file.path.clone(), kind, lang: None };
        let options = Options::from(&*site.scene.config);
        let paint = Paint::new(outside.look(global.color).colour);
        writeln!(outside.out, "{}", paint.bold(&file.path))?;
        let mut written = 0;
        for (item, id, finding) in found {
            let line = item.line(&file.path, &text);
            let has_none = described(&file.summary.matter).any(|(it, _, record)| it == item && record.sha256.is_none());
            let is_malformed = has_none && has_hash(&file.path, &text, item);
            let told = match finding {
                Finding::Told(told) => told,
                Finding::Write(_) if !self.force && is_malformed => {
                    format!("`{id}` has a `sha256` that is none: 64 hexadecimal digits are; `--force` overwrites it")
                }
                Finding::Write(sha256) => match hash_into(&source, &text, &options, item, sha256) {
                    Some(edit) => {
                        show(&text, &edit, paint, outside.out)?;
                        text = edit.apply(&text);
                        written += 1;
                        continue;
                    }
                    None => format!("`{id}` can't be changed safely: write `sha256: {sha256}` beside its `copy`"),
                },
            };
            tally.wrong += 1;
            writeln!(outside.out, "{line:>5} {}", paint.doubted(&format!("? {told}")))?;
        }
        writeln!(outside.out)?;
        if written > 0 {
            tally.written += written;
            tally.files += 1;
            if !self.dry_run {
                outside.files.write(path, text.as_bytes()).map_err(refused)?;
            }
        }
        Ok(())
    }

    /// What there is to do about one description of a source.
    fn finding(&self, site: &Snapshot, id: &Id, record: &SourceRecord, tally: &mut Tally) -> Option<Finding> {
        let graph = &site.scene.graph;
        let elsewhere = || graph.source_ids.get(id).and_then(|ix| graph.sources[*ix].record.copy.as_ref());
        let copy: &Str = record.copy.as_ref().or_else(elsewhere)?;
        tally.copies += usize::from(record.copy.is_some());
        let stored = match site.stored.get(copy)? {
            Ok(stored) => stored,
            Err(lost) => {
                let why = match lost {
                    Lost::Missing(_) => "is not there".to_owned(),
                    Lost::Refused(what) => what.clone(),
                    Lost::Unreadable(why) => format!("can't be read: {why}"),
                };
                return record.copy.as_ref().map(|_| Finding::Told(format!("missing-copy: `{copy}` {why}")));
            }
        };
        let said = match &record.sha256 {
            Some(said) => said,
            // One hash is enough, wherever it is given.
            None if tally.hashed.contains(id) => return None,
            None => {
                tally.without += 1;
                tally.hashed.insert(id.clone());
                return Some(Finding::Write(stored.sha256));
            }
        };
        if **said == *stored.sha256.to_string() {
            return None;
        }
        let told = || Finding::Told(format!("wrong-hash: `{copy}` has {}; `--force` writes that", stored.sha256));
        Some(if self.force { Finding::Write(stored.sha256) } else { told() })
    }

    fn closing_line(&self, tally: &Tally) -> String {
        let copies = counted(tally.copies, "stored copy", "stored copies");
        let hashes = counted(tally.written, "hash", "hashes");
        let files = counted(tally.files, "file", "files");
        if !self.hash {
            let without = tally.without;
            return format!("{copies}, {without} without a hash. `gloss archive --hash` fills it in.");
        }
        let wrong = if tally.wrong > 0 { format!("; {} to look at", tally.wrong) } else { String::new() };
        let verb = if self.dry_run { "Would write" } else { "Wrote" };
        format!("{copies}. {verb} {hashes} in {files}{wrong}.")
    }
}

/// Shows the lines that a change touches, as they are and as they would be.
fn show(text: &str, edit: &Edit, paint: Paint, out: &mut dyn io::Write) -> io::Result<()> {
    let start = text[..edit.range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[edit.range.end..].find('\n').map_or(text.len(), |at| edit.range.end + at);
    let (before, line) = (&text[start..end], text[..start].matches('\n').count() + 1);
    let after = format!("{}{}{}", &text[start..edit.range.start], edit.text, &text[edit.range.end..end]);
    if let Some(added) = after.strip_prefix(before.trim_end_matches('\r')).filter(|added| added.contains('\n')) {
        writeln!(out, "{line:>5}   {}", crate::tell::visible(before.trim_end()))?;
        return writeln!(out, "      {}", paint.added(&format!("+ {}", added.trim_matches(['\r', '\n']))));
    }
    writeln!(out, "{line:>5} {}", paint.removed(&format!("- {}", before.trim_end())))?;
    writeln!(out, "      {}", paint.added(&format!("+ {}", after.trim_end())))
}
