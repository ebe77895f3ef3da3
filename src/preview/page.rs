//! One page of a preview.

use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};

use super::Preview;
use crate::digest::Digest;
use crate::memo::Recent;
use crate::plan::{self, PageSpec, Text};
use crate::problem::Problem;
use crate::render::render;
use crate::resolve::FileIx;
use crate::serve::{Answer, Bytes, content_type_of, inject};
use crate::session::Snapshot;

/// So many bytes of pages are remembered: some hundred pages, more than anybody has open.
pub(super) const MOST: usize = 8 << 20;

/// Pages that were rendered, of this preview and of earlier ones, by version.
pub(super) type Remembered = Arc<Recent<Digest, Bytes>>;

/// What a page was found to be.
#[derive(Clone)]
pub(super) struct Shown {
    /// The fingerprint: another one means that the page may be another.
    pub(super) version: Digest,
    /// The file whose prose stands on it.
    pub(super) file: Option<FileIx>,
    /// Why its template failed, if it did.
    pub(super) fault: Option<Arc<Problem>>,
}

/// A page with its bytes. Where no template could make it, there are none.
pub(super) struct Rendered {
    pub(super) shown: Shown,
    pub(super) html: Result<Bytes, Arc<Problem>>,
}

impl Preview {
    /// The answer to a request for a page.
    pub(super) fn page(&self, site: &Snapshot, page: &PageSpec) -> Answer {
        let rendered = self.shown(site, page);
        let version = rendered.shown.version.to_string();
        let content_type = content_type_of(&page.route);
        match rendered.html {
            Ok(bytes) if page.layout.is_some() => {
                let html = inject(&bytes, &self.element(&page.route, &version));
                Answer::file(content_type, html)
            }
            Ok(bytes) => Answer::file(content_type, bytes),
            Err(problem) => self.error(&page.route, &version, "This page can't be rendered", &problem.message),
        }
    }

    /// Renders a page, unless it is remembered.
    pub(super) fn shown(&self, site: &Snapshot, page: &PageSpec) -> Rendered {
        if let Some(shown) = self.known(page)
            && let Some(bytes) = self.remembered.get(&shown.version)
        {
            return Rendered { shown, html: Ok(bytes) };
        }
        let scene = self.stage.scene(&site.scene);
        let text = site.text(page);
        let inputs = plan::inputs(&scene, page, text.as_ref());
        let version = inputs.fingerprint(&scene, page, false).whole;
        let file = page.file(&site.scene.graph);
        let mut shown = Shown { version, file, fault: None };
        let html = if let Some(bytes) = self.remembered.get(&shown.version) {
            Ok(bytes)
        } else {
            match site.html(page).and_then(|html| render(&scene, page, &inputs, &html)) {
                Ok(bytes) => {
                    let bytes = Bytes::from(bytes);
                    self.remembered.put(shown.version, bytes.clone(), bytes.len());
                    Ok(bytes)
                }
                Err(problem) => {
                    let problem = Arc::new(*problem);
                    shown.fault = Some(Arc::clone(&problem));
                    self.failed.store(true, Ordering::Relaxed);
                    self.as_before(site, page, text.as_ref()).ok_or(problem)
                }
            }
        };
        self.shown.lock().unwrap_or_else(PoisonError::into_inner).insert(page.route.clone(), shown.clone());
        Rendered { shown, html }
    }

    /// The page as the last theme that failed on no page has it.
    fn as_before(&self, site: &Snapshot, page: &PageSpec, text: Option<&Text>) -> Option<Bytes> {
        let scene = self.fallback(site)?;
        render(scene, page, &plan::inputs(scene, page, text), &site.html(page).ok()?).ok().map(Bytes::from)
    }

    /// What is known of a page that did not fail. One that did is made again: its bytes are not remembered.
    fn known(&self, page: &PageSpec) -> Option<Shown> {
        let shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        shown.get(&page.route).filter(|shown| shown.fault.is_none()).cloned()
    }

    /// What a page is now, without its bytes where they are not needed.
    pub(super) fn look(&self, site: &Snapshot, page: &PageSpec) -> Shown {
        self.known(page).unwrap_or_else(|| self.shown(site, page).shown)
    }
}
