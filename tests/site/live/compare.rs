//! What is shown, and what was written, beside what a clean build makes.

use std::collections::{BTreeMap, BTreeSet};

use glossator::serve::{Answer, Show, script_element};
use glossator::tell::Located;
use serde_json::Value;

use crate::harness::Built;

/// Nothing, or what was wrong.
pub(super) type Checked = Result<(), String>;

/// Whether everything that a clean build makes is shown, with the same bytes, and no error is told. Gives what is shown.
pub(super) fn shown(show: &dyn Show, clean: &Built) -> Result<Vec<Page>, String> {
    let same = |(path, bytes): (&String, &String)| {
        let page = Page::of(show, &route(path))?;
        if page.status != 200 {
            return Err(format!("{} is answered with {}", page.route, page.status));
        }
        if page.body != *bytes {
            return Err(format!("{} is not shown as it is built:\n{}", page.route, difference(bytes, &page.body)));
        }
        match page.faults() {
            Some(told) => Err(format!("on {} errors are told, though there is none: {told}", page.route)),
            None => Ok(page),
        }
    };
    clean.output.iter().map(same).collect()
}

/// Whether the output is that of a clean build, with nothing left of earlier ones.
pub(super) fn written(output: &BTreeMap<String, String>, clean: &BTreeMap<String, String>) -> Checked {
    let paths: BTreeSet<&String> = output.keys().chain(clean.keys()).collect();
    for path in paths {
        match (output.get(path), clean.get(path)) {
            (Some(found), Some(clean)) if found == clean => {}
            (Some(found), Some(clean)) => {
                return Err(format!("{path} is not written as it is built:\n{}", difference(clean, found)));
            }
            (Some(_), None) => return Err(format!("{path} is still there")),
            (None, _) => return Err(format!("{path} was not written")),
        }
    }
    Ok(())
}

/// Whether the same problems are told as by a clean build.
pub(super) fn told(who: &str, found: &[Located], clean: &[Located]) -> Checked {
    if found == clean { Ok(()) } else { Err(format!("{who} tells\n{found:#?}\nand a clean build\n{clean:#?}")) }
}

/// What is shown at a route.
pub(super) struct Page {
    pub(super) route: String,
    pub(super) status: u16,
    /// The version that the open page has.
    pub(super) version: Option<String>,
    /// The bytes, without the one element that served pages have and built ones have not.
    pub(super) body: String,
    pub(super) state: Value,
}

impl Page {
    pub(super) fn of(show: &dyn Show, route: &str) -> Result<Self, String> {
        let Answer { status, body, .. } = show.answer(route);
        let state: Value = serde_json::from_str(&show.state(route)).map_err(|error| error.to_string())?;
        let version = state["version"].as_str().map(str::to_owned);
        let mut body = String::from_utf8_lossy(&body).into_owned();
        if let Some(version) = &version {
            body = body.replacen(&script_element(show.base(), route, version), "", 1);
        }
        Ok(Self { route: route.to_owned(), status, version, body, state })
    }

    /// What is told of errors.
    pub(super) fn faults(&self) -> Option<&Value> {
        let none = self.state["errors"] == 0 && self.state["overlay"].as_array().is_some_and(Vec::is_empty);
        (!none).then_some(&self.state)
    }
}

/// The route of a file of the output.
pub(super) fn route(path: &str) -> String {
    let folder = path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
    format!("/{}", folder.unwrap_or(path))
}

/// The first lines that differ.
pub(super) fn difference(expected: &str, found: &str) -> String {
    let mut lines = (expected.lines().map(Some).chain([None])).zip(found.lines().map(Some).chain([None]));
    match lines.find(|(expected, found)| expected != found) {
        Some((expected, found)) => {
            format!("- {}\n+ {}", expected.unwrap_or("(the end)"), found.unwrap_or("(the end)"))
        }
        None => "(the ends of lines)".to_owned(),
    }
}
