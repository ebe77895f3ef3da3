//! Addresses elsewhere: which schemes are safe to link to.

/// Schemes that may stand in links. Anything else (`javascript:`, `data:`, `file:`) is not published.
pub(crate) const SAFE: &[&str] =
    &["https", "http", "mailto", "tel", "ftp", "ftps", "sftp", "gemini", "ipfs", "magnet", "doi", "urn", "xmpp", "sms"];

/// The scheme of an address, as written; `None` where it has none.
pub(crate) fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let fits = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    fits.then_some(scheme)
}

/// Whether a scheme is safe to link to.
pub(crate) fn is_safe(scheme: &str) -> bool {
    SAFE.iter().any(|safe| safe.eq_ignore_ascii_case(scheme))
}

/// Whether an address with a safe scheme goes on as that scheme asks, and has no white space or control characters.
pub(crate) fn is_whole(address: &str, scheme: &str) -> bool {
    let rest = &address[scheme.len() + 1..];
    let has_host = rest.strip_prefix("//").is_some_and(|host| !host.is_empty() && !host.starts_with('/'));
    let needs_host = ["https", "http", "ftp", "ftps", "sftp"].iter().any(|with| with.eq_ignore_ascii_case(scheme));
    (has_host || (!needs_host && !rest.is_empty())) && !address.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// What an address has to be, for a message.
pub(crate) const WHOLE: &str = "a whole address such as `https://example.org/page`";

/// The mend of an address that lacks no more than its scheme.
pub(crate) fn mend(address: &str) -> Option<String> {
    let lacks_scheme = address.contains('.') && !address.contains("://") && !address.contains(char::is_whitespace);
    lacks_scheme.then(|| format!("write `https://{}`", address.trim_start_matches('/')))
}

/// The safe schemes, for a message.
pub(crate) fn listed() -> String {
    SAFE.iter().map(|scheme| format!("`{scheme}`")).collect::<Vec<_>>().join(", ")
}

/// The path from the site's root of what `file` names as `path`; `/x` is below the root. `None` where it leaves the site, or
/// is no path on every system.
pub(crate) fn below_root(file: &str, path: &str) -> Option<String> {
    let has_drive = path.as_bytes().get(1) == Some(&b':');
    if has_drive || path.contains('\\') || path.contains("://") || path.contains(char::is_control) {
        return None;
    }
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let folder = if path.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop()?;
            }
            step => steps.push(step),
        }
    }
    let names_file = !path.ends_with('/') && !steps.is_empty();
    names_file.then(|| steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_reckoned_from_the_file_or_the_root_and_stay_within() {
        let below = |path| below_root("content/sources/un.md", path);
        assert_eq!(below("files/a b.pdf").as_deref(), Some("content/sources/files/a b.pdf"));
        assert_eq!(below("../../archive/./a.pdf").as_deref(), Some("archive/a.pdf"));
        assert_eq!(below("/archive/a.pdf").as_deref(), Some("archive/a.pdf"));
        assert_eq!(below("note: a.pdf").as_deref(), Some("content/sources/note: a.pdf"));
        for outside in
            ["../../../a.pdf", "/../a.pdf", "C:/a.pdf", "files\\a.pdf", "https://example.org/a.pdf", "../..", "a/", "/"]
        {
            assert_eq!(below(outside), None, "{outside}");
        }
    }

    #[test]
    fn an_address_goes_on_as_its_scheme_asks() {
        let is_whole = |address: &str| is_whole(address, address.split_once(':').unwrap().0);
        for whole in ["https://example.org", "HTTP://example.org/a", "mailto:a@example.org", "ftp://a"] {
            assert!(is_whole(whole), "{whole}");
        }
        for cut in ["https:", "https://", "https:///a", "https:example.org", "mailto:", "https://a b", "https://a\u{7}"]
        {
            assert!(!is_whole(cut), "{cut}");
        }
    }
}
