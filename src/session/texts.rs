//! Reading and parsing all content files, in parallel, through the memory.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use rayon::prelude::*;

use super::{Progress, Seen};
use crate::config::Settings;
use crate::digest::Digest;
use crate::files::Files;
use crate::load::{self, ContentFile, ContentKind, Listing};
use crate::matter::Str;
use crate::memo::{Memo, Recent};
use crate::parse::{Body, Headline, Naming, Options, Outline, Parsed, SourceFile, html_again, parse};
use crate::plan::Text;
use crate::problem::Problem;
use crate::resolve::{DocKind, Input, Section};
use crate::search::{BodyWords, To, unnamed, words};

/// All parsed files of one round.
#[derive(Default, Clone)]
pub(super) struct Texts {
    /// What each file says, by path.
    memo: Arc<Memo<Str, Arc<Said>>>,
    /// Files that could not be read.
    unreadable: Arc<Vec<Problem>>,
    /// How the files were read.
    options: Option<Arc<Options>>,
    /// What `resolve` gets to see, as long as no Summary is another.
    inputs: Arc<Vec<Input>>,
    /// Titles and summaries in the order of the inputs, as long as none is another.
    headlines: Arc<Vec<Arc<Headline>>>,
}

/// What a file says.
struct Said {
    source: SourceFile,
    input: Input,
    headline: Arc<Headline>,
    outline: Arc<Outline>,
    body: Arc<Body>,
    /// The HTML of its body, where that is held: it takes more memory than all else, and is made again quickly.
    html: Mutex<Option<Arc<str>>>,
    /// The words of its body, once they were wanted by one who will want them again: far less than the body.
    words: OnceLock<BodyWords>,
    problems: Vec<Problem>,
    /// What summary, outline and body were made of.
    made_of: Digest,
    /// Whether its text is another by now, and can't be read: this is what it said before.
    stale: bool,
}

/// So many bytes of HTML are held in a build: those of some twelve thousand reports.
const HELD: usize = 96 << 20;

/// A file's path, the digest of what it was read with, and what it says.
type Read = (Str, Digest, Arc<Said>);

/// The HTML of bodies that were wanted lately, by what they were made of.
pub(super) type Bodies = Recent<Digest, Arc<str>>;

/// How a round reads.
pub(super) struct Reading<'a> {
    pub(super) files: &'a dyn Files,
    pub(super) settings: &'a Settings,
    pub(super) listing: &'a Listing,
    /// What may differ from the last round.
    pub(super) seen: &'a Seen,
    /// In a preview, where a file that can't be read any more keeps what it said before: the bodies that are held. A build
    /// wants each once, and holds those that it reads first.
    pub(super) bodies: Option<&'a Bodies>,
}

/// Where bodies are that are not held.
pub(super) struct From<'a> {
    pub(super) files: &'a dyn Files,
    pub(super) root: &'a Path,
    pub(super) bodies: Option<&'a Bodies>,
    /// Whether what is made again is held. Where all files are read one after the other, it would drive out open pages.
    pub(super) remembers: bool,
    /// Whether nobody will want it again.
    pub(super) is_last: bool,
}

impl Texts {
    /// Reads and parses every content file that may have changed. One text at a time is in memory on each thread.
    #[must_use]
    pub(super) fn next(&self, reading: &Reading<'_>, naming: Option<Naming>, progress: &dyn Progress) -> Self {
        progress.begin("files", reading.listing.content.len());
        let options = Options { naming, ..Options::from(&*reading.settings.config) };
        let held: usize = self.memo.iter().filter_map(|(_, _, said)| Some(said.held().as_ref()?.len())).sum();
        let room = AtomicUsize::new(HELD.saturating_sub(held));
        let is_read_alike = self.options.as_deref() == Some(&options);
        let read = |file: &ContentFile| {
            let said = match self.memo.latest(&file.path) {
                Some((digest, said)) if is_read_alike && !reading.seen.concerns(file) => (digest, Arc::clone(said)),
                _ => self.read(file, reading, &options, &room)?,
            };
            progress.tick();
            Ok((file.path.clone(), said.0, said.1))
        };
        let all: Vec<Result<Read, Problem>> = reading.listing.content.par_iter().map(read).collect();
        let mut unreadable = Vec::new();
        let values = all.into_iter().filter_map(|read| read.map_err(|problem| unreadable.push(problem)).ok());
        let memo: Arc<Memo<Str, Arc<Said>>> = Arc::new(values.collect());
        let inputs = self.kept(&memo, &self.inputs, |said| &said.input);
        let headlines = self.kept(&memo, &self.headlines, |said| &said.headline);
        Self { memo, unreadable: Arc::new(unreadable), options: Some(Arc::new(options)), inputs, headlines }
    }

