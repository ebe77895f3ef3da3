//! What a version in another language takes from its original.

use crate::matter::{Matter, Own};

/// Fills the keys that a version does not give from its original. Of `status` and `embargo` the stricter holds.
pub(super) fn inherit(version: &Matter, original: &Matter) -> Matter {
    let mut merged = version.clone();
    let (mine, theirs) = (&mut merged.common, &original.common);
    macro_rules! take {
        (option $($field:ident)+) => { $(if mine.$field.is_none() { mine.$field.clone_from(&theirs.$field); })+ };
        (list $($field:ident)+) => { $(if mine.$field.is_empty() { mine.$field.clone_from(&theirs.$field); })+ };
    }
    take!(option date updated reason image image_alt layout);
    take!(list authors tags sources extra);
    mine.status = mine.status.max(theirs.status);
    mine.embargo = match (mine.embargo.take(), &theirs.embargo) {
        (Some(mine), Some(theirs)) => Some(if mine.0.instant < theirs.0.instant { theirs.clone() } else { mine }),
        (mine, theirs) => mine.or_else(|| theirs.clone()),
    };
    match (&mut merged.own, &original.own) {
        (Own::Report(mine), Own::Report(theirs)) => {
            macro_rules! take_own {
                ($($field:ident)+) => { $(if mine.$field.is_empty() { mine.$field.clone_from(&theirs.$field); })+ };
            }
            take_own!(actors dates claims corrections);
        }
        (Own::Actor(mine), Own::Actor(theirs)) => {
            if mine.name.is_none() {
                mine.name.clone_from(&theirs.name);
            }
            mine.kind = theirs.kind;
            if mine.from.is_none() {
                mine.from.clone_from(&theirs.from);
            }
            if mine.to.is_none() && !mine.lasts {
                (mine.to, mine.lasts) = (theirs.to.clone(), theirs.lasts);
            }
            if mine.names.is_empty() {
                mine.names.clone_from(&theirs.names);
            }
            if mine.roles.is_empty() {
                mine.roles.clone_from(&theirs.roles);
            }
            if mine.ids.is_empty() {
                mine.ids.clone_from(&theirs.ids);
            }
        }
        (Own::Source(mine), Own::Source(theirs)) => {
            mine.merge(theirs);
        }
        _ => {}
    }
    merged
}
