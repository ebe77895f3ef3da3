//! Scratch.
use super::*;
#[test]
fn scratch() {
    let text = std::fs::read_to_string("/tmp/scratch.md").unwrap();
    for case in text.split("\n=====\n") {
        let mut o = options();
        o.wikilinks = case.contains("WIKI");
        let parsed = parse(&file(), case.as_bytes(), &o);
        eprintln!("--- {case}\n>>>\n{}{}{}", show(&parsed), links(&parsed), problems(case, &parsed));
        eprintln!("headings {:?} opening {:?}\n", parsed.summary.headings.iter().map(|h| format!("{} {}", h.level, h.anchor)).collect::<Vec<_>>(), parsed.summary.opening);
    }
}
