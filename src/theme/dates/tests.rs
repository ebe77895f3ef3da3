//! Every form of date, in every language of the default theme.

use std::sync::Arc;

use super::*;
use crate::theme::words::WordFile;

const LANGUAGES: [(&str, &str); 3] = [
    ("en", include_str!("../../../themes/margin/i18n/en.ftl")),
    ("fr", include_str!("../../../themes/margin/i18n/fr.ftl")),
    ("ar", include_str!("../../../themes/margin/i18n/ar.ftl")),
];

fn words(language: &str) -> Words {
    let file = Arc::from("i18n");
    let files = LANGUAGES.map(|(language, text)| WordFile { language, text, file: &file });
    let (words, errors) = Words::new(language, &files);
    assert_eq!(errors, []);
    words
}

#[track_caller]
fn check(language: &str, expected: &[(&str, &str)]) {
    let words = words(language);
    for (edtf, text) in expected {
        assert_eq!(date_words(&words, &Date::parse(edtf).unwrap()), *text, "{edtf}");
    }
}

#[test]
fn every_language_has_every_message() {
    let keys = |language: &'static str| {
        let own = LANGUAGES.iter().find(|(name, _)| *name == language).unwrap();
        let file = Arc::from("i18n");
        let (words, _) = Words::new(language, &[WordFile { language, text: own.1, file: &file }]);
        words.keys().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(keys("fr"), keys("en"));
    assert_eq!(keys("ar"), keys("en"));
}

#[test]
fn english() {
    check(
        "en",
        &[
            ("2019-04-04", "4 April 2019"),
            ("2019-04", "April 2019"),
            ("2011", "2011"),
            ("-0043-03-15", "15 March 44 BC"),
            ("Y170000", "170000"),
            ("Y1E99", "Y1E99"),
            ("2019-04-04T08:20:00", "4 April 2019, 08:20"),
            ("2019-04-04T08:20:15Z", "4 April 2019, 08:20:15 UTC"),
            ("2019-04-04T08:20:00-03:30", "4 April 2019, 08:20 UTC−3:30"),
            ("2019-04-04T08:20:00+02", "4 April 2019, 08:20 UTC+2"),
            ("2019-21", "spring 2019"),
            ("2019-29", "spring 2019 (Southern Hemisphere)"),
            ("2019-33", "first quarter of 2019"),
            ("2019-41", "second half of 2019"),
        ],
    );
}

#[test]
fn english_ranges() {
    check(
        "en",
        &[
            ("2011/2019-04", "2011 – April 2019"),
            ("2011/2019", "2011 – 2019"),
            ("2019-04-04/2019-04-06", "4 – 6 April 2019"),
            ("2019-04-04/2019-05-06", "4 April – 6 May 2019"),
            ("2018-12-30/2019-01-02", "30 December 2018 – 2 January 2019"),
            ("2019-04/2019-06", "April – June 2019"),
            ("2018-12/2019-01", "December 2018 – January 2019"),
            ("2019-04/2019-06-03", "April 2019 – 3 June 2019"),
            ("2019-04-04/2019-04-04", "4 April 2019"),
            ("2011~/2019-04", "c. 2011 – April 2019"),
            ("2011/..", "since 2011"),
            ("../2019", "until 2019"),
            ("201X/..", "since the 2010s"),
            ("2011/", "from 2011, end unknown"),
            ("/2019", "until 2019, beginning unknown"),
            ("..2011/2015", "2011 or before – 2015"),
            ("2011/2015..", "2011 – 2015 or later"),
            ("..2011/..", "since 2011 or before"),
        ],
    );
}

#[test]
fn english_sets() {
    check(
        "en",
        &[
            ("[2019-04-03..2019-04-05]", "between 3 and 5 April 2019"),
            ("[2019-04-30..2019-05-02]", "between 30 April and 2 May 2019"),
            ("[2010..2012]", "between 2010 and 2012"),
            ("[2019-12-14,2019-12-21]", "14 or 21 December 2019"),
            ("[2019-12-14,2019-12-21,2019-12-28]", "14, 21 or 28 December 2019"),
            ("[2019-11-30,2019-12-01]", "30 November or 1 December 2019"),
            ("[2019-12-31,2020-01-01]", "31 December 2019 or 1 January 2020"),
            ("[2019-04,2019-06]", "April or June 2019"),
            ("[2011,2013,2015]", "2011, 2013 or 2015"),
            ("[2011,2013-05]", "2011 or May 2013"),
            ("[2019-04-04]", "4 April 2019"),
            ("[2019-12-14?,2019-12-21]", "14 December 2019 (uncertain) or 21 December 2019"),
            ("[1667,1670..1672]", "1667 or between 1670 and 1672"),
            ("[..2011]", "2011 or before"),
            ("[2011..]", "2011 or later"),
            ("{2019-12-14,2019-12-21,2019-12-28}", "14, 21 and 28 December 2019"),
            ("{1960,1961..1963}", "1960 and 1961 – 1963"),
            ("{..2011}", "until 2011"),
        ],
    );
}

