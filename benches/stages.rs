//! What each stage takes, of the repository's own site in memory: `cargo bench --bench stages`. For whole builds, which are
//! what counts, see `peers.sh`.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use divan::Bencher;
use glossator::build::{self, Mode};
use glossator::config::Config;
use glossator::edtf::Date;
use glossator::files::Memory;
use glossator::matter::{self, MatterKind};
use glossator::parse::{Options, SourceFile, parse};
use glossator::phrases::Context;
use glossator::plan::{self, Inputs, PageSpec, Subject};
use glossator::render::render;
use glossator::search::{self, To};
use glossator::session::{Overlay, Seen, Session, Silent, Snapshot};
use walkdir::WalkDir;

const ROOT: &str = "/site";
const REPORT: &str = "content/reports/2019/embassy-militias.ar.md";
/// 1 January 2024.
const NOW: i64 = 1_704_067_200;

fn main() {
    // One thread, so that a figure is that of the work and not of the machine.
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build_global();
    assert!(alone.is_ok(), "the threads are there already");
    divan::main();
}

fn example() -> Memory {
    let files = Memory::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for part in ["site.yaml", "content", "archive", "static"] {
        for entry in WalkDir::new(root.join(part)).into_iter().filter_map(Result::ok) {
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(root).unwrap_or(entry.path()).display();
                files.put(&format!("{ROOT}/{path}"), std::fs::read(entry.path()).unwrap_or_default());
            }
        }
    }
    files
}

fn session(files: &Memory) -> Session {
    Session::new(Arc::new(files.clone()), PathBuf::from(ROOT), Overlay::default())
}

fn snapshot(files: &Memory) -> Arc<Snapshot> {
    let round = session(files).round(&Seen::Everything, NOW, &Silent);
    round.site.expect("the example has a site.yaml")
}

fn report() -> (SourceFile, String) {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(REPORT)).unwrap_or_default();
    (SourceFile { path: REPORT.into(), kind: MatterKind::Report, lang: None }, text)
}

#[divan::bench]
fn dates(bencher: Bencher<'_, '_>) {
    let texts = ["2019-04-04", "2019-12", "2019-04?", "2019-04-04/2020-06-05", "2018~/..", "[2019-03,2019-04]"];
    bencher.bench(|| texts.map(|text| Date::parse(black_box(text)).is_ok()));
}

#[divan::bench]
fn date_phrases(bencher: Bencher<'_, '_>) {
    let text = "The offensive began on the fourth of last April; two days later, and again on 12 December, both met in Tripoli.";
    bencher.bench(|| Context::new("en", None).read(black_box(text), &[]));
}

#[divan::bench]
fn front_matter(bencher: Bencher<'_, '_>) {
    let (file, text) = report();
    let yaml = matter::split(&file.path, &text).yaml.unwrap_or_default();
    bencher.bench(|| matter::read(file.kind, &file.path, black_box(&text), yaml.clone()));
}

#[divan::bench]
fn file_parsed(bencher: Bencher<'_, '_>) {
    let (file, text) = report();
    let options = Options::from(&Config::default());
    bencher.bench(|| parse(&file, black_box(text.as_bytes()), &options));
}

/// Everything up to the list of all pages, with nothing remembered.
#[divan::bench]
fn first_round(bencher: Bencher<'_, '_>) {
    let files = example();
    bencher.bench_local(|| snapshot(&files));
}

/// The same, where one text has another sentence.
#[divan::bench]
fn next_round(bencher: Bencher<'_, '_>) {
    let files = example();
    let (path, text) = (format!("{ROOT}/{REPORT}"), report().1);
    let mut session = session(&files);
    let _ = session.round(&Seen::Everything, NOW, &Silent);
    let mut number = 0;
    bencher.bench_local(|| {
        number += 1;
        files.put(&path, format!("{text}\nAnd {number} more.\n"));
        session.round(&Seen::Everything, NOW, &Silent)
    });
}

/// A report's page: the views that its template reads, and what they are known by.
#[divan::bench]
fn inputs(bencher: Bencher<'_, '_>) {
    let site = snapshot(&example());
    let page = page(&site);
    bencher.bench_local(|| made(&site, page).fingerprint(&site.scene, page, false));
}

/// The same page, rendered.
#[divan::bench]
fn rendered(bencher: Bencher<'_, '_>) {
    let files = example();
    let site = snapshot(&files);
    let page = page(&site);
    let (inputs, html) = (made(&site, page), site.html(page).unwrap_or_default());
    bencher.bench_local(|| render(&site.scene, page, &inputs, &html).is_ok());
}

#[divan::bench]
fn search_index(bencher: Bencher<'_, '_>) {
    let files = example();
    let site = snapshot(&files);
    let text = |file| {
        let subject = Subject::Page(file);
        let page = PageSpec { subject, ..page(&site).clone() };
        Some((site.html(&page).ok()?, site.text(&page)?.body))
    };
    let read = |file, to: &mut To<'_>| {
        let (html, body) = text(file)?;
        search::words(&html, &body, to);
        Some(search::unnamed(&body).collect())
    };
    bencher.bench_local(|| search::index(&site.scene, &read).is_ok());
}

/// The whole site into memory.
#[divan::bench]
fn whole_build(bencher: Bencher<'_, '_>) {
    bencher
        .with_inputs(|| session(&example()))
        .bench_local_values(|mut session| build::once(&mut session, NOW, Mode::Build, &Silent));
}

fn page(site: &Snapshot) -> &PageSpec {
    let is_it = |page: &&PageSpec| matches!(page.subject, Subject::Report(file) if *site.scene.graph.files[file].path == *REPORT);
    site.pages.all().iter().find(is_it).expect("the report has a page")
}

fn made(site: &Snapshot, page: &PageSpec) -> Inputs {
    plan::inputs(&site.scene, page, site.text(page).as_ref())
}
