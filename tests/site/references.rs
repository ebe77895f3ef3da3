//! What reference managers write comes out as readers know it: names, dates, titles.

use crate::harness::{Built, site};

/// A report that cites sources in a style.
fn cited(style: &str, bibliography: &str, text: &str) -> Built {
    site(&format!(
        "=== site.yaml\ntitle: T\nbase_url: https://test.example\ncitations: {{style: {style}}}\n\
         bibliography: [{}]\n{bibliography}\n=== content/reports/r.md\n---\ntitle: R\ndate: 2019-12-21\n---\n{text}\n",
        if bibliography.contains("=== r.json") { "r.json" } else { "r.bib" },
    ))
    .build()
    .fine()
}

#[test]
fn a_number_in_brackets_lost_its_last_one() {
    let bib = "=== r.bib\n@report{un, author={{Security Council}}, title={Resolution 2259 (2015)}, number={S/RES/2259(2015)}, date={2015-12-23},\n\
               url={https://undocs.org/S/RES/2259(2015)}}";
    let built = cited("apa", bib, "Said [@un].");
    built.shows("/reports/r/", "Resolution 2259 (2015) (S/RES/2259(2015)). https://undocs.org/S/RES/2259(2015)");
    assert!(built.page("/reports/r/").contains("href=\"https://undocs.org/S/RES/2259(2015)\""));
}

#[test]
fn a_citation_without_author_named_it_where_a_place_is_given() {
    let bib = "=== r.bib\n@book{a, author={Doe, Jane}, title={A}, date={2001}}\n@book{b, author={Doe, Jane}, title={Bee}, date={2002}}";
    let one = cited("modern-language-association", bib, "Doe [-@a, p. 3]. Again [-@a].");
    one.shows("/reports/r/", "Text 1Doe (3)1").shows("/reports/r/", ". Again (Doe).");
    let two = cited("modern-language-association", bib, "Doe [-@a, p. 3] and [-@b, p. 4], [-@b].");
    two.shows("/reports/r/", "Doe (A 3)").shows("/reports/r/", "and (Bee 4)").shows("/reports/r/", ", (Bee).");
}

#[test]
fn names_lost_their_suffix_their_particles_and_those_not_named() {
    let bib = "=== r.bib\n@book{king, author={King, Jr., Martin}, title={A}, date={2001}}\n\
               @book{doe, author={Doe, Jane and others}, title={B}, date={2002}}\n\
               @book{three, author={Doe, Jane and Roe, John and others}, title={C}, date={2003}}";
    let built = cited("apa", bib, "Said [@king; @doe; @three].");
    built.shows("/reports/r/", "(King, 2001; Doe et al., 2002; Doe et al., 2003)");
    built.shows("/reports/r/", "King, M., Jr. (2001). A.");
    built.shows("/reports/r/", "Doe, J., et al. (2002). B.");
    built.shows("/reports/r/", "Doe, J., Roe, J., et al. (2003). C.");
    let chicago = cited("chicago-author-date", bib, "Said [@doe].");
    chicago.shows("/reports/r/", "Doe, Jane, et al. 2002. B.");

    let json = r#"=== r.json
[{"id": "cruz", "type": "book", "title": "A", "issued": {"date-parts": [[2018]]},
  "author": [{"family": "Cruz", "given": "Juan", "non-dropping-particle": "de la"}]},
 {"id": "king", "type": "book", "title": "B", "issued": {"date-parts": [[2019]]},
  "author": [{"family": "King", "given": "Martin", "suffix": "Jr."}]}]"#;
    let built = cited("apa", json, "Said [@cruz; @king].");
    built.shows("/reports/r/", "(de la Cruz, 2018; King, 2019)");
    built.shows("/reports/r/", "de la Cruz, J. (2018). A.");
    built.shows("/reports/r/", "King, M., Jr. (2019). B.");
}

#[test]
fn a_season_stood_before_its_year_with_a_slash() {
    let bib = "=== r.bib\n@article{a, author={Doe, Jane}, title={A}, journaltitle={J}, date={2019-21}}";
    let built = cited("apa", bib, "Said [@a].");
    built.shows("/reports/r/", "(Doe, 2019)");
    built.shows("/reports/r/", "Doe, J. (spring 2019). A. J.");
}

#[test]
fn the_year_44_bc_of_csl_was_45_bc() {
    let json = r#"=== r.json
[{"id": "a", "type": "book", "title": "A", "author": [{"family": "Varro", "given": "Marcus"}], "issued": {"date-parts": [["-44"]]}}]"#;
    let built = cited("apa", json, "Said [@a].");
    built.shows("/reports/r/", "Varro, M. (44 B.C.E.). A.");
    built.shows("/sources/a/", "44 BC");
    built.hides("/sources/a/", "45 BC");
}

#[test]
fn titles_kept_their_markup_and_lost_their_capitals() {
    let bib = "=== r.bib\n@article{a, author={Doe, Jane}, title={{O'Brien} and MacDonald on the \\emph{Na{\\\"\\i}ve} ``war''},\n\
               journaltitle={J. of Peace}, date={2019}}\n@book{b, author={S\\o{}ren, Jens}, title={The {\\o}re}, date={2001}}";
    let chicago = cited("chicago-author-date", bib, "Said [@a; @b].");
    chicago.shows("/reports/r/", "O'Brien and MacDonald");
    chicago.shows("/reports/r/", "Naïve");
    let apa = cited("apa", bib, "Said [@a; @b].");
    apa.shows("/reports/r/", "J. of Peace");
    apa.shows("/reports/r/", "Søren");
    apa.hides("/reports/r/", "emph");
    let bib = "=== r.bib\n@book{a, author={Doe, Jane}, title={Who rules?}, subtitle={Libya}, date={2019}}\n\
               @book{b, author={Doe, Jane}, title={War}, subtitle={A history}, date={2018}}";
    let built = cited("apa", bib, "Said [@a; @b].");
    built.shows("/reports/r/", "Who rules? Libya.").shows("/reports/r/", "War: A history.");
    let json = r#"=== r.json
[{"id": "a", "type": "book", "title": "The <i>new</i> war", "issued": {"date-parts": [[2019]]}}]"#;
    let built = cited("apa", json, "Said [@a].");
    built.shows("/reports/r/", "The new war");
    assert!(built.files_with("&lt;i").is_empty() && built.files_with("<i>new").is_empty());
}
