//! The words of a body: what readers see of its HTML, without what only other files know.

use memchr::{memchr, memchr2};

use super::tally::Tally;
use super::words::Folder;
use super::{ONCE, TELLING, heavier};
use crate::parse::{Body, Hole, HoleKind};

/// Hands every word of a body to `to`, with its weight; `html` is that of its text.
pub fn words(html: &str, body: &Body, to: &mut dyn FnMut(&str, u8)) {
    let in_heading = std::cell::Cell::new(false);
    let mut folder = Folder::new(|word: &str| to(word, if in_heading.get() { TELLING } else { ONCE }));
    for (html, holes) in fragments(html, body) {
        read(html, holes, &mut folder, &in_heading);
    }
}

/// The links of a body whose words only other files know.
pub fn unnamed(body: &Body) -> impl Iterator<Item = u32> {
    fragments("", body).flat_map(|(_, holes)| holes).filter_map(|hole| match hole.kind {
        HoleKind::Words(link) => Some(link),
        _ => None,
    })
}

/// The words of a body, each once, for who wants them again: they are far less than its HTML.
#[derive(Debug, Default)]
pub struct BodyWords {
    /// All words, one behind the other.
    text: Box<str>,
    /// Of each word its length, at most 40, and its weight: `length * 4 + weight`.
    marks: Box<[u8]>,
}

impl BodyWords {
    /// The words of a body, of which this is the HTML.
    #[must_use]
    pub fn new(html: &str, body: &Body) -> Self {
        let mut tally = Tally::default();
        let mut weights: Vec<u8> = Vec::new();
        words(html, body, &mut |word, weight| {
            let (number, _) = tally.number(word);
            match weights.get_mut(number) {
                Some(known) => *known = heavier(*known, weight),
                None => weights.push(weight),
            }
        });
        let mark = |(number, weight): (usize, &u8)| {
            // No word is longer than 40 bytes.
            (u8::try_from(tally.word(number).len()).unwrap_or(0) << 2) | weight
        };
        let marks = weights.iter().enumerate().map(mark).collect();
        Self { text: tally.into_text().into(), marks }
    }

    /// Each word with its weight, in the order in which they first came.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u8)> {
        let mut rest = &*self.text;
        self.marks.iter().map(move |mark| {
            let (word, after) = rest.split_at(usize::from(mark >> 2));
            rest = after;
            (word, mark & 3)
        })
    }
}

/// The HTML of the text and of each note, with their holes.
fn fragments<'b>(html: &'b str, body: &'b Body) -> impl Iterator<Item = (&'b str, &'b [Hole])> {
    let notes = body.notes.iter().map(|note| (&*note.text.html, &*note.text.holes));
    std::iter::once((html, &*body.holes)).chain(notes)
}

/// Elements within a line: no word ends at their tags.
const INLINE: [&str; 24] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small",
    "span", "strong", "sub", "sup", "time", "u", "wbr",
];

/// Elements without words of theirs.
const UNSEEN: [&str; 4] = ["math", "script", "style", "template"];

/// Reads a piece of HTML.
fn read<F: FnMut(&str)>(html: &str, holes: &[Hole], folder: &mut Folder<F>, in_heading: &std::cell::Cell<bool>) {
    let mut holes = holes.iter().filter(|hole| !leaves_words_whole(hole.kind)).map(|hole| hole.at as usize);
    let mut hole = holes.next();
    let mut at = 0;
    while at < html.len() {
        let next = memchr2(b'<', b'&', &html.as_bytes()[at..]).map_or(html.len(), |found| at + found);
        // What is filled in here is known only when all files are.
        while let Some(here) = hole.filter(|here| *here <= next) {
            if here > at {
                folder.push(&html[at..here]);
                at = here;
            }
            folder.end();
            hole = holes.next();
        }
        folder.push(&html[at..next]);
        let rest = &html[next..];
        at = next
            + match rest.as_bytes().first() {
                None => 0,
                Some(b'&') => reference(rest, folder),
                Some(_) => tag(rest, folder, in_heading),
            };
    }
    folder.end();
}

