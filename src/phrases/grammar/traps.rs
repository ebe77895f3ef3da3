//! Words beside a phrase that make another date of it, or none: `two years ago this month`, `tomorrow week`, `not two days
//! later`, `On 12 December 1500 people died`.

use std::ops::Range;

use super::super::Key;
use super::super::said::{Said, Year};
use super::super::sense::{Roles, Value};
use super::Reader;

/// So many years before or after the report a number behind a day and a month counts what follows it.
const FAR: i32 = 300;

/// What people count, behind a number that could be a year.
const COUNTED: &str = "people persons civilians soldiers fighters migrants men women children troops refugees families \
                       protesters demonstrators prisoners detainees tonnes tons barrels dollars dinars euros \
                       personnes civils soldats combattants migrants hommes femmes enfants réfugiés familles manifestants \
                       شخص شخصا مدني جندي مقاتل مهاجر رجل امرأة طفل لاجئ عائلة دينار دولار برميل";

/// Verbs of reported speech.
const REPORTED: &str = "said told announced wrote added claimed stated declared reported confirmed denied warned explained \
                        recalled insisted dit déclaré annoncé affirmé écrit ajouté confirmé expliqué indiqué \
                        قال قالت صرح صرحت أعلن أعلنت أكد أكدت أضاف أضافت كتب كتبت ذكر ذكرت أوضح أوضحت";

/// A phrase that was found, with the words that it takes.
pub(in super::super) type Stretch<'s> = (&'s Said, Range<usize>);

impl Reader<'_> {
    /// Whether words beside a phrase may make it another date. `before` and `after` are the phrases next to it.
    pub(in super::super) fn is_trapped(
        &self,
        (said, words): Stretch<'_>,
        before: Option<Stretch<'_>>,
        after: Option<Stretch<'_>>,
        written_on: Option<Key>,
    ) -> bool {
        let Range { start, end } = words;
        let is_ago = |said: &Said| matches!(said, Said::Ago { .. });
        let follows_ago = before.is_some_and(|(before, words)| is_ago(before) && words.end == start);
        if is_relative(said) && follows_ago && self.is_near(start) {
            return true;
        }
        match said {
            Said::Ago { .. } | Said::Counted { .. } => {
                let beside = after.is_some_and(|(after, words)| words.start == end && is_relative(after));
                self.is_part_of_count(start, end) || is_ago(said) && beside && self.is_near(end)
            }
            Said::NamedUnit { .. } => after.is_some_and(|(after, words)| {
                let is_time = matches!(
                    after,
                    Said::Counted { .. } | Said::Ago { .. } | Said::WhichUnit { .. } | Said::Year { .. }
                ) || matches!(after, Said::Month { year: Some(_), .. });
                let is_joined = self.has(end, Roles::IN | Roles::ON) || self.value(end) == Value::Mark(',');
                is_time && (words.start == end || words.start == end + 1 && is_joined)
            }),
            Said::Shift { .. } | Said::Today | Said::Weekday(_) | Said::WhichWeekday { .. } => {
                self.is_near(end) && (self.is(end, "week") || self.is(end, "fortnight"))
            }
            Said::Day { year: Some(Year::Number(year)), .. } | Said::Month { year: Some(Year::Number(year)), .. } => {
                let is_far = written_on.is_some_and(|written_on| (written_on.year - year).abs() >= FAR);
                self.is_near(end) && (is_far || self.is_one_of(end, COUNTED))
            }
            _ => false,
        }
    }

    /// Whether somebody's words are reported between two phrases, the later of which is reckoned from a day that need not
    /// be the report's: `On 4 April 2011 he said that he had left two days ago`.
    pub(in super::super) fn is_reported(&self, said: &Said, between: Range<usize>) -> bool {
        is_relative(said) && between.into_iter().any(|at| self.is_one_of(at, REPORTED))
    }

    /// Whether words before or behind a count make another one of it.
    fn is_part_of_count(&self, start: usize, end: usize) -> bool {
        let is_number = |at: usize| matches!(self.value(at), Value::Cardinal(_) | Value::Number(_, 1..=3));
        let Some(first) = self.words.get(start) else { return false };
        let is_half = self.text[..first.start].trim_end().ends_with(['½', '¼', '¾', '⅓', '⅔']);
        let is_denied = start > 0 && self.is_near(start) && ["not", "pas"].iter().any(|no| self.is(start - 1, no));
        let is_listed = start > 1
            && matches!(self.value(start - 1), Value::Mark(',' | '،'))
            && is_number(start - 2)
            && is_number(start);
        let is_or = ["or", "to", "ou", "à", "أو", "الى", "إلى"].iter().any(|or| self.is(end, or));
        is_half || is_denied || is_listed || is_or && is_number(end + 1)
    }

    fn is_one_of(&self, at: usize, words: &str) -> bool {
        words.split_whitespace().any(|word| self.is(at, word))
    }
}

/// Whether a phrase is reckoned from the report's day.
const fn is_relative(said: &Said) -> bool {
    matches!(
        said,
        Said::Ago { .. }
            | Said::Shift { .. }
            | Said::Today
            | Said::LastNight
            | Said::WhichUnit { .. }
            | Said::WhichMonth { .. }
            | Said::WhichWeekday { .. }
            | Said::DayOfUnit { .. }
            | Said::WeekdayOfUnit { .. }
    )
}
