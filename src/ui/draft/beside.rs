//! Two drafts side by side: what differs in applicant, papers and targets; what is equal is folded.

use std::sync::Arc;

use leptos::prelude::{Get, Memo};

use super::words;
use crate::address::Place;
use crate::browser::{El, el};
use crate::catalog::Registry;
use crate::draft::{Draft, Stage, Target};
use crate::i18n::{HandOver, messages};
use crate::profile::{Holding, Paper};
use crate::state::{DraftAnswers, FoundTarget};
use crate::ui::app::called;
use crate::ui::names::{named_link, paper_link, words as in_language};
use crate::ui::{Page, heading, link, p};
use crate::wording::{category_words, paper_name, summary};

/// A draft and what follows from it.
struct Side {
    draft: Arc<Draft>,
    answers: DraftAnswers,
}

/// Something that both drafts say something of.
struct Line {
    name: El,
    says: [String; 2],
}

pub(in crate::ui) fn screen(page: Page, one: &str, other: &str) -> Vec<El> {
    let ids = [one.to_owned(), other.to_owned()];
    let drafts = Memo::new(move |_| ids.each_ref().map(|id| page.drafts.find(id)));
    let all = el("p").class("eyebrow crumbs").add(link(&Place::Drafts.fragment(), words().all_drafts));
    let title = heading("").live_text(move || match drafts.get() {
        [Some(one), Some(other)] => (words().compared)(called(&one), called(&other)),
        _ => messages().not_found.to_owned(),
    });
    let (one, other) = (one.to_owned(), other.to_owned());
    let content = el("div").class("beside-drafts").live(move || match drafts.get() {
        [Some(one), Some(other)] => compared(page, [one, other]),
        [None, _] => vec![p("", &(words().unknown)(&one))],
        _ => vec![p("", &(words().unknown)(&other))],
    });
    vec![all, title, content]
}

fn compared(page: Page, drafts: [Arc<Draft>; 2]) -> Vec<El> {
    let say = messages();
    let sides = drafts.map(|draft| {
        let answers = DraftAnswers::of(page.data(), &draft.profile, &draft.targets, None, page.checker.today);
        Side { draft, answers }
    });
    let sections = [
        (say.me, applicant(page, &sides)),
        (say.papers, papers(page.data().registry, &sides)),
        (say.targets, targets(page.data().registry, &sides)),
    ];
    let differ = |lines: &[Line]| lines.iter().filter(|line| line.says[0] != line.says[1]).count();
    let many = sections.iter().fold(0_usize, |many, (_, lines)| many.saturating_add(differ(lines)));
    let names = sides.each_ref().map(|side| called(&side.draft).to_owned());
    let links = sides
        .iter()
        .map(|side| el("li").add(link(&Place::Draft(side.draft.id.clone()).fragment(), called(&side.draft))));
    let lead = p("lead", &(words().differences)(many));
    let sections = sections.into_iter().filter(|(_, lines)| !lines.is_empty());
    [lead, el("ul").class("actions").adds(links)]
        .into_iter()
        .chain(sections.map(|(title, lines)| section(title, lines, &names)))
        .collect()
}

/// What differs; what is equal stands below, folded.
fn section(title: &str, lines: Vec<Line>, names: &[String; 2]) -> El {
    let (equal, different): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|line| line.says[0] == line.says[1]);
    let both = |line: Line| {
        let said = line.says.iter().zip(names).map(|(said, name)| {
            el("p").add(el("span").class("src").text(name).text(messages().colon)).add(in_language(el("span"), said))
        });
        el("li").add(el("h3").add(line.name)).add(el("div").class("both").adds(said))
    };
    let once = |line: Line| {
        let [said, _] = &line.says;
        el("li").add(el("h3").add(line.name)).add(in_language(el("p"), said))
    };
    let many = equal.len();
    let folded = (many > 0).then(|| {
        let summary = el("summary").text(&(words().equal)(many));
        el("details").add(summary).add(el("ul").class("pairs-of").adds(equal.into_iter().map(once)))
    });
    let none = different.is_empty().then(|| p("src", words().no_difference));
    el("section")
        .class("sheet card")
        .add(el("h2").text(title))
        .add_some(none)
        .add(el("ul").class("pairs-of").adds(different.into_iter().map(both)))
        .add_some(folded)
}

