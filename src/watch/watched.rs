//! Which folders of a site are watched.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::config::Settings;
use crate::copies::Copies;
use crate::files::{Entry, Files, Kind};

/// What to watch of a site. All paths are absolute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    /// The site's root: what comes and goes directly in it.
    pub root: PathBuf,
    /// Folders that are watched with all that is below them. Those that are not there are waited for.
    pub folders: Vec<PathBuf>,
    /// The output folder, of which nothing is told.
    pub out: PathBuf,
}

/// Folders at the root that are never watched: ours, and those in which other programs write without end.
const PASSED_OVER: [&str; 4] = [".gloss", ".git", "target", "node_modules"];

/// So many links to folders are followed, as in `load`.
const FOLLOWED: usize = 1000;

impl Watched {
    /// All that a site is made of, as far as it is there: its own folders, its theme's, and those that symbolic links in
    /// them lead to; and the folders of stored copies.
    #[must_use]
    pub fn of(files: &dyn Files, settings: &Settings, copies: &Copies) -> Self {
        let root = real(files, &settings.root);
        let own = ["content", "templates", "static", "i18n"].map(|name| root.join(name));
        let theme = settings.config.theme.as_ref();
        let theme = (!theme.is_empty() && !theme.contains(['/', '\\']) && !theme.starts_with('.'))
            .then(|| root.join("themes").join(theme));
        let bibliography = settings.config.bibliography.iter();
        let bibliography = bibliography.filter_map(|path| root.join(&**path).parent().map(Path::to_owned));
        let bibliography: Vec<PathBuf> = bibliography.filter(|folder| *folder != root).collect();
        // What lies directly in the root is watched with it.
        let copies: BTreeSet<PathBuf> =
            copies.keys().filter_map(|path| Some(root.join(Path::new(&**path).parent()?))).collect();
        let mut watched = Self { out: real(files, &settings.out), root, folders: Vec::new() };
        watched.add(files, own.into_iter().chain(theme).chain(bibliography).chain(copies).collect());
        watched
    }

    /// The same root and output by their real paths, as events name them. Folders stay as they are: where links to them
    /// lead is looked up whenever watches are set.
    pub(super) fn real(self, files: &dyn Files) -> Self {
        Self { root: real(files, &self.root), out: real(files, &self.out), folders: self.folders }
    }

    /// Whether nothing is to be told of `path`.
    pub(super) fn passes_over(&self, path: &Path) -> bool {
        let first = path.strip_prefix(&self.root).ok().and_then(|below| below.iter().next());
        // An output folder that holds the site is refused elsewhere, and must not silence everything here.
        let is_output = path.starts_with(&self.out) && !self.root.starts_with(&self.out);
        is_output || PASSED_OVER.iter().any(|name| first == Some(name.as_ref()))
    }

    /// Whether `path` is one of the folders that are watched, or in one.
    fn has(&self, path: &Path) -> bool {
        self.folders.iter().any(|folder| path.starts_with(folder))
    }

    /// Adds folders and, one after the other, those that links in them lead to.
    fn add(&mut self, files: &dyn Files, mut folders: Vec<PathBuf>) {
        let mut followed = 0;
        while let Some(folder) = folders.pop() {
            let target = real(files, &folder);
            let leads_out = !target.starts_with(&self.root) || target == self.root;
            if leads_out || self.passes_over(&target) || self.has(&target) {
                continue;
            }
            for Entry { path, .. } in links(files, &target) {
                followed += 1;
                match files.real(&path).map(|real| (files.stat(&real).map(|stat| stat.kind), real)) {
                    Ok((Ok(Kind::Folder), real)) if followed <= FOLLOWED => folders.push(real),
                    // A folder is watched, never a single file: that one would be lost when it is replaced.
                    Ok((Ok(Kind::File), real)) => folders.extend(real.parent().map(Path::to_owned)),
                    _ => {}
                }
            }
            self.folders.push(target);
        }
        self.folders.sort_unstable();
    }
}

/// The links below a folder, but for hidden ones, of which a site has none that count.
fn links(files: &dyn Files, folder: &Path) -> impl Iterator<Item = Entry> {
    let is_shown = |path: &Path| !path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    files.walk(folder, &is_shown).into_iter().flatten().filter(|entry| entry.stat.kind == Kind::Symlink)
}

/// The path without symbolic links, even if its end is not there.
pub(super) fn real(files: &dyn Files, path: &Path) -> PathBuf {
    let found = path.ancestors().find_map(|above| Some((above, files.real(above).ok()?)));
    match found {
        Some((above, real)) => path.strip_prefix(above).map_or_else(|_| path.to_owned(), |rest| join(real, rest)),
        None => path.to_owned(),
    }
}

/// Joined without a slash at the end where `rest` is empty.
fn join(path: PathBuf, rest: &Path) -> PathBuf {
    if rest.as_os_str().is_empty() { path } else { path.join(rest) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::copies::Lost;
    use crate::files::Memory;
    use crate::load::example;

    fn folders(files: &Memory) -> Vec<String> {
        let settings = example::settings(Path::new("/site"));
        Watched::of(files, &settings, &Copies::new()).folders.iter().map(|path| path.display().to_string()).collect()
    }

    #[test]
    fn a_sites_folders_are_watched_even_if_they_are_not_there_yet() {
        let files = Memory::new().with("/site/site.yaml", "");
        assert_eq!(
            folders(&files),
            ["content", "i18n", "static", "templates", "themes/margin"].map(|it| format!("/site/{it}"))
        );
    }

    #[test]
    fn links_are_followed_to_folders_within_the_site() {
        let files = Memory::new().with("/site/shared/x.md", "").with("/site/notes/y.md", "").with("/out/z.md", "");
        let links = [
            ("content/shared", "/site/shared"),
            ("content/y.md", "/site/notes/y.md"),
            ("content/out", "/out"),
            ("content/up", "/site"),
            ("content/back", "/site/content/a"),
            ("content/git", "/site/.git"),
            ("shared/more", "/site/more"),
            ("static", "/site/files"),
        ];
        for (link, target) in links {
            files.link(&format!("/site/{link}"), target);
        }
        for path in ["content/a/x.md", ".git/config", "more/z.md", "files/a.css"] {
            files.put(&format!("/site/{path}"), "");
        }
        let all = ["content", "files", "i18n", "more", "notes", "shared", "templates", "themes/margin"];
        assert_eq!(folders(&files), all.map(|it| format!("/site/{it}")));
    }

    #[test]
    fn so_are_the_folders_of_stored_copies() {
        let files = Memory::new().with("/site/archive/a.pdf", "").with("/site/vault/2019/b.pdf", "");
        files.link("/site/archive/2019", "/site/vault/2019");
        let paths = ["archive/2019/b.pdf", "content/c.pdf", "d.pdf", "not/there/e.pdf"];
        let copies = paths.map(|path| (path.into(), Err(Lost::Missing(None)))).into();
        let settings = example::settings(Path::new("/site"));
        let watched = Watched::of(&files, &settings, &copies);
        for folder in ["vault/2019", "not/there"] {
            assert!(watched.folders.contains(&Path::new("/site").join(folder)), "{watched:?}");
        }
        assert_eq!(watched.folders.len(), 7, "{watched:?}");
    }

    #[test]
    fn a_site_behind_a_link_is_watched_at_its_real_place() {
        let files = Memory::new().with("/real/content/x.md", "");
        files.link("/site", "/real");
        assert_eq!(
            folders(&files),
            ["content", "i18n", "static", "templates", "themes/margin"].map(|it| format!("/real/{it}"))
        );
    }
}
