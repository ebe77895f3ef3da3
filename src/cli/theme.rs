//! `gloss theme`

use clap::{Args, Subcommand};

use super::Global;
use super::outside::Outside;
use super::site;
use super::stop::{Exit, Stop};
use crate::scaffold;

/// Begin a theme of your own.
#[derive(Debug, Args)]
pub(super) struct Theme {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    New(New),
}

/// Begin a theme of your own, in themes/NAME.
///
/// It is the default theme with another colour and font: five small files that show where templates, words and style
/// sheets stand. All that they don't have comes from the default theme.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  gloss theme new ours
  gloss theme new ours && echo 'theme: ours' >> site.yaml && gloss serve --open")]
struct New {
    /// Its name: letters, digits and hyphens.
    #[arg(value_name = "NAME")]
    name: String,
}

impl Theme {
    pub(super) fn run(&self, global: &Global, outside: &mut Outside<'_>) -> Result<Exit, Stop> {
        let Command::New(New { name }) = &self.command;
        let root = site::root(global, outside)?;
        let written = scaffold::theme(&*outside.files, &root, name)
            .map_err(|refusal| Stop::refused(refusal.message, refusal.help))?;
        for path in &written {
            writeln!(outside.out, "{}", path.strip_prefix(&outside.folder).unwrap_or(path).display())?;
        }
        if !global.quiet {
            writeln!(outside.err, "\nTo use it, put `theme: {name}` into site.yaml.")?;
        }
        Ok(Exit::Fine)
    }
}
