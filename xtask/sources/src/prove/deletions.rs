//! Catalogs and categories that lack one thing.

use leimu::catalog::{Catalog, Category, Requirement};

use super::nodes;
use crate::source::Source;

/// What can be deleted at the head of a catalog. Of the repairs only those that change what the
/// source says are looked for in it; a stray tab is not.
pub(super) fn of_head(catalog: &Catalog, source: &Source) -> Vec<(String, Catalog)> {
    // The categories are no part of the head, and most of the bytes.
    let head = Catalog { categories: Vec::new(), ..catalog.clone() };
    let mut changed = Vec::new();
    for at in 0..head.opening.len() {
        let mut less = head.clone();
        let rule = less.opening.remove(at);
        changed.push((format!("opening rule “{}”", rule.words), less));
    }
    for at in 0..head.notes.len() {
        let mut less = head.clone();
        let note = less.notes.remove(at);
        changed.push((format!("note “{}”", note.words), less));
    }
    for at in 0..head.links.len() {
        let mut less = head.clone();
        let link = less.links.remove(at);
        changed.push((format!("link {}", link.address), less));
    }
    for repair in &source.repairs {
        let mut less = head.clone();
        less.repairs.retain(|one| one.line != repair.line);
        changed.push((format!("repair of line {}", repair.line), less));
    }
    let mut less = head;
    less.warning.words = "".into();
    changed.push(("warning".into(), less));
    changed
}

/// A catalog for each category that it could lose.
pub(super) fn of_categories(catalog: &Catalog) -> Vec<(String, Catalog)> {
    // Only the paths and lines matter here, and copying the rest so often takes long.
    let light = |category: &Category| Category {
        also: Vec::new(),
        path: category.path.clone(),
        line: category.line,
        scope: None,
        scene: None,
        words: None,
        requirement: Requirement::of(leimu::catalog::Kind::Unlisted),
        access: Vec::new(),
        supplements: Vec::new(),
        restrictions: Vec::new(),
        reviews: Vec::new(),
        notes: Vec::new(),
        links: Vec::new(),
        doubt: None,
    };
    let light = Catalog { categories: catalog.categories.iter().map(light).collect(), ..catalog.clone() };
    (0..light.categories.len())
        .map(|at| {
            let mut less = light.clone();
            let category = less.categories.remove(at);
            (format!("category {}", category.path), less)
        })
        .collect()
}

/// What can be deleted in one category.
pub(super) fn of_category(category: &Category) -> Vec<(String, Category)> {
    let mut changed: Vec<(String, Category)> = nodes::of(&category.requirement)
        .into_iter()
        .map(|(what, requirement)| (what, Category { requirement, ..category.clone() }))
        .collect();
    if category.scope.is_some() {
        changed.push(("scope".into(), Category { scope: None, ..category.clone() }));
    }
    if category.scene.is_some() {
        changed.push(("scene".into(), Category { scene: None, ..category.clone() }));
    }
    for (at, restriction) in category.restrictions.iter().enumerate().filter(|(_, one)| one.activity.is_some()) {
        let mut less = category.clone();
        less.restrictions[at].activity = None;
        changed.push((format!("activity of “{}”", restriction.words), less));
    }
    each(category, "access", |category| &mut category.access, &mut changed);
    each(category, "supplement", |category| &mut category.supplements, &mut changed);
    each(category, "restriction", |category| &mut category.restrictions, &mut changed);
    each(category, "review", |category| &mut category.reviews, &mut changed);
    each(category, "note", |category| &mut category.notes, &mut changed);
    each(category, "link", |category| &mut category.links, &mut changed);
    changed
}

/// The category without each entry of one of its lists.
fn each<T>(
    category: &Category,
    what: &str,
    list: fn(&mut Category) -> &mut Vec<T>,
    changed: &mut Vec<(String, Category)>,
) {
    let entries = list(&mut category.clone()).len();
    for at in 0..entries {
        let mut less = category.clone();
        list(&mut less).remove(at);
        changed.push((format!("{what} {}", at + 1), less));
    }
}
