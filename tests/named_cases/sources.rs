//! Categories of the sources that have something special.

use serde_json::{Value, json};

use crate::given::Given;

const LIVE: &str = "tencent-live-2022";
const BAIDU: &str = "baidu-2019";

/// An enterprise, which no opening rule stops, with these papers.
fn enterprise(documents: &Value) -> Value {
    json!({ "subject": "enterprise", "documents": documents })
}

#[test]
fn a_driving_school_needs_a_licence_that_names_driver_training() {
    let unsaid =
        ["ask", "route: extend road-transport-licence (驾驶员培训)", "question: road-transport-licence:驾驶员培训"];
    let cases: [(Value, &[&str], &[&str]); 6] = [
        (json!({}), &unsaid, &["road-transport-licence (驾驶员培训) CoverageUnsaid"]),
        (json!({ "covers": ["驾驶员培训"] }), &["ready", "route: "], &[]),
        (
            json!({ "lacks": ["驾驶员培训"] }),
            &["missing", "route: extend road-transport-licence (驾驶员培训)"],
            &["road-transport-licence (驾驶员培训) NotCovering"],
        ),
        (
            json!({ "covers": ["驾驶员培训"], "valid_until": "2026-06-14" }),
            &["missing", "route: renew road-transport-licence (驾驶员培训)"],
            &["road-transport-licence (驾驶员培训) Expired"],
        ),
        (json!({ "unobtainable": true }), &["closed"], &["! road-transport-licence (驾驶员培训) Unobtainable"]),
        (
            json!({ "holder": "partner", "covers": ["驾驶员培训"] }),
            &["missing", "route: obtain road-transport-licence (驾驶员培训)"],
            &["road-transport-licence (驾驶员培训) NotHeld"],
        ),
    ];
    for catalog in [LIVE, BAIDU] {
        let given = Given::bundled(catalog);
        for (held, expected, blockers) in &cases {
            let mut document = json!({ "document": "《道路运输经营许可证》" });
            document.as_object_mut().unwrap().extend(held.as_object().unwrap().clone());
            let profile = enterprise(&json!([document]));
            given.check(&["教育", "驾校培训"], &profile, expected);
            given.check_blockers(&["教育", "驾校培训"], &profile, blockers);
        }
    }
}

#[test]
fn the_licence_of_a_partner_hospital_is_not_ones_own() {
    let given = Given::bundled(LIVE);
    let path = ["医疗", "互联网医院"];
    let reviewed = json!({ "document": "practice-registration-review-approval" });
    let licence = |holder: &str| json!({ "document": "《医疗机构执业许可证》", "holder": holder });
    let approval = "route: obtain medical-institution-establishment-approval";
    let partners = "route: obtain partner's medical-institution-licence";
    given.check(&path, &enterprise(&json!([reviewed, licence("partner")])), &["ready", "route: "]);
    given.check(&path, &enterprise(&json!([reviewed, licence("own")])), &["missing", approval, partners]);
    given.check(
        &path,
        &enterprise(&json!([licence("partner")])),
        &["missing", approval, "route: obtain practice-registration-review-approval"],
    );
    // The other way round as well: a public hospital needs its own.
    let certificate = json!({ "document": "《事业单位法人证书》" });
    given.check(
        &["医疗", "公立医疗机构"],
        &enterprise(&json!([certificate, licence("partner")])),
        &["missing", "route: obtain medical-institution-licence"],
    );
}

#[test]
fn car_presales_has_three_kinds_of_applicant() {
    let given = Given::bundled(LIVE);
    let path = ["汽车", "汽车预售服务"];
    let all = [
        "missing",
        "route: confirm car-business=manufacturer + obtain business-licence + obtain vehicle-manufacturer-admission",
        "route: confirm car-business=dealer + obtain business-licence + obtain vehicle-manufacturer-admission + obtain manufacturer-sales-authorisation",
        "route: confirm car-business=subsidiary + obtain business-licence + obtain vehicle-manufacturer-admission + obtain equity-relationship-letter (双方盖章)",
        "question: car-business",
    ];
    given.check(&path, &enterprise(&json!([])), &all);
    for (answer, route) in [("manufacturer", 1), ("dealer", 2), ("subsidiary", 3)] {
        let profile = json!({ "subject": "enterprise", "facts": { "car-business": answer } });
        let confirmed = all[route].replace(&format!("confirm car-business={answer} + "), "");
        given.check(&path, &profile, &["missing", &confirmed]);
    }
    given.check(&path, &json!({ "subject": "enterprise", "facts": { "car-business": "other" } }), &["closed"]);
}

