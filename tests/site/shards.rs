//! A site in parts: each by itself, together the whole, and each told what is wrong anywhere.

use std::collections::BTreeMap;

use crate::harness::{Site, example, of, site};

/// What all the parts have, each built where the one before it was. Fails where two parts have a file.
#[track_caller]
pub(crate) fn union(site: &Site, parts: u32) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for number in 1..=parts {
        for (path, text) in site.part(number, parts).output {
            assert!(all.insert(path.clone(), text).is_none(), "{path} is in two of {parts} parts");
        }
    }
    all
}

/// The same files without an output.
fn again(site: &Site) -> Site {
    let files = glossator::files::Memory::new();
    for (path, text) in site.files.texts("/site") {
        if !path.starts_with("public/") && !path.starts_with(".gloss/") {
            files.put(&format!("/site/{path}"), text);
        }
    }
    of(files)
}

const SITE: &str = "\
=== content/reports/a.md
---
title: First
date: 2019-12-21
actors: [haftar]
---
[Haftar](actor:haftar) spoke.
=== content/reports/b.md
---
title: Second
---
[](report:a), and a [file](notes.txt).
=== content/reports/notes.txt
Notes.
=== content/actors/haftar.md
---
name: Haftar
---
=== static/robots.txt
User-agent: *
=== static/fonts/a.woff2
Font.
";

#[test]
fn the_parts_of_the_example_site_are_the_whole() {
    let site = of(example());
    let whole = site.build().fine().output;
    for parts in [2, 5] {
        assert!(union(&site, parts) == whole, "{parts} parts are not the whole");
    }
    // Some parts of so many have not one file.
    let site = crate::harness::site(SITE);
    let whole = site.build().fine().output;
    assert_eq!(union(&site, 40), whole);
}

#[test]
fn a_part_built_again_after_an_edit_is_as_if_built_for_the_first_time() {
    const EDIT: &str = "\
=== content/reports/c.md
---
title: Third
date: 2020-04-05
tags: [war]
---
[](report:b)
=== content/reports/b.md
---
title: Second, and renamed
---
[](report:a).
";
    for number in 1..=3 {
        let site = site(SITE);
        let first = site.part(number, 3).fine();
        assert_eq!(first.counts.written, first.output.len());
        assert_eq!(site.part(number, 3).fine().counts.written, 0);
        site.files.put("/site/public/CNAME", "example.org");
        site.write(EDIT);
        site.remove("content/actors/haftar.md");
        site.write("=== content/reports/a.md\n---\ntitle: First\n---\nSomebody spoke.\n");
        let mut rebuilt = site.part(number, 3).fine().output;
        assert_eq!(rebuilt.remove("CNAME").as_deref(), Some("example.org"));
        assert_eq!(rebuilt, again(&site).part(number, 3).fine().output);
    }
}

#[test]
fn a_folder_holds_what_was_built_last_a_part_or_the_whole() {
    let site = site(SITE);
    let whole = site.build().fine().output;
    let part = site.part(2, 3).fine();
    assert_eq!(part.counts.removed, whole.len() - part.output.len());
    assert_eq!((part.counts.written, part.counts.unchanged), (0, part.output.len()));
    assert_eq!(part.output, again(&site).part(2, 3).fine().output);
    let other = site.part(2, 4).fine();
    assert_eq!(other.output, again(&site).part(2, 4).fine().output);
    let again = site.build().fine();
    assert_eq!((again.counts.unchanged, again.output), (other.output.len(), whole));
}

#[test]
fn an_error_in_one_text_fails_every_part() {
    let site = site(SITE).with("=== content/reports/c.md\n---\ntitle: C\n---\n[x](actor:nobody)\n");
    let told = site.build().problems();
    assert!(told.contains("error[unknown-actor]"), "{told}");
    for number in 1..=5 {
        let part = site.part(number, 5);
        assert_eq!((part.problems(), part.output.len()), (told.clone(), 0));
    }
}

#[test]
fn files_of_two_parts_that_are_in_each_others_way_fail_both() {
    let site = site(SITE).with("=== static/fonts/A.woff2\nFont.\n=== static/Fonts\nA file.\n");
    let told = site.build().problems();
    assert_eq!(told.matches("error[duplicate-route]").count(), 2, "{told}");
    for number in 1..=5 {
        let part = site.part(number, 5);
        assert_eq!((part.problems(), part.output.len()), (told.clone(), 0));
    }
}

#[test]
fn the_search_index_is_made_in_one_part() {
    let site = site(SITE);
    let has = |number: &u32| site.part(*number, 4).fine().output.keys().any(|path| path.starts_with("search/index/"));
    assert_eq!((1..=4).filter(has).count(), 1);
}
