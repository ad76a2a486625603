//! What is asked of a paper beside its name: whose it is, how many, who issues it, what it covers.

use leimu::catalog::{Asked, Coverage, Holder};

use super::{List, outline, said};
use crate::check::row::Mark;
use crate::normal;

impl List<'_, '_> {
    /// The phrases stand behind the paper, joined as the coverage says.
    pub(super) fn coverage(&mut self, at: usize, asked: &Asked) {
        let Some(kept) = self.place.kept else { return };
        let is_laid = self.is_laid(at, "covers");
        let phrases = asked.coverage.phrases();
        let category = self.place.path.last();
        if kept.per_category.iter().any(|one| one == asked.document.as_str()) && !is_laid {
            let is_bound = phrases.iter().map(|phrase| Some(&**phrase)).eq([category.map(String::as_str)]);
            if is_bound {
                return;
            }
            if phrases.is_empty() {
                self.fault(format!("`{}` does not say for which category it is made out", asked.document));
            }
        }
        let Some((_, name_end)) = self.found[at] else { return };
        let until = self.until(at);
        let mut places: Vec<(usize, usize)> = Vec::new();
        for phrase in phrases {
            let from = places.last().map_or(name_end, |place| place.1);
            let forms = forms(&normal::words(phrase));
            let found = (from..until).find_map(|start| {
                forms.iter().find_map(|form| {
                    let end = start + form.len();
                    (end <= until && self.row.stands_at(form, start) && self.row.is_free(start, end))
                        .then_some((start, end))
                })
            });
            match found {
                Some(found) => places.push(found),
                None if is_laid => return self.as_behind(at, asked),
                None => return self.fault(format!("`{}`: no words ask that it covers “{phrase}”", asked.document)),
            }
        }
        let (Some(first), Some(last)) = (places.first().copied(), places.last().copied()) else { return };
        let (start, end) = (self.verb(first.0, name_end), self.tail(last.1, until));
        let is_one_of = self.row.text(last.1, end).contains("之一");
        let mut joins = Vec::new();
        for pair in places.windows(2) {
            match separator(&self.row.text(pair[0].1, pair[1].0)) {
                Some(separator) => joins.push(separator.contains('或') || (separator.is_empty() && is_one_of)),
                None => {
                    let between = self.row.text(pair[0].1, pair[1].0);
                    self.fault(format!("“{between}” between two phrases is not understood"));
                }
            }
        }
        let is_any = matches!(asked.coverage, Coverage::Any(_));
        if joins.iter().any(|any| *any != is_any) && !is_laid {
            let words = self.row.text(start, end);
            self.fault(format!("“{words}” is not what the coverage of `{}` says", asked.document));
        }
        self.row.claim(Mark::Coverage, (start, end), vec![at]);
    }

    /// What is laid down for a paper without words of its own is what stands behind a later one.
    fn as_behind(&mut self, at: usize, asked: &Asked) {
        let mut later = (at + 1..self.leaves.len()).filter_map(|later| self.papers(later));
        if !later.any(|other| other.coverage == asked.coverage) {
            self.fault(format!("`{}`: no later paper of the row covers the same", asked.document));
        }
    }

    /// Where the words about the paper of a leaf end: before the next paper, or with its line.
    pub(super) fn until(&self, at: usize) -> usize {
        let Some((start, end)) = self.found[at] else { return 0 };
        let item = &self.items[outline::item_at(&self.items, start)];
        let later = self.found.iter().flatten().map(|place| place.0).filter(|&other| other >= end);
        let line = (end..item.end).find(|&at| self.row.glyphs[at].c == '\n').unwrap_or(item.end);
        later.min().unwrap_or(line).min(line)
    }

    /// Whether a field of the leaf is laid down.
    fn is_laid(&self, at: usize, field: &str) -> bool {
        self.leaves[at].laid.iter().any(|&laid| self.laid[laid].says(field))
    }

    /// The start of the words that ask for a phrase.
    fn verb(&self, start: usize, from: usize) -> usize {
        let mut start = self.back(start, from, &said::QUOTES);
        start = self.back(start, from, &said::COVERS);
        self.back(start, from, &["(", "，", "；", ""])
    }

    /// The end of the words behind a phrase.
    fn tail(&self, end: usize, until: usize) -> usize {
        let end = self.forth(end, until, &said::QUOTES);
        let end = self.forth(end, until, &said::TAILS);
        self.forth(end, until, &[")"])
    }

    fn back(&self, at: usize, from: usize, words: &[&str]) -> usize {
        let found = words.iter().map(|words| words.chars().collect::<Vec<_>>()).filter_map(|words| {
            let start = at.checked_sub(words.len()).filter(|start| *start >= from)?;
            (!words.is_empty() && self.row.stands_at(&words, start) && self.row.is_free(start, at)).then_some(start)
        });
        found.min().unwrap_or(at)
    }

    fn forth(&self, at: usize, until: usize, words: &[&str]) -> usize {
        let found = words.iter().map(|words| words.chars().collect::<Vec<_>>()).filter_map(|words| {
            let end = at + words.len();
            (end <= until && self.row.stands_at(&words, at) && self.row.is_free(at, end)).then_some(end)
        });
        found.max().unwrap_or(at)
    }

