//! What would make the reading of a `.bib` file go on for ever, or run out of memory: entries that take their fields from
//! themselves, abbreviations that are made of themselves, braces within braces without end.
//!
//! The crate `biblatex` follows all of these without looking back. So they are looked for in the raw file, and taken out.

use std::collections::HashMap;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

use biblatex::{Bibliography, RawBibliography, RawChunk, RawEntry};

use super::salvage::MOST_FAULTS;

/// So deep may braces, abbreviations and references be nested.
const DEEPEST: usize = 64;
/// So many characters may all abbreviations of a file come to, written out.
const LONGEST: u64 = 16 << 20;
/// So many entries may one entry take fields from, counted as often as they are come across.
const MOST: u64 = 1_000;
/// The fields that name the entries from which others are taken, and stand-ins that nobody follows.
const REFERENCES: [(&str, &str); 2] = [("crossref", "gloss-crossref"), ("xdata", "gloss-xdata")];
/// The field with an entry's other names.
const NAMES: &str = "ids";

/// What is wrong, and where.
pub(super) type Knot = (Range<usize>, String);

/// Takes out what has no end, and tells what it was.
pub(super) fn untie(raw: &mut RawBibliography<'_>) -> Vec<Knot> {
    let mut knots = fields(raw);
    knots.extend(references(raw));
    knots
}

/// Fields that are nested too deep, or whose abbreviations have no end.
fn fields(raw: &mut RawBibliography<'_>) -> Vec<Knot> {
    let mut knots = Vec::new();
    let mut strings = Strings { known: HashMap::new(), values: HashMap::new() };
    for string in &raw.abbreviations {
        strings.values.insert(string.key.v, &string.value.v);
    }
    let mut left = LONGEST;
    for entry in &mut raw.entries {
        let (key, at) = (entry.v.key.v, entry.v.key.span.clone());
        entry.v.fields.retain(|field| {
            let what = match strings.size(&field.value.v, &mut Vec::new()) {
                Ok(size) if size <= left => {
                    left -= size;
                    return true;
                }
                Ok(_) => "comes to more text than any bibliography has".to_owned(),
                Err(Endless::Deep) => format!("is nested more than {DEEPEST} deep"),
                Err(Endless::Circle(name)) => format!("never ends: the abbreviation `{name}` is made of itself"),
            };
            knots.push((at.clone(), format!("`{}` of `{key}` {what}", field.key.v)));
            false
        });
    }
    knots
}

/// Why a value has no end.
#[derive(Debug, Clone)]
enum Endless<'s> {
    Deep,
    Circle(&'s str),
}

/// The abbreviations of a file, and how long each is that has been looked at.
struct Strings<'r, 's> {
    known: HashMap<&'s str, Result<u64, Endless<'s>>>,
    values: HashMap<&'s str, &'r Vec<biblatex::Spanned<RawChunk<'s>>>>,
}

impl<'s> Strings<'_, 's> {
    /// How many characters abbreviations add to a value. `path` has those that it stands in.
    fn size(&mut self, value: &[biblatex::Spanned<RawChunk<'s>>], path: &mut Vec<&'s str>) -> Result<u64, Endless<'s>> {
        let mut size = 0_u64;
        for chunk in value {
            match chunk.v {
                RawChunk::Normal(text) if depth(text) > DEEPEST => return Err(Endless::Deep),
                RawChunk::Normal(text) if path.is_empty() => size += u64::from(text.is_empty()),
                RawChunk::Normal(text) => size = size.saturating_add(text.len() as u64),
                RawChunk::Abbreviation(name) => size = size.saturating_add(self.size_of(name, path)?),
            }
        }
        Ok(size)
    }

    fn size_of(&mut self, name: &'s str, path: &mut Vec<&'s str>) -> Result<u64, Endless<'s>> {
        if path.contains(&name) {
            return Err(Endless::Circle(name));
        }
        if path.len() >= DEEPEST {
            return Err(Endless::Deep);
        }
        if let Some(known) = self.known.get(name) {
            return known.clone();
        }
        let Some(value) = self.values.get(name).copied() else { return Ok(0) };
        path.push(name);
        let size = self.size(value, path);
        path.pop();
        self.known.insert(name, size.clone());
        size
    }
}

/// How deep braces are nested.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' => {
                bytes.next();
            }
            b'{' => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// Entries that take their fields from themselves, directly or by way of others.
