//! Which papers of a draft end on which day, and what they are for.

use crate::catalog::{Category, Holder, Kind, Registry};
use crate::draft::{Draft, Target};
use crate::i18n::{Keeping, Messages};
use crate::profile::{Date, Paper, WrittenHolding};
use crate::wording::{category_words, paper_name};

/// The last day of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expiry {
    /// What tells it from every other; the same for the same paper of the same draft.
    pub uid: String,
    /// The last day.
    pub day: Date,
    /// What ends.
    pub summary: String,
    /// What it is for.
    pub description: String,
}

/// The papers of a draft that say how long they are valid, each once. `find` knows the categories.
#[must_use]
pub fn expiries<'a>(
    draft: &Draft,
    registry: &Registry,
    find: &dyn Fn(&Target) -> Option<&'a Category>,
    say: &Messages,
) -> Vec<Expiry> {
    let words = Keeping::of(say.language);
    let mut expiries: Vec<Expiry> = Vec::new();
    for holding in &draft.profile.documents {
        let Some(day) = holding.valid_until.as_deref().and_then(|day| day.parse::<Date>().ok()) else { continue };
        let paper = paper_of(holding, registry);
        let whose = if paper.holder == Holder::Partner { "-partner" } else { "" };
        let uid = format!("{}-{}{whose}@leimu", draft.id, paper.document);
        if expiries.iter().any(|known| known.uid == uid) {
            continue;
        }
        let name = paper_name(&paper, registry, say);
        let serves = draft.targets.iter().filter(|target| find(target).is_some_and(|category| asks(category, &paper)));
        let serves: Vec<String> = serves.map(|target| category_words(&target.path, registry, say).text()).collect();
        let description =
            if serves.is_empty() { words.ends_for_none.to_owned() } else { (words.ends_for)(&serves.join(say.list)) };
        expiries.push(Expiry { uid, day, summary: (words.ends)(&name), description });
    }
    expiries
}

fn paper_of(holding: &WrittenHolding, registry: &Registry) -> Paper {
    let document = registry.document_called(&holding.document).map(|(document, _)| document.id.clone());
    Paper { document: document.unwrap_or_else(|| (&*holding.document).into()), holder: holding.holder }
}

/// The category asks for the paper somewhere.
fn asks(category: &Category, paper: &Paper) -> bool {
    let mut asks = false;
    category.requirement.walk(&mut |node| {
        if let Kind::Document(asked) = &node.kind {
            asks |= asked.document == paper.document && asked.holder == paper.holder;
        }
    });
    asks
}
