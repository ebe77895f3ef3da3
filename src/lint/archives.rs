//! Archived copies: whether there is one, and whether it can be one of this source.

use super::{Site, first_day};
use crate::edtf::Day;
use crate::problem::{Name, Problem};
use crate::resolve::SourceIx;

/// A source has an address, and no copy in case that it vanishes.
pub(super) fn missing(site: &Site<'_>, ix: SourceIx, told: &mut Vec<Problem>) {
    let source = &site.graph.sources[ix];
    let record = &source.record;
    if record.url.is_some()
        && record.archive.is_none()
        && record.copy.is_none()
        && let Some(place) = site.place_of(ix, "url")
    {
        let message = format!("the source `{}` has an address, and no archived copy", source.id);
        let help = "add `archive: https://…`, or keep a `copy` of the file".to_owned();
        told.push(Problem::at(Name::MissingArchive, place, message).help(help));
    }
}

/// A copy has no hash, so that nobody could tell if it were changed.
pub(super) fn missing_hash(site: &Site<'_>, ix: SourceIx, told: &mut Vec<Problem>) {
    let source = &site.graph.sources[ix];
    let record = &source.record;
    let key = match (&record.copy, &record.archive) {
        (Some(_), _) => "copy",
        (None, Some(_)) => "archive",
        (None, None) => return,
    };
    if let Some(place) = site.place_of(ix, key).filter(|_| record.sha256.is_none()) {
        let message = format!("the stored copy of the source `{}` has no hash", source.id);
        told.push(
            Problem::at(Name::MissingHash, place, message)
                .help("add `sha256: …`, so that a change can be told".to_owned()),
        );
    }
}

/// What is given as the archived copy can't be one of the source.
pub(super) fn doubtful(site: &Site<'_>, ix: SourceIx, told: &mut Vec<Problem>) {
    let record = &site.graph.sources[ix].record;
    let Some(archive) = &record.archive else { return };
    let snapshot = snapshot(archive);
    let original = snapshot.as_ref().map(|(_, original)| host(original));
    let (message, help) = if record.url.as_ref().is_some_and(|url| bare(url) == bare(archive)) {
        ("the archived copy is the original itself".to_owned(), "give the address that an archive has made")
    } else if let Some((host, url)) = original.zip(record.url.as_deref().map(self::host)).filter(|(a, b)| a != b) {
        (format!("the archived copy is of `{host}`, and the source is on `{url}`"), "put one of the addresses right")
    } else if let Some((taken, date)) =
        snapshot.map(|(taken, _)| taken).zip(record.date.as_ref()).filter(|(taken, date)| is_before(*taken, date))
    {
        (
            format!("the copy was archived on {taken}, before the source was published ({date})"),
            "put one of the two right",
        )
    } else {
        return;
    };
    if let Some(place) = site.place_of(ix, "archive") {
        told.push(Problem::at(Name::DoubtfulArchive, place, message).help(help.to_owned()));
    }
}

/// Whether a copy is older than its source, as far as time zones leave no doubt.
fn is_before(taken: Day, date: &crate::edtf::Date) -> bool {
    first_day(date).is_some_and(|published| taken.next() < published)
}

/// The day and the original address of a copy in an archive of the Memento kind: `…/web/20191221080000/https://…`.
fn snapshot(archive: &str) -> Option<(Day, &str)> {
    let at = archive.find("/http").filter(|at| *at > "https://".len())?;
    let (before, original) = (&archive[..at], &archive[at + 1..]);
    let stamp = before.rsplit('/').next()?;
    let digits = &stamp[..stamp.bytes().take_while(u8::is_ascii_digit).count()];
    if digits.len() != 14 || !(original.starts_with("http://") || original.starts_with("https://")) {
        return None;
    }
    let number = |range: std::ops::Range<usize>| digits[range].parse::<u8>().ok();
    Some((Day::new(digits[..4].parse().ok()?, number(4..6)?, number(6..8)?)?, original))
}

/// The host of an address, without `www.` and port.
fn host(url: &str) -> &str {
    let host = bare(url).split(['/', '?', '#']).next().unwrap_or_default();
    host.split(':').next().unwrap_or_default()
}

/// An address without its scheme, `www.` and slashes at its end: what differs in these alone is one address.
pub(super) fn bare(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copys_address_tells_its_day_and_its_original() {
        let day = |text: &str| snapshot(text).map(|(day, original)| format!("{day} {original}"));
        assert_eq!(
            day("https://web.archive.org/web/20191221080000/https://example.org/a?b").as_deref(),
            Some("2019-12-21 https://example.org/a?b")
        );
        assert_eq!(
            day("https://web.archive.org/web/20191221080000id_/http://example.org").as_deref(),
            Some("2019-12-21 http://example.org")
        );
        for other in
            ["https://archive.example/abc", "https://x.org/web/2019/https://a.org", "/http", "https://http.cat/a"]
        {
            assert_eq!(day(other), None, "{other}");
        }
        assert_eq!(host("https://www.example.org:8080/a"), "example.org");
        assert_eq!(bare("http://example.org/a/"), bare("https://www.example.org/a"));
    }
}
