//! What dates mean: bounds, order, index and shape.

use proptest::prelude::*;

use super::*;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn bounds(text: &str) -> String {
    let (start, end) = date(text).bounds();
    let show = |day: Option<Day>| day.map_or("..".to_owned(), |day| day.to_string());
    format!("{}/{}", show(start), show(end))
}

fn index(text: &str) -> String {
    let entries = date(text).index().into_iter().map(|(key, standing)| match standing {
        Standing::On => key.to_string(),
        Standing::MayInclude => format!("{key}?"),
    });
    entries.collect::<Vec<_>>().join(" ")
}

#[test]
fn text_is_canonical() {
    assert_eq!(date(" ?2004-?06-?11\n").as_str(), "2004-06-11?");
    assert_eq!(date("2019-04?"), date("2019?-?04"));
    assert_eq!(date("1950S02").to_string(), "1950S2");
    assert_eq!(Date::from_yaml_number(2011).unwrap().as_str(), "2011");
    assert_eq!(Date::from_yaml_number(79).unwrap().as_str(), "0079");
    assert_eq!(Date::from_yaml_number(-44).unwrap().as_str(), "-0044");
    assert_eq!(Date::day(2019, 4, 4).unwrap().as_str(), "2019-04-04");
    assert_eq!(Date::day(2019, 2, 29), None);
    assert_eq!(Date::from_key(Key { year: 2019, month: 21, day: 0 }), None);
}

#[test]
fn bounds_are_days() {
    assert_eq!(bounds("2019-04-04"), "2019-04-04/2019-04-04");
    assert_eq!(bounds("2020-02~"), "2020-02-01/2020-02-29");
    assert_eq!(bounds("2011"), "2011-01-01/2011-12-31");
    assert_eq!(bounds("2011/2019-04"), "2011-01-01/2019-04-30");
    assert_eq!(bounds("2011/.."), "2011-01-01/..");
    assert_eq!(bounds("/2019"), "../2019-12-31");
    assert_eq!(bounds("[2019-12-14,2019-12-21]"), "2019-12-14/2019-12-21");
    assert_eq!(bounds("[..2011,2015]"), "../2015-12-31");
    assert_eq!(bounds("201X"), "2010-01-01/2019-12-31");
    assert_eq!(bounds("2019-24"), "2019-12-01/2020-02-29");
    assert_eq!(bounds("2019-04-04T23:00:00-05:00"), "2019-04-04/2019-04-04");
    assert_eq!(bounds("Y-170000002"), "-170000002-01-01/-170000002-12-31");
    assert_eq!(bounds("Y9E99"), "999999999-01-01/999999999-12-31");
}

#[test]
fn reduced_precision_is_never_the_first_of_january() {
    let mut dates: Vec<Date> = [
        "2019-01-02",
        "2019-01-01",
        "2019",
        "2019-01",
        "2019-01-01T08:00:00",
        "../2019",
        "201X",
        "2018-12-31",
        "2019/..",
        "2019-01-01T07:00:00Z",
        "-0044-03-15",
    ]
    .map(date)
    .into();
    dates.sort();
    assert_eq!(
        dates.iter().map(Date::as_str).collect::<Vec<_>>(),
        [
            "../2019",
            "-0044-03-15",
            "201X",
            "2018-12-31",
            "2019/..",
            "2019",
            "2019-01",
            "2019-01-01",
            "2019-01-01T07:00:00Z",
            "2019-01-01T08:00:00",
            "2019-01-02",
        ]
    );
}

#[test]
fn dates_are_indexed_under_what_they_say() {
    assert_eq!(index("2019-04-04"), "2019-04-04");
    assert_eq!(index("2019-12-12?"), "2019-12-12");
    assert_eq!(index("2019-04-04T08:20:00Z"), "2019-04-04");
    assert_eq!(index("2019-04"), "2019-04");
    assert_eq!(index("2011~"), "2011");
    assert_eq!(index("2019-21"), "2019");
    assert_eq!(index("2019-XX"), "2019");
    assert_eq!(index("2019-XX-04"), "2019");
    assert_eq!(index("2019-12-XX"), "2019-12");
    assert_eq!(index("1950S4"), "1950");
    assert_eq!(index("2011/2019-04"), "2011 2019-04");
    assert_eq!(index("2011/.."), "2011");
    assert_eq!(index("../2019"), "2019");
    assert_eq!(index("2019/2019"), "2019");
    assert_eq!(index("[2019-04-03..2019-04-05]"), "2019-04-03? 2019-04-04? 2019-04-05?");
    assert_eq!(index("[2019-12-21,2019-12-14]"), "2019-12-14? 2019-12-21?");
    assert_eq!(index("{2019-12-14,2019-12-21}"), "2019-12-14 2019-12-21");
    assert_eq!(index("{2010..2012}"), "2010 2011 2012");
    assert_eq!(index("201X-12"), index("201X"));
    assert_eq!(index("201X"), "2010? 2011? 2012? 2013? 2014? 2015? 2016? 2017? 2018? 2019?");
    assert_eq!(index("2X19"), "2019? 2119? 2219? 2319? 2419? 2519? 2619? 2719? 2819? 2919?");
    assert_eq!(index("1997/199X"), "1997 1998? 1999?");
    assert_eq!(index("XXXX-12-25"), "");
    assert_eq!(index("Y17000"), "");
}

