//! What the page says, by name. A language that lacks one does not compile.

use crate::eligibility::{Counts, Verdict};

/// A language of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// 中文.
    Chinese,
    /// English.
    English,
}

impl Language {
    /// Its name in documents and in storage (BCP 47).
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }

    /// What its speakers call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chinese => "中文",
            Self::English => "English",
        }
    }

    /// The language of a tag (BCP 47), of whatever region.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("zh") {
            Some(Self::Chinese)
        } else if primary.eq_ignore_ascii_case("en") {
            Some(Self::English)
        } else {
            None
        }
    }

    /// The first of a visitor's languages that the page speaks. Who reads neither is more likely to
    /// read English; who names none gets the first language of the page.
    #[must_use]
    pub fn preferred(tags: &[String]) -> Self {
        let known = tags.iter().find_map(|tag| Self::of_tag(tag));
        known.unwrap_or(if tags.is_empty() { Self::Chinese } else { Self::English })
    }

    /// What the data says in this language.
    #[must_use]
    pub fn of<'a>(self, chinese: &'a str, english: &'a str) -> &'a str {
        match self {
            Self::English if !english.is_empty() => english,
            _ => chinese,
        }
    }
}

/// The words of one language.
#[derive(Debug)]
#[allow(missing_docs, reason = "a message is documented by its name and by what it says")]
pub struct Messages {
    pub language: Language,
    pub name: &'static str,
    pub skip: &'static str,
    pub main_menu: &'static str,
    pub checker: &'static str,
    pub drafts: &'static str,
    pub about: &'static str,
    pub title: fn(&str) -> String,

    pub source: &'static str,
    pub display: &'static str,
    pub language_choice: &'static str,
    pub theme_choice: &'static str,
    pub by_system: &'static str,
    pub light: &'static str,
    pub dark: &'static str,

    pub me: &'static str,
    pub subject: &'static str,
    pub subject_in_a_sentence: &'static str,
    pub questions: &'static str,
    pub touches: fn(usize) -> String,
    pub take_back: &'static str,
    pub papers: &'static str,
    pub find_paper: &'static str,
    pub find_paper_hint: &'static str,
    pub add_paper: fn(&str) -> String,
    pub no_paper: fn(&str) -> String,
    pub more_papers: fn(usize) -> String,
    pub remove_paper: fn(&str) -> String,
    pub have_paper: fn(&str) -> String,
    pub does_cover: fn(&str) -> String,
    pub covers: &'static str,
    pub lacks: &'static str,
    pub unsaid: &'static str,
    pub valid_until: &'static str,
    pub expired: &'static str,
    pub count: &'static str,
    pub unobtainable: &'static str,
    pub partners: fn(&str) -> String,
    pub activities: &'static str,
    pub activities_hint: &'static str,
    pub more_questions: fn(usize) -> String,
    pub more_activities: fn(usize) -> String,
    pub fewer: &'static str,

    pub headline: fn(usize, usize) -> String,
    pub headline_filtered: fn(usize, usize) -> String,
    pub prevails: &'static str,
    pub verdict: fn(Verdict) -> &'static str,
    pub verdict_hint: fn(Verdict) -> &'static str,
    pub catalog: &'static str,
    pub level: &'static str,
    pub access: &'static str,
    pub any: &'static str,
    pub find_category: &'static str,
    pub find_category_hint: &'static str,
    pub business: &'static str,
    pub business_elsewhere: &'static str,
    pub business_there: fn(&str, usize) -> String,
    pub see_business: &'static str,
    pub clear_filters: &'static str,
    pub nothing_found: &'static str,
    pub nothing_found_hint: &'static str,
    pub opens_most: fn(&str, usize) -> String,
    pub see_results: &'static str,
    pub source_and_date: &'static str,

