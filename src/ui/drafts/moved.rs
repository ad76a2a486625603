//! What newer data means for the targets of a draft.

use crate::address::Place;
use crate::browser::{El, el};
use crate::i18n::{Keeping, messages};
use crate::state::Change;
use crate::ui::names::named_link;
use crate::ui::{Page, button, p};
use crate::wording::{category_words, name_words};

/// Nothing where nothing has changed.
pub(in crate::ui) fn moved(page: Page, id: String) -> El {
    el("div").class("moved").live(move || {
        let (say, words) = (messages(), Keeping::of(messages().language));
        let changes = page.drafts.changes(&id, page.checker.today);
        if changes.targets.is_empty() && changes.unknown.is_empty() {
            return Vec::new();
        }
        let short = |id: &str| {
            let known = page.data().catalog(id);
            known.map_or_else(|| id.to_owned(), |known| name_words(&known.short, page.data().registry, say).words)
        };
        let unknown: Vec<String> = changes.unknown.iter().map(|catalog| short(catalog.as_str())).collect();
        let many = changes.targets.len();
        let title = (many > 0).then(|| p("warn", &(words.moved)(many)));
        let unknown = (!unknown.is_empty()).then(|| p("src", &(words.moved_unknown)(&unknown.join(say.list))));
        let list = el("ul").adds(changes.targets.iter().map(|change| line(page, change)));
        let own = id.clone();
        let settle = button("soft").text(words.settle_moved).on_click(move || page.drafts.settle_changes(&own));
        vec![el("div").add_some(title).add(list).add_some(unknown).add(el("p").class("actions").add(settle))]
    })
}

fn line(page: Page, change: &Change) -> El {
    let (say, words) = (messages(), Keeping::of(messages().language));
    let target = &change.target;
    let address = Place::Category(target.catalog.to_string(), target.path.clone()).fragment();
    let name = named_link(&address, &category_words(&target.path, page.data().registry, say));
    let told = match change.verdicts {
        None => words.moved_gone.to_owned(),
        Some((before, after)) if before == after => (say.verdict)(after).to_owned(),
        Some((before, after)) => format!("{} → {}", (say.verdict)(before), (say.verdict)(after)),
    };
    let reasons = change.reasons.iter().map(|reason| p("src", reason));
    el("li").add(name).text(say.colon).add(el("b").text(&told)).adds(reasons)
}
