//! The site that a command is about.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Global;
use super::now::Now;
use super::outside::Outside;
use super::stop::Stop;
use crate::config::Autolink;
use crate::files::reason;
use crate::names::Roster;
use crate::resolve::Graph;
use crate::session::{Overlay, SITE_YAML, Seen, Session, Silent, Snapshot, plain};

/// The site as it is now, drafts and embargoed files included. What is wrong in it is for `gloss check` to tell.
pub(super) fn with_drafts(root: &Path, now: &Now, outside: &Outside<'_>) -> Result<Arc<Snapshot>, Stop> {
    let overlay = Overlay { drafts: true, ..Overlay::default() };
    let mut session = Session::new(Arc::clone(&outside.files), root.to_owned(), overlay).without_quotations();
    let round = session.round(&Seen::Everything, now.seconds(outside)?, &Silent);
    round.site.ok_or_else(|| Stop::refused("site.yaml can't be read", "`gloss check` tells why"))
}

/// The actors that its texts may name; nobody, where names are not to be linked.
pub(super) fn roster(site: &Snapshot) -> Roster {
    let is_off = site.scene.config.autolink == Autolink::Off;
    Roster::new(if is_off { Vec::new() } else { site.scene.graph.called() })
}

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

/// The content files that a command is to look at: those that are named, else all.
pub(super) struct Chosen {
    /// As they were named, and where they are.
    named: Vec<(String, PathBuf)>,
}

impl Chosen {
    pub(super) fn new(files: &[PathBuf], outside: &Outside<'_>) -> Self {
        let named = |file: &PathBuf| (file.display().to_string(), plain(&outside.folder.join(file)));
        Self { named: files.iter().map(named).collect() }
    }

    pub(super) fn has(&self, path: &Path) -> bool {
        self.named.is_empty() || self.named.iter().any(|(_, named)| named == path)
    }

    /// Refuses files that are no content of the site.
    pub(super) fn refuse_others(&self, root: &Path, graph: &Graph) -> Result<(), Stop> {
        let is_content = |path: &Path| graph.files.iter().any(|file| root.join(&*file.path) == *path);
        match self.named.iter().find(|(_, path)| !is_content(path)) {
            None => Ok(()),
            Some((file, _)) => Err(Stop::usage(
                format!("`{file}` is no content file of the site"),
                "name Markdown files below `content/`",
            )),
        }
    }
}

/// A file of the site can't be read or written.
pub(super) fn unusable(path: &str, error: &io::Error) -> Stop {
    Stop::refused(format!("`{path}`: {}", reason(error)), "mend this, and try again")
}
