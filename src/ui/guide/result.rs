//! What came of the questions: what is open, what is nearest, where to go from here.

use super::{answers, say, way_out};
use crate::address::{Asking, AskingStep, Place};
use crate::browser::{El, el};
use crate::eligibility::{Topic, Verdict};
use crate::ui::checker::{activities, headline, line};
use crate::ui::{Page, heading, link, p};

/// How many categories of a kind are shown.
const SHOWN: usize = 6;

pub(super) fn screen(page: Page, asking: &Asking) -> Vec<El> {
    let filters = &asking.filters;
    let all = Place::Checker(filters.clone()).fragment();
    let again = Asking { passed: Vec::new(), ..asking.clone() }.at(AskingStep::Next).fragment();
    let on = asking.at(AskingStep::Next).fragment();
    let topics: Vec<Topic> = asking.passed.iter().map(|id| Topic::read(id)).collect();
    let passed = move || {
        let profile = &page.checker.answers().profile;
        topics.iter().filter(|topic| !topic.is_answered(profile)).count()
    };
    let many = passed.clone();
    let body = el("div")
        .class("body")
        .add(el("p").class("eyebrow actions").add(way_out(filters)))
        .add(answers::progress(page))
        .add(heading("").live_text(move || headline(page)))
        .add(
            el("p")
                .class("actions")
                .add(
                    el("a")
                        .class("go")
                        .attr("href", &all)
                        .live_text(move || (say().all_categories)(page.guide.interview().total)),
                )
                .add(
                    link(&again, "")
                        .class("soft")
                        .live_flag("hidden", move || passed() == 0)
                        .live_text(move || (say().passed)(many())),
                )
                .add(
                    link(&on, "")
                        .class("soft")
                        .live_flag("hidden", move || page.guide.interview().questions == 0)
                        .live_text(move || answers::on_to(page.guide.interview().questions)),
                ),
        )
        .add(list(page, say().open_now, Some(say().none_open), &[Verdict::Ready]))
        .add(list(page, say().nearest, None, &[Verdict::Ask, Verdict::Missing]))
        .add(
            el("section")
                .class("sheet card")
                .live_flag("hidden", move || page.checker.shelf().activities().is_empty())
                .add(activities(page)),
        );
    vec![body, answers::side(page, asking)]
}

/// The first categories of these verdicts, which stand nearest first.
fn list(page: Page, title: &str, none: Option<&'static str>, verdicts: &'static [Verdict]) -> El {
    let rows = move || {
        let groups = page.checker.groups();
        let those = groups.iter().filter(|group| verdicts.contains(&group.verdict));
        those.flat_map(|group| group.rows.clone()).collect::<Vec<_>>()
    };
    el("section")
        .live_flag("hidden", move || none.is_none() && rows().is_empty())
        .add(el("h2").text(title))
        .add(el("ul").class("sheet rows").live(move || rows().iter().take(SHOWN).map(|row| line(row)).collect()))
        .add(p("src", "").live_text(move || match (rows().len(), none) {
            (0, Some(none)) => none.to_owned(),
            (many, _) if many > SHOWN => (say().more_rows)(many.saturating_sub(SHOWN)),
            _ => String::new(),
        }))
}
