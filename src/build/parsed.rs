//! Reading and parsing all content files, in parallel, through the memory.

use std::sync::Arc;

use rayon::prelude::*;

use super::Progress;
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
pub(super) struct Texts {
    /// What each file says, by path.
    pub(super) memo: Memo<Str, Parsed>,
    /// The paths, sorted, of all files that could be read.
    paths: Vec<Str>,
    /// Files that could not be read.
    unreadable: Vec<Problem>,
}

/// Reads and parses every content file. One text at a time is in memory on each thread.
pub(super) fn parse_all(
    files: &dyn Files,
    settings: &Settings,
    listing: &Listing,
    memo: &Memo<Str, Parsed>,
    progress: &dyn Progress,
) -> Texts {
    progress.begin("files", listing.content.len());
    let config = &settings.config;
    let options = Options { markdown: config.markdown, wikilinks: config.wikilinks, lang: config.lang.clone() };
    let made_with = Digest::of(&options);
    let parsed: Vec<Result<(Str, Digest, Parsed), Problem>> = listing
        .content
        .par_iter()
        .map(|file| {
            let bytes = load::read(files, &settings.root, &file.path)?;
            let source = source_file(file);
            let digest = Digest::of(&(made_with, &source, Digest::of_bytes(&bytes)));
            let parsed = match memo.get(&file.path, digest) {
                Some(known) => known.clone(),
                None => parse(&source, &bytes, &options),
            };
            progress.tick();
            Ok((file.path.clone(), digest, parsed))
        })
        .collect();
    let mut values = Vec::with_capacity(parsed.len());
    let mut unreadable = Vec::new();
    for item in parsed {
        match item {
            Ok(value) => values.push(value),
            Err(problem) => unreadable.push(problem),
        }
    }
    let paths = values.iter().map(|(path, _, _)| path.clone()).collect();
    Texts { memo: values.into_iter().collect(), paths, unreadable }
}

impl Texts {
    /// The problems of all files, replayed from the memory.
    pub(super) fn problems(&self) -> Vec<Problem> {
        let parsed = self.paths.iter().filter_map(|path| self.memo.latest(path));
        self.unreadable.iter().cloned().chain(parsed.flat_map(|parsed| parsed.problems.iter().cloned())).collect()
    }

    /// What `resolve` gets to see.
    pub(super) fn inputs(&self, listing: &Listing) -> Vec<Input> {
        listing
            .content
            .iter()
            .filter_map(|file| {
                let said = self.memo.latest(&file.path)?;
                Some(Input {
                    path: file.path.clone(),
                    kind: doc_kind(file.kind),
                    stem: file.stem.clone(),
                    lang: file.lang.clone(),
                    summary: said.summary.clone(),
                })
            })
            .collect()
    }

    /// The bodies, in the order of the paths.
    pub(super) fn bodies(&self) -> Vec<Text> {
        let text = |path: &Str| {
            let digest = self.memo.made_of(path)?;
            let parsed = self.memo.latest(path)?;
            Some(Text { body: Arc::clone(&parsed.body), outline: Arc::clone(&parsed.outline), digest })
        };
        self.paths.iter().filter_map(text).collect()
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
