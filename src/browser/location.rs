//! The fragment of the address.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;

/// The fragment with its `#`, or nothing.
#[must_use]
pub fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// What stands before the fragment, with its `?`, or nothing.
#[must_use]
pub fn query() -> String {
    web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// Takes away what stands before the fragment.
pub fn forget_query() {
    let Some(window) = web_sys::window() else { return };
    if let (Ok(path), Ok(history)) = (window.location().pathname(), window.history()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&(path + &fragment())));
    }
}

/// Goes to a fragment: one step that “back” takes back.
pub fn set_fragment(fragment: &str) {
    if let Some(window) = web_sys::window() {
        // Fails only where scripts may not navigate, and there is nothing better to do then.
        let _ = window.location().set_hash(fragment);
    }
}

/// Changes the fragment without a step of its own: for what is typed letter by letter.
pub fn replace_fragment(fragment: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        // Some browsers refuse more than a hundred changes in half a minute; the next one works.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(fragment));
    }
}

/// One step back in the history.
pub fn back() {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.back();
    }
}

/// Calls back whenever the fragment has changed, for as long as the page lives.
pub fn on_fragment_change(call: impl Fn(String) + 'static) {
    if let Some(window) = web_sys::window() {
        EventListener::new(&window, "hashchange", move |_| call(fragment())).forget();
    }
}
