//! `gloss init`

use std::path::PathBuf;

use clap::Args;

use super::Global;
use super::outside::Outside;
use super::stop::{Exit, Stop};
use crate::scaffold;
use crate::session::plain;

/// Make a small site to begin with.
///
/// It has two reports about an invented harbour town, and shows most of the syntax.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  gloss init
  gloss init harbour && cd harbour && gloss build")]
pub(super) struct Init {
    /// The folder to make the site in; it may have files, as long as none would be overwritten.
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
}

impl Init {
    pub(super) fn run(&self, global: &Global, outside: &mut Outside<'_>) -> Result<Exit, Stop> {
        let folder = plain(&outside.folder.join(&self.folder));
        let made =
            scaffold::init(&*outside.files, &folder).map_err(|refusal| Stop::refused(refusal.message, refusal.help))?;
        if global.quiet {
            return Ok(Exit::Fine);
        }
        let here = folder == outside.folder;
        let place = if here { "here".to_owned() } else { format!("in {}", self.folder.display()) };
        writeln!(outside.out, "Made a site {place}: {} files.\n\nNext:", made.written)?;
        if !here {
            writeln!(outside.out, "  cd {}", self.folder.display())?;
        }
        outside.out.write_all(NEXT.as_bytes())?;
        if made.kept_gitignore {
            outside.out.write_all(KEPT_GITIGNORE.as_bytes())?;
        }
        Ok(Exit::Fine)
    }
}

const NEXT: &str = concat!(
    "  gloss build                        makes the pages, in public/\n",
    "  gloss new report 'What happened'   begins a report\n",
    "  site.yaml                          has the site's title and address\n",
);

const KEPT_GITIGNORE: &str = "\nYour .gitignore was left as it is: add /public/ and /.gloss/ to it.\n";
