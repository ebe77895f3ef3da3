//! Dates as evidence has them: EDTF, levels 0 to 2 (ISO 8601-2:2019, annex A).

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// An EDTF expression.
#[derive(Clone)]
pub struct Date(Arc<Inner>);

struct Inner {
    text: Box<str>,
}

/// Why a text is no EDTF expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    /// The byte at which the text stops being EDTF.
    pub offset: usize,
    /// What is wrong there.
    pub message: String,
    /// The mend, where one is known.
    pub help: Option<String>,
}

impl Date {
    /// Reads an EDTF expression.
    ///
    /// # Errors
    /// When `text` is none, or names a day that does not exist.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        match edtf_core::Edtf::parse(text) {
            Ok(edtf) => Ok(Self(Arc::new(Inner { text: edtf.to_string().into() }))),
            Err(error) => Err(DateError { offset: error.offset, message: error.message.to_owned(), help: None }),
        }
    }

    /// The canonical text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0.text
    }
}

impl PartialEq for Date {
    fn eq(&self, other: &Self) -> bool {
        self.0.text == other.0.text
    }
}

impl Eq for Date {}

impl Hash for Date {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.text.hash(state);
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.text)
    }
}