    /// A part of what all files say: the value of the round before where all are equal, so that nothing that is made of it
    /// is made again.
    fn kept<T: PartialEq + Clone>(
        &self,
        memo: &Memo<Str, Arc<Said>>,
        before: &Arc<Vec<T>>,
        part: impl Fn(&Said) -> &T,
    ) -> Arc<Vec<T>> {
        let is_same = |(now, before): (&Arc<Said>, &Arc<Said>)| Arc::ptr_eq(now, before) || part(now) == part(before);
        let all = || memo.iter().map(|(_, _, said)| said);
        let known = self.memo.iter().map(|(_, _, said)| said);
        if memo.iter().len() == before.len() && all().zip(known).all(is_same) {
            return Arc::clone(before);
        }
        Arc::new(all().map(|said| part(said).clone()).collect())
    }

    fn read(
        &self,
        file: &ContentFile,
        reading: &Reading<'_>,
        options: &Options,
        room: &AtomicUsize,
    ) -> Result<(Digest, Arc<Said>), Problem> {
        let bytes = load::read_content(reading.files, &reading.settings.root, &file.path)?;
        let source = source_file(file);
        let made_of = digest(&source, &bytes, options);
        if let Some(known) = self.memo.get(&file.path, made_of) {
            return Ok((made_of, Arc::clone(known)));
        }
        let parsed = parse(&source, &bytes, options);
        let before = self.memo.latest(&file.path).map(|(_, before)| before);
        if let (Some(bodies), true, Some(before)) = (reading.bodies, parsed.is_unreadable(), before) {
            // A body that is not held is lost with the file's bytes, and what is shown without it is something else.
            let (body, html, shown) = match before.held().clone().or_else(|| bodies.get(&before.made_of)) {
                Some(html) => (Arc::clone(&before.body), html, before.made_of),
                None => (Arc::default(), Arc::default(), Digest::of(&("without its body", before.made_of))),
            };
            let said = Said {
                source,
                input: before.input.clone(),
                headline: Arc::clone(&before.headline),
                outline: Arc::clone(&before.outline),
                body,
                html: Mutex::new(Some(html)),
                words: OnceLock::new(),
                problems: parsed.problems,
                made_of: shown,
                stale: true,
            };
            return Ok((made_of, Arc::new(said)));
        }
        let summary = match before {
            Some(before) if before.input.summary == parsed.summary => Arc::clone(&before.input.summary),
            _ => parsed.summary,
        };
        let title = parsed.headline.title.clone().filter(|_| options.wikilinks);
        let (path, stem, lang) = (file.path.clone(), file.stem.clone(), file.lang.clone());
        let input = Input { path, kind: doc_kind(file.kind), stem, lang, title, summary };
        let Parsed { headline, outline, html, body, problems, .. } = parsed;
        let html = if let Some(bodies) = reading.bodies {
            bodies.put(made_of, Arc::clone(&html), html.len());
            None
        } else {
            let take = |room: usize| room.checked_sub(html.len());
            room.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).is_ok().then_some(html)
        };
        let (html, words, stale) = (Mutex::new(html), OnceLock::new(), false);
        Ok((made_of, Arc::new(Said { source, input, headline, outline, body, html, words, problems, made_of, stale })))
    }

    /// The problems of all files, replayed from the memory.
    pub(super) fn problems(&self) -> impl Iterator<Item = Problem> {
        let told = self.memo.iter().flat_map(|(_, _, said)| said.problems.iter());
        self.unreadable.iter().chain(told).cloned()
    }

    /// Whether a file shows what it said before, since it can't be read now.
    pub(super) fn is_stale(&self, path: &str) -> bool {
        self.memo.latest(path).is_some_and(|(_, said)| said.stale)
    }

    /// What `resolve` gets to see.
    pub(super) const fn inputs(&self) -> &Arc<Vec<Input>> {
        &self.inputs
    }

    /// Titles and summaries, in the order of the inputs.
    pub(super) const fn headlines(&self) -> &Arc<Vec<Arc<Headline>>> {
        &self.headlines
    }

    /// The outlines, in the order of the inputs.
    pub(super) fn outlines(&self) -> Vec<&Outline> {
        self.memo.iter().map(|(_, _, said)| &*said.outline).collect()
    }

    /// What each file's text was made of, in the order of the inputs.
    pub(super) fn digests(&self) -> Vec<Digest> {
        self.memo.iter().map(|(_, _, said)| said.made_of).collect()
    }

    /// A file's text, without marks.
    pub(super) fn text(&self, path: &str) -> Option<Text> {
        let (_, said) = self.memo.latest(path)?;
        let (body, outline) = (Arc::clone(&said.body), Arc::clone(&said.outline));
        Some(Text { body, outline, digest: said.made_of, marks: BTreeMap::new() })
    }

    /// The HTML of a file's body. Where it is not held it is made again; `None` where the file is another by now.
    pub(super) fn html(&self, path: &str, from: &From<'_>) -> Option<Arc<str>> {
        self.made(self.memo.latest(path)?.1, from)
    }

    /// Hands over the words of a file's body, which are kept with it if they are wanted again, and returns its links
    /// without words; `None` where the file is another by now.
    pub(super) fn words(&self, path: &str, from: &From<'_>, keep: bool, to: &mut To<'_>) -> Option<Vec<u32>> {
        let (_, said) = self.memo.latest(path)?;
        if keep {
            let words = if let Some(known) = said.words.get() {
                known
            } else {
                let words = BodyWords::new(&self.made(said, from)?, &said.body);
                said.words.get_or_init(|| words)
            };
            words.iter().for_each(|(word, weight)| to(word, weight));
        } else {
            words(&self.made(said, from)?, &said.body, to);
        }
        Some(unnamed(&said.body).collect())
    }

    /// The HTML of a file that is as it was.
    fn made(&self, said: &Said, from: &From<'_>) -> Option<Arc<str>> {
        let held = if from.is_last { said.held().take() } else { said.held().clone() };
        if let Some(html) = held.or_else(|| from.bodies?.get(&said.made_of)) {
            return Some(html);
        }
        let options = self.options.as_ref()?;
        let bytes = load::read(from.files, from.root, &said.source.path).ok()?;
        if digest(&said.source, &bytes, options) != said.made_of {
            return None;
        }
        let html = html_again(&said.source, &bytes, options, said.headline.title.as_deref(), &said.input.summary);
        if let Some(bodies) = from.bodies.filter(|_| from.remembers) {
            bodies.put(said.made_of, Arc::clone(&html), html.len());
        }
        Some(html)
    }
}

