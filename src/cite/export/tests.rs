//! Reports as reference managers get them.

use super::{Export, Format};
use crate::cite::Party;
use crate::edtf::Key;

fn export(title: &str, date: Option<Key>) -> Export {
    Export {
        key: "embassy-militias".into(),
        title: title.into(),
        authors: vec![
            Party::Person { given: "Jane".into(), family: "van der Doe".into(), suffix: None },
            Party::Whole("Harbour & Wall Board".into()),
        ],
        site: "Libya, annotated".into(),
        publisher: Some("The 100 % Press".into()),
        date,
        lang: "en".into(),
        url: Some("https://example.org/reports/embassy-militias/".into()),
        tags: vec!["militias".into(), "talks".into()],
    }
}

#[test]
fn every_format_says_all_of_it() {
    let date = Key::new(2019, 12, 0);
    let written = export("Embassy and Tripoli government discuss disarming the LNA", date);
    let all: Vec<String> = Format::ALL.into_iter().map(|format| written.written(format)).collect();
    insta::assert_snapshot!(all.join("--\n").replace('\r', "␍"));
}

#[test]
fn what_tex_means_something_by_is_written_out() {
    let title = "50 % of $5 & \\emph{x} a_b #1 ~ ^ {\n U.S.";
    let written = export(title, None).written(Format::Bibtex);
    let line = written.lines().find(|line| line.starts_with("  title")).unwrap();
    assert_eq!(
        line,
        "  title = {50 \\% of \\$5 \\& \\textbackslash{}emph\\textbraceleft{}x\\textbraceright{} a\\_b \\#1 \
         \\textasciitilde{} \\textasciicircum{} \\textbraceleft{} {U.S.}},"
    );
}

#[test]
fn dates_are_as_precise_as_they_are_known() {
    for (year, month, day, expected) in [(2019, 0, 0, "2019///"), (2019, 4, 0, "2019/04//"), (987, 4, 3, "0987/04/03/")]
    {
        let written = export("A", Key::new(year, month, day)).written(Format::Ris);
        assert!(written.contains(&format!("DA  - {expected}\r\n")), "{written}");
    }
    assert!(!export("A", None).written(Format::Ris).contains("DA"));
}
