//! Folding and words: the forms in which texts and queries meet. The search page's script folds in the same way.

use icu_properties::props::{GeneralCategory, GeneralCategoryGroup, Script};
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed};
use unicode_normalization::char::decompose_compatible;

/// The longest word, in bytes.
pub(super) const LONGEST: usize = 40;

/// So many bytes of a word are looked at: the longest word, behind the longest article.
const READ: usize = LONGEST + 8;

/// Arabic conjunctions and articles that are written on a word.
const ARTICLES: [&str; 6] = ["وال", "بال", "كال", "فال", "لل", "ال"];

/// Finds words in text that comes in pieces: a word may go on in the next one.
pub(super) struct Folder<F> {
    word: String,
    letters: usize,
    /// Whether the word is of one letter and says something all the same.
    counts_alone: bool,
    categories: CodePointMapDataBorrowed<'static, GeneralCategory>,
    scripts: CodePointMapDataBorrowed<'static, Script>,
    found: F,
}

impl<F: FnMut(&str)> Folder<F> {
    /// Hands every word to `found`.
    pub(super) fn new(found: F) -> Self {
        let (categories, scripts) = (CodePointMapData::new(), CodePointMapData::new());
        Self { word: String::with_capacity(64), letters: 0, counts_alone: false, categories, scripts, found }
    }

