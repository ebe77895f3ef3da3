//! One state of the site.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use super::theme::Copied;
use crate::config::Settings;
use crate::files::Files;
use crate::matter::Str;
use crate::plan::{PageSpec, Scene};
use crate::tell::Sources;

/// One state of the site: all that its pages are made of. Pages are rendered from it when they are wanted.
pub struct Snapshot {
    /// The settings that it was made with.
    pub settings: Arc<Settings>,
    /// All that pages are made of.
    pub scene: Scene,
    /// All pages.
    pub pages: Arc<Pages>,
    /// Files that are copied as they are, by path in the output.
    pub copies: BTreeMap<Str, Copied>,
    /// Content files, by path from the root, that show what they said before, since they can't be read now.
    pub stale: BTreeSet<Str>,
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
pub(super) struct Texts<'a> {
    pub(super) files: &'a dyn Files,
    pub(super) root: &'a Path,
    pub(super) site: Option<&'a Snapshot>,
}

impl Sources for Texts<'_> {
    fn text(&self, file: &str) -> Option<String> {
        // What is no UTF-8 is shown as far as it is; up to the first such byte all places are right.
        Some(String::from_utf8_lossy(&self.files.read(&self.root.join(file)).ok()?).into_owned())
    }

    fn link_span(&self, file: &str, number: u32) -> Option<Range<u32>> {
        // The links of a stale file stand in a text that is gone.
        let site = self.site.filter(|site| !site.stale.contains(file))?;
        site.scene.text(site.scene.graph.file(file)?).body.spans.get(number as usize).cloned()
    }
}
