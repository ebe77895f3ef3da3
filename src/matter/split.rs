//! Where a file's front matter ends and its body begins.

use std::ops::Range;

use super::Str;
use crate::problem::{Name, Place, Problem};

/// The parts of a content file.
#[derive(Debug, PartialEq, Eq)]
pub struct Split {
    /// The bytes of the YAML, without the lines that enclose it; `None` where there is no front matter.
    pub yaml: Option<Range<usize>>,
    /// The byte at which the body begins.
    pub body: usize,
    /// Front matter that does not end, or is no YAML. The file then has no body.
    pub problem: Option<Problem>,
}

/// Splits a content file.
///
/// Front matter begins with a line `---` at the very beginning and ends with a line `---` or `...`. A byte order mark,
/// CRLF, and white space at those lines' ends are understood. A `---` that a blank line follows is a rule, unless a key of
/// front matter is what comes next: `status: draft` must not be taken for words of a text.
#[must_use]
pub fn split(file: &Str, text: &str) -> Split {
    let begin = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let body_only = Split { yaml: None, body: begin, problem: None };
    let mut lines = Lines { text, next: begin };
    let Some((opening, fence)) = lines.next() else { return body_only };
    if fence.strip_prefix("---").is_some_and(|rest| rest.trim_start_matches([' ', '\t']).starts_with('\r'))
        && split(file, &text.replace('\r', "\n")) != body_only
    {
        return lone_returns(file, text, &opening);
    }
    if fence == "+++" {
        return toml(file, text, opening, lines).unwrap_or(body_only);
    }
    let start = lines.next;
    let follows = lines.next();
    let begins = match &follows {
        Some((_, "")) => text[start..].lines().find(|line| !line.trim().is_empty()).is_some_and(is_key),
        other => other.is_some(),
    };
    if fence != "---" || !begins {
        return body_only;
    }
    let closing = follows.into_iter().chain(&mut lines).find(|(_, line)| matches!(*line, "---" | "..."));
    match closing {
        Some((closing, _)) => Split { yaml: Some(start..closing.start), body: closing.end, problem: None },
        // The line that ends it may be there, and not be seen as one.
        None if text.contains('\r') && split(file, &text.replace('\r', "\n")).yaml.is_some() => {
            lone_returns(file, text, &opening)
        }
        None => Split {
            yaml: None,
            body: text.len(),
            problem: Some(
                Problem::at(
                    Name::UnclosedFrontMatter,
                    Place::bytes(file, opening.start..opening.start + fence.len()),
                    "the front matter does not end",
                )
                .label("begins here")
                .help("put a line `---` between the last key and the text".to_owned()),
            ),
        },
    }
}

/// Front matter whose lines end as those of old Macs did. Read as a text it would be published, whatever its keys say.
fn lone_returns(file: &Str, text: &str, opening: &Range<usize>) -> Split {
    let place = Place::bytes(file, opening.start..opening.start + 3);
    let problem = Problem::at(Name::YamlSyntax, place, "lines of the front matter end in a lone carriage return (CR)")
        .label("from here on, this is one line")
        .help("save the file with the line ends LF or CRLF".to_owned());
    Split { yaml: None, body: text.len(), problem: Some(problem) }
}

/// Whether a line begins with a key that most front matter has.
fn is_key(line: &str) -> bool {
    const KEYS: [&str; 14] = [
        "title", "name", "status", "draft", "embargo", "date", "lang", "summary", "kind", "type", "actors", "sources",
        "tags", "slug",
    ];
    line.split_once(':').is_some_and(|(key, after)| {
        KEYS.iter().any(|known| known.eq_ignore_ascii_case(key.trim())) && (after.is_empty() || after.starts_with(' '))
    })
}

/// Front matter as Hugo and Zola may have it.
fn toml(file: &Str, text: &str, opening: Range<usize>, mut lines: Lines<'_>) -> Option<Split> {
    lines.find(|(_, line)| *line == "+++")?;
    let place = Place::bytes(file, opening.start..opening.start + 3);
    let problem = Problem::at(Name::YamlSyntax, place, "front matter in TOML is not understood");
    let help = "write it in YAML, between two lines `---`".to_owned();
    Some(Split { yaml: None, body: text.len(), problem: Some(problem.help(help)) })
}

