//! What the tests share, and all that is not a drawing.

mod drawings;
mod programs;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::*;
use crate::problem::{Level, Name, Place, Problem};

struct Site(Vec<(&'static str, &'static str)>);

impl Sources for Site {
    fn text(&self, file: &str) -> Option<String> {
        self.0.iter().find(|(name, _)| *name == file).map(|(_, text)| (*text).to_owned())
    }

    fn redacted(&self, _: &str, text: &str) -> Vec<Range<usize>> {
        crate::matter::withheld(text, 0..text.len())
    }

    fn is_copy(&self, file: &str) -> bool {
        file.starts_with("archive/")
    }

    fn link_span(&self, file: &str, number: u32) -> Option<Range<u32>> {
        let text = self.text(file)?;
        let (start, link) = text.match_indices('[').nth(number as usize)?;
        let end = start + link.len() + text[start..].find(')')?;
        Some(u32::try_from(start).ok()?..u32::try_from(end).ok()?)
    }
}

const PLAIN: Look = Look { colour: false, width: 100 };

fn diagnosis(site: &Site, problems: &[Problem]) -> Diagnosis {
    locate(problems, &BTreeMap::new(), false, site)
}

fn drawn(text: &'static str, problem: Problem) -> String {
    let site = Site(vec![("content/reports/a.md", text), ("site.yaml", text)]);
    let diagnosis = diagnosis(&site, &[problem]);
    diagnosis.human(&diagnosis.problems[0], PLAIN)
}

fn report() -> Arc<str> {
    Arc::from("content/reports/a.md")
}

fn bytes(text: &str, words: &str) -> Place {
    let start = text.find(words).unwrap();
    Place::bytes(&report(), start..start + words.len())
}

#[test]
fn problems_are_sorted_told_once_and_counted() {
    let site = Site(vec![("a.md", "one two\n"), ("b.md", "one two\n")]);
    let at = |file: &str, start: usize| Place::bytes(&Arc::from(file), start..start + 3);
    let dead = |file, start| Problem::at(Name::BrokenLink, at(file, start), "nothing there");
    let problems = [
        Problem::nowhere(Name::NoBaseUrl, "no feeds"),
        dead("b.md", 0).page("/c/"),
        dead("a.md", 4),
        Problem::at(Name::UnusedSource, at("a.md", 0), "never cited"),
        dead("b.md", 0).page("/b/"),
        dead("b.md", 0).page("/d/"),
        dead("b.md", 0).page("/d/"),
        dead("a.md", 4),
    ];
    let found = diagnosis(&site, &problems);
    let told: Vec<String> = found.problems.iter().map(|it| found.human(it, PLAIN)).collect();
    assert_eq!(
        told,
        [
            "warning[unused-source]: never cited\n --> a.md:1:1\n  |\n1 | one two\n  | ^^^",
            "error[broken-link]: nothing there\n --> a.md:1:5\n  |\n1 | one two\n  |     ^^^",
            concat!(
                "error[broken-link]: nothing there\n --> b.md:1:1\n  |\n1 | one two\n  | ^^^\n  |\n",
                "  = note: while making /b/ and 2 other pages"
            ),
            "note[no-base-url]: no feeds",
        ]
    );
    assert_eq!(found.tally().to_string(), "2 errors, 1 warning, 1 note");
    assert_eq!(Tally::default().to_string(), "no problems");
}

#[test]
fn levels_follow_the_configuration_but_what_would_leak_stays() {
    let lint = BTreeMap::from([
        (Name::UnusedSource, Level::Allow),
        (Name::UnknownActor, Level::Warn),
        (Name::HiddenTarget, Level::Allow),
    ]);
    assert_eq!(effective(Name::UnusedSource, &lint, true), Level::Allow);
    assert_eq!(effective(Name::UnknownActor, &lint, false), Level::Warn);
    assert_eq!(effective(Name::UnknownActor, &lint, true), Level::Deny);
    assert_eq!(effective(Name::HiddenTarget, &lint, false), Level::Deny);
    assert_eq!(effective(Name::NoBaseUrl, &BTreeMap::new(), true), Level::Note);
}

#[test]
fn colours_are_used_where_they_are_asked_for() {
    let site = Site(vec![]);
    let found = diagnosis(&site, &[Problem::nowhere(Name::NoBaseUrl, "no feeds")]);
    let coloured = found.human(&found.problems[0], Look { colour: true, width: 100 });
    assert!(coloured.contains("\x1b["), "{coloured:?}");
}

proptest::proptest! {
    #[test]
    fn any_range_of_any_text_can_be_drawn_and_the_drawing_names_the_position(
        text in "(\u{feff})?([a-zé خ京\t\r\n\u{1b}\u{202e}]|\r\n){0,30}",
        start in 0_usize..80,
        length in 0_usize..80,
        width in 1_usize..60,
    ) {
        let text: &'static str = Box::leak(text.into_boxed_str());
        let site = Site(vec![("a.md", text)]);
        let place = Place::bytes(&Arc::from("a.md"), start..start + length);
        let related = Place::bytes(&Arc::from("a.md"), length..length + 2);
        let found = diagnosis(&site, &[Problem::at(Name::BrokenLink, place, "no").label("x").related(related, "y")]);
        let at = found.problems[0].mark.as_ref().unwrap().extent.as_ref().unwrap().start;
        let drawing = found.human(&found.problems[0], Look { colour: false, width });
        let header = format!("--> a.md:{}:{}\n", at.line, at.column);
        proptest::prop_assert!(drawing.contains(&header), "{header}\n{drawing}");
    }
}

#[test]
fn the_manual_has_a_section_for_every_problem_with_its_level() {
    let manual = include_str!("../../../docs/problems.md");
    for name in Name::ALL.iter().copied() {
        let level = match name.usual() {
            Level::Deny => "Error",
            Level::Warn => "Warning",
            Level::Note => "Note",
            Level::Allow => "Off",
        };
        let lowered = if name.is_fixed() { "can't be lowered" } else { "can be changed" };
        let head = format!("\n## {name}\n\n*{level}; {lowered}.*\n");
        assert!(manual.contains(&head), "docs/problems.md lacks{head}");
    }
    assert_eq!(manual.matches("\n## ").count(), Name::ALL.len(), "a section of a problem that does not exist");
}

#[test]
fn a_line_of_any_length_is_drawn_near_the_mark_alone() {
    let text: &'static str = format!("---\n---\n{}%%é%% [@x] {}\n", "é ".repeat(5_000), "b ".repeat(5_000)).leak();
    let problem = || Problem::at(Name::LostCitation, bytes(text, "[@x]"), "it cites nothing");
    let site = Site(vec![("content/reports/a.md", text)]);
    let diagnosis = diagnosis(&site, &[problem()]);
    let drawing = |width, redacts: bool| {
        let look = Look { width, ..PLAIN };
        let located = &diagnosis.problems[0];
        if redacts { diagnosis.shared(located, look) } else { diagnosis.human(located, look) }
    };
    assert_eq!(
        drawing(40, true),
        "error[lost-citation]: it cites nothing
 --> content/reports/a.md:3:10007
  |
 ::: 
3 | ... é é é ▇▇▇▇▇ [@x] b b b b b b ...
  |                 ^^^^"
    );
    assert_eq!(drawing(2_000, false).matches('é').count(), 332);
}
