# Words of the interface, in place of the default theme's or beside them. One file for each language.
theme-made-with = Made with Glossator
