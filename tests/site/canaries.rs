//! Canaries: words that stand only in what is hidden, one in each place that can hold words. Every byte of every file of
//! the output is searched for them.

use std::collections::{BTreeMap, BTreeSet};

use crate::harness::{Built, Site, site};

const OPEN: &str = "\
=== site.yaml
title: Test
base_url: https://test.example
languages: [en, ar]
wikilinks: true
=== templates/report.html
{% extends \"margin/report.html\" %}
{% block footer_extra %}{% if report.extra?.secret %}{{ report.extra.secret }}{% endif %}{% endblock footer_extra %}
=== content/reports/shown.md
---
title: Shown
date: 2019-12-21
actors: [shown, other]
sources: [{id: memo, title: A memo}]
dates: [{date: 2019-04-04, label: An event, actors: [shown]}]
claims: [{quote: said so, by: [shown], status: disputed}]
corrections: [{date: 2020-01-01, text: A word.}]
tags: [open]
---
[Shown](actor:shown) said so on [4 April](date:2019-04-04), as [@memo] says.
=== content/actors/shown.md
---
name: Shown Actor
---
=== content/actors/other.md
---
name: Other Actor
---
";

/// Everything that can be hidden, by `{key}`.
const HIDDEN: &str = r#"
=== content/reports/hidden.md
---
title: canary-report-title
summary: canary-report-summary
date: 1991-02-03
slug: canary-report-slug
{key}
authors: [canary-report-author]
actors: [shown, {id: canary-listed-actor, name: canary-listed-name, role: canary-listed-role}]
sources:
  - memo
  - {id: canary-listed-source, title: canary-source-title, author: canary-source-author, publisher: canary-source-publisher,
     note: canary-source-note, url: "https://canary-source-url.example/", archive: "https://canary-source-archive.example/",
     number: canary-source-number, container: canary-source-container, place: canary-source-place, date: 1990-01-02}
dates: [{date: 1992-03-04, label: canary-event-label, actors: [shown], sources: [memo]}]
claims: [{quote: canary-claim-words, by: [shown], status: refuted, sources: [memo]}]
corrections: [{date: 1999-01-01, text: canary-correction-text}]
tags: [canary-report-tag]
image: canary-report-image.png
image_alt: canary-report-alt
redirects: [/reports/canary-report-old/]
extra: {secret: canary-report-extra}
---
## canary-body-heading

canary-body-words of [canary-actor-mention](actor:shown), on [canary-date-mention](date:1993-05-06).[^n] It was
canary-claim-words, [see canary-cite-prefix @memo, p. 99, canary-cite-suffix; @canary-listed-source], and
[canary-report-link](report:shown), [[other|canary-wiki-words]], [“canary-inline-quotation”](quote:memo).

> canary-quotation-words
> — [canary-speaker-words](actor:shown), [@memo]

| canary-table-head |
|---|
| canary-table-cell |

- canary-list-item

```
canary-code-words
```

> [!NOTE]
> canary-callout-words

Term
: canary-definition-words

![canary-picture-alt](canary-body-picture.png) [canary-file-words](canary-body-file.pdf)

[^n]: canary-note-words
=== content/reports/canary-report-image.png
canary-image-bytes
=== content/reports/canary-body-picture.png
canary-picture-bytes
=== content/reports/canary-body-file.pdf
canary-file-bytes
=== content/reports/hidden.ar.md
---
title: canary-hidden-version-title
---
canary-hidden-version-words
=== content/reports/shown.ar.md
---
title: canary-version-title
summary: canary-version-summary
{key}
corrections: [{date: 2020-02-02, text: canary-version-correction}]
---
canary-version-words [canary-version-mention](actor:shown)
=== content/actors/shown.ar.md
---
name: canary-version-name
{key}
---
canary-version-biography
=== content/actors/canary-actor-id.md
---
name: canary-actor-name
kind: person
summary: canary-actor-summary
names: [canary-actor-alias, {name: canary-actor-arabic, lang: ar}]
roles: [{role: canary-role-words, of: shown, from: 1994-04-05, to: ..}]
ids: {wikidata: canary-actor-wikidata}
{key}
---
canary-actor-biography of [canary-biography-mention](actor:shown).
=== content/sources/canary-source-id.md
---
title: canary-own-title
author: canary-own-author
note: canary-own-note
{key}
---
canary-own-words
=== content/dates/1987-06-05.md
---
summary: canary-date-summary
{key}
---
canary-date-words
=== content/canary-page-id.md
---
title: canary-page-title
{key}
---
canary-page-words [canary-page-mention](actor:shown)
=== content/reports/index.md
---
title: canary-prose-title
summary: canary-prose-summary
{key}
---
canary-prose-words
=== content/index.md
---
summary: canary-home-summary
{key}
---
canary-home-words
"#;

fn hidden(key: &str) -> Site {
    site(OPEN).with(&HIDDEN.replace("{key}", key))
}

/// Every canary.
fn canaries() -> BTreeSet<String> {
    let is_part = |c: char| c.is_ascii_lowercase() || c == '-';
    let words = HIDDEN.split("canary-").skip(1);
    words.map(|rest| format!("canary-{}", &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())])).collect()
}

