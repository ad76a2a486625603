//! The page as a visitor has it in front of them: where it is, what it shows, keys and tabs.

use std::cell::{Cell, RefCell};
use std::fmt::Debug;
use std::thread;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::key::Key;
use fantoccini::wd::WindowHandle;
use serde_json::Value as Json;

use crate::browser::Browser;
use crate::site::Site;
use crate::spot::ELEMENT;

/// How long anything may take that the page does by itself.
pub(crate) const SOON: Duration = Duration::from_secs(10);
/// How long loading may take: an unoptimised build on a busy machine is slow.
const LOADED: Duration = Duration::from_secs(60);
/// Between two looks.
const BLINK: Duration = Duration::from_millis(20);

/// A tab of the browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab(WindowHandle);

/// The page, in a browser, from a site.
#[derive(Debug)]
pub struct Page {
    /// The browser.
    pub browser: Browser,
    /// Where the page comes from.
    pub site: Site,
    /// What the page in front had loaded when it was there; none before the first visit.
    loaded: RefCell<Option<Vec<Json>>>,
    /// Whether it came from a file, whose storage every file shares and no visit leaves behind.
    was_file: Cell<bool>,
}

impl Page {
    /// Nothing is opened yet.
    #[must_use]
    pub fn new(browser: Browser, site: Site) -> Self {
        Self { browser, site, loaded: RefCell::default(), was_file: Cell::default() }
    }

    /// Ends a visit that went well, and hands the browser on where nothing of it is left for the next.
    pub(crate) fn end(self) {
        if !self.was_file.get() {
            self.browser.give_back();
        }
    }

    /// Goes to a place (`#/drafts`) by the address bar and waits until the page is there.
    #[track_caller]
    pub fn open(&self, place: &str) {
        self.load(&format!("{}{place}", self.site.url()));
        self.wait_loaded();
    }

    /// Goes to an address that need not be the page's.
    #[track_caller]
    pub fn load(&self, address: &str) {
        self.expect_quiet();
        self.loaded.replace(None);
        self.prepare();
        self.was_file.set(self.was_file.get() || address.starts_with("file:"));
        self.browser.go_to(address);
    }

    /// Leaves to the site what the browser cannot do.
    fn prepare(&self) {
        if let Some(script) = self.browser.left_to_site() {
            self.site.run_ahead(&script);
        }
    }

    /// Loads again what is there.
    #[track_caller]
    pub fn reload(&self) {
        self.expect_quiet();
        self.prepare();
        self.browser.reload();
        self.wait_loaded();
    }

    /// Does what loads the page anew, and waits until that has happened and the page is there.
    #[track_caller]
    pub fn load_by(&self, act: impl FnOnce(&Self), has_happened: impl FnMut(&Self) -> bool) {
        self.expect_quiet();
        self.loaded.replace(None);
        act(self);
        self.expect("it is loaded anew", true, has_happened);
        self.wait_loaded();
    }

    /// Waits until the page has taken the place of its static frame.
    #[track_caller]
    pub fn wait_loaded(&self) {
        let begun = Instant::now();
        while self.probe("isReady", &[]) != Json::Bool(true) {
            assert!(
                begun.elapsed() < LOADED,
                "the page did not start within {LOADED:?}; it shows: {}",
                self.text("body")
            );
            thread::sleep(BLINK);
        }
        self.settle();
    }

    /// Takes what was asked for until now as part of loading.
    #[track_caller]
    fn settle(&self) {
        let loaded = self.probe("resources", &[]);
        self.loaded.replace(Some(loaded.as_array().cloned().unwrap_or_default()));
        drop(self.site.new_requests());
    }

    /// Nothing was asked for since the page was there: neither by the server's record nor by the
    /// browser's.
    #[track_caller]
    pub fn expect_quiet(&self) {
        let Some(loaded) = self.loaded.borrow().clone() else { return };
        let asked = self.site.new_requests();
        assert!(asked.is_empty(), "requests after loading: {asked:?}");
        let now = self.probe("resources", &[]);
        assert_eq!(now.as_array(), Some(&loaded), "the browser's record of resources has changed after loading");
    }

