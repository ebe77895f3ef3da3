//! Signs that words speak of another time than the report's: `a century ago`, `the following year`, `the 1999 war`.

use super::super::Unit;
use super::super::language::Language;
use super::super::sense::{Roles, Value};
use super::Reader;

/// A sign of a time that may be another than the report's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Sign {
    /// A year.
    Year(i32),
    /// A month without its year, as a heading.
    Month(u8),
    /// A time that has no number, or none that is reckoned with.
    Unknown,
}

/// How far before a length of time stands what counts from it: `il y a plus de vingt ans`, `وبعد ذلك بعشرين عاماً`.
const REACH: usize = 5;

/// Words of other times.
const TIMES: [&str; 29] = [
    "century",
    "centuries",
    "twenties",
    "thirties",
    "forties",
    "fifties",
    "sixties",
    "seventies",
    "eighties",
    "nineties",
    "siècle",
    "siècles",
    "jadis",
    "autrefois",
    "naguère",
    "قرن",
    "القرن",
    "قرون",
    "القرون",
    "بقرن",
    "بقرون",
    "قرنين",
    "آنذاك",
    "حينذاك",
    "وقتذاك",
    "يومذاك",
    "وقتئذ",
    "يومئذ",
    "حينئذ",
];
/// Lengths of time beside those in years.
const LENGTHS: [&str; 14] = [
    "decade",
    "decades",
    "generation",
    "generations",
    "décennie",
    "décennies",
    "générations",
    "عقود",
    "عقدين",
    "بعقود",
    "بعقدين",
    "أجيال",
    "بأجيال",
    "بعقد",
];

