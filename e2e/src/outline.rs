//! The page as assistive technology is given it.

use std::collections::HashMap;

use serde_json::Value as Json;

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
        let line = |node: &Json| {
            let (role, name) = (word(node, "role"), word(node, "name"));
            match role {
                "heading" => Some(format!("heading {} {name}", level(node))),
                role if LANDMARKS.contains(&role) => Some(format!("{role} {name}").trim_end().to_owned()),
                _ => None,
            }
        };
        self.told().iter().filter_map(line).collect()
    }

    /// The controls that have no name.
    #[must_use]
    #[track_caller]
    pub fn nameless(&self) -> Vec<String> {
        let is_nameless = |node: &&Json| CONTROLS.contains(&word(node, "role")) && word(node, "name").trim().is_empty();
        self.told().iter().filter(is_nameless).map(|node| format!("{} without a name", word(node, "role"))).collect()
    }

    /// The nodes that are told, in reading order.
    #[track_caller]
    fn told(&self) -> Vec<Json> {
        let tree = self.browser.accessibility_tree();
        let nodes: Vec<&Json> = tree["nodes"].as_array().into_iter().flatten().collect();
        let by_id: HashMap<&str, &Json> =
            nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, *node))).collect();
        let mut told = Vec::new();
        let mut left: Vec<&Json> = nodes.iter().filter(|node| node["parentId"].is_null()).copied().collect();
        while let Some(node) = left.pop() {
            if node["ignored"] != Json::Bool(true) {
                told.push(node.clone());
            }
            let below = node["childIds"].as_array().into_iter().flatten().filter_map(|id| by_id.get(id.as_str()?));
            left.extend(below.rev());
        }
        assert!(told.len() > 5, "the engine hands out no tree: {tree}");
        told
    }
}

fn word<'a>(node: &'a Json, key: &str) -> &'a str {
    node[key]["value"].as_str().unwrap_or_default()
}

fn level(node: &Json) -> u64 {
    let properties = node["properties"].as_array().into_iter().flatten();
    let level = properties.filter(|one| one["name"] == "level").find_map(|one| one["value"]["value"].as_u64());
    level.unwrap_or_default()
}
