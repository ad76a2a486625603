//! The page around this one, where it is in a frame: what it says to us, and what we say to it.
//!
//! Messages are `{source: "leimu", version: 1, type, …}`, both ways. Whoever frames the page hears
//! them, so they carry nothing but what the visitor lets go; and only the page that frames this one
//! is listened to.

use std::cell::Cell;
use std::time::Duration;

use gloo_events::EventListener;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ResizeObserver, Window};

use super::location::set_fragment;
use super::page::set_on_root;

/// Who speaks.
const SOURCE: &str = "leimu";
/// It changes when an older host would take a message for something else.
const VERSION: f64 = 1.0;

thread_local! {
    /// The height that was told last.
    static HEIGHT: Cell<f64> = const { Cell::new(0.0) };
}

/// What a host asks for; what it says nothing of is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wishes {
    /// The theme, by its name.
    pub theme: Option<String>,
    /// The language, by its tag.
    pub language: Option<String>,
    /// The place, as a fragment.
    pub place: Option<String>,
}

/// What is said to a host.
#[derive(Debug)]
pub enum Word<'a> {
    /// The first screen is there.
    Ready,
    /// What a category came to: its catalog, its names, the verdict.
    Verdict(&'a str, Vec<&'a str>, &'a str),
    /// How many categories of a catalog came to each verdict.
    Counts(&'a str, Vec<(&'a str, usize)>),
}

/// The window of the page around this one; none where there is no such page.
fn host() -> Option<Window> {
    let own = web_sys::window()?;
    let host = own.parent().ok().flatten()?;
    (!Object::is(&own, &host)).then_some(host)
}

/// The page is in a frame.
#[must_use]
pub fn is_framed() -> bool {
    host().is_some()
}

/// Says something to the page around this one.
pub fn tell_host(word: &Word<'_>) {
    match word {
        Word::Ready => send("ready", &[]),
        Word::Verdict(catalog, path, verdict) => {
            let path: Array = path.iter().map(|name| JsValue::from_str(name)).collect();
            send("verdict", &[("catalog", (*catalog).into()), ("path", path.into()), ("verdict", (*verdict).into())]);
        }
        Word::Counts(catalog, counts) => {
            let counts: Vec<_> = counts.iter().map(|&(verdict, many)| (verdict, number(many))).collect();
            send("verdict", &[("catalog", (*catalog).into()), ("counts", object(&counts).into())]);
        }
    }
}

#[allow(clippy::cast_precision_loss, reason = "there are not so many categories")]
fn number(many: usize) -> JsValue {
    JsValue::from_f64(many as f64)
}

fn object(entries: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in entries {
        // A plain object takes every name.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}

fn send(kind: &str, more: &[(&str, JsValue)]) {
    let head = [("source", SOURCE.into()), ("version", VERSION.into()), ("type", kind.into())];
    let message = object(&head);
    let message = Object::assign(&message, &object(more));
    if let Some(host) = host() {
        // The page may be framed by anybody, and what it says may be heard by anybody.
        let _ = host.post_message(&message, "*");
    }
}

/// Calls back with what the page around this one asks for, for as long as the page lives.
pub fn on_wishes(call: impl Fn(Wishes) + 'static) {
    let (Some(own), Some(host)) = (web_sys::window(), host()) else { return };
    let host = JsValue::from(host);
    EventListener::new(&own, "message", move |event| {
        let field = |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name)).unwrap_or_default();
        let data = field(event, "data");
        let text = |name: &str| field(&data, name).as_string();
        let is_ours = field(event, "source") == host && text("source").as_deref() == Some(SOURCE);
        if is_ours && field(&data, "version") == VERSION && text("type").as_deref() == Some("settings") {
            call(Wishes { theme: text("theme"), language: text("language"), place: text("place") });
            // The page has followed by then, also where nobody sees it.
            leptos::prelude::set_timeout(tell_height, Duration::ZERO);
        }
    })
    .forget();
}

/// Tells the page around this one how high the content is, now and whenever it is another height. A frame
/// that is out of sight notices only those changes that were wished for.
/// What is measured is the content, which does not follow the height of the frame: so it comes to rest.
pub fn follow_height() {
    let Some(body) = web_sys::window().and_then(|window| window.document()?.body()) else { return };
    tell_height();
    let look = Closure::<dyn FnMut()>::new(tell_height);
    if let Ok(observer) = ResizeObserver::new(look.as_ref().unchecked_ref()) {
        observer.observe(&body);
        // It is called for as long as the page lives.
        look.forget();
    }
}

fn tell_height() {
    let Some(body) = web_sys::window().and_then(|window| window.document()?.body()) else { return };
    let height = body.get_bounding_client_rect().height().ceil();
    if HEIGHT.replace(height) != height {
        send("height", &[("height", height.into())]);
    }
}

/// The frame is as high as its content from now on, so it never scrolls.
pub fn fit() {
    set_on_root("data-embed", Some("fitted"));
}

/// Runs a script that lies beside the page, once.
pub fn run_script(name: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let is_there = document.query_selector(&format!("script[src='{name}']")).ok().flatten().is_some();
    if let (false, Some(head), Ok(script)) = (is_there, document.head(), document.create_element("script")) {
        let _ = script.set_attribute("src", name);
        let _ = head.append_child(&script);
    }
}

/// The visitor has the frame in use.
#[must_use]
pub fn has_focus() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.has_focus().unwrap_or(false))
}

/// Links lead out of the frame into a tab of their own, but for those to places of the page where
/// `stays` says so.
pub fn lead_out(stays: bool) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    if let (Some(head), Ok(base)) = (document.head(), document.create_element("base")) {
        let _ = base.set_attribute("target", "_blank");
        let _ = head.append_child(&base);
    }
    if !stays {
        return;
    }
    let options = gloo_events::EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "click", options, move |event| {
        let pressed = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let link = pressed.and_then(|pressed| pressed.closest("a[href^='#']:not([target])").ok().flatten());
        if let Some(place) = link.and_then(|link| link.get_attribute("href")).filter(|_| !event.default_prevented()) {
            event.prevent_default();
            set_fragment(&place);
        }
    })
    .forget();
}
