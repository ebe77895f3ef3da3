//! The plainest settings, for tests.

use std::path::Path;

use crate::config::{self, Settings, Shard};

/// The settings of a site at `root` that says nothing but its title.
pub(crate) fn settings(root: &Path) -> Settings {
    Settings {
        root: root.to_owned(),
        out: root.join("public"),
        config: config::read(&"site.yaml".into(), "title: Title\n").0.into(),
        drafts: false,
        now: 0,
        strict: false,
        adopt: false,
        shard: Shard::WHOLE,
    }
}
