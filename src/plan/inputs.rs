//! A page's declared inputs: the views that its layout names, and nothing else.

use std::hash::Hash;

use tera::{Context, Value};

use super::roots::{self, Stage};
use super::{FeedPlan, PageSpec, Scene, SitemapEntry, Subject, Text, citing, data, feeds, maps};
use crate::cite::{Export, Format};
use crate::digest::{Bytes, Digest};
use crate::json::Json;
use crate::matter::Str;
use crate::view::Root;

/// A page's inputs, and with them its fingerprint.
pub enum Inputs {
    /// The views of the roots that the page's layout names.
    Template(Vec<(Root, Box<dyn Input>)>),
    /// A feed.
    Feed(Box<FeedPlan>),
    /// A report as others cite it, in a format.
    Citation(Box<Export>, Format),
    /// Data, as JSON.
    Data(Json),
    /// A site map: the addresses of pages, or of the map's parts.
    Sitemap {
        /// The addresses.
        entries: Vec<SitemapEntry>,
        /// Whether they are parts of the map.
        of_parts: bool,
    },
    /// The file for robots: the address of the site map.
    Robots(Option<Str>),
}

/// What a page is made of: its layout and words, its inputs, and the tool's version. Equal fingerprints mean equal bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    /// The digest of all of it.
    pub whole: Digest,
    /// The digest of the layout and its words; `None` for a feed and the like.
    pub layout: Option<Digest>,
    /// The digest of each root, where that was asked for.
    pub roots: Vec<(Root, Digest)>,
}

/// A view that is a page's input.
pub trait Input: Send {
    /// Feeds a hasher with all that templates can see of it.
    fn feed(&self, to: &mut Bytes);
    /// What templates see. `html` is that of the text of the page's own file.
    fn value(&self, html: &str) -> Value;
}

impl<T: Hash + serde::Serialize + Send> Input for T {
    fn feed(&self, to: &mut Bytes) {
        self.hash(to);
    }

    fn value(&self, _: &str) -> Value {
        Value::from_serializable(self)
    }
}

/// The inputs of one page. `text` is that of the page's own [file](PageSpec::file), where it has one.
#[must_use]
pub fn inputs(scene: &Scene, page: &PageSpec, text: Option<&Text>) -> Inputs {
    if let Some(layout) = &page.layout {
        let stage = Stage::new(scene, page, text);
        let roots = scene.theme.roots(layout).iter();
        return Inputs::Template(roots.filter_map(|root| Some((*root, roots::input(&stage, *root)?))).collect());
    }
    match &page.subject {
        Subject::Feed(actor) => Inputs::Feed(Box::new(feeds::feed(scene, page, *actor))),
        Subject::CorrectionFeed => Inputs::Feed(Box::new(feeds::corrections(scene, page))),
        Subject::Cite(file, format) => {
            Inputs::Citation(Box::new(citing::export(scene, scene.cards(&page.lang), *file)), *format)
        }
        Subject::Data(file) => Inputs::Data(data::data(&Stage::new(scene, page, None), *file)),
        Subject::Sitemap(part) => maps::sitemap(scene, page, *part),
        _ => Inputs::Robots(maps::address(scene)),
    }
}

impl Inputs {
    /// The page's fingerprint; with those of its roots, where somebody will ask why it is another.
    #[must_use]
    pub fn fingerprint(&self, scene: &Scene, page: &PageSpec, with_roots: bool) -> Fingerprint {
        const VERSION: &str = env!("CARGO_PKG_VERSION");
        let (mut layout, mut roots) = (None, Vec::new());
        let whole = match self {
            Self::Template(inputs) => {
                let name = page.layout.as_deref().unwrap_or_default();
                let digest = scene.theme.digest(name, &page.lang);
                if with_roots {
                    let of = |(root, input): &(Root, Box<dyn Input>)| (*root, Digest::fed(|bytes| input.feed(bytes)));
                    roots.extend(inputs.iter().map(of));
                }
                layout = Some(digest);
                Digest::fed(|bytes| {
                    (VERSION, name, digest, inputs.len()).hash(bytes);
                    for (root, input) in inputs {
                        root.hash(bytes);
                        input.feed(bytes);
                    }
                })
            }
            Self::Feed(feed) => Digest::of(&(VERSION, feed)),
            Self::Citation(export, format) => Digest::of(&(VERSION, export, format)),
            Self::Data(data) => Digest::of(&(VERSION, data)),
            Self::Sitemap { entries, of_parts } => Digest::of(&(VERSION, entries, of_parts)),
            Self::Robots(address) => Digest::of(&(VERSION, address)),
        };
        Fingerprint { whole, layout, roots }
    }

    /// What the template sees; empty for pages without one. `html` is that of the text of the page's own file.
    #[must_use]
    pub fn context(&self, html: &str) -> Context {
        let mut context = Context::new();
        if let Self::Template(roots) = self {
            for (root, input) in roots {
                context.insert_value(root.name(), input.value(html));
            }
        }
        context
    }
}
