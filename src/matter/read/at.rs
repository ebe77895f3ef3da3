//! Where a reader is in its YAML.

use std::fmt;
use std::sync::Arc;

use crate::problem::{YamlPath, YamlStep};

/// A path into the YAML that is being read. It lies on the stack, and costs nothing until a problem needs it.
#[derive(Clone, Copy)]
pub(crate) struct At<'p> {
    parent: Option<&'p At<'p>>,
    step: Step<'p>,
}

#[derive(Clone, Copy)]
enum Step<'p> {
    Root,
    Key(&'p str),
    Index(usize),
}

impl<'p> At<'p> {
    /// The document itself.
    pub(crate) const ROOT: At<'static> = At { parent: None, step: Step::Root };

    /// The entry with a key.
    pub(crate) fn key(&'p self, key: &'p str) -> At<'p> {
        At { parent: Some(self), step: Step::Key(key) }
    }

    /// The item at an index.
    pub(crate) fn index(&'p self, index: usize) -> At<'p> {
        At { parent: Some(self), step: Step::Index(index) }
    }

    /// The path as problems keep it.
    pub(crate) fn path(&self) -> YamlPath {
        let mut steps = Vec::new();
        let mut at = Some(self);
        while let Some(here) = at {
            match here.step {
                Step::Root => {}
                Step::Key(key) => steps.push(YamlStep::Key(Arc::from(key))),
                Step::Index(index) => steps.push(YamlStep::Index(index)),
            }
            at = here.parent;
        }
        steps.reverse();
        YamlPath(steps)
    }
}

/// What stands there, for a message: "`title`", "an item of `tags`".
impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.step, self.parent) {
            (Step::Key(key), _) => write!(f, "`{key}`"),
            (Step::Index(_), Some(parent)) => write!(f, "an item of {parent}"),
            _ => f.write_str("the YAML"),
        }
    }
}
