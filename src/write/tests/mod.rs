//! Builds, one after the other, on disk and in memory: what is in the output then.

mod mishaps;
mod refusals;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{Counts, Output};
use crate::config::Settings;
use crate::digest::Digest;
use crate::files::{Disk, Files, Kind, Memory, Stat};
use crate::load::example;
use crate::problem::Problem;

/// A site without any content, on one of the file systems.
struct Site<'a> {
    files: &'a dyn Files,
    settings: Settings,
}

/// A fresh site on disk and in memory.
fn both(check: impl Fn(&Site<'_>)) {
    let folder = tempfile::tempdir().unwrap();
    check(&Site::new(&Disk, &folder.path().canonicalize().unwrap()));
    check(&Site::new(&Memory::new(), Path::new("/site")));
}

impl<'a> Site<'a> {
    fn new(files: &'a dyn Files, root: &Path) -> Self {
        files.make_folder(root).unwrap();
        Self { files, settings: example::settings(root) }
    }

    fn open(&self) -> Result<Output<'a>, Problem> {
        Output::open(self.files, &self.settings)
    }

    /// Builds pages whose inputs are their bytes.
    fn build(&self, pages: &[(&str, &str)]) -> Result<Counts, Vec<Problem>> {
        let output = self.open().map_err(|problem| vec![problem])?;
        for (path, text) in pages {
            put(&output, path, text);
        }
        finish(output)
    }

    fn path(&self, path: &str) -> PathBuf {
        self.settings.root.join(path)
    }

    fn write(&self, path: &str, text: &str) {
        self.files.write(&self.path(path), text.as_bytes()).unwrap();
    }

    fn stat(&self, path: &str) -> Stat {
        self.files.stat(&self.path(path)).unwrap()
    }

    /// Every entry below the site's root but `.gloss`: a file's path and text, a folder's path with a slash.
    fn all(&self) -> BTreeMap<String, String> {
        let entry = |entry: Result<crate::files::Entry, _>| {
            let entry = entry.unwrap();
            let path = entry.path.strip_prefix(&self.settings.root).unwrap().display().to_string();
            match entry.stat.kind {
                Kind::File => (path, String::from_utf8(self.files.read(&entry.path).unwrap()).unwrap()),
                _ => (path + "/", String::new()),
            }
        };
        self.files.walk(&self.settings.root, &|path| !path.ends_with(".gloss")).into_iter().map(entry).collect()
    }

    /// Asserts what all files and empty folders below the site's root are.
    #[track_caller]
    fn has(&self, expected: &[(&str, &str)]) {
        let mut all = self.all();
        let paths: Vec<_> = all.keys().cloned().collect();
        all.retain(|path, _| {
            !path.ends_with('/') || !paths.iter().any(|other| other != path && other.starts_with(path))
        });
        let all: Vec<_> = all.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        assert_eq!(all, expected);
    }
}

/// Ends a build; all that was wrong.
fn finish(output: Output<'_>) -> Result<Counts, Vec<Problem>> {
    output.finish().map_err(|unfinished| unfinished.problems)
}

fn put(output: &Output<'_>, path: &str, text: &str) {
    output.put(path, Digest::of_bytes(text.as_bytes()), text.as_bytes());
}

fn counts(written: usize, unchanged: usize, removed: usize) -> Counts {
    Counts { written, unchanged, removed }
}

/// Problems as lines: message and mend.
fn lines<T: std::fmt::Debug>(result: Result<T, Vec<Problem>>) -> Vec<String> {
    let line = |problem: Problem| match problem.help {
        Some(help) => format!("{}: {} ({help})", problem.name, problem.message),
        None => format!("{}: {}", problem.name, problem.message),
    };
    result.unwrap_err().into_iter().map(line).collect()
}

#[test]
fn a_first_build_writes_all_and_a_second_one_nothing() {
    both(|site| {
        let pages = [("index.html", "home"), ("reports/x/index.html", "x"), (".nojekyll", "")];
        assert_eq!(site.build(&pages), Ok(counts(3, 0, 0)));
        let expected = [("public/.nojekyll", ""), ("public/index.html", "home"), ("public/reports/x/index.html", "x")];
        site.has(&expected);
        let before = site.stat("public/reports/x/index.html");
        assert_eq!(site.build(&pages), Ok(counts(0, 3, 0)));
        site.has(&expected);
        assert_eq!(site.stat("public/reports/x/index.html"), before);
    });
}

#[test]
fn pages_of_unchanged_inputs_are_known_and_kept() {
    both(|site| {
        site.build(&[("a", "1"), ("b", "2")]).unwrap();
        let output = site.open().unwrap();
        assert!(output.known("a", Digest::of_bytes(b"1")));
        assert!(!output.known("b", Digest::of_bytes(b"3")));
        assert!(!output.known("c", Digest::of_bytes(b"1")));
        assert!(!output.known("../a", Digest::of_bytes(b"1")));
        put(&output, "b", "3");
        assert_eq!(finish(output), Ok(counts(1, 1, 0)));
        site.has(&[("public/a", "1"), ("public/b", "3")]);
    });
}

