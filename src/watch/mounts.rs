//! File systems that others write to, without this machine's kernel knowing.

use std::path::Path;

use crate::files::Files;

/// Where Linux lists what is mounted, one line each: device, place, kind, options (proc(5)).
const MOUNTS: &str = "/proc/self/mounts";

/// Kinds of file systems in networks, and those that virtual machines and containers share with their host.
const SHARED: [&str; 21] = [
    "9p",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "coda",
    "drvfs",
    "fuse.glusterfs",
    "fuse.grpcfuse",
    "fuse.osxfs",
    "fuse.rclone",
    "fuse.sshfs",
    "fuse.vmhgfs-fuse",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "prl_fs",
    "smb3",
    "smbfs",
    "vboxsf",
];

/// The kind of the file system that `folder` is on, if others may write to it unseen.
pub(super) fn shared(files: &dyn Files, folder: &Path) -> Option<String> {
    let mounts = files.read(Path::new(MOUNTS)).ok()?;
    let kind = kind(&String::from_utf8_lossy(&mounts), folder)?.to_owned();
    SHARED.contains(&kind.as_str()).then_some(kind)
}

/// The kind of the file system that holds `folder`: that of the longest place above it; of two at one place the later
/// one hides the earlier.
fn kind<'a>(mounts: &'a str, folder: &Path) -> Option<&'a str> {
    let mount = |line: &'a str| {
        let mut words = line.split(' ').skip(1);
        let (place, kind) = (unescape(words.next()?), words.next()?);
        folder.starts_with(&place).then(|| (Path::new(&place).components().count(), kind))
    };
    mounts.lines().filter_map(mount).max_by_key(|(depth, _)| *depth).map(|(_, kind)| kind)
}

/// The blanks that would end a word are written in octal digits.
fn unescape(place: &str) -> String {
    place.replace("\\040", " ").replace("\\011", "\t").replace("\\012", "\n").replace("\\134", "\\")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Memory;

    #[test]
    fn the_nearest_mount_says_what_a_folder_is_on() {
        let mounts =
            "/dev/sda1 / ext4 rw 0 0\nserver:/home /home nfs4 rw 0 0\n/dev/sdb /home/me/my\\040disk xfs rw 0 0\n";
        let files = Memory::new().with(MOUNTS, mounts);
        let shared = |folder: &str| shared(&files, Path::new(folder));
        assert_eq!(shared("/srv/site"), None);
        assert_eq!(shared("/homes/site"), None);
        assert_eq!(shared("/home/me/site").as_deref(), Some("nfs4"));
        assert_eq!(shared("/home/me/my disk/site"), None);
    }

    #[test]
    fn of_two_mounts_at_one_place_the_later_counts() {
        assert_eq!(kind("a /mnt nfs rw 0 0\nb /mnt ext4 rw 0 0\n", Path::new("/mnt/x")), Some("ext4"));
        assert_eq!(shared(&Memory::new(), Path::new("/site")), None);
    }
}
