//! The cases of each language, and what holds for every text.

use std::fmt::Write;
use std::ops::Range;

use proptest::prelude::*;

use super::{Context, Key, Known, Meaning, Phrase};

/// Finds the date phrases of a text, in ascending order and without overlaps.
///
/// `lang` is a language tag; other languages than English, French and Arabic have no phrases. `written_on` is the day,
/// month or year that relative phrases are reckoned from.
fn find(text: &str, lang: &str, written_on: Option<Key>) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    for paragraph in paragraphs(text) {
        let found = Context::new(lang, written_on).read(&text[paragraph.clone()], &[]);
        let moved = |range: Range<usize>| paragraph.start + range.start..paragraph.start + range.end;
        phrases.extend(found.into_iter().map(|phrase| Phrase { range: moved(phrase.range), ..phrase }));
    }
    phrases
}

/// The paragraphs of a text, which empty lines part: none knows of another.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let (mut at, mut is_open) = (0, false);
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        match paragraphs.last_mut() {
            _ if line.trim().is_empty() => is_open = false,
            Some(paragraph) if is_open => paragraph.end = end,
            _ => {
                paragraphs.push(at..end);
                is_open = true;
            }
        }
        at = end;
    }
    paragraphs
}

/// Checks each line of a table: the phrases found are exactly those in brackets, and mean what is told.
#[track_caller]
fn check(lang: &str, table: &str) {
    let mut wrong = Vec::new();
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let columns: Vec<&str> = line.splitn(2, '|').collect();
        let (marked, expected) = columns[1].rsplit_once('|').unwrap();
        let mut context = Context::new(lang, key(columns[0].trim()));
        let mut shown = Vec::new();
        let mut meanings = Vec::new();
        for paragraph in marked.trim().split(" ¶ ") {
            let (text, known) = links(&paragraph.replace(['[', ']'], ""));
            let mut out = String::new();
            let mut after = 0;
            for phrase in context.read(&text, &known) {
                out.push_str(&text[after..phrase.range.start]);
                write!(out, "[{}]", &text[phrase.range.clone()]).unwrap();
                after = phrase.range.end;
                meanings.push(told(&phrase.meaning));
            }
            shown.push(out + &text[after..]);
        }
        let shown = shown.join(" ¶ ");
        let marked = marked.trim().split(" ¶ ").map(|paragraph| links(paragraph).0).collect::<Vec<_>>().join(" ¶ ");
        let meanings = if meanings.is_empty() { "nothing".to_owned() } else { meanings.join("; ") };
        if shown != marked || meanings != expected.trim() {
            wrong.push(format!("{line}\n    found: {shown} | {meanings}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n{} wrong", wrong.join("\n"), wrong.len());
}

/// The text of a paragraph, and its links, which are written `{words=2019-04-04}`.
fn links(marked: &str) -> (String, Vec<Known>) {
    let (mut text, mut known) = (String::new(), Vec::new());
    for (index, piece) in marked.split(['{', '}']).enumerate() {
        let Some((words, date)) = piece.split_once('=').filter(|_| index % 2 == 1) else {
            text.push_str(piece);
            continue;
        };
        let start = text.len();
        text.push_str(words);
        known.push(Known { range: start..text.len(), date: key(date) });
    }
    (text, known)
}

fn key(text: &str) -> Option<Key> {
    let mut numbers = text.split('-').map(|part| part.parse().unwrap_or(0));
    let year = numbers.next().filter(|year| *year > 0)?;
    let mut part = || u8::try_from(numbers.next().unwrap_or(0)).unwrap();
    Key::new(year, part(), part())
}

fn told(meaning: &Meaning) -> String {
    match meaning {
        Meaning::Date { edtf, .. } => edtf.clone(),
        Meaning::CannotTell { candidates, .. } if candidates.is_empty() => "cannot tell".to_owned(),
        Meaning::CannotTell { candidates, .. } => format!("cannot tell {}", candidates.join(" ")),
    }
}

#[test]
fn english() {
    check("en-GB", include_str!("cases/en.txt"));
}

#[test]
fn french() {
    check("fr", include_str!("cases/fr.txt"));
}

#[test]
fn arabic() {
    check("ar-LY", include_str!("cases/ar.txt"));
}

#[test]
fn english_in_context() {
    check("en", include_str!("cases/context-en.txt"));
}

#[test]
fn french_in_context() {
    check("fr", include_str!("cases/context-fr.txt"));
}

#[test]
fn arabic_in_context() {
    check("ar", include_str!("cases/context-ar.txt"));
}

#[test]
fn english_tenses() {
    check("en", include_str!("cases/tense-en.txt"));
}

#[test]
fn french_tenses() {
    check("fr", include_str!("cases/tense-fr.txt"));
}

#[test]
fn arabic_tenses() {
    check("ar", include_str!("cases/tense-ar.txt"));
}

#[test]
fn other_languages_have_no_phrases() {
    assert_eq!(find("12 December 2019", "de", None), []);
}

/// The reckoning or the doubt, in words.
#[track_caller]
fn why(text: &str, expected: &str) {
    let phrases = find(text, "en", key("2019-12-21"));
    let [phrase] = &phrases[..] else { panic!("{phrases:?}") };
    let told = match &phrase.meaning {
        Meaning::Date { reckoning, .. } => reckoning.to_string(),
        Meaning::CannotTell { doubt, .. } => doubt.to_string(),
    };
    assert_eq!(told, expected);
}

#[test]
fn how_a_date_was_reckoned_is_told() {
    why("in 2011", "as written");
    why("early April 2019", "as written; the part that is meant has no exact bounds");
    why("the fourth of last April", "the last 4 April before 2019-12-21");
    why("last week", "the week before that of 2019-12-21");
    why("yesterday", "the day before that of 2019-12-21");
    why("the day before yesterday", "2 days before 2019-12-21");
    why("three weeks ago", "3 weeks before 2019-12-21");
    why("Thursday, 12 December", "the only 12 December near 2019-12-21 that is a Thursday");
    why("He left on Thursday.", "the last Thursday before 2019-12-21, as the sentence tells of the past");
    why("He will leave on 4 April.", "the next 4 April after 2019-12-21, as the sentence tells of what is to come");
}

#[test]
fn why_a_date_cannot_be_told_is_told() {
    why("30 February 2019", "February 2019 has 28 days");
    why("30 February", "February has 29 days");
    why("Friday, 12 December 2019", "2019-12-12 is a Thursday");
    why("the 12 December attack", "no year is given");
    why("He left on Saturday.", "the report's own day may be meant, or that of a week beside");
    why("03/04/2019", "day and month may be either way round");
    why("“yesterday”", "it is relative and quoted: the day of the quotation may be another");
}

#[test]
fn phrases_do_not_reach_across_paragraphs() {
    let phrases = find("on 12\nDecember 2019", "en", None);
    assert_eq!(phrases[0].range, 3..19);
    assert_eq!(find("on 12\n\nDecember 2019", "en", None)[0].range, 7..20);
}

/// Texts of words that phrases are made of.
fn texts() -> impl Strategy<Value = (String, &'static str)> {
    let tables = [
        ("en", include_str!("cases/en.txt")),
        ("fr", include_str!("cases/fr.txt")),
        ("ar", include_str!("cases/ar.txt")),
        ("en", include_str!("cases/tense-en.txt")),
        ("fr", include_str!("cases/tense-fr.txt")),
        ("ar", include_str!("cases/tense-ar.txt")),
    ];
    proptest::sample::select(tables.to_vec()).prop_flat_map(|(lang, table)| {
        let words: Vec<&str> = table.split([' ', '[', ']', '|']).filter(|word| !word.is_empty()).collect();
        let glue = proptest::sample::select(vec![" ", " ", " ", " ", "", "-", "/", ", ", "\n\n", "\u{200f}", " «"]);
        let word = (proptest::sample::select(words), glue).prop_map(|(word, glue)| format!("{word}{glue}"));
        (proptest::collection::vec(word, 0..30).prop_map(|words| words.concat()), Just(lang))
    })
}

fn holds(text: &str, lang: &str, written_on: Option<Key>) {
    let phrases = find(text, lang, written_on);
    let mut after = 0;
    for phrase in &phrases {
        assert!(after <= phrase.range.start && phrase.range.start < phrase.range.end);
        assert!(!text[phrase.range.clone()].trim().is_empty());
        after = phrase.range.end;
        let dates = match &phrase.meaning {
            Meaning::Date { edtf, .. } => std::slice::from_ref(edtf),
            Meaning::CannotTell { candidates, .. } => candidates,
        };
        for date in dates {
            assert!(edtf_core::is_valid(date), "{date} in {text}");
        }
    }
    // Paragraphs do not know of each other.
    let twice = find(&format!("{text}\n\n{text}"), lang, written_on);
    let shift = text.len() + 2;
    let moved = phrases.iter().map(|phrase| (phrase.range.start + shift..phrase.range.end + shift, &phrase.meaning));
    let expected: Vec<_> = phrases.iter().map(|phrase| (phrase.range.clone(), &phrase.meaning)).chain(moved).collect();
    let found: Vec<_> = twice.iter().map(|phrase| (phrase.range.clone(), &phrase.meaning)).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_dash_at_the_end_of_a_paragraph_makes_no_range_with_the_next() {
    holds("12 depuis 2011\n- ", "fr", None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn phrases_are_in_order_and_their_dates_are_edtf(
        (text, lang) in texts(), year in 1i32..3000, month in 0u8..=12, day in 0u8..=31,
    ) {
        holds(&text, lang, Key::new(year, month, day));
    }

    #[test]
    fn any_text_is_read(text in "\\PC*", lang in "en|fr|ar", year in 1i32..3000) {
        holds(&text, &lang, Key::new(year, 3, 31));
    }
}
