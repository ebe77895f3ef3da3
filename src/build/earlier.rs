//! What the builds of a session have written so far, and of what.

use std::collections::HashMap;

use super::why::Why;
use crate::digest::Digest;
use crate::matter::Str;
use crate::plan::{Basis, Fingerprint, PageSpec};
use crate::resolve::FileIx;
use crate::session::{Copied, Seen, Snapshot};

/// What the builds of a session have written so far, and of what. Begins empty.
pub struct Earlier {
    /// Whether there will be a next build that looks at it.
    pub(super) remembers: bool,
    /// The last build that was written.
    written: Option<Written>,
    /// What may have changed since then.
    seen: Seen,
}

impl Default for Earlier {
    fn default() -> Self {
        Self { remembers: true, written: None, seen: Seen::Everything }
    }
}

/// A build that was written.
pub(super) struct Written {
    basis: Basis,
    /// The digest of each file's text.
    texts: Vec<Digest>,
    pages: HashMap<Str, Fingerprint>,
    copies: HashMap<Str, (Copied, Digest)>,
}

impl Written {
    pub(super) fn new(
        site: &Snapshot,
        pages: impl Iterator<Item = (Str, Fingerprint)>,
        copies: impl IntoIterator<Item = (Str, Digest)>,
    ) -> Self {
        let from = |(name, digest): (Str, Digest)| Some((name.clone(), (site.copies.get(&name)?.clone(), digest)));
        Self {
            basis: site.scene.basis().clone(),
            texts: site.digests().to_vec(),
            pages: pages.collect(),
            copies: copies.into_iter().filter_map(from).collect(),
        }
    }
}

/// The pages of an earlier build that nothing has touched since.
pub(super) struct Untouched<'a>(Option<(&'a Written, &'a Snapshot)>);

impl Untouched<'_> {
    /// What the page was made of, if it would be made of the same now. Everything on a page comes from the graph,
    /// titles and summaries, the theme, the configuration and the text of its own file.
    pub(super) fn page(&self, page: &PageSpec) -> Option<&Fingerprint> {
        let (written, site) = self.0?;
        let file = page.file(&site.scene.graph).map(FileIx::get);
        let same_text = file.is_none_or(|file| written.texts.get(file) == site.digests().get(file));
        written.pages.get(&page.route).filter(|_| same_text)
    }
}

impl Earlier {
    /// For a build that has no next one.
    pub(super) fn forgetful() -> Self {
        Self { remembers: false, ..Self::default() }
    }

    /// Notes what may have changed.
    pub(super) fn see(&mut self, seen: &Seen) {
        let before = std::mem::replace(&mut self.seen, Seen::Everything);
        self.seen = before.and(seen.clone());
    }

    /// Notes that a build was written.
    pub(super) fn wrote(&mut self, written: Written) {
        self.written = Some(written);
        self.seen = Seen::nothing();
    }

    /// Whether a page was made of the same when it was last written.
    pub(super) fn has(&self, route: &str, fingerprint: Digest) -> bool {
        let made = self.written.as_ref().and_then(|written| written.pages.get(route));
        made.is_some_and(|made| made.whole == fingerprint)
    }

    pub(super) fn untouched<'a>(&'a self, site: &'a Snapshot) -> Untouched<'a> {
        let written = self.written.as_ref().filter(|written| written.basis == *site.scene.basis());
        Untouched(written.map(|written| (written, site)))
    }

    /// The digest of a file that was copied and has not changed since.
    pub(super) fn copied(&self, name: &Str, from: &Copied) -> Option<Digest> {
        let (before, digest) = self.written.as_ref()?.copies.get(name)?;
        let same = match from {
            Copied::Embedded(_) => true,
            Copied::File { path, linked } => !linked && !self.seen.names(path),
        };
        (same && before == from).then_some(*digest)
    }

    /// Why a page is made now.
    pub(super) fn why(&self, route: &Str, made: &Fingerprint) -> Why {
        let Some(written) = &self.written else { return Why::Unknown };
        written.pages.get(route).map_or(Why::New, |before| Why::between(before, made))
    }
}
