//! A first visit, with a program that tells which of its functions run: prints their numbers. `cargo xtask watch` runs it.
//!
//! It does on the list of categories whatever can be done there: nobody should wait for the rest of the program as long
//! as they stay on the first screen.

use std::collections::BTreeSet;

use e2e::{Key, LIVE_CHECKER, Page, Visit};

/// What the program has told since the page was loaded.
const RAN: &str = "return [...window.ran]";

fn main() {
    let mut ran = BTreeSet::new();
    for languages in ["zh-CN", "en-GB"] {
        Visit::default().of_reader(languages).run(|page| {
            page.open("#/");
            page.run("document.getElementById('subject-enterprise').click()", Vec::new());
            settle(page, &mut ran);
            // Who comes again has answers.
            page.reload();
            settle(page, &mut ran);
        });
    }
    Visit::default().run(|page| {
        page.open("#/");
        page.area("主体类型").choice("企业").click();
        answer(page, "快递业务");
        settle(page, &mut ran);
        page.reload();
        page.spot("#catalog").select("微信直播 2022");
        page.spot("#find-category").type_text("驾校");
        page.let_pass(30);
        page.spot("#find-category").retype("");
        settle(page, &mut ran);

        page.open(LIVE_CHECKER);
        page.area("主体类型").choice("个人").click();
        page.area("主体类型").choice("企业").click();
        answer(page, "道路运输");
        page.area("《道路运输经营许可证》").choice("含").click();
        page.area("《道路运输经营许可证》").choice("不含").click();
        page.area("《道路运输经营许可证》").field("有效期至").enter_date("2030-01-31");
        page.button("移除《道路运输经营许可证》").click();
        page.spot("#level").select("教育");
        page.button("清除筛选").click();
        page.area("主体类型").button("清除回答").click();
        settle(page, &mut ran);
    });
    for number in ran {
        println!("{number}");
    }
}

/// Answers a question about facts, and says of a paper that it is there.
fn answer(page: &Page, paper: &str) {
    page.run("document.querySelector('.facts label').click()", Vec::new());
    page.spot("#find-paper").type_text(paper);
    page.spot(&format!("button[aria-label*=\"{paper}\"]")).expect();
    page.press(Key::Enter);
    page.area(paper).expect();
}

/// Waits until everything has followed, and takes what ran.
fn settle(page: &Page, ran: &mut BTreeSet<u64>) {
    page.let_pass(60);
    let told = page.run(RAN, Vec::new());
    ran.extend(told.as_array().into_iter().flatten().filter_map(serde_json::Value::as_u64));
}
