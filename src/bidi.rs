//! Directions of writing that a text begins and does not end (UAX #9): what stands beside it on a page would be reordered.

use std::borrow::Cow;

/// What ends an embedding or an override.
const POP: char = '\u{202c}';
/// What ends an isolate, and the embeddings in it.
const POP_ISOLATE: char = '\u{2069}';

/// A text that ends each embedding, override and isolate that it begins, and no other one.
#[must_use]
pub fn closed(text: &str) -> Cow<'_, str> {
    let is_control = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if !text.contains(is_control) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut open = Vec::new();
    for c in text.chars() {
        match c {
            POP if open.last() != Some(&POP) => continue,
            POP => {
                open.pop();
            }
            POP_ISOLATE if !open.contains(&POP_ISOLATE) => continue,
            POP_ISOLATE => while open.pop() == Some(POP) {},
            c if is_control(c) => open.push(if c < POP_ISOLATE && c > '\u{202e}' { POP_ISOLATE } else { POP }),
            _ => {}
        }
        out.push(c);
    }
    out.extend(open.iter().rev());
    Cow::Owned(out)
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
}
