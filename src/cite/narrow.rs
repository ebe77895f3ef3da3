//! Styles narrowed to one sort of source. To ask again and again which type a source has, and which of all variables, is
//! most of the work of formatting; what can't come of such sources is cut away once.

use std::str::FromStr;

use hayagriva::citationberg::taxonomy::{Kind, Variable};
use hayagriva::citationberg::{
    Choose, ChooseBranch, ChooseMatch, IndependentStyle, LayoutRenderingElement as Element, NamesChild,
};

use super::macros;
use super::prune::prune;

/// A sort of sources: those of one type that have the same variables.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Sort {
    pub(super) kind: String,
    /// Their variables, sorted.
    pub(super) variables: Vec<String>,
}

/// Variables that are none of the source's own: its place on the page and in the list.
const OF_THE_PAGE: [&str; 6] =
    ["citation-label", "citation-number", "first-reference-note-number", "locator", "page-first", "year-suffix"];

/// What is known of a test.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    True,
    False,
    /// It hangs on more than the sort of the source.
    Open,
}

impl Sort {
    /// The style as far as such sources can see of it.
    pub(super) fn narrow(&self, style: &IndependentStyle) -> IndependentStyle {
        let narrow = Narrow { sort: self, kind: Kind::from_str(&self.kind).ok() };
        let mut style = style.clone();
        narrow.elements(&mut style.citation.layout.elements);
        if let Some(bibliography) = &mut style.bibliography {
            narrow.elements(&mut bibliography.layout.elements);
        }
        for part in &mut style.macros {
            narrow.elements(&mut part.children);
        }
        prune(&mut style, &narrow);
        macros::sort(&mut style);
        style
    }
}

/// Styles as one sort of sources sees them.
pub(super) struct Narrow<'s> {
    sort: &'s Sort,
    kind: Option<Kind>,
}

impl Narrow<'_> {
    fn elements(&self, elements: &mut [Element]) {
        for element in elements {
            match element {
                Element::Group(group) => self.elements(&mut group.children),
                Element::Choose(choose) => self.choose(choose),
                Element::Names(names) => {
                    for child in &mut names.children {
                        if let NamesChild::Substitute(substitute) = child {
                            self.elements(&mut substitute.children);
                        }
                    }
                }
                Element::Text(_) | Element::Date(_) | Element::Number(_) | Element::Label(_) => {}
            }
        }
    }

    /// Leaves the branches that may be taken. The element itself stays, since groups count what is in it.
    fn choose(&self, choose: &mut Choose) {
        let first = std::mem::replace(&mut choose.if_, never());
        let mut left: Vec<ChooseBranch> = Vec::new();
        for mut branch in std::iter::once(first).chain(std::mem::take(&mut choose.else_if)) {
            match self.test(&mut branch) {
                Known::False => {}
                Known::Open => left.push(branch),
                Known::True => {
                    left.push(branch);
                    choose.otherwise = None;
                    break;
                }
            }
        }
        for branch in &mut left {
            self.elements(&mut branch.children);
        }
        if let Some(otherwise) = &mut choose.otherwise {
            self.elements(&mut otherwise.children);
        }
        if left.is_empty() {
            left.extend(choose.otherwise.take().map(|branch| ChooseBranch { children: branch.children, ..always() }));
        }
        let mut left = left.into_iter();
        choose.if_ = left.next().unwrap_or_else(never);
        choose.else_if = left.collect();
    }

    /// What is known of a branch's tests; those that are known are taken out of it.
    fn test(&self, branch: &mut ChooseBranch) -> Known {
        let mut seen = Seen::default();
        let has_type = |kind: &Kind| if self.kind.as_ref() == Some(kind) { Known::True } else { Known::False };
        let present = |variable: &Variable| if self.lacks(*variable) { Known::False } else { Known::Open };
        seen.filter(&mut branch.type_, has_type);
        seen.filter(&mut branch.variable, present);
        seen.filter(&mut branch.is_numeric, present);
        seen.filter(&mut branch.is_uncertain_date, |variable| present(&Variable::Date(*variable)));
        let is_open = branch.disambiguate.is_some()
            || branch.is_numeric.is_some()
            || branch.is_uncertain_date.is_some()
            || branch.locator.is_some()
            || branch.position.is_some()
            || branch.variable.is_some();
        let decided = match branch.match_ {
            ChooseMatch::All if seen.has_false => Some(false),
            ChooseMatch::Any if seen.has_true => Some(true),
            ChooseMatch::None if seen.has_true => Some(false),
            ChooseMatch::All | ChooseMatch::None if !is_open => Some(true),
            ChooseMatch::Any if !is_open => Some(false),
            _ => None,
        };
        match decided {
            Some(true) => {
                *branch = ChooseBranch { children: std::mem::take(&mut branch.children), ..always() };
                Known::True
            }
            Some(false) => Known::False,
            None => Known::Open,
        }
    }

    /// Whether such sources have no such variable.
    pub(super) fn lacks(&self, variable: Variable) -> bool {
        let name = variable.to_string();
        !OF_THE_PAGE.contains(&name.as_str()) && self.sort.variables.binary_search(&name).is_err()
    }
}

/// Which answers the known tests of a branch have.
#[derive(Default)]
struct Seen {
    has_true: bool,
    has_false: bool,
}

impl Seen {
    /// Takes the tests with a known answer out of a list.
    fn filter<T>(&mut self, tests: &mut Option<Vec<T>>, test: impl Fn(&T) -> Known) {
        let Some(list) = tests else { return };
        list.retain(|one| match test(one) {
            Known::True => {
                self.has_true = true;
                false
            }
            Known::False => {
                self.has_false = true;
                false
            }
            Known::Open => true,
        });
        if list.is_empty() {
            *tests = None;
        }
    }
}

/// What is in the branches of a choice.
pub(super) fn branches(choose: &mut Choose) -> impl Iterator<Item = &mut Vec<Element>> {
    std::iter::once(&mut choose.if_.children)
        .chain(choose.else_if.iter_mut().map(|branch| &mut branch.children))
        .chain(choose.otherwise.iter_mut().map(|branch| &mut branch.children))
}

/// Whether a branch is always taken.
pub(super) fn is_always(branch: &ChooseBranch) -> bool {
    let ChooseBranch {
        disambiguate, is_numeric, is_uncertain_date, locator, position, type_, variable, match_, ..
    } = branch;
    *match_ != ChooseMatch::Any
        && disambiguate.is_none()
        && locator.is_none()
        && position.is_none()
        && type_.is_none()
        && [is_numeric, variable].iter().all(|test| test.is_none())
        && is_uncertain_date.is_none()
}

/// A branch that is always taken.
const fn always() -> ChooseBranch {
    bare(ChooseMatch::All)
}

/// A branch that never is.
const fn never() -> ChooseBranch {
    bare(ChooseMatch::Any)
}

/// A branch without tests: all of none hold, and none of none does.
const fn bare(match_: ChooseMatch) -> ChooseBranch {
    ChooseBranch {
        disambiguate: None,
        is_numeric: None,
        is_uncertain_date: None,
        locator: None,
        position: None,
        type_: None,
        variable: None,
        match_,
        children: Vec::new(),
    }
}
