//! Reading and parsing all content files, in parallel, through the memory.

use std::sync::Arc;

use rayon::prelude::*;

use super::{Progress, Seen};
use crate::config::Settings;
use crate::digest::Digest;
use crate::files::Files;
use crate::load::{self, ContentFile, ContentKind, Listing};
use crate::matter::{MatterKind, Str};
use crate::memo::Memo;
use crate::parse::{Options, Parsed, SourceFile, parse};
use crate::plan::Text;
use crate::problem::Problem;
use crate::resolve::{DocKind, Input, Section};

/// All parsed files of one round.
#[derive(Default)]
pub(super) struct Texts {
    /// What each file says, by path.
    memo: Memo<Str, Said>,
    /// Files that could not be read.
    unreadable: Vec<Problem>,
}

/// What a file says.
#[derive(Clone)]
struct Said {
    parsed: Parsed,
    /// What summary and body were made of.
    made_of: Digest,
    /// Whether its text is another by now, and can't be read: this is what it said before.
    stale: bool,
}

/// How a round reads.
pub(super) struct Reading<'a> {
    pub(super) files: &'a dyn Files,
    pub(super) settings: &'a Settings,
    pub(super) listing: &'a Listing,
    /// What may differ from the last round.
    pub(super) seen: &'a Seen,
    /// Whether a file that can't be read any more keeps what it said before.
    pub(super) keep: bool,
}

impl Texts {
    /// Reads and parses every content file that may have changed. One text at a time is in memory on each thread.
    #[must_use]
    pub(super) fn next(&self, reading: &Reading<'_>, progress: &dyn Progress) -> Self {
        progress.begin("files", reading.listing.content.len());
        let config = &reading.settings.config;
        let options = Options { markdown: config.markdown, wikilinks: config.wikilinks, lang: config.lang.clone() };
        let made_with = Digest::of(&options);
        let read = |file: &ContentFile| {
            let known = self.memo.latest(&file.path);
            let said = match known {
                Some((digest, said)) if !reading.seen.concerns(file) => (digest, said.clone()),
                _ => self.read(file, reading, &options, made_with)?,
            };
            progress.tick();
            Ok((file.path.clone(), said.0, said.1))
        };
        let all: Vec<Result<(Str, Digest, Said), Problem>> = reading.listing.content.par_iter().map(read).collect();
        let mut unreadable = Vec::new();
        let values = all.into_iter().filter_map(|read| read.map_err(|problem| unreadable.push(problem)).ok());
        Self { memo: values.collect(), unreadable }
    }

    fn read(
        &self,
        file: &ContentFile,
        reading: &Reading<'_>,
        options: &Options,
        made_with: Digest,
    ) -> Result<(Digest, Said), Problem> {
        let bytes = load::read(reading.files, &reading.settings.root, &file.path)?;
        let source = source_file(file);
        let digest = Digest::of(&(made_with, &source, Digest::of_bytes(&bytes)));
        if let Some(known) = self.memo.get(&file.path, digest) {
            return Ok((digest, known.clone()));
        }
        let mut parsed = parse(&source, &bytes, options);
        let Some((_, before)) = self.memo.latest(&file.path) else {
            return Ok((digest, Said { parsed, made_of: digest, stale: false }));
        };
        if reading.keep && parsed.is_unreadable() {
            let parsed = Parsed { problems: parsed.problems, ..before.parsed.clone() };
            return Ok((digest, Said { parsed, made_of: before.made_of, stale: true }));
        }
        // What is equal is the same value, so that nothing that is made of it is made again.
        if parsed.summary == before.parsed.summary {
            parsed.summary = Arc::clone(&before.parsed.summary);
        }
        Ok((digest, Said { parsed, made_of: digest, stale: false }))
    }

    /// The problems of all files, replayed from the memory.
    pub(super) fn problems(&self) -> impl Iterator<Item = Problem> {
        let told = self.memo.iter().flat_map(|(_, _, said)| said.parsed.problems.iter());
        self.unreadable.iter().chain(told).cloned()
    }

    /// Files that show what they said before, since they can't be read now.
    pub(super) fn stale(&self) -> impl Iterator<Item = &Str> {
        self.memo.iter().filter(|(_, _, said)| said.stale).map(|(path, _, _)| path)
    }

    /// What `resolve` gets to see.
    pub(super) fn inputs(&self, listing: &Listing) -> Vec<Input> {
        let mut files = listing.content.iter();
        let input = |(path, _, said): (&Str, Digest, &Said)| {
            // Both are sorted by path, and the listing has every file that was read.
            let file = files.find(|file| file.path == *path)?;
            Some(Input {
                path: path.clone(),
                kind: doc_kind(file.kind),
                stem: file.stem.clone(),
                lang: file.lang.clone(),
                summary: Arc::clone(&said.parsed.summary),
            })
        };
        self.memo.iter().filter_map(input).collect()
    }

    /// The texts, in the order of the inputs.
    pub(super) fn bodies(&self) -> Vec<Text> {
        let text = |(_, _, said): (&Str, Digest, &Said)| Text {
            body: Arc::clone(&said.parsed.body),
            outline: Arc::clone(&said.parsed.outline),
            digest: said.made_of,
        };
        self.memo.iter().map(text).collect()
    }
}

fn source_file(file: &ContentFile) -> SourceFile {
    let kind = match file.kind {
        ContentKind::Report => MatterKind::Report,
        ContentKind::Actor => MatterKind::Actor,
        ContentKind::Source => MatterKind::Source,
        ContentKind::Date => MatterKind::Date,
        ContentKind::Home | ContentKind::Page | ContentKind::Index(_) => MatterKind::Page,
    };
    SourceFile { path: file.path.clone(), kind, lang: file.lang.clone() }
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
