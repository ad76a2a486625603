//! Elements of the page, made by hand.
//!
//! Every method hands its closure on as a trait object to one that is compiled once and never
//! inlined, so an element costs a few calls and no code of its own. Leptos' own views are types that are compiled anew for each shape of element; the
//! same screens written with them made a bundle more than twice the budget. Signals, memos,
//! owners and effects are Leptos' own.
//!
//! Listeners belong to the reactive owner under which the element was made, and end with it. What
//! follows signals is in [`super::live`].

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::StoredValue;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element under construction.
#[derive(Debug, Clone)]
pub struct El(pub(super) Option<Element>);

thread_local! {
    /// Asked for once: a page makes thousands of elements, and each question goes out of the program.
    static DOCUMENT: Option<Document> = web_sys::window().and_then(|window| window.document());
}

fn with_document<T>(call: impl FnOnce(&Document) -> Option<T>) -> Option<T> {
    DOCUMENT.with(|document| call(document.as_ref()?))
}

/// An element of this tag.
#[must_use]
pub fn el(tag: &str) -> El {
    El(with_document(|document| document.create_element(tag).ok()))
}

/// A drawing of one stroke path, hidden from assistive technology.
#[must_use]
pub fn drawing(path: &str) -> El {
    let make = |tag| El(with_document(|document| document.create_element_ns(Some(SVG), tag).ok()));
    make("svg").attr("viewBox", "0 0 24 24").attr("aria-hidden", "true").add(make("path").attr("d", path))
}

/// Makes these elements the body of the page, anew whenever their signals change.
pub fn mount(page: impl Fn() -> Vec<El> + 'static) {
    if let Some(body) = with_document(Document::body) {
        let _ = El(Some(body.into())).live(page);
    }
}

impl El {
    /// Sets an attribute.
    #[must_use]
    #[inline(never)]
    pub fn attr(self, name: &str, value: &str) -> Self {
        self.set(name, Some(value));
        self
    }

    /// Sets the class attribute.
    #[must_use]
    pub fn class(self, names: &str) -> Self {
        self.attr("class", names)
    }

    /// Sets the id.
    #[must_use]
    pub fn id(self, id: &str) -> Self {
        self.attr("id", id)
    }

    /// Adds words.
    #[must_use]
    #[inline(never)]
    pub fn text(self, words: &str) -> Self {
        if let Some(element) = &self.0 {
            let _ = element.append_with_str_1(words);
        }
        self
    }

    /// Adds an element.
    #[allow(clippy::should_implement_trait, reason = "it adds a child, not a number")]
    #[allow(clippy::needless_pass_by_value, reason = "an element is in one place, so adding takes it")]
    #[must_use]
    #[inline(never)]
    pub fn add(self, child: El) -> Self {
        if let (Some(element), Some(child)) = (&self.0, &child.0) {
            let _ = element.append_child(child);
        }
        self
    }

    /// Adds an element, if there is one.
    #[must_use]
    #[inline(never)]
    pub fn add_some(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.add(child),
            None => self,
        }
    }

    /// Adds elements.
    #[must_use]
    pub fn adds(self, children: impl IntoIterator<Item = El>) -> Self {
        children.into_iter().fold(self, El::add)
    }

    /// Takes a share of the room of its row. Set through the style object, which a strict content
    /// policy allows where it forbids style attributes.
    #[must_use]
    pub fn grow(self, share: usize) -> Self {
        if let Some(element) = self.0.as_ref().and_then(|element| element.dyn_ref::<HtmlElement>()) {
            let _ = element.style().set_property("flex-grow", &share.to_string());
        }
        self
    }

    /// Calls back when the element is pressed.
    #[must_use]
    pub fn on_click(self, call: impl Fn() + 'static) -> Self {
        self.on("click", Box::new(move |_| call()))
    }

    /// Calls back with the text of the field as it is typed.
    #[must_use]
    pub fn on_input(self, call: impl Fn(String) + 'static) -> Self {
        self.on("input", Box::new(move |event| call(value(event))))
    }

    /// Calls back with the value of the field when it is chosen.
    #[must_use]
    pub fn on_change(self, call: impl Fn(String) + 'static) -> Self {
        self.on("change", Box::new(move |event| call(value(event))))
    }

    /// Calls back when anything inside of the element was chosen.
    #[must_use]
    pub fn on_chosen(self, call: impl Fn() + 'static) -> Self {
        self.on("change", Box::new(move |_| call()))
    }

    /// Calls back with the tick of the box.
    #[must_use]
    pub fn on_check(self, call: impl Fn(bool) + 'static) -> Self {
        self.on("change", Box::new(move |event| call(event_input(event).is_some_and(|field| field.checked()))))
    }

    /// Calls back when a form is sent; the browser itself sends nothing.
    #[must_use]
    pub fn on_submit(self, call: impl Fn() + 'static) -> Self {
        self.on(
            "submit",
            Box::new(move |event| {
                event.prevent_default();
                call();
            }),
        )
    }

    /// Calls back with a link that is followed; the browser itself goes nowhere.
    #[must_use]
    pub fn on_follow(self, call: impl Fn() + 'static) -> Self {
        self.on(
            "click",
            Box::new(move |event| {
                event.prevent_default();
                call();
            }),
        )
    }

    /// Calls back when the element, a `details`, is opened or closed.
    #[must_use]
    pub fn on_toggle(self, call: impl Fn() + 'static) -> Self {
        self.on("toggle", Box::new(move |_| call()))
    }

    /// Calls back when Enter is pressed in the field, unless it ends the choice of a character.
    #[must_use]
    pub fn on_enter(self, call: impl Fn() + 'static) -> Self {
        self.on(
            "keydown",
            Box::new(move |event| {
                if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Enter" && !event.is_composing())
                {
                    event.prevent_default();
                    call();
                }
            }),
        )
    }

    /// Calls back with the keys that are pressed in the field, unless a character is being composed.
    /// The answer says whether the key was used up.
    #[must_use]
    pub fn on_key(self, call: impl Fn(&str) -> bool + 'static) -> Self {
        self.on(
            "keydown",
            Box::new(move |event| {
                if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| !event.is_composing() && call(&event.key())) {
                    event.prevent_default();
                }
            }),
        )
    }

    #[inline(never)]
    pub(super) fn on(self, name: &'static str, call: Box<dyn Fn(&Event)>) -> Self {
        if let Some(element) = &self.0 {
            let options = EventListenerOptions::enable_prevent_default();
            let listener = EventListener::new_with_options(element, name, options, move |event| call(event));
            StoredValue::new_local(listener);
        }
        self
    }

    pub(super) fn set(&self, name: &str, value: Option<&str>) {
        if let Some(element) = &self.0 {
            let _ = match value {
                Some(value) => element.set_attribute(name, value),
                None => element.remove_attribute(name),
            };
        }
    }
}

fn event_input(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// The value of a field of any kind.
fn value(event: &Event) -> String {
    let field = event.target().map(JsValue::from);
    field
        .and_then(|field| js_sys::Reflect::get(&field, &JsValue::from_str("value")).ok())
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}
