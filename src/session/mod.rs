//! session: the stages' results, kept from one round to the next.
//!
//! A round walks the whole path, from what is there to the list of all pages, and makes again only what is made of
//! something else than before. The first round is one with an empty memory; there is no other path. What comes of a round
//! is a [`Snapshot`]: a value that shows one state of the site for as long as somebody holds it.
//!
//! Three of the four cut-offs are here. A file with the same bytes is not parsed again (`texts`); Summaries that are
//! all as they were are not resolved again, and titles are not in them; the same graph, theme and configuration need no
//! new plan. The fourth, pages with the same inputs, is for whoever renders them.

mod active;
mod bodies;
mod library;
mod progress;
mod quoted;
mod roll;
mod seen;
mod settings;
mod shelf;
mod snapshot;
mod texts;
mod theme;

pub use progress::{Progress, Silent};
pub use seen::Seen;
pub use settings::{Configured, Overlay, SITE_YAML, plain};
pub use snapshot::{Pages, Snapshot};
pub use theme::Copied;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use self::active::Active;
use self::bodies::Bodies;
use self::library::Library;
use self::quoted::Quoted;
use self::roll::Roll;
use self::shelf::Shelf;
use self::snapshot::Found;
use self::texts::{Reading, Texts};
use self::theme::Assembled;
use crate::bibliography::Listed;
use crate::cite;
use crate::config::{Config, Settings};
use crate::copies::Copies;
use crate::digest::Digest;
use crate::files::Files;
use crate::lint;
use crate::load::{self, Listing};
use crate::matter::Str;
use crate::memo::{Same, Slot};
use crate::plan::{self, Basis, Scene};
use crate::problem::{Level, Name, Place, Problem, Spot};
use crate::resolve::{self, FileIx, Graph, Input, Site};
use crate::tell::{self, Diagnosis};
use crate::theme::{Sources, Theme};

/// A site that is built once, or again and again.
pub struct Session {
    files: Arc<dyn Files>,
    root: PathBuf,
    overlay: Overlay,
    bodies: Arc<Bodies>,
    is_preview: bool,
    known: Known,
    /// Bibliography entries that were formatted.
    entries: Arc<cite::Memory>,
    /// Whether quotations are not looked for in stored copies.
    skips_quotations: bool,
}

/// So many bytes of bodies are held in memory: those of some thousand reports.
const HELD: usize = 8 << 20;

/// What the round before has made.
#[derive(Default)]
struct Known {
    /// The last site.yaml that could be read.
    config: Option<Arc<Config>>,
    overlaid: Slot<Arc<Config>, Arc<Config>>,
    listing: Slot<Laid, (Arc<Listing>, Told)>,
    roll: Roll,
    texts: Texts,
    library: Library,
    shelf: Shelf,
    active: Active,
    theme: Slot<(Sources, Str), Assembled>,
    graph: Slot<Resolved, (Arc<Graph>, Told)>,
    quoted: Quoted,
    /// What is doubtful in the graph.
    lint: Slot<(Same<Graph>, Same<Config>), Told>,
    scene: Slot<Basis, Arc<Scene>>,
    pages: Slot<Ground, (Arc<Pages>, Told)>,
    found: Slot<(Basis, Arc<Vec<Digest>>), Found>,
}

/// What the list of all pages hangs on.
type Ground = (Same<Graph>, Same<Theme>, Same<Config>);

/// Problems of a stage, told again for as long as its result is kept.
type Told = Arc<Vec<Problem>>;

/// What a listing is made of, beside what is there.
type Laid = (Arc<Config>, PathBuf);

/// What the graph is made of, beside the moment.
#[derive(PartialEq)]
struct Resolved {
    inputs: Arc<Vec<Input>>,
    bibliography: Arc<Vec<Listed>>,
    copies: Arc<Copies>,
    config: Arc<Config>,
    assets: BTreeSet<Str>,
    statics: BTreeMap<Str, Str>,
}

/// What came of a round.
pub struct Round {
    /// The site; `None` where its site.yaml can't be read, and never could.
    pub site: Option<Arc<Snapshot>>,
    /// The settings; those of an empty site.yaml where there is no site.
    pub settings: Arc<Settings>,
    /// All problems, in any order: those of files that are as they were, too.
    pub problems: Vec<Problem>,
}

