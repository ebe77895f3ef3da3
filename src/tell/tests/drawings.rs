//! Whole drawings, as a reader sees them.

use std::sync::Arc;

use super::{bytes, drawn, report};
use crate::problem::{Name, Place, Problem, YamlPath};

macro_rules! shows {
    ($($name:ident: $text:expr, $problem:expr, $expected:expr;)+) => {$(
        #[test]
        fn $name() {
            let text: &'static str = $text;
            let problem: fn(&'static str) -> Problem = $problem;
            let actual = drawn(text, problem(text));
            assert_eq!(actual, $expected.trim_matches('\n'), "\n{actual}");
        }
    )+};
}

shows! {
    a_link_with_its_mend_and_its_page:
        "---\ntitle: A\n---\nMet [Haftar](actor:haftr) in Tripoli.\n",
        |_| Problem::at(Name::UnknownActor, Place::link(&report(), 0), "no actor has the id `haftr`")
            .label("not defined")
            .help("did you mean `haftar`?".to_owned())
            .page("/reports/a/"),
        r"
error[unknown-actor]: no actor has the id `haftr`
 --> content/reports/a.md:4:5
  |
4 | Met [Haftar](actor:haftr) in Tripoli.
  |     ^^^^^^^^^^^^^^^^^^^^^ not defined
  |
  = help: did you mean `haftar`?
  = note: while making /reports/a/
";

    a_value_in_front_matter:
        "---\ntitle: A\nsources:\n  - un-2259\n  - id: b\n    grade: Z9\n---\n",
        |_| Problem::at(
            Name::WrongType,
            Place::value(&report(), YamlPath::from("sources").index(1).key("grade")),
            "`Z9` is no grade",
        ),
        r"
error[wrong-type]: `Z9` is no grade
 --> content/reports/a.md:6:12
  |
6 |     grade: Z9
  |            ^^
";

    a_character_that_nobody_sees:
        "---\ntitle: [x, A \u{202e}na\u{202c}me]\n---\n",
        |_| Problem::at(
            Name::HiddenCharacter,
            Place::character(&report(), YamlPath::from("title").index(1), '\u{202e}'),
            "the \u{202e}name",
        ),
        r"
warning[hidden-character]: the \u{202e}name
 --> content/reports/a.md:2:14
  |
2 | title: [x, A �na�me]
  |              ^
";

    a_character_that_is_written_as_an_escape:
        "---\ntitle: \"A \\u202ename\"\n---\n",
        |_| Problem::at(Name::HiddenCharacter, Place::character(&report(), "title", '\u{202e}'), "it turns"),
        r#"
warning[hidden-character]: it turns
 --> content/reports/a.md:2:8
  |
2 | title: "A \u202ename"
  |        ^^^^^^^^^^^^^^
"#;

    a_key_in_front_matter:
        "---\ntitle: A\nsumary: B\n---\n",
        |_| Problem::at(Name::UnknownKey, Place::key(&report(), "sumary"), "reports have no key `sumary`")
            .help("did you mean `summary`?".to_owned()),
        r"
warning[unknown-key]: reports have no key `sumary`
 --> content/reports/a.md:3:1
  |
3 | sumary: B
  | ^^^^^^
  |
  = help: did you mean `summary`?
";

    a_path_that_does_not_exist_falls_back_to_its_parent:
        "---\ntitle: A\npublisher: {name: B}\n---\n",
        |_| Problem::at(Name::MissingKey, Place::value(&report(), YamlPath::from("publisher").key("url")), "no `url`"),
        r"
error[missing-key]: no `url`
 --> content/reports/a.md:3:1
  |
3 | publisher: {name: B}
  | ^^^^^^^^^
";

    a_missing_key_is_shown_at_the_first_line:
        "---\ndate: 2019\n---\n",
        |_| Problem::at(Name::MissingKey, Place::value(&report(), YamlPath::default()), "a report needs a `title`"),
        r"
error[missing-key]: a report needs a `title`
 --> content/reports/a.md:1:1
  |
1 | ---
  | ^^^
";

    a_value_that_is_not_there_is_shown_at_its_key:
        "---\ntitle:\ndate: 2019\n---\n",
        |_| Problem::at(Name::WrongType, Place::value(&report(), "title"), "`title` is empty"),
        r"
error[wrong-type]: `title` is empty
 --> content/reports/a.md:2:1
  |
2 | title:
  | ^^^^^
";

    a_block_collection_is_shown_by_its_first_line:
        "---\ntitle:\n  - one\n  - two\n---\n",
        |_| Problem::at(Name::WrongType, Place::value(&report(), "title"), "`title` is a list"),
        r"
error[wrong-type]: `title` is a list
 --> content/reports/a.md:3:3
  |
3 |   - one
  |   ^^^^^
";

    front_matter_that_is_no_yaml_still_has_a_place:
        "---\ntitle: [\n---\n",
        |_| Problem::at(Name::WrongType, Place::value(&report(), "title"), "`title` is a list"),
        r"
error[wrong-type]: `title` is a list
 --> content/reports/a.md:1:1
  |
1 | ---
  | ^^^
";

    a_yaml_file_is_front_matter_as_a_whole:
        "# The site\ntitle: A\nlint:\n  unused-source: loud\n",
        |_| Problem::at(
            Name::WrongType,
            Place::value(&Arc::from("site.yaml"), YamlPath::from("lint").key("unused-source")),
            "`loud` is no level",
        ),
        r"
error[wrong-type]: `loud` is no level
 --> site.yaml:4:18
  |
4 |   unused-source: loud
  |                  ^^^^
";

    a_file_as_a_whole:
        "x",
        |_| Problem::at(Name::NotUtf8, Place::file(&report()), "this file is not UTF-8")
            .help("save it as UTF-8".to_owned()),
        r"
error[not-utf8]: this file is not UTF-8
--> content/reports/a.md
 = help: save it as UTF-8
";

    no_file_at_all:
        "",
        |_| Problem::nowhere(Name::NoBaseUrl, "feeds and the sitemap are left out")
            .help("give `base_url` in site.yaml".to_owned()),
        r"
note[no-base-url]: feeds and the sitemap are left out
 |
 = help: give `base_url` in site.yaml
";

    tabs_and_wide_characters_before_the_place:
        "\t北京 [x](actor:y)\n",
        |_| Problem::at(Name::UnknownActor, Place::link(&report(), 0), "no actor has the id `y`").label("not defined"),
        r"
error[unknown-actor]: no actor has the id `y`
 --> content/reports/a.md:1:5
  |
1 |     北京 [x](actor:y)
  |          ^^^^^^^^^^^^ not defined
";

    an_arabic_line:
        "التقى [خليفة حفتر](actor:haftr) في طرابلس\n",
        |_| Problem::at(Name::UnknownActor, Place::link(&report(), 0), "no actor has the id `haftr`"),
        r"
error[unknown-actor]: no actor has the id `haftr`
 --> content/reports/a.md:1:7
  |
1 | التقى [خليفة حفتر](actor:haftr) في طرابلس
  |       ^^^^^^^^^^^^^^^^^^^^^^^^^
";

    windows_line_ends:
        "---\r\ntitle: خليفة\r\ndate: soon\r\n---\r\n",
        |_| Problem::at(Name::InvalidDate, Place::value(&report(), "date"), "`soon` is no date"),
        r"
error[invalid-date]: `soon` is no date
 --> content/reports/a.md:3:7
  |
3 | date: soon
  |       ^^^^
";

    a_byte_order_mark_is_no_column:
        "\u{feff}---\ntitle: 1\n---\n",
        |text| Problem::at(Name::UnclosedFrontMatter, bytes(text, "---"), "front matter begins here"),
        r"
error[unclosed-front-matter]: front matter begins here
 --> content/reports/a.md:1:1
  |
1 | ---
  | ^^^
";

    an_empty_file:
        "",
        |_| Problem::at(Name::MissingKey, Place::bytes(&report(), 0..0), "a report needs a `title`"),
        r"
error[missing-key]: a report needs a `title`
 --> content/reports/a.md:1:1
  |
1 |
  | ^
";

    the_end_of_the_file:
        "---\ntitle: A\n",
        |text| Problem::at(Name::UnclosedFrontMatter, Place::bytes(&report(), text.len()..text.len()), "no end"),
        r"
error[unclosed-front-matter]: no end
 --> content/reports/a.md:2:9
  |
2 | title: A
  |         ^
";

    a_range_beyond_the_file:
        "one\n",
        |_| Problem::at(Name::BrokenLink, Place::bytes(&report(), 2..900), "nothing there"),
        r"
error[broken-link]: nothing there
 --> content/reports/a.md:1:3
  |
1 | one
  |   ^
";

    several_lines:
        "A [link\nover two\nlines](actor:y) here\n",
        |_| Problem::at(Name::UnknownActor, Place::link(&report(), 0), "no actor has the id `y`").label("not defined"),
        r"
error[unknown-actor]: no actor has the id `y`
 --> content/reports/a.md:1:3
  |
1 |   A [link
  |  ___^
2 | | over two
3 | | lines](actor:y) here
  | |_______________^ not defined
";

    a_second_place_in_the_same_file_and_one_elsewhere:
        "---\ntitle: A\nid: b\n# a\n# b\n# c\nid: d\n---\n",
        |text| Problem::at(Name::DuplicateKey, bytes(text, "id: d"), "`id` is given twice")
            .label("again here")
            .related(bytes(text, "id: b"), "first given here")
            .related(Place::value(&Arc::from("site.yaml"), "title"), "and here")
            .related(Place::file(&Arc::from("content/b.md")), "and in this file"),
        r"
error[duplicate-key]: `id` is given twice
 --> content/reports/a.md:7:1
  |
3 | id: b
  | ----- first given here
...
7 | id: d
  | ^^^^^ again here
  |
 ::: site.yaml:2:8
  |
2 | title: A
  |        - and here
  |
  = note: content/b.md: and in this file
";

    what_a_terminal_would_obey:
        "a\x1b[31m \u{202e}b [x](actor:y)\n",
        |_| Problem::at(Name::UnknownActor, Place::link(&report(), 0), "no actor has the id `\x1b]0;y`")
            .label("\u{9b}2J"),
        r"
error[unknown-actor]: no actor has the id `\u{1b}]0;y`
 --> content/reports/a.md:1:3
  |
1 | a␛[31m �b [x](actor:y)
  |   ^^^^^^^^^^^^^^^^^^^^ \u{9b}2J
";

    a_long_line_is_trimmed_around_the_place:
        concat!(
            "Words before that are many and go on and on and on and on and on and on and on and on and on and on and ",
            "then [x](actor:y) and on and on and on and on and on and on and on and on and on and on and on and on.\n"
        ),
        |_| Problem::at(Name::UnknownActor, Place::link(&report(), 0), "no actor has the id `y`").label("not defined"),
        r"
error[unknown-actor]: no actor has the id `y`
 --> content/reports/a.md:1:110
  |
1 | ...on and on and on and on and then [x](actor:y) and on and on and on and on and on and on an...
  |                                     ^^^^^^^^^^^^ not defined
";
}
