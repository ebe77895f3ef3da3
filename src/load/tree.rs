//! The files below one folder of the site, with symbolic links followed as far as that is safe.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::unreadable;
use crate::config::Settings;
use crate::files::{Entry, Files, Kind, WalkError, reason};
use crate::matter::Str;
use crate::problem::{Name, Place, Problem};

/// A file, by its path from the site's root.
pub(super) struct Found {
    pub(super) path: Str,
    /// Whether a symbolic link leads to it.
    pub(super) linked: bool,
}

/// Lists folders of one site, and gathers what is wrong in them.
pub(super) struct Trees<'a> {
    files: &'a dyn Files,
    root: &'a Path,
    real_root: PathBuf,
    real_out: Option<PathBuf>,
    problems: Vec<Problem>,
    /// How many links to folders were followed; one more once that is found to be too many, and told.
    followed: usize,
}

/// So many links to folders are followed. Folders that hold several links to the next one would otherwise multiply
/// without end, though none of them leads in a circle.
const FOLLOWED: usize = 1000;

/// One folder that is being listed.
struct Walk<'a> {
    /// The folder whose hidden files links may lead to.
    hidden: Option<PathBuf>,
    keep: &'a dyn Fn(&str) -> bool,
    /// The folders that hold the links that were followed to get here.
    chain: Vec<PathBuf>,
    found: Vec<Found>,
}

impl Walk<'_> {
    /// Whether symbolic links were followed to get here.
    const fn linked(&self) -> bool {
        !self.chain.is_empty()
    }
}

impl<'a> Trees<'a> {
    pub(super) fn new(files: &'a dyn Files, settings: &'a Settings, problems: Vec<Problem>) -> Self {
        let real = |path: &Path| files.real(path).unwrap_or_else(|_| path.to_owned());
        Self {
            files,
            root: &settings.root,
            real_root: real(&settings.root),
            // An output folder that holds the site is refused when it is opened; the site is there all the same.
            real_out: Some(real(&settings.out)).filter(|out| !real(&settings.root).starts_with(out)),
            problems,
            followed: 0,
        }
    }

    /// Every file below `folder` (from the root) that `keep` keeps, sorted by path. `keep` sees paths from the root, of
    /// files and of folders.
    pub(super) fn list(&mut self, folder: &str, keep: &dyn Fn(&str) -> bool) -> Vec<Found> {
        self.start(folder, false, keep)
    }

    /// The same for a folder whose hidden files are files like others.
    pub(super) fn list_with_hidden(&mut self, folder: &str, keep: &dyn Fn(&str) -> bool) -> Vec<Found> {
        self.start(folder, true, keep)
    }

    /// Whether a file or folder of this kind is at `path` (from the root). A symbolic link there must be a safe one.
    pub(super) fn has(&mut self, path: &str, kind: Kind) -> bool {
        let place = self.root.join(path);
        let Ok(target) = self.files.real(&place) else { return false };
        if let Some(refusal) = self.refusal(None, &target) {
            self.unsafe_link(&Str::from(path), &refusal);
            return false;
        }
        self.files.stat(&target).is_ok_and(|stat| stat.kind == kind)
    }

