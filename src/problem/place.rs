//! Where a problem is: a file, and a spot in it.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A spot in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file, relative to the site's root, with forward slashes.
    pub file: Arc<str>,
    /// Where in it.
    pub spot: Spot,
}

/// A spot within a file, in the form in which a stage knows it. It becomes bytes only when it is drawn.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// The file as a whole.
    File,
    /// A byte range of the file.
    Bytes(u32, u32),
    /// The value at a path in the file's YAML (its front matter, or the whole of a `.yaml` file).
    Value(YamlPath),
    /// The key of the mapping entry at a path.
    Key(YamlPath),
    /// The first such character of the value at a path; the value, where it is written as an escape.
    Character(YamlPath, char),
    /// The n-th link of the file's body, counted as `Summary::links` does.
    Link(u32),
}

impl Place {
    /// The file as a whole.
    #[must_use]
    pub fn file(file: &Arc<str>) -> Self {
        Self { file: Arc::clone(file), spot: Spot::File }
    }

    /// A byte range of the file.
    #[must_use]
    pub fn bytes(file: &Arc<str>, range: Range<usize>) -> Self {
        let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { file: Arc::clone(file), spot: Spot::Bytes(clip(range.start), clip(range.end)) }
    }

    /// The value at a YAML path.
    #[must_use]
    pub fn value(file: &Arc<str>, path: impl Into<YamlPath>) -> Self {
        Self { file: Arc::clone(file), spot: Spot::Value(path.into()) }
    }

    /// The key at a YAML path.
    #[must_use]
    pub fn key(file: &Arc<str>, path: impl Into<YamlPath>) -> Self {
        Self { file: Arc::clone(file), spot: Spot::Key(path.into()) }
    }

    /// A character of the value at a YAML path.
    #[must_use]
    pub fn character(file: &Arc<str>, path: impl Into<YamlPath>, character: char) -> Self {
        Self { file: Arc::clone(file), spot: Spot::Character(path.into(), character) }
    }

    /// The n-th link of the file's body.
    #[must_use]
    pub fn link(file: &Arc<str>, number: usize) -> Self {
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        Self { file: Arc::clone(file), spot: Spot::Link(number) }
    }
}

/// A path into a YAML document: `sources[1].grade`. The empty path is the document itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YamlPath(pub Vec<YamlStep>);

/// One step of a [`YamlPath`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum YamlStep {
    /// The entry of a mapping.
    Key(Arc<str>),
    /// The item of a sequence, from 0.
    Index(usize),
}

impl YamlPath {
    /// This path, one mapping entry deeper.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        let mut path = self.clone();
        path.0.push(YamlStep::Key(Arc::from(key)));
        path
    }

    /// This path, one sequence item deeper.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        let mut path = self.clone();
        path.0.push(YamlStep::Index(index));
        path
    }
}

impl From<&str> for YamlPath {
    fn from(key: &str) -> Self {
        Self::default().key(key)
    }
}

impl fmt::Display for YamlPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (depth, step) in self.0.iter().enumerate() {
            match step {
                YamlStep::Key(key) if depth == 0 => f.write_str(key)?,
                YamlStep::Key(key) => write!(f, ".{key}")?,
                YamlStep::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}
