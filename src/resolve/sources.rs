//! Which sources there are: each the union of what several files say of it.

use super::graph::{DocKind, Graph, Source, Standing};
use super::index::{DocIx, SourceIx};
use super::lookup::Lookup;
use super::routes::{check_id, mend_in_list};
use crate::id::Id;
use crate::matter::{Own, SourceRecord};
use crate::problem::{Name, Place, Problem, YamlPath};

/// Where a part of a source's record stands: the file, and the number in its `sources` (none in the source's own file).
struct Part {
    file: usize,
    item: Option<usize>,
    record: SourceRecord,
}

impl Part {
    fn place(&self, graph: &Graph, key: &str) -> Place {
        let path = match self.item {
            Some(item) => YamlPath::from("sources").index(item).key(key),
            None => YamlPath::from(key),
        };
        Place::value(&graph.files[self.file].path, path)
    }
}

/// Registers every source that a shown file describes, and tells where two descriptions differ.
pub(super) fn register_sources(graph: &mut Graph, lookup: &mut Lookup, problems: &mut Vec<Problem>) {
    let mut sources: Vec<Source> = Vec::new();
    let mut parts: Vec<Vec<Part>> = Vec::new();
    for (number, doc) in graph.docs.iter().enumerate() {
        if doc.kind != DocKind::Source || doc.standing == Standing::Hidden || lookup.sources.contains_key(&doc.id) {
            continue;
        }
        let file = doc.files[0];
        let matter = &graph.files[file].matter;
        let mut record = match &matter.own {
            Own::Source(record) => (**record).clone(),
            _ => SourceRecord::default(),
        };
        record.title = record.title.or_else(|| matter.common.title.clone());
        record.lang = record.lang.or_else(|| matter.common.lang.clone());
        lookup.sources.insert(doc.id.clone(), sources.len().into());
        sources.push(source(&doc.id, Some(DocIx::from(number)), record.clone()));
        parts.push(vec![Part { file: file.get(), item: None, record }]);
    }
    for (number, file) in graph.files.iter().enumerate() {
        if file.standing == Standing::Hidden {
            continue;
        }
        for (item, entry) in file.summary.matter.common.sources.iter().enumerate() {
            let Some(record) = &entry.record else { continue };
            let ix = *lookup.sources.entry(entry.id.clone()).or_insert_with(|| {
                let path = || YamlPath::from("sources").index(item).key("id");
                check_id(&entry.id, || Place::value(&file.path, path()), mend_in_list, problems);
                sources.push(source(&entry.id, None, SourceRecord::default()));
                parts.push(Vec::new());
                SourceIx::from(sources.len() - 1)
            });
            let part = Part { file: number, item: Some(item), record: (**record).clone() };
            for key in sources[ix].record.merge(record) {
                problems.push(conflict(graph, &entry.id, key, &parts[ix.get()], &part));
            }
            parts[ix.get()].push(part);
        }
    }
    graph.sources = sources;
}

fn source(id: &Id, doc: Option<DocIx>, record: SourceRecord) -> Source {
    Source { id: id.clone(), doc, record, has_page: doc.is_some(), citations: Vec::new(), files: Vec::new() }
}

fn conflict(graph: &Graph, id: &Id, key: &'static str, earlier: &[Part], part: &Part) -> Problem {
    let problem = Problem::at(
        Name::ConflictingSource,
        part.place(graph, key),
        format!("the source `{id}` has another `{key}` elsewhere"),
    )
    .help("describe it once, and list it by its id elsewhere".to_owned());
    let first = earlier.iter().find(|other| other.record.clone().merge(&part.record).contains(&key));
    match first {
        Some(first) => problem.related(first.place(graph, key), "first given here"),
        None => problem,
    }
}
