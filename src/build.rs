//! build: the whole pipeline, from a folder of files to a folder of pages.

mod parsed;
mod progress;
mod theme;

pub use progress::{Progress, Silent};

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use crate::config::Settings;
use crate::files::Files;
use crate::load::{self, Listing};
use crate::matter::Str;
use crate::memo::Memo;
use crate::parse::Parsed;
use crate::plan::{self, PageSpec, Scene};
use crate::problem::{Level, Name, Problem};
use crate::render::render;
use crate::resolve::{self, Site, output_path};
use crate::tell::effective;
use crate::write::{self, Output};

/// Whether the output is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Pages are written, unless there is an error.
    Build,
    /// Everything is done but writing.
    Check,
}

/// How many pages and files there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Pages of the site.
    pub pages: usize,
    /// Files written, since they are new or differ.
    pub written: usize,
    /// Files that were there already.
    pub unchanged: usize,
    /// Files of an earlier build that are no longer part of the site.
    pub removed: usize,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Outcome {
    /// All problems, in any order.
    pub problems: Vec<Problem>,
    /// `None` where a problem kept pages from being made.
    pub counts: Option<Counts>,
    /// What the files said: where their links stand.
    memo: Memo<Str, Parsed>,
}

impl Outcome {
    /// The bytes of the n-th link of a file, counted as `Summary::links` does.
    #[must_use]
    pub fn link_span(&self, file: &str, number: u32) -> Option<Range<u32>> {
        let parsed = self.memo.latest(&Str::from(file))?;
        parsed.body.spans.get(number as usize).cloned()
    }
}

/// Builds or checks a site.
#[must_use]
pub fn build(files: &dyn Files, settings: &Settings, mode: Mode, progress: &dyn Progress) -> Outcome {
    let (listing, mut problems) = load::list(files, settings);
    let texts = parsed::parse_all(files, settings, &listing, &Memo::default(), progress);
    problems.extend(texts.problems());
    let (theme, told) = theme::theme(files, settings, &listing);
    problems.extend(told);

    let config = Arc::new(settings.config.clone());
    let assets: BTreeSet<Str> = listing.assets.keys().cloned().collect();
    let statics = theme::statics(&listing);
    let site = Site { config: &config, drafts: settings.drafts, now: settings.now, assets: &assets, statics: &statics };
    let (graph, told) = resolve::resolve(&texts.inputs(&listing), &site);
    problems.extend(told);

    let bodies = texts.bodies();
    problems.extend(resolve::check_anchors(&graph, &bodies.iter().map(|text| &*text.outline).collect::<Vec<_>>()));
    let scene = Scene::new(Arc::new(graph), Arc::new(theme), config, bodies);
    let (pages, told) = plan::plan(&scene);
    problems.extend(told);

    let output = open(files, settings, mode, &mut problems);
    let making = Making { scene: &scene, files, settings, output: output.as_ref(), progress };
    let told = making.pages(&pages).into_iter().chain(making.copies(&listing)).collect::<Vec<_>>();
    problems.extend(told);
    let mut counts = Counts { pages: pages.len(), ..Counts::default() };
    if let Some(output) = output {
        finish(output, settings, &mut problems, &mut counts);
    }
    Outcome { problems, counts: Some(counts), memo: texts.memo }
}

/// Whether one of the problems keeps the output from being written.
fn fails(problems: &[Problem], settings: &Settings) -> bool {
    let level = |name: Name| effective(name, &settings.config.lint, settings.strict);
    problems.iter().any(|problem| level(problem.name) == Level::Deny)
}

fn finish(output: Output<'_>, settings: &Settings, problems: &mut Vec<Problem>, counts: &mut Counts) {
    if fails(problems, settings) {
        output.abandon();
        return;
    }
    match output.finish() {
        Ok(write::Counts { written, unchanged, removed }) => {
            (counts.written, counts.unchanged, counts.removed) = (written, unchanged, removed);
        }
        Err(told) => problems.extend(told),
    }
}

/// Opens the output, if there is to be one.
fn open<'f>(files: &'f dyn Files, settings: &Settings, mode: Mode, problems: &mut Vec<Problem>) -> Option<Output<'f>> {
    if mode == Mode::Check {
        return None;
    }
    Output::open(files, settings).map_err(|problem| problems.push(problem)).ok()
}

/// Making the pages.
struct Making<'s> {
    scene: &'s Scene,
    files: &'s dyn Files,
    settings: &'s Settings,
    output: Option<&'s Output<'s>>,
    progress: &'s dyn Progress,
}

impl Making<'_> {
    /// Renders every page whose fingerprint is new, in parallel. An error in one page never stops the others.
    fn pages(&self, pages: &[PageSpec]) -> Vec<Problem> {
        self.progress.begin("pages", pages.len());
        let told: Mutex<Vec<Problem>> = Mutex::default();
        let failed = AtomicBool::new(false);
        pages.par_iter().for_each(|page| {
            let inputs = plan::inputs(self.scene, page);
            let path = output_path(&page.route);
            let fingerprint = inputs.fingerprint(self.scene, page);
            if !self.output.is_some_and(|output| output.known(&path, fingerprint)) {
                match render(self.scene, page, &inputs) {
                    Ok(bytes) => {
                        if let Some(output) = self.output.filter(|_| !failed.load(Ordering::Relaxed)) {
                            output.put(&path, fingerprint, &bytes);
                        }
                    }
                    Err(problem) => {
                        failed.store(true, Ordering::Relaxed);
                        told.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(*problem);
                    }
                }
            }
            self.progress.tick();
        });
        told.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Copies static files, and the files that pages refer to.
    fn copies(&self, listing: &Listing) -> Vec<Problem> {
        let Some(output) = self.output else { return Vec::new() };
        theme::copy_all(self.files, self.settings, listing, &self.scene.graph.assets, output)
    }
}
