//! Which sources there are: each the union of what several files say of it.

use std::sync::Arc;

use super::graph::{DocKind, Graph, Source, Standing};
use super::index::{DocIx, FileIx, SourceIx};
use super::registry::Registered;
use super::routes::{check_id, mend_in_list};
use crate::digest::Digest;
use crate::id::{Id, IdMap};
use crate::matter::{Matter, Own, SourceEntry, SourceRecord};
use crate::problem::{Name, Place, Problem, YamlPath};

/// Every source that a shown file describes; tells where two descriptions differ.
///
/// `listed` are those in lists: the file, the number in its list, and the item.
pub(super) fn register(graph: &Graph, listed: &[(FileIx, usize, &SourceEntry)]) -> Registered<Source, SourceIx> {
    let mut registry = Registry { graph, sources: Vec::new(), ids: IdMap::default(), descriptions: Vec::new() };
    let mut problems = Vec::new();
    for (number, doc) in graph.docs.iter().enumerate() {
        if doc.kind == DocKind::Source && doc.standing != Standing::Hidden && !registry.ids.contains_key(&doc.id) {
            let file = doc.files[0];
            let record = Arc::new(own_record(&graph.files[file].matter));
            let descriptions = Descriptions { first: None, parts: vec![Part { file, item: None }] };
            registry.add(&doc.id, Some(number.into()), record, descriptions);
        }
    }
    for (file, item, entry) in listed {
        registry.describe(entry, Part { file: *file, item: Some(*item) }, &mut problems);
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
    sources: Vec<Source>,
    ids: IdMap<SourceIx>,
    /// Of each source.
    descriptions: Vec<Descriptions>,
}

/// The descriptions of one source.
struct Descriptions {
    /// The digest of the first one, if that stands in a list.
    first: Option<Digest>,
    /// The first one, and all that are not the same.
    parts: Vec<Part>,
}

/// Where a description stands: the file, and the number in its `sources` (none in the source's own file).
struct Part {
    file: FileIx,
    item: Option<usize>,
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
            quotations: Vec::new(),
        });
        self.descriptions.push(descriptions);
    }

    /// Adds what an item of a list says.
    fn describe(&mut self, entry: &SourceEntry, part: Part, problems: &mut Vec<Problem>) {
        let Some(described) = &entry.record else { return };
        let Some(&ix) = self.ids.get(&entry.id) else {
            problems.extend(check_id(&entry.id, || part.place(self.graph, "id"), mend_in_list));
            let descriptions = Descriptions { first: Some(described.digest), parts: vec![part] };
            self.add(&entry.id, None, Arc::clone(&described.record), descriptions);
            return;
        };
        let known = &mut self.descriptions[ix.get()];
        // What comes first wins, so that its own words add nothing to it, nor gainsay it.
        if known.first == Some(described.digest) {
            return;
        }
        for key in Arc::make_mut(&mut self.sources[ix].record).merge(&described.record) {
            problems.push(conflict(self.graph, &entry.id, key, &known.parts, &part));
        }
        known.parts.push(part);
    }
}

impl Part {
    fn place(&self, graph: &Graph, key: &str) -> Place {
        let path = match self.item {
            Some(item) => YamlPath::from("sources").index(item).key(key),
            None => YamlPath::from(key),
        };
        Place::value(&graph.files[self.file].path, path)
    }

    fn record(&self, graph: &Graph) -> SourceRecord {
        let file = &graph.files[self.file];
        match self.item {
            Some(item) => {
                let described = &file.summary.matter.common.sources[item].record;
                described.as_ref().map(|described| (*described.record).clone()).unwrap_or_default()
            }
            None => own_record(&file.matter),
        }
    }
}

fn conflict(graph: &Graph, id: &Id, key: &'static str, earlier: &[Part], part: &Part) -> Problem {
    let problem = Problem::at(
        Name::ConflictingSource,
        part.place(graph, key),
        format!("the source `{id}` has another `{key}` elsewhere"),
    )
    .help("describe it once, and list it by its id elsewhere".to_owned());
    let record = part.record(graph);
    let first = earlier.iter().find(|other| other.record(graph).merge(&record).contains(&key));
    match first {
        Some(first) => problem.related(first.place(graph, key), "first given here"),
        None => problem,
    }
}
