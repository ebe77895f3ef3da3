//! Paths of output files: checked before anything is done with them.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

/// The path of a file below the output folder, with forward slashes. It can't lead anywhere else: it is relative, and
/// its components are names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct OutPath(Arc<str>);

impl OutPath {
    /// Checks a path.
    ///
    /// # Errors
    /// What is wrong with it, as words after "it".
    pub(super) fn new(path: &str) -> Result<Self, &'static str> {
        if path.contains('\0') {
            return Err("holds a NUL character");
        }
        if path.contains('\\') {
            return Err("holds a backslash");
        }
        for name in path.split('/') {
            match name {
                "" => return Err("begins or ends with a slash, or has two in a row, or is empty"),
                "." | ".." => return Err("holds `.` or `..` as a name"),
                _ => {}
            }
        }
        // A drive letter makes a path absolute on Windows.
        if path.as_bytes().get(1) == Some(&b':') {
            return Err("begins with a drive letter");
        }
        Ok(Self(Arc::from(path)))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Where the file is, in a folder.
    pub(super) fn below(&self, folder: &Path) -> PathBuf {
        folder.join(&*self.0)
    }

    /// The folders that the file lies in, the outermost first: `a` and `a/b` for `a/b/c`.
    pub(super) fn folders(&self) -> impl DoubleEndedIterator<Item = &str> {
        folders(&self.0)
    }

    /// The path as file systems see it that know no difference of case or of Unicode normal form.
    pub(super) fn folded(&self) -> Cow<'_, str> {
        if self.0.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
            Cow::Borrowed(&self.0)
        } else {
            Cow::Owned(self.0.nfc().collect::<String>().to_lowercase())
        }
    }
}

/// A path compares as its text does.
impl Borrow<str> for OutPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OutPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The folders that the file at `path` lies in, the outermost first.
pub(super) fn folders(path: &str) -> impl DoubleEndedIterator<Item = &str> {
    path.match_indices('/').map(|(slash, _)| &path[..slash])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_below_the_output_are_paths() {
        for good in ["index.html", "reports/x/index.html", ".nojekyll", "a..b/c", "خليفة/index.html", "a b"] {
            assert!(OutPath::new(good).is_ok(), "{good}");
        }
        for bad in ["", "/a", "a/", "a//b", ".", "..", "a/../b", "../a", "a/./b", "a\\b", "a\0", "C:/a", "C:a"] {
            assert!(OutPath::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn paths_fold_case_and_normal_form() {
        let folded = |path| OutPath::new(path).unwrap().folded().into_owned();
        assert_eq!(folded("Tags/Salame\u{301}"), folded("tags/salam\u{e9}"));
        assert_eq!(OutPath::new("a/b/c").unwrap().folders().collect::<Vec<_>>(), ["a", "a/b"]);
    }
}
