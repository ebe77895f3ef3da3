//! Nothing overlaps and nothing leaves the line, whatever the events, at any width and in both directions.

use super::*;
use crate::edtf::Day;

/// Windows of 320, 375, 699, 700, 1,100 and 1,440 px: the class of window, and the width of the picture in it.
const WINDOWS: [(usize, f64); 6] = [(0, 280.0), (0, 335.0), (0, 608.0), (1, 608.0), (2, 848.0), (2, 904.0)];

/// What is allowed for rounding, in pixels.
const SLACK: f64 = 0.25;

/// Numbers without end, the same every time (Knuth's linear congruence, as in MMIX).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    fn one_of<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[usize::try_from(self.below(of.len() as u64)).unwrap()]
    }

    fn date(&mut self, first: i64, within: u64) -> String {
        let mut day = || Day::from_days_since_epoch(first + i64::try_from(self.below(within)).unwrap());
        let (mut one, mut other) = (day(), day());
        if other < one {
            (one, other) = (other, one);
        }
        let month = |day: Day| day.to_string()[..7].to_owned();
        match self.below(14) {
            0 => month(one),
            1 => one.year.to_string(),
            2 => format!("{one}/{other}"),
            3 => format!("{one}/.."),
            4 => format!("../{one}"),
            5 => format!("{one}/"),
            6 => format!("[{one},{other}]"),
            7 => format!("{{{one},{other},{}}}", other.next()),
            8 => format!("{one}~"),
            9 => format!("{}?", month(one)),
            10 => format!("{}~/{other}", month(one)),
            _ => one.to_string(),
        }
    }

    fn label(&mut self) -> String {
        const LATIN: [&str; 8] = ["LNA", "attacks", "Tripoli", "MMWWMM", "il", "agreement", "2259", "Government"];
        const ARABIC: [&str; 5] = ["حفتر", "يعلن", "المعركة", "الحاسمة", "طرابلس"];
        let arabic = self.below(3) == 0;
        let words = (0..self.below(8)).map(|_| self.one_of(if arabic { &ARABIC } else { &LATIN }));
        words.collect::<Vec<_>>().join(" ")
    }
}

/// A rectangle with its name: left, top, right, bottom.
type Rectangle = (String, [f64; 4]);

/// How wide the parts are that are shown in a class of windows.
fn wide(parts: &[PartView], tier: usize, size: f64) -> f64 {
    let shown = |on: &str| match on {
        "" => true,
        "md" => tier >= 1,
        "lg" => tier == 2,
        "sm" => tier == 0,
        "ml" => tier < 2,
        "mm" => tier == 1,
        "sl" => tier != 1,
        _ => false,
    };
    parts.iter().filter(|part| shown(&part.on)).map(|part| measure::width(&part.text, size)).sum()
}

fn words(label: &LabelView, rtl: bool, (tier, width): (usize, f64), size: f64) -> Option<[f64; 4]> {
    let long = wide(&label.parts, tier, size);
    let at = label.x.get() / 100.0 * width + f64::from(label.dx);
    let leftwards = (&*label.anchor == "end") != rtl;
    let (left, right) = if leftwards { (at - long, at) } else { (at, at + long) };
    (long > 0.0).then_some([left, f64::from(label.y) - 9.5, right, f64::from(label.y) + 3.0])
}

