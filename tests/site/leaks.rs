//! Nothing of what is redacted reaches anybody but the author: not a byte of the output, not a served page, not what an
//! open page is told, not what programs read. The words are such as occur nowhere else.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use glossator::preview::Preview;
use glossator::serve::Show;
use glossator::session::{Overlay, Seen, Session, Silent};
use glossator::tell::{Look, github, json, sarif};

use crate::harness::{NOW, ROOT, Site, site, terms};

/// The words, with an accent, so that they have several forms.
const WORDS: &str = "quixotrel Xanthîpq";

/// What `§` stands for: words that are to be redacted, within another text.
const FORMS: [&str; 4] = [
    "%%quixotrel Xanthîpq%%",
    "[quixotrel Xanthîpq](redact:why)",
    "%%Xanthîpq\nquixotrel%%",
    "[**quixotrel**\nXanthîpq](<redact:a reason>)",
];

/// Where either form may stand.
const PLACES: &str = "\
Words § words, [Haftar](actor:haftar) said §. Another sentence [@un-1]. § [Haftar](actor:haftar) § [@un-1, p. 2] §.

Someone [4 April](date:2019-04-04) § of [a link](https://example.org/)§

![a picture § of it](map.png)

| a § | b |
|---|:-:|
| § | c |
| *d* § e | § |

> a quotation § of [Haftar](actor:haftar)
> — [Haftar](actor:haftar), §

> **b**
>
> — §

- a list
- §
  - § more [Haftar](actor:haftar)

  and a § paragraph

1. §
2. two

Term §
: means § this
: §

> [!WARNING]
> § about [Haftar](actor:haftar)

A note.[^1] Another §.[^two]

[^1]: with § in it, of [Haftar](actor:haftar) [@un-1]

[^two]: §

```yaml
a: b
```
§
`code` § `code`

An <b>inline § element</b> <i title=\"x\">§</i> here.

<!-- more -->

~~del § del~~ and **bold § bold** \"smart § quotes\" -- §.

§

(§) “§” [§]
";

/// Headings, which are one line.
const HEADINGS: &str = "\
## A heading with § {#given}

## § begins another

### §

Setext §
---
";

/// Where only words that vanish may stand.
const VANISH: &str = "\
Someone [4 April § words](date:2019-04-04) of [a § link](https://example.org/) to [Haftar § himself](actor:haftar).

[@un-1, p. 2]§, \\§

[a link](https://example.org/§x \"a title § of it\") and ![alt](map.png \"a § title\").

<div title=\"§\">

<p>§ in a block of HTML §</p>

</div>

§[Sarraj](actor:sarraj) and [@un-1] §

%%quixotrel

## Xanthîpq

[Sarraj](actor:sarraj) [^3] [@un-9] [quixotrel](broken.md) ![Xanthîpq](gone.png)

```
quixotrel
```

%%

A%%quixotrel%%B [link][r].

[r]: https://example.org/§y '§'

[^3]: quixotrel§
";

/// What is wrong, and is told of.
const WRONG: [&str; 14] = [
    "![quixotrel](redact:why)",
    "[quixotrel][r]\n\n[r]: redact:why",
    "[quixotrel]\n\n[quixotrel]: redact:why",
    "[quixotrel](redact:two words) and `quiet` [Haftr](actor:haftr)",
    "[quixotrel](redact:why \"Xanthîpq\")",
    "<p>[quixotrel](redact:why)</p> <a href=redact:x>Xanthîpq</a>\n\nquixotrel",
    "<redact:quixotrel>",
    "[[redact:quixotrel|Xanthîpq]]",
    "[link](https://example.org/ \"[quixotrel](redact:why)\")",
    "[%%quixotrel%%](actor:haftar)",
    "[a %%quixotrel](redact:x) Xanthîpq%%",
    "%% a `%%` quixotrel %%",
    "Words [Haftr](actor:haftr) %%quixotrel, [Haftr](actor:haftr)",
    "[a](actor:haftr) [quixotrel](redact:x) %%Xanthîpq%% [b](acter:x)",
];

/// Front matter, and another key of it.
const FRONT: [&str; 7] = [
    "title: A\nclaims: [{quote: 'the quixotrel Xanthîpq said'}, {quote: 'said quixotrel'}]",
    "title: A %%quixotrel%%\nsummary: '[Xanthîpq](redact:why)'",
    "title: A\nactors: ['%%quixotrel%%', haftar]",
    "title: A\ndate: 2019 %%quixotrel%%",
    "title: A\n'%%quixotrel%%': x",
    "title: A\nslug: '%%quixotrel%%'",
    "title: A\nsummary: quiet %%quixotrel\nsources: [Xanthîpq]",
];

fn base(raw_html: &str) -> Site {
    site(&format!(
        "\
=== site.yaml
title: Test
base_url: https://test.example
languages: [en, ar]
wikilinks: true
markdown: {{raw_html: {raw_html}}}
=== content/actors/sarraj.md
---
name: Sarraj
---
"
    ))
}

/// Every kind of file with a body, which is `body` with one form.
fn files(body: &str) -> String {
    let mut text = String::new();
    for (path, front) in [
        ("reports/a.md", "title: A\ndate: 2019-12-21\nactors: [haftar]"),
        ("reports/a.ar.md", "title: A\ndate: 2019-12-21"),
        ("reports/b.md", "title: B\ndate: 2019-12-20"),
        ("reports/draft.md", "title: D\ndraft: true"),
        ("actors/haftar.md", "name: Haftar"),
        ("sources/un-1.md", "title: A resolution"),
        ("dates/2019-04-04.md", "title: The day"),
        ("about.md", "title: About"),
        ("reports/index.md", "title: Reports"),
        ("index.md", "title: Home"),
    ] {
        let _ = write!(text, "=== content/{path}\n---\n{front}\n---\n{body}\n");
    }
    for folder in ["reports", "actors", "sources", "dates", "."] {
        let _ = writeln!(text, "=== content/{folder}/map.png\na picture");
    }
    text.replace("content/./", "content/")
}

#[test]
fn nothing_of_it_is_in_the_output() {
    for raw_html in ["sanitize", "escape", "allow"] {
        for form in FORMS {
            let may_vanish_only = if form.starts_with("%%") { VANISH } else { "" };
            let headings = HEADINGS.replace('§', &form.replace('\n', " "));
            let body = format!("{headings}\n{}", (PLACES.to_owned() + "\n" + may_vanish_only).replace('§', form));
            let written = base(raw_html).with(&files(&body));
            let built = written.build().written();
            assert!(built.output.len() > 20, "{:?}", built.paths());
            built.shows("/reports/a/", "Another sentence").shows("/actors/haftar/", "said");
            scan(&built.output, &body);
            scan(&built.terms, &body);
            scan(&shown(&written), &body);
            scan(&written.drafts().build().written().output, &body);
            scan(&told(&built.told), &body);
        }
    }
}

#[test]
fn nothing_of_it_is_told_where_something_is_wrong() {
    for raw_html in ["sanitize", "escape", "allow"] {
        let written = base(raw_html).with(&files("Words."));
        for (number, body) in WRONG.iter().enumerate() {
            written.write(&format!("=== content/reports/w{number}.md\n---\ntitle: W{number}\n---\n{body}\n"));
        }
        for (number, front) in FRONT.iter().enumerate() {
            written.write(&format!("=== content/reports/f{number}.md\n---\n{front}\n---\n[Haftr](actor:haftr)\n\nThe [quixotrel Xanthîpq](redact:why) said %%quixotrel%% so.\n"));
        }
        let built = written.build();
        assert!(built.output.is_empty());
        scan(&told(&built.told), "");
        scan(&shown(&written), "");
        assert!(built.problems().contains("quixotrel"), "the author's own terminal shows the author's own file");
    }
}

#[test]
fn nothing_of_site_yaml_is_told() {
    let written = base("escape").with(&files("Words."));
    written.write("=== site.yaml\ntitle: A %%quixotrel%%\nbase_url: '%%quixotrel%%'\nlint: {%%quixotrel%%: x}\n");
    let built = written.build();
    assert!(built.output.is_empty());
    scan(&told(&built.told), "");
    scan(&shown(&written), "");
}

/// What programs and open pages are told.
fn told(found: &glossator::tell::Diagnosis) -> BTreeMap<String, String> {
    let look = Look { colour: false, width: 200 };
    let lines = found.problems.iter().enumerate();
    let each =
        lines.map(|(number, it)| (format!("problem {number}"), json(it) + &github(it, "") + &found.shared(it, look)));
    each.chain([("SARIF".to_owned(), sarif(found, ""))]).collect()
}

/// Every page as `gloss serve` shows it, with what it is told.
fn shown(site: &Site) -> BTreeMap<String, String> {
    let files = Arc::new(site.files.clone());
    let overlay = Overlay { drafts: true, ..Overlay::default() };
    let mut session = Session::new(Arc::clone(&files) as _, ROOT.into(), overlay).preview().holding(1 << 20);
    let round = session.round(&Seen::Everything, NOW, &Silent);
    let preview = Preview::first(files, round, "boot");
    let routes = match &preview.round().site {
        Some(site) => site.pages.all().iter().map(|page| page.route.to_string()).collect(),
        None => vec!["/".to_owned()],
    };
    let look = |route: String| {
        let page = preview.answer(&route).body;
        let state = preview.state(&route);
        (route, String::from_utf8_lossy(&page).into_owned() + &state)
    };
    let mut texts: BTreeMap<String, String> = routes.into_iter().map(look).collect();
    if let Some(site) = &preview.round().site {
        for route in site.search(&site.scene, true).unwrap().keys() {
            let bytes = preview.answer(route).body;
            let is_terms = route.contains("/terms/");
            texts.insert(
                route.to_string(),
                if is_terms { terms(&bytes) } else { String::from_utf8_lossy(&bytes).into() },
            );
        }
    }
    texts
}

/// Fails where one of the words stands, in any form, in a text or its name.
#[track_caller]
fn scan(texts: &BTreeMap<String, String>, body: &str) {
    for (name, text) in texts {
        assert!(!name.ends_with(".gz") && !name.ends_with(".br"), "{name} can't be read");
        let text = format!("{name}\n{text}").to_lowercase();
        for form in forms() {
            if let Some(at) = text.find(&form) {
                let near = text.floor_char_boundary(at.saturating_sub(300))..text.ceil_char_boundary(at + 60);
                panic!("“{form}” stands in {name}:\n{}\n\nof\n{body}", &text[near]);
            }
        }
        assert!(!text.contains('\u{fdd2}'), "a trace stands in {name}");
    }
}

/// The forms that the words may take, in lower case.
fn forms() -> Vec<String> {
    let mut forms = Vec::new();
    for word in WORDS.to_lowercase().split(' ') {
        let decomposed = word.replace('î', "i\u{302}");
        for word in [word.to_owned(), decomposed] {
            let percent: String = word
                .bytes()
                .map(|byte| if byte.is_ascii() { char::from(byte).to_string() } else { format!("%{byte:02x}") })
                .collect();
            let entity = |make: fn(u32) -> String| {
                let one = |c: char| if c.is_ascii() { c.to_string() } else { make(u32::from(c)) };
                word.chars().map(one).collect::<String>()
            };
            let (decimal, hex) = (entity(|c| format!("&#{c};")), entity(|c| format!("&#x{c:x};")));
            let json = entity(|c| format!("\\u{c:04x}"));
            forms.extend([word.clone(), percent, decimal, hex, json, word.replace('î', "&icirc;")]);
        }
    }
    // Anchors and identifiers may do without the accent.
    forms.push("xanth".to_owned());
    forms.sort();
    forms.dedup();
    forms
}

#[test]
fn programs_read_no_words_of_an_embargoed_report() {
    let text = "\
=== content/reports/a.md
---
title: A
date: 2019-12-21
embargo: 2999-01-01
claims: [{quote: the canary is ready to talk of it}]
---
They say that the canary quixotrel is ready to talk.
";
    let built = site(text).build();
    assert!(built.names().contains("lost-claim"));
    let each = |it| json(it) + &github(it, "");
    for told in [sarif(&built.told, ""), built.told.problems.iter().map(each).collect()] {
        assert!(told.contains("lost-claim") && !told.contains("quixotrel"), "{told}");
    }
    // The author is shown where.
    assert!(built.problems().contains("the nearest passage"), "{}", built.problems());
}
