//! parse: one file's bytes become its [`Parsed`] value. Never fails, and looks at nothing but the file.

mod body;
pub mod highlight;
mod summary;

pub use body::{Body, Fragment, Hole, HoleKind, Note};
pub use summary::{Cite, Heading, Link, Locator, Sentence, Summary, Target};

use std::sync::Arc;

use crate::problem::Problem;

/// What one content file says.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// All that other files may know of it.
    pub summary: Arc<Summary>,
    /// Its text as HTML with holes.
    pub body: Arc<Body>,
    /// What is wrong in it, as far as one file can tell.
    pub problems: Vec<Problem>,
}
