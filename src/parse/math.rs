//! Formulas: TeX becomes MathML when the site is built, so that no script is needed.

use crate::problem::{Name, Place, Problem};

/// A formula as MathML.
///
/// # Errors
/// What is wrong with the formula.
pub(super) fn to_mathml(tex: &str, display: bool) -> Result<String, String> {
    let _ = (tex, display);
    Err("formulas are not built in".to_owned())
}

/// The problem of a formula that can't be read.
pub(super) fn problem(place: Place, reason: &str) -> Problem {
    Problem::at(Name::InvalidFormula, place, format!("the formula can't be read: {reason}"))
}
