//! Characters that nobody sees: directions of writing (UAX #9), which reorder what stands beside them when they are left open,
//! and those that make two names look the same.

use std::borrow::Cow;

/// What ends an embedding or an override.
const POP: char = '\u{202c}';
/// What ends an isolate, and the embeddings in it.
const POP_ISOLATE: char = '\u{2069}';

/// A text that ends each embedding, override and isolate that it begins, and no other one.
#[must_use]
pub fn closed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let [closed] = closed_in_pieces([text]);
    closed
}

/// The same of a text that is in pieces: what one of them begins another may end.
#[must_use]
pub fn closed_in_pieces<const N: usize>(pieces: [&str; N]) -> [Cow<'_, str>; N] {
    let mut closing = Closing::default();
    let mut pieces = pieces.map(|piece| closing.piece(piece));
    if let Some(last) = pieces.last_mut() {
        closing.end(last);
    }
    pieces
}

#[derive(Default)]
struct Closing(Directions<()>);

impl Closing {
    /// The next piece, without what ends nothing.
    fn piece<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        if controls(text).next().is_none() {
            return Cow::Borrowed(text);
        }
        Cow::Owned(text.chars().filter(|c| self.0.take(*c, ())).collect())
    }

    /// Ends what is open behind the last piece.
    fn end(self, last: &mut Cow<'_, str>) {
        if !self.0.open.is_empty() {
            last.to_mut().extend(self.0.open.iter().rev().map(|(c, ())| pop_of(*c)));
        }
    }
}

/// The directions that are open at a place of a text, each with where it began.
#[derive(Debug)]
pub struct Directions<T> {
    open: Vec<(char, T)>,
    /// How many of them are isolates, so that nothing is looked for among thousands.
    isolates: usize,
}

impl<T> Default for Directions<T> {
    fn default() -> Self {
        Self { open: Vec::new(), isolates: 0 }
    }
}

impl<T> Directions<T> {
    /// Reads the next character, which stands at `place`. Returns `false` where it would end what has not begun.
    pub fn take(&mut self, c: char, place: T) -> bool {
        match c {
            POP => return self.open.pop_if(|(c, _)| pop_of(*c) == POP).is_some(),
            POP_ISOLATE if self.isolates == 0 => return false,
            POP_ISOLATE => {
                while self.open.pop().is_some_and(|(c, _)| pop_of(c) == POP) {}
                self.isolates -= 1;
            }
            c if is_control(c) => {
                self.isolates += usize::from(pop_of(c) == POP_ISOLATE);
                self.open.push((c, place));
            }
            _ => {}
        }
        true
    }

    /// Those that are open where the text ends, in the order in which they began. The next text begins with none.
    pub fn left_open(&mut self) -> Vec<(char, T)> {
        self.isolates = 0;
        std::mem::take(&mut self.open)
    }
}

/// What ends the direction that a character begins.
const fn pop_of(c: char) -> char {
    if matches!(c, '\u{2066}'..='\u{2068}') { POP_ISOLATE } else { POP }
}

/// The controls of direction in a text that begin or end something, each with its offset. Marks have no end, and are none.
pub fn controls(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    // The first byte of them all: without it no character is looked at.
    let places = memchr::memchr_iter(0xe2, text.as_bytes());
    places.filter_map(|at| text[at..].chars().next().filter(|c| is_control(*c)).map(|c| (at, c)))
}

const fn is_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What a text is used as, and so which characters may be hidden in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// By a name or an id things are told apart: it has none.
    Name,
    /// A title may give a direction to words of another language, and end it.
    Title,
    /// In prose only what is left open does harm.
    Prose,
}

/// The characters of a text that nobody sees and that do not belong there, each once, in the order of the text.
#[must_use]
pub fn hidden(text: &str, of: Use) -> Vec<char> {
    // Most names, and these cost nothing.
    if text.is_ascii() {
        return Vec::new();
    }
    // The first bytes of them all.
    let suspects = memchr::memchr3_iter(0xc2, 0xe2, 0xef, text.as_bytes());
    let suspects = suspects.filter_map(|at| text[at..].chars().next().filter(|c| name(*c).is_some()).map(|c| (at, c)));
    let mut directions = Directions::default();
    let mut found: Vec<(usize, char)> = Vec::new();
    for (at, c) in suspects {
        directions.take(c, at);
        let is_wrong = match of {
            Use::Name => !is_word_break(text, at, c),
            Use::Title => matches!(c, '\u{202d}' | '\u{202e}') || !(is_control(c) || is_word_break(text, at, c)),
            Use::Prose => false,
        };
        found.extend(is_wrong.then_some((at, c)));
    }
    found.extend(directions.left_open().into_iter().map(|(c, at)| (at, c)));
    found.sort_unstable();
    let mut once = Vec::new();
    for (_, c) in found {
        if !once.contains(&c) {
            once.push(c);
        }
    }
    once
}

