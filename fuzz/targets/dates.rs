//! Dates: EDTF expressions, and what running text says of dates in English, French and Arabic.
//!
//! What is read is printed and read again as the same; bounds are in order and hold what the date contains; an error lies
//! within the text. Phrases stand in their paragraph, one behind the other, and name dates that can be read.
#![no_main]

use glossator::edtf::{Date, Key};
use glossator::phrases::{Context, Meaning, Phrase};
use glossator_fuzz::{chosen, held};
use libfuzzer_sys::fuzz_target;

const LANGUAGES: [&str; 3] = ["en", "fr", "ar"];

fuzz_target!(|input: &[u8]| held(input, || {
    let Some((choice, text)) = chosen(input) else { return };
    if choice & 1 == 0 {
        text.lines().for_each(expression);
        return;
    }
    let lang = LANGUAGES[usize::from(choice >> 1) % 3];
    let written_on = if choice & 8 == 0 { Key::new(2019, 12, 21) } else { None };
    phrases(text, lang, written_on, choice & 16 != 0);
}));

fn expression(text: &str) {
    let date = match Date::parse(text) {
        Ok(date) => date,
        Err(error) => {
            assert!(error.offset <= text.len(), "{error:?} in {text:?}");
            assert!(text.is_char_boundary(error.offset), "{error:?} in {text:?}");
            assert!(!error.message.is_empty());
            return;
        }
    };
    let again = Date::parse(date.as_str()).unwrap_or_else(|error| panic!("{text:?} is printed as {date}: {error}"));
    assert_eq!(again.as_str(), date.as_str(), "{text:?}");
    assert_eq!((again.bounds(), again.sort_key(), again.shape()), (date.bounds(), date.sort_key(), date.shape()));
    if let (Some(first), Some(last)) = date.bounds() {
        assert!(first <= last, "{text:?}: {first:?} {last:?}");
    }
    assert!(date.members().iter().all(|(first, last)| first <= last), "{text:?}");
    let index = date.index();
    assert!(index.is_sorted_by(|one, other| one.0 < other.0), "{text:?}: {index:?}");
    for (key, _) in &index {
        let (first, last) = key.bounds();
        assert!(first <= last);
        assert_eq!(key.to_string().parse::<Key>().ok(), Some(*key));
        assert_eq!(Date::from_key(*key).and_then(|date| date.plain()), Some(*key));
    }
    if let Some(key) = date.plain() {
        assert!(date.contains(key), "{text:?}");
        assert_eq!(key.to_string(), date.as_str());
    }
    assert!(date.datetime().is_none_or(|words| words.is_ascii() && !words.contains('"')));
    let _ = (date.certain(), date.certain_ends(), date.approximate_ends(), date.range(), date.precision());
}

fn phrases(text: &str, lang: &str, written_on: Option<Key>, is_quotation: bool) {
    let begin = if is_quotation { Context::of_quotation } else { Context::new };
    let (mut context, mut again) = (begin(lang, written_on), begin(lang, written_on));
    for (number, paragraph) in (0..).zip(text.split("\n\n")) {
        for context in [&mut context, &mut again] {
            match paragraph.strip_prefix("# ") {
                Some(heading) => context.turn(1, heading),
                None => context.enter(number),
            }
        }
        let found = context.read(paragraph, &[]);
        assert_eq!(found, again.read(paragraph, &[]));
        check(paragraph, &found);
    }
}

fn check(paragraph: &str, found: &[Phrase]) {
    let mut read = 0;
    for Phrase { range, meaning } in found {
        assert!(read <= range.start && range.start < range.end, "{found:?} in {paragraph:?}");
        assert!(paragraph.get(range.clone()).is_some(), "{range:?} in {paragraph:?}");
        read = range.end;
        let dates = match meaning {
            Meaning::Date { edtf, reckoning } => {
                assert!(!reckoning.to_string().is_empty());
                std::slice::from_ref(edtf)
            }
            Meaning::CannotTell { candidates, .. } => candidates,
        };
        for date in dates {
            assert!(Date::parse(date).is_ok(), "{date} in {paragraph:?}");
        }
    }
}
