//! The order of a checklist: the answer first, what to do next, then what it rests on.

use crate::draft::Stage;
use crate::eligibility::{Need, Trouble, Value};
use crate::i18n::{DraftWords, HandOver, Messages};

use super::gather::trouble_said;
use super::{Answer, Block, Checklist, Mark, PaperLine, Sheet, Table};

impl Checklist {
    /// The checklist as a sheet.
    #[must_use]
    pub fn sheet(&self, say: &Messages) -> Sheet {
        let words = HandOver::of(say.language);
        let layout = Layout { list: self, say, words };
        Sheet {
            name: format!("{} {}", (words.checklist)(&self.title), self.made),
            blocks: layout.blocks(),
            table: layout.table(),
        }
    }
}

struct Layout<'a> {
    list: &'a Checklist,
    say: &'a Messages,
    words: &'a HandOver,
}

impl Layout<'_> {
    fn blocks(&self) -> Vec<Block> {
        let Self { list, say, words } = self;
        let is_one = list.categories.len() == 1;
        let mut blocks = vec![Block::Title((words.checklist)(&list.title))];
        blocks.push(Block::Words((words.situation)(&list.applicant)));
        for answer in &list.categories {
            if is_one {
                blocks.push(Block::Words((words.label)(say.catalog, &answer.catalog)));
                blocks.push(Block::Words((words.label)(words.verdict, &self.verdict(answer))));
            } else {
                let name = format!("{} · {}", answer.path, answer.catalog);
                blocks.push(Block::Item(0, Mark::Point, (words.label)(&name, &self.verdict(answer))));
            }
        }
        blocks.extend(list.problems.iter().map(|problem| Block::Words(problem.clone())));
        blocks.push(Block::Heading(words.papers.to_owned()));
        if list.papers.is_empty() {
            blocks.push(Block::Words(words.no_papers.to_owned()));
        }
        for paper in &list.papers {
            let line = format!("{}{}", paper.words, (words.note)(&self.paper(paper, !is_one)));
            blocks.push(Block::Item(0, Mark::Box(paper.is_held()), line));
        }
        if !list.routes.is_empty() {
            let title = if is_one { say.routes } else { words.routes_together };
            blocks.push(Block::Heading(title.to_owned()));
            for (at, words) in list.routes.iter().enumerate() {
                blocks.push(Block::Item(0, Mark::Number(at.saturating_add(1)), words.clone()));
            }
            if list.is_cut {
                blocks.push(Block::Words(say.cut.to_owned()));
            } else if list.more_routes > 0 {
                blocks.push(Block::Words((say.more_routes)(list.more_routes)));
            }
        }
        for answer in &list.categories {
            self.category(answer, is_one, &mut blocks);
        }
        blocks.push(Block::Words((words.made)(&list.made.to_string())));
        blocks
    }

    fn category(&self, answer: &Answer, is_one: bool, blocks: &mut Vec<Block>) {
        let Self { say, words, .. } = self;
        let title = |title: &str| if is_one { title.to_owned() } else { (words.label)(&answer.path, title) };
        blocks.push(Block::Heading(title(say.requirement)));
        for line in &answer.requirement {
            let mut notes = vec![self.value(line.value)];
            if !line.note.is_empty() {
                notes.push(&line.note);
            }
            let line_words = format!("{}{}", line.words, (words.note)(&notes.join(say.also)));
            blocks.push(Block::Item(line.depth, Mark::Point, line_words));
        }
        for (name, entries) in &answer.rules {
            blocks.push(Block::Heading(title(name)));
            blocks.extend(entries.iter().map(|entry| Block::Item(0, Mark::Point, entry.clone())));
        }
        blocks.push(Block::Heading(title(say.source)));
        blocks.push(Block::Item(0, Mark::Point, answer.source.clone()));
        blocks.push(Block::Item(0, Mark::Point, (words.version)(&answer.version)));
        blocks.extend(answer.pages.iter().map(|(title, address)| Block::Page(title.clone(), address.clone())));
        if !answer.link.is_empty() {
            blocks.push(Block::Page(words.see_online.to_owned(), answer.link.clone()));
        }
    }

    fn verdict(&self, answer: &Answer) -> String {
        (self.words.label)((self.say.verdict)(answer.verdict), &answer.sentence)
    }

    fn value(&self, value: Value) -> &'static str {
        match value {
            Value::Met => self.say.value_met,
            Value::Unmet => self.say.value_unmet,
            Value::Unknown => self.say.value_unknown,
        }
    }

    fn state(&self, paper: &PaperLine) -> &'static str {
        match (paper.trouble, paper.stage) {
            (None, Some(stage @ (Stage::Submitted | Stage::Approved)))
            | (Some(Trouble::NotHeld), Some(stage @ Stage::Preparing)) => {
                (DraftWords::of(self.say.language).stage)(stage)
            }
            (None, _) => self.words.held,
            (Some(trouble), _) => trouble_said(trouble, self.say),
        }
    }

    /// What there is to remark on a paper beside its state.
    fn remarks(&self, paper: &PaperLine, with_use: bool) -> Vec<String> {
        let Self { list, say, words } = self;
        let mut remarks = Vec::new();
        match paper.need {
            Need::Always => remarks.push(words.needed_always.to_owned()),
            Need::Sometimes => remarks.push(words.needed_sometimes.to_owned()),
            // Where nothing helps, no paper is needed, and saying so would sound like a way out.
            Need::Never if list.is_open && !paper.is_held() => remarks.push(words.not_needed.to_owned()),
            Need::Never => {}
        }
        if let Some(day) = paper.valid_until {
            remarks.push((words.held_until)(&day.to_string()));
        }
        if with_use {
            let names = paper.serves.iter().filter_map(|&at| list.categories.get(at));
            let names: Vec<&str> = names.map(|answer| answer.path.as_str()).collect();
            remarks.push((words.serves)(&names.join(say.list)));
        }
        if !paper.note.is_empty() {
            remarks.push((words.label)(DraftWords::of(say.language).note, &paper.note));
        }
        remarks
    }

    fn paper(&self, paper: &PaperLine, with_use: bool) -> String {
        let mut words = self.state(paper).to_owned();
        for remark in self.remarks(paper, with_use) {
            words.push_str(self.say.also);
            words.push_str(&remark);
        }
        words
    }

    /// One row for each thing: the first column says what it is, so that a table can be filtered.
    fn table(&self) -> Table {
        let Self { list, say, words } = self;
        let day = list.made.to_string();
        let mut table = Table {
            head: vec![
                words.kind,
                words.category,
                words.content,
                words.state,
                words.remark,
                words.data,
                words.page,
                words.day,
            ],
            rows: Vec::new(),
        };
        let mut add = |kind: &str, of: &[&Answer], cells: [&str; 3]| {
            let mut columns = [Vec::new(), Vec::new(), Vec::new()];
            for answer in of {
                let [paths, data, pages] = &mut columns;
                paths.push(answer.path.clone());
                data.push(format!("{} · {}", answer.source, (words.version)(&answer.version)));
                pages.extend(answer.pages.iter().map(|(_, address)| address.clone()));
            }
            let [paths, data, pages] = columns.map(|mut column| {
                column.dedup();
                column.join(say.also)
            });
            let [content, state, remark] = cells.map(str::to_owned);
            table.rows.push(vec![kind.to_owned(), paths, content, state, remark, data, pages, day.clone()]);
        };
        for answer in &list.categories {
            add(words.verdict, &[answer], [&answer.sentence, (say.verdict)(answer.verdict), &list.applicant]);
        }
        for paper in &list.papers {
            let of: Vec<&Answer> = paper.serves.iter().filter_map(|&at| list.categories.get(at)).collect();
            add(words.paper, &of, [&paper.words, self.state(paper), &self.remarks(paper, false).join(say.also)]);
        }
        let all: Vec<&Answer> = list.categories.iter().collect();
        for route in &list.routes {
            add(words.route, &all, [route, "", ""]);
        }
        for answer in &list.categories {
            for (name, entries) in &answer.rules {
                for entry in entries {
                    add(name, &[answer], [entry, "", ""]);
                }
            }
        }
        table
    }
}
