//! The papers at hand: a search box to add one, a card for each that is there.

use leptos::prelude::{Get, GetUntracked, Memo, RwSignal, Set};

use super::holding::card;
use crate::browser::{self, El, Item, el};
use crate::catalog::{AskedPaper, Holder, bare};
use crate::i18n::messages;
use crate::order::{by_rank, pair};
use crate::profile::Paper;
use crate::ui::icon::{Icon, mark};
use crate::ui::names::words;
use crate::ui::{Page, button};
use crate::wording::paper_name;

/// How many papers are offered at once.
const OFFERED: usize = 8;

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
        let (papers, _) = offers.get_untracked();
        if let Some(first) = papers.first().filter(|_| !text.get_untracked().is_empty()) {
            add(first);
        }
    };
    let field = el("input")
        .id("find-paper")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("aria-label", say.find_paper)
        .attr("placeholder", say.find_paper_hint)
        .live_value(move || text.get())
        .on_input(move |words| text.set(words))
        .on_enter(add_first);
    let offered = el("ul").class("offers").live_list(move || {
        let (papers, _) = offers.get();
        papers.into_iter().map(|paper| Item::new(key(&paper), move || offer(page, paper, add))).collect()
    });
    let more = el("p").class("src").attr("role", "status").live_text(move || {
        let text = text.get();
        match offers.get() {
            (papers, 0) if papers.is_empty() && !text.is_empty() => (say.no_paper)(&text),
            (_, 0) => String::new(),
            (_, more) => (say.more_papers)(more),
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
    let press = words(button("offer").attr("aria-label", &(say.add_paper)(&name)).add(mark(Icon::Plus)), &name);
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
/// most; with one, those of any catalog whose name or alias has it.
fn offers(page: Page, text: &str) -> (Vec<Paper>, usize) {
    let answers = page.checker.answers();
    let wanted = bare(text);
    if wanted.is_empty() {
        return best_offers(page);
    }
    let here = &answers.shelf.papers;
    let elsewhere = page.data().shelves.iter().filter(|shelf| !std::ptr::eq(**shelf, answers.shelf));
    let mut papers: Vec<(u64, Paper)> = Vec::new();
    for asked in here.iter().chain(elsewhere.flat_map(|shelf| &shelf.papers)) {
        let AskedPaper { document, holder, .. } = asked;
        let paper = Paper { document: document.clone(), holder: *holder };
        let is_new = !answers.profile.papers.contains_key(&paper) && !papers.iter().any(|(_, one)| *one == paper);
        if is_new && is_called(page, &paper, &wanted) {
            let opens = answers.openers.iter().position(|opener| opener.paper == paper).unwrap_or(usize::MAX);
            papers.push((pair(opens, usize::MAX).saturating_sub(pair(0, asked.categories)), paper));
        }
    }
    let papers = by_rank(papers, |(rank, _)| *rank);
    let more = papers.len().saturating_sub(OFFERED);
    (papers.into_iter().take(OFFERED).map(|(_, paper)| paper).collect(), more)
}

/// The papers that open most, then those that most categories ask for. It is asked at every answer,
/// and there are hundreds of papers, so only those that are offered are put in order.
fn best_offers(page: Page) -> (Vec<Paper>, usize) {
    let answers = page.checker.answers();
    let held = &answers.profile.papers;
    let openers = answers.openers.iter().map(|opener| &opener.paper).filter(|paper| !held.contains_key(*paper));
    let mut best: Vec<Paper> = openers.take(OFFERED).cloned().collect();
    let asked = &answers.shelf.papers;
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
    (best, more)
}

fn is_called(page: Page, paper: &Paper, wanted: &str) -> bool {
    let registry = page.data().registry;
    if bare(&paper_name(paper, registry, messages())).contains(wanted) {
        return true;
    }
    let known = registry.document(paper.document.as_str());
    known.is_some_and(|known| known.aliases.iter().any(|alias| bare(&alias.name).contains(wanted)))
}
