//! `gloss build` and `gloss check`

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use clap::{Args, ValueEnum};

use super::Global;
use super::base_url;
use super::now::Now;
use super::outside::Outside;
use super::progress::Bar;
use super::site;
use super::stop::{Exit, Stop};
use super::told;
use crate::build::{self, Counts, Mode, Outcome};
use crate::config::{BaseUrl, Settings, Shard};
use crate::session::{Overlay, Progress, Session, Silent, plain};
use crate::tell::{self, Diagnosis, Tally};

/// Build the site.
///
/// Every page is made, and what differs from the last build is written. Where there is an error, nothing is.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  gloss build
  gloss build --drafts --out /tmp/preview
  gloss build --shard 2/3 --out part-2
  gloss build --strict --base-url https://example.org/reports")]
pub(super) struct Build {
    #[command(flatten)]
    flags: Flags,

    /// Take over an output folder that has files in it; none of them is deleted.
    #[arg(long)]
    adopt: bool,

    /// Make the I-th of N parts of the site, counted from 1; the parts together are the whole.
    #[arg(long, value_name = "I/N")]
    shard: Option<Shard>,

    /// Tell which pages were made, and why.
    #[arg(long)]
    explain: bool,
}

/// Do all that build does, except write.
///
/// Tells every problem in one run: what is wrong (an actor nobody knows, a link that leads nowhere) and what is doubtful (an
/// event after the report that tells of it, a quotation without a source). Errors give the exit code 1; with --strict,
/// warnings do too. `lint:` in site.yaml sets the level of a problem by its name, and asks for the advice that is off at
/// first, such as missing-archive and missing-hash.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  gloss check --strict
  gloss check --format json | jq -r .message
  gloss check --format sarif > gloss.sarif
  gloss check --format github           in a GitHub workflow: annotations beside the change")]
pub(super) struct Check {
    #[command(flatten)]
    flags: Flags,
}

/// Flags that build and check share.
#[derive(Debug, Args)]
struct Flags {
    #[command(flatten)]
    made: Made,

    /// Tell problems to people on standard error, or to programs on standard output.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

/// Flags of all that makes the site.
#[derive(Debug, Args)]
pub(super) struct Made {
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
    pub(super) now: Now,

    /// Take warnings for errors.
    #[arg(long)]
    strict: bool,
}

impl Made {
    /// What is laid over site.yaml. `--out` is relative to the current folder.
    pub(super) fn overlay(&self, adopt: bool, outside: &Outside<'_>) -> Overlay {
        Overlay {
            out: self.out.as_ref().map(|out| outside.folder.join(out)),
            base_url: self.base_url.clone(),
            drafts: self.drafts,
            strict: self.strict,
            adopt,
            shard: None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people, with the lines concerned
    Human,
    /// One JSON object a line
    Json,
    /// One SARIF 2.1.0 document, for code scanning
    Sarif,
    /// Annotations in a GitHub workflow
    Github,
}

impl Build {
    pub(super) fn run(&self, global: &Global, outside: &mut Outside<'_>) -> Result<Exit, Stop> {
        let overlay = Overlay { shard: self.shard, ..self.flags.made.overlay(self.adopt, outside) };
        self.flags.run(Mode::Build, overlay, self.explain, global, outside)
    }
}

impl Check {
    pub(super) fn run(&self, global: &Global, outside: &mut Outside<'_>) -> Result<Exit, Stop> {
        self.flags.run(Mode::Check, self.flags.made.overlay(false, outside), false, global, outside)
    }
}

impl Flags {
    fn run(
        &self,
        mode: Mode,
        overlay: Overlay,
        explain: bool,
        global: &Global,
        outside: &mut Outside<'_>,
    ) -> Result<Exit, Stop> {
        let began = Instant::now();
        let mut session = Session::new(Arc::clone(&outside.files), site::root(global, outside)?, overlay);
        let progress = if self.format == Format::Human { bar(global, outside) } else { Box::new(Silent) };
        let Outcome { round, counts, rendered } =
            build::once(&mut session, self.made.now.seconds(outside)?, mode, &*progress);
        drop(progress);

        let found = round.diagnosis(&*outside.files);
        let tally = found.tally();
        let exit = if tally.errors > 0 { Exit::Errors } else { Exit::Fine };
        match self.print(&found, &round.settings.root, global, outside) {
            // Who closed the pipe has read enough, and gets the exit code all the same.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(exit),
            printed => printed?,
        }
        if explain {
            told::explain(&rendered, outside)?;
        }
        if !global.quiet {
            let seconds = began.elapsed().as_secs_f64();
            let line = closing_line(mode, counts.unwrap_or_default(), tally, seconds, &round.settings, outside);
            writeln!(outside.err, "{line}")?;
        }
        // The process ends: to give each piece of memory back would take a thirtieth of the whole.
        std::mem::forget((session, round, found));
        Ok(exit)
    }

    fn print(&self, found: &Diagnosis, root: &Path, global: &Global, outside: &mut Outside<'_>) -> io::Result<()> {
        let (look, folder) = (outside.look(global.color), folder(root, outside));
        let (out, problems) = (&mut *outside.out, &found.problems);
        match self.format {
            Format::Human => problems.iter().try_for_each(|it| writeln!(outside.err, "{}\n", found.human(it, look))),
            Format::Json => problems.iter().try_for_each(|it| writeln!(out, "{}", tell::json(it))),
            Format::Github => problems.iter().try_for_each(|it| writeln!(out, "{}", tell::github(it, &folder))),
            Format::Sarif => writeln!(out, "{}", tell::sarif(found, &folder)),
        }
    }
}

/// Where the site is in the repository that a GitHub workflow has checked out, with a slash at its end; empty at its root,
/// and where there is no workflow.
fn folder(root: &Path, outside: &Outside<'_>) -> String {
    let workspace = (outside.environment)("GITHUB_WORKSPACE").unwrap_or_default();
    let below = root.strip_prefix(plain(Path::new(&workspace))).ok().filter(|_| !workspace.is_empty());
    below.into_iter().flatten().flat_map(|name| [name.to_string_lossy(), "/".into()]).collect()
}

/// The bar that shows how far the work is, where it can be shown.
pub(super) fn bar(global: &Global, outside: &Outside<'_>) -> Box<dyn Progress> {
    if !global.quiet && outside.can_redraw() { Box::new(Bar::new()) } else { Box::new(Silent) }
}

/// What was done, in one line.
pub(super) fn closing_line(
    mode: Mode,
    counts: Counts,
    tally: Tally,
    seconds: f64,
    settings: &Settings,
    outside: &Outside<'_>,
) -> String {
    let Counts { pages, own, written, unchanged, removed, .. } = counts;
    let pages = told::pages(pages);
    let out = settings.out.strip_prefix(&outside.folder).unwrap_or(&settings.out).display();
    match mode {
        Mode::Build if counts.is_torn => format!("Failed: {tally}. {out} may be partly new."),
        Mode::Build if tally.errors > 0 => format!("Failed: {tally}. Nothing was written."),
        Mode::Check if tally.errors > 0 => format!("Failed: {tally}."),
        Mode::Check => format!("Checked {pages} in {seconds:.2} s: {tally}"),
        Mode::Build => {
            let done = format!("{written} written, {unchanged} unchanged, {removed} removed → {out}");
            let built = match settings.shard {
                Shard::WHOLE => format!("Built {pages}"),
                shard => format!("Built {shard} ({own} of {pages})"),
            };
            format!("{built} in {seconds:.2} s: {done}{}", told::found(tally))
        }
    }
}
