//! Other customary ways of writing a date, read only to name the EDTF spelling in an error's help.
//!
//! Nothing here ever becomes a date of the site: `04/05/2019` is a day in April to one reader and in May to another.

use super::Date;
use super::error::month_name;

/// The mend for a text that is no EDTF: ``write `2019-04-04` ``. `None` where its meaning is anybody's guess.
pub(super) fn help(text: &str) -> Option<String> {
    let text = normal(text);
    let squeezed: String = text.split_whitespace().collect();
    if let Some(date) = valid(&squeezed.to_uppercase()) {
        return Some(format!("write `{date}`"));
    }
    if let Some(date) = single(&text).or_else(|| span(&text)) {
        return Some(format!("write `{date}`"));
    }
    match day_and_month(&text)? {
        (Some(day_first), Some(month_first)) => {
            Some(format!("write {} or {}", glossed(&day_first)?, glossed(&month_first)?))
        }
        (Some(date), None) | (None, Some(date)) => Some(format!("write `{date}`")),
        (None, None) => None,
    }
}

/// Lower case, ASCII digits, hyphens for dashes, no commas.
fn normal(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    let text = text.trim();
    let text = text.strip_suffix('.').filter(|rest| !rest.ends_with('.')).unwrap_or(text);
    for c in text.chars() {
        match c {
            '٠'..='٩' => normal.extend(char::from_digit(u32::from(c) - u32::from('٠'), 10)),
            '۰'..='۹' => normal.extend(char::from_digit(u32::from(c) - u32::from('۰'), 10)),
            '‐'..='―' | '−' => normal.push('-'),
            '\u{200e}' | '\u{200f}' => {}
            _ => normal.extend(c.to_lowercase()),
        }
    }
    normal
}

fn valid(text: &str) -> Option<Date> {
    edtf_core::is_valid(text).then(|| Date::parse(text).ok())?
}

/// `2011-2019`, `since 2011`, `between 3 April 2019 and 5 April 2019`, `c. 2011`.
fn span(text: &str) -> Option<Date> {
    const PREFIXES: [(&str, &str, &str); 11] = [
        ("c. ", "", "~"),
        ("ca. ", "", "~"),
        ("circa ", "", "~"),
        ("about ", "", "~"),
        ("since ", "", "/.."),
        ("from ", "", "/.."),
        ("after ", "", "/.."),
        ("until ", "../", ""),
        ("till ", "../", ""),
        ("before ", "../", ""),
        ("up to ", "../", ""),
    ];
    const SPANS: [(&str, &str, (&str, &str, &str)); 9] = [
        ("between ", " and ", ("[", "..", "]")),
        ("from ", " to ", ("", "/", "")),
        ("from ", " until ", ("", "/", "")),
        ("either ", " or ", ("[", ",", "]")),
        ("", " or ", ("[", ",", "]")),
        ("", " to ", ("", "/", "")),
        ("", " - ", ("", "/", "")),
        ("", "..", ("[", "..", "]")),
        ("", "-", ("", "/", "")),
    ];
    for (prefix, middle, (open, between, close)) in SPANS {
        let halves = text.strip_prefix(prefix).and_then(|rest| rest.split_once(middle));
        let Some((first, last)) = halves.and_then(|(first, last)| single(first).zip(single(last))) else { continue };
        if let Some(date) = valid(&format!("{open}{first}{between}{last}{close}")) {
            return Some(date);
        }
    }
    PREFIXES.iter().find_map(|(prefix, open, close)| {
        let date = single(text.strip_prefix(prefix)?)?;
        valid(&format!("{open}{date}{close}"))
    })
}

