//! One paper of the list: what is asked of it, how far it is, until when it is valid, what was
//! noted, and what it is for.

use std::sync::Arc;

use leptos::prelude::{Get, GetUntracked, Memo, With};

use super::undo::Before;
use super::{Shown, words};
use crate::address::Place;
use crate::browser::{El, Item, el};
use crate::catalog::Holder;
use crate::draft::Stage;
use crate::eligibility::{Need, Trouble};
use crate::i18n::{HandOver, messages};
use crate::profile::{Date, Paper};
use crate::state::DraftAnswers;
use crate::ui::applicant::Applicant;
use crate::ui::checker::coverage;
use crate::ui::icon::{Icon, mark};
use crate::ui::names::{named_link, paper_link};
use crate::ui::{on_demand, p};
use crate::wording::{asked_of, category_words, paper_name, trouble_words};

/// So many targets are named at once; more are folded away.
const NAMED: usize = 3;

/// From so many days before the last one on, the line says how many are left.
const SOON: u32 = 60;

/// All of a line that follows the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Now {
    need: Need,
    /// All targets can be had together: only then is there any sense in saying what is not needed.
    is_open: bool,
    trouble: Option<Trouble>,
    valid_until: Option<Date>,
    /// The phrases that matter or are answered.
    phrases: Vec<Arc<str>>,
}

impl Now {
    fn of(answers: &DraftAnswers, paper: &Paper) -> Self {
        let asked = answers.asked(paper);
        let holding = answers.profile.papers.get(paper);
        Self {
            need: asked.map_or(Need::Never, |asked| asked.need),
            is_open: answers.together().is_open(),
            trouble: asked.and_then(|asked| asked.trouble),
            valid_until: holding.and_then(|holding| holding.valid_until),
            phrases: answers.phrases(paper),
        }
    }
}

/// A paper in the draft on screen, from inside closures.
#[derive(Clone)]
struct Followed {
    shown: Shown,
    paper: Paper,
    /// Its name in sentences and in the names of fields.
    name: String,
    /// What the ids of its fields end with.
    id: String,
    now: Memo<Now>,
    stage: Memo<Stage>,
}

pub(super) fn line(shown: Shown, paper: Paper) -> El {
    let holder = if paper.holder == Holder::Own { "own" } else { "partner" };
    let (of_answers, of_draft) = (paper.clone(), paper.clone());
    let one = Followed {
        shown,
        name: paper_name(&paper, shown.page.data().registry, messages()),
        id: format!("{}-{holder}", paper.document),
        now: Memo::new(move |_| shown.answers.with(|answers| Now::of(answers, &of_answers))),
        stage: Memo::new(move |_| {
            shown.draft.with(|draft| draft.as_ref().map_or(Stage::NotBegun, |draft| draft.stage(&of_draft)))
        }),
        paper,
    };
    let (tags, class) = (one.clone(), one.stage);
    el("li")
        .live_attr("class", move || Some(if class.get().is_held() { "at-hand" } else { "open" }.to_owned()))
        .add(
            el("p")
                .class("asked")
                .add(paper_link(&one.paper, &asked(&one)))
                .add(el("span").class("tags").live(move || remarks(&tags))),
        )
        .add(el("div").class("fields").add(stage(&one)).add(until(&one)).add(note(&one)))
        .add(coverages(&one))
        .add(serves(&one))
}

/// The paper with all that the targets together ask of it.
fn asked(one: &Followed) -> String {
    one.shown.answers.with(|answers| {
        let serves = answers.asked(&one.paper).map(|asked| asked.serves.as_slice()).unwrap_or_default();
        let found = serves.iter().filter_map(|&at| answers.targets.get(at)?.found.as_ref());
        let requirements = found.map(|found| &found.category.requirement);
        asked_of(&one.paper, requirements, one.shown.page.data().registry, messages())
    })
}

/// Whether it is needed, what is wrong with it, and how long it is valid; all of it in words.
fn remarks(one: &Followed) -> Vec<El> {
    let (say, today) = (messages(), one.shown.page.checker.today);
    let told = HandOver::of(say.language);
    let Now { need, is_open, trouble, valid_until, .. } = one.now.get();
    let stage = one.stage.get();
    let tag = |class: &str, words: &str| el("span").class(class).text(words);
    let need = match need {
        Need::Always => Some(tag("tag must", told.needed_always)),
        Need::Sometimes => Some(tag("tag", told.needed_sometimes)),
        Need::Never if is_open && trouble.is_some() => Some(tag("tag", told.not_needed)),
        Need::Never => None,
    };
    let days = valid_until.map(|day| (day < today, day.days().zip(today.days())));
    let expiry = days.filter(|_| stage.is_held()).and_then(|(is_over, days)| match days {
        _ if is_over => Some(words().expired.to_owned()),
        Some((last, today)) if last == today => Some(words().expires_today.to_owned()),
        Some((last, today)) => Some(last.saturating_sub(today)).filter(|left| *left <= SOON).map(words().expires_in),
        None => None,
    });
    let expiry = expiry.map(|words| el("span").class("tag doubt").add(mark(Icon::Question)).text(&words));
    // What the stage says already is not said again.
    let trouble =
        trouble.filter(|trouble| matches!(trouble, Trouble::TooFew | Trouble::NotCovering | Trouble::CoverageUnsaid));
    let trouble = trouble.map(|trouble| tag("tag doubt", trouble_words(trouble, say)));
    need.into_iter().chain(expiry).chain(trouble).collect()
}

