//! What other files may know of a text.

use super::*;

#[test]
fn sentences_are_plain_and_without_citations_notes_and_pictures() {
    let text = "The **U.S. Embassy** met [Gen. Haftar](actor:haftar)[^1] in `Tripoli` [@a], ![map](m.png) then left. Dr. No stayed.\n\n\
                [^1]: x\n";
    assert_eq!(
        links(&read(text)),
        "0 actor haftar p1 | The U.S. Embassy met [Gen. Haftar] in Tripoli, then left.\n\
         1 @a p1 | The U.S. Embassy met Gen. Haftar in Tripoli[], then left.\n\
         2 image content/reports/2019/m.png p1\n"
    );
}

#[test]
fn items_cells_headings_and_definitions_are_blocks_of_their_own() {
    let text = "## On [A](actor:a)\n\n- the [B](actor:b)\n  - and [C](actor:c)\n- x\n\n| t | [D](actor:d) |\n|---|---|\n| u | v [E](actor:e) w |\n\n\
                term [F](actor:f)\n: says [G](actor:g)\n";
    assert_eq!(
        links(&read(text)),
        "0 actor a p1 | On [A]\n1 actor b p1 | the [B]\n2 actor c p1 | and [C]\n3 actor d p2 | [D]\n4 actor e p2 | v [E] w\n\
         5 actor f p3 | term [F]\n6 actor g p3 | says [G]\n"
    );
}

#[test]
fn an_edit_of_prose_elsewhere_leaves_the_summary_equal() {
    let a = read("First words.\n\nThen [Haftar](actor:haftar) left. He was late.");
    let b = read("First other words.\n\nThen [Haftar](actor:haftar) left. He was very late.");
    assert_eq!(a.summary.links, b.summary.links);
    assert_ne!(a.body, b.body);
    let c = read("First words.\n\nThen [Haftar](actor:haftar) stayed. He was late.");
    assert_ne!(a.summary.links[0].digest, c.summary.links[0].digest);
}

#[test]
fn the_opening_is_the_first_paragraph_cut_at_a_word() {
    let opening = |text: &str| read(text).headline.opening.clone().unwrap_or_default().to_string();
    assert_eq!(opening("# Title\n\n> quote\n\nThe *first* [words](actor:a) [@b].\n\nMore."), "The first words.");
    let long = opening(&"many words ".repeat(50));
    assert!(long.chars().count() <= 200 && long.ends_with(" many…") | long.ends_with(" words…"), "{long}");
}

#[test]
fn reading_time_counts_words_and_wide_characters() {
    let minutes = |text: &str| read(text).outline.minutes;
    assert_eq!(minutes("word"), 1);
    assert_eq!(minutes(&format!("word[^1]\n\n[^1]: {}", "word ".repeat(880))), 4);
    assert_eq!(minutes(&"word ".repeat(880)), 4);
    assert_eq!(minutes(&"كلمة ".repeat(880)), 4);
    assert_eq!(minutes(&"字".repeat(2_000)), 4);
}

#[test]
fn the_reading_time_does_not_tell_how_long_a_note_is_that_only_redacted_words_refer_to() {
    let long = "word ".repeat(880);
    for text in ["%%secret [^n]%% x", "x[^m] %%y%%\n\n[^m]: %%z [^n]%%"] {
        assert_eq!(read(&format!("{text}\n\n[^n]: {long}")).outline.minutes, 1, "{text}");
    }
}

#[test]
fn the_language_is_the_texts_own() {
    let with = |lang: Option<&str>| {
        parse(&SourceFile { lang: lang.map(Str::from), ..file() }, b"x", &options()).summary.lang.to_string()
    };
    assert_eq!(with(Some("ar")), "ar");
    assert_eq!(with(None), "en");
}
