//! Directions of writing that a text begins: what is told, and what other pages get of it.

use super::*;

fn told(text: &str) -> Vec<String> {
    let parsed = read(text);
    let lines = problems(text, &parsed);
    lines.lines().map(|line| line.escape_default().to_string().replace("\\u{2019}", "’")).collect()
}

/// What is told of a text: the place of each that is left open.
fn left_open(text: &str) -> Vec<(u32, u32)> {
    let spots = read(text).problems.into_iter().map(|problem| match problem.place.unwrap().spot {
        Spot::Bytes(start, end) => (start, end),
        other => panic!("{other:?}"),
    });
    spots.collect()
}

#[test]
fn a_direction_that_a_paragraph_leaves_open_was_not_told() {
    assert_eq!(
        told("Some \u{202e}words.\n\nOther \u{2067}words.\n"),
        [
            "hidden-character: U+202E RIGHT-TO-LEFT OVERRIDE is left open, and may change the order of what is seen behind it \
             at `\\u{202e}`; take it out, or write U+202C POP DIRECTIONAL FORMATTING where it ends",
            "hidden-character: U+2067 RIGHT-TO-LEFT ISOLATE is left open, and may change the order of what is seen behind it \
             at `\\u{2067}`; take it out, or write U+2069 POP DIRECTIONAL ISOLATE where it ends",
        ]
    );
}

#[test]
fn what_a_paragraph_ends_is_not_told() {
    for text in [
        "a \u{2067}b [c](actor:c) d\u{2069} e",
        "a \u{2067}b\nc\u{2069} d",
        "*a \u{202b}b* \u{202c}c",
        "\u{2067}a \u{202e}b\u{2069} c",
        "\u{200f}a\u{200e}\u{61c} \u{202c}b\u{2069}",
    ] {
        assert_eq!(told(text), [""; 0], "{text:?}");
    }
}

#[test]
fn each_block_ends_its_own_directions() {
    assert_eq!(left_open("# \u{202e}a\n\nb\u{202c}"), [(2, 5)]);
    assert_eq!(left_open("- \u{202e}a\n- b\u{202c}\n"), [(2, 5)]);
    assert_eq!(left_open("|\u{202e}a|b\u{202c}|\n|-|-|\n"), [(1, 4)]);
    assert_eq!(left_open("> \u{202e}a\n>\n> b\u{202c}\n"), [(2, 5)]);
    assert_eq!(left_open("a[^1]\n\n[^1]: b \u{202e}c\n"), [(15, 18)]);
    assert_eq!(left_open("&#x202e;a `b`\n"), [(0, 8)]);
    assert_eq!(left_open("a `b\u{202e}`\n"), [(4, 7)]);
}

#[test]
fn a_line_of_code_is_a_block() {
    assert_eq!(left_open("```\na \u{2067}b\u{2069}\nc \u{2067}d\n\u{2069}\n```\n"), [(16, 19)]);
    assert!(left_open("<div>\na \u{2067}b\n\u{2069}</div>\n").is_empty());
}

#[test]
fn other_pages_were_turned_around_by_words_that_they_quote() {
    let parsed = read(
        "# A \u{202e}b\n\nOne \u{202e}two [three](actor:c) four.\n\nA \u{2067}b [c](actor:c) d\u{2069}. [@d, \u{202e}x]\n",
    );
    let shown = links(&parsed);
    assert!(shown.contains("One \u{202e}two [three] four.\u{202c}\n"), "{shown:?}");
    assert!(shown.contains("A \u{2067}b [c] d\u{2069}."), "{shown:?}");
    assert!(shown.contains("(\u{202e}x\u{202c})"), "{shown:?}");
    let headline = &parsed.headline;
    assert_eq!(headline.heading.as_deref(), Some("A \u{202e}b\u{202c}"));
    assert_eq!(headline.opening.as_deref(), Some("One \u{202e}two three four.\u{202c}"));
    assert_eq!(&*parsed.outline.headings[0].text, "A \u{202e}b\u{202c}");
}

#[test]
fn many_directions_that_are_left_open_are_one_problem() {
    assert_eq!(left_open(&"\u{202e}a\u{2069} ".repeat(50_000)), [(0, 3)]);
}
