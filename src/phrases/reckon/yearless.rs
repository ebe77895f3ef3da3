//! Days and months without a year: the year that their context leaves, if it leaves one only.

use super::super::grammar::Sign;
use super::super::meaning::{Clue, Direction, Doubt, Reckoning};
use super::super::named::{Part, Story, Tense};
use super::super::{Day, Key};
use super::{Reckoned, Report};

/// A date without a year is the one before the report if that is so many days old, unless something speaks against it.
const WEEKS: i64 = 60;
/// So long before the report a date without a year may be, where the tense tells that it is past.
const HALF_YEAR: i64 = 183;
/// How many sentences a year that was named may still be that of a date without one.
pub(super) const FAR: u32 = 3;
/// How far from `two months later` its day may lie.
const A_MONTH: i64 = 31;

/// A date in one of the years that it may be of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dated {
    pub(super) edtf: String,
    pub(super) first: Day,
    pub(super) last: Day,
    /// Whether it is past only when it is over: a range.
    pub(super) is_long: bool,
}

impl Dated {
    pub(super) fn of(key: Key) -> Self {
        let (first, last) = key.bounds();
        Self { edtf: key.to_string(), first, last, is_long: false }
    }

    fn has_begun(&self, end: Day) -> bool {
        (if self.is_long { self.last } else { self.first }) <= end
    }
}

/// What a date without a year may be.
struct Candidates {
    /// The last one that had begun when the report was written, and the next one.
    last: Option<Dated>,
    next: Option<Dated>,
    /// The first one from the dates named before on, and whether it is of their year.
    lent: Option<(Dated, Key, bool)>,
    /// Those of the years that signs of other times tell.
    signed: Vec<Dated>,
}

