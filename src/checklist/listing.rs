//! The list of the checker: many categories, one line for each.

use crate::eligibility::Verdict;
use crate::i18n::{HandOver, Messages};
use crate::profile::Date;

use super::{Block, Mark, Sheet, Table};

/// Categories of one catalog by verdict, as they are on screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// What the list is, in one line: how many categories, how many are ready.
    pub title: String,
    /// The short name of the catalog.
    pub catalog: String,
    /// The day.
    pub made: Date,
    /// For which applicant.
    pub applicant: String,
    /// Publisher, title and date of the source.
    pub source: String,
    /// The version of the data.
    pub version: String,
    /// The address of the published page; empty where it is not known.
    pub page: String,
    /// The address of the list in this page; empty where there is none.
    pub link: String,
    /// The categories.
    pub groups: Vec<(Verdict, Vec<Listed>)>,
}

/// A category in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its names.
    pub path: String,
    /// What is missing, or why.
    pub sentence: String,
    /// What it opens now, and whether its row is in doubt.
    pub tags: String,
}

impl Listing {
    /// The list as a sheet.
    #[must_use]
    pub fn sheet(&self, say: &Messages) -> Sheet {
        let words = HandOver::of(say.language);
        Sheet {
            name: format!("{} {}", self.catalog, self.made),
            blocks: self.blocks(say, words),
            table: self.table(say, words),
        }
    }

    fn blocks(&self, say: &Messages, words: &HandOver) -> Vec<Block> {
        let mut blocks = vec![Block::Title((words.label)(&self.catalog, &self.title))];
        blocks.push(Block::Words((words.situation)(&self.applicant)));
        for (verdict, categories) in &self.groups {
            blocks.push(Block::Heading(format!("{} {}", (say.verdict)(*verdict), categories.len())));
            for one in categories {
                let mut line = (words.label)(&one.path, &one.sentence);
                if !one.tags.is_empty() {
                    line.push_str(&(words.note)(&one.tags));
                }
                blocks.push(Block::Item(0, Mark::Point, line));
            }
        }
        blocks.push(Block::Heading(say.source.to_owned()));
        blocks.push(Block::Item(0, Mark::Point, self.source.clone()));
        blocks.push(Block::Item(0, Mark::Point, (words.version)(&self.version)));
        for (title, address) in [(words.page, &self.page), (words.see_online, &self.link)] {
            if !address.is_empty() {
                blocks.push(Block::Page(title.to_owned(), address.clone()));
            }
        }
        blocks.push(Block::Words((words.made)(&self.made.to_string())));
        blocks
    }

    fn table(&self, say: &Messages, words: &HandOver) -> Table {
        let head = vec![
            words.verdict,
            words.category,
            words.remark,
            say.access_methods,
            say.catalog,
            words.data,
            words.page,
            words.day,
        ];
        let data = format!("{} · {}", self.source, (words.version)(&self.version));
        let mut rows = Vec::new();
        for (verdict, categories) in &self.groups {
            for one in categories {
                let own = [(say.verdict)(*verdict), &one.path, &one.sentence, &one.tags];
                let shared = [&self.catalog, &data, &self.page];
                let cells = own.into_iter().chain(shared.into_iter().map(String::as_str));
                rows.push(cells.map(str::to_owned).chain([self.made.to_string()]).collect());
            }
        }
        Table { head, rows }
    }
}
