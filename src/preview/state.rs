//! What an open page is to know: the JSON of the event `state`.

use serde::Serialize;

use super::Preview;
use super::faults::{Fault, concerns};
use crate::problem::Level;
use crate::tell::Located;

/// The version of a page that is not there, as its script element says it.
pub(super) const NO_PAGE: &str = "none";

/// The version of the page that stands everywhere while there is no site to show.
pub(super) const NO_SITE: &str = "no-site";

/// So many problems are listed on a page.
const LISTED: usize = 50;

#[derive(Serialize)]
struct State<'a> {
    boot: &'a str,
    version: Option<String>,
    overlay: Vec<Fault>,
    errors: usize,
    warnings: usize,
    list: Vec<Fault>,
}

/// The state of the page at a route.
pub(super) fn state(preview: &Preview, route: &str) -> String {
    let all = &preview.found.problems;
    let tally = preview.found.tally();
    let mut state = State {
        boot: &preview.boot,
        version: None,
        overlay: Vec::new(),
        errors: tally.errors,
        warnings: tally.warnings,
        list: Vec::new(),
    };
    let mut file = None;
    if let Some(site) = &preview.round.site {
        if let Some(page) = site.pages.at(route) {
            let shown = preview.look(site, page);
            file = shown.file.map(|file| site.scene.graph.files[file].path.clone());
            state.version = Some(shown.version.to_string());
            let concerned = all.iter().filter(|problem| concerns(problem, site, page, file.as_deref()));
            state.overlay = concerned.map(|problem| Fault::new(problem, &preview.found)).collect();
            if let Some(problem) = &shown.fault {
                let found = preview.round.locate(std::slice::from_ref(problem), &*preview.files);
                state.errors += found.tally().errors;
                state.overlay.extend(found.problems.iter().map(|problem| Fault::new(problem, &found)));
            }
        }
    } else {
        state.version = Some(NO_SITE.to_owned());
        state.overlay = all.iter().map(|problem| Fault::new(problem, &preview.found)).collect();
    }
    let is_own = |problem: &Located| {
        let here = problem.mark.as_ref().map(|mark| &*mark.file);
        (file.is_some() && here == file.as_deref()) || problem.page.as_deref() == Some(route)
    };
    let mut list: Vec<&Located> = all.iter().filter(|problem| problem.level >= Level::Warn).collect();
    list.sort_by_key(|problem| (!is_own(problem), std::cmp::Reverse(problem.level)));
    state.list = list.into_iter().take(LISTED).map(|problem| Fault::new(problem, &preview.found)).collect();
    // Strings and numbers always become JSON.
    serde_json::to_string(&state).unwrap_or_default()
}