fn stage(one: &Followed) -> El {
    let (stage, own) = (one.stage, one.clone());
    let option = |choice: Stage| {
        let option = el("option").attr("value", choice.id()).text((words().stage)(choice));
        option.live_selected(move || stage.get() == choice)
    };
    el("select")
        .id(&format!("stage-{}", one.id))
        .attr("aria-label", &(words().stage_of)(&one.name))
        .adds(Stage::ALL.map(option))
        .on_change(move |id| {
            if let Some(to) = Stage::ALL.into_iter().find(|stage| stage.id() == id) {
                bring(&own, to);
            }
        })
}

fn bring(one: &Followed, to: Stage) {
    let mut before = None;
    one.shown.edit(|draft| {
        let state = draft.progress_of(&one.paper).and_then(|progress| progress.state);
        before = Some((draft.profile.holding(&one.paper).cloned(), state));
        draft.bring(&one.paper, to);
    });
    if let Some((holding, state)) = before {
        let told = (words().brought)(&one.name, (words().stage)(to));
        one.shown.remember(told, Before::Paper(one.paper.clone(), holding, state));
    }
}

/// The last day, of a paper that is at hand.
fn until(one: &Followed) -> El {
    let (id, own, now, stage) = (format!("last-day-{}", one.id), one.clone(), one.now, one.stage);
    let field = el("input")
        .id(&id)
        .attr("type", "date")
        .attr("aria-label", &(words().until_of)(&one.name))
        .live_value(move || now.with(|now| now.valid_until.map(|day| day.to_string()).unwrap_or_default()))
        .on_change(move |day| {
            let day = day.parse::<Date>().ok().map(|day| day.to_string().into());
            own.shown.edit(|draft| {
                if let Some(holding) = draft.profile.holding_mut(&own.paper) {
                    holding.valid_until = day;
                }
            });
        });
    let class =
        move || Some(if now.with(|now| now.valid_until.is_some()) { "until" } else { "until unsaid" }.to_owned());
    el("span")
        .live_attr("class", class)
        .live_flag("hidden", move || !stage.get().is_held())
        .add(el("label").attr("for", &id).text(messages().valid_until))
        .add(field)
}

fn note(one: &Followed) -> El {
    let (known, own) = (one.clone(), one.clone());
    let noted = move || {
        known.shown.look(|draft| draft.progress_of(&known.paper).map(|one| one.note.clone()).unwrap_or_default())
    };
    el("input")
        .id(&format!("note-{}", one.id))
        .class("note")
        .attr("type", "text")
        .attr("maxlength", "200")
        .attr("autocomplete", "off")
        .attr("aria-label", &(words().note_of)(&one.name))
        .attr("placeholder", words().note)
        .live_value(noted)
        .on_input(move |words| own.shown.edit(|draft| draft.set_note(&own.paper, &words)))
}

/// What it has to cover is asked where it is at hand.
fn coverages(one: &Followed) -> El {
    let (now, own) = (one.now, one.clone());
    el("div").class("coverages").live_list(move || {
        let item = |phrase: Arc<str>| {
            let (applicant, paper) = (Applicant::OnScreen(own.shown), own.paper.clone());
            Item::new(phrase.to_string(), move || coverage(applicant, &paper, &phrase))
        };
        now.get().phrases.into_iter().map(item).collect()
    })
}

/// The targets that ask for it.
fn serves(one: &Followed) -> El {
    let (say, own) = (messages(), one.clone());
    let links = move || {
        let answers = own.shown.answers.get_untracked();
        let registry = own.shown.page.data().registry;
        let serves = answers.asked(&own.paper).map(|asked| asked.serves.clone()).unwrap_or_default();
        let link = |target: &crate::draft::Target| {
            let address = Place::Category(target.catalog.to_string(), target.path.clone()).fragment();
            named_link(&address, &category_words(&target.path, registry, say))
        };
        serves.iter().filter_map(|&at| Some(link(&answers.targets.get(at)?.target))).collect::<Vec<El>>()
    };
    let many = one.shown.answers.with(|answers| answers.asked(&one.paper).map_or(0, |asked| asked.serves.len()));
    if many > NAMED {
        return on_demand(&(words().serves_so_many)(many), "", move || {
            vec![el("ul").class("serves").adds(links().into_iter().map(|link| el("li").add(link)))]
        });
    }
    let named = links().into_iter().enumerate();
    named.fold(
        p("src serves", words().serves),
        |line, (at, link)| {
            if at > 0 { line.text(say.list).add(link) } else { line.add(link) }
        },
    )
}
