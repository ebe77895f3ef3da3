//! Years: what stands for one while a source is formatted, and years alone of a date.

use crate::edtf::Date;

/// What is printed where a date's year belongs, when the date does not lie within one year: the date with no more than
/// its years, `2019/2021` of `2019-04-03/2021-01`.
#[must_use]
pub fn years_of(date: &Date) -> Option<Date> {
    let mut years = String::new();
    let mut rest = date.as_str();
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (between, from) = rest.split_at(start);
        let end = from.find(|c: char| !c.is_ascii_alphanumeric() && !"-:+.".contains(c)).unwrap_or(from.len());
        // `..` stands between two dates, and belongs to neither.
        let end = from[..end].find("..").unwrap_or(end);
        let year = from[..end].split(['-', 'T']).next().unwrap_or_default();
        years.extend(between.chars().filter(|c| !"?~%".contains(*c)));
        years.push_str(year);
        rest = &from[end..];
    }
    years.extend(rest.chars().filter(|c| !"?~%".contains(*c)));
    Date::parse(&years).ok()
}

/// A number that no text of a source has in it: it stands for the year until that is put in its place. Its last two digits
/// are the year's, since some styles print no more of it.
pub(super) fn stand_in(year: i32, texts: &str) -> i16 {
    let ends = i16::try_from(year.rem_euclid(100)).unwrap_or(0);
    let free = (317..327).rev().chain(110..317).map(|century| century * 100 + ends);
    free.into_iter().find(|number| !texts.contains(&number.to_string())).unwrap_or(31_700)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_the_years_of_a_date_stays() {
        for (date, years) in [
            ("2019-04-03/2021-01", "2019/2021"),
            ("2015~/..", "2015/.."),
            ("[2019-12-31,2020-01-01]", "[2019,2020]"),
            ("[2019-12-31..2020-01-01]", "[2019..2020]"),
            ("201X", "201X"),
        ] {
            assert_eq!(years_of(&Date::parse(date).unwrap()).unwrap().as_str(), years, "{date}");
        }
    }

    #[test]
    fn what_stands_for_a_year_ends_like_it_and_is_in_no_text() {
        assert_eq!([stand_in(2019, ""), stand_in(2005, ""), stand_in(-44, "")], [32_619, 32_605, 32_656]);
        assert_eq!(stand_in(2019, "Case 32619, page 31919"), 32_519);
    }
}
