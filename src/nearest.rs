//! The nearest right word, for messages: "did you mean …?".

/// The candidate nearest to `word`, if one is near enough to be worth naming.
///
/// Distance is Damerau–Levenshtein over characters, case folded; at most a third of the longer word may differ. Ties
/// go to the candidate that sorts first, so that messages do not depend on the order of candidates.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = word.to_lowercase();
    let length = folded.chars().count();
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let other = candidate.to_lowercase();
            let limit = (length.max(other.chars().count()) / 3).max(1);
            if other.chars().count().abs_diff(length) > limit {
                return None;
            }
            let distance = strsim::damerau_levenshtein(&folded, &other);
            (distance <= limit).then_some((distance, candidate))
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// The mend that names the nearest right word: ``did you mean `haftar`?``.
#[must_use]
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(word, candidates).map(|right| format!("did you mean `{right}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_found_and_far_ones_are_not() {
        assert_eq!(nearest("haftr", ["gna", "haftar", "hafnar"]), Some("haftar"));
        assert_eq!(nearest("titel", ["title", "date"]), Some("title"));
        assert_eq!(nearest("gna", ["unsmil", "lna"]), Some("lna"));
        assert_eq!(nearest("embassy", ["gna"]), None);
        assert_eq!(did_you_mean("sumary", ["summary"]).as_deref(), Some("did you mean `summary`?"));
    }
}