fn references(raw: &mut RawBibliography<'_>) -> Vec<Knot> {
    if !raw.entries.iter().any(|entry| entry.v.fields.iter().any(|field| stand_in(field.key.v).is_some())) {
        return Vec::new();
    }
    let Some(plain) = references_alone(raw) else {
        raw.entries.iter_mut().for_each(|entry| forget_references(&mut entry.v));
        return Vec::new();
    };
    let numbers: HashMap<&str, usize> = plain.keys().zip(0..).collect();
    let targets = |entry: &biblatex::Entry| -> Vec<usize> {
        let crossref = entry.get_as::<String>(REFERENCES[0].1).into_iter();
        let data = entry.get_as::<Vec<String>>(REFERENCES[1].1).unwrap_or_default();
        let entries = crossref.chain(data).filter_map(|key| plain.get(&key));
        entries.filter_map(|entry| numbers.get(entry.key.as_str()).copied()).collect()
    };
    let mut graph = Graph { targets: plain.iter().map(targets).collect(), known: HashMap::new(), knots: Vec::new() };
    for entry in 0..graph.targets.len() {
        graph.cost(entry, &mut Vec::new());
    }
    let name = |entry: &usize| raw.entries[*entry].v.key.v;
    let mut knots = Vec::new();
    for path in &graph.knots {
        let Some(first) = path.first().filter(|first| **first < raw.entries.len()) else { continue };
        let what = match path.len() {
            1 => "refers to itself".to_owned(),
            _ if path.first() == path.last() => {
                let way: Vec<String> = path.iter().map(|entry| format!("`{}`", name(entry))).collect();
                format!("refers to itself: {}", way.join(" → "))
            }
            _ => format!("takes its fields from more than {MOST} entries, or by more than {DEEPEST} steps"),
        };
        let message = format!("the entry `{}` {what}, by `crossref` or `xdata`", name(first));
        knots.push((raw.entries[*first].v.key.span.clone(), message));
    }
    let mut tied: Vec<usize> = graph.knots.into_iter().flatten().collect();
    tied.sort_unstable();
    for entry in tied {
        if let Some(entry) = raw.entries.get_mut(entry) {
            forget_references(&mut entry.v);
        }
    }
    knots
}

/// The entries with nothing but their names and their references, which the crate then reads and does not follow: keys
/// may be made of abbreviations. What is wrong with any other field must not hide a circle. `None` where nothing helps.
fn references_alone(raw: &RawBibliography<'_>) -> Option<Bibliography> {
    let mut plain = raw.clone();
    for entry in &mut plain.entries {
        entry.v.fields.retain(|field| stand_in(field.key.v).is_some() || field.key.v.eq_ignore_ascii_case(NAMES));
        for field in &mut entry.v.fields {
            field.key.v = stand_in(field.key.v).unwrap_or(field.key.v);
        }
    }
    for _ in 0..MOST_FAULTS {
        let alone = plain.clone();
        let error = match catch_unwind(AssertUnwindSafe(|| Bibliography::from_raw(alone))).ok()? {
            Ok(plain) => return Some(plain),
            Err(error) => error,
        };
        let holds = |span: &Range<usize>| span.start <= error.span.start && error.span.end <= span.end;
        let entry = plain.entries.iter_mut().find(|entry| holds(&entry.span))?;
        let before = entry.v.fields.len();
        entry.v.fields.retain(|field| !holds(&field.value.span));
        if entry.v.fields.len() == before {
            return None;
        }
    }
    None
}

/// Entries and those that they take fields from, by number.
struct Graph {
    targets: Vec<Vec<usize>>,
    /// How many entries are come across, and by how many steps; `None` where there is a knot.
    known: HashMap<usize, Option<(u64, usize)>>,
    /// A circle, from an entry to itself; the entry alone, where it names itself; or one that goes too far, and another.
    knots: Vec<Vec<usize>>,
}

impl Graph {
    fn cost(&mut self, entry: usize, path: &mut Vec<usize>) -> Option<(u64, usize)> {
        if let Some(from) = path.iter().position(|before| *before == entry) {
            let mut circle = path[from..].to_vec();
            if circle.len() > 1 {
                circle.push(entry);
            }
            self.knots.push(circle);
            return None;
        }
        if let Some(known) = self.known.get(&entry) {
            return *known;
        }
        let (mut cost, mut steps) = (1_u64, 0);
        let mut fits = path.len() < DEEPEST * 2;
        path.push(entry);
        for target in self.targets[entry].clone() {
            if !fits {
                break;
            }
            if let Some((more, further)) = self.cost(target, path) {
                cost = cost.saturating_add(more);
                steps = steps.max(further + 1);
            }
            fits = cost <= MOST && steps <= DEEPEST;
        }
        path.pop();
        if !fits {
            self.knots.push(vec![entry, usize::MAX]);
        }
        let known = fits.then_some((cost, steps));
        self.known.insert(entry, known);
        known
    }
}

/// Whether a field names entries from which others are taken.
pub(super) fn is_reference(field: &str) -> bool {
    stand_in(field).is_some()
}

fn stand_in(field: &str) -> Option<&'static str> {
    REFERENCES.iter().find(|(name, _)| name.eq_ignore_ascii_case(field)).map(|(_, stand_in)| *stand_in)
}

fn forget_references(entry: &mut RawEntry<'_>) {
    entry.fields.retain(|field| stand_in(field.key.v).is_none());
}
