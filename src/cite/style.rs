//! Styles: those that come with the program, made ready for use once.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, OnceLock, PoisonError, RwLock};

use hayagriva::archive::ArchivedStyle;
use hayagriva::citationberg::taxonomy::{NumberOrPageVariable, NumberVariable, StandardVariable, Variable};
use hayagriva::citationberg::{
    self, CitationFormat, IndependentStyle, LayoutRenderingElement as Element, Name, NamesChild, StyleCategory,
    StyleClass, TextTarget,
};

use super::narrow::{Sort, branches};

/// A style that comes with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style(usize);

/// How a style cites in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// By the number in the list of sources: `[1]`.
    Number,
    /// By author and date, or author alone: `(Security Council 2015)`.
    Author,
    /// In notes.
    Note,
}

/// A style, ready for use.
#[derive(Debug)]
pub(super) struct Ready {
    pub(super) class: Class,
    /// For any source.
    whole: Arc<Parts>,
    /// For sorts of sources.
    narrow: RwLock<BTreeMap<Sort, Arc<Parts>>>,
}

/// So many sorts of sources have a style of their own: one may take some hundred kilobytes.
const MOST_SORTS: usize = 64;

/// A style's two parts.
#[derive(Debug)]
pub(super) struct Parts {
    /// For citations, without what stands around all of them.
    pub(super) citation: IndependentStyle,
    /// For the bibliography, without the number or label that an entry begins with: the page's list has its own.
    pub(super) bibliography: IndependentStyle,
}

impl Style {
    /// The style with a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|style| style.archived().names().contains(&name))
    }

    /// All styles. One that comes along has labels for its citations, and no bibliography; it is none of them.
    pub fn all() -> impl Iterator<Item = Self> {
        let has_entries = |style: &Self| style.archived() != ArchivedStyle::Alphanumeric;
        (0..ArchivedStyle::all().len()).map(Self).filter(has_entries)
    }

    fn archived(self) -> ArchivedStyle {
        ArchivedStyle::all()[self.0]
    }

    /// The first of its names.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.archived().names().first().copied().unwrap_or_default()
    }

    pub(super) fn ready(self) -> &'static Ready {
        static READY: LazyLock<Vec<OnceLock<Ready>>> =
            LazyLock::new(|| ArchivedStyle::all().iter().map(|_| OnceLock::new()).collect());
        READY[self.0].get_or_init(|| Ready::new(self.archived()))
    }
}

impl Ready {
    fn new(style: ArchivedStyle) -> Self {
        let citationberg::Style::Independent(mut citation) = style.get() else {
            unreachable!("every style that comes along stands by itself");
        };
        let layouts = std::iter::once(&mut citation.citation.layout)
            .chain(citation.bibliography.as_mut().map(|part| &mut part.layout))
            .map(|layout| &mut layout.elements);
        layouts.chain(citation.macros.iter_mut().map(|part| &mut part.children)).for_each(|all| with_forms(all));
        let class = class(&citation);
        let mut bibliography = citation.clone();
        if let Some(part) = &mut bibliography.bibliography {
            without_numbers(&mut part.layout.elements);
            for part in &mut bibliography.macros {
                without_numbers(&mut part.children);
            }
            part.second_field_align = None;
        }
        (bibliography.citation.layout.prefix, bibliography.citation.layout.suffix) = (None, None);
        Self { class, whole: Arc::new(Parts { citation, bibliography }), narrow: RwLock::default() }
    }

    /// The style for any source.
    pub(super) fn whole(&self) -> &Arc<Parts> {
        &self.whole
    }

    /// The style for such sources.
    pub(super) fn parts(&self, sort: &Sort) -> Arc<Parts> {
        if let Some(known) = self.narrow.read().unwrap_or_else(PoisonError::into_inner).get(sort) {
            return Arc::clone(known);
        }
        let mut narrow = self.narrow.write().unwrap_or_else(PoisonError::into_inner);
        if narrow.len() >= MOST_SORTS {
            return Arc::clone(&self.whole);
        }
        Arc::clone(narrow.entry(sort.clone()).or_insert_with(|| Arc::new(self.narrowed(sort))))
    }

    pub(super) fn narrowed(&self, sort: &Sort) -> Parts {
        let Parts { citation, bibliography } = &*self.whole;
        Parts { citation: sort.narrow(citation), bibliography: sort.narrow(bibliography) }
    }
}

fn class(style: &IndependentStyle) -> Class {
    if style.settings.class == StyleClass::Note {
        return Class::Note;
    }
    let mut formats = style.info.category.iter().filter_map(|category| match category {
        StyleCategory::CitationFormat { format } => Some(*format),
        StyleCategory::Field { .. } => None,
    });
    match formats.next_back() {
        Some(CitationFormat::Numeric) => Class::Number,
        Some(CitationFormat::Note) => Class::Note,
        Some(CitationFormat::Author | CitationFormat::AuthorDate | CitationFormat::Label) | None => Class::Author,
    }
}

/// Says of names how they are written where the style leaves that to the default: hayagriva takes names with a label and
/// without a form for none.
fn with_forms(elements: &mut [Element]) {
    for element in elements {
        match element {
            Element::Names(names) => {
                if !names.children.is_empty() && names.name().is_none() {
                    names.children.insert(0, NamesChild::Name(Name::default()));
                }
                for child in &mut names.children {
                    if let NamesChild::Substitute(substitute) = child {
                        with_forms(&mut substitute.children);
                    }
                }
            }
            Element::Group(group) => with_forms(&mut group.children),
            Element::Choose(choose) => branches(choose).for_each(|all| with_forms(all)),
            _ => {}
        }
    }
}

/// Takes out what prints an entry's number or label.
fn without_numbers(elements: &mut Vec<Element>) {
    elements.retain(|element| !is_number(element));
    for element in elements {
        match element {
            Element::Group(group) => without_numbers(&mut group.children),
            Element::Choose(choose) => branches(choose).for_each(without_numbers),
            _ => {}
        }
    }
}

fn is_number(element: &Element) -> bool {
    match element {
        Element::Text(text) => matches!(
            text.target,
            TextTarget::Variable {
                var: Variable::Number(NumberVariable::CitationNumber)
                    | Variable::Standard(StandardVariable::CitationLabel),
                ..
            }
        ),
        Element::Number(number) => number.variable == NumberOrPageVariable::Number(NumberVariable::CitationNumber),
        _ => false,
    }
}
