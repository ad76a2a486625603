//! What follows signals: words, attributes, fields, content.
//!
//! Effects belong to the reactive owner under which the element was made, and end with it.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use leptos::prelude::{Owner, RenderEffect, StoredValue, untrack};
use rustc_hash::FxHashMap;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlOptionElement};

use super::element::El;
use super::slices::{end_of_slice, is_over, is_past, next};

/// One member of a keyed list: as long as the key stays, so does its element.
pub struct Item {
    key: Key,
    build: Box<dyn FnOnce() -> El>,
}

impl Item {
    /// A member; `build` is only called where there is none of this key yet.
    pub fn new(key: impl Into<Key>, build: impl FnOnce() -> El + 'static) -> Self {
        Self { key: key.into(), build: Box::new(build) }
    }
}

/// What a member of a keyed list is known by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Key {
    /// By a name.
    Name(String),
    /// By a number: for long lists, whose names would be made and compared at every change.
    Number(u64),
}

impl From<&str> for Key {
    fn from(name: &str) -> Self {
        Self::Name(name.to_owned())
    }
}

impl From<String> for Key {
    fn from(name: String) -> Self {
        Self::Name(name)
    }
}

impl From<u64> for Key {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl El {
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
        self.follow_list(Box::new(items), false)
    }

    /// The same, drawn in slices at first: what is in sight is there at once, however long the list.
    #[must_use]
    pub fn long_list(self, items: impl Fn() -> Vec<Item> + 'static) -> Self {
        self.follow_list(Box::new(items), true)
    }

    #[inline(never)]
    fn follow_list(self, items: Box<dyn Fn() -> Vec<Item>>, is_long: bool) -> Self {
        let Some(element) = self.0.clone() else { return self };
        let list = Rc::new(List { element, known: RefCell::default(), owner: Owner::current(), is_long });
        follow(Box::new(move || {
            let items = items();
            let mut before = list.known.take();
            let is_first = before.is_empty();
            let stays: Vec<_> = items.iter().map(|item| before.remove(&item.key)).collect();
            // What goes has to go first: as long as it stands in between, all behind it would move.
            for (member, own) in before.into_values() {
                member.remove();
                own.cleanup();
            }
            if is_first {
                return list.fill(items.into());
            }
            let mut next = list.element.first_child();
            for (item, stays) in items.into_iter().zip(stays) {
                let Some((member, own)) = stays.or_else(|| list.make(item.build)) else { continue };
                if next.as_ref() == Some(member.as_ref()) {
                    next = member.next_sibling();
                } else {
                    let _ = list.element.insert_before(&member, next.as_ref());
                }
                list.known.borrow_mut().insert(item.key, (member, own));
            }
        }));
        self
    }
}

/// A keyed list on the page.
struct List {
    element: Element,
    /// Its members, each with the owner of what it follows.
    known: RefCell<FxHashMap<Key, (Element, Owner)>>,
    owner: Option<Owner>,
    /// It is drawn in slices even when the page has started.
    is_long: bool,
}

impl List {
    fn make(&self, build: Box<dyn FnOnce() -> El>) -> Option<(Element, Owner)> {
        let own = self.owner.as_ref().map_or_else(Owner::new, Owner::child);
        let made = own.with(|| untrack(build));
        made.0.map(|made| (made, own))
    }

    /// Adds members at the end, in as many slices as it takes while the page starts or where the list is
    /// long. A change of the list meanwhile adds all of them.
    fn fill(self: &Rc<Self>, mut items: VecDeque<Item>) {
        let end = if self.is_long { end_of_slice() } else { f64::INFINITY };
        while let Some(item) = items.pop_front() {
            let Some((member, own)) = self.make(item.build) else { continue };
            let _ = self.element.append_child(&member);
            self.known.borrow_mut().insert(item.key, (member, own));
            if (is_over() || is_past(end)) && !items.is_empty() {
                let list = Rc::clone(self);
                return next(Box::new(move || list.fill(items)));
            }
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