    /// One step back in the history.
    #[track_caller]
    pub fn back(&self) {
        self.browser.ask(async |client| client.back().await);
    }

    /// One step forward in the history.
    #[track_caller]
    pub fn forward(&self) {
        self.browser.ask(async |client| client.forward().await);
    }

    /// The fragment of the address, as a person reads it.
    #[track_caller]
    pub fn address(&self) -> String {
        self.probe("address", &[]).as_str().unwrap_or_default().to_owned()
    }

    /// The title of the tab.
    #[track_caller]
    pub fn title(&self) -> String {
        self.browser.ask(async |client| client.title().await)
    }

    /// Runs a script in the page: for what no visitor does, such as filling the storage.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: Vec<Json>) -> Json {
        self.browser.ask(async |client| client.execute(script, arguments).await)
    }

    /// Waits until `read` gives what is expected; `what` names it if it never does.
    #[track_caller]
    pub fn expect<E, T>(&self, what: &str, expected: E, mut read: impl FnMut(&Self) -> T)
    where
        T: PartialEq<E> + Debug,
        E: Debug,
    {
        self.expect_within(SOON, what, &expected, &mut read);
    }

    /// The same of what may take as long as loading the page.
    #[track_caller]
    pub fn expect_loaded<E, T>(&self, what: &str, expected: E, mut read: impl FnMut(&Self) -> T)
    where
        T: PartialEq<E> + Debug,
        E: Debug,
    {
        self.expect_within(LOADED, what, &expected, &mut read);
    }

    #[track_caller]
    fn expect_within<E, T>(&self, limit: Duration, what: &str, expected: &E, read: &mut dyn FnMut(&Self) -> T)
    where
        T: PartialEq<E> + Debug,
        E: Debug,
    {
        let begun = Instant::now();
        loop {
            let seen = read(self);
            if seen == *expected {
                return;
            }
            assert!(
                begun.elapsed() < limit,
                "{what}\n expected: {expected:?}\n     seen: {seen:?}\nat {} after {limit:?}",
                self.address()
            );
            thread::sleep(BLINK);
        }
    }

    /// Waits until what the selector finds shows these words somewhere.
    #[track_caller]
    pub fn expect_text(&self, selector: &str, words: &str) {
        let begun = Instant::now();
        loop {
            let seen = self.text(selector);
            if seen.contains(words) {
                return;
            }
            assert!(begun.elapsed() < SOON, "{selector}\n expected: {words}\n     seen: {seen}");
            thread::sleep(BLINK);
        }
    }

    /// Presses a key, wherever the focus is.
    #[track_caller]
    pub fn press(&self, key: Key) {
        self.strike(key.into());
    }

    /// Types a text, wherever the focus is.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        text.chars().for_each(|letter| self.strike(letter));
    }

    #[track_caller]
    fn strike(&self, value: char) {
        let keys = KeyActions::new("keyboard".to_owned()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
        self.browser.ask(async |client| client.perform_actions(keys).await);
    }

    /// Presses Tab until the element of this id, or of this name, has the focus.
    #[track_caller]
    pub fn tab_to(&self, wanted: &str) {
        let mut passed = Vec::new();
        for _ in 0..150 {
            self.press(Key::Tab);
            let (id, name) = self.focus();
            if id == wanted || name == wanted {
                return;
            }
            passed.push(if id.is_empty() { name } else { format!("#{id}") });
        }
        panic!("Tab never came to “{wanted}”, but to {passed:?}");
    }

    /// The tab in front.
    #[track_caller]
    pub fn tab(&self) -> Tab {
        Tab(self.browser.ask(async |client| client.window().await))
    }

    /// Opens a further tab of the same browser at a place, and brings it to the front.
    #[track_caller]
    pub fn open_tab(&self, place: &str) -> Tab {
        self.expect_quiet();
        let as_tab = self.browser.shows_new_tabs();
        let new = self.browser.ask(async |client| client.new_window(as_tab).await);
        self.browser.ask(async |client| client.switch_to_window(new.handle).await);
        self.loaded.replace(None);
        self.open(place);
        self.tab()
    }

    /// Brings a tab to the front in which the page is already there.
    #[track_caller]
    pub fn switch_to(&self, tab: &Tab) {
        self.expect_quiet();
        let handle = tab.0.clone();
        self.browser.ask(async |client| client.switch_to_window(handle).await);
        self.settle();
    }

    /// Closes the tab in front in the middle of whatever it does, and brings another to the front.
    #[track_caller]
    pub fn close_for(&self, next: &Tab) {
        self.loaded.replace(None);
        self.browser.ask(async |client| client.close_window().await);
        self.switch_to(next);
    }

    /// Goes into the first frame of the document and waits until the page is there.
    #[track_caller]
    pub fn enter_frame(&self) {
        self.browser.ask(async |client| client.enter_frame(0).await);
        self.wait_loaded();
    }
}

