//! A request's path becomes a route.

use percent_encoding::percent_decode_str;

use super::refusal::Refusal;

/// The longest path that is read, in bytes as they are sent.
const LONGEST: usize = 4096;

/// Decodes the path of a request target, once, and checks it.
///
/// A route begins with a slash, and its components are names: a path that could be understood in two ways, by whether
/// it is decoded or resolved once more, is refused rather than tidied (RFC 3986 §7.3). Browsers never send one.
pub(super) fn route(path: &str) -> Result<String, Refusal> {
    if path.len() > LONGEST {
        return Err(Refusal::TooLong);
    }
    let escapes = path.split('%').skip(1).map(|rest| rest.as_bytes().get(..2).unwrap_or_default());
    for escape in escapes {
        if escape.len() < 2 || !escape.iter().all(u8::is_ascii_hexdigit) {
            return Err(Refusal::Malformed("has a `%` without two hexadecimal digits after it"));
        }
        if escape.eq_ignore_ascii_case(b"2f") {
            return Err(Refusal::Malformed("has an encoded slash"));
        }
    }
    let route = percent_decode_str(path).decode_utf8();
    let route = route.map_err(|_| Refusal::Malformed("is not UTF-8"))?.into_owned();
    check(&route)?;
    Ok(route)
}

/// Checks a route that is decoded already.
pub(super) fn check(route: &str) -> Result<(), Refusal> {
    if route.len() > LONGEST {
        return Err(Refusal::TooLong);
    }
    let fault = |what| Err(Refusal::Malformed(what));
    let Some(names) = route.strip_prefix('/') else { return fault("does not begin with a slash") };
    if names.contains(char::is_control) {
        return fault("has a control character");
    }
    if names.contains('\\') {
        return fault("has a backslash");
    }
    let names = names.strip_suffix('/').unwrap_or(names);
    for name in names.split('/') {
        match name {
            "" if !names.is_empty() || route.len() > 1 => return fault("has two slashes in a row"),
            "." | ".." => return fault("has `.` or `..` as a name"),
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_decoded_once() {
        for (path, expected) in [
            ("/", "/"),
            ("/reports/x/", "/reports/x/"),
            ("/reports/x/map.png", "/reports/x/map.png"),
            ("/tags/%d8%AE%D9%84%D9%8a%D9%81%D8%A9/", "/tags/خليفة/"),
            ("/tags/خليفة/", "/tags/خليفة/"),
            ("/a%20b", "/a b"),
            ("/a+b", "/a+b"),
            ("/100%25", "/100%"),
            ("/%252e%252e/a", "/%2e%2e/a"),
            ("/%3Fa%23b", "/?a#b"),
            ("/.well-known/a..b", "/.well-known/a..b"),
        ] {
            assert_eq!(route(path), Ok(expected.to_owned()), "{path}");
        }
    }

    #[test]
    fn what_is_not_plainly_a_route_is_refused() {
        for (path, expected) in [
            ("", "does not begin with a slash"),
            ("*", "does not begin with a slash"),
            ("a", "does not begin with a slash"),
            ("//", "has two slashes in a row"),
            ("//a", "has two slashes in a row"),
            ("/a//", "has two slashes in a row"),
            ("/a//b", "has two slashes in a row"),
            ("/..", "has `.` or `..` as a name"),
            ("/../a", "has `.` or `..` as a name"),
            ("/a/../b", "has `.` or `..` as a name"),
            ("/a/./b", "has `.` or `..` as a name"),
            ("/a/.", "has `.` or `..` as a name"),
            ("/%2e%2E/a", "has `.` or `..` as a name"),
            ("/a/.%2e/", "has `.` or `..` as a name"),
            ("/..%2fa", "has an encoded slash"),
            ("/a%2Fb", "has an encoded slash"),
            ("/a\\b", "has a backslash"),
            ("/..%5ca", "has a backslash"),
            ("/a%00", "has a control character"),
            ("/a%0d%0ab", "has a control character"),
            ("/a%7f", "has a control character"),
            ("/a%c2%85", "has a control character"),
            ("/a%ff", "is not UTF-8"),
            ("/a%c0%ae", "is not UTF-8"),
            ("/a%", "has a `%` without two hexadecimal digits after it"),
            ("/a%2", "has a `%` without two hexadecimal digits after it"),
            ("/a%zz", "has a `%` without two hexadecimal digits after it"),
            ("/a%+1", "has a `%` without two hexadecimal digits after it"),
            ("/a%é", "has a `%` without two hexadecimal digits after it"),
        ] {
            assert_eq!(route(path), Err(Refusal::Malformed(expected)), "{path}");
        }
    }

    #[test]
    fn paths_have_a_longest() {
        assert!(route(&format!("/{}", "a".repeat(4095))).is_ok());
        assert_eq!(route(&format!("/{}", "a".repeat(4096))), Err(Refusal::TooLong));
    }
}
