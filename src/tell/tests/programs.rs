//! What programs get: JSON, SARIF, GitHub's workflow commands.

use serde_json::{Value, json};

use super::*;

#[test]
fn a_program_reads_one_object_a_line() {
    let text = "\u{feff}---\ntitle: خليفة\n---\nالتقى [خليفة](actor:haftr)\n";
    let site = Site(vec![("content/reports/a.md", text)]);
    let problems = [
        Problem::at(Name::UnknownActor, Place::link(&report(), 0), "no actor has the id `haftr`")
            .help("did you mean `haftar`?".to_owned())
            .page("/reports/a/")
            .related(Place::value(&report(), "title"), "in this report"),
        Problem::at(Name::Unreadable, Place::file(&report()), "gone"),
        Problem::nowhere(Name::NoBaseUrl, "no feeds"),
    ];
    let lines: Vec<String> = diagnosis(&site, &problems).problems.iter().map(crate::tell::json).collect();
    assert_eq!(
        lines,
        [
            concat!(
                r#"{"name":"unreadable","severity":"error","message":"gone","file":"content/reports/a.md","line":null,"#,
                r#""column":null,"end_line":null,"end_column":null,"help":null,"page":null,"related":[]}"#
            ),
            concat!(
                r#"{"name":"unknown-actor","severity":"error","message":"no actor has the id `haftr`","#,
                r#""file":"content/reports/a.md","line":4,"column":7,"end_line":4,"end_column":27,"#,
                r#""help":"did you mean `haftar`?","page":"/reports/a/","#,
                r#""related":[{"file":"content/reports/a.md","line":2,"column":8,"message":"in this report"}]}"#
            ),
            concat!(
                r#"{"name":"no-base-url","severity":"note","message":"no feeds","file":null,"line":null,"#,
                r#""column":null,"end_line":null,"end_column":null,"help":null,"page":null,"related":[]}"#
            ),
        ]
    );
}

/// Problems in a file whose name needs care, and one that no file is concerned with.
fn awkward() -> Diagnosis {
    const FILE: &str = "content/réports/50%, a:b.md";
    const TEXT: &str = "one\n[é](actor:x)\n";
    let site = Site(vec![(FILE, TEXT)]);
    let place = |range: Range<usize>| Place::bytes(&Arc::from(FILE), range);
    let problems = [
        Problem::at(Name::UnknownActor, place(4..16), "no `50%`: one,\r\ntwo\u{1b}[31m")
            .help("did you mean `y`?".to_owned())
            .page("/a/")
            .related(place(0..3), "100% here"),
        Problem::at(Name::BrokenLink, place(0..10), "over two lines"),
        Problem::at(Name::BrokenLink, place(4..10), "over two lines"),
        Problem::nowhere(Name::NoBaseUrl, "no feeds"),
    ];
    diagnosis(&site, &problems)
}

#[test]
fn github_gets_one_command_a_line() {
    let lines: Vec<String> = awkward().problems.iter().map(|it| github(it, "a,b/")).collect();
    let file = "file=a%2Cb/content/réports/50%25%2C a%3Ab.md";
    assert_eq!(
        lines,
        [
            format!("::error {file},line=1,endLine=2,title=broken-link::over two lines"),
            format!("::error {file},line=2,endLine=2,col=1,endColumn=6,title=broken-link::over two lines"),
            format!(
                "::error {file},line=2,endLine=2,col=1,endColumn=12,title=unknown-actor::no `50%25`: one,\\u{{d}}%0A\
                 two\\u{{1b}}[31m%0Ahelp: did you mean `y`?%0Awhile making /a/"
            ),
            "::notice title=no-base-url::no feeds".to_owned(),
        ]
    );
}

#[test]
fn sarif_is_one_document_with_every_rule() {
    let log: Value = serde_json::from_str(&sarif(&awkward(), "site/")).unwrap();
    assert_eq!((&log["version"], log["runs"].as_array().unwrap().len()), (&json!("2.1.0"), 1));
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), Name::ALL.len());
    for (rule, name) in rules.iter().zip(Name::ALL) {
        assert_eq!(rule["id"], name.as_str());
        assert!(rule["shortDescription"]["text"].as_str().unwrap().ends_with('.'), "{rule}");
        assert!(rule["help"]["text"].as_str().unwrap().len() > 30, "{rule}");
        assert!(["error", "warning", "note"].contains(&rule["defaultConfiguration"]["level"].as_str().unwrap()));
    }
    let results = run["results"].as_array().unwrap();
    let uri = "site/content/r%C3%A9ports/50%25%2C%20a%3Ab.md";
    let at = |region: Value| json!({"physicalLocation": {"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}, "region": region}});
    let mut related = at(json!({"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 4}));
    related["message"] = json!({"text": "100% here"});
    let result = &results[2];
    assert_eq!(result["relatedLocations"], json!([related]));
    assert_eq!(
        result["locations"],
        json!([at(json!({"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 12}))])
    );
    let words = "no `50%`: one,\\u{d}\ntwo\\u{1b}[31m\nhelp: did you mean `y`?\nwhile making /a/";
    assert_eq!(
        (&result["ruleId"], &result["level"], &result["message"]["text"]),
        (&json!("unknown-actor"), &json!("error"), &json!(words))
    );
    let nowhere = &results[3]["locations"][0]["physicalLocation"];
    assert_eq!(*nowhere, json!({"artifactLocation": {"uri": "site/site.yaml", "uriBaseId": "%SRCROOT%"}}));
    for result in results {
        assert_eq!(rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()]["id"], result["ruleId"]);
    }
}

#[test]
fn a_fingerprint_stays_when_lines_move_and_is_another_for_each_problem() {
    let prints = |text: &'static str| {
        let site = Site(vec![("content/reports/a.md", text)]);
        let dead = |start: usize| Problem::at(Name::BrokenLink, Place::bytes(&report(), start..start + 1), "nothing");
        let log: Value = serde_json::from_str(&sarif(&diagnosis(&site, &[dead(text.len() - 2), dead(0)]), "")).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap().iter();
        results.map(|it| it["partialFingerprints"]["problem/v1"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let (before, after) = (prints("a b\n"), prints("a\nmoved\nb\n"));
    assert_eq!(before, after);
    assert_ne!(before[0], before[1]);
}
