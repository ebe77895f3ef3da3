//! Formulas: `TeX` becomes `MathML` when the site is built, so that no script is needed.

use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};

use crate::problem::{Name, Place, Problem};

/// The longest formula, in bytes, and the deepest one, in groups and commands that may nest: the converter is recursive.
const LONGEST: usize = 8_000;
const DEEPEST: usize = 400;

/// `MathML`'s elements that the converter writes.
const ELEMENTS: [&str; 28] = [
    "math",
    "menclose",
    "merror",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "ms",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
    "none",
];

/// A formula as `MathML`.
///
/// # Errors
/// What is wrong with the formula.
pub(super) fn to_mathml(tex: &str, display: bool) -> Result<String, String> {
    let nesting = tex.bytes().filter(|byte| matches!(byte, b'{' | b'\\' | b'^' | b'_')).count();
    if tex.len() > LONGEST || nesting > DEEPEST {
        return Err("it is too long".to_owned());
    }
    let converter = LatexToMathML::new(MathCoreConfig::default()).map_err(|_| "it has no converter".to_owned())?;
    let display = if display { MathDisplay::Block } else { MathDisplay::Inline };
    let mathml = converter.convert_with_local_state(tex, display).map_err(|error| reason(&error.to_string()))?.mathml;
    if is_well_formed(&mathml) { Ok(mathml) } else { Err("`<` stands where no relation can".to_owned()) }
}

/// The converter's complaint as the end of a sentence of ours.
fn reason(complaint: &str) -> String {
    let mut chars = complaint.trim_end_matches('.').chars();
    chars.next().into_iter().flat_map(char::to_lowercase).chain(chars).collect()
}

/// Whether all that looks like a tag is one of the converter's: it copies some arguments as they are.
fn is_well_formed(mathml: &str) -> bool {
    let mut open = Vec::new();
    let mut rest = mathml;
    while let Some(at) = rest.find('<') {
        let Some(end) = rest[at..].find('>').map(|end| at + end) else { return false };
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return false;
            }
            continue;
        }
        let (name, attributes) = tag.split_at(tag.find([' ', '/']).unwrap_or(tag.len()));
        if !ELEMENTS.contains(&name) || !are_harmless(attributes) {
            return false;
        }
        if !tag.ends_with('/') {
            open.push(name);
        }
    }
    open.is_empty()
}

/// Whether what stands behind a tag's name is attributes as the converter writes them, none of which does anything. A
/// browser takes a slash for a space, and a value need have no quotes: an author's own would come so.
fn are_harmless(mut attributes: &str) -> bool {
    while let Some(rest) = attributes.strip_prefix(' ') {
        let Some((name, rest)) = rest.trim_start().split_once("=\"") else { return false };
        let Some((_, rest)) = rest.split_once('"') else { return false };
        let is_name = name.bytes().all(|byte| byte.is_ascii_lowercase());
        if !is_name || name.starts_with("on") || name.contains("href") {
            return false;
        }
        attributes = rest;
    }
    matches!(attributes, "" | "/")
}

/// The problem of a formula that can't be read.
pub(super) fn problem(place: Place, reason: &str) -> Problem {
    Problem::at(Name::InvalidFormula, place, format!("the formula can't be read: {reason}"))
        .help("write it in LaTeX's mathematics, or `\\$` for a dollar sign".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_mathml() {
        assert_eq!(
            to_mathml("a < b^2", false).unwrap(),
            "<math><mi>a</mi><mo>&lt;</mo><msup><mi>b</mi><mn>2</mn></msup></math>"
        );
        assert_eq!(to_mathml("x", true).unwrap(), "<math display=\"block\"><mi>x</mi></math>");
    }

    #[test]
    fn what_is_no_formula_is_told() {
        assert_eq!(to_mathml(r"\frac{a", false).unwrap_err(), "expected closing token \"}\", but reached end of input");
        assert_eq!(to_mathml(r"\operatorname{<b>}", false).unwrap_err(), "`<` stands where no relation can");
        assert_eq!(to_mathml(r"\operatorname{<mi onclick=x>}", false).unwrap_err(), "`<` stands where no relation can");
    }

    #[test]
    fn a_slash_before_an_attribute_made_a_script_of_a_formula() {
        for tag in ["<mi/onclick=a>x</mi>", "<mi/a=x/onclick=a>x</mi>", "<mi/style=a>x</mi>", "<mi//>", "<mspace/a/>"] {
            let formula = format!(r"\operatorname{{{tag}}}");
            assert_eq!(to_mathml(&formula, false).unwrap_err(), "`<` stands where no relation can", "{tag}");
        }
    }

    #[test]
    fn the_converters_own_attributes_are_taken() {
        for formula in [
            r"\begin{matrix}a & b \\ c & d\end{matrix}",
            r"\begin{cases}a & b \\ c & d\end{cases}",
            r"\begin{align}a &= b \\ c &= d\end{align}",
            r"\begin{array}{l|c|r}a & b & c\end{array}",
            r"f'' \quad \left(\frac{a}{b}\right) \sum_{i=0}^n \sqrt[3]{x} \overline{x} \vec{v} \binom{n}{k}",
            r"\color{red}a \phantom{c} \underbrace{d}_{e} \overset{f}{=} \mathbb{R}",
        ] {
            let mathml = to_mathml(formula, true);
            assert!(mathml.as_ref().is_ok_and(|mathml| mathml.contains("=\"")), "{formula}: {mathml:?}");
        }
    }

    #[test]
    fn deep_formulas_do_not_overflow_the_stack() {
        for deep in ["{", r"\sqrt", r"\bar", r"\left(", "x^", r"\frac"] {
            let _ = to_mathml(&deep.repeat(DEEPEST), false);
            assert_eq!(to_mathml(&deep.repeat(10_000), false).unwrap_err(), "it is too long");
        }
    }
}