#[test]
fn english_for_what_is_not_known() {
    check(
        "en",
        &[
            ("2011~", "c. 2011"),
            ("2019-12-12?", "12 December 2019 (uncertain)"),
            ("2011%", "c. 2011 (uncertain)"),
            ("2019-?04-04", "4 April 2019 (month uncertain)"),
            ("2019-04~-04", "4 April 2019 (year and month approximate)"),
            ("2019?-04-04", "4 April 2019 (year uncertain)"),
            ("2019-~04-?04", "4 April 2019 (month approximate) (day uncertain)"),
            ("2019-12-XX", "some day in December 2019"),
            ("2019-XX", "some month in 2019"),
            ("2019-XX-XX", "some day in 2019"),
            ("2019-XX-04", "2019 (2019-XX-04)"),
            ("2019-12-1X", "between 10 and 19 December 2019"),
            ("2019-1X", "between October and December 2019"),
            ("201X", "2010s"),
            ("201X~", "c. 2010s"),
            ("20XX", "between 2000 and 2099"),
            ("1X9X", "between 1090 and 1999 (1X9X)"),
            ("XXXX", "unknown date"),
            ("XXXX-12-25", "25 December, year unknown"),
            ("XXXX-12-XX", "unknown date (XXXX-12-XX)"),
            ("201X-12-25", "25 December of a year between 2010 and 2019"),
            ("201X-12", "December of a year between 2010 and 2019"),
            ("1950S2", "c. 1950 (between 1900 and 1999)"),
        ],
    );
}

#[test]
fn french() {
    check(
        "fr",
        &[
            ("2019-04-01", "1er avril 2019"),
            ("2019-04-04", "4 avril 2019"),
            ("-0043-03-15", "15 mars 44 av. J.-C."),
            ("2019-04-04T08:20:00Z", "4 avril 2019 à 08:20 UTC"),
            ("2019-34", "deuxième trimestre 2019"),
            ("2011/2019-04", "2011 – avril 2019"),
            ("2011/2019", "de 2011 à 2019"),
            ("2019-04-01/2019-04-06", "du 1er au 6 avril 2019"),
            ("2019-04-04/2019-05-06", "du 4 avril au 6 mai 2019"),
            ("2019-04/2019-06", "avril – juin 2019"),
            ("2011/..", "depuis 2011"),
            ("2019-04-04/..", "depuis le 4 avril 2019"),
            ("../2019", "jusqu’en 2019"),
            ("../2019-04-04", "jusqu’au 4 avril 2019"),
            ("/2019", "jusqu’en 2019, début inconnu"),
            ("2011/", "depuis 2011, fin inconnue"),
            ("[2019-04-03..2019-04-05]", "entre le 3 et le 5 avril 2019"),
            ("[2010..2012]", "entre 2010 et 2012"),
            ("[2019-12-14,2019-12-21,2019-12-28]", "14, 21 ou 28 décembre 2019"),
            ("{2019-12-14,2019-12-21}", "14 et 21 décembre 2019"),
            ("2011~", "vers 2011"),
            ("2019-12-12~", "vers le 12 décembre 2019"),
            ("2019-12-12?", "12 décembre 2019 (incertain)"),
            ("2019-12-XX", "un jour en décembre 2019"),
            ("201X", "années 2010"),
            ("XXXX-12-25", "25 décembre, année inconnue"),
        ],
    );
}

