//! Two revisions of a source side by side; what concerns the visitor's own drafts comes first.

use std::rc::Rc;

use super::app::called;
use super::icon::{Icon, mark};
use super::names::{named, named_link, remark, words};
use super::{Page, heading, link, on_demand, p, requirement_lines};
use crate::address::{Filters, Place};
use crate::browser::{El, el, measured};
use crate::catalog::{Catalog, Category};
use crate::draft::Target;
use crate::eligibility::{Comparison, Difference, Gone, Kept, comparison};
use crate::i18n::messages;
use crate::wording::{Line, beside, category_words, changes, name_words};

type Compared = Comparison<'static>;

pub(super) fn screen(page: Page, earlier: &str, later: &str) -> Vec<El> {
    let say = messages();
    let data = page.data();
    let (Some(before), Some(after)) = (data.catalog(earlier), data.catalog(later)) else {
        return super::not_found::screen(&Place::Compare(earlier.to_owned(), later.to_owned()).fragment());
    };
    let short = |catalog: &Catalog| name_words(&catalog.short, data.registry, say).words;
    let title = heading(&(say.changed)(&short(before), &short(after)));
    let Some(compared) =
        measured("leimu:compare", || comparison(before, after, data.links, data.registry)).map(Rc::new)
    else {
        return vec![title, p("notice", &(say.not_compared)(&short(before), &short(after)))];
    };
    let of_drafts = {
        let compared = compared.clone();
        el("div").live(move || of_drafts(page, &compared).into_iter().collect())
    };
    let kept = |is: &dyn Fn(&Kept<'_>) -> bool| {
        compared.kept.iter().filter(|one| is(one)).map(|one| kept(page, &compared, one)).collect::<Vec<_>>()
    };
    let (others, are_new) = (compared.others.iter(), !compared.is_partial());
    let others = others.map(|category| el("li").add(path(page, after, category))).collect();
    let ended = compared.ended.iter().map(|gone| ended(page, before, gone)).collect();
    vec![
        el("p").class("eyebrow crumbs").add(of_catalog(page, before)).text(" → ").add(of_catalog(page, after)),
        title,
        p("lead", &(say.compared)(&compared.counts())),
        el("div").adds(remarks(page, &compared)),
        of_drafts,
        section(say.requirement_changed, true, kept(&|one| one.is_changed())),
        section(say.subjects_changed, true, kept(&|one| one.is_for_others())),
        section(say.moved, true, kept(&|one| one.is_moved() && !one.is_changed() && !one.is_for_others())),
        section(say.ended_categories, true, ended),
        section(if are_new { say.added } else { say.unlisted_before }, are_new, others),
        section(say.unchanged, false, kept(&|one| one.is_same())),
    ]
}

/// The checker with this catalog.
fn of_catalog(page: Page, catalog: &Catalog) -> El {
    let filters = Filters { catalog: catalog.id.to_string(), ..Filters::default() };
    named_link(&Place::Checker(filters).fragment(), &name_words(&catalog.short, page.data().registry, messages()))
}

/// What is to be known about the two catalogs as a whole.
fn remarks(page: Page, compared: &Compared) -> Vec<El> {
    let (say, registry) = (messages(), page.data().registry);
    let mut remarks: Vec<El> =
        compared.revisions.iter().map(|revision| remark(p("src", ""), &revision.note, registry)).collect();
    if compared.revisions.is_empty() {
        let turned = Place::Compare(compared.after.id.to_string(), compared.before.id.to_string());
        let words = el("span").text(say.by_path_only).text(" ").add(link(&turned.fragment(), say.turn_around));
        remarks.push(el("p").class("warn").add(mark(Icon::Question)).add(words));
    }
    remarks
}

