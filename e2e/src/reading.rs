//! What is on screen, read in one go, so that nothing changes between two looks.

use serde_json::{Value as Json, json};

use crate::page::Page;

const PROBE: &str = include_str!("probe.js");

/// The categories of one verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The id of its heading: `ready`, `ask`, `missing`, `closed`, `on-request`, `unlisted`.
    pub id: String,
    /// The number in its heading.
    pub count: usize,
    /// Only its heading is shown.
    pub folded: bool,
    /// Its lines.
    pub rows: Vec<Row>,
}

/// A line of the result list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The names above and its own, joined with “/”.
    pub path: String,
    /// What is missing, or why.
    pub what: String,
    /// Access methods and marks.
    pub tags: Vec<String>,
}

impl Page {
    /// Asks the script beside this file.
    #[track_caller]
    pub fn probe(&self, question: &str, arguments: &[Json]) -> Json {
        self.try_probe(question, arguments).unwrap_or_else(|reason| panic!("the browser refused: {reason}"))
    }

    /// The same where the page may change while it answers: the reason, if it did.
    pub(crate) fn try_probe(&self, question: &str, arguments: &[Json]) -> Result<Json, String> {
        let script = format!("{PROBE}\nreturn probe[arguments[0]](...arguments[1]);");
        let arguments = vec![json!(question), json!(arguments)];
        let answer = self.browser.try_ask(async |client| client.execute(&script, arguments).await);
        answer.map_err(|error| error.to_string())
    }

    /// Every group of the result list, in the order on screen.
    #[track_caller]
    pub fn groups(&self) -> Vec<Group> {
        list(&self.probe("groups", &[]), |group| Group {
            id: word(group, "id"),
            count: group["count"].as_u64().and_then(|count| count.try_into().ok()).unwrap_or(usize::MAX),
            folded: group["folded"] == json!(true),
            rows: list(&group["rows"], |row| Row {
                path: word(row, "path"),
                what: word(row, "what"),
                tags: list(&row["tags"], |tag| tag.as_str().unwrap_or_default().to_owned()),
            }),
        })
    }

    /// The ids of the groups with the numbers in their headings.
    #[track_caller]
    pub fn counts(&self) -> Vec<(String, usize)> {
        self.groups().into_iter().map(|group| (group.id, group.count)).collect()
    }

    /// The group in which a category stands (“教育/驾校培训”), and its line.
    #[track_caller]
    pub fn row(&self, path: &str) -> Option<(String, Row)> {
        self.groups()
            .into_iter()
            .find_map(|group| group.rows.into_iter().find(|row| row.path == path).map(|row| (group.id, row)))
    }

    /// The group in which a category stands.
    #[track_caller]
    pub fn verdict(&self, path: &str) -> Option<String> {
        self.row(path).map(|(verdict, _)| verdict)
    }

    /// The visible texts of everything that the selector finds.
    #[track_caller]
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.words("texts", &[json!(selector)])
    }

    /// The visible texts of everything that the selector finds, in one.
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        self.texts(selector).join(" ")
    }

    /// What a list offers.
    #[track_caller]
    pub fn options(&self, selector: &str) -> Vec<String> {
        self.words("options", &[json!(selector)])
    }

    /// The heading of the place.
    #[track_caller]
    pub fn heading(&self) -> String {
        self.text("h1")
    }

    /// The id and the name of what has the focus.
    #[track_caller]
    pub fn focus(&self) -> (String, String) {
        let focus = self.probe("focus", &[]);
        let part = |at: usize| focus[at].as_str().unwrap_or_default().to_owned();
        (part(0), part(1))
    }

    /// Whether all of what the selector finds is in the window.
    #[track_caller]
    pub fn is_in_window(&self, selector: &str) -> bool {
        self.probe("inWindow", &[json!(selector)]) == json!(true)
    }

    /// What sticks out of the window, where it scrolls sideways.
    #[track_caller]
    pub fn overflow(&self) -> Vec<String> {
        self.words("overflow", &[])
    }

    /// The controls that are less than 24 pixels high or wide.
    #[track_caller]
    pub fn small_controls(&self) -> Vec<String> {
        self.words("small", &[])
    }

    #[track_caller]
    fn words(&self, question: &str, arguments: &[Json]) -> Vec<String> {
        list(&self.probe(question, arguments), |word| word.as_str().unwrap_or_default().to_owned())
    }

    /// What is stored, by key.
    #[track_caller]
    pub fn storage(&self) -> Vec<(String, String)> {
        let stored = self.probe("storage", &[]);
        let entries = stored.as_object().into_iter().flatten();
        entries.map(|(key, text)| (key.clone(), text.as_str().unwrap_or_default().to_owned())).collect()
    }
}

fn list<T>(value: &Json, read: impl FnMut(&Json) -> T) -> Vec<T> {
    value.as_array().into_iter().flatten().map(read).collect()
}

fn word(value: &Json, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}
