//! The contract with themes: every field that a template may use. The roots that hold them are in `roots.rs`.
//!
//! An address (`url`) is root-relative and carries the path of `base_url`. Text is plain and escaped by the template;
//! [`Html`](super::Html) is safe as it stands.

mod actor;
mod date;
mod evidence;
mod metadata;
mod report;
mod site;
mod source;
mod timeline;

pub use actor::{
    ActorCard, ActorCount, ActorGroup, ActorView, CastMember, CastView, HeldView, IdentifierView, LetterGroup,
    MentionView, NameView, RoleView,
};
pub use date::{CalendarView, CellView, DatePageView, DateView, EventView, WeekdayView, YearView};
pub use evidence::{
    ClaimGroup, ClaimView, CorrectionView, NumberedSource, QuotationView, QuotedSource, ReasonView, WithdrawnView,
};
pub use metadata::{CiteFormatView, CiteView, MetaView, MetadataView};
pub use report::{PartyView, PlaceView, RelatedView, ReportCard, ReportView, SentenceView};
pub use site::{
    ContentView, HeadingView, LanguageView, LinkView, NeighboursView, NoteView, PageCard, PageView, PagerView,
    PublisherView, RedirectView, SiteView, TagCard, TotalsView, VersionView,
};
pub use source::{CitationView, CitedView, CopyView, GradeView, SourceCard, SourceCount, SourceGroup, SourceView};
pub use timeline::{LabelView, MarkView, PartView, PieceView, PointView, PublishedView, TickView, TimelineView};

use super::Field;

type Text = std::sync::Arc<str>;

/// Every view struct's name, description and fields, by what they are about.
pub const VIEWS: [&[(&str, &str, &[Field])]; 8] = [
    site::VIEWS,
    report::VIEWS,
    actor::VIEWS,
    date::VIEWS,
    timeline::VIEWS,
    source::VIEWS,
    evidence::VIEWS,
    metadata::VIEWS,
];
