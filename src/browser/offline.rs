//! The worker that keeps the page for when there is no network, and fetches newer versions of it.

use gloo_events::EventListener;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    RegistrationOptions, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState,
    ServiceWorkerUpdateViaCache, Window,
};

/// Where a page that has a worker says its address. Only the page on a host has one: neither the page
/// as one file nor the one that is being developed says it.
const ADDRESS: &str = "meta[name=worker]";

/// What the worker is told when a newer version may take over.
const TAKE_OVER: &str = "take over";

/// A newer version of the page, which the browser has fetched.
#[derive(Debug, Clone)]
pub struct NewerVersion(ServiceWorkerRegistration);

impl NewerVersion {
    /// Lets it take over, and loads the page anew, once.
    pub fn open(&self) {
        let Some(worker) = self.0.waiting() else {
            // It has taken over already: it was asked to in another tab.
            return reload();
        };
        let waiting = worker.clone();
        EventListener::new(&worker, "statechange", move |_| {
            if waiting.state() == ServiceWorkerState::Activated {
                reload();
            }
        })
        .forget();
        // Fails only for what cannot be copied, as a text can.
        let _ = worker.post_message(&JsValue::from_str(TAKE_OVER));
    }
}

/// Lets the browser keep the page for when there is no network, and calls back with every newer version
/// that it fetches, for as long as the page lives. In a frame the page is a part of somebody else's,
/// and keeps nothing but what is typed.
pub fn keep_offline(on_newer: impl Fn(NewerVersion) + Clone + 'static) {
    let Some((workers, address)) = web_sys::window().and_then(|window| workers(&window)) else { return };
    let options = RegistrationOptions::new();
    // The worker names every other file by its hash; it alone must never be an old one.
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    let registering = workers.register_with_options(&address, &options);
    spawn_local(async move {
        // Refused where the visitor lets no page keep anything; it then works as long as there is a network.
        let Ok(registration) = JsFuture::from(registering).await else { return };
        follow(&registration.unchecked_into(), on_newer);
    });
}

/// The browser's workers and the address of the page's own, where the page may have one.
fn workers(window: &Window) -> Option<(ServiceWorkerContainer, String)> {
    let is_top = window.top().ok().flatten().as_ref() == Some(window);
    if !is_top || !window.is_secure_context() {
        return None;
    }
    let address = window.document()?.query_selector(ADDRESS).ok()??.get_attribute("content")?;
    // Some browsers have none in private windows, and a page without an origin may not even ask.
    let workers = js_sys::Reflect::get(&window.navigator(), &JsValue::from_str("serviceWorker")).ok()?;
    Some((workers.dyn_into().ok()?, address))
}

fn follow(registration: &ServiceWorkerRegistration, on_newer: impl Fn(NewerVersion) + Clone + 'static) {
    if registration.waiting().is_some() {
        on_newer(NewerVersion(registration.clone()));
    }
    // One may have been found before anybody listened.
    watch(registration, on_newer.clone());
    let found = registration.clone();
    EventListener::new(registration, "updatefound", move |_| watch(&found, on_newer.clone())).forget();
}

/// Waits until the worker that is being installed, if there is one, has all it needs. The first one of
/// all brings the very version that is on screen.
fn watch(registration: &ServiceWorkerRegistration, on_newer: impl Fn(NewerVersion) + 'static) {
    let Some(worker) = registration.installing() else { return };
    let (installed, registration) = (worker.clone(), registration.clone());
    EventListener::new(&worker, "statechange", move |_| {
        if installed.state() == ServiceWorkerState::Installed && registration.active().is_some() {
            on_newer(NewerVersion(registration.clone()));
        }
    })
    .forget();
}

fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}
