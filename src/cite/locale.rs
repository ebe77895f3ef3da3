//! The words of styles in each language.

use std::sync::LazyLock;

use hayagriva::archive;
use hayagriva::citationberg::taxonomy::OtherTerm;
use hayagriva::citationberg::{Locale, LocaleCode, TermForm};

/// Every language that styles have words for.
static ALL: LazyLock<Vec<Locale>> = LazyLock::new(archive::locales);

/// The variant that a bare language means, where there are several.
const MAIN: &[&str] = &["de-DE", "en-US", "es-ES", "fr-FR", "pt-PT", "sr-RS", "zh-CN"];

/// The words of a language (BCP 47), with the English ones for what it lacks; English, where it has none.
pub(super) fn locale(lang: &str) -> (LocaleCode, Vec<Locale>) {
    let code = |locale: &&Locale| locale.lang.as_ref().map_or("", |lang| lang.0.as_str()).to_owned();
    let base = lang.split(['-', '_']).next().unwrap_or(lang).to_ascii_lowercase();
    let is_base = |code: &str| code.split('-').next() == Some(base.as_str());
    let main = MAIN.iter().find(|main| is_base(main));
    let exact = ALL.iter().find(|locale| code(locale).eq_ignore_ascii_case(lang));
    let found = exact
        .or_else(|| ALL.iter().find(|locale| main.is_some_and(|main| code(locale) == **main)))
        .or_else(|| ALL.iter().find(|locale| is_base(&code(locale))));
    let english = ALL.iter().find(|locale| code(locale) == "en-US");
    let chosen = found.or(english);
    let mut locales: Vec<Locale> = chosen.into_iter().chain(english).cloned().collect();
    locales.dedup_by(|later, first| later.lang == first.lang);
    (chosen.and_then(|locale| locale.lang.clone()).unwrap_or_else(LocaleCode::en_us), locales)
}

/// "And", its sign, and "et al.", each in the first of the languages that has it.
pub(super) fn terms(locales: &[Locale]) -> [String; 3] {
    let terms =
        [(OtherTerm::And, TermForm::Long), (OtherTerm::And, TermForm::Symbol), (OtherTerm::EtAl, TermForm::Long)];
    terms.map(|(term, form)| {
        let found = locales.iter().find_map(|locale| locale.term(term.into(), form));
        found.and_then(|term| term.single()).unwrap_or("et al.").to_owned()
    })
}
