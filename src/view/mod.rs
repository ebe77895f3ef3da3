//! What templates see: the contract with themes.
//!
//! `contract.rs` has every field and `roots.rs` every root, documented. The manual's page on themes is made from
//! these definitions. A view's `Hash` covers every field, so its digest is what a page's fingerprint is made of.

mod contract;
mod roots;
mod shared;
mod value;

pub use contract::*;
pub use roots::Root;
pub use shared::Shared;
pub use value::{Html, JsonLd, Percent, Raw};

/// A field of a view, as the manual names it.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The name in templates.
    pub name: &'static str,
    /// The Rust type, as written in the contract.
    pub ty: &'static str,
    /// What it is.
    pub doc: &'static str,
}

/// A struct that templates see as a map.
pub trait View: serde::Serialize {
    /// The struct's name.
    const NAME: &'static str;
    /// What it stands for.
    const DOC: &'static str;
    /// Its fields, in order.
    const FIELDS: &'static [Field];
}

/// Defines view structs: the struct itself, its template value, and its documentation.
macro_rules! views {
    ($($(#[doc = $doc:literal])+ $name:ident { $($field:ident: $ty:ty = $field_doc:literal,)* })+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
        pub struct $name { $(#[doc = $field_doc] pub $field: $ty,)* }

        impl $crate::view::View for $name {
            const NAME: &'static str = stringify!($name);
            const DOC: &'static str = concat!($($doc, "\n",)+);
            const FIELDS: &'static [$crate::view::Field] = &[$($crate::view::Field {
                name: stringify!($field),
                ty: stringify!($ty),
                doc: $field_doc,
            },)*];
        }
    )+

        /// Every view struct's name, description and fields.
        pub(super) const VIEWS: &[(&str, &str, &[$crate::view::Field])] =
            &[$((<$name as $crate::view::View>::NAME, <$name as $crate::view::View>::DOC, <$name as $crate::view::View>::FIELDS),)+];
    };
}
use views;
