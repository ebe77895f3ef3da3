//! Abbreviations after whose full stop a sentence goes on.

/// Titles and the like: a name or a word always follows. Lower case.
const BEFORE_WORDS: &[&str] = &[
    "gen", "lt", "col", "maj", "capt", "cpt", "sgt", "cpl", "pvt", "adm", "cmdr", "cdr", "brig", "dr", "mr", "mrs",
    "ms", "mx", "prof", "rev", "fr", "hon", "sen", "rep", "gov", "pres", "amb", "sec", "st", "ste", "mt", "ft", "vs",
    "cf", "approx", "ca", "viz", "incl", "gén", "mm", "mgr", "mlle", "mme", "pr", "av", "bd", "hr", "bzw", "vgl",
    "sog", "ing", "dipl", "sra", "sr", "dra", "أ", "د", "م", "ص",
];

/// Labels: a number follows, else they end a sentence. Lower case.
const BEFORE_NUMBERS: &[&str] = &[
    "no", "nos", "nr", "p", "pp", "pg", "para", "paras", "par", "art", "arts", "sect", "ch", "chap", "vol", "vols",
    "fig", "figs", "fol", "l", "ll", "n", "ed", "eds", "app", "ann", "tab", "pt", "op", "res", "doc", "jan", "feb",
    "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "janv", "févr", "avr", "juil", "déc", "c",
    "v", "bk", "col",
];

/// German months: `4. April` is an ordinal.
const MONTHS: &[&str] = &[
    "Januar",
    "Jänner",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// Whether the full stop between `before` and `next` belongs to an abbreviation, an initial or an ordinal.
pub(super) fn is_one(before: &str, next: &str) -> bool {
    let word = before
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"' | '‘' | '«' | '„' | '-' | '/' | '’'))
        .next()
        .unwrap_or_default();
    if word.is_empty() {
        return false;
    }
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return word.len() <= 2 && MONTHS.iter().any(|month| next.starts_with(month));
    }
    if word.split('.').all(is_initial) {
        return true;
    }
    let word = word.to_lowercase();
    BEFORE_WORDS.contains(&word.as_str())
        || (BEFORE_NUMBERS.contains(&word.as_str()) && next.starts_with(char::is_numeric))
}

/// A single letter, with the marks on it.
fn is_initial(piece: &str) -> bool {
    let mut chars = piece.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.all(unicode_normalization::char::is_combining_mark)
}