    pub nothing_asked: &'static str,
    pub all_met: &'static str,
    pub conditions_met: &'static str,
    pub to_confirm: &'static str,
    pub confirm_one_of: &'static str,
    pub answer_first: &'static str,
    pub missing_count: fn(usize) -> String,
    pub one_is_enough: &'static str,
    pub and_one_of: &'static str,
    pub any_so_many: fn(usize) -> String,
    pub and_any_so_many: fn(usize) -> String,
    pub one_group: &'static str,
    pub together: &'static str,
    pub one_of_so_many: fn(usize) -> String,
    pub ways: fn(usize) -> String,
    pub many_ways: &'static str,
    pub for_example: &'static str,
    pub under_condition: fn(&str) -> String,
    pub none_is_possible: &'static str,
    pub more_blockers: fn(usize) -> String,
    pub contradiction: &'static str,
    pub colon: &'static str,
    pub also: &'static str,
    pub or: &'static str,
    pub list: &'static str,
    pub document: fn(&str, &str) -> String,
    pub fact_is: fn(&str, &str) -> String,
    pub fact_is_not: fn(&str, &str) -> String,
    pub covering_all: fn(&[&str]) -> String,
    pub covering_any: fn(&[&str]) -> String,
    pub copies: fn(u32) -> String,
    pub obtain: fn(&str) -> String,
    pub renew: fn(&str) -> String,
    pub extend: fn(&str, &[&str]) -> String,
    pub confirm_coverage: fn(&str, &[&str]) -> String,
    pub reach: fn(&str, u32) -> String,
    pub not_held: &'static str,
    pub expired_paper: &'static str,
    pub cannot_be_had: &'static str,
    pub too_few: &'static str,
    pub not_covering: &'static str,
    pub coverage_unsaid: &'static str,
    pub fact_open: &'static str,
    pub fact_otherwise: fn(&str) -> String,
    pub state: fn(&str, &str) -> String,
    pub only_for: fn(&str, &str) -> String,
    pub by_rule: fn(&str, &str) -> String,
    pub on_request: fn(&str) -> String,
    pub unlisted: &'static str,
    pub needs_supplement: fn(&str) -> String,

    pub requirement: &'static str,
    pub any_of: fn(usize) -> String,
    pub all_of: &'static str,
    pub at_least: fn(u32, usize) -> String,
    pub either: &'static str,
    pub value_met: &'static str,
    pub value_unmet: &'static str,
    pub value_unknown: &'static str,
    pub line: fn(u32) -> String,
    pub words_of_source: &'static str,
    pub issued_by: fn(&str) -> String,
    pub ambiguous: &'static str,
    pub inferred: &'static str,
    pub routes: &'static str,
    pub route_papers: fn(usize) -> String,
    pub route_confirms: &'static str,
    pub more_routes: fn(usize) -> String,
    pub cut: &'static str,
    pub blockers: &'static str,
    pub blockers_hint: &'static str,
    pub access_methods: &'static str,
    pub access_with: fn(&str) -> String,
    pub access_none: &'static str,
    pub access_subjects: fn(&str) -> String,
    pub vendor_page: &'static str,
    pub supplements: &'static str,
    pub supplement_when: fn(&str) -> String,
    pub instead_when: fn(&str) -> String,
    pub applies: &'static str,
    pub restrictions: &'static str,
    pub reviews: &'static str,
    pub review_days: fn(u32) -> String,
    pub notes: &'static str,
    pub scope: &'static str,
    pub scene: &'static str,
    pub official_pages: &'static str,
    pub other_revisions: &'static str,
    pub same_business: fn(&str) -> String,
    pub dated: fn(&str, &str) -> String,
    pub newer: fn(&str) -> String,
    pub ended: fn(&str, &str) -> String,
    pub unsure: &'static str,
    pub changed_needed: fn(&str) -> String,
    pub changed_not_needed: fn(&str) -> String,
    pub changed_accepted: fn(&str) -> String,
    pub changed_not_accepted: fn(&str) -> String,
    pub changed_nothing: &'static str,
    pub changed_order: &'static str,
    pub changed: fn(&str, &str) -> String,
    pub opened_to: fn(&str) -> String,
    pub closed_to: fn(&str) -> String,
    pub changed_unlisted: &'static str,
    pub unlisted_until_now: &'static str,
    pub needed_before: fn(&str) -> String,
    pub accepted_before: fn(&str) -> String,
    pub needed_since: fn(&str) -> String,
    pub accepted_since: fn(&str) -> String,
    pub by_request: &'static str,
    pub compare: &'static str,
    pub compare_with: fn(&str) -> String,
    pub compared: fn(&Counts) -> String,
    pub not_compared: fn(&str, &str) -> String,
    pub turn_around: &'static str,
    pub by_path_only: &'static str,
    pub concerns_drafts: &'static str,
    pub requirement_changed: &'static str,
    pub subjects_changed: &'static str,
    pub moved: &'static str,
    pub ended_categories: &'static str,
    pub added: &'static str,
    pub unlisted_before: &'static str,
    pub unchanged: &'static str,
    pub line_by_line: &'static str,
    pub in_draft: fn(&str) -> String,
    pub forbidden: &'static str,
    pub doubtful: &'static str,
    pub i_have_it: &'static str,
    pub take_out: &'static str,
    pub add_target: &'static str,
    pub drop_target: &'static str,
    pub copy_link: &'static str,
    pub print: &'static str,
    pub back_to_checker: &'static str,

