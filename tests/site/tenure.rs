//! Actors in time: the roles that a report shows and gives, and events outside an actor's time.

use crate::harness::{check, section, site, text_of};

const ACTORS: &str = "\
=== content/actors/lna.md
---
name: Libyan National Army
kind: military
---
=== content/actors/haftar.md
---
name: Khalifa Haftar
kind: person
roles:
  - {role: Commander, of: lna, from: 2015-03-02, to: ..}
  - {role: Colonel, from: 1986, to: 1987}
  - {role: Envoy, from: 2019-01-01, to: 2019-12-31}
  - {role: Adviser, from: 2010}
  - Writer
---
=== content/actors/haftar.ar.md
---
name: خليفة حفتر
roles: [{role: القائد العام للجيش, from: 2015-03-02, to: ..}]
---
=== site.yaml
title: Test
base_url: https://test.example
languages: [en, ar, fr]
";

#[test]
fn a_report_shows_the_roles_held_on_its_day() {
    let shown = |date: &str, actor: &str| {
        let text = format!("=== content/reports/a.md\n---\ntitle: A\n{date}\nactors: [{actor}]\n---\n");
        let built = site(ACTORS).with(&text).build().fine();
        text_of(section(built.page("/reports/a/"), "gl-h-actors"))
            .split_once("Persons ")
            .map(|(_, rest)| rest.to_owned())
    };
    let expected = |roles: &str| Some(format!("Khalifa Haftar{roles}"));
    assert_eq!(shown("date: 2019-12-21", "haftar"), expected(" Commander, Libyan National Army Envoy"));
    assert_eq!(shown("date: 2020-01-01", "haftar"), expected(" Commander, Libyan National Army"));
    assert_eq!(shown("date: 2015-03-01", "haftar"), expected(""));
    // Which day of 1987 ended it is not on record.
    assert_eq!(shown("date: 1986-12-31", "haftar"), expected(" Colonel"));
    assert_eq!(shown("date: 1987-06-01", "haftar"), expected(""));
    // On some days of that year he did not command.
    assert_eq!(shown("date: 2015", "haftar"), expected(""));
    assert_eq!(shown("", "haftar"), expected(""));
    assert_eq!(shown("date: 2020-01-01", "{id: haftar, role: commander in chief}"), expected(" commander in chief"));
}

#[test]
fn a_version_shows_the_roles_in_its_language_where_the_record_has_them() {
    let text = "\
=== content/reports/a.md
---
title: A
date: 2020-01-01
actors: [haftar]
---
=== content/reports/a.ar.md
---
title: أ
---
=== content/reports/a.fr.md
---
title: Un
---";
    let built = site(ACTORS).with(text).build().fine();
    built.shows("/ar/reports/a/", "القائد العام للجيش");
    built.has_html("/fr/reports/a/", "<bdi lang=\"en\" dir=\"ltr\">Commander</bdi>");
}

#[test]
fn a_role_that_is_not_the_one_on_record_is_told() {
    let text = "\
=== content/reports/a.md
---
title: A
date: 2020-01-01
actors: [{id: haftar, role: spokesman of the LNA}]
---
";
    check(
        &format!("{ACTORS}{text}"),
        "\
warning[role-mismatch]: on 2020-01-01 the record of `haftar` has another role: “Commander”
 --> content/reports/a.md:4:29
  |
4 | actors: [{id: haftar, role: spokesman of the LNA}]
  |                             ^^^^^^^^^^^^^^^^^^^^ no word of this is in it
  |
 ::: content/actors/haftar.md:5:5
  |
5 |   - {role: Commander, of: lna, from: 2015-03-02, to: ..}
  |     ---------------------------------------------------- held on that day
  |
  = help: put right the report, or the record",
    );
    let told = |lang: &str, date: &str, role: &str| {
        let text = text.replace("title: A\n", &format!("title: A\nlang: {lang}\n"));
        let text = text.replace("spokesman of the LNA", role).replace("2020-01-01", date);
        site(ACTORS).with(&text).build().written().names().contains("role-mismatch")
    };
    assert!(told("ar", "2020-01-01", "المتحدث باسم الحكومة") && told("en", "2020-01-01", "Head of the of"));
    for (lang, date, role) in [
        ("en", "2020-01-01", "COMMANDER of the army"),
        // What may have been held that day counts too, and so do days for which there is no record.
        ("en", "2020-01-01", "adviser"),
        ("en", "2020-01-01", "writer and poet"),
        ("en", "2001-01-01", "spokesman"),
        ("en", "2020-01-01", "former envoy"),
        ("ar", "2020-01-01", "قائد الجيش"),
        ("ar", "2020-01-01", "المتحدث السابق"),
        // The record has nothing in French to compare with.
        ("fr", "2020-01-01", "porte-parole"),
    ] {
        assert!(!told(lang, date, role), "{role}");
    }
}

