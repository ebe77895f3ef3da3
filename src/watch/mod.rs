//! watch: what may have changed in a folder, told soon after.