impl Session {
    /// A session with an empty memory, of the site at `root`, which is absolute.
    #[must_use]
    pub fn new(files: Arc<dyn Files>, root: PathBuf, overlay: Overlay) -> Self {
        let entries = Arc::new(cite::Memory::new(cite::REMEMBERED));
        let bodies = Arc::new(Bodies::new(root.clone(), HELD));
        Self {
            files,
            root,
            overlay,
            bodies,
            is_preview: false,
            known: Known::default(),
            entries,
            skips_quotations: false,
        }
    }

    /// The session for one who tells no problems: quotations are not looked for in stored copies.
    #[must_use]
    pub const fn without_quotations(mut self) -> Self {
        self.skips_quotations = true;
        self
    }

    /// A session for a preview. What can't be read any more (front matter that is no YAML, a template with an error,
    /// site.yaml) keeps its last good value, and its problems are told all the same; what is wrong with links is marked
    /// at their places.
    #[must_use]
    pub const fn preview(mut self) -> Self {
        self.is_preview = true;
        self
    }

    /// Holds so many bytes of bodies in memory at most.
    #[must_use]
    pub fn holding(mut self, bytes: usize) -> Self {
        self.bodies = Arc::new(Bodies::new(self.root.clone(), bytes));
        self
    }

    /// The file system.
    pub fn files(&self) -> &Arc<dyn Files> {
        &self.files
    }

    /// Walks the path once more. `seen` tells what may have changed since the last round, and `now` is the moment, in
    /// seconds since 1970.
    pub fn round(&mut self, seen: &Seen, now: i64, progress: &dyn Progress) -> Round {
        let configured = Configured::read(&*self.files, &self.root);
        let readable = configured.is_readable();
        let Configured { config, mut problems } = configured;
        let before = self.known.config.take();
        // What can't be read says the same as one that says nothing, and is not the same.
        let holds = |before: &Arc<Config>| if readable { *before == config } else { self.is_preview };
        let config = match before.clone().filter(holds) {
            Some(before) => before,
            None if readable => config,
            None => {
                self.known = Known::default();
                let settings = Arc::new(self.overlay.settings(&self.root, config, now));
                return Round { site: None, settings, problems };
            }
        };
        let everything = Seen::Everything;
        let seen = if before.as_ref() == Some(&config) { seen } else { &everything };
        self.known.config = Some(Arc::clone(&config));
        let config = self.known.overlaid.get(config, |config| self.overlay.config(config));
        let settings = Arc::new(self.overlay.settings(&self.root, config, now));
        let site = self.site(&settings, seen, &mut problems, progress);
        Round { site: Some(Arc::new(site)), settings, problems }
    }

