//! Nothing that a file may hold makes parsing fail, overflow or take for ever.

use super::*;

#[test]
fn deep_nesting_overflows_nothing() {
    for open in [">", "> ", "- ", "1. ", "*", "[", "<b>", "![", "**_"] {
        let parsed = read(&format!("{}x", open.repeat(50_000)));
        assert!(!parsed.html.is_empty(), "{open}");
    }
}

#[test]
fn many_links_and_notes_are_fine() {
    let links = read(&"[a](actor:a) [@b]. ".repeat(50_000));
    assert_eq!(links.summary.links.len(), 100_000);
    let notes: Vec<String> = (0..20_000).map(|n| format!("x[^{n}]\n\n[^{n}]: note [@a]")).collect();
    assert_eq!(read(&notes.join("\n\n")).body.notes.len(), 20_000);
    let headings = read(&"# Same\n\n".repeat(20_000));
    assert_eq!(&*headings.outline.headings[19_999].anchor, "same-19999");
}

#[test]
fn bytes_that_are_no_utf8_are_told_and_the_rest_is_read() {
    let bytes = b"A \xff\xfe [b](actor:b) \0.";
    let parsed = parse(&file(), bytes, &options());
    assert_eq!(show(&parsed), "<p id=\"p1\">⟦1⟧A ?? ⟦open 0⟧b⟦close 0⟧ ?.</p>\n");
    assert_eq!(parsed.body.spans[0], 5..17);
    assert_eq!(
        problems("A ?? ", &parsed),
        "not-utf8: byte 2 is no UTF-8: 0xFF at `?`; save the file in the encoding UTF-8\n"
    );
}

#[test]
fn empty_files_have_no_body() {
    for text in ["", "\n\n", "\u{feff}", "---\ntitle: T\n---\n", "<!-- x -->"] {
        let parsed = read(text);
        assert!(parsed.html.trim().is_empty(), "{text}");
        assert_eq!(parsed.outline.minutes, 0);
        assert_eq!(parsed.headline.opening, None);
    }
}

#[test]
fn directional_marks_pass_untouched() {
    assert_eq!(
        html("a \u{202e}b\u{202c} \u{2067}c\u{2069}"),
        "<p id=\"p1\">⟦1⟧a \u{202e}b\u{202c} \u{2067}c\u{2069}</p>\n"
    );
}

#[test]
fn fragments_of_our_syntax_never_panic() {
    use proptest::prelude::*;
    const PIECES: [&str; 44] = [
        "[",
        "]",
        "(",
        ")",
        "@a",
        "[@b]",
        "[[",
        "]]",
        "|",
        "![",
        "[^1]",
        "\n[^1]: ",
        "actor:x",
        "](date:",
        "2019",
        "%%",
        "redact:",
        "\n\n",
        "\n",
        "> ",
        "— ",
        "-- ",
        "- ",
        "# ",
        "*",
        "`",
        "```\n",
        "<b>",
        "</b>",
        "<a href=\"x\">",
        "<!--",
        "-->",
        "é",
        "خليفة",
        "\\",
        "; ",
        ", p. 2",
        "> [!NOTE]\n",
        "$",
        "{#p1}",
        "\0",
        "\r\n",
        "    ",
        "<img src='",
    ];
    let config = ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() };
    let texts = prop::collection::vec(prop::sample::select(&PIECES[..]), 0..30);
    let mut options = options();
    options.wikilinks = true;
    options.markdown.math = true;
    proptest!(config, |(pieces in texts)| {
        let text = pieces.concat();
        let parsed = parse(&file(), text.as_bytes(), &options);
        show(&parsed);
        let shown = Options { markdown: Markdown { raw_html: RawHtml::Escape, ..options.markdown }, ..options.clone() };
        let shown = parse(&file(), text.as_bytes(), &shown);
        prop_assert!(is_well_nested(&shown.html), "{}", shown.html);
        prop_assert!(shown.body.notes.iter().all(|note| is_well_nested(&note.text.html)));
        prop_assert_eq!(parsed.body.spans.len(), parsed.summary.links.len());
        for span in &parsed.body.spans {
            prop_assert!(span.start <= span.end && span.end as usize <= text.len());
        }
        for hole in parsed.body.holes.iter().chain(parsed.body.notes.iter().flat_map(|note| &note.text.holes)) {
            let count = match hole.kind {
                HoleKind::Note(_) => parsed.body.notes.len(),
                HoleKind::Paragraph(_) => parsed.outline.paragraphs as usize + 1,
                HoleKind::Callout(_) => usize::MAX,
                HoleKind::Redacted(_) => parsed.body.reasons.len(),
                _ => parsed.summary.links.len(),
            };
            let (HoleKind::Open(n) | HoleKind::Words(n) | HoleKind::Close(n) | HoleKind::Cite(n, _) | HoleKind::Src(n)
                | HoleKind::Note(n) | HoleKind::Paragraph(n) | HoleKind::Redacted(n)) = hole.kind else { continue };
            prop_assert!((n as usize) < count, "{:?} of {}", hole, count);
        }
    });
}

/// Whether each element is closed where it was opened.
fn is_well_nested(html: &str) -> bool {
    let mut open = Vec::new();
    for tag in html.split('<').skip(1).filter_map(|piece| piece.split_once('>')).map(|(tag, _)| tag) {
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return false;
            }
        } else if !tag.ends_with('/') && name != "br" {
            open.push(name);
        }
    }
    open.is_empty()
}
