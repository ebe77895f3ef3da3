//! Whether a word is a language, as people write one in the name of a file: `ar`, `ar-LY`, `ara`, `arabic`, `العربية`.

use super::{NAMES, RTL_LANGUAGES, is_valid};

/// Whether `word` stands for a language: a well-formed tag whose first subtag is a language's code, or the name of a
/// language in English or in itself. Words such as `old` or `v2` stand for none.
#[must_use]
pub fn is_language(word: &str) -> bool {
    let word = word.to_lowercase().replace('_', "-");
    let code = word.split('-').next().unwrap_or_default();
    let is_code = || {
        TWO_LETTERS.binary_search(&code).is_ok()
            || RTL_LANGUAGES.binary_search(&code).is_ok()
            || NAMES.binary_search_by_key(&code, |(tag, _)| tag).is_ok()
            || OTHERS.iter().any(|(codes, _)| codes.split(' ').any(|other| other == code))
    };
    let is_name = || {
        NAMES.iter().any(|(_, name)| name.to_lowercase() == word)
            || OTHERS.iter().any(|(_, names)| names.split(' ').any(|name| name == word))
    };
    !word.is_empty() && ((is_valid(&word) && is_code()) || is_name())
}

/// Sorted. ISO 639-1.
const TWO_LETTERS: [&str; 183] = [
    "aa", "ab", "ae", "af", "ak", "am", "an", "ar", "as", "av", "ay", "az", "ba", "be", "bg", "bi", "bm", "bn", "bo",
    "br", "bs", "ca", "ce", "ch", "co", "cr", "cs", "cu", "cv", "cy", "da", "de", "dv", "dz", "ee", "el", "en", "eo",
    "es", "et", "eu", "fa", "ff", "fi", "fj", "fo", "fr", "fy", "ga", "gd", "gl", "gn", "gu", "gv", "ha", "he", "hi",
    "ho", "hr", "ht", "hu", "hy", "hz", "ia", "id", "ie", "ig", "ii", "ik", "io", "is", "it", "iu", "ja", "jv", "ka",
    "kg", "ki", "kj", "kk", "kl", "km", "kn", "ko", "kr", "ks", "ku", "kv", "kw", "ky", "la", "lb", "lg", "li", "ln",
    "lo", "lt", "lu", "lv", "mg", "mh", "mi", "mk", "ml", "mn", "mr", "ms", "mt", "my", "na", "nb", "nd", "ne", "ng",
    "nl", "nn", "no", "nr", "nv", "ny", "oc", "oj", "om", "or", "os", "pa", "pi", "pl", "ps", "pt", "qu", "rm", "rn",
    "ro", "ru", "rw", "sa", "sc", "sd", "se", "sg", "si", "sk", "sl", "sm", "sn", "so", "sq", "sr", "ss", "st", "su",
    "sv", "sw", "ta", "te", "tg", "th", "ti", "tk", "tl", "tn", "to", "tr", "ts", "tt", "tw", "ty", "ug", "uk", "ur",
    "uz", "ve", "vi", "vo", "wa", "wo", "xh", "yi", "yo", "za", "zh", "zu",
];

/// Codes of three letters, and names in English and of other scripts and customs.
const OTHERS: [(&str, &str); 66] = [
    ("afr", "afrikaans"),
    ("amh", "amharic"),
    ("ara", "arabic arabe arabisch عربي عربية عربى"),
    ("aze", "azerbaijani azeri"),
    ("bel", "belarusian"),
    ("bul", "bulgarian"),
    ("ben", "bengali bangla"),
    ("bos", "bosnian"),
    ("cat", "catalan"),
    ("ckb", "sorani"),
    ("ces cze", "czech"),
    ("cym wel", "welsh"),
    ("dan", "danish"),
    ("deu ger", "german allemand ألماني ألمانية الألمانية"),
    ("ell gre", "greek"),
    ("eng", "english anglais englisch إنجليزي إنجليزية الإنجليزية"),
    ("epo", ""),
    ("spa", "spanish castilian espanol castellano espagnol spanisch إسباني إسبانية الإسبانية"),
    ("est", "estonian"),
    ("eus baq", "basque"),
    ("fas per", "persian farsi dari فارسی فارسي"),
    ("fin", "finnish"),
    ("fra fre", "french francais französisch فرنسي فرنسية الفرنسية"),
    ("gle", "irish"),
    ("glg", "galician"),
    ("hau", ""),
    ("heb", "hebrew"),
    ("hin", "hindi"),
    ("hrv", "croatian"),
    ("hun", "hungarian"),
    ("hye arm", "armenian"),
    ("ind", "indonesian"),
    ("isl ice", "icelandic"),
    ("ita", "italian italien italienisch إيطالي إيطالية الإيطالية"),
    ("jpn", "japanese"),
    ("kat geo", "georgian"),
    ("kaz", "kazakh"),
    ("kor", "korean"),
    ("kur", "kurdish kurmanji kurdi"),
    ("lat", "latin"),
    ("lit", "lithuanian"),
    ("lav", "latvian"),
    ("mkd mac", "macedonian"),
    ("mlt", "maltese"),
    ("msa may", "malay"),
    ("nld dut", "dutch flemish"),
    ("nor nob nno", "norwegian bokmål bokmal nynorsk"),
    ("pol", "polish"),
    ("pus", "pashto"),
    ("por", "portuguese portugues"),
    ("ron rum", "romanian moldovan"),
    ("rus", "russian russe russisch روسي روسية الروسية"),
    ("slk slo", "slovak"),
    ("slv", "slovenian slovene"),
    ("som", "somali"),
    ("sqi alb", "albanian"),
    ("srp", "serbian"),
    ("swe", "swedish"),
    ("swa", "swahili"),
    ("tam tel", "tamil telugu"),
    ("tha", "thai"),
    ("tur", "turkish turkce turc türkisch تركي تركية التركية"),
    ("ukr", "ukrainian"),
    ("urd", "urdu"),
    ("vie", "vietnamese"),
    ("zho chi tgl", "chinese mandarin tagalog filipino tigrinya tamazight berber amazigh"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_codes_and_names_are_languages() {
        assert!(TWO_LETTERS.is_sorted());
        for word in
            ["de", "DE", "ar-LY", "ar_LY", "zh-Hant", "ara", "deu", "ayl", "arabic", "Arabic", "العربية", "Français"]
        {
            assert!(is_language(word), "{word}");
        }
        for word in ["", "old", "v2", "draft", "copy", "2019", "1", "notes", "final", "ar!", "de-", "pdf", "html"] {
            assert!(!is_language(word), "{word}");
        }
    }
}
