//! What a catalog rightly says beyond the words of its row: it is laid down, and has to be there.

use leimu::catalog::{AnswerId, Asked, Kind};

use super::Claims;
use crate::check::accepted::{SHARED, UNSAID, Unsaid};
use crate::normal;

impl Claims<'_, '_> {
    /// What a row says once for several nodes stands for all of them, not for fewer.
    pub(super) fn shared(&mut self) {
        let Some(first) = self.leaves.leaves.first() else { return };
        let (catalog, line) = (self.place.catalog.id.as_str(), first.line);
        for shared in SHARED.iter().filter(|shared| shared.at == (catalog, line)) {
            for words in shared.words {
                let name = normal::name(words);
                let found = self.row.claims.iter().find(|claim| normal::name(&self.row.claimed(claim)) == name);
                let nodes = found.map_or(0, |claim| claim.leaves.len());
                if nodes != shared.nodes {
                    self.notebook.fault(line, format!("“{words}” stands for {} nodes, not for {nodes}", shared.nodes));
                }
            }
        }
    }

    /// What follows from the row has to be there, although no words of the row stand for it.
    pub(super) fn unsaid(&mut self) {
        let lines: Vec<u32> = self.row.glyphs.iter().map(|glyph| glyph.line).collect();
        for ((catalog, line), unsaid) in &UNSAID {
            if *catalog != self.place.catalog.id.as_str() || !lines.contains(line) {
                continue;
            }
            let nodes = self.leaves.leaves.iter().filter(|leaf| leaf.line == *line).map(|leaf| &leaf.node.kind);
            let found = nodes.filter(|kind| match (unsaid, kind) {
                (Unsaid::Count(document, count), Kind::Document(asked)) => {
                    asked.document.as_str() == *document && asked.count == *count
                }
                (Unsaid::Condition(fact, answer), Kind::Fact(condition)) => {
                    condition.fact.as_str() == *fact && condition.is.iter().map(AnswerId::as_str).eq([*answer])
                }
                _ => false,
            });
            if found.count() != 1 {
                let what = match unsaid {
                    Unsaid::Count(document, count) => format!("{count} of `{document}`"),
                    Unsaid::Condition(fact, answer) => format!("the condition `{fact}` = {answer}"),
                };
                self.notebook.fault(*line, format!("{what} follows from the row and is not in the catalog"));
            }
        }
    }

    pub(super) fn is_unsaid_count(&self, at: usize, asked: &Asked) -> bool {
        UNSAID.iter().any(|(place, unsaid)| {
            self.is_at(*place, self.leaf(at))
                && matches!(unsaid, Unsaid::Count(document, count)
                    if *document == asked.document.as_str() && *count == asked.count)
        })
    }
}
