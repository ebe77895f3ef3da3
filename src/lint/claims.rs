//! Claims: whether their status says what their sources allow.

use super::Site;
use crate::matter::{Claim, NameRef, Own, SourceRecord};
use crate::problem::{Name, Place, Problem, YamlPath};
use crate::resolve::{FileClaim, FileIx, SourceIx};

/// A claim that rests on one source does not say how it stands.
pub(super) fn without_status(site: &Site<'_>, file: FileIx, told: &mut Vec<Problem>) {
    each(site, file, |claim, resolved, at| {
        let [source] = resolved.sources[..] else { return };
        if claim.status.is_none() {
            let id = &site.graph.sources[source].id;
            let message = format!("the claim rests on `{id}` alone, and has no status");
            told.push(
                Problem::at(Name::ClaimWithoutStatus, at("quote"), message)
                    .help("add `status: single-source`, or another that is right".to_owned()),
            );
        }
    });
}

/// Nobody is said to make a claim.
pub(super) fn without_speaker(site: &Site<'_>, file: FileIx, told: &mut Vec<Problem>) {
    each(site, file, |claim, _, at| {
        if claim.by.is_empty() {
            let message = "nobody is said to make this claim";
            told.push(
                Problem::at(Name::ClaimWithoutSpeaker, at("quote"), message).help("add `by: [ACTOR]`".to_owned()),
            );
        }
    });
}

/// A claim's status asks for more independent sources than it has, or for fewer.
pub(super) fn status(site: &Site<'_>, file: FileIx, told: &mut Vec<Problem>) {
    each(site, file, |claim, resolved, at| {
        let Some(status) = claim.status.as_deref() else { return };
        let independent = are_independent(site, &resolved.sources);
        let rests = match (status, resolved.sources.len()) {
            ("confirmed" | "corroborated", 0) => "names no source",
            ("confirmed" | "corroborated", 1) => "rests on one source",
            ("confirmed" | "corroborated", _) if !independent => "rests on sources of one author or publisher",
            ("single-source", 2..) if independent => "rests on several sources",
            _ => return,
        };
        let help = match status {
            "single-source" => "give it the status that its sources allow",
            _ => "name two sources that are independent, or give it the status that its sources allow",
        };
        told.push(
            Problem::at(Name::ClaimStatus, at("status"), format!("the claim is {status}, and {rests}"))
                .help(help.to_owned()),
        );
    });
}

/// Looks at each claim that a file gives itself.
fn each(site: &Site<'_>, ix: FileIx, mut look: impl FnMut(&Claim, &FileClaim, &dyn Fn(&str) -> Place)) {
    let file = &site.graph.files[ix];
    let Own::Report(report) = &file.summary.matter.own else { return };
    // A version that has no claims of its own has none here.
    for (number, (claim, resolved)) in report.claims.iter().zip(&file.claims).enumerate() {
        let at = |key: &str| Place::value(&file.path, YamlPath::from("claims").index(number).key(key));
        look(claim, resolved, &at);
    }
}

/// Whether two of the sources are independent: they share neither an author nor the publisher.
fn are_independent(site: &Site<'_>, sources: &[SourceIx]) -> bool {
    let record = |source: &SourceIx| &*site.graph.sources[*source].record;
    let pairs = sources.iter().enumerate().flat_map(|(n, a)| sources[n + 1..].iter().map(move |b| (a, b)));
    pairs.into_iter().any(|(a, b)| a != b && !share_origin(record(a), record(b)))
}

fn share_origin(a: &SourceRecord, b: &SourceRecord) -> bool {
    let same = |a: &NameRef, b: &NameRef| crate::id::fold(&a.name) == crate::id::fold(&b.name);
    let author = a.author.iter().any(|one| b.author.iter().any(|other| same(one, other)));
    author || matches!((&a.publisher, &b.publisher), (Some(a), Some(b)) if same(a, b))
}
