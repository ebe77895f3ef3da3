//! Front matter in, typed values and whole messages out.

use super::key::Keys as _;
use super::*;
use crate::problem::Spot;

/// Problems as a reader of these tests sees them: name and place, message, mend, second places. Byte ranges are shown
/// with what stands there.
pub(crate) fn told(text: &str, problems: &[Problem]) -> String {
    let spot = |place: &crate::problem::Place| match &place.spot {
        Spot::File => "file".to_owned(),
        Spot::Value(path) => format!("value {path}"),
        Spot::Key(path) => format!("key {path}"),
        Spot::Character(path, c) => format!("character {path} {}", c.escape_unicode()),
        Spot::Bytes(start, end) => {
            let line = text[..*start as usize].matches('\n').count() + 1;
            format!("line {line} `{}`", &text[*start as usize..*end as usize])
        }
        Spot::Link(number) => format!("link {number}"),
    };
    let mut lines = Vec::new();
    for problem in problems {
        let place = problem.place.as_ref().map(spot).unwrap_or_default();
        lines.push(format!("{} at {place}: {}", problem.name, problem.message));
        lines.extend(problem.help.iter().map(|help| format!("  help: {help}")));
        lines.extend(problem.related.iter().map(|other| format!("  {}: {}", spot(&other.place), other.message)));
    }
    lines.join("\n")
}

/// Reads front matter, which must be right.
fn good(kind: MatterKind, yaml: &str) -> FrontMatter {
    let (front, problems) = read(kind, &Str::from("x.md"), yaml, 0..yaml.len());
    assert_eq!(told(yaml, &problems), "");
    front
}

/// What is told of front matter.
fn bad(kind: MatterKind, yaml: &str) -> String {
    let (_, problems) = read(kind, &Str::from("x.md"), yaml, 0..yaml.len());
    told(yaml, &problems)
}

