//! Reading and parsing all content files, in parallel, through the memory.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::bodies::{Bodies, Kept};
use super::{Progress, Seen};
use crate::config::Settings;
use crate::digest::Digest;
use crate::files::Files;
use crate::load::{self, ContentFile, ContentKind, Listing};
use crate::matter::Str;
use crate::memo::Memo;
use crate::parse::{Body, Headline, Naming, Options, Outline, Parsed, SourceFile, parse};
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
    input: Input,
    headline: Arc<Headline>,
    outline: Arc<Outline>,
    body: Arc<Body>,
    html: Kept,
    /// The words of its body, once they were wanted by one who will want them again: far less than the body.
    words: OnceLock<BodyWords>,
    problems: Vec<Problem>,
    /// What summary, outline and body were made of.
    made_of: Digest,
    /// Whether its text is another by now, and can't be read: this is what it said before.
    stale: bool,
}

/// A file's path, the digest of what it was read with, and what it says.
type Read = (Str, Digest, Arc<Said>);

/// How a round reads.
pub(super) struct Reading<'a> {
    pub(super) files: &'a dyn Files,
    pub(super) settings: &'a Settings,
    pub(super) listing: &'a Listing,
    /// What may differ from the last round.
    pub(super) seen: &'a Seen,
    pub(super) bodies: &'a Arc<Bodies>,
    /// Whether a file that can't be read any more keeps what it said before.
    pub(super) is_preview: bool,
}

impl Texts {
    /// Reads and parses every content file that may have changed. One text at a time is in memory on each thread.
    #[must_use]
    pub(super) fn next(&self, reading: &Reading<'_>, naming: Option<Naming>, progress: &dyn Progress) -> Self {
        progress.begin("files", reading.listing.content.len());
        let options = Options { naming, ..Options::from(&*reading.settings.config) };
        let is_read_alike = self.options.as_deref() == Some(&options);
        let read = |file: &ContentFile| {
            let said = match self.memo.latest(&file.path) {
                Some((digest, said)) if is_read_alike && !reading.seen.concerns(file) => (digest, Arc::clone(said)),
                _ => self.read(file, reading, &options)?,
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
    ) -> Result<(Digest, Arc<Said>), Problem> {
        let bytes = load::read_content(reading.files, &reading.settings.root, &file.path)?;
        let source = source_file(file);
        let made_of = digest(&source, &bytes, options);
        if let Some(known) = self.memo.get(&file.path, made_of) {
            return Ok((made_of, Arc::clone(known)));
        }
        let parsed = parse(&source, &bytes, options);
        let before = self.memo.latest(&file.path).map(|(_, before)| before);
        let keep = |html| reading.bodies.keep(html, reading.files);
        if let Some(before) = before.filter(|_| reading.is_preview && parsed.is_unreadable()) {
            let said = Said {
                input: before.input.clone(),
                headline: Arc::clone(&before.headline),
                outline: Arc::clone(&before.outline),
                body: Arc::clone(&before.body),
                html: keep(before.html.get().unwrap_or_default()),
                words: OnceLock::new(),
                problems: parsed.problems,
                made_of: before.made_of,
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
        let (html, words, stale) = (keep(html), OnceLock::new(), false);
        Ok((made_of, Arc::new(Said { input, headline, outline, body, html, words, problems, made_of, stale })))
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

    /// The HTML of a file's body; `None` where the file system does not give it back.
    pub(super) fn html(&self, path: &str) -> Option<Arc<str>> {
        self.memo.latest(path)?.1.html.get()
    }

    /// Hands over the words of a file's body, which are kept with it if they are wanted again, and returns its links
    /// without words; `None` as for [`html`](Self::html).
    pub(super) fn words(&self, path: &str, keep: bool, to: &mut To<'_>) -> Option<Vec<u32>> {
        let (_, said) = self.memo.latest(path)?;
        if keep {
            let words = if let Some(known) = said.words.get() {
                known
            } else {
                let words = BodyWords::new(&said.html.get()?, &said.body);
                said.words.get_or_init(|| words)
            };
            words.iter().for_each(|(word, weight)| to(word, weight));
        } else {
            words(&said.html.get()?, &said.body, to);
        }
        Some(unnamed(&said.body).collect())
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
