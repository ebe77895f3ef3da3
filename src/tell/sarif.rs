//! Problems for programs that know SARIF 2.1.0 (OASIS Standard, 2020): one document for a whole run.

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::github::words;
use super::manual::{self, Section};
use super::{Diagnosis, Extent, Located, Mark, severity, visible};
use crate::digest::Digest;
use crate::problem::{Level, Name};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What addresses of files are relative to. Programs take this name for the root of the repository.
const BASE: &str = "%SRCROOT%";

/// All but the unreserved characters of RFC 3986, and the slash between folders.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// Where a problem is told that no file is concerned with: GitHub takes no result without a place.
const SITE: &str = "site.yaml";

/// The problems of a run as one SARIF document, without a line break at its end. Nothing is quoted from files. `folder`
/// is put before the names of files: where the site is in its repository, empty or with a slash at its end.
#[must_use]
pub fn sarif(found: &Diagnosis, folder: &str) -> String {
    let mut seen = BTreeMap::new();
    let results = found.problems.iter().map(|problem| Outcome::of(problem, folder, &mut seen)).collect();
    let rules = Name::ALL.iter().map(|name| Rule::of(*name)).collect();
    let tool = Tool { driver: Driver { name: "Glossator", version: env!("CARGO_PKG_VERSION"), rules } };
    let base = Base { description: Words::plain("The root of the repository, or of the site") };
    let run =
        Run { tool, column_kind: "unicodeCodePoints", original_uri_base_ids: BTreeMap::from([(BASE, base)]), results };
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run] };
    // Strings and numbers always become JSON.
    serde_json::to_string(&log).unwrap_or_default()
}

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    column_kind: &'static str,
    original_uri_base_ids: BTreeMap<&'static str, Base>,
    results: Vec<Outcome>,
}

#[derive(Serialize)]
struct Base {
    description: Words,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Rule>,
}

/// A kind of problem.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Words,
    help: Words,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
    enabled: bool,
}

#[derive(Serialize)]
struct Words {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    markdown: Option<String>,
}

/// A problem.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Words,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: Fingerprints,
}

#[derive(Serialize)]
struct Fingerprints {
    #[serde(rename = "problem/v1")]
    problem: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: Physical,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Words>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Artifact {
    uri: String,
    uri_base_id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

impl Words {
    fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), markdown: None }
    }
}

impl Rule {
    fn of(name: Name) -> Self {
        let Section { text, markdown } = manual::section(name);
        let configuration = Configuration { level: severity(name.usual()), enabled: name.usual() > Level::Allow };
        Self {
            id: name.as_str(),
            short_description: Words::plain(name.about()),
            help: Words { text, markdown: Some(markdown) },
            default_configuration: configuration,
        }
    }
}

/// How often a problem of one name has been told of one file in the same words.
type Seen<'a> = BTreeMap<(Name, &'a str, &'a str), usize>;

impl Outcome {
    fn of<'a>(problem: &'a Located, folder: &str, seen: &mut Seen<'a>) -> Self {
        let file = problem.mark.as_ref().map_or(SITE, |mark| &*mark.file);
        let location =
            problem.mark.as_ref().map_or_else(|| Location::of(file, None, folder), |it| Location::at(it, folder));
        let related = problem.related.iter().map(|note| Location {
            message: Some(Words::plain(visible(&note.message))),
            ..Location::at(&note.mark, folder)
        });
        let number = seen.entry((problem.name, file, &problem.message)).or_default();
        *number += 1;
        // Without its line, which moves when something is written above it.
        let known_by = format!("{}\n{folder}{file}\n{}\n{number}", problem.name, problem.message);
        Self {
            rule_id: problem.name.as_str(),
            rule_index: problem.name as usize,
            level: severity(problem.level),
            message: Words::plain(words(problem)),
            locations: [location],
            related_locations: related.collect(),
            partial_fingerprints: Fingerprints { problem: Digest::of_bytes(known_by.as_bytes()).to_string() },
        }
    }
}

impl Location {
    fn at(mark: &Mark, folder: &str) -> Self {
        Self::of(&mark.file, mark.extent.as_ref(), folder)
    }

    fn of(file: &str, extent: Option<&Extent>, folder: &str) -> Self {
        let uri = utf8_percent_encode(&format!("{folder}{file}"), PATH).to_string();
        let region = extent.map(|extent| Region {
            start_line: extent.start.line,
            start_column: extent.start.column,
            end_line: extent.end.line,
            end_column: extent.end.column,
        });
        Self {
            physical_location: Physical { artifact_location: Artifact { uri, uri_base_id: BASE }, region },
            message: None,
        }
    }
}
