//! JSON Schemas (draft 2020-12) of front matter and of site.yaml, for editors.
//!
//! They are made of the same tables of keys that the parser reads by, so that an editor offers what the parser takes.

#[cfg(test)]
mod manual;
#[cfg(test)]
mod tests;

use std::str::FromStr;

use serde_json::{Map, Value, json};

use crate::config::keys::SITE;
use crate::matter::csl;
use crate::matter::key::{Key, Record, Shape, names};
use crate::matter::keys::{ACTOR, COMMON, REPORT, SOURCE};

/// What a schema is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A report's front matter.
    Report,
    /// An actor's front matter.
    Actor,
    /// A source's front matter.
    Source,
    /// site.yaml
    Site,
}

impl Subject {
    /// The words for them, in order.
    pub const WORDS: [&'static str; 4] = ["report", "actor", "source", "site"];
}

impl FromStr for Subject {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        match word {
            "report" => Ok(Self::Report),
            "actor" => Ok(Self::Actor),
            "source" => Ok(Self::Source),
            "site" => Ok(Self::Site),
            _ => Err(()),
        }
    }
}

/// The JSON Schema of a subject. A key without a value, which YAML takes for null, is not in it.
#[must_use]
pub fn schema(subject: Subject) -> Value {
    let mut definitions = Definitions::default();
    let (title, records): (_, &[Record]) = match subject {
        Subject::Report => ("Front matter of a report", &[REPORT, COMMON]),
        Subject::Actor => ("Front matter of an actor", &[ACTOR, COMMON]),
        Subject::Source => ("Front matter of a source", &[SOURCE, COMMON]),
        Subject::Site => ("site.yaml", &[SITE]),
    };
    let mut schema = definitions.object(records);
    match subject {
        Subject::Report => {
            schema.insert("required".to_owned(), json!(["title"]));
        }
        // The id of a source's own file is the file's stem.
        Subject::Source => {
            schema.remove("required");
        }
        Subject::Actor | Subject::Site => {}
    }
    let mut whole = Map::new();
    whole.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    whole.insert("title".to_owned(), json!(title));
    whole.append(&mut schema);
    whole.insert("$defs".to_owned(), Value::Object(definitions.0));
    Value::Object(whole)
}

/// The schemas of records, by their names.
#[derive(Default)]
struct Definitions(Map<String, Value>);

impl Definitions {
    /// A mapping with the keys of some records; the first that has a key defines it.
    fn object(&mut self, records: &[Record]) -> Map<String, Value> {
        let mut properties = Map::new();
        let mut required = Vec::new();
        let mut any_of = Vec::new();
        for record in records {
            for key in record.keys {
                for name in std::iter::once(key.name).chain(key.also.iter().copied()) {
                    if !properties.contains_key(name) {
                        let property = self.property(key, name);
                        properties.insert(name.to_owned(), property);
                    }
                }
                match key.also {
                    _ if !key.required => {}
                    [] => required.push(key.name),
                    _ => any_of = names(std::slice::from_ref(key)).map(|name| json!({ "required": [name] })).collect(),
                }
            }
        }
        if records.iter().any(|record| record.csl) {
            for variable in csl::variables().filter(|name| !records[0].keys.iter().any(|key| key.name == *name)) {
                let property = json!({ "description": format!("The CSL variable `{variable}`.") });
                properties.entry(variable).or_insert(property);
            }
        }
        let mut object = Map::new();
        object.insert("type".to_owned(), json!("object"));
        object.insert("properties".to_owned(), Value::Object(properties));
        object.insert("additionalProperties".to_owned(), json!(false));
        if !required.is_empty() {
            object.insert("required".to_owned(), json!(required));
        }
        if !any_of.is_empty() {
            object.insert("anyOf".to_owned(), json!(any_of));
        }
        object
    }

    /// A key's value, with what the key means.
    fn property(&mut self, key: &Key, name: &str) -> Value {
        let mut property = self.shape(&key.shape);
        let meaning = if name == key.name {
            key.meaning.to_owned()
        } else {
            format!("The same as `{}`. {}", key.name, key.meaning)
        };
        property.insert("description".to_owned(), json!(meaning));
        if let Some(default) = key.default {
            let default = serde_json::from_str(default).unwrap_or_else(|_| json!(default));
            property.insert("default".to_owned(), default);
        }
        Value::Object(property)
    }

    fn shape(&mut self, shape: &Shape) -> Map<String, Value> {
        let schema = match shape {
            Shape::Text | Shape::Id => json!({ "type": ["string", "number"] }),
            Shape::Flag => json!({ "type": "boolean" }),
            Shape::Count => json!({ "type": "integer", "minimum": 1 }),
            Shape::Moment => json!({ "type": ["string", "integer"] }),
            // `{2011,2013}` is a mapping from two keys to nothing.
            Shape::Date => json!({ "anyOf": [
                { "type": ["string", "number", "array"] },
                { "type": "object", "additionalProperties": { "type": "null" } },
            ] }),
            Shape::Language => json!({ "type": "string", "pattern": "^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$" }),
            Shape::Address => json!({ "type": "string", "format": "uri" }),
            Shape::Path => json!({ "type": "string" }),
            Shape::Route => json!({ "type": "string", "pattern": "^/" }),
            Shape::Grade => json!({ "type": "string", "pattern": "^[A-Fa-f][1-6]?$" }),
            Shape::Sha256 => json!({ "type": "string", "pattern": "^[0-9A-Fa-f]{64}$" }),
            Shape::Word(words) => json!({ "enum": words }),
            Shape::Either(one, other) => json!({ "anyOf": [self.shape(one), self.shape(other)] }),
            Shape::List(item) => {
                let item = self.shape(item);
                json!({ "anyOf": [{ "type": "array", "items": item }, item] })
            }
            Shape::Mapping([], value) => json!({ "type": "object", "additionalProperties": self.shape(value) }),
            Shape::Mapping(words, value) => {
                let value = self.shape(value);
                let properties: Map<_, _> = words.iter().map(|word| ((*word).to_owned(), json!(value))).collect();
                json!({ "type": "object", "properties": properties, "additionalProperties": false })
            }
            Shape::Record(record) => {
                let name = definition_name(record.what);
                if !self.0.contains_key(&name) {
                    // Held by name before it is made, so that a record may contain itself.
                    self.0.insert(name.clone(), Value::Null);
                    let object = self.object(&[*record]);
                    self.0.insert(name.clone(), Value::Object(object));
                }
                json!({ "$ref": format!("#/$defs/{name}") })
            }
            Shape::Free => json!({}),
        };
        match schema {
            Value::Object(schema) => schema,
            _ => Map::new(),
        }
    }
}

/// "an item of `dates`" becomes "item-of-dates".
fn definition_name(what: &str) -> String {
    let bare = what.strip_prefix("an ").or_else(|| what.strip_prefix("a ")).unwrap_or(what);
    bare.replace('`', "").replace(' ', "-")
}
