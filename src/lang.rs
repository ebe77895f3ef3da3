//! Languages by their tags (BCP 47): direction, own name, validity.

mod known;

pub use known::is_language;

use unic_langid::LanguageIdentifier;

/// Whether `tag` is a well-formed language tag of language, script, region and variants: `en`, `zh-Hant`, `ar-LY`.
#[must_use]
pub fn is_valid(tag: &str) -> bool {
    // The parser also takes locale names with an underscore, which are no tags, and any sign in a variant of four.
    let is_plain = tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    !tag.is_empty() && is_plain && tag.parse::<LanguageIdentifier>().is_ok()
}

/// Whether text in the language runs from right to left: by the tag's script, else by the script that the language is
/// usually written in.
#[must_use]
pub fn is_rtl(tag: &str) -> bool {
    let mut subtags = tag.split(['-', '_']).map(str::to_ascii_lowercase);
    let language = subtags.next().unwrap_or_default();
    for subtag in subtags {
        match subtag.len() {
            4 if subtag.bytes().all(|b| b.is_ascii_alphabetic()) => return RTL_SCRIPTS.contains(&subtag.as_str()),
            2 if RTL_REGIONS.contains(&(language.as_str(), subtag.as_str())) => return true,
            _ => {}
        }
    }
    RTL_LANGUAGES.binary_search(&language.as_str()).is_ok()
}

/// Whether words run from right to left: by their first letter. `None` where they have none.
#[must_use]
pub fn runs_rtl(words: &str) -> Option<bool> {
    words.chars().find(|letter| letter.is_alphabetic()).map(is_rtl_letter)
}

/// Whether a letter is of a script that runs from right to left.
#[must_use]
pub fn is_rtl_letter(letter: char) -> bool {
    letter.is_alphabetic()
        && matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// What the language calls itself: `العربية` of `ar` and of `ar-LY`. `None` for languages beyond the most common.
#[must_use]
pub fn native_name(tag: &str) -> Option<&'static str> {
    let tag = tag.to_ascii_lowercase().replace('_', "-");
    let mut known = tag.as_str();
    loop {
        if let Ok(at) = NAMES.binary_search_by_key(&known, |(tag, _)| tag) {
            return Some(NAMES[at].1);
        }
        known = known.rsplit_once('-')?.0;
    }
}

/// The tag and what remains as its subtags are dropped from the end: `zh-Hant-TW`, `zh-Hant`, `zh`.
pub fn with_parents(tag: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(tag), |tag| tag.rsplit_once('-').map(|(parent, _)| parent))
}