#[test]
fn a_school_is_public_or_private() {
    let given = Given::bundled(LIVE);
    let path = ["教育", "学历教育（学校）"];
    given.check(
        &path,
        &enterprise(&json!([])),
        &[
            "missing",
            "route: confirm education-provider=public-school + obtain school-establishment-approval",
            "route: confirm education-provider=public-school + obtain public-institution-certificate",
            "route: confirm education-provider=private-school + obtain private-school-licence",
            "question: education-provider",
        ],
    );
    let public = |documents: Value| json!({ "subject": "institution", "facts": { "education-provider": "public-school" }, "documents": documents });
    given.check(&path, &public(json!([{ "document": "事业单位法人证书" }])), &["ready", "route: "]);
    // A private school's licence does not help a public one.
    given.check(
        &path,
        &public(json!([{ "document": "private-school-licence" }])),
        &["missing", "route: obtain school-establishment-approval", "route: obtain public-institution-certificate"],
    );
}

#[test]
fn only_a_government_body_streams_with_its_credit_code_and_a_letter() {
    let given = Given::bundled(LIVE);
    let path = ["社交", "直播"];
    let two = ["missing", "route: obtain audiovisual-licence", "route: obtain online-culture-licence (网络表演)"];
    let third = "route: obtain unified-social-credit-code + obtain explanatory-letter";
    given.check(&path, &enterprise(&json!([])), &two);
    given.check(&path, &json!({ "subject": "government" }), &[two[0], two[1], two[2], third]);
    let papers = json!([{ "document": "《统一社会信用代码证》" }, { "document": "情况说明函件" }]);
    given.check(&path, &json!({ "subject": "government", "documents": papers }), &["ready", "route: "]);
    given.check(&path, &enterprise(&papers), &two);
    given.check(
        &path,
        &json!({ "documents": papers }),
        &[
            "ask",
            "route: confirm subject=government",
            "route: confirm subject=sole-trader|enterprise|institution|media|other|overseas + obtain audiovisual-licence",
            "route: confirm subject=sole-trader|enterprise|institution|media|other|overseas + obtain online-culture-licence (网络表演)",
            "question: subject",
        ],
    );
}

#[test]
fn an_education_platform_needs_two_partners() {
    let given = Given::bundled(LIVE);
    let path = ["教育", "教育平台"];
    given.check(
        &path,
        &enterprise(&json!([])),
        &[
            "missing",
            "route: obtain icp-filing + obtain training-institution-agreement x2 + obtain partner's private-school-licence x2",
        ],
    );
    let so_many = |count: u32| {
        json!([
            { "document": "ICP备案" },
            { "document": "培训机构合作协议", "count": count },
            { "document": "民办学校办学许可证", "holder": "partner", "count": count },
        ])
    };
    given.check(
        &path,
        &enterprise(&so_many(1)),
        &["missing", "route: count training-institution-agreement x2 + count partner's private-school-licence x2"],
    );
    given.check(&path, &enterprise(&so_many(2)), &["ready", "route: "]);
    given.check(&path, &enterprise(&so_many(3)), &["ready", "route: "]);
}

/// What an e-commerce platform needs beside the licence.
const PLATFORM: &str = "obtain platform-service-agreement + obtain platform-trading-rules + obtain merchant-review-rules + obtain dispute-resolution-rules";

#[test]
fn an_icp_licence_is_a_telecom_licence_that_covers_internet_information() {
    let given = Given::bundled(LIVE);
    let path = ["电商平台", "电商平台"];
    given.check(&path, &enterprise(&json!([{ "document": "ICP证" }])), &["missing", &format!("route: {PLATFORM}")]);
    let refused = "route: obtain platform-service-agreement + obtain platform-trading-rules + obtain merchant-review-rules + obtain dispute-resolution-rules + obtain licence-non-acceptance-notice + obtain business-licence + obtain telecom-business-plan-form + obtain telecom-licence-application-form + obtain company-and-staff-form + obtain network-security-measures + obtain shareholder-tracing-materials + obtain lawful-telecom-operation-promise + obtain other-telecom-authority-materials";
    given.check(
        &path,
        &enterprise(&json!([{ "document": "《增值电信业务经营许可证》" }])),
        &[
            "missing",
            &format!("route: extend value-added-telecom-licence (在线数据处理与交易处理业务) + {PLATFORM}"),
            &format!("route: extend value-added-telecom-licence (互联网信息服务业务) + {PLATFORM}"),
            refused,
            "question: value-added-telecom-licence:在线数据处理与交易处理业务",
            "question: value-added-telecom-licence:互联网信息服务业务",
        ],
    );
    // Another of its coverages is one more question in another catalog, not here.
    given.check(
        &path,
        &enterprise(&json!([{ "document": "增值电信经营许可证", "covers": ["在线数据处理与交易处理业务"] }])),
        &["missing", &format!("route: {PLATFORM}")],
    );
}

#[test]
fn three_designated_drivers_bring_three_licences() {
    let given = Given::bundled(BAIDU);
    let held =
        |count: u32| json!({ "documents": [{ "document": "designated-driver-driving-licence", "count": count }] });
    let path = ["交通", "代驾"];
    given.check(&path, &json!({}), &["missing", "route: obtain designated-driver-driving-licence x3"]);
    given.check(&path, &held(2), &["missing", "route: count designated-driver-driving-licence x3"]);
    given.check(&path, &held(3), &["ready", "route: "]);
}