#[test]
fn arabic() {
    check(
        "ar",
        &[
            ("2019-04-04", "4 أبريل 2019"),
            ("2019-04", "أبريل 2019"),
            ("2011", "2011"),
            ("-0043-03-15", "15 مارس 44 ق.م."),
            ("2019-04-04T08:20:00Z", "4 أبريل 2019، الساعة 08:20 بالتوقيت العالمي"),
            ("2019-24", "شتاء 2019"),
            ("2011/2019-04", "من 2011 إلى أبريل 2019"),
            ("2019-04-04/2019-04-06", "من 4 إلى 6 أبريل 2019"),
            ("2011/..", "منذ عام 2011"),
            ("2019-04-04/..", "منذ 4 أبريل 2019"),
            ("../2019", "حتى عام 2019"),
            ("/2019", "حتى عام 2019، والبداية غير معروفة"),
            ("[2019-04-03..2019-04-05]", "بين 3 و5 أبريل 2019"),
            ("[2010..2012]", "بين عامي 2010 و2012"),
            ("[2019-12-14,2019-12-21,2019-12-28]", "14 أو 21 أو 28 ديسمبر 2019"),
            ("{2019-12-14,2019-12-21,2019-12-28}", "14 و21 و28 ديسمبر 2019"),
            ("2011~", "نحو عام 2011"),
            ("2019-12-12?", "12 ديسمبر 2019 (غير مؤكد)"),
            ("2019-12-XX", "يوم ما في ديسمبر 2019"),
            ("2019-XX-XX", "يوم ما في عام 2019"),
            ("201X", "عقد 2010"),
            ("201X-12-25", "25 ديسمبر من أحد الأعوام بين عامي 2010 و2019"),
        ],
    );
}

#[test]
fn short_forms_leave_the_year_of_a_day_to_the_context() {
    let short = |language: &str, edtf: &str| date_short(&words(language), &Date::parse(edtf).unwrap());
    assert_eq!(short("en", "2019-04-04"), "4 Apr");
    assert_eq!(short("en", "2019-04"), "Apr 2019");
    assert_eq!(short("en", "2011"), "2011");
    assert_eq!(short("en", "2019-04-04/2019-04-06"), "4 – 6 Apr");
    assert_eq!(short("en", "2018-12-30/2019-01-02"), "30 Dec 2018 – 2 Jan 2019");
    assert_eq!(short("en", "2016-03-30/2021-03"), "30 Mar 2016 – Mar 2021");
    assert_eq!(short("en", "[2018-12-30,2019-01-02]"), "30 Dec 2018 or 2 Jan 2019");
    assert_eq!(short("en", "2011/2019-04"), "2011 – Apr 2019");
    assert_eq!(short("en", "[2019-12-14,2019-12-21]"), "14 or 21 Dec");
    assert_eq!(short("en", "2019-04-04T08:20:15Z"), "4 Apr, 08:20");
    assert_eq!(short("fr", "2019-04-01/2019-04-06"), "1er – 6 avr.");
    assert_eq!(short("ar", "2019-04-04"), "4 أبريل");
}

#[test]
fn pages_and_weekdays() {
    let english = words("en");
    assert_eq!(key_words(&english, "2019-04".parse().unwrap()), "April 2019");
    assert_eq!(weekday_words(&english, Day::new(2019, 4, 4).unwrap()).as_deref(), Some("Thursday, 4 April 2019"));
    assert_eq!(weekday_words(&words("fr"), Day::new(2019, 4, 1).unwrap()).as_deref(), Some("lundi 1er avril 2019"));
}

#[test]
fn another_language_is_one_file() {
    let japanese = "day-of-month = { $day }日\ndate-year = { $year }年\ndate-month = { $year }年{ $month }\n\
                    date-day = { $year }年{ $month }{ $day }\nmonth-4 = 4月\nspan-range = { $first }〜{ $last }\n";
    let russian = "month-4 = апрель\n    .with-day = апреля\n    .short = апр.\n";
    let say = |language: &str, text: &str, edtf: &str| {
        let file = Arc::from("i18n");
        let files = [("en", LANGUAGES[0].1), (language, text)];
        let (words, _) = Words::new(language, &files.map(|(language, text)| WordFile { language, text, file: &file }));
        date_words(&words, &Date::parse(edtf).unwrap())
    };
    assert_eq!(say("ja", japanese, "2019-04-04/2019-04-06"), "2019年4月4日〜6日");
    assert_eq!(say("ru", russian, "2019-04-04"), "4 апреля 2019");
    assert_eq!(say("ru", russian, "2019-04"), "апрель 2019");
}
