//! `gloss suggest`

use std::io;
use std::ops::Range;
use std::path::PathBuf;

use clap::Args;

use super::Global;
use super::now::Now;
use super::outside::Outside;
use super::paint::Paint;
use super::site::{self, Chosen};
use super::stop::{Exit, Stop};
use super::told::counted;
use crate::resolve::FileIx;
use crate::suggest::{Change, Suggestions, apply, changes, for_file};

/// Find names and dates in the texts that could be links.
///
/// Every name of an actor and every date phrase in running text that is no link yet is shown as one, with its reason: the
/// actor's name, or how the date was reckoned from the report's. What may be two things is told, and never linked.
/// Nothing is written without --write.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  gloss suggest                                   what could be linked in the whole site
  gloss suggest content/reports/2019/talks.md     in one report
  gloss suggest --write --first talks.md          link the first mention of each actor, and all dates")]
pub(super) struct Suggest {
    /// Look at these files of the site [default: all of them]
    #[arg(value_name = "FILES")]
    files: Vec<PathBuf>,

    /// Write the links into the files.
    #[arg(long)]
    write: bool,

    /// Of each actor, suggest only the first mention in a text.
    #[arg(long)]
    first: bool,

    #[command(flatten)]
    now: Now,
}

/// What was found in all files.
#[derive(Default)]
struct Tally {
    links: usize,
    doubts: usize,
    /// Files with links.
    files: usize,
}

impl Suggest {
    pub(super) fn run(&self, global: &Global, outside: &mut Outside<'_>) -> Result<Exit, Stop> {
        let root = site::root(global, outside)?;
        let site = site::with_drafts(&root, &self.now, outside)?;
        let graph = &site.scene.graph;
        let chosen = Chosen::new(&self.files, outside);
        let roster = site::roster(&site);
        let paint = Paint::new(outside.look(global.color).colour);
        let mut tally = Tally::default();
        for (number, file) in graph.files.iter().enumerate() {
            let path = root.join(&*file.path);
            if !chosen.has(&path) {
                continue;
            }
            let bytes = outside.files.read(&path).map_err(|error| site::unusable(&file.path, &error))?;
            // What is no UTF-8 is told by `gloss check`.
            let Ok(text) = String::from_utf8(bytes) else { continue };
            let found = for_file(graph, &site.scene.config, &roster, FileIx::from(number), &text, self.first);
            if found == Suggestions::default() {
                continue;
            }
            show(&file.path, &text, &found, paint, outside.out)?;
            tally.files += usize::from(!found.links.is_empty());
            tally.links += found.links.len();
            tally.doubts += found.doubts.len();
            if self.write && !found.links.is_empty() {
                let linked = apply(&text, &found.links);
                outside.files.write(&path, linked.as_bytes()).map_err(|error| site::unusable(&file.path, &error))?;
            }
        }
        chosen.refuse_others(&root, graph)?;
        if !global.quiet {
            writeln!(outside.err, "{}", self.closing_line(&tally))?;
        }
        Ok(Exit::Fine)
    }

    fn closing_line(&self, tally: &Tally) -> String {
        let Tally { links, doubts, files } = tally;
        let doubts = match doubts {
            0 => String::new(),
            doubts => format!("; {} can't be told", counted(*doubts, "phrase", "phrases")),
        };
        if *links == 0 {
            let begin = if self.write { "Nothing to write: found" } else { "Found" };
            return format!("{begin} no name and no date that could be a link and is none yet{doubts}");
        }
        let (links, files) = (counted(*links, "link", "links"), counted(*files, "file", "files"));
        if self.write {
            format!("Wrote {links} in {files}{doubts}")
        } else {
            format!("Found {links} in {files}{doubts}. `gloss suggest --write` writes them.")
        }
    }
}

/// Shows a file's lines as they are and as they would be, each link with its reason, then what can't be told.
pub(super) fn show(
    path: &str,
    text: &str,
    found: &Suggestions,
    paint: Paint,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let words = |range: &Range<usize>| text[range.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
    writeln!(out, "{}", paint.bold(path))?;
    for Change { line, before, after, links } in changes(text, &found.links) {
        for before in before.lines() {
            writeln!(out, "{line:>5} {}", paint.removed(&format!("- {before}")))?;
        }
        for after in after.lines() {
            writeln!(out, "      {}", paint.added(&format!("+ {after}")))?;
        }
        for link in links {
            writeln!(out, "        {} → {}: {}", words(&link.range), link.target, link.reason)?;
        }
    }
    for doubt in &found.doubts {
        let line = text[..doubt.range.start].matches('\n').count() + 1;
        let may = match &doubt.candidates[..] {
            [] => String::new(),
            candidates => format!(" (it may be {})", candidates.join(" or ")),
        };
        writeln!(out, "{line:>5} {}", paint.doubted(&format!("? {}: {}{may}", words(&doubt.range), doubt.reason)))?;
    }
    writeln!(out)
}
