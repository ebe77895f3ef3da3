//! What random edits have found, each as it went wrong, and what is promised of states that can't be built.

use std::collections::BTreeSet;

use glossator::files::Files;

use super::edits::Edit;
use super::example;
use super::followed::{Followed, Look, Side};
use crate::harness::{check, site};

/// Bytes of bodies that a preview holds in memory: all of a small site, or as few as can be.
const ALL: usize = 1 << 20;
const FEW: usize = 0;

const ALPHA: &str = "content/reports/alpha.md";

fn example() -> Followed {
    Followed::new(&example::site(), ALL)
}

/// Looks, and compares both sides with clean builds.
#[track_caller]
fn compare(site: &mut Followed) {
    for side in [Side::Shown, Side::Written] {
        site.check(Look::Named, side).unwrap_or_else(|what| panic!("{what}"));
    }
}

#[test]
fn a_version_in_the_language_of_its_original_wants_the_same_address_and_that_is_told() {
    check(
        "
=== site.yaml
title: Test
base_url: https://test.example
languages: [en, ar]
=== content/reports/beta.md
---
title: Beta
date: 2019-12-12
---
Words.
=== content/reports/beta.ar.md
---
title: Beta again
lang: en
---
Words.
",
        "
error[duplicate-route]: the address `/reports/beta/` is taken
--> content/reports/beta.md
 = help: give one of the two another address
 = note: content/reports/beta.ar.md: also stands there",
    );
}

#[test]
fn a_broken_report_lost_its_body_where_that_was_not_in_memory() {
    let mut site = Followed::new(&example::site(), FEW);
    compare(&mut site);
    let page = site.page("/reports/alpha/");
    site.write(ALPHA, "---\ntitle: [\n---\n");
    site.look(Look::Named).unwrap();
    assert_eq!(site.page("/reports/alpha/").body, page.body);
    site.edit(&Edit::Mend);
    compare(&mut site);
    assert_eq!(site.page("/reports/alpha/").body, page.body);
}

#[test]
fn a_site_yaml_that_says_nothing_is_not_taken_for_one_that_can_not_be_read() {
    let mut site = example();
    site.write("site.yaml", "paginate: many\n");
    compare(&mut site);
    site.write("site.yaml", "title: [");
    site.write(ALPHA, "---\ntitle: Alpha\nkind: [\n---\n");
    compare(&mut site);
    let told: Vec<_> = site.watched.round.problems.iter().map(|problem| problem.name.as_str()).collect();
    assert_eq!(told, ["yaml-syntax"], "what is wrong in other files can't be told without site.yaml");
}

#[test]
fn while_front_matter_is_broken_its_page_stays_and_other_edits_show() {
    let mut site = example();
    let before = site.page("/reports/alpha/").body;
    site.write(ALPHA, "---\ntitle: [\n---\nOther words.\n");
    site.replace("content/reports/2019/beta.md", "spoke since", "spoke again since");
    site.look(Look::Named).unwrap();

    let alpha = site.page("/reports/alpha/");
    assert_eq!((alpha.status, alpha.body), (200, before));
    assert_eq!(alpha.state["errors"], 1);
    let overlay = &alpha.state["overlay"][0];
    assert_eq!((&overlay["name"], &overlay["file"]), (&"yaml-syntax".into(), &ALPHA.into()));
    let beta = site.page("/reports/beta/");
    assert!(beta.body.contains("spoke again since"));
    assert_eq!(beta.state["overlay"].as_array().map(Vec::len), Some(0), "it is not beta's fault");

    site.edit(&Edit::Mend);
    compare(&mut site);
}

