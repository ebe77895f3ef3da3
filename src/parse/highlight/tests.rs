//! Code and what becomes of it, whole.

use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(language: &str, code: &str, html: &str) {
    assert_eq!(highlight(language, code).as_deref(), Some(html));
}

/// The code that highlighted HTML shows.
fn shown(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = rest[at..].split_once('>').map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[test]
fn rust() {
    check(
        "rs",
        "#[derive(Debug)] // note\npub fn main<'a>(x: &'a str) -> Option<u32> {\n    println!(\"hi \\\"{x}\\\"\");\n    \
         if x != r#\"\"\"# { return None }\n    Foo::bar('\\'', self.len() / 2.5e-3, 1..9)\n}\n",
        "<span class=\"a\">#[derive(Debug)]</span> <span class=\"c\">// note</span>\n\
         <span class=\"k\">pub fn</span> <span class=\"f\">main</span><span class=\"o\">&lt;</span><span class=\"q\">'a</span>\
         <span class=\"o\">&gt;</span>(x: <span class=\"o\">&amp;</span><span class=\"q\">'a</span> <span class=\"t\">str</span>) \
         <span class=\"o\">-&gt;</span> <span class=\"t\">Option</span><span class=\"o\">&lt;</span><span class=\"t\">u32</span>\
         <span class=\"o\">&gt;</span> {\n    \
         <span class=\"m\">println!</span>(<span class=\"s\">&quot;hi \\&quot;{x}\\&quot;&quot;</span>);\n    \
         <span class=\"k\">if</span> x <span class=\"o\">!=</span> <span class=\"s\">r#&quot;&quot;&quot;#</span> \
         { <span class=\"k\">return</span> <span class=\"t\">None</span> }\n    \
         <span class=\"t\">Foo</span>::<span class=\"f\">bar</span>(<span class=\"s\">'\\''</span>, <span class=\"l\">self</span>.\
         <span class=\"f\">len</span>() <span class=\"o\">/</span> <span class=\"n\">2.5e-3</span>, <span class=\"n\">1</span>..\
         <span class=\"n\">9</span>)\n}\n",
    );
}

#[test]
fn python() {
    check(
        "Python",
        "@app.route\ndef load(path: str, n=3):\n    \"\"\"Doc.\n    # text\"\"\"\n    # note\n    return rb'x' if path is None \
         else f\"{n}\"\n",
        "<span class=\"a\">@app.route</span>\n<span class=\"k\">def</span> <span class=\"f\">load</span>(path: \
         <span class=\"t\">str</span>, n<span class=\"o\">=</span><span class=\"n\">3</span>):\n    \
         <span class=\"s\">&quot;&quot;&quot;Doc.\n    # text&quot;&quot;&quot;</span>\n    <span class=\"c\"># note</span>\n    \
         <span class=\"k\">return</span> <span class=\"s\">rb'x'</span> <span class=\"k\">if</span> path <span class=\"k\">is</span> \
         <span class=\"l\">None</span> <span class=\"k\">else</span> <span class=\"s\">f&quot;{n}&quot;</span>\n",
    );
}

#[test]
fn shell() {
    check(
        "console",
        "$ sort -t, \"${f%.csv}.txt\" | uniq --count > a#b # note\nfor f in *.csv; do NAME=1 gloss build; done\n",
        "$ <span class=\"f\">sort</span> <span class=\"a\">-t</span>, <span class=\"s\">&quot;</span>\
         <span class=\"v\">${f%.csv}</span><span class=\"s\">.txt&quot;</span> <span class=\"o\">|</span> \
         <span class=\"f\">uniq</span> <span class=\"a\">--count</span> <span class=\"o\">&gt;</span> a#b \
         <span class=\"c\"># note</span>\n\
         <span class=\"k\">for</span> f <span class=\"k\">in</span> *.csv<span class=\"o\">;</span> <span class=\"k\">do</span> \
         NAME=<span class=\"n\">1</span> gloss build<span class=\"o\">;</span> <span class=\"k\">done</span>\n",
    );
}

#[test]
fn json_keys_differ_from_strings() {
    check(
        "json",
        "{\"a\": [-1.5, true, \"<b>\"]}",
        "{<span class=\"p\">&quot;a&quot;</span>: [-<span class=\"n\">1.5</span>, <span class=\"l\">true</span>, \
         <span class=\"s\">&quot;&lt;b&gt;&quot;</span>]}",
    );
}

#[test]
fn sql_and_javascript() {
    check(
        "sql",
        "SELECT count(*) FROM t WHERE a = 'it''s' -- note",
        "<span class=\"k\">SELECT</span> <span class=\"f\">count</span>(<span class=\"o\">*</span>) \
         <span class=\"k\">FROM</span> t <span class=\"k\">WHERE</span> a <span class=\"o\">=</span> \
         <span class=\"s\">'it''s'</span> <span class=\"c\">-- note</span>",
    );
    check(
        "js",
        "x = a / b / /[/\"]+/g.source + `n ${x + 1}`",
        "x <span class=\"o\">=</span> a <span class=\"o\">/</span> b <span class=\"o\">/</span> \
         <span class=\"r\">/[/&quot;]+/g</span>.source <span class=\"o\">+</span> <span class=\"s\">`n</span> ${x + 1}\
         <span class=\"s\">`</span>",
    );
}

#[test]
fn other_languages_are_read_by_their_grammars() {
    check(
        "yml",
        "title: \"Embassy\" # note\nok: true\n",
        "<span class=\"p\">title</span>: <span class=\"s\">&quot;Embassy&quot;</span> <span class=\"c\"># note</span>\n\
         <span class=\"p\">ok</span>: <span class=\"l\">true</span>\n",
    );
    check(
        "toml",
        "[a]\nn = 3",
        "[<span class=\"t\">a</span>]\n<span class=\"p\">n</span> = <span class=\"n\">3</span>",
    );
    check("diff", "-old\n+new\n same\n", "<span class=\"x\">-old</span>\n<span class=\"i\">+new</span>\n same\n");
    check(
        "xml",
        "<a b=\"c\">&amp;</a>",
        "&lt;<span class=\"g\">a</span> <span class=\"a\">b</span>=<span class=\"s\">&quot;c&quot;</span>&gt;\
         <span class=\"e\">&amp;amp;</span>&lt;/<span class=\"g\">a</span>&gt;",
    );
}

#[test]
fn unknown_languages_tables_and_huge_blocks_are_left_to_the_caller() {
    for language in ["", "text", "nonsense", "csv", "<script>"] {
        assert_eq!(highlight(language, "a"), None, "{language}");
    }
    assert_eq!(highlight("json", &"1,\n".repeat(70_000)), None);
    assert_eq!(highlight("json", &"1,".repeat(3_000)), None);
}

proptest! {
    #[test]
    fn no_character_is_lost(code in "([\\PC\n]|[a-z@$#'\"`/\\\\{}\\[\\]<>&-]|r#\"|\"\"\"|/\\*|\\$\\{|#\\[){0,60}") {
        for language in ["sh", "c", "cpp", "cs", "go", "java", "ts", "json", "py", "r", "rust", "sql", "toml", "diff"] {
            prop_assert_eq!(shown(&highlight(language, &code).unwrap()), code.as_str());
        }
    }
}
