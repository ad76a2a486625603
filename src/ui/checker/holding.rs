//! One paper at hand: coverage where a requirement asks for it, last day, number.

use std::sync::Arc;

use leptos::prelude::{Get, Memo, With};

use crate::browser::{self, El, Item, el};
use crate::catalog::Holder;
use crate::i18n::{Guide, messages};
use crate::profile::{Date, Holding, Paper, Standing, WrittenHolding};
use crate::ui::applicant::Applicant;
use crate::ui::icon::{Icon, mark};
use crate::ui::names::{paper_link, words};
use crate::ui::{Page, button, p};
use crate::wording::paper_name;

/// A paper of the profile, from inside closures.
#[derive(Clone)]
struct Held {
    page: Page,
    paper: Paper,
    /// All that its card follows. It changes with this paper, not with every answer, so that a tick
    /// leaves the cards of the other papers alone.
    now: Memo<Now>,
}

/// How a paper stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Now {
    holding: Holding,
    is_expired: bool,
    /// The phrases that matter or are answered.
    phrases: Vec<Arc<str>>,
}

impl Held {
    fn of(page: Page, paper: Paper) -> Self {
        let followed = paper.clone();
        let now = Memo::new(move |_| {
            let answers = page.checker.answers();
            Now {
                holding: answers.profile.papers.get(&followed).cloned().unwrap_or_default(),
                is_expired: answers.profile.standing(&followed, page.checker.today) == Standing::Expired,
                phrases: page.checker.phrases(&followed),
            }
        });
        Self { page, paper, now }
    }

    fn holding(&self) -> Holding {
        self.now.get().holding
    }

    fn is_expired(&self) -> bool {
        self.now.with(|now| now.is_expired)
    }

    fn change(&self, change: impl FnOnce(&mut WrittenHolding)) {
        self.page.drafts.edit_profile(|profile| {
            if let Some(holding) = profile.holding_mut(&self.paper) {
                change(holding);
            }
        });
    }
}

pub(super) fn card(page: Page, paper: Paper) -> El {
    let say = messages();
    let name = paper_name(&paper, page.data().registry, say);
    let (paper_of_link, own) = (paper.clone(), Held::of(page, paper));
    let (state, phrases, remove, expired) = (own.clone(), own.clone(), own.clone(), own.clone());
    let retract =
        button("quiet").attr("aria-label", &(say.remove_paper)(&name)).add(mark(Icon::Cross)).on_click(move || {
            page.drafts.edit_profile(|profile| profile.retract(&remove.paper));
            browser::focus_soon("find-paper".to_owned());
        });
    let coverages = el("div").class("coverages").live_list(move || {
        let item = |phrase: Arc<str>| {
            let paper = phrases.paper.clone();
            Item::new(phrase.to_string(), move || coverage(Applicant::InUse(page), &paper, &phrase))
        };
        phrases.now.get().phrases.into_iter().map(item).collect()
    });
    el("article")
        .live_attr("class", move || {
            let is_open = state.now.with(|now| now.phrases.iter().any(|phrase| now.holding.says(phrase).is_none()));
            let class = if state.holding().unobtainable || state.holding().count == 0 || state.is_expired() {
                "paper off"
            } else if is_open {
                "paper open"
            } else {
                "paper"
            };
            Some(class.to_owned())
        })
        .add(el("header").add(el("h4").add(paper_link(&paper_of_link, &name))).add(retract))
        .add(none(&own))
        .add(coverages)
        .add(details(&own))
        .add(p("warn", say.expired).live_flag("hidden", move || !expired.is_expired()))
}

/// A paper with a button to add it or take it out and, while it is there, all that can be said of it.
pub(in crate::ui) fn editor(page: Page, paper: Paper) -> El {
    let say = messages();
    let name = paper_name(&paper, page.data().registry, say);
    let followed = paper.clone();
    let is_held = Memo::new(move |_| page.checker.answers().profile.papers.contains_key(&followed));
    let header = el("header").add(words(el("h3"), &name)).add(hold_button(page, &paper));
    let held = Held::of(page, paper);
    let class = move || Some(if is_held.get() { "paper" } else { "paper off" }.to_owned());
    el("article").live_attr("class", class).add(header).add(el("div").class("said").live(move || {
        if !is_held.get() {
            return Vec::new();
        }
        let (coverages, expired) = (phrases(page, &held.paper), held.clone());
        let coverages = coverages.iter().map(|phrase| coverage(Applicant::InUse(page), &held.paper, phrase));
        let warning = p("warn", say.expired).live_flag("hidden", move || !expired.is_expired());
        vec![el("div").class("coverages").adds(coverages), details(&held), warning]
    }))
}

/// Every phrase that a category of any catalog wants a paper to cover.
fn phrases(page: Page, paper: &Paper) -> Vec<Arc<str>> {
    let asked = page.data().shelves.iter().flat_map(|shelf| shelf.papers());
    let asked = asked.filter(|one| one.document == paper.document && one.holder == paper.holder);
    let mut phrases: Vec<Arc<str>> = Vec::new();
    for phrase in asked.flat_map(|one| &one.phrases) {
        if !phrases.contains(phrase) {
            phrases.push(phrase.clone());
        }
    }
    phrases
}

