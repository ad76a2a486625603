//! What holds for any text.

use std::sync::Arc;

use leimu::catalog::{Kind, Requirement};
use leimu::reader::{Node, NodeKind, Role, Span, Trouble, requirement};
use proptest::prelude::*;

use crate::{AsWritten, reading};

/// Pieces of wordings, and of nonsense, in any order.
pub(crate) fn texts() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "《营业执照》",
        "《金融许可证》",
        "《没有的证》",
        "营业执照",
        "《",
        "》",
        "（",
        "）",
        "(",
        ")",
        "“",
        "”",
        "【",
        "】",
        "、",
        "，",
        "；",
        "。",
        "：",
        ":",
        "\n",
        " ",
        "　",
        "1、",
        "2、",
        "①",
        "②",
        "（1）",
        "一、",
        "2.1 ",
        "- ",
        "3选1",
        "（2选1）",
        "②选①",
        "同时提供",
        "需同时满足：",
        "或",
        "及",
        "与",
        "和",
        "且",
        "/",
        "含",
        "须含",
        "经营范围含",
        "范围均须含",
        "适用于",
        "适用类别：",
        "提供",
        "需提供",
        "公立学校：",
        "合作医院的",
        "小程序主体的",
        "颁发的",
        "两家或以上的",
        "（至少3份）",
        "注：",
        "如：",
        "申请邮件必须附上",
        "a@b",
        "为：",
        "即",
        "备案",
        "协议",
        "🦀",
        "é",
    ]);
    prop_oneof![prop::collection::vec(words, 0..40).prop_map(|words| words.concat()), ".{0,60}", "(?s).{0,60}",]
}

fn spans(node: &Node, all: &mut Vec<Span>) {
    all.push(node.span);
    match &node.kind {
        NodeKind::All(members) | NodeKind::Any(members) | NodeKind::AtLeast(_, members) => {
            members.iter().for_each(|member| spans(member, all));
        }
        NodeKind::Paper(paper) => all.extend([Some(paper.name), paper.issuer].into_iter().flatten()),
        NodeKind::When { applicant, then } => {
            all.push(*applicant);
            then.iter().for_each(|then| spans(then, all));
        }
        NodeKind::OnRequest => {}
    }
}

fn sound(node: &Requirement) -> bool {
    match &node.kind {
        Kind::All(members) | Kind::Any(members) => !members.is_empty() && members.iter().all(sound),
        Kind::AtLeast(least, members) => (1..=members.len()).contains(&(*least as usize)) && members.iter().all(sound),
        Kind::Document(asked) => {
            asked.count > 0 && asked.coverage.phrases().iter().all(|phrase: &Arc<str>| !phrase.trim().is_empty())
        }
        _ => true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    /// Every letter is in one part: the parts together are the text, in order and without a gap.
    #[test]
    fn every_letter_has_a_part(text in texts()) {
        let wording = reading(&text);
        let mut at = 0;
        for part in &wording.parts {
            prop_assert_eq!(part.span.start, at);
            prop_assert!(part.span.end > at);
            prop_assert!(text.is_char_boundary(part.span.end));
            at = part.span.end;
        }
        prop_assert_eq!(at, text.len());
    }

    /// What nothing was made of is told, each run of it once.
    #[test]
    fn every_unread_part_is_told(text in texts()) {
        let wording = reading(&text);
        let unread: Vec<Span> =
            wording.parts.iter().filter(|part| part.role == Role::Unread).map(|part| part.span).collect();
        let told = wording.diagnostics.iter().filter(|one| one.what == Trouble::Unread).map(|one| one.span);
        let mut told: Vec<Span> = told.collect();
        told.sort_unstable();
        prop_assert_eq!(unread, told);
    }

    /// Every node stands somewhere in the text, and what is made of it is a requirement that loads.
    #[test]
    fn every_node_has_its_words_and_can_be_evaluated(text in texts()) {
        let wording = reading(&text);
        let mut all = Vec::new();
        wording.tree.iter().for_each(|tree| spans(tree, &mut all));
        for span in all {
            prop_assert!(span.start < span.end && text.get(span.start..span.end).is_some(), "{:?}", span);
        }
        if let Some(tree) = requirement(&wording, &text, &mut AsWritten) {
            prop_assert!(sound(&tree), "{:?}", tree);
        }
    }
}

/// However a text is made, reading it takes no longer than a text of its length may: what is too
/// long is not read, and says so.
#[test]
fn a_long_text_neither_hangs_nor_overflows() {
    let pieces = [
        "提供",
        "需",
        "（",
        "《",
        "“",
        "两家",
        "两家的",
        "、",
        "或",
        "1、",
        "①",
        "注：",
        "公立学校：",
        "同时提供：",
        "与",
        "的",
        "含",
        "证或",
        "（（《",
        "A，",
        "《营业执照》或",
        "（2选1）：\n1、",
        "营业执照的",
        "适用类别：",
    ];
    for piece in pieces {
        for length in [300, 100_000] {
            let text: String = piece.chars().cycle().take(length).collect();
            let wording = reading(&text);
            let unread = wording.diagnostics.iter().any(|one| one.what == Trouble::Unread);
            assert!(unread || length < 1_000, "{piece}");
            assert_eq!(wording.parts.last().map(|part| part.span.end), Some(text.len()), "{piece}");
        }
    }
}
