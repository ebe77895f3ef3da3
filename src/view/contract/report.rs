//! The contract with themes: reports.

use super::Text;
use super::actor::ActorCard;
use super::date::DateView;
use super::site::{PageCard, TagCard};
use super::source::SourceCard;
use crate::view::{Raw, Shared, views};

views! {
    /// A report in full.
    ReportView {
        id: Text = "Its id.",
        title: Text = "The title.",
        date: Option<Shared<DateView>> = "When it was published.",
        updated: Option<Shared<DateView>> = "When it was last changed.",
        authors: Vec<PartyView> = "Who wrote it.",
        summary: Option<Text> = "The summary.",
        lang: Text = "The text's language.",
        dir: Text = "Its direction.",
        covers: Option<Shared<DateView>> = "From the earliest to the latest day of its events.",
        tags: Vec<TagCard> = "Its tags.",
        minutes: u32 = "Reading time in minutes.",
        image: Option<Text> = "The address of its picture.",
        image_alt: Option<Text> = "What the picture shows.",
        extra: Raw = "Keys below `extra:`.",
    }
    /// An author, editor or publisher: an actor of the site, or only a name.
    PartyView {
        name: Text = "The name.",
        url: Option<Text> = "The actor's page.",
    }
    /// A report as lists show it.
    ReportCard {
        id: Text = "Its id.",
        title: Text = "The title.",
        url: Text = "The address.",
        date: Option<Shared<DateView>> = "When it was published.",
        summary: Option<Text> = "The summary.",
        corrected: Option<Shared<DateView>> = "When it was last corrected. Its page has the corrections at `#gl-corrections`.",
        lang: Text = "The text's language.",
        dir: Text = "Its direction.",
        actors: usize = "How many actors it names.",
        sources: usize = "How many sources it has.",
    }
    /// A report that has something in common with the page's own.
    RelatedView {
        report: Shared<ReportCard> = "The report.",
        actors: Vec<Shared<ActorCard>> = "Actors that both name, the least common first; at most three.",
        dates: Vec<Shared<DateView>> = "A day that both tell of.",
        sources: Vec<Shared<SourceCard>> = "A source that both have.",
        tags: Vec<TagCard> = "A tag that both have.",
    }
    /// A sentence with a mention in it.
    SentenceView {
        before: Text = "The words before the mention.",
        mention: Text = "The mention.",
        after: Text = "The words after it.",
        lang: Text = "The language.",
        dir: Text = "Its direction.",
    }
    /// A place in a page.
    PlaceView {
        page: Shared<PageCard> = "The page.",
        paragraph: u32 = "The paragraph; 0 where the event stands only in the front matter.",
        url: Text = "The address of the paragraph.",
    }
}
