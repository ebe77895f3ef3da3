//! `gloss completions`

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::outside::Outside;
use super::stop::{Exit, Stop};

/// Print a shell's completion script.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  gloss completions bash > ~/.local/share/bash-completion/completions/gloss
  gloss completions zsh > ~/.zfunc/_gloss
  gloss completions fish > ~/.config/fish/completions/gloss.fish")]
pub(super) struct Completions {
    /// The shell that the script is for.
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(&self, outside: &mut Outside<'_>) -> Result<Exit, Stop> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut super::Cli::command(), "gloss", &mut script);
        outside.out.write_all(&script)?;
        Ok(Exit::Fine)
    }
}