fn report(yaml: &str) -> (Common, ReportMatter) {
    let matter = good(MatterKind::Report, yaml).matter;
    match matter.own {
        Own::Report(own) => (matter.common, *own),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_report_has_everything_that_its_author_wrote() {
    let matter = good(MatterKind::Report, include_str!("tests/report.yaml"));
    insta::assert_debug_snapshot!(matter);
}

#[test]
fn an_actor_has_names_roles_and_ids() {
    let yaml = "
name: Khalifa Haftar
kind: armed-group
names:
  - {name: خليفة حفتر, lang: ar}
  - Hifter
aliases: [Haftar]
roles:
  - {role: Commander, of: lna, from: 2015-03, to: .., sources: [un-2259]}
  - Field marshal
ids: {wikidata: Q712977, viaf: 12345}
image: haftar.jpg
";
    insta::assert_debug_snapshot!(good(MatterKind::Actor, yaml));
}

#[test]
fn a_sources_own_file_is_the_sources_record() {
    let yaml = "
title: Resolution 2259
type: Resolution
author: {family: Salamé, given: Ghassan}
publisher: {literal: UN Security Council}
number: S/RES/2259
date: 2015-12-23
lang: en
grade: a1
doi: 10.1000/5
volume: 1.10
event-date: 2015-12
issued: 2016
tags: [resolutions]
id: un-2259
";
    insta::assert_debug_snapshot!(good(MatterKind::Source, yaml));
}

#[test]
fn keys_from_other_generators_are_understood() {
    let (common, _) = report(
        "
title: A
publishDate: 2019-12-21
lastmod: 2019-12-23
author: desk
excerpt: Two.
description: One.
categories: [a, '#b']
keywords: b, c
redirect_from: /old/
aliases: [/older/]
template: report.html
url: /here/
draft: true
",
    );
    let date = common.date.as_ref().map(|moment| moment.date.as_str());
    let embargo = common.embargo.as_ref().map(|embargo| embargo.0.date.as_str());
    assert_eq!((date, embargo), (Some("2019-12-21"), Some("2019-12-21")));
    assert_eq!(common.updated.as_ref().map(|moment| moment.date.as_str()), Some("2019-12-23"));
    assert_eq!(common.authors, [NameRef::whole("desk")]);
    assert_eq!(common.tags, ["a".into(), "b".into(), "c".into()]);
    assert_eq!(common.redirects, ["/old/".into(), "/older/".into()]);
    assert_eq!(common.layout.as_deref(), Some("report"));
    assert_eq!(common.permalink.as_deref(), Some("/here/"));
    assert_eq!(common.status, Some(Status::Draft));
}

#[test]
fn the_strictest_word_on_being_shown_counts() {
    let status = |yaml: &str| report(&format!("title: A\n{yaml}")).0.status;
    assert_eq!(status("status: published\ndraft: true"), Some(Status::Draft));
    assert_eq!(status("published: false\nstatus: unlisted"), Some(Status::Draft));
    assert_eq!(status("publish: true\nunlisted: true"), Some(Status::Unlisted));
    assert_eq!(status("draft: false"), None);
    assert_eq!(status("published: 2019-12-21"), None);
}

#[test]
fn a_key_under_its_own_name_goes_before_those_that_mean_the_same() {
    assert_eq!(good(MatterKind::Report, "description: Two\ntitle: A\nsummary: One").summary.as_deref(), Some("One"));
    assert_eq!(good(MatterKind::Report, "summary: One\ntitle: A\nexcerpt: Two").summary.as_deref(), Some("One"));
}

#[test]
fn dates_are_what_they_look_like() {
    let dates = |yaml: &str| {
        let (_, report) = report(&format!("title: A\ndates:{yaml}"));
        report.dates.iter().map(|entry| entry.date.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(dates(" 2011"), ["2011"]);
    assert_eq!(dates(" [2011, 2012-04]"), ["2011", "2012-04"]);
    assert_eq!(dates("\n- [2019-12-14,2019-12-21]\n- [2011..2013]"), ["[2019-12-14,2019-12-21]", "[2011..2013]"]);
    assert_eq!(dates("\n- {2011,2013-04}\n- {date: [2011,2012]}"), ["{2011,2013-04}", "[2011,2012]"]);
    assert_eq!(dates("\n- 2011/..\n- 2019-12-12?\n- '2019'\n- 2011~"), ["2011/..", "2019-12-12?", "2019", "2011~"]);
}

#[test]
fn numbers_are_text_as_written() {
    let yaml = "title: 2019\nactors: [2259, {id: 1.10}]\ntags: [1.50, 007]\nsummary: 1e3";
    let front = good(MatterKind::Report, yaml);
    assert_eq!((front.title.as_deref(), front.summary.as_deref()), (Some("2019"), Some("1e3")));
    let (common, report) = report(yaml);
    assert_eq!(common.tags, ["1.50".into(), "007".into()]);
    assert_eq!(report.actors.iter().map(|actor| &*actor.written).collect::<Vec<_>>(), ["2259", "1.10"]);
}

#[test]
fn a_key_without_a_value_is_not_given() {
    let yaml = "title: A\nsummary:\ntags: ~\nsources:\n  -\nlang: ''\nimage: null\nactors:\n  - {id: a, role: }";
    let (common, report) = report(yaml);
    assert_eq!(common, Common::default());
    assert_eq!(report.actors.len(), 1);
}

#[test]
fn all_problems_of_a_file_are_told_at_once() {
    insta::assert_snapshot!(bad(MatterKind::Report, include_str!("tests/wrong.yaml")));
}

#[test]
fn what_is_wrong_leaves_the_rest_as_it_is() {
    let yaml = "title: A\nsources: [a, {id: b, grade: Z, url: 'https://b.example'}, [c]]\ndate: soon\nlang: en";
    let (FrontMatter { matter, .. }, problems) = read(MatterKind::Report, &Str::from("x.md"), yaml, 0..yaml.len());
    assert_eq!(problems.len(), 3);
    assert_eq!(matter.common.lang.as_deref(), Some("en"));
    assert_eq!(matter.common.sources.len(), 2);
    let record = &matter.common.sources[1].record.as_ref().unwrap().record;
    assert_eq!((record.grade, record.url.as_deref()), (None, Some("https://b.example")));
}

#[test]
fn what_a_file_is_nothing_without() {
    let needs_title = "missing-key at value : a report needs the key `title`\n  help: add `title: …`";
    assert_eq!(bad(MatterKind::Report, "date: 2019"), needs_title);
    assert_eq!(bad(MatterKind::Report, ""), needs_title);
    assert_eq!(bad(MatterKind::Report, "# nothing yet"), needs_title);
    let needs_name = "missing-key at value : an actor needs the key `name`\n  help: add `name: …`";
    assert_eq!(bad(MatterKind::Actor, "title: ''\nkind: person"), needs_name);
    assert_eq!(bad(MatterKind::Page, "menu: false"), "");
    assert_eq!(bad(MatterKind::Report, "title: [A]"), "wrong-type at value title: `title` must be text, not a list");
    assert_eq!(
        bad(MatterKind::Report, "- title"),
        "wrong-type at value : the YAML must be keys with values, `title: …`, not a list"
    );
}

#[test]
fn kinds_have_keys_of_their_own() {
    let told = "unknown-key at key dates: `dates` is no key of a date's file\n  help: did you mean `date`?";
    assert_eq!(bad(MatterKind::Date, "dates: [2011]"), told);
    assert_eq!(
        bad(MatterKind::Page, "actor: x"),
        "unknown-key at key actor: `actor` is no key of a page\n  help: did you mean `author`?"
    );
    let told = "unknown-key at key isbm: `isbm` is no key of a source\n  help: did you mean `ISBN`?";
    assert_eq!(bad(MatterKind::Source, "isbm: 5"), told);
}

#[test]
fn places_are_of_the_file_and_not_of_its_front_matter() {
    let text = "---\ntitle: A\ntitle: B\n---\n";
    let (front, problems) = read(MatterKind::Report, &Str::from("x.md"), text, 4..22);
    assert_eq!(front.title.as_deref(), Some("A"));
    assert_eq!(
        told(text, &problems),
        "duplicate-key at line 3 `title`: the key `title` is given twice\n  line 2 `title`: first given here"
    );
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 2_000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn nothing_that_is_written_makes_reading_fail(
        keys in proptest::collection::vec((0..200_usize, "[-0-9TZ:+.~?%X/, \\[\\]{}\"'#|é\u{2028}a-f]{0,16}"), 0..6),
        garbage in "\\PC{0,12}",
    ) {
        let known: Vec<_> =
            [keys::CommonKey::TABLE, keys::ReportKey::TABLE, keys::ActorKey::TABLE, keys::SourceKey::TABLE].concat();
        let lines = keys.iter().map(|(key, value)| format!("{}: {value}\n", known[key % known.len()].name));
        let yaml = lines.collect::<Vec<_>>().concat() + &garbage;
        for kind in [MatterKind::Report, MatterKind::Actor, MatterKind::Source, MatterKind::Date, MatterKind::Page] {
            let (_, problems) = read(kind, &Str::from("x.md"), &yaml, 0..yaml.len());
            told(&yaml, &problems);
        }
    }
}

#[test]
fn names_that_look_the_same_were_two_without_a_word() {
    let told = bad(
        MatterKind::Report,
        "title: A \u{202e}b\u{202c}, \u{2066}c\u{2069}\ntags: [d\u{200b}e, می\u{200c}خواهم]\nauthors: [{given: F\u{ad}, family: G}]\n\
         summary: \u{2067}h\u{2069} \u{202a}i\nactors: [j\u{2060}k]\nsources: [{id: l\u{feff}m, title: \"\\u202dn\"}]\n",
    );
    assert_eq!(
        told,
        "hidden-character at character title \\u{202e}: `title` must have no hidden characters, and has U+202E RIGHT-TO-LEFT OVERRIDE
  help: take it out: it changes the order of what is seen
hidden-character at character tags[0] \\u{200b}: an item of `tags` must have no hidden characters, and has U+200B ZERO WIDTH SPACE
  help: take it out: nobody sees it
hidden-character at character authors[0].given \\u{ad}: `given` must have no hidden characters, and has U+00AD SOFT HYPHEN
  help: take it out: nobody sees it
hidden-character at character summary \\u{202a}: `summary` must end the directions that it gives, and leaves U+202A LEFT-TO-RIGHT EMBEDDING open
  help: take it out, or write U+202C POP DIRECTIONAL FORMATTING where it ends
hidden-character at character actors[0] \\u{2060}: an item of `actors` must have no hidden characters, and has U+2060 WORD JOINER
  help: take it out: nobody sees it
hidden-character at character sources[0].id \\u{feff}: `id` must have no hidden characters, and has U+FEFF ZERO WIDTH NO-BREAK SPACE
  help: take it out: nobody sees it
hidden-character at character sources[0].title \\u{202d}: `title` must have no hidden characters, and has U+202D LEFT-TO-RIGHT OVERRIDE
  help: take it out: it changes the order of what is seen"
    );
}

#[test]
fn a_name_in_a_list_left_its_direction_open() {
    let yaml = "name: A\nnames: [\u{202e}b]\nextra: {c: \u{202e}d}\n";
    let (front, _) = read(MatterKind::Actor, &Str::from("x.md"), yaml, 0..yaml.len());
    let Own::Actor(actor) = &front.matter.own else { panic!() };
    assert_eq!(&*actor.names[0].name, "\u{202e}b\u{202c}");
    assert_eq!(front.matter.common.extra["c"].0, "\u{202e}d\u{202c}");
}
