//! Work in slices: while the page starts, a phone's browser gets its turn every few milliseconds, to
//! paint what is there and to take what is typed.
//!
//! Once the first screen is there, everything is drawn at once, but for lists that may be so long that
//! nobody would wait for all of them ([`El::long_list`]).

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use leptos::prelude::{Owner, on_cleanup, request_animation_frame, untrack};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{MessageChannel, MessagePort, Performance};

use super::element::{El, el};
use super::host::is_framed;
use super::page::set_on_root;

/// A slice ends with the first step after so many milliseconds. A step may take as long again, and a
/// phone four times as long as the machines that this is written on: together they should not keep
/// anybody waiting.
const SLICE: f64 = 4.0;

thread_local! {
    static WAITING: RefCell<VecDeque<Box<dyn FnOnce()>>> = const { RefCell::new(VecDeque::new()) };
    /// Where a message is posted to be called back after the browser's turn.
    static TURN: RefCell<Option<MessagePort>> = const { RefCell::new(None) };
    /// What waits for the first screen.
    static AT_START: RefCell<Option<Box<dyn FnOnce()>>> = const { RefCell::new(None) };
    static IS_STARTING: Cell<bool> = const { Cell::new(false) };
    /// How much work waits for a paint.
    static AWAITED: Cell<u32> = const { Cell::new(0) };
    static ENDS: Cell<f64> = const { Cell::new(f64::INFINITY) };
    static CLOCK: Option<Performance> = web_sys::window().and_then(|window| window.performance());
}

/// Starts the page: the steps are taken in slices, and so is whatever they leave for later. Once the
/// first screen is there, the root says `data-start="done"`.
pub fn start_in_slices(steps: impl FnOnce() + 'static) {
    // Where there are no messages, everything is done at once.
    if let Ok(channel) = MessageChannel::new() {
        let next = Closure::<dyn FnMut()>::new(run_slice);
        channel.port1().set_onmessage(Some(next.as_ref().unchecked_ref()));
        // It is called for as long as the page lives.
        next.forget();
        TURN.set(Some(channel.port2()));
        IS_STARTING.set(true);
    }
    later(steps);
}

/// Does the work in a later slice while the page starts, under the owner of now and unless that has
/// ended; at once afterwards.
pub fn later(work: impl FnOnce() + 'static) {
    put_off(Box::new(work));
}

fn put_off(work: Box<dyn FnOnce()>) {
    if IS_STARTING.get() { next(work) } else { work() }
}

/// Does the work in the next slice, under the owner of now and unless that has ended.
pub(super) fn next(work: Box<dyn FnOnce()>) {
    if TURN.with_borrow(Option::is_none) {
        return work();
    }
    let owner = Owner::current().unwrap_or_default();
    let has_ended = Arc::new(AtomicBool::new(false));
    let ends = Arc::clone(&has_ended);
    on_cleanup(move || ends.store(true, Relaxed));
    WAITING.with_borrow_mut(|waiting| {
        waiting.push_back(Box::new(move || {
            if !has_ended.load(Relaxed) {
                owner.with(|| untrack(work));
            }
        }));
    });
    // Whoever is in a slice is called again anyway.
    if ENDS.get().is_infinite() {
        call_again();
    }
}

/// Does the work in a slice after what is on the page has been painted: what a page shows before it
/// starts is there to be seen. Nobody sees a page in the background, and a frame that is out of sight
/// is not painted, so nothing waits there.
pub fn once_painted(work: impl FnOnce() + 'static) {
    let document = web_sys::window().and_then(|window| window.document());
    if is_framed() || document.is_none_or(|document| document.hidden()) {
        return later(work);
    }
    let owner = Owner::current().unwrap_or_default();
    let in_slice = move || {
        AWAITED.set(AWAITED.get().saturating_sub(1));
        owner.with(|| later(work));
    };
    AWAITED.set(AWAITED.get().saturating_add(1));
    // The frame after the one that paints it: by then it has been painted.
    request_animation_frame(move || request_animation_frame(in_slice));
}

/// Does the work once the first screen is there.
pub fn once_started(work: impl FnOnce() + 'static) {
    if IS_STARTING.get() { AT_START.set(Some(Box::new(work))) } else { work() }
}

/// The slice has taken its time.
pub(super) fn is_over() -> bool {
    is_past(ENDS.get())
}

/// When a slice that began now would end, or the one that goes on.
pub(super) fn end_of_slice() -> f64 {
    ENDS.get().min(now() + SLICE)
}

/// That time has passed.
pub(super) fn is_past(end: f64) -> bool {
    now() >= end
}

fn run_slice() {
    ENDS.set(now() + SLICE);
    while !is_over()
        && let Some(work) = WAITING.with_borrow_mut(VecDeque::pop_front)
    {
        work();
    }
    ENDS.set(f64::INFINITY);
    if WAITING.with_borrow(|waiting| !waiting.is_empty()) {
        call_again();
    } else if IS_STARTING.get() && AWAITED.get() == 0 {
        IS_STARTING.set(false);
        set_on_root("data-start", Some("done"));
        if let Some(work) = AT_START.take() {
            work();
        }
    }
}

fn call_again() {
    TURN.with_borrow(|turn| {
        // Fails for values that cannot be sent; nothing is sent.
        let _ = turn.as_ref().map(|turn| turn.post_message(&wasm_bindgen::JsValue::NULL));
    });
}

fn now() -> f64 {
    CLOCK.with(|clock| clock.as_ref().map_or(0.0, Performance::now))
}

/// An element that is made in the next slice; until then its place is kept.
#[must_use]
pub fn in_next_slice(make: impl FnOnce() -> El + 'static) -> El {
    let place = el("div");
    let kept = place.clone();
    next(Box::new(move || {
        if let (Some(place), Some(made)) = (kept.0, make().0) {
            // Fails only for a place that is not on the page any more.
            let _ = place.replace_with_with_node_1(&made);
        }
    }));
    place
}

impl El {
    /// Adds elements, in a later slice while the page starts.
    #[must_use]
    pub fn fill(self, content: impl FnOnce() -> Vec<El> + 'static) -> Self {
        self.later(move |element| element.adds(content()))
    }

    /// Goes on with the element, in a later slice while the page starts.
    #[must_use]
    pub fn later(self, work: impl FnOnce(El) -> El + 'static) -> Self {
        let element = self.clone();
        put_off(Box::new(move || drop(work(element))));
        self
    }
}