/// The lines of a text from a byte on: their bytes with the line's end, and their words without white space at the end.
struct Lines<'t> {
    text: &'t str,
    next: usize,
}

impl<'t> Iterator for Lines<'t> {
    type Item = (Range<usize>, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = &self.text[self.next..];
        if rest.is_empty() {
            return None;
        }
        let length = memchr::memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |end| end + 1);
        let start = self.next;
        self.next += length;
        Some((start..self.next, rest[..length].trim_end()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The YAML and the body, or the problem.
    fn parts(text: &str) -> Result<(Option<&str>, &str), String> {
        let file = Str::from("x.md");
        let split = split(&file, text);
        match split.problem {
            Some(problem) => {
                Err(format!("{}: {} ({:?})", problem.name, problem.message, problem.place.map(|p| p.spot)))
            }
            None => Ok((split.yaml.map(|range| &text[range]), &text[split.body..])),
        }
    }

    #[test]
    fn front_matter_stands_between_two_lines() {
        assert_eq!(parts("---\ntitle: A\n---\nText"), Ok((Some("title: A\n"), "Text")));
        assert_eq!(parts("---\ntitle: A\n...\nText"), Ok((Some("title: A\n"), "Text")));
        assert_eq!(parts("\u{feff}--- \r\ntitle: A\r\n---\r\nText"), Ok((Some("title: A\r\n"), "Text")));
        assert_eq!(parts("---\n---"), Ok((Some(""), "")));
        assert_eq!(parts("---\ntitle: A\n--- b\n---\n"), Ok((Some("title: A\n--- b\n"), "")));
    }

    #[test]
    fn a_draft_with_a_blank_line_before_its_keys_was_published() {
        assert_eq!(parts("---\n\nstatus: draft\n---\nText"), Ok((Some("\nstatus: draft\n"), "Text")));
        assert_eq!(parts("---\n \n\nTitle:\n---\n"), Ok((Some(" \n\nTitle:\n"), "")));
        assert_eq!(parts("---\n\nNote: a rule.\n\n---\n"), Ok((None, "---\n\nNote: a rule.\n\n---\n")));
    }

    #[test]
    fn a_file_may_do_without() {
        assert_eq!(parts("Text\n---\n"), Ok((None, "Text\n---\n")));
        assert_eq!(parts("---\n\nA rule first\n\n---\n"), Ok((None, "---\n\nA rule first\n\n---\n")));
        assert_eq!(parts("\u{feff}Text"), Ok((None, "Text")));
        assert_eq!(parts("---"), Ok((None, "---")));
        assert_eq!(parts(""), Ok((None, "")));
    }

    #[test]
    fn a_draft_with_the_line_ends_of_old_macs_was_published() {
        let told = "yaml-syntax: lines of the front matter end in a lone carriage return (CR) (Some(Bytes(0, 3)))";
        for text in
            ["---\rstatus: draft\r---\rText", "--- \rtitle: A\n---\nText", "---\ntitle: A\r---\rText\n", "---\ra: b"]
        {
            assert_eq!(parts(text), Err(told.to_owned()), "{text:?}");
        }
        for text in ["---\r\rA rule first\r\r---\r", "Text\r---\r", "--- a\r---\r"] {
            assert_eq!(parts(text), Ok((None, text)));
        }
    }

    #[test]
    fn front_matter_without_an_end_is_told_at_its_beginning() {
        let told = "unclosed-front-matter: the front matter does not end (Some(Bytes(0, 3)))";
        assert_eq!(parts("---\ntitle: A\n\nText"), Err(told.to_owned()));
        let told = "yaml-syntax: front matter in TOML is not understood (Some(Bytes(0, 3)))";
        assert_eq!(parts("+++\ntitle = \"A\"\n+++\n"), Err(told.to_owned()));
    }
}
