//! preview: one state of the site as the server shows it.
//!
//! A [`Preview`] renders a page when it is asked for, from a snapshot that never changes, so that no page can be stale;
//! what was rendered is remembered by its fingerprint from one preview to the next. Each page is as `build --drafts` makes
//! it, and has one script element more.

mod faults;
mod page;
mod stage;
mod state;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use self::page::{Remembered, Rendered, Shown};
use self::stage::Stage;
use crate::files::Files;
use crate::memo::Recent;
use crate::plan::Scene;
use crate::search;
use crate::serve::{Answer, ErrorPage, Show, content_type_of, inject, script_element};
use crate::session::{Copied, Round, Seen, Snapshot};
use crate::tell::Diagnosis;
use crate::theme::Theme;

/// One state of the site, for the server.
pub struct Preview {
    files: Arc<dyn Files>,
    round: Round,
    /// The problems of the round, made out.
    found: Diagnosis,
    /// Identifies the process.
    boot: Arc<str>,
    base: String,
    /// Pages that were rendered, of this preview and of earlier ones.
    remembered: Remembered,
    /// The scene that pages are rendered from.
    stage: Stage,
    /// What each page was found to be so far, by route.
    shown: Mutex<HashMap<Arc<str>, Shown>>,
    /// Whether a template failed on a page.
    failed: AtomicBool,
    /// The last theme that failed on no page.
    sound: Option<Arc<Theme>>,
    /// The scene with that theme.
    fallback: OnceLock<Option<Scene>>,
}

impl Preview {
    /// The first preview of a process, which `boot` names.
    #[must_use]
    pub fn first(files: Arc<dyn Files>, round: Round, boot: &str) -> Self {
        Self::new(files, round, boot.into(), Arc::new(Recent::new(page::MOST)), None)
    }

    /// The preview after this one.
    #[must_use]
    pub fn next(&self, round: Round) -> Self {
        let theme = |round: &Round| round.site.as_ref().map(|site| Arc::clone(&site.scene.theme));
        let (before, now) = (theme(&self.round), theme(&round));
        let same = match (&before, &now) {
            (Some(before), Some(now)) => Arc::ptr_eq(before, now),
            _ => false,
        };
        let is_sound = !same && !self.failed.load(Ordering::Relaxed);
        let sound = before.filter(|_| is_sound).or_else(|| self.sound.clone());
        let next =
            Self::new(Arc::clone(&self.files), round, Arc::clone(&self.boot), Arc::clone(&self.remembered), sound);
        next.inherit(self);
        next
    }

    fn new(
        files: Arc<dyn Files>,
        round: Round,
        boot: Arc<str>,
        remembered: Remembered,
        sound: Option<Arc<Theme>>,
    ) -> Self {
        let found = round.diagnosis(&*files);
        let base_url = round.settings.config.base_url.as_ref();
        let base = base_url.map_or_else(String::new, |base_url| base_url.path.to_string());
        Self {
            files,
            round,
            found,
            boot,
            base,
            remembered,
            stage: Stage::default(),
            shown: Mutex::default(),
            failed: AtomicBool::new(false),
            sound,
            fallback: OnceLock::new(),
        }
    }

    /// Takes over what is known of pages that nothing has touched: those whose own file is as it was, where all else is.
    fn inherit(&self, before: &Self) {
        let (Some(now), Some(then)) = (&self.round.site, &before.round.site) else { return };
        if now.scene.basis() != then.scene.basis() {
            return;
        }
        let untouched = |shown: &Shown| {
            shown.fault.is_none() && shown.file.is_none_or(|file| now.made_of(file) == then.made_of(file))
        };
        let known = before.shown.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = known.iter().filter(|(_, shown)| untouched(shown));
        *self.shown.lock().unwrap_or_else(PoisonError::into_inner) =
            kept.map(|(route, shown)| (Arc::clone(route), shown.clone())).collect();
    }

    /// The addresses of static files that are not as they were in the preview before.
    #[must_use]
    pub fn changed_files(&self, before: &Self, seen: &Seen) -> Vec<String> {
        let (Some(now), Some(then)) = (&self.round.site, &before.round.site) else { return Vec::new() };
        let changed = |from: &Copied| match (from, seen) {
            (Copied::File { path, linked }, Seen::Files(_) | Seen::Entries(_)) => *linked || seen.names(path),
            _ => false,
        };
        let files = now.copies.iter().filter(|(name, from)| then.copies.get(*name) != Some(*from) || changed(from));
        files.map(|(name, _)| now.scene.addresses.of(&format!("/{name}")).to_string()).collect()
    }

