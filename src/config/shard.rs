//! One of the parts that a site can be built in, by machines that know nothing of each other.

use std::fmt;
use std::str::FromStr;

use crate::digest::Digest;

/// A part of a build: which of the site's files it makes. Each file belongs to exactly one of the parts, and to which its
/// own path alone tells, so that no other page moves it from one part to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    number: u32,
    of: u32,
}

/// The files below here are made together, of all texts at once; so they belong together.
const TOGETHER: &str = "search/index/";

impl Shard {
    /// The only part: all files.
    pub const WHOLE: Self = Self { number: 1, of: 1 };

    /// The n-th of so many parts, counted from 1; `None` where there is no such part.
    #[must_use]
    pub fn new(number: u32, of: u32) -> Option<Self> {
        (1..=of).contains(&number).then_some(Self { number, of })
    }

    /// Whether the file at `path` below the output folder belongs to this part.
    #[must_use]
    pub fn holds(&self, path: &str) -> bool {
        if *self == Self::WHOLE {
            return true;
        }
        let path = if path.starts_with(TOGETHER) { TOGETHER } else { path };
        Digest::of_bytes(path.as_bytes()).low() % u64::from(self.of) == u64::from(self.number - 1)
    }
}

/// `part 2 of 3`
impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "part {} of {}", self.number, self.of)
    }
}

/// Reads `2/3`.
impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let expected = "expected I/N, the I-th of N parts counted from 1: 1/3, 2/3 and 3/3 make a site";
        let number = |digits: &str| {
            // `parse` would take a plus sign.
            digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<u32>().ok())?
        };
        let numbers = text.split_once('/').and_then(|(nth, of)| Some((number(nth)?, number(of)?)));
        match numbers {
            None => Err(expected.to_owned()),
            Some((_, 0)) => Err(format!("there is at least one part; {expected}")),
            Some((0, _)) => Err(format!("there is no part 0; {expected}")),
            Some((number, of)) => {
                Self::new(number, of).ok_or_else(|| format!("there is no part {number} of {of}; {expected}"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_counted_from_1() {
        for good in ["1/1", "1/3", "3/3", "01/10"] {
            assert!(good.parse::<Shard>().is_ok(), "{good}");
        }
        for bad in ["", "1", "/", "a/b", "1/", "/1", "+1/3", "-1/3", "1 / 3", "1/2/3", "1.0/3", "99999999999/1"] {
            assert!(bad.parse::<Shard>().unwrap_err().starts_with("expected I/N"), "{bad}");
        }
        let told = |text: &str| text.parse::<Shard>().unwrap_err().split(';').next().map(str::to_owned).unwrap();
        assert_eq!(told("0/3"), "there is no part 0");
        assert_eq!(told("4/3"), "there is no part 4 of 3");
        assert_eq!(told("1/0"), "there is at least one part");
        assert_eq!("2/3".parse::<Shard>().unwrap().to_string(), "part 2 of 3");
    }

    #[test]
    fn every_path_is_in_one_part_and_no_part_has_far_more_than_others() {
        let paths: Vec<String> = (0..3000).map(|n| format!("reports/r{n}/index.html")).collect();
        for of in 1..8 {
            let shards: Vec<Shard> = (1..=of).map(|number| Shard::new(number, of).unwrap()).collect();
            let held = |shard: &Shard| paths.iter().filter(|path| shard.holds(path)).count();
            let counts: Vec<usize> = shards.iter().map(held).collect();
            assert_eq!(counts.iter().sum::<usize>(), paths.len());
            assert!(counts.iter().all(|count| count.abs_diff(paths.len() / shards.len()) < 150), "{counts:?}");
            assert!(paths.iter().all(|path| shards.iter().filter(|shard| shard.holds(path)).count() == 1));
        }
    }

    #[test]
    fn the_part_of_a_path_is_the_same_in_every_version() {
        let shard = |path: &str| (1..=5).find(|number| Shard::new(*number, 5).is_some_and(|it| it.holds(path)));
        let all = ["index.html", "reports/x/index.html", "actors/حفتر/index.html", "search/index/root.json"];
        assert_eq!(all.map(shard), [Some(3), Some(5), Some(5), Some(1)]);
        assert_eq!(shard("search/index/terms/7.bin"), shard("search/index/root.json"));
    }
}
