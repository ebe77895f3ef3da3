//! Locators: the place in a source that a citation names, `p. 2` or `§ 4`, with CSL's labels.

use crate::bidi::closed;
use crate::matter::Str;

use super::summary::Locator;

/// Words for each of CSL's locator terms (CSL 1.0.2, appendix II), in English, French and Arabic, without full stops. An
/// annex is none of them: it stays as it is written, since a style would make an appendix of it.
const WORDS: &[(&str, &[&str])] = &[
    ("appendix", &["appendix", "app", "annexe", "ملحق"]),
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

/// Between two values.
const AND: [&str; 3] = ["and ", "et ", "و"];

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
        let value = value(behind, Some(label));
        if value.length > 0 {
            let suffix = after(&behind[value.length..]);
            // `min. 3` is no time of the form 00:03:00, and stays as it is written.
            let is_time = label != "timestamp" || value.text.contains(':') || !is_minute(rest);
            let written = &rest[..rest.len() - behind.len() + value.length];
            return (locator(label, if is_time { &value.text } else { written }), suffix);
        }
    }
    let value = value(rest, None);
    if value.length == 0 {
        return (None, after(text));
    }
    let label = if value.text.contains(':') { "timestamp" } else { "page" };
    (locator(label, &value.text), after(&rest[value.length..]))
}

fn is_minute(text: &str) -> bool {
    ["min", "الدقيقة"].iter().any(|word| text.to_lowercase().starts_with(word))
}

/// Whether a value is several of what its label says: `3–5`, `3, 7`; not `2, p. 3`, whose second part has another label.
pub(super) fn is_several(value: &str) -> bool {
    let mut rest = value;
    while let Some(at) = rest.find(|c: char| matches!(c, '–' | '-' | ',' | '،' | '&') || c.is_whitespace()) {
        let is_space = rest[at..].starts_with(char::is_whitespace);
        rest =
            rest[at..].trim_start_matches(|c: char| !is_space && matches!(c, '–' | '-' | ',' | '،' | '&')).trim_start();
        let next = AND.iter().find_map(|and| rest.strip_prefix(and).filter(|_| is_space));
        if labelled(next.unwrap_or(rest)).is_some() {
            return false;
        }
        if !is_space || next.is_some() || rest.starts_with('&') {
            return true;
        }
    }
    false
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

/// A label with a value behind it, and the length of the label.
fn labelled(text: &str) -> Option<(&'static str, usize)> {
    let (label, behind) = label(text)?;
    let item = &behind[..item_length(behind)];
    item.contains(char::is_numeric).then(|| (label, text.len() - behind.len()))
}

/// A value, and how much of the text it is.
#[derive(Default)]
struct Value {
    length: usize,
    text: String,
}

/// The value at the start of `text`: numbers in any script, Roman ones, ranges and lists of them. Behind a label, any single
/// word that is no plain word of prose will do: `fol. 3r`, `app. B`. A second label belongs to it, since one locator has
/// no more than one: `2, p. 3` of `vol. 2, p. 3`; where it is the same again it is left out: `3, 4` of `p. 3, p. 4`.
fn value(text: &str, first: Option<&'static str>) -> Value {
    let mut value = Value::default();
    let mut current = first.unwrap_or("page");
    let mut rest = text;
    // What stands between this item and the one before.
    let mut between = "";
    loop {
        let again = if value.length > 0 { labelled(rest) } else { None };
        let (label, start) = again.unwrap_or((current, 0));
        let item = item_length(&rest[start..]);
        let word = &rest[start..start + item];
        let fits = word.contains(char::is_numeric) || (first.is_some() && is_numeral(word));
        if item == 0 || !fits {
            return value;
        }
        value.text.push_str(between);
        value.text.push_str(if label == current { word } else { &rest[..start + item] });
        current = label;
        let behind = &rest[start + item..];
        value.length = text.len() - behind.len();
        let trimmed = behind.trim_start();
        rest = match trimmed.chars().next() {
            Some(c @ ('-' | '–' | '—' | ',' | '،' | '&')) => {
                trimmed[c.len_utf8()..].trim_start_matches('-').trim_start()
            }
            _ => match AND.iter().find_map(|and| trimmed.strip_prefix(and)) {
                Some(next) if trimmed.len() < behind.len() => next.trim_start(),
                _ => return value,
            },
        };
        between = &behind[..behind.len() - rest.len()];
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
    // `3ff.`
    let is_open = ["f", "ff", "sq", "sqq"]
        .iter()
        .any(|end| text[..length].strip_suffix(end).is_some_and(|number| number.ends_with(char::is_numeric)));
    if is_open && text[length..].starts_with('.') { length + 1 } else { length }
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
    (!out.is_empty()).then(|| Locator { label, value: Str::from(&*closed(&out)) })
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
            (", app. B", "appendix B | "),
            (", annex B", "| annex B"),
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
        assert_eq!(show(", p. 3ff., and more"), "page 3ff. | and more");
        assert_eq!(show(", part of it"), "| part of it");
        assert_eq!(show(", at length"), "| at length");
        assert_eq!(show(", with care"), "| with care");
        assert_eq!(show(""), "| ");
    }

    #[test]
    fn a_compound_locator_is_whole_and_has_each_label_once() {
        for (text, expected) in [
            (", p. 3, p. 4", "page 3, 4 | "),
            (", p. 3 and p. 4", "page 3 and 4 | "),
            (", 3, p. 4", "page 3, 4 | "),
            (", vol. 2, p. 3", "volume 2, p. 3 | "),
            (", vol. 2, pp. 3-5, 7", "volume 2, pp. 3–5, 7 | "),
            (", sec. 4, para. 2 and para. 3, with care", "section 4, para. 2 and 3 | with care"),
            ("، مجلد ٢، ص ٣", "volume ٢، ص ٣ | "),
            (", p. 3ff.", "page 3ff. | "),
            (", min. 3", "timestamp min. 3 | "),
            (", min. 3:20", "timestamp 3:20 | "),
            ("، الدقيقة ٣", "timestamp الدقيقة ٣ | "),
            (", pp. ii, v", "page ii, v | "),
        ] {
            assert_eq!(show(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_several_has_one_label() {
        for several in ["3–5", "3, 7", "3 and 4", "٣، ٤", "3, 4, n. 2", "ii & v"] {
            assert!(is_several(several), "{several}");
        }
        for one in ["3", "3ff.", "2, p. 3", "2، ص ٣", "4, para. 2 and 3", "00:12:30", "min. 3", "annex B"] {
            assert!(!is_several(one), "{one}");
        }
    }
}
