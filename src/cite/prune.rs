//! What prints nothing of a sort of sources, cut out of a style. A macro or group asks everything in it, at each level anew,
//! whether it will print: what surely won't need not be asked.
//!
//! A group, and a macro, is printed unless it has variables of which none is there (CSL 1.0.2, “Group”). So an element
//! that prints nothing is either as if it were not, or counts as an absent variable.

use std::collections::BTreeMap;

use hayagriva::citationberg::taxonomy::{DateVariable, NumberOrPageVariable, StandardVariable, Variable};
use hayagriva::citationberg::{
    Affixes, Choose, CslMacro, Group, IndependentStyle, LayoutRenderingElement as Element, LongShortForm, Names,
    NamesChild, Text, TextTarget, ToAffixes as _,
};

use super::narrow::{Narrow, branches, is_always};

/// What is known of what an element prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Prints {
    /// Nothing, and no group counts it.
    Nothing,
    /// Nothing; to a group it is a variable that is not there.
    Absent,
    /// Words of the style alone.
    Words,
    /// It hangs on the source.
    Open,
}

/// Cuts a style.
pub(super) fn prune(style: &mut IndependentStyle, narrow: &Narrow<'_>) {
    let macros = std::mem::take(&mut style.macros);
    let mut prune = Prune {
        narrow,
        left: macros.into_iter().map(|part| (part.name.clone(), part)).collect(),
        done: BTreeMap::new(),
    };
    prune.elements(&mut style.citation.layout.elements, Place::Layout);
    if let Some(bibliography) = &mut style.bibliography {
        prune.elements(&mut bibliography.layout.elements, Place::Layout);
    }
    while let Some((name, _)) = prune.left.first_key_value() {
        let name = name.clone();
        prune.called(&name);
    }
    style.macros = prune.done.into_values().map(|(part, _)| part).collect();
}

struct Prune<'n> {
    narrow: &'n Narrow<'n>,
    /// Macros that have not been looked at.
    left: BTreeMap<String, CslMacro>,
    done: BTreeMap<String, (CslMacro, Prints)>,
}

/// What is in a list.
#[derive(Default)]
struct Sum {
    has_absent: bool,
    has_words: bool,
    is_open: bool,
}

impl Sum {
    /// What it prints where each element stands for itself.
    const fn each(&self) -> Prints {
        match self {
            Self { is_open: true, .. } | Self { has_words: true, has_absent: true, .. } => Prints::Open,
            Self { has_words: true, .. } => Prints::Words,
            Self { has_absent: true, .. } => Prints::Absent,
            _ => Prints::Nothing,
        }
    }

    /// What it prints where none does without a variable that is there.
    const fn together(&self) -> Prints {
        if self.has_absent && !self.is_open { Prints::Absent } else { self.each() }
    }
}

/// Where elements stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In a layout, or among the substitutes of names: each stands for itself.
    Layout,
    /// In a group, macro or branch: together they print or don't.
    Group,
}