#[test]
fn while_a_template_is_broken_pages_stay_and_other_edits_show() {
    let faults =
        ["{% if %}", "{{ report.nothing }}", "{% extends \"nowhere.html\" %}", "{{ report.title | nofilter }}"];
    for fault in faults {
        let mut site = example();
        site.write("templates/report.html", fault);
        site.replace(ALPHA, "It ends", "It does end");
        site.look(Look::Named).unwrap();
        let alpha = site.page("/reports/alpha/");
        assert_eq!(alpha.status, 200, "{fault}");
        assert!(alpha.body.contains("It does end") && alpha.body.contains("<h1>Alpha</h1>"), "{fault}\n{}", alpha.body);
        assert_eq!(alpha.state["overlay"][0]["file"], "templates/report.html", "{fault}");
        let actor = site.page("/actors/haftar/");
        assert_eq!(actor.state["overlay"].as_array().map(Vec::len), Some(0), "{fault}");
        site.edit(&Edit::Mend);
        compare(&mut site);
    }
}

#[test]
fn while_site_yaml_can_not_be_read_all_stays_and_edits_show() {
    let mut site = example();
    site.write("site.yaml", "title: [");
    site.replace(ALPHA, "It ends", "It does end");
    site.look(Look::Named).unwrap();
    let alpha = site.page("/reports/alpha/");
    assert!(alpha.status == 200 && alpha.body.contains("It does end") && alpha.body.contains("The Site"));
    assert_eq!(alpha.state["overlay"][0]["file"], "site.yaml");
    site.edit(&Edit::Mend);
    compare(&mut site);
}

#[test]
fn what_was_removed_or_moved_is_found_at_its_old_address_no_more() {
    let mut site = example();
    compare(&mut site);
    let gone = |site: &Followed, route: &str| {
        let page = site.page(route);
        assert_eq!((page.status, page.version), (404, None), "{route}");
    };
    site.rename("content/actors/gna.md", "content/actors/accord.md");
    site.rename("static/site.css", "static/style.css");
    site.remove("content/about.md");
    compare(&mut site);
    gone(&site, "/site.css");
    gone(&site, "/about/");
    assert_eq!(site.page("/actors/accord/").status, 200);

    site.rename("content/reports/2019", "content/reports/_aside");
    compare(&mut site);
    gone(&site, "/reports/beta/");
    gone(&site, "/ar/reports/beta/");
    gone(&site, "/reports/gamma/plan.png");
    site.rename("content/reports/_aside", "content/reports/2020");
    compare(&mut site);
    assert_eq!(site.page("/reports/beta/").status, 200);
}

#[test]
fn another_output_folder_gets_everything() {
    let mut site = example();
    compare(&mut site);
    let yaml = String::from_utf8(site.files.read("/site/site.yaml".as_ref()).unwrap()).unwrap();
    site.write("site.yaml", &format!("{yaml}out: elsewhere\n"));
    site.look(Look::Named).unwrap();
    assert_eq!(site.files.texts("/site/elsewhere"), site.files.texts("/site/public"));
}

#[test]
fn what_somebody_changed_in_the_output_is_put_right_by_the_next_build() {
    let mut site = example();
    site.files.put("/site/public/index.html", "Somebody's");
    site.files.remove_file("/site/public/reports/alpha/index.html".as_ref()).unwrap();
    site.files.put("/site/public/CNAME", "test.example");
    // The output is not watched: what happens there is seen when something else is edited, here to what it was.
    site.replace("content/about.md", "We are", "We are");
    site.look(Look::Named).unwrap();
    let routes = ["/", "/reports/alpha/"].map(str::to_owned);
    assert_eq!(site.made(), routes.into());
    site.files.remove_file("/site/public/CNAME".as_ref()).unwrap();
    compare(&mut site);
}

#[test]
fn a_theme_comes_and_goes() {
    let mut site = Followed::new(&plain_site(), ALL);
    compare(&mut site);
    site.write("themes/slate/templates/report.html", "<html><head></head>{{ report.title }}</html>\n");
    site.write("themes/slate/static/slate.css", "p {}");
    compare(&mut site);
    site.replace("site.yaml", "title: Plain", "title: Plain\ntheme: slate");
    compare(&mut site);
    assert!(site.page("/reports/x/").body.starts_with("<html><head></head>X"));
    assert_eq!(site.page("/slate.css").status, 200);
    site.remove("themes/slate/templates/report.html");
    compare(&mut site);
    site.rename("themes/slate", "themes/margin");
    compare(&mut site);
    site.replace("site.yaml", "theme: slate", "theme: margin");
    compare(&mut site);
    assert_eq!(site.page("/slate.css").status, 200, "it takes the place of the theme in the binary, without templates");
    site.rename("themes/margin", "themes/slate");
    compare(&mut site);
    assert_eq!(site.page("/reports/x/").faults(), None);
}

