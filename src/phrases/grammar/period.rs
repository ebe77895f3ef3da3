//! Years, decades and seasons: `in 2011`, `the 1990s`, `au printemps 2019`.

use super::super::language::Language;
use super::super::said::Said;
use super::super::sense::{Roles, Value};
use super::super::words::Gap;
use super::Reader;

/// How far back a verb is looked for that makes years into counts.
const CLAUSE: usize = 8;

impl Reader<'_> {
    /// A year that something shows to be one: a bare number is none.
    pub(super) fn year(&self, start: usize) -> Option<(Said, usize)> {
        if let Some(at) = self.part(start) {
            let at = self.skip(self.skip(at, Roles::ARTICLE), Roles::YEAR);
            let (year, end) = self.bare_year(at)?;
            return Some((Said::Year { part: true, year }, end));
        }
        let at = self.skip(start, Roles::ARTICLE);
        if self.has(at, Roles::YEAR) {
            let (year, end) = self.bare_year(self.near(at + 1)?)?;
            let is_year = match self.language {
                Language::Arabic => !self.follows(start, Roles::EVERY) && !self.is_general(start),
                Language::English | Language::French => at > start && self.stands_alone(end),
            };
            return is_year.then_some((Said::Year { part: false, year }, end));
        }
        let (year, end) = self.bare_year(start)?;
        let is_year = self.follows(start, Roles::IN | Roles::BY)
            && !self.counts(start - 1)
            && self.stands_alone(end)
            && !(self.has(end, Roles::TO) && matches!(self.value(end + 1), Value::Number(..)));
        is_year.then_some((Said::Year { part: false, year }, end))
    }

    /// A number that is a year of our time.
    pub(super) fn bare_year(&self, at: usize) -> Option<(i32, usize)> {
        self.year_number(at).filter(|(year, _)| (1800..2100).contains(year))
    }

    /// A number that may be a year and is not said as one: `resolution 1970 (2011)`.
    pub(in super::super) fn stray_year(&self, at: usize) -> Option<i32> {
        let (year, _) = self.bare_year(at)?;
        let bracket = at > 0 && self.value(at - 1) == Value::Mark('(');
        let begins = self.words[at].gap == Gap::Break;
        ((self.is_near(at) || bracket || begins) && !self.follows(at, Roles::SERIAL)).then_some(year)
    }

    /// Whether a verb of rise or fall stands in the clause before `from` or `by`.
    pub(super) fn counts(&self, preposition: usize) -> bool {
        if !self.has(preposition, Roles::FROM | Roles::BY | Roles::TO) {
            return false;
        }
        let clause = &self.words[preposition.saturating_sub(CLAUSE)..preposition];
        clause
            .iter()
            .rev()
            .take_while(|word| !matches!(word.sense.value, Value::Mark('.' | ';' | '!' | '?')))
            .any(|word| word.sense.roles.has(Roles::CHANGE))
    }

    /// `the 1990s`, `early 1990s`, `les années 1990`.
    pub(super) fn decade(&self, start: usize) -> Option<(Said, usize)> {
        let (part, at) = match self.value(start) {
            Value::Part if !self.has(start, Roles::EDGE) => {
                let hyphen = self.glued_mark(start + 1) == Some('-') && self.is_glued(start + 2);
                (true, if hyphen { start + 2 } else { self.near(start + 1)? })
            }
            _ => (false, self.skip(start, Roles::ARTICLE)),
        };
        if let Value::Decade(year @ 1000..=2990) = self.value(at) {
            return Some((Said::Decade { part, year: i32::from(year) }, at + 1));
        }
        if self.has(at, Roles::YEARS) && !part {
            let (year, end) = self.year_number(self.near(at + 1)?)?;
            return (year % 10 == 0).then_some((Said::Decade { part, year }, end));
        }
        None
    }

    /// `the spring of 2019`, `l'été 2019`, `ربيع عام 2011`.
    pub(super) fn season(&self, start: usize) -> Option<(Said, usize)> {
        let at = self.skip(start, Roles::ARTICLE);
        let Value::Season(season) = self.value(at) else { return None };
        // `the Arab Spring of 2011` is no season, and `il a été` no summer.
        let is_other = match self.language {
            Language::English => self.words[at].capital && self.follows_name(at),
            Language::French => season == 22 && at == start && !self.follows(at, Roles::OF | Roles::IN),
            Language::Arabic => false,
        };
        if is_other {
            return None;
        }
        let (year, end) = self.year_after(at + 1);
        Some((Said::Season { season, year: year? }, end))
    }
}
