//! The contract with themes: actors.

use super::Text;
use super::date::DateView;
use super::site::PageCard;
use super::source::SourceCard;
use crate::view::{Raw, Shared, views};

views! {
    /// An actor as lists show it.
    ActorCard {
        id: Text = "Its id.",
        name: Text = "The name in the page's language.",
        kind: Text = "`person`, `government`, `military`, `armed-group`, `organization`, `party`, `media`, `company`, `place` or `other`.",
        url: Option<Text> = "The address. None where the actor has no page.",
    }
    /// An actor with a count.
    ActorCount {
        actor: Shared<ActorCard> = "The actor.",
        count: usize = "How many reports name it.",
    }
    /// The actors of a report that are of one kind.
    CastView {
        kind: Text = "The kind.",
        members: Vec<CastMember> = "The actors.",
    }
    /// An actor of a report.
    CastMember {
        actor: Shared<ActorCard> = "The actor.",
        role: Option<Text> = "The role in this report, as the report gives it.",
        held: Vec<HeldView> = "The offices that its record has on the day of the report. Empty where the report gives a role.",
        mentions: usize = "How often the text mentions it.",
    }
    /// An office held on the day of a report.
    HeldView {
        role: Text = "What it is called.",
        of: Option<Shared<ActorCard>> = "The organisation.",
        lang: Text = "The language of the record.",
        dir: Text = "Its direction.",
    }
    /// Actors of one kind.
    ActorGroup {
        kind: Text = "The kind.",
        letters: Vec<LetterGroup> = "By first letter.",
    }
    /// Actors whose names begin alike.
    LetterGroup {
        letter: Text = "The letter.",
        actors: Vec<ActorCount> = "The actors, in the order of the site's language.",
    }
    /// An actor in full.
    ActorView {
        id: Text = "Its id.",
        name: Text = "The name in the page's language.",
        kind: Text = "The kind.",
        url: Option<Text> = "The address of its page.",
        names: Vec<NameView> = "Other names, in every script.",
        from: Option<Shared<DateView>> = "From when it lived or existed. None where it is not known.",
        to: Option<Shared<DateView>> = "Until when. None where it lasts or is not known.",
        open: bool = "Whether it lasts (`to: ..`).",
        roles: Vec<RoleView> = "Offices held.",
        ids: Vec<IdentifierView> = "Identifiers elsewhere.",
        summary: Option<Text> = "One or two sentences.",
        image: Option<Text> = "The address of its picture.",
        image_alt: Option<Text> = "What the picture shows.",
        report_count: usize = "How many reports name it.",
        mention_count: usize = "How often it is mentioned.",
        extra: Raw = "Keys below `extra:`.",
    }
    /// A name.
    NameView {
        name: Text = "The name.",
        lang: Option<Text> = "Its language, if it is said.",
        dir: Text = "Its direction.",
    }
    /// An office held.
    RoleView {
        role: Text = "What it is called.",
        of: Option<Shared<ActorCard>> = "The organisation.",
        from: Option<Shared<DateView>> = "From when.",
        to: Option<Shared<DateView>> = "Until when. None where it lasts or is not known.",
        open: bool = "Whether it lasts (`to: ..`).",
        sources: Vec<Shared<SourceCard>> = "The sources that say so.",
    }
    /// An identifier elsewhere.
    IdentifierView {
        scheme: Text = "The scheme: `wikidata`, `viaf`, …",
        value: Text = "The identifier.",
        url: Option<Text> = "Its address, where the scheme is known.",
    }
    /// A mention in its sentence.
    MentionView {
        before: Text = "The sentence before it.",
        mention: Text = "The words of the mention.",
        after: Text = "The sentence after it.",
        from: Shared<PageCard> = "The page that it stands on.",
        paragraph: u32 = "The paragraph; 0 in a heading.",
        url: Text = "The address of the paragraph.",
    }
}
