//! A folder of papers: “which categories are open to us, and what is missing?”

use e2e::{LIVE_CHECKER, Page, visit};

const AUDIOVISUAL: &str = "《信息网络传播视听节目许可证》";
const ROAD: &str = "《道路运输经营许可证》";

fn choose_subject(page: &Page, subject: &str) {
    page.area("主体类型").choice(subject).click();
}

fn add_paper(page: &Page, typed: &str, name: &str) {
    page.spot("#find-paper").type_text(typed);
    page.button(&format!("添加{name}")).click();
    page.area(name).expect();
}

#[test]
fn a_paper_opens_the_categories_that_ask_for_it() {
    visit(|page| {
        page.open(LIVE_CHECKER);
        choose_subject(page, "企业");
        page.expect("headline", "31 个类目里，8 个现在就能申请", Page::heading);
        page.expect("社交/直播", Some("missing".to_owned()), |page| page.verdict("社交/直播"));

        // Typed without the brackets that belong to the name.
        add_paper(page, "信息网络传播视听", AUDIOVISUAL);
        page.expect("社交/直播", Some("ready".to_owned()), |page| page.verdict("社交/直播"));
        page.expect("the next paper can be typed at once", "find-paper", |page| page.focus().0);
        assert_eq!(page.spot("#find-paper").value(), "");

        page.button(&format!("移除{AUDIOVISUAL}")).click();
        page.expect("社交/直播", Some("missing".to_owned()), |page| page.verdict("社交/直播"));
    });
}

#[test]
fn a_paper_is_asked_what_it_covers_only_where_that_matters() {
    visit(|page| {
        page.open(LIVE_CHECKER);
        choose_subject(page, "企业");
        add_paper(page, "道路运输", ROAD);
        let verdict = |page: &Page| page.row("教育/驾校培训").map(|(verdict, _)| verdict);
        page.expect("nobody said", Some("ask".to_owned()), verdict);
        page.expect_text("#ask", "先确认");
        let (_, row) = page.row("教育/驾校培训").expect("the row is there");
        assert!(row.what.contains("确认即可：《道路运输经营许可证》含“驾驶员培训”"), "{}", row.what);

        let coverage = || page.area(ROAD).area("是否含“驾驶员培训”？");
        coverage().choice("不含").click();
        page.expect("it does not", Some("missing".to_owned()), verdict);
        let (_, row) = page.row("教育/驾校培训").expect("the row is there");
        assert!(row.what.contains("《道路运输经营许可证》增加“驾驶员培训”"), "{}", row.what);

        coverage().choice("含").click();
        page.expect("it does", Some("ready".to_owned()), verdict);
    });
}

#[test]
fn the_filter_by_access_method_leaves_what_the_method_serves() {
    const METHOD: &str = "小程序·云直播插件";
    visit(|page| {
        page.open(LIVE_CHECKER);
        choose_subject(page, "企业");
        page.spot("#access").select(METHOD);
        page.expect("address", format!("{LIVE_CHECKER}&access=live-plugin"), Page::address);
        let groups = page.groups();
        let rows: Vec<_> = groups.iter().flat_map(|group| &group.rows).collect();
        assert!(!rows.is_empty() && rows.len() < 31, "{}", rows.len());
        assert!(rows.iter().all(|row| row.tags.iter().any(|tag| tag == METHOD)), "{rows:#?}");
        assert!(page.heading().starts_with(&format!("筛出 {} 个类目", rows.len())), "{}", page.heading());

        page.line("教育/驾校培训").click();
        page.expect("heading", "驾校培训", Page::heading);
        assert!(page.text(".access").contains(METHOD), "{}", page.text(".side"));
    });
}

#[test]
fn for_an_individual_everything_is_closed_and_the_rule_is_named() {
    const RULE: &str = "个人认证的微信小程序暂不支持直播业务";
    visit(|page| {
        page.open(LIVE_CHECKER);
        choose_subject(page, "个人");
        page.expect("counts", [("closed".to_owned(), 31)], Page::counts);
        assert!(page.text(".me .warn").contains(RULE));
        let groups = page.groups();
        assert!(groups[0].rows.iter().all(|row| row.what.contains(RULE)), "{groups:#?}");
        page.line("工具/视频客服").click();
        page.expect_text(".banner", "不开放");
        page.expect_text(".blockers", RULE);
    });
}

#[test]
fn a_government_body_is_told_of_its_access_method_once() {
    visit(|page| {
        page.open(LIVE_CHECKER);
        choose_subject(page, "政府");
        page.expect_text("h1 ~ * .grant", "政府主体认证的小程序可直接使用 标准直播+直播标签 进行接入");
        assert_eq!(page.text("body").matches("政府主体认证的小程序可直接使用").count(), 1);
        choose_subject(page, "企业");
        page.spot(".grant").expect_none();
    });
}

#[test]
fn an_expired_paper_counts_as_not_held_and_says_so() {
    visit(|page| {
        page.open(LIVE_CHECKER);
        choose_subject(page, "企业");
        add_paper(page, "信息网络传播视听", AUDIOVISUAL);
        page.expect("held", Some("ready".to_owned()), |page| page.verdict("社交/直播"));
        page.area(AUDIOVISUAL).field("有效期至").enter_date("2020-01-31");
        page.expect("expired", Some("missing".to_owned()), |page| page.verdict("社交/直播"));
        page.expect_text(".paper .warn", "已过期，按未持有计算");
        page.reload();
        page.expect_text(".paper .warn", "已过期，按未持有计算");
        page.area(AUDIOVISUAL).field("有效期至").enter_date("2199-12-31");
        page.expect("valid again", Some("ready".to_owned()), |page| page.verdict("社交/直播"));
        page.spot(".paper .warn").expect_none();
    });
}

#[test]
fn a_paper_that_cannot_be_had_closes_what_depends_on_it_with_the_reason() {
    visit(|page| {
        page.open(LIVE_CHECKER);
        choose_subject(page, "企业");
        add_paper(page, "道路运输", ROAD);
        page.area(ROAD).choice("拿不到").click();
        page.expect("verdict", Some("closed".to_owned()), |page| page.verdict("教育/驾校培训"));
        page.expect_text("a.row", "你说拿不到");
        page.line("教育/驾校培训").click();
        page.expect_text(".banner", "不开放");
        page.expect_text(".blockers", "你说拿不到");
    });
}
