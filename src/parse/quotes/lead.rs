//! The words before the first actor of an attribution: a title, or somebody else.
//!
//! `— Field Marshal [Haftar]` has Haftar's words; `— Khalifa Haftar to [Reuters]` has not those of Reuters. Where it is
//! not plain that nothing but a title stands there, nobody speaks.

use crate::parse::redact::BAR;

/// Whether words before an actor are no more than its title.
pub(super) fn is_title(words: &str) -> bool {
    let words = words.trim_start_matches(super::is_dash).trim();
    if words.contains(BAR) || words.contains(crate::parse::UNNAMED) {
        return false;
    }
    let mut of = Of::No;
    for written in words.split_whitespace() {
        let word = written.trim_matches(|c: char| !c.is_alphanumeric());
        let folded = word.to_lowercase();
        if word.is_empty() {
            continue;
        }
        if THROUGH.contains(&&*folded) {
            return false;
        }
        of = match of {
            _ if OF.contains(&&*folded) => Of::Open,
            // An article: `of the`.
            Of::Open if ARTICLES.contains(&&*folded) => Of::Open,
            // What follows is part of the title: `Minister of Defence`.
            Of::Open | Of::Named => Of::Named,
            Of::No if is_part_of_title(word, &folded) => Of::No,
            Of::No => return false,
        };
    }
    // `a spokesman of the [LNA]`: not the actor speaks, but somebody who belongs to it.
    !matches!(of, Of::Open)
}

/// Where a reader of the words is.
#[derive(Clone, Copy)]
enum Of {
    /// Before any `of`.
    No,
    /// Directly behind one.
    Open,
    /// Behind what belongs to one.
    Named,
}

fn is_part_of_title(word: &str, folded: &str) -> bool {
    let has_case = word.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    let bare = folded.strip_suffix("'s").or_else(|| folded.strip_suffix("’s"));
    let bare = folded.strip_prefix("ex-").or_else(|| folded.strip_prefix("vice-")).or(bare).unwrap_or(folded);
    let bare = if has_case { bare } else { bare.strip_prefix("ال").unwrap_or(bare) };
    TITLES.contains(&bare)
        || (has_case && word.chars().all(|c| !c.is_uppercase()))
        || bare.split('-').all(|part| TITLES.contains(&part))
}

/// Words behind which comes whom somebody speaks to, or who passes it on.
const THROUGH: [&str; 49] = [
    "to",
    "via",
    "through",
    "with",
    "by",
    "in",
    "at",
    "on",
    "from",
    "per",
    "told",
    "tells",
    "telling",
    "quoted",
    "cited",
    "interviewed",
    "interview",
    "speaking",
    "according",
    "à",
    "au",
    "aux",
    "par",
    "chez",
    "auprès",
    "avec",
    "dans",
    "sur",
    "selon",
    "cité",
    "citée",
    "interrogé",
    "interrogée",
    "إلى",
    "الى",
    "عبر",
    "عن",
    "من",
    "مع",
    "في",
    "على",
    "لدى",
    "حسب",
    "بحسب",
    "لـ",
    "نقلا",
    "نقلاً",
    "حديث",
    "لوكالة",
];

/// Words behind which a title goes on.
const OF: [&str; 8] = ["of", "for", "de", "du", "des", "pour", "d", "باسم"];

const ARTICLES: [&str; 6] = ["the", "la", "le", "les", "l", "a"];

/// Words of titles that are written with a capital, or in a script without; of Arabic ones without the article.
const TITLES: [&str; 105] = [
    "field",
    "marshal",
    "general",
    "lieutenant",
    "major",
    "brigadier",
    "colonel",
    "captain",
    "commander",
    "admiral",
    "sergeant",
    "president",
    "vice",
    "prime",
    "foreign",
    "interior",
    "defence",
    "defense",
    "justice",
    "finance",
    "oil",
    "minister",
    "secretary",
    "chief",
    "head",
    "chair",
    "chairman",
    "chairwoman",
    "speaker",
    "director",
    "deputy",
    "acting",
    "former",
    "ex",
    "special",
    "envoy",
    "representative",
    "ambassador",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "senator",
    "governor",
    "mayor",
    "judge",
    "king",
    "queen",
    "prince",
    "princess",
    "emir",
    "sheikh",
    "shaykh",
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "sir",
    "lady",
    "lord",
    "gen",
    "col",
    "lt",
    "maj",
    "capt",
    "brig",
    "sen",
    "gov",
    "the",
    "a",
    "an",
    "m",
    "mme",
    "mlle",
    "maréchal",
    "général",
    "président",
    "présidente",
    "premier",
    "ministre",
    "le",
    "la",
    "libya",
    "libyan",
    "french",
    "turkish",
    "egyptian",
    "russian",
    "american",
    "british",
    "italian",
    "un",
    "us",
    "مشير",
    "لواء",
    "فريق",
    "عميد",
    "عقيد",
    "رئيس",
    "وزير",
    "سيد",
    "سيدة",
    "قائد",
];

#[cfg(test)]
mod tests {
    use super::is_title;

    #[test]
    fn titles_are_told_from_somebody_else() {
        for words in [
            "—",
            "— Field Marshal",
            "— the commander,",
            "— Libya's Prime Minister",
            "— Minister of Defence",
            "— UN Special Envoy",
            "— le maréchal",
            "— المشير",
            "— رئيس",
            "— Lt. Gen.",
            "— ,",
        ] {
            assert!(is_title(words), "{words}");
        }
        for words in [
            "— Khalifa Haftar to",
            "— ▇▇▇ to",
            "— ▇▇▇,",
            "— John Smith,",
            "— an officer to",
            "— an officer via",
            "— a spokesman for the",
            "— commander of",
            "— خليفة حفتر إلى",
            "— un officier à",
            "— \u{fffc} to",
            "— Anonymous, told",
            "— 2 officers, quoted by",
        ] {
            assert!(!is_title(words), "{words}");
        }
    }
}
