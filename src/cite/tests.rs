//! Ten kinds of sources, in every style.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::*;
use crate::edtf::Date;
use crate::matter::{Extra, NameRef, SourceRecord};

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// One of each kind that evidence is made of.
fn ten() -> Vec<(&'static str, SourceRecord)> {
    let record = |kind: &str, title: &str, day: &str| SourceRecord {
        kind: Some(kind.into()),
        title: Some(title.into()),
        date: Some(date(day)),
        ..SourceRecord::default()
    };
    let text = |value: &str| Extra(serde_json::Value::from(value));
    vec![
        (
            "embassy",
            SourceRecord {
                author: vec![NameRef::whole("U.S. Embassy in Libya")],
                url: Some("https://ly.usembassy.example/talks?a=1&b=2".into()),
                accessed: Some(date("2019-12-21")),
                ..record("statement", "Statement on talks about militias", "[2019-12-14,2019-12-21]")
            },
        ),
        (
            "un-2259",
            SourceRecord {
                author: vec![NameRef::whole("UN Security Council")],
                number: Some("S/RES/2259-A".into()),
                ..record("resolution", "Resolution 2259", "2015-12-23")
            },
        ),
        (
            "skhirat",
            SourceRecord {
                place: Some("Skhirat".into()),
                ..record("agreement", "Libyan Political Agreement", "2015-12-17")
            },
        ),
        (
            "photo",
            SourceRecord {
                author: vec![NameRef::person("Layla", "al-Mansuri")],
                ..record("photo", "A convoy near Gharyan", "2019-04~")
            },
        ),
        (
            "video",
            SourceRecord {
                publisher: Some(NameRef::whole("Libya Observer")),
                ..record("video", "The airport road", "2019/2021")
            },
        ),
        (
            "witness",
            SourceRecord {
                author: vec![NameRef::whole("Witness 12")],
                ..record("testimony", "Interview with a witness", "2020-06-01T10:00:00Z")
            },
        ),
        (
            "article",
            SourceRecord {
                author: vec![NameRef::person("Jane", "Doe"), NameRef::person("John", "Roe")],
                container: Some("Journal of <Conflict> & Peace".into()),
                csl: BTreeMap::from([
                    ("volume".into(), text("12")),
                    ("page".into(), text("133-145")),
                    ("DOI".into(), text("10.1000/182")),
                ]),
                ..record("article-journal", "Militias and the state", "2018")
            },
        ),
        (
            "book",
            SourceRecord {
                author: vec![NameRef::person("Omar", "Khaled")],
                publisher: Some(NameRef::whole("University Press")),
                place: Some("Tunis".into()),
                ..record("book", "A history of Tripoli", "201X")
            },
        ),
        (
            "report",
            SourceRecord {
                publisher: Some(NameRef::whole("Panel of Experts on Libya")),
                number: Some("S/2019/914".into()),
                ..record("report", "Final report", "2019-12-09")
            },
        ),
        (
            "post",
            SourceRecord {
                url: Some("https://example.org/post".into()),
                date: None,
                ..record("webpage", "An unsigned page", "2019")
            },
        ),
    ]
}

fn party(reference: &NameRef) -> Party {
    match &reference.family {
        Some(family) => {
            let given = reference.given().unwrap().into();
            Party::Person { given, family: family.clone(), suffix: reference.suffix.clone() }
        }
        None => Party::Whole(reference.name.clone()),
    }
}

fn works() -> Vec<(&'static str, Work)> {
    let words = |date: &Date| date.as_str().replace('/', "–");
    ten().into_iter().map(|(id, record)| (id, Work::new(id, &record, party, words))).collect()
}

/// A citation with a page, and the entry.
fn show(style: &str, lang: &str) -> String {
    let formatter = Formatter::new(Style::named(style).unwrap(), lang);
    let frame = formatter.frame();
    let mut out = String::new();
    for (number, (id, work)) in (1..).zip(works()) {
        let entry = formatter.entry(&work, Purpose::Cited).unwrap();
        let fill = Fill { number, letter: "", place: "2" };
        let bare = formatter.without_author(&work, &entry).unwrap_or_default().text(&fill);
        let mark =
            formatter.with_place(&entry, &entry.mark, "page", false).unwrap_or_else(|| entry.mark.clone()).text(&fill);
        let _ = write!(out, "{id}: {}{mark}{} -{bare}\n  {}\n", frame.before, frame.after, entry.entry.html(&fill));
    }
    out
}

#[test]
fn three_styles_in_three_languages() {
    let shown = ["apa", "ieee", "chicago-notes"].into_iter().flat_map(|style| {
        ["en", "ar", "fr"].into_iter().map(move |lang| format!("== {style} {lang}\n{}", show(style, lang)))
    });
    insta::assert_snapshot!(shown.collect::<Vec<_>>().join("\n"));
}

