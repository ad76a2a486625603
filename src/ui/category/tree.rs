//! The requirement as a tree: what is alternative, what is cumulative, what is met.
//!
//! Its shape never changes while the category is on screen, so the elements are made once and
//! only values, words of trouble and buttons follow the profile: a button keeps the focus when
//! it is pressed.

use leptos::prelude::{Get, Memo};

use super::Shown;
use crate::browser::{El, el};
use crate::catalog::{Asked, Coverage, Kind, Reading, Requirement};
use crate::eligibility::{Cause, Explained, PaperStep, Value, Why};
use crate::i18n::messages;
use crate::profile::Paper;
use crate::ui::checker::hold_button;
use crate::ui::icon::{Icon, mark};
use crate::ui::names::{paper_link, quoted, words};
use crate::wording::{asked_name, name_words, trouble_words};

/// What is known of one node at the moment.
type Known = (Value, Option<Cause>);

/// The nodes of the requirement in the order of the tree, each before its members.
#[derive(Clone, Copy)]
struct Tree {
    shown: Shown,
    known: Memo<Vec<Known>>,
}

pub(super) fn tree(shown: Shown) -> El {
    let known = Memo::new(move |_| {
        let mut nodes = Vec::new();
        let answers = shown.page.checker.answers();
        if let Some(root) = shown.rules.explain(shown.at, &answers.profile, shown.page.checker.today) {
            flatten(root, &mut nodes);
        }
        nodes
    });
    Tree { shown, known }.node(&shown.category.requirement, shown.category.line, &mut 0)
}

fn flatten(node: Explained<'_>, nodes: &mut Vec<Known>) {
    nodes.push((node.value, node.cause));
    for member in node.members {
        flatten(member, nodes);
    }
}

impl Tree {
    fn value(self, at: usize) -> Value {
        self.known.get().get(at).map_or(Value::Unknown, |(value, _)| *value)
    }

    fn cause(self, at: usize) -> Option<Cause> {
        self.known.get().into_iter().nth(at).and_then(|(_, cause)| cause)
    }

    /// A node with everything below. Alternatives hang on a dashed line, what is cumulative on a
    /// solid one; the words say it as well.
    fn node(self, node: &'static Requirement, line_above: u32, next: &mut usize) -> El {
        let say = messages();
        let at = *next;
        *next = next.saturating_add(1);
        let line = node.line.unwrap_or(line_above);
        let members = node.members();
        let (words, is_any) = match &node.kind {
            Kind::All(_) => (say.all_of.to_owned(), false),
            Kind::Any(_) => ((say.any_of)(members.len()), true),
            Kind::AtLeast(least, _) => ((say.at_least)(*least, members.len()), true),
            _ => return self.leaf(node, line, at),
        };
        let mut list = el("ul").class(if is_any { "node any" } else { "node" });
        for (place, member) in members.iter().enumerate() {
            let or = (is_any && place > 0).then(|| el("p").class("or").text(say.either));
            list = list.add(el("li").add_some(or).add(self.node(member, line, next)));
        }
        let joint = el("span").class("joint").add(self.state(at)).add(el("span").text(&words));
        el("div").class("branch").add(el("div").class("join").add(joint).add_some(remarks(node))).add(list)
    }

