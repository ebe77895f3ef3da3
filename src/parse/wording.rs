//! Words compared as they read: after NFC, and without regard to the shape of quotation marks, dashes and white space.
//!
//! So the words that an author repeats in front matter are found in the text, and those of a quotation in a copy of its
//! source.

use std::collections::HashMap;
use std::ops::Range;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;

use super::{BAR, UNNAMED};

/// Ends a block of text: no words reach over it.
pub const BREAK: char = '\u{2029}';

/// What stands between the pieces of a quotation from which words are left out, the longest first.
const ELISIONS: [&str; 3] = ["[...]", "(...)", "..."];

/// Looks for the words of a quotation in the text that it is taken from. Where something is left out (`…`, `[…]`), added
/// (`[the]`) or redacted, the pieces must follow one another.
///
/// # Errors
/// The passage that is nearest to the words, if any is like them.
pub fn contains(text: &str, quote: &str) -> Result<(), Option<String>> {
    Wording::new(text).has(quote).map_err(|near| near.map(|range| text[range].to_owned()))
}

/// Whether nothing of a quotation is compared, since all is left out or stands in brackets, and nothing in it is redacted.
#[must_use]
pub fn is_bare(quote: &str) -> bool {
    let is_open = quote.trim().is_empty() || quote.contains(UNNAMED) || quote.contains(BAR);
    !is_open && compared(Wording::new(quote).folded.trim_matches(is_edge)).is_empty()
}

/// What may stand around words without being part of them.
const fn is_edge(c: char) -> bool {
    matches!(c, '"' | ' ' | '.' | ',' | ';' | ':')
}

/// The pieces of folded words that must follow one another.
fn compared(folded: &str) -> Vec<String> {
    let pieces = pieces(folded);
    let pieces = pieces.split('\n').map(|piece| piece.trim_matches(is_edge));
    pieces.filter(|piece| !piece.is_empty()).map(str::to_owned).collect()
}

/// Folded words with a line break in the place of what is left out, and of words that have brackets in or around them.
fn pieces(folded: &str) -> String {
    let mut text = ELISIONS.iter().fold(folded.to_owned(), |text, elision| text.replace(elision, "\n"));
    let goes_on = |c: char| c.is_alphanumeric() || c == '"';
    while let Some(open) = text.find('[') {
        let Some(close) = text[open..].find(']').map(|at| open + at + 1) else { break };
        let start = text[..open].trim_end_matches(goes_on).len();
        let end = text.len() - text[close..].trim_start_matches(goes_on).len();
        text.replace_range(start..end, "\n");
    }
    text
}

/// A text in the form in which it is compared.
#[derive(Debug)]
pub(super) struct Wording {
    folded: String,
    /// For each byte of the folded text, the range of the original that it comes from.
    origins: Vec<Range<u32>>,
}

impl Wording {
    /// Folds a text.
    pub(super) fn new(original: &str) -> Self {
        let (folded, origins) = (String::with_capacity(original.len()), Vec::with_capacity(original.len()));
        let mut wording = Self { folded, origins };
        if is_nfc_quick(original.chars()) == IsNormalized::Yes {
            for (at, c) in original.char_indices() {
                wording.push(c, at..at + c.len_utf8());
            }
        } else {
            for (at, cluster) in original.grapheme_indices(true) {
                cluster.nfc().for_each(|c| wording.push(c, at..at + cluster.len()));
            }
        }
        if wording.folded.ends_with(' ') {
            wording.pop();
        }
        wording
    }

    fn pop(&mut self) {
        self.folded.pop();
        self.origins.truncate(self.folded.len());
    }

    fn push(&mut self, c: char, from: Range<usize>) {
        let last = self.folded.chars().next_back();
        let folded = match c {
            // Soft hyphens, invisible joints, and marks of direction.
            '\u{ad}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2060}'
            | '\u{61c}'
            | '\u{feff}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' => return,
            BREAK => {
                if last == Some(' ') {
                    self.pop();
                }
                BREAK
            }
            c if c.is_whitespace() => {
                if matches!(last, None | Some(' ' | BREAK)) {
                    return;
                }
                ' '
            }
            '\'' | '`' | '´' | '‘' | '’' | '‚' | '‛' | '′' | '‹' | '›' | '“' | '”' | '„' | '‟' | '″' | '«' | '»' => {
                '"'
            }
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => {
                // Two or three hyphens are one dash.
                if last == Some('-') {
                    if let Some(origin) = self.origins.last_mut() {
                        origin.end = clip(from.end);
                    }
                    return;
                }
                '-'
            }
            '…' => {
                (0..2).for_each(|_| self.add('.', &from));
                '.'
            }
            c => c,
        };
        self.add(folded, &from);
    }

