//! What a template extends, includes and calls, read off its text.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{Engine, Known, Layered};
use crate::digest::Digest;
use crate::matter::Str;
use crate::view::Root;

/// A reference to another template.
pub(super) struct Reference<'a> {
    /// The name.
    pub name: &'a str,
    /// Where the name stands in the text.
    pub range: Range<usize>,
}

/// The templates that a text extends or includes.
pub(super) fn references(text: &str) -> Vec<Reference<'_>> {
    let mut found = Vec::new();
    for tag in tags(text) {
        let words = text[tag.clone()].trim_start();
        let start = tag.end - words.len();
        for keyword in ["extends", "include"] {
            let Some(rest) = words.strip_prefix(keyword) else { continue };
            let Some(quote) = rest.find(['"', '\'']) else { continue };
            let mark = rest.as_bytes()[quote];
            let begin = quote + 1;
            let Some(length) = rest.as_bytes()[begin..].iter().position(|byte| *byte == mark) else { continue };
            let at = start + keyword.len() + begin;
            found.push(Reference { name: &text[at..at + length], range: at..at + length });
        }
    }
    found
}

/// The insides of `{% … %}`.
pub(super) fn tags(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let open = at + text[at..].find("{%")? + 2;
        let close = open + text[open..].find("%}")?;
        at = close + 2;
        let dash = usize::from(text[open..close].starts_with('-'));
        Some(open + dash..close)
    })
}

/// Whether a text calls a component.
fn calls_components(text: &str) -> bool {
    text.contains("{{<")
        || text.contains("{{ <")
        || text.contains("{%<")
        || text.contains("{% <")
        || text.contains("{{- <")
}

/// Whether a text defines components.
pub(super) fn defines_components(text: &str) -> bool {
    tags(text).any(|tag| text[tag].trim_start().starts_with("component "))
}

/// What the text of a template names.
struct Names<'a> {
    references: Vec<&'a str>,
    calls_components: bool,
    defines_components: bool,
    /// The roots that its components ask for by name.
    implicit: Vec<Root>,
}

impl<'a> Names<'a> {
    fn new(text: &'a str) -> Self {
        let defines_components = defines_components(text);
        let asked = |root: &Root| defines_components && text.contains(&format!("@{}", root.name()));
        Self {
            references: references(text).into_iter().map(|reference| reference.name).collect(),
            calls_components: calls_components(text),
            defines_components,
            implicit: if text.contains('@') { Root::ALL.iter().copied().filter(asked).collect() } else { Vec::new() },
        }
    }
}

/// The digest and roots of every template.
pub(super) fn known(layered: &Layered, engine: &Engine) -> BTreeMap<Str, Known> {
    let all: BTreeMap<&str, Names<'_>> =
        layered.iter().map(|(name, template)| (&**name, Names::new(&template.text))).collect();
    layered
        .iter()
        .map(|(name, _)| {
            let reached = reach(&all, name);
            let digest = Digest::of(
                &reached.iter().map(|name| (*name, layered.get(name).map(|t| &*t.text))).collect::<Vec<_>>(),
            );
            let variables = engine.variables(name);
            // A component that several layouts share may ask for roots by name too.
            let used = |root: &Root| {
                matches!(root, Root::Site | Root::Page)
                    || variables.contains(root.name())
                    || reached.iter().any(|name| all[name].implicit.contains(root))
            };
            let roots = Root::ALL.iter().copied().filter(used).collect();
            let reached = reached.into_iter().map(Str::from).collect();
            (name.clone(), Known { digest, roots, reached })
        })
        .collect()
}

/// A template, all that it extends and includes, and every file with components if any of these calls one. Sorted.
fn reach<'a>(all: &BTreeMap<&'a str, Names<'a>>, name: &'a str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut queue = vec![name];
    while let Some(name) = queue.pop() {
        let Some((name, names)) = all.get_key_value(name) else { continue };
        if !reached.insert(*name) {
            continue;
        }
        queue.extend(&names.references);
        if names.calls_components {
            queue.extend(all.iter().filter(|(_, names)| names.defines_components).map(|(name, _)| *name));
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_found_with_their_places() {
        let text = "{% extends \"base.html\" %}{%- include 'head.html' -%}{{ title }}";
        let found: Vec<_> = references(text).iter().map(|r| (r.name, &text[r.range.clone()])).collect();
        assert_eq!(found, [("base.html", "base.html"), ("head.html", "head.html")]);
    }
}
