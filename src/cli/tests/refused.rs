//! File systems that refuse in the midst of a build.

use super::*;

#[test]
fn an_output_that_may_be_partly_new_was_called_unwritten() {
    let files = site(b"title: A\nbase_url: https://a.example\n");
    assert_eq!(gloss(&files, "/site", &["build"]).code, 0);
    files.put("/site/site.yaml", "title: B\nbase_url: https://a.example\n");
    files.break_writes("/site/public/feed.xml");
    assert_eq!(
        gloss(&files, "/site", &["build"]),
        Ran {
            code: 1,
            out: String::new(),
            err: concat!(
                "error[output-refused]: `feed.xml` can't be brought up to date in `public`: permission denied\n |\n",
                " = help: `public` may be partly new: mend this, and build again\n\n",
                "Failed: 1 error. public may be partly new.\n"
            )
            .to_owned(),
        }
    );
    files.mend();
    assert_eq!(gloss(&files, "/site", &["build", "--quiet"]), Ran { code: 0, out: String::new(), err: String::new() });
}
