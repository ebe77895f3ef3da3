//! What time alone changes.

use super::edits::Edit;
use super::followed::{Followed, Look};

/// The moment is 1 January 2024.
const SITE: &str = r"
=== site.yaml
title: The Site
base_url: https://test.example
=== content/reports/now.md
---
title: Now
date: 2019-12-21
---
Words.
=== content/reports/later.md
---
title: Later
date: 2019-12-21
embargo: 2024-01-03T06:00Z
---
Words on [](actor:haftar).
=== content/reports/tomorrow.md
---
title: Tomorrow
date: 2024-01-02
---
Words.
=== content/actors/haftar.md
---
name: Khalifa Haftar
---
";

fn site() -> Followed {
    Followed::new(SITE, 1 << 20)
}

fn told(site: &Followed) -> Vec<String> {
    let served = site.served.preview.found().problems.iter();
    let watched = site.watched.round.problems.iter();
    let served = served.map(|problem| format!("served: {}", problem.name));
    served.chain(watched.map(|problem| format!("watched: {}", problem.name))).collect()
}

#[test]
fn a_report_appears_when_its_embargo_ends_though_no_file_has_changed() {
    let mut site = site();
    let path = "reports/later/index.html";
    let output = |site: &Followed| site.files.texts("/site/public");
    assert!(!output(&site).contains_key(path));
    assert!(site.page("/reports/later/").body.contains("Under embargo."));

    site.edit(&Edit::Wait(2));
    site.look(Look::Named).unwrap();
    assert!(!output(&site).contains_key(path), "six hours early");

    site.edit(&Edit::Wait(1));
    site.look(Look::Named).unwrap();
    let output = output(&site);
    assert!(output.contains_key(path));
    assert!(output["actors/haftar/index.html"].contains("/reports/later/"));
    assert!(output["feed.xml"].contains("/reports/later/"));
    assert!(!site.page("/reports/later/").body.contains("Under embargo."));
}

#[test]
fn a_date_in_the_future_is_told_until_it_has_come() {
    let mut site = site();
    assert_eq!(told(&site), ["served: future-date", "watched: future-date"]);
    site.edit(&Edit::Wait(1));
    site.look(Look::Named).unwrap();
    assert_eq!(told(&site), [""; 0]);
    assert_eq!(site.made().len(), 0, "{:?}", site.made());
}

#[test]
fn time_that_changes_nothing_makes_nothing() {
    let mut site = site();
    site.edit(&Edit::Wait(3));
    site.look(Look::Named).unwrap();
    site.edit(&Edit::Wait(100));
    site.look(Look::Named).unwrap();
    assert!(site.made().is_empty());
}

#[test]
fn a_clock_that_is_put_back_hides_what_is_under_embargo_again() {
    let mut site = site();
    site.edit(&Edit::Wait(3));
    site.look(Look::Named).unwrap();
    site.now -= 2 * 86_400;
    // Whoever puts the clock back has to touch something: time that goes back wakes nobody.
    site.replace("content/reports/now.md", "Words.", "Other words.");
    site.look(Look::Named).unwrap();
    assert!(!site.files.texts("/site/public").contains_key("reports/later/index.html"));
}
