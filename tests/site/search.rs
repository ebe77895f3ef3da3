//! The search index: what is in it, what is not, and when there is none.

use serde_json::Value;

use crate::harness::{Built, site};

const SITE: &str = "\
=== site.yaml
title: Test
base_url: https://test.example/sub
languages: [en, ar]
=== content/reports/war.md
---
title: The Announcement
date: 2019-12-12
summary: A decisive hour.
tags: [militias]
dates: [{date: 2019-04-04, label: The march begins}]
---
## Order of the day

[Haftar](actor:haftar) ordered an [advance](source:un-2259), an advance on Tripoli.[^1] `code` &amp; more

[^1]: A footnote.
=== content/reports/war.ar.md
---
title: إعلان الحرب
---
أعلن المشير [حفتر](actor:haftar).
=== content/actors/haftar.md
---
name: Khalifa Haftar
names: [{name: خليفة حفتر, lang: ar}, Hifter]
roles: [{role: Commander, from: 2015, to: ..}]
---
=== content/sources/un-2259.md
---
title: Résolution 2259
publisher: Conseil de sécurité
---
";

fn root(built: &Built) -> Value {
    serde_json::from_str(&built.output["search/index/root.json"]).unwrap()
}

/// The documents that have a term, each with its weight, as `title:weight`.
fn found(built: &Built, term: &str) -> Vec<String> {
    let files = built.output.iter().filter(|(path, _)| path.starts_with("search/index/docs/"));
    let records: Vec<Value> =
        files.flat_map(|(_, records)| serde_json::from_str::<Vec<Value>>(records).unwrap()).collect();
    let list = built.list(term);
    list.iter().map(|(document, weight)| format!("{}:{weight}", records[*document]["t"].as_str().unwrap())).collect()
}

#[test]
fn words_are_found_where_they_stand_with_their_weight() {
    let built = site(SITE).build().written();
    let report = "The Announcement";
    for (term, weight) in [("announcement", 3), ("decisive", 2), ("militias", 2), ("order", 2), ("advance", 1)] {
        assert_eq!(found(&built, term)[0], format!("{report}:{weight}"), "{term}");
    }
    for term in ["ordered", "tripoli", "footnote", "march", "code", "12"] {
        assert!(found(&built, term).contains(&format!("{report}:0")), "{term}");
    }
    assert!(!built.finds("amp") && !built.finds("of*"));
}

#[test]
fn an_actor_is_found_by_every_name() {
    let built = site(SITE).build().written();
    assert_eq!(found(&built, "haftar"), ["Khalifa Haftar:3", "The Announcement:2"]);
    assert_eq!(found(&built, "hifter"), ["Khalifa Haftar:2"]);
    assert_eq!(found(&built, "خليفه"), ["Khalifa Haftar:2", "إعلان الحرب:2"]);
    assert_eq!(found(&built, "حفتر"), ["Khalifa Haftar:2", "إعلان الحرب:2"]);
    assert_eq!(found(&built, "commander"), ["Khalifa Haftar:0"]);
    assert_eq!(found(&built, "@actor:haftar"), ["The Announcement:0", "إعلان الحرب:0"]);
    assert_eq!(found(&built, "@source:un-2259"), ["The Announcement:0"]);
    assert_eq!(found(&built, "resolution"), ["Résolution 2259:3"]);
    assert_eq!(found(&built, "securite"), ["Résolution 2259:2"]);
}

#[test]
fn documents_stand_by_kind_language_and_year() {
    let built = site(SITE).build().written();
    let root = root(&built);
    let groups: Vec<String> = root["groups"].as_array().unwrap().iter().map(Value::to_string).collect();
    insta::assert_snapshot!(format!("{}\n{}", groups.join("\n"), built.output["search/index/docs/0.json"]));
}

#[test]
fn no_map_lists_the_search_and_without_it_there_is_neither_page_nor_index() {
    let built = site(SITE).build().written();
    assert_eq!(built.files_with("/search/index/"), ["search/index.html"]);
    assert!(!built.output["sitemap.xml"].contains("/search/"));
    built.has_html("/search/", "<meta name=\"robots\" content=\"noindex\">");
    let without = site(&SITE.replace("languages:", "search: false\nlanguages:")).build().written();
    assert!(without.output.keys().all(|path| !path.starts_with("search/")));
}

#[test]
fn an_edit_of_prose_changes_the_index() {
    let site = site(SITE);
    let before = root(&site.build().written());
    assert_eq!(root(&site.build().written()), before);
    site.write("=== content/reports/more.md\n---\ntitle: More\n---\nUnheard.\n");
    assert!(site.build().written().finds("unheard"));
    site.write("=== content/reports/more.md\n---\ntitle: More\n---\nUnsaid.\n");
    let built = site.build().written();
    assert!(built.finds("unsaid") && !built.finds("unheard"));
    assert_ne!(root(&built)["stamp"], before["stamp"]);
}
