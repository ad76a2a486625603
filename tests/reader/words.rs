//! What is said of a reading, to the letter, in both languages.

use leimu::i18n::{EN, ZH};
use leimu::reader::{Diagnostic, Doubt, Role, Span, Trouble};
use leimu::wording::{diagnostic_words, role_words};

/// A trouble with these words of a wording, in Chinese and in English.
const TROUBLES: [(&str, Trouble, &str, &str); 10] = [
    (
        "随便写写",
        Trouble::Unread,
        "没有读懂“随便写写”：它没有算进要求里，请改写，或手工补上。",
        "“随便写写” was not understood and is not part of the requirement. Put it in other words, or add it by hand.",
    ),
    (
        "《火星证》",
        Trouble::UnknownPaper,
        "资料库里没有《火星证》：按一份单独的资质处理。如果它是某份资质的别名，请换成资料库里的名称。",
        "《火星证》 is not in the registry and is taken for a paper of its own. If it is another name of a paper, use the name that the registry has.",
    ),
    (
        "官网截图",
        Trouble::UnknownPaper,
        "资料库里没有“官网截图”：按一份单独的资质处理。如果它是某份资质的别名，请换成资料库里的名称。",
        "“官网截图” is not in the registry and is taken for a paper of its own. If it is another name of a paper, use the name that the registry has.",
    ),
    (
        "火星学校",
        Trouble::UnknownApplicant,
        "资料库里没有关于“火星学校”的问题：按一个单独的问题处理，请回答申请人是不是。",
        "No question of the registry is about “火星学校”, so it is a question of its own: say whether the applicant is.",
    ),
    (
        "（3选1）",
        Trouble::Count { said: 3, found: 2 },
        "标题“（3选1）”说有 3 项，下面却有 2 项：按列出的 2 项处理，请对照原文，看有没有漏贴或多贴。",
        "The heading “（3选1）” speaks of 3 items, but 2 follow and are what is asked. Compare with the source: one may be missing, or one too many.",
    ),
    (
        "甲及乙或丙",
        Trouble::Doubt(Doubt::Mixed),
        "“甲及乙或丙”里“或”与“及”“、”混写，没有说明先后：按先“及”后“或”处理。原意不同的，请分项写明几选几。",
        "“甲及乙或丙” has both 或 (or) and 及 or 、 (and), and nothing says which comes first; read as “and” first, then “or”. If that is not meant, write it as a list that says how many are needed.",
    ),
    (
        "甲、乙或丙",
        Trouble::Doubt(Doubt::Alternatives),
        "“甲、乙或丙”用“、”隔开，最后一项之前写“或”：按任选其一处理。前面几项要同时提供的，请分项写明。",
        "“甲、乙或丙” is a list with 或 (or) before its last item, read as any one of them. If the first ones are needed together, write that as a list of its own.",
    ),
    (
        "1、甲\n2、乙",
        Trouble::Doubt(Doubt::ListOfAll),
        "“1、甲 2、乙”分项列出，没有写明选几项：按全部提供处理。只要其中几项的，请在前面写上“几选几”。",
        "“1、甲 2、乙” is a list that does not say how many are needed; read as all of them. If some are enough, say in a heading how many.",
    ),
    (
        "1、公立：甲\n2、私立：乙",
        Trouble::Doubt(Doubt::ListOfBranches),
        "“1、公立：甲 2、私立：乙”每一项写给不同的申请人，没有写明选几项：按适用的那一项处理。都要提供的，请在前面写上“同时提供”。",
        "“1、公立：甲 2、私立：乙” is a list with each item for other applicants that does not say how many are needed; read as the item that applies. If all are needed, say so in a heading: 同时提供.",
    ),
    (
        "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三",
        Trouble::Unread,
        "没有读懂“一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十…”：它没有算进要求里，请改写，或手工补上。",
        "“一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十…” was not understood and is not part of the requirement. Put it in other words, or add it by hand.",
    ),
];

#[test]
fn every_trouble_is_one_sentence() {
    for (words, what, chinese, english) in TROUBLES {
        let text = format!("前{words}后");
        let span = Span { start: "前".len(), end: "前".len() + words.len() };
        let diagnostic = Diagnostic { span, what };
        assert_eq!(diagnostic_words(&diagnostic, &text, &ZH), chinese);
        assert_eq!(diagnostic_words(&diagnostic, &text, &EN), english);
    }
}

#[test]
fn every_role_has_a_short_name() {
    let roles = [
        (Role::Marker, "序号", "number of the item"),
        (Role::Heading, "几选几", "how many are needed"),
        (Role::Connective, "连接词", "joining word"),
        (Role::Filler, "辅助词", "auxiliary word"),
        (Role::Name, "资质名称", "name of a paper"),
        (Role::Coverage, "经营范围", "what it covers"),
        (Role::Count, "份数", "number of copies"),
        (Role::Holder, "谁的资质", "whose paper"),
        (Role::Issuer, "发证机关", "issuer"),
        (Role::Applicant, "适用对象", "applicant"),
        (Role::Channel, "申请渠道", "channel"),
        (Role::Note, "备注", "remark"),
        (Role::Space, "空白", "white space"),
        (Role::Unread, "没有读懂", "not understood"),
    ];
    for (role, chinese, english) in roles {
        assert_eq!((role_words(role, &ZH), role_words(role, &EN)), (chinese, english));
    }
}