    fn leaf(self, node: &'static Requirement, line: u32, at: usize) -> El {
        let say = messages();
        let registry = self.shown.rules.registry;
        let (name, more): (String, Option<String>) = match &node.kind {
            Kind::Document(asked) => {
                let issuer = asked.issuer.as_deref();
                let known = registry.document(asked.document.as_str());
                let issuer = issuer.or_else(|| known?.issuer.as_deref());
                (self.asked(asked), issuer.map(|issuer| (say.issued_by)(&name_words(issuer, registry, say).text())))
            }
            Kind::Fact(condition) => {
                let fact = registry.fact(condition.fact.as_str());
                let answers = fact.map(|fact| fact.answers.as_slice()).unwrap_or_default();
                let serve = answers.iter().filter(|answer| condition.is.contains(&answer.id));
                let names: Vec<&str> = serve.map(|answer| say.language.of(&answer.zh, &answer.en)).collect();
                (names.join(say.or), fact.map(|fact| say.language.of(&fact.zh, &fact.en).to_owned()))
            }
            Kind::OnRequest(channel) => ((say.on_request)(channel), None),
            Kind::Nothing => (say.nothing_asked.to_owned(), None),
            _ => (say.unlisted.to_owned(), None),
        };
        let state = if matches!(node.kind, Kind::Unlisted) { mark(Icon::Dash) } else { self.state(at) };
        let small = move || {
            let trouble = self.cause(at).and_then(|cause| self.trouble(&cause));
            more.iter().cloned().chain(trouble).collect::<Vec<_>>().join(" · ")
        };
        let asked = match &node.kind {
            Kind::Document(asked) => el("span").class("asked").add(paper_link(&paper(asked), &name)),
            _ => words(el("span").class("asked"), &name),
        };
        let asked = asked.add(el("small").live_text(small)).add_some(remarks(node));
        let hold = match &node.kind {
            Kind::Document(asked) => Some(hold_button(self.shown.page, &paper(asked))),
            _ => None,
        };
        el("div")
            .class("leaf")
            .add(state)
            .add(asked)
            // A row of a table is one line, and the head of the screen has it.
            .add_some((line != self.shown.category.line).then(|| el("span").class("where").text(&(say.line)(line))))
            .add_some(hold)
    }

    fn asked(self, asked: &Asked) -> String {
        let step = PaperStep { paper: paper(asked), covers: asked.coverage.phrases().to_vec(), count: asked.count };
        asked_name(&step, matches!(asked.coverage, Coverage::Any(_)), self.shown.rules.registry, messages())
    }

    /// What is wrong with a leaf that is not met, in a few words.
    fn trouble(self, cause: &Cause) -> Option<String> {
        let say = messages();
        let words = match &cause.why {
            Why::Paper { trouble, .. } => trouble_words(*trouble, say),
            Why::Fact { answered: None, .. } => say.fact_open,
            Why::Fact { fact, answered: Some(answer), .. } => {
                let fact = self.shown.rules.registry.fact(fact.as_str());
                let known = fact.and_then(|fact| fact.answer(answer.as_str()));
                return Some((say.fact_otherwise)(
                    known.map_or(answer.as_str(), |known| say.language.of(&known.zh, &known.en)),
                ));
            }
            Why::OnRequest(_) | Why::Unlisted => return None,
        };
        Some(words.to_owned())
    }

    /// The value of a node as a mark with a name.
    fn state(self, at: usize) -> El {
        let say = messages();
        el("span").live_attr("class", move || Some(format!("state {}", class(self.value(at))))).live(move || {
            let value = self.value(at);
            let words = match value {
                Value::Met => say.value_met,
                Value::Unmet => say.value_unmet,
                Value::Unknown => say.value_unknown,
            };
            vec![mark(Icon::of_value(value)), el("span").class("unseen").text(words).text(say.colon)]
        })
    }
}

fn class(value: Value) -> &'static str {
    match value {
        Value::Met => "ready",
        Value::Unmet => "missing",
        Value::Unknown => "ask",
    }
}

fn paper(asked: &Asked) -> Paper {
    Paper { document: asked.document.clone(), holder: asked.holder }
}

/// How the node was read, and why.
fn remarks(node: &'static Requirement) -> Option<El> {
    let say = messages();
    let reading = match node.reading {
        Reading::Literal => node.note.as_ref().map(|_| say.notes),
        Reading::Inferred => Some(say.inferred),
        Reading::Ambiguous => Some(say.ambiguous),
    };
    Some(
        el("details")
            .class("reading")
            .add(el("summary").text(reading?))
            .add_some(node.words.as_deref().map(|words| quoted(el("blockquote"), words)))
            .add_some(node.note.as_deref().map(|note| quoted(el("p"), note))),
    )
}
