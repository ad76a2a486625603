//! Every draft: open, rename, delete with undo, and what could not be read.

use leptos::prelude::{Get, GetUntracked, RwSignal, Set, Update};

use super::app::{called, marked_button};
use super::icon::{Icon, mark};
use super::names::named_link;
use super::{Page, button, heading, p, save_button};
use crate::address::Place;
use crate::browser::{self, El, Item, el};
use crate::draft::Target;
use crate::i18n::messages;
use crate::profile::Date;
use crate::state::Unreadable;
use crate::wording::{category_words, name_words};

/// The id of the button that brings a deleted draft back.
const UNDO: &str = "undo-delete";

const MILLISECONDS_OF_A_DAY: u64 = 86_400_000;

pub(super) fn screen(page: Page) -> Vec<El> {
    let say = messages();
    let deleted = el("div").attr("role", "status").live(move || {
        let undo = |name: &str| {
            let back = button("soft").id(UNDO).text(say.undo).on_click(move || page.drafts.undo_delete());
            p("notice", &(say.deleted)(name)).add(back)
        };
        page.drafts.deleted().iter().map(|draft| undo(called(draft))).collect()
    });
    let list = el("ul").class("drafts").live_list(move || {
        let drafts = page.drafts.list();
        drafts
            .iter()
            .map(|draft| (draft.id.clone(), draft.id.clone()))
            .map(|(key, id)| Item::new(key, move || card(page, id)))
            .collect()
    });
    let unreadable = el("section").live_flag("hidden", move || page.drafts.unreadable().is_empty());
    vec![
        heading(say.drafts),
        p("lead", say.drafts_hint),
        deleted,
        list,
        new_draft(page),
        unreadable
            .add(el("h2").text(say.unreadable))
            .add(el("ul").class("drafts").live(move || page.drafts.unreadable().into_iter().map(kept).collect())),
    ]
}

fn new_draft(page: Page) -> El {
    let say = messages();
    let name = RwSignal::new(String::new());
    // No form: in a frame that may not submit forms the browser would swallow the press.
    let create = move || {
        page.drafts.create(&name.get_untracked());
        name.set(String::new());
    };
    el("div")
        .class("new-draft")
        .add(el("label").attr("for", "new-draft").text(say.name_of_draft))
        .add(
            name_field("new-draft")
                .live_value(move || name.get())
                .on_input(move |words| name.set(words))
                .on_enter(create),
        )
        .add(marked_button("go", Icon::Plus, say.new_draft).on_click(create))
}

fn name_field(id: &str) -> El {
    el("input").id(id).attr("type", "text").attr("maxlength", "60").attr("autocomplete", "off")
}

fn card(page: Page, id: String) -> El {
    let say = messages();
    let renaming = RwSignal::new(false);
    let field = format!("name-{id}");
    let own = || {
        let id = id.clone();
        move || page.drafts.get(&id)
    };
    let is_in_use = {
        let id = id.clone();
        move || page.drafts.current_id() == id
    };
    let (name, contents, targets, value, class) = (own(), own(), own(), own(), is_in_use.clone());
    let title = format!("draft-{id}");
    let along = super::draft_along::take_along(page, id.clone());
    let (rename, switch, delete, focus) = (id.clone(), id.clone(), id, field.clone());
    let (after_rename, after_switch) = (title.clone(), title.clone());
    let about = el("div")
        .add(
            el("h2")
                .id(&title)
                .attr("tabindex", "-1")
                .live_text(move || name().map(|draft| called(&draft).to_owned()).unwrap_or_default()),
        )
        .add(el("p").class("src").live_text(move || {
            let Some(draft) = contents() else { return String::new() };
            let day = Date::from_days(u32::try_from(draft.updated / MILLISECONDS_OF_A_DAY).unwrap_or(0));
            let what = (say.draft_contents)(draft.profile.documents.len(), draft.targets.len());
            format!("{what} · {}", (say.updated)(&day.to_string()))
        }))
        .add(el("ul").class("targets").attr("aria-label", say.targets).live(move || {
            let targets = targets().map(|draft| draft.targets).unwrap_or_default();
            targets.iter().map(|one| target(page, one)).collect()
        }));
    let new_name = el("div")
        .class("rename")
        .live_flag("hidden", move || !renaming.get())
        .add(el("label").attr("for", &field).text(say.name_of_draft))
        .add(
            name_field(&field)
                .live_value(move || value().map(|draft| draft.name).unwrap_or_default())
                .on_input(move |words| page.drafts.rename(&rename, &words))
                .on_enter(move || {
                    renaming.set(false);
                    browser::focus_soon(after_rename.clone());
                }),
        );
    let actions = el("p")
        .class("actions")
        .add(el("span").live(move || {
            let (switch, title) = (switch.clone(), after_switch.clone());
            vec![match is_in_use() {
                true => el("span").class("verdict ready").add(mark(Icon::Tick)).text(say.draft_is_open),
                false => button("soft").text(say.open_draft).on_click(move || {
                    page.drafts.switch(&switch);
                    browser::focus_soon(title.clone());
                }),
            }]
        }))
        .add(
            button("soft")
                .text(say.rename)
                .live_attr("aria-expanded", move || Some(renaming.get().to_string()))
                .on_click(move || {
                    renaming.update(|open| *open = !*open);
                    browser::focus_soon(focus.clone());
                }),
        )
        .add(button("soft").text(say.delete).on_click(move || {
            page.drafts.delete(&delete);
            browser::focus_soon(UNDO.to_owned());
        }));
    el("li")
        .live_attr("class", move || Some(if class() { "sheet draft current" } else { "sheet draft" }.to_owned()))
        .add(about)
        .add(new_name)
        .add(actions)
        .add(along)
}

fn target(page: Page, target: &Target) -> El {
    let known = page.data().catalog(target.catalog.as_str());
    let catalog = known.map_or(target.catalog.as_str(), |known| &known.short);
    let (registry, say) = (page.data().registry, messages());
    let catalog = name_words(catalog, registry, say).words;
    let address = Place::Category(target.catalog.to_string(), target.path.clone()).fragment();
    el("li").add(named_link(&address, &category_words(&target.path, registry, say)).text(" · ").text(&catalog))
}

fn kept(unreadable: Unreadable) -> El {
    let say = messages();
    let Unreadable { key, text, newer } = unreadable;
    let why = newer.map_or_else(|| say.unreadable_broken.to_owned(), say.unreadable_newer);
    let file = format!("{}.json", key.replace('/', "-"));
    el("li")
        .class("sheet draft")
        .add(el("div").add(el("h2").text(&key)).add(p("src", &why)))
        .add(el("p").class("actions").add(save_button(file, text)))
}
