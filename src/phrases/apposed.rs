//! Two phrases beside each other of which one says again what the other says: `yesterday, Thursday,`.

use super::Key;
use super::finds::{Find, What};
use super::grammar::Reader;
use super::meaning::{Doubt, Meaning, Unit};
use super::named::key;
use super::said::{Said, Year};

impl Said {
    /// Whether it is a day that is counted from another: `yesterday`, `three days later`.
    pub(super) const fn is_counted_day(&self) -> bool {
        matches!(
            self,
            Self::Shift { .. } | Self::NamedUnit { unit: Unit::Day, .. } | Self::Counted { unit: Unit::Day, .. }
        )
    }

    /// Whether it is this day; `None` where it does not name a day of its own.
    pub(super) fn names(&self, key: Key) -> Option<bool> {
        match *self {
            Self::Day { day, month, year, .. } => {
                let is_year = |year| !matches!(year, Year::Number(year) if year != key.year);
                Some((day, month) == (key.day, key.month) && year.is_none_or(is_year))
            }
            Self::Weekday(weekday) => Some(key.day != 0 && key.bounds().0.weekday() == weekday),
            _ => None,
        }
    }

    /// Whether it is a day with its year.
    pub(super) const fn has_year(&self) -> bool {
        matches!(self, Self::Day { year: Some(Year::Number(_)), .. })
    }

    /// The phrase that names a certain day.
    pub(super) const fn of_day(key: Key) -> Self {
        Self::Day { weekday: None, day: key.day, month: key.month, year: Some(Year::Number(key.year)) }
    }
}

impl Reader<'_> {
    /// Whether nothing but a comma, and perhaps a preposition, stands between two phrases: `yesterday, on 19 December`.
    pub(super) fn are_apposed(&self, end: usize, start: usize) -> bool {
        self.is_after_comma(end + 1) && self.are_joined(end, start) && !self.has_conjunction(end, start)
    }
}

/// The phrase that names again the day which this one counts: behind it, or before it where this one is an aside.
pub(super) fn apposed(reader: &Reader<'_>, finds: &[Find], index: usize) -> Option<Said> {
    let find = finds.get(index).filter(|find| find.phrase().is_some_and(|(said, _)| said.is_counted_day()))?;
    let is_aside = reader.is_after_comma(find.end + 1) || reader.ends_sentence(find.end);
    let before = index.checked_sub(1).map(|before| &finds[before]);
    let before = before.filter(|before| is_aside && reader.are_apposed(before.end, find.start));
    let behind = finds.get(index + 1).filter(|behind| reader.are_apposed(find.end, behind.start));
    behind.into_iter().chain(before).find_map(|find| match find.what {
        What::Said(said) => matches!(said, Said::Day { .. } | Said::Weekday(_)).then_some(said),
        What::Known(date) => date.filter(|date| date.day != 0).map(Said::of_day),
        What::Nothing => None,
    })
}

/// Makes both of two phrases that stand beside each other doubtful if one counts a day and the other names none of those that
/// it may be.
pub(super) fn compare((said, meaning): (&Said, &mut Meaning), (beside, meaning_beside): (&Said, &mut Meaning)) {
    let (counted, naming) = match (said.is_counted_day(), beside.is_counted_day()) {
        (true, false) => (&*meaning, beside),
        (false, true) => (&*meaning_beside, said),
        _ => return,
    };
    if !contradict(counted, naming) {
        return;
    }
    let mut all = candidates(meaning).to_vec();
    all.extend(candidates(meaning_beside).iter().filter(|edtf| !candidates(meaning).contains(edtf)).cloned());
    for meaning in [meaning, meaning_beside] {
        *meaning = Meaning::CannotTell { doubt: Doubt::Beside, candidates: all.clone() };
    }
}

/// Makes a phrase that counts a day doubtful if what stands beside it names another.
pub(super) fn doubt_unless(naming: &Said, counted: &mut Meaning) {
    if contradict(counted, naming) {
        *counted = Meaning::CannotTell { doubt: Doubt::Beside, candidates: candidates(counted).to_vec() };
    }
}

/// Whether a day is named that is none of those which were counted.
fn contradict(counted: &Meaning, naming: &Said) -> bool {
    let names = |edtf: &String| key(edtf).and_then(|key| naming.names(key));
    let told: Vec<bool> = candidates(counted).iter().filter_map(names).collect();
    !told.is_empty() && !told.contains(&true)
}

/// What a phrase may mean.
const fn candidates(meaning: &Meaning) -> &[String] {
    match meaning {
        Meaning::Date { edtf, .. } => std::slice::from_ref(edtf),
        Meaning::CannotTell { candidates, .. } => candidates.as_slice(),
    }
}
