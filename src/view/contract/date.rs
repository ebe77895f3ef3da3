//! The contract with themes: dates and events.

use super::Text;
use super::actor::ActorCard;
use super::report::{PlaceView, SentenceView};
use super::site::LinkView;
use super::source::SourceCard;
use crate::view::{Html, Shared, views};

views! {
    /// A date in the page's language.
    DateView {
        edtf: Text = "The EDTF expression.",
        text: Text = "In words.",
        start: Option<Text> = "The first day that it touches, `2019-04-04`. None where it is open or unknown.",
        end: Option<Text> = "The last day that it touches.",
        precision: Text = "`day`, `month`, `season`, `year`, `decade`, `interval` or `set`.",
        datetime: Option<Text> = "What `<time datetime>` may hold: a day, month or year. None for anything else.",
        url: Option<Text> = "The page of the date, if there is one.",
        html: Html = "In words, with `<time>`, as a link to its page: what most templates want.",
    }
    /// An event, in all reports that name it.
    EventView {
        date: Shared<DateView> = "When.",
        label: Option<Text> = "What happened. None where only the text says so.",
        sentence: Option<SentenceView> = "The sentence that names the date, where there is no label; on the page of its own report no more than the words around it.",
        actors: Vec<Shared<ActorCard>> = "Who took part.",
        sources: Vec<Shared<SourceCard>> = "The sources that say so.",
        places: Vec<PlaceView> = "Where it is named.",
    }
    /// A year.
    YearView {
        year: Text = "`2019`.",
        url: Text = "The address.",
        count: usize = "How many events and reports.",
        months: Vec<CellView> = "Its months with something in them.",
        share: u32 = "The height of a bar that stands for the count, 0 to 100.",
    }
    /// A cell of a calendar.
    CellView {
        label: Text = "The day's number, or the month's name.",
        title: Text = "In full: `4 April 2019`.",
        url: Option<Text> = "The address. None where there is nothing.",
        count: usize = "How many events and reports.",
        entries: Text = "The count in words: `3 entries`.",
        may: bool = "Whether there are only dates that may include it.",
    }
    /// A weekday.
    WeekdayView {
        short: Text = "Its short name.",
        name: Text = "Its name.",
    }
    /// A month's days, or a year's months.
    CalendarView {
        kind: Text = "`month` or `year`.",
        title: Text = "`December 2019`.",
        weekdays: Vec<WeekdayView> = "The weekdays, Monday first; empty for a year.",
        rows: Vec<Vec<Option<CellView>>> = "Weeks of seven cells (none before the first and after the last day), or rows of months.",
    }
    /// A day, month or year as a page.
    DatePageView {
        key: Text = "`2019-04-04`.",
        text: Text = "In words.",
        precision: Text = "`day`, `month` or `year`.",
        weekday: Option<Text> = "The weekday of a day.",
        parents: Vec<LinkView> = "The month and year above it.",
        event_count: usize = "How many events are on it, on all pages of the list.",
        report_count: usize = "How many reports were published on it, on all pages of the list.",
        more_ranges: usize = "How many ranges include it, beyond those that are listed here; the year's page lists all.",
    }
}
