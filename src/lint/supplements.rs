//! Where supplements and access methods lead.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use crate::catalog::{Catalog, Category, CategoryPath, bare};

use super::finding::{Finding, Place, What};

/// Supplements of this category that the catalog does not list.
pub(super) fn nowhere(at: usize, category: &Category, catalog: &Catalog) -> Vec<Finding> {
    let is_listed =
        |path: &Option<CategoryPath>| path.as_ref().is_some_and(|path| catalog.under(path).next().is_some());
    let lost = category.supplements.iter().filter(|supplement| !is_listed(&supplement.path));
    lost.map(|supplement| {
        let name = called(&supplement.name);
        let known = catalog.categories.iter().map(|category| &category.path);
        let meant =
            known.into_iter().find(|path| called(path.last_level()) == name || called(&path.to_string()) == name);
        let place = Place::beside(at, category, supplement.line, supplement.words.as_deref().map(Arc::from));
        Finding { place, what: What::SupplementNowhere { name: supplement.name.clone(), meant: meant.cloned() } }
    })
    .collect()
}

/// A name without the quotes and the “类目” that sources add, and with one mark between levels.
fn called(name: &str) -> String {
    let plain: String = bare(name)
        .chars()
        .filter(|letter| !matches!(letter, '“' | '”' | '"' | '「' | '」'))
        .map(|letter| if matches!(letter, '-' | '－' | '—' | '–' | '>' | '＞') { '/' } else { letter })
        .collect();
    plain.strip_suffix("类目").unwrap_or(&plain).to_owned()
}

/// Access methods of this category that want the category itself to be open as well.
pub(super) fn access_through_itself(at: usize, category: &Category) -> Vec<Finding> {
    let own = category.access.iter().filter(|access| access.with.as_ref() == Some(&category.path));
    own.map(|access| {
        let place = Place::beside(at, category, access.line, None);
        Finding { place, what: What::AccessThroughItself { method: access.method.clone() } }
    })
    .collect()
}

/// Circles of supplements, whatever activities they are for. Each stands at the earliest of its
/// categories. Every supplement that leads in a circle is in one of these, in the shortest that
/// it is part of; where circles cross, there are more ways round, and none of them is new.
pub(super) fn circles(catalog: &Catalog) -> Vec<Finding> {
    let positions: HashMap<&CategoryPath, usize> =
        catalog.categories.iter().enumerate().map(|(at, category)| (&category.path, at)).collect();
    let leads = |category: &Category| -> Vec<usize> {
        // “Choose that one instead” may well be said by both.
        let added = category.supplements.iter().filter(|supplement| !supplement.instead);
        let paths = added.filter_map(|supplement| supplement.path.as_ref());
        paths.filter_map(|path| positions.get(path).copied()).collect()
    };
    let leads: Vec<Vec<usize>> = catalog.categories.iter().map(leads).collect();
    let mut circles: Vec<Vec<usize>> = Vec::new();
    for (from, targets) in leads.iter().enumerate() {
        for &target in targets {
            let Some(mut circle) = shortest(target, from, &leads) else { continue };
            let earliest = circle.iter().min().and_then(|least| circle.iter().position(|one| one == least));
            circle.rotate_left(earliest.unwrap_or(0));
            if !circles.contains(&circle) {
                circles.push(circle);
            }
        }
    }
    circles.iter().filter_map(|circle| told(circle, catalog)).collect()
}

/// The shortest way from one category to another, both included.
fn shortest(from: usize, to: usize, leads: &[Vec<usize>]) -> Option<Vec<usize>> {
    let mut came_from: HashMap<usize, usize> = HashMap::from([(from, from)]);
    let mut next = VecDeque::from([from]);
    while let Some(at) = next.pop_front() {
        if at == to {
            let mut way = vec![at];
            let mut at = at;
            while let Some(&before) = came_from.get(&at).filter(|before| **before != at) {
                way.push(before);
                at = before;
            }
            way.reverse();
            return Some(way);
        }
        for &target in leads.get(at)? {
            came_from.entry(target).or_insert_with(|| {
                next.push_back(target);
                at
            });
        }
    }
    None
}

fn told(circle: &[usize], catalog: &Catalog) -> Option<Finding> {
    let categories = || circle.iter().filter_map(|&at| catalog.categories.get(at));
    let (at, category) = (*circle.first()?, categories().next()?);
    let second = categories().nth(1).unwrap_or(category);
    let supplement = category.supplements.iter().find(|supplement| supplement.path.as_ref() == Some(&second.path))?;
    let place = Place::beside(at, category, supplement.line, supplement.words.as_deref().map(Arc::from));
    let paths = categories().map(|category| category.path.clone()).collect();
    Some(Finding { place, what: What::SupplementCircle { paths } })
}