#[test]
fn other_inputs_that_give_the_same_bytes_write_nothing_and_are_known_afterwards() {
    both(|site| {
        site.build(&[("a", "1")]).unwrap();
        let output = site.open().unwrap();
        output.put("a", Digest::of(&2), b"1");
        assert_eq!(finish(output), Ok(counts(0, 1, 0)));
        assert!(site.open().unwrap().known("a", Digest::of(&2)));
    });
}

#[test]
fn what_a_build_no_longer_has_is_removed_with_its_folders() {
    both(|site| {
        site.build(&[("a/b/c", "1"), ("a/b/d", "2"), ("a/e/f", "3"), ("g", "4")]).unwrap();
        assert_eq!(site.build(&[("a/b/d", "2")]), Ok(counts(0, 1, 3)));
        site.has(&[("public/a/b/d", "2")]);
        assert_eq!(site.build(&[]), Ok(counts(0, 0, 1)));
        site.has(&[("public/", "")]);
    });
}

#[test]
fn a_file_becomes_a_folder_and_a_folder_a_file() {
    both(|site| {
        site.build(&[("a", "1"), ("b/c/d", "2"), ("b/e", "3")]).unwrap();
        assert_eq!(site.build(&[("a/x", "4"), ("b", "5")]), Ok(counts(2, 0, 3)));
        site.has(&[("public/a/x", "4"), ("public/b", "5")]);
    });
}

#[test]
fn strangers_are_left_alone() {
    both(|site| {
        site.build(&[("a/b", "1")]).unwrap();
        site.write("public/CNAME", "example.org");
        site.write("public/.git/HEAD", "ref");
        site.write("public/a/notes", "mine");
        assert_eq!(site.build(&[("c", "2")]), Ok(counts(1, 0, 1)));
        site.has(&[
            ("public/.git/HEAD", "ref"),
            ("public/CNAME", "example.org"),
            ("public/a/notes", "mine"),
            ("public/c", "2"),
        ]);
    });
}

#[test]
fn a_touched_file_is_not_rewritten_and_an_edited_or_deleted_one_is_restored() {
    both(|site| {
        let pages = [("deleted", "1"), ("edited", "2"), ("touched", "3")];
        site.build(&pages).unwrap();
        site.files.remove_file(&site.path("public/deleted")).unwrap();
        site.write("public/edited", "x");
        site.write("public/touched", "3");
        let touched = site.stat("public/touched");
        let output = site.open().unwrap();
        for (path, text) in pages {
            let is_known = output.known(path, Digest::of_bytes(text.as_bytes()));
            assert_eq!(is_known, path == "touched", "{path}");
            if !is_known {
                put(&output, path, text);
            }
        }
        assert_eq!(finish(output), Ok(counts(2, 1, 0)));
        site.has(&[("public/deleted", "1"), ("public/edited", "2"), ("public/touched", "3")]);
        assert_eq!(site.stat("public/touched"), touched);
        assert!(site.open().unwrap().known("touched", Digest::of_bytes(b"3")));
    });
}

#[test]
fn an_empty_folder_is_filled_and_a_missing_one_is_made_wherever_it_lies() {
    both(|site| {
        site.files.make_folder(&site.path("public")).unwrap();
        assert_eq!(site.build(&[("a/b", "1"), ("c", "2")]), Ok(counts(2, 0, 0)));
        let far =
            Site { files: site.files, settings: Settings { out: site.path("far/off/out"), ..site.settings.clone() } };
        assert_eq!(far.build(&[("d", "3")]), Ok(counts(1, 0, 0)));
        assert_eq!(site.build(&[("c", "2")]), Ok(counts(0, 1, 1)));
        site.has(&[("far/off/out/d", "3"), ("public/c", "2")]);
    });
}

#[test]
fn a_deleted_output_is_built_anew() {
    both(|site| {
        site.build(&[("a", "1"), ("b", "2")]).unwrap();
        site.files.remove_tree(&site.path("public")).unwrap();
        assert!(!site.open().unwrap().known("a", Digest::of_bytes(b"1")));
        assert_eq!(site.build(&[("a", "1")]), Ok(counts(1, 0, 0)));
        assert_eq!(site.build(&[("a", "1")]), Ok(counts(0, 1, 0)));
    });
}

#[test]
fn the_memory_beside_the_site_is_kept_out_of_repositories() {
    both(|site| {
        site.build(&[("a", "1")]).unwrap();
        assert_eq!(site.files.read(&site.path(".gloss/.gitignore")).unwrap(), b"*\n");
    });
}

#[test]
fn many_threads_may_put_at_once() {
    use rayon::prelude::*;

    both(|site| {
        let output = site.open().unwrap();
        (0..200).into_par_iter().for_each(|n| put(&output, &format!("{n}/index.html"), "page"));
        (0..20).into_par_iter().for_each(|n| output.copy(&format!("static/{n}"), b"file"));
        assert_eq!(finish(output), Ok(counts(220, 0, 0)));
    });
}
