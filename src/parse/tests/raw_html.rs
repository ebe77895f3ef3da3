//! The author's own HTML.

use super::*;

fn with(raw_html: RawHtml) -> Options {
    Options { markdown: Markdown { raw_html, ..options().markdown }, ..options() }
}

#[test]
fn what_is_safe_stays_and_holes_survive() {
    check(
        "A <b onclick=\"x()\">[Haftar](actor:h) [@a]</b><script>alert(1)</script>.\n\n\
         <details open><summary>More</summary>\n\nText[^1] **x**\n\n</details>\n\n[^1]: A <div>note</div> <i>x</i>",
        "<p id=\"p1\">⟦1⟧A <b>⟦open 0⟧Haftar⟦close 0⟧⟦cite 1⟧</b>.</p>\n\
         <details open=\"\"><summary>More</summary>\n<p id=\"p2\">⟦2⟧Text⟦note 0⟧ <strong>x</strong></p>\n</details>\n\
         note 0 [1] p2: A note <i>x</i>\n",
        "0 actor h p1 | A [Haftar] alert(1).\n1 @a p1 | A Haftar []alert(1).\n",
        "",
    );
}

#[test]
fn tags_that_cross_a_link_are_nested_again() {
    assert_eq!(html("[y <b>z](actor:q) w</b> v"), "<p id=\"p1\">⟦1⟧⟦open 0⟧y <b>z</b>⟦close 0⟧<b> w</b> v</p>\n");
    assert_eq!(
        html("<a href=\"https://example.org\">x [y](actor:q) z</a>"),
        "<p id=\"p1\">⟦1⟧<a href=\"https://example.org\">x </a>⟦open 0⟧y⟦close 0⟧ z</p>\n"
    );
}

#[test]
fn pictures_and_links_are_resolved() {
    check(
        "<img src=\"map.png\" width=\"30\" onerror=x> <a class=c href='../b.md'>b</a> <a href=\"javascript:x\">c</a>\n\n\
         <figure><img src=\"https://example.org/x.png\" alt=\"x\"></figure>",
        "<p id=\"p1\">⟦1⟧<img src=\"⟦src 0⟧\" width=\"30\"> ⟦open 1⟧b⟦close 1⟧ <a>c</a></p>\n\
         <figure><img alt=\"x\"></figure>",
        "0 image content/reports/2019/map.png p1\n1 file content/reports/b.md p1\n",
        "unsafe-url: `javascript:` is no scheme that a link may have at `javascript:x`; \
         write an address that begins with `https://`, or the path of a file\n\
         unsafe-url: every reader's browser would fetch this picture from another site at `https://example.org/x.png`; \
         store the picture beside the report, and write its path\n",
    );
}

#[test]
fn ids_are_anchors_and_never_double() {
    let text = "# T {#own}\n\n<p id=\"own\">a</p>\n\n<p id=\"mine\">b</p><p id=\"mine\">c</p>\n\n<p id=\"p1\">d</p>\n\ne\n\n## Mine";
    let parsed = read(text);
    assert_eq!(
        show(&parsed),
        "<h2 id=\"own\">T</h2>\n<p id=\"own\">a</p>\n<p id=\"mine\">b</p><p>c</p>\n<p id=\"p1\">d</p>\n<p>⟦1⟧e</p>\n\
         <h3 id=\"mine-1\">Mine</h3>\n"
    );
    assert_eq!(parsed.outline.anchors.iter().map(|id| &**id).collect::<Vec<_>>(), ["mine", "p1"]);
}

#[test]
fn reserved_characters_are_no_marks() {
    assert_eq!(
        html(
            "<b>&#xFDD0;1&#xFDD1; \u{fdd0}2\u{fdd1}</b> <i title='&#xFDD0;1&#64977;'>x</i> &#xFDD0;3&#xFDD1; [x](actor:x)"
        ),
        "<p id=\"p1\">⟦1⟧<b>\u{fffd}1\u{fffd} \u{fffd}2\u{fffd}</b> <i title=\"&amp;#xFDD0;1&amp;#64977;\">x</i> \u{fffd}3\u{fffd} ⟦open 0⟧x⟦close 0⟧</p>\n"
    );
}

