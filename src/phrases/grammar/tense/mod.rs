//! Whether the clause of a phrase speaks plainly of the past, or plainly of what is to come.
//!
//! A date goes with a verb of the past where it stands directly behind it (`arrived on Friday`), between it and its subject
//! (`Haftar on Friday announced`), in front (`On Friday he left`), or behind its object, if nothing between them may have a
//! day of its own (`took the airport on Friday`, but not `discussed the vote on Friday`). Whatever may be another
//! clause's, a plan's, a condition's or a habit's is not plain.

mod arabic;
mod english;
mod french;

use std::ops::Range;

use super::super::cues::{Cues, Table};
use super::super::language::Language;
use super::super::meaning::Direction;
use super::super::normal::normalise;
use super::super::sense::{Roles, Value};
use super::Reader;

/// How far behind its verb a date may stand, in words.
const REACH: usize = 12;

/// A phrase in its sentence.
#[derive(Clone)]
struct Place {
    /// Its first word, a preposition before it included, and the end.
    from: usize,
    end: usize,
    /// The clause around it: from the sign or the word that begins it to that which ends it.
    clause: Range<usize>,
    /// Whether the clause is about a thing or what somebody says: another may go on behind it.
    is_relative: bool,
}

/// A verb of the past before a phrase.
#[derive(Clone, Copy)]
struct Verb {
    /// Its first word, and the end of it: `a été signé`.
    start: usize,
    end: usize,
    /// Whether what it is about may lie ahead.
    is_loose: bool,
    /// Whether it holds what is planned otherwise.
    is_holding: bool,
}

