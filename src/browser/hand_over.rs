//! What leaves the page: by the clipboard, as a file, by hand.

use std::time::Duration;

use leptos::prelude::{request_animation_frame, set_timeout};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Clipboard, HtmlElement, HtmlTextAreaElement, Url};

/// How long a file may take until the browser has it. Some look for it only after the visitor has
/// said where to put it.
const UNTIL_SAVED: Duration = Duration::from_secs(300);

/// Copies a text; `done` learns whether the browser allowed it.
pub fn copy(text: String, done: impl Fn(bool) + 'static) {
    // Outside of secure pages there is no clipboard at all, and asking for it throws.
    let clipboard = web_sys::window()
        .and_then(|window| js_sys::Reflect::get(&window.navigator(), &JsValue::from_str("clipboard")).ok())
        .and_then(|clipboard| clipboard.dyn_into::<Clipboard>().ok());
    let Some(clipboard) = clipboard else { return done(false) };
    leptos::task::spawn_local(async move {
        let copied = wasm_bindgen_futures::JsFuture::from(clipboard.write_text(&text)).await;
        done(copied.is_ok());
    });
}

/// Hands the visitor a text as a file of this media type.
pub fn save_file(name: &str, media_type: &str, text: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Some(link) = document.create_element("a").ok().and_then(|link| link.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let address = object_address(media_type, text);
    let encoded = || format!("data:{media_type};charset=utf-8,{}", js_sys::encode_uri_component(text));
    let _ = link.set_attribute("href", &address.clone().unwrap_or_else(encoded));
    let _ = link.set_attribute("download", name);
    link.click();
    if let Some(address) = address {
        let revoke = move || {
            let _ = Url::revoke_object_url(&address);
        };
        set_timeout(revoke, UNTIL_SAVED);
    }
}

/// An address for as long as the page lives: browsers cut long addresses that hold the text itself.
fn object_address(media_type: &str, text: &str) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type(&format!("{media_type};charset=utf-8"));
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// The page is a file that somebody saved, not on a host.
#[must_use]
pub fn is_file() -> bool {
    web_sys::window().and_then(|window| window.location().protocol().ok()).is_some_and(|scheme| scheme == "file:")
}

/// The page is in a frame without an origin of its own, which may be allowed neither the clipboard
/// nor files, and does not learn it. A file has no origin, either, but is in no frame.
#[must_use]
pub fn is_confined() -> bool {
    if is_file() {
        return false;
    }
    let origin = web_sys::window().and_then(|window| js_sys::Reflect::get(&window, &JsValue::from_str("origin")).ok());
    origin.and_then(|origin| origin.as_string()).is_none_or(|origin| origin == "null")
}

/// The whole address of a place: every letter in it is ASCII, because chats end an address at the
/// first Chinese one.
#[must_use]
pub fn whole_address(fragment: &str) -> String {
    let here = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let whole = Url::new_with_base(fragment, &here).map(|address| address.href());
    whole.unwrap_or_else(|_| fragment.to_owned())
}

/// The whole address of a place in a page that is in no frame.
#[must_use]
pub fn address_outside(fragment: &str) -> String {
    let whole = whole_address(fragment);
    let Ok(address) = Url::new(&whole) else { return whole };
    address.set_search("");
    address.href()
}

/// The address of the folder of the page.
#[must_use]
pub fn page_folder() -> String {
    whole_address(".")
}

/// Selects the text of the field of this id, once the page shows it.
pub fn select_soon(id: String) {
    request_animation_frame(move || {
        let field = web_sys::window().and_then(|window| window.document()?.get_element_by_id(&id));
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) {
            let _ = field.focus();
            field.select();
        }
    });
}
