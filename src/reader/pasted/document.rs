//! A paper that the registry does not have.

use crate::catalog::{Document, DocumentKind};

use super::id;

/// What the names of papers of each kind end with; the longest ending counts.
const ENDINGS: [(DocumentKind, &str); 7] = [
    (DocumentKind::Licence, "许可证 执照 牌照 驾照 证件 批准书 资质"),
    (DocumentKind::Filing, "备案 备案表 备案证 备案证明 备案凭证 备案名单 备案核准 备案材料"),
    (DocumentKind::Certificate, "证 证书 证明 证明材料 登记 注册 报告 商标 编码 标识牌 代码 简历"),
    (DocumentKind::Approval, "许可 许可证明 批文 批复 文件 文号 通知书 意见书 豁免书 公报 设立证明 批准证书"),
    (DocumentKind::Agreement, "协议 协议书 合同 授权 授权书 授权证明 授权文件 委托书"),
    (DocumentKind::Letter, "函 函件 承诺 承诺书 声明 确认书"),
    (DocumentKind::Screenshot, "截图 照片 图标 名单 名录 公示"),
];

/// The paper of this name. Its id is made of the bare name, so that a name is one paper wherever it
/// stands; an English name is for a person to give.
pub(super) fn of(name: &str, bare: &str) -> Document {
    Document {
        id: id(bare).as_str().into(),
        name: name.into(),
        english: "".into(),
        kind: kind(bare),
        issuer: None,
        aliases: Vec::new(),
    }
}

/// What kind of paper a name speaks of; what nobody else writes, the applicant does.
fn kind(bare: &str) -> DocumentKind {
    let mut longest = (0, DocumentKind::Statement);
    for (kind, endings) in ENDINGS {
        for ending in endings.split(' ').filter(|ending| bare.ends_with(ending)) {
            if ending.len() > longest.0 {
                longest = (ending.len(), kind);
            }
        }
    }
    longest.1
}