#[test]
fn a_theme_without_words_and_templates_is_told_and_nobody_panics() {
    let mut site = Followed::new("=== site.yaml\ntitle: Plain\n=== themes/margin/static/margin.css\np {}\n", ALL);
    compare(&mut site);
    let told: BTreeSet<_> = site.watched.round.problems.iter().map(|problem| &*problem.message).collect();
    assert!(told.contains("there is no template `home.html`"), "{told:?}");
}

#[test]
fn a_static_file_that_changed_while_site_yaml_was_broken_is_copied_when_that_is_mended() {
    let mut site = Followed::new(&plain_site(), ALL);
    site.write("static/site.css", "p {}");
    compare(&mut site);
    site.replace("site.yaml", "title: Plain", "title: [");
    site.write("static/site.css", "p { color: red }");
    site.look(Look::Named).unwrap();
    site.replace("site.yaml", "title: [", "title: Plain");
    compare(&mut site);
}

#[test]
fn a_picture_that_gets_a_script_is_published_no_more() {
    const PICTURE: &str = "content/reports/map.svg";
    let picture = |inside: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>\n");
    let text = format!(
        "{}=== content/reports/y.md\n---\ntitle: Y\ndate: 2019\n---\n![A map](map.svg)\n=== {PICTURE}\n{}",
        plain_site(),
        picture("<path/>")
    );
    let mut site = Followed::new(&text, ALL);
    for (seconds, inside) in [(100, "<path/>"), (200, "<script>x()</script>"), (300, "<g/>")] {
        // As time passes, what is known of the picture counts.
        site.files.set_clock(seconds);
        site.write(PICTURE, &picture(inside));
        site.files.set_clock(seconds + 50);
        compare(&mut site);
        compare(&mut site);
    }
}

#[test]
fn names_of_an_actor_are_links_as_its_file_has_them_last() {
    const ACTOR: &str = "content/actors/haftar.md";
    let text =
        plain_site().replace("title: Plain", "title: Plain\nautolink: all").replace("Words.", "Haftar met Swehli.");
    let mut site = Followed::new(&format!("{text}=== {ACTOR}\n---\nname: Khalifa Haftar\nnames: [Haftar]\n---\n"), ALL);
    compare(&mut site);
    site.replace(ACTOR, "[Haftar]", "[Swehli]");
    compare(&mut site);
    let link = "<a class=\"actor k-other\" data-actor=\"haftar\"";
    let is_linked = |site: &Followed| site.page("/reports/x/").body.contains(&format!("Haftar met {link}"));
    assert!(is_linked(&site));
    site.replace(ACTOR, "names: [Swehli]", "names: [");
    site.look(Look::Named).unwrap();
    assert!(is_linked(&site));
    site.replace(ACTOR, "names: [", "names: [Haftar]");
    compare(&mut site);
}

#[test]
fn a_citation_of_sources_that_nobody_knows_shows_their_keys() {
    let site = Followed::new(&plain_site().replace("Words.", "Words [@memo; @no-one]."), ALL);
    let page = site.page("/reports/x/").body;
    assert!(page.contains("\">@memo; @no-one</mark>"), "{page}");
}

/// A site with the theme in the binary.
fn plain_site() -> String {
    let text = "=== site.yaml\ntitle: Plain\n=== content/reports/x.md\n---\ntitle: X\ndate: 2019-12-12\n---\nWords.\n";
    site(text).build().written();
    text.to_owned()
}
