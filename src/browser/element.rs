//! Elements of the page, made by hand and kept up to date by signals.
//!
//! Every method hands its closure on as a trait object to one that is compiled once and never
//! inlined, so an element costs a few calls and no code of its own. Leptos' own views are types that are compiled anew for each shape of element; the
//! same screens written with them made a bundle more than twice the budget. Signals, memos,
//! owners and effects are Leptos' own.
//!
//! What is “live” follows the signals that its closure reads. Listeners and effects belong to the
//! reactive owner under which the element was made, and end with it.

use std::cell::RefCell;
use std::collections::HashMap;

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::{Owner, RenderEffect, StoredValue};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, HtmlElement, HtmlInputElement, HtmlOptionElement, KeyboardEvent};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element under construction.
#[derive(Debug, Clone)]
pub struct El(Option<Element>);

/// One member of a keyed list: as long as the key stays, so does its element.
pub struct Item {
    key: String,
    build: Box<dyn FnOnce() -> El>,
}

impl Item {
    /// A member; `build` is only called where there is none of this key yet.
    pub fn new(key: impl Into<String>, build: impl FnOnce() -> El + 'static) -> Self {
        Self { key: key.into(), build: Box::new(build) }
    }
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// An element of this tag.
#[must_use]
pub fn el(tag: &str) -> El {
    El(document().and_then(|document| document.create_element(tag).ok()))
}

/// A drawing of one stroke path, hidden from assistive technology.
#[must_use]
pub fn drawing(path: &str) -> El {
    let make = |tag| El(document().and_then(|document| document.create_element_ns(Some(SVG), tag).ok()));
    make("svg").attr("viewBox", "0 0 24 24").attr("aria-hidden", "true").add(make("path").attr("d", path))
}

/// Puts elements at the end of the body.
pub fn mount(elements: Vec<El>) {
    if let Some(body) = document().and_then(|document| document.body()) {
        let _ = El(Some(body.into())).adds(elements);
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
        if let (Some(element), Some(document)) = (&self.0, document()) {
            let _ = element.append_child(&document.create_text_node(words));
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

    /// Words that follow signals; they are the whole content of the element.
    #[must_use]
    pub fn live_text(self, words: impl Fn() -> String + 'static) -> Self {
        self.follow_text(Box::new(words))
    }

    #[inline(never)]
    fn follow_text(self, words: Box<dyn Fn() -> String>) -> Self {
        let element = self.0.clone();
        follow(Box::new(move || {
            let words = words();
            if let Some(element) = &element
                && element.text_content().as_deref() != Some(&words)
            {
                element.set_text_content(Some(&words));
            }
        }));
        self
    }

    /// An attribute that follows signals; none takes it away.
    #[must_use]
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.follow_attr(name, Box::new(value))
    }

    #[inline(never)]
    fn follow_attr(self, name: &'static str, value: Box<dyn Fn() -> Option<String>>) -> Self {
        let element = self.clone();
        follow(Box::new(move || {
            let value = value();
            if element.0.as_ref().is_some_and(|element| element.get_attribute(name) != value) {
                element.set(name, value.as_deref());
            }
        }));
        self
    }

    /// An attribute without value that follows signals: `hidden`, `selected`.
    #[must_use]
    pub fn live_flag(self, name: &'static str, is: impl Fn() -> bool + 'static) -> Self {
        self.live_attr(name, move || is().then(String::new))
    }

    /// The text of a field, which follows signals.
    #[must_use]
    pub fn live_value(self, value: impl Fn() -> String + 'static) -> Self {
        self.follow_value(Box::new(value))
    }

    #[inline(never)]
    fn follow_value(self, value: Box<dyn Fn() -> String>) -> Self {
        let element = self.0.clone();
        follow(Box::new(move || {
            let value = value();
            if let Some(field) = input(element.as_ref())
                && field.value() != value
            {
                field.set_value(&value);
            }
        }));
        self
    }

    /// The tick of a box or a choice, which follows signals.
    #[must_use]
    pub fn live_checked(self, is: impl Fn() -> bool + 'static) -> Self {
        self.follow_checked(Box::new(is))
    }

    #[inline(never)]
    fn follow_checked(self, is: Box<dyn Fn() -> bool>) -> Self {
        let element = self.0.clone();
        follow(Box::new(move || {
            let is = is();
            if let Some(field) = input(element.as_ref()) {
                field.set_checked(is);
            }
        }));
        self
    }

    /// Whether an option of a list is the chosen one, which follows signals.
    #[must_use]
    pub fn live_selected(self, is: impl Fn() -> bool + 'static) -> Self {
        self.follow_selected(Box::new(is))
    }

    #[inline(never)]
    fn follow_selected(self, is: Box<dyn Fn() -> bool>) -> Self {
        let element = self.0.clone();
        follow(Box::new(move || {
            let is = is();
            if let Some(option) = element.as_ref().and_then(|element| element.dyn_ref::<HtmlOptionElement>()) {
                option.set_default_selected(is);
                if is {
                    option.set_selected(true);
                }
            }
        }));
        self
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

    /// Content that is made anew whenever its signals change. Not for anything that can hold the
    /// focus while it changes: [`Self::live_list`] keeps what stays.
    #[must_use]
    pub fn live(self, content: impl Fn() -> Vec<El> + 'static) -> Self {
        self.follow_content(Box::new(content))
    }

    #[inline(never)]
    fn follow_content(self, content: Box<dyn Fn() -> Vec<El>>) -> Self {
        let element = self.0.clone();
        follow(Box::new(move || {
            // Made under the effect's own owner, which ends what the last run made.
            let elements = content();
            if let Some(element) = &element {
                element.set_text_content(None);
                for one in elements.into_iter().filter_map(|one| one.0) {
                    let _ = element.append_child(&one);
                }
            }
        }));
        self
    }

    /// A keyed list that follows signals: members whose key stays keep their element and only move.
    #[must_use]
    pub fn live_list(self, items: impl Fn() -> Vec<Item> + 'static) -> Self {
        self.follow_list(Box::new(items))
    }

    #[inline(never)]
    fn follow_list(self, items: Box<dyn Fn() -> Vec<Item>>) -> Self {
        let element = self.0.clone();
        let known = RefCell::new(HashMap::<String, (Element, Owner)>::new());
        let parent = Owner::current();
        follow(Box::new(move || {
            let items = items();
            let Some(element) = &element else { return };
            let mut before = known.take();
            let mut now = HashMap::with_capacity(items.len());
            let mut next = element.first_child();
            for item in items {
                let entry = before.remove(&item.key).or_else(|| {
                    let own = parent.as_ref().map_or_else(Owner::new, Owner::child);
                    let made = own.with(|| leptos::prelude::untrack(item.build));
                    made.0.map(|made| (made, own))
                });
                let Some((member, own)) = entry else { continue };
                if next.as_ref() == Some(member.as_ref()) {
                    next = member.next_sibling();
                } else {
                    let _ = element.insert_before(&member, next.as_ref());
                }
                now.insert(item.key, (member, own));
            }
            for (member, own) in before.into_values() {
                member.remove();
                own.cleanup();
            }
            known.replace(now);
        }));
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

    #[inline(never)]
    fn on(self, name: &'static str, call: Box<dyn Fn(&Event)>) -> Self {
        if let Some(element) = &self.0 {
            let options = EventListenerOptions::enable_prevent_default();
            let listener = EventListener::new_with_options(element, name, options, move |event| call(event));
            StoredValue::new_local(listener);
        }
        self
    }

    fn set(&self, name: &str, value: Option<&str>) {
        if let Some(element) = &self.0 {
            let _ = match value {
                Some(value) => element.set_attribute(name, value),
                None => element.remove_attribute(name),
            };
        }
    }
}

/// Runs now, and again whenever a signal that it read has changed, until its owner ends.
#[inline(never)]
fn follow(run: Box<dyn Fn()>) {
    StoredValue::new_local(RenderEffect::new(move |_: Option<()>| run()));
}

fn input(element: Option<&Element>) -> Option<&HtmlInputElement> {
    element.map(JsCast::unchecked_ref)
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
