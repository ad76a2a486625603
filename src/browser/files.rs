//! Files that a visitor hands to the page.

use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, HtmlInputElement};

use super::element::El;

/// Why a file could not be taken as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// It is larger than allowed; it was not opened.
    #[error("the file is too large")]
    TooLarge,
    /// It is not UTF-8: another encoding, or no text at all.
    #[error("the file is not UTF-8 text")]
    NotText,
    /// The browser could not read it: it was moved or is locked.
    #[error("the browser could not read the file")]
    Unreadable,
}

/// A file: its name, and its text.
pub type ReadFile = (String, Result<String, FileError>);

type Call = dyn Fn(ReadFile);

impl El {
    /// Calls back with the file that is chosen in the field, if it has no more than so many bytes.
    #[must_use]
    pub fn on_file(self, most: usize, call: impl Fn(ReadFile) + Clone + 'static) -> Self {
        self.on(
            "change",
            Box::new(move |event| {
                let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
                    return;
                };
                let file = field.files().and_then(|files| files.get(0));
                take(file, most, Box::new(call.clone()));
                // Or choosing the same file again, once it is mended, would change nothing.
                field.set_value("");
            }),
        )
    }

    /// Calls back with the file that is dropped on the element, if it has no more than so many bytes.
    #[must_use]
    pub fn on_drop(self, most: usize, call: impl Fn(ReadFile) + Clone + 'static) -> Self {
        // Without this the browser would open the file in place of the page.
        self.on("dragover", Box::new(Event::prevent_default)).on(
            "drop",
            Box::new(move |event| {
                event.prevent_default();
                let dropped = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
                let file = dropped.and_then(|dropped| dropped.files()).and_then(|files| files.get(0));
                take(file, most, Box::new(call.clone()));
            }),
        )
    }
}

fn take(file: Option<File>, most: usize, call: Box<Call>) {
    let Some(file) = file else { return };
    spawn_local(async move {
        let text = text(&file, most).await;
        call((file.name(), text));
    });
}

async fn text(file: &File, most: usize) -> Result<String, FileError> {
    // The size of a file is a whole number of bytes, and far below where doubles leave some out.
    if file.size() > most as f64 {
        return Err(FileError::TooLarge);
    }
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(|_| FileError::Unreadable)?;
    let text = String::from_utf8(js_sys::Uint8Array::new(&bytes).to_vec()).map_err(|_| FileError::NotText)?;
    // Editors on Windows put a mark in front that is no part of the text.
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}
