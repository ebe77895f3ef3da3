//! The keys of a report.

use super::super::key::Keys;
use super::super::keys::{
    ACTOR_REF, ActorRefKey, CLAIM, CORRECTION, ClaimKey, CorrectionKey, DATE_ENTRY, DateEntryKey, ReportKey,
};
use super::super::words::CLAIM_STATUS;
use super::super::yaml::Node;
use super::super::{ActorRef, Claim, Correction, DateEntry, ReportMatter, Str};
use super::{At, Given, Reader};
use crate::id::Id;

/// Reads one key of a report.
pub(super) fn report(
    reader: &mut Reader<'_>,
    key: ReportKey,
    given: Given<'_, '_>,
    at: &At<'_>,
    report: &mut ReportMatter,
) {
    let node = given.node;
    match key {
        ReportKey::Actors => report.actors = reader.list(node, at, actor_ref),
        ReportKey::Dates => report.dates = dates(reader, node, at),
        ReportKey::Claims => report.claims = reader.list(node, at, claim),
        ReportKey::Corrections => report.corrections = reader.list(node, at, correction),
    }
}

fn actor_ref(reader: &mut Reader<'_>, node: &Node<'_>, at: &At<'_>) -> Option<ActorRef> {
    let Node::Mapping(entries) = node else {
        let written = reader.name(node, at, "an actor's id or a record")?;
        let id = Id::new(&written);
        return Some(ActorRef { written: id.share(&written), id, role: None });
    };
    let (mut id, mut name, mut role) = (None, None, None);
    let complete = reader.record(entries, at, ACTOR_REF.what, |reader, key, given| {
        let at = at.key(given.name);
        match key {
            ActorRefKey::Id => id = reader.name(given.node, &at, "text"),
            ActorRefKey::Name => name = reader.name(given.node, &at, "text"),
            ActorRefKey::Role => role = reader.title(given.node, &at),
        }
    });
    let id = id.filter(|_| complete)?;
    Some(ActorRef { id: Id::new(&id), written: name.unwrap_or(id), role })
}

/// The list of dates. Inside it a list is one date, and so is a mapping without values, unless its keys are a record's.
fn dates(reader: &mut Reader<'_>, node: &Node<'_>, at: &At<'_>) -> Vec<DateEntry> {
    reader.list(node, at, |reader, node, at| match node {
        Node::Mapping(entries)
            if entries
                .iter()
                .any(|entry| !matches!(entry.value, Node::Null) || DateEntryKey::find(&entry.key).is_some()) =>
        {
            let mut date = None;
            let mut record = (None, Vec::new(), Vec::new());
            let (label, actors, sources) = (&mut record.0, &mut record.1, &mut record.2);
            reader.record(entries, at, DATE_ENTRY.what, |reader, key, given| {
                let at = at.key(given.name);
                match key {
                    DateEntryKey::Date => date = reader.date(given.node, &at),
                    DateEntryKey::Label => given.fill(label, reader.text(given.node, &at), key.key()),
                    DateEntryKey::Actors => actors.extend(reader.ids(given.node, &at)),
                    DateEntryKey::Sources => sources.extend(reader.ids(given.node, &at)),
                }
            });
            let (label, actors, sources) = record;
            Some(DateEntry::new(date?, label, actors, sources))
        }
        _ => Some(DateEntry::new(reader.date(node, at)?, None, Vec::new(), Vec::new())),
    })
}

fn claim(reader: &mut Reader<'_>, node: &Node<'_>, at: &At<'_>) -> Option<Claim> {
    let entries = reader.entries(node, at, "a record with the key `quote`");
    if entries.is_empty() {
        return None;
    }
    let mut quote = None;
    let mut claim = Claim { quote: Str::from(""), by: Vec::new(), status: None, sources: Vec::new() };
    reader.record(entries, at, CLAIM.what, |reader, key, given| {
        let at = at.key(given.name);
        match key {
            ClaimKey::Quote => quote = reader.text(given.node, &at),
            ClaimKey::By => claim.by = reader.ids(given.node, &at),
            ClaimKey::Status => {
                let find = |word: &str| CLAIM_STATUS.iter().find(|status| **status == word);
                claim.status = reader.word(given.node, &at, CLAIM_STATUS, find).map(|status| Str::from(*status));
            }
            ClaimKey::Sources => claim.sources.extend(reader.ids(given.node, &at)),
        }
    });
    claim.quote = quote?;
    Some(claim)
}

fn correction(reader: &mut Reader<'_>, node: &Node<'_>, at: &At<'_>) -> Option<Correction> {
    let entries = reader.entries(node, at, "a record with the keys `date` and `text`");
    if entries.is_empty() {
        return None;
    }
    let (mut date, mut text) = (None, None);
    reader.record(entries, at, CORRECTION.what, |reader, key, given| {
        let at = at.key(given.name);
        match key {
            CorrectionKey::Date => date = reader.moment(given.node, &at),
            CorrectionKey::Text => text = reader.text(given.node, &at),
        }
    });
    Some(Correction { date: date?, text: text? })
}
