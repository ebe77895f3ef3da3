//! Whether to use colours.

use clap::ValueEnum;

/// What `--color` asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    Auto,
    Always,
    Never,
}

/// Whether colours are wanted: the flag, else `NO_COLOR` (no-color.org), else `CLICOLOR_FORCE` (bixense.com/clicolors),
/// else whether the stream is a terminal that knows them.
pub(super) fn wanted(when: When, terminal: bool, environment: &dyn Fn(&str) -> Option<String>) -> bool {
    let is_set = |name| environment(name).is_some_and(|value| !value.is_empty());
    match when {
        When::Always => true,
        When::Never => false,
        When::Auto if is_set("NO_COLOR") => false,
        When::Auto if environment("CLICOLOR_FORCE").is_some_and(|value| !value.is_empty() && value != "0") => true,
        When::Auto => terminal && environment("TERM").as_deref() != Some("dumb"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flag_goes_before_the_environment_and_that_before_the_terminal() {
        let with = |set: &'static [(&str, &str)]| {
            move |name: &str| set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        };
        assert!(wanted(When::Auto, true, &with(&[])));
        assert!(!wanted(When::Auto, false, &with(&[])));
        assert!(!wanted(When::Auto, true, &with(&[("TERM", "dumb")])));
        assert!(!wanted(When::Auto, true, &with(&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")])));
        assert!(wanted(When::Auto, true, &with(&[("NO_COLOR", "")])));
        assert!(wanted(When::Auto, false, &with(&[("CLICOLOR_FORCE", "1")])));
        assert!(!wanted(When::Auto, false, &with(&[("CLICOLOR_FORCE", "0")])));
        assert!(wanted(When::Always, false, &with(&[("NO_COLOR", "1")])));
        assert!(!wanted(When::Never, true, &with(&[("CLICOLOR_FORCE", "1")])));
    }
}
