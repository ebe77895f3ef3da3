//! lint: what is no error by itself and yet doubtful, found in the graph: an event after the report that tells of it, a
//! claim without a status, an archived copy older than its source.
//!
//! A rule is one small function over one file, source or actor. Those whose problem is allowed are not even asked. All
//! read the finished graph alone, so that an edit of prose runs none of them.

mod actors;
mod archives;
mod claims;
mod dates;
mod names;
mod places;
mod quotations;
mod reports;
mod script;
mod sources;

use rayon::prelude::*;

use crate::bibliography::Listed;
use crate::config::Config;
use crate::edtf::{Date, Day};
use crate::problem::{Level, Name, Problem};
use crate::resolve::{DocKind, FileIx, Graph, SourceIx, Standing};

use places::{Described, descriptions};

/// What rules look at.
struct Site<'a> {
    graph: &'a Graph,
    config: &'a Config,
    bibliography: &'a [Listed],
    /// Of each source, where it is first described.
    described: Vec<Option<Described>>,
}

/// A rule: what it tells, and how it is found.
type Rule<T> = (Name, fn(&Site<'_>, T, &mut Vec<Problem>));

/// Rules over each file that is shown.
const OF_FILES: &[Rule<FileIx>] = &[
    (Name::ClaimStatus, claims::status),
    (Name::ClaimWithoutSpeaker, claims::without_speaker),
    (Name::ClaimWithoutStatus, claims::without_status),
    (Name::EventAfterReport, dates::event_after_report),
    (Name::EventWithoutSource, reports::event_without_source),
    (Name::ImageWithoutAlt, reports::image_without_alt),
    (Name::NameLanguage, names::language),
    (Name::QuotationWithoutSource, quotations::without_source),
    (Name::RoleAfterEnd, actors::role_after_end),
    (Name::ReportWithoutSource, reports::without_source),
    (Name::SourceAfterReport, dates::source_after_report),
    (Name::UpdatedBeforePublished, dates::updated_before_published),
];

/// Rules over each source that has a page: of a long bibliography, those that are cited.
const OF_SOURCES: &[Rule<SourceIx>] = &[
    (Name::AccessedBeforePublished, sources::accessed_before_published),
    (Name::DoubtfulArchive, archives::doubtful),
    (Name::MissingArchive, archives::missing),
    (Name::MissingHash, archives::missing_hash),
    (Name::UngradedSource, sources::ungraded),
    (Name::UntraceableSource, sources::untraceable),
];

/// Rules over the whole.
const OF_ALL: &[Rule<()>] = &[
    (Name::DuplicateSource, sources::duplicates),
    (Name::SameName, names::same),
    (Name::UncitedSource, sources::uncited),
    (Name::UnmentionedActor, actors::unmentioned),
];

/// Asks every rule whose problem is to be told. `bibliography` are the sources of bibliography files.
#[must_use]
pub fn lint(graph: &Graph, config: &Config, bibliography: &[Listed]) -> Vec<Problem> {
    let (of_files, of_sources, of_all) = (asked(OF_FILES, config), asked(OF_SOURCES, config), asked(OF_ALL, config));
    if of_files.is_empty() && of_sources.is_empty() && of_all.is_empty() {
        return Vec::new();
    }
    let site = Site { graph, config, bibliography, described: descriptions(graph, bibliography) };
    let files = (0..graph.files.len()).into_par_iter().map(FileIx::from);
    let shown = files.filter(|file| graph.files[*file].standing != Standing::Hidden);
    let mut told: Vec<Problem> = shown.flat_map_iter(|file| site.ask(&of_files, file)).collect();
    let sources = (0..graph.sources.len()).into_par_iter().map(SourceIx::from);
    let sources = sources.filter(|source| graph.sources[*source].has_page);
    told.par_extend(sources.flat_map_iter(|source| site.ask(&of_sources, source)));
    told.extend(site.ask(&of_all, ()));
    told
}

fn asked<T: Copy>(rules: &[Rule<T>], config: &Config) -> Vec<Rule<T>> {
    let level = |name: &Name| config.lint.get(name).copied().unwrap_or(name.usual());
    rules.iter().filter(|(name, _)| level(name) > Level::Allow).copied().collect()
}

impl Site<'_> {
    fn ask<T: Copy>(&self, rules: &[Rule<T>], about: T) -> Vec<Problem> {
        let mut told = Vec::new();
        for (_, rule) in rules {
            rule(self, about, &mut told);
        }
        told
    }

    /// Whether a file is a report.
    fn is_report(&self, file: FileIx) -> bool {
        self.graph.doc_of(file).kind == DocKind::Report
    }

    /// Whether a file is the original of its thing; a version repeats much of what that says.
    fn is_original(&self, file: FileIx) -> bool {
        self.graph.doc_of(file).files[0] == file
    }
}

/// The first day of a date, where it is certain: neither open, nor marked as uncertain or approximate.
fn first_day(date: &Date) -> Option<Day> {
    date.bounds().0.filter(|_| is_certain(date))
}

/// The last day of a date, where it is certain.
fn last_day(date: &Date) -> Option<Day> {
    date.bounds().1.filter(|_| is_certain(date))
}

fn is_certain(date: &Date) -> bool {
    !date.is_uncertain() && !date.is_approximate()
}
