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

const SOURCES: &str = "\
=== site.yaml
title: Test
base_url: https://test.example
STYLE
=== content/sources/src.md
---
{type: book, title: A book, author: {given: Jane, family: Doe}, date: 2019, publisher: Pub}
---
=== content/sources/b.md
---
{type: book, title: Bee, author: {given: Jane, family: Doe}, date: 2018, publisher: Pub}
---
=== content/reports/r.md
---
{title: R, date: 2020-01-01}
---
";

/// A report that cites two books, in a style or in none.
fn report(style: &str, text: &str) -> crate::harness::Built {
    let style = if style.is_empty() { String::new() } else { format!("citations: {{style: {style}}}") };
    site(&format!("{}{text}", SOURCES.replace("STYLE\n", &format!("{style}\n")))).build()
}

#[test]
fn signal_words_stay_where_a_citation_stands_in_a_footnote() {
    let text = "Said.[^n]\n\n[^n]: Doubtful: [but see @b, p. 7; and @src].\n";
    for style in ["", "chicago-notes"] {
        report(style, text).fine().shows("/reports/r/", "Doubtful: but see1 (p. 7); and2.");
    }
    report("apa", text).fine().shows("/reports/r/", "Doubtful: (but see Doe, 2018, p. 7; and Doe, 2019).");
    report("ieee", text).fine().shows("/reports/r/", "Doubtful: but see [1, p. 7], and [2].");
}

#[test]
fn a_second_source_without_a_semicolon_is_told() {
    let told = report("", "Said [see @src and @nobody, p. 3].\n").problems();
    assert_eq!(
        told,
        "\
error[lost-citation]: `@nobody` is words of the citation before it, and cites nothing
 --> content/reports/r.md:4:20
  |
4 | Said [see @src and @nobody, p. 3].
  |                    ^^^^^^^
  |
  = help: separate citations by `;`, or write `\\@nobody` where no source is meant",
    );
    report("apa", "Said [@src؛ @b].\n").fine().shows("/reports/r/", "Said (Doe, 2019; Doe, 2018)");
}

#[test]
fn near_misses_of_citations_are_told() {
    for (text, place, mend) in [
        ("A [\u{2212}@src].", "[\u{2212}@src]", "write `[-@src]`"),
        ("A [--@src, p. 2].", "[--@src, p. 2]", "write `[-@src, p. 2]`"),
        ("A [@ src].", "@ src", "write `[@src]` by itself"),
        ("A [**@src**].", "@src", "write `[@src]` by itself"),
        ("As @src says.", "@src", "write `[@src]` by itself"),
        ("A [@src](https://x.example).", "[@src](https://x.example)", "write `[@src]` by itself"),
    ] {
        let told = report("", &format!("{text}\n")).problems();
        assert!(told.starts_with("error[lost-citation]"), "{text}\n{told}");
        let at = text[..text.find(place).unwrap()].chars().count() + 1;
        assert!(told.contains(&format!("r.md:4:{at}\n")) && told.contains(mend), "{text}\n{told}");
    }
    // Handles, addresses and escapes are none.
    report("", "As @UNSMIL and \\@src and \\[@src] and a@src.example say, [@UNSMIL](https://x.example).\n").fine();
}

#[test]
fn compound_locators_are_whole() {
    let text = "A [@src, p. 3, p. 4]. B [@src, vol. 2, p. 3]. C [@src, p. 3ff.]. D [@src, min. 3].\n";
    report("ieee", text).fine().shows("/reports/r/", "B [1, Vol. 2, p. 3]. C [1, p. 3ff.]. D [1, min. 3].");
    report("", text).fine().shows("/reports/r/", "cited in full at ¶1; p. 3ff.");
    let built = report("apa", text).fine();
    built.shows("/reports/r/", "A (Doe, 2019, pp. 3, 4)").shows("/reports/r/", "C (Doe, 2019, p. 3ff.)");
}

#[test]
fn a_source_cited_again_at_another_place_does_not_borrow_the_first_ones() {
    let text = "A [@src, p. 3].\n\nB [@src].\n\nC [see @src, p. 9].\n\nD [@src, p. 3]. E [@src].\n";
    let built = report("", text).fine();
    built.shows("/reports/r/", "A book, cited in full at ¶1.");
    built.shows("/reports/r/", "see A book, cited in full at ¶1; p. 9.");
    built.shows("/reports/r/", "As at ¶1.").shows("/reports/r/", "As at ¶2.");
}

#[test]
fn two_works_of_one_author_are_told_apart_where_marks_have_no_year() {
    let built = report("modern-language-association", "A [@src, p. 3]. B [@b, p. 12].\n").fine();
    built.shows("/reports/r/", "A (Doe, A book 3)").shows("/reports/r/", "B (Doe, Bee 12)");
    built.shows("/reports/r/", "Doe, Jane. Bee. Pub, 2018.");
    report("modern-language-association", "A [@src, p. 3].\n").fine().shows("/reports/r/", "A (Doe 3)");
}

#[test]
fn as_at_did_not_say_which_of_two_places_it_meant() {
    let built = report("", "A [@src, p. 3; @src, p. 5].\n\nB [@src, p. 5].\n").fine();
    built.shows("/reports/r/", "A book, cited in full at ¶1; p. 5.").hides("/reports/r/", "As at ¶1.");
}

#[test]
fn an_annex_was_made_an_appendix() {
    report("apa", "A [@src, annex II].\n").fine().shows("/reports/r/", "A (Doe, 2019, annex II)");
}