#[test]
fn it_may_be_shown_as_text_or_passed_on() {
    let text = "<div>\n<b>x</b>\n</div>\n\n<i>[y](actor:y)</i>";
    check_with(
        &with(RawHtml::Escape),
        text,
        "<p>&lt;div&gt;\n&lt;b&gt;x&lt;/b&gt;\n&lt;/div&gt;</p>\n<p id=\"p1\">⟦1⟧&lt;i&gt;⟦open 0⟧y⟦close 0⟧&lt;/i&gt;</p>\n",
        "0 actor y p1 | [y]\n",
        "",
    );
    check_with(
        &with(RawHtml::Allow),
        text,
        "<div>\n<b>x</b>\n</div>\n<p id=\"p1\">⟦1⟧<i>⟦open 0⟧y⟦close 0⟧</i></p>\n",
        "0 actor y p1 | [y]\n",
        "",
    );
}

#[test]
fn comments_vanish_and_line_breaks_stay_without_a_parser() {
    assert_eq!(
        html("a<!-- b -->c<br>d\n\n<!--\nmore\n-->\n\ne &"),
        "<p id=\"p1\">⟦1⟧ac<br />d</p>\n<p id=\"p2\">⟦2⟧e &amp;</p>\n"
    );
}

#[test]
fn too_many_tags_are_shown_as_text() {
    let parsed = read(&"<div>".repeat(5_000));
    assert!(show(&parsed).starts_with("&lt;div&gt;&lt;div&gt;"));
}

#[test]
fn addresses_that_only_browsers_take_for_another_host_were_let_through() {
    for address in [
        "/\\x.example/p",
        "\\\\x.example/p",
        "/&Tab;/x.example/p",
        "&#1;//x.example/p",
        "ht&Tab;tps://x.example/p",
        "//x.example/p",
    ] {
        let html = html(&format!("a <img alt=b src={address}> <i>c</i>"));
        assert!(!html.contains("src="), "{html}");
    }
    assert!(!html("<q cite=java&Tab;script:x>a</q>").contains("cite="));
    let html = html("a <a href=\\\\x.example>b</a> <a href=/&Tab;/x.example>c</a> <a href=https://x.example/>d</a>");
    assert_eq!(html.matches("href=").count(), 1, "{html}");
}

/// A value whose quote stays open reaches as far as the author's next one, in the text below.
#[test]
fn what_a_value_had_swallowed_ended_it_and_its_words_became_attributes() {
    for below in [
        "# a onclick=b `'>`c",
        "a onclick=b `'>`c",
        "a [@k] [w](actor:k) [](date:2019) onclick=b `'>`c",
        "![w](k.png) onclick=b `'>`c",
        "a [w](redact:r) onclick=b[^1] `'>`c\n\n[^1]: Note",
        "```rust\nfn a() {}\n```\na `'>`c",
        "> [!NOTE]\n> a onclick=b `'>`c",
    ] {
        let shown = html(&format!("<!i><i title='\n{below}\n"));
        let value = shown.split_once("<i title=\"").unwrap().1;
        let (value, behind) = value.split_once('"').unwrap();
        assert!(!value.contains('⟦'), "{shown}");
        assert!(behind.starts_with('>'), "{shown}");
    }
}

#[test]
fn elements_that_make_text_of_tags_left_links_open() {
    for element in ["xmp", "textarea", "title", "noscript", "noembed", "plaintext", "select"] {
        let shown = html(&format!("<{element}>\n\na [w](actor:k) ![p](k.png)\n\n# b\n"));
        assert_eq!(shown.matches("⟦open").count(), shown.matches("⟦close").count(), "{shown}");
        assert_eq!(shown.matches("⟦src").count(), shown.matches("<img src=\"⟦src").count(), "{shown}");
    }
}
