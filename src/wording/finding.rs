//! Findings about a catalog in words: one sentence or two, for a person who knows the papers and
//! not the data.

use crate::catalog::{Asked, Condition, Coverage, Kind, Registry, Requirement};
use crate::eligibility::{Confirm, PaperStep};
use crate::i18n::{Findings, Messages};
use crate::lint::{Finding, Heading, Joined, Member, What};
use crate::profile::Paper;

use super::paper::{asked_name, confirm_words, paper_name};

/// How many members of a group are named; the others are counted.
const NAMED: usize = 3;

/// Where it stands, what is wrong and what would be right.
#[must_use]
pub fn finding_words(finding: &Finding, registry: &Registry, say: &Messages) -> String {
    let teller = Teller { registry, say, words: Findings::of(say.language) };
    let what = teller.what(finding);
    let told = (teller.words.at)(&finding.place.path.to_string(), finding.place.line, &what);
    // Words of a source may run over several lines; a finding is one.
    told.replace(['\n', '\r'], " ")
}

struct Teller<'a> {
    registry: &'a Registry,
    say: &'a Messages,
    words: &'static Findings,
}

impl Teller<'_> {
    fn what(&self, finding: &Finding) -> String {
        let words = self.words;
        match &finding.what {
            What::NeverOpen { conflict: Some(node) } => (words.never_open)(&self.node(node)),
            What::NeverOpen { conflict: None } => words.never_open_by_rules.to_owned(),
            What::NeverMet { node, alone: true } => (words.never_met)(&self.node(node)),
            What::NeverMet { node, alone: false } => (words.never_met_here)(&self.node(node)),
            What::Absorbed { spare, kept } => {
                (words.absorbed)(&self.node(&spare.node), number(spare), &self.node(&kept.node), number(kept))
            }
            What::Superfluous { spare, kept } => {
                (words.superfluous)(&self.node(&spare.node), number(spare), &self.node(&kept.node), number(kept))
            }
            What::Repeated { spare, kept } => (words.repeated)(&self.node(&kept.node), number(kept), number(spare)),
            What::SamePaper { spare, kept, joined } => self.same_paper(spare, kept, *joined),
            What::SupplementNowhere { name, meant: None } => (words.supplement_nowhere)(name),
            What::SupplementNowhere { name, meant: Some(path) } => (words.supplement_meant)(name, &path.to_string()),
            What::SupplementCircle { paths } => match paths.as_slice() {
                [only] => (words.supplement_itself)(&only.to_string()),
                several => {
                    let round = several.iter().chain(several.first());
                    (words.supplement_circle)(&round.map(ToString::to_string).collect::<Vec<_>>())
                }
            },
            What::AccessThroughItself { method } => {
                let known = self.registry.access_method(method.as_str());
                let name = known.map_or(method.as_str(), |known| self.say.language.of(&known.zh, &known.en));
                (words.access_itself)(name)
            }
            What::HeadingDiffers { heading, .. } | What::HeadingUnmatched { heading } if heading.least > heading.of => {
                (words.heading_impossible)(&heading.words)
            }
            What::HeadingDiffers { heading, least, members } => {
                (words.heading_differs)(&heading.words, &(words.shape)(*least, *members), &self.right(heading))
            }
            What::HeadingUnmatched { heading } => (words.heading_unmatched)(&heading.words, &self.right(heading)),
        }
    }

    fn right(&self, heading: &Heading) -> String {
        (self.words.shape)(heading.least, heading.of)
    }

    fn same_paper(&self, spare: &Member, kept: &Member, joined: Joined) -> String {
        let Kind::Document(asked) = &kept.node.kind else { return String::new() };
        let paper = paper_name(&paper(asked), self.registry, self.say);
        let (kept_words, spare_words) = (self.as_written(&kept.node), self.as_written(&spare.node));
        let (kept_at, spare_at) = (number(kept), number(spare));
        match joined {
            Joined::Any | Joined::All => (self.words.same_paper)(&paper, &kept_words, kept_at, &spare_words, spare_at),
            Joined::AtLeast { least, members } => {
                let shape = (self.words.shape)(least, members);
                (self.words.counted_twice)(&paper, &kept_words, kept_at, &spare_words, spare_at, &shape)
            }
        }
    }

    /// A paper with the name that the source gives it, where it gives another one.
    fn as_written(&self, node: &Requirement) -> String {
        let name = self.node(node);
        match &node.words {
            Some(words) if !name.contains(&**words) => (self.words.as_written)(&name, words),
            _ => name,
        }
    }

    /// What a node asks for, briefly.
    fn node(&self, node: &Requirement) -> String {
        let words = self.words;
        match &node.kind {
            Kind::Nothing => words.nothing.to_owned(),
            Kind::Unlisted => words.unlisted.to_owned(),
            Kind::OnRequest(_) => words.on_request.to_owned(),
            Kind::Document(asked) => {
                let covers = asked.coverage.phrases().to_vec();
                let step = PaperStep { paper: paper(asked), covers, count: asked.count };
                asked_name(&step, matches!(asked.coverage, Coverage::Any(_)), self.registry, self.say)
            }
            Kind::Fact(Condition { fact, is }) => {
                let confirm = Confirm { fact: fact.clone(), answers: is.as_slice().into() };
                confirm_words(&confirm, self.registry, self.say)
            }
            Kind::All(members) => self.group(members, &|named, more| (words.all)(named, more)),
            Kind::Any(members) => self.group(members, &|named, more| (words.any)(named, more)),
            Kind::AtLeast(least, members) => {
                self.group(members, &|named, more| (words.at_least)(*least as usize, named, more))
            }
        }
    }

    fn group(&self, members: &[Requirement], joined: &dyn Fn(&[String], usize) -> String) -> String {
        let inside = |member: &Requirement| match member.members().len() {
            0 | 1 => self.node(member),
            _ => (self.words.inner)(&self.node(member)),
        };
        let named: Vec<String> = members.iter().take(NAMED).map(inside).collect();
        joined(&named, members.len().saturating_sub(NAMED))
    }
}

fn paper(asked: &Asked) -> Paper {
    Paper { document: asked.document.clone(), holder: asked.holder }
}

/// People count from 1.
fn number(member: &Member) -> usize {
    member.position.saturating_add(1)
}
