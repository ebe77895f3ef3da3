//! A theme's words in one language, written in Fluent (`i18n/LANG.ftl`).
//!
//! Several layers may have words for a language: the default theme, the site's theme, the site itself. A later layer
//! replaces single messages of an earlier one. What the language lacks is taken from the language without its last
//! subtag (`ar-LY`, `ar`), and at last from English.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::digest::Digest;
use crate::lang;

/// The language that has every word of the default theme.
const LAST_RESORT: &str = "en";

/// One `.ftl` file of one layer.
#[derive(Debug, Clone, Copy)]
pub struct WordFile<'a> {
    /// The language that it has words for: its name without `.ftl`.
    pub language: &'a str,
    /// Its text.
    pub text: &'a str,
    /// Its path, for messages.
    pub file: &'a Arc<str>,
}

/// What can't be read in an `.ftl` file. The rest of the file is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordError {
    /// The file.
    pub file: Arc<str>,
    /// Where in it, in bytes.
    pub range: Range<usize>,
    /// What is wrong, lower case, without a full stop.
    pub message: String,
}

/// A value for a variable of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arg<'a> {
    /// Text, inserted as it is.
    Text(&'a str),
    /// A number, which also chooses the plural; written with Western digits, without grouping.
    Number(i64),
}

/// The words of one language.
pub struct Words {
    language: Box<str>,
    /// The language itself first, then what it falls back to.
    bundles: Vec<FluentBundle<FluentResource>>,
    keys: BTreeSet<Box<str>>,
    digest: Digest,
}

impl Words {
    /// Reads the words of `language` out of `files`, of which later ones override earlier ones. Files of languages that
    /// `language` does not fall back to are passed over, and their errors with them.
    #[must_use]
    pub fn new(language: &str, files: &[WordFile<'_>]) -> (Self, Vec<WordError>) {
        let mut chain: Vec<&str> = lang::with_parents(language).collect();
        if !chain.contains(&LAST_RESORT) {
            chain.push(LAST_RESORT);
        }
        let mut words =
            Self { language: language.into(), bundles: Vec::new(), keys: BTreeSet::new(), digest: Digest::default() };
        let mut errors = Vec::new();
        let mut sources = Vec::new();
        for tag in chain {
            let mut bundle = FluentBundle::new_concurrent(vec![tag.parse::<LanguageIdentifier>().unwrap_or_default()]);
            // The marks would end up in attributes and titles; messages that need them can write them.
            bundle.set_use_isolating(false);
            for file in files.iter().filter(|file| file.language.eq_ignore_ascii_case(tag)) {
                sources.push((tag, file.text));
                bundle.add_resource_overriding(read(file, &mut errors));
                let names = file.text.lines().filter_map(defined);
                words.keys.extend(names.filter(|name| bundle.has_message(name)).map(Box::from));
            }
            words.bundles.push(bundle);
        }
        words.digest = Digest::of(&(language, sources));
        (words, errors)
    }

    /// The tag of the language.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The digest of all that the words are made of.
    #[must_use]
    pub const fn digest(&self) -> Digest {
        self.digest
    }

    /// The names of all messages, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(|key| &**key)
    }

    /// Whether there is a message of that name.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.keys.contains(key)
    }

    /// The message `key` (or its attribute, `key.attribute`), with its variables filled in.
    ///
    /// `None` where no language has it. An attribute is taken from the first language that has the message, or not at
    /// all: half a message in another language would be none. A variable that is not among `args` shows as `{$name}`.
    #[must_use]
    pub fn get(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let (name, attribute) = match key.split_once('.') {
            Some((name, attribute)) => (name, Some(attribute)),
            None => (key, None),
        };
        for bundle in &self.bundles {
            let Some(message) = bundle.get_message(name) else { continue };
            let pattern = match attribute {
                Some(attribute) => message.get_attribute(attribute)?.value(),
                None => match message.value() {
                    Some(pattern) => pattern,
                    None => continue,
                },
            };
            let mut values = FluentArgs::with_capacity(args.len());
            for (name, value) in args {
                values.set(*name, FluentValue::from(*value));
            }
            return Some(bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned());
        }
        None
    }
}

impl<'a> From<Arg<'a>> for FluentValue<'a> {
    fn from(arg: Arg<'a>) -> Self {
        match arg {
            Arg::Text(text) => FluentValue::from(text),
            Arg::Number(number) => FluentValue::from(number),
        }
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({}, {} messages)", self.language, self.keys.len())
    }
}

