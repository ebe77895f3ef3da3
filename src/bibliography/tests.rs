//! Three formats say the same of the same sources, and errors have their places.

use super::*;

fn show(file: &str, text: &str) -> String {
    let Read { sources, problems, .. } = read(&file.into(), text);
    let sources = sources.iter().map(|source| {
        let record = &source.entry.record.as_ref().unwrap().record;
        let names = |names: &[crate::matter::NameRef]| {
            let one = |name: &crate::matter::NameRef| match &name.family {
                Some(family) => format!("{} ({family})", name.name),
                None => name.name.to_string(),
            };
            names.iter().map(one).collect::<Vec<_>>().join(" + ")
        };
        let at = match source.place.spot {
            crate::problem::Spot::Bytes(start, end) => &text[start as usize..end as usize],
            _ => "nowhere",
        };
        format!(
            "{} at {at}: {} | {} | {} | {} | {} | {:?} | {:?}",
            source.entry.id,
            record.kind.as_deref().unwrap_or_default(),
            names(&record.author),
            record.title.as_deref().unwrap_or_default(),
            record.container.as_deref().unwrap_or_default(),
            record.publisher.as_ref().map_or("", |publisher| &publisher.name),
            record.date,
            record.csl.iter().map(|(name, value)| format!("{name}={}", value.0)).collect::<Vec<_>>(),
        )
    });
    let problems = problems.iter().map(|problem| format!("{} {:?}: {}", problem.name, problem.place, problem.message));
    sources.chain(problems).collect::<Vec<_>>().join("\n")
}

#[test]
fn three_formats_become_records() {
    let bib = "@article{doe-2018,\n  author = {Doe, Jane and van der Berg, Piet},\n  title = {Militias and the State},\n  journaltitle = {Journal of Peace},\n  volume = {12}, pages = {133--145}, date = {2018-04}, doi = {10.1000/182}\n}\n@report{un-914,\n  author = {{Panel of Experts on Libya}}, title = {Final report}, institution = {United Nations}, date = {2019-12-09}, type = {Report}\n}\n";
    let yaml = "doe-2018:\n  type: Article\n  title: Militias and the State\n  author: [\"Doe, Jane\", \"van der Berg, Piet\"]\n  date: 2018-04\n  page-range: 133-145\n  serial-number: {doi: 10.1000/182}\n  parent: {type: Periodical, title: Journal of Peace, volume: 12}\nun-914:\n  type: Report\n  title: Final report\n  author: U.S. Embassy in Libya\n  date: 2019-12-09\n";
    let json = r#"[{"id": "doe-2018", "type": "article-journal", "title": "Militias and the State", "author": [{"family": "Doe", "given": "Jane"}, {"family": "Berg", "given": "Piet", "non-dropping-particle": "van der"}], "container-title": "Journal of Peace", "volume": 12, "page": "133-145", "issued": {"date-parts": [[2018, 4]]}, "DOI": "10.1000/182"},
 {"id": "un-914", "type": "report", "title": "Final report", "author": [{"literal": "Panel of Experts on Libya"}], "issued": {"date-parts": [["2019", "12", "9"]]}}]"#;
    let all = [show("a.bib", bib), show("a.yml", yaml), show("a.json", json)];
    insta::assert_snapshot!(all.join("\n\n"));
}

#[test]
fn errors_have_their_places() {
    let all = [
        show("a.bib", "@article{a,\n  title = {Open,\n}\n"),
        show("a.bib", "@article{a,\n  title = {T}, author = {A}, journal = {J}, date = {20x9}\n}\n"),
        show("a.yaml", "a:\n  type: Articel\n  title: T\n"),
        show("a.yaml", "a: [\n"),
        show("a.json", "[{\"id\": \"a\",}]"),
        show("a.json", "[{\"title\": \"T\"}]"),
    ];
    insta::assert_snapshot!(all.join("\n"));
}

