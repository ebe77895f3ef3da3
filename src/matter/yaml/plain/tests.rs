//! What the scanner of plain YAML reads, against the parser of the whole language.

use proptest::prelude::*;

use super::super::general;
use super::read;

#[test]
fn front_matter_as_it_is_usually_written_is_plain() {
    assert!(read(include_str!("../../tests/report.yaml")).is_some());
}

/// Pieces of YAML, plain and otherwise, of which texts are made that are right, nearly right or nonsense.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "\n", "\n", "\n", "\n  ", "\n  ", "\n    ", "\n- ", "\n  - ", "\n  - ", "\n-", "\n# c\n", "\r\n", " ", " ", "  ",
    "\t", "a: ", "b: ", "c: ", "a:", "b:", "c:", "d_1.x-y: ", "a : ", "2011: ", "'q': ", "\"q\": ", "- ", "-", "[",
    "]", "{", "}", ", ", ",", ": ", ":", "? ", "?", "#", " # c", "x", "y z", "é", "خليفة", "\u{85}", "\u{2028}",
    "\u{feff}", "~", "null", "Null", "true", "False", "yes", "1", "0", "007", "0x1F", "1.5", "1e3", "1e999", "-1",
    "+1", ".5", ".inf", "..", "2019-12-21", "2019-04-03..2019-04-05", "08:20:00 -08:00", "https://x.example/a?b#c",
    "'", "\"", "'s t'", "\"d e\"", "''", "\\", "|", ">", "&a ", "*a", "!t ", "%", "@", "`", "=", "<<", "(", "/", "$",
    "_", "---", "...", "12345678901234567890",
];

/// What may stand in brackets, and between.
#[rustfmt::skip]
const ITEMS: &[&str] = &[
    "a", "b", "c c", "a: b", "b: 1", "c: ", "d:", "'q': 1", "2011", "2019-12-14", "1.5", "..", "2011..2013", "~",
    "true", "\"s, t\"", "'u'", "x:y", "? e", "e?", "-", "- f", "#", "g # h", "é", "007", "&a h", "*a", "it's", "i!",
    "", " ", "[]", "[a, {b, c}]", "{d: e}", "l: [1]", "m: 'n'", "http://x", "o: p:q", "-1", "@r", "s@t",
];
const SEPARATORS: &[&str] = &[", ", ", ", ", ", ",", ",", " , ", ": ", "], ", "}, ", ", [", ", {", "\n", ",\n  "];

/// A tree of blocks, and how it is written.
#[derive(Debug, Clone)]
enum Piece {
    Line(&'static str),
    Keys(Vec<(usize, Piece)>),
    Items(Vec<(usize, Piece)>),
}

fn block() -> impl Strategy<Value = Piece> {
    let line = prop::sample::select(LINES).prop_map(Piece::Line);
    let piece = line.prop_recursive(4, 24, 4, |piece| {
        let pieces = || prop::collection::vec((0..24_usize, piece.clone()), 1..4);
        prop_oneof![pieces().prop_map(Piece::Keys), pieces().prop_map(Piece::Items)]
    });
    prop::collection::vec((0..24_usize, piece), 1..4).prop_map(Piece::Keys)
}

/// Writes a piece, whose lines begin in a column or further in.
fn write(piece: &Piece, column: usize, text: &mut String) {
    let (pieces, keys) = match piece {
        Piece::Line(line) => return text.push_str(line),
        Piece::Keys(pieces) => (pieces, true),
        Piece::Items(pieces) => (pieces, false),
    };
    for (index, (style, piece)) in pieces.iter().enumerate() {
        if index > 0 {
            *text += ["\n", "\n", "\n", "\r\n", "\n\n", "\n # c\n"][style % 6];
            *text += &" ".repeat(column);
        }
        *text += if keys { ["a:", "b:", "c:", "d_1.x-y:", "2011:", "e:"][(style + index) % 6] } else { "-" };
        let step = [2, 2, 4, 1, 0, 2][style / 4];
        let is_list = matches!(piece, Piece::Items(_));
        match piece {
            Piece::Line(_) => *text += [" ", " ", "  "][style % 3],
            // A mapping may begin on the line of its hyphen.
            Piece::Keys(_) if !keys => *text += &" ".repeat(step.max(1)),
            _ => {
                let step = if is_list { step } else { step.max(1) };
                *text += ["\n", " # c\n"][style % 2];
                *text += &" ".repeat(column + step);
            }
        }
        let inner = match piece {
            Piece::Keys(_) if !keys => column + 1 + step.max(1),
            _ if is_list => column + step,
            _ => column + step.max(1),
        };
        write(piece, inner, text);
    }
}

/// What may stand behind a key or a hyphen, on the same line.
#[rustfmt::skip]
const LINES: &[&str] = &[
    "x", "y z", "é", "خليفة", "~", "null", "true", "False", "yes", "1", "007", "0x1F", "1.5", "1e3", "-1", "..",
    "2019-12-21", "2019-12-21 08:20:00 -08:00", "https://x.example/a?b#c", "'s: t'", "\"d #e\" # f", "''",
    "[a, 'b', {c: d}]", "{a: 1, b} # c", "", "# c", "x # c", "x: y", "'it''s'", "\"\\n\"", "| ", "a:", "-", "- x",
    "*a", "&a b", "!t x", "x\n  y", "x  ", "[a,\n b]",
];

/// Reads a text both ways, where it is plain.
fn compare(text: &str) -> Result<(), TestCaseError> {
    if let Some(root) = read(text) {
        let whole = general(text);
        let same = whole.as_ref().is_ok_and(|document| document.root == root && document.twice.is_empty());
        let whole = whole.map(|document| document.root);
        prop_assert!(same, "{text:?} was read as {root:?}, and is {whole:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_read_as_plain_is_what_the_whole_language_has(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24),
    ) {
        compare(&pieces.concat())?;
    }

    #[test]
    fn blocks_that_are_read_as_plain_are_what_the_whole_language_has(
        block in block(),
        cut in any::<prop::sample::Index>(),
        whole in prop::bool::weighted(0.7),
    ) {
        let mut text = String::new();
        write(&block, 0, &mut text);
        if !whole && text.is_char_boundary(cut.index(text.len())) {
            text.remove(cut.index(text.len()));
        }
        compare(&text)?;
    }

    #[test]
    fn brackets_that_are_read_as_plain_are_what_the_whole_language_has(
        open in prop::sample::select(&["[", "{", "[[", "[{", "{a: [", "{a: {"][..]),
        items in prop::collection::vec((prop::sample::select(ITEMS), prop::sample::select(SEPARATORS)), 0..5),
        last in prop::sample::select(ITEMS),
        close in prop::sample::select(&["]", "}", "]]", "}]", "]}", "}}", "} # c", "] x", "", "]\n  x", "]\nb: c"][..]),
    ) {
        let items: String = items.into_iter().flat_map(|(item, separator)| [item, separator]).collect();
        compare(&format!("k: {open}{items}{last}{close}"))?;
    }
}
