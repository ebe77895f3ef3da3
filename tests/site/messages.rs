//! Messages, whole, as people see them: those that the site in `tests/faults` can't have, or has in another form.

use glossator::problem::Level::{Deny, Warn};

use crate::harness::{check, site};

#[test]
fn a_site_without_a_fault_says_nothing() {
    check("=== content/about.md\nWords.", "");
}

#[test]
fn two_files_with_one_address_are_both_named() {
    check(
        "\
=== content/about.md
---
title: About
---
=== content/team.md
---
title: Team
permalink: /about/
---
=== static/reports/index.html
<p>Ours</p>",
        "\
error[duplicate-route]: the address `/about/` is taken
 --> content/team.md:3:12
  |
3 | permalink: /about/
  |            ^^^^^^^
  |
  = help: give one of the two another address
  = note: content/about.md: also stands there

error[duplicate-route]: the address `/reports/` is taken
--> static/reports/index.html
 = help: give one of the two another address
 = note: a list of the site stands there",
    );
}

#[test]
fn front_matter_that_names_something_hidden_is_told_like_a_link() {
    check(
        "\
=== content/actors/witness.md
---
name: A name that nobody may see
status: draft
---
=== content/sources/memo.md
---
title: A title that nobody may see
embargo: 2100-01-01
---
=== content/reports/a.md
---
title: A
actors: [witness]
sources: [memo]
dates:
  - {date: 2019, label: L, actors: [witness]}
---
=== content/actors/gna.md
---
name: GNA
roles: [{role: R, of: witness}]
---",
        "\
error[hidden-target]: `witness` is hidden, and this page is not
 --> content/actors/gna.md:3:23
  |
3 | roles: [{role: R, of: witness}]
  |                       ^^^^^^^
  |
  = help: publish it, or take its id out
  = note: content/actors/witness.md: is a draft

error[hidden-target]: `witness` is hidden, and this page is not
 --> content/reports/a.md:3:10
  |
3 | actors: [witness]
  |          ^^^^^^^
  |
  = help: publish it, or take its id out
  = note: content/actors/witness.md: is a draft

error[hidden-target]: `memo` is hidden, and this page is not
 --> content/reports/a.md:4:11
  |
4 | sources: [memo]
  |           ^^^^
  |
  = help: publish it, or take its id out
  = note: content/sources/memo.md: is embargoed

error[hidden-target]: `witness` is hidden, and this page is not
 --> content/reports/a.md:6:37
  |
6 |   - {date: 2019, label: L, actors: [witness]}
  |                                     ^^^^^^^
  |
  = help: publish it, or take its id out
  = note: content/actors/witness.md: is a draft",
    );
}

#[test]
fn a_fault_in_what_a_version_takes_from_its_original_is_told_once() {
    check(
        "\
=== site.yaml
title: Test
base_url: https://test.example
languages: [en, ar]
=== content/reports/a.md
---
title: A
sources: [nowhere]
dates: [{date: 2019, actors: [nobody]}]
---
=== content/reports/a.ar.md
---
title: أ
---",
        "\
error[unknown-source]: no source has the id `nowhere`
 --> content/reports/a.md:3:11
  |
3 | sources: [nowhere]
  |           ^^^^^^^ not a source's id
  |
  = help: describe it under `sources:`, or in `content/sources/nowhere.md`

error[unknown-actor]: no actor has the id `nobody`
 --> content/reports/a.md:4:31
  |
4 | dates: [{date: 2019, actors: [nobody]}]
  |                               ^^^^^^ not an actor's id
  |
  = help: make `content/actors/nobody.md`, or list it under `actors:` in a report",
    );
}

#[test]
fn old_ids_still_resolve_with_a_warning() {
    let site = site(
        "\
=== content/reports/new.md
---
title: New
redirects: [/reports/old/]
---
=== content/sources/memo.md
---
title: Memo
redirects: [/sources/note/]
---
=== content/about.md
[it](report:old), [@note]",
    );
    let built = site.build().written();
    assert_eq!(
        built.problems(),
        "\
warning[old-id]: `old` is now called `new`
 --> content/about.md:1:1
  |
1 | [it](report:old), [@note]
  | ^^^^^^^^^^^^^^^^
  |
  = help: write `new`

warning[old-id]: `note` is now called `memo`
 --> content/about.md:1:19
  |
1 | [it](report:old), [@note]
  |                   ^^^^^^^
  |
  = help: write `memo`"
    );
    built.has_html("/about/", "href=\"/reports/new/\"").shows("/about/", "Memo.");
    built.has_html("/reports/old/", "content=\"0; url=/reports/new/\"");
}

