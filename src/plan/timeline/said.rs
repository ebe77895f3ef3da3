//! Dates in the words of the page's language, each put into words once.

use std::collections::HashMap;
use std::sync::{OnceLock, PoisonError, RwLock};

use super::measure::width;
use super::scale::Unit;
use crate::edtf::{Date, Key};
use crate::matter::Str;
use crate::theme::{Words, date_short, key_words};

/// What was said before, in one language.
#[derive(Debug, Default)]
pub(in crate::plan) struct Memory {
    dates: RwLock<HashMap<Date, Str>>,
    short: RwLock<HashMap<Key, Str>>,
    full: RwLock<HashMap<Key, Str>>,
    months: OnceLock<Vec<Str>>,
    widest: [OnceLock<f64>; 2],
}

impl Memory {
    /// A day, month or year in words, with its year.
    pub(in crate::plan) fn key(&self, words: &Words, key: Key) -> Str {
        remembered(&self.full, &key, || key_words(words, key).into())
    }
}

/// The words, and what was said in them.
#[derive(Clone, Copy)]
pub(super) struct Said<'s> {
    pub(super) words: &'s Words,
    pub(super) memory: &'s Memory,
}

impl Said<'_> {
    /// A date in few words: "4 Apr", "since 2011".
    pub(super) fn date(&self, date: &Date) -> Str {
        remembered(&self.memory.dates, date, || date_short(self.words, date).into())
    }

    /// A year, month or day in few words: "4 Apr", "Apr 2019", "2019".
    pub(super) fn short(&self, key: Key) -> Str {
        let say = || Date::from_key(key).map_or_else(|| "".into(), |date| date_short(self.words, &date).into());
        remembered(&self.memory.short, &key, say)
    }

    /// The same with its year: "4 April 2019", "Apr 2019".
    pub(super) fn full(&self, key: Key) -> Str {
        if key.day == 0 {
            return self.short(key);
        }
        self.memory.key(self.words, key)
    }

    /// What stands at a tick: a month without its year, but for the first of a year.
    pub(super) fn tick(&self, key: Key) -> Str {
        match key {
            Key { month: 2.., day: 0, .. } => self.months()[usize::from(key.month) - 1].clone(),
            Key { month: 1, day: 1, .. } => self.full(key),
            _ => self.short(key),
        }
    }

    fn months(&self) -> &[Str] {
        self.memory.months.get_or_init(|| {
            let say = |key: &str| self.words.get(key, &[]);
            let month = |n: u8| say(&format!("month-{n}.short")).or_else(|| say(&format!("month-{n}")));
            (1..=12).map(|n| month(n).map_or_else(|| n.to_string().into(), Str::from)).collect()
        })
    }

    /// The width of the widest tick of a unit, about.
    pub(super) fn widest(&self, unit: Unit, size: f64) -> f64 {
        let month = || self.months().iter().map(|month| width(month, size)).fold(0.0, f64::max);
        match unit {
            Unit::Year => 4.0 * 0.64 * size,
            Unit::Month => *self.memory.widest[0].get_or_init(month),
            Unit::Day => *self.memory.widest[1].get_or_init(|| {
                let day = |month: u8| Key::new(2019, month, 28).map_or(0.0, |key| width(&self.short(key), size));
                (1..=12).map(day).fold(0.0, f64::max)
            }),
        }
    }
}

fn remembered<K: Clone + Eq + std::hash::Hash>(
    memory: &RwLock<HashMap<K, Str>>,
    key: &K,
    say: impl FnOnce() -> Str,
) -> Str {
    let known = memory.read().unwrap_or_else(PoisonError::into_inner).get(key).cloned();
    known.unwrap_or_else(|| {
        let text = say();
        memory.write().unwrap_or_else(PoisonError::into_inner).insert(key.clone(), text.clone());
        text
    })
}
