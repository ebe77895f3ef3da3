//! Code blocks in colour: a lexer for the languages that reports quote most, syntect's grammars for 200 others.
//!
//! A grammar gives each piece of code a stack of scopes (`source.rust`, `meta.function`, `storage.type`). Written out as
//! classes they would be sixteen times the code itself; a theme needs about twenty kinds, so each scope becomes one
//! short class, neighbours of one class become one span, and plain text none.

mod class;
mod language;
mod lexer;
mod spans;
#[cfg(test)]
mod tests;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;

use syntect::parsing::{ClearAmount, ParseState, ScopeStackOp, SyntaxReference, SyntaxSet};

use class::{Class, Classes};
use spans::Spans;

/// Longer blocks are not highlighted, in bytes.
const LONGEST_BLOCK: usize = 200_000;
/// Blocks with longer lines are not highlighted, in bytes: minified code would cost seconds and please nobody.
const LONGEST_LINE: usize = 5_000;

/// The code as HTML, escaped, with `<span class="k">` around what has a kind.
///
/// `None` where the language is unknown, the block too big, or the grammar fails: the caller then escapes the code
/// itself. `language` is the first word of the block's info string, in any case: a name (`rust`), an extension (`rs`)
/// or a customary alias (`console`).
///
/// The classes: `a` attribute or annotation, `b` built-in, `c` comment, `e` escape within a string, `f` function,
/// `g` tag, `h` heading, `i` inserted, `k` keyword, `l` literal such as `true`, `m` macro, `n` number, `o` operator,
/// `p` property or key, `q` constant, `r` regular expression, `s` string, `t` type, `u` emphasis, `v` variable,
/// `w` link, `x` deleted, `z` invalid.
#[must_use]
pub fn highlight(language: &str, code: &str) -> Option<String> {
    if code.len() > LONGEST_BLOCK || code.lines().any(|line| line.len() > LONGEST_LINE) {
        return None;
    }
    let name = language.trim().to_ascii_lowercase();
    if let Some(language) = language::find(&name) {
        return Some(lexer::render(language, code));
    }
    let syntax = grammar(&name)?;
    // A pattern of a grammar may be one that the regex engine refuses, and then syntect panics.
    catch_unwind(AssertUnwindSafe(|| render(syntax, code))).ok()?
}

/// All grammars. One set for all threads, by reference: a clone would compile its patterns again.
fn grammars() -> &'static SyntaxSet {
    static GRAMMARS: OnceLock<SyntaxSet> = OnceLock::new();
    GRAMMARS.get_or_init(two_face::syntax::extra_newlines)
}

/// The grammar of a language; `None` for plain text, and for tables, whose columns would be coloured in turn.
fn grammar(name: &str) -> Option<&'static SyntaxReference> {
    let token = match name {
        "" | "text" | "plain" | "plaintext" | "txt" | "none" | "csv" | "tsv" => return None,
        "docker" => "dockerfile",
        "latex" => "tex",
        "ps1" | "pwsh" => "powershell",
        "rss" | "atom" => "xml",
        "yml" => "yaml",
        other => other,
    };
    grammars().find_syntax_by_token(token)
}

fn render(syntax: &SyntaxReference, code: &str) -> Option<String> {
    let grammars = grammars();
    let mut state = ParseState::new(syntax);
    let mut classes = Classes::new();
    let mut stack: Vec<Class> = Vec::with_capacity(16);
    let mut cleared: Vec<Vec<Class>> = Vec::new();
    let mut html = Spans::new(code.len());
    for line in code.split_inclusive('\n') {
        let ended = if line.ends_with('\n') { None } else { Some(format!("{line}\n")) };
        let operations = state.parse_line(ended.as_deref().unwrap_or(line), grammars).ok()?;
        let mut at = 0;
        for (offset, operation) in operations {
            let offset = offset.min(line.len());
            if offset > at {
                html.write(&line[at..offset], top(&stack));
                at = offset;
            }
            match operation {
                ScopeStackOp::Push(scope) => stack.push(classes.of(scope)),
                ScopeStackOp::Pop(count) => stack.truncate(stack.len().saturating_sub(count)),
                ScopeStackOp::Clear(amount) => {
                    let kept = match amount {
                        ClearAmount::TopN(count) => stack.len().saturating_sub(count),
                        ClearAmount::All => 0,
                    };
                    cleared.push(stack.split_off(kept));
                }
                ScopeStackOp::Restore => stack.extend(cleared.pop().unwrap_or_default()),
                ScopeStackOp::Noop => {}
            }
        }
        html.write(&line[at..], top(&stack));
    }
    Some(html.finish())
}

/// The class of the innermost scope that has one.
fn top(stack: &[Class]) -> Option<char> {
    match stack.iter().rev().find(|class| **class != Class::Transparent)? {
        Class::Of(letter) => Some(*letter),
        Class::Plain | Class::Transparent => None,
    }
}
