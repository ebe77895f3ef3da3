//! Whole texts in, whole texts out.

use super::{apply, changes, escape};
use crate::suggest::Suggestion;

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
