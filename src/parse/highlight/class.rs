//! From the scopes of a grammar to classes.

use std::collections::HashMap;
use std::sync::OnceLock;

use syntect::parsing::Scope;

/// What a scope means for the look of a piece of code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// A class of its own.
    Of(char),
    /// No class, even within something that has one: code within a string.
    Plain,
    /// Whatever it stands in.
    Transparent,
}

/// Scopes (by their beginning) and their classes. The longest beginning that fits wins. The scopes are those of Sublime
/// Text's naming guidelines.
const TABLE: &[(&str, Class)] = &[
    ("comment", Class::Of('c')),
    ("constant", Class::Of('q')),
    ("constant.character.entity", Class::Of('e')),
    ("constant.character.escape", Class::Of('e')),
    ("constant.language", Class::Of('l')),
    ("constant.numeric", Class::Of('n')),
    ("constant.other.color", Class::Of('n')),
    ("constant.other.database-name", Class::Plain),
    ("constant.other.placeholder", Class::Of('e')),
    ("constant.other.table-name", Class::Plain),
    ("entity.name", Class::Of('t')),
    ("entity.name.constant", Class::Of('q')),
    ("entity.name.function", Class::Of('f')),
    ("entity.name.label", Class::Of('q')),
    ("entity.name.macro", Class::Of('m')),
    ("entity.name.namespace", Class::Plain),
    ("entity.name.section", Class::Of('h')),
    ("entity.name.tag", Class::Of('g')),
    ("entity.name.tag.toml", Class::Of('p')),
    ("entity.name.tag.yaml", Class::Of('p')),
    ("entity.other.attribute-name", Class::Of('a')),
    ("entity.other.inherited-class", Class::Of('t')),
    ("invalid", Class::Of('z')),
    ("keyword", Class::Of('k')),
    ("keyword.operator", Class::Of('o')),
    ("keyword.operator.as", Class::Of('k')),
    ("keyword.operator.logical.python", Class::Of('k')),
    ("keyword.operator.quantifier", Class::Of('r')),
    ("keyword.operator.word", Class::Of('k')),
    ("keyword.other.unit", Class::Of('n')),
    ("markup.bold", Class::Of('u')),
    ("markup.deleted", Class::Of('x')),
    ("markup.heading", Class::Of('h')),
    ("markup.inserted", Class::Of('i')),
    ("markup.italic", Class::Of('u')),
    ("markup.raw", Class::Of('s')),
    ("markup.underline.link", Class::Of('w')),
    ("meta.annotation", Class::Of('a')),
    ("meta.diff.header", Class::Of('h')),
    ("meta.diff.range", Class::Of('h')),
    ("meta.embedded", Class::Plain),
    ("meta.group.expansion", Class::Plain),
    ("meta.interpolation", Class::Plain),
    ("meta.template.expression", Class::Plain),
    ("punctuation.definition.variable", Class::Of('v')),
    ("source", Class::Plain),
    ("storage", Class::Of('k')),
    ("storage.modifier.lifetime", Class::Of('q')),
    ("storage.type.numeric", Class::Of('n')),
    ("storage.type.string", Class::Of('s')),
    ("string", Class::Of('s')),
    ("string.regexp", Class::Of('r')),
    ("support", Class::Of('b')),
    ("support.class", Class::Of('t')),
    ("support.function", Class::Of('f')),
    ("support.macro", Class::Of('m')),
    ("support.type", Class::Of('t')),
    ("support.type.property-name", Class::Of('p')),
    ("text", Class::Plain),
    ("variable", Class::Of('v')),
    ("variable.annotation", Class::Of('a')),
    ("variable.function", Class::Of('f')),
    ("variable.language", Class::Of('l')),
    ("variable.other", Class::Plain),
    ("variable.other.readwrite.assignment", Class::Plain),
    ("variable.other.readwrite.shell", Class::Of('v')),
    ("variable.parameter.option", Class::Of('a')),
];

/// The classes of the scopes met so far.
pub(super) struct Classes {
    known: HashMap<Scope, Class>,
}

impl Classes {
    pub(super) fn new() -> Self {
        Self { known: HashMap::new() }
    }

    pub(super) fn of(&mut self, scope: Scope) -> Class {
        *self.known.entry(scope).or_insert_with(|| {
            let fitting = table().iter().filter(|(prefix, _)| prefix.is_prefix_of(scope));
            fitting.max_by_key(|(prefix, _)| prefix.len()).map_or(Class::Transparent, |(_, class)| *class)
        })
    }
}

fn table() -> &'static [(Scope, Class)] {
    static SCOPES: OnceLock<Vec<(Scope, Class)>> = OnceLock::new();
    SCOPES.get_or_init(|| TABLE.iter().filter_map(|(prefix, class)| Some((Scope::new(prefix).ok()?, *class))).collect())
}