#[test]
fn who_acts_outside_their_time_is_told() {
    check(
        "\
=== content/actors/gaddafi.md
---
name: Muammar Gaddafi
died: 2011-10-20
---
=== content/actors/gna.md
---
name: Government of National Accord
from: 2015-12-17
to: 2021-03
---
=== content/reports/a.md
---
title: A
dates:
  - {date: 2011-10-21, label: A speech, actors: [gaddafi]}
  - {date: 2015, label: Talks, actors: [gna, gaddafi]}
  - {date: 2014, label: More talks, actors: [gna]}
  - {date: 2011-10, label: His death, actors: [gaddafi]}
---
",
        "\
warning[actor-after-end]: `gaddafi` takes part on 2011-10-21, after the actor's end, 2011-10-20
 --> content/reports/a.md:4:50
  |
4 |   - {date: 2011-10-21, label: A speech, actors: [gaddafi]}
  |                                                  ^^^^^^^
  |
 ::: content/actors/gaddafi.md:1:1
  |
1 | ---
  | --- the record says so
  |
  = help: put right one of the dates, or take the actor out

warning[actor-after-end]: `gaddafi` takes part on 2015, after the actor's end, 2011-10-20
 --> content/reports/a.md:5:46
  |
5 |   - {date: 2015, label: Talks, actors: [gna, gaddafi]}
  |                                              ^^^^^^^
  |
 ::: content/actors/gaddafi.md:1:1
  |
1 | ---
  | --- the record says so
  |
  = help: put right one of the dates, or take the actor out

warning[actor-before-start]: `gna` takes part on 2014, before the actor's beginning, 2015-12-17
 --> content/reports/a.md:6:46
  |
6 |   - {date: 2014, label: More talks, actors: [gna]}
  |                                              ^^^
  |
 ::: content/actors/gna.md:3:7
  |
3 | from: 2015-12-17
  |       ---------- the record says so
  |
  = help: put right one of the dates, or take the actor out",
    );
}

#[test]
fn an_actors_page_says_from_when_until_when() {
    let text = "=== content/actors/gna.md\n---\nname: GNA\nfounded: 2015-12-17\nto: 2021-03\n---\n";
    let built = site(text).build().fine();
    built.shows("/actors/gna/", "17 December 2015 – March 2021");
}

#[test]
fn the_dead_are_in_no_office() {
    for (key, roles) in [
        ("died: 2015-05-05", "[{role: Minister, from: 2012, to: ..}]"),
        ("dissolved: 2015", "[{role: Minister, from: 2012, to: 2020-01-01}]"),
        ("to: 2015-05", "[{role: Minister, from: .., to: ..}]"),
    ] {
        let on = |date: &str| {
            site(&format!(
                "\
=== content/actors/x.md
---
name: Someone
{key}
roles: {roles}
---
=== content/reports/a.md
---
title: A
date: {date}
actors: [x]
---
Words.
"
            ))
            .build()
            .written()
        };
        let built = on("2019-12-21");
        assert_eq!(Vec::from_iter(built.names()), ["role-after-end"], "{key}\n{}", built.problems());
        built.hides("/reports/a/", "Minister");
        on("2014-12-21").shows("/reports/a/", "Minister");
    }
}
