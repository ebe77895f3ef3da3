use super::*;
fn dump(kind: MatterKind, yaml: &str) -> String {
    let file = Str::from("content/x.md");
    let (matter, problems) = read(kind, &file, yaml, 0..yaml.len());
    format!("{matter:#?}\n{}", told(&problems, yaml))
}
fn told(problems: &[Problem], _yaml: &str) -> String {
    use std::fmt::Write as _;
    let mut s = String::new();
    for p in problems {
        let place = p.place.as_ref().map(|p| match &p.spot {
            crate::problem::Spot::Value(path) => format!("value {path}"),
            crate::problem::Spot::Key(path) => format!("key {path}"),
            other => format!("{other:?}"),
        });
        let _ = writeln!(s, "{} at {}: {}", p.name, place.unwrap_or_default(), p.message);
        if let Some(help) = &p.help { let _ = writeln!(s, "  help: {help}"); }
        for r in &p.related { let _ = writeln!(s, "  {:?}: {}", r.place.spot, r.message); }
    }
    s
}
#[test]
fn try_out() {
    let out = dump(MatterKind::Report, include_str!("/tmp/try.yaml"));
    panic!("{out}");
}
