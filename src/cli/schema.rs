//! `gloss schema`

use clap::{Args, ValueEnum};

use super::outside::Outside;
use super::stop::{Exit, Stop};
use crate::schema::{Subject, schema};

/// Print the JSON Schema of front matter or of site.yaml, for editors.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  gloss schema site > site.schema.json
  and in site.yaml, for the YAML language server:
  # yaml-language-server: $schema=site.schema.json")]
pub(super) struct Schema {
    /// What the schema describes.
    #[arg(value_enum)]
    of: Of,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Of {
    /// A report's front matter
    Report,
    /// An actor's front matter
    Actor,
    /// A source's front matter
    Source,
    /// site.yaml
    Site,
}

impl Schema {
    pub(super) fn run(&self, outside: &mut Outside<'_>) -> Result<Exit, Stop> {
        let subject = match self.of {
            Of::Report => Subject::Report,
            Of::Actor => Subject::Actor,
            Of::Source => Subject::Source,
            Of::Site => Subject::Site,
        };
        writeln!(outside.out, "{:#}", schema(subject))?;
        Ok(Exit::Fine)
    }
}
