//! The site that a command is about: its root, and its settings.

use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use super::Global;
use super::outside::Outside;
use super::stop::Stop;
use crate::config::{self, BaseUrl, Config, Settings};
use crate::files::reason;
use crate::matter::Str;
use crate::problem::{Name, Place, Problem};

/// The name of the file that makes a folder a site.
const SITE_YAML: &str = "site.yaml";

/// A site's configuration as far as it can be read.
pub(super) struct Site {
    /// The root, absolute.
    pub(super) root: PathBuf,
    /// site.yaml.
    pub(super) config: Config,
    /// What is wrong in it.
    pub(super) problems: Vec<Problem>,
}

/// What the command line lays over site.yaml.
pub(super) struct Overlay<'a> {
    pub(super) out: Option<&'a Path>,
    pub(super) base_url: Option<&'a BaseUrl>,
    pub(super) drafts: bool,
    pub(super) now: i64,
    pub(super) strict: bool,
    pub(super) adopt: bool,
}

impl Site {
    /// Finds the site, and reads its site.yaml.
    pub(super) fn find(global: &Global, outside: &Outside<'_>) -> Result<Self, Stop> {
        let root = root(global, outside)?;
        let file = Str::from(SITE_YAML);
        let (text, problem) = match outside.files.read(&root.join(SITE_YAML)) {
            Ok(bytes) => match String::from_utf8(bytes) {
                Ok(text) => (text, None),
                Err(_) => {
                    (String::new(), Some(Problem::at(Name::NotUtf8, Place::file(&file), "site.yaml is not UTF-8")))
                }
            },
            Err(error) => {
                let message = format!("can't read site.yaml: {}", reason(&error));
                (String::new(), Some(Problem::at(Name::Unreadable, Place::file(&file), message)))
            }
        };
        let (config, found) = config::read(&file, &text);
        // Of a file that can't be read, nothing else is worth telling.
        let problems = problem.map_or(found, |problem| vec![problem]);
        Ok(Self { root, config, problems })
    }

    /// Whether site.yaml could be read at all: where not, every default would be a wrong guess.
    pub(super) fn is_readable(&self) -> bool {
        !self.problems.iter().any(|it| matches!(it.name, Name::NotUtf8 | Name::Unreadable | Name::YamlSyntax))
    }

    /// The settings of one build. `--out` is relative to the current folder, `out` in site.yaml to the root.
    pub(super) fn settings(&self, overlay: &Overlay<'_>, outside: &Outside<'_>) -> Settings {
        let out = match overlay.out {
            Some(out) => outside.folder.join(out),
            None => self.root.join(&*self.config.out),
        };
        let mut config = self.config.clone();
        if let Some(base_url) = overlay.base_url {
            config.base_url = Some(base_url.clone());
        }
        Settings {
            root: self.root.clone(),
            out: plain(&out),
            config,
            drafts: overlay.drafts,
            now: overlay.now,
            strict: overlay.strict,
            adopt: overlay.adopt,
        }
    }
}

fn root(global: &Global, outside: &Outside<'_>) -> Result<PathBuf, Stop> {
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

/// The path without `.` and `..`, so that paths can be compared by component.
pub(super) fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            _ => plain.push(component),
        }
    }
    plain
}
