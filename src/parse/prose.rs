//! The plain words of one block after the other: what sentences, the opening and the reading time are made of.

use std::collections::BTreeMap;
use std::ops::Range;

use super::sentence;
use super::summary::{Sentence, UNNAMED};

/// The longest opening, in characters.
const LONGEST_OPENING: usize = 200;

/// The words that are read in a minute.
const WORDS_A_MINUTE: u32 = 220;

/// The CJK characters that are read in a minute.
const CHARACTERS_A_MINUTE: u32 = 500;

/// Collects the plain words of the current block. Citations, notes and redactions leave no trace in them.
#[derive(Debug, Default)]
pub(super) struct Prose {
    text: String,
    mentions: Vec<Mention>,
    /// Whether something without words has just been passed over, so that the space before it may be one too many.
    after_gap: bool,
    /// Links whose words are not known yet, with their places.
    unnamed: Vec<(usize, usize)>,
    /// How much the text itself has to read, and each note.
    amounts: BTreeMap<Option<usize>, Amount>,
    opening: Option<String>,
}

/// How much there is to read.
#[derive(Debug, Clone, Copy, Default)]
struct Amount {
    words: u32,
    /// CJK characters.
    wide: u32,
}

/// A link and the place of its words in the block.
#[derive(Debug)]
struct Mention {
    link: usize,
    range: Range<usize>,
}

impl Prose {
    /// Adds words.
    pub(super) fn push(&mut self, mut text: &str) {
        if self.after_gap && !text.is_empty() {
            self.after_gap = false;
            if text.starts_with(['.', ',', ';', ':', '!', '?', ')', '؟', '،', '؛', '…', '。', '”', '’', '»'])
            {
                self.drop_space();
            }
        }
        if self.text.is_empty() || self.text.ends_with(char::is_whitespace) {
            text = text.trim_start();
        }
        if text.contains("  ") {
            for c in text.chars() {
                if c != ' ' || !self.text.ends_with(' ') {
                    self.text.push(c);
                }
            }
        } else {
            self.text.push_str(text);
        }
    }

    /// Stands for words that only other files know: an actor's name, a title.
    pub(super) fn unnamed(&mut self, link: usize) {
        self.unnamed.push((self.text.len(), link));
        self.text.push(UNNAMED);
    }