/// A single date in which day and month can't be mistaken for each other.
fn single(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Some(date) = valid(text) {
        return Some(date);
    }
    if let Some(date) = with_time(text).or_else(|| decade(text)) {
        return Some(date);
    }
    let words: Vec<&str> = words(text);
    let numbers: Vec<Option<u16>> = words.iter().map(|word| word.parse().ok()).collect();
    let is_year = |at: usize| words[at].len() == 4 && numbers[at].is_some();
    let month = |at: usize| month_number(words[at]);
    match words.len() {
        1 if words[0].len() == 8 && words[0].is_ascii() => {
            valid(&format!("{}-{}-{}", &words[0][..4], &words[0][4..6], &words[0][6..]))
        }
        2 => {
            let (year, other) = if is_year(0) { (0, 1) } else { (1, 0) };
            let code = numbers[other].filter(|number| (1..=12).contains(number)).or_else(|| season(words[other]));
            let month = month(other).map(u16::from).or(code)?;
            is_year(year).then(|| valid(&format!("{}-{month:02}", words[year])))?
        }
        3 if is_year(0) => {
            let month = month(1).map(u16::from).or(numbers[1])?;
            let day = numbers[2]?;
            // Nobody counts more than twelve months: `2019-25-12` is Christmas.
            let (month, day) = if month > 12 && day <= 12 { (day, month) } else { (month, day) };
            valid(&format!("{}-{month:02}-{day:02}", words[0]))
        }
        3 if is_year(2) => {
            let (month, day) = match (month(0), month(1)) {
                (Some(month), None) => (u16::from(month), numbers[1]?),
                (None, Some(month)) => (u16::from(month), numbers[0]?),
                // Full stops are used where the day comes first.
                (None, None) if text.contains('.') => (numbers[1]?, numbers[0]?),
                _ => return None,
            };
            valid(&format!("{}-{month:02}-{day:02}", words[2]))
        }
        _ => None,
    }
}

/// `13/04/2019`, read with the day first and with the month first.
fn day_and_month(text: &str) -> Option<(Option<Date>, Option<Date>)> {
    let words = words(text);
    let [first, second, year] = words.as_slice() else { return None };
    let (first, second): (u8, u8) = (first.parse().ok()?, second.parse().ok()?);
    if year.len() != 4 {
        return None;
    }
    let day_first = valid(&format!("{year}-{second:02}-{first:02}"));
    let month_first = valid(&format!("{year}-{first:02}-{second:02}"));
    if day_first == month_first { Some((day_first, None)) } else { Some((day_first, month_first)) }
}

/// `` `2019-05-04` for 4 May ``
fn glossed(date: &Date) -> Option<String> {
    let key = date.key()?;
    Some(format!("`{date}` for {} {}", key.day, month_name(key.month)?))
}

/// `2019-04-04 08:20`, `2019-04-04T08:20:00.123Z`
fn with_time(text: &str) -> Option<Date> {
    let (day, time) = text.split_once([' ', 't'])?;
    let time = time.trim().to_uppercase().replace(' ', "");
    let end = time.find(['Z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(end);
    let clock = clock.split_once('.').map_or(clock, |(whole, _)| whole);
    let seconds = if clock.len() == 5 { ":00" } else { "" };
    let zone = match zone.len() {
        5 if zone.is_ascii() => format!("{}:{}", &zone[..3], &zone[3..]),
        _ => zone.to_owned(),
    };
    clock.contains(':').then(|| valid(&format!("{day}T{clock}{seconds}{zone}")))?
}

/// `2010s`; but `2000s` may be a century too.
fn decade(text: &str) -> Option<Date> {
    let years = text.trim_start_matches("the ").strip_suffix("0s")?;
    let plain = years.len() == 3 && years.bytes().all(|b| b.is_ascii_digit()) && !years.ends_with('0');
    plain.then(|| valid(&format!("{years}X")))?
}

/// The parts of a date without what binds them: `4th of April, 2019` → `4 april 2019`.
fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| c.is_whitespace() || matches!(c, '/' | '.' | '-' | ',' | '،'))
        .filter(|word| !matches!(*word, "" | "of" | "the" | "de" | "le"))
        .map(|word| {
            let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            let ordinal = matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th" | "er");
            if ordinal && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.is_empty() { digits } else { word }
        })
        .collect()
}

