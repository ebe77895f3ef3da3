//! Three formats say the same of the same sources, and errors have their places.

use super::*;

fn show(file: &str, text: &str) -> String {
    let (sources, problems) = read(&file.into(), text);
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
