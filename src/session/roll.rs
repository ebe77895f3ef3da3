//! The roll of names: what texts may call each actor, read before any text is.

use std::sync::Arc;

use rayon::prelude::*;

use super::texts::{Reading, source_file};
use crate::config::Autolink;
use crate::digest::Digest;
use crate::load::{self, ContentFile, ContentKind};
use crate::matter::Str;
use crate::memo::{Memo, Slot};
use crate::names::{Called, Roster};
use crate::parse::{self, Naming, Options};
use crate::resolve::{self, DocKind, Input};

/// The front matter of all actors, and the names in it.
#[derive(Default)]
pub(super) struct Roll {
    memo: Memo<Str, Arc<Input>>,
    roster: Slot<Vec<Called>, Arc<Roster>>,
}

impl Roll {
    /// How names in running text become links, if they do.
    pub(super) fn next(&mut self, reading: &Reading<'_>) -> Option<Naming> {
        let config = &reading.settings.config;
        let first = match config.autolink {
            Autolink::Off | Autolink::Suggest => {
                *self = Self::default();
                return None;
            }
            Autolink::First => true,
            Autolink::All => false,
        };
        let options = Options::from(&**config);
        let actors = reading.listing.content.par_iter().filter(|file| file.kind == ContentKind::Actor);
        let read = |file: &ContentFile| match self.memo.latest(&file.path) {
            Some((digest, input)) if !reading.seen.concerns(file) => {
                Some((file.path.clone(), digest, Arc::clone(input)))
            }
            _ => self.read(file, reading, &options),
        };
        let memo: Vec<_> = actors.filter_map(read).collect();
        self.memo = memo.into_iter().collect();
        let inputs: Vec<Input> = self.memo.iter().map(|(_, _, input)| Input::clone(input)).collect();
        let called = resolve::called(&inputs, config, reading.settings.drafts, reading.settings.now);
        let roster = self.roster.get(called, |called| Arc::new(Roster::new(called.clone())));
        Some(Naming { roster, first })
    }

    fn read(&self, file: &ContentFile, reading: &Reading<'_>, options: &Options) -> Option<(Str, Digest, Arc<Input>)> {
        // What can't be read is told when its text is wanted.
        let bytes = load::read_content(reading.files, &reading.settings.root, &file.path).ok()?;
        let made_of = Digest::of_bytes(&bytes);
        let before = self.memo.latest(&file.path);
        if let Some((_, known)) = before.filter(|(digest, _)| *digest == made_of) {
            return Some((file.path.clone(), made_of, Arc::clone(known)));
        }
        let (summary, is_unreadable) = parse::front_matter(&source_file(file), &bytes, options);
        let input = match before {
            Some((_, known)) if is_unreadable && reading.is_preview => Arc::clone(known),
            _ => {
                let (path, stem, lang) = (file.path.clone(), file.stem.clone(), file.lang.clone());
                Arc::new(Input { path, kind: DocKind::Actor, stem, lang, title: None, summary: Arc::new(summary) })
            }
        };
        Some((file.path.clone(), made_of, input))
    }
}
