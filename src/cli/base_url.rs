//! The value of `--base-url`.

use url::Url;

use crate::config::BaseUrl;
use crate::matter::Str;

/// Reads an address of the web that a site can stand at.
pub(super) fn read(text: &str) -> Result<BaseUrl, String> {
    let expected = || "expected an address like https://example.org or https://example.org/reports".to_owned();
    let url = Url::parse(text).map_err(|_| expected())?;
    let is_web = matches!(url.scheme(), "http" | "https") && url.has_host();
    if !is_web || url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() {
        return Err(expected());
    }
    Ok(BaseUrl {
        origin: Str::from(url.origin().ascii_serialization()),
        path: Str::from(url.path().trim_end_matches('/')),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lose_their_last_slash() {
        let read = |text| read(text).map(|url| (url.origin.to_string(), url.path.to_string())).ok();
        let pair = |origin: &str, path: &str| Some((origin.to_owned(), path.to_owned()));
        assert_eq!(read("https://example.org"), pair("https://example.org", ""));
        assert_eq!(read("http://localhost:8000/sub/"), pair("http://localhost:8000", "/sub"));
        assert_eq!(read("example.org"), None);
        assert_eq!(read("file:///srv"), None);
        assert_eq!(read("https://example.org/?a"), None);
    }
}
