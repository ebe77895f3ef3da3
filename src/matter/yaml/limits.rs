//! What a YAML text may not exceed: content is untrusted.

/// The largest YAML text, in bytes.
pub(super) const LARGEST: usize = 1 << 20;

/// The deepest nesting of lists and mappings.
pub(super) const DEEPEST: usize = 64;

/// What is said of a text that nests deeper.
pub(super) const DEEP: &str = "lists and mappings are nested more than 64 deep";

/// What is said of a text whose aliases multiply.
pub(super) const REPEATED: &str = "aliases repeat too much";

/// How many values a text of a length may have when its aliases are followed. Without aliases every value takes a byte;
/// small files may repeat what they like.
pub(super) fn most_values(length: usize) -> u32 {
    u32::try_from(length.max(10_000)).unwrap_or(u32::MAX)
}

/// What is wrong where brackets alone nest so deep that the parser, which looks at all open ones at each token, would take
/// quadratic time. Brackets in texts count too, so the bound lies far beyond [`DEEPEST`].
pub(crate) fn depth_fault(text: &str) -> Option<&'static str> {
    const SMALL: usize = 4096;
    const BOUND: usize = 1000;
    if text.len() <= SMALL {
        return None;
    }
    let mut depth = 0_usize;
    let is_too_deep = text.bytes().any(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > BOUND
    });
    is_too_deep.then_some(DEEP)
}
