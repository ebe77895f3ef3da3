//! Scripts of names and of languages, as far as they can be told apart without doubt.

use std::fmt;

/// A script (ISO 15924).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Script {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Hebrew,
    Arabic,
    Devanagari,
    Bengali,
    Thai,
    Georgian,
    Ethiopic,
    Korean,
    Japanese,
    Chinese,
}

/// Each script with its word, its code, and its usual languages: those that are written in several are left out.
const SCRIPTS: [(Script, &str, &[&str], &[&str]); 14] = {
    use Script::{
        Arabic, Armenian, Bengali, Chinese, Cyrillic, Devanagari, Ethiopic, Georgian, Greek, Hebrew, Japanese, Korean,
        Latin, Thai,
    };
    const LATIN: &[&str] = &[
        "af", "ca", "cs", "cy", "da", "de", "en", "eo", "es", "et", "eu", "fi", "fr", "ga", "gl", "hr", "hu", "id",
        "is", "it", "la", "lt", "lv", "ms", "mt", "nb", "nl", "nn", "no", "pl", "pt", "ro", "sk", "sl", "so", "sq",
        "sv", "sw", "tr", "vi",
    ];
    [
        (Latin, "Latin letters", &["Latn"], LATIN),
        (Greek, "Greek letters", &["Grek"], &["el"]),
        (Cyrillic, "Cyrillic letters", &["Cyrl"], &["be", "bg", "mk", "ru", "uk"]),
        (Armenian, "Armenian letters", &["Armn"], &["hy"]),
        (Hebrew, "Hebrew letters", &["Hebr"], &["he", "iw", "yi"]),
        (
            Arabic,
            "Arabic letters",
            &["Arab", "Aran"],
            &["ar", "arz", "ary", "ayl", "ckb", "fa", "prs", "ps", "ug", "ur"],
        ),
        (Devanagari, "Devanagari", &["Deva"], &["hi", "mr", "ne"]),
        (Bengali, "Bengali letters", &["Beng"], &["bn"]),
        (Thai, "Thai letters", &["Thai"], &["th"]),
        (Georgian, "Georgian letters", &["Geor"], &["ka"]),
        (Ethiopic, "Ethiopic letters", &["Ethi"], &["am", "ti"]),
        (Korean, "Korean letters", &["Hang", "Kore"], &["ko"]),
        (Japanese, "Japanese letters", &["Hira", "Jpan", "Kana"], &["ja"]),
        (Chinese, "Chinese characters", &["Hani", "Hans", "Hant"], &["zh"]),
    ]
};

impl fmt::Display for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = SCRIPTS.iter().find(|(script, ..)| script == self).map_or("", |(_, words, ..)| words);
        f.write_str(words)
    }
}

/// The script that a language's tag names, else the one that the language is always written in.
pub(super) fn of_language(tag: &str) -> Option<Script> {
    let mut subtags = tag.split(['-', '_']);
    let language = subtags.next().unwrap_or_default();
    let named = subtags.find(|subtag| subtag.len() == 4 && subtag.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let has = |list: &[&str], word: &str| list.iter().any(|known| known.eq_ignore_ascii_case(word));
    let mut scripts = SCRIPTS.iter();
    let found = match named {
        Some(code) => scripts.find(|(_, _, codes, _)| has(codes, code)),
        None => scripts.find(|(.., languages)| has(languages, language)),
    };
    found.map(|(script, ..)| *script)
}

/// The scripts of a text's letters, those first that come first. One with a letter of no known script has none: nothing
/// is certain of it.
pub(super) fn of_text(text: &str) -> Vec<Script> {
    let mut scripts = Vec::new();
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        let Some(script) = of_letter(c) else { return Vec::new() };
        if !scripts.contains(&script) {
            scripts.push(script);
        }
    }
    // Japanese is written with Chinese characters too, and may have nothing else; so may Korean names.
    if scripts.contains(&Script::Chinese) {
        scripts.extend([Script::Japanese, Script::Korean]);
    }
    scripts
}

const fn of_letter(c: char) -> Option<Script> {
    Some(match c {
        // With letters that transliterations borrow: the ʻ of ʻAbd, the ʼ of Qurʼan.
        'A'..='Z' | 'a'..='z' | 'ª' | 'º' | 'À'..='ˬ' | 'Ḁ'..='ỿ' => Script::Latin,
        'Ͱ'..='Ͽ' | 'ἀ'..='῾' => Script::Greek,
        'Ѐ'..='ԯ' => Script::Cyrillic,
        'Ա'..='֏' => Script::Armenian,
        '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}' => Script::Hebrew,
        '\u{600}'..='\u{6ff}'
        | '\u{750}'..='\u{77f}'
        | '\u{870}'..='\u{8ff}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}' => Script::Arabic,
        '\u{900}'..='\u{97f}' => Script::Devanagari,
        '\u{980}'..='\u{9ff}' => Script::Bengali,
        '\u{e00}'..='\u{e7f}' => Script::Thai,
        '\u{10a0}'..='\u{10ff}' | '\u{1c90}'..='\u{1cbf}' => Script::Georgian,
        '\u{1200}'..='\u{139f}' => Script::Ethiopic,
        '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}' => Script::Korean,
        '\u{3040}'..='\u{30ff}' => Script::Japanese,
        '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}' => {
            Script::Chinese
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::Script::{Arabic, Chinese, Cyrillic, Latin};
    use super::*;

    #[test]
    fn languages_have_a_script_where_there_is_no_doubt() {
        let tags = ["en", "ar-LY", "ar-Latn", "uk", "zh-Hant-TW", "sr", "uz", "ku", "tlh", ""];
        let scripts =
            [Some(Latin), Some(Arabic), Some(Latin), Some(Cyrillic), Some(Chinese), None, None, None, None, None];
        assert_eq!(tags.map(of_language), scripts);
    }

    #[test]
    fn names_have_the_scripts_of_their_letters() {
        assert_eq!(of_text("Khalīfa ʻAbd al-Raḥmān Ḥaftar 2"), [Latin]);
        assert_eq!(of_text("خليفة حفتر"), [Arabic]);
        assert_eq!(of_text("Агентство RIA"), [Cyrillic, Latin]);
        assert_eq!(of_text("5+5"), []);
        assert_eq!(of_text("ᠮᠣᠩᠭᠣᠯ"), [], "of a script that is not known here, nothing is certain");
        assert_eq!(of_text("李"), [Chinese, Script::Japanese, Script::Korean]);
    }
}