    /// Claims the words around a name, and compares the count, the holder and the issuer.
    pub(super) fn around(&mut self, at: usize, asked: &Asked) {
        let Some((start, end)) = self.found[at] else { return };
        let first = self.row.owner[start].and_then(|claim| self.row.claims[claim].leaves.first().copied());
        if let Some(first) = first.filter(|first| *first != at) {
            // What is said once is asked of the same paper.
            let same = self.papers(first).is_some_and(|same| {
                (same.count, same.holder, &same.issuer) == (asked.count, asked.holder, &asked.issuer)
            });
            if !same {
                self.fault(format!("`{}` is said once, and asked for in two ways", asked.document));
            }
            return;
        }
        let item = outline::item_at(&self.items, start);
        let (body, until) = (self.items[item].body, self.until(at));
        let mut counts = Vec::new();
        let mut holder = None;
        let mut issued = asked.issuer.is_none();
        let mut front = start;
        loop {
            let here = front;
            if let Some((from, count)) = self.count_before(front, body) {
                self.row.claim(Mark::Count, (from, front), vec![at]);
                counts.push(count);
                front = from;
            }
            for (words, whose) in [(&said::PARTNERS[..], Holder::Partner), (&said::OWN[..], Holder::Own)] {
                let from = self.back(front, body, words);
                if from < front {
                    self.row.claim(Mark::Partner, (from, front), vec![at]);
                    holder = Some(whose);
                    front = from;
                }
            }
            if let Some(issuer) = &asked.issuer {
                let issuer = normal::words(issuer);
                let forms =
                    said::ISSUES.iter().flat_map(|issues| ["由", "经", ""].map(|by| format!("{by}{issuer}{issues}")));
                let forms: Vec<String> = forms.collect();
                let from = self.back(front, body, &forms.iter().map(String::as_str).collect::<Vec<_>>());
                if from < front {
                    self.row.claim(Mark::Issuer, (from, front), vec![at]);
                    issued = true;
                    front = from;
                }
            }
            if front == here {
                break;
            }
        }
        let mut behind = end;
        while behind < until {
            if !self.row.is_free(behind, behind + 1) {
                behind += 1;
            } else if let Some((to, count)) = self.count_behind(behind, until) {
                self.row.claim(Mark::Count, (behind, to), vec![at]);
                counts.push(count);
                behind = to;
            } else if let Some(to) = self.issuer_behind(behind, until, asked) {
                self.row.claim(Mark::Issuer, (behind, to), vec![at]);
                issued = true;
                behind = to;
            } else if let Some(to) = self.only_words(at, behind, until) {
                self.row.claim(Mark::Words, (behind, to), vec![at]);
                behind = to;
            } else {
                behind += 1;
            }
        }
        if !issued && !self.is_laid(at, "issuer") {
            self.fault(format!("`{}`: no words say who issues it", asked.document));
        }
        self.whose.push((at, holder));
        self.counts.push((at, counts));
    }

    /// A leaf that is laid down whole stands for everything in its line.
    pub(super) fn around_whole(&mut self, at: usize) {
        let Some(place) = self.found[at] else { return };
        if self.leaves[at].laid.is_empty() || self.papers(at).is_none() {
            return;
        }
        let item = outline::item_at(&self.items, place.0);
        for free in self.items[item].body..self.items[item].end {
            if self.row.owner[free].is_none() && self.row.glyphs[free].c != '\n' {
                self.row.claim(Mark::Words, (free, free + 1), vec![at]);
            }
        }
    }

    fn issuer_behind(&self, at: usize, until: usize, asked: &Asked) -> Option<usize> {
        let issuer = normal::words(asked.issuer.as_deref()?);
        Some(self.forth(at, until, &[&format!("({issuer}颁发)")])).filter(|end| *end > at)
    }

    /// Words that only the words of the node say.
    fn only_words(&self, at: usize, from: usize, until: usize) -> Option<usize> {
        let said: Vec<String> = self.leaves[at].words.iter().map(|words| normal::words(words)).collect();
        let repeated: Vec<&str> =
            said::ONLY_WORDS.into_iter().filter(|words| said.iter().any(|said| said.contains(words))).collect();
        Some(self.forth(from, until, &repeated)).filter(|end| *end > from)
    }
}

/// The ways to write a phrase. What a catalog says as 类型为‘甲’ or 名称含‘甲’, the rows say as
/// 类型为：甲, 类型需为甲, or 名称需包含“甲”或“乙”.
fn forms(phrase: &str) -> Vec<Vec<char>> {
    let mut forms = vec![phrase.to_owned()];
    for (said, ways) in [("为\"", ["为：", "需为", "为"]), ("含\"", ["需包含\"", "含有\"", "\""])] {
        if let Some((of, rest)) = phrase.split_once(said) {
            let what = rest.trim_end_matches('"');
            forms.extend(ways.map(|way| format!("{of}{way}{what}")));
            if said.starts_with('含') {
                forms.push(format!("\"{what}"));
            }
        }
    }
    forms.iter().map(|form| form.chars().collect()).collect()
}

/// What joins two phrases, without the words that ask for the next one.
fn separator(between: &str) -> Option<String> {
    let mut rest = between.replace(['"', '【', '】'], "");
    for tail in said::TAILS {
        rest = rest.strip_prefix(tail).map(str::to_owned).unwrap_or(rest);
    }
    for verb in said::COVERS {
        rest = rest.strip_suffix(verb).map(str::to_owned).unwrap_or(rest);
    }
    matches!(&*rest, "" | "或" | "、" | "，" | "及" | "；").then_some(rest)
}
