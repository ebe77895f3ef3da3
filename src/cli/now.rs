//! The moment of the build: `--now`, else `SOURCE_DATE_EPOCH`, else the clock, which is read here and nowhere else.

use clap::Args;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::outside::Outside;
use super::stop::Stop;

/// The flag `--now`.
#[derive(Debug, Args)]
pub(super) struct Now {
    /// Take this for the present moment: RFC 3339, or a day in UTC [default: `SOURCE_DATE_EPOCH`, else the clock]
    #[arg(long, value_name = "WHEN", value_parser = read, verbatim_doc_comment)]
    now: Option<i64>,
}

impl Now {
    /// Seconds since 1970-01-01T00:00:00Z.
    pub(super) fn seconds(&self, outside: &Outside<'_>) -> Result<i64, Stop> {
        if let Some(now) = self.now {
            return Ok(now);
        }
        // reproducible-builds.org/specs/source-date-epoch
        match (outside.environment)("SOURCE_DATE_EPOCH") {
            None => Ok((outside.clock)()),
            Some(epoch) => {
                epoch.trim().parse().ok().filter(|&now| Timestamp::from_second(now).is_ok()).ok_or_else(|| {
                    Stop::usage(
                        format!("the environment's SOURCE_DATE_EPOCH is `{epoch}`"),
                        "make it a number of seconds since 1970, or unset it",
                    )
                })
            }
        }
    }
}

/// The day that it is at a moment, in a zone of the IANA database; in UTC where there is no such zone.
pub(super) fn day(now: i64, zone: &str) -> Date {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    Timestamp::from_second(now).unwrap_or_default().to_zoned_datetime(zone).date()
}

fn read(text: &str) -> Result<i64, String> {
    let day = || (text.len() == 10).then(|| text.parse::<Date>().ok()?.in_tz("UTC").ok())?;
    let moment = text.parse::<Timestamp>().ok().or_else(|| Some(day()?.timestamp()));
    moment
        .map(Timestamp::as_second)
        .ok_or_else(|| "expected a moment (2019-12-21T06:00:00Z) or a day (2019-12-21)".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_and_days_are_read() {
        assert_eq!(read("1970-01-02"), Ok(86_400));
        assert_eq!(read("1970-01-01T02:00:00+01:00"), Ok(3_600));
        assert!(read("1970-01-01T02:00:00").is_err());
        assert!(read("2019-02-30").is_err());
        assert!(read("tomorrow").is_err());
    }

    #[test]
    fn a_day_depends_on_the_zone() {
        assert_eq!(day(86_400 - 1, "UTC").to_string(), "1970-01-01");
        assert_eq!(day(86_400 - 1, "Nowhere/Atall").to_string(), "1970-01-01");
    }
}
