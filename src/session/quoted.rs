//! Whether quotations occur in the stored copies of their sources.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::Told;
use crate::config::Settings;
use crate::copies::{Copies, Sha256};
use crate::files::Files;
use crate::load;
use crate::matter::Str;
use crate::memo::{Same, Slot};
use crate::parse::{Quotation, StoredText, is_bare, is_text_copy};
use crate::problem::{Name, Place, Problem};
use crate::resolve::{FileIx, Graph, SourceIx, Standing, sources_of};

/// What was found, as long as copies and quotations are what they were.
#[derive(Default)]
pub(super) struct Quoted {
    told: Slot<Same<Graph>, Told>,
    found: BTreeMap<Sought, Found>,
}

/// The words of a quotation, and the copy that they are looked for in.
type Sought = (Sha256, Str);

/// That they occur; else where the passage that is nearest stands. Its words are nobody's but the author's.
type Found = Result<(), Option<Range<usize>>>;

/// Longer copies are not searched.
const LONGEST: u64 = 8 << 20;

/// A quotation whose sources all have a copy that can be searched.
struct Checked<'g> {
    file: FileIx,
    quotation: &'g Quotation,
    /// Each copy's path and hash, and its source.
    copies: Vec<(&'g Str, Sha256, SourceIx)>,
}

impl Quoted {
    /// Tells the quotations that do not occur in the copies of their sources. The graph is made of the copies, too: where
    /// it is the same, so are they.
    pub(super) fn next(&mut self, files: &dyn Files, settings: &Settings, graph: &Arc<Graph>, copies: &Copies) -> Told {
        let known = &mut self.found;
        self.told.get(Same(Arc::clone(graph)), |graph| Arc::new(check(files, settings, &graph.0, copies, known)))
    }
}

fn check(
    files: &dyn Files,
    settings: &Settings,
    graph: &Graph,
    copies: &Copies,
    known: &mut BTreeMap<Sought, Found>,
) -> Vec<Problem> {
    let all = if copies.is_empty() { Vec::new() } else { checked(graph, copies, &settings.config.lang) };
    let before = std::mem::take(known);
    // Each copy is read once, however many quotations are from it.
    let mut sought: BTreeMap<(&Str, Sha256), BTreeSet<&Str>> = BTreeMap::new();
    for Checked { quotation, copies, .. } in &all {
        for (path, sha256, _) in copies {
            match before.get_key_value(&(*sha256, quotation.words.clone())) {
                Some((key, found)) => drop(known.insert(key.clone(), found.clone())),
                None => drop(sought.entry((path, *sha256)).or_default().insert(&quotation.words)),
            }
        }
    }
    let look = |((path, sha256), words): ((&Str, Sha256), BTreeSet<&Str>)| {
        let words: Vec<&Str> = words.into_iter().collect();
        let found = load::read(files, &settings.root, path).ok().and_then(|bytes| StoredText::read(path, bytes));
        let found = found.map(|text| text.look_for(&words.iter().map(|words| &***words).collect::<Vec<_>>()));
        // Of what is no text, nothing can be told.
        let found = found.unwrap_or_else(|| vec![Ok(()); words.len()]);
        words.into_iter().map(|words| (sha256, words.clone())).zip(found).collect::<Vec<_>>()
    };
    known.extend(sought.into_par_iter().flat_map_iter(look).collect::<Vec<_>>());
    all.iter().filter_map(|checked| problem(graph, checked, known)).collect()
}

/// The quotations that can be checked. In another language than its source one is a translation.
fn checked<'g>(graph: &'g Graph, copies: &Copies, site_lang: &str) -> Vec<Checked<'g>> {
    let copy = |source: SourceIx| {
        let path = graph.sources[source].record.copy.as_ref().filter(|path| is_text_copy(path))?;
        let stored = copies.get(path)?.as_ref().ok().filter(|stored| stored.len <= LONGEST)?;
        Some((path, stored.sha256, source))
    };
    if !(0..graph.sources.len()).any(|source| copy(source.into()).is_some()) {
        return Vec::new();
    }
    let language = |tag: &str| tag.split('-').next().unwrap_or(tag).to_ascii_lowercase();
    let mut checked = Vec::new();
    for (number, file) in graph.files.iter().enumerate().filter(|(_, file)| file.standing != Standing::Hidden) {
        let lang = language(&file.summary.lang);
        let is_in =
            |source: &SourceIx| language(graph.sources[*source].record.lang.as_deref().unwrap_or(site_lang)) == lang;
        for quotation in &file.summary.quotations {
            // It may be from the one that has no copy.
            let sources = sources_of(&file.links, quotation).into_iter();
            let copies = sources.map(|source| copy(source).filter(|_| is_in(&source))).collect::<Option<Vec<_>>>();
            if let Some(copies) = copies.filter(|copies| !copies.is_empty()) {
                checked.push(Checked { file: number.into(), quotation, copies });
            }
        }
    }
    checked
}

fn problem(graph: &Graph, checked: &Checked<'_>, known: &BTreeMap<Sought, Found>) -> Option<Problem> {
    let Checked { file, quotation, copies } = checked;
    let found = |sha256: Sha256| known.get(&(sha256, quotation.words.clone()));
    if copies.iter().any(|(_, sha256, _)| matches!(found(*sha256), Some(Ok(())) | None)) {
        return None;
    }
    let (path, sha256, source) = copies.first()?;
    let place = Place::link(&graph.files[*file].path, *quotation.cites.first()? as usize);
    let of = format!("`{path}`, the copy of `{}`", graph.sources[*source].id);
    let message = if is_bare(&quotation.words) {
        format!("this quotation has no words of its own that could occur in {of}")
    } else {
        format!("the words of this quotation do not occur in {of}")
    };
    let problem = Problem::at(Name::QuotationNotInSource, place, message).label("quoted from here").help(
        "repeat the words of the source; `[…]` stands for what is left out, `[the]` for what is added".to_owned(),
    );
    Some(match found(*sha256) {
        // Not its words: who reads the message may be another than who may read the copy.
        Some(Err(Some(range))) => problem.related(Place::bytes(path, range.clone()), "the nearest passage"),
        _ => problem,
    })
}
