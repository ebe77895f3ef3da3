//! Plain Markdown gives the HTML of pulldown-cmark's own renderer, but for ids and the levels of headings.

use proptest::prelude::*;
use pulldown_cmark::{Event, HeadingLevel, LinkType, Parser, Tag, TagEnd, html::push_html};

use super::super::html::escape_href;
use super::super::walk::extensions;
use super::*;

/// What pulldown-cmark makes of a text, with headings one level lower where there is one of the first level, and the
/// alignment of cells as a class.
fn expected(text: &str) -> String {
    let options = options();
    let events = || Parser::new_ext(text, extensions(options.markdown, false));
    let has_h1 = events().any(|event| event == Event::End(TagEnd::Heading(HeadingLevel::H1)));
    let lower = |level: HeadingLevel| {
        if has_h1 { HeadingLevel::try_from(level as usize + 1).unwrap_or(HeadingLevel::H6) } else { level }
    };
    let events = events().map(|event| match event {
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Event::Start(Tag::Heading { level: lower(level), id, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
        Event::Start(Tag::Link { link_type: LinkType::Autolink, dest_url, .. }) => {
            let mut tag = "<a href=\"".to_owned();
            escape_href(&mut tag, &dest_url);
            Event::InlineHtml((tag + "\" class=\"ltr\">").into())
        }
        Event::TaskListMarker(done) => {
            Event::InlineHtml(format!("<span class=\"task\">{}</span> ", if done { '☑' } else { '☐' }).into())
        }
        event => event,
    });
    let mut html = String::new();
    push_html(&mut html, events);
    html = html.replace("<table>", "<div class=\"table\"><table>").replace("</table>", "</table></div>");
    for side in ["left", "center", "right"] {
        html = html.replace(&format!("style=\"text-align: {side}\""), &format!("class=\"align-{side}\""));
    }
    without_ids(&html)
}

fn without_ids(html: &str) -> String {
    let mut pieces = html.split(" id=\"");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    out.extend(pieces.filter_map(|piece| piece.split_once('"')).map(|(_, rest)| rest));
    out
}

fn check(text: &str) {
    let parsed = read(text);
    assert_eq!(without_ids(&parsed.html), expected(text), "{text}");
    assert!(parsed.problems.is_empty(), "{text}\n{:?}", parsed.problems);
    let mut last = 0;
    for hole in &parsed.body.holes {
        assert!(hole.at >= last && parsed.html.is_char_boundary(hole.at as usize));
        last = hole.at;
    }
}

#[test]
fn samples_of_every_construct() {
    for text in [
        "",
        "One.\n\nTwo\nlines  \nand a break\\\nmore.",
        "# One\n\n## Two ##\n\nThree\n===\n\nFour\n---\n\n###### Six",
        "## Only second {#own .class}\n\n### Third `code` *em*",
        "***\n\nafter\n\n---",
        "- a\n- b\n  - c\n\n    d\n- e",
        "3. a\n4. b\n\n1) c",
        "- a\n\n- b\n\n\n- c",
        "> quote\n> > nested\n\n> other",
        "    indented <code>\n\n\ttabbed &amp;",
        "`a` ``b`c`` *em* **strong** ***both*** ~~gone~~ _x_y_",
        "a | b\n--|:-:\n1 | `x|y`\n2 |\n\n|a|\n|-:|\n|*b*|",
        "- [ ] open\n- [x] done\n\n1. [x] numbered",
        "term\n: definition\n: other\n\nterm\n\n: loose\n\n  more",
        "\"Double\" 'single' it's -- dash --- dash ... dots",
        "&amp; &copy; &#35; &#0; &nosuch; < > \" ' & \\* \\& \\<",
        "[a](https://example.org/a_(b)?c=d&e='f'#g \"A 'title' & more\") <https://example.org/\u{e9}?q[]={}> <a@example.org>",
        "[full][r] [collapsed][] [r] [undefined] [x][y]\n\n[r]: https://example.org 'T'\n[collapsed]: <mailto:a@example.org>",
        "text\r\nwith\r\n\r\n- windows\r\n- lines\r\n\r\n> quote\r\n",
        "tight\n- list\n- with\n# heading\n> quote",
        "مرحبا *بالعالم* \u{202e}evil\u{202c} é 你好",
        "a\u{a0}b \u{fdd0} \u{ffff}",
        "1. a\n   > q\n\n   | x |\n   |---|\n   | y |\n2. b",
        "Term with `code`\n: - list\n  - in it",
    ] {
        check(text);
    }
}

const PIECES: [&str; 46] = [
    "word",
    "two words",
    "\u{e9}\u{4f60}",
    "\n",
    "\n\n",
    " ",
    "  \n",
    "\\\n",
    "\t",
    "    ",
    "# ",
    "## ",
    "### w {#id .c}\n",
    "===\n",
    "---\n",
    "***\n",
    "> ",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "2) ",
    "[ ] ",
    "[x] ",
    "*",
    "**",
    "_",
    "__",
    "~~w~~",
    "`c`",
    "`",
    "\"",
    "'",
    "...",
    "w--w",
    "&amp;",
    "& ",
    "< ",
    "\\*",
    "| a | b |\n|:--|--:|\n",
    "| c ",
    "|",
    ": def\n",
    "[l](https://a.org \"t\")",
    "<https://b.org>",
    "[r]: https://c.org\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn generated_texts(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40)) {
        // A blank line first, lest a rule be taken for front matter.
        let text = format!("\n{}", pieces.concat());
        // A line of a quotation that begins with `---` is an attribution, and that is ours.
        if !html(&text).contains("<figure") {
            check(&text);
        }
    }
}