    /// Adds a space, unless there is one.
    pub(super) fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
    }

    /// Passes over something that has no words: a citation, a note.
    pub(super) fn gap(&mut self) {
        self.after_gap = true;
    }

    /// Takes back a space before a gap; marks that stood behind it move with it.
    fn drop_space(&mut self) {
        let end = self.text.len();
        if self.text.ends_with(' ') {
            self.text.pop();
            for mention in self.mentions.iter_mut().rev().take_while(|mention| mention.range.end == end) {
                mention.range.end -= 1;
                mention.range.start = mention.range.start.min(mention.range.end);
            }
        }
    }

    /// Where the next words will stand. No space before it is taken back any more.
    pub(super) fn position(&mut self) -> usize {
        self.after_gap = false;
        self.text.len()
    }

    /// Remembers that the words since `position` are those of a link.
    pub(super) fn mention(&mut self, link: usize, position: usize) {
        let start = position.min(self.text.len());
        self.mentions.push(Mention { link, range: start..self.text.len() });
    }

    /// The words of the block from `start` to `end`, and the links without words of their own among them: a [`UNNAMED`]
    /// stands for the name of each.
    pub(super) fn words(&self, start: usize, end: usize) -> (String, Vec<usize>) {
        let range = start.min(self.text.len())..end.min(self.text.len());
        let unnamed = self.unnamed.iter().filter(|(at, _)| range.contains(at)).map(|(_, link)| *link).collect();
        (self.text.get(range).unwrap_or_default().trim().to_owned(), unnamed)
    }

    /// The words of the block from `start` to a link, and those behind it.
    pub(super) fn around(&self, start: usize, link: usize) -> Option<(&str, &str)> {
        let mentioned = self.mentions.iter().find(|mention| mention.link == link).map(|mention| mention.range.clone());
        let unnamed = || self.unnamed.iter().find(|(_, unnamed)| *unnamed == link).map(|(at, _)| *at);
        let range = mentioned.or_else(|| unnamed().map(|at| at..at + UNNAMED.len_utf8()))?;
        Some((self.text.get(start..range.start)?, self.text.get(range.end..)?))
    }

    /// The words of the block so far.
    pub(super) fn text(&self) -> String {
        if self.unnamed.is_empty() {
            self.text.trim().to_owned()
        } else {
            without_unnamed(&self.text).trim().to_owned()
        }
    }

    /// Takes the block's words as the opening, if there is none yet.
    pub(super) fn keep_opening(&mut self) {
        // A paragraph whose names are not known yet would begin with half a sentence.
        if self.opening.is_none() && self.unnamed.is_empty() {
            let text = self.text();
            self.opening = (!text.is_empty()).then(|| sentence::keep_start(&text, LONGEST_OPENING));
        }
    }

    /// Ends the block, which stands in `note` or in the text itself, and hands over the sentence of each link in it.
    pub(super) fn finish_block(&mut self, note: Option<usize>, mut found: impl FnMut(usize, Sentence)) {
        if !self.mentions.is_empty() {
            let ends = sentence::ends(&self.text);
            for mention in self.mentions.drain(..) {
                let sentence = sentence::around(&self.text, &ends, mention.range.clone());
                found(mention.link, name(sentence, &self.unnamed, &mention.range));
            }
        }
        self.amounts.entry(note).or_default().count(&self.text);
        self.pass_block();
    }

    /// Ends the block, of which nothing is wanted.
    pub(super) fn pass_block(&mut self) {
        self.mentions.clear();
        self.unnamed.clear();
        self.text.clear();
        self.after_gap = false;
    }

    /// The reading time of the text with these notes in minutes, at least 1.
    pub(super) fn minutes(&self, notes: &[usize]) -> u32 {
        let shown = notes.iter().map(|note| Some(*note)).chain([None]);
        let amounts = shown.filter_map(|part| self.amounts.get(&part));
        let words = amounts.fold(0_u32, |words, amount| {
            let wide = amount.wide.saturating_mul(WORDS_A_MINUTE / 20) / (CHARACTERS_A_MINUTE / 20);
            words.saturating_add(amount.words).saturating_add(wide)
        });
        (words.saturating_add(WORDS_A_MINUTE / 2) / WORDS_A_MINUTE).max(1)
    }

    /// The first words of the text.
    pub(super) fn opening(&self) -> Option<&str> {
        self.opening.as_deref()
    }
}

impl Amount {
    fn count(&mut self, text: &str) {
        let bytes = text.as_bytes();
        // Wide characters have a first byte from 0xE3 on. Both passes go over several bytes at once.
        if bytes.iter().fold(0, |highest, byte| highest.max(*byte)) < 0xe3 {
            let begins = |(before, byte): (&u8, &u8)| u32::from(*before <= b' ') & u32::from(*byte > b' ');
            let first = u32::from(bytes.first().is_some_and(|byte| *byte > b' '));
            let later: u32 = bytes.iter().zip(bytes.iter().skip(1)).map(begins).sum();
            self.words = self.words.saturating_add(first + later);
            return;
        }
        let mut in_word = false;
        for c in text.chars() {
            let is_wide = matches!(c, '\u{3000}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
            let is_space = is_wide || c.is_whitespace();
            self.wide += u32::from(is_wide);
            self.words += u32::from(!is_space && !in_word);
            in_word = !is_space;
        }
    }
}

/// A text without the places of names that are not known, and without the space before them.
fn without_unnamed(text: &str) -> String {
    text.replace(" \u{fffc}", "").replace(UNNAMED, "")
}

/// Notes which links the places without words in a sentence belong to. A mention without words keeps none: its name is
/// filled in where it is shown.
fn name(sentence: Sentence, unnamed: &[(usize, usize)], mention: &Range<usize>) -> Sentence {
    if unnamed.is_empty() {
        return sentence;
    }
    let count = |text: &str| text.matches(UNNAMED).count();
    let earlier: Vec<usize> = unnamed.iter().filter(|(at, _)| *at < mention.start).map(|(_, link)| *link).collect();
    let later = unnamed.iter().filter(|(at, _)| *at >= mention.end).map(|(_, link)| *link);
    let before = earlier.iter().copied().skip(earlier.len().saturating_sub(count(sentence.before())));
    let number = |link: usize| u32::try_from(link).unwrap_or(u32::MAX);
    let unnamed = before.chain(later.take(count(sentence.after()))).map(number).collect();
    let mention = sentence.mention().replace(UNNAMED, "");
    let mut named = Sentence::new(sentence.before(), &mention, sentence.after());
    named.unnamed = unnamed;
    named
}
