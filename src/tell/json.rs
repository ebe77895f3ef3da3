//! Problems for programs: one object a line.

use serde::Serialize;

use super::{Located, Mark};
use crate::problem::Level;

/// The problem as one line of JSON, without a line break at its end. Every key is always there; what is not known is
/// null. Lines and columns count from 1, columns in characters; the end is behind the last character.
#[must_use]
pub fn json(problem: &Located) -> String {
    let at = Position::of(problem.mark.as_ref());
    let line = Line {
        name: problem.name.as_str(),
        severity: severity(problem.level),
        message: &problem.message,
        at,
        help: problem.help.as_deref(),
        page: problem.page.as_deref(),
        related: problem.related.iter().map(|it| Related::of(&it.mark, &it.message)).collect(),
    };
    // Strings and numbers always become JSON.
    serde_json::to_string(&line).unwrap_or_default()
}

/// The word for a level in every output.
#[must_use]
pub const fn severity(level: Level) -> &'static str {
    match level {
        Level::Deny => "error",
        Level::Warn => "warning",
        Level::Note | Level::Allow => "note",
    }
}

#[derive(Serialize)]
struct Line<'a> {
    name: &'a str,
    severity: &'a str,
    message: &'a str,
    #[serde(flatten)]
    at: Position<'a>,
    help: Option<&'a str>,
    page: Option<&'a str>,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Position<'a> {
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

#[derive(Serialize)]
struct Related<'a> {
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    message: &'a str,
}

impl<'a> Position<'a> {
    fn of(mark: Option<&'a Mark>) -> Self {
        let extent = mark.and_then(|mark| mark.extent.as_ref());
        Self {
            file: mark.map(|mark| &*mark.file),
            line: extent.map(|extent| extent.start.line),
            column: extent.map(|extent| extent.start.column),
            end_line: extent.map(|extent| extent.end.line),
            end_column: extent.map(|extent| extent.end.column),
        }
    }
}

impl<'a> Related<'a> {
    fn of(mark: &'a Mark, message: &'a str) -> Self {
        let start = mark.extent.as_ref().map(|extent| extent.start);
        Self { file: &mark.file, line: start.map(|start| start.line), column: start.map(|start| start.column), message }
    }
}
