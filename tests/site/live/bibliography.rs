//! A bibliography file is edited while the site is shown and built.

use super::example;
use super::followed::{Followed, Look, Side};

#[track_caller]
fn compare(site: &mut Followed) {
    for side in [Side::Shown, Side::Written] {
        site.check(Look::Named, side).unwrap_or_else(|what| panic!("{what}"));
    }
}

#[test]
fn what_it_says_is_shown_at_once() {
    let text = format!(
        "\
=== site.yaml
title: Test
base_url: https://test.example
bibliography: [refs.bib, library/more.json]
citations: {{style: apa}}
=== refs.bib
@report{{one, author = {{{{The First}}}}, title = {{Title}}, date = {{2019}}}}
=== library/more.json
[{{\"id\": \"two\", \"type\": \"report\", \"title\": \"Two\", \"author\": [{{\"literal\": \"The Second\"}}], \"issued\": {{\"date-parts\": [[2018]]}}}}]
=== content/reports/a.md
---
title: A
date: 2019-12-21
---
Said [@one, p. 2; @two].
{}",
        example::theme()
    );
    let mut site = Followed::new(&text, 1 << 20);
    compare(&mut site);
    let page = |site: &mut Followed| site.page("/reports/a/").body;
    assert!(page(&mut site).contains("The First, 2019, p. 2"));
    site.write("refs.bib", "@report{one, author = {{The Third}}, title = {Title}, date = {2020}}\n");
    compare(&mut site);
    assert!(page(&mut site).contains("The Third, 2020, p. 2"));
    site.write("library/more.json", "[]");
    compare(&mut site);
    site.write("library/more.json", "[{\"id\": \"two\", \"title\": \"New\"}]");
    compare(&mut site);
    assert!(page(&mut site).contains("New"));
    // What can't be read keeps what it said.
    site.write("refs.bib", "@report{one, title = {\n");
    site.look(Look::Named).unwrap();
    assert!(page(&mut site).contains("The Third, 2020, p. 2"));
    site.write("refs.bib", "@report{one, author = {{The First}}, title = {Title}, date = {2019}}\n");
    compare(&mut site);
}
