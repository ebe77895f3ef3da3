//! The scene that a preview renders from, made anew now and then.

use std::sync::{Arc, Mutex, PoisonError};

use crate::plan::Scene;

/// So many pages are rendered from one scene. What pages share is kept by their scene, and would grow to a multiple of the
/// site when somebody looks at all of it.
const MOST: usize = 200;

/// The scene that a preview renders from, made when the first page is wanted.
#[derive(Default)]
pub(super) struct Stage(Mutex<Option<(Arc<Scene>, usize)>>);

impl Stage {
    /// Gives back what pages share, for the memory that the next state takes while this one is still shown.
    pub(super) fn clear(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// A scene like this one, for one more page.
    pub(super) fn scene(&self, like: &Scene) -> Arc<Scene> {
        let mut stage = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (scene, rendered) = match stage.take() {
            Some((scene, rendered)) if rendered < MOST => (scene, rendered),
            _ => (Arc::new(like.fresh()), 0),
        };
        *stage = Some((Arc::clone(&scene), rendered + 1));
        scene
    }
}
