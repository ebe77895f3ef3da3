//! `gloss build --shard`

use super::*;

#[test]
fn the_closing_line_names_the_part_and_counts_its_pages() {
    let files = site(b"title: A\nbase_url: https://a.example\n");
    let line = |arguments: &[&str]| {
        let ran = gloss(&files, "/site", &[&["build"], arguments].concat());
        assert_eq!((ran.code, ran.out), (0, String::new()));
        let (before, after) = ran.err.split_once(" in ").unwrap();
        format!("{before} in N s{}", after.split_once(" s").unwrap().1)
    };
    assert_eq!(
        line(&["--shard", "1/2"]),
        "Built part 1 of 2 (6 of 10 pages) in N s: 13 written, 0 unchanged, 0 removed → public\n"
    );
    assert_eq!(
        line(&["--shard", "2/2", "--out", "b"]),
        "Built part 2 of 2 (4 of 10 pages) in N s: 9 written, 0 unchanged, 0 removed → b\n"
    );
    assert_eq!(line(&["--shard", "1/1"]), "Built 10 pages in N s: 9 written, 13 unchanged, 0 removed → public\n");
}

#[test]
fn a_part_that_is_none_is_told_with_what_is_expected() {
    let files = site(b"title: A\n");
    for (value, what) in [
        ("0/3", "there is no part 0; expected I/N"),
        ("4/3", "there is no part 4 of 3; expected I/N"),
        ("1/0", "there is at least one part; expected I/N"),
        ("a/b", "expected I/N, the I-th of N parts counted from 1: 1/3, 2/3 and 3/3 make a site"),
        ("2", "expected I/N"),
    ] {
        let ran = gloss(&files, "/site", &["build", "--shard", value]);
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains(&format!("invalid value '{value}' for '--shard <I/N>': {what}")), "{}", ran.err);
    }
    for command in ["check", "serve", "watch"] {
        let ran = gloss(&files, "/site", &[command, "--shard", "1/3"]);
        assert!(ran.code == 2 && ran.err.contains("unexpected argument '--shard'"), "{}", ran.err);
    }
}
