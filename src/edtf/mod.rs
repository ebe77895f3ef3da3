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

/// Why something is no date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    /// What is wrong.
    pub message: String,
    /// Byte offset in the text that was read.
    pub offset: usize,
    /// The mend.
    pub help: Option<String>,
}

impl Date {
    /// Reads an EDTF expression.
    ///
    /// # Errors
    /// When `text` is no EDTF expression, or names a day that no calendar has.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        match edtf_core::Edtf::parse(text.trim()) {
            Ok(_) => Ok(Self(Arc::new(Inner { text: text.trim().into() }))),
            Err(error) => Err(DateError { message: error.message.to_owned(), offset: error.offset, help: None }),
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
