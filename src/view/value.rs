//! How Rust values become template values.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::Value;

use crate::json::Json;
use crate::matter::Extra;

/// Becomes a template value.
pub trait ToValue {
    /// The value that templates see.
    fn to_value(&self) -> Value;
}

/// HTML that is safe as it stands: made by the pipeline, never taken from content unescaped.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Html(pub Arc<str>);

impl ToValue for Html {
    fn to_value(&self) -> Value {
        Value::safe_string(&self.0)
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

impl ToValue for Percent {
    fn to_value(&self) -> Value {
        // A whole number is written without `.0`.
        if self.0.is_multiple_of(100) { Value::from(self.0 / 100) } else { Value::from(self.get()) }
    }
}

/// Data in the vocabulary of schema.org, safe within a `<script>`. It is written only where a page is rendered.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct JsonLd(pub Json);

impl ToValue for JsonLd {
    fn to_value(&self) -> Value {
        Value::safe_string(&self.0.script())
    }
}

/// An author's own value from `extra:`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Raw(pub serde_json::Value);

impl Raw {
    /// A map of an author's own values.
    pub fn map(extra: &BTreeMap<Arc<str>, Extra>) -> Self {
        Self(extra.iter().map(|(key, value)| (key.to_string(), value.0.clone())).collect())
    }
}

impl ToValue for Raw {
    fn to_value(&self) -> Value {
        Value::from_serializable(&self.0)
    }
}

impl ToValue for Arc<str> {
    fn to_value(&self) -> Value {
        Value::normal_string(self)
    }
}

impl ToValue for &'static str {
    fn to_value(&self) -> Value {
        Value::normal_string(self)
    }
}

impl ToValue for String {
    fn to_value(&self) -> Value {
        Value::normal_string(self)
    }
}

impl ToValue for bool {
    fn to_value(&self) -> Value {
        Value::from(*self)
    }
}

impl ToValue for usize {
    fn to_value(&self) -> Value {
        Value::from(*self)
    }
}

impl ToValue for u32 {
    fn to_value(&self) -> Value {
        Value::from(*self)
    }
}

impl ToValue for i32 {
    fn to_value(&self) -> Value {
        Value::from(*self)
    }
}

impl<T: ToValue> ToValue for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or_else(Value::none, ToValue::to_value)
    }
}

impl<T: ToValue> ToValue for Vec<T> {
    fn to_value(&self) -> Value {
        Value::from(self.iter().map(ToValue::to_value).collect::<Vec<_>>())
    }
}

impl<T: ToValue + ?Sized> ToValue for Box<T> {
    fn to_value(&self) -> Value {
        (**self).to_value()
    }
}
