//! Which folder may be the output.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::refused;
use crate::config::Settings;
use crate::files::{Files, Kind, reason};
use crate::problem::Problem;

/// A folder that may be the output, as far as its place is concerned.
pub(super) struct Folder {
    /// Its absolute path without symbolic links.
    pub(super) path: PathBuf,
    /// As messages name it: relative to the site's root, or absolute where it lies elsewhere.
    pub(super) shown: String,
}

/// What no output may hold or lie in.
const SOURCES: [&str; 7] = ["content", "themes", "templates", "static", "i18n", ".gloss", ".git"];

const CHOOSE: &str = "choose another folder with `out` in site.yaml or `--out`";

impl Folder {
    /// Checks the place of the output folder: it may be missing, but it may be nothing else than a folder, and must lie
    /// apart from the site's sources.
    pub(super) fn new(files: &dyn Files, settings: &Settings) -> Result<Self, Problem> {
        let Settings { root, out, .. } = settings;
        let shown = out.strip_prefix(root).unwrap_or(out).display().to_string();
        let shown = if shown.is_empty() { ".".to_owned() } else { shown };
        let refuse = |what: &str| Err(refused(format!("the output folder `{shown}` {what}")).help(CHOOSE.to_owned()));
        let unknown =
            |error: io::Error| refused(format!("the output folder `{shown}` can't be used: {}", reason(&error)));

        match files.stat(out) {
            Ok(stat) if stat.kind == Kind::Symlink => {
                let target = files.link_target(out).unwrap_or_default();
                let message = format!("the output folder `{shown}` is a symbolic link to `{}`", target.display());
                return Err(
                    refused(message).help("name the folder itself with `out` in site.yaml or `--out`".to_owned())
                );
            }
            Ok(stat) if stat.kind != Kind::Folder => return refuse("is not a folder"),
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(unknown(error)),
            _ => {}
        }
        let path = real(files, out).map_err(unknown)?;
        let real_root = real(files, root).map_err(unknown)?;
        // Whoever plants a link within the site could otherwise have files written anywhere.
        let within = out.strip_prefix(root).is_ok_and(|rest| !rest.iter().any(|name| name == ".."));
        if within && !path.starts_with(&real_root) {
            return refuse("leads out of the site through a symbolic link");
        }
        for source in SOURCES {
            for source_path in [real_root.join(source), real(files, &real_root.join(source)).map_err(unknown)?] {
                if path.starts_with(&source_path) {
                    return refuse(&format!("lies in the site's `{source}`"));
                }
                if source_path.starts_with(&path) {
                    return refuse(&format!("holds the site's `{source}`"));
                }
            }
        }
        Ok(Self { path, shown })
    }

    /// Whether it is missing or has nothing in it.
    pub(super) fn is_empty(&self, files: &dyn Files) -> Result<bool, Problem> {
        match files.list(&self.path) {
            Ok(entries) => Ok(entries.is_empty()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
            Err(error) => Err(refused(format!("the output folder `{}` can't be read: {}", self.shown, reason(&error)))),
        }
    }
}

/// The path without symbolic links, of which the last components may be missing.
fn real(files: &dyn Files, path: &Path) -> io::Result<PathBuf> {
    match files.real(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => match (path.parent(), path.file_name()) {
            (Some(folder), Some(name)) => Ok(real(files, folder)?.join(name)),
            // It ends with `..`.
            (Some(folder), None) => Ok(real(files, folder)?.parent().unwrap_or(folder).to_owned()),
            (None, _) => Err(error),
        },
        result => result,
    }
}
