//! Looking things up in the finished graph.

use super::graph::{Actor, Doc, DocKind, Event, File, FileEvent, Graph, Resolved, Section, Source, Standing};
use super::index::{ActorIx, DocIx, FileIx, TagIx};
use crate::id::Id;
use crate::matter::{MatterKind, Moment, Own};
use crate::parse::Quotation;

impl Graph {
    /// The file at a path from the root.
    pub fn file(&self, path: &str) -> Option<FileIx> {
        self.files.binary_search_by(|file| (*file.path).cmp(path)).ok().map(FileIx::from)
    }

    /// A file's thing.
    pub fn doc_of(&self, file: FileIx) -> &Doc {
        &self.docs[self.files[file].doc]
    }

    /// A thing's original file.
    pub fn original(&self, doc: DocIx) -> &File {
        &self.files[self.docs[doc].files[0]]
    }

    /// The version of a thing in a language, else its original; versions that are not shown do not count.
    pub fn version(&self, doc: DocIx, lang: &str) -> FileIx {
        let files = &self.docs[doc].files;
        if let [only] = files[..] {
            return only;
        }
        // Of what was withdrawn each version has a notice; of anything else no notice stands for it.
        let openly = self.docs[doc].standing.max(Standing::Unlisted);
        let is_shown = |file: &File| file.standing <= openly && &*file.summary.lang == lang;
        files.iter().copied().find(|file| is_shown(&self.files[*file])).unwrap_or(files[0])
    }

    /// An event, as the first file that names it has it.
    pub fn first_told(&self, event: &Event) -> &FileEvent {
        let (file, number) = event.places[0];
        &self.files[file].events[number as usize]
    }

    /// The tag with a slug.
    pub fn tag(&self, slug: &str) -> Option<TagIx> {
        self.tags.binary_search_by(|tag| (*tag.slug).cmp(slug)).ok().map(TagIx::from)
    }

    /// When a file was published.
    pub fn published(&self, file: FileIx) -> Option<&Moment> {
        self.files[file].matter.common.date.as_ref()
    }

    /// The actor with an id.
    pub fn actor_of(&self, id: &Id) -> Option<&Actor> {
        self.actor_ids.get(id).map(|actor| &self.actors[*actor])
    }

    /// Whether lists have an actor: it has a page, and its file is not unlisted.
    pub fn lists_actor(&self, actor: &Actor) -> bool {
        actor.has_page && actor.doc.is_none_or(|doc| self.docs[doc].standing == Standing::Listed)
    }

    /// Whether a section has a list: some have one only when there is something in it.
    pub fn has_list(&self, section: Section) -> bool {
        match section {
            Section::Tags => !self.tags.is_empty(),
            Section::Claims => !self.claims.is_empty(),
            Section::Corrections => !self.corrections.is_empty(),
            _ => true,
        }
    }

    /// The file whose front matter gives the claims of a file: its own, or that of its original.
    pub fn claims_of(&self, file: FileIx) -> FileIx {
        match &self.files[file].summary.matter.own {
            Own::Report(report) if report.claims.is_empty() => self.doc_of(file).files[0],
            _ => file,
        }
    }

    /// Who speaks in a quotation.
    pub fn speaker(&self, file: FileIx, quotation: &Quotation) -> Option<ActorIx> {
        let links = &self.files[file].links;
        quotation.speakers.iter().find_map(|link| match links.get(*link as usize)? {
            Resolved::Actor(actor) => Some(*actor),
            _ => None,
        })
    }

    /// Whether lists have a source: it has a page, and its file is not unlisted.
    pub fn lists_source(&self, source: &Source) -> bool {
        source.has_page && source.doc.is_none_or(|doc| self.docs[doc].standing == Standing::Listed)
    }

    /// Whether a thing's files have pages of their own, not only prose on a page that is made anyway.
    pub fn has_own_page(&self, doc: DocIx) -> bool {
        self.docs[doc].kind.has_own_page()
    }
}

impl File {
    /// The route of a file that stands beside its page: `/reports/x/cite.bib`.
    #[must_use]
    pub fn beside(&self, name: &str) -> String {
        let folder = self.route.strip_suffix(".html").unwrap_or(&self.route).trim_end_matches('/');
        format!("{folder}/{name}")
    }
}

impl Standing {
    /// Whether all that a file says is shown somewhere. Of what was withdrawn, only its title and dates are.
    pub const fn shows_text(self) -> bool {
        matches!(self, Self::Listed | Self::Unlisted)
    }
}

impl DocKind {
    /// The keys that files of this kind have.
    pub const fn matter(self) -> MatterKind {
        match self {
            Self::Report => MatterKind::Report,
            Self::Actor => MatterKind::Actor,
            Self::Source => MatterKind::Source,
            Self::Date => MatterKind::Date,
            Self::Page | Self::Prose(_) => MatterKind::Page,
        }
    }

    /// Whether files of this kind have pages of their own, not only prose on a page that is made anyway.
    pub const fn has_own_page(self) -> bool {
        matches!(self, Self::Report | Self::Page | Self::Actor | Self::Source)
    }
}
