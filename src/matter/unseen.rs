//! Characters in names and texts that nobody sees, told.

use std::fmt;

use crate::bidi::{self, Use};
use crate::problem::{Name, Place, Problem};

/// Tells the characters of a text that nobody sees and that do not belong there. `what` is what has the text, and `place` says
/// where a character is.
pub(crate) fn hidden(
    what: impl fmt::Display,
    text: &str,
    of: Use,
    place: impl FnOnce(char) -> Place,
) -> Option<Problem> {
    let hidden = bidi::hidden(text, of);
    let first = *hidden.first()?;
    let names = hidden.iter().filter_map(|c| bidi::name(*c)).collect::<Vec<_>>().join(", ");
    let (message, help) = match (of, bidi::end_of(first)) {
        (Use::Prose, end) => {
            let message = format!("{what} must end the directions that it gives, and leaves {names} open");
            (message, format!("take it out, or write {} where it ends", end.unwrap_or_default()))
        }
        (Use::Name | Use::Title, end) => {
            let why = if end.is_some() { "it changes the order of what is seen" } else { "nobody sees it" };
            (format!("{what} must have no hidden characters, and has {names}"), format!("take it out: {why}"))
        }
    };
    Some(Problem::at(Name::HiddenCharacter, place(first), message).help(help))
}
