//! The reference part of the manual's page on themes, made from the contract.

use std::fmt::Write as _;

use super::{Root, VIEWS};

/// The reference as Markdown: every root, then every view with its fields.
#[must_use]
pub fn manual() -> String {
    let mut out = String::from("| Root | Type | In | What it is |\n| --- | --- | --- | --- |\n");
    for root in Root::ALL {
        let layouts = match root.layouts() {
            [] => "every layout".to_owned(),
            layouts => layouts.iter().map(|layout| format!("`{layout}`")).collect::<Vec<_>>().join(" "),
        };
        let _ = writeln!(out, "| `{}` | {} | {layouts} | {} |", root.name(), words(root.ty()), one_line(root.doc()));
    }
    for (name, doc, fields) in VIEWS.into_iter().flatten() {
        let _ =
            write!(out, "\n### {name}\n\n{}\n\n| Field | Type | What it is |\n| --- | --- | --- |\n", one_line(doc));
        for field in *fields {
            let _ = writeln!(out, "| `{}` | {} | {} |", field.name, words(field.ty), one_line(field.doc));
        }
    }
    out
}

/// A Rust type in the words of a theme's author: `Option < Vec < DateView > >` is "list of `DateView`, or none".
fn words(ty: &str) -> String {
    let ty: String = ty.chars().filter(|c| !c.is_whitespace()).collect();
    if let Some(inner) = ty.strip_prefix("Option<").and_then(|rest| rest.strip_suffix('>')) {
        return format!("{}, or none", words(inner));
    }
    if let Some(inner) = ty.strip_prefix("Vec<").and_then(|rest| rest.strip_suffix('>')) {
        return format!("list of {}", words(inner));
    }
    if let Some(inner) = ty.strip_suffix("[]") {
        return format!("list of {}", words(inner));
    }
    if let Some(inner) = ty.strip_prefix("Shared<").and_then(|rest| rest.strip_suffix('>')) {
        return words(inner);
    }
    match ty.as_str() {
        "Text" => "text".to_owned(),
        "JsonLd" => "JSON-LD".to_owned(),
        "Html" => "HTML".to_owned(),
        "Raw" => "anything".to_owned(),
        "bool" => "true or false".to_owned(),
        "u32" | "i32" | "usize" | "Percent" => "number".to_owned(),
        view => format!("[{view}](#{})", view.to_lowercase()),
    }
}

fn one_line(doc: &str) -> String {
    doc.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}
