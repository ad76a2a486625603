//! What a catalog tells in words of its own: nothing that the source says is lost in it, and
//! nothing stands in it that the source does not say. Both are compared letter by letter: every
//! letter of the one stands in the other beside a letter that it stands beside here, or belongs to
//! a few words that say nothing by themselves.

use std::collections::HashSet;

use crate::normal;

/// Words that mean the same, and the one that is compared.
const SAME: [(&str, &str); 32] = [
    ("其它", "其他"),
    ("涉及", "涉"),
    ("销售", "卖"),
    ("售卖", "卖"),
    ("须要", "须"),
    ("需要", "须"),
    ("需求", "求"),
    ("必须", "须"),
    ("需", "须"),
    ("应当", "须"),
    ("仅限", "只"),
    ("仅", "只"),
    ("不包含", "不含"),
    ("不包括", "不含"),
    ("包含", "含"),
    ("包括", "含"),
    ("获得", "取得"),
    ("该类目", "本类目"),
    ("此类目", "本类目"),
    ("选择", "选"),
    ("或者", "或"),
    ("以及", "和"),
    ("及其", "和"),
    ("及", "和"),
    ("与", "和"),
    ("本身", "自己"),
    ("其取得", "自己取得"),
    ("审核时长", "审核"),
    ("适用于", "用于"),
    ("面向", "用于"),
    ("标注", "标"),
    ("包括但不限于", ""),
];

/// Words of the source, and what the catalog says for them.
const RETOLD: [(&str, &str); 96] = [
    ("不用", "不作"),
    ("不支持", "不可在"),
    ("支持", "暂不可"),
    ("行为须为", "须由"),
    ("未", "没有"),
    ("费缴纳", "缴费"),
    ("须求", "须有"),
    ("照经过", "按批准"),
    ("向", "把"),
    ("向", "卖给"),
    ("通知", "告"),
    ("处含", "见"),
    ("只支持", "只凭"),
    ("只支持", "申请的"),
    ("服务须明确为", "须写明"),
    ("出行的", "客运"),
    ("平台", "暂不支持"),
    ("中未", "未对"),
    ("未开放", "未对"),
    ("类目经营", "范围"),
    ("方", "处方笺"),
    ("以下情况除外", "例外"),
    ("以下情况除外", "例外二还有"),
    ("以下情况除外", "例外三所说"),
    ("规定", "依照"),
    ("卖", "售予"),
    ("展示", "信息"),
    ("如小程序内只提供", "只推荐"),
    ("申请", "类目通过"),
    ("为保障", "为交易安全"),
    ("以实现", "用于"),
    ("不含", "除外"),
    ("不含", "不在内"),
    ("不含", "不在本类目内"),
    ("如有", "有的话请"),
    ("开发者须配置", "须接入"),
    ("下发至", "会发到"),
    ("内只支持", "只能"),
    ("内只", "只能"),
    ("只支持", "只能"),
    ("导致", "致"),
    ("除", "解封"),
    ("详情见", "详见"),
    ("审核通过后", "一经"),
    ("须已通过", "前提"),
    ("等免税商品线上支付和配送服务", "在线卖"),
    ("通俗说法", "俗称"),
    ("用于", "供"),
    ("不含药", "情趣用品"),
    ("点击查看", "见原文所附"),
    ("如卖内容涉境外", "在线卖"),
    ("等商品", "在线卖"),
    ("接受", "受托"),
    ("委托", "受托"),
    ("须同时含", "另有要求"),
    ("请查看", "定义见"),
    ("能", "未许可"),
    ("具备", "已有"),
    ("调整", "改"),
    ("买", "购车"),
    ("明确标为", "标须写"),
    ("获取指引", "的取得见"),
    ("等类型", "都适用"),
    ("享受", "免税"),
    ("享受", "免税依据"),
    ("取得", "尚未批准注册"),
    ("允许", "获准"),
    ("免征", "免税"),
    ("信息", "行程展示"),
    ("信息", "资讯"),
    ("须用", "须有"),
    ("涉任何", "宣传或展示"),
    ("周边卖", "商品"),
    ("周边卖", "可卖"),
    ("局相关", "政务"),
    ("如为当地提供", "在线卖"),
    ("单查询", "提供服务"),
    ("费缴纳等相关", "提供服务"),
    ("本类目暂只", "目前只接受"),
    ("须明确为", "须写明"),
    ("向", "售予"),
    ("以下情况除外", "例外一"),
    ("以下情况除外", "例外二"),
    ("以下情况除外", "例外三"),
    ("品线上支付和配送服务", "在线卖"),
    ("不含药品", "情趣用品"),
    ("明确标为", "标须写明"),
    ("含", "等医疗行为"),
    ("禁止", "彩票"),
    ("卖", "国徽"),
    ("只支持", "只"),
    ("只支持", "只接受"),
    ("行业只支持", "只接受"),
    ("调整", "变更"),
    ("预约", "提供服务"),
    ("信息服务", "资讯"),
];

