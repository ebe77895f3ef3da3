//! Phrases among words: at each word the longest phrase that begins there.

mod calendar;
mod numeric;
mod parts;
mod period;
mod range;
mod relative;
mod weekday;
mod ago;
mod elsewhen;
mod named;
mod setting;
mod tense;
mod traps;

use super::language::Language;
use super::said::Said;
use super::sense::{Roles, Value};
use super::words::{Gap, Word};
pub(super) use elsewhen::Sign;

/// The words of a text. An `end` is the index after the last word of what was read.
pub(super) struct Reader<'a> {
    text: &'a str,
    words: &'a [Word],
    language: Language,
}

/// A phrase that was found; without a meaning where it is part of something that is no date.
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) said: Option<Said>,
}

/// What a kind of phrase says, and its end.
type Production<'a> = fn(&Reader<'a>, usize) -> Option<(Said, usize)>;

impl<'a> Reader<'a> {
    /// Where two are equally long, the earlier one wins.
    const PRODUCTIONS: [Production<'a>; 22] = [
        Self::range,
        Self::numeric,
        Self::day_first,
        Self::month_first,
        Self::month_of_year,
        Self::year,
        Self::decade,
        Self::season,
        Self::which_month,
        Self::which_weekday,
        Self::which_unit,
        Self::last_night,
        Self::shift,
        Self::ago,
        Self::night,
        Self::bare_weekday,
        Self::weekday_of_week,
        Self::named_unit,
        Self::named_month,
        Self::counted,
        Self::later_day,
        Self::possessed,
    ];

    pub(super) const fn new(text: &'a str, words: &'a [Word], language: Language) -> Self {
        Self { text, words, language }
    }

    /// The longest phrase that begins at a word.
    pub(super) fn phrase(&self, at: usize) -> Option<Found> {
        let word = self.words.get(at)?;
        let is_plain = word.sense.value == Value::Other && !word.sense.roles.has(Roles::OPENS);
        if is_plain || matches!(word.sense.value, Value::Mark(_)) {
            return None;
        }
        let mut longest: Option<(Said, usize)> = None;
        for production in Self::PRODUCTIONS {
            if let Some(found) = production(self, at)
                && longest.is_none_or(|(_, end)| found.1 > end)
            {
                longest = Some(found);
            }
        }
        let (said, end) = longest?;
        let is_whole = self.begins_clean(at) && self.ends_clean(end);
        Some(Found { start: at, end, said: is_whole.then_some(said) })
    }

    pub(super) const fn count_words(&self) -> usize {
        self.words.len()
    }

    /// Whether the text introduces what comes after it.
    pub(super) fn ends_with_colon(&self) -> bool {
        self.words.last().is_some_and(|word| word.sense.value == Value::Mark(':'))
    }

    /// Where a word stands in the text.
    pub(super) fn range_of(&self, at: usize) -> Option<std::ops::Range<usize>> {
        self.words.get(at).map(|word| word.start..word.end)
    }

    /// The first word from `at` on that begins at an offset of the text or after it.
    pub(super) fn word_from(&self, at: usize, offset: usize) -> usize {
        at + self.words[at..].iter().take_while(|word| word.start < offset).count()
    }

    /// Whether nothing stands between two phrases but what joins them: `on 26 February and on 17 March 2011`.
    pub(super) fn are_joined(&self, end: usize, start: usize) -> bool {
        let joint = |at: usize| {
            self.has(at, Roles::AND | Roles::ON | Roles::IN | Roles::ARTICLE)
                || self.value(at) == Value::Mark(',')
                || ["or", "ou", "أو"].iter().any(|word| self.is(at, word))
        };
        let has_joint = (end..start).any(joint) || self.words.get(start).is_some_and(|word| word.with_and);
        has_joint && start <= end + 3 && (end..start).all(joint)
    }

    /// Whether an *and* or an *or* stands between two phrases.
    pub(super) fn has_conjunction(&self, end: usize, start: usize) -> bool {
        let joins = |at: usize| self.has(at, Roles::AND) || ["or", "ou", "أو"].iter().any(|word| self.is(at, word));
        (end..start).any(joins) || self.words.get(start).is_some_and(|word| word.with_and)
    }

    fn value(&self, at: usize) -> Value {
        self.words.get(at).map_or(Value::Other, |word| word.sense.value)
    }

    fn has(&self, at: usize, roles: Roles) -> bool {
        self.words.get(at).is_some_and(|word| word.sense.roles.has(roles))
    }

