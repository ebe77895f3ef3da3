//! The scene that a preview renders from, made anew now and then.

use std::sync::{Arc, Mutex, PoisonError};

use crate::plan::Scene;

/// So many pages are rendered from one scene. What pages share is kept by their scene, and would grow to a multiple of the
/// site when somebody looks at all of it.
const MOST: usize = 200;

/// The scene that a preview renders from.
pub(super) struct Stage(Mutex<(Arc<Scene>, usize)>);

impl Stage {
    pub(super) fn new(scene: &Scene) -> Self {
        Self(Mutex::new((Arc::new(scene.fresh()), 0)))
    }

    /// Gives back what pages share, for the memory that the next state takes while this one is still shown.
    pub(super) fn clear(&self) {
        let mut stage = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *stage = (Arc::new(stage.0.fresh()), 0);
    }

    /// The scene for one more page.
    pub(super) fn scene(&self) -> Arc<Scene> {
        let mut stage = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (scene, rendered) = &mut *stage;
        *rendered += 1;
        if *rendered > MOST {
            (*scene, *rendered) = (Arc::new(scene.fresh()), 1);
        }
        Arc::clone(scene)
    }
}
