//! The languages that reports quote most, as the lexer knows them.

/// What the lexer knows of a language.
pub(super) struct Language {
    /// The name, the extension, the aliases.
    pub names: &'static [&'static str],
    /// What begins a comment that ends with the line.
    pub line_comments: &'static [&'static str],
    /// What begins and ends any other comment.
    pub block_comment: Option<(&'static str, &'static str)>,
    /// Literals in quotation marks; longer marks first.
    pub quotes: &'static [Quote],
    /// Letters that may stand before a quotation mark: `rb""`.
    pub prefixes: &'static str,
    /// Words with a meaning of their own, separated by spaces.
    pub keywords: &'static str,
    /// Words for values: `true`, `null`, `self`.
    pub literals: &'static str,
    /// Types that begin with a small letter.
    pub types: &'static str,
    /// Characters that operators are made of.
    pub operators: &'static str,
    /// What else is to be looked for.
    pub habits: &'static [Habit],
}

/// A literal in quotation marks.
pub(super) struct Quote {
    pub open: &'static str,
    pub close: &'static str,
    /// Whether a backslash takes the next character's meaning.
    pub escapes: bool,
    /// Whether it may contain line ends.
    pub lines: bool,
    /// Whether `$x` and `${x}` in it are code.
    pub holes: bool,
}

/// A trait of a language's syntax.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Habit {
    /// `@name` is an annotation.
    Annotations,
    /// `#[…]` is an annotation.
    HashAnnotations,
    /// A word before `(` is a function.
    Calls,
    /// A word with a capital is a type, one of capitals a constant.
    Capitals,
    /// The first word of a command is a function, `-x` an option, and keywords stand there alone.
    Commands,
    /// `$name` is a variable.
    Dollars,
    /// Keywords in any case.
    FoldCase,
    /// A string before `:` is a key.
    Keys,
    /// `'a` is a lifetime.
    Lifetimes,
    /// `name!` is a macro.
    Macros,
    /// `#name` at the beginning of a line is a keyword.
    Preprocessor,
    /// `/…/` where no value precedes is a regular expression.
    Regexes,
}

use Habit::{
    Annotations, Calls, Capitals, Commands, Dollars, FoldCase, HashAnnotations, Keys, Lifetimes, Macros, Preprocessor,
    Regexes,
};

/// The language of that name or alias, in lower case.
pub(super) fn find(name: &str) -> Option<&'static Language> {
    LANGUAGES.iter().find(|language| language.names.contains(&name))
}

const fn quote(open: &'static str, close: &'static str) -> Quote {
    Quote { open, close, escapes: true, lines: false, holes: false }
}

const DOUBLE: Quote = quote("\"", "\"");
const SINGLE: Quote = quote("'", "'");
const C_OPERATORS: &str = "+-*/%=<>!&|^~?";

/// What the languages of C's family share.
const C: Language = Language {
    names: &["c", "h"],
    line_comments: &["//"],
    block_comment: Some(("/*", "*/")),
    quotes: &[DOUBLE, SINGLE],
    prefixes: "",
    keywords: "auto break case const continue default do else enum extern for goto if inline register restrict return \
               sizeof static struct switch typedef union volatile while",
    literals: "true false NULL nullptr",
    types: "bool char double float int int8_t int16_t int32_t int64_t long short signed size_t uint8_t uint16_t uint32_t \
            uint64_t unsigned void",
    operators: C_OPERATORS,
    habits: &[Calls, Capitals, Preprocessor],
};

