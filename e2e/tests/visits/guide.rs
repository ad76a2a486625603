//! One question at a time: the same answers as in the form, in the order that settles most.

use e2e::{Key, LIVE_CHECKER, Page, visit};

/// The question that comes first.
const SUBJECT: &str = "小程序是以哪类主体注册认证的？";
const LIVE: &str = "catalog=tencent-live-2022";

/// Chooses an answer and goes on.
fn answer(page: &Page, question: &str, answer: &str) {
    page.expect("question", question, Page::heading);
    page.spot(".one").choice(answer).click();
    page.button("继续").click();
}

/// Answers nothing but the subject until the end.
fn skip_to_the_end(page: &Page) {
    let mut asked = Vec::new();
    while page.address().starts_with("#/ask/") {
        let (question, address) = (page.heading(), page.address());
        assert!(!asked.contains(&question), "{question} is asked again after {asked:?}");
        asked.push(question);
        page.button("不确定，先跳过").click();
        page.expect("another place", true, |page| page.address() != address);
    }
}

#[test]
fn by_keys_alone_from_the_checker_to_the_second_question_and_back() {
    visit(|page| {
        page.open(LIVE_CHECKER);
        page.link("一步一步来").click();
        page.expect("the question has an address", format!("#/ask/subject?{LIVE}"), Page::address);
        page.expect("heading", SUBJECT, Page::heading);
        page.expect("title", format!("{SUBJECT} · 类目通"), Page::title);
        page.expect("the focus is on it", "place".to_owned(), |page| page.focus().0);
        page.expect_text(".progress", "已能确定 0/31 个类目");
        page.expect_text(".why", "影响 31 个类目");

        page.tab_to("个人");
        page.press(Key::Enter);
        page.expect_text("[role=alert]", "请选一个回答");
        page.press(Key::Down);
        page.press(Key::Down);
        page.expect("chosen by arrows", true, |page| page.spot(".one").choice("企业").is_checked());
        page.spot(".one ~ .warn").expect_none();
        page.expect_text(".progress", "还有最多 3 个问题 · 已能确定 27/31 个类目");
        page.press(Key::Enter);
        page.expect("the next question", true, |page| page.heading() != SUBJECT);
        page.expect("the focus is on it", "place".to_owned(), |page| page.focus().0);
        let second = page.heading();

        page.back();
        page.expect("the question before", SUBJECT, Page::heading);
        assert!(page.spot(".one").choice("企业").is_checked());
        page.forward();
        page.expect("forward again", second.clone(), Page::heading);
        page.button("上一步").click();
        page.expect("the question before", SUBJECT, Page::heading);
        page.back();
        page.expect("where it began", LIVE_CHECKER, Page::address);
    });
}

#[test]
fn the_form_and_the_questions_say_the_same() {
    visit(|page| {
        page.open(&format!("#/ask?{LIVE}"));
        answer(page, SUBJECT, "企业");
        page.expect("the next question", true, |page| page.heading() != SUBJECT);
        let (question, verdicts) = (page.heading(), page.texts(".verdicts li"));
        let first = page.texts(".one label").first().cloned().unwrap_or_default();
        page.spot(".one").choice(&first).click();
        page.expect("an answer changes something", true, |page| {
            page.texts(".verdicts li") != verdicts || page.text(".progress").contains("最多 2 ")
        });
        let verdicts = page.texts(".verdicts li");

        page.reload();
        page.expect("the same question", question.clone(), Page::heading);
        assert!(page.spot(".one").choice(&first).is_checked());
        assert_eq!(page.texts(".verdicts li"), verdicts);

        page.link("回到类目列表").click();
        page.expect("address", LIVE_CHECKER, Page::address);
        assert!(page.area("主体类型").choice("企业").is_checked());
        assert!(page.area(&question).choice(&first).is_checked());
        let told: usize = page.counts().iter().map(|(_, count)| count).sum();
        assert_eq!(told, 31);
        for (id, count) in page.counts() {
            let name = page.text(&format!("#{id}"));
            let word = name.split_whitespace().next().unwrap_or_default().to_owned();
            let line = verdicts.iter().find(|line| line.starts_with(&word)).cloned().unwrap_or_default();
            assert!(line.ends_with(&count.to_string()), "{id}: {count} in the list, “{line}” beside the questions");
        }

        page.area("主体类型").choice("政府").click();
        page.link("一步一步来").click();
        page.expect("what is answered is not asked", true, |page| page.address().starts_with("#/ask/"));
        page.expect_text(".given", "政府");
        page.link(&format!("改：{SUBJECT}")).click();
        page.expect("question", SUBJECT, Page::heading);
        assert!(page.spot(".one").choice("政府").is_checked());
    });
}

