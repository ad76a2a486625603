//! The requirement as a tree: what is alternative, what is cumulative, what is met.
//!
//! Its shape never changes while the category is on screen, so the elements are made once and
//! only values, words of trouble and buttons follow the profile: a button keeps the focus when
//! it is pressed.

use super::Shown;
use super::known::Known;
use crate::browser::{El, el};
use crate::catalog::{Asked, Coverage, Kind, Reading, Requirement};
use crate::eligibility::{Cause, PaperStep, Value, Why};
use crate::i18n::{Branches, messages};
use crate::profile::Paper;
use crate::ui::checker::hold_button;
use crate::ui::icon::{Icon, mark};
use crate::ui::names::{live_words, paper_link, quoted, remark, words};
use crate::wording::{asked_name, channel_words, condition_words, name_words, trouble_words};

#[derive(Clone, Copy)]
struct Tree {
    shown: Shown,
    known: Known,
}

/// A member of a node: the requirement, and its number in the order of the tree.
#[derive(Clone, Copy)]
struct Member {
    node: &'static Requirement,
    at: usize,
}

pub(super) fn tree(shown: Shown) -> El {
    let root = Member { node: &shown.category.requirement, at: 0 };
    Tree { shown, known: Known::of(shown) }.member(root, shown.category.line)
}

impl Member {
    /// Its own members. Numbers go down the tree, each node before its members.
    fn members(self) -> Vec<Self> {
        let mut at = self.at;
        let mut members = Vec::new();
        for node in self.node.members() {
            at = at.saturating_add(1);
            members.push(Self { node, at });
            let mut below = 0_usize;
            node.walk(&mut |_| below = below.saturating_add(1));
            at = at.saturating_add(below.saturating_sub(1));
        }
        members
    }
}

impl Tree {
    /// A node with everything below.
    fn member(self, member: Member, line_above: u32) -> El {
        let line = member.node.line.unwrap_or(line_above);
        match &member.node.kind {
            Kind::All(_) => {
                let members = member.members();
                let is_about_applicant = |one: &&Member| matches!(one.node.kind, Kind::Fact(_));
                let conditions: Vec<Member> = members.iter().filter(is_about_applicant).copied().collect();
                let rest: Vec<Member> = members.iter().filter(|one| !is_about_applicant(one)).copied().collect();
                match (conditions.is_empty(), rest.as_slice()) {
                    (true, _) | (_, []) => self.group(member, &members, line),
                    (false, &[only]) => self.case(member, &conditions, self.member(only, line)),
                    (false, _) => self.case(member, &conditions, self.group(member, &rest, line)),
                }
            }
            Kind::Any(_) | Kind::AtLeast(..) => self.group(member, &member.members(), line),
            _ => self.leaf(member.node, line, member.at),
        }
    }

    /// Members under what joins them. Alternatives hang on a dashed line with “or” between them,
    /// what is cumulative on a solid one with “and”; the words above say it as well.
    fn group(self, member: Member, members: &[Member], line: u32) -> El {
        let say = messages();
        let branches = Branches::of(say.language);
        let Member { node, at } = member;
        let many = members.len();
        let (words, class, between) = match &node.kind {
            Kind::Any(_) => ((say.any_of)(many), "node any", Some(say.either)),
            Kind::AtLeast(least, _) => ((say.at_least)(*least, many), "node some", None),
            _ => ((branches.all_of)(many), "node all", Some(branches.both)),
        };
        let id = format!("node-{at}");
        let mut list = el("ul").class(class).attr("role", "list").attr("aria-labelledby", &id);
        for (place, &one) in members.iter().enumerate() {
            let joint = between.filter(|_| place > 0).map(|words| el("p").class("between").text(words));
            let is_any = matches!(node.kind, Kind::Any(_));
            let is_nearest = move || is_any && self.known.is_nearest(one.at, at);
            let nearest = is_any
                .then(|| el("p").class("nearest").live_flag("hidden", move || !is_nearest()).text(branches.nearest));
            list = list.add(
                el("li")
                    .live_attr("class", move || is_nearest().then(|| "near".to_owned()))
                    .add_some(joint)
                    .add_some(nearest)
                    .add(self.member(one, line)),
            );
        }
        let joint = el("p")
            .id(&id)
            .class("joint")
            .add(self.state(at))
            .add(el("b").text(&words))
            .text(" ")
            .add(el("span").class("so-far").live_text(move || self.known.so_far(at, node)));
        el("div").class("branch").add(el("div").class("join").add(joint).add_some(self.remarks(node))).add(list)
    }