impl Report<'_> {
    /// Reckons a date without a year. `name` is what it is called, `in_year` the date in a year.
    pub(super) fn yearless(&self, name: &str, in_year: impl Fn(i32) -> Option<Dated>) -> Reckoned {
        let setting = &self.setting;
        let is_clipped = setting.clipped.is_some();
        if let Some(named) = setting.beside.filter(|_| !is_clipped)
            && let Some(dated) = in_year(named.year)
        {
            return Ok((dated.edtf, Reckoning::YearBeside { named }));
        }
        if let Some((dated, named)) = self.closer(&in_year).filter(|_| !is_clipped) {
            return Ok((dated.edtf, Reckoning::YearOf { named }));
        }
        let (last, next) = self.around(&in_year);
        let lent = self.lent(&in_year);
        let signed = self.signed_years().filter_map(&in_year).collect();
        let candidates = Candidates { last, next, lent, signed };
        self.decide(name, &candidates).map_err(|doubt| (doubt, self.candidates(candidates)))
    }

    /// The one that tells more exactly when something was: `two months later, on 13 July`.
    fn closer(&self, in_year: impl Fn(i32) -> Option<Dated>) -> Option<(Dated, Key)> {
        let frame = &self.setting.named.frame;
        let named = frame.all.last()?.key;
        if !self.setting.is_closer || self.setting.is_quoted || frame.has_unknown || frame.age > 0 {
            return None;
        }
        let (from, to) = named.bounds();
        let fits = |dated: &Dated| days(from, dated.first) >= -A_MONTH && days(dated.last, to) >= -A_MONTH;
        let fitting: Vec<Dated> = (named.year - 1..=named.year + 1).filter_map(in_year).filter(fits).collect();
        match <[Dated; 1]>::try_from(fitting) {
            Ok([only]) => Some((only, named)),
            Err(_) => None,
        }
    }

    fn decide(&self, name: &str, candidates: &Candidates) -> Result<(String, Reckoning), Doubt> {
        let setting = &self.setting;
        let Candidates { last, next, lent, .. } = candidates;
        if setting.is_quoted || !setting.is_adverbial || setting.clipped.is_some() {
            return Err(Doubt::NoYear);
        }
        let is_ahead = matches!(setting.tense, Tense::Ahead | Tense::Both);
        if let (Some((lent, named, true)), false) = (lent, is_ahead)
            && self.may_lend(lent, *named, last.as_ref())
        {
            return Ok((lent.edtf.clone(), Reckoning::YearOf { named: *named }));
        }
        let (Some(written_on), Some(last)) = (self.written_on, last) else { return Err(Doubt::NoYear) };
        let is_next = setting.side == Some(Direction::After);
        let meant = next.as_ref().filter(|_| is_next).unwrap_or(last);
        let end = written_on.bounds().1;
        let days_ago = days(last.last.min(end), end);
        let days_ahead = next.as_ref().map_or(i64::MAX, |next| days(end, next.first));
        let frame = &setting.named.frame;
        let has_unknown = if setting.side.is_some() { frame.has_stray } else { frame.has_unknown };
        if has_unknown && (frame.age <= FAR || days_ago > WEEKS) {
            return Err(Doubt::NoYear);
        }
        if let Some(named) = self.other_year(meant, lent.as_ref(), days_ago <= WEEKS && !is_next) {
            return Err(Doubt::OtherYear { named });
        }
        let told = |dated: &Dated, direction, clue| {
            if let Some(doubt) = self.elsewhen(|_| true, dated.first.year) {
                return Err(doubt);
            }
            let name = name.to_owned();
            Ok((dated.edtf.clone(), Reckoning::Told { name, direction, written_on, clue }))
        };
        if is_ahead {
            let is_clear = is_next && self.is_of_report(days_ago > HALF_YEAR);
            return match next {
                Some(next) if setting.tense == Tense::Ahead && days_ahead <= WEEKS && days_ago > HALF_YEAR => {
                    told(next, Direction::After, Clue::Weeks)
                }
                Some(next) if is_clear => told(next, Direction::After, Clue::Tense),
                _ => Err(Doubt::NoYear),
            };
        }
        if days_ago <= WEEKS {
            return told(last, Direction::Before, Clue::Weeks);
        }
        if setting.side == Some(Direction::Before) {
            return told(last, Direction::Before, Clue::Tense);
        }
        Err(Doubt::NoYear)
    }

    /// Whether the text tells of the report's own time, so that what it calls the future is that of the report: some tell of
    /// the past in the future. `may_be_past` tells whether the last one is old enough that it can't be meant.
    fn is_of_report(&self, is_old: bool) -> bool {
        let frame = &self.setting.named.frame;
        let is_far = frame.age > FAR && self.setting.named.story == Story::Unbegun;
        is_old || frame.all.is_empty() && !frame.has_stray || is_far || self.names_these_days(WEEKS)
    }

    /// Whether all dates named last are of so many days before the report, or after it.
    pub(super) fn names_these_days(&self, limit: i64) -> bool {
        let frame = &self.setting.named.frame;
        let is_near = |end: Day| {
            let is_near = |key: Key| key.month != 0 && days(key.bounds().1, end) <= limit || key.bounds().0 > end;
            frame.all.iter().all(|date| is_near(date.key))
        };
        !frame.has_unknown && self.written_on.is_some_and(|written_on| is_near(written_on.bounds().1))
    }

    /// The first one that is not before the dates named in this sentence or the one before, if these have one year.
    fn lent(&self, in_year: impl Fn(i32) -> Option<Dated>) -> Option<(Dated, Key, bool)> {
        let frame = &self.setting.named.frame;
        let latest = frame.all.iter().map(|date| date.key).max_by_key(|key| key.bounds().0)?;
        if frame.age > FAR && self.story(latest.year) == 0 || frame.all.iter().any(|date| date.key.year != latest.year)
        {
            return None;
        }
        let from = latest.bounds().0;
        let own = in_year(latest.year).filter(|dated| dated.first >= from).map(|dated| (dated, latest, true));
        own.or_else(|| in_year(latest.year + 1).map(|dated| (dated, latest, false)))
    }

    /// Whether the year named before is surely that of the date.
    fn may_lend(&self, lent: &Dated, named: Key, last: Option<&Dated>) -> bool {
        let frame = &self.setting.named.frame;
        let is_past = self.written_on.is_none_or(|written_on| lent.has_begun(written_on.bounds().1));
        let is_far = frame.age > 1;
        let goes_on = !is_far || self.setting.tense == Tense::Past && self.story(named.year) > 0;
        if frame.has_unknown || self.setting.near.is_some() || !goes_on || !is_past || self.differs_after(named.year) {
            return false;
        }
        if last.is_some_and(|last| last == lent) {
            return true;
        }
        // A date of a few weeks before the report may be that of the report's own time.
        let is_close = !is_far && named.month != 0 && days(named.bounds().0, lent.first) <= HALF_YEAR / 2;
        let is_chain = is_close && frame.age == 0 && self.setting.tense == Tense::Past && self.story(named.year) > 1;
        // So does the paragraph that has told three things of it, and nothing of any other.
        let goes_through = self.setting.side == Some(Direction::Before)
            && self.story(named.year) > 2
            && !setting_names_other(&self.setting.behind, named.year);
        let limit = match (is_chain || goes_through, is_close) {
            // A sentence that goes on with the third thing of a year stays in it.
            (true, _) => -1,
            (false, true) => WEEKS,
            (false, false) => HALF_YEAR / 2,
        };
        let is_old = match (self.written_on, last) {
            (Some(written_on), Some(last)) => days(last.last, written_on.bounds().1) > limit,
            _ => true,
        };
        let tell = frame.all.iter().any(|date| date.part == Part::Tells);
        is_old && tell && !frame.is_elsewhere && (frame.age == 0 || named.month != 0)
    }

    /// Of how many things of that year the paragraph has told so far, if of none else, in the order in which they happened.
    fn story(&self, year: i32) -> u32 {
        match self.setting.named.story {
            Story::Told(last, count) if last.year == year && last.month != 0 => count,
            _ => 0,
        }
    }

    /// A date named nearby that is of another year than the last one before the report, and may lend it its own.
    fn other_year(&self, last: &Dated, lent: Option<&(Dated, Key, bool)>, is_recent: bool) -> Option<Key> {
        let frame = &self.setting.named.frame;
        if let Some(after) = self.setting.after.filter(|after| after.year != last.first.year) {
            return Some(after);
        }
        if lent.is_some_and(|(lent, _, _)| lent == last) || is_recent && frame.age > FAR {
            return None;
        }
        // A date of the report's own year leaves the convention of newspapers as it is.
        let own_year = self.written_on.map(|written_on| written_on.year);
        let differs = |year: i32| year != last.first.year && Some(year) != own_year;
        let other = frame.all.iter().rev().find(|date| differs(date.key.year))?.key;
        // After 27 November 2019, 19 January is that of the year after.
        let is_next = is_recent && lent.is_some_and(|(_, _, is_own_year)| !is_own_year) && frame.age > 0;
        (!is_next).then_some(other)
    }

    /// Why the year of the report's time is not surely that of the date: its text speaks of another time. `may_be` tells
    /// whether the date may be of a year.
    pub(super) fn elsewhen(&self, may_be: impl Fn(i32) -> bool, year: i32) -> Option<Doubt> {
        let setting = &self.setting;
        if setting.clipped.is_some() || setting.named.is_elsewhen {
            return Some(Doubt::OtherTime);
        }
        // Behind a date the report's own year says nothing new.
        let own = self.written_on.map(|written_on| written_on.year);
        let behind = setting.behind.iter().filter(|sign| !matches!(sign, Sign::Year(year) if Some(*year) == own));
        behind.chain(&setting.above).find_map(|sign| match *sign {
            Sign::Year(other) if other == year || !may_be(other) => None,
            Sign::Year(other) => Key::new(other, 0, 0).map(|named| Doubt::OtherYear { named }),
            Sign::Month(_) | Sign::Unknown => Some(Doubt::OtherTime),
        })
    }

    /// The years that signs of other times tell.
    fn signed_years(&self) -> impl Iterator<Item = i32> {
        let setting = &self.setting;
        let own = self.written_on.map_or(2000, |written_on| written_on.year);
        let clipped = setting.clipped.and_then(|digits| i32::try_from(digits).ok()).map(|digits| {
            let year = own - own.rem_euclid(100) + digits;
            if year > own { year - 100 } else { year }
        });
        let named = setting.above.iter().chain(&setting.behind).filter_map(|sign| match sign {
            Sign::Year(year) => Some(*year),
            Sign::Month(_) | Sign::Unknown => None,
        });
        clipped.into_iter().chain(named)
    }

    fn differs_after(&self, year: i32) -> bool {
        self.setting.after.is_some_and(|after| after.year != year)
    }

    /// What it may be, the likeliest first.
    fn candidates(&self, candidates: Candidates) -> Vec<String> {
        let Candidates { last, next, lent, signed } = candidates;
        let is_early = |dated: &Dated| self.written_on.is_none_or(|written_on| dated.has_begun(written_on.bounds().1));
        let lent = lent.filter(|(dated, _, is_own_year)| *is_own_year && is_early(dated)).map(|(dated, _, _)| dated);
        let mut told = Vec::new();
        let signed = signed.into_iter().filter(is_early);
        for dated in last.into_iter().chain(lent).chain(signed).chain(next) {
            if !told.contains(&dated.edtf) {
                told.push(dated.edtf);
            }
        }
        told
    }

    /// The last one that has begun when the report's time ends, and the next one.
    fn around(&self, in_year: impl Fn(i32) -> Option<Dated>) -> (Option<Dated>, Option<Dated>) {
        // A leap day is missing for eight years at most.
        const YEARS: i32 = 8;
        let Some(written_on) = self.written_on else { return (None, None) };
        let end = written_on.bounds().1;
        let year = written_on.year;
        let last = (year - YEARS..=year).rev().find_map(|year| in_year(year).filter(|dated| dated.has_begun(end)));
        let next = (year..=year + YEARS).find_map(|year| in_year(year).filter(|dated| !dated.has_begun(end)));
        (last, next)
    }
}

fn setting_names_other(signs: &[Sign], year: i32) -> bool {
    signs.iter().any(|sign| !matches!(sign, Sign::Year(other) if *other == year))
}

fn days(from: Day, to: Day) -> i64 {
    to.days_since_epoch() - from.days_since_epoch()
}
