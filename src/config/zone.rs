//! Times without an offset are in the site's time zone.

use jiff::civil::DateTime;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{SignedDuration, Timestamp};

use crate::nearest::nearest;

/// Seconds since 1970-01-01T00:00:00Z of a local time, which is given as seconds since 1970-01-01T00:00:00 on the
/// zone's own clocks. The zones are those of the database that is compiled in, so that no machine differs. An unknown
/// zone is UTC.
#[must_use]
pub fn local_to_utc(local: i64, zone: &str) -> i64 {
    if zone == "UTC" {
        return local;
    }
    let Ok(zone) = TimeZoneDatabase::bundled().get(zone) else { return local };
    let Ok(clock) = Timestamp::UNIX_EPOCH.checked_add(SignedDuration::from_secs(local)) else { return local };
    let clock: DateTime = TimeZone::UTC.to_datetime(clock);
    zone.to_timestamp(clock).map_or(local, Timestamp::as_second)
}

/// Whether there is such a zone in the IANA database.
#[must_use]
pub fn is_zone(zone: &str) -> bool {
    TimeZoneDatabase::bundled().get(zone).is_ok()
}

/// The zone whose name is nearest to a word that is none.
pub(super) fn nearest_zone(word: &str) -> Option<String> {
    let zones: Vec<String> = TimeZoneDatabase::bundled().available().map(|zone| zone.to_string()).collect();
    nearest(word, zones.iter().map(String::as_str)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_midnight_in_tripoli_is_two_hours_before_that_of_greenwich() {
        assert_eq!(local_to_utc(1_576_886_400, "Africa/Tripoli"), 1_576_886_400 - 7_200);
        assert_eq!(local_to_utc(5, "Nowhere/AtAll"), 5);
        assert!(is_zone("Europe/Berlin") && !is_zone("Europe/Atlantis"));
    }
}
