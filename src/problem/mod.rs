//! Problems as data: what is wrong, where, and the mend. Drawing them is another module's work.

mod name;
mod place;

pub use name::{Level, Name};
pub use place::{Place, Spot, YamlPath, YamlStep};

use std::sync::Arc;

/// One problem that a user caused and can mend.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Problem {
    /// What kind of problem it is; its level comes from here and from the configuration.
    pub name: Name,
    /// One sentence without a full stop, lower case: ``no actor has the id `haftr` ``.
    pub message: String,
    /// Where it is. `None` only where no file is concerned.
    pub place: Option<Place>,
    /// A few words under the marked place: "not defined".
    pub label: Option<String>,
    /// Other places that belong to it: the first of two definitions.
    pub related: Vec<Related>,
    /// The mend: ``did you mean `haftar`?``.
    pub help: Option<String>,
    /// The route of the page that was being made, where it is not the file's own.
    pub page: Option<Arc<str>>,
}

/// A second place of a problem, with what is to be seen there.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Related {
    /// Where to look.
    pub place: Place,
    /// What is there: "first described here".
    pub message: String,
}

impl Problem {
    /// A problem at a place.
    #[must_use]
    pub fn at(name: Name, place: Place, message: impl Into<String>) -> Self {
        Self { place: Some(place), ..Self::nowhere(name, message) }
    }

    /// A problem that no file is concerned with.
    #[must_use]
    pub fn nowhere(name: Name, message: impl Into<String>) -> Self {
        Self { name, message: message.into(), place: None, label: None, related: Vec::new(), help: None, page: None }
    }

    /// Adds the mend, if there is one.
    #[must_use]
    pub fn help(mut self, help: impl Into<Option<String>>) -> Self {
        self.help = help.into();
        self
    }

    /// Adds words under the marked place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn related(mut self, place: Place, message: impl Into<String>) -> Self {
        self.related.push(Related { place, message: message.into() });
        self
    }

    /// Adds the page that was being made.
    #[must_use]
    pub fn page(mut self, route: impl Into<Arc<str>>) -> Self {
        self.page = Some(route.into());
        self
    }
}
