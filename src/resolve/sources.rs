//! Which sources there are: each the union of what several files say of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Site;
use super::copies;
use super::graph::{DocKind, Graph, Source, Standing};
use super::index::{DocIx, FileIx, SourceIx};
use super::registry::Registered;
use super::routes::{check_id, mend_in_list};
use crate::bibliography::Listed;
use crate::digest::Digest;
use crate::id::{Id, IdMap};
use crate::matter::{Matter, Own, SourceEntry, SourceRecord};
use crate::problem::{Name, Place, Problem, YamlPath};

/// Every source that a shown file describes; tells where two descriptions differ.
///
/// `listed` are those in lists: the file, the number in its list, and the item.
pub(super) fn register(
    graph: &Graph,
    site: &Site<'_>,
    listed: &[(FileIx, usize, &SourceEntry)],
) -> Registered<Source, SourceIx> {
    let bibliography = site.bibliography;
    let mut registry = Registry {
        graph,
        bibliography,
        sources: Vec::new(),
        ids: IdMap::default(),
        descriptions: Vec::new(),
        withdrawn: BTreeSet::new(),
    };
    let mut problems = Vec::new();
    let own = || graph.docs.iter().enumerate().filter(|(_, doc)| doc.kind == DocKind::Source);
    registry.withdrawn.extend(own().filter(|(_, doc)| doc.standing == Standing::Withdrawn).map(|(_, doc)| &doc.id));
    for (number, doc) in own() {
        if doc.standing.shows_text() && !registry.ids.contains_key(&doc.id) {
            let file = doc.files[0];
            let record = Arc::new(own_record(&graph.files[file].matter));
            let descriptions = Descriptions { first: None, parts: vec![Part::File { file, item: None }] };
            registry.add(&doc.id, Some(number.into()), record, descriptions);
        }
    }
    for (number, source) in bibliography.iter().enumerate() {
        registry.describe(&source.entry, Part::Bibliography(number), &mut problems);
    }
    for (file, item, entry) in listed {
        registry.describe(entry, Part::File { file: *file, item: Some(*item) }, &mut problems);
    }
    if !site.copies.is_empty() {
        registry.check_copies(site, &mut problems);
    }
    Registered { items: registry.sources, ids: registry.ids, problems }
}

/// What a source's own file says of it.
fn own_record(matter: &Matter) -> SourceRecord {
    let mut record = match &matter.own {
        Own::Source(record) => (**record).clone(),
        _ => SourceRecord::default(),
    };
    record.lang = record.lang.or_else(|| matter.common.lang.clone());
    record
}

struct Registry<'g> {
    graph: &'g Graph,
    bibliography: &'g [Listed],
    sources: Vec<Source>,
    ids: IdMap<SourceIx>,
    /// Of each source.
    descriptions: Vec<Descriptions>,
    /// Sources whose own file was withdrawn: no other file brings them back.
    withdrawn: BTreeSet<&'g Id>,
}

/// The descriptions of one source.
struct Descriptions {
    /// The digest of the first one, if that stands in a list.
    first: Option<Digest>,
    /// The first one, and all that are not the same.
    parts: Vec<Part>,
}

/// Where a description stands.
enum Part {
    /// In a content file: the number in its `sources`; none in the source's own file.
    File { file: FileIx, item: Option<usize> },
    /// In a bibliography file: the number among the sources of all of them.
    Bibliography(usize),
}

impl Registry<'_> {
    fn add(&mut self, id: &Id, doc: Option<DocIx>, record: Arc<SourceRecord>, descriptions: Descriptions) {
        self.ids.insert(id.clone(), self.sources.len().into());
        let (citations, files) = (Vec::new(), Vec::new());
        self.sources.push(Source {
            id: id.clone(),
            doc,
            record,
            has_page: doc.is_some(),
            citations,
            files,
            only_listed: Vec::new(),
            quotations: Vec::new(),
            copy: None,
        });
        self.descriptions.push(descriptions);
    }

    /// Adds what an item of a list says.
    fn describe(&mut self, entry: &SourceEntry, part: Part, problems: &mut Vec<Problem>) {
        let Some(described) = entry.record.as_ref().filter(|_| !self.withdrawn.contains(&entry.id)) else { return };
        let Some(&ix) = self.ids.get(&entry.id) else {
            problems.extend(check_id(&entry.id, || part.place(self, "id"), mend_in_list));
            let descriptions = Descriptions { first: Some(described.digest), parts: vec![part] };
            self.add(&entry.id, None, Arc::clone(&described.record), descriptions);
            return;
        };
        let known = &self.descriptions[ix.get()];
        // What comes first wins, so that its own words add nothing to it, nor gainsay it.
        if known.first == Some(described.digest) {
            return;
        }
        let differing = Arc::make_mut(&mut self.sources[ix].record).merge(&described.record);
        for key in differing {
            problems.push(self.conflict(&entry.id, key, &self.descriptions[ix.get()].parts, &part));
        }
        self.descriptions[ix.get()].parts.push(part);
    }

    /// Tells which stored copies are not there, or are not the files that they were.
    fn check_copies(&self, site: &Site<'_>, problems: &mut Vec<Problem>) {
        for (source, Descriptions { parts, .. }) in self.sources.iter().zip(&self.descriptions) {
            let place = |key: &str| {
                let gives = |part: &&Part| {
                    let record = part.record(self);
                    if key == "copy" { record.copy.is_some() } else { record.sha256.is_some() }
                };
                parts.iter().find(gives).unwrap_or(&parts[0]).place(self, key)
            };
            problems.extend(copies::check(&source.id, &source.record, site, place));
        }
    }

    fn conflict(&self, id: &Id, key: &'static str, earlier: &[Part], part: &Part) -> Problem {
        let problem = Problem::at(
            Name::ConflictingSource,
            part.place(self, key),
            format!("the source `{id}` has another `{key}` elsewhere"),
        )
        .help("describe it once, and list it by its id elsewhere".to_owned());
        let record = part.record(self);
        let first = earlier.iter().find(|other| other.record(self).merge(&record).contains(&key));
        match first {
            Some(first) => problem.related(first.place(self, key), "first given here"),
            None => problem,
        }
    }
}

impl Part {
    fn place(&self, registry: &Registry<'_>, key: &str) -> Place {
        let path = |file: &FileIx| &registry.graph.files[*file].path;
        match self {
            Self::File { file, item: Some(item) } => {
                Place::value(path(file), YamlPath::from("sources").index(*item).key(key))
            }
            Self::File { file, item: None } => Place::value(path(file), YamlPath::from(key)),
            Self::Bibliography(number) => registry.bibliography[*number].place.clone(),
        }
    }

    fn record(&self, registry: &Registry<'_>) -> SourceRecord {
        let entry = match self {
            Self::File { file, item: Some(item) } => &registry.graph.files[*file].summary.matter.common.sources[*item],
            Self::File { file, item: None } => return own_record(&registry.graph.files[*file].matter),
            Self::Bibliography(number) => &registry.bibliography[*number].entry,
        };
        entry.record.as_ref().map(|described| (*described.record).clone()).unwrap_or_default()
    }
}
