//! What a report should have.

use super::Site;
use crate::matter::{Matter, Own};
use crate::problem::{Name, Place, Problem, YamlPath};
use crate::resolve::{FileIx, Resolved};

/// A report neither cites nor lists a source. Of one that says nothing of itself nothing is expected: most likely its front
/// matter can't be read, which is told.
pub(super) fn without_source(site: &Site<'_>, ix: FileIx, told: &mut Vec<Problem>) {
    let file = &site.graph.files[ix];
    let links_source = || file.links.iter().any(|link| matches!(link, Resolved::Source(_)));
    let says_nothing = || {
        let empty = Matter { own: Own::Report(Box::default()), ..Matter::default() };
        file.links.is_empty() && *file.summary.matter == empty
    };
    if site.is_report(ix) && site.is_original(ix) && file.cited.is_empty() && !links_source() && !says_nothing() {
        let message = "the report has no source";
        told.push(
            Problem::at(Name::ReportWithoutSource, Place::key(&file.path, "title"), message)
                .help("cite what it rests on: `[@key]`".to_owned()),
        );
    }
}

/// An event of the front matter names no source.
pub(super) fn event_without_source(site: &Site<'_>, ix: FileIx, told: &mut Vec<Problem>) {
    let file = &site.graph.files[ix];
    let Own::Report(report) = &file.summary.matter.own else { return };
    for (number, entry) in report.dates.iter().enumerate() {
        if let Some(label) = entry.label.as_ref().filter(|_| entry.sources.is_empty()) {
            let place = Place::value(&file.path, YamlPath::from("dates").index(number).key("label"));
            told.push(
                Problem::at(Name::EventWithoutSource, place, format!("the event “{label}” names no source"))
                    .help("add `sources: [KEY]`".to_owned()),
            );
        }
    }
}

/// The picture that stands for a file has no words.
pub(super) fn image_without_alt(site: &Site<'_>, ix: FileIx, told: &mut Vec<Problem>) {
    let file = &site.graph.files[ix];
    if file.summary.matter.common.image.is_some() && file.matter.common.image_alt.is_none() {
        let message = "nothing says what the picture shows";
        told.push(
            Problem::at(Name::ImageWithoutAlt, Place::value(&file.path, "image"), message)
                .help("add `image_alt: …` for those who can't see it".to_owned()),
        );
    }
}
