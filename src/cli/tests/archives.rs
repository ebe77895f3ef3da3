//! `gloss archive`

use super::*;

#[test]
fn archive_fills_hashes_in_and_overwrites_none_that_differs_unless_it_is_forced_to() {
    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    let files = site(b"title: A\nbase_url: https://a.example\n");
    let report = "---\ntitle: A\nsources:\n  - id: memo # mine\n    copy: /archive/memo.txt\n    grade: B2\n  - {id: gone, copy: gone.txt}\n---\n[@memo; @gone]\n";
    files.put("/site/content/reports/a.md", report);
    files.put("/site/archive/memo.txt", "abc");

    let ran = gloss(&files, "/site", &["archive"]);
    let told = "2 stored copies, 1 without a hash. `gloss archive --hash` fills it in.\n";
    assert_eq!(ran, Ran { code: 0, out: String::new(), err: told.to_owned() });

    let shown = format!(
        "content/reports/a.md\n    5       copy: /archive/memo.txt\n      +     sha256: {ABC}\n    8 ? missing-copy: `content/reports/gone.txt` is not there\n\n"
    );
    let ran = gloss(&files, "/site", &["archive", "--hash", "--dry-run"]);
    assert_eq!((ran.code, ran.out), (1, shown.clone()));
    assert_eq!(ran.err, "2 stored copies. Would write 1 hash in 1 file; 1 to look at.\n");
    assert_eq!(text(&files, "/site/content/reports/a.md"), report);

    let ran = gloss(&files, "/site/content", &["archive", "--hash", "reports/a.md", "-q"]);
    assert_eq!(ran, Ran { code: 1, out: shown, err: String::new() });
    let hashed = report.replace("memo.txt\n", &format!("memo.txt\n    sha256: {ABC}\n"));
    assert_eq!(text(&files, "/site/content/reports/a.md"), hashed);

    files.put("/site/archive/memo.txt", "abd");
    files.put("/site/content/reports/gone.txt", "here again");
    let ran = gloss(&files, "/site", &["archive", "--hash"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("    5 ? wrong-hash: `archive/memo.txt` has a52d159f262b2c6d"), "{}", ran.out);
    assert!(text(&files, "/site/content/reports/a.md").contains(ABC));
    assert!(text(&files, "/site/content/reports/a.md").contains("gone.txt, sha256: "));
    let ran = gloss(&files, "/site", &["archive", "--hash", "--force"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert_eq!(gloss(&files, "/site", &["check", "--strict"]).code, 0);

    assert_eq!(gloss(&files, "/site", &["archive", "--force"]).code, 2);
    assert_eq!(gloss(&files, "/site", &["archive", "--hash", "static/a.md"]).code, 2);
}

#[test]
fn archive_overwrote_a_malformed_hash_without_being_forced_to() {
    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    for bad in [&ABC[1..], &format!("sha256:{ABC}"), &format!("'{}x'", &ABC[1..]), "12", "[a]"] {
        let files = site(b"title: A\nbase_url: https://a.example\n");
        let report = format!(
            "---\ntitle: A\nsources:\n  - {{id: memo, copy: /archive/memo.txt, sha256: {bad}}}\n---\n[@memo]\n"
        );
        let own = format!("---\ntitle: A\ncopy: /archive/memo.txt\nsha256: {bad}\n---\n");
        files.put("/site/content/reports/a.md", report.as_str());
        files.put("/site/content/sources/own.md", own.as_str());
        files.put("/site/archive/memo.txt", "abc");
        let ran = gloss(&files, "/site", &["archive", "--hash"]);
        assert_eq!(ran.code, 1, "{bad}");
        assert!(ran.out.contains("4 ? `memo` has a `sha256` that is none"), "{bad}: {}", ran.out);
        assert!(ran.out.contains("3 ? `own` has a `sha256` that is none"), "{bad}: {}", ran.out);
        assert_eq!(text(&files, "/site/content/reports/a.md"), report);
        assert_eq!(text(&files, "/site/content/sources/own.md"), own);
    }
    let files = site(b"title: A\nbase_url: https://a.example\n");
    files.put("/site/archive/memo.txt", "abc");
    files.put("/site/content/sources/own.md", "---\ntitle: A\ncopy: /archive/memo.txt\nsha256: abc\n---\n");
    assert_eq!(gloss(&files, "/site", &["archive", "--hash", "--force"]).code, 0);
    assert!(text(&files, "/site/content/sources/own.md").contains(ABC));
}