/// Whether a zero width space is where Khmer, Lao, Myanmar and Thai, which have no other, part two words.
fn is_word_break(text: &str, at: usize, c: char) -> bool {
    let is_of_them = |c: char| matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}');
    c == '\u{200b}' && text[..at].ends_with(is_of_them) && text[at + c.len_utf8()..].starts_with(is_of_them)
}

/// The number and the name that Unicode gives to a character that may be hidden: `U+202E RIGHT-TO-LEFT OVERRIDE`.
#[must_use]
pub const fn name(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{ad}' => "U+00AD SOFT HYPHEN",
        '\u{200b}' => "U+200B ZERO WIDTH SPACE",
        '\u{202a}' => "U+202A LEFT-TO-RIGHT EMBEDDING",
        '\u{202b}' => "U+202B RIGHT-TO-LEFT EMBEDDING",
        '\u{202c}' => "U+202C POP DIRECTIONAL FORMATTING",
        '\u{202d}' => "U+202D LEFT-TO-RIGHT OVERRIDE",
        '\u{202e}' => "U+202E RIGHT-TO-LEFT OVERRIDE",
        '\u{2060}' => "U+2060 WORD JOINER",
        '\u{2066}' => "U+2066 LEFT-TO-RIGHT ISOLATE",
        '\u{2067}' => "U+2067 RIGHT-TO-LEFT ISOLATE",
        '\u{2068}' => "U+2068 FIRST STRONG ISOLATE",
        '\u{2069}' => "U+2069 POP DIRECTIONAL ISOLATE",
        '\u{feff}' => "U+FEFF ZERO WIDTH NO-BREAK SPACE",
        _ => return None,
    })
}

/// The name of what ends the direction that a character begins; `None` for one that begins none.
#[must_use]
pub fn end_of(c: char) -> Option<&'static str> {
    name(pop_of(c)).filter(|_| is_control(c) && !matches!(c, POP | POP_ISOLATE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_override_reordered_what_stood_behind_a_title() {
        assert_eq!(closed("a \u{202e}b"), "a \u{202e}b\u{202c}");
        assert_eq!(closed("\u{2067}a \u{202b}b"), "\u{2067}a \u{202b}b\u{202c}\u{2069}");
        assert_eq!(closed("\u{2067}a \u{202b}b\u{2069} c"), "\u{2067}a \u{202b}b\u{2069} c");
        assert_eq!(closed("a\u{202c}b\u{2069} \u{2068}c\u{202c}"), "ab \u{2068}c\u{2069}");
        assert!(matches!(closed("خليفة \u{200f}حفتر"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_one_piece_begins_another_may_end() {
        let pieces = closed_in_pieces(["a \u{2067}b ", "\u{202e}c", " d\u{2069} e\u{2069}"]);
        assert_eq!(pieces, ["a \u{2067}b ", "\u{202e}c", " d\u{2069} e"]);
        assert_eq!(closed_in_pieces(["a \u{2067}b", "c"]), ["a \u{2067}b", "c\u{2069}"]);
    }

    #[test]
    fn in_a_name_nothing_may_be_hidden_but_joiners_and_marks() {
        assert_eq!(
            hidden("a\u{202e}b\u{202c}\u{200b}c\u{ad}\u{ad}d", Use::Name),
            ['\u{202e}', '\u{202c}', '\u{200b}', '\u{ad}']
        );
        assert_eq!(hidden("\u{feff}a\u{2060}b", Use::Name), ['\u{feff}', '\u{2060}']);
        for name in ["می\u{200c}خواهم", "क्\u{200d}ष", "\u{200f}حفتر\u{200e} (LNA)\u{61c}", "“a” – b… «c» ｄ", ""]
        {
            assert!(hidden(name, Use::Name).is_empty(), "{name}");
        }
    }

    #[test]
    fn a_zero_width_space_parts_words_of_khmer() {
        assert!(hidden("ភាសា\u{200b}ខ្មែរ", Use::Name).is_empty());
        assert_eq!(hidden("ភាសា\u{200b}", Use::Name), ['\u{200b}']);
    }

    #[test]
    fn a_title_may_give_a_direction_to_its_words() {
        let of = |text: &str| [hidden(text, Use::Title).len(), hidden(text, Use::Prose).len()];
        assert_eq!(of("تقرير \u{2066}A/B\u{2069} جديد"), [0, 0]);
        assert_eq!(of("تقرير \u{2066}A/B جديد"), [1, 1]);
        assert_eq!(of("a \u{202e}b\u{202c}"), [1, 0]);
        assert_eq!(of("a \u{202c}b \u{200b}"), [1, 0]);
    }
}
