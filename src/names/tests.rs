//! What is found where: the table `finds.txt`, and what holds of any text and any names.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::{Find, Names, Who};

#[test]
fn names_are_found_where_the_table_says() {
    let mut wrong = Vec::new();
    for (line, row) in include_str!("finds.txt").lines().enumerate() {
        if row.is_empty() || row.starts_with('#') {
            continue;
        }
        let [names, expected, whom] = row.split(" | ").collect::<Vec<_>>()[..] else { panic!("three columns: {row}") };
        let expected = unescape(expected);
        let text = expected.replace(['[', ']'], "");
        let finds = registry(names).find(&text);
        let (found, who) = (bracketed(&text, &finds), whose(&finds));
        if (found.as_str(), who.as_str()) != (expected.as_str(), whom) {
            wrong.push(format!("line {}: {row}\n   found: {found:?} | {who}", line + 1));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_registry_of_nothing_finds_nothing() {
    assert!(Names::new([]).is_empty());
    assert!(Names::new([("5+5", None, 1), ("", None, 2), ("the desk", Some("en"), 3)]).is_empty());
    assert_eq!(Names::new([]).find("Haftar"), []);
}

#[test]
fn registries_of_the_same_names_are_equal() {
    let [one, two, other] = ["1 Haftar, 2 GNA, 2 GNA", "2 GNA, 1 Haftar", "2 Haftar, 1 GNA"].map(registry);
    assert_eq!(one, two);
    assert_ne!(one, other);
}

fn registry(names: &str) -> Names {
    let names: Vec<(String, Option<&str>, u32)> = names
        .split(", ")
        .map(|name| {
            let (key, name) = name.split_once(' ').expect("a number and a name");
            let (actor, language) = key.split_once(':').map_or((key, None), |(actor, tag)| (actor, Some(tag)));
            (unescape(name), language, actor.parse().expect("a number"))
        })
        .collect();
    Names::new(names.iter().map(|(name, language, actor)| (name.as_str(), *language, *actor)))
}

fn bracketed(text: &str, finds: &[Find]) -> String {
    let mut out = text.to_owned();
    for find in finds.iter().rev() {
        out.insert(find.range.end, ']');
        out.insert(find.range.start, '[');
    }
    out
}

fn whose(finds: &[Find]) -> String {
    if finds.is_empty() {
        return "-".to_owned();
    }
    let whose = finds.iter().map(|find| match &find.who {
        Who::One(actor) => actor.to_string(),
        Who::Several(actors) => actors.iter().map(u32::to_string).collect::<Vec<_>>().join("+"),
    });
    whose.collect::<Vec<_>>().join(" ")
}

/// Puts characters for `\n`, `\r`, `\t` and `\u{…}`.
fn unescape(text: &str) -> String {
    let text = text.replace(r"\n", "\n").replace(r"\r", "\r").replace(r"\t", "\t");
    let mut pieces = text.split(r"\u{");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (code, rest) = piece.split_once('}').expect("a closing brace");
        out.push(u32::from_str_radix(code, 16).ok().and_then(char::from_u32).expect("a code point"));
        out += rest;
    }
    out
}

const NAMES: [&str; 24] = [
    "Haftar",
    "Khalifa Haftar",
    "GNA",
    "Salamé",
    "UN",
    "UN Support",
    "US Embassy in Libya",
    "Libya",
    "O'Hara",
    "ABA",
    "BAB",
    "خليفة حفتر",
    "حفتر",
    "السراج",
    "سراج",
    "الجيش الوطني",
    "اللجنة",
    "لجنة الحوار",
    "علي",
    "منى",
    "أحمد",
    "احمد",
    "東京",
    "نو",
];

/// Texts in which names, pieces of names, particles and marks meet in every way.
fn texts() -> impl Strategy<Value = String> {
    let pieces = [
        " ", " ", " ", "\n", "\n\n", "\t", "-", "'", "’", ".", "@", "://", "www.", "s", "A", "B", "l", "و", "ل", "ب",
        "ال", "لل", "ى", "ي", "\u{64e}", "\u{640}", "\u{654}", "\u{301}", "\u{200d}", "\u{ad}", "\u{202b}", "\u{200f}",
        "ﷲ", "ﻼ", "の", "\u{1100}", "\u{1161}", "©", "٣", "क", "\u{94d}", "\u{9be}", "\u{344}", "e", "\r\n",
    ];
    let piece = prop_oneof![
        4 => proptest::sample::select(&NAMES[..]).prop_map(str::to_owned),
        6 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn numbered<'n>() -> impl Iterator<Item = (&'n str, Option<&'n str>, u32)> {
    NAMES.iter().zip(0..).map(|(name, actor)| (*name, None, actor))
}

proptest! {
    #[test]
    fn finds_are_whole_characters_in_order_and_apart(text in texts(), wild in proptest::collection::vec(".{0,6}", 0..6)) {
        let wild = wild.iter().zip(100..).map(|(name, actor)| (name.as_str(), None, actor));
        let finds = Names::new(numbered().chain(wild)).find(&text);
        let mut free = 0;
        for Find { range, .. } in finds {
            prop_assert!(free <= range.start && range.start < range.end && text.get(range.clone()).is_some());
            free = range.end;
        }
    }

    #[test]
    fn any_text_is_its_own_name(text in "[A-Z][a-z][a-z\u{301}é]{1,9}([ -][A-Zأحى][a-zملى]{1,5}){0,2}") {
        let finds = Names::new([(text.as_str(), None, 7)]).find(&text);
        prop_assert_eq!(finds, [Find { range: 0..text.len(), who: Who::One(7) }]);
    }

    #[test]
    fn the_order_of_names_makes_no_difference(
        names in Just(numbered().chain([("GNA", Some("en"), 40), ("حفتر", Some("fa"), 41)]).collect::<Vec<_>>()).prop_shuffle(),
        text in texts(),
    ) {
        let sorted = Names::new(numbered().chain([("GNA", Some("en"), 40), ("حفتر", Some("fa"), 41)]));
        let shuffled = Names::new(names);
        prop_assert_eq!(&sorted, &shuffled);
        prop_assert_eq!(sorted.find(&text), shuffled.find(&text));
    }

    #[test]
    fn normal_forms_make_no_difference(text in texts()) {
        let names = Names::new(numbered());
        let [composed, decomposed] = [text.nfc().collect::<String>(), text.nfd().collect()];
        prop_assert_eq!(whose(&names.find(&composed)), whose(&names.find(&text)));
        prop_assert_eq!(whose(&names.find(&decomposed)), whose(&names.find(&text)));
    }

    #[test]
    fn vowel_signs_and_tatweel_make_no_difference(
        words in proptest::collection::vec(
            (proptest::sample::select(vec!["", "و", "ب", "ول", "ال", "لل", "فال"]), proptest::sample::select(&NAMES[..])), 1..12),
        signs in proptest::collection::vec(proptest::sample::select(vec!["", "", "\u{64e}", "\u{651}\u{64f}", "\u{652}", "ـ", "ـ\u{650}"]), 1..60),
    ) {
        let names = Names::new(numbered());
        let plain = words.iter().map(|(particle, name)| format!("{particle}{name}")).collect::<Vec<_>>().join(" ");
        let mut signs = signs.iter().cycle();
        let mut vocalised = String::new();
        for c in plain.chars() {
            vocalised.push(c);
            if super::letters::is_arabic(c) {
                vocalised += signs.next().expect("a cycle has no end");
            }
        }
        prop_assert_eq!(whose(&names.find(&plain)), whose(&names.find(&vocalised)));
        let bare = |text: &str| names.find(text).iter()
            .map(|find| text[find.range.clone()].chars().filter(|c| !super::letters::is_overlooked(*c)).collect())
            .collect::<Vec<String>>();
        prop_assert_eq!(bare(&plain), bare(&vocalised));
    }
}
