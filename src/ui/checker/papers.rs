//! The papers at hand: a search box to add one, a card for each that is there.

use leptos::prelude::{Get, GetUntracked, Memo, RwSignal, Set};

use super::holding::card;
use crate::browser::{self, El, Item, el};
use crate::catalog::{AskedPaper, Holder};
use crate::i18n::{Searches, messages};
use crate::order::{by_rank, pair};
use crate::profile::Paper;
use crate::ui::icon::{Icon, mark};
use crate::ui::names::words;
use crate::ui::{Page, button, search_field};
use crate::wording::paper_name;

/// How many papers are offered at once.
const OFFERED: usize = 8;

/// Papers to add.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Offers {
    papers: Vec<Paper>,
    /// How many more there are.
    more: usize,
    /// None is called as was typed; these come nearest.
    is_nearest: bool,
}

pub(super) fn papers(page: Page) -> El {
    let say = messages();
    let text = RwSignal::new(String::new());
    let offers = Memo::new(move |_| offers(page, &text.get()));
    let add = move |paper: &Paper| {
        page.drafts.edit_profile(|profile| profile.hold(paper));
        text.set(String::new());
        browser::focus("find-paper");
    };
    let add_first = move || {
        let offers = offers.get_untracked();
        if let Some(first) = offers.papers.first().filter(|_| !text.get_untracked().is_empty()) {
            add(first);
        }
    };
    let field = search_field("find-paper", say.find_paper, say.find_paper_hint)
        .live_value(move || text.get())
        .on_input(move |words| text.set(words))
        .on_enter(add_first);
    let offered = el("ul").class("offers").live_list(move || {
        offers.get().papers.into_iter().map(|paper| Item::new(key(&paper), move || offer(page, paper, add))).collect()
    });
    let more = el("p").class("src").attr("role", "status").live_text(move || {
        let text = text.get();
        let Offers { papers, more, is_nearest } = offers.get();
        match more {
            _ if is_nearest => (Searches::of(say.language).nearest_papers)(text.trim()),
            0 if papers.is_empty() && !text.is_empty() => (say.no_paper)(&text),
            0 => String::new(),
            more => (say.more_papers)(more),
        }
    });
    let held = el("div").class("held").live_list(move || {
        held(page).into_iter().map(|paper| Item::new(key(&paper), move || card(page, paper))).collect()
    });
    el("section")
        .class("papers")
        .attr("aria-labelledby", "papers")
        .add(el("h3").id("papers").text(say.papers))
        .add(el("label").class("find").add(mark(Icon::Lens)).add(field))
        .add(offered)
        .add(more)
        .add(held)
}

fn offer(page: Page, paper: Paper, add: impl Fn(&Paper) + 'static) -> El {
    let say = messages();
    let name = paper_name(&paper, page.data().registry, say);
    // One piece beside the mark: its parts would stand in columns.
    let name_shown = words(el("span"), &name);
    let press = button("offer").attr("aria-label", &(say.add_paper)(&name)).add(mark(Icon::Plus)).add(name_shown);
    el("li").add(press.on_click(move || add(&paper)))
}

fn key(paper: &Paper) -> String {
    match paper.holder {
        Holder::Own => paper.document.to_string(),
        Holder::Partner => format!("{} partner", paper.document),
    }
}

/// The papers of the profile, the one added last first: it appears where it is looked for.
fn held(page: Page) -> Vec<Paper> {
    let known = &page.checker.answers().profile.papers;
    let added = page.drafts.current().profile.documents;
    let at = |paper: &Paper| {
        added.iter().position(|one| *one.document == *paper.document.as_str() && one.holder == paper.holder)
    };
    by_rank(known.keys().cloned().collect(), |paper| at(paper).map_or(0, |at| u64::MAX.saturating_sub(pair(0, at))))
}

/// Papers to add, and how many more there are: without a text those of this catalog that open
/// most; with one, those of any catalog that are called so, or else come nearest.
fn offers(page: Page, text: &str) -> Offers {
    let answers = page.checker.answers();
    let data = page.library.data().get();
    if text.trim().is_empty() {
        return best_offers(page);
    }
    let held = &answers.profile.papers;
    let elsewhere = data.shelves.iter().filter(|shelf| !std::ptr::eq(**shelf, answers.shelf));
    let asked = answers.shelf.papers().iter().chain(elsewhere.flat_map(|shelf| shelf.papers()));
    let paper = |asked: &AskedPaper| Paper { document: asked.document.clone(), holder: asked.holder };
    let place = |asked: &AskedPaper| data.registry.place(asked.document.as_str());
    let asked: Vec<&AskedPaper> = asked.filter(|asked| !held.contains_key(&paper(asked))).collect();
    let mut can_be_added = vec![false; data.registry.documents.len()];
    for place in asked.iter().filter_map(|asked| place(asked)) {
        if let Some(can_be_added) = can_be_added.get_mut(place) {
            *can_be_added = true;
        }
    }
    let Some(called) = data.papers_called(text, &|place| can_be_added.get(place) == Some(&true)) else {
        return best_offers(page);
    };
    let mut papers: Vec<(u64, u32, Paper)> = Vec::new();
    for asked in asked {
        let (Some(rank), paper) = (place(asked).and_then(|place| called.rank(place)), paper(asked)) else { continue };
        if papers.iter().all(|(.., known)| *known != paper) {
            let opens = answers.openers.iter().position(|opener| opener.paper == paper).unwrap_or(usize::MAX);
            papers.push((pair(opens, usize::MAX).saturating_sub(pair(0, asked.categories)), rank, paper));
        }
    }
    // Of those that go with the text equally well, those first that open most.
    let papers = by_rank(by_rank(papers, |(opens, ..)| *opens), |(_, rank, _)| u64::from(*rank));
    let more = papers.len().saturating_sub(OFFERED);
    Offers {
        papers: papers.into_iter().take(OFFERED).map(|(.., paper)| paper).collect(),
        more,
        is_nearest: called.is_nearest,
    }
}

/// The papers that open most, then those that most categories ask for. It is asked at every answer,
/// and there are hundreds of papers, so only those that are offered are put in order.
fn best_offers(page: Page) -> Offers {
    let answers = page.checker.answers();
    let held = &answers.profile.papers;
    let openers = answers.openers.iter().map(|opener| &opener.paper).filter(|paper| !held.contains_key(*paper));
    let mut best: Vec<Paper> = openers.take(OFFERED).cloned().collect();
    let asked = answers.shelf.papers();
    let paper = |asked: &AskedPaper| Paper { document: asked.document.clone(), holder: asked.holder };
    let others: Vec<&AskedPaper> = asked.iter().filter(|asked| !held.contains_key(&paper(asked))).collect();
    let many = others.len();
    if best.len() < OFFERED {
        let most_asked = by_rank(others, |asked| u64::MAX.saturating_sub(pair(0, asked.categories)));
        for asked in most_asked {
            let paper = paper(asked);
            if best.len() < OFFERED && !best.contains(&paper) {
                best.push(paper);
            }
        }
    }
    let more = many.saturating_sub(best.len());
    Offers { papers: best, more, is_nearest: false }
}