    fn add(&mut self, c: char, from: &Range<usize>) {
        self.folded.push(c);
        self.origins.resize(self.folded.len(), clip(from.start)..clip(from.end));
    }

    /// Where the words of another text stand, by ranges of this one as it was written. They begin and end with words of
    /// this one.
    pub(super) fn find<'w>(&'w self, words: &'w Wording) -> impl Iterator<Item = Range<usize>> + 'w {
        self.occurrences(&words.folded).map(|found| self.origin(found))
    }

    /// Where folded words stand in the folded text.
    fn occurrences<'w>(&'w self, words: &'w str) -> impl Iterator<Item = Range<usize>> + 'w {
        let found = self.folded.match_indices(if words.is_empty() { "\u{0}" } else { words });
        let found = found.map(|(at, found)| at..at + found.len());
        found.filter(|found| self.is_edge(found.start) && self.is_edge(found.end))
    }

    /// Whether no word goes on over an offset. In scripts that set no spaces, or write particles and the word as one, a
    /// word may.
    fn is_edge(&self, at: usize) -> bool {
        const FIRST_OF_THOSE: char = '\u{590}';
        let goes_on = |c: char| c.is_alphanumeric() && c < FIRST_OF_THOSE;
        let before = self.folded[..at].chars().next_back();
        let after = self.folded[at..].chars().next();
        !(before.is_some_and(goes_on) && after.is_some_and(goes_on))
    }

    fn origin(&self, folded: Range<usize>) -> Range<usize> {
        let (first, last) = (&self.origins[folded.start], &self.origins[folded.end - 1]);
        first.start as usize..last.end as usize
    }

    /// Looks for the words of a quotation, as [`contains`] does.
    ///
    /// # Errors
    /// Where the passage stands that is nearest to the words, if any is like them.
    pub(super) fn has(&self, quote: &str) -> Result<(), Option<Range<usize>>> {
        let is_bare = is_bare(quote);
        // What is redacted, and names that are not written out, may be any words.
        let quote = quote.replace(BAR, "…").replace(UNNAMED, "…");
        let quote = Wording::new(&quote);
        let whole = quote.folded.trim_matches(is_edge);
        if self.occurrences(whole).next().is_some() {
            return Ok(());
        }
        if is_bare {
            return Err(None);
        }
        let mut from = 0;
        for piece in compared(whole) {
            match self.occurrences(&piece).find(|found| found.start >= from) {
                Some(found) => from = found.end,
                None => return Err(self.nearest(&piece)),
            }
        }
        Ok(())
    }

    /// The passage that has most of some words, if it has more than half of them.
    pub(super) fn nearest(&self, words: &str) -> Option<Range<usize>> {
        let lower = |text: &str| text.to_lowercase();
        let mut wanted: HashMap<String, isize> = HashMap::new();
        let mut length = 0;
        for word in words.unicode_words() {
            *wanted.entry(lower(word)).or_default() += 1;
            length += 1;
        }
        let all: Vec<(usize, &str, String)> =
            self.folded.unicode_word_indices().map(|(at, word)| (at, word, lower(word))).collect();
        // Words of the window that are wanted and not yet had; counts fall below zero where one is there too often.
        let (mut had, mut best) = (0, (0, 0..0));
        for end in 0..all.len() {
            if let Some(count) = wanted.get_mut(&all[end].2) {
                *count -= 1;
                had += usize::from(*count >= 0);
            }
            if let Some(out) = end.checked_sub(length)
                && let Some(count) = wanted.get_mut(&all[out].2)
            {
                *count += 1;
                had -= usize::from(*count > 0);
            }
            if had > best.0 {
                best = (had, (end + 1).saturating_sub(length)..end + 1);
            }
        }
        let (had, window) = best;
        if had * 2 <= length {
            return None;
        }
        let window = &all[window];
        let is_wanted = |(_, _, word): &&(usize, &str, String)| wanted.contains_key(word);
        let (first, last) = (window.iter().find(is_wanted)?, window.iter().rev().find(is_wanted)?);
        Some(self.origin(first.0..last.0 + last.1.len()))
    }