/// The canaries in the output, each with the files that have it, in their text or in their path.
fn found(built: &Built) -> BTreeMap<String, Vec<&str>> {
    let all = canaries().into_iter().map(|canary| (built.files_with(&canary), canary));
    all.filter(|(files, _)| !files.is_empty()).map(|(files, canary)| (canary, files)).collect()
}

/// The pages of days that nothing but hidden files names, and of what they alone have.
fn is_without_their_days(built: &Built) {
    let days = ["1987", "1990", "1991", "1992", "1993", "1994", "1999"];
    for path in built.paths() {
        assert!(!days.iter().any(|year| path.contains(year)), "{path}");
    }
    let linked = |text: &str| days.iter().any(|year| text.contains(&format!("/dates/{year}/")));
    let leading: Vec<_> = built.output.iter().filter(|(_, text)| linked(text)).map(|(path, _)| path).collect();
    assert!(leading.is_empty(), "{leading:?}");
}

#[test]
fn no_byte_of_the_output_has_a_word_of_what_is_hidden() {
    for key in ["status: draft", "draft: true", "published: false", "embargo: 2100-01-01", "publishDate: 2100-01-01"] {
        let built = hidden(key).build().fine();
        assert_eq!(found(&built), BTreeMap::new(), "{key}");
        is_without_their_days(&built);
        // What is shown is not counted with what is hidden, nor marked by it.
        built.shows("/", "1 report").shows("/", "1 correction").shows("/actors/shown/", "1 report, 1 mention");
        assert!(!built.has("/ar/reports/shown/") && !built.has("/ar/actors/shown/"));
    }
}

/// Terms are folded and cut at signs, so that each canary is one word here.
#[test]
fn no_term_of_the_search_index_is_of_what_is_hidden() {
    let words = |text: &str| {
        canaries()
            .into_iter()
            .rev()
            .fold(text.to_owned(), |text, canary| text.replace(&canary, &canary.replace('-', "")))
    };
    let make = |key: &str, drafts: bool| {
        let site = site(OPEN).with(&words(&HIDDEN.replace("{key}", key)));
        if drafts { site.drafts().build().written() } else { site.build().written() }
    };
    for key in ["status: draft", "embargo: 2100-01-01", "status: unlisted", "status: withdrawn\nreason: canary"] {
        let built = make(key, false);
        assert!(built.finds("shown") && built.finds("@actor:shown"));
        let found: Vec<&str> = built.terms.values().flat_map(|terms| terms.lines()).collect();
        let found: Vec<&&str> = found.iter().filter(|term| term.contains("canary")).collect();
        assert_eq!(found, Vec::<&&str>::new(), "{key}");
        assert!(built.output.iter().all(|(path, text)| !path.starts_with("search/") || !text.contains("canary")));
    }
    // The prose of lists, addresses, pictures and what is said of a claim's or a citation's place are in no document.
    let built = make("status: draft", true);
    let missing: Vec<String> = canaries().into_iter().filter(|canary| !built.finds(&canary.replace('-', ""))).collect();
    insta::assert_snapshot!(missing.join("\n"));
}