    /// Whether the word before `at`, a space apart, has one of the roles.
    fn follows(&self, at: usize, roles: Roles) -> bool {
        at > 0 && self.is_near(at) && self.has(at - 1, roles)
    }

    /// Whether a word stands a space after the one before, and does not begin something new with an Arabic `و`.
    fn is_near(&self, at: usize) -> bool {
        self.is_spaced(at) && !self.words[at].with_and
    }

    fn is_spaced(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.gap == Gap::Space)
    }

    /// The index, if a word stands there a space after the one before.
    fn near(&self, at: usize) -> Option<usize> {
        self.is_near(at).then_some(at)
    }

    /// Passes over a word with one of the roles, if another follows it.
    fn skip(&self, at: usize, roles: Roles) -> usize {
        if self.has(at, roles) && self.is_near(at + 1) { at + 1 } else { at }
    }

    /// The sign that stands glued to what is before it.
    fn glued_mark(&self, at: usize) -> Option<char> {
        match self.words.get(at) {
            Some(Word { gap: Gap::Glued, sense, .. }) => match sense.value {
                Value::Mark(mark) => Some(mark),
                _ => None,
            },
            _ => None,
        }
    }

    fn is_glued(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.gap == Gap::Glued)
    }

    /// Whether the word is spelt so, in ASCII.
    fn is(&self, at: usize, spelling: &str) -> bool {
        self.words.get(at).is_some_and(|word| self.text[word.start..word.end].eq_ignore_ascii_case(spelling))
    }

    /// The word as it is written.
    fn spelling(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &self.text[word.start..word.end])
    }

    /// Whether a word that no phrase has, with a capital, stands there a space after the one before: a name, perhaps.
    fn is_name(&self, at: usize) -> bool {
        self.is_near(at)
            && self.words[at].capital
            && self.words[at].sense.value == Value::Other
            && !self.is_function(at)
    }

    fn is_function(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.sense.roles != Roles::NONE)
    }

    /// Whether the word before, a space apart, is a name that the word at `at` may belong to.
    fn follows_name(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.is_near(at)) else { return false };
        let word = &self.words[before];
        word.capital && word.sense.value == Value::Other && !self.is_function(before)
    }

    /// Whether a sentence begins with the word, as far as that can be seen.
    fn begins_sentence(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.words[at].gap != Gap::Break) else { return true };
        matches!(self.value(before), Value::Mark('.' | '!' | '?' | '…' | ':' | '«' | '“' | '"' | '(' | '-' | '—' | '–'))
    }

    fn begins_clean(&self, at: usize) -> bool {
        if !self.is_glued(at) {
            return true;
        }
        let Some(before) = at.checked_sub(1) else { return true };
        matches!(
            self.value(before),
            Value::Mark('(' | '[' | '{' | '«' | '“' | '„' | '‘' | '"' | '\'' | '*' | '—' | '…' | '،' | '؛')
        )
    }

    fn ends_clean(&self, end: usize) -> bool {
        if self.has(end, Roles::ERA) {
            return false;
        }
        if !self.is_glued(end) || self.has(end, Roles::AD) {
            return true;
        }
        let Value::Mark(mark) = self.value(end) else { return false };
        let and_glued = self.is_glued(end + 1) && !matches!(self.value(end + 1), Value::Mark(_));
        match mark {
            '.' | ',' | ':' | '—' => !and_glued,
            '\'' | '’' => !and_glued || self.is(end + 1, "s"),
            _ => is_closing(mark),
        }
    }

    /// Whether what stands after a bare year shows that the number counts nothing.
    fn stands_alone(&self, end: usize) -> bool {
        let Some(next) = self.words.get(end).filter(|next| next.gap != Gap::Break) else { return true };
        let number_follows = matches!(self.value(end + 1), Value::Number(..));
        match next.sense.value {
            Value::Mark('(' | '[' | '-' | '–' | '—') => !number_follows,
            Value::Mark('.' | ',' | ':' | '«' | '“' | '"' | '\'' | '’') => true,
            Value::Mark(mark) => is_closing(mark),
            _ => next.with_and || next.sense.roles.has(Roles::FOLLOWS),
        }
    }
}

/// Signs that may end a clause or a quotation.
const fn is_closing(mark: char) -> bool {
    matches!(mark, ')' | ']' | '}' | '»' | '”' | '"' | ';' | '!' | '?' | '…' | '،' | '؛' | '؟' | '*')
}
