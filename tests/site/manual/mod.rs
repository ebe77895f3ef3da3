//! The manual's page on themes says what is there. `UPDATE_MANUAL=1 cargo test --test site manual` renews its reference.

mod examples;
mod reference;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use glossator::theme::{LAYOUTS, margin};

const BEGIN: &str = "<!-- reference -->\n";
const END: &str = "<!-- end of reference -->\n";

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/themes.md")
}

fn page() -> String {
    fs::read_to_string(path()).unwrap()
}

#[test]
fn the_reference_is_that_of_the_code() {
    let page = page();
    let (before, rest) = page.split_once(BEGIN).unwrap();
    let (reference, after) = rest.split_once(END).unwrap();
    let now = format!("\n{}\n", reference::reference());
    if std::env::var_os("UPDATE_MANUAL").is_some() {
        fs::write(path(), format!("{before}{BEGIN}{now}{END}{after}")).unwrap();
        return;
    }
    assert!(reference == now, "docs/themes.md is out of date: UPDATE_MANUAL=1 cargo test --test site manual");
}

/// What stands between back quotes, in text and tables.
fn code(page: &str) -> impl Iterator<Item = &str> {
    page.split("\n```").step_by(2).flat_map(|prose| prose.split('`').skip(1).step_by(2))
}

#[test]
fn every_template_that_it_names_is_there() {
    let (theme, _) = margin();
    let templates: BTreeSet<&str> = theme.templates.iter().map(|template| &*template.name).collect();
    let page = page();
    let named: BTreeSet<&str> = code(&page).filter(|name| name.ends_with(".html") && !name.starts_with('/')).collect();
    assert!(named.len() > 10, "{named:?}");
    for name in named {
        let name = name.trim_start_matches("margin/").trim_start_matches("templates/").trim_start_matches("NAME/");
        assert!(templates.contains(name) || name == "brief.html", "there is no template {name}");
    }
}

#[test]
fn it_has_every_layout_and_block() {
    let (theme, _) = margin();
    let page = page();
    let named: BTreeSet<&str> = code(&page).flat_map(|words| words.split(' ')).collect();
    for layout in LAYOUTS {
        assert!(page.contains(&format!("\n| `{layout}` |")), "the layout {layout} is missing");
    }
    let mut blocks = BTreeSet::new();
    for template in &theme.templates {
        let found = template.text.split("{% block ").skip(1).filter_map(|rest| rest.split([' ', '%']).next());
        blocks.extend(found);
    }
    let missing: Vec<_> = blocks.iter().filter(|block| !named.contains(**block)).collect();
    assert!(missing.is_empty(), "blocks that the manual does not name: {missing:?}");
}

#[test]
fn the_component_files_are_those_of_the_default_theme() {
    let (theme, _) = margin();
    let page = page();
    for template in theme.templates.iter().filter(|template| template.name.starts_with("components/")) {
        assert!(page.contains(&format!("`{}`", template.name)), "{} is missing", template.name);
    }
}

#[test]
fn its_examples_work() {
    let page = page();
    let example = |language: &str, mark: &str| {
        let blocks = page.split("\n```").skip(1).step_by(2);
        let found = blocks.filter_map(|block| block.strip_prefix(language)).find(|block| block.contains(mark));
        found.unwrap_or_else(|| panic!("no example with {mark}")).to_owned()
    };
    let text = format!(
        "\
=== content/reports/a.md
---
title: A
tags: [t]
---
=== templates/head-extra.html{}
=== templates/report.html{}
=== templates/404.html{}
{}{{{{ t(key=\"reports-of-week\") }}}} {{{{ t(key=\"n-reports\", n=3) }}}}
=== i18n/en.ftl{}
=== static/ours.css
p {{}}
",
        example("html", "head-extra.html"),
        example("html", "footer_extra"),
        example("html", "component badge").replace("report.title", "page.title"),
        example("html", "<badge").replace("report.title", "\"B\""),
        example("fluent", "n-reports"),
    );
    let built = crate::harness::site(&text).build().fine();
    built.has_html("/reports/a/", "<span>Report a</span>").has_html("/reports/a/", "href=\"/ours.css\"");
    assert!(!built.page("/reports/a/").contains("rel=\"tag\""));
    built.has_html("/404.html", "<b class=\"badge big\">B</b>").has_html("/404.html", "Reports of the week 3 reports");
}

/// The manual's examples are what `gloss` draws of the site in `tests/faults`.
#[test]
fn each_problem_is_shown_as_it_is_drawn() {
    let drawn = include_str!("../snapshots/site__faults__faults.snap");
    let page = include_str!("../../../docs/problems.md");
    let mut shown = 0;
    for block in page.split("```text\n").skip(1) {
        let example = block.split("\n```").next().unwrap_or_default();
        let name = example.split(['[', ']']).nth(1).unwrap_or_default();
        if drawn.contains(&format!("[{name}]")) {
            assert!(drawn.contains(example), "`gloss` no longer draws this example of {name}:\n{example}");
            shown += 1;
        }
    }
    assert!(shown >= 30, "only {shown} examples were compared");
}
