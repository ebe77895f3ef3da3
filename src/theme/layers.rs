//! Looking things up: the site's own, then its theme's, then `margin`'s.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::components::{defined, without};
use super::words::{WordFile, Words};
use crate::matter::Str;
use crate::problem::{Name, Place, Problem};

/// A text of a theme, with the place that it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its name within its kind: `report.html`, `ar.ftl`.
    pub name: Str,
    /// The file that it came from, relative to the site's root; `margin:templates/report.html` for what is embedded.
    pub path: Str,
    /// The theme that it belongs to; `None` for the site's own.
    pub theme: Option<Str>,
    /// The text.
    pub text: Str,
}

/// All texts that make a theme: in each list the site's own first, then the theme's, then `margin`'s.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    /// Templates.
    pub templates: Vec<Source>,
    /// Words, named by their language: `ar`.
    pub words: Vec<Source>,
}

/// The template that a name stands for.
#[derive(Debug, Clone)]
pub struct Template {
    /// The file that it came from.
    pub path: Str,
    /// The text.
    pub text: Str,
}

/// The templates by name. `margin/report.html` names a theme's own.
#[derive(Debug, Clone)]
pub struct Layered {
    /// The strongest layer first, without the files that were dropped.
    sources: Vec<Source>,
    names: BTreeMap<Str, Template>,
}

impl Layered {
    /// Sorts templates by name; of two with one name, the one that comes first hides the other. A component hides those
    /// of its name in weaker layers, and no others of their files.
    #[must_use]
    pub fn new(sources: &[Source]) -> Self {
        Self { names: names(sources), sources: sources.to_vec() }
    }

    /// The template that a name stands for.
    pub fn get(&self, name: &str) -> Option<&Template> {
        self.names.get(name)
    }

    /// Every name with its template, sorted.
    pub fn iter(&self) -> impl Iterator<Item = (&Str, &Template)> {
        self.names.iter()
    }

    /// Every name, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(|name| &**name)
    }

    /// The names of a file's templates, and of the components in them.
    pub fn of_file(&self, path: &str) -> Vec<String> {
        let its = self.names.iter().filter(|(_, template)| &*template.path == path);
        its.flat_map(|(name, template)| {
            let components = defined(&template.text).into_iter().map(|component| component.name.to_owned());
            components.chain([name.to_string()]).collect::<Vec<_>>()
        })
        .collect()
    }

    /// Whether there is a template or a component of a name.
    pub fn defines(&self, name: &str) -> bool {
        let has = |template: &Template| defined(&template.text).iter().any(|component| component.name == name);
        self.names.contains_key(name) || self.names.values().any(has)
    }

    /// Takes a file's templates out, so that the next layer's show. A file is told once, whatever names it has.
    /// Returns whether it was there.
    pub fn drop_file(&mut self, path: &str) -> bool {
        let before = self.sources.len();
        self.sources.retain(|source| &*source.path != path);
        self.names = names(&self.sources);
        self.sources.len() < before
    }
}

fn names(sources: &[Source]) -> BTreeMap<Str, Template> {
    let mut names: BTreeMap<Str, Template> = BTreeMap::new();
    let mut add = |name: Str, template: Template| {
        names.entry(name).or_insert(template);
    };
    // Components of stronger layers. Two of one name in one layer stay, and are told.
    let mut hidden: BTreeSet<String> = BTreeSet::new();
    let mut plain: BTreeSet<&str> = BTreeSet::new();
    for layer in sources.chunk_by(|a, b| a.theme == b.theme) {
        let mut own: BTreeSet<String> = BTreeSet::new();
        for source in layer {
            let components = defined(&source.text);
            let text = match without(&source.text, &hidden) {
                Cow::Borrowed(_) => source.text.clone(),
                Cow::Owned(text) => text.into(),
            };
            let template = Template { path: source.path.clone(), text };
            let first = plain.insert(&source.name);
            if let Some(theme) = &source.theme
                // What defines components has one name, since each of them may be there once.
                && (components.is_empty() || !first)
            {
                add(format!("{theme}/{}", source.name).into(), template.clone());
            }
            add(source.name.clone(), template);
            own.extend(components.iter().map(|component| component.name.to_owned()));
        }
        hidden.extend(own);
    }
    names
}

/// The words of each language that any layer has words for.
pub(super) fn words(sources: &[Source], problems: &mut Vec<Problem>) -> BTreeMap<Str, Words> {
    let languages: BTreeSet<&Str> = sources.iter().map(|source| &source.name).collect();
    // The weakest layer first: what comes later overrides single words.
    let files: Vec<WordFile<'_>> = sources
        .iter()
        .rev()
        .map(|source| WordFile { language: &source.name, text: &source.text, file: &source.path })
        .collect();
    let mut all = BTreeMap::new();
    let mut told = BTreeSet::new();
    for language in languages {
        let (words, errors) = Words::new(language, &files);
        for error in errors {
            if told.insert((error.file.clone(), error.range.start)) {
                problems.push(
                    Problem::at(Name::TemplateSyntax, Place::bytes(&error.file, error.range), error.message)
                        .help("words are written in Fluent: `key = text`".to_owned()),
                );
            }
        }
        all.insert(language.clone(), words);
    }
    all
}
