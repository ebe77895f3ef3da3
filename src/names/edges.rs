//! The edges of a find: whether a name is a whole word there, and what Arabic writes before it without a space.

use super::letters::{is_arabic, is_word, part};

/// What stands before a name in its own word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// Nothing: the word begins with the name.
    Nothing,
    /// Arabic particles, that is, `و` or `ف`, then `ب`, `ل` or `ك`.
    Particles,
    /// The article `ال` at this place, after particles perhaps.
    Article(usize),
    /// The particle `ل` and the article in one, `لل`, at this place.
    Merged(usize),
    /// The particle `ل` at this place before a name that begins with `ل`: of three lam, Arabic writes two, so there may
    /// be an article (`ل` and `اللجنة` are `للجنة`).
    PerhapsMerged(usize),
}

/// What follows a name after an apostrophe and leaves it whole. Any other letters belong to the name (`Sana'a`).
const ENGLISH_ENDINGS: [&str; 6] = ["s", "S", "d", "ll", "re", "ve"];

/// What French, Italian and Catalan write before a name with an apostrophe. Capitals only where hardly a name has them:
/// there is a D'Angelo, and a Dell'Utri.
const ELISIONS: [&str; 30] = [
    "Jusqu", "L", "Lorsqu", "Puisqu", "Qu", "all", "c", "coll", "d", "dall", "dell", "j", "jusqu", "l", "lorsqu", "m",
    "n", "nell", "presqu", "puisqu", "qu", "quell", "quelqu", "quest", "quoiqu", "s", "sull", "t", "tutt", "un",
];

/// Whether a name may end at `end`, in normal form.
pub(super) fn may_end(text: &str, end: usize) -> bool {
    let mut after = text[end..].chars();
    let Some(next) = after.next() else { return true };
    let after = after.as_str();
    match next {
        '\'' => {
            let word = &after[..after.len() - after.trim_start_matches(is_word).len()];
            word.is_empty() || ENGLISH_ENDINGS.contains(&word)
        }
        // `Libya.org` is an address, `Haftar.He` a slip.
        '.' => !after.starts_with(char::is_lowercase),
        '@' => false,
        _ => text[..end].chars().next_back().is_none_or(|last| part(last, next)),
    }
}

/// What stands before a name at `start` in the text in normal form; `None` where the name is part of a longer word.
pub(super) fn before(text: &str, start: usize) -> Option<Before> {
    let mut before = text[..start].chars();
    let Some(previous) = before.next_back() else { return Some(Before::Nothing) };
    let before = before.as_str();
    let ends = match previous {
        '\'' => {
            let word = &before[before.trim_end_matches(is_word).len()..];
            word.is_empty() || ELISIONS.contains(&word)
        }
        '@' => false,
        _ => text[start..].chars().next().is_none_or(|first| part(first, previous)),
    };
    if ends {
        Some(Before::Nothing)
    } else if is_arabic(previous) {
        particles(&text[..start], text[start..].starts_with('ل'))
    } else {
        None
    }
}

/// Reads particles and article backwards from the end of `text`, to the beginning of the word.
fn particles(text: &str, before_lam: bool) -> Option<Before> {
    let (rest, kind) = if let Some(rest) = text.strip_suffix("ال") {
        (rest.strip_suffix(['ب', 'ل', 'ك']).unwrap_or(rest), Before::Article(rest.len()))
    } else if let Some(rest) = text.strip_suffix("لل") {
        (rest, Before::Merged(rest.len()))
    } else if let Some(rest) = text.strip_suffix('ل') {
        (rest, if before_lam { Before::PerhapsMerged(rest.len()) } else { Before::Particles })
    } else {
        (text.strip_suffix(['ب', 'ك']).unwrap_or(text), Before::Particles)
    };
    let rest = rest.strip_suffix(['و', 'ف']).unwrap_or(rest);
    rest.chars().next_back().is_none_or(|c| !is_word(c)).then_some(kind)
}