static LANGUAGES: [Language; 12] = [
    Language {
        names: &["bash", "sh", "shell", "zsh", "console", "shell-session", "sh-session", "terminal"],
        line_comments: &["#"],
        block_comment: None,
        quotes: &[
            Quote { open: "\"", close: "\"", escapes: true, lines: true, holes: true },
            Quote { open: "'", close: "'", escapes: false, lines: true, holes: false },
        ],
        prefixes: "",
        keywords: "case do done elif else esac export fi for function if in local readonly return select set shift source \
                   then trap unset until while",
        literals: "",
        types: "",
        operators: "|&;<>!",
        habits: &[Commands, Dollars],
    },
    C,
    Language {
        names: &["cpp", "c++", "cc", "cxx", "hpp"],
        keywords: "alignas alignof auto break case catch class concept const constexpr continue decltype default delete do \
                   else enum explicit export extern final for friend goto if inline mutable namespace new noexcept \
                   operator override private protected public requires return sizeof static static_cast struct switch \
                   template throw try typedef typename union using virtual volatile while",
        literals: "true false nullptr this NULL",
        ..C
    },
    Language {
        names: &["cs", "csharp", "c#"],
        keywords: "abstract as async await base break case catch class const continue default delegate do else enum event \
                   explicit extern finally fixed for foreach get if implicit in interface internal is lock namespace new \
                   operator out override params private protected public readonly record ref return sealed set sizeof \
                   static struct switch throw try typeof using var virtual volatile when where while yield",
        literals: "true false null this",
        types: "bool byte char decimal double float int long object sbyte short string uint ulong ushort void",
        ..C
    },
    Language {
        names: &["go", "golang"],
        quotes: &[DOUBLE, SINGLE, Quote { open: "`", close: "`", escapes: false, lines: true, holes: false }],
        keywords: "break case chan const continue default defer else fallthrough for func go goto if import interface map \
                   package range return select struct switch type var",
        literals: "true false nil iota",
        types: "any bool byte complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 \
                uint16 uint32 uint64 uintptr",
        habits: &[Calls],
        ..C
    },
    Language {
        names: &["java", "kotlin", "kt", "scala"],
        quotes: &[Quote { open: "\"\"\"", close: "\"\"\"", escapes: true, lines: true, holes: false }, DOUBLE, SINGLE],
        keywords: "abstract as assert break by case catch class companion const continue data def default do else enum \
                   extends final finally for fun if implements import in instanceof interface internal is lazy match new \
                   object open override package private protected public record return sealed static super switch \
                   synchronized throw throws trait try type val var volatile when where while with yield",
        literals: "true false null this",
        types: "boolean byte char double float int long short void",
        habits: &[Annotations, Calls, Capitals],
        ..C
    },
    Language {
        names: &["js", "javascript", "jsx", "mjs", "cjs", "node", "ts", "typescript", "tsx"],
        quotes: &[DOUBLE, SINGLE, Quote { open: "`", close: "`", escapes: true, lines: true, holes: true }],
        keywords: "abstract as async await break case catch class const continue debugger declare default delete do else \
                   enum export extends finally for from function get if implements import in instanceof interface keyof \
                   let namespace new of private protected public readonly return satisfies set static super switch throw \
                   try type typeof var while with yield",
        literals: "true false null undefined NaN Infinity this",
        types: "any bigint boolean never number object string symbol unknown void",
        habits: &[Annotations, Calls, Capitals, Regexes],
        ..C
    },
    Language {
        names: &["json", "json5", "jsonc", "jsonl", "ndjson", "geojson"],
        literals: "true false null",
        keywords: "",
        types: "",
        operators: "",
        habits: &[Keys],
        ..C
    },
    Language {
        names: &["py", "python", "py3", "python3", "pyi"],
        line_comments: &["#"],
        block_comment: None,
        quotes: &[
            Quote { open: "\"\"\"", close: "\"\"\"", escapes: true, lines: true, holes: false },
            Quote { open: "'''", close: "'''", escapes: true, lines: true, holes: false },
            DOUBLE,
            SINGLE,
        ],
        prefixes: "rbfuRBFU",
        keywords: "and as assert async await break case class continue def del elif else except finally for from global if \
                   import in is lambda match nonlocal not or pass raise return try while with yield",
        literals: "True False None self cls",
        types: "bool bytes complex dict float frozenset int list object set str tuple type",
        habits: &[Annotations, Calls, Capitals],
        ..C
    },
    Language {
        names: &["r", "rscript"],
        line_comments: &["#"],
        block_comment: None,
        keywords: "break else for function if in next repeat return while",
        literals: "TRUE FALSE NULL NA NaN Inf",
        types: "",
        habits: &[Calls],
        ..C
    },
    Language {
        names: &["rs", "rust"],
        quotes: &[
            Quote { open: "r##\"", close: "\"##", escapes: false, lines: true, holes: false },
            Quote { open: "r#\"", close: "\"#", escapes: false, lines: true, holes: false },
            Quote { open: "r\"", close: "\"", escapes: false, lines: true, holes: false },
            Quote { open: "\"", close: "\"", escapes: true, lines: true, holes: false },
            SINGLE,
        ],
        prefixes: "bc",
        keywords: "as async await break const continue crate dyn else enum extern fn for if impl in let loop match mod move \
                   mut pub ref return static struct super trait type union unsafe use where while",
        literals: "true false self",
        types: "bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize",
        habits: &[Calls, Capitals, HashAnnotations, Lifetimes, Macros],
        ..C
    },
    Language {
        names: &["sql", "postgres", "postgresql", "sqlite", "mysql", "plsql"],
        line_comments: &["--"],
        quotes: &[
            Quote { open: "'", close: "'", escapes: false, lines: true, holes: false },
            Quote { open: "\"", close: "\"", escapes: false, lines: false, holes: false },
        ],
        keywords: "add all alter and as asc begin between by cascade case check column commit constraint create cross \
                   database default delete desc distinct drop else end except exists foreign from full group having if in \
                   index inner insert intersect into is join key lateral left like limit not offset on or order outer over \
                   partition primary references returning right rollback select set table then union unique update using \
                   values view when where window with",
        literals: "true false null",
        types: "bigint blob boolean char date decimal double float int integer json jsonb numeric real serial smallint text \
                time timestamp uuid varchar",
        operators: "+-*/%=<>!|",
        habits: &[Calls, FoldCase],
        ..C
    },
];
