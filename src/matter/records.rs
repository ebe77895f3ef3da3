//! The records of each kind of content file.

use super::{Moment, Str};
use crate::digest::Digest;
use crate::edtf::Date;
use crate::id::{Id, fold};

/// The keys of a report beside the common ones.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct ReportMatter {
    /// Actors that the report is about; this list registers their ids.
    pub actors: Vec<ActorRef>,
    /// What happened when.
    pub dates: Vec<DateEntry>,
    /// What somebody claims, in the body's exact words.
    pub claims: Vec<Claim>,
    /// What was put right after publication.
    pub corrections: Vec<Correction>,
}

/// An item of a report's `actors`: a bare id, or a record with the role held in this report.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ActorRef {
    /// The actor.
    pub id: Id,
    /// The id as written: the name of an actor that has no file.
    pub written: Str,
    /// The role as of this report.
    pub role: Option<Str>,
}

/// An item of `tags`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TagRef {
    /// The tag: its slug. Empty where it has neither letter nor digit; such a tag has no page.
    pub id: Id,
    /// The tag as written.
    pub written: Str,
}

impl From<&str> for TagRef {
    fn from(written: &str) -> Self {
        let id = Id::of_title(written);
        Self { written: id.share(written), id }
    }
}

/// An item of `dates`: a bare EDTF date, or a record.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DateEntry {
    /// When.
    pub date: Date,
    /// What happened, in a few words.
    pub label: Option<Str>,
    /// Who took part.
    pub actors: Vec<Id>,
    /// What says so.
    pub sources: Vec<Id>,
    /// Digest of the date and the label in any case: items that have the same, in whatever files, are one event. `None`
    /// without a label.
    pub event: Option<Digest>,
}

impl DateEntry {
    /// The item with this date and label.
    #[must_use]
    pub fn new(date: Date, label: Option<Str>, actors: Vec<Id>, sources: Vec<Id>) -> Self {
        let event = label.as_ref().map(|label| Digest::of(&(&date, fold(label))));
        Self { date, label, actors, sources, event }
    }
}

/// A claim.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Claim {
    /// The exact words of the body.
    pub quote: Str,
    /// Who claims it.
    pub by: Vec<Id>,
    /// How it stands: confirmed, corroborated, single-source, disputed, refuted, unverified.
    pub status: Option<Str>,
    /// What says so.
    pub sources: Vec<Id>,
}

/// A correction.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Correction {
    /// When it was made.
    pub date: Moment,
    /// What was wrong.
    pub text: Str,
}

/// An actor's kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Kind {
    /// A human being.
    Person,
    /// A government, ministry, embassy or other organ of a state.
    Government,
    /// Regular armed forces.
    Military,
    /// Any other armed group.
    ArmedGroup,
    /// An organisation that is none of the other kinds.
    Organization,
    /// A political party.
    Party,
    /// A newspaper, broadcaster, agency.
    Media,
    /// A company.
    Company,
    /// A place that acts.
    Place,
    /// None of these, or not said.
    #[default]
    Other,
}

impl Kind {
    /// Every kind, in the order in which lists show them.
    pub const ALL: [Self; 10] = [
        Self::Person,
        Self::Government,
        Self::Military,
        Self::ArmedGroup,
        Self::Organization,
        Self::Party,
        Self::Media,
        Self::Company,
        Self::Place,
        Self::Other,
    ];
}

/// The keys of an actor beside the common ones.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct ActorMatter {
    /// The name in the site's language. Required; `title` is understood.
    pub name: Option<Str>,
    /// What sort of actor.
    pub kind: Kind,
    /// Other names, in any script. Also `aliases`.
    pub names: Vec<Name>,
    /// From when it lived or existed; `None` where that is not known.
    pub from: Option<Date>,
    /// Until when; `None` where it lasts or that is not known.
    pub to: Option<Date>,
    /// Whether it is said to last: `to: ..`.
    pub lasts: bool,
    /// Offices held, with their bounds.
    pub roles: Vec<Role>,
    /// Identifiers elsewhere: `wikidata`, `viaf`, `isni`, `ror`, …
    pub ids: std::collections::BTreeMap<Str, Str>,
}

/// Another name: bare, or with its language.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Name {
    /// The name.
    pub name: Str,
    /// Its language (BCP 47).
    pub lang: Option<Str>,
}

/// An office held.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Role {
    /// What the office is called.
    pub role: Str,
    /// The organisation, by an actor's id.
    pub of: Option<Id>,
    /// From when; `None` where that is open or not known.
    pub from: Option<Date>,
    /// Whether its beginning is said to be open: `from: ..`.
    pub open: bool,
    /// Until when; `None` where it lasts or that is not known.
    pub to: Option<Date>,
    /// Whether it is said to last: `to: ..`.
    pub lasts: bool,
    /// What says so.
    pub sources: Vec<Id>,
}

/// An author or publisher: an actor's id, or a name. Which of the two is known only when all actors are.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NameRef {
    /// The id or the whole name.
    pub name: Str,
    /// The family name, where it is given apart: `{family: …, given: …}`. The whole name ends with it, and the suffix.
    pub family: Option<Str>,
    /// What stands behind the family name: `Jr.`.
    pub suffix: Option<Str>,
}

impl NameRef {
    /// An id, or a name of which nobody says what its parts are.
    pub(crate) fn whole(name: impl Into<Str>) -> Self {
        Self { name: name.into(), family: None, suffix: None }
    }

    /// A person.
    pub(crate) fn person(given: &str, family: &str) -> Self {
        Self { name: format!("{given} {family}").into(), family: Some(family.into()), suffix: None }
    }

    /// The same with a suffix, which may be empty.
    pub(crate) fn with_suffix(self, suffix: &str) -> Self {
        match suffix.trim() {
            "" => self,
            suffix => Self { name: format!("{} {suffix}", self.name).into(), suffix: Some(suffix.into()), ..self },
        }
    }

    /// Those whom a list of authors does not name.
    pub(crate) fn others() -> Self {
        Self::whole("et al.")
    }

    /// Whether it stands for those whom a list of authors does not name.
    pub(crate) fn is_others(&self) -> bool {
        *self == Self::others()
    }

    /// The given names, where the family name is known.
    pub(crate) fn given(&self) -> Option<&str> {
        let name =
            self.suffix.as_deref().and_then(|suffix| self.name.strip_suffix(suffix)).unwrap_or(&self.name).trim_end();
        Some(name.strip_suffix(self.family.as_deref()?)?.trim())
    }
}

/// The keys of a date's file: none beside the common ones.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct DateMatter {}

/// The keys of a plain page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct PageMatter {
    /// Whether it stands in the default menu.
    pub menu: Option<bool>,
}
