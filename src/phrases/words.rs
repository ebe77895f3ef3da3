//! A text as words and signs, each with its sense.

use super::language::Language;
use super::lexicon::Lexicon;
use super::normal::{is_invisible, normalise};
use super::sense::{Roles, Sense, Value};

/// A word, a number or a sign.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// In bytes.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) gap: Gap,
    pub(super) sense: Sense,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
    /// Whether an Arabic `و` is its first letter: `ويونيو`.
    pub(super) with_and: bool,
    /// Whether it stands in a quotation.
    pub(super) quoted: bool,
}

/// What stands between a word and the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing.
    Glued,
    /// A space, one end of line, or the join of an elision: `l'été`, `و14`.
    Space,
    /// An empty line, or the text's beginning.
    Break,
}

/// Splits a text into its words.
pub(super) fn split(text: &str, language: Language) -> Vec<Word> {
    let mut splitter = Splitter {
        text,
        language,
        lexicon: Lexicon::of(language),
        spelling: String::new(),
        words: Vec::with_capacity(text.len() / 5),
        gap: Gap::Break,
        depth: 0,
        straight: false,
    };
    splitter.run();
    splitter.words
}

struct Splitter<'a> {
    text: &'a str,
    language: Language,
    lexicon: &'static Lexicon,
    /// The spelling at hand, kept for its memory.
    spelling: String,
    words: Vec<Word>,
    gap: Gap,
    /// How many quotations with curly or angular marks are open, and whether one with straight marks is.
    depth: u32,
    straight: bool,
}

