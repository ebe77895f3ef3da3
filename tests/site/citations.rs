//! Citations in the styles that site.yaml may name.

use std::fmt::Write as _;

use crate::harness::{check, main_of, site, text_of};

/// Reports in three languages that cite in every way, in one style.
fn cites(style: &str) -> String {
    let text = "\
=== site.yaml
title: Test
base_url: https://test.example
languages: [en, ar, fr]
citations: {style: STYLE}
=== content/actors/haftar.md
---
name: Khalifa Haftar
kind: person
---
=== content/actors/unsc.md
---
name: UN Security Council
kind: organization
---
=== content/sources/un-2259.md
---
{type: resolution, title: Resolution 2259, publisher: unsc, date: 2015-12-23, number: S/RES/2259}
---
=== content/sources/un-2213.md
---
{type: resolution, title: Resolution 2213, publisher: unsc, date: 2015-03-27}
---
=== content/sources/talk.md
---
{type: testimony, title: A talk, author: haftar, date: 2019-04}
---
=== content/sources/note.md
---
{type: statement, title: A note, author: U.S. Embassy in Libya, url: 'https://example.org/note'}
---
=== content/reports/en.md
---
{title: A, date: 2019-12-21}
---
One [@un-2259, p. 2]. A place [@talk, para. 3-5]; a time [@talk, 00:12:30]. Many
[see @un-2213; @talk; -@note, sec. 4, emphasis added]. Again [-@un-2259] (and [@talk]).
A note.[^1]

[^1]: As in [@note, p. 7].
=== content/reports/ar.md
---
{title: A, date: 2019-12-21, lang: ar}
---
واحد [@un-2259, ص 2]. مكان [@talk, الفقرة 3-5].
=== content/reports/fr.md
---
{title: A, date: 2019-12-21, lang: fr}
---
Un [@un-2259, p. 2]. Un lieu [@talk, § 3-5].
";
    let built = site(&text.replace("STYLE", style)).build().written();
    let mut out = String::new();
    for lang in ["en", "ar", "fr"] {
        let page = built.page(&format!("/reports/{lang}/"));
        let _ = writeln!(out, "== {lang}");
        for line in main_of(page).split("<p").filter(|line| {
            line.contains("class=\"cite") || line.contains("class=\"ref") || line.contains("class=\"entry\"")
        }) {
            let text = text_of(&format!("<p{}", line.split("</p>").next().unwrap()));
            let _ = writeln!(out, "{text}");
        }
    }
    out
}

#[test]
fn a_style_by_author_and_date() {
    insta::assert_snapshot!(cites("apa"));
}

#[test]
fn a_style_by_number() {
    insta::assert_snapshot!(cites("ieee"));
}

#[test]
fn a_style_in_notes_keeps_the_numbered_marks() {
    insta::assert_snapshot!(cites("chicago-notes"));
}

#[test]
fn a_style_that_is_not_known_is_told_with_the_nearest() {
    check(
        "=== site.yaml\ntitle: T\nbase_url: https://test.example\ncitations: {style: apaa}\n",
        "\
error[wrong-type]: `style` must be the name of a citation style, such as `apa`, not `apaa`
 --> site.yaml:3:20
  |
3 | citations: {style: apaa}
  |                    ^^^^
  |
  = help: did you mean `apa`?",
    );
}

#[test]
fn marks_lead_to_their_entries_and_words_are_escaped() {
    let text = "\
=== site.yaml
title: Test
base_url: https://test.example
citations: {style: apa}
=== content/reports/a.md
---
title: A
sources:
  - {id: x, title: '<b>Bold</b> & \"quoted\"', author: 'A <script>', date: 2019, url: 'https://example.org/?a=1&b=2'}
---
Said [see <i> @x, p. 2].
";
    let built = site(text).build().written();
    built.has_html(
        "/reports/a/",
        "<a class=\"cite\" href=\"#gl-s1\" title=\"Source 1\">A &lt;script&gt;, 2019, p. 2</a>",
    );
    built.has_html("/reports/a/", "<a href=\"https://example.org/?a=1&amp;b=2\">");
    assert!(!built.page("/reports/a/").contains("<script>\""));
}
