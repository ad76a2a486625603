//! Supplements that lead nowhere or in a circle.

use serde_json::{Value, json};

use crate::{catalog, finds};

/// Categories that ask for nothing: their paths and the paths of their supplements.
fn leading(categories: &[(&[&str], &[&[&str]])]) -> Value {
    let supplement =
        |path: &&[&str]| json!({ "name": path.join("-"), "path": path, "activity": "selling", "words": "", "line": 1 });
    let category = |(path, leads): &(&[&str], &[&[&str]])| {
        let supplements: Vec<Value> = leads.iter().map(supplement).collect();
        json!({ "path": path, "line": 1, "requirement": "nothing", "supplements": supplements })
    };
    json!(categories.iter().map(category).collect::<Vec<_>>())
}

#[test]
fn a_supplement_without_a_path_is_told_with_the_category_it_may_mean() {
    for (name, expected) in [
        ("时政信息类目", "nowhere: 时政信息类目"),
        ("证券/期货", "nowhere: 证券/期货, meant 金融业/证券/期货"),
        ("“证券／期货类目”", "nowhere: “证券／期货类目”, meant 金融业/证券/期货"),
        ("金融业-证券/期货类目", "nowhere: 金融业-证券/期货类目, meant 金融业/证券/期货"),
        ("金融业 > 证券/期货", "nowhere: 金融业 > 证券/期货, meant 金融业/证券/期货"),
        ("证券", "nowhere: 证券"),
        ("保险类目", "nowhere: 保险类目, meant 金融业/保险类目"),
    ] {
        let supplement = json!({ "name": name, "activity": "selling", "words": "", "line": 1 });
        let categories = json!([
            { "path": ["股票"], "line": 1, "requirement": "nothing", "supplements": [supplement] },
            { "path": ["金融业", "证券/期货"], "line": 2, "requirement": "nothing" },
            { "path": ["金融业", "保险类目"], "line": 3, "requirement": "nothing" },
        ]);
        finds(&catalog(&json!([]), &categories), &[expected]);
    }
}

#[test]
fn supplements_that_lead_in_a_circle_are_told_once() {
    let (a, b, c): (&[&str], &[&str], &[&str]) = (&["a"], &["b"], &["c", "c"]);
    for (categories, expected) in [
        (leading(&[(a, &[a])]), &["circle: a"][..]),
        (leading(&[(a, &[b]), (b, &[a])]), &["circle: a > b"]),
        (leading(&[(a, &[b, b]), (b, &[a])]), &["circle: a > b"]),
        (leading(&[(a, &[]), (b, &[c]), (c, &[b])]), &["circle: b > c/c"]),
        (leading(&[(a, &[c]), (b, &[a]), (c, &[b])]), &["circle: a > c/c > b"]),
        // One leads into the circle of the others, and one has two ways round.
        (leading(&[(a, &[b]), (b, &[c]), (c, &[b])]), &["circle: b > c/c"]),
        (leading(&[(a, &[b, c]), (b, &[a]), (c, &[a])]), &["circle: a > b", "circle: a > c/c"]),
        (leading(&[(a, &[b, c]), (b, &[c]), (c, &[a])]), &["circle: a > b > c/c", "circle: a > c/c"]),
        (leading(&[(a, &[b, c]), (b, &[c]), (c, &[])]), &[]),
    ] {
        finds(&catalog(&json!([]), &categories), expected);
    }
}

#[test]
fn an_access_method_that_wants_its_own_category_is_told() {
    for (with, expected) in [(json!(["a"]), &["through itself: tags"][..]), (json!(["b"]), &[]), (json!(null), &[])] {
        let access = json!([{ "method": "tags", "with": with, "line": 1 }]);
        let categories = json!([
            { "path": ["a"], "line": 1, "requirement": "nothing", "access": access },
            { "path": ["b"], "line": 2, "requirement": "nothing" },
        ]);
        finds(&catalog(&json!([]), &categories), expected);
    }
}
