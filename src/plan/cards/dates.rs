//! Dates as pages show them.

use std::sync::PoisonError;

use super::Cards;
use crate::edtf::{Date, Day, Key};
use crate::escape::escape;
use crate::matter::Str;
use crate::theme::date_words;
use crate::view::{DateView, Html, Shared};

impl Cards {
    /// A date in words, with the address of its page.
    pub fn date(&self, date: &Date) -> Shared<DateView> {
        let known = self.dates.read().unwrap_or_else(PoisonError::into_inner).get(date).cloned();
        known.unwrap_or_else(|| {
            let made = Shared::new(self.make_date(date));
            self.dates.write().unwrap_or_else(PoisonError::into_inner).insert(date.clone(), made.clone());
            made
        })
    }

    fn make_date(&self, date: &Date) -> DateView {
        let (start, end) = date.bounds();
        let key = date.key().filter(|key| self.graph.dates.contains_key(key));
        let text = date_words(&self.words, date);
        let datetime = date.datetime();
        let url = key.map(|key| self.addresses.of(&key.route()));
        DateView {
            edtf: date.as_str().into(),
            html: date_html(&text, datetime.as_deref(), url.as_deref()),
            text: text.into(),
            start: start.map(|day| day.to_string().into()),
            end: end.map(|day| day.to_string().into()),
            precision: date.precision().as_str().into(),
            datetime: datetime.map(Str::from),
            url,
        }
    }

    /// A day, month or year in words.
    pub fn key(&self, key: Key) -> Str {
        self.said.key(&self.words, key)
    }

    /// The name of a day's weekday.
    pub fn weekday(&self, day: Day) -> Str {
        self.word(&format!("weekday-{}", day.weekday() as u8))
    }

    /// The short name of a day's weekday.
    pub fn weekday_short(&self, day: Day) -> Str {
        self.word(&format!("weekday-{}.short", day.weekday() as u8))
    }

    /// The short name of a month, from 1.
    pub fn month_short(&self, month: u8) -> Str {
        self.word(&format!("month-{month}.short"))
    }
}

/// A date in words as HTML: with `<time>`, as a link to its page.
fn date_html(text: &str, datetime: Option<&str>, url: Option<&str>) -> Html {
    let text = escape(text);
    let time = match datetime {
        Some(datetime) => format!("<time datetime=\"{datetime}\">{text}</time>"),
        None => text.into_owned(),
    };
    Html(match url {
        Some(url) => format!("<a class=\"date\" href=\"{}\">{time}</a>", escape(url)).into(),
        None => format!("<bdi>{time}</bdi>").into(),
    })
}
