//! Margin notes.

use super::*;

#[test]
fn a_note_leaves_the_text_and_counts_where_it_is_referred_to() {
    check(
        "First.\n\nA [@a] note[^1], then [@c] and again[^1].\n\n[^1]: By [Haftar](actor:haftar) [@b].\n\nLast.",
        "<p id=\"p1\">⟦1⟧First.</p>\n<p id=\"p2\">⟦2⟧A⟦cite 0⟧ note⟦note 0⟧, then⟦cite 3⟧ and again⟦note 0⟧.</p>\n\
         <p id=\"p3\">⟦3⟧Last.</p>\n\
         note 0 [1] p2: By ⟦open 1⟧Haftar⟦close 1⟧⟦cite 2⟧.\n",
        "0 @a p2 | A []note, then and again.\n1 actor haftar p2 | By [Haftar].\n2 @b p2 | By Haftar[].\n\
         3 @c p2 | A note, then []and again.\n",
        "",
    );
}

#[test]
fn a_note_has_lines_instead_of_blocks() {
    check(
        "x[^long]\n\n[^long]: One\n    two.\n\n    Three:\n\n    - a\n    - b\n\n      c\n\n    2. d\n\n    > quoted\n\n    # Head\n\n    \
         | t | u |\n    |---|---|\n    | v | w |\n\n    ```rust\n    let x < 1;\n    ```\n\n    ---\n\n    End.",
        "<p id=\"p1\">⟦1⟧x⟦note 0⟧</p>\n\
         note 0 [long] p1: One\ntwo.<br>Three:<br>• a<br>• b<br>c<br>2. d<br>quoted<br><strong>Head</strong><br>t · u<br>v · w\
         <br><code>let x &lt; 1;</code><br>End.\n",
        "",
        "",
    );
}

#[test]
fn notes_come_in_the_order_of_their_references() {
    check(
        "[^b] [^A]\n\n[^a]: one\n[^b]: two\n[^unused]: [@c]\n[^b]: [@again]",
        "<p id=\"p1\">⟦1⟧⟦note 0⟧ ⟦note 1⟧</p>\nnote 0 [b] p1: two\nnote 1 [A] p1: one\n",
        "",
        "",
    );
}

#[test]
fn a_note_within_a_note_stands_beside_it() {
    check(
        "x[^a] y[^a]\n\n[^a]: one[^b]\n[^b]: two[^c][^a]\n[^c]: three [@d]",
        "<p id=\"p1\">⟦1⟧x⟦note 0⟧⟦note 1⟧⟦note 2⟧ y⟦note 0⟧</p>\n\
         note 0 [a] p1: one\nnote 1 [b] p1: two\nnote 2 [c] p1: three⟦cite 0⟧\n",
        "0 @d p1 | three []\n",
        "",
    );
}

#[test]
fn an_undefined_label_is_text() {
    check("x[^none].", "<p id=\"p1\">⟦1⟧x[^none].</p>\n", "", "");
}
