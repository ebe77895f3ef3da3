//! Citations, and how Markdown can swallow them.

use super::*;

#[test]
fn a_citation_is_one_link_with_several_citations() {
    check(
        "The embassy spoke [see @embassy-2019, p. 2; -@un-2259, para. 3, emphasis added]. It ended.",
        "<p id=\"p1\">⟦1⟧The embassy spoke⟦cite 0⟧. It ended.</p>\n",
        "0 (see)@embassy-2019 page 2; -@un-2259 paragraph 3(emphasis added) p1 | The embassy spoke[].\n",
        "",
    );
}

#[test]
fn smart_punctuation_and_emphasis_do_not_reach_keys() {
    check(
        "A [@a--b, pp. 3-5, \"so\"] [see *@c*] [@]",
        "<p id=\"p1\">⟦1⟧A⟦cite 0⟧ [see <em>@c</em>] [@]</p>\n",
        "0 @a(--b, pp. 3-5, \"so\") p1 | A [][see @c] [@]\n1 bare c p0\n",
        "",
    );
}

#[test]
fn neighbours_are_two_citations() {
    check(
        "A [@a][@b] [@c][] [@d][@e][@f] end.",
        "<p id=\"p1\">⟦1⟧A⟦cite 0⟧⟦cite 1⟧⟦cite 2⟧⟦cite 3⟧⟦cite 4⟧⟦cite 5⟧ end.</p>\n",
        "0 @a p1 | A []end.\n1 @b p1 | A []end.\n2 @c p1 | A []end.\n3 @d p1 | A []end.\n4 @e p1 | A []end.\n5 @f p1 | A []end.\n",
        "",
    );
}

#[test]
fn words_in_brackets_before_a_citation_stay() {
    check("A [*sic*][@b].", "<p id=\"p1\">⟦1⟧A [<em>sic</em>]⟦cite 0⟧.</p>\n", "0 @b p1 | A [sic][].\n", "");
}

#[test]
fn a_backslash_between_brackets_or_the_sign_of_a_quotation_left_a_citation_of_nothing() {
    check("A [*sic*]\\[@b].", "<p id=\"p1\">⟦1⟧A [<em>sic</em>]⟦cite 0⟧.</p>\n", "0 @b p1 | A [sic][].\n", "");
    let parsed = read("> It was [see\n>@b].");
    assert_eq!(links(&parsed), "0 (see)@b p1 | It was[].\n");
}

#[test]
fn a_citation_within_a_links_words_is_told() {
    check(
        "He [said [@a] so](actor:x).",
        "<p id=\"p1\">⟦1⟧He [said⟦cite 0⟧ so](actor:x).</p>\n",
        "0 @a p1 | He [said []so](actor:x).\n",
        "lost-citation: a citation within a link's words makes the link plain text at `[said [@a] so](actor:x)`; write `[@a]` behind the link, not within its words\n",
    );
    check(
        "[a [b](actor:b) c](actor:d)",
        "<p id=\"p1\">⟦1⟧[a ⟦open 0⟧b⟦close 0⟧ c](actor:d)</p>\n",
        "0 actor b p1 | [a [b] c](actor:d)\n",
        "broken-link: a link within another link's words makes the outer one plain text at `[a [b](actor:b) c](actor:d)`; put one link behind the other\n",
    );
    check(
        r"\[a [b](actor:b) c\](d)",
        "<p id=\"p1\">⟦1⟧[a ⟦open 0⟧b⟦close 0⟧ c](d)</p>\n",
        "0 actor b p1 | [a [b] c](d)\n",
        "",
    );
}

#[test]
fn a_link_whose_words_begin_with_a_mark_right_behind_what_has_no_words_ended_the_build() {
    assert_eq!(links(&read("A <b>[’b](actor:h)</b> c")), "0 actor h p1 | A [’b] c\n");
}

#[test]
fn brackets_within_a_citation_are_told_unless_they_are_escaped() {
    check(
        "A [@a, p. [3]].",
        "<p id=\"p1\">⟦1⟧A [@a, p. [3]].</p>\n",
        "",
        "lost-citation: a citation with brackets in it is plain text at `[@a, p. [3]]`; write `\\[` and `\\]` for brackets within a citation\n",
    );
    check(r"A [@a, p. \[3\]].", "<p id=\"p1\">⟦1⟧A⟦cite 0⟧.</p>\n", "0 @a page [3] p1 | A[].\n", "");
}

#[test]
fn a_definition_is_told_and_still_cites() {
    check(
        "[@a]: word\n\nAs [@b] and [@a]: word\n\n[@c]: two words\n",
        "<p id=\"p1\">⟦1⟧As⟦cite 0⟧ and⟦cite 1⟧: word</p>\n<p id=\"p2\">⟦2⟧⟦cite 2⟧: two words</p>\n",
        "0 @b p1 | As []and: word\n1 @a p1 | As and[]: word\n2 @c p2 | []: two words\n",
        "lost-citation: at the start of a line, a citation and a colon are the definition of a link at `[@a]:`; \
         write `[@a]\\:`, or put a word before it\n",
    );
}

#[test]
fn pictures_notes_and_wikilinks_are_no_citations() {
    check(
        "Look ![@a] and [^@b] and [@c][undefined].",
        "<p id=\"p1\">⟦1⟧Look !⟦cite 0⟧ and [^@b] and [@c][undefined].</p>\n",
        "0 @a p1 | Look ![] and [^@b] and [@c][undefined].\n",
        "lost-citation: behind `!` a citation is a picture at `![@a]`; write `\\!` or a space before `[@a]`\n\
         lost-citation: a note's label can't be a citation at `[^@b]`; write a note, `[^1]`, with the citation in it\n\
         lost-citation: brackets that touch are one link, and this citation is its words at `[@c]`; put a space behind `[@c]`\n",
    );
    check_with(
        &Options { wikilinks: true, ..options() },
        "A [[@a]].",
        "<p id=\"p1\">⟦1⟧A⟦cite 0⟧.</p>\n",
        "0 @a p1 | A[].\n",
        "lost-citation: a citation has single brackets at `[[@a]]`; write `[@a]`\n",
    );
}

#[test]
fn escapes_code_and_addresses_are_left_alone() {
    check(
        "A \\[@a] `[@b]` desk@example.org @someone <a@b.org>\n\n    [@c]\n",
        "<p id=\"p1\">⟦1⟧A [@a] <code>[@b]</code> desk@example.org @someone <a href=\"mailto:a@b.org\">a@b.org</a></p>\n\
         <pre><code>[@c]\n</code></pre>\n",
        "0 bare someone p0\n",
        "",
    );
}

#[test]
fn a_key_in_brackets_of_its_own_is_told() {
    let text = "A [@[un-1973]].";
    let told = "lost-citation: a key has no brackets of its own at `[@[un-1973]]`; write `[@un-1973]`\n";
    assert_eq!(problems(text, &read(text)), told);
}