/// The number of a month's name in English, French or Arabic, or of its first three or four letters in English.
fn month_number(word: &str) -> Option<u8> {
    const NAMES: [[&str; 3]; 12] = [
        ["january", "janvier", "يناير"],
        ["february", "février", "فبراير"],
        ["march", "mars", "مارس"],
        ["april", "avril", "أبريل"],
        ["may", "mai", "مايو"],
        ["june", "juin", "يونيو"],
        ["july", "juillet", "يوليو"],
        ["august", "août", "أغسطس"],
        ["september", "septembre", "سبتمبر"],
        ["october", "octobre", "أكتوبر"],
        ["november", "novembre", "نوفمبر"],
        ["december", "décembre", "ديسمبر"],
    ];
    let fits = |names: &[&str; 3]| {
        names.contains(&word) || (matches!(word.chars().count(), 3 | 4) && names[0].starts_with(word))
    };
    (1..=12).zip(NAMES.iter()).find(|(_, names)| fits(names)).map(|(number, _)| number)
}

fn season(word: &str) -> Option<u16> {
    match word {
        "spring" => Some(21),
        "summer" => Some(22),
        "autumn" | "fall" => Some(23),
        "winter" => Some(24),
        "q1" => Some(33),
        "q2" => Some(34),
        "q3" => Some(35),
        "q4" => Some(36),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::help;

    #[track_caller]
    fn check(edtf: &str, customary: &[&str]) {
        for text in customary {
            assert_eq!(help(text), Some(format!("write `{edtf}`")), "{text}");
        }
    }

    #[test]
    fn unambiguous_dates_are_spelt_in_edtf() {
        check(
            "2019-04-04",
            &[
                "4 April 2019",
                "4th of April, 2019",
                "April 4, 2019",
                "Apr. 4 2019",
                "4 avril 2019",
                "٤ أبريل ٢٠١٩",
                "٢٠١٩-٠٤-٠٤",
                "۲۰۱۹-۰۴-۰۴",
                "\u{200f}4/4/2019\u{200e}",
                "04/04/2019",
                "4.4.2019",
                "2019-4-4",
                "2019/04/04",
                "2019.04.04",
                "20190404",
                "2019–04–04",
            ],
        );
        check("2019-04-25", &["25/04/2019", "04/25/2019", "25-04-2019", "2019-25-04"]);
        check("2019-05-04", &["04.05.2019", "4 May 2019"]);
        check("2019-04", &["April 2019", "2019/04", "04/2019", "2019 April", "Apr 2019"]);
        for (edtf, customary) in [
            ("2019-21", "Spring 2019"),
            ("2019-22", "summer 2019"),
            ("2019-23", "autumn of 2019"),
            ("2019-23", "2019 fall"),
            ("2019-24", "Winter 2019"),
            ("2019-33", "Q1 2019"),
            ("2019-34", "2019 Q2"),
            ("2019-35", "2019-Q3"),
            ("2019-36", "Q4/2019"),
        ] {
            check(edtf, &[customary]);
        }
        check("201X", &["2010s", "the 2010s", "201x"]);
    }

    #[test]
    fn times_and_spans_are_spelt_in_edtf() {
        check("2019-04-04T08:20:00", &["2019-04-04 08:20", "2019-04-04 08:20:00", "2019-04-04T08:20"]);
        check("2019-04-04T08:20:00Z", &["2019-04-04T08:20:00.123Z", "2019-04-04 08:20Z"]);
        check("2019-12-21T08:20:00-08:00", &["2019-12-21 08:20:00 -08:00", "2019-12-21 08:20:00 -0800"]);
        check("2011/2019", &["2011-2019", "2011–2019", "2011 to 2019", "from 2011 to 2019"]);
        check("[2019-04-03..2019-04-05]", &["between 3 April 2019 and 5 April 2019", "2019-04-03..2019-04-05"]);
        check("[2019-12-14,2019-12-21]", &["[2019-12-14, 2019-12-21]", "2019-12-14 or 2019-12-21"]);
        check("2011/..", &["since 2011", "2011 / .."]);
        check("../2019-04", &["until April 2019"]);
        check("2011~", &["c. 2011", "circa 2011"]);
    }

    #[test]
    fn ambiguous_dates_are_not_guessed() {
        let both = "write `2019-05-04` for 4 May or `2019-04-05` for 5 April";
        assert_eq!(help("04/05/2019").as_deref(), Some(both));
        for text in ["", "yesterday", "4 April", "04/05/19", "2000s", "last April", "32/13/2019", "31 April 2019"] {
            assert_eq!(help(text), None, "{text}");
        }
    }
}
