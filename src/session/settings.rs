//! site.yaml, and what the command line lays over it.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use crate::config::{self, BaseUrl, Config, Settings, Shard};
use crate::files::{Files, reason};
use crate::matter::Str;
use crate::problem::{Name, Place, Problem};

/// The name of the file that makes a folder a site.
pub const SITE_YAML: &str = "site.yaml";

/// What the command line lays over site.yaml.
#[derive(Debug, Clone, Default)]
pub struct Overlay {
    /// The output folder, absolute.
    pub out: Option<PathBuf>,
    /// Where the site will stand.
    pub base_url: Option<BaseUrl>,
    /// Whether drafts and embargoed files are shown.
    pub drafts: bool,
    /// Whether warnings are errors.
    pub strict: bool,
    /// Whether an output folder with strangers in it may be taken over.
    pub adopt: bool,
    /// Which of the site's files are made, where it is not all.
    pub shard: Option<Shard>,
}

/// A site's configuration as far as it can be read.
#[derive(Debug, Clone)]
pub struct Configured {
    /// site.yaml.
    pub config: Arc<Config>,
    /// What is wrong in it.
    pub problems: Vec<Problem>,
}

impl Configured {
    /// Reads the site.yaml of the site at `root`.
    #[must_use]
    pub fn read(files: &dyn Files, root: &Path) -> Self {
        let file = Str::from(SITE_YAML);
        let bytes = match files.read(&root.join(SITE_YAML)) {
            Ok(bytes) => bytes,
            Err(error) => {
                let message = format!("can't read site.yaml: {}", reason(&error));
                return Self::unreadable(Problem::at(Name::Unreadable, Place::file(&file), message));
            }
        };
        match String::from_utf8(bytes) {
            Ok(text) => {
                let (config, problems) = config::read(&file, &text);
                Self { config: Arc::new(config), problems }
            }
            Err(_) => Self::unreadable(Problem::at(Name::NotUtf8, Place::file(&file), "site.yaml is not UTF-8")),
        }
    }

    /// Of a file that can't be read, nothing else is worth telling.
    fn unreadable(problem: Problem) -> Self {
        Self { config: Arc::default(), problems: vec![problem] }
    }

    /// Whether site.yaml could be read at all: where not, every default would be a wrong guess.
    #[must_use]
    pub fn is_readable(&self) -> bool {
        !self.problems.iter().any(|problem| problem.name.hides_file())
    }
}

impl Overlay {
    /// site.yaml with `--base-url` laid over it.
    pub(super) fn config(&self, config: &Arc<Config>) -> Arc<Config> {
        match &self.base_url {
            Some(base_url) => Arc::new(Config { base_url: Some(base_url.clone()), ..(**config).clone() }),
            None => Arc::clone(config),
        }
    }

    /// The settings of one round. `out` in site.yaml is relative to the root.
    pub(super) fn settings(&self, root: &Path, config: Arc<Config>, now: i64) -> Settings {
        let out = self.out.clone().unwrap_or_else(|| root.join(&*config.out));
        Settings {
            root: root.to_owned(),
            out: plain(&out),
            config,
            drafts: self.drafts,
            now,
            strict: self.strict,
            adopt: self.adopt,
            shard: self.shard.unwrap_or(Shard::WHOLE),
        }
    }
}

/// The path without `.` and `..`, so that paths can be compared by component.
#[must_use]
pub fn plain(path: &Path) -> PathBuf {
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