#[test]
fn what_is_passed_is_not_asked_again_until_it_is_wanted() {
    visit(|page| {
        page.open(&format!("#/ask?{LIVE}"));
        answer(page, SUBJECT, "企业");
        page.expect("the next question", true, |page| page.heading() != SUBJECT);
        let second = page.heading();
        page.button("不确定，先跳过").click();
        page.expect("the third", true, |page| page.heading() != second);
        let third = page.heading();
        page.reload();
        page.expect("still the third", third, Page::heading);
        skip_to_the_end(page);
        page.expect("the end", true, |page| page.address().starts_with("#/asked?"));
        page.expect("heading", "31 个类目里，8 个现在就能申请", Page::heading);
        page.expect_text(".rows", "教育信息服务");
        page.spot(".actions a.soft").click();
        page.expect("the first that was passed", second, Page::heading);
    });
}

#[test]
fn only_what_matters_for_the_filters_is_asked() {
    visit(|page| {
        page.open(&format!("{LIVE_CHECKER}&level=医疗"));
        page.link("一步一步来").click();
        page.expect("address", format!("#/ask/subject?{LIVE}&level=医疗"), Page::address);
        page.expect_text(".progress", "已能确定 0/2 个类目");
        page.spot(".one").choice("企业").click();
        page.expect_text(".progress", "2 个类目都能确定了");
        page.button("继续").click();
        page.expect("a paper comes next", true, |page| page.heading().starts_with("有没有"));
        page.link("回到类目列表").click();
        page.expect("the filters are still set", format!("{LIVE_CHECKER}&level=医疗"), Page::address);
    });
}

#[test]
fn a_paper_is_there_can_be_had_or_cannot() {
    visit(|page| {
        page.open(&format!("{LIVE_CHECKER}&q=驾校"));
        page.area("主体类型").choice("企业").click();
        page.link("一步一步来").click();
        page.expect("question", "有没有《道路运输经营许可证》？", Page::heading);
        for (said, verdict) in [("没有，可以办", "补齐可申请"), ("办不到", "不开放"), ("有", "先确认")]
        {
            page.spot(".one").choice(said).click();
            page.expect_text(".verdicts", verdict);
        }
        page.button("继续").click();
        page.expect("what it covers", "《道路运输经营许可证》是否含“驾驶员培训”？", Page::heading);
        page.spot(".one").choice("含").click();
        page.button("继续").click();
        page.expect("the end", "筛出 1 个类目，1 个现在就能申请", Page::heading);
        page.expect_text(".rows", "驾校培训");

        page.link("改：有没有《道路运输经营许可证》？").click();
        page.spot(".one").choice("没有，可以办").click();
        page.link("回到类目列表").click();
        page.expect("verdict", Some("missing".to_owned()), |page| page.verdict("教育/驾校培训"));
        let card = || page.area("《道路运输经营许可证》");
        card().button("我有").click();
        page.expect("verdict", Some("ready".to_owned()), |page| page.verdict("教育/驾校培训"));
    });
}

#[test]
fn a_question_that_nobody_knows_is_said_to_be_none() {
    visit(|page| {
        for place in
            [format!("#/ask/nobody?{LIVE}"), "#/ask?catalog=nobody-1999".to_owned(), format!("#/ask/own.moon?{LIVE}")]
        {
            page.open(&place);
            page.expect("heading", "没有这个页面", Page::heading);
        }
    });
}

