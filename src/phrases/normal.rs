//! One spelling for each word: lower case, composed letters, Arabic without vowel signs.

/// Writes the spelling of `word` that the tables are in into `to`, which is emptied first.
///
/// `أ`, `إ` and `ٱ` are written `ا`; `آ` is kept, for `آب` is August and `أب` a father.
pub(super) fn normalise(word: &str, to: &mut String) {
    to.clear();
    for c in word.chars() {
        match c {
            'أ' | 'إ' | 'ٱ' => to.push('ا'),
            'ى' => to.push('ي'),
            '’' => to.push('\''),
            // A word's tanwin tells `غداً`, tomorrow, from `غدا`, which became.
            '\u{64b}' if to.ends_with("غدا") => to.push(c),
            '\u{64b}' if to.ends_with("غد") => to.push_str("ا\u{64b}"),
            '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' => {}
            'ا' if to.ends_with('\u{64b}') => {}
            '\u{300}'..='\u{36f}' => compose(c, to),
            _ if is_invisible(c) => {}
            _ if c.is_ascii() => to.push(c.to_ascii_lowercase()),
            _ => to.extend(c.to_lowercase()),
        }
    }
}

/// Marks of direction, joiners and the soft hyphen, which stand within words and are not seen.
pub(super) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}')
}

/// Puts a combining accent onto the last letter, as far as French month names and their like need it.
fn compose(accent: char, to: &mut String) {
    let Some(letter) = to.pop() else { return };
    let composed = match (letter, accent) {
        ('e', '\u{301}') => 'é',
        ('e', '\u{300}') => 'è',
        ('a', '\u{300}') => 'à',
        ('u', '\u{302}') => 'û',
        ('u', '\u{300}') => 'ù',
        _ => {
            to.push(letter);
            accent
        }
    };
    to.push(composed);
}
