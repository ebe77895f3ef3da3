//! `gloss new`

use clap::{Args, ValueEnum};

use super::Global;
use super::now::{self, Now};
use super::outside::Outside;
use super::site;
use super::stop::{Exit, Stop};
use crate::scaffold;
use crate::session::Configured;

/// Begin a report, an actor or a source.
///
/// The file gets its name from the title, and front matter that names the keys. Its path is printed.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  gloss new report 'Harbour wall closed after the storm'
  gloss new actor 'خليفة حفتر'
  $EDITOR \"$(gloss new source 'Harbour by-law 12')\"")]
pub(super) struct New {
    /// What to begin.
    #[arg(value_enum)]
    kind: Kind,

    /// Its title, or an actor's name.
    #[arg(value_name = "TITLE", required = true)]
    title: Vec<String>,

    #[command(flatten)]
    now: Now,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    /// A draft in `content/reports/YEAR/`
    Report,
    /// A file in `content/actors/`
    Actor,
    /// A file in `content/sources/`
    Source,
}

impl New {
    pub(super) fn run(&self, global: &Global, outside: &mut Outside<'_>) -> Result<Exit, Stop> {
        let root = site::root(global, outside)?;
        let config = Configured::read(&*outside.files, &root).config;
        let today = now::day(self.now.seconds(outside)?, &config.timezone);
        let kind = match self.kind {
            Kind::Report => scaffold::Kind::Report,
            Kind::Actor => scaffold::Kind::Actor,
            Kind::Source => scaffold::Kind::Source,
        };
        let path = scaffold::new(&*outside.files, &root, kind, &self.title.join(" "), &today.to_string())
            .map_err(|refusal| Stop::refused(refusal.message, refusal.help))?;
        let path = path.strip_prefix(&outside.folder).unwrap_or(&path);
        writeln!(outside.out, "{}", path.display())?;
        Ok(Exit::Fine)
    }
}