#[test]
fn long_ranges_are_indexed_more_coarsely() {
    assert_eq!(date("[2019-01-01..2020-02-04]").index().len(), 400);
    assert_eq!(
        index("[2019-01-01..2020-02-05]"),
        "2019-01? 2019-02? 2019-03? 2019-04? 2019-05? 2019-06? 2019-07? 2019-08? 2019-09? 2019-10? 2019-11? 2019-12? \
         2020-01? 2020-02?"
    );
    assert_eq!(date("[1900-01-01..1999-12-31]").index().len(), 100);
    assert_eq!(index("[0001..2000]"), "0001? 2000?");
    assert_eq!(date("1950S2").index().len(), 100);
    assert_eq!(index("1950S1"), "");
}

#[test]
fn ranges_contain_what_lies_between_their_bounds() {
    let contains = |text: &str, key: &str| date(text).contains(key.parse().unwrap());
    assert!(contains("2011/2019-04", "2015-03"));
    assert!(contains("2011/2019-04", "2019-04-30"));
    assert!(!contains("2011/2019-04", "2019"));
    assert!(contains("2011/..", "2300"));
    assert!(contains("../2019", "-0044"));
    assert!(!contains("2011/", "2012"));
    assert!(contains("2011/", "2011-05"));
    assert!(contains("..2011/2015", "2013"));
    assert!(contains("2019-12", "2019-12-12"));
    assert!(!contains("[2019-12-14,2019-12-21]", "2019-12-15"));
    assert!(contains("[2019-12-14..2019-12-21]", "2019-12-15"));
    assert_eq!(date("2019-04-04").range(), None);
    assert_eq!(date("2011/..").range(), Some((Day::new(2011, 1, 1), None)));
    assert_eq!(date("2011/").range(), Some((Day::new(2011, 1, 1), Day::new(2011, 12, 31))));
}

#[test]
fn shapes_and_precisions() {
    let shape = |text: &str| (date(text).shape(), date(text).precision().as_str());
    let bar = |start, end| Shape::Bar { start, end };
    assert_eq!(shape("2019-04-04"), (Shape::Dot, "day"));
    assert_eq!(shape("2019-04-04T08:20:00"), (Shape::Dot, "time"));
    assert_eq!(shape("2019-04"), (Shape::Bracket, "month"));
    assert_eq!(shape("2019-12-XX"), (Shape::Bracket, "month"));
    assert_eq!(shape("2019-21"), (Shape::Bracket, "season"));
    assert_eq!(shape("2019-XX"), (Shape::Bracket, "year"));
    assert_eq!(shape("201X"), (Shape::Bracket, "decade"));
    assert_eq!(shape("1950S2"), (Shape::Bracket, "century"));
    assert_eq!(shape("XXXX-12-25"), (Shape::Bracket, "unknown"));
    assert_eq!(shape("2011/2019-04"), (bar(End::Known, End::Known), "interval"));
    assert_eq!(shape("2011/.."), (bar(End::Known, End::Open), "interval"));
    assert_eq!(shape("/2019"), (bar(End::Unknown, End::Known), "interval"));
    assert_eq!(shape("[2019-04-03..2019-04-05]"), (Shape::Bracket, "set"));
    assert_eq!(shape("[2019-12-14,2019-12-21]"), (Shape::OneOf, "set"));
    assert_eq!(shape("{2019-12-14,2019-12-21}"), (Shape::Each, "set"));
    assert!(date("2019-12-12?").is_uncertain() && date("2011~").is_approximate());
}