fn rectangles(view: &TimelineView, rtl: bool, window: (usize, f64)) -> Vec<Rectangle> {
    let (tier, width) = window;
    let pixels = |at: Percent| at.get() / 100.0 * width;
    let mut all = Vec::new();
    for mark in &view.marks {
        let (above, beyond) = match &*mark.shape {
            "rug" => ([7.0, 0.0], 1.0),
            _ => ([6.0, 6.0], 4.5),
        };
        let reach = |end: &str| match (end, &*mark.shape) {
            ("fade", _) => 14.0,
            ("open", _) => 0.0,
            (_, "bar") => 3.0,
            _ => beyond,
        };
        let y = f64::from(mark.y);
        let sides =
            [pixels(mark.x) - reach(&mark.left), y - above[0], pixels(mark.to) + reach(&mark.right), y + above[1]];
        all.push((mark.title.to_string(), sides));
        let size = if rtl { 13.0 } else { 12.0 };
        let label = mark.label.as_ref().and_then(|label| words(label, rtl, window, size));
        all.extend(label.map(|label| (format!("words of {}", mark.title), label)));
    }
    for tick in &view.ticks {
        let long = wide(&tick.parts, tier, ticks::SIZE);
        let shown = wide(&[PartView { text: "x".into(), on: tick.on.clone(), date: false }], tier, 1.0) > 0.0;
        if shown && long > 0.0 {
            let at = pixels(tick.x) + f64::from(view.indent);
            let (left, right) = if rtl { (at - long, at) } else { (at, at + long) };
            let y = f64::from(view.axis);
            all.push((format!("tick at {}", tick.x.get()), [left, y + 6.0, right, y + 18.0]));
        }
    }
    let published = view.published.as_ref().and_then(|published| published.label.as_ref());
    let published = published.and_then(|label| words(label, rtl, window, ticks::SIZE));
    all.extend(published.map(|label| ("publication".to_owned(), label)));
    all
}

#[track_caller]
fn check(view: &TimelineView, rtl: bool, told: &str) {
    for window in WINDOWS {
        let all = rectangles(view, rtl, window);
        for (number, (name, one)) in all.iter().enumerate() {
            let within = one[0] >= -SLACK && one[2] <= window.1 + SLACK && one[3] <= f64::from(view.height);
            assert!(within, "at {window:?}, {name} leaves the line: {one:?}\n{told}");
            for (other_name, other) in &all[number + 1..] {
                let apart = one[2] <= other[0] + SLACK
                    || other[2] <= one[0] + SLACK
                    || one[3] <= other[1] + SLACK
                    || other[3] <= one[1] + SLACK;
                assert!(apart, "at {window:?}, {name} {one:?} overlaps {other_name} {other:?}\n{told}");
            }
        }
    }
}

#[test]
fn nothing_overlaps_whatever_happens() {
    let (theme, _) = crate::theme::Theme::new(&margin().0, &"en".into());
    let mut numbers = Numbers(1);
    for (lang, rtl) in [("en", false), ("ar", true), ("fr", false)] {
        let said = theme.words(lang).unwrap();
        let memory = Memory::default();
        for round in 0..60 {
            let count = 1 + numbers.below(if round % 3 == 0 { 80 } else { 14 });
            let within = [20, 200, 1_500, 9_000][round % 4];
            let first = 15_000 + i64::try_from(numbers.below(3_000)).unwrap();
            let mut events: Vec<(String, String)> =
                (0..count).map(|_| (numbers.date(first, within), numbers.label())).collect();
            events.sort_by_key(|(date, _)| Date::parse(date).unwrap().sort_key());
            let events: Vec<Event<'_>> = events.iter().map(|(date, label)| (&**date, &**label)).collect();
            let published = (round % 2 == 0).then(|| numbers.date(first, within));
            let made = || drawn(said, &memory, rtl, &events, published.as_deref());
            let Some(view) = made() else { continue };
            let told = format!("{lang} {events:?} {published:?}");
            assert_eq!(Some(&view), made().as_ref(), "{told}");
            check(&view, rtl, &told);
            let lines: usize =
                view.marks.iter().map(|mark| if &*mark.shape == "rug" { mark.title.lines().count() } else { 1 }).sum();
            assert!(lines == events.len() || view.marks.iter().any(|mark| mark.title.ends_with('…')), "{told}");
        }
    }
}

#[test]
fn times_far_away_are_no_trouble() {
    for events in [
        vec![("-9999", "Long ago"), ("2019-04-04", "Now")],
        vec![("Y-170000002", "Before all"), ("2019", "Now"), ("2019-04", "Then"), ("2020", "Later")],
        vec![("9999-12-31", "The end")],
        vec![("0000", "Year nought"), ("2XXX", "Some time")],
    ] {
        let view = line_of("en", &events, None).unwrap();
        check(&view, false, &format!("{events:?}"));
    }
}