/// Whether what stands in a hole may stand within a word.
const fn leaves_words_whole(kind: HoleKind) -> bool {
    matches!(kind, HoleKind::Open(_) | HoleKind::Close(_) | HoleKind::Claim(_))
}

/// Reads a character reference; returns its length.
fn reference<F: FnMut(&str)>(rest: &str, folder: &mut Folder<F>) -> usize {
    let Some(end) = rest.as_bytes().iter().take(12).position(|byte| *byte == b';') else {
        folder.end();
        return 1;
    };
    let number = rest[1..end].strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => number.parse().ok(),
    });
    match number.and_then(char::from_u32) {
        Some(c) => folder.push(c.encode_utf8(&mut [0; 4])),
        // A sign: in a body, letters are written as themselves.
        None => folder.end(),
    }
    end + 1
}

/// Reads a tag, or a comment; returns its length.
fn tag<F: FnMut(&str)>(rest: &str, folder: &mut Folder<F>, in_heading: &std::cell::Cell<bool>) -> usize {
    if rest.starts_with("<!--") {
        return rest.find("-->").map_or(rest.len(), |end| end + 3);
    }
    let bytes = rest.as_bytes();
    let closes = bytes.get(1) == Some(&b'/');
    let start = if closes { 2 } else { 1 };
    let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let name = &rest[start..start + length];
    if name.is_empty() && !rest[start..].starts_with(['!', '?']) {
        folder.end();
        return 1;
    }
    let mut end = end_of_tag(bytes);
    if INLINE.contains(&name) {
        return end;
    }
    folder.end();
    if matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") {
        in_heading.set(!closes);
    }
    if !closes && UNSEEN.contains(&name) {
        end += rest[end..].find(&*format!("</{name}")).unwrap_or(rest.len() - end);
    }
    end
}

/// The length of a tag. Attributes may have a `>` between quotation marks.
fn end_of_tag(bytes: &[u8]) -> usize {
    let mut at = 1;
    while let Some(byte) = bytes.get(at).copied() {
        at += 1;
        match byte {
            b'>' => return at,
            b'"' | b'\'' => at += memchr(byte, &bytes[at..]).map_or(bytes.len() - at, |end| end + 1),
            _ => {}
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::Callout;

    fn words(html: &str, holes: &[(u32, HoleKind)]) -> String {
        let holes = holes.iter().map(|(at, kind)| Hole { at: *at, kind: *kind }).collect();
        let words = BodyWords::new(html, &Body { holes, ..Body::default() });
        words
            .iter()
            .map(|(word, weight)| format!("{word}{}", ["", "+", "!"][usize::from(weight)]))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn tags_and_references_are_read_as_readers_see_them() {
        assert_eq!(
            words("<p>A <em>b</em>old w<b>or</b>d, Q&amp;A &#233;t&#xe9;</p><p>word</p>", &[]),
            "bold word+ ete"
        );
        assert_eq!(words("<h2 id=\"some\">Some <a href=\"x>y\">heading</a></h2>some text", &[]), "some! heading! text");
        assert_eq!(
            words("one<br>two<script>no</script><!-- no --><math><mi>xy</mi></math> three", &[]),
            "one two three"
        );
        assert_eq!(words("a < b &copy; & 5 <", &[]), "5");
    }

    #[test]
    fn a_hole_ends_a_word_unless_it_is_a_links_tag() {
        let kinds = [(6, HoleKind::Open(0)), (8, HoleKind::Redacted(0))];
        assert_eq!(words("<p>some</p>", &[]), "some");
        assert_eq!(words("<p>abcdefgh</p>", &[]), "abcdefgh");
        assert_eq!(words("<p>abcdefgh</p>", &kinds), "abcde fgh");
        assert_eq!(words("<p>ab</p>", &[(5, HoleKind::Note(0)), (9, HoleKind::Callout(Callout::Note))]), "ab");
    }

    #[test]
    fn marks_hold_any_length() {
        let html = "é".repeat(60) + " " + &"я".repeat(60);
        assert_eq!(words(&html, &[]), format!("{} {}", "e".repeat(40), "я".repeat(20)));
    }
}
