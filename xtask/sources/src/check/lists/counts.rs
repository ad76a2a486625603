//! How many of each paper a list asks for.

use leimu::catalog::Kind;

use super::{List, outline};

impl List<'_, '_> {
    /// A count that ends here: where it starts, and how many it is.
    pub(super) fn count_before(&self, end: usize, from: usize) -> Option<(usize, u32)> {
        (from..end).find_map(|start| {
            let (to, count) = self.count_at(start)?;
            (to == end && self.row.is_free(start, end)).then_some((start, count))
        })
    }

    /// A count in brackets that starts here.
    pub(super) fn count_behind(&self, start: usize, until: usize) -> Option<(usize, u32)> {
        let is_bracket = self.row.glyphs[start].c == '(';
        let (inner, count) = self.count_at(start + 1).filter(|_| is_bracket)?;
        let end = inner + 1;
        let is_closed = end <= until && self.row.glyphs[inner].c == ')';
        (is_closed && self.row.is_free(start, end)).then_some((end, count))
    }

    /// “至少2家及以上的”: where it ends, and how many it is. Of a range it is the least.
    fn count_at(&self, start: usize) -> Option<(usize, u32)> {
        let c = |at: usize| self.row.glyphs.get(at).map_or('\n', |glyph| glyph.c);
        let mut at = start;
        let skip = |at: usize, words: &[&str]| {
            let found = words.iter().map(|words| words.chars().collect::<Vec<_>>());
            found.filter(|words| self.row.stands_at(words, at)).map(|words| at + words.len()).max().unwrap_or(at)
        };
        at = skip(at, &["均需提供", "提供", "需提供", "与"]);
        at = skip(at, &["至少"]);
        let count = match c(at) {
            '两' => 2,
            digit if digit.is_ascii_digit() && !c(at + 1).is_ascii_digit() => digit.to_digit(10)?,
            written => u32::try_from(outline::written(written)?).ok()?,
        };
        at += 1;
        if c(at) == '-' && c(at + 1).is_ascii_digit() {
            at += 2;
        }
        if !matches!(c(at), '家' | '份' | '张' | '名') {
            return None;
        }
        at = skip(at + 1, &["及以上", "或以上", "以上"]);
        Some((skip(at, &["的"]), count))
    }

    /// How many of each paper: as the words beside it say, or those behind the alternatives.
    pub(super) fn how_many(&mut self) {
        let counts = std::mem::take(&mut self.counts);
        for (order, (at, said)) in counts.iter().enumerate() {
            let (Some(asked), Some(place)) = (self.papers(*at), self.found[*at]) else { continue };
            let item = outline::item_at(&self.items, place.0);
            let mut wanted = said.iter().copied().max();
            let mut end = place.1;
            for (later, count) in counts.iter().skip(order + 1) {
                let Some(next) = self.found[*later].filter(|_| wanted.is_none()) else { break };
                if outline::item_at(&self.items, next.0) != item {
                    break;
                }
                let is_each = self.row.text(next.1, self.items[item].end).contains("均需提供");
                if !is_each && !matches!(&*self.between(end, next.0), "或" | "/") {
                    break;
                }
                wanted = count.iter().copied().max();
                end = next.1;
            }
            let is_laid = self.leaves[*at].laid.iter().any(|&laid| self.laid[laid].says("count"));
            if asked.count != wanted.unwrap_or(1) && !(is_laid && self.is_licensed(item, asked.count)) {
                let wanted = wanted.unwrap_or(1);
                self.fault(format!(
                    "`{}`: the row asks for {wanted} of it, the catalog for {}",
                    asked.document, asked.count
                ));
            }
        }
    }

    /// Whether the alternative that an item belongs to speaks of so many at all.
    fn is_licensed(&self, item: usize, count: u32) -> bool {
        let way = outline::upwards(&self.items, item);
        let alternative = way.iter().rev().nth(1).copied().filter(|_| self.is_choice()).unwrap_or(0);
        let start = self.items[alternative].start;
        let last =
            self.items.iter().enumerate().filter(|(at, _)| outline::upwards(&self.items, *at).contains(&alternative));
        let end = last.map(|(_, item)| item.end).max().unwrap_or(start);
        let said = self.row.text(start, end);
        let numbers = [count.to_string(), ["", "一", "两", "三", "四"].get(count as usize).unwrap_or(&"").to_string()];
        numbers
            .iter()
            .filter(|number| !number.is_empty())
            .any(|number| ["家", "份", "张", "名"].iter().any(|measure| said.contains(&format!("{number}{measure}"))))
    }

    fn is_choice(&self) -> bool {
        matches!(self.root.kind, Kind::Any(_))
    }
}
