//! BibTeX.

use std::fmt::Write as _;

use super::{Export, line};
use crate::cite::Party;

/// The names of months that every style defines.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// An entry of the type `@misc`: no style has one for reports on the web, and all know this one.
pub(super) fn written(export: &Export) -> String {
    let mut out = format!("@misc{{{},\n", key(&export.key));
    let mut field = |name: &str, value: &str| {
        let _ = writeln!(out, "  {name} = {value},");
    };
    let authors: Vec<String> = export.authors.iter().map(author).collect();
    if !authors.is_empty() {
        field("author", &format!("{{{}}}", authors.join(" and ")));
    }
    field("title", &format!("{{{}}}", title(&export.title)));
    field("howpublished", &format!("{{{}}}", escaped(&export.site)));
    if let Some(publisher) = &export.publisher {
        field("organization", &format!("{{{{{}}}}}", escaped(publisher)));
    }
    if let Some(date) = export.date {
        field("year", &format!("{{{:04}}}", date.year));
        if let Some(month) = MONTHS.get(usize::from(date.month).wrapping_sub(1)) {
            field("month", month);
        }
        if date.day != 0 {
            field("day", &format!("{{{}}}", date.day));
        }
    }
    field("language", &format!("{{{}}}", export.lang));
    let tags: Vec<String> = export.tags.iter().map(|tag| keyword(tag)).collect();
    if !tags.is_empty() {
        field("keywords", &format!("{{{}}}", tags.join(", ")));
    }
    if let Some(url) = &export.url {
        // An address stands as it is: the packages that print one read it so. What would end the field is encoded in it.
        field("url", &format!("{{{url}}}"));
    }
    out.push_str("}\n");
    out
}

/// A tag, in braces where it has what would part it.
fn keyword(tag: &str) -> String {
    let plain = escaped(tag);
    if plain.contains([',', ';']) { format!("{{{plain}}}") } else { plain }
}

/// A key without what BibTeX takes for an end of it.
fn key(key: &str) -> String {
    key.chars().map(|c| if c.is_whitespace() || "{}(),=\"'#%\\~".contains(c) { '-' } else { c }).collect()
}

/// A person as `Family, Given` or `Family, Jr., Given`; anybody else in braces, so that the name is not taken apart.
fn author(author: &Party) -> String {
    match author {
        Party::Whole(name) => format!("{{{}}}", escaped(name)),
        Party::Person { given, family, suffix } => [Some(family), suffix.as_ref(), Some(given)]
            .into_iter()
            .flatten()
            .map(|name| part(name))
            .collect::<Vec<_>>()
            .join(", "),
    }
}

/// A part of a name. One with ` and ` or a comma in it would be taken for several.
fn part(name: &str) -> String {
    let plain = escaped(name);
    let is_several = plain.contains(',') || plain.split(' ').any(|word| word.eq_ignore_ascii_case("and"));
    if is_several { format!("{{{plain}}}") } else { plain }
}

/// A title, in which words with a capital are in braces, so that no style takes it from them. The first letter of the
/// title is one everywhere.
fn title(title: &str) -> String {
    let title = line(title);
    let words = title.split(' ').enumerate().map(|(number, word)| {
        let skipped = usize::from(number == 0);
        let is_kept = word.chars().skip(skipped).any(char::is_uppercase);
        let word = escaped(word);
        if is_kept { format!("{{{word}}}") } else { word }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// What TeX would take for its own. Braces have names, since even those behind a backslash are counted.
fn escaped(text: &str) -> String {
    let text = line(text);
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            c => out.push(c),
        }
    }
    out
}