#[test]
fn the_questions_of_the_form_say_why_and_an_answer_moves_nothing_above_it() {
    const FACTS: &str = ".facts fieldset legend";
    visit(|page| {
        page.open("#/?catalog=wechat-2026");
        page.area("主体类型").choice("企业").click();
        page.expect("six at first", 6, |page| page.texts(FACTS).len());
        let before = page.texts(FACTS);
        let why = page.spot(".facts fieldset:nth-of-type(1) .reasons > summary");
        why.click();
        page.expect("the categories by name", true, |page| page.spot(".affected li a").count() > 3);
        page.expect_text(".affected", "个类目");
        let third = page.texts(".facts fieldset:nth-of-type(3) .choice label");
        page.area(&before[2]).choice(&third[0]).click();
        page.expect("one more", 7, |page| page.texts(FACTS).len());
        assert_eq!(page.texts(FACTS)[..3], before[..3], "what stands above the answer stays");
        page.reload();
        page.expect("answered ones first", before[2].clone(), |page| page.texts(FACTS)[0].clone());
    });
}

#[test]
fn the_questions_fit_on_a_phone() {
    visit(|page| {
        page.fill_storage();
        for width in [320, 1280] {
            page.browser.set_viewport(width, 800);
            for place in [
                format!("#/ask/subject?{LIVE}"),
                "#/ask/food-seller?catalog=wechat-2026".to_owned(),
                "#/ask/own.road-transport-licence.驾驶员培训?catalog=tencent-live-2022".to_owned(),
                "#/asked?catalog=wechat-2026".to_owned(),
            ] {
                page.open(&place);
                let (overflow, small) = (page.overflow(), page.small_controls());
                assert!(overflow.is_empty() && small.is_empty(), "{place} at {width}: {overflow:#?} {small:#?}");
            }
        }
    });
}

/// A bound of many is true, and says nothing to whoever wants to begin.
#[test]
fn only_a_few_questions_are_counted_down() {
    visit(|page| {
        page.open("#/ask?catalog=wechat-2026");
        page.expect_text(".progress", "答几个算几个，随时可以停 · 已能确定 ");
        assert!(!page.text(".progress").contains("最多"), "{}", page.text(".progress"));
        page.open(&format!("#/ask?{LIVE}"));
        page.expect_text(".progress", "还有最多 ");
    });
}

#[test]
fn a_branch_for_others_is_folded_away_and_the_nearest_is_marked() {
    visit(|page| {
        page.open("#/c/tencent-live-2022/教育/学历教育（学校）");
        page.spot("details.case[open]").expect();
        let branches = page.spot("details.case").count();
        assert_eq!(page.spot("details.case[open]").count(), branches, "nobody has answered, so every branch may apply");
        page.spot(".side .choice").expect();
        page.spot(".side").choice("私立学校").click();
        page.expect("the others are folded", true, |page| {
            page.spot("details.case.off").count() == 1 && page.spot("details.case.off[open]").count() == 0
        });
        page.expect_text("details.case.off", "不适用 · 你的回答是私立学校");
        page.expect_text("details.case[open]", "《民办学校办学许可证》");

        // The whole requirement as well: the reason is left of it, and a press shows the rest.
        page.open("#/c/wechat-2026/教育服务/驾校培训");
        page.spot("details.case[open]").expect();
        page.spot(".side").choice("个人").click();
        page.expect_text("details.case.off:not([open])", "不适用 · 你的回答是个人");
        page.spot("details.case.off > summary").click();
        page.expect_text("details.case.off[open] .leaf", "备案");

        page.open("#/c/tencent-live-2022/电商平台/电商平台");
        page.expect_text(".near", "《增值电信业务经营许可证》");
        page.expect("one of the two", 1, |page| page.spot(".near").count());
        page.expect_text(".near .joint", "还差 5 份资质");
        let named = "return document.getElementById(document.querySelector('.near .node').getAttribute('aria-labelledby')).textContent";
        assert!(page.run(named, Vec::new()).as_str().is_some_and(|name| name.contains("全部提供 · 共 4 项")));
        page.spot(".near").button("我有《增值电信业务经营许可证》").click();
        page.expect_text(".near .joint", "还差 4 份资质");
    });
}