    pub current_draft: fn(&str) -> String,
    pub unnamed: &'static str,
    pub new_draft: &'static str,
    pub open_draft: &'static str,
    pub draft_is_open: &'static str,
    pub rename: &'static str,
    pub name_of_draft: &'static str,
    pub delete: &'static str,
    pub deleted: fn(&str) -> String,
    pub undo: &'static str,
    pub drafts_hint: &'static str,
    pub draft_contents: fn(usize, usize) -> String,
    pub updated: fn(&str) -> String,
    pub targets: &'static str,
    pub unreadable: &'static str,
    pub unreadable_newer: fn(u32) -> String,
    pub unreadable_broken: &'static str,
    pub save_file: &'static str,
    pub unknown_in_draft: fn(&str) -> String,

    pub storage_denied: &'static str,
    pub storage_full: &'static str,

    pub about_what: &'static str,
    pub about_sources: &'static str,
    pub about_source_line: fn(usize, &str, &str) -> String,
    pub date_printed: &'static str,
    pub date_inferred: &'static str,
    pub date_commit: &'static str,
    pub repairs: fn(usize) -> String,
    pub about_storage: &'static str,
    pub about_storage_text: &'static str,
    pub about_licence: &'static str,
    pub about_licence_text: &'static str,

    pub own_catalogs: &'static str,
    pub own_lead: &'static str,
    pub own_list: &'static str,
    pub own_none: &'static str,
    pub own_unreadable: &'static str,
    pub own_load: &'static str,
    pub own_load_hint: &'static str,
    pub own_format: &'static str,
    pub choose_file: &'static str,
    pub file_too_large: &'static str,
    pub file_not_text: &'static str,
    pub file_unreadable: &'static str,
    pub findings: &'static str,
    pub no_findings: &'static str,
    pub remove_catalog: &'static str,
    pub own_restored: &'static str,
    pub paste: &'static str,
    pub paste_hint: &'static str,
    pub paste_name: &'static str,
    pub paste_name_hint: &'static str,
    pub paste_words: &'static str,
    pub paste_needs_name: &'static str,
    pub pasted_words: &'static str,
    pub pasted_catalog: &'static str,
    pub pasted_publisher: &'static str,
    pub pasted_date: &'static str,
    pub pasted_warning: &'static str,
    pub add_pasted: &'static str,
    pub pasted_added: &'static str,
    pub read_as: &'static str,
    pub read_nothing: &'static str,
    pub read_whole: &'static str,
    pub unnamed_category: &'static str,
    pub own_limits: fn(usize, usize, usize) -> String,
    pub own_added: fn(&str, usize) -> String,
    pub own_refused: fn(&str, usize) -> String,
    pub file_not_read: fn(&str, &str) -> String,

    pub not_found: &'static str,
    pub not_found_text: fn(&str) -> String,
    pub data_broken: &'static str,
}
