//! The words by which pages show each other's files.

use std::sync::Arc;

use crate::matter::Str;
use crate::parse::Headline;
use crate::resolve::{FileIx, Graph};

/// The titles and summaries of all files. A version in another language takes from its original what it does not give.
#[derive(Debug, Clone)]
pub struct Headlines {
    graph: Arc<Graph>,
    /// In the order of the graph's files.
    of_file: Arc<Vec<Arc<Headline>>>,
}

impl Headlines {
    /// Those of a graph's files, in their order.
    pub(super) fn new(graph: &Arc<Graph>, of_file: &Arc<Vec<Arc<Headline>>>) -> Self {
        Self { graph: Arc::clone(graph), of_file: Arc::clone(of_file) }
    }

    /// A file's title; its first heading, else its name, where none is given.
    pub fn title(&self, file: FileIx) -> &Str {
        let heading = self.of_file[file.get()].heading.as_ref();
        self.given_title(file).or(heading).unwrap_or(&self.graph.files[file].stem)
    }

    /// The title that a file gives.
    pub fn given_title(&self, file: FileIx) -> Option<&Str> {
        self.given(file, |headline| headline.title.as_ref())
    }

    /// A file's summary; its first words where none is given.
    pub fn summary(&self, file: FileIx) -> Option<&Str> {
        self.given_summary(file).or(self.of_file[file.get()].opening.as_ref())
    }

    /// The summary that a file gives.
    pub fn given_summary(&self, file: FileIx) -> Option<&Str> {
        self.given(file, |headline| headline.summary.as_ref())
    }

    fn given(&self, file: FileIx, words: impl Fn(&Headline) -> Option<&Str>) -> Option<&Str> {
        let original = self.graph.doc_of(file).files[0];
        words(&self.of_file[file.get()]).or_else(|| words(&self.of_file[original.get()]))
    }
}