/// The problems of a file, each as its name, the marked words and what is said of them; and the dates of its sources.
fn told(file: &str, text: &str) -> String {
    let Read { sources, problems, .. } = read(&file.into(), text);
    let mut out: Vec<String> = sources
        .iter()
        .map(|source| format!("{} {:?}", source.entry.id, source.entry.record.as_ref().unwrap().record.date))
        .collect();
    for problem in problems {
        let at = match problem.place.unwrap().spot {
            crate::problem::Spot::Bytes(start, end) => &text[start as usize..end as usize],
            _ => "nowhere",
        };
        let help = problem.help.map(|help| format!("; {help}")).unwrap_or_default();
        out.push(format!("{} at {at}: {}{help}", problem.name, problem.message));
    }
    out.join("\n")
}

#[test]
fn entries_and_abbreviations_that_are_made_of_themselves_are_told_and_the_rest_is_read() {
    let all = [
        "@book{b1, title={T}, crossref={b1}}\n@book{b2, title={T}}",
        "@book{b1, title={T}, crossref={b2}}\n@book{b2, title={T}, crossref={b1}}\n@book{b3, title={T}, crossref={b1}}",
        "@xdata{x1, xdata={x1}}\n@book{b1, xdata={x1}}",
        "@book{b1, title={T}, ids={b9}, CrossRef={b9}}",
        "@string{a = a # \"x\"}\n@book{b1, title=a, date={2019}}",
        "@string{a = b, b = \"x\" # a}\n@book{b1, title=a}",
        "@string{a = b # b, b = {x}}\n@xdata{x1, date=2019}\n@book{b0, title=a, xdata={x1}}\n@book{b1, crossref={b0}}",
    ];
    insta::assert_snapshot!(all.map(|text| told("a.bib", text)).join("\n\n"));
}

#[test]
fn a_circle_beside_a_value_that_can_not_be_read_overflowed_the_stack() {
    for circle in [
        "@book{b1, title={T}, crossref={b2}}\n@book{b2, title=nothing, crossref={b1}}",
        "@book{b1, crossref={b1}}\n@book{b2, title={T}, crossref=nothing}",
        "@xdata{x1, xdata={x1}, note={$}}\n@book{b1, xdata={x1}}",
    ] {
        let out = told("a.bib", circle);
        assert!(out.contains("refers to itself"), "{out}");
        assert!(out.contains("this is no BibLaTeX"), "{out}");
    }
}

#[test]
fn what_is_nested_without_end_is_told_and_does_not_overflow() {
    let deep =
        |before: &str| format!("@book{{b1, title={{{}T{}}}, date=2019}}", before.repeat(100_000), "}".repeat(100_000));
    assert_eq!(told("a.bib", &deep("{")), told("a.bib", &deep(r"\a{")));
    let title = "b1 Some(2019)\nbibliography-syntax at b1: `title` of `b1` is nested more than 64 deep";
    assert_eq!(told("a.bib", &deep("{")), title);
    let chain = (0..100_000).map(|at| format!("@string{{a{at} = a{}}}\n", at + 1)).collect::<Vec<_>>().concat();
    assert_eq!(told("a.bib", &format!("{chain}@book{{b1, title=a0, date=2019}}")), title);
    let doubled = (0..60).map(|at| format!("@string{{a{} = a{at} # a{at}}}\n", at + 1)).collect::<Vec<_>>().concat();
    let text = format!("@string{{a0 = {{xxxxxxxx}}}}\n{doubled}@book{{b1, title=a60, date=2019}}");
    assert_eq!(
        told("a.bib", &text),
        "b1 Some(2019)\nbibliography-syntax at b1: `title` of `b1` comes to more text than any bibliography has"
    );
    let chain =
        (0..10_000).map(|at| format!("@book{{b{at}, crossref={{b{}}}}}\n", at + 1)).collect::<Vec<_>>().concat();
    let out = told("a.bib", &chain);
    assert!(out.contains("takes its fields from more than 1000 entries, or by more than 64 steps"), "{}", &out[..200]);
    let doubled =
        (0..40).map(|at| format!("@xdata{{x{at}, xdata={{x{0}, x{0}}}}}\n", at + 1)).collect::<Vec<_>>().concat();
    let out = told("a.bib", &format!("{doubled}@xdata{{x40, date=2019}}"));
    assert!(out.contains("takes its fields from more than 1000 entries"), "{out}");
    for nested in ["[".repeat(100_000), format!("[{}", "{\"a\":".repeat(100_000))] {
        assert!(told("a.json", &nested).starts_with("bibliography-syntax"));
    }
    assert!(told("a.yaml", &"[".repeat(100_000)).starts_with("bibliography-syntax"));
}

