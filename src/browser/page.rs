//! Title, focus, keys and print.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

fn element(id: &str) -> Option<HtmlElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Names the place in the title bar.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Moves the focus to the element of this id, if there is one.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Moves the focus to the element of this id once the page has followed what just changed.
pub fn focus_soon(id: String) {
    leptos::prelude::request_animation_frame(move || focus(&id));
}

/// Shows the beginning of another place and moves the focus to the element of this id. Both want the
/// page laid out, so they wait until it is about to be painted.
pub fn arrive(id: &'static str) {
    leptos::prelude::request_animation_frame(move || {
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        focus(id);
    });
}

/// Opens a panel (a popover) once the page has followed what just changed, and moves the focus to
/// the element of this id in it.
pub fn open_soon(panel: &'static str, id: String) {
    leptos::prelude::request_animation_frame(move || {
        if let Some(panel) = element(panel) {
            let _ = panel.show_popover();
        }
        focus(&id);
    });
}

/// Brings the element of this id to the top of the window and moves the focus there.
pub fn scroll_to(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
        let _ = element.focus();
    }
}

/// A key that was pressed.
#[derive(Debug, Clone, Copy)]
pub struct Stroke<'a> {
    /// The key by its name: `/`, `k`, `Enter`.
    pub key: &'a str,
    /// Together with Ctrl or, on a Mac, with Cmd, and without Shift.
    pub is_command: bool,
    /// While the focus is where text is typed or chosen.
    pub in_field: bool,
}

/// Calls back with every key that is pressed, for as long as the page lives; not while a character
/// is being composed. The answer says whether the key was used up.
pub fn on_key(call: impl Fn(Stroke<'_>) -> bool + 'static) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let options = gloo_events::EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let in_field = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlElement>().ok())
            .is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
        let is_command = (event.ctrl_key() || event.meta_key()) && !event.shift_key();
        let stroke = Stroke { key: &event.key(), is_command, in_field };
        if !event.alt_key() && !event.is_composing() && call(stroke) {
            event.prevent_default();
        }
    })
    .forget();
}

/// Opens the dialog of this id over the page, which then waits. The focus comes back when it closes.
pub fn open_dialog(id: &str) {
    if let Some(dialog) = dialog(id)
        && !dialog.open()
    {
        // Fails only for a dialog that is not on the page.
        let _ = dialog.show_modal();
    }
}

/// Closes the dialog of this id.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    element(id)?.dyn_into().ok()
}

/// Brings the element of this id into view, if it is not.
pub fn reveal(id: &str) {
    if let Some(element) = element(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Opens the print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// The languages that the visitor reads, the preferred one first (BCP 47).
pub fn languages() -> Vec<String> {
    let languages = web_sys::window().map(|window| window.navigator().languages());
    languages.iter().flat_map(js_sys::Array::iter).filter_map(|tag| tag.as_string()).collect()
}

/// Says which language the page is in.
pub fn set_language(tag: &str) {
    set_on_root("lang", Some(tag));
}

/// Makes the page light or dark; none leaves it to the system.
pub fn set_theme(theme: Option<&str>) {
    set_on_root("data-theme", theme);
}

pub(super) fn set_on_root(name: &str, value: Option<&str>) {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    let _ = root.map(|root| match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    });
}
