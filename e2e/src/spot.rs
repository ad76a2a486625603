//! A thing on the page, found anew at every use by what a person calls it: nothing goes stale.

use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use serde_json::{Value as Json, json};

use crate::page::{Page, insist};

/// The key under which WebDriver hands out elements.
pub(crate) const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Where something stands; it need not be there yet.
#[derive(Debug, Clone)]
pub struct Spot<'a> {
    page: &'a Page,
    steps: Vec<Json>,
    words: String,
}

impl Page {
    /// Whatever the selector finds.
    #[must_use]
    pub fn spot(&self, selector: &str) -> Spot<'_> {
        Spot { page: self, steps: Vec::new(), words: String::new() }.inside(selector, None, true)
    }

    /// The area with this name: a fieldset, a paper, a draft, a section. Part of the name will do.
    #[must_use]
    pub fn area(&self, name: &str) -> Spot<'_> {
        let none = Spot { page: self, steps: Vec::new(), words: String::new() };
        none.inside("fieldset, article, li.draft, section[aria-labelledby], section.card", Some(name), false)
    }

    /// The button with this name.
    #[must_use]
    pub fn button(&self, name: &str) -> Spot<'_> {
        self.spot("body").button(name)
    }

    /// The link with this name.
    #[must_use]
    pub fn link(&self, name: &str) -> Spot<'_> {
        self.spot("body").inside("a[href]", Some(name), true)
    }

    /// The field with this label.
    #[must_use]
    pub fn field(&self, label: &str) -> Spot<'_> {
        self.spot("body").field(label)
    }

    /// The line of a category in the result list (“教育/驾校培训”).
    #[must_use]
    pub fn line(&self, path: &str) -> Spot<'_> {
        self.spot("body").inside("a.row", Some(path), true)
    }
}

impl<'a> Spot<'a> {
    fn inside(mut self, selector: &str, name: Option<&str>, whole: bool) -> Self {
        self.steps.push(json!([selector, name, whole]));
        self.words = match name {
            Some(name) => format!("{} {selector} “{name}”", self.words),
            None => format!("{} {selector}", self.words),
        };
        self
    }

    /// The button with this name in here.
    #[must_use]
    pub fn button(self, name: &str) -> Self {
        self.inside("button, summary", Some(name), true)
    }

    /// The field with this label in here.
    #[must_use]
    pub fn field(self, label: &str) -> Self {
        self.inside("input, select", Some(label), true)
    }

    /// The choice with this label in here: a radio button or a box to tick, by its label.
    #[must_use]
    pub fn choice(self, label: &str) -> Self {
        self.inside("label", Some(label), true)
    }

    /// The area with this name in here.
    #[must_use]
    pub fn area(self, name: &str) -> Self {
        self.inside("fieldset, article", Some(name), false)
    }

    /// How many there are now.
    #[track_caller]
    pub fn count(&self) -> usize {
        self.page
            .probe("count", &[json!(self.steps)])
            .as_u64()
            .and_then(|many| many.try_into().ok())
            .unwrap_or_default()
    }

    /// Waits until it is there.
    #[track_caller]
    pub fn expect(&self) {
        self.page.expect(&format!("there is {}", self.words), true, |_| self.count() > 0);
    }

    /// Waits until it is not there.
    #[track_caller]
    pub fn expect_none(&self) {
        self.page.expect(&format!("there is no {}", self.words), 0, |_| self.count());
    }

    /// Clicks it as soon as it can be clicked.
    #[track_caller]
    pub fn click(&self) {
        const COMES_TO_REST: &str = "const [one, done] = arguments;
            one.scrollIntoView({ block: 'nearest', behavior: 'instant' });
            const look = (before) => {
                const { x, y } = one.getBoundingClientRect();
                const now = `${x} ${y}`;
                now === before ? done() : setTimeout(look, 16, now);
            };
            look();";
        self.act(async |element| {
            if !self.page.browser.clicks_at_once() {
                let there = serde_json::to_value(&element)?;
                element.clone().client().execute_async(COMES_TO_REST, vec![there]).await?;
            }
            element.click().await
        });
    }

    /// Types into it, after what is there.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.act(async |element| match element.send_keys(text).await {
            // Some engines give the focus to a field in a frame only where the visitor has clicked.
            Err(error) if error.is_element_not_interactable() => {
                element.click().await?;
                element.send_keys(text).await
            }
            typed => typed,
        });
    }

    /// Empties it as a person does, letter by letter, and types.
    #[track_caller]
    pub fn retype(&self, text: &str) {
        let old = self.value().chars().count();
        let rubbed: String = "\u{e003}".repeat(old);
        self.act(async |element| element.send_keys(&format!("\u{e010}{rubbed}{text}")).await);
    }

    /// Enters a day (`2027-01-31`) as the browser's calendar does: which keys mean it differs from
    /// place to place.
    #[track_caller]
    pub fn enter_date(&self, day: &str) {
        let enter = "const [field, day] = arguments; field.focus(); field.value = day;
            for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));";
        self.act(async |element| {
            let field = serde_json::to_value(&element)?;
            element.client().execute(enter, vec![field, json!(day)]).await
        });
    }

    /// Chooses an option of a list by its words.
    #[track_caller]
    pub fn select(&self, option: &str) {
        self.act(async |element| element.select_by_label(option).await);
    }

    /// What stands in the field, or “true” and “false” of a choice.
    #[track_caller]
    pub fn value(&self) -> String {
        self.property("value")
    }

    /// Whether it is chosen or ticked.
    #[track_caller]
    pub fn is_checked(&self) -> bool {
        let control = self.clone().inside("input", None, true);
        control.property("checked") == "true"
    }

    #[track_caller]
    fn property(&self, property: &str) -> String {
        self.act(async |element| element.prop(property).await).unwrap_or_default()
    }

    /// Finds it and acts on it, again and again while it is not there yet, not ready, or gone
    /// between the two.
    #[track_caller]
    fn act<T>(&self, action: impl AsyncFn(Element) -> Result<T, CmdError>) -> T {
        insist(|| {
            let found = self.page.try_probe("find", &[json!(self.steps)])?;
            let all: Vec<&str> =
                found.as_array().into_iter().flatten().filter_map(|one| one[ELEMENT].as_str()).collect();
            let [one] = all[..] else {
                return Err(format!("there are {} of {} at {}", all.len(), self.words, self.page.address()));
            };
            let element = |client| Element::from_element_id(client, ElementRef::from(one.to_owned()));
            self.page.browser.try_ask(async |client| action(element(client)).await).map_err(|error| {
                // What is far from the window may not be laid out yet, and has no place that could be clicked.
                let nearer = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
                let there = vec![json!({ ELEMENT: one })];
                self.page.browser.try_ask(async |client| client.execute(nearer, there).await).ok();
                format!("{}: {error:?}", self.words)
            })
        })
    }
}
