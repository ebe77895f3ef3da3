//! What was withdrawn: a notice at its address, and nothing else of it anywhere.

use crate::harness::{Site, check, site};

const REPORTS: &str = "\
=== site.yaml
title: Test
base_url: https://test.example
languages: [en, ar]
wikilinks: true
=== content/reports/convoy.md
---
title: Convoy crosses the border
date: 2019-12-21
updated: 2020-01-02
status: withdrawn
reason: The <order> was forged.
redirects: [/reports/lorries/]
---
Words.
## A heading
=== content/reports/convoy.ar.md
---
title: قافلة تعبر الحدود
---
كلمات
=== content/reports/later.md
---
title: Later
date: 2020-01-03
---
As [reported](report:convoy#a-heading), [there](convoy.md), [here](/reports/convoy/), [[convoy]].
=== content/reports/later.ar.md
---
title: لاحقا
---
[](report:convoy)
";

fn warned() -> Site {
    site(REPORTS)
}

#[test]
fn a_notice_stands_at_the_address_of_each_version() {
    let built = warned().build().written();
    assert_eq!(
        built.text("/reports/convoy/"),
        "Report Withdrawn English العربية Convoy crosses the border Published 21 December 2019 updated 2 January 2020 \
         This report has been withdrawn. The <order> was forged. What stood here is no longer published. This notice \
         stays, so that whoever follows an older link, or has quoted it, can see what became of it."
    );
    built.has_html("/reports/convoy/", "<meta name=\"robots\" content=\"noindex\">");
    let arabic = built.text("/ar/reports/convoy/");
    assert!(arabic.contains("قافلة تعبر الحدود") && arabic.contains("سُحب هذا التقرير."), "{arabic}");
    // The reason is in the language of the file that has it.
    built.has_html("/ar/reports/convoy/", "<p lang=\"en\" dir=\"ltr\">The &lt;order&gt; was forged.</p>");
    built.has_html("/reports/lorries/", "/reports/convoy/");
    // Elsewhere stands what others have written of it.
    assert_eq!(built.files_with("Convoy crosses"), ["reports/convoy/index.html", "reports/later/index.html"]);
    assert_eq!(
        built.files_with("https://test.example/reports/convoy/"),
        ["ar/reports/convoy/index.html", "reports/convoy/index.html", "reports/lorries/index.html"]
    );
    assert!(!built.has("/dates/2019/12/21/"));
}

#[test]
fn a_link_to_the_notice_is_a_warning() {
    let built = warned().build().written();
    let links = built.links("/reports/later/");
    assert_eq!(links.iter().filter(|link| *link == "/reports/convoy/").count(), 4, "{links:?}");
    assert!(built.links("/ar/reports/later/").contains(&"/ar/reports/convoy/".to_owned()));
    assert_eq!(built.told.problems.len(), 5, "{}", built.problems());
    assert_eq!(built.names().into_iter().collect::<Vec<_>>(), ["withdrawn-target"]);
    let first = built.problems();
    let first = first.split("\n\n").find(|problem| problem.contains("later.md:5:4")).unwrap();
    assert_eq!(
        first,
        "\
warning[withdrawn-target]: `convoy` was withdrawn: the link leads to the notice of that
 --> content/reports/later.md:5:4
  |
5 | As [reported](report:convoy#a-heading), [there](convoy.md), [here](/reports/convoy/), [[convoy]].
  |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: see whether what is said here still holds
  = note: content/reports/convoy.md: says that it was withdrawn"
    );
}

#[test]
fn a_version_alone_may_be_withdrawn() {
    let text = |keys: &str| {
        format!(
            "\
=== site.yaml
title: Test
languages: [en, ar]
=== content/reports/a.md
---
title: A
date: 2020
---
Words.
=== content/reports/a.ar.md
---
title: canary
{keys}
---
canary
=== content/about.ar.md
---
title: حول
---
[](report:a)"
        )
    };
    let built = site(&text("status: withdrawn\nreason: A bad translation.")).build().written();
    assert_eq!(built.files_with("canary"), ["ar/reports/a/index.html"]);
    built.shows("/ar/reports/a/", "A bad translation.");
    // Whoever reads the original, or links to the report in Arabic, is not led to the notice.
    assert_eq!(built.files_with("/ar/reports/a/"), ["ar/reports/a/index.html"]);
    built.shows("/about/", "A");
    let built = site(&text("status: draft\nreason: Why.")).build().written();
    assert_eq!(built.files_with("canary"), Vec::<&str>::new());
}

#[test]
fn what_rests_on_a_withdrawn_actor_or_source_is_told() {
    let text = "\
=== content/actors/spokesman.md
---
name: The spokesman
kind: person
status: withdrawn
reason: There is no such man.
---
=== content/sources/order.md
---
title: An order
status: withdrawn
reason: Forged.
---
=== content/reports/a.md
---
title: A
date: 2020
sources: [{id: order, title: Brought back}]
dates: [{date: 2019, label: L, actors: [spokesman]}]
---
[](actor:spokesman) and [](source:order), as [@order] says.";
    check(
        text,
        "\
error[hidden-target]: `order` was withdrawn, and this page rests on it
 --> content/reports/a.md:4:11
  |
4 | sources: [{id: order, title: Brought back}]
  |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: revise what rests on it, and take its id out
  = note: content/sources/order.md: says that it was withdrawn

error[hidden-target]: `spokesman` was withdrawn, and this page rests on it
 --> content/reports/a.md:5:41
  |
5 | dates: [{date: 2019, label: L, actors: [spokesman]}]
  |                                         ^^^^^^^^^
  |
  = help: revise what rests on it, and take its id out
  = note: content/actors/spokesman.md: says that it was withdrawn

warning[withdrawn-target]: `spokesman` was withdrawn: the link leads to the notice of that
 --> content/reports/a.md:7:1
  |
7 | [](actor:spokesman) and [](source:order), as [@order] says.
  | ^^^^^^^^^^^^^^^^^^^
  |
  = help: see whether what is said here still holds
  = note: content/actors/spokesman.md: says that it was withdrawn

warning[withdrawn-target]: `order` was withdrawn: the link leads to the notice of that
 --> content/reports/a.md:7:25
  |
7 | [](actor:spokesman) and [](source:order), as [@order] says.
  |                         ^^^^^^^^^^^^^^^^
  |
  = help: see whether what is said here still holds
  = note: content/sources/order.md: says that it was withdrawn

error[hidden-target]: `order` was withdrawn, and this page rests on it
 --> content/reports/a.md:7:46
  |
7 | [](actor:spokesman) and [](source:order), as [@order] says.
  |                                              ^^^^^^^^
  |
  = help: revise what rests on it, and take its id out
  = note: content/sources/order.md: says that it was withdrawn",
    );
    let fine = text.replace(", actors: [spokesman]", "").replace("sources: [{id: order, title: Brought back}]\n", "");
    let built = site(&fine.replace(", as [@order] says", "")).build().written();
    built.shows("/reports/a/", "The spokesman and An order.");
    built.shows("/actors/spokesman/", "This entry on an actor has been withdrawn. There is no such man.");
    built.shows("/sources/order/", "This source has been withdrawn. Forged.");
    built.hides("/actors/", "spokesman").hides("/sources/", "order");
    assert_eq!(built.pages_with("spokesman"), ["actors/spokesman/index.html", "reports/a/index.html"]);
}

#[test]
fn a_plain_page_is_withdrawn_and_prose_is_not_shown() {
    let text = "\
=== content/about.md
---
title: About
status: withdrawn
---
=== content/reports/index.md
---
status: withdrawn
reason: canary
---
canary";
    let built = site(text).build().written();
    built.shows("/about/", "About This page has been withdrawn. No reason has been given.");
    built.hides("/", "About");
    assert_eq!(built.files_with("canary"), Vec::<&str>::new());
    assert_eq!(
        built.problems(),
        "\
warning[missing-reason]: nothing says why it was withdrawn
 --> content/about.md:3:9
  |
3 | status: withdrawn
  |         ^^^^^^^^^
  |
  = help: say it in one sentence: `reason: …`"
    );
}

#[test]
fn a_correction_says_why_where_no_reason_is_given() {
    let text = "\
=== content/reports/a.md
---
title: A
date: 2020
status: withdrawn
corrections:
  - {date: 2020-02-02, text: The newest.}
  - {date: 2020-01-01, text: An older one.}
---";
    let built = site(text).build().fine();
    built.shows("/reports/a/", "This report has been withdrawn. 2 February 2020 The newest.");
}
