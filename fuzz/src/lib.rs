//! What the fuzzers share: which panics are findings, problems that lie within their text, HTML that is sound.

pub mod html;
pub mod site;
pub mod told;

use std::env::var_os;
use std::fs::File;
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook};
use std::process::abort;
use std::sync::{Mutex, OnceLock, PoisonError};

use glossator::config::Markdown;
use glossator::id::slug;
use glossator::{matter, parse};
use rayon::ThreadPoolBuilder;

/// A word that texts of the fuzzers redact: where all of it is redacted, nothing that is made of the text may have it.
pub const CANARY: &str = "zqxjkv";

/// The panic that came last.
static LAST: Mutex<String> = Mutex::new(String::new());

/// The file that the input stands in while it runs: where the stack overflows, libFuzzer can't write it any more.
static RUNNING: OnceLock<Option<File>> = OnceLock::new();

/// Runs one input. A panic is a finding where it comes from our own code or the fuzzers', or where nobody catches it.
///
/// A style of citations, a bibliography or a grammar may panic in the crate of others that reads it, and is caught. The
/// hook that libFuzzer's crate sets would end the process all the same, so that another takes its place.
pub fn held(input: &[u8], check: impl FnOnce()) {
    if let Some(file) = RUNNING.get_or_init(begin) {
        let written = file.set_len(input.len() as u64).and_then(|()| file.write_all_at(input, 0));
        assert!(written.is_ok(), "{written:?}");
    }
    if catch_unwind(AssertUnwindSafe(check)).is_err() {
        end(&LAST.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

fn begin() -> Option<File> {
    set_hook(Box::new(note));
    // Everything happens on this one thread, so that an input takes the same path each time.
    let pool = ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global();
    assert!(pool.is_ok(), "{pool:?}");
    File::create(var_os("FUZZ_RUNNING")?).ok()
}

fn note(panic: &PanicHookInfo<'_>) {
    let is_of_others = |path: &str| path.contains("/registry/src/") || path.starts_with("/rustc/");
    let words = panic.to_string();
    if panic.location().is_none_or(|place| !is_of_others(place.file())) {
        end(&words);
    }
    *LAST.lock().unwrap_or_else(PoisonError::into_inner) = words;
}

fn end(words: &str) -> ! {
    eprintln!("{words}");
    abort();
}

/// The text of an input behind its first byte, which chooses among several ways to read it.
#[must_use]
pub fn chosen(input: &[u8]) -> Option<(u8, &str)> {
    let (first, rest) = input.split_first()?;
    Some((*first, std::str::from_utf8(rest).ok()?))
}

/// What is redacted in a content file. Words in front matter that its body redacts are kept out of messages, and yet they
/// are published, as nothing redacts them there.
#[must_use]
pub fn redacted(text: &str, markdown: Markdown, wikilinks: bool) -> Vec<Range<usize>> {
    let split = matter::split(&"".into(), text);
    let mut found = parse::redacted(text, markdown, wikilinks);
    found.retain(|range| range.start >= split.body);
    found.extend(split.yaml.map_or_else(Vec::new, |yaml| matter::withheld(text, yaml)));
    found
}

/// Whether a text has the canary, and nothing of what is not redacted in it could become one: without accents, signs and
/// capitals, as in an anchor, and where two halves meet when something between them is taken out.
#[must_use]
pub fn is_hidden(text: &str, redacted: &[Range<usize>]) -> bool {
    let is_shown = |at: &usize| !redacted.iter().any(|range| range.contains(at));
    let shown = text.char_indices().filter(|(at, _)| is_shown(at)).map(|(_, c)| slug(c.encode_utf8(&mut [0; 4])));
    let (shown, half) = (shown.collect::<String>(), CANARY.len() / 2);
    text.to_ascii_lowercase().contains(CANARY) && !shown.contains(&CANARY[..half]) && !shown.contains(&CANARY[half..])
}
