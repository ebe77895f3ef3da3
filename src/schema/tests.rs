//! The schemas against the parser: what one takes, the other takes.

use serde_json::Value;

use super::*;
use crate::matter::{MatterKind, Str, read};
use crate::problem::Name;

const SUBJECTS: [Subject; 4] = [Subject::Report, Subject::Actor, Subject::Source, Subject::Site];

/// What a schema says against a value, as far as our schemas go: the first complaint.
fn complaint(root: &Value, schema: &Value, value: &Value) -> Option<String> {
    if let Some(path) = schema.get("$ref").and_then(Value::as_str) {
        return complaint(root, root.pointer(path.trim_start_matches('#'))?, value);
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array)
        && !words.contains(value)
    {
        return Some(format!("{value} is no word of {words:?}"));
    }
    if let Some(kinds) = schema.get("type") {
        let kinds = kinds.as_array().map_or_else(|| vec![kinds], |kinds| kinds.iter().collect());
        let fits = |kind: &&Value| match kind.as_str().unwrap_or_default() {
            "null" => value.is_null(),
            "string" => value.is_string(),
            "number" => value.is_number(),
            "integer" => value.is_i64(),
            "boolean" => value.is_boolean(),
            "array" => value.is_array(),
            _ => value.is_object(),
        };
        if !kinds.iter().any(fits) {
            return Some(format!("{value} is not of {kinds:?}"));
        }
    }
    if let Some(choices) = schema.get("anyOf").and_then(Value::as_array)
        && choices.iter().all(|choice| complaint(root, choice, value).is_some())
    {
        return Some(format!("{value} is none of the choices"));
    }
    for key in schema.get("required").and_then(Value::as_array).into_iter().flatten() {
        if value.get(key.as_str()?).is_none() {
            return Some(format!("{key} is missing"));
        }
    }
    for item in value.as_array().into_iter().flatten() {
        let complaint = schema.get("items").and_then(|items| complaint(root, items, item));
        if complaint.is_some() {
            return complaint;
        }
    }
    for (key, value) in value.as_object().into_iter().flatten() {
        let known = schema.get("properties").and_then(|properties| properties.get(key));
        let complaint = match (known, schema.get("additionalProperties")) {
            (Some(known), _) => complaint(root, known, value),
            (None, Some(Value::Bool(false))) => Some(format!("`{key}` is no key")),
            (None, other) => other.and_then(|other| complaint(root, other, value)),
        };
        if complaint.is_some() {
            return complaint;
        }
    }
    None
}

fn complaint_of(subject: Subject, yaml: &str) -> Option<String> {
    let schema = schema(subject);
    complaint(&schema, &schema, &serde_yaml::from_str(yaml).unwrap())
}

/// Whether the parser knows a key of a subject.
fn knows(subject: Subject, key: &str) -> bool {
    let yaml = format!("{key}: 1");
    let file = Str::from("x");
    let problems = match subject {
        Subject::Report => read(MatterKind::Report, &file, &yaml, 0..yaml.len()).1,
        Subject::Actor => read(MatterKind::Actor, &file, &yaml, 0..yaml.len()).1,
        Subject::Source => read(MatterKind::Source, &file, &yaml, 0..yaml.len()).1,
        Subject::Site => crate::config::read(&file, &yaml).1,
    };
    !problems.iter().any(|problem| problem.name == Name::UnknownKey)
}

#[test]
fn a_schema_has_the_keys_that_the_parser_takes_and_no_other() {
    let schemas = SUBJECTS.map(|subject| (subject, schema(subject)));
    let keys = |schema: &Value| schema["properties"].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let all: Vec<String> = schemas.iter().flat_map(|(_, schema)| keys(schema)).collect();
    for (subject, schema) in &schemas {
        let own = keys(schema);
        for key in &all {
            assert_eq!(knows(*subject, key), own.contains(key), "`{key}` in {subject:?}");
        }
    }
}

#[test]
fn what_authors_write_fits() {
    assert_eq!(complaint_of(Subject::Report, include_str!("../matter/tests/report.yaml")), None);
    assert_eq!(complaint_of(Subject::Report, "{title: 2019, dates: [{2011: , 2012: }, [2011]], actors: haftar}"), None);
    let actor =
        "{name: H, kind: person, names: [{name: خليفة, lang: ar}], roles: [{role: C, of: lna, to: ..}], ids: {x: 1}}";
    assert_eq!(complaint_of(Subject::Actor, actor), None);
    assert_eq!(complaint_of(Subject::Actor, "{title: H, aliases: [Hifter]}"), None);
    assert_eq!(complaint_of(Subject::Source, "{type: treaty, title: A, DOI: 10/5, author: [{family: S}]}"), None);
    let site = "{title: A, lint: {future-date: allow}, redirects: {/a/: /b/}, feed: {limit: 5}, publisher: Desk}";
    assert_eq!(complaint_of(Subject::Site, site), None);
}

#[test]
fn what_is_wrong_does_not_fit() {
    let complaints = [
        (Subject::Report, "{date: 2019}", "\"title\" is missing"),
        (Subject::Report, "{title: A, titel: B}", "`titel` is no key"),
        (Subject::Report, "{title: A, draft: 1}", "1 is not of [String(\"boolean\")]"),
        (Subject::Report, "{title: A, sources: [{title: B}]}", "[{\"title\":\"B\"}] is none of the choices"),
        (Subject::Actor, "{kind: person}", "{\"kind\":\"person\"} is none of the choices"),
        (Subject::Site, "{title: A, paginate: x}", "\"x\" is not of [String(\"integer\")]"),
        (Subject::Site, "{title: A, lint: {future: allow}}", "`future` is no key"),
    ];
    for (subject, yaml, told) in complaints {
        assert_eq!(complaint_of(subject, yaml).as_deref(), Some(told));
    }
}

#[test]
fn a_property_says_what_it_means() {
    let schema = schema(Subject::Report);
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(
        schema["properties"]["lastmod"],
        serde_json::json!({
            "type": ["string", "integer"],
            "description": "The same as `updated`. When it was last changed in substance.",
        })
    );
    assert_eq!(schema["properties"]["status"]["default"], "published");
    assert_eq!(schema["$defs"]["claim"]["required"], serde_json::json!(["quote"]));
}
