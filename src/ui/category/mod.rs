//! One category: the requirement as a tree, the ways to close the gap, what it opens.

mod actions;
mod card;
mod known;
mod questions;
mod routes;
mod side;
mod tree;

pub(super) use self::card::card;
pub(super) use self::routes::route;

use leptos::prelude::{Get, Memo};

use super::icon::{Icon, mark};
use super::imprint::imprint;
use super::names::{named, named_link, quoted, remark, words};
use super::{Page, heading, link, p, sentence};
use crate::address::{Filters, Place};
use crate::browser::{El, el};
use crate::catalog::{Category, CategoryPath};
use crate::eligibility::{CatalogRules, Evaluation, Verdict};
use crate::i18n::{Colophon, messages};
use crate::wording::{name_words, summary};

/// The id of the answer.
const VERDICT: &str = "verdict";

/// The category on screen and its answer, which follows the profile in use.
#[derive(Clone, Copy)]
struct Shown {
    page: Page,
    rules: &'static CatalogRules<'static>,
    at: usize,
    category: &'static Category,
    evaluation: Memo<Option<Evaluation>>,
}

impl Shown {
    fn find(page: Page, catalog: &str, path: &CategoryPath) -> Option<Self> {
        let (rules, at, category) = page.data().find(catalog, path)?;
        let evaluation =
            Memo::new(move |_| rules.evaluate_one(at, &page.checker.answers().profile, page.checker.today));
        Some(Self { page, rules, at, category, evaluation })
    }
}

pub(super) fn screen(page: Page, catalog: &str, path: &CategoryPath) -> Vec<El> {
    let Some(shown) = Shown::find(page, catalog, path) else {
        return super::not_found::screen(&Place::Category(catalog.to_owned(), path.clone()).fragment());
    };
    let body = el("div")
        .class("body")
        .fill(move || banner(shown))
        .fill(move || vec![requirement(shown)])
        .fill(move || side::rules(shown).into_iter().chain([source(shown)]).collect());
    let side = el("aside")
        .class("side")
        .fill(move || vec![questions::questions(shown), routes::routes(shown), routes::blockers(shown)])
        .fill(move || {
            let others = [side::changed(shown), side::other_revisions(shown), side::same_business(shown)];
            let others = others.into_iter().chain([side::official_pages(shown)]).flatten();
            std::iter::once(side::access_methods(shown)).chain(others).collect()
        })
        .fill(move || vec![actions::actions(shown), actions::take_along(shown)]);
    let imprint = imprint(page, shown.rules.catalog, move || actions::place(shown));
    vec![head(shown), body, side, imprint]
}

fn head(shown: Shown) -> El {
    let say = messages();
    let catalog = shown.rules.catalog;
    let names = &shown.category.path.0;
    let called = |name: &str| name_words(name, shown.rules.registry, say);
    let to = |level: &str| {
        let filters = Filters { catalog: catalog.id.to_string(), level: level.to_owned(), ..Filters::default() };
        Place::Checker(filters).fragment()
    };
    let above = names.get(..names.len().saturating_sub(1)).unwrap_or_default();
    let mut crumbs = el("nav")
        .class("eyebrow crumbs")
        .attr("aria-label", say.level)
        .add(named_link(&to(""), &called(&catalog.short)));
    for (at, name) in above.iter().enumerate() {
        let named_so = called(name);
        crumbs = crumbs.text(" / ");
        crumbs = if at == 0 { crumbs.add(named_link(&to(name), &named_so)) } else { named(crumbs, &named_so) };
    }
    let about = |title: &str, words: &str| {
        let words = remark(el("span"), words, shown.rules.registry);
        el("p").add(el("span").class("src").text(title).text(say.colon)).add(words)
    };
    let scope = shown.category.scope.as_deref();
    let scene = shown.category.scene.as_deref().filter(|scene| scope != Some(scene));
    el("div")
        .class("head")
        .add(crumbs)
        .add(named(heading(""), &called(shown.category.path.last_level())))
        .add_some(scope.map(|words| about(say.scope, words)))
        .add_some(scene.map(|words| about(say.scene, words)))
}

fn banner(shown: Shown) -> Vec<El> {
    let say = messages();
    let answer = el("div").id(VERDICT).attr("role", "status").attr("tabindex", "-1").live(move || {
        let Some(one) = shown.evaluation.get() else { return Vec::new() };
        let profile = &shown.page.checker.answers().profile;
        let words = summary(&one, shown.category, profile, shown.rules.registry, say);
        let verdict = el("strong").text((say.verdict)(one.verdict)).text(Colophon::of(say.language).full_stop);
        vec![
            el("div")
                .class(&format!("banner {}", one.verdict.id()))
                .add(mark(Icon::of_verdict(one.verdict)))
                .add(sentence(el("p").add(verdict), &words)),
        ]
    });
    let doubt = shown.category.doubt.as_deref().map(|doubt| {
        let words = el("span").add(el("b").text(say.doubtful).text(say.colon)).add(remark(
            el("span"),
            doubt,
            shown.rules.registry,
        ));
        el("p").class("warn").add(mark(Icon::Question)).add(words)
    });
    side::dated(shown).into_iter().chain([answer]).chain(doubt).collect()
}

fn requirement(shown: Shown) -> El {
    let say = messages();
    let said = shown.category.words.as_deref().map(|words| {
        el("details").class("words").add(el("summary").text(say.words_of_source)).add(quoted(el("blockquote"), words))
    });
    el("section")
        .class("sheet tree")
        .attr("aria-labelledby", "requirement")
        .add(el("h2").id("requirement").text(say.requirement))
        .add(tree::tree(shown))
        .add_some(said)
}

fn source(shown: Shown) -> El {
    let say = messages();
    let catalog = shown.rules.catalog;
    let called = |name: &str| name_words(name, shown.rules.registry, say).words;
    let source = Colophon::of(say.language).source;
    let told = source(&called(&catalog.publisher), &called(&catalog.title), &catalog.date, shown.category.line);
    words(p("src", ""), &told).text(" · ").add(link(&Place::About.fragment(), say.prevails))
}

/// The verdict leaves something to do.
fn is_open(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Ask | Verdict::Missing)
}
