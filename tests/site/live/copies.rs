//! A stored copy that changes is noticed, wherever in the site it lies.

use std::fmt::Write as _;

use super::example;
use super::followed::{Followed, Look, Side};

/// A site with a published copy beside `content/`, one below it, and one that is not published.
pub(super) fn site() -> String {
    let mut site = "\
=== site.yaml
title: The Site
base_url: https://test.example
lint: {wrong-hash: note, missing-copy: note}
=== content/sources/memo.md
---
title: Memo
copy: /archive/memo.txt
publish: true
---
=== content/reports/a.md
---
title: A
sources:
  - {id: letter, title: Letter, copy: letter.txt, publish: true}
  - {id: film, title: Film, copy: /film.bin, sha256: 5f2c000000000000000000000000000000000000000000000000000000000000}
---
Words [@memo; @letter; @film], and [“two words”](quote:memo).
=== content/reports/letter.txt
The letter.
=== archive/memo.txt
In two words.
=== film.bin
A film.
"
    .to_owned();
    let _ = write!(site, "{}", example::theme());
    site
}

#[test]
fn what_is_shown_and_written_is_what_a_clean_build_makes() {
    for side in [Side::Shown, Side::Written] {
        for look in [Look::Named, Look::Everything] {
            let mut followed = Followed::new(&site(), 0);
            let check = |followed: &mut Followed| followed.check(look, side).unwrap_or_else(|what| panic!("{what}"));
            check(&mut followed);
            for (path, text) in [
                ("archive/memo.txt", "In three words."),
                ("content/reports/letter.txt", "Another letter."),
                ("film.bin", "Another film."),
            ] {
                followed.write(path, text);
                check(&mut followed);
                followed.remove(path);
                check(&mut followed);
                followed.write(path, text);
                check(&mut followed);
            }
            followed.rename("archive", "vault");
            check(&mut followed);
            followed.rename("vault", "archive");
            check(&mut followed);
            followed.replace("content/sources/memo.md", "publish: true\n", "");
            check(&mut followed);
        }
    }
}
