//! Components, by the text that defines them. The strongest layer that defines one wins, whatever the file is called.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::references::tags;

/// A component that a text defines.
pub(super) struct Defined<'a> {
    /// Its name.
    pub name: &'a str,
    /// Where its name stands.
    pub place: Range<usize>,
    /// From its first tag to its last, both included; to the end of the text where the last one is missing.
    range: Range<usize>,
}

/// The components that a text defines, in order.
pub(super) fn defined(text: &str) -> Vec<Defined<'_>> {
    let mut found: Vec<Defined<'_>> = Vec::new();
    for tag in tags(text) {
        let words = text[tag.clone()].trim_start();
        if let Some(rest) = words.strip_prefix("component ") {
            let rest = rest.trim_start();
            let begin = tag.end - rest.len();
            let length = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '-' | '.')).unwrap_or(rest.len());
            let place = begin..begin + length;
            let start = text[..tag.start].rfind("{%").unwrap_or(tag.start);
            found.push(Defined { name: &text[place.clone()], place, range: start..text.len() });
        } else if words.starts_with("endcomponent")
            && let Some(last) = found.last_mut()
        {
            last.range.end = tag.end + "%}".len();
        }
    }
    found
}

/// The text with blanks in place of some components, so that all else stays where it is.
pub(super) fn without<'a>(text: &'a str, hidden: &BTreeSet<String>) -> Cow<'a, str> {
    let mut blanked = Cow::Borrowed(text);
    for component in defined(text).into_iter().filter(|component| hidden.contains(component.name)) {
        let blank: String =
            text[component.range.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
        blanked.to_mut().replace_range(component.range, &blank);
    }
    blanked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_component_is_found_by_its_tags_and_can_be_blanked() {
        let text = "{# é #}\n{% component a(x) -%}é{%- endcomponent a %}\n{%- component b() %}\n{% endcomponent %}";
        let names: Vec<_> = defined(text).iter().map(|it| (it.name, &text[it.place.clone()])).collect();
        assert_eq!(names, [("a", "a"), ("b", "b")]);
        let blanked = without(text, &BTreeSet::from(["b".to_owned()]));
        assert_eq!(blanked, format!("{}{}\n{}", &text[..text.find("{%- component b").unwrap()], " ".repeat(20), " ".repeat(18)));
        assert!(matches!(without(text, &BTreeSet::new()), Cow::Borrowed(_)));
    }
}
