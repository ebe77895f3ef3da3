//! Quotations.

use super::Site;
use crate::problem::{Name, Place, Problem};
use crate::resolve::{FileIx, Resolved};

/// A quotation has a speaker, and nothing says where its words are from.
pub(super) fn without_source(site: &Site<'_>, ix: FileIx, told: &mut Vec<Problem>) {
    let file = &site.graph.files[ix];
    for quotation in &file.summary.quotations {
        let Some(speaker) = site.graph.speaker(ix, quotation) else { continue };
        let links = file.summary.links.iter().zip(&file.links);
        // A citation anywhere in the quotation counts, and so does a link to the source.
        let mut near = links.filter(|(link, _)| link.paragraph == quotation.paragraph).map(|(_, resolved)| resolved);
        if !quotation.cites.is_empty() || near.any(|link| matches!(link, Resolved::Cite(_) | Resolved::Source(_))) {
            continue;
        }
        let is_speaker = |link: &&u32| file.links.get(**link as usize) == Some(&Resolved::Actor(speaker));
        let Some(link) = quotation.speakers.iter().find(is_speaker) else { continue };
        let message = "nothing says where the words of this quotation are from";
        told.push(
            Problem::at(Name::QuotationWithoutSource, Place::link(&file.path, *link as usize), message)
                .label("quoted without a source")
                .help("cite it behind the speaker: `> — [Speaker](actor:id), [@source]`".to_owned()),
        );
    }
}
