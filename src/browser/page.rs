//! Title, focus, keys and print.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

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

/// Calls back with every key that is pressed outside of fields, for as long as the page lives.
/// The answer says whether the key was used up.
pub fn on_key(call: impl Fn(&str) -> bool + 'static) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let options = gloo_events::EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let in_field = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlElement>().ok())
            .is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
        let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
        if !in_field && !modified && !event.is_composing() && call(&event.key()) {
            event.prevent_default();
        }
    })
    .forget();
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

fn set_on_root(name: &str, value: Option<&str>) {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    let _ = root.map(|root| match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    });
}

/// Shows the beginning of the page.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}
