//! Narrow and wide windows.

use e2e::{LIVE_CHECKER, Page, SCREENS, visit};

fn check(page: &Page, width: u32) {
    page.browser.set_viewport(width, 800);
    page.fill_storage();
    let mut faults = Vec::new();
    for (_, place) in SCREENS {
        page.open(place);
        let overflow = page.overflow();
        let small = page.small_controls();
        if !overflow.is_empty() || !small.is_empty() {
            faults.push(format!("{place}\n  sticks out: {overflow:#?}\n  less than 24 pixels: {small:#?}"));
        }
    }
    assert!(faults.is_empty(), "at {width} pixels:\n{}", faults.join("\n"));
}

#[test]
fn nothing_sticks_out_and_everything_can_be_hit_on_a_phone() {
    visit(|page| check(page, 360));
}

#[test]
fn nothing_sticks_out_and_everything_can_be_hit_on_a_wide_screen() {
    visit(|page| check(page, 1440));
}

#[test]
fn on_a_phone_the_result_stays_in_view_and_one_tap_leads_to_it() {
    visit(|page| {
        page.browser.set_viewport(360, 640);
        page.open(LIVE_CHECKER);
        assert!(page.is_in_window(".bottom"));
        page.area("主体类型").choice("企业").click();
        page.expect_text(".bottom", "8");
        page.button("看结果").click();
        page.expect("the answer is in view", true, |page| page.is_in_window("h1"));
        page.browser.set_viewport(1440, 900);
        page.expect("a wide window has no need of it", false, |page| page.is_in_window(".bottom"));
    });
}
