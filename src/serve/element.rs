//! The one element that served pages have and built ones have not.

use crate::escape::escape;

/// The element that keeps an open page up to date.
///
/// `base` is the path of `base_url` without a slash at its end, `route` the page's, decoded; `version` changes when the
/// page's bytes may have, and is `none` where no page stands. It works under `default-src 'self'`.
#[must_use]
pub fn script_element(base: &str, route: &str, version: &str) -> String {
    let (base, route, version) = (escape(base), escape(route), escape(version));
    format!(
        "<script src=\"{base}/.gloss/live.js\" data-gloss-page=\"{route}\" data-gloss-version=\"{version}\" \
         data-gloss-base=\"{base}\" async></script>"
    )
}

/// Puts an element at the end of a page's head; a page without `</head>` gets it at its end. Nothing else changes.
#[must_use]
pub fn inject(html: &[u8], element: &str) -> Vec<u8> {
    const END: &[u8] = b"</head>";
    let is_end = |at: &usize| html[*at..].get(..END.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(END));
    let at = memchr::memchr_iter(b'<', html).find(is_end).unwrap_or(html.len());
    [&html[..at], element.as_bytes(), &html[at..]].concat()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_element_says_what_the_page_is() {
        assert_eq!(
            script_element("/sub", "/reports/x/", "5f2c"),
            "<script src=\"/sub/.gloss/live.js\" data-gloss-page=\"/reports/x/\" data-gloss-version=\"5f2c\" \
             data-gloss-base=\"/sub\" async></script>"
        );
    }

    #[test]
    fn a_route_stays_in_its_attribute() {
        let element = script_element("", "/\"><script>alert('&')</script>", "none");
        assert!(element.contains(
            "data-gloss-page=\"/&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;\" data-gloss-version"
        ));
    }

    #[test]
    fn it_stands_before_the_first_end_of_a_head_or_at_the_end() {
        let injected = |html: &str| String::from_utf8(inject(html.as_bytes(), "<x>")).unwrap();
        assert_eq!(injected("<head><title>a</title></head><p></head>"), "<head><title>a</title><x></head><p></head>");
        assert_eq!(injected("<HEAD></HeAd><body>"), "<HEAD><x></HeAd><body>");
        assert_eq!(injected("<p>no head</p>"), "<p>no head</p><x>");
        assert_eq!(injected("</hea"), "</hea<x>");
        assert_eq!(injected(""), "<x>");
    }

    proptest! {
        #[test]
        fn without_the_element_the_bytes_are_the_original_ones(
            html in "(<head>|</head>|</HEAD>|</hea|<|<script|</script>|é|[a-z >\"])*",
            route in "/.*",
        ) {
            let element = script_element("/sub", &route, "5f2c");
            let injected = String::from_utf8(inject(html.as_bytes(), &element)).unwrap();
            prop_assert_eq!(injected.replacen(&element, "", 1), html);
        }
    }
}
