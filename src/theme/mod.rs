//! The theme: templates, words and static files, each looked up in the site, then in its theme, then in `margin`.
//!
//! A theme is data. Its templates see the roots of their layout and the words, and nothing else.

mod components;
mod dates;
mod engine;
mod fault;
mod fold;
mod layers;
mod manifest;
mod margin;
mod references;
mod words;

pub use dates::{date_short, date_words, key_words, weekday_words};
pub use engine::{Engine, Rendered};
pub use layers::{Layered, Source, Sources, Template};
pub use manifest::check_manifest;
pub use margin::{NAME as DEFAULT, margin};
pub use words::{Arg, Words};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use crate::digest::Digest;
use crate::matter::Str;
use crate::problem::Problem;
use crate::view::Root;

/// The layouts that every site needs. Each is a template of this name with `.html`.
pub const LAYOUTS: &[&str] = &[
    "home",
    "reports",
    "report",
    "actors",
    "actor",
    "card",
    "dates",
    "date",
    "sources",
    "source",
    "tags",
    "tag",
    "page",
    "search",
    "404",
    "redirect",
    "claims",
    "corrections",
    "withdrawn",
];

/// A theme, ready to render in each language that it is asked for.
pub struct Theme {
    /// The templates, by language of the words that they call for: compiled when a page wants them.
    engines: BTreeMap<Str, (Arc<Words>, OnceLock<Engine>)>,
    layered: Layered,
    /// The language of the site.
    lang: Str,
    /// What is known of each template, by name.
    templates: BTreeMap<Str, Known>,
    /// Templates and components that are nowhere, because they or what they need can't be parsed.
    lost: BTreeSet<String>,
}

/// What is known of a template without rendering it.
struct Known {
    /// The digest of its text and of all that it extends, includes or calls.
    digest: Digest,
    /// The roots that it uses, in the order of [`Root::ALL`].
    roots: Vec<Root>,
    /// Itself, and the names of all that it extends, includes or calls.
    reached: BTreeSet<Str>,
}

impl Theme {
    /// Puts a theme together. Whatever is wrong in a template is told, and the template of the next layer takes its
    /// place, so that the rest of the site is still checked.
    #[must_use]
    pub fn new(sources: &Sources, lang: &Str) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut layered = Layered::new(&sources.templates);
        let mut words = layers::words(&sources.words, &mut problems);
        if words.is_empty() {
            words.insert(Arc::clone(lang), Words::new(lang, &[]).0);
        }
        let lost = engine::settle(&mut layered, &mut problems);
        let engines = words.into_iter().map(|(code, words)| (code, (Arc::new(words), OnceLock::new()))).collect();
        let mut theme = Self { engines, layered, lang: Arc::clone(lang), templates: BTreeMap::new(), lost };
        // All languages have the same templates: those of the site's are most likely wanted anyway.
        theme.templates =
            theme.engine(lang).map(|engine| references::known(&theme.layered, engine)).unwrap_or_default();
        (theme, problems)
    }

    /// The language of the words on a page in `lang`: that language where the theme has words for it, else the site's.
    pub fn language(&self, lang: &str) -> &Str {
        let primary = lang.split('-').next().unwrap_or(lang);
        let found = self.engines.get_key_value(lang).or_else(|| self.engines.get_key_value(primary));
        found.map_or(&self.lang, |(code, _)| code)
    }

    /// Whether nothing is behind a problem but a template that can't be parsed, which is told already.
    pub fn has_told(&self, problem: &Problem) -> bool {
        engine::follows(problem, &self.lost)
    }

    /// The languages that the theme has words for.
    pub fn languages(&self) -> impl Iterator<Item = &Str> {
        self.engines.keys()
    }

    /// The templates with the words of a language that [`Theme::language`] named.
    pub fn engine(&self, lang: &str) -> Option<&Engine> {
        let (words, engine) = self.of(lang)?;
        Some(engine.get_or_init(|| Engine::new(&self.layered, Arc::clone(words))))
    }

    /// The words of such a language.
    pub fn words(&self, lang: &str) -> Option<&Arc<Words>> {
        self.of(lang).map(|(words, _)| words)
    }

    fn of(&self, lang: &str) -> Option<&(Arc<Words>, OnceLock<Engine>)> {
        self.engines.get(lang).or_else(|| self.engines.get(&*self.lang)).or_else(|| self.engines.values().next())
    }

    /// Whether there is such a layout.
    pub fn has(&self, layout: &str) -> bool {
        self.templates.contains_key(&*file_name(layout))
    }

    /// The names of all templates, without `.html`.
    pub fn layouts(&self) -> impl Iterator<Item = &str> {
        self.templates.keys().filter_map(|name| name.strip_suffix(".html"))
    }

    /// The roots that a layout uses.
    pub fn roots(&self, layout: &str) -> &[Root] {
        self.templates.get(&*file_name(layout)).map_or(&[], |known| &known.roots)
    }

    /// Whether a layout extends, includes or calls a template.
    pub fn reaches(&self, layout: &str, template: &str) -> bool {
        self.templates.get(&*file_name(layout)).is_some_and(|known| known.reached.contains(template))
    }

    /// The digest of a layout, with all that it extends, includes or calls, and of the words of a language.
    pub fn digest(&self, layout: &str, lang: &str) -> Digest {
        let template = self.templates.get(&*file_name(layout)).map(|known| known.digest);
        let words = self.words(lang).map(|words| words.digest());
        Digest::of(&(template, words))
    }
}

/// The template of a layout.
pub(crate) fn file_name(layout: &str) -> String {
    format!("{layout}.html")
}