    /// Reads a piece of text.
    pub(super) fn push(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(byte) = bytes.get(at).copied() {
            if byte.is_ascii_alphanumeric() {
                let rest = &bytes[at..];
                let is_plain = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
                let plain = rest.iter().take_while(|byte| is_plain(byte)).count();
                let is_whole = rest.get(plain).is_some_and(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
                if is_whole && self.letters == 0 && (2..=LONGEST).contains(&plain) {
                    // Nearly all words are as they are written.
                    (self.found)(&text[at..at + plain]);
                    at += plain + 1;
                    continue;
                }
                let length = plain + rest[plain..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
                self.push_ascii(&text[at..at + length]);
                at += length;
            } else if byte.is_ascii() {
                self.end();
                at += 1;
            } else {
                let Some(c) = text[at..].chars().next() else { return };
                decompose_compatible(c, |part| part.to_lowercase().for_each(|part| self.push_char(part)));
                at += c.len_utf8();
            }
        }
    }

    /// Reads a text as a whole: no word goes on behind it.
    pub(super) fn text(&mut self, text: &str) {
        self.push(text);
        self.end();
    }

    /// Letters and digits of ASCII.
    fn push_ascii(&mut self, text: &str) {
        self.letters += text.len();
        self.counts_alone = text.as_bytes()[0].is_ascii_digit();
        let room = READ.saturating_sub(self.word.len()).min(text.len());
        let start = self.word.len();
        self.word.push_str(&text[..room]);
        self.word[start..].make_ascii_lowercase();
    }

    /// A character without what it could be decomposed to, in lower case.
    fn push_char(&mut self, c: char) {
        let category = self.categories.get(c);
        // A mark belongs to its letter, and so does what makes it longer.
        if category == GeneralCategory::NonspacingMark || c == '\u{640}' {
            return;
        }
        let is_number = GeneralCategoryGroup::Number.contains(category);
        if !is_number && !GeneralCategoryGroup::Letter.contains(category) {
            return self.end();
        }
        if self.is_word_alone(c) {
            self.end();
            self.put(c, true);
            return self.end();
        }
        match c {
            'ß' => self.put_all("ss"),
            'æ' => self.put_all("ae"),
            'œ' => self.put_all("oe"),
            'þ' => self.put_all("th"),
            _ if category == GeneralCategory::DecimalNumber => self.put(self.digit(c), true),
            _ => self.put(letter(c), is_number),
        }
    }

    fn put_all(&mut self, letters: &str) {
        letters.chars().for_each(|c| self.put(c, false));
    }

    fn put(&mut self, c: char, counts_alone: bool) {
        self.letters += 1;
        self.counts_alone = counts_alone;
        if self.word.len() < READ {
            self.word.push(c);
        }
    }

    /// The digit of ASCII for a decimal digit of any script: each has ten that follow each other.
    fn digit(&self, c: char) -> char {
        let is_digit =
            |at: &u32| char::from_u32(*at).is_some_and(|c| self.categories.get(c) == GeneralCategory::DecimalNumber);
        let before = (0..u32::from(c)).rev().take_while(is_digit).count();
        char::from(b"0123456789"[before % 10])
    }

    /// Whether a character is of a script that sets no spaces between words.
    fn is_word_alone(&self, c: char) -> bool {
        u32::from(c) >= 0xe00
            && matches!(
                self.scripts.get(c),
                Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Thai
            )
    }

    /// Ends a word, if there is one.
    pub(super) fn end(&mut self) {
        if self.letters > 1 || (self.letters == 1 && self.counts_alone) {
            let word = without_article(&self.word);
            (self.found)(&word[..word.floor_char_boundary(LONGEST)]);
        }
        self.word.clear();
        self.letters = 0;
    }
}

/// A letter that no decomposition makes plain.
const fn letter(c: char) -> char {
    match c {
        'ø' => 'o',
        'đ' | 'ð' => 'd',
        'ł' => 'l',
        'ı' => 'i',
        'ħ' => 'h',
        'ς' => 'σ',
        'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        c => c,
    }
}

/// An Arabic word without what is written on it, where enough of it is left.
fn without_article(word: &str) -> &str {
    if word.is_empty() || word.as_bytes()[0] < 0xd8 {
        return word;
    }
    let bare = ARTICLES.iter().find_map(|article| word.strip_prefix(article)).unwrap_or(word);
    if bare.chars().nth(2).is_some() { bare } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        let mut all = Vec::new();
        Folder::new(|word: &str| all.push(word.to_owned())).text(text);
        all.join(" ")
    }

    #[test]
    fn case_accents_and_ligatures_are_folded() {
        assert_eq!(words("Résolution 2259, l’État: ÇA VA?"), "resolution 2259 etat ca va");
        assert_eq!(
            words("Straße Æsir Œuvre Łódź Đà Þórr ħobż ı1 ﬁn ①"),
            "strasse aesir oeuvre lodz da thorr hobz i1 fin 1"
        );
        assert_eq!(words("ΟΔΟΣ ὁδός İstanbul"), "οδοσ οδοσ istanbul");
    }

    #[test]
    fn signs_separate_words() {
        assert_eq!(words("S/RES/1970 (2011)_b-side it's"), "res 1970 2011 side it");
        assert_eq!(words("a b 1 é"), "1");
        assert_eq!(words(""), "");
    }

    #[test]
    fn arabic_is_read_without_vowels_hamzas_and_articles() {
        assert_eq!(words("الْمُشِير خليفة حفتر"), "مشير خليفه حفتر");
        assert_eq!(words("أحمد إبراهيم آمال مؤتمر سئل على ٱلله"), "احمد ابراهيم امال موتمر سيل علي الله");
        assert_eq!(words("والحكومة بالقوة للجيش فالقائد كالجيش الى الحق"), "حكومه قوه جيش قايد جيش الي الحق");
        assert_eq!(words("ليبـــيا ۱۹٤ ٢٠١٩"), "ليبيا 194 2019");
        assert_eq!(words("ایران کتاب"), "ايران كتاب");
    }

    #[test]
    fn scripts_without_spaces_are_split() {
        assert_eq!(words("利比亚abc"), "利 比 亚 abc");
        assert_eq!(words("カタ ไทย"), "カ タ ไ ท ย");
    }

    #[test]
    fn long_words_are_cut() {
        assert_eq!(words(&"a".repeat(100)), "a".repeat(40));
        assert_eq!(words(&"é".repeat(100)), "e".repeat(40));
        assert_eq!(words(&("ال".to_owned() + &"ح".repeat(60))), "ح".repeat(20));
        assert_eq!(words(&"я".repeat(30)), "я".repeat(20));
    }

    #[test]
    fn a_word_may_go_on_in_the_next_piece() {
        let mut all = Vec::new();
        let mut folder = Folder::new(|word: &str| all.push(word.to_owned()));
        for piece in ["Haf", "tar’s ", "a", "b"] {
            folder.push(piece);
        }
        folder.end();
        assert_eq!(all, ["haftar", "ab"]);
    }
}
