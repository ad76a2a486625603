//! The answer in one look: headline, strip, legend; the paper that opens most; the bar at the
//! bottom edge of a narrow screen.

use crate::address::{Filters, Place};
use crate::browser::{self, El, el};
use crate::catalog::Effect;
use crate::eligibility::{PaperStep, Verdict};
use crate::i18n::{Searches, messages};
use crate::ui::icon::{Icon, mark};
use crate::ui::names::{live_words, remark};
use crate::ui::{Page, button, heading, link, link_out};
use crate::wording::{asked_name, name_words, paper_name};

/// A suggestion that asks for more phrases than this names the paper alone.
const PHRASES: usize = 2;

pub(in crate::ui) fn counts(page: Page) -> Vec<(Verdict, usize)> {
    page.checker.groups().iter().map(|group| (group.verdict, group.rows.len())).collect()
}

pub(in crate::ui) fn headline(page: Page) -> String {
    let say = messages();
    let counts = counts(page);
    let total = counts.iter().map(|(_, count)| count).sum();
    let ready = counts.iter().find(|(verdict, _)| *verdict == Verdict::Ready).map_or(0, |(_, count)| *count);
    if page.checker.is_nearest() {
        (Searches::of(say.language).nearest_categories)(page.navigation.filters().text.trim(), total)
    } else if page.navigation.filters().is_open() {
        (say.headline)(total, ready)
    } else {
        (say.headline_filtered)(total, ready)
    }
}

pub(super) fn summary(page: Page) -> El {
    let say = messages();
    let source = move || {
        let catalog = page.checker.rules().catalog;
        let called = |name: &str| name_words(name, page.data().registry, say).words;
        format!("{} · {} · {} · {} ", called(&catalog.title), called(&catalog.publisher), catalog.date, say.prevails)
    };
    let strip = el("div").class("strip").attr("aria-hidden", "true").live(move || {
        counts(page).into_iter().map(|(verdict, count)| el("i").class(verdict.id()).grow(count)).collect()
    });
    let legend = el("ul").class("legend").live(move || {
        let entry = |(verdict, count): (Verdict, usize)| {
            let press = named(button("verdict"), verdict).text(" ").add(el("b").text(&count.to_string()));
            el("li").add(press.on_click(move || browser::scroll_to(verdict.id())))
        };
        counts(page).into_iter().map(entry).collect()
    });
    el("section")
        .class("sheet sum")
        .id("answers")
        .attr("tabindex", "-1")
        .add(
            el("p")
                .class("eyebrow")
                .add(el("span").live_text(source))
                .add(link(&Place::About.fragment(), say.source_and_date)),
        )
        .add(el("div").live(move || dated(page).into_iter().collect()))
        .add(heading("").attr("aria-live", "polite").live_text(move || headline(page)))
        .add(strip)
        .add(legend)
        .add(el("div").live(move || grants(page)))
}

/// A dated catalog says so, and which one is newer.
fn dated(page: Page) -> Option<El> {
    let data = page.data();
    let own = page.checker.rules().catalog;
    let newer = data.catalog(data.links.next(&own.id)?.to.as_str())?;
    let to = Place::Checker(Filters { catalog: newer.id.to_string(), ..Filters::default() });
    let short = name_words(&newer.short, data.registry, messages()).words;
    let words = el("span").text(&(messages().dated)(&own.date, &short)).text(" ");
    let compare = Place::Compare(own.id.to_string(), newer.id.to_string());
    let words = words.add(link(&to.fragment(), &(messages().newer)(&short))).text(" ");
    let words = words.add(link(&compare.fragment(), messages().compare));
    Some(el("p").class("warn").add(mark(Icon::Question)).add(words))
}

/// What the subject has without any category: said once, here.
fn grants(page: Page) -> Vec<El> {
    let say = messages();
    let answers = page.checker.answers();
    let registry = page.data().registry;
    let grant = |rule: &crate::catalog::OpeningRule| match &rule.effect {
        Effect::Access(method) => {
            let method = registry.access_method(method.as_str())?;
            let page = method.page.as_deref().map(|page| link_out(page, say.vendor_page));
            let words = el("span").add(remark(el("span"), &rule.words, registry)).text(" ").add_some(page);
            Some(el("p").class("grant").add(mark(Icon::Tick)).add(words))
        }
        Effect::Closed => None,
    };
    answers.evaluation.opening.iter().filter_map(grant).collect()
}

/// A verdict with its mark, in its colour.
pub(in crate::ui) fn named(around: El, verdict: Verdict) -> El {
    around
        .class(&format!("verdict {}", verdict.id()))
        .add(mark(Icon::of_verdict(verdict)))
        .text((messages().verdict)(verdict))
}

/// The one paper that opens most.
pub(super) fn opener(page: Page) -> El {
    let say = messages();
    let best = move || {
        let answers = page.checker.answers();
        let opener = answers.openers.first()?;
        let registry = page.data().registry;
        let many = opener.opens.len().saturating_add(opener.opens_if_confirmed.len());
        let name = if opener.covers.len() > PHRASES {
            paper_name(&opener.paper, registry, say)
        } else {
            let step = PaperStep { paper: opener.paper.clone(), covers: opener.covers.clone(), count: opener.count };
            asked_name(&step, false, registry, say)
        };
        (many > 1).then(|| (say.opens_most)(&name, many))
    };
    let tip = el("p").class("tip").live_flag("hidden", move || best().is_none());
    live_words(tip, move || best().unwrap_or_default())
}

/// Keeps the result in view while the form is filled in on a narrow screen.
pub(super) fn bottom_bar(page: Page) -> El {
    let say = messages();
    let short = move || {
        let entry = |(verdict, count): (Verdict, usize)| {
            let class = format!("verdict {}", verdict.id());
            el("span").class(&class).add(mark(Icon::of_verdict(verdict))).text(&count.to_string())
        };
        el("p").attr("aria-hidden", "true").live(move || counts(page).into_iter().map(entry).collect())
    };
    el("div")
        .class("bottom")
        .fill(move || vec![short()])
        .add(button("go").text(say.see_results).on_click(|| browser::scroll_to("answers")))
}
