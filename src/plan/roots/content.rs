//! The root `content`: a file's prose with its holes filled.

use std::hash::Hash;
use std::sync::Arc;

use tera::Value;

use super::Stage;
use crate::digest::{Bytes, Digest};
use crate::parse::Body;
use crate::plan::holes::{Filled, Filler, letter};
use crate::plan::inputs::Input;
use crate::plan::scene::{Text, direction};
use crate::resolve::FileIx;
use crate::view::{ContentView, HeadingView, Html, NoteView, Raw};

/// The prose of the page's file; none where it has no file, or on the further pages of a list.
pub(super) fn content(stage: &Stage<'_>) -> Box<dyn Input> {
    let file = stage.file().zip(stage.text).filter(|_| stage.is_first());
    let Some((file, text)) = file else { return Box::new(None::<ContentView>) };
    let filled = Filler::new(stage.scene, file, text, &stage.page.lang).fill();
    // The text is a function of the file and of what fills its holes, so it need not be made to be fingerprinted.
    let digest = Digest::of(&(text.digest, &filled));
    let view = view(stage, file, text, filled.notes(&text.body));
    Box::new(Content { digest, view, filled, body: Arc::clone(&text.body) })
}

struct Content {
    digest: Digest,
    /// Without the text.
    view: ContentView,
    filled: Filled,
    body: Arc<Body>,
}

impl Input for Content {
    fn feed(&self, to: &mut Bytes) {
        self.digest.hash(to);
    }

    fn value(&self, html: &str) -> Value {
        let body = Html(self.filled.text(html, &self.body).into());
        Value::from_serializable(&ContentView { body, ..self.view.clone() })
    }
}

fn view(stage: &Stage<'_>, ix: FileIx, text: &Text, notes: Vec<String>) -> ContentView {
    let file = &stage.scene.graph.files[ix];
    let notes = notes.into_iter().zip(&text.body.notes).enumerate().map(|(number, (words, note))| NoteView {
        mark: letter(u32::try_from(number).unwrap_or(u32::MAX)).into(),
        text: Html(words.into()),
        paragraph: note.paragraph,
    });
    ContentView {
        body: Html::default(),
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
