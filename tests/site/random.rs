//! Small sites at random: no site makes the build panic, equal sites give equal bytes, also in parts, and no link is dead.

use std::fmt::Write as _;

use proptest::prelude::*;

use crate::harness::site;
use crate::shards::union;
use crate::urls::dead;

/// A piece of a text, which may name the thing with a number.
#[derive(Debug, Clone)]
enum Piece {
    Words(String),
    Name(usize),
    Actor(usize, bool),
    Date(usize, bool),
    Cite(usize, bool),
    Source(usize),
    Report(usize),
    File(usize),
    Picture,
    Heading(String),
    Break,
    Note(usize),
    Quote(usize),
}

#[derive(Debug, Clone)]
struct Report {
    pieces: Vec<Piece>,
    date: Option<usize>,
    status: usize,
    has_version: bool,
    tags: Vec<String>,
    actors: Vec<usize>,
    events: Vec<(usize, usize)>,
}

#[derive(Debug, Clone)]
struct Plan {
    reports: Vec<Report>,
    actors: usize,
    sources: usize,
    paginate: usize,
    base: &'static str,
    autolink: &'static str,
}

const DATES: [&str; 12] = [
    "2019-04-04",
    "2019-04",
    "2011",
    "2011/2019-04",
    "2011/..",
    "[2019-04-03..2019-04-05]",
    "2011~",
    "2019-12-XX",
    "2019-21",
    "-0044-03-15",
    "2019-12-12T08:20:00Z",
    "{2019-12-14,2019-12-21}",
];
const MOMENTS: [&str; 4] = ["2019", "2019-12", "2019-12-21", "2019-12-21T08:20:00+02:00"];
const STATUS: [&str; 4] = ["published", "published", "unlisted", "draft"];
const IDS: [&str; 5] = ["haftar", "حفتر", "the-gna", "ö", "a1"];

fn piece() -> impl Strategy<Value = Piece> {
    let number = 0..8_usize;
    prop_oneof![
        "[a-zA-Zäöحفتر .,\"'*_<>&|%$#\\\\\\[\\](){}~`:-]{0,24}".prop_map(Piece::Words),
        number.clone().prop_map(Piece::Name),
        (number.clone(), any::<bool>()).prop_map(|(n, words)| Piece::Actor(n, words)),
        (number.clone(), any::<bool>()).prop_map(|(n, words)| Piece::Date(n, words)),
        (number.clone(), any::<bool>()).prop_map(|(n, locator)| Piece::Cite(n, locator)),
        number.clone().prop_map(Piece::Source),
        number.clone().prop_map(Piece::Report),
        number.clone().prop_map(Piece::File),
        Just(Piece::Picture),
        "[A-Za-zح ]{0,12}".prop_map(Piece::Heading),
        Just(Piece::Break),
        number.clone().prop_map(Piece::Note),
        number.prop_map(Piece::Quote),
    ]
}

fn report() -> impl Strategy<Value = Report> {
    (
        prop::collection::vec(piece(), 0..10),
        prop::option::of(0..8_usize),
        0..8_usize,
        any::<bool>(),
        prop::collection::vec("[a-cA-C ح&]{1,4}", 0..3),
        prop::collection::vec(0..8_usize, 0..3),
        prop::collection::vec((0..16_usize, 0..8_usize), 0..3),
    )
        .prop_map(|(pieces, date, status, has_version, tags, actors, events)| Report {
            pieces,
            date,
            status,
            has_version,
            tags,
            actors,
            events,
        })
}

fn plan() -> impl Strategy<Value = Plan> {
    (
        prop::collection::vec(report(), 0..5),
        1..=IDS.len(),
        1..4_usize,
        1..4_usize,
        prop_oneof![Just(""), Just("/sub"), Just("/a/b")],
        prop_oneof![Just("suggest"), Just("first"), Just("all")],
    )
        .prop_map(|(reports, actors, sources, paginate, base, autolink)| Plan {
            reports,
            actors,
            sources,
            paginate,
            base,
            autolink,
        })
}

