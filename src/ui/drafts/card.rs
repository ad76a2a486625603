//! One draft in the list: what it has, and what can be done with it.

use std::sync::Arc;

use leptos::prelude::{Get, Memo, RwSignal, Set, Update};

use super::{UNDO, name_field};
use crate::address::Place;
use crate::browser::{self, El, el};
use crate::draft::{Draft, Target};
use crate::i18n::{Keeping, messages};
use crate::profile::Date;
use crate::ui::app::called;
use crate::ui::hand_over::{Told, give_file};
use crate::ui::icon::{Icon, mark};
use crate::ui::names::named_link;
use crate::ui::reminders::reminders;
use crate::ui::{Page, button, draft_along, link};
use crate::wording::{category_words, name_words};

const MILLISECONDS_OF_A_DAY: u64 = 86_400_000;

/// How many targets a card shows; the others are counted.
const SHOWN: usize = 4;

/// A draft while it is in the list; none in the moment in which it is taken out.
type Shown = Memo<Option<Arc<Draft>>>;

pub(super) fn card(page: Page, id: String, told: Told) -> El {
    let draft: Shown = {
        let id = id.clone();
        Memo::new(move |_| page.drafts.find(&id))
    };
    let is_in_use = {
        let id = id.clone();
        Memo::new(move |_| page.drafts.current_id() == id)
    };
    let renaming = RwSignal::new(false);
    let class = move || Some(if is_in_use.get() { "sheet draft current" } else { "sheet draft" }.to_owned());
    el("li")
        .live_attr("class", class)
        .add(about(page, &id, draft))
        .add(super::moved::moved(page, id.clone()))
        .add(rename(page, &id, draft, renaming))
        .add(actions(page, &id, draft, is_in_use, renaming, told))
        .add(reminders(page, id.clone()))
        .add(draft_along::take_along(page, id))
}

fn title_of(id: &str) -> String {
    format!("draft-{id}")
}

fn about(page: Page, id: &str, draft: Shown) -> El {
    let say = messages();
    let address = Place::Draft(id.to_owned()).fragment();
    let name = move || draft.get().map(|draft| called(&draft).to_owned()).unwrap_or_default();
    let contents = move || {
        let Some(draft) = draft.get() else { return String::new() };
        let day = Date::from_days(u32::try_from(draft.updated / MILLISECONDS_OF_A_DAY).unwrap_or(0));
        let what = (say.draft_contents)(draft.profile.documents.len(), draft.targets.len());
        format!("{what} · {}", (say.updated)(&day.to_string()))
    };
    el("div")
        .add(el("h2").id(&title_of(id)).attr("tabindex", "-1").add(link(&address, "").live_text(name)))
        .add(el("p").class("src").live_text(contents))
        .add(el("ul").class("targets").attr("aria-label", say.targets).live(move || {
            let Some(draft) = draft.get() else { return Vec::new() };
            let more = draft.targets.len().saturating_sub(SHOWN);
            let more = (more > 0).then(|| el("li").text(&(Keeping::of(say.language).more_targets)(more)));
            draft.targets.iter().take(SHOWN).map(|one| target(page, one)).chain(more).collect()
        }))
}

/// The field for the name, while it is being changed.
fn rename(page: Page, id: &str, draft: Shown, renaming: RwSignal<bool>) -> El {
    let id = id.to_owned();
    el("div").live(move || {
        if !renaming.get() {
            return Vec::new();
        }
        let (own, title, field) = (id.clone(), title_of(&id), format!("name-{id}"));
        let name = name_field(&field)
            .live_value(move || draft.get().map(|draft| draft.name.clone()).unwrap_or_default())
            .on_input(move |words| page.drafts.rename(&own, &words))
            .on_enter(move || {
                renaming.set(false);
                browser::focus_soon(title.clone());
            });
        let label = el("label").attr("for", &field).text(messages().name_of_draft);
        vec![el("div").class("rename").add(label).add(name)]
    })
}

fn actions(page: Page, id: &str, draft: Shown, is_in_use: Memo<bool>, renaming: RwSignal<bool>, told: Told) -> El {
    let (say, words) = (messages(), Keeping::of(messages().language));
    let own = || id.to_owned();
    let (switch, field, copy, save, delete) = (own(), format!("name-{id}"), own(), own(), own());
    let open = el("span").live(move || {
        let (switch, title) = (switch.clone(), title_of(&switch));
        vec![match is_in_use.get() {
            true => el("span").class("verdict ready").add(mark(Icon::Tick)).text(say.draft_is_open),
            false => button("soft").text(say.open_draft).on_click(move || {
                page.drafts.switch(&switch);
                browser::focus_soon(title.clone());
            }),
        }]
    });
    let rename = button("soft")
        .text(say.rename)
        .live_attr("aria-expanded", move || Some(renaming.get().to_string()))
        .on_click(move || {
            renaming.update(|open| *open = !*open);
            browser::focus_soon(field.clone());
        });
    let copy = button("soft").text(words.copy).on_click(move || {
        let name = leptos::prelude::untrack(|| draft.get()).map(|draft| (words.copy_of)(called(&draft)));
        page.drafts.duplicate(&copy, &name.unwrap_or_default());
        browser::focus_soon(title_of(&leptos::prelude::untrack(|| page.drafts.current_id())));
    });
    let save = button("soft").text(say.save_file).on_click(move || {
        let name = leptos::prelude::untrack(|| draft.get()).map(|draft| called(&draft).to_owned()).unwrap_or_default();
        give_file(&super::files::file_name(&name), "application/json", page.drafts.export(&save), told);
    });
    let delete = button("soft").text(say.delete).on_click(move || {
        page.drafts.delete(&delete);
        browser::focus_soon(UNDO.to_owned());
    });
    el("p").class("actions").add(open).add(rename).add(copy).add(save).add(delete)
}

fn target(page: Page, target: &Target) -> El {
    let known = page.data().catalog(target.catalog.as_str());
    let catalog = known.map_or(target.catalog.as_str(), |known| &known.short);
    let (registry, say) = (page.data().registry, messages());
    let catalog = name_words(catalog, registry, say).words;
    let address = Place::Category(target.catalog.to_string(), target.path.clone()).fragment();
    el("li").add(named_link(&address, &category_words(&target.path, registry, say)).text(" · ").text(&catalog))
}
