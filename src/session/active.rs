//! Files beside texts that could act in the name of the site: they are told, and not published.

use std::collections::{BTreeMap, BTreeSet};

use crate::active::{self, Act, Kind};
use crate::config::{RawHtml, Settings};
use crate::files::{Files, Stat};
use crate::matter::Str;
use crate::problem::{Name, Place, Problem};
use crate::resolve::Graph;

/// What pictures have in them, as long as they look the same.
#[derive(Default)]
pub(super) struct Active(BTreeMap<Str, (Stat, Option<Act>)>);

impl Active {
    /// The files that published pages refer to and that would run in a reader's browser, each told; none where the site
    /// trusts its authors.
    pub(super) fn next(
        &mut self,
        files: &dyn Files,
        settings: &Settings,
        graph: &Graph,
    ) -> (BTreeSet<Str>, Vec<Problem>) {
        let mut before = std::mem::take(&mut self.0);
        let (mut found, mut problems) = (BTreeSet::new(), Vec::new());
        if settings.config.markdown.raw_html == RawHtml::Allow {
            return (found, problems);
        }
        for path in &graph.assets {
            let problem = match active::kind(path) {
                Kind::Other => continue,
                Kind::Page => page(path),
                Kind::Xml => {
                    let known = before.remove(path);
                    let (stat, acts) = look(files, settings, path, known);
                    let problem = acts.as_ref().map(|act| picture(path, act));
                    self.0.extend(stat.map(|stat| (path.clone(), (stat, acts))));
                    let Some(problem) = problem else { continue };
                    problem
                }
            };
            found.insert(path.clone());
            problems.push(problem);
        }
        (found, problems)
    }
}

/// Looks through a file, unless it is known and looks as it did. What can't be read is told where it is copied.
fn look(
    files: &dyn Files,
    settings: &Settings,
    path: &Str,
    known: Option<(Stat, Option<Act>)>,
) -> (Option<Stat>, Option<Act>) {
    let place = settings.root.join(&**path);
    let stat = files.real(&place).and_then(|real| files.stat(&real)).ok().filter(|stat| !stat.is_recent(files.now()));
    match known {
        Some((before, acts)) if stat.as_ref() == Some(&before) => (stat, acts),
        _ => (stat, files.read(&place).ok().and_then(|bytes| active::acts(&bytes))),
    }
}

fn page(path: &Str) -> Problem {
    let message = format!("browsers open `{path}` as a page of this site, and run the scripts in it");
    let help = "write it as Markdown, or keep it as the copy of a source; `markdown: {raw_html: allow}` in site.yaml trusts every author";
    Problem::at(Name::ActiveFile, Place::file(path), message).help(help.to_owned())
}

fn picture(path: &Str, act: &Act) -> Problem {
    let message = format!("opened by itself, `{path}` may run a script: it has {}", act.what);
    let help = "take that out of it, or store the picture as PNG; `markdown: {raw_html: allow}` in site.yaml trusts every author";
    let place = act.at.clone().map_or_else(|| Place::file(path), |at| Place::bytes(path, at));
    Problem::at(Name::ActiveFile, place, message).help(help.to_owned())
}
