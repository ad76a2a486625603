//! What is asked of a paper beside its name: whose it is, how many, who issues it, what it covers.

use leimu::catalog::{Asked, Coverage, Holder};

use super::Claims;
use crate::check::accepted::PARTNERS;
use crate::check::row::Mark;
use crate::normal;

/// The words between an issuer and the paper.
const ISSUES: [&str; 5] = ["颁发的", "出具的", "备案的", "的", ""];

impl Claims<'_, '_> {
    /// What is asked of a paper, beside its name.
    pub(super) fn conditions(&mut self, at: usize, asked: &Asked) {
        self.coverage(at, &asked.coverage);
        let Some((start, end)) = self.place_of(at) else { return };
        let mut start = start;
        if asked.holder == Holder::Partner {
            match PARTNERS.iter().find_map(|partner| self.before(start, partner)) {
                Some(found) => {
                    self.row.claim(Mark::Partner, found, vec![at]);
                    start = found.0;
                }
                None => self.fault(at, format!("`{}`: no partner is named before the paper", asked.document)),
            }
        }
        if asked.count > 1 && !self.is_unsaid_count(at, asked) {
            match counts(asked.count).iter().find_map(|count| self.before(start, count)) {
                Some(found) => {
                    self.row.claim(Mark::Count, found, vec![at]);
                    start = found.0;
                }
                None => self.fault(at, format!("`{}`: no count of {} before the paper", asked.document, asked.count)),
            }
        }
        self.issuer(at, asked, start, end);
    }

    /// The issuer stands before the paper, or the name of the paper begins with it.
    fn issuer(&mut self, at: usize, asked: &Asked, start: usize, end: usize) {
        let name = self.row.text(start, end);
        let document = self.place.registry.document(asked.document.as_str());
        match &asked.issuer {
            Some(issuer) => {
                let issuer: Vec<char> = normal::words(issuer).chars().collect();
                let issuer: String = issuer.into_iter().collect();
                let found = ISSUES.iter().find_map(|issues| {
                    let (from, to) = self.before(start, &format!("{issuer}{issues}"))?;
                    Some((from, to - issues.chars().count()))
                });
                if let Some(found) = found {
                    self.row.claim(Mark::Issuer, found, vec![at]);
                } else if !name.starts_with(&issuer) {
                    self.fault(
                        at,
                        format!("`{}`: the issuer “{issuer}” does not stand before the paper", asked.document),
                    );
                }
            }
            // The reader leaves an issuer who stands in the name to the registry.
            None if self.place.kept.is_some() => {}
            None => {
                let known = document.and_then(|document| document.issuer.as_deref()).map(normal::words);
                let named = known.filter(|issuer| {
                    ISSUES
                        .iter()
                        .filter(|issues| !issues.is_empty())
                        .any(|issues| name.starts_with(&format!("{issuer}{issues}")))
                });
                if let Some(issuer) = named {
                    self.fault(at, format!("“{name}”: the issuer “{issuer}” is not typed"));
                }
            }
        }
    }

    /// Every phrase; and 或 between two of them makes them alternatives.
    fn coverage(&mut self, at: usize, coverage: &Coverage) {
        let line = self.leaf(at).line;
        let mut places = Vec::new();
        for phrase in coverage.phrases() {
            let words: Vec<char> = normal::words(phrase).chars().collect();
            match self.row.find(&words, line, |at| !self.row.is_in_name(at)) {
                Some(found) => {
                    self.row.claim(Mark::Coverage, found, vec![at]);
                    places.push(found);
                }
                None if self.share(Mark::Coverage, &[words], at).is_some() => {}
                None => self.fault(at, format!("the coverage “{phrase}” does not stand in this line")),
            }
        }
        places.sort_unstable();
        for pair in places.windows(2) {
            let between = self.row.text(pair[0].1, pair[1].0);
            if between.contains('或') != matches!(coverage, Coverage::Any(_)) {
                self.fault(at, format!("“{between}” between two phrases is not what the coverage says"));
            }
        }
    }
}

/// The ways to write a count, the longest first.
fn counts(count: u32) -> Vec<String> {
    let mut numbers = vec![count.to_string()];
    let written = ["", "一", "二两", "三", "四", "五", "六", "七", "八", "九", "十"];
    numbers.extend(written.get(count as usize).into_iter().flat_map(|many| many.chars()).map(String::from));
    let mut ways = Vec::new();
    for more in ["或以上的", "以上的", "的", ""] {
        for number in &numbers {
            ways.extend(['名', '家', '份', '个'].map(|measure| format!("{number}{measure}{more}")));
        }
    }
    ways
}
