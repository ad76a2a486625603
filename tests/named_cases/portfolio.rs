//! Several categories at once.

use std::collections::BTreeSet;

use leimu::catalog::CategoryPath;
use leimu::eligibility::{CatalogRules, Need, Portfolio, Route, Step, Verdict, portfolio};
use leimu::profile::Paper;
use serde_json::{Value, json};

use crate::given::{Given, bundle, today, told_route};

/// A catalog and a path in it.
type Target<'a> = (&'a str, &'a [&'a str]);

const LIVE: &str = "tencent-live-2022";

fn of(targets: &[Target<'_>], profile: &Value) -> Portfolio {
    let given: Vec<Given> = targets.iter().map(|(catalog, _)| Given::bundled(catalog)).collect();
    let rules: Vec<_> = given.iter().map(Given::rules).collect();
    let paths: Vec<_> = targets.iter().map(|(_, path)| CategoryPath::of(path)).collect();
    let chosen: Vec<_> = rules.iter().zip(&paths).collect();
    portfolio(&chosen, &bundle().registry, &given[0].profile(profile), today())
}

#[track_caller]
fn check(targets: &[Target<'_>], profile: &Value, routes: &[&str], papers: &[(&str, &[usize])]) {
    let found = of(targets, profile);
    assert_eq!(found.routes.iter().map(told_route).collect::<Vec<_>>(), routes);
    let listed: Vec<(&str, &[usize])> =
        found.papers.iter().map(|entry| (entry.paper.document.as_str(), &entry.serves[..])).collect();
    assert_eq!(listed, papers);
}

#[test]
fn a_paper_that_serves_two_categories_is_got_once() {
    check(
        &[
            (LIVE, &["金融业", "银行"]),
            (LIVE, &["金融业", "信托"]),
            (LIVE, &["金融业", "消费金融"]),
            (LIVE, &["金融业", "股票信息服务平台（港股/美股）"]),
        ],
        &json!({ "subject": "enterprise" }),
        &["obtain financial-licence + obtain icp-filing", "obtain financial-institution-licence + obtain icp-filing"],
        &[("financial-licence", &[0, 1]), ("financial-institution-licence", &[0, 1]), ("icp-filing", &[2, 3])],
    );
}

#[test]
fn two_catalogs_share_papers_but_not_opening_rules() {
    let targets: [Target<'_>; 2] = [(LIVE, &["教育", "驾校培训"]), ("baidu-2019", &["教育", "驾校培训"])];
    let papers: [(&str, &[usize]); 1] = [("road-transport-licence", &[0, 1])];
    let licence = "obtain road-transport-licence (驾驶员培训)";
    check(&targets, &json!({ "subject": "enterprise" }), &[licence], &papers);
    let confirmed =
        format!("confirm subject=sole-trader|enterprise|government|institution|media|other|overseas + {licence}");
    check(&targets, &json!({}), &[&confirmed], &papers);
    check(&targets, &json!({ "subject": "personal" }), &[], &papers);
    check(&targets[1..], &json!({ "subject": "personal" }), &[licence], &[("road-transport-licence", &[0])]);
}

#[test]
fn the_widest_coverage_and_the_highest_count_are_asked_at_once() {
    check(
        &[
            ("baidu-2019", &["教育", "出国移民"]),
            ("baidu-2019", &["交通", "火车票销售"]),
            ("baidu-2019", &["金融业", "消费金融"]),
        ],
        &json!({}),
        &[
            "obtain business-licence (提供出国探亲访友等信息咨询服务,票务代理) + obtain banking-regulator-opening-approval + obtain financial-licence",
        ],
        &[("business-licence", &[0, 1, 2]), ("banking-regulator-opening-approval", &[2]), ("financial-licence", &[2])],
    );
}

#[test]
fn one_answer_has_to_serve_all() {
    let targets: [Target<'_>; 2] = [(LIVE, &["教育", "学历教育（学校）"]), (LIVE, &["教育", "在线视频课程"])];
    let found = of(&targets, &json!({ "subject": "enterprise" }));
    let told: Vec<_> = found.routes.iter().map(told_route).collect();
    assert_eq!(told[0], "confirm education-provider=public-school + obtain public-institution-certificate");
    // The licence of a private school serves a training institution there, but nobody is both.
    assert!(
        told.iter().all(|route| *route != "confirm education-provider=private-school + obtain private-school-licence")
    );
    let private = json!({ "subject": "enterprise", "facts": { "education-provider": "private-school" } });
    assert_eq!(
        of(&targets, &private).routes.iter().map(told_route).collect::<Vec<_>>(),
        [
            "obtain private-school-licence + obtain audiovisual-licence",
            "obtain private-school-licence + obtain online-training-platform-filing",
            "obtain private-school-licence + obtain education-authority-approval",
        ]
    );
}

#[test]
fn a_path_that_is_not_there_asks_nothing() {
    check(&[(LIVE, &["教育", "没有这个类目"])], &json!({}), &[""], &[]);
}

/// What has to be true once a step is done, so that two routes can be put together.
fn things(route: Route<'_>) -> BTreeSet<(Paper, String)> {
    let paper = |step: &Step| {
        let step = step.paper().unwrap_or_else(|| panic!("every fact is answered: {step:?}"));
        let all = ["held".to_owned()].into_iter().chain(step.covers.iter().map(ToString::to_string));
        let counted = (1..=step.count).map(|count| format!("x{count}"));
        all.chain(counted).map(|what| (step.paper.clone(), what)).collect::<Vec<_>>()
    };
    route.steps().flat_map(paper).collect()
}

/// The sets that contain no other.
fn minimal(sets: &BTreeSet<BTreeSet<(Paper, String)>>) -> BTreeSet<BTreeSet<(Paper, String)>> {
    sets.iter().filter(|set| !sets.iter().any(|other| other != *set && other.is_subset(set))).cloned().collect()
}

#[test]
fn the_routes_of_a_portfolio_are_the_least_unions_of_the_routes_of_its_categories() {
    let answers = json!({
        "education-provider": "training-institution", "credit-business": "corporate", "car-business": "dealer",
        "stock-service": "trading-platform", "financial-institution": "yes", "precious-metals-business": "both",
        "coach-service": "both", "tourism-provider": "travel-agency", "domestic-cosmetics": "both", "decoration-service": "both",
    });
    for documents in
        [json!([]), json!([{ "document": "营业执照" }, { "document": "ICP证" }, { "document": "audiovisual-licence" }])]
    {
        let profile = json!({ "subject": "enterprise", "facts": answers, "documents": documents });
        for catalog in [LIVE, "baidu-2019"] {
            let given = Given::bundled(catalog);
            let rules = given.rules();
            let alone = given.evaluate(&profile).categories;
            let open: Vec<usize> =
                (0..alone.len()).filter(|&at| alone[at].routes.iter().any(|route| !route.is_empty())).collect();
            // Windows of neighbours, which share most papers, and of strangers.
            for start in 0..open.len() {
                let chosen: Vec<usize> = [0, 1, 2, 7].iter().filter_map(|by| open.get(start + by).copied()).collect();
                let paths: Vec<_> = chosen.iter().map(|&at| (&rules, &given.catalog.categories[at].path)).collect();
                let found = portfolio(&paths, &given.registry, &given.profile(&profile), today());
                let expected = chosen.iter().fold(BTreeSet::from([BTreeSet::new()]), |so_far, &at| {
                    let routes: Vec<_> = alone[at].routes.iter().map(|route| things(route)).collect();
                    minimal(&so_far.iter().flat_map(|one| routes.iter().map(move |other| one | other)).collect())
                });
                let routes: BTreeSet<_> = found.routes.iter().map(|route| things(route)).collect();
                assert_eq!(routes, expected, "{catalog}: {chosen:?}");
                assert_eq!(
                    found.papers.iter().map(|entry| &entry.paper).collect::<BTreeSet<_>>().len(),
                    found.papers.len()
                );
                for entry in &found.papers {
                    let serves = |at: &usize| {
                        let mut asks = false;
                        let requirement = &given.catalog.categories[chosen[*at]].requirement;
                        requirement.walk(&mut |node| {
                            asks |= matches!(&node.kind, leimu::catalog::Kind::Document(asked)
                                if asked.document == entry.paper.document && asked.holder == entry.paper.holder);
                        });
                        asks
                    };
                    assert_eq!(entry.serves, (0..chosen.len()).filter(serves).collect::<Vec<_>>(), "{:?}", entry.paper);
                }
            }
        }
    }
}

#[test]
fn as_many_as_fit_are_looked_at_together_and_of_more_is_said_what_holds() {
    let given = Given::bundled("wechat-2026");
    let rules = given.rules();
    let profile = given.profile(&json!({ "subject": "enterprise" }));
    let open = rules.evaluate(&profile, today()).categories.into_iter().filter(|one| one.verdict == Verdict::Missing);
    let open: Vec<&CategoryPath> = open.map(|one| &given.catalog.categories[one.category].path).collect();
    let of = |many: usize| {
        let chosen: Vec<_> = open.iter().take(many).map(|path| (&rules, *path)).collect();
        portfolio(&chosen, &given.registry, &profile, today())
    };
    let twenty = of(20);
    assert!(twenty.is_counted && twenty.is_open() && !twenty.routes.is_empty());
    let many = of(200);
    assert!(!many.is_counted && many.is_open() && many.routes.is_empty());
    assert_eq!((many.conflicts.len(), many.unavoidable.len()), (0, 0));
    // What one category needs whatever is done, all of them need.
    for paper in twenty.papers.iter().filter(|paper| paper.need == Need::Always && !paper.is_shared()) {
        let among_many = many.papers.iter().find(|other| other.paper == paper.paper).unwrap();
        assert_eq!(among_many.need, Need::Always, "{:?}", paper.paper);
    }
    let closed = rules.evaluate(&profile, today()).categories.into_iter().filter(|one| one.verdict == Verdict::Closed);
    let closed: Vec<&CategoryPath> = closed.map(|one| &given.catalog.categories[one.category].path).take(2).collect();
    let chosen: Vec<_> = open.iter().take(198).chain(&closed).map(|path| (&rules, *path)).collect();
    let with_closed = portfolio(&chosen, &given.registry, &profile, today());
    assert!(!with_closed.is_open());
    assert_eq!(with_closed.conflicts, [vec![198], vec![199]]);
}

/// Twenty is what people choose; the twenty that ask for most are looked at together as well.
#[test]
fn the_twenty_deepest_are_looked_at_together() {
    for platform in ["wechat", "baidu"] {
        let catalogs = bundle().catalogs.iter().filter(|catalog| catalog.platform.as_str() == platform);
        let rules: Vec<_> = catalogs.map(|catalog| CatalogRules::new(catalog, &bundle().registry)).collect();
        let mut deepest: Vec<_> =
            rules.iter().flat_map(|rules| rules.catalog.categories.iter().map(move |one| (rules, one))).collect();
        deepest.sort_by_key(|(_, category)| {
            let mut leaves = 0;
            category.requirement.walk(&mut |node| leaves += usize::from(node.members().is_empty()));
            std::cmp::Reverse(leaves)
        });
        let chosen: Vec<_> = deepest.iter().take(20).map(|(rules, category)| (*rules, &category.path)).collect();
        for subject in [json!({}), json!({ "subject": "enterprise" })] {
            let profile = Given::bundled("wechat-2026").profile(&subject);
            assert!(portfolio(&chosen, &bundle().registry, &profile, today()).is_counted, "{platform} {subject}");
        }
    }
}
