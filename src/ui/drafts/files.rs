//! All drafts as a file, and drafts from a file.

use leptos::prelude::{Get, RwSignal, Set, untrack};

use crate::browser::{self, El, FileError, ReadFile, el};
use crate::draft::file::{FileFault, MOST_BYTES};
use crate::i18n::{Keeping, messages};
use crate::ui::app::called;
use crate::ui::hand_over::{Told, give_file};
use crate::ui::{Page, button, p};
use crate::wording::file_fault_words;

/// The id of what says what became of a file.
const OUTCOME: &str = "read-drafts";

/// What became of a file.
#[derive(Debug, Clone)]
enum Outcome {
    /// It was read: its name, the ids of what it added, and how many were there already.
    Read(String, Vec<String>, usize),
    /// It was refused for these faults.
    Refused(String, Vec<String>),
    /// It could not be taken as text.
    NotRead(String, FileError),
}

/// The name of a file of drafts: what it holds, and the day.
pub(in crate::ui) fn file_name(what: &str) -> String {
    // Strokes and the like are taken amiss by one system or another.
    let what: String = what.chars().map(|letter| if r#"/\:*?"<>|"#.contains(letter) { '-' } else { letter }).collect();
    format!("{}-{what}-{}.json", messages().name, browser::today())
}

pub(super) fn files(page: Page, told: Told) -> El {
    let words = Keeping::of(messages().language);
    let outcome = RwSignal::new(None);
    let read = move |(file, text): ReadFile| {
        let told = match text {
            Err(error) => Outcome::NotRead(file, error),
            Ok(text) => match page.drafts.import(&text) {
                Ok(imported) => Outcome::Read(file, imported.added, imported.known),
                Err(faults) => Outcome::Refused(file, faults.iter().map(fault).collect()),
            },
        };
        outcome.set(Some(told));
        browser::focus_soon(OUTCOME.to_owned());
    };
    let field = el("input")
        .id("drafts-file")
        .attr("type", "file")
        .attr("accept", ".json,application/json")
        .on_file(MOST_BYTES, read);
    let save = button("soft").text(words.export_all).on_click(move || {
        give_file(&file_name(words.file_of_drafts), "application/json", page.drafts.export_all(), told);
    });
    el("section")
        .class("sheet source drop")
        .add(el("h2").text(words.import))
        .add(p("", words.import_hint))
        .add(el("p").add(el("label").attr("for", "drafts-file").text(words.import_file).text(" ")).add(field))
        .add(
            el("div")
                .id(OUTCOME)
                .attr("role", "status")
                .attr("tabindex", "-1")
                .live(move || outcome.get().map(|became| told_of(page, became, outcome)).unwrap_or_default()),
        )
        .add(el("p").class("actions").add(save))
        .on_drop(MOST_BYTES, read)
}

fn fault(fault: &FileFault) -> String {
    file_fault_words(fault, messages())
}

fn told_of(page: Page, became: Outcome, outcome: RwSignal<Option<Outcome>>) -> Vec<El> {
    let (say, words) = (messages(), Keeping::of(messages().language));
    match became {
        Outcome::Read(file, added, known) => {
            let name = |id: &String| untrack(|| page.drafts.find(id)).map(|draft| called(&draft).to_owned());
            let names: Vec<String> = added.iter().filter_map(name).collect();
            let told = (!names.is_empty()).then(|| (words.imported)(&file, &names.join(say.list)));
            let known = (known > 0).then(|| (words.imported_known)(known));
            let told: Vec<String> = told.into_iter().chain(known).collect();
            let undo = (!added.is_empty()).then(|| {
                button("soft").text(words.import_again).on_click(move || {
                    added.iter().for_each(|id| page.drafts.delete(id));
                    outcome.set(None);
                })
            });
            vec![p("notice good", &told.join(" ")).text(" ").add_some(undo)]
        }
        Outcome::Refused(file, faults) => vec![
            p("notice", &(words.refused)(&file, faults.len())),
            el("ul").class("faults").adds(faults.iter().map(|fault| el("li").text(fault))),
        ],
        Outcome::NotRead(file, error) => {
            let why = match error {
                FileError::TooLarge => say.file_too_large,
                FileError::NotText => say.file_not_text,
                FileError::Unreadable => say.file_unreadable,
            };
            vec![p("notice", &(words.not_read)(&file, why))]
        }
    }
}