impl Prune<'_> {
    /// Cuts what prints nothing out of a list; what the rest of it prints.
    fn elements(&mut self, elements: &mut Vec<Element>, place: Place) -> Sum {
        let mut sum = Sum::default();
        let mut left = Vec::with_capacity(elements.len());
        for mut element in elements.drain(..) {
            match self.element(&mut element) {
                Prints::Nothing => continue,
                Prints::Absent => {
                    if !std::mem::replace(&mut sum.has_absent, true) {
                        left.push(absent());
                    }
                    continue;
                }
                Prints::Words => sum.has_words = true,
                Prints::Open => sum.is_open = true,
            }
            match element {
                // What is always chosen stands by itself.
                Element::Choose(mut choose) if place == Place::Group && stands_alone(&choose) => {
                    left.append(&mut choose.if_.children);
                }
                element => left.push(element),
            }
        }
        *elements = left;
        sum
    }

    fn element(&mut self, element: &mut Element) -> Prints {
        match element {
            Element::Text(text) => self.text(text),
            Element::Number(number) => self.variable(whole(number.variable), Prints::Absent),
            Element::Label(label) => self.variable(whole(label.variable), Prints::Nothing),
            Element::Date(date) => {
                date.variable.map_or(Prints::Open, |variable| self.variable(Variable::Date(variable), Prints::Absent))
            }
            Element::Names(names) => self.names(names),
            Element::Choose(choose) => self.choose(choose),
            Element::Group(group) => self.group(group),
        }
    }

    fn variable(&self, variable: Variable, without: Prints) -> Prints {
        if self.narrow.lacks(variable) { without } else { Prints::Open }
    }

    fn text(&mut self, text: &Text) -> Prints {
        match &text.target {
            TextTarget::Variable { var: Variable::Standard(StandardVariable::Title), .. } => {
                // The short form has a variable of its own.
                let short = self.variable(Variable::Standard(StandardVariable::TitleShort), Prints::Absent);
                if short == Prints::Open {
                    return short;
                }
                self.variable(Variable::Standard(StandardVariable::Title), Prints::Absent)
            }
            TextTarget::Variable { var, .. } => self.variable(*var, Prints::Absent),
            TextTarget::Macro { name } => match self.called(name) {
                Prints::Nothing if !is_bare(&text.affixes) => Prints::Open,
                // To a group, a macro that prints is as good as a variable that is there.
                Prints::Words => Prints::Open,
                prints => prints,
            },
            TextTarget::Term { .. } | TextTarget::Value { .. } => Prints::Words,
        }
    }

    /// What a macro prints.
    fn called(&mut self, name: &str) -> Prints {
        if let Some((mut part, name)) = self.left.remove(name).map(|part| (part, name.to_owned())) {
            let prints = self.elements(&mut part.children, Place::Group).together();
            self.done.insert(name, (part, prints));
            return prints;
        }
        // One that calls itself is left alone.
        self.done.get(name).map_or(Prints::Open, |(_, prints)| *prints)
    }

    fn group(&mut self, group: &mut Group) -> Prints {
        match self.elements(&mut group.children, Place::Group).together() {
            Prints::Nothing if !is_bare(&group.to_affixes()) => Prints::Open,
            // To a group around it, one that prints is as good as a variable that is there.
            Prints::Words => Prints::Open,
            prints => prints,
        }
    }

    fn choose(&mut self, choose: &mut Choose) -> Prints {
        let mut prints: Vec<_> =
            branches(choose).map(|children| self.elements(children, Place::Group).each()).collect();
        if choose.otherwise.is_none() && !is_always(&choose.if_) {
            prints.push(Prints::Nothing);
        }
        let first = prints[0];
        if prints.iter().all(|print| *print == first) { first } else { Prints::Open }
    }

    fn names(&mut self, names: &mut Names) -> Prints {
        // Those without variables stand for the names around them.
        let is_there = |variable| !self.narrow.lacks(Variable::Name(variable));
        if names.variable.is_empty() {
            return Prints::Open;
        }
        if names.variable.iter().copied().any(is_there) {
            names.children.retain(|child| !matches!(child, NamesChild::Substitute(_)));
            return Prints::Open;
        }
        let mut prints = Prints::Nothing;
        for child in &mut names.children {
            if let NamesChild::Substitute(substitute) = child {
                prints = self.elements(&mut substitute.children, Place::Layout).each();
            }
        }
        // What stands for names is printed as names are.
        if prints == Prints::Words { Prints::Open } else { prints }
    }
}

const fn whole(variable: NumberOrPageVariable) -> Variable {
    match variable {
        NumberOrPageVariable::Number(number) => Variable::Number(number),
        NumberOrPageVariable::Page(page) => Variable::Page(page),
    }
}

const fn is_bare(affixes: &Affixes) -> bool {
    affixes.prefix.is_none() && affixes.suffix.is_none()
}

/// Whether what is chosen is the same always, and a group counts it no otherwise than what it stands for.
fn stands_alone(choose: &Choose) -> bool {
    // A group of words counts as something there only where it stands in a group itself.
    let is_words = |element: &Element| {
        matches!(element, Element::Text(Text { target: TextTarget::Term { .. } | TextTarget::Value { .. }, .. }))
    };
    let counts = |element: &Element| matches!(element, Element::Group(group) if group.children.iter().all(is_words));
    is_always(&choose.if_) && !choose.if_.children.iter().any(counts)
}

/// A variable that is not there: no text is a date, so that no source is asked.
fn absent() -> Element {
    let var = Variable::Date(DateVariable::Submitted);
    Element::Text(Text::with_target(TextTarget::Variable { var, form: LongShortForm::default() }))
}
