//! The reference part of the manual's page on themes, made from the contract and from the repository's own site.

use std::fmt::Write as _;

use glossator::view::{Root, VIEWS};

use super::examples;

/// The reference as Markdown: every root, each in use, then every view with its fields.
pub(super) fn reference() -> String {
    let mut out = String::from("| Root | Type | In | What it is |\n| --- | --- | --- | --- |\n");
    for root in Root::ALL {
        let layouts = match root.layouts() {
            [] => "every layout".to_owned(),
            layouts => layouts.iter().map(|layout| format!("`{layout}`")).collect::<Vec<_>>().join(" "),
        };
        let _ = writeln!(out, "| `{}` | {} | {layouts} | {} |", root.name(), words(root.ty()), cell(root.doc()));
    }
    out += "\n### The roots in use {#roots-in-use}\n\nWhat a template may write, and what comes of it on the first page of the repository's own site where anything does.\n\n| In | A template writes | The page has |\n| --- | --- | --- |\n";
    for each in examples::roots() {
        let _ = writeln!(out, "| `{}` | `{}` | `{}` |", each.layout, cell(each.template), cell(&each.gives));
    }
    let examples = examples::fields();
    for (name, doc, fields) in VIEWS.into_iter().flatten() {
        let _ = write!(
            out,
            "\n### {name}\n\n{}\n\n| Field | Type | What it is | Example |\n| --- | --- | --- | --- |\n",
            cell(doc)
        );
        for field in *fields {
            let example =
                examples.get(&(name, field.name)).map(|value| format!("`{}`", cell(value))).unwrap_or_default();
            let _ = writeln!(out, "| `{}` | {} | {} | {example} |", field.name, words(field.ty), cell(field.doc));
        }
    }
    out
}

/// What a Rust type of the contract is made of.
pub(super) enum Shape {
    Maybe(String),
    List(String),
    Plain(String),
}

/// `Option < Vec < DateView > >` may be there, and is a list of `DateView`.
pub(super) fn shape(ty: &str) -> Shape {
    let ty: String = ty.chars().filter(|c| !c.is_whitespace()).collect();
    let within = |name: &str| ty.strip_prefix(name)?.strip_prefix('<')?.strip_suffix('>').map(str::to_owned);
    if let Some(inner) = within("Option") {
        return Shape::Maybe(inner);
    }
    if let Some(inner) = within("Vec").or_else(|| ty.strip_suffix("[]").map(str::to_owned)) {
        return Shape::List(inner);
    }
    within("Shared").map_or(Shape::Plain(ty), |inner| shape(&inner))
}

/// A Rust type in the words of a theme's author.
fn words(ty: &str) -> String {
    let name = match shape(ty) {
        Shape::Maybe(inner) => return format!("{}, or none", words(&inner)),
        Shape::List(inner) => return format!("list of {}", words(&inner)),
        Shape::Plain(name) => name,
    };
    match name.as_str() {
        "Text" => "text".to_owned(),
        "JsonLd" => "JSON-LD".to_owned(),
        "Html" => "HTML".to_owned(),
        "Raw" => "anything".to_owned(),
        "bool" => "true or false".to_owned(),
        "u32" | "i32" | "usize" | "Percent" => "number".to_owned(),
        view => format!("[{view}](#{})", view.to_lowercase()),
    }
}

/// Text on one line, within a table.
fn cell(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}
