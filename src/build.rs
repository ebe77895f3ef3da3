//! build: a round of a session, rendered and written to the output folder.

mod earlier;
mod why;

pub use earlier::Earlier;
pub use why::Why;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use self::earlier::Written;
use crate::config::Settings;
use crate::digest::Digest;
use crate::files::Files;
use crate::matter::Str;
use crate::plan::{self, Fingerprint, PageSpec, Scene};
use crate::problem::{Level, Problem};
use crate::render::render;
use crate::resolve::{SEARCH_INDEX, output_path};
use crate::session::{Copied, Progress, Round, SITE_YAML, Seen, Session, Snapshot};
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
    /// Pages of the part that is made: of all, where the site is made as a whole.
    pub own: usize,
    /// Files written, since they are new or differ.
    pub written: usize,
    /// Files that were there already.
    pub unchanged: usize,
    /// Files of an earlier build that are no longer part of the site.
    pub removed: usize,
    /// Whether the output may be partly new: the file system has refused in the midst of it.
    pub is_torn: bool,
}

/// What came of it.
pub struct Outcome {
    /// The round, with all problems: those of rendering and writing, too.
    pub round: Round,
    /// `None` where a problem kept pages from being made.
    pub counts: Option<Counts>,
    /// Each page that was rendered, by route, and why: of a build that others follow.
    pub rendered: Vec<(Str, Why)>,
}

/// Builds or checks a site once.
#[must_use]
pub fn once(session: &mut Session, now: i64, mode: Mode, progress: &dyn Progress) -> Outcome {
    let files = Arc::clone(session.files());
    build(session, &*files, &mut Earlier::forgetful(), &Seen::Everything, now, mode, progress)
}

/// Walks the path once more, renders what is not known to be as it was, and writes what differs to `files`. `earlier` is
/// what the builds of this session have written so far.
#[must_use]
pub fn build(
    session: &mut Session,
    files: &dyn Files,
    earlier: &mut Earlier,
    seen: &Seen,
    now: i64,
    mode: Mode,
    progress: &dyn Progress,
) -> Outcome {
    earlier.see(seen);
    let mut round = session.round(seen, now, progress);
    let Some(site) = round.site.clone() else { return Outcome { round, counts: None, rendered: Vec::new() } };
    let settings = &site.settings;
    let output = match mode {
        // What is wrong in site.yaml may be the output's own name.
        Mode::Build if !fails(about(&round.problems, SITE_YAML), settings) => {
            Output::open(files, settings).map_err(|problem| round.problems.push(problem)).ok()
        }
        Mode::Build | Mode::Check => None,
    };
    // An error stops the writing, and everything is rendered all the same, for the problems that there may be.
    let output = output.filter(|_| !fails(&round.problems, settings));
    let making = Making { site: &site, files, earlier, output: output.as_ref(), progress };
    let own = making.own();
    let scene = site.scene.fresh();
    round.problems.extend(making.search(&scene).err().map(|problem| *problem));
    let (pages, mut told) = making.pages(&own, scene);
    told.retain(|problem| !site.scene.theme.has_told(problem));
    round.problems.extend(told);
    let (copies, told) = making.copies();
    round.problems.extend(told);

    let mut counts = Counts { pages: site.pages.all().len(), own: own.len(), ..Counts::default() };
    let failed = fails(&round.problems, settings);
    match output {
        Some(output) if failed => output.abandon(),
        Some(output) => match output.finish() {
            Ok(write::Counts { written, unchanged, removed }) => {
                (counts.written, counts.unchanged, counts.removed) = (written, unchanged, removed);
            }
            Err(unfinished) => {
                round.problems.extend(unfinished.problems);
                counts.is_torn = unfinished.is_begun;
            }
        },
        None => {}
    }
    let why = |page: &Rendered| Some((page.route.clone(), page.why.clone()?));
    let rendered = pages.iter().filter_map(why).collect();
    if earlier.remembers && !fails(&round.problems, settings) {
        earlier.wrote(Written::new(&site, pages.into_iter().map(|page| (page.route, page.made)), copies));
    }
    Outcome { round, counts: Some(counts), rendered }
}

/// Whether one of the problems keeps the output from being written.
fn fails<'p>(problems: impl IntoIterator<Item = &'p Problem>, settings: &Settings) -> bool {
    problems.into_iter().any(|problem| effective(problem.name, &settings.config.lint, settings.strict) == Level::Deny)
}

/// The problems of one file.
fn about<'p>(problems: &'p [Problem], file: &str) -> impl Iterator<Item = &'p Problem> {
    problems.iter().filter(move |problem| problem.place.as_ref().is_some_and(|place| &*place.file == file))
}

/// So many pages with a template are made before it is looked at how many cards they have in common.
const TOGETHER: usize = 1 << 10;

/// So many cards are kept, about, which take some 40 MB: those of one page are mostly those of its neighbours, and those of
/// all pages take more memory than anything else.
const KEPT: usize = 1 << 15;

