//! What a key of front matter or site.yaml is: its name, what may stand behind it, and what it means.
//!
//! One table for each record (`keys.rs` beside this file, and that of the configuration) drives the parser, the JSON
//! Schemas and the manual: a key that one of them knows, the others know.

/// A key.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Key {
    /// Its name.
    pub(crate) name: &'static str,
    /// Other names that are understood.
    pub(crate) also: &'static [&'static str],
    /// What may stand behind it.
    pub(crate) shape: Shape,
    /// Whether its record is nothing without it.
    pub(crate) required: bool,
    /// What holds where it is not given, in YAML.
    pub(crate) default: Option<&'static str>,
    /// What it means: sentences in Markdown.
    pub(crate) meaning: &'static str,
}

/// What may stand behind a key. Wherever a list may stand, one item may stand alone.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Shape {
    /// Text; numbers are taken as written.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number from 1.
    Count,
    /// An id.
    Id,
    /// A year, month or day, or a day with a time.
    Moment,
    /// An EDTF expression.
    Date,
    /// A BCP 47 language tag.
    Language,
    /// A whole address elsewhere.
    Address,
    /// A file, relative to this one.
    Path,
    /// An address on the site.
    Route,
    /// An Admiralty grade.
    Grade,
    /// 64 hexadecimal digits.
    Sha256,
    /// One of some words.
    Word(&'static [&'static str]),
    /// One of two.
    Either(&'static Shape, &'static Shape),
    /// A list.
    List(&'static Shape),
    /// A mapping from these words, or from any where there are none.
    Mapping(&'static [&'static str], &'static Shape),
    /// A mapping with keys of its own.
    Record(Record),
    /// Anything.
    Free,
}

/// A mapping with keys of its own.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Record {
    /// What it is, with its article: "a claim".
    pub(crate) what: &'static str,
    /// Its keys.
    pub(crate) keys: &'static [Key],
    /// Whether any CSL variable is a key too.
    pub(crate) csl: bool,
}

/// The keys of one record, as a type: what `match` over them proves to be complete.
pub(crate) trait Keys: Copy + 'static {
    /// All of them.
    const TABLE: &'static [Key];

    /// The key with a name, or with another name that is understood.
    fn find(name: &str) -> Option<Self>;

    /// Its index in the table.
    fn index(self) -> usize;

    /// What it is.
    fn key(self) -> &'static Key {
        &Self::TABLE[self.index()]
    }
}

/// Every name that the keys of a table have.
pub(crate) fn names(table: &'static [Key]) -> impl Iterator<Item = &'static str> {
    table.iter().flat_map(|key| std::iter::once(key.name).chain(key.also.iter().copied()))
}

/// Declares the keys of a record: name, other names, shape, presence (`required`, `optional` or the default in YAML),
/// meaning.
macro_rules! keys {
    ($(#[doc = $doc:literal])+ $Type:ident {
        $($Variant:ident $name:literal [$($also:literal)*] $shape:expr, $presence:tt, $meaning:literal;)+
    }) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum $Type { $($Variant,)+ }

        impl $crate::matter::key::Keys for $Type {
            const TABLE: &'static [$crate::matter::key::Key] = &[$($crate::matter::key::Key {
                name: $name,
                also: &[$($also),*],
                shape: $shape,
                required: $crate::matter::key::keys!(@required $presence),
                default: $crate::matter::key::keys!(@default $presence),
                meaning: $meaning,
            },)+];

            fn find(name: &str) -> Option<Self> {
                match name {
                    $($name $(| $also)* => Some(Self::$Variant),)+
                    _ => None,
                }
            }

            fn index(self) -> usize {
                self as usize
            }
        }
    };
    (@required required) => { true };
    (@required $other:tt) => { false };
    (@default required) => { None };
    (@default optional) => { None };
    (@default $default:literal) => { Some($default) };
}

/// Declares the words that YAML has for the variants of an enum.
macro_rules! words {
    ($Type:ident { $($word:literal $Variant:ident,)+ }) => {
        impl $Type {
            /// The words that YAML has for them.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word that YAML has for it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$Variant => $word,)+ }
            }

            /// What a word stands for.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$Variant),)+ _ => None }
            }
        }
    };
}

pub(crate) use {keys, words};
