//! `ignore` of site.yaml: globs of files to pass over.

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

use crate::matter::Str;
use crate::problem::{Name, Place, Problem, YamlPath};

/// What to pass over. A glob is compared with the path from the site's root, and with that from `content/` or
/// `static/`; one without a slash also with the bare name, wherever it lies. `*` stops at a slash, `**` does not. A
/// folder that matches is passed over with all that is in it.
pub(super) struct Ignore(GlobSet);

impl Ignore {
    pub(super) fn new(globs: &[Str]) -> (Self, Vec<Problem>) {
        let mut set = GlobSetBuilder::new();
        let mut problems = Vec::new();
        for (index, text) in globs.iter().enumerate() {
            let pattern = text.trim_end_matches('/');
            let pattern = match pattern.strip_prefix('/') {
                Some(anchored) => anchored.to_owned(),
                None if pattern.contains('/') => pattern.to_owned(),
                None => format!("**/{pattern}"),
            };
            match GlobBuilder::new(&pattern).literal_separator(true).build() {
                Ok(glob) => drop(set.add(glob)),
                Err(error) => {
                    let place = Place::value(&Str::from("site.yaml"), YamlPath::from("ignore").index(index));
                    let message = format!("`{text}` is no glob: {}", error.kind());
                    problems.push(Problem::at(Name::WrongType, place, message));
                }
            }
        }
        (Self(set.build().unwrap_or_default()), problems)
    }

    /// Whether the file or folder at `path`, which lies in `tree` (`content/`), is to be passed over.
    pub(super) fn matches(&self, tree: &str, path: &str) -> bool {
        !self.0.is_empty() && (self.0.is_match(path) || self.0.is_match(path.strip_prefix(tree).unwrap_or(path)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn globs_match_names_paths_and_folders() {
        let globs = ["*.tmp", "notes/", "reports/2019/*.md", "/content/old/**"].map(Str::from);
        let (ignore, problems) = Ignore::new(&globs);
        assert_eq!(problems, []);
        let ignored = |path| ignore.matches("content/", path);
        assert!(ignored("content/reports/x.tmp"));
        assert!(ignored("content/reports/notes"));
        assert!(ignored("content/reports/2019/x.md"));
        assert!(ignored("content/old/a/b.md"));
        assert!(!ignored("content/reports/2019/04/x.md"));
        assert!(!ignored("content/reports/x.md"));
    }

    #[test]
    fn what_is_no_glob_is_told_at_its_place() {
        let (_, problems) = Ignore::new(&["*.tmp".into(), "a[".into()]);
        let place = Place::value(&Str::from("site.yaml"), YamlPath::from("ignore").index(1));
        let message = "`a[` is no glob: unclosed character class; missing ']'";
        assert_eq!(problems, [Problem::at(Name::WrongType, place, message)]);
    }
}