impl Plan {
    /// The site's text. Where `sound`, nothing names what is not there or hidden.
    fn text(&self, sound: bool) -> String {
        let mut text = format!(
            "=== site.yaml\ntitle: Test\nbase_url: https://test.example{}\npaginate: {}\nlanguages: [en, ar]\nautolink: {}\n",
            self.base, self.paginate, self.autolink
        );
        for id in &IDS[..self.actors] {
            let _ = write!(text, "=== content/actors/{id}.md\n---\nname: The {id}\nkind: person\n---\n");
        }
        for (n, date) in DATES.iter().enumerate().take(self.sources) {
            let _ = write!(text, "=== content/sources/s{n}.md\n---\ntitle: Source {n}\ndate: {date}\n---\n");
        }
        text.push_str("=== content/reports/map.png\nPNG\n");
        for (number, report) in self.reports.iter().enumerate() {
            let _ = write!(text, "=== content/reports/r{number}.md\n---\ntitle: Report {number}\n");
            if let Some(date) = report.date {
                let _ = writeln!(text, "date: {}", MOMENTS[date % MOMENTS.len()]);
            }
            if !sound {
                let _ = writeln!(text, "status: {}", STATUS[report.status % STATUS.len()]);
            }
            let tags: Vec<String> = report.tags.iter().map(|tag| format!("{tag:?}")).collect();
            let actors: Vec<&str> = report.actors.iter().map(|n| self.actor(*n, sound)).collect();
            let _ = write!(text, "tags: [{}]\nactors: [{}]\ndates:\n", tags.join(", "), actors.join(", "));
            for (date, actor) in &report.events {
                let (date, actor) = (DATES[date % DATES.len()], self.actor(*actor, sound));
                let _ = writeln!(text, "  - {{date: {date:?}, label: Event, actors: [{actor}]}}");
            }
            text.push_str("---\n");
            self.body(&mut text, report, sound);
            if report.has_version {
                let _ = write!(text, "=== content/reports/r{number}.ar.md\n---\ntitle: تقرير {number}\n---\n");
                self.body(&mut text, report, sound);
            }
        }
        text
    }

    fn actor(&self, n: usize, sound: bool) -> &'static str {
        IDS[if sound { n % self.actors } else { n % IDS.len() }]
    }

    fn body(&self, text: &mut String, report: &Report, sound: bool) {
        let source = |n: usize| if sound { n % self.sources } else { n };
        let other = |n: usize| if sound { n % self.reports.len() } else { n };
        let date = |n: usize| DATES[n % DATES.len()].replace('[', "%5B").replace(']', "%5D");
        for piece in &report.pieces {
            let _ = match piece {
                // What Markdown makes of punctuation may be a fault, so sound sites have words alone.
                Piece::Words(words) if sound => {
                    let plain = words.replace(|c: char| !c.is_alphanumeric() && !" .,\"'&<>*_".contains(c), "");
                    write!(text, "{plain} ")
                }
                Piece::Words(words) => write!(text, "{words} "),
                Piece::Name(n) => write!(text, "The {} ", self.actor(*n, sound)),
                Piece::Actor(n, true) => write!(text, "[them](actor:{}) ", self.actor(*n, sound)),
                Piece::Actor(n, false) => write!(text, "[](actor:{}) ", self.actor(*n, sound)),
                Piece::Date(n, true) => write!(text, "[then](date:{}) ", date(*n)),
                Piece::Date(n, false) => write!(text, "[](date:{}) ", date(*n)),
                Piece::Cite(n, true) => write!(text, "[see @s{}, p. 2] ", source(*n)),
                Piece::Cite(n, false) => write!(text, "[@s{}; @s0] ", source(*n)),
                Piece::Source(n) => write!(text, "[it](source:s{}) ", source(*n)),
                Piece::Report(n) => write!(text, "[](report:r{}) ", other(*n)),
                Piece::File(n) => write!(text, "[file](r{}.md#) ", other(*n)),
                Piece::Picture => write!(text, "![A map](map.png) "),
                Piece::Heading(words) => write!(text, "\n\n## {words}\n\n"),
                Piece::Break => write!(text, "\n\n"),
                Piece::Note(n) => {
                    write!(text, "word[^n{n}].\n\n[^n{n}]: A note on [](actor:{}).\n\n", self.actor(*n, sound))
                }
                Piece::Quote(n) => {
                    write!(text, "\n\n> words\n> — [](actor:{}), [@s{}]\n\n", self.actor(*n, sound), source(*n))
                }
            };
        }
        text.push('\n');
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_sound_site_is_built_and_no_link_in_it_is_dead(plan in plan()) {
        let site = site(&plan.text(true));
        let first = site.build();
        let denied = first.told.problems.iter().any(|it| it.level == glossator::problem::Level::Deny);
        prop_assert!(!denied, "{}\n\n{}", plan.text(true), first.problems());
        prop_assert_eq!(dead(&first, plan.base), Vec::<String>::new(), "{}", plan.text(true));
        let second = site.build();
        prop_assert_eq!(second.counts.written, 0);
        prop_assert_eq!(second.output, first.output);
    }

    #[test]
    fn the_parts_of_any_site_are_the_whole(plan in plan(), of in 1..7_u32) {
        let site = site(&plan.text(true));
        let whole = site.build().output;
        prop_assert_eq!(union(&site, of), whole, "{}", plan.text(true));
    }

    #[test]
    fn any_site_is_built_or_told_and_always_in_the_same_way(plan in plan()) {
        let text = plan.text(false);
        let build = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            let built = pool.install(|| site(&text).build());
            (built.problems(), built.output)
        };
        let (problems, output) = build(1);
        prop_assert_eq!(build(4), (problems.clone(), output.clone()));
        prop_assert!(problems.contains("error[") == output.is_empty(), "{}", problems);
    }
}
