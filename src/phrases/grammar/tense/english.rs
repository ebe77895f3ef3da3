//! The tense of an English clause.

use super::super::super::sense::{Roles, Value};
use super::super::Reader;
use super::Verb;

/// What may stand between an auxiliary and its participle.
const AUXILIARY_REACH: usize = 3;

/// Words behind a participle that belongs to the noun before it: `troops sent by Turkey`.
const PREPOSITIONS: [&str; 19] = [
    "in", "at", "by", "near", "from", "with", "to", "for", "under", "on", "into", "against", "inside", "outside", "of",
    "during", "over", "around", "through",
];

impl Reader<'_> {
    pub(super) fn past_english(&self, at: usize, from: usize) -> Option<Verb> {
        let word = &self.words[at];
        if word.capital || self.is_hyphenated(at) || !self.may_be_past_english(at) {
            return None;
        }
        let cues = self.cues();
        let verb = Verb {
            start: at,
            end: at + 1,
            is_loose: self.is_cue(at, &cues.loose),
            is_holding: self.is_cue(at, &cues.holding),
        };
        if ["been", "done"].iter().any(|word| self.is(at, word)) {
            return None;
        }
        if self.is(at, "did") {
            if from == at + 1 {
                return None;
            }
            let end = if self.is(at + 1, "not") { at + 3 } else { at + 2 };
            return Some(Verb { end, is_loose: true, ..verb });
        }
        if self.is_auxiliary(at) {
            // What was may have been to be; an auxiliary says something only with its verb, or with nothing behind it.
            let is_whole = from == at + 1 && !self.is(at, "had");
            let has_verb = (at + 1..=at + AUXILIARY_REACH).any(|next| self.is_participle_english(next));
            return (is_whole || from == usize::MAX && has_verb).then_some(Verb { is_loose: true, ..verb });
        }
        if self.is_cue(at, &cues.intransitive) {
            return Some(verb);
        }
        if self.has_auxiliary(at) {
            return (!self.is_promised(at)).then_some(verb);
        }
        let before = at.checked_sub(1);
        let is_of_noun = before.is_some_and(|before| {
            let is_adverb = self.spelling(before).ends_with("ly") && before > 0;
            let article = if is_adverb { before - 1 } else { before };
            self.has(article, Roles::ARTICLE | Roles::OF | Roles::EVERY)
                || PREPOSITIONS.iter().any(|word| self.is(article, word))
                || ["his", "her", "its", "their"].iter().any(|word| self.is(article, word))
        });
        let goes_on = at + 1 != from && PREPOSITIONS.iter().any(|word| self.is(at + 1, word));
        let is_of_phrase = before.is_none() || matches!(before.map(|at| self.value(at)), Some(Value::Mark(_)));
        (!is_of_noun && !goes_on && (!is_of_phrase || self.is_after_comma(at))).then_some(verb)
    }

    /// Whether a verb may be one of the past, participles among them.
    pub(super) fn may_be_past_english(&self, at: usize) -> bool {
        let cues = self.cues();
        let word = self.spelling(at);
        let is_regular = word.len() >= 5 && word.ends_with("ed") && self.value(at) == Value::Other;
        let is_past = self.has(at, Roles::PAST) || is_regular || self.is_cue(at, &cues.past);
        let is_planned = self.has(at, Roles::AHEAD) || self.is_cue(at, &cues.modal) && !self.is_won(at);
        is_past && !is_planned && (!self.is_cue(at, &cues.adjectives) || self.has(at, Roles::PAST))
    }

    fn is_auxiliary(&self, at: usize) -> bool {
        ["was", "were", "had", "did"].iter().any(|word| self.is(at, word))
    }

    fn is_participle_english(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| !word.capital) && !self.is_auxiliary(at) && self.may_be_past_english(at)
    }

    /// Whether an auxiliary of the past stands a few words before a participle.
    fn has_auxiliary(&self, at: usize) -> bool {
        let from = at.saturating_sub(AUXILIARY_REACH);
        let mut before = (from..at).rev().take_while(|at| !matches!(self.value(*at), Value::Mark(_)));
        before.any(|at| self.is_auxiliary(at))
    }

    /// Whether something was promised, in the passive: `help was promised in December`.
    fn is_promised(&self, at: usize) -> bool {
        let from = at.saturating_sub(AUXILIARY_REACH);
        let is_passive = (from..at).any(|at| ["was", "were", "been"].iter().any(|word| self.is(at, word)));
        let promises =
            ["promised", "pledged", "called", "requested", "demanded", "proposed", "invited", "wanted", "needed"];
        is_passive && promises.iter().any(|word| self.is(at, word))
    }

    /// Whether a word is joined to another: `Haftar-led`.
    fn is_hyphenated(&self, at: usize) -> bool {
        let is_hyphen = |at: usize| matches!(self.value(at), Value::Mark('-' | '‑' | '‐'));
        at > 0 && self.is_glued(at) && is_hyphen(at - 1) || self.is_glued(at + 1) && is_hyphen(at + 1)
    }

    pub(super) fn between_english(&self, before: usize, end: usize) -> bool {
        let is_subject = self.words[before].capital && !self.is_cue(before, &self.cues().events)
            || matches!(self.value(before), Value::Mark(')' | ','))
            || ["he", "she", "they", "it"].iter().any(|word| self.is(before, word));
        let is_verb = self.is_near(end) && !self.words[end].capital && !self.is_auxiliary(end);
        is_subject
            && is_verb
            && self.may_be_past_english(end)
            && !self.is_hyphenated(end)
            && !self.is_cue(end, &self.cues().adjectives)
            && !PREPOSITIONS.iter().any(|word| self.is(end + 1, word) && !self.is_cue(end, &self.cues().intransitive))
    }

    /// Whether `to` stands before a verb, as far as can be seen: `agreed to meet`, but not `went to Tripoli`.
    pub(super) fn infinitive_english(&self, at: usize) -> bool {
        let Some(next) = self.words.get(at + 1).filter(|_| self.is(at, "to")) else { return false };
        let is_noun = next.capital
            || self.has(at + 1, Roles::ARTICLE | Roles::EVERY)
            || matches!(self.value(at + 1), Value::Number(..) | Value::Cardinal(_) | Value::Named(..) | Value::Mark(_))
            || ["his", "her", "its", "their", "them", "him", "it"].iter().any(|word| self.is(at + 1, word));
        !is_noun
    }

    /// `will`, `won't`, `is due`, `are expected`, `is to`.
    pub(super) fn future_english(&self, at: usize) -> bool {
        if self.is_cue(at, &self.cues().future) || self.is(at, "won") && !self.is_won(at) {
            return true;
        }
        if self.is(at, "ll") {
            return at > 0 && matches!(self.value(at - 1), Value::Mark('\'' | '’'));
        }
        let is_present = ["is", "are"].iter().any(|word| self.is(at, word));
        let plans = ["due", "set", "scheduled", "planned", "slated", "expected", "to"];
        is_present && plans.iter().any(|word| self.is(at + 1, word))
    }
}