#[test]
fn a_date_is_as_exact_as_it_is_written_and_told_where_it_is_none() {
    let fields = [
        "date={201X}",
        "date={20XX}",
        "date={199X}",
        "date={2019-XX}",
        "date={2018-04/2019-05}",
        "date={2018-04--2019-05}",
        "date={2019-04/2018}",
        "date={2019/}",
        "date={2019/..}",
        "date={2019-21}",
        "date={2019-04~}",
        "date={2019-04-31}",
        "date={4 April 2019}",
        "date={}",
        "year={2019--2020}",
        "year=2019, month=apr, day=4",
        "year=2019, month=apr # \"~4\"",
        "year=2019, month={April}",
        "year=2019, month=02, day=30",
        "year=2019, month={Mai}",
        "year={n.d.}",
        "urldate={2019-02-30}",
        "eventdate={2019-02-03}",
        "origdate={19x9}",
    ];
    let bib = fields
        .iter()
        .zip(1..)
        .map(|(field, at)| format!("@book{{b{at}, title={{T}}, {field}}}\n"))
        .collect::<Vec<_>>()
        .concat();
    let issued = [
        "{\"date-parts\": [[2019, 2, 30]]}",
        "{\"raw\": \"4 April 2019\"}",
        "{\"date-parts\": [[2019, 0, 0]]}",
        "{\"date-parts\": [[2018, 4], [2019, 5]]}",
        "{\"date-parts\": [[\"2019\"]], \"season\": \"2\"}",
        "{\"date-parts\": [[2019]], \"circa\": true}",
        "\"2018-04/2019-05\"",
        "{\"date-parts\": [[]]}",
    ];
    let items: Vec<String> =
        issued.iter().zip(1..).map(|(date, at)| format!("{{\"id\": \"j{at}\", \"issued\": {date}}}")).collect();
    // As programs on Windows write it.
    let json = format!("\u{feff}[{}]", items.join(",\n"));
    let yaml = "y1:\n  type: Book\n  title: T\n  date: 2019-04-31\ny2:\n  type: Book\n  title: T\n  date: ~2019-04\n";
    let all = [told("a.bib", &bib), told("a.json", &json), told("a.yaml", yaml)];
    insta::assert_snapshot!(all.join("\n\n"));
}

#[test]
fn a_name_of_a_bibliography_turned_around_what_stood_behind_it() {
    let bib = "@book{a,\n  title = {A \u{202e}b}, author = {Doe, J\u{200b}ane}, note = {\u{2067}c}\n}\n";
    let Read { sources, problems, .. } = read(&"a.bib".into(), bib);
    let record = &sources[0].entry.record.as_ref().unwrap().record;
    let texts = [record.title.as_deref(), record.note.as_deref(), record.author[0].family.as_deref()];
    assert_eq!(texts, [Some("A \u{202e}b\u{202c}"), Some("\u{2067}c\u{2069}"), Some("Doe")]);
    let told = problems.iter().map(|problem| problem.message.as_str());
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            "the title of `a` must have no hidden characters, and has U+202E RIGHT-TO-LEFT OVERRIDE",
            "a name of `a` must have no hidden characters, and has U+200B ZERO WIDTH SPACE",
        ]
    );
}