fn read(file: &WordFile<'_>, errors: &mut Vec<WordError>) -> FluentResource {
    let (resource, found) = match FluentResource::try_new(file.text.to_owned()) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, found)) => (resource, found),
    };
    errors.extend(found.into_iter().map(|error| {
        let end = error.pos.end.min(file.text.len());
        let message = error.to_string();
        let mut letters = message.chars();
        let first = letters.next().map(|first| first.to_ascii_lowercase());
        WordError {
            file: Arc::clone(file.file),
            range: error.pos.start.min(end)..end,
            message: first.into_iter().chain(letters).collect(),
        }
    }));
    resource
}

/// The name of the message that a line begins to define.
fn defined(line: &str) -> Option<&str> {
    let (name, _) = line.split_once('=')?;
    let name = name.trim_end();
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    is_name.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(language: &str, layers: &[(&str, &str)]) -> (Words, Vec<WordError>) {
        let file = Arc::from("i18n/x.ftl");
        let files: Vec<_> = layers.iter().map(|(language, text)| WordFile { language, text, file: &file }).collect();
        Words::new(language, &files)
    }

    #[test]
    fn words_can_be_shared_between_threads() {
        const fn is_shared<T: Send + Sync>() {}
        is_shared::<Words>();
    }

    #[test]
    fn later_layers_override_single_messages() {
        let layers = [
            ("en", "reports = Reports\nactors = Actors\n"),
            ("ar", "reports = التقارير\n    .short = تقارير\n"),
            ("en", "reports = Investigations\n"),
        ];
        let (english, errors) = words("en", &layers);
        assert_eq!(errors, []);
        assert_eq!(english.get("reports", &[]).as_deref(), Some("Investigations"));
        assert_eq!(english.get("actors", &[]).as_deref(), Some("Actors"));
        assert_eq!(english.get("sources", &[]), None);
        assert_eq!(english.keys().collect::<Vec<_>>(), ["actors", "reports"]);
        assert!(english.has("actors") && !english.has("sources"));
    }

    #[test]
    fn a_missing_message_falls_back_to_the_parent_language_and_then_to_english() {
        let layers = [
            ("en", "reports = Reports\n    .short = Rep.\nactors = Actors\n    .short = Act.\n"),
            ("ar", "reports = التقارير\n"),
            ("fr", "actors = Acteurs\n"),
        ];
        let (arabic, _) = words("ar-LY", &layers);
        assert_eq!(arabic.get("reports", &[]).as_deref(), Some("التقارير"));
        assert_eq!(arabic.get("reports.short", &[]), None);
        assert_eq!(arabic.get("actors.short", &[]).as_deref(), Some("Act."));
    }

    #[test]
    fn numbers_choose_the_plural_of_the_language() {
        let layers = [
            ("en", "mentions = { $n ->\n    [one] { $n } mention\n   *[other] { $n } mentions\n}\n"),
            (
                "ar",
                "mentions = { $n ->\n    [one] إشارة واحدة\n    [two] إشارتان\n    [few] { $n } إشارات\n   *[other] { $n } إشارة\n}\n",
            ),
        ];
        let say =
            |language: &str, n: i64| words(language, &layers).0.get("mentions", &[("n", Arg::Number(n))]).unwrap();
        assert_eq!(say("en", 1), "1 mention");
        assert_eq!(say("en", 12_000), "12000 mentions");
        assert_eq!(say("ar", 1), "إشارة واحدة");
        assert_eq!(say("ar", 2), "إشارتان");
        assert_eq!(say("ar", 3), "3 إشارات");
        assert_eq!(say("ar", 11), "11 إشارة");
    }

    #[test]
    fn syntax_errors_have_a_place_and_the_rest_is_used() {
        let (words, errors) = words("en", &[("en", "reports = Reports\nactors\nsources = { $n\ntags = Tags { $n }\n")]);
        let shown: Vec<_> = errors.iter().map(|e| format!("{} {:?} {}", e.file, e.range, e.message)).collect();
        assert_eq!(
            shown,
            [
                "i18n/x.ftl 24..25 expected a token starting with \"=\"",
                "i18n/x.ftl 40..41 expected a token starting with \"}\""
            ]
        );
        assert_eq!(words.keys().collect::<Vec<_>>(), ["reports", "tags"]);
        assert_eq!(words.get("tags", &[("n", Arg::Text("a"))]).as_deref(), Some("Tags a"));
        assert_eq!(words.get("tags", &[]).as_deref(), Some("Tags {$n}"));
    }

    #[test]
    fn the_digest_covers_what_the_language_is_made_of() {
        let digest = |layers: &[(&str, &str)]| words("fr", layers).0.digest();
        let first = digest(&[("fr", "a = A\n"), ("en", "a = A\n")]);
        assert_eq!(first, digest(&[("fr", "a = A\n"), ("en", "a = A\n"), ("ar", "a = A\n")]));
        assert_ne!(first, digest(&[("fr", "a = A\n"), ("en", "a = B\n")]));
    }
}
