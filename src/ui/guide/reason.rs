//! Why a question is asked: which categories it affects, and how many it settles.

use crate::address::Place;
use crate::browser::{El, el};
use crate::catalog::{CategoryPath, SUBJECT};
use crate::eligibility::{Opener, Prospect, Question, Topic};
use crate::i18n::messages;
use crate::ui::names::named_link;
use crate::ui::{Page, p};
use crate::wording::{category_words, name_words};

use super::say;

/// How many categories a sentence names.
const NAMED: usize = 3;

/// How many categories a list names at once.
const LISTED: usize = 30;

/// The reason in a sentence or two.
pub(super) fn told(page: Page, topic: &Topic) -> String {
    let interview = page.guide.interview();
    match topic {
        Topic::Question(question) => match interview.prospects.iter().find(|one| one.question == *question) {
            Some(prospect) => of_prospect(page, prospect),
            None if *question == Question::Fact(SUBJECT.into()) => say().by_subject.to_owned(),
            None => say().touches_nothing.to_owned(),
        },
        Topic::Paper(paper) => {
            let answers = page.checker.answers();
            let opener = answers.openers.iter().find(|opener| opener.paper == *paper);
            opener.map_or_else(|| say().touches_nothing.to_owned(), |opener| of_opener(page, opener))
        }
    }
}

fn of_prospect(page: Page, prospect: &Prospect) -> String {
    let mut words = (say().touches_some)(prospect.touches.len(), &some(page, prospect.touches.iter()));
    if messages().language == crate::i18n::Language::English {
        words.push(' ');
    }
    words.push_str(&(say().settles)(prospect.settles_at_least(), prospect.settles_at_most()));
    words
}

fn of_opener(page: Page, opener: &Opener) -> String {
    let opens = opener.opens.iter().chain(&opener.opens_if_confirmed);
    match opens.clone().count() {
        0 => (say().nearer)(opener.nearer.len(), &some(page, opener.nearer.iter())),
        many => (say().opens)(many, &some(page, opens)),
    }
}

/// Some of these categories by name.
fn some<'a>(page: Page, categories: impl Iterator<Item = &'a usize>) -> String {
    let known = &page.checker.rules().catalog.categories;
    let name = |at: &usize| {
        let path = &known.get(*at)?.path;
        let (first, last) = (path.first_level(), path.last_level());
        let called = |name: &str| name_words(name, page.data().registry, messages()).words;
        Some(if path.0.len() > 1 { [called(first), called(last)].join("/") } else { called(last) })
    };
    let names: Vec<String> = categories.filter_map(name).take(NAMED).collect();
    names.join(messages().list)
}

/// The reason with every category that the question affects.
pub(in crate::ui) fn reason(page: Page, prospect: &Prospect) -> Vec<El> {
    let catalog = page.checker.rules().catalog;
    let to = |path: &CategoryPath| Place::Category(catalog.id.to_string(), path.clone()).fragment();
    let paths = prospect.touches.iter().filter_map(|at| Some(&catalog.categories.get(*at)?.path));
    let called = |path: &CategoryPath| category_words(path, page.data().registry, messages());
    let items = paths.take(LISTED).map(|path| el("li").add(named_link(&to(path), &called(path))));
    let more = prospect.touches.len().saturating_sub(LISTED);
    let more = (more > 0).then(|| el("li").text(&(say().more_categories)(more)));
    let settles = p("", &(say().settles)(prospect.settles_at_least(), prospect.settles_at_most()));
    vec![settles, el("ul").adds(items).add_some(more)]
}
