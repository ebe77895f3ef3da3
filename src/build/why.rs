//! Why a page was made again.

use std::fmt;

use crate::plan::Fingerprint;
use crate::view::Root;

/// Why a page was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// No earlier build of this session can be compared: the output lacks it, or has another.
    Unknown,
    /// There was no such page.
    New,
    /// Its layout, what that extends, includes or calls, or the words in its language.
    Layout,
    /// What these roots have for it.
    Roots(Vec<Root>),
    /// What a feed, a site map or the file for robots says.
    Content,
    /// Nothing: the file in the output is not as it was written.
    Touched,
}

impl Why {
    pub(super) fn between(before: &Fingerprint, now: &Fingerprint) -> Self {
        if before.whole == now.whole {
            return Self::Touched;
        }
        if now.layout.is_none() {
            return Self::Content;
        }
        let changed = now.roots.iter().filter(|root| !before.roots.contains(root)).map(|(root, _)| *root);
        let roots: Vec<Root> = changed.collect();
        if roots.is_empty() { Self::Layout } else { Self::Roots(roots) }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("it is new in the output, or made of something else than what stands there"),
            Self::New => f.write_str("it is new"),
            Self::Layout => f.write_str("its layout or its words changed"),
            Self::Roots(roots) => {
                let names: Vec<&str> = roots.iter().map(|root| root.name()).collect();
                write!(f, "{} changed", names.join(", "))
            }
            Self::Content => f.write_str("its content changed"),
            Self::Touched => f.write_str("somebody changed or removed it in the output"),
        }
    }
}