    /// Gives back memory that can be done without, before the next state is made.
    pub fn make_room(&self) {
        self.stage.clear();
    }

    /// Whether all pages are as in the preview before, and the same is wrong.
    #[must_use]
    pub fn shows_the_same_as(&self, before: &Self) -> bool {
        let same_site = match (&self.round.site, &before.round.site) {
            (Some(now), Some(then)) => now.shows_the_same_as(then),
            (None, None) => true,
            _ => false,
        };
        same_site && self.round.problems == before.round.problems
    }

    /// The problems, made out.
    pub const fn found(&self) -> &Diagnosis {
        &self.found
    }

    /// The round that it shows.
    pub const fn round(&self) -> &Round {
        &self.round
    }

    fn element(&self, route: &str, version: &str) -> String {
        script_element(&self.base, route, version)
    }

    /// The scene with the last theme that failed on no page.
    fn fallback(&self, site: &Snapshot) -> Option<&Scene> {
        let make = || Some(Scene::new(&site.scene.basis().with_theme(self.sound.as_ref()?)));
        self.fallback.get_or_init(make).as_ref()
    }

    /// A file that is copied as it is, or a folder's `index.html`.
    fn file(&self, site: &Snapshot, route: &str) -> Option<Answer> {
        let name = route.strip_prefix('/')?;
        let (name, from) = site.copies.get_key_value(name).or_else(|| {
            (name.is_empty() || name.ends_with('/'))
                .then(|| site.copies.get_key_value(&*format!("{name}index.html")))?
        })?;
        Some(match from.bytes(&*self.files, &site.settings.root) {
            Ok(bytes) => Answer::file(content_type_of(name), bytes.into_owned()),
            Err(problem) => self.error(route, state::NO_PAGE, "This file can't be read", &problem.message),
        })
    }

    /// A page that says what is wrong.
    fn error(&self, route: &str, version: &str, title: &str, message: &str) -> Answer {
        let element = self.element(route, version);
        let page = ErrorPage { title, message, element: &element, ..ErrorPage::default() };
        Answer::html(500, page.html())
    }

    fn not_found(&self, site: &Snapshot, route: &str) -> Answer {
        let element = self.element(route, state::NO_PAGE);
        if let Some(page) = site.pages.at("/404.html")
            && let Rendered { html: Ok(html), .. } = self.shown(site, page)
        {
            return Answer::html(404, inject(&html, &element));
        }
        if let Some(from) = site.copies.get("404.html")
            && let Ok(html) = from.bytes(&*self.files, &site.settings.root)
        {
            return Answer::html(404, inject(&html, &element));
        }
        let (title, message) = ("Not found", format!("Nothing stands at {route}."));
        Answer::html(404, ErrorPage { title, message: &message, element: &element, ..ErrorPage::default() }.html())
    }
}

impl Show for Preview {
    fn base(&self) -> &str {
        &self.base
    }

    fn answer(&self, route: &str) -> Answer {
        let Some(site) = &self.round.site else {
            let message = "site.yaml can't be read; what is wrong in it is told here.";
            return self.error(route, state::NO_SITE, "The site can't be shown", message);
        };
        let folder = route.strip_suffix("index.html").filter(|folder| folder.ends_with('/')).unwrap_or(route);
        if let Some(page) = site.pages.at(folder) {
            return self.page(site, page);
        }
        if let Some(name) = route.strip_prefix(search::FOLDER) {
            match site.search(&self.stage.scene(&site.scene), true) {
                Ok(found) => {
                    if let Some(bytes) = found.get(route) {
                        return Answer::file(content_type_of(name), bytes.clone());
                    }
                }
                Err(problem) => return self.error(route, state::NO_PAGE, "This file can't be made", &problem.message),
            }
        }
        if let Some(file) = self.file(site, route) {
            return file;
        }
        let slashed = format!("{route}/");
        if site.pages.at(&slashed).is_some() || site.copies.contains_key(&*format!("{}index.html", &slashed[1..])) {
            return Answer::redirect(&*site.scene.addresses.of(&slashed));
        }
        self.not_found(site, route)
    }

    fn state(&self, route: &str) -> String {
        state::state(self, route)
    }
}