#[test]
fn keys_are_pages() {
    let key = |text: &str| text.parse::<Key>().unwrap();
    assert_eq!(key("2019-04-04"), Key { year: 2019, month: 4, day: 4 });
    assert_eq!(key("2019-04-04").route(), "/dates/2019/04/04/");
    assert_eq!(key("-0044").route(), "/dates/-0044/");
    assert_eq!(key("0000").route(), "/dates/0000/");
    assert_eq!(key("0079-10").to_string(), "0079-10");
    assert_eq!(key("2019-04-04").parent(), Some(key("2019-04")));
    assert_eq!(key("2019-04").parent(), Some(key("2019")));
    assert_eq!(key("2019").parent(), None);
    assert!(key("2019") < key("2019-01") && key("2019-01") < key("2019-01-01"));
    assert_eq!("201X".parse::<Key>().unwrap_err().message, "`201X` is not a single day, month or year");
    assert_eq!("2019-02-30".parse::<Key>().unwrap_err().message, "February 2019 has 28 days");
    let page = |text: &str| date(text).key().map(|key| key.to_string());
    assert_eq!(page("2019-04-04T08:20:00").as_deref(), Some("2019-04-04"));
    assert_eq!(page("../2019-04").as_deref(), Some("2019-04"));
    assert_eq!(page("[2019-12-14,2019-12-21]").as_deref(), Some("2019-12-14"));
    assert_eq!(page("2019-21").as_deref(), Some("2019"));
    assert_eq!(page("201X"), None);
}

#[test]
fn weekdays_are_computed() {
    assert_eq!(Day::new(2019, 4, 4).unwrap().weekday(), Weekday::Thursday);
    assert_eq!(Day::new(1970, 1, 1).unwrap().days_since_epoch(), 0);
    assert_eq!(Day::new(2000, 2, 28).unwrap().next().to_string(), "2000-02-29");
    assert_eq!(Day::new(2000, 1, 1).unwrap().prev().to_string(), "1999-12-31");
    assert_eq!(Day::new(0, 3, 1).unwrap().prev().to_string(), "0000-02-29");
}

/// Expressions of all sorts, most of them valid.
fn expression() -> impl Strategy<Value = String> {
    let single =
        "(-?0[0-9]{3}|[12][0-9]{3}|201X|1[89]XX)(-(0[1-9]|1[0-2]|XX|2[1-4])(-(0[1-9]|1[0-9]|2[0-8]|XX))?)?[?~%]?";
    prop_oneof![
        single,
        (single, single).prop_map(|(from, to)| format!("{from}/{to}")),
        single.prop_map(|from| format!("{from}/..")),
        (single, single).prop_map(|(from, to)| format!("[{from}..{to}]")),
        (single, single).prop_map(|(one, other)| format!("{{{one},{other}}}")),
    ]
}

proptest! {
    #[test]
    fn nothing_panics(text in "\\PC{0,24}", edtf in "[0-9XYTES~?%/.,\\[\\]{}: +-]{0,24}") {
        for text in [text, edtf] {
            if let Err(error) = Date::parse(&text) {
                prop_assert!(error.offset <= text.len());
            }
        }
    }

    #[test]
    fn what_is_indexed_lies_within_the_bounds(text in expression()) {
        let Ok(date) = Date::parse(&text) else { return Ok(()) };
        prop_assert_eq!(&Date::parse(date.as_str()).unwrap(), &date);
        let (start, end) = date.bounds();
        prop_assert!(start.is_none() || end.is_none() || start <= end);
        let index = date.index();
        prop_assert!(index.is_sorted_by(|a, b| a.0 < b.0));
        for (key, _) in index {
            let (first, last) = key.bounds();
            prop_assert!(start.is_none_or(|start| start <= last) && end.is_none_or(|end| first <= end));
            prop_assert_eq!(Date::from_key(key).unwrap().key(), Some(key));
            prop_assert_eq!(key.to_string().parse::<Key>().unwrap(), key);
        }
    }

    #[test]
    fn order_follows_the_earliest_day(one in expression(), other in expression()) {
        let (Ok(one), Ok(other)) = (Date::parse(&one), Date::parse(&other)) else { return Ok(()) };
        if one.bounds().0 < other.bounds().0 {
            prop_assert!(one < other);
        }
        prop_assert_eq!(one == other, one.cmp(&other) == Ordering::Equal);
    }

    #[test]
    fn days_count_on(days in -800_000_i64..800_000) {
        let day = Day::from_days_since_epoch(days);
        prop_assert_eq!(day.days_since_epoch(), days);
        prop_assert_eq!(Day::new(day.year, day.month, day.day), Some(day));
        prop_assert_eq!(day.next().prev(), day);
    }
}
