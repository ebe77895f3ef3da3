//! Macros in the order in which a style asks for them. The formatter looks for each by its name, from the first on, and
//! some styles have more than a hundred.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use hayagriva::citationberg::{
    Choose, CslMacro, IndependentStyle, LayoutRenderingElement as Element, NamesChild, TextTarget,
};

/// So many calls are looked into, which is more than any style makes.
const MOST: usize = 20_000;

/// Puts the macros that are called most often first.
pub(super) fn sort(style: &mut IndependentStyle) {
    let calls = {
        let macros = style.macros.iter().map(|part| (part.name.as_str(), part)).collect();
        let mut count = Count { macros, calls: BTreeMap::new(), left: MOST };
        count.elements(&style.citation.layout.elements);
        if let Some(bibliography) = &style.bibliography {
            count.elements(&bibliography.layout.elements);
        }
        count.calls.into_iter().map(|(name, calls)| (name.to_owned(), calls)).collect::<BTreeMap<String, usize>>()
    };
    style.macros.sort_by_key(|part| Reverse(calls.get(&part.name).copied().unwrap_or(0)));
}

struct Count<'s> {
    macros: BTreeMap<&'s str, &'s CslMacro>,
    calls: BTreeMap<&'s str, usize>,
    left: usize,
}

impl<'s> Count<'s> {
    fn elements(&mut self, elements: &'s [Element]) {
        for element in elements {
            match element {
                Element::Text(text) => {
                    if let TextTarget::Macro { name } = &text.target {
                        self.call(name);
                    }
                }
                Element::Group(group) => self.elements(&group.children),
                Element::Choose(Choose { if_, else_if, otherwise }) => {
                    self.elements(&if_.children);
                    for branch in else_if {
                        self.elements(&branch.children);
                    }
                    if let Some(branch) = otherwise {
                        self.elements(&branch.children);
                    }
                }
                Element::Names(names) => {
                    for child in &names.children {
                        if let NamesChild::Substitute(substitute) = child {
                            self.elements(&substitute.children);
                        }
                    }
                }
                Element::Date(_) | Element::Number(_) | Element::Label(_) => {}
            }
        }
    }

    fn call(&mut self, name: &'s str) {
        // One that calls itself is not looked into again.
        let Some(part) = self.macros.remove(name) else { return };
        *self.calls.entry(name).or_default() += 1;
        if let Some(left) = self.left.checked_sub(1) {
            self.left = left;
            self.elements(&part.children);
        }
        self.macros.insert(name, part);
    }
}
