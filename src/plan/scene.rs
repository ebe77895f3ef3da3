//! All that pages are made of, in one place: the graph, the theme, the texts, and the cards that pages share.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::address::Addresses;
use super::cards::Cards;
use super::headlines::Headlines;
use crate::cite;
use crate::config::Config;
use crate::digest::Digest;
use crate::matter::Str;
use crate::memo::Same;
use crate::parse::{Body, Headline, Outline};
use crate::resolve::{Graph, SEARCH};
use crate::theme::Theme;
use crate::view::{LanguageView, LinkView, PublisherView, Raw, Shared, SiteView};

/// A file's text: all that its page shows of it, and other pages don't.
#[derive(Debug, Clone)]
pub struct Text {
    /// The body; its HTML comes when the page is rendered.
    pub body: Arc<Body>,
    /// What stands beside it.
    pub outline: Arc<Outline>,
    /// The digest of the file, and of all that it was parsed with.
    pub digest: Digest,
    /// What is wrong with links, by number of the link: marked at its place. Only a preview has any.
    pub marks: BTreeMap<u32, Str>,
}

/// What a scene is made of. It is equal to itself alone.
#[derive(Clone, PartialEq)]
pub struct Basis {
    graph: Same<Graph>,
    headlines: Same<Vec<Arc<Headline>>>,
    theme: Same<Theme>,
    config: Same<Config>,
    entries: Same<cite::Memory>,
}

impl Basis {
    /// These; the headlines are in the order of the graph's files, and `entries` remembers what earlier scenes have
    /// formatted.
    #[must_use]
    pub fn new(
        graph: &Arc<Graph>,
        headlines: &Arc<Vec<Arc<Headline>>>,
        theme: &Arc<Theme>,
        config: &Arc<Config>,
        entries: &Arc<cite::Memory>,
    ) -> Self {
        let entries = Same(Arc::clone(entries));
        let (graph, headlines) = (Same(Arc::clone(graph)), Same(Arc::clone(headlines)));
        Self { graph, headlines, theme: Same(Arc::clone(theme)), config: Same(Arc::clone(config)), entries }
    }

    /// The same with another theme.
    #[must_use]
    pub fn with_theme(&self, theme: &Arc<Theme>) -> Self {
        Self { theme: Same(Arc::clone(theme)), ..self.clone() }
    }
}

/// All that pages are made of.
///
/// A value of its own, that can be kept while the next one is made: whoever renders from it sees one state of the site.
pub struct Scene {
    basis: Basis,
    /// Who mentions whom.
    pub graph: Arc<Graph>,
    /// Titles and summaries.
    pub headlines: Headlines,
    /// Templates and words.
    pub theme: Arc<Theme>,
    /// The configuration.
    pub config: Arc<Config>,
    /// Bibliography entries that were formatted before.
    pub entries: Arc<cite::Memory>,
    /// The root `site`.
    pub site: Shared<SiteView>,
    /// Addresses.
    pub addresses: Addresses,
    /// The cards of each language of the theme's words, made when the first page wants them.
    cards: BTreeMap<Str, OnceLock<Cards>>,
}

impl Scene {
    /// Puts it together.
    #[must_use]
    pub fn new(basis: &Basis) -> Self {
        let Basis { graph, headlines, theme, config, entries } = basis.clone();
        let (graph, theme, config) = (graph.0, theme.0, config.0);
        let headlines = Headlines::new(&graph, &headlines.0);
        let addresses = Addresses::new(&config);
        let langs = std::iter::once(theme.language(&config.lang)).chain(theme.languages());
        let cards = langs.map(|lang| (lang.clone(), OnceLock::new())).collect();
        let site = Shared::new(site(&graph, &headlines, &config, &addresses));
        Self { basis: basis.clone(), graph, headlines, theme, config, entries: entries.0, site, addresses, cards }
    }

    /// What it is made of.
    pub const fn basis(&self) -> &Basis {
        &self.basis
    }

    /// The cards in a language that `Theme::language` named.
    ///
    /// # Panics
    /// Never for the language of a planned page.
    pub fn cards(&self, lang: &str) -> &Cards {
        let known = self.cards.get_key_value(lang).or_else(|| self.cards.iter().next());
        let (lang, cards) = known.expect("a site has a language");
        cards.get_or_init(|| {
            let words = self.theme.words(lang).expect("a theme has words in at least one language");
            Cards::new(self, words, lang)
        })
    }

    /// How many cards were made, about.
    #[must_use]
    pub fn made(&self) -> usize {
        self.cards.values().filter_map(OnceLock::get).map(Cards::made).sum()
    }

    /// The same scene with nothing that pages share made yet. Cards are kept for as long as their scene is; whoever makes
    /// pages now and then, for a long time, takes a fresh one now and then.
    #[must_use]
    pub fn fresh(&self) -> Self {
        Self::new(&self.basis)
    }
}

fn site(graph: &Graph, headlines: &Headlines, config: &Config, addresses: &Addresses) -> SiteView {
    let menu = match &config.menu {
        Some(menu) => {
            menu.iter().map(|item| LinkView { title: item.title.clone(), url: addresses.written(&item.url) }).collect()
        }
        None => plain_pages(graph, headlines, addresses),
    };
    SiteView {
        title: config.title.clone(),
        description: config.description.clone(),
        origin: addresses.origin().cloned(),
        base: addresses.base().clone(),
        lang: config.lang.clone(),
        languages: config.languages.iter().map(language).collect(),
        publisher: config
            .publisher
            .as_ref()
            .map(|publisher| PublisherView { name: publisher.name.clone(), url: publisher.url.clone() }),
        license: config.license.clone(),
        menu,
        search: config.search.then(|| addresses.of(SEARCH)),
        generator: concat!("Glossator ", env!("CARGO_PKG_VERSION")).into(),
        extra: Raw::map(&config.extra),
    }
}

/// The default menu: the listed plain pages that do not ask to be left out.
fn plain_pages(graph: &Graph, headlines: &Headlines, addresses: &Addresses) -> Vec<LinkView> {
    use crate::matter::Own;
    use crate::resolve::Standing;
    let shown = graph.pages.iter().filter(|page| {
        let wanted = match &graph.original(**page).matter.own {
            Own::Page(page) => page.menu != Some(false),
            _ => true,
        };
        wanted && graph.docs[**page].standing == Standing::Listed
    });
    shown
        .map(|page| {
            let file = graph.docs[*page].files[0];
            LinkView { title: headlines.title(file).clone(), url: addresses.of(&graph.files[file].route) }
        })
        .collect()
}

/// A language, as templates see it.
pub(super) fn language(code: &Str) -> LanguageView {
    LanguageView {
        code: code.clone(),
        name: crate::lang::native_name(code).unwrap_or(code).into(),
        dir: direction(code).into(),
    }
}

/// The direction of a language.
pub(super) fn direction(code: &str) -> &'static str {
    if crate::lang::is_rtl(code) { "rtl" } else { "ltr" }
}
