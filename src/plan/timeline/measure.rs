//! How wide words are, at the most. No font is known at build time, so every letter is taken for a wide one: what is
//! reckoned here is more than what Noto Sans, Segoe UI, Helvetica, Roboto and Noto Sans Arabic take.

/// The width of words at a font size, in pixels.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size
}

/// The longest beginning of `text` that ends with a whole word and is no wider than `most`: its length in bytes, and its
/// width. `None` where that would be less than two thirds of one word's length, or nothing at all.
pub(super) fn cut(text: &str, size: f64, most: f64) -> Option<(usize, f64)> {
    let (mut at, mut best) = (0.0, None);
    for (place, letter) in text.char_indices() {
        if letter.is_whitespace() && at > 0.0 && at + ELLIPSIS * size <= most {
            best = Some((place, at + ELLIPSIS * size));
        }
        at += advance(letter) * size;
        if at > most {
            break;
        }
    }
    let (end, wide) = best?;
    let kept = text[..end].trim_end_matches(|c: char| !c.is_alphanumeric() && !"’”»)".contains(c));
    (!kept.is_empty()).then_some((kept.len(), wide))
}

/// The width of "…", in ems.
const ELLIPSIS: f64 = 1.0;

/// The width of a letter, in ems.
fn advance(letter: char) -> f64 {
    match letter {
        '\u{300}'..='\u{36f}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2066}'..='\u{2069}' => 0.0,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '’' | '‘' => 0.33,
        ' ' | '\u{a0}' | 'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '-' | '/' => 0.43,
        'm' | 'w' | 'M' | 'W' | '—' | '…' | '%' | '@' | 'س' | 'ش' | 'ص' | 'ض' => 1.0,
        'A'..='Z' => 0.74,
        '0'..='9' => 0.64,
        ' '..='~' => 0.63,
        '\u{a1}'..='\u{24f}' | '\u{370}'..='\u{3ff}' => 0.7,
        'ا' | 'أ' | 'إ' | 'آ' | 'ل' | 'ر' | 'ز' | 'د' | 'ذ' | 'و' | 'ؤ' | 'ء' => 0.48,
        '\u{590}'..='\u{6ff}' => 0.66,
        '\u{400}'..='\u{58f}' | '\u{900}'..='\u{10ff}' | '\u{1e00}'..='\u{205e}' => 0.8,
        _ => 1.1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_has_a_width_and_marks_have_none() {
        assert!(width("LNA attacks Tripoli", 12.0) > 110.0, "Noto Sans takes 107 px");
        assert!(width("سقوط النظام", 13.0) > 62.0, "Noto Sans Arabic takes 60 px");
        assert!((width("e\u{301}", 10.0) - width("e", 10.0)).abs() < 0.01);
        assert!(width("漢字", 10.0) >= 20.0);
    }

    #[test]
    fn words_are_cut_between_words() {
        let cut = |text: &'static str, most: f64| cut(text, 12.0, most).map(|(end, _)| &text[..end]);
        assert_eq!(cut("LNA offensive on Tripoli begins", 130.0), Some("LNA offensive on"));
        assert_eq!(cut("Turkey, after all, and the GNA", 70.0), Some("Turkey"));
        assert_eq!(cut("Incomprehensibilities", 70.0), None);
    }
}
