//! Characters: what counts as a part of a word, and what a comparison of names overlooks.

use unicode_normalization::char::is_combining_mark;

/// The character that stands for `c` in a comparison; `None` if `c` counts for nothing.
///
/// White space of every kind becomes a space.
pub(super) fn fold(c: char) -> Option<char> {
    Some(match c {
        _ if is_overlooked(c) => return None,
        '\u{2018}' | '\u{2019}' | '\u{2bb}' | '\u{2bc}' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ی' => 'ي',
        'ک' => 'ك',
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        _ if c.is_whitespace() => ' ',
        _ => c,
    })
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

/// Whether `c` may stand in a word without changing it: Arabic vowel signs and tatweel, soft hyphens, joiners, marks of
/// direction, variation selectors.
pub(super) const fn is_overlooked(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
        || c == TATWEEL
        || is_arabic_mark(c)
}

/// The stroke that lengthens the line between two Arabic letters.
pub(super) const TATWEEL: char = '\u{640}';

/// Whether `c` is a sign above or below an Arabic letter.
pub(super) const fn is_arabic_mark(c: char) -> bool {
    matches!(c,
        '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}'
        | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{897}'..='\u{89f}' | '\u{8ca}'..='\u{8e1}'
        | '\u{8e3}'..='\u{8ff}')
}

/// Whether `c` is one of the signs that make another letter of some letters: `و` and a hamza above are `ؤ`.
pub(super) const fn is_hamza_or_madda(c: char) -> bool {
    matches!(c, '\u{653}'..='\u{655}')
}

/// Whether `c` is a letter of Arabic script.
pub(super) fn is_arabic(c: char) -> bool {
    matches!(c, 'ء'..='ي')
        || matches!(c, '\u{620}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{870}'..='\u{8c9}') && c.is_alphabetic()
}

/// Whether `c` is an Arabic letter, ligature or sign in one of its written shapes, as old documents and copies from
/// PDF files have them. Two are left out, which are whole sentences.
pub(super) const fn is_arabic_shape(c: char) -> bool {
    matches!(c, '\u{fb50}'..='\u{fbb1}' | '\u{fbd3}'..='\u{fd3d}' | '\u{fd50}'..='\u{fdc7}' | '\u{fdf0}'..='\u{fdf9}'
        | '\u{fe70}'..='\u{fefc}')
}

/// Whether `c` is part of a word: a letter, a digit, a mark or an underscore. A raised digit is not: it calls a note.
pub(super) fn is_word(c: char) -> bool {
    match c {
        ..'\u{80}' => c.is_ascii_alphanumeric() || c == '_',
        'ء'..='ي' => true,
        '²' | '³' | '¹' | '\u{2070}'..='\u{2079}' => false,
        _ => c.is_alphanumeric() || is_combining_mark(c),
    }
}

/// Whether a word ends between `inner`, a name's first or last character, and its neighbour `outer`.
///
/// Chinese characters and hiragana stand next to other words without a space.
pub(super) fn part(inner: char, outer: char) -> bool {
    !is_word(outer) || ((is_unspaced(inner) || is_unspaced(outer)) && !is_combining_mark(outer))
}

const fn is_unspaced(c: char) -> bool {
    matches!(c, '々' | '\u{3041}'..='\u{309f}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether `c` is a letter, other than the small signs of transliteration that are letters to Unicode (`ʿ`).
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !matches!(c, '\u{2b0}'..='\u{2ff}')
}

/// Whether `c` is a small letter of a script in which a name would begin with a capital. Georgian has capitals, but
/// writes names without.
pub(super) fn is_small(c: char) -> bool {
    c.is_lowercase() && !matches!(c, '\u{10d0}'..='\u{10ff}')
}

/// A name that begins with a small letter, as it stands at the start of a sentence: `al-Wefaq` as `Al-Wefaq`.
pub(super) fn capitalised(name: &str) -> Option<String> {
    let first = name.chars().next().filter(|c| is_small(*c))?;
    Some(first.to_uppercase().chain(name[first.len_utf8()..].chars()).collect())
}
