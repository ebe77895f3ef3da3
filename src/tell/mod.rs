//! tell: problems become words, for a terminal and for programs.
//!
//! Stages know a place as a path into YAML, as a link's number or as bytes. [`locate`] turns each into lines and
//! columns, drops what the configuration allows, and sorts; [`Diagnosis::human`] draws one the way rustc does. [`json`],
//! [`github`] and [`sarif`] are for programs. Nothing here reads a file: texts come through [`Sources`].

mod draw;
mod github;
mod json;
mod locate;
mod manual;
mod sarif;
mod text;
mod visible;
mod yaml;

#[cfg(test)]
mod tests;

pub use draw::{Look, plain};
pub use github::github;
pub use json::{json, severity};
pub use locate::{Diagnosis, Located, Mark, Note, Sources, Tally, locate};
pub use sarif::sarif;
pub use text::{Extent, Position};
pub use visible::visible;
pub use yaml::{Part, part_of};

use std::collections::BTreeMap;

use crate::problem::{Level, Name};

/// The level of a problem after `lint:` and `--strict`.
///
/// What would break or leak output is never lowered; `strict` makes errors of warnings, and leaves notes alone.
#[must_use]
pub fn effective(name: Name, lint: &BTreeMap<Name, Level>, strict: bool) -> Level {
    let asked = lint.get(&name).copied().unwrap_or(name.usual());
    let level = if name.is_fixed() { asked.max(name.usual()) } else { asked };
    if strict && level == Level::Warn { Level::Deny } else { level }
}