/// A list of categories under a heading with their number; nothing, where there are none.
fn section(title: &str, is_open: bool, items: Vec<El>) -> El {
    let heading = el("h2").text(title).text(" ").add(el("b").text(&items.len().to_string()));
    let section = el("details").class("sheet diff");
    let section = if items.is_empty() { section.attr("hidden", "") } else { section };
    let section = if is_open { section.attr("open", "") } else { section };
    section.add(el("summary").add(heading)).add(el("ul").adds(items))
}

/// The targets of drafts for which something is different in the later catalog.
fn of_drafts(page: Page, compared: &Rc<Compared>) -> Option<El> {
    let say = messages();
    let mut items = Vec::new();
    for draft in page.drafts.list() {
        for target in &draft.targets {
            let name = || p("src", &(say.in_draft)(called(&draft)));
            let is_it = |catalog: &Catalog, category: &Category| is_target(target, catalog, category);
            let met = compared.kept.iter().find(|one| {
                let after = || one.successors.iter().any(|(successor, _)| is_it(compared.after, successor));
                !one.is_same() && (is_it(compared.before, one.category) || after())
            });
            let gone = compared.ended.iter().find(|gone| is_it(compared.before, gone.category));
            let item = met.map(|one| kept(page, compared, one)).or_else(|| Some(ended(page, compared.before, gone?)));
            items.extend(item.map(|item| item.add(name())));
        }
    }
    (!items.is_empty()).then(|| section(say.concerns_drafts, true, items))
}

fn is_target(target: &Target, catalog: &Catalog, category: &Category) -> bool {
    target.catalog == catalog.id && target.path == category.path
}

/// A category that goes on: where, and what changed.
fn kept(page: Page, compared: &Compared, kept: &Kept<'static>) -> El {
    let say = messages();
    let mut item = el("li").add(el("p").class("path").add(path(page, compared.before, kept.category)));
    if kept.is_moved() {
        let to = kept.successors.iter().map(|(successor, _)| {
            let doubt = kept.unsure.then(|| el("span").class("tag doubt").text(say.unsure));
            el("p").class("path to").text("→ ").add(path(page, compared.after, successor)).text(" ").add_some(doubt)
        });
        item = item.adds(to).adds(kept.why.iter().map(|why| remark(p("src", ""), why, page.data().registry)));
    }
    let changed = kept.successors.iter().filter(|(_, difference)| !difference.is_none());
    item.adds(changed.map(|(successor, difference)| change(page, compared, kept, successor, difference)))
}

/// What changed from a category to one of its successors, in words and, on demand, line by line.
fn change(
    page: Page,
    compared: &Compared,
    kept: &Kept<'static>,
    successor: &'static Category,
    difference: &Difference,
) -> El {
    let say = messages();
    let registry = page.data().registry;
    let which = (kept.successors.len() > 1).then(|| named(el("h3"), &category_words(&successor.path, registry, say)));
    let sentences = changes(difference, registry, say);
    let (was, is) = (&kept.category.requirement, &successor.requirement);
    let (before, after) = (compared.before, compared.after);
    let by_line = on_demand(say.line_by_line, "beside", move || {
        let column = |catalog: &Catalog, tag: &str, lines: &[Line]| {
            el("div")
                .add(named(el("h4"), &name_words(&catalog.short, registry, say)))
                .add(requirement_lines(lines, tag))
        };
        let (old, new) = (beside(was, is, registry, say), beside(is, was, registry, say));
        vec![column(before, "del", &old), column(after, "ins", &new)]
    });
    el("div").add_some(which).adds(sentences.iter().map(|told| words(el("p"), told))).add(by_line)
}

fn ended(page: Page, before: &Catalog, gone: &Gone<'_>) -> El {
    let why = gone.why.map(|why| remark(p("src", ""), why, page.data().registry));
    el("li").add(el("p").class("path").add(path(page, before, gone.category))).add_some(why)
}

/// A link to a category, by its whole path.
fn path(page: Page, catalog: &Catalog, category: &Category) -> El {
    let address = Place::Category(catalog.id.to_string(), category.path.clone()).fragment();
    named_link(&address, &category_words(&category.path, page.data().registry, messages()))
}
