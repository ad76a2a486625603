//! Catalogs and profiles as people write them, and evaluations as people would tell them.

#![allow(dead_code, reason = "every test target uses its part")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "what is given is right, or the test is wrong")]

use std::sync::{Arc, OnceLock};

use leimu::bundled;
use leimu::catalog::{AnswerId, Bundle, Catalog, Category, CategoryPath, Holder, Registry, check};
use leimu::eligibility::{
    Blocker, CatalogEvaluation, CatalogRules, Cause, Confirm, Evaluation, PaperStep, Question, Route, Step, Why,
};
use leimu::profile::{Date, Paper, Profile, WrittenProfile};
use serde_json::{Value, json};

/// The day on which everything is evaluated.
pub(crate) fn today() -> Date {
    Date::of(2026, 6, 15).unwrap()
}

/// The data that comes with the program.
pub(crate) fn bundle() -> &'static Bundle {
    static BUNDLE: OnceLock<Bundle> = OnceLock::new();
    BUNDLE.get_or_init(|| bundled().unwrap_or_else(|error| panic!("{error}")))
}

/// A catalog and what it points at.
pub(crate) struct Given {
    pub(crate) catalog: Catalog,
    pub(crate) registry: Registry,
}

/// Papers `a` to `d`; two facts whose answers are all that there are, and one with three.
pub(crate) fn small_registry() -> Registry {
    let documents = ["a", "b", "c", "d"].map(|id| json!({ "id": id, "name": id, "english": id, "kind": "licence" }));
    let fact = |id: &str, answers: &[&str]| {
        let answers: Vec<_> = answers.iter().map(|id| json!({ "id": id, "zh": id, "en": id })).collect();
        json!({ "id": id, "zh": id, "en": id, "answers": answers })
    };
    let facts = [
        fact("subject", &["personal", "enterprise", "government"]),
        fact("school", &["public", "private"]),
        fact("chain", &["yes", "no"]),
    ];
    let activities = json!([{ "id": "selling", "zh": "selling", "en": "selling" }]);
    let methods = json!([{ "id": "tags", "zh": "tags", "en": "tags", "page": "" }]);
    let facts = json!({ "facts": facts, "activities": activities, "access_methods": methods });
    Registry::read(&json!({ "documents": documents }).to_string(), &facts.to_string()).unwrap()
}

/// A catalog with these categories, written as in the data.
pub(crate) fn small_catalog(opening: &Value, categories: &Value) -> Value {
    json!({
        "id": "small", "platform": "wechat", "title": "", "short": "", "publisher": "", "page": null,
        "date": "2026", "date_known": "inferred", "date_note": "", "copy": "", "file": "",
        "warning": { "words": "", "line": 1 }, "opening": opening, "categories": categories,
    })
}

/// The catalog that is written like this, whatever it points at.
#[track_caller]
pub(crate) fn read_catalog(written: &Value) -> Catalog {
    Catalog::read(&written.to_string()).unwrap_or_else(|faults| panic!("{faults:?}"))
}

impl Given {
    /// A catalog of one category that asks for this.
    #[track_caller]
    pub(crate) fn small(requirement: &Value) -> Self {
        let categories = json!([{ "path": ["it"], "line": 1, "requirement": requirement }]);
        let catalog = read_catalog(&small_catalog(&json!([]), &categories));
        let registry = small_registry();
        assert_eq!(check::catalog(&catalog, &registry), [], "the small catalog has to hold together");
        Self { catalog, registry }
    }

    /// One of the bundled catalogs.
    #[track_caller]
    pub(crate) fn bundled(catalog: &str) -> Self {
        let bundle = bundle();
        Self { catalog: bundle.catalog(catalog).unwrap().clone(), registry: bundle.registry.clone() }
    }

    /// A profile written as in section 5 of the formats.
    #[track_caller]
    pub(crate) fn profile(&self, written: &Value) -> Profile {
        let written: WrittenProfile = serde_json::from_value(written.clone()).unwrap();
        written.read(&self.registry).unwrap_or_else(|errors| panic!("{errors:?}"))
    }

