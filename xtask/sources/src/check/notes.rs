//! The notes of a section: each is a supplement, a restriction, a review or a remark, by what it
//! says, and stands in the catalog as that.

use leimu::catalog::{ActivityId, Category, Words};

use super::Place;
use crate::normal;
use crate::report::Notebook;
use crate::source::Line;

/// What a note speaks of, and the activity that it means. Other notes are for everybody.
const ACTIVITIES: [(&str, &str); 6] = [
    ("医疗器械、非处方药品在线销售", "medical-sales"),
    ("时政信息服务", "political-news"),
    ("虚拟商品（如录播视频）购买", "ios-virtual-goods"),
    ("私募产品公开募集或在线交易", "private-fund-public-offering"),
    ("股票交易服务", "stock-trading"),
    ("在线整车销售", "whole-car-sales"),
];

/// The activity that a note means.
fn activity(note: &Line) -> Option<&'static str> {
    ACTIVITIES.iter().find(|(words, _)| normal::stands_in(words, &note.words)).map(|(_, activity)| *activity)
}

/// Checks the notes in both directions.
pub(super) fn check(place: Place<'_>, category: &Category, notebook: &mut Notebook) {
    for note in &place.section.notes {
        notebook.counts().notes += 1;
        let (kind, is_there) = if note.words.contains("需补充") {
            ("supplement", supplement(place, category, note))
        } else if note.words.contains("审核时长") {
            let review = category.reviews.iter().find(|review| stands(note, &review.words, review.line));
            ("review", review.is_some_and(|review| note.words.contains(&format!("{}天", review.days))))
        } else if note.words.contains("不得") || note.words.contains("不支持") {
            let mut restrictions = category.restrictions.iter().filter(|one| stands(note, &one.words, one.line));
            let wanted = activity(note);
            ("restriction", restrictions.any(|one| one.activity.as_ref().map(ActivityId::as_str) == wanted))
        } else {
            ("note", category.notes.iter().any(|one| stands(note, &one.words, one.line)))
        };
        if !is_there {
            notebook.fault(note.line, format!("no {kind} says “{}”", note.words));
        }
        if !note.links.is_empty() {
            notebook.fault(note.line, "a link in a note, which is not understood".into());
        }
    }
    let said = category.supplements.iter().filter_map(|one| Some((one.words.as_ref()?, one.line)));
    let said = said.chain(category.restrictions.iter().map(|one| (&one.words, one.line)));
    let said = said.chain(category.reviews.iter().map(|one| (&one.words, one.line)));
    let said: Vec<_> = said.chain(category.notes.iter().map(|one| (&one.words, one.line))).collect();
    for (at, (words, line)) in said.iter().enumerate() {
        let notes = place.section.notes.iter();
        let twice = said[..at].iter().any(|before| before == &said[at]);
        if twice || notes.filter(|note| stands(note, words, *line)).count() != 1 {
            notebook.fault(*line, format!("the source has no such note: “{words}”"));
        }
    }
}

/// A supplement names the category as the note does, and points at it where the catalog has it.
fn supplement(place: Place<'_>, category: &Category, note: &Line) -> bool {
    category.supplements.iter().any(|supplement| {
        let name = supplement.name.strip_suffix("类目").unwrap_or(&supplement.name);
        let listed = place.catalog.categories.iter().find(|category| normal::same(&category.path.0.join("-"), name));
        supplement.words.as_deref().is_some_and(|words| stands(note, words, supplement.line))
            && activity(note) == Some(supplement.activity.as_str())
            && !supplement.instead
            && normal::stands_in(&supplement.name, &note.words)
            && note.words.contains("类目") == supplement.name.contains("类目")
            && listed.is_none_or(|listed| supplement.path.as_ref() == Some(&listed.path))
    })
}

/// Whether words of the catalog are those of the line.
pub(super) fn stands(note: &Line, words: &str, line: u32) -> bool {
    note.line == line && normal::same(&note.words, words)
}

/// Whether remarks of the catalog are those of the source, each once; the faults go to the notebook.
pub(super) fn remarks(wanted: &[Line], found: &[Words], notebook: &mut Notebook) {
    for line in wanted {
        notebook.counts().notes += 1;
        if !found.iter().any(|words| stands(line, &words.words, words.line)) {
            notebook.fault(line.line, format!("no note says “{}”", line.words));
        }
    }
    for words in found {
        if !wanted.iter().any(|line| stands(line, &words.words, words.line)) {
            notebook.fault(words.line, format!("the source has no such note: “{}”", words.words));
        }
    }
}