    /// A branch for some applicants: the condition first, then what is asked of them. For everybody
    /// else it is folded away, with the reason, be it the whole requirement.
    fn case(self, member: Member, conditions: &[Member], asked: El) -> El {
        let whole = conditions.to_vec();
        let is_for_others = move || whole.iter().any(|one| self.known.value(one.at) == Value::Unmet);
        let mut head = el("summary").class("when");
        for one in conditions {
            head = head.add(self.condition(*one));
        }
        let is_folded = is_for_others.clone();
        let class = move || Some(if is_for_others() { "case off" } else { "case" }.to_owned());
        el("details")
            .live_flag("open", move || !is_folded())
            .live_attr("class", class)
            .add(head)
            .add_some(self.remarks(member.node))
            .add(asked)
    }

    /// Who a branch is for, and whether the applicant is.
    fn condition(self, member: Member) -> El {
        let say = messages();
        let branches = Branches::of(say.language);
        let at = member.at;
        let Kind::Fact(condition) = &member.node.kind else { return el("span") };
        let fact = self.shown.rules.registry.fact(condition.fact.as_str());
        let words = fact.map_or_else(String::new, |fact| condition_words(fact, &condition.is, say));
        let state = move || {
            let trouble = self.known.cause(at).and_then(|cause| self.trouble(&cause));
            match self.known.value(at) {
                Value::Met => branches.applies.to_owned(),
                Value::Unknown => branches.applies_perhaps.to_owned(),
                Value::Unmet => {
                    [branches.applies_not].into_iter().map(str::to_owned).chain(trouble).collect::<Vec<_>>().join(" · ")
                }
            }
        };
        let icon = el("span").class("state").live(move || {
            vec![mark(match self.known.value(at) {
                Value::Met => Icon::Tick,
                Value::Unknown => Icon::Question,
                Value::Unmet => Icon::Dash,
            })]
        });
        let words = el("span").add(el("b").text(&words).text(say.colon)).text(" ").add(live_words(el("small"), state));
        el("span").class("condition").add(icon).add(words)
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
            Kind::OnRequest(channel) => (channel_words(channel, registry, say), None),
            Kind::Nothing => (say.nothing_asked.to_owned(), None),
            _ => (say.unlisted.to_owned(), None),
        };
        let state = if matches!(node.kind, Kind::Unlisted) { mark(Icon::Dash) } else { self.state(at) };
        let small = move || {
            let trouble = self.known.cause(at).and_then(|cause| self.trouble(&cause));
            more.iter().cloned().chain(trouble).collect::<Vec<_>>().join(" · ")
        };
        let asked = match &node.kind {
            Kind::Document(asked) => el("span").class("asked").add(paper_link(&paper(asked), &name)),
            _ => words(el("span").class("asked"), &name),
        };
        let asked = asked.add(live_words(el("small"), small)).add_some(self.remarks(node));
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
        el("span").live_attr("class", move || Some(format!("state {}", class(self.known.value(at))))).live(move || {
            let value = self.known.value(at);
            let words = match value {
                Value::Met => say.value_met,
                Value::Unmet => say.value_unmet,
                Value::Unknown => say.value_unknown,
            };
            vec![mark(Icon::of_value(value)), el("span").class("unseen").text(words).text(say.colon)]
        })
    }

    /// How the node was read, and why.
    fn remarks(self, node: &'static Requirement) -> Option<El> {
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
                .add_some(node.note.as_deref().map(|note| remark(el("p"), note, self.shown.rules.registry))),
        )
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
