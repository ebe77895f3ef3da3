// The script of open pages.