/// Letters that turn a sentence round. They are never passed over.
const TURNS: [char; 8] = ['不', '未', '非', '无', '只', '禁', '暂', '没'];

/// Words that say nothing by themselves.
const EMPTY: [&str; 82] = [
    "注",
    "如",
    "如果",
    "若",
    "若小程序",
    "小程序",
    "涉",
    "如出现",
    "若只",
    "本类目",
    "所有",
    "内容",
    "功能",
    "且",
    "但",
    "并",
    "应",
    "定义",
    "周期",
    "属",
    "这",
    "根据",
    "都",
    "按",
    "由",
    "也",
    "做",
    "来",
    "另",
    "个人",
    "提供",
    "服务",
    "类目",
    "相关",
    "等",
    "的",
    "该",
    "为",
    "在",
    "进行",
    "或",
    "和",
    "类",
    "主体",
    "可",
    "须",
    "选",
    "补充",
    "是",
    "指",
    "者",
    "内",
    "中",
    "对",
    "将",
    "有",
    "其",
    "见",
    "处",
    "请",
    "于",
    "时",
    "左右",
    "预计",
    "约",
    "建议选",
    "人们",
    "自己",
    "如含",
    "一",
    "针对",
    "同时",
    "请先",
    "注意",
    "范畴",
    "些",
    "类型",
    "本",
    "比如",
    "建议",
    "行业",
    "其他",
];

/// The letters of a text as they are compared; `\n` where something stops.
fn letters(text: &str) -> Vec<char> {
    let mut words = normal::words(text);
    for (said, same) in SAME {
        words = words.replace(said, same);
    }
    words.chars().map(|c| if c.is_alphanumeric() { c } else { '\n' }).collect()
}

/// What stands in texts, each letter with the next one.
#[derive(Debug, Default)]
pub(super) struct Told {
    pairs: HashSet<(char, char)>,
    letters: HashSet<char>,
    whole: String,
}

impl Told {
    /// Adds what a text tells.
    pub(super) fn add(&mut self, text: &str) {
        let letters = letters(text);
        self.pairs.extend(letters.windows(2).map(|pair| (pair[0], pair[1])));
        self.letters.extend(&letters);
        self.whole.extend(letters.iter().filter(|c| **c != '\n'));
        self.whole.push('\n');
    }

    /// The words of a text that are not told.
    pub(super) fn missing(&self, text: &str) -> Vec<String> {
        let letters = letters(text);
        let mut told: Vec<bool> = letters.iter().map(|c| *c == '\n').collect();
        for at in 1..letters.len() {
            if letters[at] != '\n' && self.pairs.contains(&(letters[at - 1], letters[at])) {
                told[at - 1] = true;
                told[at] = true;
            }
        }
        let mut missing = Vec::new();
        let mut at = 0;
        while at < letters.len() {
            let end = (at..letters.len()).find(|&end| told[end]).unwrap_or(letters.len());
            let words: String = letters[at..end].iter().collect();
            if !self.is_retold(&words) && !self.is_empty(&words, true) {
                missing.push(words);
            }
            at = end + 1;
        }
        missing
    }

    /// Whether anything of a text is told: two letters, or the last one, which is what it ends in.
    pub(super) fn shares(&self, text: &str) -> bool {
        let letters = letters(text);
        let pair = |pair: &[char]| !pair.contains(&'\n') && self.pairs.contains(&(pair[0], pair[1]));
        letters.windows(2).any(pair) || letters.last().is_some_and(|last| self.letters.contains(last))
    }

    /// Whether the other side says something else for these words.
    fn is_retold(&self, words: &str) -> bool {
        let stands = |other: &str| self.whole.contains(other);
        RETOLD.iter().any(|(said, told)| (*said == words && stands(told)) || (*told == words && stands(said)))
    }

    /// Whether words are made of empty ones, and of at most one letter that the other side has too.
    fn is_empty(&self, words: &str, may_stand_apart: bool) -> bool {
        let Some(first) = words.chars().next() else { return true };
        let is_apart = may_stand_apart && self.letters.contains(&first) && !TURNS.contains(&first);
        EMPTY.iter().any(|empty| words.strip_prefix(empty).is_some_and(|rest| self.is_empty(rest, may_stand_apart)))
            || (is_apart && self.is_empty(&words[first.len_utf8()..], false))
    }
}
