//! The timeline on pages: what it leads to, and the list that says the same.

use crate::harness::{Built, addresses, example, of, section, site};

/// The picture on a page; `None` where there is none.
fn picture<'b>(built: &'b Built, route: &str) -> Option<&'b str> {
    let page = built.page(route);
    let start = page.find("<svg class=\"tl\"")?;
    Some(&page[start..start + page[start..].find("</svg></div>")?])
}

#[test]
fn the_marks_of_the_example_lead_to_their_paragraphs() {
    let built = of(example()).build().written();
    for (route, marks) in [("/reports/embassy-militias/", 7), ("/ar/reports/embassy-militias/", 7)] {
        let picture = picture(&built, route).unwrap();
        let page = built.page(route);
        let links = addresses(picture);
        assert!(links.len() >= marks, "{links:?}");
        for link in &links {
            let (_, anchor) = link.split_once('#').unwrap();
            assert!(page.contains(&format!("id=\"{anchor}\"")), "{link} leads nowhere");
        }
        assert_eq!(picture.matches("tabindex=\"-1\"").count(), links.len());
        assert!(picture.contains("aria-hidden=\"true\"") && !picture.contains(" style="));
    }
    let picture = picture(&built, "/actors/haftar/").unwrap();
    assert!(addresses(picture).iter().any(|link| link == "/reports/haftar-appointed/#p2"), "{picture}");
}

#[test]
fn the_list_below_says_the_same_with_its_sources() {
    let built = site(
        "=== content/reports/a.md
---
title: A
date: 2019-12-21
sources: [{id: note, title: The note}]
actors: [gna]
dates:
  - {date: 2019-04-04, label: A <b>war</b> & more, actors: [gna], sources: [note]}
---
Of [12 December](date:2019-12-12) the text tells, by [@note], of [](actor:gna).
=== content/actors/gna.md
---
name: GNA
---
",
    )
    .build()
    .written();
    let events = section(built.page("/reports/a/"), "gl-events");
    let (line, list) = events.split_once("<details class=\"main tl-d\">").unwrap();
    assert!(line.contains("<title>4 April 2019: A &lt;b&gt;war&lt;/b&gt; &amp; more</title>"), "{line}");
    assert!(line.contains("href=\"#gl-e1\"") && list.contains("id=\"gl-e1\""), "{events}");
    assert!(line.contains("<a href=\"#p1\""), "{line}");
    assert!(list.contains("The note") && list.contains("¶1"), "{list}");
    assert!(picture(&built, "/actors/gna/").is_some_and(|line| line.contains("href=\"/reports/a/")));
    assert!(picture(&built, "/dates/2019/04/04/").is_none());
}

#[test]
fn a_report_without_events_has_no_line() {
    let built = site("=== content/reports/a.md\n---\ntitle: A\ndate: 2019-12-21\n---\nText.\n").build();
    assert_eq!(picture(&built, "/reports/a/"), None);
}

#[test]
fn three_nights_that_only_a_phone_has_no_room_for_had_two_rings() {
    let built = of(example()).build().written();
    let picture = picture(&built, "/reports/embassy-militias/").unwrap();
    assert_eq!(picture.matches("class=\"hol").count(), 3, "{picture}");
    assert_eq!(picture.matches("class=\"hol md\"").count(), 1, "{picture}");
}

#[test]
fn a_bar_that_begins_beside_a_cut_went_across_it_in_one_piece() {
    let text = "=== content/reports/cut.md
---
title: Cut
date: 2020-01-01
dates:
  - {date: 2015-12-17, label: Signed}
  - {date: 2016-03-30/2021-03, label: In office}
  - {date: 2019-04-04/2020-06-04, label: War}
  - {date: 2019-11-27, label: Memo}
---
Text.
";
    let built = site(text).build().written();
    let picture = picture(&built, "/reports/cut/").unwrap();
    let office = picture.split("<a ").find(|mark| mark.contains("In office")).unwrap();
    assert!(office.contains("class=\"gap\"") && office.contains("30 Mar 2016 – Mar 2021"), "{office}");
}
