//! What stands around a phrase: its sentence, the tense of its clause, and whether it tells when something happened.

use std::ops::Range;

use super::super::language::Language;
use super::super::sense::{Roles, Value};
use super::super::words::Gap;
use super::Reader;

/// How many words may stand on each side of a phrase that stands in front of a clause.
const FRONT: usize = 4;
/// How far back from a word its clause is looked at: no sentence that is longer tells anything.
const LONGEST: usize = 80;

impl Reader<'_> {
    /// Whether a sentence ends with the sign at a word.
    pub(in super::super) fn ends_sentence(&self, at: usize) -> bool {
        let Value::Mark(mark) = self.value(at) else { return false };
        let Some(next) = self.words.get(at + 1) else { return true };
        if next.gap == Gap::Glued && !matches!(next.sense.value, Value::Mark(_)) {
            return false;
        }
        match mark {
            '!' | '?' | '…' | '؟' => true,
            // An abbreviation goes on with a small letter, a title or an initial with a name.
            '.' if self.language == Language::Arabic => true,
            '.' => {
                let before = at.checked_sub(1).map_or("", |before| self.spelling(before));
                let is_short =
                    before.chars().count() == 1 && before.starts_with(char::is_uppercase) || TITLES.contains(&before);
                !is_short && (next.capital || !matches!(next.sense.value, Value::Other) || self.is_shouted(at + 1))
            }
            _ => false,
        }
    }

    /// The words of the sentence that a phrase stands in.
    pub(in super::super) fn sentence(&self, start: usize, end: usize) -> Range<usize> {
        let first = start.saturating_sub(LONGEST);
        let from = (first..start).rev().find(|at| self.ends_sentence(*at)).map_or(first, |at| at + 1);
        let last = self.words.len().min(end + LONGEST);
        let to = (end..last).find(|at| self.ends_sentence(*at)).unwrap_or(last);
        from..to
    }

    /// Whether a sentence speaks of what is to come.
    pub(in super::super) fn is_ahead(&self, sentence: Range<usize>) -> bool {
        sentence.into_iter().any(|at| self.word_is_ahead(at))
    }

    /// Whether the clause of a phrase tells of the past; after a phrase in front of its clause, a comma ends no clause.
    pub(in super::super) fn is_past(&self, start: usize, end: usize) -> bool {
        let sentence = self.sentence(start, end);
        let is_bound =
            |at: &usize| matches!(self.value(*at), Value::Mark(',' | ';' | ':' | '،' | '؛' | '(' | ')' | '—' | '–'));
        let from = (sentence.start..start).rev().find(is_bound).map_or(sentence.start, |at| at + 1);
        let bound = |at: usize| (at..sentence.end).find(is_bound).unwrap_or(sentence.end);
        let first = bound(end);
        let is_fronted = start <= from + FRONT && first <= end + FRONT;
        let to = if is_fronted && first < sentence.end { bound(first + 1) } else { first };
        (from..start).chain(end..to).any(|at| self.word_is_past(at))
    }

    /// Whether a phrase stands where a clause has its time: after a preposition of time, or at a clause's beginning.
    pub(in super::super) fn is_adverbial(&self, start: usize, end: usize) -> bool {
        let has_name = self.language == Language::English && self.is_name(end) && !self.is_near_fronted(start);
        let first = self.value(start);
        let is_part = first == Value::Part || self.has(start, Roles::ARTICLE) && self.value(start + 1) == Value::Part;
        let fronted = self.begins_sentence(start) || self.is_after_comma(start);
        match self.language {
            Language::English => {
                !has_name
                    && (fronted
                        || self.follows(start, Roles::ON | Roles::IN | Roles::BY | Roles::TO)
                        || self.has(start, Roles::BETWEEN | Roles::FROM))
            }
            Language::French => {
                let has_article = self.has(start, Roles::ARTICLE);
                let from = self.follows(start, Roles::OF)
                    && start > 1
                    && ["partir", "compter"].iter().any(|word| self.is(start - 2, word));
                fronted
                    || from
                    || self.follows(start, Roles::IN | Roles::TO)
                    || (has_article || is_part) && !self.follows(start, Roles::OF)
                    || self.has(start, Roles::BETWEEN | Roles::FROM)
                    || self.is(start.wrapping_sub(1), "la") && is_part
            }
            Language::Arabic => {
                fronted
                    || self.has(start, Roles::DAY | Roles::BETWEEN)
                    || self.follows(start, Roles::IN | Roles::TO | Roles::DAY | Roles::AGO | Roles::BOUND)
                    || start > 0 && self.is(start - 1, "بتاريخ")
            }
        }
    }

    /// Whether a phrase is the bound of a time that goes on, or was over: `since 2011`.
    pub(in super::super) fn is_since(&self, start: usize) -> bool {
        let before = start.checked_sub(1).filter(|_| self.is_near(start));
        before.is_some_and(|before| {
            let words = ["since", "depuis", "منذ", "ومنذ"];
            words.iter().any(|word| self.is(before, word))
        })
    }

    /// Whether something was put off to a date: `moved to 12 December`.
    pub(in super::super) fn is_goal(&self, start: usize) -> bool {
        let to = ["to", "au", "إلى", "الى"];
        start > 0
            && self.is_near(start)
            && !self.has(start, Roles::BETWEEN | Roles::FROM)
            && to.iter().any(|word| self.is(start - 1, word))
    }

    /// Whether a phrase is the bound of a time: `by 12 December`.
    pub(in super::super) fn is_bound(&self, start: usize) -> bool {
        self.follows(start, Roles::BOUND)
    }

    /// Whether a bound of a time stands in an aside, which begins at a comma or in front, and ends after it.
    pub(in super::super) fn is_in_passing(&self, start: usize, end: usize) -> bool {
        let is_bound = |at: usize| matches!(self.value(at), Value::Mark(',' | '،' | '(' | ')' | '—' | '–'));
        let sentence = self.sentence(start, end);
        let bound = (sentence.start..start).rev().find(|at| is_bound(*at));
        let from = bound.map_or(sentence.start, |at| at + 1);
        let is_about = (from..start).any(|at| self.has(at, Roles::WHICH));
        let is_short = bound.is_some() || start <= from + FRONT + 1;
        let has_verb = (from..start).any(|at| {
            let auxiliary = ["has", "have", "is", "are", "est", "a", "ont", "sont"];
            self.word_is_past(at) || auxiliary.iter().any(|word| self.is(at, word))
        });
        is_bound(end) && (is_about || is_short && !has_verb)
    }

    /// Whether a phrase says when the things of its sentence happened, as far as that can be seen: it is no part of a name,
    /// of a clause about one of the things, nor the bound of a time. `is_adverb` tells that it is an adverb by itself.
    pub(in super::super) fn tells_when(&self, start: usize, end: usize, is_adverb: bool) -> bool {
        let sentence = self.sentence(start, end);
        let introduced = match self.language {
            Language::English if self.follows(start, Roles::IN) => self.is(start - 1, "in"),
            _ => true,
        };
        let stands = if is_adverb { !self.follows(start, Roles::OF) } else { self.is_adverbial(start, end) };
        if !stands || !introduced || self.is_ahead(sentence.clone()) {
            return false;
        }
        let (mut is_aside, mut has_verb) = (false, false);
        let mut brackets = 0;
        for at in sentence.start..start {
            match self.value(at) {
                Value::Mark('(') => brackets += 1,
                Value::Mark(')') => brackets -= 1,
                // After an aside the clause has its verb still to come: `The GNA, in office since 2016, stepped down`.
                Value::Mark(',' | '،') if is_aside && !has_verb => is_aside = false,
                Value::Mark(',' | '،' | ';' | '؛' | '—' | '–') => {
                    is_aside = self.is_participle(at + 1) && !self.is_finite(at + 1);
                }
                _ if self.has(at, Roles::WHICH) => is_aside = true,
                _ => {
                    is_aside |= self.has(at, Roles::BOUND) && !self.is_adverb_of_count(at);
                    has_verb |= !is_aside && self.word_is_past(at);
                }
            }
        }
        brackets <= 0 && !is_aside
    }

    /// `وبعد شهرين` begins a clause and bounds none.
    fn is_adverb_of_count(&self, at: usize) -> bool {
        self.counted(at).is_some()
    }

    /// Whether the words between two phrases say that the second one tells more exactly what the first one does.
    pub(in super::super) fn narrows(&self, end: usize, start: usize) -> bool {
        let says = |at: usize| {
            let spelling = self.spelling(at);
            NARROWING
                .contains(&spelling.strip_prefix('و').filter(|_| self.language == Language::Arabic).unwrap_or(spelling))
        };
        let is_passed = |at: usize| {
            says(at)
                || matches!(self.value(at), Value::Mark(',' | '،'))
                || self.has(at, Roles::ON | Roles::IN | Roles::VAGUE)
                || self.is(at, "more")
        };
        (end..start).any(says) && start <= end + 5 && (end..start).all(is_passed)
    }

    /// Whether a comma stands before a word.
    pub(in super::super) fn is_after_comma(&self, start: usize) -> bool {
        start > 0 && matches!(self.value(start - 1), Value::Mark(',' | '،'))
    }

    /// Whether `On 4 April Haftar` has its name from what follows.
    fn is_near_fronted(&self, start: usize) -> bool {
        self.follows(start, Roles::ON | Roles::IN | Roles::BY)
    }

    /// Whether a word is a verb of the past and no participle: `Gaddafi, in power since 1969, was killed`.
    fn is_finite(&self, at: usize) -> bool {
        let verbs = ["was", "were", "had", "did", "fell", "took", "began", "went", "came", "wrote", "gave", "chose"];
        verbs.iter().any(|verb| self.is(at, verb))
    }

    /// Whether a word may be a participle that begins an aside: `, signed in Skhirat,`
    fn is_participle(&self, at: usize) -> bool {
        let word = self.spelling(at);
        match self.language {
            Language::English => self.has(at, Roles::PAST) || word.ends_with("ed") || word.ends_with("ing"),
            Language::French => is_french_participle(word),
            Language::Arabic => false,
        }
    }

    pub(super) fn word_is_past(&self, at: usize) -> bool {
        if self.has(at, Roles::PAST) {
            return true;
        }
        let word = self.spelling(at);
        if self.language != Language::French || self.value(at) != Value::Other {
            return false;
        }
        let is_auxiliary = ["a", "ont", "avait", "avaient"].iter().any(|auxiliary| self.is(at, auxiliary));
        let is_arrival = ["est", "sont"].iter().any(|auxiliary| self.is(at, auxiliary));
        let participle = (at + 1..at + 4).find(|at| is_french_participle(self.spelling(*at)));
        let imperfect = (word.ends_with("ait") || word.ends_with("aient"))
            && word.len() > 5
            && !["rait", "raient", "trait", "parfait"].iter().any(|other| word.ends_with(other));
        is_auxiliary && participle.is_some()
            || is_arrival
                && participle.is_some_and(|at| ARRIVALS.iter().any(|stem| self.spelling(at).starts_with(stem)))
            || imperfect
            || ["èrent", "irent", "urent"].iter().any(|ending| word.ends_with(ending))
    }

    /// `set up`, `due to the war`
    fn is_of_now(&self, at: usize) -> bool {
        let goes_on = |words: [&str; 4]| words.iter().any(|word| self.is(at + 1, word));
        self.is(at, "set") && !goes_on(["to", "for", "on", "in"])
            || self.is(at, "due") && self.is(at + 1, "to") && self.has(at + 2, Roles::ARTICLE)
    }

    pub(super) fn word_is_ahead(&self, at: usize) -> bool {
        // `the next day` goes with the day named before.
        let is_next = matches!(self.value(at), Value::Which(1, _))
            && at.checked_sub(1).is_none_or(|before| self.unit_with_named(before).is_none());
        if self.value(at) == Value::Other && self.has(at, Roles::AHEAD) || is_next {
            return !self.is_of_now(at);
        }
        if self.value(at) != Value::Other {
            return false;
        }
        let word = self.spelling(at);
        match self.language {
            Language::English => false,
            Language::French => {
                word.len() > 5
                    && ["ra", "ront", "rait", "raient"].iter().any(|ending| word.ends_with(ending))
                    && !self.words[at].capital
            }
            Language::Arabic => {
                let word = word.strip_prefix('و').unwrap_or(word);
                ["سي", "ست", "سن"].iter().any(|future| word.starts_with(future))
                    && !["ستة", "ستين", "سيا", "سيد", "سيط", "سير", "سيف", "سنة", "سنو", "سني"]
                        .iter()
                        .any(|other| word.starts_with(other))
            }
        }
    }
}

/// French participles end so.
pub(super) fn is_french_participle(word: &str) -> bool {
    let endings = ["é", "ée", "és", "ées", "i", "ie", "is", "ise", "it", "ite", "u", "ue", "us", "ert", "ort", "int"];
    word.len() > 2 && endings.iter().any(|ending| word.ends_with(ending))
}

/// The beginnings of participles that go with `être`.
pub(super) const ARRIVALS: [&str; 12] =
    ["arriv", "tomb", "mort", "devenu", "venu", "entr", "parti", "rentr", "revenu", "retourn", "parvenu", "intervenu"];

/// Words before a time that tells another more exactly.
const NARROWING: [&str; 9] =
    ["precisely", "exactly", "specifically", "namely", "précisément", "exactement", "notamment", "تحديدا", "تحديداً"];

/// What has a full stop before a name.
const TITLES: [&str; 12] = ["Mr", "Mrs", "Ms", "Dr", "Gen", "Col", "Lt", "Maj", "St", "Mme", "Gén", "Prof"];
