//! Catalog, first level, access method and text. They live in the address.

use crate::browser::{self, El, Item, el};
use crate::i18n::messages;
use crate::ui::icon::{Icon, mark};
use crate::ui::{Page, button};

pub(super) fn filters(page: Page) -> El {
    let say = messages();
    let navigation = page.navigation;
    let field = el("input")
        .id("find-category")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("aria-label", say.find_category)
        .attr("placeholder", say.find_category_hint)
        .attr("aria-keyshortcuts", "/")
        .live_value(move || navigation.filters().text)
        .on_input(move |text| navigation.filter(true, |filters| filters.text = text));
    let catalog = el("select")
        .id("catalog")
        .adds(page.checker.data.bundle.catalogs.iter().enumerate().map(|(at, catalog)| {
            option(catalog.id.as_str(), &catalog.short, move || page.checker.answers().catalog == at)
        }))
        .on_change(move |catalog| {
            // A first level or an access method of one catalog means nothing in another.
            navigation.filter(false, |filters| {
                filters.catalog = catalog;
                filters.level.clear();
                filters.access.clear();
            });
        });
    let level = el("select")
        .id("level")
        .live_list(move || {
            let levels = page.checker.rules().map(|rules| rules.catalog.first_levels()).unwrap_or_default();
            let chosen = move |level: &'static str| option(level, level, move || navigation.filters().level == level);
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
            let one = |(id, name): (&'static str, &'static str)| {
                Item::new(id, move || option(id, name, move || navigation.filters().access == id))
            };
            std::iter::once(all).chain(methods(page).into_iter().map(one)).collect()
        })
        .on_change(move |access| navigation.filter(false, |filters| filters.access = access));
    let clear = button("quiet")
        .text(say.clear_filters)
        .live_flag("hidden", move || navigation.filters().is_open())
        .on_click(move || {
            navigation.filter(false, |filters| {
                filters.level.clear();
                filters.access.clear();
                filters.text.clear();
            });
            browser::focus_soon("find-category".to_owned());
        });
    let named = |words: &str, field: El| el("label").add(el("span").text(words)).add(field);
    el("search")
        .class("filters")
        .add(
            el("label")
                .class("find")
                .add(mark(Icon::Lens))
                .add(field)
                .add(el("kbd").attr("aria-hidden", "true").text("/")),
        )
        .add(named(say.catalog, catalog))
        .add(named(say.level, level))
        .add(named(say.access, access).live_flag("hidden", move || methods(page).is_empty()))
        .add(clear)
}

fn option(value: &str, words: &str, is_chosen: impl Fn() -> bool + 'static) -> El {
    el("option").attr("value", value).text(words).live_selected(is_chosen)
}

/// The access methods that some category of the catalog opens.
fn methods(page: Page) -> Vec<(&'static str, &'static str)> {
    let categories = page.checker.rules().map(|rules| rules.catalog.categories.as_slice()).unwrap_or_default();
    let is_used =
        |id: &str| categories.iter().any(|category| category.access.iter().any(|access| access.method.as_str() == id));
    let methods = page.checker.data.bundle.registry.access_methods.iter();
    methods.filter(|method| is_used(method.id.as_str())).map(|method| (method.id.as_str(), &*method.zh)).collect()
}
