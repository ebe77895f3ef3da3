//! What may differ from the round before.

use std::collections::BTreeSet;
use std::path::Path;

use crate::files::Changes;
use crate::load::ContentFile;
use crate::matter::Str;

/// What may differ from the round before. A round never trusts it to be small: all that it is not told of, it takes to be
/// as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// Everything may differ.
    Everything,
    /// No file has come, gone, or become something else; these, by path from the root, may have other bytes.
    Files(BTreeSet<Str>),
    /// Files have come or gone; of those that stayed, these may have other bytes.
    Entries(BTreeSet<Str>),
}

impl Seen {
    /// What a look at the site at `root`, which leads through no symbolic link, has found.
    #[must_use]
    pub fn new(root: &Path, changes: &Changes) -> Self {
        let files = changes.files.iter().filter_map(|path| shown(root, path)).collect();
        if changes.entries { Self::Entries(files) } else { Self::Files(files) }
    }

    /// Nothing differs, unless time has changed it.
    #[must_use]
    pub const fn nothing() -> Self {
        Self::Files(BTreeSet::new())
    }

    /// Whether files may have come or gone.
    #[must_use]
    pub const fn entries(&self) -> bool {
        !matches!(self, Self::Files(_))
    }

    /// Whether a content file may have other bytes. What is reached by a symbolic link lies elsewhere, and is always
    /// looked at.
    pub(super) fn concerns(&self, file: &ContentFile) -> bool {
        file.linked || self.names(&file.path)
    }

    /// Whether a file of the site may have other bytes.
    #[must_use]
    pub fn names(&self, path: &str) -> bool {
        match self {
            Self::Everything => true,
            Self::Files(files) | Self::Entries(files) => files.contains(path),
        }
    }

    /// Whether it is told of this very file that it may have other bytes, however it looks.
    pub(super) fn points_at(&self, path: &str) -> bool {
        !matches!(self, Self::Everything) && self.names(path)
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Everything, _) | (_, Self::Everything) => Self::Everything,
            (Self::Files(mut a), Self::Files(b)) => {
                a.extend(b);
                Self::Files(a)
            }
            (Self::Files(mut a) | Self::Entries(mut a), Self::Files(b) | Self::Entries(b)) => {
                a.extend(b);
                Self::Entries(a)
            }
        }
    }
}

/// How a path below `root` is written in the site: relative, with forward slashes. `None` for one that lies elsewhere, or
/// is no UTF-8.
fn shown(root: &Path, path: &Path) -> Option<Str> {
    let below = path.strip_prefix(root).ok()?;
    let names: Option<Vec<&str>> = below.iter().map(|name| name.to_str()).collect();
    Some(names?.join("/").into())
}