const RTL_SCRIPTS: [&str; 13] =
    ["adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "syre", "syrj", "thaa"];

/// Sorted. Languages that are usually written in one of [`RTL_SCRIPTS`].
const RTL_LANGUAGES: [&str; 58] = [
    "acm", "acq", "adx", "aeb", "afb", "aii", "ajp", "apc", "apd", "ar", "arc", "ars", "ary", "arz", "ayl", "ayn",
    "azb", "bal", "bgn", "bqi", "brh", "cja", "ckb", "dcc", "dv", "fa", "glk", "gwc", "haz", "he", "iw", "ji", "khw",
    "ks", "lki", "lrc", "luz", "mid", "mvy", "mzn", "nqo", "ota", "pbt", "pbu", "pnb", "prs", "ps", "sam", "sd", "sdh",
    "shu", "skr", "syc", "syr", "ug", "ur", "ydd", "yi",
];

/// Languages that are written from right to left in some countries only.
const RTL_REGIONS: [(&str, &str); 9] = [
    ("az", "iq"),
    ("az", "ir"),
    ("kk", "cn"),
    ("ku", "iq"),
    ("ku", "ir"),
    ("ky", "cn"),
    ("pa", "pk"),
    ("tk", "af"),
    ("uz", "af"),
];

/// Sorted by tag, in lower case.
const NAMES: [(&str, &str); 83] = [
    ("af", "Afrikaans"),
    ("am", "አማርኛ"),
    ("ar", "العربية"),
    ("az", "azərbaycanca"),
    ("be", "беларуская"),
    ("bg", "български"),
    ("bn", "বাংলা"),
    ("bs", "bosanski"),
    ("ca", "català"),
    ("ckb", "کوردیی ناوەندی"),
    ("cs", "čeština"),
    ("cy", "Cymraeg"),
    ("da", "dansk"),
    ("de", "Deutsch"),
    ("dv", "ދިވެހި"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("eo", "esperanto"),
    ("es", "español"),
    ("et", "eesti"),
    ("eu", "euskara"),
    ("fa", "فارسی"),
    ("fi", "suomi"),
    ("fr", "français"),
    ("ga", "Gaeilge"),
    ("gl", "galego"),
    ("gu", "ગુજરાતી"),
    ("ha", "Hausa"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hr", "hrvatski"),
    ("hu", "magyar"),
    ("hy", "Հայերեն"),
    ("id", "Indonesia"),
    ("is", "íslenska"),
    ("it", "italiano"),
    ("ja", "日本語"),
    ("ka", "ქართული"),
    ("kk", "қазақша"),
    ("km", "ខ្មែរ"),
    ("ko", "한국어"),
    ("ku", "kurdî"),
    ("ku-arab", "کوردی"),
    ("ky", "кыргызча"),
    ("la", "Latina"),
    ("lo", "ລາວ"),
    ("lt", "lietuvių"),
    ("lv", "latviešu"),
    ("mk", "македонски"),
    ("ml", "മലയാളം"),
    ("mn", "монгол"),
    ("mr", "मराठी"),
    ("ms", "Melayu"),
    ("my", "မြန်မာ"),
    ("nb", "norsk bokmål"),
    ("ne", "नेपाली"),
    ("nl", "Nederlands"),
    ("nn", "norsk nynorsk"),
    ("no", "norsk"),
    ("pa", "ਪੰਜਾਬੀ"),
    ("pl", "polski"),
    ("ps", "پښتو"),
    ("pt", "português"),
    ("pt-br", "português (Brasil)"),
    ("ro", "română"),
    ("ru", "русский"),
    ("sd", "سنڌي"),
    ("sk", "slovenčina"),
    ("sl", "slovenščina"),
    ("so", "Soomaali"),
    ("sq", "shqip"),
    ("sr", "српски"),
    ("sv", "svenska"),
    ("sw", "Kiswahili"),
    ("ta", "தமிழ்"),
    ("th", "ไทย"),
    ("tr", "Türkçe"),
    ("ug", "ئۇيغۇرچە"),
    ("uk", "українська"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
    ("yi", "ייִדיש"),
    ("zh", "中文"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(RTL_LANGUAGES.is_sorted());
        assert!(NAMES.is_sorted_by_key(|(tag, _)| tag));
    }

    #[test]
    fn a_variant_of_a_language_tag_had_any_sign() {
        for tag in ["en-0/..", "en-%00n", "en-0\"<>", "en-0\u{e9}x"] {
            assert!(!is_valid(tag), "{tag}");
        }
        assert!(is_valid("de-1901") && is_valid("sl-rozaj-biske-1994"));
    }

    #[test]
    fn direction_follows_script_then_language() {
        for tag in ["ar", "AR-ly", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "ku-Arab", "pa-PK", "ar_EG"] {
            assert!(is_rtl(tag), "{tag}");
        }
        for tag in ["en", "fr", "ku", "ar-Latn", "az", "zh-Hant", "uz-Cyrl-AF", ""] {
            assert!(!is_rtl(tag), "{tag}");
        }
    }

    #[test]
    fn words_run_as_their_first_letter_does() {
        let cases = [("“LNA” حفتر", Some(false)), ("12 ديسمبر", Some(true)), ("שלום", Some(true)), ("2019", None)];
        for (words, rtl) in cases {
            assert_eq!(runs_rtl(words), rtl, "{words}");
        }
    }

    #[test]
    fn names_are_the_languages_own() {
        assert_eq!(native_name("ar-LY"), Some("العربية"));
        assert_eq!(native_name("fr"), Some("français"));
        assert_eq!(native_name("pt-BR"), Some("português (Brasil)"));
        assert_eq!(native_name("tlh"), None);
    }

    #[test]
    fn tags_are_checked() {
        for tag in ["en", "zh-Hant-TW", "ckb", "de-1996", "ar-LY", "es-419"] {
            assert!(is_valid(tag), "{tag}");
        }
        for tag in ["", "e", "english!", "en_GB", "en-", "-en", "en--GB", "français", "../en", "en GB"] {
            assert!(!is_valid(tag), "{tag}");
        }
        assert_eq!(with_parents("zh-Hant-TW").collect::<Vec<_>>(), ["zh-Hant-TW", "zh-Hant", "zh"]);
    }
}