impl Splitter<'_> {
    fn run(&mut self) {
        let mut at = 0;
        let mut lines = 0;
        while let Some(c) = self.text[at..].chars().next() {
            let end = at + c.len_utf8();
            if c.is_whitespace() {
                lines += u32::from(c == '\n');
                if lines > 1 || c == '\u{2029}' {
                    (self.gap, self.depth, self.straight) = (Gap::Break, 0, false);
                } else if self.gap == Gap::Glued {
                    self.gap = Gap::Space;
                }
                at = end;
                continue;
            }
            if is_invisible(c) {
                at = end;
                continue;
            }
            lines = 0;
            at = if c.is_alphanumeric() { self.word(at) } else { self.sign(c, at, end) };
        }
    }

    fn sign(&mut self, c: char, start: usize, end: usize) -> usize {
        match c {
            // What closes `‘` may be an apostrophe: such a quotation is taken to last as long as its paragraph.
            '“' | '«' | '„' | '‘' => self.depth += 1,
            '”' | '»' => self.depth = self.depth.saturating_sub(1),
            '"' => self.straight = !self.straight,
            _ => {}
        }
        self.push(start, end, Sense::of(Value::Mark(c)));
        end
    }

    fn push(&mut self, start: usize, end: usize, sense: Sense) {
        let capital = self.text[start..end].chars().next().is_some_and(char::is_uppercase);
        let quoted = self.depth > 0 || self.straight;
        self.words.push(Word { start, end, gap: self.gap, sense, capital, with_and: false, quoted });
        self.gap = Gap::Glued;
    }

    /// Reads the word or number at `start`, and answers where it ends.
    fn word(&mut self, start: usize) -> usize {
        let rest = &self.text[start..];
        let in_word = |c: char| c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}') || is_invisible(c);
        let mut length = rest.find(|c| !in_word(c)).unwrap_or(rest.len());
        let mut elided = false;
        if let Some(apostrophe) = rest[length..].chars().next().filter(|c| matches!(c, '\'' | '’'))
            && self.language == Language::French
        {
            let after = &rest[length + apostrophe.len_utf8()..];
            let word = &rest[..length];
            if word.eq_ignore_ascii_case("aujourd") && after.get(..3).is_some_and(|hui| hui.eq_ignore_ascii_case("hui"))
            {
                let tail = after.find(|c| !in_word(c)).unwrap_or(after.len());
                length = rest.len() - after.len() + tail;
            } else if ELIDED.iter().any(|elided| word.eq_ignore_ascii_case(elided)) && after.starts_with(in_word) {
                length += apostrophe.len_utf8();
                elided = true;
            }
        }
        let word = rest[..length].trim_end_matches(is_invisible);
        let digits = word.find(|c: char| digit(c).is_none() && !is_invisible(c)).unwrap_or(word.len());
        if digits > 0 {
            self.number(start, word, digits);
        } else if self.language == Language::Arabic {
            self.arabic(start, word);
        } else {
            normalise(word, &mut self.spelling);
            let sense = self.lexicon.sense(&self.spelling).unwrap_or(Sense::NONE);
            self.push(start, start + word.len(), sense);
        }
        if elided {
            self.gap = Gap::Space;
        }
        start + length
    }

    /// A run that begins with a digit: `2019`, `4th`, `1990s`, `2011م`; any other is no word of a date.
    fn number(&mut self, start: usize, word: &str, digits: usize) {
        let (value, count) = value_of(&word[..digits]);
        let suffix = &word[digits..];
        let end = start + word.len();
        let day = u8::try_from(value).ok().filter(|_| count <= 2);
        let value = match (self.language, suffix) {
            (_, "") => Value::Number(value, count),
            (Language::English, "st" | "nd" | "rd" | "th") => day.map_or(Value::Other, Value::Nth),
            (Language::English, "s") if count == 4 && value % 10 == 0 => {
                u16::try_from(value).map_or(Value::Other, Value::Decade)
            }
            (Language::French, "er") if value == 1 => Value::Nth(1),
            (Language::Arabic, "م") => {
                self.push(start, start + digits, Sense::of(Value::Number(value, count)));
                let sense = self.lexicon.sense("م").unwrap_or(Sense::NONE);
                self.push(start + digits, end, sense);
                return;
            }
            _ => Value::Other,
        };
        self.push(start, end, Sense::of(value));
    }

    /// An Arabic word, whose first letters may be a conjunction and a preposition.
    fn arabic(&mut self, start: usize, word: &str) {
        let end = start + word.len();
        if let Some(at) = word.find(|c| digit(c).is_some()) {
            let (letters, number) = word.split_at(at);
            normalise(letters, &mut self.spelling);
            let is_number = number.chars().all(|c| digit(c).is_some() || is_invisible(c));
            if is_number && matches!(self.spelling.as_str(), "و" | "ف" | "ب" | "ل" | "ك") {
                let sense = self.lexicon.sense(&self.spelling).unwrap_or(Sense::NONE);
                self.push(start, start + at, sense);
                self.gap = Gap::Space;
                self.number(start + at, number, number.len());
            } else {
                self.push(start, end, Sense::NONE);
            }
            return;
        }
        normalise(word, &mut self.spelling);
        let (mut sense, with_and) = self.arabic_sense();
        if self.spelling.starts_with('و') && sense != Sense::NONE {
            sense.roles = sense.roles | Roles::FOLLOWS;
        }
        self.push(start, end, sense);
        if let Some(last) = self.words.last_mut() {
            last.with_and = with_and;
        }
    }

    /// The sense of the spelling at hand, with its first letters or without, and whether `و` was among these.
    fn arabic_sense(&self) -> (Sense, bool) {
        let mut rest = self.spelling.as_str();
        if let Some(sense) = self.lexicon.sense(rest) {
            return (sense, false);
        }
        let with_and = rest.starts_with('و');
        for letters in [&['و', 'ف'][..], &['ب', 'ل', 'ك'][..]] {
            let Some(stripped) = rest.strip_prefix(letters) else { continue };
            // The article loses its alif after `ل`.
            let joined = rest.strip_prefix("لل").map(|noun| format!("ال{noun}"));
            let sense = joined.and_then(|word| self.lexicon.sense(&word)).or_else(|| self.lexicon.sense(stripped));
            if let Some(sense) = sense {
                return (sense, with_and);
            }
            rest = stripped;
        }
        (Sense::NONE, false)
    }
}

/// What loses its vowel before another.
const ELIDED: [&str; 12] = ["l", "d", "j", "n", "s", "c", "m", "t", "qu", "jusqu", "lorsqu", "puisqu"];

/// The value of a digit, Western, Arabic-Indic or Persian.
fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => c.to_digit(10),
        '٠'..='٩' => Some(u32::from(c) - u32::from('٠')),
        '۰'..='۹' => Some(u32::from(c) - u32::from('۰')),
        _ => None,
    }
}

/// The value of a run of digits, and their number; both stop at their largest.
fn value_of(digits: &str) -> (u32, u8) {
    digits.chars().filter_map(digit).fold((0u32, 0u8), |(value, count), digit| {
        (value.saturating_mul(10).saturating_add(digit), count.saturating_add(1))
    })
}
