//! The words around an actor of an attribution: its title and where it spoke, or somebody else.
//!
//! `— Field Marshal [Haftar], to Reuters` has Haftar's words; `— Khalifa Haftar to [Reuters]` has not those of Reuters, nor
//! `— [Haftar]'s spokesman` those of Haftar. Where it is not plain that nothing but a title stands before the actor, and
//! nothing behind it that makes it somebody else, nobody speaks. So all lists here are of what is plain.

use crate::parse::redact::BAR;

/// Whether words before an actor are no more than its title.
pub(super) fn is_title(words: &str) -> bool {
    let words = words.trim_start_matches(super::is_dash).to_lowercase().replace('’', "'");
    if words.contains(BAR) || words.contains(crate::parse::UNNAMED) {
        return false;
    }
    // Whether what the title is of is still to come: of `a spokesman of the [LNA]` the LNA does not speak.
    let mut open = false;
    for word in words.split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let (of, word) = match word.split_once('\'') {
            Some((elided @ ("l" | "d"), word)) => (elided == "d", word),
            _ => (false, word),
        };
        open |= of || has(OF, word);
        if word.is_empty() || has(OF, word) || (open && has(ARTICLES, word)) {
            continue;
        }
        let Some(part) = Part::read(word) else { return false };
        open = part == Part::Construct;
    }
    !open
}

/// Whether words behind an actor leave it the one who speaks: none, those behind a comma or in brackets, or where, when and
/// to whom.
pub(super) fn is_aside(words: &str) -> bool {
    let begin = words.trim_start();
    let Some(first) = begin.chars().next() else { return true };
    if matches!(first, ',' | ';' | ':' | '،' | '؛' | '(' | '[') {
        return true;
    }
    let word = begin.split_whitespace().next().unwrap_or_default();
    let is_apart = begin.len() < words.len();
    word == "." || (is_apart && (has(ASIDE, &word.to_lowercase()) || word.chars().all(super::is_dash)))
}

/// A word of a title.
#[derive(PartialEq)]
enum Part {
    Whole,
    /// An Arabic noun without the article: whose it is comes next.
    Construct,
}

impl Part {
    fn read(word: &str) -> Option<Self> {
        if let Some(word) = word.strip_prefix("ال").filter(|word| has(ARABIC, word)) {
            return (!word.is_empty()).then_some(Self::Whole);
        }
        if has(ARABIC, word) {
            return Some(Self::Construct);
        }
        let bare = word.strip_suffix("'s").unwrap_or(word);
        let is_title = |word: &str| has(TITLES, word);
        (is_title(bare) || bare.split('-').all(is_title)).then_some(Self::Whole)
    }
}

fn has(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|listed| listed == word)
}

/// Words behind which a title goes on.
const OF: &str = "of for de du des pour d باسم";

const ARTICLES: &str = "the la le les l a";

/// Words behind an actor with which comes where, when or to whom it spoke.
const ASIDE: &str = "
    to via in on at during before after through told tells telling speaking
    à au aux dans sur en lors devant auprès chez via
    إلى الى عبر في على لدى خلال أمام لـ";

/// Words of titles: ranks, offices and what they are of, forms of address, articles, countries. In lower case.
const TITLES: &str = "
    field marshal general lieutenant major brigadier colonel captain commander commander-in-chief admiral sergeant
    president vice prime minister secretary chief head chair chairman chairwoman chairperson speaker director deputy
    acting interim former ex then later late senior retired outgoing incoming special envoy representative ambassador
    consul spokesman spokeswoman spokesperson senator governor mayor judge prosecutor leader member king queen prince
    princess emir sheikh shaykh imam bishop pope
    foreign interior defence defense justice finance oil affairs state army staff armed forces police council
    presidential national military government parliament house representatives ministry
    mr mrs ms miss dr prof professor sir lady lord gen col lt maj capt brig sen gov hon
    the a an his her its
    libya libyan france french turkey turkish egypt egyptian russia russian american britain british italy italian
    germany german algeria algerian tunisia tunisian qatar qatari saudi emirati greek syrian european un us u.s u.n eu uk
    m mm mme mlle monsieur madame maître maréchal général colonel commandant capitaine amiral lieutenant-colonel
    président présidente premier première ministre chef cheffe porte-parole envoyé envoyée spécial spéciale
    ambassadeur ambassadrice consul directeur directrice secrétaire représentant représentante député députée sénateur
    sénatrice maire juge procureur procureure roi reine émir cheikh ancien ancienne feu adjoint adjointe
    étrangères affaires intérieur défense état état-major armée libye libyen libyenne français française turc turque
    le la les un une
    أول أوّل ثان ثاني ركن متقاعد د دكتور";

/// Arabic words of titles, without the article.
const ARABIC: &str = "
    مشير لواء فريق عميد عقيد رائد نقيب رئيس رئيسة وزير وزيرة وزراء سيد سيدة شيخ دكتور أمير ملك قائد ناطق متحدث رسمي
    سفير سفيرة مبعوث مبعوثة أممي أممية نائب مدير خارجية داخلية دفاع عدل مالية دولة حكومة مجلس رئاسي نواب جيش أركان عامة عام
    ليبي ليبية سابق سابقة";

#[cfg(test)]
mod tests {
    use super::{is_aside, is_title};

    #[test]
    fn titles_are_told_from_somebody_else() {
        for words in [
            "—",
            "— Field Marshal",
            "— the commander,",
            "— Libya's Prime Minister",
            "— Libya’s former foreign minister",
            "— Minister of Defence",
            "— the Secretary-General of the UN,",
            "— UN Special Envoy",
            "— le maréchal",
            "— l’ancien chef d’état-major",
            "— المشير",
            "— الفريق أول",
            "— وزير الخارجية",
            "— قائد الجيش",
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
            "— Minister of Defence John Smith,",
            "— an officer to",
            "— an officer via",
            "— a spokesman for the",
            "— commander of",
            "— against",
            "— rebels fighting",
            "— the enemy",
            "— le porte-parole de",
            "— l'ennemi d'",
            "— contre",
            "— خليفة حفتر إلى",
            "— رئيس",
            "— الناطق باسم",
            "— مساعد",
            "— ضد",
            "— un officier à",
            "— \u{fffc} to",
            "— Anonymous, told",
            "— 2 officers, quoted by",
        ] {
            assert!(!is_title(words), "{words}");
        }
    }

    #[test]
    fn asides_are_told_from_somebody_else() {
        for words in [
            "",
            " ",
            ", to Reuters",
            " (LNA), 2019",
            " to Reuters",
            " on 4 April",
            " — 2019",
            "، إلى رويترز",
            " à Tripoli",
            ".",
        ] {
            assert!(is_aside(words), "{words}");
        }
        for words in [
            "'s enemy",
            "’s spokesman John Roe",
            " aide",
            " ally",
            "-backed forces",
            "–backed forces",
            " in-law",
            "to",
            " and others",
            " ▇▇▇",
            " \u{fffc}",
            " المعارض",
            " adjoint",
        ] {
            assert!(!is_aside(words), "{words}");
        }
    }
}