    /// Where the passage stands that is nearest to the words of another text.
    pub(super) fn nearest_to(&self, words: &Wording) -> Option<Range<usize>> {
        self.nearest(&words.folded)
    }
}

fn clip(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str, words: &str) -> Vec<String> {
        Wording::new(text).find(&Wording::new(words)).map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn the_shape_of_signs_and_white_space_does_not_count() {
        assert_eq!(find("He said “ready –  or\nnot”.", "\"ready -- or not\""), ["“ready –  or\nnot”"]);
        assert_eq!(find("l’armée…", "l'armée..."), ["l’armée…"]);
        assert_eq!(find("one\u{ad}self, a\u{a0}b", "oneself, a b"), ["one\u{ad}self, a\u{a0}b"]);
        assert_eq!(find("Cafe\u{301} noir", "Café noir"), ["Cafe\u{301} noir"]);
        assert_eq!(find("Café noir", "Cafe\u{301} noir"), ["Café noir"]);
        assert_eq!(find("قال «نعم»", "\"نعم\""), ["«نعم»"]);
    }

    #[test]
    fn case_and_words_do() {
        assert_eq!(find("Ready or not", "ready"), [""; 0]);
        assert_eq!(find("already ready", "ready"), ["ready"]);
        assert_eq!(find("ready, and ready", "ready"), ["ready", "ready"]);
        assert_eq!(find("وحكومة الوفاق", "حكومة الوفاق"), ["حكومة الوفاق"]);
        assert_eq!(find("他走了。", "走"), ["走"]);
        assert_eq!(find("one\u{2029}two", "one two"), [""; 0]);
        assert_eq!(find("text", " "), [""; 0]);
    }

    fn nearest(text: &str, words: &str) -> Option<String> {
        Wording::new(text).nearest_to(&Wording::new(words)).map(|range| text[range].to_owned())
    }

    #[test]
    fn the_nearest_passage_has_most_of_the_words() {
        let text = "The embassy welcomed it. The “readiness” of the GNA, it said, is known. Nothing else is.";
        assert_eq!(nearest(text, "readiness of a GNA").as_deref(), Some("readiness” of the GNA"));
        assert_eq!(nearest(text, "the militias will be dismantled"), None);
        assert_eq!(nearest("", "words"), None);
        assert_eq!(nearest(text, ""), None);
    }

    #[test]
    fn a_quotation_is_looked_for_in_a_copy_of_its_source() {
        let copy = "We will take\nconcrete steps to dismantle the militias, and to disarm them.";
        assert_eq!(contains(copy, "“concrete steps to dismantle the militias”"), Ok(()));
        assert_eq!(contains(copy, "We will take concrete steps."), Ok(()));
        assert_eq!(contains(copy, "We will […] disarm them."), Ok(()));
        assert_eq!(contains(copy, "concrete steps … to disarm them"), Ok(()));
        let nearest = Err(Some("concrete steps to dismantle the militias".to_owned()));
        assert_eq!(contains(copy, "concrete steps to dissolve the militias"), nearest);
        assert_eq!(contains(copy, "disarm them … concrete steps"), Err(Some("concrete steps".to_owned())));
        assert_eq!(contains(copy, "nothing of the kind"), Err(None));
        assert_eq!(contains(copy, "[the embassy] will take concrete steps to dismantle [all] militias"), Ok(()));
        assert_eq!(
            contains(copy, "[they] will take concrete steps to dis[arm] the militias, and to disarm [the men]."),
            Ok(())
        );
        assert_eq!(contains(copy, "concrete steps to ▇▇▇ the militias, and to \u{fffc} them"), Ok(()));
        assert_eq!(contains("a [sic] word", "a [sic] word"), Ok(()));
        assert_eq!(contains("He waited… and left.", "waited… and left"), Ok(()));
    }
}
