//! Locators: the place in a source that a citation names, `p. 2` or `§ 4`, with CSL's labels.

use crate::matter::Str;

use super::summary::Locator;

/// Words for each of CSL's locator terms (CSL 1.0.2, appendix II), in English, French and Arabic, without full stops.
const WORDS: &[(&str, &[&str])] = &[
    ("appendix", &["appendix", "app", "annex", "annexe", "ann", "ملحق"]),
    ("article-locator", &["article", "art", "arts", "المادة", "مادة"]),
    ("book", &["book", "bk", "livre", "كتاب"]),
    ("chapter", &["chapter", "chapters", "chap", "chaps", "ch", "chapitre", "chapitres", "فصل", "الفصل"]),
    ("column", &["column", "columns", "col", "cols", "colonne", "عمود"]),
    ("figure", &["figure", "figures", "fig", "figs", "شكل", "الشكل"]),
    ("folio", &["folio", "folios", "fol", "fols", "ff", "ورقة"]),
    ("issue", &["issue", "no", "nos", "number", "numéro", "nº", "n°", "№", "عدد", "العدد"]),
    ("line", &["line", "lines", "l", "ll", "ligne", "lignes", "سطر"]),
    ("note", &["note", "notes", "n", "nn", "fn", "حاشية", "هامش"]),
    ("page", &["page", "pages", "p", "pp", "pg", "ص", "صفحة", "الصفحة", "صص"]),
    (
        "paragraph",
        &["paragraph", "paragraphs", "para", "paras", "par", "¶", "¶¶", "paragraphe", "paragraphes", "فقرة", "الفقرة"],
    ),
    ("part", &["part", "parts", "pt", "pts", "partie", "parties", "جزء", "الجزء"]),
    ("rule", &["rule", "rules", "règle", "قاعدة"]),
    ("section", &["section", "sections", "sec", "secs", "sect", "§", "§§", "قسم", "القسم"]),
    ("sub-verbo", &["sub verbo", "sv", "s.v", "تحت كلمة"]),
    ("supplement", &["supplement", "supp", "supplément"]),
    ("table", &["table", "tables", "tab", "tableau", "جدول", "الجدول"]),
    ("timestamp", &["timestamp", "time", "at", "minute", "min", "à", "توقيت", "الدقيقة", "عند"]),
    ("verse", &["verse", "verses", "v", "vv", "verset", "آية", "بيت"]),
    ("volume", &["volume", "volumes", "vol", "vols", "tome", "t", "مجلد", "المجلد"]),
];

/// Splits what stands behind a key into the locator and the words behind it.
pub(super) fn split(text: &str) -> (Option<Locator>, &str) {
    let rest = text.trim_start().trim_start_matches([',', '،']).trim_start();
    if let Some(braced) = rest.strip_prefix('{')
        && let Some((inner, suffix)) = braced.split_once('}')
    {
        let (label, value) = label(inner).unwrap_or(("page", inner));
        return (locator(label, value), after(suffix));
    }
    if let Some((label, behind)) = label(rest) {
        let length = value_length(behind, true);
        if length > 0 {
            return (locator(label, &behind[..length]), after(&behind[length..]));
        }
    }
    let length = value_length(rest, false);
    if length == 0 {
        return (None, after(text));
    }
    let value = &rest[..length];
    let label = if value.contains(':') { "timestamp" } else { "page" };
    (locator(label, value), after(&rest[length..]))
}

fn after(suffix: &str) -> &str {
    suffix.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '،'))
}

/// The label that `text` begins with, and what stands behind it.
fn label(text: &str) -> Option<(&'static str, &str)> {
    let text = text.trim_start();
    let length = text
        .char_indices()
        .find(|(_, c)| !(c.is_alphabetic() || matches!(c, '¶' | '§' | '°' | '№' | 'º')))
        .map_or(text.len(), |(at, _)| at);
    let word = text[..length].to_lowercase();
    let rest = text[length..].trim_start_matches('.');
    let (label, _) = WORDS.iter().find(|(_, words)| words.contains(&word.as_str()))?;
    // `p2`, `p. 2` and `§4` are labels; `part of it` is none, since no value follows.
    Some((label, rest.trim_start()))
}

