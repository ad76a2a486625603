//! Catalog, first level, access method, business and text. They live in the address.

use crate::address::{Filters, Place};
use crate::browser::{self, El, Item, el};
use crate::catalog::Catalog;
use crate::i18n::messages;
use crate::ui::icon::{Icon, mark};
use crate::ui::names::{CHINESE, is_foreign};
use crate::ui::{Page, button, link, search_field};
use crate::wording::{method_words, name_words};

pub(super) fn filters(page: Page) -> El {
    let say = messages();
    let navigation = page.navigation;
    let field = search_field("find-category", say.find_category, say.find_category_hint)
        .live_value(move || navigation.filters().text)
        .on_input(move |text| navigation.filter(true, |filters| filters.text = text));
    let catalog = el("select")
        .id("catalog")
        .adds(page.library.bundled().catalogs().map(|catalog| of_catalog(page, catalog)))
        .add_some(own_catalogs(page))
        .on_change(move |catalog| {
            // A first level or an access method of one catalog means nothing in another; a business does.
            navigation.filter(false, |filters| {
                filters.catalog = catalog;
                filters.level.clear();
                filters.access.clear();
            });
        });
    let level = el("select")
        .id("level")
        .live_list(move || {
            let levels = page.checker.rules().catalog.first_levels();
            let chosen = move |level: &'static str| {
                option(level, &called(page, level), move || navigation.filters().level == level)
            };
            let all = Item::new("", move || option("", say.any, move || navigation.filters().level.is_empty()));
            std::iter::once(all)
                .chain(levels.into_iter().map(|level| Item::new(level, move || chosen(level))))
                .collect()
        })
        .on_change(move |level| navigation.filter(false, |filters| filters.level = level));
    let access = el("select")
        .id("access")
        .live_list(move || {
            let all = Item::new("", move || option("", say.any, move || navigation.filters().access.is_empty()));
            let one = |(id, name): (&'static str, String)| {
                Item::new(id, move || option(id, &name, move || navigation.filters().access == id))
            };
            std::iter::once(all).chain(methods(page).into_iter().map(one)).collect()
        })
        .on_change(move |access| navigation.filter(false, |filters| filters.access = access));
    let business = el("select")
        .id("business")
        .live_list(move || {
            let all = Item::new("", move || option("", say.any, move || navigation.filters().business.is_empty()));
            let one = |name: String| {
                let value = name.clone();
                Item::new(name, move || {
                    let own = value.clone();
                    option(&value, &called(page, &value), move || navigation.filters().business == own)
                })
            };
            std::iter::once(all).chain(businesses(page).into_iter().map(one)).collect()
        })
        .on_change(move |business| navigation.filter(false, |filters| filters.business = business));
    let clear = button("quiet")
        .text(say.clear_filters)
        .live_flag("hidden", move || navigation.filters().is_open())
        .on_click(move || {
            navigation.filter(false, |filters| {
                *filters = Filters { catalog: std::mem::take(&mut filters.catalog), ..Filters::default() };
            });
            browser::focus_soon("find-category".to_owned());
        });
    let named = |words: &str, field: El| el("label").add(el("span").text(words)).add(field);
    el("search")
        .class("filters")
        .add(el("label").class("find").add(mark(Icon::Lens)).add(field))
        .add(named(say.catalog, catalog))
        .add(named(say.level, level))
        .add(named(say.access, access).live_flag("hidden", move || methods(page).is_empty()))
        .add(named(say.business, business))
        .add(clear)
        .add(
            el("p")
                .class("src elsewhere")
                .live_flag("hidden", move || navigation.filters().business.is_empty())
                .live(move || elsewhere(page)),
        )
}

/// A name, with its original beside it.
fn called(page: Page, name: &str) -> String {
    name_words(name, page.data().registry, messages()).text()
}

fn option(value: &str, words: &str, is_chosen: impl Fn() -> bool + 'static) -> El {
    let option = el("option").attr("value", value).text(words).live_selected(is_chosen);
    // Nothing stands inside of an option but text.
    if is_foreign(words) { option.attr("lang", CHINESE) } else { option }
}

fn of_catalog(page: Page, catalog: &'static Catalog) -> El {
    option(catalog.id.as_str(), &called(page, &catalog.short), move || page.checker.rules().catalog.id == catalog.id)
}

/// The visitor's own catalogs, apart from the bundled ones.
fn own_catalogs(page: Page) -> Option<El> {
    let own = page.library.own();
    let options = own.iter().map(|own| of_catalog(page, own.catalog));
    (!own.is_empty()).then(|| el("optgroup").attr("label", messages().own_catalogs).adds(options))
}

/// The businesses of the catalog, and the one that is chosen, even where the catalog has none of it.
fn businesses(page: Page) -> Vec<String> {
    let chosen = page.navigation.filters().business;
    let catalog = &page.checker.rules().catalog.id;
    let businesses = page.data().links.businesses.iter();
    let known = businesses.filter(|one| one.categories.contains_key(catalog) || *one.zh == *chosen);
    known.map(|one| one.zh.to_string()).collect()
}

/// The chosen business in the other catalogs, with the number of its categories there.
fn elsewhere(page: Page) -> Vec<El> {
    let say = messages();
    let data = page.data();
    let filters = page.navigation.filters();
    let own = &page.checker.rules().catalog.id;
    let business = data.links.business_called(&filters.business);
    let others = data.catalogs().filter(|catalog| catalog.id != *own).filter_map(|catalog| {
        let many = business?.categories.get(&catalog.id)?.len();
        let there =
            Filters { catalog: catalog.id.to_string(), business: filters.business.clone(), ..Filters::default() };
        Some(link(&Place::Checker(there).fragment(), &(say.business_there)(&called(page, &catalog.short), many)))
    });
    let others: Vec<El> = others.collect();
    if others.is_empty() {
        Vec::new()
    } else {
        std::iter::once(el("span").text(say.business_elsewhere)).chain(others).collect()
    }
}

/// The access methods that some category of the catalog opens.
fn methods(page: Page) -> Vec<(&'static str, String)> {
    let categories = &page.checker.rules().catalog.categories;
    let is_used =
        |id: &str| categories.iter().any(|category| category.access.iter().any(|access| access.method.as_str() == id));
    let methods = page.data().registry.access_methods.iter();
    methods
        .filter(|method| is_used(method.id.as_str()))
        .map(|method| (method.id.as_str(), method_words(method, messages()).text()))
        .collect()
}