impl Reader<'_> {
    /// The side of the report's day that the clause of a phrase speaks of, where that is beyond doubt.
    pub(in super::super) fn told_side(&self, start: usize, end: usize) -> Option<Direction> {
        let place = self.place(start, end)?;
        if self.goes_with_past(&place) {
            Some(Direction::Before)
        } else if self.goes_with_future(&place) {
            Some(Direction::After)
        } else {
            None
        }
    }

    /// Where a phrase stands; `None` where its sentence tells nothing plainly.
    fn place(&self, start: usize, end: usize) -> Option<Place> {
        let cues = self.cues();
        let sentence = self.sentence(start, end);
        let is_question = matches!(self.value(sentence.end), Value::Mark('?' | '؟'));
        let has_habit = sentence.clone().any(|at| self.is_cue(at, &cues.habit));
        if is_question || has_habit || self.begins_condition(sentence.start) {
            return None;
        }
        let is_sign = |at: usize| matches!(self.value(at), Value::Mark(';' | '؛' | ':' | '(' | ')' | '—' | '–' | '…'));
        let is_bound = |at: &usize| is_sign(*at) || self.is_cue(*at, &cues.bounds);
        let from = self.preposition(start)?;
        let before = (sentence.start..from).rev().find(is_bound);
        let is_relative = before.is_some_and(|at| self.is_cue(at, &cues.relative));
        let is_condition = before.is_some_and(|at| self.is_cue(at, &cues.modal));
        // What tells which thing is meant may be of any time: `the revolution that began on 17 February`.
        let tells_which = is_relative && before.is_some_and(|at| at > 0 && !self.may_govern(at - 1));
        let first = before.map_or(sentence.start, |at| at + 1);
        let last = (end..sentence.end).find(is_bound).unwrap_or(sentence.end);
        (!is_condition && !tells_which).then_some(Place { from, end, clause: first..last, is_relative })
    }

    /// Whether a clause begins behind a word that is none about a thing: after a verb, or a comma.
    fn may_govern(&self, at: usize) -> bool {
        matches!(self.value(at), Value::Mark(_)) || self.is_cue(at, &self.cues().loose) || self.may_be_past(at)
    }

    /// The first word of a phrase with its preposition, if that is one of a time at which something was or will be.
    fn preposition(&self, start: usize) -> Option<usize> {
        if self.is_since(start) || self.is_bound(start) {
            return None;
        }
        if self.follows(start, Roles::ON | Roles::IN) {
            return Some(start - 1);
        }
        let follows_other = self.follows(start, Roles::TO | Roles::OF | Roles::BY | Roles::FROM | Roles::AND);
        // `à la mi-avril`
        let has_article = self.language == Language::French
            && start > 1
            && self.is(start - 1, "la")
            && self.follows(start - 1, Roles::TO);
        if has_article {
            return Some(start - 2);
        }
        let has_other = self.language == Language::French
            && ["pour", "vers", "dans"].iter().any(|word| start > 0 && self.is_near(start) && self.is(start - 1, word));
        (!follows_other && !has_other).then_some(start)
    }

    fn goes_with_past(&self, place: &Place) -> bool {
        if self.is_in_front(place) {
            return self.follows_past(place);
        }
        self.is_between(place) || self.verb_before(place).is_some_and(|verb| self.goes_with_verb(place, verb))
    }

    /// Whether a phrase begins its sentence, or what comes after a semicolon.
    fn is_in_front(&self, place: &Place) -> bool {
        let first = place.clause.start;
        let begins = first == 0
            || self.ends_sentence(first - 1)
            || matches!(self.value(first - 1), Value::Mark(';' | '؛'))
            || self.language == Language::Arabic && self.is_after_comma(first);
        let at = match self.value(first) {
            Value::Mark('«' | '“' | '"' | '-' | '—' | '–') => first + 1,
            _ => first,
        };
        begins && (place.from == first || place.from == at)
            || self.language == Language::Arabic
                && place.from > 0
                && self.words[place.from].with_and
                && self.is_after_comma(place.from)
    }

    /// Whether a phrase goes with the verb before it: directly, or with its object between.
    fn goes_with_verb(&self, place: &Place, verb: Verb) -> bool {
        let cues = self.cues();
        let starts = self.segment(place);
        if (starts..verb.start).chain(place.clause.start..starts).any(|at| self.takes_tense(at)) {
            return false;
        }
        let adverbs = ["late", "early", "again", "there", "here", "tard", "hier"];
        let is_adverb = |at: usize| adverbs.iter().any(|word| self.is(at, word));
        // An Arabic subject stands behind its verb.
        let is_subject = self.language == Language::Arabic && place.from == verb.end + 1;
        let has_event = (verb.end..place.from).any(|at| self.is_cue(at, &cues.events));
        let is_direct = (verb.end..place.from).all(is_adverb) || is_subject && !has_event;
        let is_planned = verb.start > 0 && self.is_cue(verb.start - 1, &cues.events);
        let is_open = (place.end..place.clause.end).any(|at| self.takes_tense(at));
        if is_direct {
            // `elections promised in May`, `elections held in May would`
            let is_about_event = (place.clause.start..verb.start).any(|at| self.is_cue(at, &cues.events));
            return !(verb.is_loose && is_about_event || is_planned && is_open);
        }
        let is_event = has_event && !verb.is_holding;
        let is_parted = (verb.end..place.from).any(|at| self.takes_tense(at) || self.is_joint(at));
        !verb.is_loose && !place.is_relative && !is_event && !is_parted && !is_open
    }

    /// The nearest verb of the past before a phrase, in the part of its clause that commas leave.
    fn verb_before(&self, place: &Place) -> Option<Verb> {
        let from = self.segment(place).max(place.from.saturating_sub(REACH));
        (from..place.from).rev().find_map(|at| self.past_verb(at, place.from))
    }

    /// Where the part of the clause begins that a comma leaves before a phrase.
    fn segment(&self, place: &Place) -> usize {
        let is_comma = |at: &usize| matches!(self.value(*at), Value::Mark(',' | '،')) && !self.is_glued(*at + 1);
        (place.clause.start..place.from).rev().find(is_comma).map_or(place.clause.start, |at| at + 1)
    }

    /// A finite verb of the past that begins at a word; `from` is where the phrase begins that may stand behind it.
    fn past_verb(&self, at: usize, from: usize) -> Option<Verb> {
        if self.words[at].quoted {
            return None;
        }
        match self.language {
            Language::English => self.past_english(at, from),
            Language::French => self.past_french(at),
            Language::Arabic => self.past_arabic(at),
        }
    }

    /// Whether a phrase stands between a subject and its verb: `Haftar on Friday announced`.
    fn is_between(&self, place: &Place) -> bool {
        let Some(before) = place.from.checked_sub(1).filter(|_| place.from > place.clause.start) else { return false };
        if (place.clause.start..place.from).any(|at| self.takes_tense(at)) || place.is_relative {
            return false;
        }
        match self.language {
            Language::English => self.between_english(before, place.end),
            Language::French => self.between_french(before, place.end),
            Language::Arabic => false,
        }
    }

    /// Whether the clause that a phrase stands in front of has its first verb in the past, and nothing else.
    fn follows_past(&self, place: &Place) -> bool {
        let first = self.skip_comma(place.end);
        let first =
            if first == place.end && matches!(self.value(first), Value::Mark(',' | '،')) { first + 1 } else { first };
        if self.language == Language::Arabic {
            let at = if self.is_spelt_word(first, "قد") { first + 1 } else { first };
            return self.past_verb_in_front(at);
        }
        let is_open = (first..place.clause.end).any(|at| self.takes_tense(at) || self.is_of_today(at));
        let last = place.clause.end.min(first + REACH);
        !is_open && (first..last).any(|at| self.past_verb(at, usize::MAX).is_some())
    }

    fn goes_with_future(&self, place: &Place) -> bool {
        let sentence = self.sentence(place.from, place.end);
        if sentence.clone().any(|at| self.may_be_past(at)) {
            return false;
        }
        let clause = place.clause.clone();
        let is_future = |at: usize| !self.words[at].quoted && self.is_future(at);
        let mut has_future = false;
        let mut at = clause.start;
        while at < clause.end {
            let skipped = if is_future(at) { self.future_end(at) } else { at };
            if skipped > at {
                has_future = true;
                at = skipped;
            } else if self.takes_tense(at) && !self.is_infinitive(at) {
                return false;
            } else {
                at += 1;
            }
        }
        let is_of_thing = match self.language {
            Language::English => false,
            Language::French => (clause.start..place.from).any(|at| self.participle_alone(at, place.from)),
            Language::Arabic => !self.is_future_of(place),
        };
        has_future && !place.is_relative && !is_of_thing
    }

    /// Whether a word may take the tense of its clause away: a modal verb, a condition, a plan.
    fn takes_tense(&self, at: usize) -> bool {
        if self.words[at].quoted {
            return false;
        }
        let is_next = matches!(self.value(at), Value::Which(1, _) | Value::Shift(1));
        is_next
            || self.is_cue(at, &self.cues().modal) && !self.is_won(at)
            || self.is_infinitive(at)
            || match self.language {
                Language::English => self.is(at, "may") && !self.words[at].capital || self.is(at, "might"),
                Language::French => self.takes_tense_french(at),
                Language::Arabic => self.takes_tense_arabic(at),
            }
    }

    /// Whether a word is the verb `won`, which `won't` is not.
    fn is_won(&self, at: usize) -> bool {
        self.language == Language::English
            && self.is(at, "won")
            && !matches!(self.value(at + 1), Value::Mark('\'' | '’'))
    }

    /// Whether words that are no object follow a conjunction: `left Moscow and returns on Friday`.
    fn is_joint(&self, at: usize) -> bool {
        let joins = match self.language {
            Language::Arabic => return self.joins_arabic(at),
            Language::English => ["and", "or", "but", "then", "not"],
            Language::French => ["et", "ou", "mais", "puis", "ni"],
        };
        let next = at + 1;
        let is_object = self.has(next, Roles::ARTICLE)
            || self.words.get(next).is_some_and(|word| word.capital)
            || matches!(self.value(next), Value::Number(..) | Value::Cardinal(_))
            || ["his", "her", "its", "their", "sa", "son", "ses", "leur", "leurs", "des", "du"]
                .iter()
                .any(|it| self.is(next, it));
        joins.iter().any(|word| self.is(at, word)) && !is_object
    }

    /// Whether a verb of the present stands there, as far as its place shows: `Haftar visits the`.
    fn is_of_today(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.language == Language::English && self.is_near(at)) else {
            return false;
        };
        let word = &self.words[at];
        let is_subject = self.words[before].capital || ["he", "she", "it"].iter().any(|it| self.is(before, it));
        let is_object = self.is_near(at + 1)
            && (self.has(at + 1, Roles::ARTICLE | Roles::EVERY) || self.words[at + 1].capital)
            || ["his", "her", "its", "their"].iter().any(|it| self.is(at + 1, it));
        let is_verb = !word.capital && self.spelling(at).ends_with('s') && word.sense.value == Value::Other;
        is_verb && is_subject && is_object && !self.is_function(at)
    }

    fn begins_condition(&self, at: usize) -> bool {
        match self.language {
            Language::English => ["had", "were", "should"].iter().any(|word| self.is(at, word)),
            Language::French | Language::Arabic => false,
        }
    }

    fn is_infinitive(&self, at: usize) -> bool {
        match self.language {
            Language::English => self.infinitive_english(at),
            Language::French => self.infinitive_french(at),
            Language::Arabic => false,
        }
    }

    fn may_be_past(&self, at: usize) -> bool {
        if self.words[at].quoted {
            return false;
        }
        match self.language {
            // `will be held`
            Language::English => {
                let is_passive = (at.saturating_sub(2)..at).any(|at| self.is(at, "be"));
                self.may_be_past_english(at) && !is_passive
            }
            Language::French => self.word_is_past(at),
            // `من المقرر عقد`
            Language::Arabic => self.is_past_arabic(at) && !(at > 0 && self.takes_tense(at - 1)),
        }
    }

    fn is_future(&self, at: usize) -> bool {
        match self.language {
            Language::English => self.future_english(at),
            Language::French => self.future_french(at),
            Language::Arabic => self.future_arabic(at),
        }
    }

    /// The end of the words that say what is to come, those included that would take the tense away elsewhere.
    fn future_end(&self, at: usize) -> usize {
        let goes_on = |at: &usize| {
            let words =
                ["be", "not", "due", "set", "scheduled", "planned", "slated", "expected", "to", "être", "المقرر"];
            words.iter().any(|word| self.is(*at, word) || self.spelling(*at) == *word) || self.is_prevu(*at)
        };
        let after = (at + 1..self.words.len()).take_while(goes_on).count();
        at + 1 + after
    }

    fn cues(&self) -> &'static Cues {
        Cues::of(self.language)
    }

    /// Whether a word is among those of a table.
    fn is_cue(&self, at: usize, table: &Table) -> bool {
        if self.words.get(at).is_none_or(|word| matches!(word.sense.value, Value::Mark(_) | Value::Number(..))) {
            return false;
        }
        let mut spelling = String::new();
        normalise(self.spelling(at), &mut spelling);
        let stripped = match self.language {
            Language::Arabic => stripped(&spelling),
            Language::English | Language::French => None,
        };
        table.has(&spelling) || stripped.is_some_and(|word| table.has(word)) || self.is_joined_noun(&spelling, table)
    }

    /// Whether an Arabic noun, with its article or whatever is joined to it, is among those of a table: `للانتخابات`, `بزيارة`.
    fn is_joined_noun(&self, spelling: &str, table: &Table) -> bool {
        if self.language != Language::Arabic || !std::ptr::eq(table, &raw const self.cues().events) {
            return false;
        }
        let word = stripped(spelling).unwrap_or(spelling);
        let noun = word.strip_prefix("لل").or_else(|| word.strip_prefix(['ب', 'ل', 'ك'])).unwrap_or(word);
        let noun = noun.strip_prefix("ال").unwrap_or(noun);
        table.has_stem_of(noun)
    }

    fn is_spelt_word(&self, at: usize, word: &str) -> bool {
        let spelling = self.spelling(at);
        spelling == word || spelling.strip_prefix('و') == Some(word)
    }
}

/// An Arabic word without the conjunction that is joined to it.
fn stripped(spelling: &str) -> Option<&str> {
    spelling.strip_prefix(['و', 'ف'])
}
