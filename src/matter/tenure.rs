//! Whether an office was held on a day, and whether an actor was there at all, as far as their bounds tell.

use super::{ActorMatter, Role};
use crate::edtf::{Date, Day};

/// Whether an office was held on a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// It was not.
    No,
    /// The bounds do not tell: one is not known, or too vague.
    Perhaps,
    /// It was, on the whole of the date.
    Yes,
}

impl Role {
    /// Whether the office was held on a date. A bound that is a month or a year leaves open on which of its days the office
    /// began or ended; one that is not given is not known.
    #[must_use]
    pub fn held_on(&self, date: &Date) -> Held {
        self.begun_by(date).min(self.lasts_until(date))
    }

    fn begun_by(&self, date: &Date) -> Held {
        let Some(from) = &self.from else { return if self.open { Held::Yes } else { Held::Perhaps } };
        let (Some((earliest, latest)), Some((first, last))) = (span(from), span(date)) else { return Held::Perhaps };
        match () {
            () if first >= latest => Held::Yes,
            () if last < earliest && is_certain(from) => Held::No,
            () => Held::Perhaps,
        }
    }

    fn lasts_until(&self, date: &Date) -> Held {
        match &self.to {
            Some(to) => until(to, date),
            None if self.lasts => Held::Yes,
            None => Held::Perhaps,
        }
    }
}

impl ActorMatter {
    /// Whether one of its offices was held on a date: none is by who has died, or what has been dissolved.
    #[must_use]
    pub fn held_on(&self, role: &Role, date: &Date) -> Held {
        role.held_on(date).min(self.to.as_ref().map_or(Held::Yes, |to| until(to, date)))
    }

    /// The actor's end, if it is for certain earlier than that of an office: where that lasts, or ends on a later day.
    #[must_use]
    pub fn outlasted_by(&self, role: &Role) -> Option<&Date> {
        let end = self.to.as_ref().filter(|to| is_certain(to))?;
        let last = end.bounds().1?;
        let is_later = |to: &Date| is_certain(to) && to.bounds().0.is_some_and(|first| first > last);
        (role.lasts || role.to.as_ref().is_some_and(is_later)).then_some(end)
    }

    /// Whether a date is for certain later than the actor's end.
    #[must_use]
    pub fn is_gone_by(&self, date: &Date) -> bool {
        let end = self.to.as_ref().filter(|to| is_certain(to)).and_then(|to| to.bounds().1);
        end.zip(date.bounds().0).is_some_and(|(end, first)| first > end && is_certain(date))
    }

    /// Whether a date is for certain earlier than the actor's beginning.
    #[must_use]
    pub fn is_yet_to_come_on(&self, date: &Date) -> bool {
        let beginning = self.from.as_ref().filter(|from| is_certain(from)).and_then(|from| from.bounds().0);
        beginning.zip(date.bounds().1).is_some_and(|(beginning, last)| last < beginning && is_certain(date))
    }
}

/// Whether what ends with `to` lasts for the whole of a date.
fn until(to: &Date, date: &Date) -> Held {
    let (Some((earliest, latest)), Some((first, last))) = (span(to), span(date)) else { return Held::Perhaps };
    match () {
        () if last <= earliest => Held::Yes,
        () if first > latest && is_certain(to) => Held::No,
        () => Held::Perhaps,
    }
}

/// The first and the last day of a date that has both.
fn span(date: &Date) -> Option<(Day, Day)> {
    let (first, last) = date.bounds();
    first.zip(last)
}

/// Whether a date has no mark that says it is uncertain or approximate.
fn is_certain(date: &Date) -> bool {
    !date.as_str().contains(['?', '~', '%'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Option<Date> {
        (!text.is_empty() && text != "..").then(|| Date::parse(text).unwrap())
    }

    fn held(from: &str, to: &str, on: &str) -> Held {
        let (open, lasts) = (from == "..", to == "..");
        let role = Role { from: date(from), open, to: date(to), lasts, ..Role::default() };
        role.held_on(&date(on).unwrap())
    }

    #[test]
    fn an_office_is_held_from_its_first_day_to_its_last() {
        assert_eq!(held("2015-03-02", "2019-04-04", "2015-03-02"), Held::Yes);
        assert_eq!(held("2015-03-02", "2019-04-04", "2019-04-04"), Held::Yes);
        assert_eq!(held("2015-03-02", "2019-04-04", "2015-03-01"), Held::No);
        assert_eq!(held("2015-03-02", "2019-04-04", "2019-04-05"), Held::No);
        assert_eq!(held("2015", "2019-04", "2019-03-31"), Held::Yes);
        assert_eq!(held("2015", "2019-04", "2019-04-30"), Held::Perhaps);
        assert_eq!(held("2015", "2019-04", "2019-05"), Held::No);
        assert_eq!(held("2015", "..", "2030"), Held::Yes);
        assert_eq!(held("..", "2015", "1900-01-01"), Held::Yes);
    }

    #[test]
    fn what_is_not_known_is_not_said() {
        assert_eq!(held("2015", "", "2019"), Held::Perhaps);
        assert_eq!(held("", "2015", "2014"), Held::Perhaps);
        assert_eq!(held("", "", "2014"), Held::Perhaps);
        assert_eq!(held("2015", "", "2014"), Held::No);
        assert_eq!(held("2015-03-02", "..", "2015"), Held::Perhaps);
        assert_eq!(held("[2015,2017]", "..", "2016"), Held::Perhaps);
        assert_eq!(held("[2015,2017]", "..", "2018"), Held::Yes);
        assert_eq!(held("2015~", "..", "2014"), Held::Perhaps);
        assert_eq!(held("2015~", "..", "2016"), Held::Yes);
        assert_eq!(held("2015", "..", "2015-06-01"), Held::Perhaps);
        assert_eq!(held("2011", "2015?", "2016"), Held::Perhaps);
    }

    #[test]
    fn only_what_is_certain_is_out_of_time() {
        let actor = |from, to| ActorMatter { from: date(from), to: date(to), ..ActorMatter::default() };
        let gone = |to, on| actor("", to).is_gone_by(&date(on).unwrap());
        assert!(gone("2011-10-20", "2011-10-21") && gone("2011", "2012-01-01") && gone("2011", "2012/.."));
        for (to, on) in
            [("2011", "2011-12-31"), ("2011~", "2014"), ("2011", "2014?"), ("2011", "2010/2014"), ("", "2014")]
        {
            assert!(!gone(to, on), "{to} {on}");
        }
        let yet = |from, on| actor(from, "").is_yet_to_come_on(&date(on).unwrap());
        assert!(yet("2016-03-30", "2016-03-29") && yet("2016", "../2015"));
        assert!(!yet("2016", "2016") && !yet("2016?", "2015") && !yet("2016", "2015/2017"));
    }
}