/// Without this the test above might pass because a word would show in no case.
#[test]
fn each_of_these_words_shows_when_drafts_are_asked_for() {
    for key in ["status: draft", "embargo: 2100-01-01"] {
        let built = hidden(key).drafts().build().written();
        let shown = found(&built);
        let missing: Vec<String> = canaries().into_iter().filter(|canary| !shown.contains_key(canary)).collect();
        assert_eq!(missing, Vec::<String>::new());
    }
}

#[test]
fn of_what_is_withdrawn_only_notices_have_words() {
    let built = hidden("status: withdrawn\nreason: canary-reason").build().written();
    let notices = [
        ("canary-report-slug", vec![]),
        ("canary-report-old", vec!["reports/canary-report-old/index.html"]),
        ("canary-report-title", vec!["reports/canary-report-slug/index.html"]),
        (
            "canary-correction-text",
            vec!["reports/canary-report-slug/index.html", "ar/reports/canary-report-slug/index.html"],
        ),
        ("canary-hidden-version-title", vec!["ar/reports/canary-report-slug/index.html"]),
        ("canary-version-title", vec!["ar/reports/shown/index.html"]),
        ("canary-version-correction", vec!["ar/reports/shown/index.html"]),
        ("canary-version-name", vec!["ar/actors/shown/index.html"]),
        ("canary-actor-id", vec!["actors/canary-actor-id/index.html"]),
        ("canary-actor-name", vec!["actors/canary-actor-id/index.html"]),
        ("canary-source-id", vec!["sources/canary-source-id/index.html"]),
        ("canary-own-title", vec!["sources/canary-source-id/index.html"]),
        ("canary-page-id", vec!["canary-page-id/index.html"]),
        ("canary-page-title", vec!["canary-page-id/index.html"]),
    ];
    // The list of corrections and its feed have those of withdrawn reports, too.
    let lists = ["corrections/index.html", "corrections/feed.xml"];
    let listed = ["canary-report-slug", "canary-report-title", "canary-correction-text"];
    let pages = ["reports/canary-report-slug/index.html", "ar/reports/canary-report-slug/index.html"];
    for (canary, files) in found(&built) {
        let allowed = notices.iter().find(|(known, _)| *known == canary).map(|(_, files)| files);
        let Some(allowed) = allowed else { panic!("{canary} is in {files:?}") };
        for file in files {
            let of_slug = canary == "canary-report-slug"
                && (pages.contains(&file) || file == "reports/canary-report-old/index.html");
            let of_list = listed.contains(&&*canary) && lists.contains(&file);
            assert!(allowed.contains(&file) || of_slug || of_list, "{canary} is in {file}");
        }
    }
    // Nor has anything but notices the reason.
    for path in built.files_with("canary-reason") {
        assert!(built.output[path].contains("noindex"), "{path}");
    }
    // A date on a notice is not a link: nothing else happened on that day.
    is_without_their_days(&built);
    built.shows("/", "1 report").shows("/actors/shown/", "1 report, 1 mention");
}

#[test]
fn ids_of_texts_are_not_those_of_the_page() {
    let text = "\
=== content/sources/un-1.md
---
title: Resolution 1
---
=== content/actors/haftar.md
---
name: Haftar
---
=== content/reports/a.md
---
title: A
date: 2019-12-21
---
## GL sources

## B {#gl-text}

<p id=\"gl-sources\">[@un-1]</p>

So <a href=\"https://example.org/\">see [Haftar](actor:haftar) and [@un-1] and [^n] there</a>.

[^n]: A note.
";
    let built = site(text).build().fine();
    let page = built.page("/reports/a/");
    for id in ["gl-text", "gl-sources", "text-gl-text", "text-gl-sources"] {
        assert_eq!(page.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
    }
    let mut open = 0;
    for tag in page.split('<').skip(1) {
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric() && c != '/').next().unwrap_or_default();
        match name {
            "a" | "button" => {
                assert_eq!(open, 0, "within a link or button: <{tag}");
                open += 1;
            }
            "/a" | "/button" => open -= 1,
            _ => {}
        }
    }
}
