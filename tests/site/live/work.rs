//! How much is made again: the pages that an edit shows on, and no others.
//!
//! The theme is the one in the binary, so that what is claimed here holds for what people have.

use std::collections::BTreeSet;

use super::compare::route;
use super::followed::{Followed, Look};

const SITE: &str = r"
=== site.yaml
title: The Site
base_url: https://test.example
=== content/reports/alpha.md
---
title: Zanzibar
date: 2019-12-21
summary: What happened.
actors: [haftar]
tags: [militias]
---
First, [he](actor:haftar) spoke.

In the middle are words.

At the end are words.
=== content/reports/beta.md
---
title: Beta
date: 2019-12-12
summary: What happened before.
---
See [](report:alpha). The [GNA](actor:gna) spoke.
=== content/reports/gamma.md
---
title: Gamma
date: 2018-01-05
summary: What happened long ago.
---
[](actor:haftar) came.
=== content/actors/haftar.md
---
name: Khalifa Haftar
kind: person
---
=== content/actors/gna.md
---
name: Accord
kind: government
---
=== static/map.css
p {}
";

/// All is held: nothing is made again for want of memory.
const HELD: usize = 1 << 20;

fn site() -> Followed {
    Followed::new(SITE, HELD)
}

/// The pages whose bytes have these words.
fn pages_with(site: &Followed, words: &str) -> BTreeSet<String> {
    let output = site.files.texts("/site/public");
    output.iter().filter(|(path, text)| text.contains(words) && !is_index(path)).map(|(path, _)| route(path)).collect()
}

/// Whether a file is one of the search index, in which all words are.
fn is_index(path: &str) -> bool {
    path.starts_with("search/index/")
}

/// The pages that were made after an edit.
#[track_caller]
fn made(mut site: Followed, edit: impl FnOnce(&mut Followed)) -> BTreeSet<String> {
    edit(&mut site);
    site.look(Look::Named).unwrap();
    site.made()
}

fn routes<const N: usize>(routes: [&str; N]) -> BTreeSet<String> {
    routes.map(str::to_owned).into()
}

#[test]
fn the_first_build_makes_every_page() {
    let site = site();
    let pages = site.watched.round.site.as_ref().unwrap().pages.all().iter();
    assert_eq!(site.made(), pages.map(|page| page.route.to_string()).collect());
}

#[test]
fn an_edit_of_prose_makes_its_own_page() {
    let alpha = "content/reports/alpha.md";
    let edits: [(&str, &str); 4] = [
        ("In the middle are words.", "In the middle are other words."),
        ("At the end are words.", "At the end are *others*."),
        ("At the end are words.", "A paragraph comes between.\n\nAt the end are words."),
        ("At the end are words.", "At the end are words.\n\nA paragraph comes last."),
    ];
    for (words, others) in edits {
        let made = made(site(), |site| site.replace(alpha, words, others));
        assert_eq!(made, routes(["/reports/alpha/"]), "{others}");
    }
}

#[test]
fn an_edit_that_moves_a_mention_makes_the_pages_that_tell_its_paragraph_too() {
    let edit = |site: &mut Followed| site.replace("content/reports/alpha.md", "First,", "A new one.\n\nFirst,");
    assert_eq!(made(site(), edit), routes(["/actors/haftar/", "/reports/alpha/"]));
}

#[test]
fn a_new_title_makes_the_pages_that_show_it() {
    let site = site();
    let shown = pages_with(&site, "Zanzibar");
    assert!(shown.len() > 5, "{shown:?}");
    assert_eq!(made(site, |site| site.replace("content/reports/alpha.md", "Zanzibar", "Pemba")), shown);
}

#[test]
fn a_new_name_of_an_actor_makes_the_pages_that_show_it() {
    let site = site();
    let shown = pages_with(&site, "Khalifa Haftar");
    assert!(shown.len() > 4, "{shown:?}");
    assert_eq!(made(site, |site| site.replace("content/actors/haftar.md", "Khalifa Haftar", "The General")), shown);
}

#[test]
fn an_edit_of_the_base_template_makes_all_pages() {
    const BASE: &str = include_str!("../../../themes/margin/templates/base.html");
    let site = site();
    let pages = pages_with(&site, "<!DOCTYPE html>");
    assert_eq!(made(site, |site| site.write("templates/base.html", &BASE.replace("</body>", "<hr></body>"))), pages);
}

#[test]
fn an_edit_of_one_layout_makes_the_pages_that_have_it() {
    let text = "{% extends \"margin/actor.html\" %}{% block footer_extra %}Own{% endblock footer_extra %}";
    let made = made(site(), |site| site.write("templates/actor.html", text));
    assert_eq!(made, routes(["/actors/gna/", "/actors/haftar/"]));
}

#[test]
fn a_word_of_the_theme_makes_the_pages_in_its_language() {
    let made = made(site(), |site| site.write("i18n/ar.ftl", "skip = تخط\n"));
    assert_eq!(made, routes([]));
}

#[test]
fn a_static_file_makes_no_page() {
    assert_eq!(made(site(), |site| site.write("static/map.css", "p { color: red }")), routes([]));
    assert_eq!(made(site(), |site| site.write("static/new.css", "p {}")), routes([]));
    assert_eq!(made(site(), |site| site.remove("static/map.css")), routes([]));
}

#[test]
fn nothing_is_made_where_nothing_has_changed() {
    let mut site = site();
    site.look(Look::Everything).unwrap();
    assert_eq!(site.made(), routes([]));
    site.replace("content/reports/alpha.md", "Zanzibar", "Zanzibar");
    site.look(Look::Named).unwrap();
    assert_eq!(site.made(), routes([]));
}

#[test]
fn what_was_edited_back_is_made_again_once() {
    let mut site = site();
    for (words, others) in [("the middle", "the centre"), ("the centre", "the middle")] {
        site.replace("content/reports/alpha.md", words, others);
        site.look(Look::Named).unwrap();
        assert_eq!(site.made(), routes(["/reports/alpha/"]));
    }
}

#[test]
fn an_edit_of_a_file_reads_no_other_content() {
    let mut site = site();
    // Whoever reads these is refused, and that would be told.
    for other in ["content/actors", "content/reports/beta.md", "content/reports/gamma.md", "static"] {
        site.files.break_reads(&format!("/site/{other}"));
    }
    site.replace("content/reports/alpha.md", "Zanzibar", "Pemba");
    site.look(Look::Named).unwrap();
    assert_eq!(site.watched.round.problems, []);
    assert!(site.page("/reports/beta/").body.contains("Pemba"));
}
