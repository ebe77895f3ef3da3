//! Redaction syntax in YAML: front matter and site.yaml.

use std::borrow::Cow;
use std::ops::Range;

use super::Str;
use crate::problem::{Name, Place, Problem};

const MARK: &str = "%%";
const SCHEME: &str = "redact:";

/// Redaction syntax in YAML: `%%words%%` or `[words](redact:reason)`. Each kind is an error once.
///
/// A value is a title, a name, a date: what would be left of one without some of its words is something else, which
/// nobody has written. And the words would stay in the keys that other sites and people read from the same file.
#[must_use]
pub fn redactions(file: &Str, text: &str, yaml: Range<usize>) -> Vec<Problem> {
    let within = text.get(yaml.clone()).unwrap_or_default();
    let mark = within.find(MARK).map(|at| at..at + MARK.len());
    let mark = mark.into_iter().chain(near_marks(within).next()).min_by_key(|place| place.start);
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
    // How far these were meant to reach can't be known.
    let near = near_marks(within).next().map(|mark| mark.start..within.len());
    let words = links(within).map(|(words, _)| words);
    let mut found: Vec<Range<usize>> =
        pairs.chain(near).chain(words).map(|range| yaml.start + range.start..yaml.start + range.end).collect();
    found.sort_by_key(|range| range.start);
    found
}

