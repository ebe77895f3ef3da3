//! What Tera says of a template, as problems with a place and the nearest right word.

use tera::{Error, ErrorKind, ReportError};

use super::components::defined;
use super::layers::{Layered, Template};
use crate::nearest::did_you_mean;
use crate::problem::{Name, Place, Problem};
use crate::view::{Root, VIEWS};

/// How the function `t` begins its message about a missing word.
pub(super) const NO_WORD: &str = "no word ";
/// What separates that message from its mend.
pub(super) const MEND: &str = "\u{1f}";

/// Filters, tests and functions that templates have.
const KNOWN: &[&str] = &[
    "abs",
    "capitalize",
    "default",
    "escape",
    "escape_html",
    "escape_xml",
    "first",
    "float",
    "get",
    "group_by",
    "indent",
    "int",
    "join",
    "keys",
    "last",
    "length",
    "lower",
    "newlines_to_br",
    "nth",
    "pairs",
    "pluralize",
    "range",
    "replace",
    "reverse",
    "round",
    "safe",
    "sort",
    "split",
    "str",
    "t",
    "throw",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "truncate",
    "unique",
    "upper",
    "values",
    "wordcount",
    "string",
    "number",
    "map",
    "bool",
    "array",
    "integer",
    "none",
    "iterable",
    "defined",
    "undefined",
    "odd",
    "even",
    "divisible_by",
    "starting_with",
    "ending_with",
    "containing",
];

/// A template that can't be parsed on its own. Other faults show only when all templates are together.
pub(super) fn syntax(error: &Error, template: &Template) -> Option<Problem> {
    let ErrorKind::SyntaxError(report) = error.kind() else { return None };
    let message = lower_first(report.message());
    Some(Problem::at(Name::TemplateSyntax, place(template, report), message))
}

/// Faults that show when all templates are together: unknown filters, functions, tests and components, blocks that no
/// parent has, circles. Tera gives these as text: one report after the other.
pub(super) fn together(error: &Error, layered: &Layered) -> Vec<Problem> {
    match error.kind() {
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            let path = layered.get(tpl).map_or_else(|| tpl.as_str().into(), |template| template.path.clone());
            let message = "this template extends or includes itself";
            vec![Problem::at(Name::TemplateSyntax, Place::file(&path), message)]
        }
        ErrorKind::SyntaxError(report) => {
            layered.get(report.filename()).and_then(|template| syntax(error, template)).into_iter().collect()
        }
        _ => {
            let text = error.to_string();
            let told: Vec<Problem> = text.split("\n\n").filter_map(|report| reported(report, layered)).collect();
            // What can't be read as a report is told as it stands: no fault goes by in silence.
            if told.is_empty() { vec![Problem::nowhere(Name::TemplateSyntax, lower_first(&text))] } else { told }
        }
    }
}

/// One report in Tera's words: ``error: Unknown filter `x` `` and `--> name:line:column`.
fn reported(report: &str, layered: &Layered) -> Option<Problem> {
    let first = report.lines().next()?;
    let message = first.strip_prefix("error: ").unwrap_or(first);
    if message.starts_with("Component `") {
        return twice(message, layered);
    }
    let line = report.lines().find_map(|line| line.trim_start().strip_prefix("--> "))?;
    let mut parts = line.trim_end_matches(']').rsplitn(3, ':');
    let (column, row, name) = (parts.next()?, parts.next()?, parts.next()?.trim_start_matches('['));
    let template = layered.get(name)?;
    let start = offset(&template.text, row.trim().parse().ok()?, column.trim().parse().ok()?)?;
    let word = message.split('`').nth(1).unwrap_or_default();
    let length = template.text[start..].find(word).map_or(0, |skip| skip + word.len());
    let place = Place::bytes(&template.path, start + length.saturating_sub(word.len())..start + length);
    Some(if message.starts_with("Unknown template") {
        Problem::at(Name::TemplateMissing, place, format!("there is no template `{word}`"))
            .help(did_you_mean(word, layered.names()))
    } else if message.starts_with("Block") {
        Problem::at(Name::TemplateSyntax, place, lower_first(message))
    } else {
        let what = message.split(' ').nth(1).unwrap_or("filter");
        Problem::at(Name::TemplateFilter, place, format!("there is no {what} `{word}`"))
            .label("not known")
            .help(did_you_mean(word, KNOWN.iter().copied()))
    })
}

