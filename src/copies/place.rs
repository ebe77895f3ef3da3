//! Where a copy lies: within the site, but not in the output, and in nothing that is hidden.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{Lost, Role, near};
use crate::config::Settings;
use crate::files::{Files, reason};
use crate::load::Listing;
use crate::matter::Str;

/// The site's folder and its output, without symbolic links.
pub(super) struct Roots<'a> {
    files: &'a dyn Files,
    root: &'a Path,
    real_root: PathBuf,
    real_out: Option<PathBuf>,
    /// Files and folders that the site is made of, and what they are.
    parts: Vec<(PathBuf, Role)>,
    content: PathBuf,
}

/// Folders that pages are made of, but are no content.
const FOLDERS: [(&str, Role); 3] =
    [("themes", "a file of a theme"), ("templates", "a template"), ("i18n", "a file of words")];

const CONTENT: Role = "a content file";

impl<'a> Roots<'a> {
    pub(super) fn new(files: &'a dyn Files, settings: &'a Settings, listing: &Listing) -> Self {
        let real = |path: &Path| files.real(path).unwrap_or_else(|_| path.to_owned());
        let real_root = real(&settings.root);
        // An output folder that holds the site is refused when it is opened.
        let real_out = Some(real(&settings.out)).filter(|out| !real_root.starts_with(out));
        let bibliography = settings.config.bibliography.iter().map(|path| (&**path, "a bibliography file"));
        let linked = listing.content.iter().filter(|file| file.linked).map(|file| (&*file.path, CONTENT));
        let parts = FOLDERS.into_iter().chain([("site.yaml", "the configuration")]).chain(bibliography).chain(linked);
        let parts = parts.map(|(path, role)| (real(&settings.root.join(path)), role)).collect();
        let content = real(&settings.root.join("content"));
        Self { files, root: &settings.root, real_root, real_out, parts, content }
    }

    /// What a file is of the site itself. Its place has no symbolic links.
    pub(super) fn role(&self, place: &Path) -> Option<Role> {
        let is_markdown = place.extension().is_some_and(|end| end.eq_ignore_ascii_case("md"));
        let is_content = is_markdown && place.starts_with(&self.content);
        let part = || self.parts.iter().find(|(part, _)| place.starts_with(part)).map(|(_, role)| *role);
        if is_content { Some(CONTENT) } else { part() }
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
