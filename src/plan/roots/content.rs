//! The root `content`: a file's prose with its holes filled.

use tera::Value;

use super::Stage;
use crate::digest::Digest;
use crate::plan::holes::{Filler, letter};
use crate::plan::inputs::Input;
use crate::plan::scene::{Text, direction};
use crate::resolve::FileIx;
use crate::view::{ContentView, HeadingView, Html, NoteView, Raw, ToValue};

/// The prose of the page's file; none where it has no file, or on the further pages of a list.
pub(super) fn content(stage: &Stage<'_>) -> Box<dyn Input> {
    let file = stage.file().zip(stage.text).filter(|_| stage.is_first());
    let Some((file, text)) = file else { return Box::new(None::<ContentView>) };
    let filler = Filler::new(stage.scene, file, text, &stage.page.lang);
    let fills = filler.fill();
    // The text is a function of the file and of what fills its holes, so it need not be made to be fingerprinted; and
    // it is made here where it is needed, since an input outlives the scene's borrow.
    let (body, notes) = filler.html(&fills);
    Box::new(Content { digest: Digest::of(&(text.digest, fills)), view: view(stage, file, text, body, notes) })
}

struct Content {
    digest: Digest,
    view: ContentView,
}

impl Input for Content {
    fn digest(&self) -> Digest {
        self.digest
    }

    fn value(&self) -> Value {
        self.view.to_value()
    }
}

fn view(stage: &Stage<'_>, ix: FileIx, text: &Text, body: String, notes: Vec<String>) -> ContentView {
    let file = &stage.scene.graph.files[ix];
    let notes = notes.into_iter().zip(&text.body.notes).enumerate().map(|(number, (words, note))| NoteView {
        mark: letter(u32::try_from(number).unwrap_or(u32::MAX)).into(),
        text: Html(words.into()),
        paragraph: note.paragraph,
    });
    ContentView {
        body: Html(body.into()),
        notes: notes.collect(),
        headings: text
            .outline
            .headings
            .iter()
            .map(|heading| HeadingView {
                anchor: heading.anchor.clone(),
                text: stage.cards.named(ix, &heading.text, &mut heading.unnamed.iter().copied()),
                level: u32::from(heading.level),
            })
            .collect(),
        title: stage.scene.headlines.given_title(ix).cloned(),
        summary: stage.scene.headlines.given_summary(ix).cloned(),
        lang: file.summary.lang.clone(),
        dir: direction(&file.summary.lang).into(),
        extra: Raw::map(&file.matter.common.extra),
    }
}
