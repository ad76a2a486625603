//! What the rows call an applicant, and which answers that means. The table is made from the
//! sources alone, so that a wrong answer in a catalog is noticed as well as a missing one.

/// The words of a row, the fact, and the answers that they mean.
const CONDITIONS: [(&str, &str, &[&str]); 27] = [
    ("政府主体", "subject", &["government"]),
    ("公立学校", "education-provider", &["public-school"]),
    ("私立学校", "education-provider", &["private-school"]),
    ("培训机构", "education-provider", &["training-institution"]),
    ("经营个人征信业务", "credit-business", &["personal"]),
    ("个人征信业务", "credit-business", &["personal"]),
    ("经营企业征信业务", "credit-business", &["corporate"]),
    ("企业征信业务", "credit-business", &["corporate"]),
    ("汽车厂商", "car-business", &["manufacturer"]),
    ("汽车经销商/4s店", "car-business", &["dealer"]),
    ("下属子/分公司", "car-business", &["subsidiary"]),
    ("第三方电子商务平台，连接证券销售机构获取实时数据，提供交易辅助", "stock-service", &["trading-platform"]),
    ("投资咨询", "stock-service", &["investment-advice"]),
    ("仅提供股票信息展示，且非实时数据", "stock-service", &["display-only"]),
    ("金融机构", "financial-institution", &["yes"]),
    ("非金融机构", "financial-institution", &["no"]),
    ("期货交易", "precious-metals-business", &["futures"]),
    ("实物黄金买卖", "precious-metals-business", &["physical-gold"]),
    ("道路运输", "coach-service", &["road-transport"]),
    ("售票平台", "coach-service", &["ticketing"]),
    ("旅行社", "tourism-provider", &["travel-agency"]),
    ("非旅行社", "tourism-provider", &["individual-guide", "none"]),
    ("个人导游", "tourism-provider", &["individual-guide"]),
    ("国产特殊用途化妆品", "domestic-cosmetics", &["special-use"]),
    ("国产非特殊用途化妆品", "domestic-cosmetics", &["ordinary"]),
    ("入场装修", "decoration-service", &["on-site"]),
    ("装修方案设计", "decoration-service", &["design"]),
];

/// The words that mean this condition.
pub(super) fn wordings<'a>(fact: &'a str, answers: &'a [&str]) -> impl Iterator<Item = &'static str> + 'a {
    let same =
        move |means: &[&str]| means.len() == answers.len() && means.iter().all(|answer| answers.contains(answer));
    CONDITIONS.iter().filter(move |(_, of, means)| *of == fact && same(means)).map(|(words, _, _)| *words)
}
