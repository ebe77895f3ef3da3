//! The site that a command is about.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::Global;
use super::outside::Outside;
use super::stop::Stop;
use crate::session::{SITE_YAML, plain};

/// The root of the site, absolute: the folder that `--root` names, else the nearest one upwards that has a site.yaml.
pub(super) fn root(global: &Global, outside: &Outside<'_>) -> Result<PathBuf, Stop> {
    let has_site = |folder: &Path| match outside.files.stat(&folder.join(SITE_YAML)) {
        Ok(_) => true,
        Err(error) => !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory),
    };
    if let Some(root) = &global.root {
        let root = plain(&outside.folder.join(root));
        return if has_site(&root) {
            Ok(root)
        } else {
            let told = root.display();
            Err(Stop::usage(format!("no site.yaml in {told}"), format!("`gloss init {told}` makes a site there")))
        };
    }
    outside
        .folder
        .ancestors()
        .find(|folder| has_site(folder))
        .map(Path::to_path_buf)
        .ok_or_else(|| Stop::usage("no site.yaml here or above", "`gloss init` makes a site"))
}
