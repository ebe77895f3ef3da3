//! Timelines of events: what stands for each form of date, that nothing ever overlaps, and one whole line.

mod boxes;

use std::fmt::Write as _;

use super::*;
use crate::theme::margin;

/// An event as a test writes it: a date and words, which may be empty.
type Event<'e> = (&'e str, &'e str);

fn line_of(lang: &str, events: &[Event<'_>], published: Option<&str>) -> Option<TimelineView> {
    let (theme, _) = crate::theme::Theme::new(&margin().0, &lang.into());
    let memory = Memory::default();
    drawn(theme.words(lang).unwrap(), &memory, lang == "ar", events, published)
}

fn drawn(
    words: &Words,
    memory: &Memory,
    rtl: bool,
    events: &[Event<'_>],
    published: Option<&str>,
) -> Option<TimelineView> {
    let dates: Vec<Date> = events.iter().map(|(date, _)| Date::parse(date).unwrap()).collect();
    let entries: Vec<Entry<'_>> = events
        .iter()
        .zip(&dates)
        .map(|((_, label), date)| Entry {
            date,
            label: Some(*label).filter(|label| !label.is_empty()),
            title: format!("{date}: {label}"),
            url: None,
        })
        .collect();
    let published = published.map(|date| Date::parse(date).unwrap());
    timeline(&entries, Setting { words, memory, rtl, published: published.as_ref() })
}

/// A line in words: the axis, then each mark with what is said beside it where the window is wide.
fn told(view: &TimelineView) -> String {
    let mut text = format!("{} px, axis at {}\n", view.height, view.axis);
    let shown = |parts: &[PartView], wide: bool| -> String {
        let on: &[&str] = if wide { &["", "md", "lg", "sl"] } else { &["", "sm", "ml", "sl"] };
        parts.iter().filter(|part| on.contains(&&*part.on)).map(|part| &*part.text).collect()
    };
    for piece in &view.pieces {
        let _ = writeln!(text, "axis {}–{}", piece.x.get(), piece.to.get());
    }
    for tick in &view.ticks {
        let _ = writeln!(text, "tick {} {:?} {}", tick.x.get(), shown(&tick.parts, true), tick.on);
    }
    if let Some(published) = &view.published {
        let _ = writeln!(text, "published {} +{}", published.x.get(), published.width.get());
    }
    for mark in &view.marks {
        let MarkView { shape, x, to, y, left, right, .. } = mark;
        let _ = write!(text, "{shape} {}–{} at {y}, {left}–{right}", x.get(), to.get());
        if mark.uncertain {
            text.push_str(", hollow");
        }
        if let Some(label) = &mark.label {
            let (wide, narrow) = (shown(&label.parts, true), shown(&label.parts, false));
            let _ = write!(text, ", {wide:?} / {narrow:?} {} {:+} at {}", label.x.get(), label.dx, label.y);
        }
        text.push('\n');
    }
    text
}

/// The mark of a date among the days of 2019: its shape, ends, and whether it is hollow.
fn form(edtf: &str) -> String {
    let events = [("2019-01-01", "First"), (edtf, "This"), ("2019-12-31", "Last")];
    let view = line_of("en", &events, None).unwrap();
    let mark = view.marks.iter().find(|mark| mark.title.ends_with("This")).unwrap();
    let hollow = if mark.uncertain { " hollow" } else { "" };
    let points = if mark.points.is_empty() { String::new() } else { format!(" of {}", mark.points.len()) };
    format!("{}{points} {}–{}{hollow}", mark.shape, mark.left, mark.right)
}

#[test]
fn each_form_of_date_has_its_mark() {
    let cases = [
        ("2019-04-04", "dot known–known"),
        ("2019-04-04?", "dot known–known hollow"),
        ("2019-04-04~", "dot fade–fade"),
        ("2019-04-04T10:00:00", "dot known–known"),
        ("2019-04", "bracket known–known"),
        ("2019", "bracket known–known"),
        ("2019-04~", "bracket fade–fade"),
        ("2019-04%", "bracket fade–fade hollow"),
        ("2019-04/2019-06", "bar known–known"),
        ("2019-04~/2019-06", "bar fade–known"),
        ("2019-04-04/..", "bar known–open"),
        ("../2019-04-04", "bar open–known"),
        ("2019-04-04/", "bar known–fade"),
        ("/2019-04-04", "bar fade–known"),
        ("[2019-04-03..2019-06-05]", "bracket known–known"),
        ("[..2019-06-05]", "bracket open–known"),
        ("[2019-04-14,2019-06-21,2019-08-28]", "one-of of 3 known–known"),
        ("{2019-04-14,2019-06-21}", "each of 2 known–known"),
        ("[2019-04-14,2019-04-15]", "bracket known–known"),
    ];
    for (edtf, expected) in cases {
        assert_eq!(form(edtf), expected, "{edtf}");
    }
}

#[test]
fn open_ends_reach_to_the_edge_and_turn_round_with_the_language() {
    let events = [("2019-01-01", "First"), ("2019-04-04/..", "Since"), ("2019-12-31", "Last")];
    let bar = |lang: &str| {
        let view = line_of(lang, &events, None).unwrap();
        let mark = view.marks.into_iter().find(|mark| &*mark.shape == "bar").unwrap();
        (mark.x.get(), mark.to.get(), mark.left, mark.right)
    };
    let (x, to, left, right) = bar("en");
    assert_eq!((to, &*left, &*right), (100.0, "known", "open"));
    let (turned_x, turned_to, left, right) = bar("ar");
    assert_eq!((turned_x, &*left, &*right), (0.0, "open", "known"));
    assert!((turned_to - (100.0 - x)).abs() < 0.011, "{turned_to} and {x}");
}

#[test]
fn a_line_needs_an_event() {
    assert_eq!(line_of("en", &[], Some("2019-12")), None);
}

#[test]
fn long_empty_times_are_cut_out_and_others_are_not() {
    let cuts = |events: &[Event<'_>]| line_of("en", events, None).unwrap().cuts.len();
    let war = [("2011", "a"), ("2015-12-17", "b"), ("2015-12-23", "c"), ("2019-04-04/..", "d"), ("2019-12-12", "e")];
    assert_eq!(cuts(&war), 2);
    assert_eq!(cuts(&[("2011-03-17", "a"), ("2019-04-04", "b")]), 0, "two days are a line of years");
    assert_eq!(cuts(&[("2011", "a"), ("2014", "b"), ("2017", "c"), ("2020", "d")]), 0, "even distances stay");
    assert_eq!(cuts(&[("2019-04-01", "a"), ("2019-04-02", "b"), ("2019-04-28", "c")]), 0, "a month is not cut");
}

#[test]
fn what_has_no_room_above_the_axis_is_a_stroke_on_it_that_names_all() {
    let events: Vec<Event<'_>> = std::iter::repeat_n(("2019-04-04", "The same day"), 12).collect();
    let view = line_of("en", &events, None).unwrap();
    let strokes: Vec<_> = view.marks.iter().filter(|mark| &*mark.shape == "rug").collect();
    let [stroke] = strokes.as_slice() else { panic!("{} strokes", strokes.len()) };
    assert_eq!(view.marks.len() - 1 + stroke.title.lines().count(), 12);
    assert_eq!(&*stroke.url, "#gl-e7");
}

#[test]
fn a_whole_line() {
    let events = [
        ("2011", "Gaddafi’s regime falls"),
        ("2015-12-17", "Libyan Political Agreement signed"),
        ("2015-12-23", "Resolution 2259 welcomes the agreement"),
        ("2019-04-04/..", "LNA attacks Tripoli"),
        ("2019-12-12", "Haftar announces the decisive battle"),
        ("[2019-12-14,2019-12-21,2019-12-28]", "The embassy publishes its statement"),
        ("2019-12-21", ""),
    ];
    insta::assert_snapshot!(told(&line_of("en", &events, Some("2019-12")).unwrap()));
}
