//! Problems as GitHub shows them beside a change: one workflow command a line.
//!
//! <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>

use std::fmt::Write as _;

use super::draw::page_note;
use super::{Located, visible};
use crate::problem::Level;

/// The problem as one workflow command, without a line break at its end: `::error file=…,line=…::message`. `folder` is
/// put before the names of files: where the site is in its repository, empty or with a slash at its end.
#[must_use]
pub fn github(problem: &Located, folder: &str) -> String {
    let command = match problem.level {
        Level::Deny => "error",
        Level::Warn => "warning",
        Level::Note | Level::Allow => "notice",
    };
    let mut line = format!("::{command} ");
    if let Some(mark) = &problem.mark {
        let _ = write!(line, "file={}{},", property(folder), property(&mark.file));
        if let Some(extent) = &mark.extent {
            let (start, end) = (extent.start, extent.end);
            let _ = write!(line, "line={},endLine={},", start.line, end.line);
            // Of a place in several lines, GitHub takes no columns.
            if start.line == end.line {
                let _ = write!(line, "col={},endColumn={},", start.column, end.column);
            }
        }
    }
    let _ = write!(line, "title={}::{}", problem.name, data(&words(problem)));
    line
}

/// The message, with what is told beside it on lines of their own.
pub(super) fn words(problem: &Located) -> String {
    let help = problem.help.as_ref().map(|help| format!("help: {}", visible(help)));
    let mut words = visible(&problem.message).into_owned();
    for line in help.into_iter().chain(page_note(problem)) {
        words.push('\n');
        words.push_str(&line);
    }
    words
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(&visible(text)).replace(':', "%3A").replace(',', "%2C")
}
