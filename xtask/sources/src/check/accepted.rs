//! Where a catalog rightly says more, or says it in other words, than its row. Each entry is a
//! demand as well: the catalog has to say just this, so that it cannot be lost unnoticed.

/// A place in a catalog: its id, and the line of the row or of the node.
pub(super) type At = (&'static str, u32);

/// A paper that the row names by what stands around it.
pub(super) struct Named {
    pub(super) at: At,
    pub(super) document: &'static str,
    /// The words that the row has for it.
    pub(super) words: &'static str,
}

pub(super) const NAMED: [Named; 5] = [
    // “电商平台服务协议、交易规则”: 电商平台 is said once for both.
    Named { at: ("tencent-live-2022", 37), document: "platform-trading-rules", words: "交易规则" },
    Named { at: ("tencent-live-2022", 55), document: "platform-trading-rules", words: "交易规则" },
    Named { at: ("tencent-live-2021", 37), document: "platform-trading-rules", words: "交易规则" },
    Named { at: ("tencent-live-2021", 55), document: "platform-trading-rules", words: "交易规则" },
    // The row of 天气情况 asks for 相关授权合同, which means: about the weather.
    Named { at: ("baidu-2019", 176), document: "weather-authorisation-contract", words: "相关授权合同" },
];

/// What follows from the row without being written in it.
pub(super) enum Unsaid {
    /// So many of a paper.
    Count(&'static str, u32),
    /// A condition: the fact and the answer.
    Condition(&'static str, &'static str),
}

pub(super) const UNSAID: [(At, Unsaid); 2] = [
    // “两家或以上的培训机构合作协议，及培训机构的《民办学校办学许可证》”: each of the two has its own licence.
    (("tencent-live-2022", 251), Unsaid::Count("private-school-licence", 2)),
    // “请上传化妆品批准或备案文件，其中：…”: beside the two kinds that are split off, the general demand is left.
    (("baidu-2019", 261), Unsaid::Condition("domestic-cosmetics", "none")),
];

/// A row that says a thing once for several nodes of the tree.
pub(super) struct Shared {
    pub(super) at: At,
    /// What is said once.
    pub(super) words: &'static [&'static str],
    /// For how many nodes.
    pub(super) nodes: usize,
    /// The whole tree: A( every member ), O( one member ), D a paper, F a condition. Which node an
    /// occurrence belongs to cannot be told from the row, so the shape is laid down here.
    pub(super) shape: &'static str,
}

pub(super) const SHARED: [Shared; 1] = [
    // “《金融机构许可证》或《经营保险业务许可证》，但许可范围应包括本、外币业务范围或提供…《经营外汇业务许可证》”:
    // either licence with the scope, or either licence together with the third.
    Shared {
        at: ("baidu-2019", 111),
        words: &["《金融机构许可证》", "《经营保险业务许可证》", "本、外币业务"],
        nodes: 2,
        shape: "O(A(FO(DDA(O(DD)D)))A(FD))",
    },
];

/// The partners whose papers are asked for, as the rows name them in front of the paper.
pub(super) const PARTNERS: [&str; 2] = ["合作医院的", "培训机构的"];

/// Words of a row that have no field of their own: the words of the node have to repeat them, so
/// that the screen shows them.
pub(super) const ONLY_WORDS: [&str; 7] = [
    // A paper that has expired is not held, so validity is no condition of its own.
    "在有效期内的",
    "有效期内",
    // Other wordings of the scope of business are as good.
    "等类似字样",
    // How the proof of membership is made.
    "：出具贵金属交易所（中心）会员查询截图并",
    // The source has the old form and the new form the wrong way round; both are accepted.
    "新版",
    "旧版",
    // Examples of a paper.
    "（如公司章程、公司股权结构及股东的有关情况）",
];
