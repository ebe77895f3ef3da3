//! The plainest settings, for tests.

use std::collections::BTreeMap;
use std::path::Path;

use crate::config::{Config, Feed, Markdown, RawHtml, Settings};

/// The settings of a site at `root` that says nothing but its title.
pub(crate) fn settings(root: &Path) -> Settings {
    Settings {
        root: root.to_owned(),
        out: root.join("public"),
        config: config(),
        drafts: false,
        now: 0,
        strict: false,
        adopt: false,
    }
}

fn config() -> Config {
    Config {
        title: "Title".into(),
        base_url: None,
        lang: "en".into(),
        languages: vec!["en".into()],
        description: None,
        publisher: None,
        license: None,
        timezone: "UTC".into(),
        theme: "margin".into(),
        out: "public".into(),
        menu: None,
        paginate: 50,
        redirects: Vec::new(),
        feed: Feed { limit: 50, id: None },
        markdown: Markdown { raw_html: RawHtml::Sanitize, math: false, smart: true },
        wikilinks: false,
        lint: BTreeMap::new(),
        ignore: Vec::new(),
        extra: BTreeMap::new(),
    }
}