    fn site(
        &mut self,
        settings: &Arc<Settings>,
        seen: &Seen,
        problems: &mut Vec<Problem>,
        progress: &dyn Progress,
    ) -> Snapshot {
        let Self { files, bodies, is_preview, known, entries, skips_quotations, .. } = self;
        let files = &**files;
        let config = &settings.config;

        if seen.entries() {
            known.listing.clear();
        }
        let (listing, told) = known.listing.get((Arc::clone(config), settings.out.clone()), |_| {
            let (listing, told) = load::list(files, settings);
            (Arc::new(listing), Arc::new(told))
        });
        problems.extend_from_slice(&told);

        let reading = Reading { files, settings, listing: &listing, seen, bodies, is_preview: *is_preview };
        let naming = known.roll.next(&reading);
        known.texts = known.texts.next(&reading, naming, progress);
        problems.extend(known.texts.problems());

        known.library = known.library.next(files, settings, *is_preview);
        problems.extend_from_slice(known.library.problems());

        let copies = known.shelf.next(files, settings, &listing, known.texts.inputs(), seen);

        let (sources, told) = theme::sources(files, settings, &listing);
        problems.extend(told);
        let before = known.theme.latest().filter(|_| *is_preview).cloned();
        let assemble = |(sources, lang): &(Sources, Str)| theme::assemble(sources, lang, before.as_ref());
        let Assembled { theme, told, .. } = known.theme.get((sources, config.lang.clone()), assemble);
        problems.extend_from_slice(&told);

        let (graph, told) = known.resolve(settings, &listing, &copies);
        // An id that no source has may be that of one in a bibliography file that can't be read, which is told.
        let is_sure = |problem: &&Problem| problem.name != Name::UnknownSource || known.library.is_whole();
        problems.extend(told.iter().filter(is_sure).cloned());
        problems.extend(resolve::check_anchors(&graph, &known.texts.outlines()));
        let doubtful = known.lint.get((Same(Arc::clone(&graph)), Same(Arc::clone(config))), |(graph, config)| {
            Arc::new(lint::lint(&graph.0, &config.0, known.library.listed()))
        });
        problems.extend_from_slice(&doubtful);

        if !*skips_quotations {
            problems.extend_from_slice(&known.quoted.next(files, settings, &graph, &copies));
        }

        let digests = Arc::new(known.texts.digests());
        let basis = Basis::new(&graph, known.texts.headlines(), &theme, config, entries);
        let scene = known.scene.get(basis.clone(), |basis| Arc::new(Scene::new(basis)));
        let found = known.found.get((basis, Arc::clone(&digests)), |_| Found::default());
        let ground = (Same(Arc::clone(&graph)), Same(theme), Same(Arc::clone(config)));
        let (pages, told) = known.pages.get(ground, |(graph, theme, config)| {
            let (pages, told) = plan::plan(&graph.0, &theme.0, &config.0);
            (Arc::new(Pages::new(pages)), Arc::new(told))
        });
        problems.extend_from_slice(&told);
        let (mut withheld, told) = shelf::aliases(files, settings, &listing, &graph, &copies);
        problems.extend(told);
        let (active, told) = known.active.next(files, settings, &graph);
        withheld.extend(active);
        problems.extend(told);
        let marks = is_preview.then(|| marks(&graph, problems, settings, &known.texts));
        Snapshot {
            copies: theme::copies(settings, &listing, &graph, &withheld),
            stored: copies,
            digests,
            found,
            texts: known.texts.clone(),
            marks: marks.unwrap_or_default(),
            settings: Arc::clone(settings),
            scene,
            pages,
        }
    }
}

/// What is wrong with links, to be marked at their places.
fn marks(graph: &Graph, problems: &[Problem], settings: &Settings, texts: &Texts) -> Marks {
    let mut marks = Marks::new();
    for problem in problems {
        let Some(Place { file, spot: Spot::Link(number) }) = &problem.place else { continue };
        let level = tell::effective(problem.name, &settings.config.lint, settings.strict);
        if level == Level::Deny
            && !texts.is_stale(file)
            && let Some(ix) = graph.file(file)
        {
            marks.entry(ix).or_default().insert(*number, Str::from(&*problem.message));
        }
    }
    marks
}

/// What is wrong with links, by file and number of the link.
type Marks = BTreeMap<FileIx, BTreeMap<u32, Str>>;

impl Known {
    /// The graph. Time alone may change it, so that it is kept until then.
    fn resolve(&mut self, settings: &Settings, listing: &Listing, copies: &Arc<Copies>) -> (Arc<Graph>, Told) {
        let now = settings.now;
        let is_over = |graph: &Graph| graph.next_change.is_some_and(|change| change <= now) || now < graph.now;
        if self.graph.latest().is_some_and(|(graph, _)| is_over(graph)) {
            self.graph.clear();
        }
        let made_of = Resolved {
            inputs: Arc::clone(self.texts.inputs()),
            bibliography: Arc::clone(self.library.listed()),
            copies: Arc::clone(copies),
            config: Arc::clone(&settings.config),
            assets: listing.assets.keys().cloned().collect(),
            statics: theme::statics(listing),
        };
        self.graph.get(made_of, |Resolved { inputs, bibliography, copies, config, assets, statics }| {
            let site = Site { config, bibliography, copies, drafts: settings.drafts, now, assets, statics };
            let (graph, told) = resolve::resolve(inputs, &site);
            (Arc::new(graph), Arc::new(told))
        })
    }
}

impl Round {
    /// The problems with their lines and columns.
    #[must_use]
    pub fn diagnosis(&self, files: &dyn Files) -> Diagnosis {
        self.locate(&self.problems, files)
    }

    /// Other problems of this round's site with their lines and columns.
    #[must_use]
    pub fn locate(&self, problems: &[Problem], files: &dyn Files) -> Diagnosis {
        let texts = snapshot::Places { files, root: &self.settings.root, site: self.site.as_deref() };
        tell::locate(problems, &self.settings.config.lint, self.settings.strict, &texts)
    }
}