/// Styles that name no author of a document, or write it in capitals.
const SILENT: [&str; 2] = ["nlm-citation-sequence", "nlm-citation-sequence-superscript"];

#[test]
fn every_style_writes_ten_kinds_of_sources_and_keeps_institutions_whole() {
    let works = works();
    for style in Style::all() {
        let formatter = Formatter::new(style, "en");
        for (id, work) in &works {
            let name = style.name();
            let entry = formatter.entry(work, Purpose::Cited).unwrap_or_else(|| panic!("{name} has no entry for {id}"));
            let fill = Fill { number: 7, letter: "a", place: "2" };
            let (html, text) = (entry.entry.html(&fill), entry.entry.text(&fill));
            assert!(!text.contains(|c| ('\u{e000}'..='\u{f8ff}').contains(&c)), "{name}: {text}");
            assert!(!html.contains("<Conflict>") && !html.contains("<conflict>"), "{name}: {html}");
            if *id == "embassy" && !SILENT.contains(&name) {
                assert!(text.to_lowercase().contains("u.s. embassy in libya"), "{name}: {text}");
            }
            if *id == "un-2259" && text.contains("2259-") {
                assert!(text.contains("S/RES/2259-A"), "{name}: {text}");
            }
            // A mark names its source: by number, or by words.
            let mark = entry.mark.text(&fill);
            match formatter.class() {
                Class::Number => assert!(mark.contains('7'), "{name}: {mark}"),
                Class::Author => assert!(mark.contains(char::is_alphabetic), "{name}: {mark}"),
                Class::Note => assert_eq!(&*mark, ""),
            }
        }
    }
}

#[test]
fn styles_are_known_by_all_their_names() {
    let apa = Style::named("apa");
    assert!(apa.is_some() && apa == Style::named("american-psychological-association"));
    assert_eq!(Style::named("alphanumeric"), None);
    assert_eq!(Style::named("harvard"), None);
}

/// A source, and the same without each one of its variables.
fn with_less(work: &Work) -> Vec<(String, Work)> {
    let without = |variable: &String| {
        let mut less = work.clone();
        less.item.0.remove(variable);
        (variable.clone(), less)
    };
    let variables = work.item.0.keys().filter(|name| !["id", "type"].contains(&name.as_str()));
    std::iter::once(("nothing".to_owned(), work.clone())).chain(variables.map(without)).collect()
}

#[test]
fn a_style_that_is_narrowed_to_a_sort_of_sources_writes_them_as_the_whole_does() {
    let works: Vec<_> = works().into_iter().map(|(id, work)| (id, with_less(&work))).collect();
    for style in Style::all() {
        let formatter = Formatter::new(style, "en");
        for (id, works) in &works {
            for (variable, work) in works {
                let (whole, narrow) = formatter.both(work);
                assert_eq!(whole, narrow, "{} {id} without {variable}", style.name());
            }
        }
    }
}

#[test]
fn vancouver_names_the_author_of_a_book() {
    let formatter = Formatter::new(Style::named("vancouver").unwrap(), "en");
    let (_, book) = works().into_iter().find(|(id, _)| *id == "book").unwrap();
    let entry = formatter.entry(&book, Purpose::Listed).unwrap().entry.text(&Fill { number: 1, letter: "", place: "" });
    assert!(entry.starts_with("Khaled O. A history of Tripoli."), "{entry}");
}

#[test]
fn variables_of_csl_say_what_no_key_does() {
    let csl = [
        ("director", serde_json::json!([{"family": "Doe", "given": "Jane"}, {"name": "A studio"}])),
        ("original-date", serde_json::json!({"date-parts": [[1999, "4"]]})),
        ("volume", serde_json::json!(3)),
    ];
    let record = SourceRecord {
        kind: Some("video".into()),
        title: Some("The road".into()),
        date: Some(date("2019")),
        publisher: Some(NameRef::whole("Observer")),
        csl: csl.into_iter().map(|(name, value)| (name.into(), Extra(value))).collect(),
        ..SourceRecord::default()
    };
    let work = Work::new("road", &record, party, |date: &Date| date.to_string());
    let formatter = Formatter::new(Style::named("apa").unwrap(), "en");
    let fill = Fill { number: 1, letter: "", place: "" };
    assert_eq!(
        &*formatter.entry(&work, Purpose::Listed).unwrap().entry.text(&fill),
        "Doe, J., & A studio (Directors). (2019). The road (Vol. 3) [Video recording]. Observer. (Original work published 1999)"
    );
    assert!(format!("{:?}", work.item.0["original-date"]).contains("[1999, 4]"));
}
