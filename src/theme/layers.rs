//! Looking things up: the site's own, then its theme's, then `margin`'s.

use std::collections::{BTreeMap, BTreeSet};

use super::references::defines_components;
use super::words::{WordFile, Words};
use crate::matter::Str;
use crate::problem::{Name, Place, Problem};

/// A text of a theme, with the place that it came from.
#[derive(Debug, Clone)]
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
#[derive(Debug, Clone, Default)]
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

/// The templates by name, each with those that it hides. `margin/report.html` names a theme's own.
#[derive(Debug, Clone)]
pub struct Layered {
    names: BTreeMap<Str, Vec<Template>>,
    broken: BTreeSet<Str>,
}

impl Layered {
    /// Sorts templates by name; of two with one name, the one that comes first hides the other.
    #[must_use]
    pub fn new(sources: &[Source]) -> Self {
        let mut names: BTreeMap<Str, Vec<Template>> = BTreeMap::new();
        for source in sources {
            let template = Template { path: source.path.clone(), text: source.text.clone() };
            // A component has one definition: that of the file that its name stands for.
            if let Some(theme) = &source.theme
                && !defines_components(&source.text)
            {
                let own = names.entry(format!("{theme}/{}", source.name).into()).or_default();
                own.push(template.clone());
            }
            names.entry(source.name.clone()).or_default().push(template);
        }
        Self { names, broken: BTreeSet::new() }
    }

    /// The template that a name stands for.
    pub fn get(&self, name: &str) -> Option<&Template> {
        self.names.get(name)?.first()
    }

    /// Every name with its template, sorted.
    pub fn iter(&self) -> impl Iterator<Item = (&Str, &Template)> {
        self.names.iter().filter_map(|(name, layers)| Some((name, layers.first()?)))
    }

    /// Every name, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(|name| &**name)
    }

    /// Takes a file's templates out, so that the next layer's show. A file is told once, whatever names it has.
    /// Returns whether it was there.
    pub fn drop_file(&mut self, path: &str) -> bool {
        let mut found = false;
        for layers in self.names.values_mut() {
            let before = layers.len();
            layers.retain(|template| &*template.path != path);
            found |= layers.len() < before;
        }
        self.names.retain(|_, layers| !layers.is_empty());
        self.broken.insert(path.into());
        found
    }
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
