//! Redaction syntax in YAML: front matter and site.yaml.

use std::borrow::Cow;
use std::ops::Range;

use super::Str;
use crate::problem::{Name, Place, Problem};

const MARK: &str = "%%";

/// Redaction syntax in YAML: `%%words%%` or `[words](redact:reason)`. Each kind is an error once.
///
/// A value is a title, a name, a date: what would be left of one without some of its words is something else, which
/// nobody has written. And the words would stay in the keys that other sites and people read from the same file.
#[must_use]
pub fn redactions(file: &Str, text: &str, yaml: Range<usize>) -> Vec<Problem> {
    let within = text.get(yaml.clone()).unwrap_or_default();
    let mark = within.find(MARK).map(|at| at..at + MARK.len());
    let link = links(within).next().map(|(_, place)| place);
    let told = |place: Range<usize>| {
        let place = Place::bytes(file, yaml.start + place.start..yaml.start + place.end);
        Problem::at(Name::Redaction, place, "nothing can be redacted in front matter and configuration")
            .help("take the words out of the file, since they would be published".to_owned())
    };
    mark.into_iter().chain(link).map(told).collect()
}

/// The bytes of YAML that are not to be shown: what stands between marks, with them; all that follows one without a
/// partner; and the words of links.
#[must_use]
pub fn withheld(text: &str, yaml: Range<usize>) -> Vec<Range<usize>> {
    let within = text.get(yaml.clone()).unwrap_or_default();
    let marks: Vec<usize> = within.match_indices(MARK).map(|(at, _)| at).collect();
    let pairs = marks.chunks(2).map(|pair| pair[0]..pair.get(1).map_or(within.len(), |end| end + MARK.len()));
    let words = links(within).map(|(words, _)| words);
    let mut found: Vec<Range<usize>> =
        pairs.chain(words).map(|range| yaml.start + range.start..yaml.start + range.end).collect();
    found.sort_by_key(|range| range.start);
    found
}

/// The text with what is withheld in its YAML made unreadable, character for character, so that all places stay what they
/// are, and nothing of it reaches a page that is shown beside the error, or another message.
#[must_use]
pub fn without_withheld(text: &str, yaml: Range<usize>) -> Cow<'_, str> {
    let ranges = withheld(text, yaml);
    if ranges.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() && ranges.iter().any(|range| range.contains(&at)) {
            out.extend(std::iter::repeat_n('x', c.len_utf8()));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Links to `redact:`: the bytes of their words with the bracket before them, and of the address's beginning.
fn links(text: &str) -> impl Iterator<Item = (Range<usize>, Range<usize>)> + '_ {
    const SCHEME: &str = "redact:";
    let schemes = text.match_indices(':').filter_map(|(at, _)| {
        let start = (at + 1).checked_sub(SCHEME.len())?;
        text.get(start..=at).filter(|word| word.eq_ignore_ascii_case(SCHEME)).map(|_| start)
    });
    schemes.filter_map(|start| {
        let before = text[..start].trim_end_matches(|c: char| c.is_whitespace() || c == '<');
        let close = before.strip_suffix("](")?.len();
        Some((opening(&text[..close])..close, close..start + SCHEME.len()))
    })
}

/// The bracket that is open at the end of a text; its beginning where there is none.
fn opening(text: &str) -> usize {
    let mut closed = 0_usize;
    for (at, c) in text.char_indices().rev() {
        match c {
            ']' => closed += 1,
            '[' if closed == 0 => return at,
            '[' => closed -= 1,
            _ => {}
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(text: &str) -> String {
        without_withheld(text, 0..text.len()).into_owned()
    }

    #[test]
    fn words_that_are_withheld_can_not_be_read() {
        assert_eq!(show("title: A %%Élan, b%% c\nb: 1\n"), "title: A %%xxxxx, x%% c\nb: 1\n");
        assert_eq!(show("title: A %%b\nc: 1\n"), "title: A %%x\nx: x\n");
        assert_eq!(show("s: a [b [c] d]( <REDACT:x>)\n"), "s: a [x [x] x]( <REDACT:x>)\n");
        assert_eq!(show("s: a](redact:x)\n"), "x: x](redact:x)\n");
        assert_eq!(show("s: 5 % and redact: x\n"), "s: 5 % and redact: x\n");
    }
}
