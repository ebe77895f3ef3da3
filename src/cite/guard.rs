//! Characters that a style must leave as they are: they go through the formatter as others, which mean nothing to it.

use super::pattern::{HYPHEN, OURS};

/// Added to a character to guard it: a plane of Unicode that is for private use.
const GUARD: u32 = 0xF_0000;

/// Stands for the authors whom a source does not name.
pub(super) const OTHERS: char = '\u{e005}';

/// Text without characters that would mean something to us.
pub(super) fn clean(text: &str) -> String {
    text.chars().filter(|c| !OURS.contains(c) && *c != OTHERS && !is_guard(*c)).collect()
}

/// A value whose last bracket stays when a style puts another behind it: the formatter takes the two for one.
pub(super) fn closed(mut text: String) -> String {
    if let Some(last @ (')' | ']')) = text.chars().next_back() {
        text.pop();
        text.push(guard(last));
    }
    text
}

/// A title of which no style changes words with a capital inside (`O'Brien`, `iPhone`), nor short words in lower case
/// behind an abbreviation (`J. of Peace`).
pub(super) fn cased(title: &str) -> String {
    let mut out = String::with_capacity(title.len());
    let mut after_stop = false;
    for word in title.split_inclusive(|c: char| c.is_whitespace() || "-–—/".contains(c)) {
        let start = word.find(char::is_alphanumeric).unwrap_or(word.len());
        let letters = word[start..].trim_end_matches(|c: char| !c.is_alphanumeric());
        let has_inner = letters.chars().skip(1).any(char::is_uppercase) && letters.contains(char::is_lowercase);
        let is_short = after_stop && letters.chars().count() <= 3 && letters.chars().all(char::is_lowercase);
        for (at, c) in word.char_indices() {
            let is_kept = (has_inner && (at == start || c.is_uppercase())) || (is_short && at == start);
            out.push(if is_kept { guard(c) } else { c });
        }
        after_stop = word.ends_with(". ");
    }
    out
}

/// Text as it is printed: what was guarded is itself again.
pub(super) fn plain(text: &str) -> String {
    let plain = |c: char| if is_guard(c) { char::from_u32(u32::from(c) - GUARD).unwrap_or(c) } else { c };
    text.chars().map(|c| if c == HYPHEN { '-' } else { plain(c) }).collect()
}

fn guard(c: char) -> char {
    char::from_u32(u32::from(c) + GUARD).filter(|guarded| is_guard(*guarded)).unwrap_or(c)
}

fn is_guard(c: char) -> bool {
    (GUARD + 1..GUARD + 0xfffe).contains(&u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_guarded_is_no_letter_and_comes_back() {
        let title = "J. of O'Brien, MacDonald, iPhones and the UN-backed GNA (2015)";
        let guarded = closed(cased(title));
        assert_eq!(guarded.chars().filter(|c| is_guard(*c)).count(), 8);
        assert_eq!(plain(&guarded), title);
        assert_eq!(cased("FINAL REPORT of the Panel"), "FINAL REPORT of the Panel");
    }
}
