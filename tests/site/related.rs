//! Related reports, with their reasons; and the cards of actors.

use std::fmt::Write as _;

use crate::harness::{section, site, text_of};

const ACTORS: &str = "\
=== content/actors/haftar.md
---
name: Khalifa Haftar
kind: person
names: [{name: خليفة حفتر, lang: ar}]
summary: Field marshal.
roles: [{role: Commander, of: lna, from: 2015-03-02, to: ..}, {role: Colonel, from: 1986, to: 1987}]
---
=== content/actors/haftar.ar.md
---
name: خليفة حفتر
---
=== content/actors/lna.md
---
name: Libyan National Army
kind: military
---
=== site.yaml
title: Test
base_url: https://test.example
languages: [en, ar]
";

/// What a report's page says of related ones.
fn related(text: &str) -> String {
    let built = site(ACTORS).with(text).build().fine();
    let section = section(built.page("/reports/own/"), "gl-h-related");
    text_of(section.split_once('>').map_or("", |(_, words)| words))
}

#[test]
fn the_rarer_what_reports_share_the_nearer_they_are() {
    let text = "\
=== content/reports/own.md
---
title: Own
date: 2019-12-21
actors: [haftar, lna]
dates: [{date: 2019-04-04, label: The offensive begins}]
sources: [{id: decree, title: The decree}]
tags: [war]
---
=== content/reports/actors.md
---
title: The same actors
date: 2019-12-20
actors: [lna, haftar]
---
=== content/reports/day.md
---
title: The same day
date: 2019-12-19
dates: [{date: 2019-04-04, label: The offensive begins}]
---
=== content/reports/source.md
---
title: The same source
date: 2019-12-18
sources: [decree]
---
=== content/reports/tag.md
---
title: The same tag
date: 2019-12-17
actors: [lna]
tags: [war]
---
=== content/reports/other.md
---
title: Nothing in common
date: 2019-12-16
tags: [peace]
---
";
    assert_eq!(
        related(text),
        "Related reports \
         The same actors Also names Khalifa Haftar, Libyan National Army \
         The same source Also cites The decree \
         The same tag Also names Libyan National Army \
         The same day 4 April 2019 "
            .trim()
    );
}

#[test]
fn what_more_than_200_reports_share_does_not_count() {
    let of = |reports: usize| {
        let mut text = "=== content/reports/own.md\n---\ntitle: Own\nactors: [haftar]\n---\n".to_owned();
        for number in 1..reports {
            let _ =
                write!(text, "=== content/reports/r{number:03}.md\n---\ntitle: R{number:03}\nactors: [haftar]\n---\n");
        }
        let built = site(ACTORS).with(&text).build().fine();
        built.page("/reports/own/").matches("Also names").count()
    };
    assert_eq!(of(200), 5);
    assert_eq!(of(201), 0);
}

#[test]
fn reports_that_link_here_and_hidden_ones_are_not_among_the_related() {
    let text = "\
=== content/reports/own.md
---
title: Own
actors: [haftar]
---
=== content/reports/links.md
---
title: It links
actors: [haftar]
---
[Own](report:own).
=== content/reports/draft.md
---
title: A draft
status: draft
actors: [haftar]
---
=== content/reports/unlisted.md
---
title: Unlisted
status: unlisted
actors: [haftar]
---
=== content/reports/withdrawn.md
---
title: Withdrawn
status: withdrawn
reason: It was wrong.
actors: [haftar]
---
";
    let built = site(ACTORS).with(text).build().fine();
    assert!(!built.page("/reports/own/").contains("gl-h-related"));
}

#[test]
fn each_page_of_an_actor_has_a_card() {
    let built = site(ACTORS).build().fine();
    let card = |route: &str| text_of(built.page(route).split("<main").nth(1).unwrap_or_default());
    assert_eq!(
        card("/actors/haftar/card/").trim(),
        "class=\"wrap\"> Khalifa Haftar خليفة حفتر Person \
         Commander, Libyan National Army from 2 March 2015 Field marshal. no reports"
    );
    let arabic = built.page("/ar/actors/haftar/card/");
    assert!(arabic.contains("<html lang=\"ar\" dir=\"rtl\">"), "{arabic}");
    assert!(built.page("/actors/lna/card/").contains("noindex"));
    assert!(!built.page("/sitemap.xml").contains("card"));
}
