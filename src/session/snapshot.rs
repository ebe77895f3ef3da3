//! One state of the site.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::texts::Texts;
use super::theme::Copied;
use crate::config::{Config, Settings};
use crate::copies::{Copies, Lost, Stored};
use crate::digest::Digest;
use crate::files::Files;
use crate::matter::{self, Str};
use crate::parse;
use crate::plan::{PageSpec, Scene, Text};
use crate::problem::{Name, Place, Problem};
use crate::resolve::FileIx;
use crate::search;
use crate::tell::Sources;

/// One state of the site: all that its pages are made of. Pages are rendered from it when they are wanted.
pub struct Snapshot {
    /// The settings that it was made with.
    pub settings: Arc<Settings>,
    /// All that pages are made of, but for the texts of their own files.
    pub scene: Arc<Scene>,
    /// All pages.
    pub pages: Arc<Pages>,
    /// Files that are copied as they are, by path in the output.
    pub copies: BTreeMap<Str, Copied>,
    /// What was found of the stored copies of sources.
    pub stored: Arc<Copies>,
    /// The texts.
    pub(super) texts: Texts,
    /// What each file's text was made of, in the order of the graph's files.
    pub(super) digests: Arc<Vec<Digest>>,
    /// The files of the search index, made when the first one is wanted. Snapshots that are made of the same share them.
    pub(super) found: Found,
    /// What is wrong with links, to be marked at their places: only in a preview.
    pub(super) marks: BTreeMap<FileIx, BTreeMap<u32, Str>>,
}

/// The files of the search index, once they are made.
pub(super) type Found = Arc<Mutex<Option<Arc<search::Files>>>>;

impl Snapshot {
    /// The text of a page's own file, where it has one.
    pub fn text(&self, page: &PageSpec) -> Option<Text> {
        let file = page.file(&self.scene.graph)?;
        let mut text = self.texts.text(&self.scene.graph.files[file].path)?;
        text.marks = self.marks.get(&file).cloned().unwrap_or_default();
        Some(text)
    }

    /// The HTML of the text of a page's own file, which rendering takes; empty where it has none.
    ///
    /// # Errors
    /// Where the file system does not give back what was put aside.
    pub fn html(&self, page: &PageSpec) -> Result<Arc<str>, Box<Problem>> {
        let Some(file) = page.file(&self.scene.graph) else { return Ok(Arc::default()) };
        self.texts.html(&self.scene.graph.files[file].path).ok_or_else(|| self.lost(file))
    }

    /// Tells that the file system does not give back a text that was put aside.
    fn lost(&self, file: FileIx) -> Box<Problem> {
        let path = &self.scene.graph.files[file].path;
        let message = format!("the text of `{path}` can't be read back from the file that it was put aside in");
        let problem = Problem::at(Name::Unreadable, Place::file(path), message);
        Box::new(
            problem.help(
                "the file has no name and lies on the disk of the site's folder: look whether that disk is sound"
                    .to_owned(),
            ),
        )
    }

    /// The files of the search index, by route: none where site.yaml says so. `scene` is one like the snapshot's own;
    /// where `keep` is set, each file's words are kept for the next index.
    ///
    /// # Errors
    /// As for [`html`](Self::html).
    pub fn search(&self, scene: &Scene, keep: bool) -> Result<Arc<search::Files>, Box<Problem>> {
        if !self.settings.config.search {
            return Ok(Arc::default());
        }
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = &*found {
            return Ok(Arc::clone(known));
        }
        let read =
            |file: FileIx, to: &mut search::To<'_>| self.texts.words(&self.scene.graph.files[file].path, keep, to);
        let made = Arc::new(search::index(scene, &read).map_err(|file| self.lost(file))?);
        *found = Some(Arc::clone(&made));
        Ok(made)
    }

    /// Whether all pages are as in another snapshot.
    #[must_use]
    pub fn shows_the_same_as(&self, other: &Self) -> bool {
        self.scene.basis() == other.scene.basis() && self.digests == other.digests && self.marks == other.marks
    }

    /// What each file's text was made of, in the order of the graph's files.
    pub fn digests(&self) -> &[Digest] {
        &self.digests
    }

    /// What a file's text is made of: the text itself, and the marks in it.
    pub fn made_of(&self, file: FileIx) -> (Option<Digest>, Option<&BTreeMap<u32, Str>>) {
        (self.digests.get(file.get()).copied(), self.marks.get(&file))
    }
}

/// All pages, in the order of the plan.
pub struct Pages {
    list: Vec<PageSpec>,
    /// Filled when the first page is looked up.
    by_route: OnceLock<HashMap<Str, usize>>,
}

impl Pages {
    pub(super) fn new(list: Vec<PageSpec>) -> Self {
        Self { list, by_route: OnceLock::new() }
    }

    /// All of them.
    pub fn all(&self) -> &[PageSpec] {
        &self.list
    }

    /// The page at a route.
    pub fn at(&self, route: &str) -> Option<&PageSpec> {
        let index = |list: &[PageSpec]| list.iter().enumerate().map(|(at, page)| (page.route.clone(), at)).collect();
        let at = self.by_route.get_or_init(|| index(&self.list)).get(route)?;
        self.list.get(*at)
    }
}

/// The texts that problems are in.
pub(super) struct Places<'a> {
    pub(super) files: &'a dyn Files,
    pub(super) root: &'a Path,
    pub(super) site: Option<&'a Snapshot>,
}

impl Sources for Places<'_> {
    fn text(&self, file: &str) -> Option<String> {
        // What is no UTF-8 is shown as far as it is; up to the first such byte all places are right.
        Some(String::from_utf8_lossy(&self.files.read(&self.root.join(file)).ok()?).into_owned())
    }

    fn redacted(&self, file: &str, text: &str) -> Vec<Range<usize>> {
        let is = |endings: &[&str]| endings.iter().any(|ending| file.ends_with(ending));
        if is(&[".md", ".markdown"]) {
            let usual = Config::default();
            let config = self.site.map_or(&usual, |site| &site.settings.config);
            parse::redacted(text, config.markdown, config.wikilinks)
        } else if is(&[".yaml", ".yml"]) {
            matter::withheld(text, 0..text.len())
        } else {
            Vec::new()
        }
    }

    fn is_copy(&self, file: &str) -> bool {
        let is_it = |(path, found): (&Str, &Result<Stored, Lost>)| {
            **path == *file || found.as_ref().is_ok_and(|stored| *stored.real == *file)
        };
        self.site.is_some_and(|site| site.stored.iter().any(is_it))
    }

    fn link_span(&self, file: &str, number: u32) -> Option<Range<u32>> {
        // The links of a stale file stand in a text that is gone.
        let site = self.site.filter(|site| !site.texts.is_stale(file))?;
        let text = site.texts.text(file)?;
        text.body.spans.get(number as usize).cloned()
    }
}