/// The length of the value at the start of `text`: numbers in any script, Roman ones, ranges and lists of them. Behind
/// a label, any single word that is no plain word of prose will do: `fol. 3r`, `annex B`.
fn value_length(text: &str, labelled: bool) -> usize {
    let mut length = 0;
    let mut rest = text;
    loop {
        let item = item_length(rest);
        let word = &rest[..item];
        let fits = word.chars().any(char::is_numeric) || (labelled && is_numeral(word));
        if item == 0 || !fits {
            return length;
        }
        length = text.len() - rest.len() + item;
        let behind = &rest[item..];
        let trimmed = behind.trim_start();
        rest = match trimmed.chars().next() {
            Some(c @ ('-' | '–' | '—' | ',' | '،' | '&')) => {
                trimmed[c.len_utf8()..].trim_start_matches('-').trim_start()
            }
            _ => match ["and ", "et ", "و"].iter().find_map(|and| trimmed.strip_prefix(and)) {
                Some(next) if trimmed.len() < behind.len() => next.trim_start(),
                _ => return length,
            },
        };
    }
}

/// The length of the word at the start of `text`; colons and full stops may stand within it.
fn item_length(text: &str) -> usize {
    let mut length = 0;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() || matches!(c, '[' | ']' | '\\' | '(' | ')' | '/' | '*') {
            length = at + c.len_utf8();
        } else if !matches!(c, ':' | '.') {
            break;
        }
    }
    length
}

/// A Roman number, or a single letter.
fn is_numeral(word: &str) -> bool {
    let mut chars = word.chars();
    let first = chars.next();
    (first.is_some_and(char::is_alphabetic) && chars.next().is_none())
        || (!word.is_empty() && word.bytes().all(|b| b"ivxlcdmIVXLCDM".contains(&b)))
}

/// A locator; a hyphen between two numbers becomes a dash.
fn locator(label: &'static str, value: &str) -> Option<Locator> {
    let mut out = String::with_capacity(value.len());
    let mut chars = value.trim().chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.extend(chars.next()),
            '-' => {
                while chars.next_if_eq(&'-').is_some() {}
                out.push('–');
            }
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
    (!out.is_empty()).then(|| Locator { label, value: Str::from(out) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(text: &str) -> String {
        match split(text) {
            (Some(locator), suffix) => format!("{} {} | {suffix}", locator.label, locator.value),
            (None, suffix) => format!("| {suffix}"),
        }
    }

    #[test]
    fn labels_are_read_in_three_languages() {
        for (text, expected) in [
            (", p. 2", "page 2 | "),
            (", pp. 3-5", "page 3–5 | "),
            (" p. 2", "page 2 | "),
            (", page 12", "page 12 | "),
            (", para. 3", "paragraph 3 | "),
            (", ¶ 3", "paragraph 3 | "),
            (", ¶¶3–5", "paragraph 3–5 | "),
            (", sec. 4.2", "section 4.2 | "),
            (", § 4", "section 4 | "),
            (", ch. IV", "chapter IV | "),
            (", fol. 3r", "folio 3r | "),
            (", vol. 2", "volume 2 | "),
            (", no. 7", "issue 7 | "),
            (", l. 12", "line 12 | "),
            (", annex B", "appendix B | "),
            (", at 00:12:30", "timestamp 00:12:30 | "),
            (", 00:12:30", "timestamp 00:12:30 | "),
            (", art. 5", "article-locator 5 | "),
            (", chapitre 3", "chapter 3 | "),
            ("، ص ٣", "page ٣ | "),
            ("، الفقرة ٣–٥", "paragraph ٣–٥ | "),
            (", 33", "page 33 | "),
            ("{ii, A, D-Z}", "page ii, A, D–Z | "),
        ] {
            assert_eq!(show(text), expected, "{text}");
        }
    }

    #[test]
    fn a_locator_ends_at_the_first_word() {
        assert_eq!(show(", pp. 33, 35-37, and nowhere else"), "page 33, 35–37 | and nowhere else");
        assert_eq!(show(", pp. 33 and 35"), "page 33 and 35 | ");
        assert_eq!(show(", p. 2 for the opposite view"), "page 2 | for the opposite view");
        assert_eq!(show(", part of it"), "| part of it");
        assert_eq!(show(", at length"), "| at length");
        assert_eq!(show(", with care"), "| with care");
        assert_eq!(show(""), "| ");
    }
}
