//! What is no YAML, or too much of it.

use super::*;

/// Where a text stops being YAML, why, and the mend.
fn fault(text: &str) -> String {
    match parse(text) {
        Ok(document) => format!("read: {}", document.root),
        Err(Fault { at, message, help }) => {
            let line = text[..at.start].matches('\n').count() + 1;
            let help = help.map(|help| format!("\n  help: {help}")).unwrap_or_default();
            format!("line {line} `{}`: {message}{help}", &text[at])
        }
    }
}

#[test]
fn common_mistakes_are_told_in_plain_words() {
    let texts = [
        "title: Tripoli: a chronology",
        "title: A\n\tdate: 2019",
        "title: @desk",
        "title: **bold**",
        "title: \"A\ndate: 2019\n",
        "title: A\nwords without a colon\n",
        "title: 'Haftar's army'",
        "tags: [a, b\ntitle: A\n",
        "actor: {id: a\ntitle: A\n",
        "tags:\n  - a\n  b: c\n",
        "title: A\n date: 2019\n",
        "title: \"\\q\"",
        "title: *note",
        "title: !include x.yaml",
        "title: A\n---\ntitle: B",
        "[a, b]: c",
        "title: Ü\nsummary: é: è",
    ];
    insta::assert_snapshot!(texts.map(|text| format!("{text}\n→ {}\n", fault(text))).join("\n"));
}

#[test]
fn limits_are_told_and_nothing_hangs() {
    let deep = "[".repeat(65) + &"]".repeat(65);
    assert!(fault(&deep).ends_with(": lists and mappings are nested more than 64 deep"));
    assert_eq!(fault(&("[".repeat(64) + &"]".repeat(64))), "read: a list");
    for unit in ["[", "{a: ", "- ", "? "] {
        assert!(!fault(&unit.repeat(LARGEST / unit.len())).starts_with("read"), "{unit}");
    }
    let bomb = "a0: &a0 [x,x]\n".to_owned();
    let bomb = (1..40).fold(bomb, |bomb, n| format!("{bomb}a{n}: &a{n} [*a{m},*a{m}]\n", m = n - 1));
    assert!(fault(&bomb).ends_with(": aliases repeat too much"));
    assert!(fault("a: &a [*a]").ends_with(": lists and mappings are nested more than 64 deep"));
    assert!(fault(&"a".repeat(LARGEST + 1)).ends_with(": more than 1024 KiB of YAML"));
    let many: Vec<_> = (0..50_000).map(|n| format!("k{n}: 1\n")).collect();
    assert_eq!(fault(&many.concat()), "read: a mapping");
    assert_eq!(fault("a: &a {b: 1}\nc: *a\n"), "read: a mapping");
}

#[test]
fn keys_that_are_given_twice_are_found_in_any_mapping() {
    let text = "a: 1\n'b': {c: 1, \"c\": 2}\nd: [x, {e: 1,\n e: 2}]\nb: 3\n";
    let Ok(Document { twice, .. }) = parse(text) else { panic!() };
    let places = twice.iter().map(|twice| {
        let place = |number| key_range(text, number, &twice.key).map(|range| (range.start, &text[range]));
        (place(twice.first).unwrap(), place(twice.second).unwrap())
    });
    let expected = [((11, "c"), (17, "\"c\"")), ((33, "e"), (40, "e")), ((5, "'b'"), (47, "b"))];
    assert_eq!(places.collect::<Vec<_>>(), expected);
}
