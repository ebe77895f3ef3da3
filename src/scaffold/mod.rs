//! scaffold: files to begin with: a whole site, one report, actor or source, a theme.

mod new;
mod theme;

pub use new::{Begun, Kind, begin};
pub use theme::theme;

use std::io::ErrorKind;
use std::path::Path;

use crate::files::{Files, reason};

/// Why nothing was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// One sentence without a full stop.
    pub message: String,
    /// The mend.
    pub help: String,
}

/// What [`init`] has made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    /// How many files were written.
    pub written: usize,
    /// Whether a `.gitignore` was there already, and was left as it is.
    pub kept_gitignore: bool,
}

const GITIGNORE: &str = ".gitignore";

macro_rules! site {
    ($($path:literal)+) => { &[$(($path, include_str!(concat!("site/", $path))),)+] };
}

/// The files of the site to begin with, by their paths from its root.
const SITE: &[(&str, &str)] = site! {
    "site.yaml"
    "content/index.md"
    "content/about.md"
    "content/reports/2024/outer-wall-closed.md"
    "content/reports/2024/night-ferry-trial.md"
    "content/actors/harbour-board.md"
    "content/actors/marit-sund.md"
    "content/actors/north-sound-ferries.md"
    "content/sources/by-law-12.md"
    "content/dates/2024-01-17.md"
};

/// Writes a small site into a folder. Nothing is written where a file would be overwritten; a `.gitignore` that is
/// there already, as in a new repository, stays as it is.
///
/// # Errors
/// When a file is in the way, or the file system refuses.
pub fn init(files: &dyn Files, folder: &Path) -> Result<Made, Refusal> {
    let is_there = |path: &str| match files.stat(&folder.join(path)) {
        Ok(_) => true,
        Err(error) => !matches!(error.kind(), ErrorKind::NotFound),
    };
    let in_the_way: Vec<String> =
        SITE.iter().filter(|(path, _)| is_there(path)).map(|(path, _)| format!("`{path}`")).collect();
    if !in_the_way.is_empty() {
        return Err(Refusal {
            message: format!("{} would be overwritten", in_the_way.join(", ")),
            help: "name an empty folder: `gloss init DIR`".to_owned(),
        });
    }
    let kept_gitignore = is_there(GITIGNORE);
    let gitignore = (!kept_gitignore).then_some((GITIGNORE, include_str!("site/gitignore")));
    let mut written = 0;
    for (path, text) in SITE.iter().copied().chain(gitignore) {
        write(files, &folder.join(path), text)?;
        written += 1;
    }
    Ok(Made { written, kept_gitignore })
}

fn write(files: &dyn Files, path: &Path, text: &str) -> Result<(), Refusal> {
    files.write(path, text.as_bytes()).map(drop).map_err(|error| Refusal {
        message: format!("can't write {}: {}", path.display(), reason(&error)),
        help: "see that the folder may be written to".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Memory;

    #[test]
    fn a_site_is_written_once() {
        let files = Memory::default();
        assert_eq!(init(&files, Path::new("/town")), Ok(Made { written: 11, kept_gitignore: false }));
        assert_eq!(files.read(Path::new("/town/.gitignore")).unwrap(), b"/public/\n/.gloss/\n");
        let refusal = init(&files, Path::new("/town")).unwrap_err();
        assert!(refusal.message.starts_with("`site.yaml`, `content/index.md`, "), "{}", refusal.message);
        assert!(refusal.message.ends_with(" would be overwritten"), "{}", refusal.message);
    }

    #[test]
    fn other_files_stay_and_so_does_a_gitignore() {
        let files = Memory::default();
        files.write(Path::new("/town/.gitignore"), b"*.bak\n").unwrap();
        files.write(Path::new("/town/README.md"), b"# Town\n").unwrap();
        assert_eq!(init(&files, Path::new("/town")), Ok(Made { written: 10, kept_gitignore: true }));
        assert_eq!(files.read(Path::new("/town/.gitignore")).unwrap(), b"*.bak\n");
    }

    #[test]
    fn what_is_in_the_way_is_named() {
        let files = Memory::default();
        files.write(Path::new("/town/content/about.md"), b"# Town\n").unwrap();
        assert_eq!(
            init(&files, Path::new("/town")),
            Err(Refusal {
                message: "`content/about.md` would be overwritten".to_owned(),
                help: "name an empty folder: `gloss init DIR`".to_owned(),
            })
        );
        assert!(files.stat(Path::new("/town/site.yaml")).is_err());
    }
}
