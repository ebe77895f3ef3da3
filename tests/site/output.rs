//! The output: the same bytes from any number of threads, and after an edit no file written but those that show it.

use std::collections::BTreeMap;
use std::path::Path;

use glossator::files::{Files, Memory};

use crate::harness::{ROOT, Site, of, site};

const SITE: &str = "\
=== content/reports/a.md
---
title: First
date: 2019-12-21
sources: [un-2259]
tags: [war]
---
[Haftar](actor:haftar) on [4 April](date:2019-04-04) [@un-2259].
=== content/reports/b.md
---
title: Second
date: 2020-01-02
image: map.png
image_alt: A map
---
[The GNA](actor:gna) in [March](date:2020-03) and [](report:a).
=== content/reports/map.png
PNG
=== content/actors/haftar.md
---
name: Haftar
kind: person
---
=== content/actors/gna.md
---
name: GNA
---
=== content/sources/un-2259.md
---
title: Resolution
---
=== content/about.md
---
title: About
---
Us.
";

/// Where the search index stands.
const INDEX: &str = "search/index/";

/// The files that a build changes, by path.
fn changed(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> Vec<String> {
    let is_new = |path: &&String| before.get(*path) != after.get(*path);
    after.keys().filter(is_new).cloned().collect()
}

/// Builds after an edit; the files that were written, those that are gone, and whether the bytes are those of a clean
/// build.
#[track_caller]
fn rebuild(site: &Site, edit: &str) -> (Vec<String>, Vec<String>) {
    let before = site.output();
    site.write(edit);
    let built = site.build().fine();
    let written = changed(&before, &built.output);
    let gone: Vec<String> = before.keys().filter(|path| !built.output.contains_key(*path)).cloned().collect();
    assert_eq!((built.counts.written, built.counts.removed), (written.len(), gone.len()), "{written:#?}");

    let clean = site_again(site);
    assert_eq!(clean.build().fine().output, built.output);
    // The index of the search has all words of all texts.
    let without_index = |paths: Vec<String>| paths.into_iter().filter(|path| !path.starts_with(INDEX)).collect();
    (without_index(written), without_index(gone))
}

/// The same files without an output.
fn site_again(site: &Site) -> Site {
    let again = crate::harness::site("=== content/x.md\n");
    again.remove("content/x.md");
    for (path, text) in site.files.texts("/site") {
        if !path.starts_with("public/") && !path.starts_with(".gloss/") {
            again.files.put(&format!("/site/{path}"), text);
        }
    }
    again
}

#[test]
fn a_second_build_writes_nothing() {
    let site = site(SITE);
    let first = site.build().fine();
    assert_eq!((first.counts.written, first.counts.unchanged), (first.output.len(), 0));
    let second = site.build().fine();
    assert_eq!((second.counts.written, second.counts.unchanged, second.counts.removed), (0, first.output.len(), 0));
    assert_eq!(second.output, first.output);
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let build = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| site(SITE).build().fine().output)
    };
    let one = build(1);
    for threads in [2, 7] {
        assert_eq!(build(threads), one);
    }
}

#[test]
fn new_words_change_only_the_pages_that_show_them() {
    let site = site(SITE);
    site.build().fine();
    let edit = "\
=== content/reports/b.md
---
title: Second
date: 2020-01-02
image: map.png
image_alt: A map
summary: A summary.
---
[The GNA](actor:gna) in [March](date:2020-03) and [](report:a). One sentence more.
";
    let (written, gone) = rebuild(&site, edit);
    assert_eq!(
        written,
        [
            "actors/gna/feed.xml",
            "actors/gna/index.html",
            "dates/2020/01/02/index.html",
            "dates/2020/01/index.html",
            "dates/2020/index.html",
            "feed.xml",
            "index.html",
            "reports/b/data.json",
            "reports/b/index.html",
            "reports/index.html",
        ]
    );
    assert_eq!(gone, Vec::<String>::new());
}

#[test]
fn a_word_at_the_end_of_a_text_changes_only_its_own_page() {
    let site = site(SITE);
    site.write("=== content/reports/a.md\n---\ntitle: First\nsummary: S\n---\nOne.\n\nTwo.\n");
    site.build().fine();
    let (written, _) =
        rebuild(&site, "=== content/reports/a.md\n---\ntitle: First\nsummary: S\n---\nOne.\n\nTwo, and a word.\n");
    assert_eq!(written, ["reports/a/index.html"]);
}

