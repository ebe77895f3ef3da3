//! Indices into the graph: a type for each of its lists, so that they can't be mixed up.

use std::ops::{Index, IndexMut};

macro_rules! indices {
    ($($(#[doc = $doc:literal])+ $name:ident => $item:ty;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl From<usize> for $name {
            fn from(index: usize) -> Self {
                Self(u32::try_from(index).expect("fewer than 2^32 items"))
            }
        }

        impl $name {
            /// The index as a number.
            pub const fn get(self) -> usize {
                self.0 as usize
            }
        }

        impl Index<$name> for Vec<$item> {
            type Output = $item;

            fn index(&self, index: $name) -> &$item {
                &self[index.0 as usize]
            }
        }

        impl IndexMut<$name> for Vec<$item> {
            fn index_mut(&mut self, index: $name) -> &mut $item {
                &mut self[index.0 as usize]
            }
        }
    )+};
}

indices! {
    /// A file.
    FileIx => super::File;
    /// A thing with files.
    DocIx => super::Doc;
    /// An actor.
    ActorIx => super::Actor;
    /// A source.
    SourceIx => super::Source;
    /// An event.
    EventIx => super::Event;
    /// A tag.
    TagIx => super::Tag;
}
