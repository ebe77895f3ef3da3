//! Dates in digits: `2019-04-04`, `13/04/2019`.

use super::super::said::{Said, Year};
use super::super::sense::{Roles, Value};
use super::Reader;

impl Reader<'_> {
    /// Three numbers with one sign between them.
    pub(super) fn numeric(&self, start: usize) -> Option<(Said, usize)> {
        let (first, digits) = self.number(start)?;
        let separator = self.glued_mark(start + 1)?;
        if self.glued_mark(start + 3) != Some(separator) || !self.is_glued(start + 2) || !self.is_glued(start + 4) {
            return None;
        }
        let (second, second_digits) = self.number(start + 2).filter(|(_, digits)| *digits <= 2)?;
        let (third, third_digits) = self.number(start + 4)?;
        if self.follows(start, Roles::SERIAL) {
            return None;
        }
        let end = start + 5;
        let year = |number: u32| i32::try_from(number).ok().filter(|year| (1000..=2999).contains(year));
        let small = |number: u32| u8::try_from(number).ok().filter(|number| *number > 0);
        match (separator, digits, third_digits) {
            ('-' | '‐' | '‑', 4, 2) | ('/', 4, 1 | 2) if separator == '/' || second_digits == 2 => {
                let month = small(second).filter(|month| *month <= 12)?;
                let day = small(third)?;
                Some((Said::Day { weekday: None, day, month, year: Some(Year::Number(year(first)?)) }, end))
            }
            ('/' | '-' | '.' | '‐' | '‑', 1 | 2, 4) => {
                let (first, second) = (small(first)?, small(second)?);
                let is_date = first.min(second) <= 12 && first.max(second) <= 31;
                is_date.then_some((Said::Numeric { first, second, year: year(third)? }, end))
            }
            _ => None,
        }
    }

    fn number(&self, at: usize) -> Option<(u32, u8)> {
        match self.value(at) {
            Value::Number(number, digits) => Some((number, digits)),
            _ => None,
        }
    }
}