/// ``Component `x` is defined in both `a.html` and `b.html` ``: two files of one layer.
fn twice(message: &str, layered: &Layered) -> Option<Problem> {
    let mut quoted = message.split('`').skip(1).step_by(2);
    let (component, first, second) = (quoted.next()?, layered.get(quoted.next()?)?, layered.get(quoted.next()?)?);
    let place = |template: &Template| {
        let found = defined(&template.text).into_iter().find(|it| it.name == component);
        found.map_or_else(|| Place::file(&template.path), |it| Place::bytes(&template.path, it.place))
    };
    let message = format!("the component `{component}` is defined twice");
    Some(Problem::at(Name::TemplateSyntax, place(second), message).related(place(first), "first defined here"))
}

/// A fault of rendering: a variable or field that is not there, a filter called wrongly, a missing word.
pub(super) fn rendering(error: &Error, layered: &Layered) -> Problem {
    let report = match error.kind() {
        ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report) => report,
        ErrorKind::TemplateNotFound(name) => {
            return Problem::nowhere(Name::TemplateMissing, format!("there is no template `{name}`"))
                .help(did_you_mean(name, layered.names()));
        }
        other => return Problem::nowhere(Name::TemplateFilter, lower_first(&other.to_string())),
    };
    let message = report.message();
    let Some(template) = layered.get(report.filename()) else {
        return Problem::nowhere(Name::TemplateVariable, lower_first(message));
    };
    let place = place(template, report);
    if let Some(at) = message.find(NO_WORD) {
        let (key, help) = message[at + NO_WORD.len()..].split_once(MEND).unwrap_or((message, ""));
        return Problem::at(Name::UnknownWord, place, format!("the theme has no word `{key}`")).help(help.to_owned());
    }
    if let Some(problem) = undefined(message, &place) {
        return problem;
    }
    Problem::at(Name::TemplateFilter, place, lower_first(message))
}

/// A variable that the layout does not have, or a field that its value does not have. Tera names those that are there.
fn undefined(message: &str, place: &Place) -> Option<Problem> {
    let (what, rest) = message.split_once(" `")?;
    let (word, rest) = rest.split_once('`')?;
    let available = || rest.split_once(": ").into_iter().flat_map(|(_, list)| list.split(", "));
    let problem = |message: String| Problem::at(Name::TemplateVariable, place.clone(), message).label("not there");
    match what {
        "Variable" if rest.starts_with(" is not defined") => {
            let roots = Root::ALL.iter().map(|root| root.name());
            let help = match Root::ALL.iter().find(|root| root.name() == word) {
                Some(root) => Some(format!("only these layouts have it: {}", root.layouts().join(", "))),
                None => did_you_mean(word, roots.chain(available())),
            };
            Some(problem(format!("there is no variable `{word}` here")).help(help))
        }
        "Field" if rest.starts_with(" is not defined") => {
            // A field without a value is not among those that are there.
            let fields =
                || VIEWS.into_iter().flatten().flat_map(|(_, _, fields)| fields.iter().map(|field| field.name));
            let help = did_you_mean(word, available()).or_else(|| did_you_mean(word, fields()));
            Some(problem(format!("there is no field `{word}` here")).help(help))
        }
        _ if ["is not defined", "not found", "undefined", "does not exist"].iter().any(|it| message.contains(it)) => {
            Some(problem(lower_first(message)))
        }
        _ => None,
    }
}

fn place(template: &Template, report: &ReportError) -> Place {
    Place::bytes(&template.path, report.span().range.clone())
}

/// The byte offset of a line and column, both from 1, the column in characters.
fn offset(text: &str, line: usize, column: usize) -> Option<usize> {
    let start: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let rest = text.get(start..)?;
    Some(start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at))
}

fn lower_first(message: &str) -> String {
    let message = message.trim().trim_end_matches('.');
    let mut chars = message.chars();
    match chars.next() {
        Some(first) if chars.clone().next().is_some_and(char::is_lowercase) => {
            first.to_lowercase().collect::<String>() + chars.as_str()
        }
        _ => message.to_owned(),
    }
}
