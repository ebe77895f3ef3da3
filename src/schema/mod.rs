//! schema: JSON Schemas of what authors write in YAML, for editors.

use serde_json::{Value, json};

/// What a schema describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// A report's front matter.
    Report,
    /// An actor's front matter.
    Actor,
    /// A source's front matter.
    Source,
    /// site.yaml.
    Site,
}

/// The JSON Schema (draft 2020-12) of a document.
#[must_use]
pub fn schema(of: Document) -> Value {
    let title = match of {
        Document::Report => "A report",
        Document::Actor => "An actor",
        Document::Source => "A source",
        Document::Site => "site.yaml",
    };
    json!({"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, "type": "object"})
}