#[test]
fn a_new_mention_changes_the_two_pages_and_their_lists() {
    let site = site(SITE);
    site.build().fine();
    let edit = "=== content/about.md\n---\ntitle: About\n---\nUs, and [Haftar](actor:haftar).\n";
    let (written, _) = rebuild(&site, edit);
    assert_eq!(written, ["about/index.html", "actors/haftar/index.html"]);
}

#[test]
fn a_new_name_changes_every_page_that_shows_it() {
    let site = site(SITE);
    site.build().fine();
    let (written, _) = rebuild(&site, "=== content/actors/haftar.md\n---\nname: Khalifa Haftar\nkind: person\n---\n");
    assert_eq!(
        written,
        [
            "actors/haftar/card/index.html",
            "actors/haftar/feed.xml",
            "actors/haftar/index.html",
            "actors/index.html",
            "index.html",
            "reports/a/data.json",
            "reports/a/index.html",
        ]
    );
}

#[test]
fn a_template_changes_the_pages_that_use_it() {
    let site = site(SITE);
    site.build().fine();
    let edit =
        "=== templates/tag.html\n{% extends \"margin/tag.html\" %}{% block title %}<title>T</title>{% endblock %}\n";
    let (written, _) = rebuild(&site, edit);
    assert_eq!(written, ["tags/war/index.html"]);
}

#[test]
fn a_picture_that_changes_is_written_alone() {
    let site = site(SITE);
    site.build().fine();
    assert_eq!(rebuild(&site, "=== content/reports/map.png\nPNG 2\n").0, ["reports/map.png"]);
}

#[test]
fn the_files_of_a_removed_report_vanish_and_strangers_stay() {
    let site = site(SITE);
    site.build().fine();
    site.files.put("/site/public/CNAME", "test.example");
    site.files.put("/site/public/reports/b/stranger.txt", "here");
    site.remove("content/reports/b.md");
    let before = site.output();
    let built = site.build().fine();
    let gone: Vec<&str> = before.keys().filter(|path| !built.output.contains_key(*path)).map(String::as_str).collect();
    assert_eq!(
        gone,
        [
            "dates/2020/01/02/index.html",
            "dates/2020/01/index.html",
            "dates/2020/03/index.html",
            "dates/2020/index.html",
            "reports/b/cite.bib",
            "reports/b/cite.json",
            "reports/b/cite.ris",
            "reports/b/data.json",
            "reports/b/index.html",
            "reports/map.png",
        ]
    );
    assert_eq!(built.counts.removed, gone.len());
    assert_eq!(built.output["CNAME"], "test.example");
    assert_eq!(built.output["reports/b/stranger.txt"], "here");
}

#[test]
fn nothing_is_written_while_an_error_stands_and_all_after_it_is_mended() {
    let site = site(SITE);
    let before = site.build().fine().output;
    let sound = "=== content/about.md\n---\ntitle: About\n---\nUs, now.\n";
    site.write("=== content/about.md\n---\ntitle: About\n---\n[Us](/nowhere/), now.\n");
    assert_eq!(site.build().output, before);
    assert_eq!(rebuild(&site, sound).0, ["about/index.html"]);
}

#[test]
fn no_moment_of_the_build_shows_in_the_output() {
    let first = site(SITE).build().fine().output;
    assert_eq!(site(SITE).at(1_900_000_000).build().fine().output, first);
}

#[test]
fn without_its_content_folder_a_site_is_not_built_as_an_empty_one() {
    let built = of(Memory::new()).with("=== site.yaml\ntitle: A\nbase_url: https://a.example\n");
    built.files.remove_empty_folder(&Path::new(ROOT).join("content")).unwrap();
    let built = built.build();
    assert_eq!(
        built.problems(),
        "error[missing-file]: there is no folder `content`\n--> content\n = help: make it, with a first report in it: \
         `gloss new report 'A title'`"
    );
    assert!(built.output.is_empty());
}

#[test]
fn where_the_name_of_the_output_can_not_be_read_no_other_folder_is_looked_into() {
    let site =
        site("=== site.yaml\ntitle: A\nbase_url: https://a.example\nout: [site]\n=== public/theirs.txt\nHere.\n");
    assert_eq!(site.build().names(), ["wrong-type"].into());
    assert_eq!(site.output().into_keys().collect::<Vec<_>>(), ["theirs.txt"]);
}