#[test]
fn an_anchor_is_looked_for_where_it_should_be() {
    check(
        "\
=== content/about.md
[a](report:a#p3), [a](report:a#part-too), [b](report:b#x), [c](#p2)
=== content/reports/a.md
---
title: A
---
# Part two

One.

Two.
=== content/reports/b.md
---
title: B
---",
        "\
error[unknown-anchor]: `content/reports/a.md` has no heading or paragraph `#p3`
 --> content/about.md:1:1
  |
1 | [a](report:a#p3), [a](report:a#part-too), [b](report:b#x), [c](#p2)
  | ^^^^^^^^^^^^^^^^ no such anchor
  |
  = help: its paragraphs are `#p1` to `#p2`

error[unknown-anchor]: `content/reports/a.md` has no heading or paragraph `#part-too`
 --> content/about.md:1:19
  |
1 | [a](report:a#p3), [a](report:a#part-too), [b](report:b#x), [c](#p2)
  |                   ^^^^^^^^^^^^^^^^^^^^^^ no such anchor
  |
  = help: did you mean `part-two`?

error[unknown-anchor]: `content/reports/b.md` has no heading or paragraph `#x`
 --> content/about.md:1:43
  |
1 | [a](report:a#p3), [a](report:a#part-too), [b](report:b#x), [c](#p2)
  |                                           ^^^^^^^^^^^^^^^ no such anchor

error[unknown-anchor]: `content/about.md` has no heading or paragraph `#p2`
 --> content/about.md:1:60
  |
1 | [a](report:a#p3), [a](report:a#part-too), [b](report:b#x), [c](#p2)
  |                                                            ^^^^^^^^ no such anchor
  |
  = help: its one paragraph is `#p1`",
    );
}

#[test]
fn an_id_that_makes_no_address_is_refused() {
    check(
        "\
=== content/reports/a.md
---
title: A
slug: con
---
=== content/reports/b.md
---
title: B
permalink: /a/../b/
---",
        "\
error[invalid-route]: `con` can't be part of an address
 --> content/reports/a.md:3:7
  |
3 | slug: con
  |       ^^^
  |
  = help: `slug: con-1` would do

error[invalid-route]: `/a/../b/` is no safe address
 --> content/reports/b.md:3:12
  |
3 | permalink: /a/../b/
  |            ^^^^^^^^
  |
  = help: write it like `/a/b/`",
    );
}

#[test]
fn an_address_that_lacks_only_its_slash_is_named() {
    check(
        "=== content/about.md\n[all](/reports), [here](/about/index.html)",
        "\
error[broken-link]: nothing stands at `/reports`
 --> content/about.md:1:1
  |
1 | [all](/reports), [here](/about/index.html)
  | ^^^^^^^^^^^^^^^ no such address
  |
  = help: did you mean `/reports/`?

error[broken-link]: nothing stands at `/about/index.html`
 --> content/about.md:1:18
  |
1 | [all](/reports), [here](/about/index.html)
  |                  ^^^^^^^^^^^^^^^^^^^^^^^^^ no such address
  |
  = help: did you mean `/about/`?",
    );
}

#[test]
fn what_cannot_be_read_or_followed_is_named() {
    let site = site("=== content/a.md\nWords.\n=== content/b.md\nWords.");
    site.files.break_reads("/site/content/a.md");
    site.files.other("/site/content/pipe.md");
    site.files.link("/site/content/round", ".");
    site.files.link("/site/content/out.md", "/etc/passwd");
    site.files.link("/site/content/lost.md", "nowhere.md");
    site.files.put("/etc/passwd", "root");
    assert_eq!(
        site.build().problems(),
        "\
error[unreadable]: `content/a.md` can't be read: permission denied
--> content/a.md

error[missing-file]: the symbolic link leads to `nowhere.md`, which is not there
--> content/lost.md

error[unsafe-symlink]: the symbolic link leads out of the site, to `/etc/passwd`, and is not followed
--> content/out.md

error[unreadable]: `content/pipe.md` can't be read: it is neither a file nor a folder
--> content/pipe.md

error[unsafe-symlink]: the symbolic link leads in a circle, and is not followed
--> content/round"
    );
}

#[test]
fn an_output_that_is_not_ours_is_refused_and_all_else_is_told_in_the_same_run() {
    let site = site("=== public/index.html\nSomebody's\n=== content/about.md\n[x](/nowhere/)");
    assert_eq!(
        site.build().problems(),
        "\
error[broken-link]: nothing stands at `/nowhere/`
 --> content/about.md:1:1
  |
1 | [x](/nowhere/)
  | ^^^^^^^^^^^^^^ no such address

error[output-refused]: the output folder `public` holds files that no earlier build has written
 |
 = help: choose an empty folder, or run once with `--adopt`: it replaces files that the site has too, and deletes nothing"
    );
    assert_eq!(site.output().into_iter().collect::<Vec<_>>(), [("index.html".into(), "Somebody's\n".into())]);
}

#[test]
fn levels_can_be_set_but_what_would_break_or_leak_output_cannot_be_lowered() {
    let text = "\
=== site.yaml
title: Test
base_url: https://test.example
lint: {broken-link: warn, redaction: allow, unregistered-actor: deny}
=== content/reports/a.md
---
title: A
actors: [nobody]
---
[x](/nowhere/) %%secret";
    let built = site(text).build();
    let levels: Vec<_> = built.told.problems.iter().map(|it| (it.name.as_str(), it.level)).collect();
    assert_eq!(
        levels,
        [("unregistered-actor", Deny), ("broken-link", Warn), ("redaction", Deny), ("wrong-type", Deny)]
    );
    let last = built.problems().split("\n\n").last().map(str::to_owned);
    assert_eq!(
        last.as_deref(),
        Some(
            "\
error[wrong-type]: `redaction` can't be lowered: it would break or leak output
 --> site.yaml:3:38
  |
3 | lint: {broken-link: warn, redaction: allow, unregistered-actor: deny}
  |                                      ^^^^^"
        )
    );
}

#[test]
fn strict_makes_errors_of_warnings() {
    let text = "=== content/reports/a.md\n---\ntitle: A\nactors: [nobody]\n---\n";
    assert_eq!(site(text).build().counts.written, 33);
    let built = site(text).strict().build();
    assert!(built.problems().starts_with("error[unregistered-actor]: the actor `nobody` has no file"));
    assert_eq!((built.counts.written, built.output.len()), (0, 0));
}
