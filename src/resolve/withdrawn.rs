//! What was withdrawn: why, as its notice says.

use super::corrections::newest;
use super::graph::{File, Graph};
use super::index::FileIx;
use crate::matter::{Status, Str};
use crate::problem::{Name, Place, Problem};

/// Why something was withdrawn.
#[derive(Debug, Clone, Copy)]
pub struct Reason<'g> {
    /// The words.
    pub text: &'g Str,
    /// The file whose front matter has them.
    pub file: FileIx,
    /// The number in its `corrections`, if it is one of these that says why.
    pub correction: Option<usize>,
}

impl Graph {
    /// Why a file was withdrawn: its `reason`, else its newest correction; else what its original says.
    pub fn reason(&self, ix: FileIx) -> Option<Reason<'_>> {
        let original = self.doc_of(ix).files[0];
        [ix, original].into_iter().find_map(|file| {
            let matter = &self.files[file].summary.matter;
            if let Some(text) = &matter.common.reason {
                return Some(Reason { text, file, correction: None });
            }
            let (number, newest) = newest(matter)?;
            Some(Reason { text: &newest.text, file, correction: Some(number) })
        })
    }
}

/// The warning about a file that does not say why it was withdrawn. A version takes the reason from its original.
pub(super) fn without_reason(file: &File) -> Option<Problem> {
    let says = file.matter.common.reason.is_some() || newest(&file.matter).is_some();
    let own = file.summary.matter.common.status == Some(Status::Withdrawn);
    (own && !says).then(|| {
        Problem::at(Name::MissingReason, Place::value(&file.path, "status"), "nothing says why it was withdrawn")
            .help("say it in one sentence: `reason: …`".to_owned())
    })
}
