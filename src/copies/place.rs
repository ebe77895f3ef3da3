//! Where a copy lies: within the site, but not in the output, and in nothing that is hidden.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{Lost, near};
use crate::config::Settings;
use crate::files::{Files, reason};
use crate::matter::Str;

/// The site's folder and its output, without symbolic links.
pub(super) struct Roots<'a> {
    files: &'a dyn Files,
    root: &'a Path,
    real_root: PathBuf,
    real_out: Option<PathBuf>,
}

impl<'a> Roots<'a> {
    pub(super) fn new(files: &'a dyn Files, settings: &'a Settings) -> Self {
        let real = |path: &Path| files.real(path).unwrap_or_else(|_| path.to_owned());
        let real_root = real(&settings.root);
        // An output folder that holds the site is refused when it is opened.
        let real_out = Some(real(&settings.out)).filter(|out| !real_root.starts_with(out));
        Self { files, root: &settings.root, real_root, real_out }
    }

    /// The copy's place without symbolic links: absolute, and from the root.
    pub(super) fn place(&self, path: &Str) -> Result<(PathBuf, Str), Lost> {
        let place = self.files.real(&self.root.join(&**path)).map_err(|error| match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Lost::Missing(near(self.files, self.root, path)),
            ErrorKind::PermissionDenied => Lost::Unreadable(reason(&error)),
            _ => Lost::Refused("is a symbolic link that leads in a circle".to_owned()),
        })?;
        let Ok(below) = place.strip_prefix(&self.real_root) else {
            return Err(Lost::Refused("leads out of the site through a symbolic link".to_owned()));
        };
        if self.real_out.as_ref().is_some_and(|out| place.starts_with(out)) {
            return Err(Lost::Refused("lies in the output folder".to_owned()));
        }
        let names: Option<Vec<&str>> = below.iter().map(|name| name.to_str()).collect();
        let Some(names) = names else { return Err(Lost::Refused("has a name that is not UTF-8".to_owned())) };
        // `.git/config` and `.env` lie in the site's folder, and may hold secrets.
        if names.iter().any(|name| name.starts_with('.')) {
            return Err(Lost::Refused("lies in something hidden".to_owned()));
        }
        let real = Str::from(names.join("/"));
        Ok((place, real))
    }
}