/// Every question that either draft answers, and what the mini-programs do.
fn applicant(page: Page, sides: &[Side; 2]) -> Vec<Line> {
    let (say, registry) = (messages(), page.data().registry);
    let facts = registry
        .facts
        .iter()
        .filter(|fact| sides.iter().any(|side| side.answers.profile.answer(fact.id.as_str()).is_some()));
    let facts = facts.map(|fact| {
        let said = |side: &Side| {
            let answer = side.answers.profile.answer(fact.id.as_str()).and_then(|id| fact.answer(id.as_str()));
            answer.map_or(words().unsaid, |answer| say.language.of(&answer.zh, &answer.en)).to_owned()
        };
        let asked = say.language.of(&fact.zh, &fact.en);
        let asked = if fact.id.as_str() == crate::catalog::SUBJECT { say.subject } else { asked };
        Line { name: el("span").text(asked), says: sides.each_ref().map(said) }
    });
    let does = |side: &Side, id: &str| side.answers.profile.activities.contains(id);
    let activities = registry.activities.iter().filter(|one| sides.iter().any(|side| does(side, one.id.as_str())));
    let activities = activities.map(|one| {
        let said = |side: &Side| if does(side, one.id.as_str()) { words().does } else { words().unsaid }.to_owned();
        Line { name: el("span").text(say.language.of(&one.zh, &one.en)), says: sides.each_ref().map(said) }
    });
    facts.chain(activities).collect()
}

/// Every paper of which either draft says something.
fn papers(registry: &Registry, sides: &[Side; 2]) -> Vec<Line> {
    let mut papers: Vec<Paper> = Vec::new();
    for side in sides {
        let noted = side.draft.progress.iter();
        let noted = noted.map(|one| Paper { document: one.document.as_str().into(), holder: one.holder });
        for paper in side.answers.profile.papers.keys().cloned().chain(noted) {
            if !papers.contains(&paper) {
                papers.push(paper);
            }
        }
    }
    let line = |paper: Paper| Line {
        name: paper_link(&paper, &paper_name(&paper, registry, messages())),
        says: sides.each_ref().map(|side| said_of(side, &paper)),
    };
    papers.into_iter().map(line).collect()
}

/// All that a draft says of a paper.
fn said_of(side: &Side, paper: &Paper) -> String {
    let say = messages();
    let stage = side.draft.stage(paper);
    let mut said = vec![(words().stage)(stage).to_owned()];
    if let Some(Holding { covers, lacks, count, valid_until, .. }) =
        side.answers.profile.papers.get(paper).filter(|_| stage != Stage::NotBegun)
    {
        let covering = covers.iter().map(|phrase| (words().covers)(phrase));
        said.extend(covering.chain(lacks.iter().map(|phrase| (words().lacks)(phrase))));
        said.extend((*count > 1).then(|| (say.route_papers)(usize::try_from(*count).unwrap_or(usize::MAX))));
        said.extend(valid_until.map(|day| (HandOver::of(say.language).held_until)(&day.to_string())));
    }
    let note = side.draft.progress_of(paper).map(|one| one.note.trim()).filter(|note| !note.is_empty());
    said.extend(note.map(|note| (HandOver::of(say.language).label)(words().note, note)));
    said.join(say.also)
}

/// Every target of either draft, with its verdict and why.
fn targets(registry: &Registry, sides: &[Side; 2]) -> Vec<Line> {
    let say = messages();
    let mut targets: Vec<&Target> = Vec::new();
    for target in sides.iter().flat_map(|side| &side.draft.targets) {
        if !targets.contains(&target) {
            targets.push(target);
        }
    }
    let said = |side: &Side, target: &Target| {
        let known = side.answers.targets.iter().find(|one| one.target == *target);
        match known.map(|one| one.found.as_ref()) {
            None => words().no_target.to_owned(),
            Some(None) => words().no_verdict.to_owned(),
            Some(Some(FoundTarget { category, evaluation, .. })) => {
                let why = summary(evaluation, category, &side.answers.profile, registry, say).text();
                (HandOver::of(say.language).label)((say.verdict)(evaluation.verdict), &why)
            }
        }
    };
    let line = |target: &Target| {
        let address = Place::Category(target.catalog.to_string(), target.path.clone()).fragment();
        Line {
            name: named_link(&address, &category_words(&target.path, registry, say)),
            says: sides.each_ref().map(|side| said(side, target)),
        }
    };
    targets.into_iter().map(line).collect()
}
