//! `gloss watch`

use std::time::Instant;

use clap::Args;

use super::Global;
use super::build::{Made, bar, closing_line};
use super::outside::Outside;
use super::site;
use super::stop::{Exit, Stop};
use super::told::{self, Told};
use crate::build::{Counts, Earlier, Mode, Outcome, build};
use crate::follow::{Follower, News};
use crate::problem::Level;
use crate::session::{Seen, Silent};
use crate::tell::Tally;
use crate::watch::How;

/// Build the site, and again whenever something changes.
///
/// Only pages that something changed for are made again, and only files that differ are written; what is gone is removed.
/// While there is an error, nothing is written. Ends with Ctrl-C.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  gloss watch
  gloss watch --drafts --out /tmp/preview --explain
  gloss watch --poll            on a network drive or a mounted folder")]
pub(super) struct Watch {
    #[command(flatten)]
    made: Made,

    /// Take over an output folder that has files in it; none of them is deleted.
    #[arg(long)]
    adopt: bool,

    /// Tell which pages were made, and why.
    #[arg(long)]
    explain: bool,

    /// Look at all files every half second, where the system does not tell of changes.
    #[arg(long)]
    poll: bool,
}

/// So many pages are named in the line on a build; of more, the number is told.
const NAMED: usize = 3;

impl Watch {
    pub(super) fn run(&self, global: &Global, outside: &mut Outside<'_>) -> Result<Exit, Stop> {
        let root = site::root(global, outside)?;
        let how = if self.poll { How::Poll } else { How::Events };
        let (mut follower, mut session) =
            Follower::new(&outside.files, &root, self.made.overlay(self.adopt, outside), how);
        let (mut told, mut earlier) = (Told::default(), Earlier::default());
        let mut seen = Seen::Everything;
        let (mut first, mut said) = (true, None);
        loop {
            let began = Instant::now();
            let progress = if first { bar(global, outside) } else { Box::new(Silent) };
            let now = self.made.now.seconds(outside)?;
            let outcome = build(&mut session, &*outside.files, &mut earlier, &seen, now, Mode::Build, &*progress);
            drop(progress);
            follower.note(&outcome.round, seen.entries());

            let found = outcome.round.diagnosis(&*outside.files);
            told.tell(&found, global.color, outside)?;
            if self.explain && !first {
                told::explain(&outcome.rendered, outside)?;
            }
            let line = line(&outcome, found.tally(), began.elapsed().as_secs_f64(), first, outside);
            // A disk that is still full is no news.
            let is_news = seen != Seen::nothing() || line != said;
            if let Some(line) = line.as_ref().filter(|_| is_news && !global.quiet) {
                writeln!(outside.err, "{line}")?;
            }
            (first, said) = (false, line);
            seen = loop {
                match follower.next(outside.clock) {
                    None => return Ok(Exit::Fine),
                    Some(News::Changed(seen)) => break seen,
                    Some(News::Notice(notice)) => {
                        outside.say(Level::Note, &notice.message, notice.help.as_deref(), global.color)?;
                    }
                }
            };
        }
    }
}

/// What was done, in one line; nothing where nothing was to be done.
fn line(outcome: &Outcome, tally: Tally, seconds: f64, first: bool, outside: &Outside<'_>) -> Option<String> {
    let counts = outcome.counts.unwrap_or_default();
    if tally.errors > 0 {
        let state = if counts.is_torn { "The output may be partly new" } else { "Nothing was written" };
        return Some(format!("Failed: {tally}. {state}; waiting for the mend."));
    }
    if first {
        let built = closing_line(Mode::Build, counts, tally, seconds, &outcome.round.settings, outside);
        return Some(format!("{built}\nWatching for changes; Ctrl-C ends it."));
    }
    let Counts { written, removed, .. } = counts;
    let made = match &outcome.rendered[..] {
        [] if written == 0 && removed == 0 => return None,
        [] => "No page to make".to_owned(),
        few if few.len() <= NAMED => {
            let routes: Vec<&str> = few.iter().map(|(route, _)| &**route).collect();
            format!("Made {}", routes.join(", "))
        }
        many => format!("Made {}", told::pages(many.len())),
    };
    Some(format!("{made} in {seconds:.2} s: {written} written, {removed} removed{}", told::found(tally)))
}
