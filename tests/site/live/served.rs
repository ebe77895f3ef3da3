//! The site as `gloss serve` shows it, and what is claimed of that.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;

use glossator::files::{Hint, Memory, Recall};
use glossator::preview::Preview;
use glossator::serve::Show;
use glossator::session::{Overlay, Seen, Session, Silent};

use super::compare::{self, Checked, Page, difference};
use crate::harness::{Built, ROOT};

/// The site as `gloss serve` shows it.
pub(super) struct Served {
    recall: Arc<Recall>,
    session: Session,
    pub(super) preview: Preview,
    /// Every page that was ever shown, by route and version.
    shown: HashMap<(String, String), String>,
    /// The files that are copied as they are, as they were when last compared.
    copied: BTreeMap<String, String>,
    /// Those that were told to have changed since then, by address without the base.
    told: BTreeSet<String>,
    /// Every route that ever was.
    routes: BTreeSet<String>,
}

impl Served {
    pub(super) fn new(files: &Memory, held: usize, now: i64) -> Self {
        let recall = Arc::new(Recall::new(Arc::new(files.clone())));
        let overlay = Overlay { drafts: true, ..Overlay::default() };
        let mut session = Session::new(Arc::clone(&recall) as _, ROOT.into(), overlay).preview().holding(held);
        let round = session.round(&Seen::Everything, now, &Silent);
        let preview = Preview::first(Arc::new(files.clone()), round, "boot");
        Self {
            recall,
            session,
            preview,
            shown: HashMap::new(),
            copied: BTreeMap::new(),
            told: BTreeSet::new(),
            routes: BTreeSet::new(),
        }
    }

    pub(super) fn look(&mut self, hint: &Hint, now: i64) {
        let next_change = self.preview.round().site.as_ref().and_then(|site| site.scene.graph.next_change);
        if let Some(seen) = seen(&self.recall, hint, next_change, now) {
            self.preview.make_room();
            let next = self.preview.next(self.session.round(&seen, now, &Silent));
            // The base may be another by the time of the next comparison.
            let told = next.changed_files(&self.preview, &seen);
            self.told.extend(told.iter().filter_map(|address| Some(address.strip_prefix(next.base())?.to_owned())));
            self.preview = next;
        }
    }

    pub(super) fn check(&mut self, clean: &Built) -> Checked {
        if clean.failed() { self.check_faulty(clean) } else { self.check_well(clean) }
    }

    /// All that a clean build makes is shown, and nothing else.
    fn check_well(&mut self, clean: &Built) -> Checked {
        compare::told("the preview", &self.preview.found().problems, &clean.told.problems)?;
        let pages = compare::shown(&self.preview, clean)?;
        let now: BTreeSet<String> = pages.iter().map(|page| page.route.clone()).collect();
        self.check_versions(pages)?;
        for gone in self.routes.difference(&now) {
            let page = Page::of(&self.preview, gone)?;
            // What was `/a/` may be the file `/a` by now.
            let has_moved = page.status == 307;
            if (page.status != 404 && !has_moved) || page.version.is_some() {
                return Err(format!("{gone} is no longer there, and is answered with {}", page.status));
            }
        }
        self.routes.extend(now);
        self.check_copied(clean)
    }

    /// One version never stands for two texts, whenever they were shown.
    fn check_versions(&mut self, pages: Vec<Page>) -> Checked {
        for Page { route, version, body, .. } in pages {
            let Some(version) = version else { continue };
            let before = self.shown.entry((route, version)).or_insert_with(|| body.clone());
            if *before != body {
                return Err(format!("another text has the same version:\n{}", difference(before, &body)));
            }
        }
        Ok(())
    }

    /// Open pages were told of every file that has changed or appeared.
    fn check_copied(&mut self, clean: &Built) -> Checked {
        let Some(site) = &self.preview.round().site else { return Err("there is no site".to_owned()) };
        let texts = site.copies.keys().filter_map(|name| Some((name.to_string(), clean.output.get(&**name)?.clone())));
        let now: BTreeMap<String, String> = texts.collect();
        for (name, text) in now.iter().filter(|_| !self.copied.is_empty()) {
            if self.copied.get(name) != Some(text) && !self.told.contains(&format!("/{name}")) {
                return Err(format!("/{name} has changed, and no page was told; told were {:?}", self.told));
            }
        }
        (self.copied, self.told) = (now, BTreeSet::new());
        Ok(())
    }

    /// Whatever is wrong, each page is answered, and errors are counted.
    fn check_faulty(&self, clean: &Built) -> Checked {
        let pages: Vec<String> = match &self.preview.round().site {
            Some(site) => site.pages.all().iter().map(|page| page.route.to_string()).collect(),
            None => vec!["/".to_owned()],
        };
        let mut has_errors = false;
        for route in pages {
            let page = Page::of(&self.preview, &route)?;
            if ![200, 500].contains(&page.status) || page.body.is_empty() || page.version.is_none() {
                return Err(format!("{route} is answered with {} and {:?}", page.status, page.version));
            }
            has_errors |= page.faults().is_some();
        }
        if has_errors {
            return Ok(());
        }
        Err(format!("no page tells of an error, and a clean build tells\n{}", clean.problems()))
    }
}

/// What a look has found, as the follower tells it: nothing where there is no reason for a round.
pub(super) fn seen(recall: &Recall, hint: &Hint, next_change: Option<i64>, now: i64) -> Option<Seen> {
    let changes = recall.refresh(hint);
    let is_due = next_change.is_some_and(|change| change <= now);
    (!changes.is_empty() || is_due).then(|| Seen::new(Path::new(ROOT), &changes))
}