/// Making the pages of one snapshot.
struct Making<'s> {
    site: &'s Snapshot,
    files: &'s dyn Files,
    earlier: &'s Earlier,
    output: Option<&'s Output<'s>>,
    progress: &'s dyn Progress,
}

/// A page that is up to date.
struct Rendered {
    route: Str,
    /// What it was made of.
    made: Fingerprint,
    /// Why it was rendered, if it was.
    why: Option<Why>,
}

impl Making<'_> {
    /// The pages that are to be made.
    fn own(&self) -> Vec<&PageSpec> {
        self.site.pages.all().iter().filter(|page| self.owns(&output_path(&page.route))).collect()
    }

    /// Whether the file at `path` of the output is to be made. Where not, another part of the build does.
    fn owns(&self, path: &str) -> bool {
        let owns = self.site.settings.shard.holds(path);
        if let Some(output) = self.output.filter(|_| !owns) {
            output.elsewhere(path);
        }
        owns
    }

    /// Renders every page whose fingerprint is new, in parallel. An error in one page never stops the others. Pages are
    /// listed only where a next build looks at what they were made of.
    fn pages(&self, mut pages: &[&PageSpec], mut scene: Scene) -> (Vec<Rendered>, Vec<Problem>) {
        self.progress.begin("pages", pages.len());
        let told: Mutex<Vec<Problem>> = Mutex::default();
        let failed = AtomicBool::new(false);
        let untouched = self.earlier.untouched(self.site);
        let make = |scene: &Scene, page: &PageSpec| {
            let path = output_path(&page.route);
            let known = |made: &Fingerprint| match self.output {
                Some(output) => output.known(&path, made.whole),
                // Nothing is written, and what was rendered without a problem will be again.
                None => self.earlier.has(&page.route, made.whole),
            };
            let route = page.route.clone();
            self.progress.tick();
            // Nothing that the page is made of has changed, so that its inputs need not even be made.
            if let Some(made) = untouched.page(page).filter(|made| known(made)) {
                return Some(Rendered { route, made: made.clone(), why: None });
            }
            let text = self.site.text(page);
            let inputs = plan::inputs(scene, page, text.as_ref());
            let made = inputs.fingerprint(scene, page, self.earlier.remembers);
            if known(&made) {
                return Some(Rendered { route, made, why: None });
            }
            match self.site.html(page).and_then(|html| render(scene, page, &inputs, &html)) {
                Ok(bytes) => {
                    if let Some(output) = self.output.filter(|_| !failed.load(Ordering::Relaxed)) {
                        output.put(&path, made.whole, &bytes);
                    }
                    let why = self.earlier.remembers.then(|| self.earlier.why(&route, &made));
                    Some(Rendered { route, made, why })
                }
                Err(problem) => {
                    failed.store(true, Ordering::Relaxed);
                    told.lock().unwrap_or_else(PoisonError::into_inner).push(*problem);
                    None
                }
            }
        };
        let mut rendered = Vec::new();
        while !pages.is_empty() {
            let templated = pages.iter().enumerate().filter(|(_, page)| page.layout.is_some());
            let end = templated.map(|(at, _)| at).nth(TOGETHER).unwrap_or(pages.len());
            let ready = pages[..end].par_iter().filter_map(|page| make(&scene, page));
            rendered.par_extend(ready.filter(|_| self.earlier.remembers));
            pages = &pages[end..];
            if scene.made() > KEPT {
                scene = scene.fresh();
            }
        }
        (rendered, told.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    /// Writes the search index. Its bytes are made of all texts, so that they are all that tells one from another. Its
    /// files belong to one part, and the others need not make it.
    fn search(&self, scene: &Scene) -> Result<(), Box<Problem>> {
        let Some(output) = self.output.filter(|output| !output.has_failed()) else { return Ok(()) };
        if !self.site.settings.config.search || !self.owns(&output_path(SEARCH_INDEX)) {
            return Ok(());
        }
        let files = self.site.search(scene, self.earlier.remembers)?;
        files.par_iter().for_each(|(route, bytes)| output.copy(&output_path(route), bytes));
        Ok(())
    }

    /// Copies static files, and the files that pages refer to. Returns the digest of each, by path in the output.
    fn copies(&self) -> (Vec<(Str, Digest)>, Vec<Problem>) {
        let Some(output) = self.output else { return (Vec::new(), Vec::new()) };
        let copy = |(name, from): (&Str, &Copied)| {
            if let Some(digest) = self.earlier.copied(name, from).filter(|digest| output.known(name, *digest)) {
                return Ok((name.clone(), digest));
            }
            let bytes = from.bytes(self.files, &self.site.settings.root)?;
            output.copy(name, &bytes);
            Ok((name.clone(), Digest::of_bytes(&bytes)))
        };
        let own = self.site.copies.par_iter().filter(|(name, _)| self.owns(name));
        let all: Vec<Result<_, Problem>> = own.map(copy).collect();
        let mut told = Vec::new();
        let copied = all.into_iter().filter_map(|copied| copied.map_err(|problem| told.push(problem)).ok()).collect();
        (copied, told)
    }
}
