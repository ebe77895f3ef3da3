//! The tense of a French clause.

use super::super::super::sense::{Roles, Value};
use super::super::Reader;
use super::super::setting::{ARRIVALS, is_french_participle};
use super::Verb;

/// What may stand between an auxiliary and its participle, beside adverbs in `-ment`.
const BETWEEN: [&str; 17] = [
    "été",
    "pas",
    "déjà",
    "aussi",
    "ensuite",
    "également",
    "ainsi",
    "alors",
    "encore",
    "jamais",
    "bien",
    "enfin",
    "tous",
    "elle",
    "il",
    "eux",
    "donc",
];

/// Ends of verbs in the future which no past has: `tira` may be either.
const FUTURES: [&str; 12] =
    ["era", "dra", "ettra", "attra", "aîtra", "evra", "urra", "artira", "ortira", "nira", "ttra", "ront"];
/// Words that end so and are no verbs.
const NO_FUTURES: [&str; 8] = ["front", "affront", "opera", "caméra", "opéra", "choléra", "engendra", "encadra"];

impl Reader<'_> {
    pub(super) fn past_french(&self, at: usize) -> Option<Verb> {
        let cues = self.cues();
        let verb = |end: usize| {
            let participle = end - 1;
            // The feminine and the plural go with the same verb.
            let is_of = |table| self.is_cue(participle, table) || self.is_inflected(participle, table);
            Verb { start: at, end, is_loose: is_of(&cues.loose), is_holding: is_of(&cues.holding) }
        };
        if let Some(end) = self.compound(at) {
            // `était annoncé` may be of what lay ahead.
            let is_planned = verb(end).is_loose && self.is_copula_french(at);
            return (!is_planned).then(|| verb(end));
        }
        if self.is_copula_french(at) {
            return None;
        }
        let word = self.spelling(at);
        let is_simple = self.has(at, Roles::PAST) || ["èrent", "irent", "urent"].iter().any(|end| word.ends_with(end));
        if is_simple {
            return Some(verb(at + 1));
        }
        let sentence = self.sentence(at, at + 1);
        // In reported speech it may stand for a present or a future.
        let is_reported = sentence.clone().any(|at| self.is(at, "que") || self.spelling(at).starts_with("qu"));
        let is_imperfect = (word.ends_with("ait") || word.ends_with("aient"))
            && word.len() > 5
            && !["rait", "raient", "trait", "parfait", "fait", "souhait"].iter().any(|other| word.ends_with(other))
            && self.value(at) == Value::Other
            && !self.words[at].capital;
        (is_imperfect && !is_reported && !self.takes_tense(at)).then(|| Verb { is_loose: true, ..verb(at + 1) })
    }

    fn is_copula_french(&self, at: usize) -> bool {
        ["était", "étaient", "fut", "furent", "eut", "eurent"].iter().any(|word| self.spelling(at) == *word)
    }

    /// An auxiliary with its participle: `a annoncé`, `s'est tenue`, `avait été signé`; and the end.
    fn compound(&self, at: usize) -> Option<usize> {
        let is = |words: &[&str]| words.iter().any(|word| self.is(at, word) || self.spelling(at) == *word);
        let has = is(&["a", "ont", "avait", "avaient", "eut", "eurent"]);
        let was = is(&["était", "étaient", "fut", "furent"]);
        let is_own = at > 0 && ["s'", "s’", "se"].iter().any(|word| self.spelling(at - 1).eq_ignore_ascii_case(word));
        let arrives = is(&["est", "sont"]);
        if !has && !was && !arrives {
            return None;
        }
        let is_passed =
            |at: usize| BETWEEN.iter().any(|word| self.spelling(at) == *word) || self.spelling(at).ends_with("ment");
        let mut next = at + 1;
        while next <= at + 3 && is_passed(next) {
            next += 1;
        }
        let participle = self.spelling(next);
        let is_verb = self.is_near(next)
            && is_french_participle(participle)
            && !self.words[next].capital
            && !self.has(next, Roles::AHEAD)
            && !self.is_prevu(next)
            && !matches!(participle, "lui" | "qui" | "plus" | "dis" | "puis" | "ici" | "tout" | "ainsi" | "depuis");
        let is_arrival = ARRIVALS.iter().any(|stem| participle.starts_with(stem));
        (is_verb && (has || was || is_own || is_arrival)).then_some(next + 1)
    }

    /// Whether a participle is the feminine or the plural of one in a table.
    fn is_inflected(&self, at: usize, table: &super::Table) -> bool {
        let word = self.spelling(at).to_lowercase();
        let forms = [word.strip_suffix("es"), word.strip_suffix('s'), word.strip_suffix('e')];
        forms.into_iter().flatten().any(|form| table.has(form))
    }

    /// `Haftar, le 12 décembre, a annoncé`
    pub(super) fn between_french(&self, before: usize, end: usize) -> bool {
        let is_aside = matches!(self.value(before), Value::Mark(',')) && matches!(self.value(end), Value::Mark(','));
        is_aside && self.words.get(end + 1).is_some() && self.compound(end + 1).is_some()
    }

    /// `de partir`, `à manifester`, `pour se réunir`.
    pub(super) fn infinitive_french(&self, at: usize) -> bool {
        let opens = ["de", "d'", "d’", "à", "pour"].iter().any(|word| self.spelling(at).eq_ignore_ascii_case(word));
        let is_verb = |at: usize| {
            let word = self.spelling(at);
            self.words.get(at).is_some_and(|word| !word.capital)
                && word.len() > 3
                && ["er", "ir", "oir", "re"].iter().any(|end| word.ends_with(end))
                && self.value(at) == Value::Other
                && !["guerre", "mer", "leur", "terre"].contains(&word)
        };
        let is_clitic = |at: usize| {
            ["se", "s'", "s’", "le", "la", "l'", "l’", "les", "y", "ne", "pas", "lui"]
                .iter()
                .any(|word| self.spelling(at) == *word)
        };
        opens && (is_verb(at + 1) || is_clitic(at + 1) && is_verb(at + 2))
    }

    pub(super) fn takes_tense_french(&self, at: usize) -> bool {
        let word = self.spelling(at);
        // `s'il`
        let is_condition = ["s'", "s’"].iter().any(|it| word.eq_ignore_ascii_case(it))
            && ["il", "ils"].iter().any(|it| self.is(at + 1, it));
        let is_verb = self.value(at) == Value::Other && !self.words[at].capital && word.len() > 5;
        let is_future = ["ra", "ront", "rait", "raient"].iter().any(|end| word.ends_with(end));
        is_condition || is_verb && is_future && !self.has(at, Roles::PAST) || self.is_cue(at, &self.cues().future)
    }

    /// `auront lieu`, `se tiendra`, `doit partir`, `est prévu`.
    pub(super) fn future_french(&self, at: usize) -> bool {
        let word = self.spelling(at);
        if ["aura", "auront"].contains(&word) {
            return self.is(at + 1, "lieu");
        }
        if ["doit", "doivent"].contains(&word) {
            return !(at + 1..at + 4).any(|at| self.is(at, "avoir"));
        }
        if ["est", "sont"].contains(&word) {
            return self.is_prevu(at + 1);
        }
        let is_verb = self.value(at) == Value::Other && !self.words[at].capital && word.len() > 4;
        self.is_cue(at, &self.cues().future)
            || is_verb
                && FUTURES.iter().any(|end| word.ends_with(end))
                && !NO_FUTURES.contains(&word)
                && !self.has(at, Roles::PAST)
    }

    /// Whether a participle without its auxiliary belongs to a thing: `l'accord signé à Paris`.
    pub(super) fn participle_alone(&self, at: usize, from: usize) -> bool {
        let is_of_noun = at > 0 && self.has(at - 1, Roles::ARTICLE | Roles::OF | Roles::EVERY);
        let goes_on = at + 1 == from
            || ["à", "en", "par", "dans", "sur", "au", "avec", "entre"]
                .iter()
                .any(|word| self.spelling(at + 1) == *word);
        let is_planned = self.is_prevu(at) || self.is_future(at);
        let after_be = (at.saturating_sub(2)..at)
            .any(|at| ["être", "sera", "seront"].iter().any(|word| self.spelling(at) == *word));
        self.value(at) == Value::Other
            && is_french_participle(self.spelling(at))
            && !self.is(at, "lieu")
            && !self.words[at].capital
            && !is_of_noun
            && goes_on
            && !is_planned
            && !after_be
    }

    /// `prévu`, `attendues`, `programmée`
    pub(super) fn is_prevu(&self, at: usize) -> bool {
        ["prévu", "attendu", "programmé"].iter().any(|stem| self.spelling(at).starts_with(stem))
    }
}