    pub(super) fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems;
        problems.sort_by(|a, b| a.place.cmp(&b.place));
        problems
    }

    fn start(&mut self, folder: &str, hidden: bool, keep: &dyn Fn(&str) -> bool) -> Vec<Found> {
        let folder = folder.trim_end_matches('/');
        let path = self.root.join(folder);
        let Ok(stat) = self.files.stat(&path) else { return Vec::new() };
        let base = self.files.real(&path).unwrap_or_else(|_| path.clone());
        let hidden = hidden.then(|| base.clone());
        let mut walk = Walk { hidden, keep, chain: Vec::new(), found: Vec::new() };
        match stat.kind {
            Kind::Folder => self.walk(&mut walk, folder, &base),
            Kind::Symlink => self.follow(&mut walk, &Str::from(folder), &path),
            Kind::File | Kind::Other => self.problems.push(unreadable(&Str::from(folder), "it is not a folder")),
        }
        // A link to a file is not a folder, though it can be followed.
        walk.found.retain(|found| &*found.path != folder);
        walk.found.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        walk.found
    }

    /// Lists `folder`, which appears in the site as `shown`.
    fn walk(&mut self, walk: &mut Walk<'_>, shown: &str, folder: &Path) {
        let keep = |path: &Path| Some(path) != self.real_out.as_deref() && (walk.keep)(&below(shown, folder, path));
        for entry in self.files.walk(folder, &keep) {
            match entry {
                Ok(Entry { path, .. }) if !is_utf8(folder, &path) => self.unnamed(shown, folder, &path),
                Ok(Entry { path, stat }) => match stat.kind {
                    Kind::Folder => {}
                    Kind::File => {
                        let path = Str::from(below(shown, folder, &path));
                        walk.found.push(Found { path, linked: walk.linked() });
                    }
                    Kind::Symlink => self.follow(walk, &Str::from(below(shown, folder, &path)), &path),
                    Kind::Other => self.neither(&Str::from(below(shown, folder, &path))),
                },
                Err(WalkError { path, error }) => {
                    let path = Str::from(below(shown, folder, &path));
                    self.problems.push(unreadable(&path, &reason(&error)));
                }
            }
        }
    }

    /// Follows the symbolic link at `link`, which appears in the site as `shown`.
    fn follow(&mut self, walk: &mut Walk<'_>, shown: &Str, link: &Path) {
        let target = match self.files.real(link) {
            Ok(target) => target,
            Err(error) => return self.lost(shown, link, &error),
        };
        if let Some(refusal) = self.refusal(walk.hidden.as_deref(), &target) {
            return self.unsafe_link(shown, &refusal);
        }
        match self.files.stat(&target) {
            Ok(stat) if stat.kind == Kind::File => walk.found.push(Found { path: Str::clone(shown), linked: true }),
            Ok(stat) if stat.kind == Kind::Folder => {
                let above = link.parent().unwrap_or(link);
                walk.chain.push(self.files.real(above).unwrap_or_else(|_| above.to_owned()));
                if walk.chain.iter().any(|above| above.starts_with(&target)) {
                    self.unsafe_link(shown, "leads in a circle");
                } else if self.followed < FOLLOWED {
                    self.followed += 1;
                    self.walk(walk, shown, &target);
                } else if self.followed == FOLLOWED {
                    self.followed += 1;
                    let what = format!("is one more than the {FOLLOWED} links to folders that a site may have");
                    self.unsafe_link(shown, &what);
                }
                walk.chain.pop();
            }
            Ok(_) => self.neither(shown),
            Err(error) => self.problems.push(unreadable(shown, &reason(&error))),
        }
    }

    /// Why a link may not lead to `target`. Only in the folder `hidden` it may be hidden.
    fn refusal(&self, hidden: Option<&Path>, target: &Path) -> Option<String> {
        let Ok(below_root) = target.strip_prefix(&self.real_root) else {
            return Some(format!("leads out of the site, to `{}`", target.display()));
        };
        if self.real_out.as_ref().is_some_and(|out| target.starts_with(out)) {
            return Some("leads into the output folder".to_owned());
        }
        // `.git/config` and `.env` lie in the site's folder, and may hold secrets.
        let mut names = below_root.iter().map(|name| name.to_string_lossy());
        let is_hidden = names.any(|name| name.starts_with('.')) && !hidden.is_some_and(|tree| target.starts_with(tree));
        is_hidden.then(|| format!("leads to something hidden, `{}`", below_root.display()))
    }

    /// A link that leads nowhere or in a circle.
    fn lost(&mut self, shown: &Str, link: &Path, error: &std::io::Error) {
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => {
                let target = self.files.link_target(link).unwrap_or_default();
                let message = format!("the symbolic link leads to `{}`, which is not there", target.display());
                self.problems.push(Problem::at(Name::MissingFile, Place::file(shown), message));
            }
            ErrorKind::PermissionDenied => self.problems.push(unreadable(shown, &reason(error))),
            _ => self.unsafe_link(shown, "leads in a circle"),
        }
    }

    fn unsafe_link(&mut self, shown: &Str, what: &str) {
        let message = format!("the symbolic link {what}, and is not followed");
        self.problems.push(Problem::at(Name::UnsafeSymlink, Place::file(shown), message));
    }

    fn neither(&mut self, shown: &Str) {
        self.problems.push(unreadable(shown, "it is neither a file nor a folder"));
    }

    /// A name that is no UTF-8. What lies below such a folder is not told once more.
    fn unnamed(&mut self, shown: &str, folder: &Path, path: &Path) {
        if path.parent().is_some_and(|above| is_utf8(folder, above)) {
            let path = Str::from(below(shown, folder, path));
            let problem = Problem::at(Name::NotUtf8, Place::file(&path), format!("the name of `{path}` is not UTF-8"));
            self.problems.push(problem.help("give it another name".to_owned()));
        }
    }
}

/// Whether the names from `folder` to `path` are UTF-8.
fn is_utf8(folder: &Path, path: &Path) -> bool {
    path.strip_prefix(folder).unwrap_or(path).to_str().is_some()
}

/// How `path`, which lies in `folder`, appears in the site, where `folder` appears as `shown`.
fn below(shown: &str, folder: &Path, path: &Path) -> String {
    let mut text = String::with_capacity(shown.len() + 64);
    text.push_str(shown);
    for name in path.strip_prefix(folder).unwrap_or(path) {
        text.push('/');
        text.push_str(&name.to_string_lossy());
    }
    text
}
