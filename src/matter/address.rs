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

/// The safe schemes, for a message.
pub(crate) fn listed() -> String {
    SAFE.iter().map(|scheme| format!("`{scheme}`")).collect::<Vec<_>>().join(", ")
}
