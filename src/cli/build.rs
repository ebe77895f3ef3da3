//! `gloss build` and `gloss check`

use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::{Args, ValueEnum};

use super::Global;
use super::base_url;
use super::now::Now;
use super::outside::Outside;
use super::progress::Bar;
use super::site::{Overlay, Site};
use super::stop::{Exit, Stop};
use crate::build::{self, Counts, Mode, Outcome, Progress, Silent};
use crate::config::{BaseUrl, Settings};
use crate::files::Files;
use crate::tell::{self, Diagnosis, Sources, Tally};

/// Build the site.
///
/// Every page is made, and what differs from the last build is written. Where there is an error, nothing is.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  gloss build
  gloss build --drafts --out /tmp/preview
  gloss build --strict --base-url https://example.org/reports")]
pub(super) struct Build {
    #[command(flatten)]
    flags: Flags,

    /// Take over an output folder that has files in it; none of them is deleted.
    #[arg(long)]
    adopt: bool,
}

/// Do all that build does, except write.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  gloss check --strict
  gloss check --format json | jq -r .message")]
pub(super) struct Check {
    #[command(flatten)]
    flags: Flags,
}

/// Flags that build and check share.
#[derive(Debug, Args)]
struct Flags {
    /// Write the site to this folder [default: `out` of site.yaml, else public]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// Let the site stand at this address [default: `base_url` of site.yaml]
    #[arg(long, value_name = "URL", value_parser = base_url::read)]
    base_url: Option<BaseUrl>,

    /// Show drafts and embargoed files too.
    #[arg(long)]
    drafts: bool,

    #[command(flatten)]
    now: Now,

    /// Take warnings for errors.
    #[arg(long)]
    strict: bool,

    /// Tell problems to people, or to programs as one JSON object a line on standard output.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Json,
}

impl Build {
    pub(super) fn run(&self, global: &Global, outside: &mut Outside<'_>) -> Result<Exit, Stop> {
        self.flags.run(Mode::Build, self.adopt, global, outside)
    }
}

impl Check {
    pub(super) fn run(&self, global: &Global, outside: &mut Outside<'_>) -> Result<Exit, Stop> {
        self.flags.run(Mode::Check, false, global, outside)
    }
}

impl Flags {
    fn run(&self, mode: Mode, adopt: bool, global: &Global, outside: &mut Outside<'_>) -> Result<Exit, Stop> {
        let began = Instant::now();
        let mut site = Site::find(global, outside)?;
        let overlay = Overlay {
            out: self.out.as_deref(),
            base_url: self.base_url.as_ref(),
            drafts: self.drafts,
            now: self.now.seconds(outside)?,
            strict: self.strict,
            adopt,
        };
        let settings = site.settings(&overlay, outside);
        let mut outcome = Outcome::default();
        if site.is_readable() {
            let fails = site
                .problems
                .iter()
                .any(|it| tell::effective(it.name, &settings.config.lint, self.strict) == crate::problem::Level::Deny);
            let mode = if fails { Mode::Check } else { mode };
            let bar = !global.quiet && self.format == Format::Human && outside.can_redraw();
            let progress: Box<dyn Progress> = if bar { Box::new(Bar::new()) } else { Box::new(Silent) };
            outcome = build::build(outside.files, &settings, mode, &*progress);
        }
        outcome.problems.append(&mut site.problems);

        let texts = Texts { files: outside.files, root: &settings.root, outcome: &outcome };
        let found = tell::locate(&outcome.problems, &settings.config.lint, self.strict, &texts);
        let tally = found.tally();
        let exit = if tally.errors > 0 { Exit::Errors } else { Exit::Fine };
        match self.print(&found, global, outside) {
            // Who closed the pipe has read enough, and gets the exit code all the same.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(exit),
            printed => printed?,
        }
        if !global.quiet {
            let seconds = began.elapsed().as_secs_f64();
            let line = closing_line(mode, outcome.counts.unwrap_or_default(), tally, seconds, &settings, outside);
            writeln!(outside.err, "{line}")?;
        }
        Ok(exit)
    }

    fn print(&self, found: &Diagnosis, global: &Global, outside: &mut Outside<'_>) -> io::Result<()> {
        let look = outside.look(global.color);
        for problem in &found.problems {
            match self.format {
                Format::Human => writeln!(outside.err, "{}\n", found.human(problem, look))?,
                Format::Json => writeln!(outside.out, "{}", tell::json(problem))?,
            }
        }
        Ok(())
    }
}

/// What was done, in one line.
fn closing_line(
    mode: Mode,
    counts: Counts,
    tally: Tally,
    seconds: f64,
    settings: &Settings,
    outside: &Outside<'_>,
) -> String {
    let Counts { pages, written, unchanged, removed } = counts;
    let pages = format!("{pages} page{}", if pages == 1 { "" } else { "s" });
    match mode {
        Mode::Build if tally.errors > 0 => format!("Failed: {tally}. Nothing was written."),
        Mode::Check if tally.errors > 0 => format!("Failed: {tally}."),
        Mode::Check => format!("Checked {pages} in {seconds:.2} s: {tally}"),
        Mode::Build => {
            let out = settings.out.strip_prefix(&outside.folder).unwrap_or(&settings.out).display();
            let done = format!("{written} written, {unchanged} unchanged, {removed} removed → {out}");
            let found = if tally == Tally::default() { String::new() } else { format!(" ({tally})") };
            format!("Built {pages} in {seconds:.2} s: {done}{found}")
        }
    }
}

/// The files that problems are in.
struct Texts<'a> {
    files: &'a dyn Files,
    root: &'a Path,
    outcome: &'a Outcome,
}

impl Sources for Texts<'_> {
    fn text(&self, file: &str) -> Option<String> {
        // What is no UTF-8 is shown as far as it is; up to the first such byte all places are right.
        Some(String::from_utf8_lossy(&self.files.read(&self.root.join(file)).ok()?).into_owned())
    }

    fn link_span(&self, file: &str, number: u32) -> Option<Range<u32>> {
        self.outcome.link_span(file, number)
    }
}