/// “I have it”, or takes the paper out again.
pub(in crate::ui) fn hold_button(page: Page, paper: &Paper) -> El {
    let say = messages();
    let name = paper_name(paper, page.data().registry, say);
    let (of_label, of_words, of_press) = (paper.clone(), paper.clone(), paper.clone());
    let is_held =
        move |paper: &Paper| page.checker.answers().profile.papers.get(paper).is_some_and(|known| known.count > 0);
    button("soft small hold")
        .live_attr("aria-label", move || {
            // What is read out begins with what is seen: who commands by voice says that.
            Some((if is_held(&of_label) { say.remove_paper } else { say.have_paper })(&name))
        })
        .live_text(move || if is_held(&of_words) { say.take_out } else { say.i_have_it }.to_owned())
        .on_click(move || {
            let held = leptos::prelude::untrack(|| is_held(&of_press));
            page.drafts.edit_profile(|profile| {
                // It may have been said that there is none.
                profile.retract(&of_press);
                if !held {
                    profile.hold(&of_press);
                }
            });
        })
}

/// Somebody said that there is none of it yet.
fn none(held: &Held) -> El {
    let say = messages();
    let (own, has) = (held.clone(), held.clone());
    let have = button("soft small").text(say.i_have_it).on_click(move || {
        has.change(|holding| holding.count = 1);
        browser::focus_soon("find-paper".to_owned());
    });
    let words = el("span").text(Guide::of(say.language).have_not);
    p("details", "").add(words).add(have).live_flag("hidden", move || own.now.with(|now| now.holding.count > 0))
}

fn details(held: &Held) -> El {
    let say = messages();
    let holder = if held.paper.holder == Holder::Own { "own" } else { "partner" };
    let (until, count) =
        (format!("until-{}-{holder}", held.paper.document), format!("count-{}-{holder}", held.paper.document));
    let shared = || held.clone();
    let (day, set_day, number, set_number, most, cannot, set_cannot) =
        (shared(), shared(), shared(), shared(), shared(), shared(), shared());
    let day_field = el("input")
        .id(&until)
        .attr("type", "date")
        .live_value(move || day.holding().valid_until.map(|date| date.to_string()).unwrap_or_default())
        .on_change(move |day| {
            let day = day.parse::<Date>().ok();
            set_day.change(|holding| holding.valid_until = day.map(|day| day.to_string().into()));
        });
    let number_field = el("input")
        .id(&count)
        .attr("type", "number")
        .attr("min", "1")
        .attr("max", "999")
        .attr("inputmode", "numeric")
        .live_value(move || number.holding().count.to_string())
        .on_change(move |count| {
            let count = count.parse::<u32>().unwrap_or(1).clamp(1, 999);
            set_number.change(|holding| holding.count = count);
        });
    let cannot_field = el("input")
        .attr("type", "checkbox")
        .live_checked(move || cannot.holding().unobtainable)
        .on_check(move |is| set_cannot.change(|holding| holding.unobtainable = is));
    el("div")
        .class("details")
        .add(el("label").attr("for", &until).text(say.valid_until))
        .add(day_field)
        .add(
            el("span")
                .class("count")
                .live_flag("hidden", move || most.page.checker.most_asked(&most.paper) <= 1)
                .add(el("label").attr("for", &count).text(say.count))
                .add(number_field),
        )
        .add(el("label").class("check").add(cannot_field).add(el("span").text(say.unobtainable)))
}

/// Does the paper cover the phrase: yes, no, or not said.
pub(in crate::ui) fn coverage(applicant: Applicant, paper: &Paper, phrase: &str) -> El {
    let say = messages();
    let name = format!("{}-{:?}-{phrase}", paper.document, paper.holder);
    let (followed, asked): (Paper, Arc<str>) = (paper.clone(), phrase.into());
    // One place that follows every answer, instead of each choice.
    let said = Memo::new(move |_| {
        applicant.look(|profile| profile.papers.get(&followed).and_then(|holding| holding.says(&asked)))
    });
    let option = |value: Option<bool>, words: &str| {
        let (paper, phrase) = (paper.clone(), phrase.to_owned());
        let say_it = move |_| {
            applicant.edit(|profile| {
                if let Some(holding) = profile.holding_mut(&paper) {
                    holding.say(&phrase, value);
                }
            });
        };
        let field = el("input").attr("type", "radio").attr("name", &name);
        let field = field.live_checked(move || said.get() == value).on_check(say_it);
        el("label").add(field).add(el("span").text(words))
    };
    el("fieldset")
        .class("tri")
        .add(words(el("legend"), &(say.does_cover)(phrase)))
        .add(option(Some(true), say.covers))
        .add(option(Some(false), say.lacks))
        .add(option(None, say.unsaid))
}
