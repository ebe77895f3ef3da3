//! The tense of an Arabic clause, whose verb stands in front.

use super::super::super::lexicon::Lexicon;
use super::super::super::normal::normalise;
use super::super::super::sense::{Roles, Value};
use super::super::Reader;
use super::{Place, Verb, stripped};

/// Participles of things that were done.
const OF_THINGS: [&str; 12] = [
    "الموقع",
    "الموقعة",
    "المبرم",
    "المبرمة",
    "المعلن",
    "المعلنة",
    "الصادر",
    "الصادرة",
    "المنعقد",
    "المنعقدة",
    "المعتمد",
    "المعتمدة",
];

impl Reader<'_> {
    pub(super) fn past_arabic(&self, at: usize) -> Option<Verb> {
        let cues = self.cues();
        let follows_noun = at > 0
            && (self.has(at - 1, Roles::IN | Roles::OF | Roles::TO | Roles::AGO | Roles::BOUND | Roles::EVERY)
                || ["على", "عن", "بسبب", "مع", "بعد", "لم", "عدم"].iter().any(|word| self.is_spelt_word(at - 1, word)));
        let is_after_verb = at > 0 && (self.is_spelt_word(at - 1, "قد") || self.has(at - 1, Roles::WHICH));
        // `قتل` is killed and killing.
        let is_noun = self.is_cue(at, &cues.adjectives) && !is_after_verb && !self.spelling(at).contains('\u{64f}');
        if !self.is_past_arabic(at) || follows_noun || is_noun {
            return None;
        }
        // A subject of one word may stand behind its verb.
        Some(Verb {
            start: at,
            end: at + 1,
            is_loose: self.is_cue(at, &cues.loose),
            is_holding: self.is_cue(at, &cues.holding),
        })
    }

    /// Whether a verb of the past stands behind a phrase in front.
    pub(super) fn past_verb_in_front(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| !word.quoted)
            && self.is_past_arabic(at)
            && !["كان", "كانت"].iter().any(|word| self.is_spelt_word(at, word))
    }

    pub(super) fn is_past_arabic(&self, at: usize) -> bool {
        if self.words.get(at).is_none_or(|word| matches!(word.sense.value, Value::Mark(_))) {
            return false;
        }
        let mut spelling = String::new();
        normalise(self.spelling(at), &mut spelling);
        let lexicon = Lexicon::of(self.language);
        let is_past = |word: &str| lexicon.sense(word).is_some_and(|sense| sense.roles.has(Roles::PAST));
        is_past(&spelling) || stripped(&spelling).is_some_and(is_past) || self.is_cue(at, &self.cues().past)
    }

    /// `قد يزور`, `يستعد`, `ستعلن`: no verb of the past.
    pub(super) fn takes_tense_arabic(&self, at: usize) -> bool {
        let word = self.spelling(at);
        let word = stripped(word).unwrap_or(word);
        let is_present = word.starts_with('ي') && word.chars().count() > 3 && self.value(at) == Value::Other;
        is_present && !self.is_past_arabic(at) || self.word_is_ahead(at)
    }

    /// Whether a verb of what is to come stands before a phrase, or right behind one in front, and nothing between that has
    /// a day of its own: `الاتفاق الموقع في`.
    pub(super) fn is_future_of(&self, place: &Place) -> bool {
        let is_of_thing = place.from > 0 && OF_THINGS.iter().any(|word| self.is_spelt_word(place.from - 1, word));
        let precedes = (place.clause.start..place.from).any(|at| self.future_arabic(at));
        (precedes || self.is_in_front(place) && self.future_arabic(self.skip_comma(place.end))) && !is_of_thing
    }

    /// Whether another verb or a purpose may begin: `والتقى … ويزور`, `اتفاق لسحب القوات`, `قبل لقاء`.
    pub(super) fn joins_arabic(&self, at: usize) -> bool {
        let word = self.spelling(at);
        let is_purpose = word.starts_with('ل')
            && word.chars().count() > 3
            && !["لل", "ليب", "لجن", "لبن", "لند", "لقا"].iter().any(|other| word.starts_with(other));
        if is_purpose && self.value(at) == Value::Other || self.has(at, Roles::AGO | Roles::BOUND) {
            return true;
        }
        ["وي", "وست", "وسي", "وسن"].iter().any(|start| word.starts_with(start)) && self.value(at) == Value::Other
    }

    pub(super) fn future_arabic(&self, at: usize) -> bool {
        let is_planned =
            ["مقرر", "المقرر", "مقررة", "المقررة", "يعتزم", "تعتزم"].iter().any(|word| self.is_spelt_word(at, word));
        is_planned || self.is_cue(at, &self.cues().future)
    }
}