impl Page {
    /// Goes into the frame of the embedded card or checker at this position in a host's page, and waits
    /// until the page is there.
    #[track_caller]
    pub fn enter_embed(&self, at: usize) {
        const FRAME: &str = "const all = document.querySelectorAll('leimu-card, leimu-checker');
            return all[arguments[0]]?.shadowRoot?.querySelector('iframe')";
        let begun = Instant::now();
        let frame = loop {
            let found = self.run(FRAME, vec![Json::from(at)]);
            if let Some(frame) = found[ELEMENT].as_str() {
                break ElementRef::from(frame.to_owned());
            }
            assert!(begun.elapsed() < LOADED, "there is no frame {at} on the page; it shows: {}", self.text("body"));
            thread::sleep(BLINK);
        };
        self.browser.ask(async |client| Element::from_element_id(client, frame).enter_frame().await);
        self.wait_loaded();
    }

    /// Brings a tab to the front that the page has opened by itself.
    #[track_caller]
    pub fn switch_to_opened(&self, known: &Tab) {
        let handles = || self.browser.ask(async |client| client.windows().await);
        self.expect("a further tab", true, |_| handles().len() > 1);
        if let Some(opened) = handles().into_iter().find(|handle| *handle != known.0) {
            self.browser.ask(async |client| client.switch_to_window(opened).await);
        }
    }

    /// Makes the window so high that frames which are as high as their content fit in: not every driver scrolls the
    /// page around a frame to where it clicks.
    #[track_caller]
    pub fn show_whole_frames(&self) {
        self.browser.set_viewport(1280, 4000);
    }

    /// Goes back to the page around the frame.
    #[track_caller]
    pub fn leave_frame(&self) {
        self.loaded.replace(None);
        self.browser.ask(async |client| client.enter_parent_frame().await);
    }

    /// Takes all the room there is in the storage, down to the last letter.
    #[track_caller]
    pub fn use_up_storage(&self) {
        const FILL: &str = "let piece = 'x'.repeat(1 << 20), filler = '';
            while (piece.length > 0) {
                try { localStorage.setItem('filler', filler + piece); filler += piece; }
                catch { piece = piece.slice(0, piece.length >> 1); }
            }";
        self.run(FILL, Vec::new());
    }

    /// Waits for so many frames of the browser's: what it does by itself is done by then.
    #[track_caller]
    pub fn let_pass(&self, frames: u32) {
        const PASS: &str = "let [left, done] = arguments;
            const next = () => (left-- > 0 ? requestAnimationFrame(next) : done());
            next();";
        self.browser.ask(async |client| client.execute_async(PASS, vec![Json::from(frames)]).await);
    }
}

/// Tries until it succeeds; the last refusal is the reason where it never does.
#[track_caller]
pub(crate) fn insist<T>(mut attempt: impl FnMut() -> Result<T, String>) -> T {
    let begun = Instant::now();
    loop {
        match attempt() {
            Ok(value) => return value,
            Err(reason) => assert!(begun.elapsed() < SOON, "{reason}"),
        }
        thread::sleep(BLINK);
    }
}
