//! What may have changed on a file system: hints, never facts.

use std::collections::BTreeSet;
use std::path::PathBuf;

/// Where to look again. What is named may be as it was; what is not named is taken to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// At these paths. They are absolute and lead through no symbolic link; a path that may have appeared or vanished is
    /// named itself, and one that names a folder speaks of all below it.
    Paths(BTreeSet<PathBuf>),
    /// Everywhere.
    Everything,
}

impl Hint {
    /// Nowhere.
    #[must_use]
    pub const fn none() -> Self {
        Self::Paths(BTreeSet::new())
    }

    /// Whether there is nothing to look at.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Paths(paths) if paths.is_empty())
    }

    /// Adds the places of another hint.
    pub fn merge(&mut self, other: Self) {
        match (&mut *self, other) {
            (Self::Everything, _) => {}
            (Self::Paths(_), Self::Everything) => *self = Self::Everything,
            (Self::Paths(paths), Self::Paths(others)) => paths.extend(others),
        }
    }
}

impl Default for Hint {
    fn default() -> Self {
        Self::none()
    }
}

impl<P: Into<PathBuf>> FromIterator<P> for Hint {
    fn from_iter<I: IntoIterator<Item = P>>(paths: I) -> Self {
        Self::Paths(paths.into_iter().map(Into::into).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_add_up_and_everything_holds_all_of_them() {
        let mut hint = Hint::none();
        assert!(hint.is_empty());
        hint.merge(["/b"].into_iter().collect());
        hint.merge(["/a", "/b"].into_iter().collect());
        assert_eq!(hint, ["/a", "/b"].into_iter().collect());
        hint.merge(Hint::Everything);
        hint.merge(["/c"].into_iter().collect());
        assert_eq!(hint, Hint::Everything);
        assert!(!hint.is_empty());
    }
}