    #[track_caller]
    pub(crate) fn evaluate(&self, profile: &Value) -> CatalogEvaluation {
        self.rules().evaluate(&self.profile(profile), today())
    }

    pub(crate) fn rules(&self) -> CatalogRules<'_> {
        CatalogRules::new(&self.catalog, &self.registry)
    }

    #[track_caller]
    pub(crate) fn category(&self, path: &[&str]) -> (usize, &Category) {
        let path = CategoryPath::of(path);
        self.catalog
            .categories
            .iter()
            .enumerate()
            .find(|(_, category)| category.path == path)
            .unwrap_or_else(|| panic!("{} has no category {path}", self.catalog.id))
    }

    /// The evaluation of one category.
    #[track_caller]
    pub(crate) fn of(&self, path: &[&str], profile: &Value) -> Evaluation {
        let (at, _) = self.category(path);
        Arc::unwrap_or_clone(self.evaluate(profile).categories.swap_remove(at))
    }

    /// Verdict, routes and questions, told line by line.
    #[track_caller]
    pub(crate) fn check(&self, path: &[&str], profile: &Value, expected: &[&str]) {
        let found = self.of(path, profile);
        let mut told = vec![found.verdict.id().to_owned()];
        told.extend(found.routes.iter().map(|route| format!("route: {}", told_route(route))));
        told.extend(found.questions.iter().map(|question| format!("question: {}", Question::id(question))));
        assert_eq!(told, expected, "{path:?} for {profile}");
        assert!(!found.routes.is_cut() && !found.blockers.is_cut(), "{path:?} for {profile} is cut");
    }

    /// The blockers, told line by line; an exclamation mark stands before those that nothing mends.
    #[track_caller]
    pub(crate) fn check_blockers(&self, path: &[&str], profile: &Value, expected: &[&str]) {
        let found = self.of(path, profile);
        let told: Vec<String> = found.blockers.iter().map(told_blocker).collect();
        assert_eq!(told, expected, "{path:?} for {profile}");
    }
}

pub(crate) fn told_route(route: Route<'_>) -> String {
    told_steps(route.steps())
}

pub(crate) fn told_steps<'a>(steps: impl Iterator<Item = &'a Step>) -> String {
    steps.map(told_step).collect::<Vec<_>>().join(" + ")
}

fn told_step(step: &Step) -> String {
    match step {
        Step::Confirm(Confirm { fact, answers }) => {
            let answers: Vec<_> = answers.iter().map(AnswerId::as_str).collect();
            format!("confirm {fact}={}", answers.join("|"))
        }
        Step::Obtain(step) => format!("obtain {}", told_paper(step)),
        Step::Extend(step) => format!("extend {}", told_paper(step)),
        Step::Renew(step) => format!("renew {}", told_paper(step)),
        Step::Count(step) => format!("count {}", told_paper(step)),
    }
}

fn told_paper(step: &PaperStep) -> String {
    let Paper { document, holder } = &step.paper;
    let whose = if *holder == Holder::Partner { "partner's " } else { "" };
    let covers = if step.covers.is_empty() { String::new() } else { format!(" ({})", step.covers.join(",")) };
    let count = if step.count == 1 { String::new() } else { format!(" x{}", step.count) };
    format!("{whose}{document}{covers}{count}")
}

fn told_blocker(blocker: Blocker<'_>) -> String {
    let causes: Vec<_> = blocker.causes().map(told_cause).collect();
    format!("{}{}", if blocker.is_final() { "! " } else { "" }, causes.join(" + "))
}

fn told_cause(cause: &Cause) -> String {
    let rule = if cause.rule.is_some() { " by opening rule" } else { "" };
    match &cause.why {
        Why::Paper { asked, trouble, .. } => format!("{} {trouble:?}", told_paper(asked)),
        Why::Fact { fact, is, answered } => {
            let is: Vec<_> = is.iter().map(AnswerId::as_str).collect();
            let answered = answered.as_ref().map_or("open".to_owned(), ToString::to_string);
            format!("{fact}={} but {answered}{rule}", is.join("|"))
        }
        Why::OnRequest(channel) => format!("on request: {channel}"),
        Why::Unlisted => "unlisted".to_owned(),
    }
}