impl Reader<'_> {
    /// The sign of another time at a word. The beginning of what still goes on is none.
    pub(in super::super) fn sign(&self, at: usize) -> Option<Sign> {
        let is_since = self.is_since(at)
            || at > 0 && self.has(at - 1, Roles::YEAR | Roles::YEARS | Roles::ARTICLE) && self.is_since(at - 1);
        if is_since {
            return None;
        }
        if let Some(year) = self.stray_year(at).or_else(|| self.early_year(at)) {
            return Some(Sign::Year(year));
        }
        self.is_other_time(at).then_some(Sign::Unknown)
    }

    /// A year of earlier centuries, where something shows that it is one: `in 1517`, `(1517)`.
    fn early_year(&self, at: usize) -> Option<i32> {
        let (year, end) = self.year_number(at)?;
        let in_bracket = at > 0 && self.value(at - 1) == Value::Mark('(') && self.value(end) == Value::Mark(')');
        (in_bracket || self.follows(at, Roles::IN | Roles::YEAR)).then_some(year)
    }

    /// The signs of another time in a heading, where a month is one too.
    pub(in super::super) fn signs_of_heading(&self) -> Vec<Sign> {
        let month = |at: usize| match self.month(at) {
            Some((month, _)) => Some(Sign::Month(month)),
            None => self.clipped_year(at).map(|_| Sign::Unknown),
        };
        let is_year = |at: &usize| !self.follows(*at, Roles::SERIAL);
        let year =
            |at: usize| Some(at).filter(is_year).and_then(|at| self.year_number(at)).map(|(year, _)| Sign::Year(year));
        let signs = (0..self.words.len()).filter_map(|at| year(at).or_else(|| self.sign(at)).or_else(|| month(at)));
        let signs: Vec<Sign> = signs.collect();
        // The month of a year has no sign of its own.
        let has_year = signs.iter().any(|sign| matches!(sign, Sign::Year(_)));
        signs.into_iter().filter(|sign| !has_year || !matches!(sign, Sign::Month(_))).collect()
    }

    /// Two digits behind a day that may be those of its year: `12 December '99`.
    pub(in super::super) fn clipped_year(&self, end: usize) -> Option<u32> {
        let two = |at: usize| match self.value(at) {
            Value::Number(number, 2) => Some(number),
            _ => None,
        };
        let mark = self.skip_comma(end);
        if self.is_apostrophe(mark) {
            return two(mark + 1);
        }
        let in_bracket = self.value(end) == Value::Mark('(') && self.value(end + 2) == Value::Mark(')');
        if in_bracket { two(end + 1) } else { two(end).filter(|_| self.is_spaced(end)) }
    }

    /// Whether an apostrophe stands for the century of a year: `in '99`.
    fn is_apostrophe(&self, at: usize) -> bool {
        let is_mark = matches!(self.value(at), Value::Mark('\'' | '’' | '‘' | 'ʼ' | '`' | '´'));
        is_mark && self.is_glued(at + 1) && matches!(self.value(at + 1), Value::Number(_, 2)) && !self.is_glued(at)
    }

    /// Where the sentence after the one that ends with a sign ends.
    pub(in super::super) fn next_sentence_end(&self, end: usize) -> usize {
        let next = (end + 1).min(self.words.len());
        self.sentence(next, next).end
    }

    fn is_other_time(&self, at: usize) -> bool {
        matches!(self.value(at), Value::Decade(_))
            || self.is_apostrophe(at)
            || self.is_then(at)
            || self.hangs_on_year(at)
            || match self.language {
                Language::English => self.is_counted_english(at),
                Language::French => self.is_counted_french(at),
                Language::Arabic => self.is_counted_arabic(at),
            }
    }

    /// `back then`, `in the nineties`, `à l'époque`, `في التسعينيات`.
    fn is_then(&self, at: usize) -> bool {
        let word = self.spelling(at);
        let word = if self.language == Language::Arabic { word.strip_prefix('و').unwrap_or(word) } else { word };
        if TIMES.iter().any(|time| word.eq_ignore_ascii_case(time)) {
            return true;
        }
        let after = |spelling: &str| at > 0 && self.is(at - 1, spelling);
        match self.language {
            Language::English => {
                let is_decade = word.len() == 3 && word.ends_with("0s");
                let at_the_time = self.is(at, "time") && after("the") && at > 1 && self.is(at - 2, "at");
                is_decade
                    || self.is(at, "then") && after("back")
                    || self.is(at, "ago") && after("long")
                    || self.is(at, "days") && after("those")
                    || self.is(at, "years") && after("those")
                    || self.is(at, "war") && after("world")
                    || at_the_time && !self.has(at + 1, Roles::OF)
            }
            Language::French => {
                let is_decade = self.has(at, Roles::YEARS)
                    && self.is_near(at + 1)
                    && matches!(self.value(at + 1), Value::Number(..) | Value::Cardinal(_));
                is_decade || word == "mondiale" && after("guerre") || word == "époque" && !self.has(at + 1, Roles::OF)
            }
            Language::Arabic => {
                word == "العالمية" && at > 0 && self.spelling(at - 1).ends_with("الحرب")
                    || word.ends_with("ينيات")
                    || word.ends_with("ينات")
            }
        }
    }

    /// `the following year`, `that year`, `last year`.
    fn hangs_on_year(&self, at: usize) -> bool {
        let named = self.unit_with_named(at).is_some_and(|(unit, by, end)| {
            let is_general = self.language == Language::Arabic && (self.is_general(at) || self.is_general(end - 1));
            !is_general && (unit == Unit::Year || unit == Unit::Month && by != 0)
        });
        named || self.unit_with_which(at).is_some_and(|(unit, which, _)| unit == Unit::Year && which != 0)
    }

    /// Whether a length of time stands at a word, by its unit: whether it is in years, or in months.
    fn length(&self, at: usize) -> Option<bool> {
        let is_long = LENGTHS.iter().any(|length| self.spelling(at).eq_ignore_ascii_case(length));
        match self.unit(at) {
            Some((Unit::Year, _)) => Some(true),
            Some((Unit::Month, _)) => Some(false),
            _ => is_long.then_some(true),
        }
    }

    /// `twenty years before`, `decades later`; months only where nothing follows that they are counted from.
    fn is_counted_english(&self, at: usize) -> bool {
        let Some(is_long) = self.length(at) else { return false };
        let is = |words: &[&str]| words.iter().any(|word| self.is(at + 1, word));
        if !self.is_near(at + 1) {
            return false;
        }
        let is_side = is(&["later", "earlier", "afterwards", "previously"]);
        let is_bound = is(&["before", "after", "on", "prior"]) && self.ends_part(at + 2);
        is_side || is_bound || is_long && is(&["ago", "before", "after", "prior", "back", "hence"])
    }

    /// `il y a vingt ans`, `vingt ans plus tôt`, `l'année d'après`.
    fn is_counted_french(&self, at: usize) -> bool {
        let Some(is_long) = self.length(at) else { return false };
        let is = |at: usize, words: &[&str]| words.iter().any(|word| self.is(at, word) || self.spelling(at) == *word);
        let next = if is(at + 1, &["d'", "d’"]) { at + 2 } else { at + 1 };
        let is_side = is(next, &["auparavant"]) || is(next, &["plus"]) && is(next + 1, &["tard", "tôt"]);
        let is_bound = is(next, &["avant", "après"]);
        let there_is = |back: usize| {
            is(back, &["voici", "voilà"]) || is(back, &["il"]) && is(back + 1, &["y"]) && is(back + 2, &["a"])
        };
        let is_ago = is_long && self.before(at).any(there_is);
        is_side || is_bound && (is_long || self.ends_part(next + 1)) || is_ago
    }

    /// `قبل عشرين عاماً`, `وبعد ذلك بعقود`; no year with its number.
    fn is_counted_arabic(&self, at: usize) -> bool {
        // `عقد` is `held` too.
        let is_decade = self.spelling(at) == "عقد" && self.ends_part(at + 1);
        let Some(is_long) = self.length(at).or(is_decade.then_some(true)) else { return false };
        let is_year = matches!(self.value(at + 1), Value::Number(..));
        if is_year || self.spelling(at).starts_with("ال") {
            return false;
        }
        self.before(at).take_while(|back| !self.has(*back, Roles::IN) || self.is_spelt(*back, "منذ")).any(|back| {
            let is_side = self.is_spelt(back, "قبل") || self.is_spelt(back, "بعد") || self.is_spelt(back, "بعدها");
            // A war that has gone on for years is one of these days.
            let is_apart = self.begins_sentence(back) || self.is_after_comma(back);
            let is_since = self.is_spelt(back, "منذ") && is_apart && self.ends_part(at + 1);
            let is_whole = self.is_spelt(back + 1, "ذلك") || self.ends_part(at + 1);
            is_side && (is_long || is_whole) || is_since && is_long
        })
    }

    fn is_spelt(&self, at: usize, word: &str) -> bool {
        let spelling = self.spelling(at);
        spelling.strip_prefix('و').unwrap_or(spelling) == word
    }

    /// The words before one, backwards, as far as no sign parts them from it.
    fn before(&self, at: usize) -> impl Iterator<Item = usize> {
        (at.saturating_sub(REACH)..at).rev().take_while(|back| !matches!(self.value(*back), Value::Mark(_)))
    }

    /// Whether a part of the sentence ends before a word.
    fn ends_part(&self, at: usize) -> bool {
        self.words.get(at).is_none_or(|word| matches!(word.sense.value, Value::Mark(_)))
    }
}
