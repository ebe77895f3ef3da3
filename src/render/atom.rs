//! Feeds as XML (Atom, RFC 4287).

use atom_syndication::{
    Category, Entry, EntryBuilder, Feed, FeedBuilder, FixedDateTime, Generator, Link, Person, Text,
};

use crate::plan::{FeedEntry, FeedPlan};

/// A feed.
pub(super) fn feed(plan: &FeedPlan) -> String {
    let updated = plan.entries.iter().map(|entry| entry.updated).max().unwrap_or(0);
    let feed: Feed = FeedBuilder::default()
        .id(plan.id.to_string())
        .title(Text::plain(plan.title.to_string()))
        .updated(time(updated))
        .lang(Some(plan.lang.to_string()))
        .rights(plan.rights.as_ref().map(|rights| Text::plain(rights.to_string())))
        .links(vec![link("self", &plan.url, "application/atom+xml"), link("alternate", &plan.page, "text/html")])
        .authors(vec![person(&plan.author)])
        .generator(Some(Generator {
            value: "Glossator".to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            uri: None,
        }))
        .entries(plan.entries.iter().map(entry).collect::<Vec<_>>())
        .build();
    let mut text = feed.to_string();
    // XML has no place for these, not even as references.
    text.retain(|c| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..));
    text.push('\n');
    text
}

fn entry(entry: &FeedEntry) -> Entry {
    let mut page = link("alternate", &entry.url, "text/html");
    page.hreflang = Some(entry.lang.to_string());
    EntryBuilder::default()
        .id(entry.id.to_string())
        .title(Text::plain(entry.title.to_string()))
        .updated(time(entry.updated))
        .published(entry.published.map(time))
        .summary(entry.summary.as_ref().map(|summary| Text::plain(summary.to_string())))
        .authors(entry.authors.iter().map(|name| person(name)).collect::<Vec<_>>())
        .categories(
            entry.tags.iter().map(|tag| Category { term: tag.to_string(), ..Category::default() }).collect::<Vec<_>>(),
        )
        .links(vec![page])
        .build()
}

fn link(rel: &str, href: &str, mime: &str) -> Link {
    Link { href: href.to_owned(), rel: rel.to_owned(), mime_type: Some(mime.to_owned()), ..Link::default() }
}

fn person(name: &str) -> Person {
    Person { name: name.to_owned(), ..Person::default() }
}

/// A moment in seconds since 1970, in UTC.
fn time(seconds: i64) -> FixedDateTime {
    let moment = jiff::Timestamp::from_second(seconds).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    moment.to_string().parse().unwrap_or_default()
}
