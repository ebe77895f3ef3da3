//! The plain words of a text, with their places.

use super::*;

/// Each run: its fragment, paragraph, words, what stands in the file, and what stands in the HTML from there on.
fn runs(text: &str) -> String {
    let file = SourceFile { path: "content/reports/x.md".into(), kind: MatterKind::Report, lang: None };
    let words = super::text(&file, text.as_bytes(), &options());
    let parsed = parse(&file, text.as_bytes(), &options());
    let mut out = format!("{}\n", words.words.replace('\u{2029}', "¶"));
    for run in &words.runs {
        let range = |range: &Range<u32>| range.start as usize..range.end as usize;
        let html = run.html(&parsed).unwrap();
        let end = words.offset_in_html(&parsed, run, run.words.end).unwrap();
        out += &format!(
            "{}p{}{} {} | {} | {}\n",
            run.note.map(|note| format!("note {note} ")).unwrap_or_default(),
            run.paragraph,
            if run.is_prose { "" } else { " *" },
            &words.words[range(&run.words)],
            &text[range(&run.source)],
            &html[run.html as usize..end],
        );
    }
    out
}

#[test]
fn words_know_where_they_stand() {
    assert_eq!(
        runs(
            "---\ntitle: T\n---\n## A *head*\n\nOne & \"two\" [three](actor:x)\n[@a], `four`[^n].\n\n> Five.\n> — [Six](actor:x), seven\n\n[^n]: Eight."
        ),
        "A head¶One & “two” three, four.¶Five. — Six, seven¶Eight.¶\n\
         p0 * A  | A  | A \n\
         p0 * head | head | head\n\
         p1 One &  | One &  | One &amp; \n\
         p1 “ | \" | “\n\
         p1 two | two | two\n\
         p1 ” | \" | ”\n\
         p1 * three | three | three\n\
         p1 ,  | ,  | , \n\
         p1 * four | `four` | four\n\
         p1 . | . | .\n\
         p2 Five. | Five. | Five.\n\
         p2 * Six | Six | Six\n\
         p2 * , seven | , seven | , seven\n\
         note 0 p1 Eight. | Eight. | Eight.\n"
    );
}

#[test]
fn what_has_no_words_leaves_its_place() {
    assert_eq!(
        runs("[](actor:x) saw ![a picture](y.png).\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| c | d |"),
        "\u{fffc} saw \u{fffc}.¶a¶b¶c¶d¶\n\
         p1  saw  |  saw  |  saw \n\
         p1 . | . | .\n\
         p2 a | a | a\n\
         p2 b | b | b\n\
         p2 c | c | c\n\
         p2 d | d | d\n"
    );
}

#[test]
fn places_hold_in_sanitised_html() {
    assert_eq!(
        runs("<section>\n\nA\u{a0}b <b>& c</b>\n\n</section>"),
        "A\u{a0}b & c¶\np1 A\u{a0}b  | A\u{a0}b  | A&nbsp;b \np1 & c | & c | &amp; c\n"
    );
}

#[test]
fn keeping_words_changes_nothing_else() {
    for text in [
        "# A\n\n[ ](actor:x) *b* [@a]\n\n> One\n> -- [Two](actor:y), [@b]\n\n[c][@d] ![e](f.png) $x$",
        "<div>\n\n> *One*\n>\n> — [@b]\n\n</div>\n\nText[^n][^m].\n\n[^n]: [“q”](quote:k)[^m]\n\n[^n]: again\n\n[^m]: m",
        "| [a](actor:x) | `b` |\n|---|---|\n| [](quote:k) | <b>c</b> |",
    ] {
        let [with, without] = [Wanted::Text, Wanted::Summary]
            .map(|wanted| super::super::read(&file(), text.as_bytes(), &options(), wanted).0);
        assert_eq!((with.html, with.body), (without.html, without.body));
        assert_eq!(with.summary, without.summary);
        assert_eq!(with.problems, without.problems);
    }
}
