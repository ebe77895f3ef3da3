//! Hashes are right, and files are read only when they may have changed.

use std::path::Path;

use super::*;
use crate::files::Memory;
use crate::load::example;

const ROOT: &str = "/site";

/// `printf abc | sha256sum`
const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

fn looked(files: &Memory, hashes: &mut Hashes, paths: &[&str], doubts: &[&str]) -> Vec<String> {
    let paths: Vec<Str> = paths.iter().map(|path| Str::from(*path)).collect();
    let settings = example::settings(Path::new(ROOT));
    let copies = look(files, &settings, &Listing::default(), &paths, hashes, &|path| doubts.contains(&path));
    let line = |found: &Result<Stored, Lost>| match found {
        Ok(Stored { sha256, len, real, .. }) => format!("{} {len} {real}", &sha256.to_string()[..8]),
        Err(Lost::Missing(near)) => format!("missing {near:?}"),
        Err(Lost::Refused(what) | Lost::Unreadable(what)) => what.clone(),
    };
    copies.values().map(line).collect()
}

#[test]
fn the_hash_is_that_of_all_bytes() {
    let files = Memory::new().with("/a", "abc").with("/long", vec![7; 3 * 128 * 1024 + 5]);
    assert_eq!(hash(&files, Path::new("/a")).unwrap().to_string(), ABC);
    let long = "51320f3f1278979db919ee26b302a5a03e60e1c7ecee09c51fef42d3ddfbe2c0";
    assert_eq!(hash(&files, Path::new("/long")).unwrap().to_string(), long);
    assert_eq!(Sha256::from_hex(ABC).unwrap().to_string(), ABC);
    assert_eq!(Sha256::from_hex(&ABC.replace("ba", "bx")), None);
}

#[test]
fn a_file_is_read_again_only_if_it_may_have_changed() {
    let files = Memory::new().with("/site/archive/a", "abc");
    let mut hashes = Hashes::default();
    let mut look = |doubts: &[&str]| looked(&files, &mut hashes, &["archive/a"], doubts).remove(0);
    // Just written: one more change might not show.
    look(&[]);
    files.change_unseen("/site/archive/a", "abd");
    assert!(look(&[]).starts_with("a52d159f"), "{}", look(&[]));
    files.set_clock(100);
    look(&[]);
    files.change_unseen("/site/archive/a", "abc");
    assert!(look(&[]).starts_with("a52d159f"));
    assert!(look(&["archive/a"]).starts_with("ba7816bf"));
    files.put("/site/archive/a", "abcd");
    assert!(look(&[]).starts_with("88d4266f"));
}

#[test]
fn the_next_process_reads_nothing_that_is_as_it_was() {
    let files = Memory::new().with("/site/archive/a", "abc");
    files.set_clock(100);
    let mut hashes = Hashes::read(&files, Path::new(ROOT));
    looked(&files, &mut hashes, &["archive/a"], &[]);
    hashes.write(&files, Path::new(ROOT));
    files.change_unseen("/site/archive/a", "abd");
    let mut hashes = Hashes::read(&files, Path::new(ROOT));
    assert!(looked(&files, &mut hashes, &["archive/a"], &[])[0].starts_with("ba7816bf"));
    // One that is damaged is no memory, and nothing is wrong.
    let text = files.texts("/site/.gloss")["hashes"].replace("ba7816bf", "aa7816bf");
    files.put("/site/.gloss/hashes", text);
    let mut hashes = Hashes::read(&files, Path::new(ROOT));
    assert!(looked(&files, &mut hashes, &["archive/a"], &[])[0].starts_with("a52d159f"));
    assert_eq!(files.texts("/site/.gloss")[".gitignore"], "*\n");
}

#[test]
fn a_copy_lies_within_the_site_and_in_nothing_hidden() {
    let files = Memory::new().with("/site/archive/a", "abc").with("/out/secret", "abc").with("/site/.env", "abc");
    files.put("/site/public/a", "abc");
    files.put("/site/content/files/b.pdf", "abc");
    files.link("/site/archive/out", "/out/secret");
    files.link("/site/archive/in", "/site/archive/a");
    files.link("/site/archive/round", "/site/archive/round");
    let paths = [
        "archive",
        "archive/aa",
        "archive/in",
        "archive/none/of/it",
        "archive/out",
        "archive/round",
        "files/b.pdf",
        "public/a",
        "site/.env",
    ];
    let mut hashes = Hashes::default();
    assert_eq!(
        looked(&files, &mut hashes, &paths, &[]),
        [
            "it is no regular file",
            "missing Some(\"archive/a\")",
            "ba7816bf 3 archive/a",
            "missing None",
            "leads out of the site through a symbolic link",
            "is a symbolic link that leads in a circle",
            "missing Some(\"content/files/b.pdf\")",
            "lies in the output folder",
            "missing None",
        ]
    );
    assert_eq!(looked(&files, &mut hashes, &[".env"], &[]), ["lies in something hidden"]);
}
