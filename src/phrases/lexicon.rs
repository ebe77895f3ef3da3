//! The words of a language, looked up by their one spelling.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::language::Language;
use super::normal::normalise;
use super::sense::{Roles, Sense, Value};
use super::{arabic, english, french};

/// Words that share a sense, with spaces between them. A word may stand in several lines: its roles add up.
pub(super) type Line = (&'static str, Sense);

pub(super) struct Lexicon {
    senses: HashMap<Box<str>, Sense>,
    /// Which first and last bytes words have, by length: most words of a text are turned away here.
    shapes: [u64; LONGEST],
}

const LONGEST: usize = 40;

static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(english::WORDS));
static FRENCH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(french::WORDS));
static ARABIC: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(arabic::WORDS));

impl Lexicon {
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::French => &FRENCH,
            Language::Arabic => &ARABIC,
        }
    }

    fn new(lines: &[Line]) -> Self {
        let mut lexicon = Self { senses: HashMap::new(), shapes: [0; LONGEST] };
        let mut word = String::new();
        for (words, sense) in lines {
            for spelling in words.split_whitespace() {
                normalise(spelling, &mut word);
                if let Some(shapes) = lexicon.shapes.get_mut(word.len()) {
                    *shapes |= shape(&word);
                }
                let known = lexicon.senses.entry(word.as_str().into()).or_insert(Sense::NONE);
                known.roles = known.roles | sense.roles;
                if sense.value != Value::Other {
                    known.value = sense.value;
                }
            }
        }
        lexicon
    }

    /// The sense of a word in its one spelling.
    pub(super) fn sense(&self, word: &str) -> Option<Sense> {
        let shapes = self.shapes.get(word.len())?;
        if shapes & shape(word) == 0 { None } else { self.senses.get(word).copied() }
    }
}

fn shape(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let first = bytes.get(1).or(bytes.first()).copied().unwrap_or_default();
    let last = bytes.last().copied().unwrap_or_default();
    1 << ((first.wrapping_mul(7) ^ last) & 63)
}

/// A line's sense with a value alone.
pub(super) const fn says(value: Value) -> Sense {
    Sense::of(value)
}

/// A line's sense with roles alone.
pub(super) const fn plays(roles: Roles) -> Sense {
    Sense { value: Value::Other, roles }
}

/// A line's sense with both.
pub(super) const fn both(value: Value, roles: Roles) -> Sense {
    Sense { value, roles }
}
