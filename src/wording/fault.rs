//! Faults of a catalog file in words: one or two sentences, for a person who edits the file and is
//! no programmer.

use crate::catalog::check::MOST_ANSWERS;
use crate::catalog::{Fault, Place, Syntax, Wrong, repeated};
use crate::i18n::{Faults, Messages};

/// Where it stands, what is wrong and what would be right.
#[must_use]
pub fn fault_words(fault: &Fault, say: &Messages) -> String {
    let words = Faults::of(say.language);
    let mut places: Vec<String> = fault.line.map(words.line).into_iter().collect();
    if let Place::Category(_, path) = &fault.place
        && !path.0.is_empty()
    {
        places.push((words.category)(&repeated(&path.to_string())));
    }
    let way = fault.way_inside();
    if !way.is_empty() {
        places.push(way);
    }
    // What somebody wrote may run over several lines; a fault is told on one.
    (words.at)(&places, &what(&fault.wrong, words)).replace(['\n', '\r'], " ")
}

fn what(wrong: &Wrong, words: &Faults) -> String {
    match wrong {
        Wrong::Syntax { syntax, column, found } => {
            let letter = found.filter(|letter| !letter.is_whitespace());
            // Inside of a text, a Chinese mark is right.
            let is_text = matches!(syntax, Syntax::Control | Syntax::Escape);
            let is_mark = !is_text && letter.is_some_and(is_full_width);
            match syntax {
                Syntax::End => (words.syntax_kind)(*syntax).to_owned(),
                _ if is_mark => (words.syntax)(words.full_width, *column, letter),
                _ => (words.syntax)((words.syntax_kind)(*syntax), *column, letter),
            }
        }
        Wrong::FieldTwice(field) => (words.field_twice)(field),
        Wrong::MissingField(field) => (words.missing_field)(field),
        Wrong::UnknownField { name, meant } => (words.unknown_field)(name, *meant),
        Wrong::Type { expected, found } => (words.wrong_type)((words.expected)(*expected), (words.found)(*found)),
        Wrong::Word { word, among } => (words.word)(word, among),
        Wrong::Number => (words.number)(u32::MAX),
        Wrong::Kinds => words.kinds.to_owned(),
        Wrong::OfDocument => words.of_document.to_owned(),
        Wrong::UnknownDocument(id) => (words.unknown_document)(&repeated(id)),
        Wrong::UnknownFact(id) => (words.unknown_fact)(&repeated(id)),
        Wrong::UnknownAnswer(fact, id) => (words.unknown_answer)(&repeated(fact), &repeated(id)),
        Wrong::UnknownActivity(id) => (words.unknown_activity)(&repeated(id)),
        Wrong::UnknownAccessMethod(id) => (words.unknown_access_method)(&repeated(id)),
        Wrong::UnknownCategory(path) => (words.unknown_category)(&repeated(&path.to_string())),
        Wrong::Empty(field) => (words.empty)(field),
        Wrong::Threshold { least, members } => (words.threshold)(*least, *members),
        Wrong::CountZero(id) => (words.count_zero)(&repeated(id)),
        Wrong::CoverageEmpty(id) => (words.coverage_empty)(&repeated(id)),
        Wrong::Path => words.path.to_owned(),
        Wrong::PathTwice => words.path_twice.to_owned(),
        Wrong::IdTwice(id) => (words.id_twice)(&repeated(id)),
        Wrong::NameTwice(one, other, name) if one == other => (words.name_again)(&repeated(one), &repeated(name)),
        Wrong::NameTwice(one, other, name) => (words.name_twice)(&repeated(one), &repeated(other), &repeated(name)),
        Wrong::Answers(fact, found) => (words.answers)(&repeated(fact), *found, MOST_ANSWERS),
        Wrong::TooMuch { limit, found } => (words.too_much)((words.limit)(*limit), *found, limit.most()),
        Wrong::Id { most, is_english: true } => (words.id)(*most),
        Wrong::Id { most, is_english: false } => (words.brought_id)(*most),
        Wrong::Blank => words.blank.to_owned(),
        Wrong::CatalogTaken(id) => (words.catalog_taken)(&repeated(id)),
        Wrong::KnownId(id) => (words.known_id)(&repeated(id)),
        Wrong::Differs { id, catalog } => (words.differs)(&repeated(id), &repeated(catalog.as_str())),
        Wrong::KnownName { name, document, catalog } => {
            let catalog = catalog.as_ref().map(|catalog| repeated(catalog.as_str()));
            (words.known_name)(&repeated(name), &repeated(document), catalog.as_deref())
        }
        Wrong::Brings => words.brings.to_owned(),
    }
}

/// Marks that a Chinese keyboard writes where the format has others.
fn is_full_width(letter: char) -> bool {
    "“”‘’，：；、【】｛｝（）《》".contains(letter)
}
