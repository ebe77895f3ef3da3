//! Files whose names end in a language that the site does not have: `x.de.md` beside `x.md` is a thing of its own, and
//! not a version of it. So what hides, withdraws or unlists `x.md` does not reach it.

use rayon::prelude::*;

use super::Input;
use super::graph::{Doc, Graph, Standing};
use super::index::{DocIx, FileIx};
use super::lookup::Lookup;
use crate::id::Id;
use crate::lang::is_language;
use crate::problem::{Name, Place, Problem};

/// Tells of each such file that is published.
pub(super) fn check(inputs: &[Input], graph: &Graph, of_file: &[DocIx], lookup: &Lookup) -> Vec<Problem> {
    let told = inputs.par_iter().enumerate().filter(|(_, input)| input.lang.is_none());
    told.filter_map(|(number, input)| {
        let (stem, end) = input.path.strip_suffix(".md")?.rsplit_once('.')?;
        if stem.ends_with('/') || end.contains('/') || !is_language(end) {
            return None;
        }
        let beside = beside(inputs, stem).map(|number| of_file[number]);
        let same_id = || lookup.doc(input.kind, &Id::new(input.stem.rsplit_once('.')?.0));
        let doc = beside.or_else(same_id).filter(|doc| *doc != of_file[number])?;
        stray(graph, number.into(), end, &graph.docs[doc])
    })
    .collect()
}

/// The number of a file that a name stands beside, but for its language: `x.md`, or else its first version `x.ar.md`.
fn beside(inputs: &[Input], stem: &str) -> Option<usize> {
    let original = format!("{stem}.md");
    inputs.binary_search_by(|input| (*input.path).cmp(&original)).ok().or_else(|| {
        let dotted = format!("{stem}.");
        let first = inputs.partition_point(|input| *input.path < *dotted);
        let near = inputs[first..].iter().take_while(|input| input.path.starts_with(&dotted));
        let is_version = |input: &Input| {
            let lang = input.path[dotted.len()..].strip_suffix(".md").unwrap_or_default();
            input.lang.as_deref().is_some_and(|its| its.eq_ignore_ascii_case(lang))
        };
        Some(first + near.map(is_version).position(|is_one| is_one)?)
    })
}

fn stray(graph: &Graph, stray: FileIx, end: &str, original: &Doc) -> Option<Problem> {
    let file = &graph.files[stray];
    let first = &graph.files[original.files[0]];
    if file.standing == Standing::Hidden {
        return None;
    }
    // What is shown as a draft will be hidden from readers.
    let is_hidden = first.standing == Standing::Hidden || (first.shown_as.is_some() && file.shown_as.is_none());
    let (name, message) = if is_hidden || file.standing < first.standing {
        let what = match first.standing {
            Standing::Unlisted => "unlisted",
            Standing::Withdrawn => "withdrawn",
            _ => "hidden",
        };
        let message =
            format!("`{end}` is no language of the site, so this is published, while its neighbour is {what}");
        (Name::ExposedVersion, message)
    } else {
        let message = format!("`{end}` is no language of the site, so this is no version of its neighbour");
        (Name::UnknownLanguage, message)
    };
    let help = "add the language to `languages` in site.yaml and end the name with its tag, or rename the file";
    Some(
        Problem::at(name, Place::file(&file.path), message)
            .related(Place::file(&first.path), "beside this one")
            .help(help.to_owned()),
    )
}
