//! The page as assistive technology is given it.

use crate::engine::Told;
use crate::page::Page;

/// What a person moves between.
const LANDMARKS: [&str; 8] =
    ["banner", "navigation", "main", "search", "form", "region", "complementary", "contentinfo"];

/// What a person acts on.
const CONTROLS: [&str; 10] = [
    "button",
    "link",
    "textbox",
    "searchbox",
    "combobox",
    "radio",
    "checkbox",
    "spinbutton",
    "Date",
    "DisclosureTriangle",
];

impl Page {
    /// Landmarks and headings in the order in which they are read: `navigation 主菜单`, `heading 2 补齐方案`.
    #[must_use]
    #[track_caller]
    pub fn outline(&self) -> Vec<String> {
        let line = |Told { role, name, level }: &Told| match role.as_str() {
            "heading" => Some(format!("heading {level} {name}")),
            role if LANDMARKS.contains(&role) => Some(format!("{role} {name}").trim_end().to_owned()),
            _ => None,
        };
        self.told().iter().filter_map(line).collect()
    }

    /// The controls that have no name.
    #[must_use]
    #[track_caller]
    pub fn nameless(&self) -> Vec<String> {
        let is_nameless = |one: &&Told| CONTROLS.contains(&one.role.as_str()) && one.name.trim().is_empty();
        self.told().iter().filter(is_nameless).map(|one| format!("{} without a name", one.role)).collect()
    }

    #[track_caller]
    fn told(&self) -> Vec<Told> {
        let told = self.browser.told();
        assert!(told.len() > 5, "the engine tells nothing: {told:?}");
        told
    }
}
