//! Whole texts in, whole texts out.

use super::dates::dates;
use super::{Subject, Suggestion, Suggestions, apply, changes, escape};
use crate::config::Config;
use crate::edtf::Key;
use crate::matter::MatterKind;
use crate::parse::{self, Options, SourceFile};

fn link(range: std::ops::Range<usize>, target: &str) -> Suggestion {
    Suggestion { range, target: target.into(), reason: String::new() }
}

#[test]
fn links_are_written_around_the_words_and_nothing_else_changes() {
    let text = "One Haftar\r\non 4 April.\n\nTwo.\n";
    let links = [link(4..10, "actor:haftar"), link(15..22, "date:[2019-04-04, 2019-04-05]")];
    let linked = "One [Haftar](actor:haftar)\r\non [4 April](<date:[2019-04-04, 2019-04-05]>).\n\nTwo.\n";
    assert_eq!(apply(text, &links), linked);
    assert_eq!(apply(text, &[]), text);
}

#[test]
fn lines_that_change_are_shown_with_their_numbers() {
    let text = "a\nHaftar met Haftar\nb\nGNA";
    let links = [link(2..8, "actor:haftar"), link(13..19, "actor:haftar"), link(22..25, "actor:gna")];
    let changes = changes(text, &links);
    let shown: Vec<_> = changes.iter().map(|change| (change.line, change.before, &*change.after)).collect();
    assert_eq!(
        shown,
        [(2, "Haftar met Haftar", "[Haftar](actor:haftar) met [Haftar](actor:haftar)"), (4, "GNA", "[GNA](actor:gna)")]
    );
}

#[test]
fn plain_text_reads_the_same_as_markdown() {
    assert_eq!(
        escape("# 1\n- a_b *c* [d] <e> & `f`\n2019. On\nUS$5 100%% ~x~\n"),
        "\\# 1\n\\- a\\_b \\*c\\* \\[d\\] \\<e> \\& \\`f\\`\n2019\\. On\nUS\\$5 100%\\% \\~x\\~\n"
    );
}

/// What a report of 21 December 2019 is with the dates that are found in it, and the words that stay in doubt.
#[track_caller]
fn dated(report: &str, expected: &str, in_doubt: &[&str]) {
    let file = format!("---\ntitle: T\n---\n\n{report}");
    let source = SourceFile { path: "content/reports/r.md".into(), kind: MatterKind::Report, lang: None };
    let text = parse::text(&source, file.as_bytes(), &Options::from(&Config::default()));
    let subject = Subject { file: &file, text: &text, lang: "en", written_on: Key::new(2019, 12, 21), own: None };
    let mut found = Suggestions::default();
    dates(&subject, &mut found);
    assert_eq!(apply(&file, &found.links), format!("---\ntitle: T\n---\n\n{expected}"));
    let doubts: Vec<&str> = found.doubts.iter().map(|doubt| &file[doubt.range.clone()]).collect();
    assert_eq!(doubts, in_doubt);
}

#[test]
fn a_date_that_the_author_links_is_what_later_phrases_go_with() {
    dated(
        "It began [that *Tuesday*](date:2011-02-15). Later that month, on 26 February, the Council met.\n",
        "It began [that *Tuesday*](date:2011-02-15). Later [that month](date:2011-02), on [26 February](date:2011-02-26), \
         the Council met.\n",
        &[],
    );
}

#[test]
fn a_heading_ends_what_dates_go_with() {
    dated(
        "They met in 2015.\n\n## Later\n\nThe same year, it failed.\n",
        "They met in [2015](date:2015).\n\n## Later\n\nThe same year, it failed.\n",
        &[],
    );
}

#[test]
fn a_quotation_is_neither_reckoned_from_the_report_nor_from_its_text() {
    dated(
        "They met on 4 April 2019.\n\n> We met yesterday, on 12 December. The same day, on 4 April 2018, it failed.\n\n\
         A day later, it failed.\n",
        "They met on [4 April 2019](date:2019-04-04).\n\n> We met yesterday, on 12 December. The same day, on \
         [4 April 2018](date:2018-04-04), it failed.\n\n[A day later](date:2019-04-05), it failed.\n",
        &["yesterday", "12 December"],
    );
}

#[test]
fn a_date_under_a_heading_of_another_time_is_in_doubt() {
    for heading in
        ["1999", "The war of 1999", "The 1990s", "December", "A century ago", "2011–2019", "Resolution of '99"]
    {
        let report = format!("## {heading}\n\nOn 12 December he fell.\n\n### The fall\n\nOn 13 December he fell.\n");
        dated(&report, &report, &["12 December", "13 December"]);
    }
    dated(
        "## 2019\n\nOn 12 December he fell.\n\n## In 1999\n\nA.\n\n## Now\n\nOn 13 December he fell.\n",
        "## 2019\n\nOn [12 December](date:2019-12-12) he fell.\n\n## In 1999\n\nA.\n\n## Now\n\nOn \
         [13 December](date:2019-12-13) he fell.\n",
        &[],
    );
    let underlined = "In 1999\n=======\n\nThe fall\n--------\n\nOn 12 December he fell.\n";
    dated(underlined, underlined, &["12 December"]);
}

#[test]
fn a_date_in_a_list_or_table_of_another_time_is_in_doubt() {
    for report in [
        "- 1999\n  - On 12 December he fell.\n",
        "- 1999\n  - He rose.\n  - He ruled.\n  - He aged. He slept. He ate. He drank.\n  - On 12 December he fell.\n",
        "**1999**\n\n- He rose.\n- He ruled.\n- He aged.\n- He slept.\n- On 12 December he fell.\n",
        "| Date 1999 | What |\n|---|---|\n| A | B |\n| C | D |\n| E | F |\n| On 12 December | He fell. |\n",
    ] {
        dated(report, report, &["12 December"]);
    }
    dated(
        "- In 1999 he rose.\n- He ruled.\n\nHe aged. He slept. He ate. He drank.\n\nOn 12 December he fell.\n",
        "- In [1999](date:1999) he rose.\n- He ruled.\n\nHe aged. He slept. He ate. He drank.\n\nOn \
         [12 December](date:2019-12-12) he fell.\n",
        &[],
    );
}
