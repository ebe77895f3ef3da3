//! The contract with themes: claims, quotations, and what was withdrawn.

use super::Text;
use super::actor::ActorCard;
use super::date::DateView;
use super::site::PageCard;
use super::source::SourceCard;
use crate::view::{Shared, views};

views! {
    /// What somebody claims, in a report's words.
    ClaimView {
        number: u32 = "Its number in the report, from 1.",
        words: Text = "The words that the text has marked.",
        lang: Text = "Their language.",
        dir: Text = "Its direction.",
        status: Option<Text> = "How it stands: `single-source`. None where the report does not say.",
        by: Vec<Shared<ActorCard>> = "Who claims it.",
        sources: Vec<NumberedSource> = "What it rests on.",
        from: Shared<PageCard> = "The report.",
        paragraph: u32 = "The paragraph that it stands in; 0 in a heading.",
        url: Text = "The address of its words.",
        list: Option<Text> = "The address of the list of all claims. None where the report is not listed.",
    }
    /// A source with its number on this page.
    NumberedSource {
        source: Shared<SourceCard> = "The source.",
        number: Option<usize> = "Its number in the page's list of sources. None where it is not in it.",
    }
    /// Claims of one status.
    ClaimGroup {
        status: Option<Text> = "The status. None where none is given.",
        claims: Vec<ClaimView> = "The claims, newest report first.",
    }
    /// Somebody's words, or those of a source.
    QuotationView {
        words: Text = "The words.",
        lang: Text = "The language of the text that quotes them.",
        dir: Text = "Its direction.",
        speaker: Option<Shared<ActorCard>> = "Whose words they are.",
        sources: Vec<QuotedSource> = "Where they are from.",
        from: Shared<PageCard> = "The page that quotes them.",
        paragraph: u32 = "The paragraph; 0 in a heading.",
        url: Text = "The address of the paragraph.",
    }
    /// What is left of something that was withdrawn.
    WithdrawnView {
        kind: Text = "What it was: `report`, `actor`, `source` or `page`.",
        title: Text = "The title, or the actor's name.",
        date: Option<Shared<DateView>> = "When it was published.",
        updated: Option<Shared<DateView>> = "When it was last changed.",
        lang: Text = "The language that it was in.",
        dir: Text = "Its direction.",
        reason: Option<ReasonView> = "Why it was withdrawn. None where nobody has said.",
    }
    /// Why something was withdrawn.
    ReasonView {
        text: Text = "The reason.",
        lang: Text = "Its language.",
        dir: Text = "Its direction.",
        date: Option<Shared<DateView>> = "When that was said. None where it is not known.",
        anchor: Option<Text> = "The anchor that it must have, where it is one of the report's corrections.",
    }
    /// What was put right in a report after publication.
    CorrectionView {
        date: Shared<DateView> = "When it was made.",
        text: Text = "What was wrong.",
        lang: Text = "The language of these words.",
        dir: Text = "Its direction.",
        anchor: Text = "The anchor that it must have on its report's page.",
        url: Text = "The address of it there.",
        from: Shared<PageCard> = "The report.",
        withdrawn: bool = "Whether the report was withdrawn.",
        list: Option<Text> = "The address of the list of all corrections. None where the report is not listed.",
    }
    /// A source of a quotation.
    QuotedSource {
        source: Shared<SourceCard> = "The source.",
        locator: Option<Text> = "Where in it: `para. 3`.",
    }
}
