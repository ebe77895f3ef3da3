//! Rust values that become template values of a kind of their own.
//!
//! Views are serialized; a [`Value`] within one is taken as it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Serialize, Serializer};
use tera::Value;

use crate::json::Json;
use crate::matter::Extra;

/// HTML that is safe as it stands: made by the pipeline, never taken from content unescaped.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Html(pub Arc<str>);

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Value::safe_string(&self.0).serialize(serializer)
    }
}

/// A place or a width in hundredths of a percent; a template sees the percentage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Percent(pub u32);

impl Percent {
    /// A percentage, which is brought between 0 and 100 and rounded to hundredths.
    #[must_use]
    pub fn new(percent: f64) -> Self {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 10,000")]
        Self((percent.clamp(0.0, 100.0) * 100.0).round() as u32)
    }

    /// The percentage.
    #[must_use]
    pub fn get(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // A whole number is written without `.0`.
        if self.0.is_multiple_of(100) { (self.0 / 100).serialize(serializer) } else { self.get().serialize(serializer) }
    }
}

/// Data in the vocabulary of schema.org, safe within a `<script>`. It is written only where a page is rendered.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct JsonLd(pub Json);

impl Serialize for JsonLd {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Value::safe_string(&self.0.script()).serialize(serializer)
    }
}

/// An author's own value from `extra:`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Raw(pub serde_json::Value);

impl Raw {
    /// A map of an author's own values.
    pub fn map(extra: &BTreeMap<Arc<str>, Extra>) -> Self {
        Self(extra.iter().map(|(key, value)| (key.to_string(), value.0.clone())).collect())
    }
}
