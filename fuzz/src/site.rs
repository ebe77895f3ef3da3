//! A small site in memory, which an input adds files to, changes, and builds.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use glossator::build::{Earlier, Mode, Outcome, build};
use glossator::files::{Files, Memory};
use glossator::session::{Overlay, Seen, Session, Silent};
use glossator::tell::Located;
use glossator::theme::LAYOUTS;
use glossator::view::Root;

/// 1 January 2024.
const NOW: i64 = 1_704_067_200;

/// The line between the files that a site begins with and those that are written later.
const LATER: &str = "======";

/// What an input may not take the place of: the output, and templates, whose parsing takes far longer than the site.
const OURS: [&str; 4] = ["themes/", "templates/", "i18n/", "public"];

/// An input: files, and those that are written when the site has been built once. A file without text is removed then.
#[derive(Debug, Default)]
pub struct Story<'t> {
    /// At first.
    pub first: Vec<(&'t str, &'t str)>,
    /// Later.
    pub later: Vec<(&'t str, &'t str)>,
    /// Whether the input has files of the names that data of ours has.
    pub has_json: bool,
}

impl<'t> Story<'t> {
    /// Reads an input: `=== path` begins a file, `======` what is written later.
    #[must_use]
    pub fn read(text: &'t str) -> Self {
        let (first, later) = text.split_once(&format!("\n{LATER}\n")).unwrap_or((text, ""));
        Self { first: files(first), later: files(later), has_json: text.contains(".json") }
    }
}

fn files(text: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for file in text.strip_prefix("=== ").unwrap_or_default().split("\n=== ") {
        let (path, text) = file.split_once('\n').unwrap_or((file, ""));
        let is_plain = path.len() <= 100 && path.split('/').all(|name| !matches!(name, "" | "." | ".."));
        let is_elsewhere = path == "site.yaml" && text.contains("out");
        if is_plain
            && !is_elsewhere
            && !OURS.iter().any(|ours| path.starts_with(ours))
            && !path.starts_with(['.', '\0'])
        {
            found.push((path, text));
        }
    }
    found
}

/// How the pages of our theme begin, and no file does that is copied as it is.
pub const BEGIN: &str = "<!DOCTYPE html>\n<html lang=\"";

/// A site, and the session that has built it so far.
pub struct Site {
    files: Memory,
    session: Session,
    earlier: Earlier,
}

/// What came of a build.
#[derive(Debug)]
pub struct Built {
    /// The problems.
    pub told: Vec<Located>,
    /// Whether an error was told, so that nothing was written.
    pub failed: bool,
    /// How many files were written or removed.
    pub changed: usize,
    /// The path of `base_url`: `/sub`, or nothing.
    pub base: String,
    /// What stands in the output folder, by path.
    pub output: BTreeMap<String, String>,
}

impl Site {
    /// A site of our own files and these.
    #[must_use]
    pub fn new(files: &[(&str, &str)]) -> Self {
        let site = Self::of(Memory::new());
        for (path, text) in files_of(&ours()).into_iter().chain(FILES.iter().copied()).chain(files.iter().copied()) {
            site.put(path, text);
        }
        site
    }

    /// The same files in a session that knows nothing of them.
    #[must_use]
    pub fn anew(&self) -> Self {
        Self::of(self.files.clone())
    }

    /// Takes the output away, and what is known of it: the next build is a clean one.
    pub fn forget_output(&self) {
        for folder in ["/site/public", "/site/.gloss"] {
            // Neither is there where nothing was ever written.
            drop(self.files.remove_tree(Path::new(folder)));
        }
    }

    fn of(files: Memory) -> Self {
        let session = Session::new(Arc::new(files.clone()), "/site".into(), Overlay::default());
        Self { files, session, earlier: Earlier::default() }
    }

    /// Writes a file; without text removes it. Where a folder is in the way, nothing happens.
    pub fn put(&self, path: &str, text: &str) {
        let path = Path::new("/site").join(path);
        let done = match text {
            "" => self.files.remove_file(&path),
            text => self.files.write(&path, text.as_bytes()).map(drop),
        };
        // An input may well name a folder as a file, or remove what is not there.
        drop(done);
    }

    /// Builds the site, as the command does.
    pub fn build(&mut self) -> Built {
        let Self { files, session, earlier } = self;
        let outcome = build(session, &*files, earlier, &Seen::Everything, NOW, Mode::Build, &Silent);
        let Outcome { round, counts, .. } = outcome;
        let found = round.diagnosis(&*files);
        let counts = counts.unwrap_or_default();
        let base = round.settings.config.base_url.as_ref().map(|base| base.path.to_string());
        Built {
            failed: round.site.is_none() || found.tally().errors > 0,
            told: found.problems,
            changed: counts.written + counts.removed,
            base: base.unwrap_or_default(),
            output: files.texts("/site/public"),
        }
    }
}

/// What every input's site has, unless it says otherwise. What names nothing is but a note, so that most sites are built.
const FILES: [(&str, &str); 5] = [
    (
        "site.yaml",
        "title: Test\nbase_url: https://test.example\nlanguages: [en, ar]\npaginate: 2\nautolink: first\n\
         lint: {broken-link: note, missing-file: note, unknown-actor: note, unknown-source: note, unknown-report: note, \
         unknown-anchor: note}\n",
    ),
    ("content/actors/haftar.md", "---\nname: Khalifa Haftar\nkind: person\n---\nA man.\n"),
    ("content/sources/un.md", "---\ntitle: Resolution\ndate: 2019-12\nauthor: haftar\n---\n"),
    ("content/reports/base.md", "---\ntitle: Base\ndate: 2019-12-21\n---\nKhalifa Haftar said [@un, p. 2].\n"),
    ("content/reports/map.png", "PNG"),
];

const THEME: &str = r#"=== themes/margin/templates/base.html
<!DOCTYPE html>
<html lang="{{ page.lang }}"><head><title>{{ page.title }}</title></head>
<body>{% block main %}{% endblock main %}</body></html>
=== themes/margin/i18n/en.ftl
date-since = since { $date }
"#;

/// A theme in the place of the one in the binary, whose layouts print every root that they may have.
fn ours() -> String {
    let mut text = THEME.to_owned();
    for layout in LAYOUTS {
        let _ = writeln!(text, "=== themes/margin/templates/{layout}.html\n{{% extends \"base.html\" %}}");
        text.push_str("{% block main %}");
        for root in Root::ALL.iter().filter(|root| root.layouts().is_empty() || root.layouts().contains(layout)) {
            let name = root.name();
            let _ = writeln!(text, "<p>{{{{ {name} }}}}</p>");
            if name == "content" {
                text.push_str("<main>{{ content?.body or \"\" }}</main>\n");
            }
        }
        text.push_str("{% endblock main %}\n");
    }
    text
}

fn files_of(text: &str) -> Vec<(&str, &str)> {
    let parts = text.strip_prefix("=== ").unwrap_or_default().split("\n=== ");
    parts.filter_map(|file| file.split_once('\n')).collect()
}
