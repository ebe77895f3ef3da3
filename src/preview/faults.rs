//! Problems, as an open page shows them.

use serde::Serialize;

use crate::plan::PageSpec;
use crate::problem::{Level, Name};
use crate::session::{SITE_YAML, Snapshot};
use crate::tell::{Diagnosis, Located, Look, severity, visible};

/// A problem, as an open page shows it. All texts are plain.
#[derive(Serialize)]
pub(super) struct Fault {
    name: &'static str,
    severity: &'static str,
    message: String,
    file: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    help: Option<String>,
    /// The marked lines, as on a terminal, without what is redacted in them, and without those of stored copies.
    excerpt: Option<String>,
}

/// Columns of an excerpt.
const WIDTH: usize = 100;

impl Fault {
    pub(super) fn new(problem: &Located, found: &Diagnosis) -> Self {
        let mark = problem.mark.as_ref();
        let start = mark.and_then(|mark| mark.extent.as_ref()).map(|extent| extent.start);
        let drawn = start.is_some().then(|| excerpt(&found.shared(problem, Look { colour: false, width: WIDTH })));
        // Of stored copies the place is told, and no line shown.
        let lines = drawn.into_iter().chain(found.in_copies(problem)).filter(|line| !line.is_empty());
        let lines: Vec<String> = lines.collect();
        Self {
            name: problem.name.as_str(),
            severity: severity(problem.level),
            message: visible(&problem.message).into_owned(),
            file: mark.map(|mark| mark.file.to_string()),
            line: start.map(|start| start.line),
            column: start.map(|start| start.column),
            help: problem.help.clone(),
            excerpt: (!lines.is_empty()).then(|| lines.join("\n")),
        }
    }
}

/// The lines of a drawing that show a file: message, place and mend stand elsewhere on the page.
fn excerpt(drawing: &str) -> String {
    let shows = |line: &&str| {
        let number = line.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
        number.trim_start().starts_with('|')
    };
    drawing.lines().filter(shows).collect::<Vec<_>>().join("\n")
}

/// Whether a problem keeps a page from being shown as it would be: its file, its templates or site.yaml can't be read.
pub(super) fn concerns(problem: &Located, site: &Snapshot, page: &PageSpec, file: Option<&str>) -> bool {
    let Some(here) = problem.mark.as_ref().map(|mark| &*mark.file).filter(|_| problem.level == Level::Deny) else {
        return false;
    };
    if here == SITE_YAML || Some(here) == file {
        return problem.name.hides_file();
    }
    let is_of_theme = matches!(
        problem.name,
        Name::TemplateSyntax
            | Name::TemplateFilter
            | Name::TemplateMissing
            | Name::TemplateVariable
            | Name::NotUtf8
            | Name::Unreadable
    );
    if !is_of_theme {
        return false;
    }
    let below =
        |folder: &str| here.split_once(folder).filter(|(before, _)| before.is_empty() || before.starts_with("themes/"));
    if below("i18n/").is_some() {
        return page.layout.is_some();
    }
    let template = below("templates/").map(|(_, name)| name);
    let layout = page.layout.as_deref().unwrap_or_default();
    template.is_some_and(|template| site.scene.theme.reaches(layout, template))
}