impl Said {
    fn held(&self) -> MutexGuard<'_, Option<Arc<str>>> {
        self.html.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// All that a file's value is made of.
fn digest(source: &SourceFile, bytes: &[u8], options: &Options) -> Digest {
    Digest::of(&(options, source, Digest::of_bytes(bytes)))
}

pub(super) fn source_file(file: &ContentFile) -> SourceFile {
    SourceFile { path: file.path.clone(), kind: doc_kind(file.kind).matter(), lang: file.lang.clone() }
}

/// What a file's place makes of it, for `resolve`.
const fn doc_kind(kind: ContentKind) -> DocKind {
    match kind {
        ContentKind::Home => DocKind::Prose(Section::Home),
        ContentKind::Report => DocKind::Report,
        ContentKind::Actor => DocKind::Actor,
        ContentKind::Source => DocKind::Source,
        ContentKind::Date => DocKind::Date,
        ContentKind::Page => DocKind::Page,
        ContentKind::Index(load::Section::Reports) => DocKind::Prose(Section::Reports),
        ContentKind::Index(load::Section::Actors) => DocKind::Prose(Section::Actors),
        ContentKind::Index(load::Section::Sources) => DocKind::Prose(Section::Sources),
        ContentKind::Index(load::Section::Dates) => DocKind::Prose(Section::Dates),
    }
}