/// The text with what is withheld in its YAML made unreadable, character for character of as many bytes, so that all
/// places stay what they are, and nothing of it reaches a page that is shown beside the error, or another message.
#[must_use]
pub fn without_withheld(text: &str, yaml: Range<usize>) -> Cow<'_, str> {
    let ranges = withheld(text, yaml);
    if ranges.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let (mut ranges, mut end) = (ranges.iter().peekable(), 0);
    for (at, c) in text.char_indices() {
        while let Some(range) = ranges.next_if(|range| range.start <= at) {
            end = end.max(range.end);
        }
        if c.is_alphanumeric() && at < end {
            out.push(['x', 'х', 'ｘ', '𝗑'][c.len_utf8() - 1]);
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Links to `redact:`: the bytes of their words with the bracket before them, and of the address's beginning.
fn links(text: &str) -> impl Iterator<Item = (Range<usize>, Range<usize>)> + '_ {
    let schemes = text.match_indices(':').filter_map(|(at, _)| Some(scheme_ends(text, at)?..at + 1));
    let near = near_links(text).map(|close| close..close + "](".len());
    let links = schemes.filter_map(|scheme| {
        let before = text[..scheme.start].trim_end_matches(|c: char| c.is_whitespace() || c == '<');
        Some(before.strip_suffix("](")?.len()..scheme.end)
    });
    let places: Vec<Range<usize>> = links.chain(near).collect();
    let pairs = if places.is_empty() { Vec::new() } else { brackets(text) };
    places.into_iter().map(move |place| {
        let at = pairs.partition_point(|(close, _)| *close < place.start);
        let open = pairs.get(at).filter(|(close, _)| *close == place.start).map_or(0, |(_, open)| *open);
        (open..place.start, place)
    })
}

/// Where `redact:` begins, if the colon at `at` ends it; a space may stand before the colon.
pub(crate) fn scheme_ends(text: &str, at: usize) -> Option<usize> {
    let word = SCHEME.trim_end_matches(':');
    let start = text[..at].trim_end().len().checked_sub(word.len())?;
    text.get(start..start + word.len()).filter(|found| found.eq_ignore_ascii_case(word)).map(|_| start)
}

/// Links that have `redact` as their whole address or before a sign that is mistaken for the colon: where the brackets
/// around their words close.
pub(crate) fn near_links(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.match_indices("](").filter_map(|(at, open)| {
        let rest = text[at + open.len()..].trim_start_matches(|c: char| c.is_whitespace() || c == '<');
        let word = SCHEME.trim_end_matches(':');
        rest.get(..word.len()).filter(|found| found.eq_ignore_ascii_case(word))?;
        let behind = rest[word.len()..].trim_start();
        let is_apart = behind.len() < rest.len() - word.len();
        let is_near = match behind.chars().next() {
            Some(':') => false,
            Some(')' | '>' | ';' | ',' | '=' | '：' | '؛' | '﹕' | '︰') => true,
            _ => is_apart,
        };
        is_near.then_some(at)
    })
}

/// Two or more signs for per cent side by side that are not all the one of ASCII, as other keyboards have it, or that an
/// invisible character parts: most likely they were meant for a mark.
pub(crate) fn near_marks(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut rest = 0;
    std::iter::from_fn(move || {
        loop {
            let start = rest + percent_sign(&text[rest..])?;
            let run = &text[start..];
            let end = run.find(|c: char| !is_percent_sign(c) && !is_invisible(c)).unwrap_or(run.len());
            let run = run[..end].trim_end_matches(is_invisible);
            rest = start + run.len();
            if run.chars().filter(|c| is_percent_sign(*c)).count() > 1 && run.chars().any(|c| c != '%') {
                return Some(start..rest);
            }
        }
    })
}

/// Where the first sign for per cent is.
fn percent_sign(text: &str) -> Option<usize> {
    // The first bytes of all four signs.
    let places = memchr::memchr3_iter(b'%', 0xd9, 0xef, text.as_bytes());
    places.into_iter().find(|at| text[*at..].starts_with(is_percent_sign))
}

/// A sign for per cent.
pub(crate) const fn is_percent_sign(c: char) -> bool {
    matches!(c, '%' | '٪' | '％' | '﹪')
}

/// Characters that show nothing: joiners, and marks of direction.
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The closing brackets of a text, by ascending offset, each with the one that it closes; the text's beginning where there
/// is none.
fn brackets(text: &str) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    let mut pairs = Vec::new();
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'[' => open.push(at),
            b']' => pairs.push((at, open.pop().unwrap_or(0))),
            _ => {}
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(text: &str) -> String {
        without_withheld(text, 0..text.len()).into_owned()
    }

    #[test]
    fn words_that_are_withheld_can_not_be_read() {
        assert_eq!(show("title: A %%Élan, b%% c\nb: 1\n"), "title: A %%хxxx, x%% c\nb: 1\n");
        assert_eq!(show("a: %%ﷺ𝑎%%\n"), "a: %%ｘ𝗑%%\n");
        assert_eq!(show("title: A %%b\nc: 1\n"), "title: A %%x\nx: x\n");
        assert_eq!(show("s: a [b [c] d]( <REDACT:x>)\n"), "s: a [x [x] x]( <REDACT:x>)\n");
        assert_eq!(show("s: a](redact:x)\n"), "x: x](redact:x)\n");
        assert_eq!(show("s: 5 % and redact: x\n"), "s: 5 % and redact: x\n");
        assert_eq!(show("a: 5٪ ٪٪b٪٪ c\n"), "a: 5٪ ٪٪x٪٪ x\n");
        assert_eq!(
            show("a: [b](redact :c) [d](redact c) [e](redact-how.md)\n"),
            "a: [x](redact :c) [x](redact c) [e](redact-how.md)\n"
        );
    }

    #[test]
    fn marks_of_other_keyboards_are_near_ones() {
        let near = |text: &str| near_marks(text).map(|range| text[range].to_owned()).collect::<Vec<_>>();
        assert_eq!(near("50٪ 5% ٪٪a％％ %٪ %%b%%"), ["٪٪", "％％", "%٪"]);
        assert_eq!(near("%\u{200f}%a٪\u{200f}"), ["%\u{200f}%"]);
    }

    #[test]
    fn each_kind_is_told_where_it_first_stands() {
        let text = "---\na: [b](redact:c) %%d%%\n---\n";
        let told = redactions(&"x.md".into(), text, 4..27);
        let place =
            |words: &str| Place::bytes(&"x.md".into(), text.find(words).map(|at| at..at + words.len()).unwrap());
        assert_eq!(
            told.into_iter().map(|problem| problem.place.unwrap()).collect::<Vec<_>>(),
            [place("%%"), place("](redact:")]
        );
    }
}
