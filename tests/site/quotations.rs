//! Quotations: on the pages of their speaker and of their source.

use crate::harness::{Site, site};

fn quoting(keys: &str) -> Site {
    site(&format!(
        "\
=== content/actors/haftar.md
---
name: Khalifa Haftar
---
=== content/sources/speech.md
---
title: Speech
---
=== content/reports/war.md
---
title: War
date: 2019-12-12
{keys}
---
Words.

> We will take *the city*, [](actor:haftar) said.
> — [The field marshal](actor:haftar), [@speech, para. 3]

He called it the [“heart of Tripoli”](quote:speech).

> Nobody's words.
"
    ))
}

#[test]
fn they_stand_on_the_pages_of_speaker_and_source() {
    let built = quoting("").build().fine();
    built.shows(
        "/actors/haftar/",
        "Quotations newest first We will take the city, Khalifa Haftar said. War, ¶2 12 December 2019 Speech, para. 3",
    );
    built.shows(
        "/sources/speech/",
        "Quotations newest first We will take the city, Khalifa Haftar said. Khalifa Haftar War, ¶2 at para. 3 \
         “heart of Tripoli” War, ¶3",
    );
    built.hides("/sources/speech/", "Nobody");
    assert!(built.links("/sources/speech/").contains(&"/reports/war/#p3".to_owned()));
}

#[test]
fn an_inline_quotation_is_followed_by_its_citation() {
    let built = quoting("").build().fine();
    built.has_html(
        "/reports/war/",
        "He called it the <span class=\"quoted\">“heart of Tripoli”</span>&#8288;<button type=\"button\" class=\"ref\"",
    );
    built.shows("/reports/war/", "cited at ¶2, ¶3");
}

#[test]
fn those_of_hidden_reports_stand_nowhere() {
    for keys in ["status: draft", "embargo: 2030-01-01", "status: withdrawn\nreason: None."] {
        let built = quoting(keys).build().fine();
        assert_eq!(built.files_with("heart of Tripoli"), Vec::<&str>::new(), "{keys}");
    }
    let built = quoting("status: unlisted").build().fine();
    assert_eq!(built.files_with("heart of Tripoli"), ["reports/war/index.html"]);
    quoting("status: draft").drafts().build().fine().shows("/sources/speech/", "heart of Tripoli");
}
