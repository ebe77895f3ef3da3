//! A known name: what to look for, and what may be written before it.

use unicode_normalization::UnicodeNormalization;

use super::edges::Before;
use super::letters::{fold, is_arabic, is_letter, is_small};
use super::normal::Normal;

/// A known name, beside the text that is looked for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct Entry {
    pub(super) actor: u32,
    prefix: Prefix,
    /// Whether the name begins with `علي`, written with a ya.
    begins_with_ali: bool,
}

/// What may be written before the text that is looked for, in one word with it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
enum Prefix {
    /// Nothing: another language in Arabic script, or fewer than three letters, which begin too many other words.
    Nothing,
    /// Particles. So for names of several words, whose first takes no article for itself: `مجلس النواب`.
    Particles,
    /// Particles and an article, which is not the name's own: `حفتر`.
    AnArticle,
    /// Particles and the article, which is the name's own and is not looked for: `السراج`.
    TheArticle,
    /// The same, but the article may be missing: `الجيش الوطني`, names of several words.
    PerhapsTheArticle,
    /// Particles and an article, which are no part of the name: `UNSMIL`, in an Arabic text.
    Foreign,
}

impl Entry {
    /// The text to look for, in normal form, and what it stands for. `None` for names that can't be looked for.
    pub(super) fn read(name: &str, language: Option<&str>, actor: u32) -> Option<(String, Self)> {
        let mut text = Normal::of(name.trim()).into_text();
        if text.contains('\n') {
            text = text.replace('\n', " ");
        }
        if !is_name(&text) {
            return None;
        }
        let prefix = if !text.starts_with(is_arabic) {
            Prefix::Foreign
        } else if letters(&text) < 3 || language.is_some_and(writes_no_particles) {
            Prefix::Nothing
        } else if begins(name, ["اٱ", "ل"])
            && let Some(rest) = text.strip_prefix(ARTICLE)
            && rest.starts_with(is_arabic)
            && letters(rest) >= 3
        {
            text.drain(..ARTICLE.len());
            if text.contains(' ') { Prefix::PerhapsTheArticle } else { Prefix::TheArticle }
        } else if text.contains(' ') {
            Prefix::Particles
        } else {
            Prefix::AnArticle
        };
        let begins_with_ali = text.split(' ').next() == Some(ALI) && begins(name, ["ع", "ل", "يی"]);
        Some((text, Self { actor, prefix, begins_with_ali }))
    }

    /// Where the name begins in the text in normal form, if it may follow `before`, and whether an article was added
    /// or left out. `at` is where the text that is looked for was found.
    ///
    /// The particles are no part of the name; the article is, and so is a particle that it has merged with.
    pub(super) fn start(self, before: Before, at: usize, text: &Normal) -> Option<(usize, bool)> {
        // `على` is the preposition before it is the name in its Egyptian spelling.
        if self.begins_with_ali && text.source_char(at + ALI.len() - 'ي'.len_utf8()) == Some('ى') {
            return None;
        }
        match (self.prefix, before) {
            (Prefix::Nothing, Before::Nothing)
            | (Prefix::Particles | Prefix::AnArticle, Before::Nothing | Before::Particles | Before::PerhapsMerged(_))
            | (Prefix::Foreign, _) => Some((at, false)),
            (
                Prefix::TheArticle | Prefix::PerhapsTheArticle,
                Before::Article(start) | Before::Merged(start) | Before::PerhapsMerged(start),
            ) => Some((start, false)),
            (Prefix::AnArticle, Before::Article(start) | Before::Merged(start)) => Some((start, true)),
            (Prefix::PerhapsTheArticle, Before::Nothing | Before::Particles) => Some((at, true)),
            (Prefix::Nothing | Prefix::Particles | Prefix::TheArticle, _) => None,
        }
    }
}

const ARTICLE: &str = "ال";
const ALI: &str = "علي";

/// Whether the text has two letters, and one that isn't small: a number, an initial or a common word is no name to
/// look for.
fn is_name(text: &str) -> bool {
    letters(text) >= 2 && text.chars().any(|c| is_letter(c) && !is_small(c))
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| is_letter(*c)).count()
}

/// Whether the name begins with one letter of each set. Unlike in normal form, alef with hamza is another letter.
fn begins<const N: usize>(name: &str, sets: [&str; N]) -> bool {
    let mut letters = name.trim().nfkc().filter(|c| fold(*c).is_some());
    sets.iter().all(|set| letters.next().is_some_and(|c| set.contains(c)))
}

/// Whether the language has Arabic script, but not Arabic's particles.
fn writes_no_particles(language: &str) -> bool {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    NO_PARTICLES.iter().any(|language| language.eq_ignore_ascii_case(primary))
}

const NO_PARTICLES: [&str; 26] = [
    "az", "azb", "bal", "ckb", "fa", "glk", "kk", "ks", "ku", "ky", "lrc", "mzn", "ota", "pa", "pbt", "pbu", "pes",
    "pnb", "prs", "ps", "sd", "sdh", "skr", "ug", "ur", "uz",
];
