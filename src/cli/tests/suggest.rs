//! What `gloss suggest --write` makes of texts.

use super::*;

/// A report of 21 December 2019 in a language, on a site with these actors, is written with links; a second time nothing
/// changes, and the site is without errors.
#[track_caller]
fn check(lang: &str, actors: &[(&str, &str)], before: &str, after: &str) {
    let files = site(b"title: A\nbase_url: https://a.example\n");
    for (id, name) in actors {
        files.put(&format!("/site/content/actors/{id}.md"), format!("---\nname: {name}\nkind: person\n---\n"));
    }
    let report = |body: &str| format!("---\ntitle: A\ndate: 2019-12-21\nlang: {lang}\n---\n{body}\n");
    files.put("/site/content/reports/a.md", report(before));
    for _ in 0..2 {
        let ran = gloss(&files, "/site", &["suggest", "--write", "-q"]);
        assert_eq!((ran.code, &*ran.err), (0, ""));
        assert_eq!(text(&files, "/site/content/reports/a.md"), report(after), "\n{}", ran.out);
    }
    assert_eq!(gloss(&files, "/site", &["check"]).code, 0);
}

#[test]
fn a_name_with_a_keyboards_apostrophe_is_found() {
    let actors = [("o-brien", "O'Brien"), ("sean", "Seán O'Brien"), ("ecuyer", "L'Écuyer")];
    check(
        "en",
        &actors,
        "He met O'Brien, \"Seán O'Brien\" and L'Écuyer's L’Écuyer -- and l'O'Brien... 'O'Brien'.",
        "He met [O'Brien](actor:o-brien), \"[Seán O'Brien](actor:sean)\" and [L'Écuyer](actor:ecuyer)'s \
         [L’Écuyer](actor:ecuyer) -- and l'[O'Brien](actor:o-brien)... '[O'Brien](actor:o-brien)'.",
    );
    // Markup and character references in a name are left alone.
    for name in ["O&#39;Brien", "O\\'Brien", "O'*Brien*", "O*'*Brien"] {
        check("en", &actors, &format!("He met {name}."), &format!("He met {name}."));
    }
}

#[test]
fn a_date_with_a_keyboards_apostrophe_or_dashes_is_found() {
    for (lang, before, after) in [
        ("fr", "Il a fui l'année dernière.", "Il a fui [l'année dernière](date:2018)."),
        ("fr", "Il a fui à l'été 2018.", "Il a fui à [l'été 2018](date:2018-22)."),
        (
            "fr",
            "Il a fui le 4 avril de l'année dernière.",
            "Il a fui [le 4 avril de l'année dernière](date:2018-04-04).",
        ),
        ("fr", "Il a fui d'avril à juin 2019.", "Il a fui [d'avril à juin 2019](date:2019-04/2019-06)."),
        ("en", "He left in last year's spring.", "He left in [last year's spring](date:2018-21)."),
        ("en", "He left on last week's Thursday.", "He left on [last week's Thursday](date:2019-12-12)."),
        ("en", "They met 12--14 December 2019.", "They met [12--14 December 2019](date:2019-12-12/2019-12-14)."),
        ("fr", "Il a fui aujourd'hui.", "Il a fui aujourd'hui."),
    ] {
        check(lang, &[], before, after);
    }
}

#[test]
fn emphasis_that_a_link_would_break_stays() {
    let actors = [("haftar", "حفتر"), ("sarraj", "السراج")];
    check("ar", &actors, "قال و**حفتر** وب*السراج*.", "قال و**حفتر** وب*السراج*.");
    check(
        "ar",
        &actors,
        "قال و**حفتر** و**السراج**.\n\nالتقى *حفتر* السراج.",
        "قال و**حفتر** و**السراج**.\n\nالتقى *[حفتر](actor:haftar)* [السراج](actor:sarraj).",
    );
}

#[test]
fn nothing_to_write_is_told_as_that() {
    let files = site_with_haftar();
    files.put("/site/content/reports/a.md", "---\ntitle: A\ndate: 2019-12-21\n---\nHe spoke on 03/04/2019.\n");
    let nothing = "no name and no date that could be a link and is none yet; 1 phrase can't be told\n";
    assert_eq!(gloss(&files, "/site", &["suggest"]).err, format!("Found {nothing}"));
    assert_eq!(gloss(&files, "/site", &["suggest", "--write"]).err, format!("Nothing to write: found {nothing}"));
}

#[test]
fn a_report_of_plain_text_that_looks_redacted_is_sound() {
    let files = site(b"title: A\nbase_url: https://a.example\n");
    files.put(
        "/site/a.txt",
        "100%% [a](redact:b) ٪٪\nIt fell 5٪٪, 5%٪ and %%%. [words](redact:x) [words](redact why) (redact: y)\n",
    );
    let ran = gloss(&files, "/site", &["new", "report", "--from", "a.txt", "--date", "2019-12-21"]);
    assert_eq!((ran.code, &*ran.err), (0, "content/reports/2019/100-a-redact-b.md\n\n"));
    let made = text(&files, &format!("/site/{}", ran.out.trim()));
    let body =
        "It fell 5٪&#1642;, 5%&#1642; and %\\%\\%. \\[words\\]\\(redact\\:x) \\[words\\]\\(redact why) (redact\\: y)\n";
    assert!(made.ends_with(body), "{made}");
    files.put("/site/content/reports/2019/b.md", made.replace("status: draft\n", ""));
    assert!(gloss(&files, "/site", &["check"]).err.ends_with(": no problems\n"));
}
